"""Did it hold? When a ward is asked, and what is kept of its answers."""

from datetime import timedelta

import pytest

from bot.domain.actions.action import ActionReason, ActionRefused, approve_for_ward
from bot.domain.actions.hold import (
    LARGE_TEAM,
    OPEN_FOR,
    SMALL_TEAM,
    STAGES,
    TOLD_AFTER,
    HoldAnswer,
    is_small,
    next_stage,
    stage_due,
    stage_moment,
)
from bot.domain.calendar import known_zone
from tests.domain.examples import LONDON, NOON, a_hold_question, a_person, a_service, an_action, utc

ZONE = known_zone(LONDON)
MOMENTS = [utc("2026-12-24 08:00"), utc("2027-01-25 08:00"), utc("2027-02-22 08:00")]
"""The second would be a Saturday."""
SECOND = timedelta(seconds=1)


def test_the_ward_is_asked_when_a_working_day_begins_30_60_and_90_days_after_the_check():
    assert [stage_moment(NOON, days, ZONE) for days in STAGES] == MOMENTS


def test_a_stage_on_a_bank_holiday_goes_to_the_next_working_day_where_the_ward_is():
    checked = utc("2026-11-25 10:00")  # 30 days later is Christmas Day, a Friday; Monday stands in for Boxing Day.
    assert stage_moment(checked, 30, ZONE) == utc("2026-12-29 08:00")
    assert stage_moment(NOON, 30, known_zone("Asia/Kolkata")) == utc("2026-12-24 02:30")


def test_not_a_second_too_soon_and_the_latest_replaces_those_before():
    for stage, moment in zip(STAGES, MOMENTS, strict=True):
        assert stage_due(NOON, ZONE, asked=stage - 30, now=moment - SECOND) is None
        assert stage_due(NOON, ZONE, asked=stage - 30, now=moment) == stage
    assert stage_due(NOON, ZONE, asked=0, now=MOMENTS[2]) == 90
    assert stage_due(NOON, ZONE, asked=90, now=MOMENTS[2]) is None


def test_what_comes_next_is_the_first_that_was_not_asked():
    assert [next_stage(NOON, ZONE, asked=asked) for asked in (0, 30, 60, 90)] == [*MOMENTS, None]


@pytest.mark.parametrize("small", [False, True])
def test_only_the_most_careful_answer_is_kept_whatever_the_order(small):
    question = a_hold_question(small=small)
    offered = SMALL_TEAM if small else LARGE_TEAM
    assert question.offered == offered
    for answers in (offered, offered[::-1]):
        kept = question
        for answer in answers:
            kept = kept.with_answer(answer)
        assert kept.answer is offered[-1]


def test_the_lead_is_told_after_two_days_and_again_at_the_end_if_it_got_worse():
    question = a_hold_question(answer=HoldAnswer.PARTLY)
    assert question.to_tell(NOON + TOLD_AFTER - SECOND) is None
    assert question.to_tell(NOON + TOLD_AFTER) is HoldAnswer.PARTLY
    worse = question.model_copy(update={"told": HoldAnswer.PARTLY, "answer": HoldAnswer.SLIPPED})
    assert worse.to_tell(NOON + OPEN_FOR - SECOND) is None
    assert worse.to_tell(NOON + OPEN_FOR) is HoldAnswer.SLIPPED
    assert question.model_copy(update={"told": HoldAnswer.PARTLY}).to_tell(NOON + OPEN_FOR) is None


def test_nothing_is_told_where_nobody_answered():
    assert a_hold_question().to_tell(NOON + OPEN_FOR) is None


def test_it_is_open_for_seven_days_unless_it_was_closed():
    assert a_hold_question().is_open(NOON + OPEN_FOR - SECOND)
    assert not a_hold_question().is_open(NOON + OPEN_FOR)
    assert not a_hold_question(closed_at=NOON).is_open(NOON)


def test_a_team_of_four_is_small_and_one_of_five_is_not():
    four = tuple(a_person(slack_id=f"U0{number}", team="oak") for number in range(4))
    everybody = a_service().people
    others = tuple(person for person in everybody if person.team != "oak")
    assert is_small(a_service(people=(*others, *four)), "oak")
    assert not is_small(a_service(people=(*others, *four, a_person(slack_id="U0FIVE", team="oak"))), "oak")


def test_words_for_the_ward_are_approved_at_the_check_and_not_before():
    done = an_action(for_ward="Alarms are tested each Monday.")
    with pytest.raises(ActionRefused) as refusal:
        approve_for_ward(done, by="U0SAFETY")
    assert refusal.value.reason is ActionReason.NOT_CHECKED
    checked = done.model_copy(update={"checked_at": NOON, "checked_by": "U0SAFETY"})
    assert checked.words_for_channels is None
    assert approve_for_ward(checked, by="U0SAFETY").words_for_channels == done.for_ward
    without = checked.model_copy(update={"for_ward": None})
    assert approve_for_ward(without, by="U0SAFETY") == without
