"""`python -m bot due` says what comes next, and what fails, in plain words."""

from argparse import Namespace
from contextlib import contextmanager
from datetime import date

import pytest

from bot.commands import due as command
from bot.usecases.actions import repeats
from bot.usecases.incidents import anonymous_hour, morning_line
from storage import due
from storage.due import DueTime
from tests.domain.examples import NOON


@pytest.fixture
def told(bot, monkeypatch, capsys):
    """What it prints, with its exit code."""

    @contextmanager
    def database_to_read():
        yield bot.context.database

    monkeypatch.setattr(command, "database_to_read", database_to_read)

    def run(*, whole=False):
        code = command.run(Namespace(all=whole))
        return code, capsys.readouterr().out.splitlines()

    return run


def test_it_lists_what_comes_next_in_the_service_s_time(bot, told, monkeypatch):
    action = bot.agree(bot.report(), due_on=date(2027, 7, 8))
    bot.tick()
    assert told() == (
        0,
        [
            "Waiting for their time: 12. Failing: 0. Times are those of Europe/London.",
            "Tuesday 24 November 2026, 12:05  assigned U0OWNER: the message about new actions",
            f"Tuesday 24 November 2026, 13:00  anonymous_hour all: {anonymous_hour.WHAT}",
            f"Tuesday 24 November 2026, 13:00  repeat all: {repeats.WHAT}",
            f"Wednesday 25 November 2026, 08:30  morning_line service: {morning_line.WHAT}",
            "Thursday 26 November 2026, 09:00  bulletin_draft elm: a look whether a bulletin needs its draft",
            "Thursday 26 November 2026, 09:00  bulletin_draft oak: a look whether a bulletin needs its draft",
            "Monday 30 November 2026, 09:00  bulletin elm: the weekly bulletin of the team",
            "Monday 30 November 2026, 09:00  bulletin oak: the weekly bulletin of the team",
            "Tuesday 1 December 2026, 10:00  lead_digest U0BOTH: the weekly digest of a safety lead",
            "Tuesday 1 December 2026, 10:00  lead_digest U0SAFETY: the weekly digest of a safety lead",
            "Tuesday 1 December 2026, 11:00  test_alert service: the test alert of the month",
            f"Monday 5 July 2027, 08:00  nudge {action.id}: a reminder of the action",
        ],
    )
    monkeypatch.setattr(command, "MOST", 1)
    assert len(told()[1]) == 2
    assert len(told(whole=True)[1]) == 13


def test_it_names_what_fails_and_what_it_does_not_know(bot, told):
    with bot.context.database.writing() as transaction:
        due.put(transaction, [DueTime("nudge", "no id", NOON), DueTime("digest", "oak", NOON)])
    bot.tick()
    code, lines = told()
    assert code == 1
    assert lines[1] == "Tuesday 24 November 2026, 12:00  digest oak: of a kind that this version does not know"
    assert lines[-1] == (
        "Failed once, with ValueError: nudge no id: a reminder of the action. "
        "It is tried again on Tuesday 24 November 2026, 12:01."
    )
