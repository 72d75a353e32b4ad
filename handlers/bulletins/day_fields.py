"""On which day and at what time: two questions of both schedules, with a warning where few people look."""

from collections.abc import Sequence
from datetime import time

from bot.domain.bulletins.change import EARLIEST, LATEST
from bot.domain.bulletins.digest import few_look
from bot.views.bulletins import bulletin_board
from bot.views.kit import form
from bot.views.kit.action_ids import ON_DAY, ON_TIME
from bot.views.kit.blocks import Block, View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show_if_unchanged
from handlers.bolt.payloads import Choice

FIELDS: tuple[form.Field, ...] = (
    form.Choice(
        ON_DAY,
        "On which day?",
        wrong="Choose a day.",
        tells_at_once=True,
        options=[(str(number), day) for number, day in enumerate(bulletin_board.WEEKDAYS)],
    ),
    form.Choice(
        ON_TIME,
        "At what time?",
        wrong="Choose a time from the list.",
        tells_at_once=True,
        options=bulletin_board.half_hours(EARLIEST, LATEST),
    ),
)


def with_warning(blocks: Sequence[Block], day: str | None, at: str | None) -> list[Block]:
    """The blocks of the form, with the warning below the time if few people look then."""
    warning = bulletin_board.few_look()
    others = [block for block in blocks if block.get("block_id") != warning["block_id"]]
    if not (day and at and few_look(int(day), time.fromisoformat(at))):
        return others
    place = next(number for number, block in enumerate(others) if block.get("block_id") == ON_TIME) + 1
    return [*others[:place], warning, *others[place:]]


def chosen(deps: Dependencies, choice: Choice) -> None:
    """Warn as soon as such a time is chosen."""
    view = choice.view
    answers: dict[str, str | None] = {name: form.chosen(view, name) for name in (ON_DAY, ON_TIME)}
    answers[choice.name] = choice.value or answers.get(choice.name)
    blocks = with_warning(view["blocks"], answers[ON_DAY], answers[ON_TIME])
    if blocks != view["blocks"]:
        show_if_unchanged(deps, view, _shown(view, blocks))


def _shown(view: View, blocks: list[Block]) -> View:
    return form.for_update(form.sent_back(view, blocks))
