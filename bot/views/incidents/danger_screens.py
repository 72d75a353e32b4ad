"""What somebody sees after a press on a message about danger."""

from datetime import datetime

from bot.domain.incidents.danger import Danger, DangerReason
from bot.domain.service.service import Service
from bot.views.kit.action_ids import OPEN_REPORT
from bot.views.kit.blocks import View, button, buttons, escaped, plain_modal, section, small
from bot.views.shared import danger_messages

# Domain reference 4.4: what is checked at once. A default of this project, for people who know what to do.
_CHECKS = (
    "The person is safe, and observations fit.",
    "A doctor, or 999, is called if needed.",
    "The place is safe, and evidence is kept.",
    "The police are called if needed.",
    "A safeguarding referral is made if needed.",
    "Family or carers are told, if that is right.",
    "Staff are safe, and somebody talks with them.",
    "The consultant knows.",
)

NOT_YOURS_NOW = "Not saved. You cannot end this now, because somebody else has it. Your words are still here."
"""Beside the field of a form that ends it."""


def you_have_this(danger: Danger, service: Service) -> View:
    """To the one who has just taken it: the number, the checklist, and what comes next."""
    checks = "\n".join(f"\u2022 {check}" for check in _CHECKS)
    return plain_modal(
        "You have this",
        section(f"*{danger_messages.phone(danger, service)}*"),
        section(f"*Check each of these:*\n{checks}"),
        buttons(button("Open the report", action=OPEN_REPORT, value=str(danger.incident_id))),
        section("In 15 minutes we ask you whether everybody is safe. When they are, press *Safe now*."),
        small("Pressed by mistake? Press *Give it back* on the message, and the next people are asked."),
    )


def refused(reason: DangerReason, danger: Danger | None, service: Service, *, now: datetime) -> View:
    """Why a press changed nothing."""
    match reason, danger:
        case DangerReason.TAKEN_BY_ANOTHER, Danger():
            return plain_modal(
                "Somebody has this",
                section(f"*{danger_messages.who_has_it(danger, service, now=now)}*"),
                section("Only they can give it back, or say that everybody is safe."),
            )
        case DangerReason.HAS_ENDED, Danger():
            return plain_modal("This is over", section(f"*{danger_messages.how_it_ended(danger, service, now=now)}*"))
        case DangerReason.NOT_ASKED, Danger():
            return plain_modal(
                "Nobody waits for you",
                section("This was not sent to you, so that nothing changes. You can still press *I have this*."),
            )
        case _:
            return plain_modal("No danger is known", section("Nobody has reported any danger with this report."))


def not_for_you(service: Service) -> View:
    return plain_modal(
        "For people on the rota",
        section(f"*In danger? Phone {escaped(service.on_call_phone)} or 999.*"),
        section("Only people on the rota and the safety team can take this. Somebody who is involved cannot."),
    )


def only_its_holder(service: Service) -> View:
    return plain_modal(
        "You do not have this",
        section("Only the one who has this can say that everybody is safe. Press *I have this* first."),
        section(f"In danger? Phone {escaped(service.on_call_phone)} or 999."),
    )


def only_a_safety_lead(service: Service) -> View:
    return plain_modal(
        "For the safety lead",
        section("Only a safety lead can say that this is no danger. If you are there, press *I have this*."),
        section(f"In danger? Phone {escaped(service.on_call_phone)} or 999."),
    )


def only_its_reporter(service: Service) -> View:
    return plain_modal(
        "Not your report",
        section("Only the one who sent this report can say so."),
        section(f"In danger? Phone {escaped(service.on_call_phone)} or 999."),
    )


def is_asked_now(_danger: Danger, service: Service) -> View:
    """To the reporter, once the ladder of something long ago has begun."""
    return plain_modal(
        "Phone now",
        section(
            f"*Phone {escaped(service.on_call_phone)} now.* The people on call get a message, which may be silent."
        ),
        section("We tell you in a direct message when somebody has it."),
        close="Done",
    )


def over(danger: Danger, service: Service, *, now: datetime) -> View:
    """To the one who has just ended it."""
    return plain_modal(
        "Thank you",
        section(f"*{danger_messages.how_it_ended(danger, service, now=now)}*"),
        section("Nobody is asked any more. A reporter who gave their name is told."),
        section("The report itself stays with the safety team."),
        close="Done",
    )
