"""What people do in more than one journey."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlmodel import func, select

from bot.domain.bulletins.edition import drafted_at, next_monday, posted_at
from bot.domain.calendar import is_working_day
from bot.settings import Settings
from bot.usecases.context import Context
from sandbox.people.answers import Answer
from sandbox.people.person import PeopledWorkspace, Person, Place
from sandbox.people.seen import Message, Modal, Shown
from sandbox.people.waiting import LONGEST, WaitingWorkspace
from storage import audit
from storage.tables.reports import ReportRow
from tests.torture import rows_in_sql

WORDS = "The door alarm stayed silent during the checks at two."
PROOF = "Each alarm rings now. The list hangs in the office."
LEARNED = "Door alarms were silent when the battery was low. A weekly test finds this."
REFERENCE = re.compile(r"[2-9BCDFGHJKMNPRTWX]{4}-[2-9BCDFGHJKMNPRTWX]{3}")


def reports(nurse: Person, *, still_at_risk: str = "no", what: str = WORDS, kind: str = "") -> Shown:
    """Run the command on the ward's channel, answer the two questions, send."""
    opens_the_form(nurse)
    if kind:
        changes_details(nurse)
        nurse.answers(kind=kind)
    answer(nurse, what=what, still_at_risk=still_at_risk)
    return sends(nurse)


def opens_the_form(reporter: Person, *, channel: str = "oak-ward") -> None:
    """Run the command, and wait for the form."""
    reporter.runs("/incident", channel=channel)
    reporter.workspace.wait_until(
        lambda: reporter.modals and "what" in reporter.modal.fields, reason="No form opened."
    )


def changes_details(reporter: Person) -> None:
    """Press Change, and wait for the fields of the type, the kind, the team and the time."""
    reporter.clicks("Change")
    reporter.workspace.wait_until(lambda: "kind" in reporter.modal.fields, reason="Change opened nothing.")


def sends(reporter: Person) -> Shown:
    """Press Send. Where something is asked about, such as a name, they mean it, and press it again."""
    shown = reporter.submits()
    return reporter.submits() if shown.title == "Not sent yet" else shown


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


def writes_a_learning_point(writer: Person, *, words: str = LEARNED, **answers: str) -> Shown:
    """From Home. What is shown is the thanks, or which words stand out."""
    home = writer.opens_home()
    writer.clicks("Write a learning point", on=home)
    writer.workspace.wait_until(lambda: writer.modals and "words" in writer.modal.fields, reason="No form opened.")
    writer.answers(words=words, **answers)
    return writer.submits()


def approves_a_learning_point(person: Person) -> None:
    """The one that has waited longest, from Home."""
    person.clicks("Read it", on=person.opens_home(), beside="waits for a second person")
    _presses_in_a_modal(person, "Approve these words", then="The next bulletins can tell teams")


def approves_the_bulletin(person: Person, team: str) -> str:
    """From the direct message of this week. Returns what was read and approved."""
    person.clicks("Read it", on=direct_message(person, f"the bulletin for {team}"))
    return _presses_in_a_modal(person, "Approve these words", then="It is approved")


def _presses_in_a_modal(person: Person, button: str, *, then: str) -> str:
    """Returns what the modal said before."""
    wait = person.workspace.wait_until
    wait(lambda: person.modals and button in person.modal.buttons, reason=f"There is no {button}.")
    before = person.modal.text
    person.clicks(button)
    wait(lambda: person.modals and person.modal.says(then), reason=f"Nothing says {then!r}.")
    person.dismisses()
    return before


def bulletins_are_ready(workspace: PeopledWorkspace, context: Context) -> datetime:
    """One learning point for all, and each team's next bulletin approved. Returns when they are posted."""
    writer, approver, zone = workspace.person("Jo Carter"), workspace.person("Kim Adeyemi"), context.service.zone
    writes_a_learning_point(writer)
    writer.dismisses()
    approves_a_learning_point(approver)
    monday = next_monday(zone, now=workspace.clock.now())
    if drafted_at(monday, zone) > workspace.clock.now():
        workspace.clock.to(drafted_at(monday, zone) + timedelta(seconds=1))
    for team in context.service.teams:
        approves_the_bulletin(approver, team.name)
    return posted_at(monday, zone)


def days_pass(workspace: PeopledWorkspace, days: int) -> None:
    """Move the clock on to the noon of a working day: otherwise nobody is reminded, and tests leave any time."""
    moment = (workspace.clock.now() + timedelta(days=days)).replace(hour=12)
    while not is_working_day(moment.date()):
        moment += timedelta(days=1)
    workspace.clock.to(moment)


def minutes_pass(workspace: WaitingWorkspace, minutes: int) -> None:
    workspace.clock.to(workspace.clock.now() + timedelta(minutes=minutes))


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
    """Make an action of a report, due in two weeks. A few minutes later its owner is told."""
    action_form(safety_lead, nurse, safety_channel, reference=reference)
    due = safety_lead.workspace.clock.now().date() + timedelta(days=14)
    safety_lead.answers(change=change, owner=owner.id, due_on=due)
    agreed = safety_lead.submits()
    if agreed.says("Is there a stronger way?"):
        agreed = safety_lead.submits()
    minutes_pass(safety_lead.workspace, 6)
    return agreed


def says_done(owner: Person, shown: Message | Modal, *, words: str = PROOF) -> Shown:
    """Press Done, and say what changed and how somebody can see it."""
    owner.clicks("Done", on=shown)
    owner.workspace.wait_until(lambda: owner.modals and owner.modal.title == "Done", reason="No form opened.")
    owner.answers(words=words)
    return owner.submits()


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
