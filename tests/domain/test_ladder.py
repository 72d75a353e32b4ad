"""The ladder: who is asked when, who is left out, and what an outage or a wrong clock does."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.domain.incidents.ladder import People, next_question, people_to_ask, ring
from bot.domain.service.ladders import DEFAULTS, Asks, Certainty, Ladder, LadderRule, Step
from bot.domain.service.rota import Shift
from bot.domain.service.service import Role
from tests.domain.examples import BOTH, NOON, ON_CALL, SAFETY, a_person, a_service, utc

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
PEOPLE = People(rota=("U0FIRST", "U0SECOND", "U0THIRD"), executives=("U0EXEC",))
FIRST, SECOND, EXEC, ALL = ("U0FIRST",), ("U0SECOND",), ("U0EXEC",), ("U0FIRST", "U0SECOND", "U0EXEC")
YES, NOT_SURE = DEFAULTS[Certainty.YES], DEFAULTS[Certainty.NOT_SURE]


def rings(ladder, people, *, until, every=MINUTE, start=NOON, paused=()):
    """All ringing until then, with the minutes since the start, if somebody looks so often."""
    found, step, at, now = [], 0, start, start
    while now <= start + until:
        if at <= now:
            rung = ring(ladder, people, step=step, due_at=at, now=now, paused=paused)
            found.append(((now - start) // MINUTE, rung.people))
            step, at = rung.next_step, rung.next_at
        now += every
    return found


def test_yes_asks_at_once_after_10_and_after_30_minutes_then_all_for_two_hours_then_hourly():
    assert rings(YES, PEOPLE, until=5 * HOUR) == [
        *((0, FIRST), (10, SECOND), (30, EXEC)),
        *((60, ALL), (90, ALL), (120, ALL), (150, ALL)),
        *((210, ALL), (270, ALL)),
    ]


def test_not_sure_asks_the_executive_only_after_an_hour():
    assert rings(NOT_SURE, PEOPLE, until=90 * MINUTE) == [(0, FIRST), (10, SECOND), (60, EXEC), (90, ALL)]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (People((), ("U0EXEC",)), [(0, EXEC), (30, EXEC), (60, EXEC)]),
        (People(("U0FIRST",), ("U0EXEC",)), [(0, FIRST), (10, EXEC), (40, ("U0FIRST", "U0EXEC"))]),
        (People(("U0FIRST", "U0SECOND"), ()), [(0, FIRST), (10, SECOND), (30, ()), (60, ("U0FIRST", "U0SECOND"))]),
        (People((), ()), [(0, ()), (30, ()), (60, ())]),
    ],
)
def test_a_step_that_has_nobody_gives_its_time_to_the_next(people, expected):
    assert rings(YES, people, until=HOUR) == expected


@pytest.mark.parametrize(
    ("paused", "expected"),
    [
        (FIRST, [(0, (*FIRST, *SECOND)), (20, EXEC), (50, ALL)]),
        (SECOND, [(0, FIRST), (10, (*SECOND, *EXEC)), (40, ALL)]),
        (EXEC, [(0, FIRST), (10, SECOND), (30, EXEC), (60, ALL)]),
        (ALL, [(0, ALL), (30, ALL), (60, ALL)]),
    ],
)
def test_somebody_paused_is_asked_and_the_next_step_comes_at_once(paused, expected):
    assert rings(YES, PEOPLE, until=HOUR, paused=paused) == expected


def test_after_an_outage_of_nine_days_each_person_is_asked_once_and_the_ladder_goes_on_in_its_time():
    now = NOON + timedelta(days=9) + 7 * MINUTE
    rung = ring(YES, PEOPLE, step=1, due_at=NOON + 10 * MINUTE, now=now)
    assert sorted(rung.people) == sorted(ALL)
    assert now < rung.next_at <= now + HOUR
    assert ring(YES, PEOPLE, step=rung.next_step, due_at=rung.next_at, now=rung.next_at).people == ALL


def test_what_was_written_while_the_clock_was_ahead_rings_now():
    rung = ring(YES, PEOPLE, step=1, due_at=NOON + timedelta(days=3), now=NOON)
    assert (rung.people, rung.next_at) == (SECOND, NOON + 20 * MINUTE)


@pytest.mark.parametrize("start", [utc("2026-03-29 00:30"), utc("2026-10-25 00:30")])
def test_when_the_clocks_change_the_minutes_between_stay_the_same(start):
    assert rings(YES, PEOPLE, until=2 * HOUR, start=start) == rings(YES, PEOPLE, until=2 * HOUR)


@given(
    every=st.timedeltas(min_value=MINUTE, max_value=timedelta(days=10)),
    level=st.sampled_from(list(DEFAULTS)),
)
def test_however_seldom_somebody_looks_nobody_is_left_out_and_nobody_asked_twice_at_a_time(every, level):
    found = rings(DEFAULTS[level], PEOPLE, until=timedelta(days=20), every=every)
    asked = [person for _, people in found for person in people]
    assert set(asked) == set(ALL)
    assert all(len(set(people)) == len(people) for _, people in found)
    assert len({at for at, _ in found}) == len(found)


def test_first_is_whoever_has_the_shift_now_and_then_the_rota():
    service = a_service()
    shift = Shift(person="U0BOTH", starts_at=NOON - HOUR, ends_at=NOON + HOUR)
    assert people_to_ask(service, [shift], involved=(), now=NOON).rota == ("U0BOTH", "U0ONCALL")
    assert people_to_ask(service, [], involved=(), now=NOON).rota == ("U0ONCALL", "U0BOTH")


def test_somebody_who_left_or_is_involved_is_not_asked():
    left = a_service(people=(SAFETY, BOTH))
    assert people_to_ask(left, [], involved=(), now=NOON).rota == ("U0BOTH",)
    involved = people_to_ask(a_service(), [], involved=("U0ONCALL", "U0SAFETY"), now=NOON)
    assert (involved.rota, involved.executives) == (("U0BOTH",), ("U0BOTH",))


def test_the_executives_are_the_last_step_and_the_safety_leads_where_there_is_none():
    executive = a_person(slack_id="U0EXEC", roles=frozenset({Role.EXECUTIVE}))
    lead = a_person(slack_id="U0LEAD", roles=frozenset({Role.SAFETY_LEAD}))
    with_one = a_service(people=(SAFETY, ON_CALL, executive, lead))
    assert people_to_ask(with_one, [], involved=(), now=NOON).executives == ("U0EXEC",)
    assert people_to_ask(with_one, [], involved=("U0EXEC",), now=NOON).executives == ("U0LEAD",)


def test_once_the_reporter_says_that_all_are_safe_no_executive_is_asked():
    assert rings(YES, PEOPLE.without_executives(), until=HOUR) == [
        *((0, FIRST), (10, SECOND), (30, ())),
        (60, ("U0FIRST", "U0SECOND")),
    ]


@pytest.mark.parametrize("asks", Asks)
def test_each_kind_of_step_asks_somebody(asks):
    assert PEOPLE.asked_by(asks)


@pytest.mark.parametrize(
    ("after", "asked_at"),
    [(0, 15), (14, 15), (15, 60), (59, 60), (60, 120), (119, 120), (120, 180), (600, 660)],
)
def test_whoever_has_it_is_asked_after_15_and_60_minutes_and_then_each_hour(after, asked_at):
    assert next_question(NOON, now=NOON + after * MINUTE) == NOON + asked_at * MINUTE


OWN = LadderRule(at_risk=Certainty.YES, team="oak", steps=(Step(asks=Asks.EVERYBODY, after=0),), again_every=5)
OF_ALL = LadderRule(
    at_risk=Certainty.YES,
    steps=(Step(asks=Asks.FIRST, after=0), Step(asks=Asks.EXECUTIVE, after=20)),
    again_every=10,
    again_times=2,
    then_every=15,
)


def test_a_team_has_its_own_ladder_and_the_others_that_of_all_teams_or_the_default():
    service = a_service(ladders=(OF_ALL, OWN))
    found = [service.ladder(team, Certainty.YES) for team in ("oak", "elm", "gone")]
    assert found == [OWN, OF_ALL, OF_ALL]
    assert service.ladder("oak", Certainty.NOT_SURE) == NOT_SURE
    assert a_service().ladder("oak", Certainty.YES) == YES


def test_the_steps_of_a_file_ring_at_their_times():
    assert rings(OF_ALL, PEOPLE, until=70 * MINUTE) == [
        *((0, FIRST), (20, EXEC)),
        *((30, ALL), (40, ALL), (55, ALL), (70, ALL)),
    ]
    assert rings(OWN, PEOPLE, until=10 * MINUTE) == [(0, ALL), (5, ALL), (10, ALL)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([("first", 1)], "the first step must come at once"),
        ([("first", 0), ("second", 0)], "each step must come later"),
        ([("first", 0), ("second", 10), ("executive", 5)], "each step must come later"),
        ([("first", 0), ("second", 61)], "no step may come more than 60 minutes"),
        ([("first", 0), ("first", 10)], "each step must ask somebody else"),
        ([("second", 0), ("first", 10)], "first must be asked before second"),
        ([("executive", 0), ("second", 10)], "first must be asked before second"),
        ([], "at least 1 item"),
    ],
)
def test_steps_that_cannot_be_climbed_are_refused(steps, words):
    with pytest.raises(ValueError, match=words):
        Ladder(steps=tuple(Step(asks=Asks(asks), after=after) for asks, after in steps))


@pytest.mark.parametrize(
    ("ladders", "words", "place"),
    [
        ((OF_ALL, OF_ALL), "another ladder is for the same team and answer", ("ladders", 1, "at_risk")),
        ((OF_ALL, OWN.model_copy(update={"team": "gone"})), "no team with this code", ("ladders", 1, "team")),
    ],
)
def test_ladders_that_do_not_fit_the_service_are_refused(ladders, words, place):
    with pytest.raises(ValidationError, match=words) as refused:
        a_service(ladders=ladders)
    assert refused.value.errors()[0]["ctx"]["error"].place == place
