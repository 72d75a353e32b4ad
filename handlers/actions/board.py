"""The board of actions, from the command."""

from bot.usecases.actions import leading
from bot.views.actions import board
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command


def from_command(deps: Dependencies, command: Command) -> None:
    """The actions that are not closed, of incidents that this person may find."""

    def fill() -> View:
        rows = [(each.action, each.reference) for each in leading.board(deps.context, by=command.person)]
        return board.board(rows, now=deps.context.clock.now())

    open_then_fill(deps, command, fill)
