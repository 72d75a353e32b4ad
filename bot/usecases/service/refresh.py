"""Reads the service again after another replica, or another program, has changed it."""

from bot.usecases.context import Context
from storage import service


def refresh_service(context: Context) -> bool:
    """Replace `context.service` if the tables have another version of it; returns whether it changed.

    When nothing changed, this is one look at one row: it is done in each tick.
    """
    with context.database.reading() as transaction:
        version = service.version(transaction)
        if version == context.service_version:
            return False
        current = service.current(transaction)
    context.service_version = version
    if current is None or current == context.service:
        return False
    context.service = current
    return True
