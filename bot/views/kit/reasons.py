"""What is said beside a field when a rule refused its answer: one sentence for each reason of the rules."""

from collections.abc import Mapping

from bot.domain.actions.action import ActionReason
from bot.domain.refusals import Reason, Refused
from bot.domain.reports.report import ReportReason
from bot.domain.service.rota import RotaReason

REASONS: Mapping[Reason, str] = {
    ReportReason.KIND_NOT_OFFERED: "Choose a kind from the list.",
    ReportReason.TEAM_NOT_LISTED: "Choose a team from the list.",
    ReportReason.IN_THE_FUTURE: "This time is in the future. Check the date and time.",
    ReportReason.TOO_LONG_AGO: "This date is very long ago. Check the year.",
    ActionReason.DATE_HAS_PASSED: "This date has passed. Choose today or a later day.",
    ActionReason.DATE_TOO_FAR: "Choose a date within two years.",
    ActionReason.ALREADY_DONE: "This action is done already. Its date stays as it was.",
    ActionReason.NOT_THE_OWNER: "This action belongs to somebody else. Only its owner can answer for it.",
    ActionReason.OWNER_NOT_KNOWN: "Slack did not tell us about this person. Send it again in a moment.",
    ActionReason.OWNER_NOT_HERE: "Choose a person who works here now.",
    RotaReason.HAS_PASSED: "This time has passed. Choose a time that is still to come.",
    RotaReason.TOO_FAR: "Choose a time within the next 24 hours.",
    RotaReason.NOT_ON_ROTA: "Choose somebody who is on the rota.",
    RotaReason.YOURSELF: "Choose somebody else.",
    RotaReason.NOT_YOURS: "Somebody else is on call now. Only they can hand it over.",
    RotaReason.NO_LONGER_OFFERED: "This is no longer offered to you. Nothing has changed.",
    ActionReason.OWNER_IS_A_GUEST: "Guests cannot own an action. Choose somebody else.",
}


def words_for(refusal: Refused) -> str:
    """What the person reads beside the field."""
    return REASONS[refusal.reason]
