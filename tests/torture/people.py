"""People who send reports, each at their own pace, and write down what they are told."""

import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from sandbox.interactions.ask_bot import SignedOut
from sandbox.people.person import NothingThere, PeopledWorkspace, Person, Refused
from sandbox.people.seen import Modal
from sandbox.records import Member
from sandbox.workspace.seed import Seed, read_seed
from tests.torture.record_of_responses import Response, SendOutcome, Submission, SubmissionLog, response_in

WARD = "oak-ward"
_GIVES_UP = 0.15
"""The share of bad answers after which somebody does not press Send again: what they were told last must be true."""
_PRESSES_AT_MOST = 30
_ALL_READY_WITHIN = 60


def seed_with(count: int) -> Seed:
    """The invented workspace, with this many more people on the ward."""
    seed = read_seed()
    more = tuple(Member(id=f"U0CROWD{number:03}", name=f"Nurse {number}") for number in range(count))
    joined = {member.id for member in more}
    channels = (
        replace(channel, members=channel.members | joined) if channel.name == WARD else channel
        for channel in seed.channels
    )
    return replace(seed, members=(*seed.members, *more), channels=tuple(channels))


def crowd(workspace: PeopledWorkspace) -> list[Person]:
    """Those whom `seed_with` added."""
    return [Person(workspace, member) for member in workspace.members if member.startswith("U0CROWD")]


def fill_the_form(person: Person, submission: Submission, *, still_at_risk: str) -> None:
    """Open a form, and answer its questions. Nothing is sent. Raises `Refused` or `NothingThere`."""
    while person.modals:
        person.closes()
    person.runs("/incident", channel=WARD)
    person.answers(what=submission.words)
    if still_at_risk == "no":
        person.answers(still_at_risk=still_at_risk)
    else:
        person.chooses("still_at_risk", still_at_risk)  # Somebody in danger reads whom to phone.


def press_send(person: Person, submission: Submission) -> None:
    """Press Send once, and write down what comes of it.

    A form that was asked for before may come late, and take the place of what Send would have shown.
    """
    shown = person.submits()
    if shown.title == "Not sent yet":  # They sent another one a minute ago, on purpose.
        shown = person.submits()
    replaced = shown.modal is not None and not shown.errors and _is_another_form(shown.modal, submission)
    submission.responses.append(Response(SendOutcome.NO_RESPONSE) if replaced else response_in(shown))


Forms = Sequence[tuple[Person, Submission]]


def fill_forms(people: Sequence[Person], submission_log: SubmissionLog) -> Forms:
    """Each opens a form and answers it. Nothing is sent."""
    forms = [(person, submission_log.new_submission(person.id)) for person in people]
    for person, submission in forms:
        fill_the_form(person, submission, still_at_risk="no")
    return forms


def send_at_once(forms: Forms) -> Sequence[float]:
    """All press Send in the same moment. The seconds until each was answered."""
    together = threading.Barrier(len(forms))
    with ThreadPoolExecutor(len(forms)) as at_once:
        return list(at_once.map(partial(_seconds_until_answered, together), *zip(*forms, strict=True)))


def _seconds_until_answered(together: threading.Barrier, person: Person, submission: Submission) -> float:
    together.wait(_ALL_READY_WITHIN)
    pressed = time.monotonic()
    press_send(person, submission)
    return time.monotonic() - pressed


class Load:
    """Sends reports while something happens to the bot."""

    def __init__(self, people: Sequence[Person], submission_log: SubmissionLog, *, seed: str) -> None:
        self._people, self._submission_log, self._seed = people, submission_log, seed
        self._enough = threading.Event()

    @contextmanager
    def sending(self) -> Iterator[None]:
        """While the block lasts. Then everybody comes to an end, for which whatever was wrong must be over."""
        with ThreadPoolExecutor(len(self._people)) as at_once:
            sending = [at_once.submit(self._sends, person) for person in self._people]
            try:
                yield
            finally:
                self._enough.set()
        for each in sending:
            each.result()

    def _sends(self, person: Person) -> None:
        chance = random.Random(f"{self._seed} {person.id}")  # noqa: S311 - nothing is kept secret
        while not self._enough.wait(chance.uniform(0, 0.4)):
            submission = self._submission_log.new_submission(person.id)
            try:
                fill_the_form(person, submission, still_at_risk=chance.choice(["no", "yes", "not_sure"]))
                self._presses_send(person, submission, chance)
            except (Refused, NothingThere, SignedOut):
                continue  # There is no bot at the moment, or no account. They try again.

    def _presses_send(self, person: Person, submission: Submission, chance: random.Random) -> None:
        for _ in range(_PRESSES_AT_MOST):
            if not _is_in_front(person, submission):
                return  # Another form, asked for before and come late, took its place.
            press_send(person, submission)
            if submission.got([SendOutcome.SAVED]) or chance.random() < _GIVES_UP:
                return
            time.sleep(chance.uniform(0.1, 0.5))


def _is_another_form(modal: Modal, submission: Submission) -> bool:
    field = modal.fields.get("what")
    return field is not None and field.value != submission.words


def _is_in_front(person: Person, submission: Submission) -> bool:
    try:
        return person.modal.field("what").value == submission.words
    except (NothingThere, KeyError):  # Nothing is open, or something that asks no such question.
        return False
