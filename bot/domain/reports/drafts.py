"""A report that was begun and not sent, without its words: they are in `unsent`."""

from datetime import timedelta
from uuid import UUID

from bot.domain.values import Moment, PersonId, Value

KEPT_FOR = timedelta(days=7)
"""A draft that nobody goes on with is removed then."""
TOLD_AFTER = timedelta(minutes=5)
"""Whoever closed a form that speaks of danger is told then that it was not sent."""


class ReportDraft(Value):
    """That it was saved, when, and for whom: nobody else reads it."""

    id: UUID
    person: PersonId
    saved_at: Moment
