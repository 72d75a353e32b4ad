"""Many people press Send in the same moment, while every call of Slack's takes a second."""

from dataclasses import replace

from bot.settings import Mode
from sandbox.faults import SlowAnswers
from tests.torture.bot_under_attack import Outcome, arena
from tests.torture.people import crowd, fill_forms, send_at_once
from tests.torture.record_of_answers import Diary, Told

_SLACK_TAKES = 1.0


def burst(engine: str, mode: Mode, *, people: int) -> Outcome:
    """So many people, each with a form that is filled, press Send; then all messages leave.

    Slack waits 3 seconds, and then tells the person that there was no answer: that would be told as missed.
    """
    name = f"{people} at once, {mode}"
    diary = Diary(f"burst-{engine}-{mode}".lower())
    with arena(engine, people=people, seed=name) as here:
        with here.bot(mode):
            forms = fill_forms(crowd(here.workspace), diary)
            slow = here.workspace.faults.arm(SlowAnswers(seconds=_SLACK_TAKES))
            seconds = send_at_once(forms)
            here.workspace.faults.disarm(slow)
            here.settle()
        told = replace(here.histories(diary), missed=_not_acknowledged(diary))
    return Outcome(name, engine, 1, told, note=f"the slowest in {max(seconds):.2f} s")


def _not_acknowledged(diary: Diary) -> tuple[str, ...]:
    return tuple(sent.id for sent in diary.submissions if [answer.told for answer in sent.answers] != [Told.SAVED])
