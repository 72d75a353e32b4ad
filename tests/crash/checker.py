"""What the database holds and what the sandbox holds, looked at by somebody who made neither."""

from collections import Counter

from sqlmodel import col, select

from bot.settings import Settings
from sandbox.people import PeopledWorkspace
from sandbox.seen import Message
from storage import audit, opening
from storage.encryption import Keyring
from storage.tables import OutboxRow, ReportRow
from tests.journeys.steps import REFERENCE


def saved(settings: Settings) -> list[str]:
    """The references in the database. The audit trail must fit together."""
    keyring = Keyring.from_text(settings.candour_keys.get_secret_value())
    database = opening.open_to_read(settings.candour_database_url, keyring)
    try:
        with database.reading() as work:
            audit.verify(work)
            return list(work.exec(select(ReportRow.reference)))
    finally:
        database.close()


def unsettled(settings: Settings) -> list[str]:
    """The states of messages that have neither left nor been dropped."""
    keyring = Keyring.from_text(settings.candour_keys.get_secret_value())
    database = opening.open_to_read(settings.candour_database_url, keyring)
    try:
        with database.reading() as work:
            settled = ("sent", "dropped")
            return list(work.exec(select(OutboxRow.state).where(col(OutboxRow.state).not_in(settled))))
    finally:
        database.close()


def cards(workspace: PeopledWorkspace) -> Counter[str]:
    """How often each reference was posted to the safety channel."""
    return Counter(_reference(message) for message in workspace.channel("safety-team").messages)


def copies(workspace: PeopledWorkspace) -> Counter[str]:
    """How often each reference was sent to its reporter."""
    everyone = [workspace.person(member) for member in workspace.members if member != workspace.bot.id]
    return Counter(_reference(message) for person in everyone for message in person.direct_messages)


def _reference(message: Message) -> str:
    found = REFERENCE.search(message.text)
    assert found, message.text
    return found.group()
