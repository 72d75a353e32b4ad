"""What is written for a session and in it: agenda, summary without names, and everybody's notes by section."""

from enum import StrEnum
from uuid import UUID, uuid4

from pydantic import Field

from bot.domain.incidents.redaction import without
from bot.domain.refusals import Reason, Refused
from bot.domain.values import Moment, PersonId, Value, VisibleText

LONGEST_AGENDA = 1000
LONGEST_NOTE = 1000


class Section(StrEnum):
    """The sections of the notes, in the order of the conversation."""

    WHAT_HAPPENED = "what_happened"
    WHAT_HELPED = "what_helped"
    WHAT_GOT_IN_THE_WAY = "what_got_in_the_way"
    HOW_ARE_WE = "how_are_we"
    WHAT_WILL_WE_TRY = "what_will_we_try"


class SessionWords(Value):
    """What its lead wrote: people read it before they come."""

    agenda: VisibleText = Field(max_length=LONGEST_AGENDA, repr=False)
    summary: VisibleText | None = Field(default=None, max_length=LONGEST_AGENDA, repr=False)


_Note = VisibleText | None


class NotesForm(Value):
    """What one person wrote. A section may stay empty, but not all of them."""

    what_happened: _Note = Field(default=None, max_length=LONGEST_NOTE, repr=False)
    what_helped: _Note = Field(default=None, max_length=LONGEST_NOTE, repr=False)
    what_got_in_the_way: _Note = Field(default=None, max_length=LONGEST_NOTE, repr=False)
    how_are_we: _Note = Field(default=None, max_length=LONGEST_NOTE, repr=False)
    what_will_we_try: _Note = Field(default=None, max_length=LONGEST_NOTE, repr=False)

    def words(self, section: Section) -> str | None:
        found: str | None = getattr(self, section.value)
        return found


class Notes(Value):
    """The notes of one person as they were saved last. None: they cannot be read."""

    id: UUID
    session_id: UUID
    person: PersonId
    version: int
    saved_at: Moment
    sections: NotesForm | None = Field(repr=False)


class NotesReason(Reason):
    NOTHING_WRITTEN = "notes_nothing_written"
    SAVED_MEANWHILE = "notes_saved_meanwhile"


class NotesRefused(Refused):
    """A rule refused what somebody wrote."""


def noted(before: Notes | None, form: NotesForm, *, session_id: UUID, seen: int, by: str, now: Moment) -> Notes:
    """The notes of this person, with these words. `seen` is the version that their form showed, 0 for none."""
    if not any(form.words(section) for section in Section):
        raise NotesRefused(Section.WHAT_HAPPENED, NotesReason.NOTHING_WRITTEN)
    version = before.version if before else 0
    if version != seen:  # They wrote on two screens at once: neither may overwrite the other.
        raise NotesRefused(Section.WHAT_HAPPENED, NotesReason.SAVED_MEANWHILE)
    own_id = before.id if before else uuid4()
    return Notes(id=own_id, session_id=session_id, person=by, version=version + 1, saved_at=now, sections=form)


def words_without(before: SessionWords, words: str) -> SessionWords:
    """Without exactly these words, which may be of a patient."""
    given = before.model_dump(exclude_none=True)
    return SessionWords(**{name: without(text, words, longest=LONGEST_AGENDA) for name, text in given.items()})


def notes_without(before: NotesForm, words: str) -> NotesForm:
    given = before.model_dump(exclude_none=True)
    return NotesForm(**{name: without(text, words, longest=LONGEST_NOTE) for name, text in given.items()})
