"""The command. A word is a sub-command only if the whole text fits its form; all else goes into a report.

Nobody in a hurry may be met by something else than the form because their first word was one of ours.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.views import help_screen
from bot.views.kit import action_ids
from handlers.bolt.listener import Dependencies, Listeners, on_command, on_press
from handlers.bolt.modals import show
from handlers.bolt.payloads import Command, Press
from handlers.reports import claim_code_form, report_form


@dataclass(frozen=True)
class SubCommand:
    """What stands after the command, and nothing beside it. `usage` is how people write it."""

    usage: str
    form: re.Pattern[str]
    run: Callable[[Dependencies, Command], None]


def run_command(deps: Dependencies, command: Command) -> None:
    """A sub-command, or the report form with the text filled in."""
    text = command.text.strip()
    chosen = [each.run for each in SUB_COMMANDS if each.form.fullmatch(text)]
    run = chosen[0] if chosen else report_form.from_command
    run(deps, command)


def open_help(deps: Dependencies, request: Command | Press) -> None:
    """The help screen, from the command or from a button."""
    show(deps, request, help_screen.help_screen(deps.context.service, command=deps.command))


SUB_COMMANDS = (
    SubCommand("help", re.compile("help", re.IGNORECASE), open_help),
    SubCommand("answer", re.compile("answer", re.IGNORECASE), claim_code_form.open_form),
)
LISTENERS: Listeners = (on_command("/incident", run_command), on_press(action_ids.HELP, open_help))
