"""App Home: one section after the other. To add one, write its file, and name it in `SECTIONS`."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from bot.domain.incidents.queue import QueuePlace
from bot.views.home import (
    lead_digest,
    learning,
    monthly_test,
    numbers,
    on_call,
    own_actions,
    own_reports,
    queue,
    recommendations,
    report_something,
    reviews,
    themes,
    undelivered,
    unsent,
    while_away,
    wrong_codes,
)
from bot.views.home.content import HomeContent
from bot.views.kit import form, refusals
from bot.views.kit.blocks import Block, View, section


class Section(Protocol):
    """What the file of each section offers."""

    def blocks(self, content: HomeContent) -> list[Block]:
        """What is shown to this person; nothing if the section is not for them now."""


SECTIONS: tuple[Section, ...] = (
    *(report_something, unsent, while_away, on_call, undelivered, wrong_codes, monthly_test),
    *(queue, learning, themes, recommendations, own_actions, reviews, own_reports, numbers, lead_digest),
)


def home(content: HomeContent) -> View:
    """The whole tab of one person. It remembers where in the queue they are."""
    view: View = {"type": "home", "blocks": [block for each in SECTIONS for block in each.blocks(content)]}
    place = ids_of(content.queue.place) if content.queue else {}
    return view | {"private_metadata": form.metadata(place)} if place else view


def ids_of(place: QueuePlace) -> dict[str, str]:
    """The place in the queue, as the tab carries it. Read back with `place_of`."""
    return {name: str(value) for name, value in place.model_dump(exclude_defaults=True).items()}


def place_of(ids: Mapping[str, str]) -> QueuePlace:
    """The place that the tab carries; the whole queue if it carries none that can be read."""
    try:
        between = {name: UUID(ids[name]) for name in ("after", "before") if name in ids}
        return QueuePlace(team=ids.get("team"), mine="mine" in ids, **between)
    except ValueError:
        return QueuePlace()


def not_ours(phone: str) -> View:
    """The tab for somebody of another organisation, or who has left."""
    return {"type": "home", "blocks": [section(refusals.not_ours(phone))]}
