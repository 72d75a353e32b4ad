"""Finding an incident by a reference that somebody typed."""

from uuid import UUID

from bot.domain.service.findable import findable
from bot.usecases.context import Context
from bot.usecases.permissions import NotFound
from storage import queue


def find_report(context: Context, reference: str, *, by: str) -> UUID:
    """The report with this reference. Raises `NotFound`, also where this person may not find its incident."""
    with context.database.reading() as transaction:
        found = queue.find(transaction, findable(context.service, by), reference)
    if found is None:
        raise NotFound
    return found
