"""Whose notifications are paused, as far as Slack has told."""

from datetime import timedelta

import pytest

from bot.domain.incidents.danger import Answer, Asked, DangerState, probably_wakes_nobody
from bot.domain.service.quiet_hours import QuietHours, who_may_be_asked
from bot.domain.service.service import Role
from tests.domain.examples import NOON, ON_CALL, SAFETY, a_danger, a_person, a_service

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
QUIET = QuietHours({"U0PAUSED": ((NOON, NOON + HOUR),), "U0NEVER": ()})


@pytest.mark.parametrize(
    ("person", "at", "paused"),
    [
        ("U0PAUSED", NOON - SECOND, False),
        ("U0PAUSED", NOON, True),
        ("U0PAUSED", NOON + HOUR - SECOND, True),
        ("U0PAUSED", NOON + HOUR, False),
        ("U0NEVER", NOON, False),
        ("U0UNKNOWN", NOON, None),
    ],
)
def test_a_pause_has_a_first_moment_and_no_last_one_and_of_strangers_nothing_is_known(person, at, paused):
    assert QUIET.paused(person, now=at) is paused


@pytest.mark.parametrize(
    ("people", "silent"),
    [((), True), (("U0PAUSED",), True), (("U0PAUSED", "U0NEVER"), False), (("U0PAUSED", "U0UNKNOWN"), False)],
)
def test_slack_wakes_nobody_where_all_are_paused_or_nobody_is_there(people, silent):
    assert QUIET.all_paused(people, now=NOON) is silent


def asked(person, paused, answer=Answer.SENT):
    return Asked(target=person, number=1, at=NOON, answer=answer, paused=paused)


@pytest.mark.parametrize(
    ("danger", "people", "silent"),
    [
        (a_danger(), [], True),
        (a_danger(), [asked("U0A", paused=True), asked("U0B", paused=True)], True),
        (a_danger(), [asked("U0A", paused=True), asked("U0B", paused=False)], False),
        (a_danger(), [asked("U0A", paused=None)], False),
        (a_danger(), [asked("U0A", paused=True, answer=Answer.DECLINED)], False),
        (a_danger(rungs=0), [], False),
        (a_danger(state=DangerState.ENDED, next_at=None, ended_at=NOON, ended_by="U0A"), [], False),
    ],
)
def test_a_danger_probably_wakes_nobody_once_it_has_rung_and_no_phone_made_a_sound(danger, people, silent):
    assert probably_wakes_nobody(danger, people) is silent


def test_slack_is_asked_about_everybody_whom_a_ladder_may_ask():
    executive = a_person(slack_id="U0EXEC", roles=frozenset({Role.EXECUTIVE}))
    lead = a_person(slack_id="U0LEAD", roles=frozenset({Role.SAFETY_LEAD}))
    assert who_may_be_asked(a_service(people=(SAFETY, ON_CALL, executive, lead))) == ("U0ONCALL", "U0EXEC", "U0LEAD")
    assert who_may_be_asked(a_service(people=(SAFETY, ON_CALL))) == ("U0ONCALL", "U0SAFETY")
