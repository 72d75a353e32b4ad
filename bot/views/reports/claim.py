"""What an anonymous reporter reads: their claim code once, and with it their report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.incidents.conversation import EntryKind
from bot.domain.incidents.own_report import MyReport
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import Report
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Service
from bot.views.kit import name_choices, readers
from bot.views.kit.action_ids import READ_WITH_CODE, WRITTEN_DOWN
from bot.views.kit.blocks import Block, View, button, buttons, escaped, header, plain_modal, section, small
from bot.views.reports import my_report

WRITES = {
    EntryKind.REPLY: "I write back to the safety team",
    EntryKind.ADDITION: "I add something",
    EntryKind.SAFE_NOW: "I say that nobody is at risk now, because",
    EntryKind.WITHDRAWAL: "I take the report back, because",
}

_LATER = "The safety team is told at the next full hour."
_AT_ONCE = "Because somebody may be at risk, the safety team is told at once. So others can see when you sent it."


@dataclass(frozen=True)
class Claim:
    """A claim code, and the nonce of the form that it was made of."""

    code: str
    nonce: str


def receipt(
    report: Report,
    service: Service,
    *,
    sensitivity: Sensitivity = Sensitivity.ORDINARY,
    claim: Claim,
    amended: bool,
    names: Sequence[Block] = (),
) -> View:
    """The code first, since nobody can find it again. `names` says that the words may name somebody."""
    saved = "We have added your changes to your report." if amended else "Your report is saved."
    return plain_modal(
        "Write this down",
        *_code(claim.code, claim.nonce),
        *_danger(report, service),
        section(f"*Thank you. {saved}* Its reference is *{report.reference}*."),
        *names,
        section(
            f"*Who will see it.* {readers.who_reads_this(sensitivity)} {name_choices.promise(NameChoice.ANONYMOUS)}"
        ),
        section(f"*When.* {_when(report)}"),
        section("*To read an answer,* open Candour's Home tab and press *Read an answer*."),
        section(f"*Support.* {escaped(service.support)}"),
        close="Done",
    )


def code_again(code: str, nonce: str) -> View:
    """After a wrong last word."""
    return plain_modal(
        "Write this down", section("*That was not the last word.* Here is your code again."), *_code(code, nonce)
    )


def is_written_down() -> View:
    return plain_modal(
        "Good",
        section("*That is the last word.* Keep the paper where only you find it."),
        section("Come back with it to read an answer, to add something, or to take your report back."),
        close="Done",
    )


def before_the_code() -> list[Block]:
    """Above the field for the code."""
    return [section("Your code has six words. Type it here only: never in a message, and never after the command.")]


def leads_nowhere() -> list[Block]:
    """Above the field, after a wrong code."""
    return [section("*These words lead to no report.* Check each one against your paper.")]


def enter_again() -> View:
    """In place of a report whose pass has expired."""
    return plain_modal(
        "Enter your code again",
        section("*Half an hour has passed.* Nothing was sent. Enter your code again."),
        buttons(button("Read an answer", action=READ_WITH_CODE, value="again", style="primary")),
    )


def report(found: MyReport, service: Service, *, now: datetime) -> list[Block]:
    """The report with everything that was written about it, and when the team is told of what is written now."""
    return [
        *my_report.without_buttons(found, service, now=now),
        small("We note the day on which it was opened, and nothing else."),
        section(f"*When you send something.* {_AT_ONCE if found.in_danger else _LATER}"),
    ]


def written(*, at_once: bool, service: Service) -> View:
    """Once it is saved. In danger the number to phone comes first, because it calls nobody."""
    told = "The safety team gets a message now, which may be silent." if at_once else _LATER
    phone = escaped(service.on_call_phone)
    return plain_modal(
        "Saved",
        *(
            [section(f"*Phone {phone} or 999 if somebody is in danger.* What you wrote calls nobody.")]
            if at_once
            else []
        ),
        section("*Thank you. Your words are saved.*"),
        section(f"{told} Come back with your code for an answer."),
        close="Done",
    )


def _code(code: str, nonce: str) -> list[Block]:
    return [
        section("*Write it down now. Nobody can find it again.*"),
        header(code),
        small("If you close this first, the code is lost. Your report is not."),
        buttons(button("I have written it down", action=WRITTEN_DOWN, value=nonce, style="primary")),
    ]


def _danger(report: Report, service: Service) -> list[Block]:
    if not report.still_at_risk.urgent:
        return []
    phone = escaped(service.on_call_phone)
    return [section(f"*We cannot tell you whether anybody answers. Phone {phone} yourself.*")]


def _when(report: Report) -> str:
    if report.still_at_risk.urgent:
        return "Because somebody may be at risk, it is shown now. So others can see when it came."
    return "It is shown at the next full hour, so that nobody can tell when you sent it."
