"""What people do in more than one journey."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlmodel import func, select

from bot.settings import Settings
from bot.usecases.context import Context
from sandbox.people.answers import Answer
from sandbox.people.person import PeopledWorkspace, Person, Place
from sandbox.people.seen import Message, Modal, Shown
from sandbox.people.waiting import LONGEST
from storage import audit
from storage.tables.reports import ReportRow
from tests.torture import rows_in_sql

WORDS = "The door alarm stayed silent during the checks at two."
REFERENCE = re.compile(r"[2-9BCDFGHJKMNPRTWX]{4}-[2-9BCDFGHJKMNPRTWX]{3}")


def reports(nurse: Person, *, still_at_risk: str = "no", what: str = WORDS, kind: str = "not_sure") -> Shown:
    """Run the command on the ward's channel, answer the three questions, send."""
    nurse.runs("/incident", channel="oak-ward")
    nurse.workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields, reason="No form opened.")
    answer(nurse, what=what, kind=kind, still_at_risk=still_at_risk)
    return nurse.submits()


def answer(nurse: Person, *, still_at_risk: str, **others: Answer) -> None:
    """Answer the questions of the open form. Somebody who says that there may be danger reads whom to phone."""
    nurse.answers(**others, still_at_risk=still_at_risk)
    if still_at_risk != "no":
        nurse.workspace.wait_until(lambda: "before you send this" in nurse.modal.text, reason="No alert came.")


def reference_in(shown: Shown) -> str:
    """The reference that the receipt says."""
    found = REFERENCE.search(shown.text)
    assert found, shown.text
    return found.group()


def reports_saved(context: Context) -> int:
    """How many reports stand in the database."""
    with context.database.reading() as transaction:
        return transaction.exec(select(func.count()).select_from(ReportRow)).one()


def everything_is_sent(workspace: PeopledWorkspace, settings: Settings) -> None:
    """Wait until nothing is on its way any more: what has not come by then never comes."""
    workspace.wait_until(
        lambda: not rows_in_sql.unsettled(settings), turn=0.2, reason="Something is still on its way."
    )


def card_about(place: Place, reference: str) -> Message:
    """The card of this report, once it is there."""

    def cards() -> list[Message]:
        return [message for message in place.messages if message.shows(reference)]

    place.workspace.wait_until(cards, reason=f"There is no card about {reference} in {place.name}.")
    return cards()[-1]


def opens(person: Person, card: Message) -> Modal:
    """Press Open on a card, and wait until there is more to see than a moment's notice."""
    person.clicks("Open", on=card)
    person.workspace.wait_until(
        lambda: person.modals and not person.modal.says("Opening"), reason="The report did not open."
    )
    return person.modal


def direct_message(person: Person, words: str) -> Message:
    """The newest direct message with these words, once it is there."""

    def found() -> list[Message]:
        return [message for message in person.direct_messages if message.shows(words)]

    person.workspace.wait_until(found, reason=f"{person.name} has no direct message that says {words!r}.")
    return found()[-1]


def days_pass(workspace: PeopledWorkspace, days: int) -> None:
    """Move the clock on to a noon: before 10:00 nobody is reminded, and other tests may have left any hour."""
    workspace.clock.to((workspace.clock.now() + timedelta(days=days)).replace(hour=12))


def action_form(safety_lead: Person, nurse: Person, safety_channel: Place, *, reference: str = "") -> Modal:
    """Open the report, a new one unless `reference` names it, and press Make an action."""
    card = card_about(safety_channel, reference or reference_in(reports(nurse)))
    opens(safety_lead, card)
    safety_lead.clicks("Make an action")
    safety_lead.workspace.wait_until(
        lambda: safety_lead.modal.title == "Make an action", reason="The form did not open."
    )
    return safety_lead.modal


def agrees_an_action(
    safety_lead: Person, nurse: Person, safety_channel: Place, owner: Person, *, change: str, reference: str = ""
) -> Shown:
    """Make an action of a report, due in two weeks."""
    action_form(safety_lead, nurse, safety_channel, reference=reference)
    due = safety_lead.workspace.clock.now().date() + timedelta(days=14)
    safety_lead.answers(change=change, owner=owner.id, due_on=due)
    return safety_lead.submits()


@contextmanager
def the_database_held_by_someone_else(context: Context) -> Iterator[None]:
    """Somebody holds the end of the audit trail, for as long as the block lasts; on SQLite, every turn to write."""
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with context.database.writing(wait=LONGEST) as transaction:
            audit.lock_trail(transaction)
            held.set()
            let_go.wait(LONGEST)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(LONGEST)
    try:
        yield
    finally:
        let_go.set()
        holder.join()
