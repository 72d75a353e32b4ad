"""The command. A word is a sub-command only if the whole text fits its form; all else goes into a report.

Nobody in a hurry may be met by something else than the form because their first word was one of ours.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.reports.references import reference_in
from bot.domain.service.access import changes_bulletins, reads_figures
from bot.usecases.incidents.find import find_report
from bot.views import help_screen
from bot.views.bulletins import bulletin_board
from bot.views.kit import action_ids
from bot.views.learning import themes as theme_views
from handlers import incident_screen, own_lists
from handlers.actions import board
from handlers.bolt.listener import Dependencies, Listeners, on_command, on_press
from handlers.bolt.modals import show
from handlers.bolt.payloads import Command, Press
from handlers.bulletins import schedule_form
from handlers.evidence import figures, papers
from handlers.learning import theme_forms
from handlers.reports import claim_code_form, practice_form, report_form


@dataclass(frozen=True)
class SubCommand:
    """What stands after the command, and nothing beside it. `usage` is how people write it."""

    usage: str
    fits: Callable[[str], bool]
    run: Callable[[Dependencies, Command], None]


def run_command(deps: Dependencies, command: Command) -> None:
    """A sub-command, or the report form with the text filled in."""
    text = command.text.strip()
    chosen = [each.run for each in SUB_COMMANDS if each.fits(text)]
    run = chosen[0] if chosen else report_form.from_command
    run(deps, command)


def open_help(deps: Dependencies, request: Command | Press) -> None:
    """The help screen, from the command or from a button."""
    show(deps, request, help_screen.help_screen(deps.context.service, command=deps.command))


def _word(*words: str) -> Callable[[str], bool]:
    return lambda text: text.lower() in words


def _finds(text: str) -> bool:
    """With a right check character: with a wrong one, and with other words, it may be what happened."""
    found = _FIND.fullmatch(text)
    return found is not None and reference_in(found["reference"]) is not None


def _find(deps: Dependencies, command: Command) -> None:
    reference = reference_in(command.text.split()[-1]) or ""
    incident_screen.open_found(deps, command, lambda: find_report(deps.context, reference, by=command.person))


def _bulletin(deps: Dependencies, command: Command) -> None:
    """Of everybody else the word may be what happened: they get the form, with a line that says so."""
    if changes_bulletins(deps.context.service, command.person):
        schedule_form.from_command(deps, command)
    else:
        report_form.from_command(deps, command, note=bulletin_board.not_for_you(deps.command))


def _themes(deps: Dependencies, command: Command) -> None:
    """Of everybody else the word may be what happened: they get the form, with a line that says so."""
    if theme_forms.keeps_themes(deps.context.service, command.person):
        theme_forms.from_command(deps, command)
    else:
        report_form.from_command(deps, command, note=theme_views.not_for_you(deps.command))


def _for_readers_of_figures(run: Callable[[Dependencies, Command], None]) -> Callable[[Dependencies, Command], None]:
    """Of everybody else the word may be what happened: they get the form, with a line that says so."""

    def run_or_report(deps: Dependencies, command: Command) -> None:
        if reads_figures(deps.context.service, command.person):
            run(deps, command)
        else:
            report_form.from_command(deps, command, note=help_screen.figures_are_not_for_you(deps.command))

    return run_or_report


_FIND = re.compile(r"find\s+(?P<reference>[0-9A-Z]{4}-?[0-9A-Z]{3})", re.IGNORECASE)
SUB_COMMANDS = (
    SubCommand("help", _word("help"), open_help),
    SubCommand("actions", _word("actions"), board.from_command),
    SubCommand("mine", _word("mine"), own_lists.open_reports),
    SubCommand("answer", _word("answer"), claim_code_form.open_form),
    SubCommand("practice", _word("practice", "practise"), practice_form.open_practice),
    SubCommand("find K7M4-XR9", _finds, _find),
    SubCommand("bulletin", _word("bulletin"), _bulletin),
    SubCommand("themes", _word("themes"), _themes),
    SubCommand("figures", _word("figures"), _for_readers_of_figures(figures.show)),
    SubCommand("pack", _word("pack"), _for_readers_of_figures(papers.from_command)),
)
LISTENERS: Listeners = (on_command("/incident", run_command), on_press(action_ids.HELP, open_help))
