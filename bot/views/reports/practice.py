"""Practice: the report form and a receipt. Nobody is told, and nothing is kept: each begins with PRACTICE."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.reports.deadlines import read_by
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import ReportForm
from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.service import Service
from bot.views.kit import dates, name_choices, readers
from bot.views.kit.action_ids import FOR_REAL
from bot.views.kit.blocks import Block, View, button, buttons, escaped, plain, section, small
from bot.views.reports import unsent_form

NAME = "practice"
"""The callback by which a form is known as practice."""
PREFIX = "practice_"
_REAL = "*This is real now, and it is not sent yet.* Read it again, then press *Send*."


def is_practice(view: View) -> bool:
    return view.get("callback_id") == NAME


def drawn(real: View, service: Service) -> View:
    """The report form, as practice. Its first line, whom to phone in danger, gives way to ours; nothing is kept."""
    head = _section(
        "head",
        f"*PRACTICE: nobody gets this.* In danger? Phone {escaped(service.on_call_phone)} or 999 first. "
        "Then press *Report it for real*.",
        button=_for_real(),
    )
    shown = {"callback_id": NAME, "title": plain("PRACTICE"), "submit": plain("PRACTICE: send")}
    blocks = [block for block in real["blocks"][1:] if block.get("block_id") != unsent_form.SAVE]
    return real | shown | {"blocks": [head, *blocks], "notify_on_close": False}


def alert(service: Service) -> Block:
    """Below the question, once somebody may still be at risk."""
    return section(
        f"*PRACTICE: nobody is called.* Is it so now? Phone {escaped(service.on_call_phone)} or 999. "
        "Then press *Report it for real*.",
        button=_for_real(style="danger"),
    )


def receipt(
    view: View,
    service: Service,
    *,
    answered: ReportForm,
    sensitivity: Sensitivity,
    name_choice: NameChoice,
    now: datetime,
) -> View:
    """The form with what was not done above it, and what a real report does. It can be tried again, or made real."""
    urgent = answered.still_at_risk.urgent
    head = [
        _section("head", _in_danger(service) if urgent else _nothing_sent()),
        buttons(_for_real(style="danger" if urgent else None), block_id=f"{PREFIX}for_real"),
        _section("next", _what_comes_next(service, answered, sensitivity, now)),
        _section("readers", f"*Who would see it.* {_who_would_see_it(sensitivity, name_choice)}"),
        small("PRACTICE: your words stand below. They are gone once you close this.") | {"block_id": f"{PREFIX}foot"},
    ]
    titles = {"submit": plain("PRACTICE: send again"), "close": plain("Done")}
    return view | titles | {"blocks": [*head, *_without_ours(view)], "external_id": another_id(view)}


def as_real(view: View) -> list[Block]:
    """The answers of a form that was practice, below what it is now."""
    return [_section("real", _REAL), *_without_ours(view)]


def another_id(view: View) -> str:
    """For what takes its place, so that a change that still comes for the form before changes nothing."""
    return f"{view.get('external_id', '')}#"[-255:]


def _without_ours(view: View) -> list[Block]:
    return [block for block in view["blocks"] if not str(block.get("block_id", "")).startswith(PREFIX)]


def _in_danger(service: Service) -> str:
    return (
        "*PRACTICE: nobody was called.* Is somebody at risk now? "
        f"Phone {escaped(service.on_call_phone)} or 999. Then press *Report it for real*."
    )


def _nothing_sent() -> str:
    return (
        "*PRACTICE: nothing was sent to anybody.* No report is kept. "
        "Did it really happen? Then press *Report it for real*."
    )


def _what_comes_next(service: Service, answered: ReportForm, sensitivity: Sensitivity, now: datetime) -> str:
    shown = "*A real report* shows its reference here."
    if answered.still_at_risk.urgent:
        return f"{shown} The people on call are asked in turn, until one of them has it."
    today = local_date(now, service.zone_of(answered.team))
    deadline = dates.day(read_by(service, today=today), today=today)
    reader = readers.alone(sensitivity).capitalize() if sensitivity in CONCERNS else "The safety team"
    return f"{shown} {reader} aims to read it by the end of {deadline}."


def _who_would_see_it(sensitivity: Sensitivity, name_choice: NameChoice) -> str:
    promise = name_choices.promise(name_choice, looked_up_by=readers.who_looks_up(sensitivity))
    code = " A code of six words is shown, with which you read the answer."
    return f"{readers.who_reads_this(sensitivity)} {promise}{code if name_choice is NameChoice.ANONYMOUS else ''}"


def _for_real(style: str | None = None) -> Block:
    return button("Report it for real", action=FOR_REAL, value=NAME, style=style)


def _section(name: str, words: str, *, button: Block | None = None) -> Block:
    return section(words, button=button) | {"block_id": f"{PREFIX}{name}"}
