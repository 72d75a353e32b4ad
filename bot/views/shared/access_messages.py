"""Direct messages about who opened what, and who has it. Never a kind, a ward, or a word of a report."""

from datetime import datetime
from uuid import UUID

from bot.domain.reports.report import Report
from bot.domain.service.service import Service
from bot.views.kit import dates, people
from bot.views.kit.action_ids import LOOK_UP_RIGHT, LOOK_UP_TALK, MY_REPORT, OPEN_REPORT
from bot.views.kit.blocks import Message, button, buttons, escaped, section, small


def glass_broken(reference: str, person: str, service: Service, *, at: datetime, now: datetime) -> Message:
    """To the safety lead and one further role."""
    who = escaped(people.called(service, person))
    words = f"{who} opened report {reference} with a reason, {dates.moment(at, service.zone, now=now)}."
    return Message(
        f"Check this: {words}",
        [
            section(f"*Check this:* {words}"),
            small("The reason stands in the incident, for those who may open it. This is in the audit trail."),
        ],
    )


def your_name_looked_up(report: Report, person: str, service: Service, *, at: datetime, now: datetime) -> Message:
    """To the reporter, at once. Why is read in a modal only."""
    who = escaped(people.called(service, person))
    when = dates.moment(at, service.zone, now=now)
    words = f"Your name was looked up by {who}, for report {report.reference}, {when}."
    return Message(
        words,
        [
            section(f"*{words}* Somebody may still be at risk, and {who} has this."),
            buttons(button("Read why", action=MY_REPORT, value=str(report.id))),
            small("A second person checks on the next working day whether it was right."),
        ],
    )


def name_looked_up(report: Report, person: str, service: Service, *, at: datetime, now: datetime) -> Message:
    """To each safety lead, at once. Never whose name it is."""
    words = _who_looked(report, person, service, at=at, now=now)
    return Message(
        f"Check this: {words}",
        [
            section(f"*Check this:* {words}"),
            small("The reporter knows. You are asked on the next working day whether it was right."),
        ],
    )


def was_it_right(
    report: Report, look: UUID, person: str, service: Service, *, at: datetime, now: datetime
) -> Message:
    """To a second person: two answers, and the incident in which the reason stands."""
    words = _who_looked(report, person, service, at=at, now=now)
    return Message(
        f"Was it right? {words}",
        [
            section(f"*Was it right?* {words}"),
            buttons(
                button("It was right", action=LOOK_UP_RIGHT, value=str(look)),
                button("We need to talk", action=LOOK_UP_TALK, value=str(look)),
                button("Read why", action=OPEN_REPORT, value=str(report.id)),
            ),
            small("Your answer stands in the incident with your name. The reporter reads that somebody checked."),
        ],
    )


def _who_looked(report: Report, person: str, service: Service, *, at: datetime, now: datetime) -> str:
    who = escaped(people.called(service, person))
    when = dates.moment(at, service.zone, now=now)
    return f"{who} had the danger of report {report.reference} and looked its reporter up, {when}."


def phone_us(reference: str, phone: str) -> Message:
    """To the reporter: the reference and a number, and nothing of the report."""
    words = f"The person who has {reference} asks you to phone {escaped(phone)}."
    return Message(
        words,
        [section(f"*{words}*"), small("Say this reference. You need not say your name.")],
    )


def handed_over(incident_id: UUID, reference: str) -> Message:
    """To whoever has the incident from now on: its reference, and nothing of it."""
    words = f"Open incident {reference}: you have it now."
    return Message(
        words,
        [
            section(f"*{words}*"),
            buttons(button("Open", action=OPEN_REPORT, value=str(incident_id), style="primary")),
        ],
    )
