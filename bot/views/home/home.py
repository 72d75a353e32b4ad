"""App Home: one section after the other. To add one, write its file, and name it in `SECTIONS`."""

from typing import Protocol

from bot.views.home import own_actions, own_reports, report_something, undelivered, while_away, wrong_codes
from bot.views.home.content import HomeContent
from bot.views.kit import refusals
from bot.views.kit.blocks import Block, View, section


class Section(Protocol):
    """What the file of each section offers."""

    def blocks(self, content: HomeContent) -> list[Block]:
        """What is shown to this person; nothing if the section is not for them now."""


SECTIONS: tuple[Section, ...] = (report_something, while_away, undelivered, wrong_codes, own_reports, own_actions)


def home(content: HomeContent) -> View:
    """The whole tab of one person."""
    return {"type": "home", "blocks": [block for each in SECTIONS for block in each.blocks(content)]}


def not_ours() -> View:
    """The tab for somebody of another organisation."""
    return {"type": "home", "blocks": [section(refusals.not_ours())]}
