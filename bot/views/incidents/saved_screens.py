"""What takes a form's place once it is saved. The incident itself is shown anew beneath it."""

from datetime import datetime

from bot.domain.incidents.conversation import EntryKind
from bot.domain.incidents.incident import DecisionForm, Incident
from bot.domain.service.service import Service
from bot.views.incidents.labels import RESPONSES
from bot.views.kit import dates
from bot.views.kit.blocks import View, escaped, plain_modal, section
from bot.views.kit.counts import counted


def decided(decision: DecisionForm, service: Service, *, unanswered: int, now: datetime) -> View:
    """What was decided, and what is still missing before the incident can be closed."""
    due = decision.due_on and dates.day(decision.due_on, today=now.astimezone(service.zone).date())
    led = f" <@{decision.lead}> leads it." if decision.lead else ""
    by_when = f" It is due on {due}." if due else ""
    lines = [section(f"*Decided: {RESPONSES[decision.response].lower()}.*{led}{by_when}")]
    if unanswered:
        waiting = counted(unanswered, "reporter waits", "reporters wait")
        lines.append(section(f"{waiting} for an answer. Then you can close the incident."))
    return plain_modal("Decided", *lines, close="Done")


def asked() -> View:
    """After a question."""
    return plain_modal(
        "Asked",
        section(
            "*Your question is saved.* The reporter gets a message that it waits, or comes with their code. "
            "The reply comes here."
        ),
        close="Done",
    )


def asked_to_phone(phone: str) -> View:
    """After asking the reporter to phone."""
    return plain_modal(
        "Asked to phone",
        section(f"*Stay near {escaped(phone)}.* The reporter gets a message with this number and the reference."),
        section("Nobody can see whether they read it. You can ask again in 10 minutes."),
        close="Done",
    )


def look_up_reviewed() -> View:
    """After a second person has said what they think of it."""
    return plain_modal(
        "Saved",
        section(
            "*Your answer is saved with your name.* It stands in the incident. The reporter reads that you looked."
        ),
        close="Done",
    )


def answered(kind: EntryKind) -> View:
    """After an answer, or after a reason for none."""
    words = (
        "*Your reason is saved with your name.* The report counts as answered. Nothing is sent to the reporter."
        if kind is EntryKind.NO_ANSWER
        else "*Your answer is saved.* The reporter gets a message without your words, or comes with their code."
    )
    return plain_modal("Answered", section(words), close="Done")


def reporter_left() -> View:
    """In place of the form of an answer."""
    return plain_modal(
        "Nobody to answer",
        section("*The reporter has left, and nobody would read an answer.* We have noted that with the report."),
        section("The report counts as answered."),
        close="Done",
    )


def handed_over(to: str) -> View:
    """After handing over."""
    return plain_modal("Handed over", section(f"*<@{to}> has it from now on.*"), close="Done")


def merged(other: Incident) -> View:
    """After putting two incidents together."""
    return plain_modal(
        "Put together", section(f"*All reports are part of incident {other.reference} now.*"), close="Done"
    )


def lifted() -> View:
    """After lifting a restriction."""
    return plain_modal(
        "Lifted", section("*The incident is ordinary again.* Your reason is kept with it."), close="Done"
    )


def redacted(texts: int) -> View:
    """After taking words out."""
    places = counted(texts, "text", "texts")
    return plain_modal(
        "Taken out",
        section(f"*The words are taken out of {places}.*"),
        section("Backups that exist keep them until your IT team deletes them."),
        close="Done",
    )


def looked_up(reporter: str) -> View:
    """The name of a confidential reporter, once it has been recorded who asked for it."""
    return plain_modal(
        "The reporter",
        section(f"*This report was sent by <@{reporter}>.*"),
        section("They see that you looked, and your reason. Use the name only for what you wrote."),
        close="Done",
    )


def affected(people: int) -> View:
    """After the ticks for people affected."""
    saved = f"*Saved for {counted(people, 'person', 'people')}.*" if people else "*Saved. Nothing is ticked now.*"
    return plain_modal("People affected", section(f"{saved} *How far it has come* shows it."), close="Done")


def support_offered() -> View:
    """After the press that support was offered."""
    words = section(
        "*Saved: support was offered.* Candour asks again after a day and after a week, until it is done."
    )
    return plain_modal("Support offered", words, close="Done")


def support_done() -> View:
    """After the press that it is done."""
    words = section("*Saved: support is done.* Candour does not ask about it again.")
    return plain_modal("Support done", words, close="Done")
