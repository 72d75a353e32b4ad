"""What is said beside a field when a rule refused its answer: one sentence for each reason of the rules."""

from collections.abc import Mapping

from bot.domain.actions.action import ActionReason
from bot.domain.bulletins.draft import DraftReason
from bot.domain.learning.point import LearningReason
from bot.domain.refusals import Reason, Refused
from bot.domain.reports.report import ReportReason

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
    ActionReason.OWNER_IS_A_GUEST: "Guests cannot own an action. Choose somebody else.",
    LearningReason.OWN_WORDS: "Ask somebody else on the safety team to approve it, because you wrote it.",
    LearningReason.ALREADY_DECIDED: "Somebody else was faster. Open Home again to see what was decided.",
    DraftReason.ALREADY_DECIDED: "Somebody has already decided about this bulletin. It stays as it is.",
    DraftReason.CHANGED: "Open the bulletin again. Somebody swapped its learning point after you opened it.",
}


def words_for(refusal: Refused) -> str:
    """What the person reads beside the field."""
    return REASONS[refusal.reason]
