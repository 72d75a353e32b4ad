"""What people did and what they were told, written down by the people: nothing here comes from the bot's records."""

import itertools
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.people.seen import Shown
from tests.journeys.steps import REFERENCE


class Told(StrEnum):
    """What somebody was told after they pressed Send."""

    SAVED = "saved"
    NOT_SAVED = "not saved"
    CANNOT_TELL = "cannot tell"
    NO_ANSWER = "no answer"
    SOMETHING_ELSE = "something else"


UNKNOWN = frozenset([Told.CANNOT_TELL, Told.NO_ANSWER])


@dataclass(frozen=True)
class Answer:
    """What came after pressing Send: the reference on the receipt, and what was seen if it was something else."""

    told: Told
    reference: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Submission:
    """One form, and every answer to sending it. Its `words` are nowhere else."""

    id: str
    person: str
    answers: list[Answer] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        return f"The alarm of the door {self.id} stayed silent during the checks."

    @property
    def reference(self) -> str:
        """What the first receipt says, if one came."""
        return next((answer.reference for answer in self.answers if answer.reference), "")

    def was_told(self, told: Iterable[Told]) -> bool:
        """Whether any answer was one of these."""
        return any(answer.told in told for answer in self.answers)


class Diary:
    """Every submission, under a name of its own."""

    def __init__(self, name: str) -> None:
        self._name, self._numbers, self._guard = name, itertools.count(1), threading.Lock()
        self._begun: list[Submission] = []

    @property
    def submissions(self) -> list[Submission]:
        """Those that were sent at least once."""
        return [submission for submission in self._begun if submission.answers]

    def begun(self, person: str) -> Submission:
        """Somebody has opened a form."""
        with self._guard:
            submission = Submission(f"{self._name}-{next(self._numbers)}", person)
            self._begun.append(submission)
        return submission


def answer_in(shown: Shown) -> Answer:
    """What this says to whoever reads it."""
    beside = shown.errors.get("what", "")
    found = REFERENCE.search(shown.text)
    if shown.error:
        return Answer(Told.NO_ANSWER)
    if beside.startswith("Not saved."):
        return Answer(Told.NOT_SAVED)
    if beside.startswith("We cannot tell yet."):
        return Answer(Told.CANNOT_TELL)
    if found and shown.says("Your report is saved"):
        return Answer(Told.SAVED, found.group())
    return Answer(Told.SOMETHING_ELSE, seen=f"{shown.title}: {dict(shown.errors)}")
