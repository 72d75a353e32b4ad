"""What people did and what they were told, written down by the people: nothing here comes from the bot's records."""

import itertools
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.people.seen import Shown
from tests.journeys.steps import REFERENCE


class SendOutcome(StrEnum):
    """What somebody was told after they pressed Send."""

    SAVED = "saved"
    NOT_SAVED = "not saved"
    CANNOT_TELL = "cannot tell"
    NO_RESPONSE = "no response"
    SOMETHING_ELSE = "something else"


_NUMBER_FIRST = re.compile(r"^Phone [\d ]+ now\. ")
UNKNOWN = frozenset([SendOutcome.CANNOT_TELL, SendOutcome.NO_RESPONSE])


@dataclass(frozen=True)
class Response:
    """What came after pressing Send: the reference on the receipt, and what was seen if it was something else."""

    outcome: SendOutcome
    reference: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Submission:
    """One form, and every response to sending it. Its `words` are nowhere else."""

    id: str
    person: str
    responses: list[Response] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        return f"The alarm of the door {self.id} stayed silent during the checks."

    @property
    def reference(self) -> str:
        """What the first receipt says, if one came."""
        return next((each.reference for each in self.responses if each.reference), "")

    def got(self, outcomes: Iterable[SendOutcome]) -> bool:
        """Whether any response was one of these."""
        return any(each.outcome in outcomes for each in self.responses)


class SubmissionLog:
    """Every submission, under a name of its own."""

    def __init__(self, name: str) -> None:
        self._name, self._numbers, self._guard = name, itertools.count(1), threading.Lock()
        self._submissions: list[Submission] = []

    @property
    def submissions(self) -> list[Submission]:
        """Those that were sent at least once."""
        return [submission for submission in self._submissions if submission.responses]

    def new_submission(self, person: str) -> Submission:
        """Somebody has opened a form."""
        with self._guard:
            submission = Submission(f"{self._name}-{next(self._numbers)}", person)
            self._submissions.append(submission)
        return submission


def response_in(shown: Shown) -> Response:
    """What this says to whoever reads it."""
    beside = shown.errors.get("what", "")
    found = REFERENCE.search(shown.text)
    if shown.error:
        return Response(SendOutcome.NO_RESPONSE)
    beside = _NUMBER_FIRST.sub("", beside)
    if beside.startswith(("Not saved.", "This is not saved.")):
        return Response(SendOutcome.NOT_SAVED)
    if beside.startswith("We cannot tell yet"):
        return Response(SendOutcome.CANNOT_TELL)
    if found and shown.says("Your report is saved"):
        return Response(SendOutcome.SAVED, found.group())
    return Response(SendOutcome.SOMETHING_ELSE, seen=f"{shown.title}: {dict(shown.errors)}")
