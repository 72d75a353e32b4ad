"""Loads the service file into the tables. From then on the tables count, and no longer the file."""

from datetime import datetime

from pydantic import ValidationError

from bot.domain.service.service import USUAL, Service
from bot.usecases.context import BACKGROUND_SECONDS
from storage import audit, service
from storage.audit import AuditEvent
from storage.engine.transactions import Database, Transaction

_ACTOR = "service-file"


def load_service(database: Database, wanted: Service, *, now: datetime) -> bool:
    """Make the tables say what the file says; False if they did already."""
    with database.writing(wait=BACKGROUND_SECONDS) as transaction:
        audit.lock_trail(transaction)  # Replicas that start at once load it one after the other.
        if _as_in_the_file(_loaded(transaction)) == wanted:
            return False
        service.save(transaction, wanted, now=now)
        audit.add(transaction, actor=_ACTOR, event=AuditEvent.SERVICE_LOADED, subject="service", at=now)
        return True


def _as_in_the_file(loaded: Service | None) -> Service | None:
    """Without what is changed in Slack: the file knows nothing of it, and does not take it away."""
    if loaded is None:
        return None
    teams = tuple(team.model_copy(update={"schedule": USUAL}) for team in loaded.teams)
    return loaded.model_copy(update={"teams": teams})


def _loaded(transaction: Transaction) -> Service | None:
    """The service as it was loaded last; None if there was none, or one that the rules do not allow any more."""
    try:
        return service.current(transaction)
    except ValidationError:
        return None
