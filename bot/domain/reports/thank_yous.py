"""Good care is told to whoever gave it: the words that its reporter agreed to show, and no others."""

from uuid import UUID

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.values import PersonId, Value


class ThankYou(Value):
    """One person is thanked by one report."""

    id: UUID
    report_id: UUID
    person: PersonId


class OpenedThankYou(Value):
    """What the one who is thanked reads. None stands for words that cannot be read."""

    report: Report
    words: Narrative | None
