"""What Candour can do, for somebody who asks."""

from bot.domain.reports.name_choice import NameChoice
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Service
from bot.views.kit import name_choices, readers
from bot.views.kit.action_ids import PRACTISE, READ_WITH_CODE, REPORT_SOMETHING
from bot.views.kit.blocks import View, button, buttons, escaped, plain_modal, section, small


def help_screen(service: Service, *, command: str) -> View:
    """In danger first; then how to report, where to follow it, and what Candour is not."""
    return plain_modal(
        "What Candour can do",
        section(
            f"*In danger now?* Call 999, use the alarm or phone on-call on {escaped(service.on_call_phone)} first. "
            "Candour does not call for help, and nobody reads messages to it."
        ),
        section(f"*To report something,* press the button. Or type `{command}` and what happened."),
        buttons(button("Report something", action=REPORT_SOMETHING, value="help", style="primary")),
        section(
            f"*To practise,* press the button, or type `{command} practice`. Nobody gets it, and nothing is kept."
        ),
        buttons(button("Practise a report", action=PRACTISE, value="help")),
        section(
            "*From a message,* open its menu and press *Report this*. Its author and link are not kept. "
            "Files and pictures are not taken: write what they show."
        ),
        section("*For somebody else, or about the past,* write so in your words. *Change* sets when it happened."),
        section("*Your name.*\n" + "\n".join(_promise(choice) for choice in NameChoice)),
        section("*To read an answer to an anonymous report,* have your code at hand."),
        buttons(button("Read an answer", action=READ_WITH_CODE, value="help")),
        section("*To follow your reports and actions,* open Candour's Home tab."),
        section(
            f"*To find them fast,* type `{command} mine`. "
            f"The safety team types `{command} find` and a reference, or `{command} actions`."
        ),
        section(
            f"*For numbers and papers,* the safety team, executives and governance type `{command} figures` "
            f"or `{command} pack`."
        ),
        section(f"*To change when a bulletin comes,* the lead of its team types `{command} bulletin`."),
        section(f"*For themes,* the safety lead types `{command} themes`."),
        small(f"`{command} help` shows this, and `{command} answer` asks for a code."),
        small(f"All other words after `{command}` go into your report."),
    )


def _promise(choice: NameChoice) -> str:
    """What the choice means, in danger too."""
    promise = name_choices.promise(choice)
    in_danger = readers.who_looks_up_in_danger(Sensitivity.ORDINARY)
    return f"{promise} {in_danger}" if choice is NameChoice.CONFIDENTIAL else promise


def figures_are_not_for_you(command: str) -> str:
    """On top of the report form, for somebody who typed a word that is not for them."""
    return f"Figures and papers are for the safety team, executives and governance. See `{command} help`."
