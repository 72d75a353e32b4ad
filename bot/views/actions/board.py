"""The board of actions: the longest overdue first, each with what whoever leads it can do. Never a ranking."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.actions.action import Action
from bot.views.kit.blocks import Block, View, divider, plain_modal, section, small
from bot.views.shared import action_messages

MOST_SHOWN = 10
Row = tuple[Action, str]
"""An action, and the reference of its report."""


def board(rows: Sequence[Row], *, now: datetime) -> View:
    """The actions that are not closed, those that wait for their check at the end."""
    shown = [block for row in rows[:MOST_SHOWN] for block in _row(row, now)]
    more = [small("Only the most pressing actions are shown.")] if len(rows) > MOST_SHOWN else []
    return plain_modal("Open actions", *(shown or [section("There is no open action.")]), *more)


def _row(row: Row, now: datetime) -> list[Block]:
    action, reference = row
    words = section(action_messages.line(action, reference, now=now))
    return [divider(), words, action_messages.lead_buttons(action)]
