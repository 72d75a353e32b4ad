"""The receipt, which replaces the form once the report is saved."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.incidents.ladder import LONG_AGO
from bot.domain.reports.deadlines import read_by
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import Report
from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.service import Service
from bot.views.kit import dates, name_choices, readers
from bot.views.kit.action_ids import ADD_TO_REPORT, DANGER_STILL_SO, MY_REPORT
from bot.views.kit.blocks import Block, View, button, buttons, escaped, header, plain_modal, section, small


def thanks(
    report: Report,
    service: Service,
    *,
    sensitivity: Sensitivity = Sensitivity.ORDINARY,
    amended: bool,
    now: datetime,
    names: Sequence[Block] = (),
) -> View:
    """Thanks, the reference, what happens next and by when, who will see it, where to get support.

    `names` says that the words may name somebody.
    """
    saved = "We have added your changes to your report." if amended else "Your report is saved."
    today = local_date(now, service.zone_of(report.team))
    deadline = dates.day(read_by(service, today=today), today=today)
    in_danger = report.still_at_risk.urgent
    waits = in_danger and report.reported_at - report.happened_at > LONG_AGO
    reader = readers.alone(sensitivity).capitalize() if sensitivity in CONCERNS else "The safety team"
    reading = section(f"*What happens next.* {reader} aims to read it by the end of {deadline}.")
    promise = name_choices.promise(report.name_choice, looked_up_by=readers.who_looks_up(sensitivity))
    told = _in_danger(report, sensitivity) if in_danger else ""
    blocks = [
        *(_long_ago(report, service) if waits else _danger(report, service)),
        section(f"*Thank you. {saved}* Its reference is:"),
        header(report.reference),
        *names,
        *([] if in_danger else [reading]),
        section(
            f"*Who will see it.* {readers.who_reads_this(sensitivity)} {promise}{told} "
            "The safety team's channel shows neither your words nor your name."
        ),
        section(f"*Support.* {escaped(service.support)}"),
        buttons(
            button("Read what I wrote", action=MY_REPORT, value=str(report.id)),
            button("Add something", action=ADD_TO_REPORT, value=str(report.id)),
        ),
        small("You can follow your report in Candour's Home tab. You also get a copy without your words."),
    ]
    return plain_modal("Phone now" if in_danger else "Thank you", *blocks, close="Done")


def _in_danger(report: Report, sensitivity: Sensitivity) -> str:
    """Who else can look up a confidential name while somebody may be at risk."""
    words = readers.who_looks_up_in_danger(sensitivity)
    return f" {words}" if words and report.name_choice is NameChoice.CONFIDENTIAL else ""


def _danger(report: Report, service: Service) -> list[Block]:
    if not report.still_at_risk.urgent:
        return []
    return [
        section(f"*Phone {escaped(service.on_call_phone)} now.* Your report is saved, but nobody has seen it yet."),
        section("We tell you in a direct message when somebody has it. Until then, keep phoning."),
    ]


def _long_ago(report: Report, service: Service) -> list[Block]:
    """Somebody was still at risk more than a day ago: is it still so?"""
    return [
        section(f"*Is it still so today?* Then phone {escaped(service.on_call_phone)} now, and press the button."),
        buttons(
            button("It is still so today", action=DANGER_STILL_SO, value=str(report.incident_id), style="danger")
        ),
        section("It happened more than a day ago, so that nobody on the rota is asked until you press."),
    ]
