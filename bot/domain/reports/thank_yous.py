"""Good care is told to whoever gave it."""

from uuid import UUID

from bot.domain.values import PersonId, Value


class ThankYou(Value):
    """One person is thanked by one report. What they read is elsewhere, so that messages cannot hold it."""

    id: UUID
    report_id: UUID
    person: PersonId
