"""Many people press Send in the same moment, while every call of Slack's takes a second."""

from dataclasses import replace

from bot.settings import Mode
from sandbox.faults import SlowAnswers
from sandbox.people.person import Person
from sandbox.workspace.workspace import SandboxTimeouts
from tests import bots
from tests.torture.bot_under_attack import Outcome, rig
from tests.torture.people import crowd, fill_forms, press_send, send_at_once
from tests.torture.record_of_responses import SendOutcome, Submission, SubmissionLog

AS_SLACK = SandboxTimeouts()
_SLACK_TAKES = 1.0


def burst(engine: str, mode: Mode, *, people: int, patience: SandboxTimeouts = AS_SLACK, presses: int = 1) -> Outcome:
    """So many people, each with a form that is filled, press Send; then all messages leave.

    Slack waits as long as `patience` says, and then tells the person that there was no answer. Whoever has no receipt
    after so many `presses` is told as missed.
    """
    name = f"{people} at once, {mode}"
    submission_log = SubmissionLog(f"burst-{engine}-{mode}".lower())
    with rig(engine, people=people, seed=name) as here:
        with here.bot(mode):
            here.workspace.patience = bots.PATIENT
            forms = fill_forms(crowd(here.workspace), submission_log)
            here.workspace.patience = patience
            slow = here.workspace.faults.arm(SlowAnswers(seconds=_SLACK_TAKES))
            seconds = send_at_once(forms)
            here.workspace.faults.disarm(slow)
            for person, submission in forms:
                _press_again(person, submission, presses - 1)
            here.settle()
        told = replace(here.histories(submission_log), missed=_without_a_receipt(submission_log))
    return Outcome(name, engine, 1, told, note=f"the slowest in {max(seconds):.2f} s")


def _press_again(person: Person, submission: Submission, presses: int) -> None:
    for _ in range(presses):
        if submission.got([SendOutcome.SAVED]):
            return
        press_send(person, submission)


def _without_a_receipt(submission_log: SubmissionLog) -> tuple[str, ...]:
    return tuple(
        sent.id for sent in submission_log.submissions if sent.responses[-1].outcome is not SendOutcome.SAVED
    )
