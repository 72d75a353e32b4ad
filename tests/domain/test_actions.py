"""Actions: only the owner answers for one, done twice is done once, and a moved date starts anew."""

from datetime import date

import pytest
from pydantic import ValidationError

from bot.domain.actions.action import ActionReason, ActionRefused, ActionState, Stage, complete, due_date, move
from tests.domain.examples import INVISIBLE, an_action, an_action_draft, utc

TODAY = date(2026, 11, 24)
NOW = utc("2026-11-24 12:00")


def test_an_action_starts_open_and_without_a_time_of_being_done():
    action = an_action()
    assert (action.state, action.done_at) == (ActionState.OPEN, None)


def test_the_owner_completes_an_action():
    action = an_action()
    done = complete(action, by="U0OWNER", now=NOW)
    assert done == an_action(state=ActionState.DONE, done_at=NOW)
    assert action == an_action()


def test_done_twice_is_done_once_and_the_first_time_stays():
    done = complete(an_action(), by="U0OWNER", now=NOW)
    assert complete(done, by="U0OWNER", now=utc("2026-11-25 12:00")) == done


@pytest.mark.parametrize("other", ["U0SAFETY", "U0OWNER2", "u0owner", ""])
def test_nobody_but_the_owner_completes_an_action(other):
    with pytest.raises(ActionRefused) as refused:
        complete(an_action(), by=other, now=NOW)
    assert (refused.value.field, refused.value.reason) == (
        "owner",
        ActionReason.NOT_THE_OWNER,
    )


def test_nobody_but_the_owner_completes_even_an_action_that_is_done():
    with pytest.raises(ActionRefused) as refused:
        complete(an_action(state=ActionState.DONE, done_at=NOW), by="U0SAFETY", now=NOW)
    assert refused.value.field == "owner"


def test_the_owner_moves_the_date_and_its_nudges_are_counted_from_now():
    nudged = an_action(nudged=Stage.BEFORE)
    moved = move(nudged, date(2026, 12, 10), by="U0OWNER", today=TODAY, now=NOW)
    assert moved == an_action(due_on=date(2026, 12, 10), due_set_at=NOW, nudged=None)


def test_nobody_but_the_owner_moves_the_date():
    with pytest.raises(ActionRefused) as refused:
        move(an_action(), date(2026, 12, 10), by="U0SAFETY", today=TODAY, now=NOW)
    assert (refused.value.field, refused.value.reason) == (
        "owner",
        ActionReason.NOT_THE_OWNER,
    )


def test_the_date_of_an_action_that_is_done_stays():
    done = complete(an_action(), by="U0OWNER", now=NOW)
    with pytest.raises(ActionRefused) as refused:
        move(done, date(2026, 12, 10), by="U0OWNER", today=TODAY, now=NOW)
    assert (refused.value.field, refused.value.reason) == (
        "due_on",
        ActionReason.ALREADY_DONE,
    )


def test_a_date_is_not_moved_into_the_past():
    with pytest.raises(ActionRefused) as refused:
        move(an_action(), date(2026, 11, 23), by="U0OWNER", today=TODAY, now=NOW)
    assert (refused.value.field, refused.value.reason) == (
        "due_on",
        ActionReason.DATE_HAS_PASSED,
    )


@pytest.mark.parametrize("due_on", [date(2026, 11, 24), date(2026, 11, 25), date(2028, 11, 23)])
def test_an_action_may_be_due_from_today_to_two_years_ahead(due_on):
    assert due_date(due_on, today=TODAY) == due_on


@pytest.mark.parametrize(
    ("due_on", "reason"),
    [
        (date(2026, 11, 23), ActionReason.DATE_HAS_PASSED),
        (date(1926, 11, 24), ActionReason.DATE_HAS_PASSED),
        (date(2028, 11, 24), ActionReason.DATE_TOO_FAR),
        (date(9999, 12, 31), ActionReason.DATE_TOO_FAR),
    ],
)
def test_a_date_that_has_passed_or_is_too_far_is_refused_beside_its_field(due_on, reason):
    with pytest.raises(ActionRefused) as refused:
        due_date(due_on, today=TODAY)
    assert (refused.value.field, refused.value.reason) == ("due_on", reason)


def test_a_refusal_tells_a_log_the_field_and_a_code():
    refusal = ActionRefused("due_on", ActionReason.DATE_TOO_FAR)
    assert str(refusal) == "('due_on', 'date_too_far')"


def test_how_it_is_measured_may_be_decided_later():
    assert an_action_draft().measure is None


@pytest.mark.parametrize("field", ["change", "measure"])
def test_five_hundred_characters_are_the_most_that_an_owner_is_sent(field):
    assert len(getattr(an_action_draft(**{field: "x" * 500}), field)) == 500
    with pytest.raises(ValidationError):
        an_action_draft(**{field: "x" * 501})


@pytest.mark.parametrize("field", ["change", "measure"])
@pytest.mark.parametrize("blank", ["", *INVISIBLE])
def test_blank_words_are_no_agreement(field, blank):
    with pytest.raises(ValidationError):
        an_action_draft(**{field: blank})


@pytest.mark.parametrize("words", ["CANARY", "CANARY " * 50])
def test_the_repr_of_an_action_holds_no_words(words):
    draft = an_action_draft(change=words, measure=words)
    action = an_action(change=words, measure=words)
    texts = [f"{value!r} {value}" for value in (draft, action)]
    assert [text for text in texts if "CANARY" in text] == []
