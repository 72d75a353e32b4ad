"""Actions: only the owner answers for one, done twice is done once, and a moved date starts anew."""

from datetime import date

import pytest
from pydantic import ValidationError

from bot.domain.actions.action import (
    ActionReason,
    ActionRefused,
    ActionState,
    Because,
    Pause,
    Stage,
    assign,
    check,
    chosen_checker,
    complete,
    due_date,
    move,
    not_yet,
    pause,
    plan,
    resume,
    undo,
)
from bot.domain.actions.lead import lead_of
from bot.domain.service.service import Role
from tests.domain.examples import INVISIBLE, a_person, a_service, an_action, an_action_draft, utc

TODAY = date(2026, 11, 24)
NOW = utc("2026-11-24 12:00")
DONE = {"state": ActionState.DONE, "done_at": NOW}
WHY = Because(words="The part comes later")


def _refusal(change):
    with pytest.raises(ActionRefused) as refused:
        change()
    return refused.value.field, refused.value.reason


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
    assert moved == an_action(due_on=date(2026, 12, 10), due_set_at=NOW, moves=1)


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


@pytest.mark.parametrize(
    ("moves", "due_on", "needed"),
    [
        (0, date(2026, 12, 31), False),
        (0, date(2027, 1, 1), True),
        (1, date(2026, 12, 2), True),
        (1, date(2026, 12, 1), False),
    ],
)
def test_a_second_move_or_one_of_more_than_thirty_days_needs_a_reason(moves, due_on, needed):
    action = an_action(moves=moves)
    assert move(action, due_on, by="U0OWNER", today=TODAY, now=NOW, because=WHY).due_on == due_on
    if needed:
        refusal = _refusal(lambda: move(action, due_on, by="U0OWNER", today=TODAY, now=NOW))
        assert refusal == ("because", ActionReason.SAY_WHY)
    else:
        assert move(action, due_on, by="U0OWNER", today=TODAY, now=NOW).due_on == due_on


def test_done_is_undone_within_ten_minutes_and_its_nudges_come_as_if_it_had_never_been_done():
    action = an_action(nudged=Stage.BEFORE, nudges=1)
    done = complete(action, by="U0OWNER", now=NOW)
    assert undo(done, by="U0OWNER", now=utc("2026-11-24 12:10")) == action
    assert undo(action, by="U0OWNER", now=NOW) == action


@pytest.mark.parametrize(
    ("facts", "now"), [({}, "2026-11-24 12:11"), ({"checked_by": "U0SAFETY", "checked_at": NOW}, "2026-11-24 12:01")]
)
def test_after_ten_minutes_or_its_check_done_is_not_undone(facts, now):
    done = an_action(**DONE, **facts)
    assert _refusal(lambda: undo(done, by="U0OWNER", now=utc(now))) == ("owner", ActionReason.WAITS_FOR_CHECK)


def test_an_action_is_closed_once_somebody_else_has_checked_it():
    done = an_action(**DONE)
    assert done.waits_for_check
    checked = check(done, by="U0SAFETY", now=NOW)
    assert (checked.checked_by, checked.checked_at, checked.waits_for_check) == ("U0SAFETY", NOW, False)
    assert check(checked, by="U0OTHER", now=utc("2026-12-24 12:00")) == checked


@pytest.mark.parametrize("answer", [check, not_yet])
def test_nobody_checks_their_own_action_or_one_that_is_open(answer):
    own = _refusal(lambda: answer(an_action(**DONE), by="U0OWNER", now=NOW))
    still_open = _refusal(lambda: answer(an_action(), by="U0SAFETY", now=NOW))
    assert (own, still_open) == (("words", ActionReason.CHECKER_IS_OWNER), ("words", ActionReason.NOT_DONE))


def test_what_does_not_work_yet_is_open_again_and_its_owner_is_to_be_told():
    done = an_action(**DONE, nudged=Stage.AFTER, nudges=2, told_at=NOW, planned_on=TODAY)
    again = not_yet(done, by="U0SAFETY", now=NOW)
    assert again == an_action(nudges=2, due_set_at=NOW, planned_on=TODAY)


def test_what_has_been_checked_is_not_opened_again_by_its_checker():
    checked = an_action(**DONE, checked_by="U0SAFETY", checked_at=NOW)
    assert _refusal(lambda: not_yet(checked, by="U0SAFETY", now=NOW)) == ("words", ActionReason.NOT_DONE)


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        (date(2026, 11, 23), ActionReason.DATE_HAS_PASSED),
        (date(2026, 11, 24), None),
        (date(2026, 12, 1), None),
        (date(2026, 12, 2), ActionReason.DAY_AFTER_DUE),
    ],
)
def test_a_day_is_chosen_from_today_to_the_due_date(day, refused):
    if refused:
        assert _refusal(lambda: plan(an_action(), day, by="U0OWNER", today=TODAY)) == ("planned_on", refused)
    else:
        assert plan(an_action(), day, by="U0OWNER", today=TODAY) == an_action(planned_on=day)


@pytest.mark.parametrize(
    "answer",
    [
        lambda action, by: plan(action, TODAY, by=by, today=TODAY),
        lambda action, by: pause(action, Pause.BLOCKED, by=by),
        lambda action, by: resume(action, by=by, now=NOW),
        lambda action, by: undo(action, by=by, now=NOW),
    ],
)
def test_nobody_but_the_owner_answers(answer):
    assert _refusal(lambda: answer(an_action(), "U0SAFETY")) == ("owner", ActionReason.NOT_THE_OWNER)


def test_an_action_that_is_done_is_not_blocked_any_more_and_cannot_be():
    blocked = pause(an_action(), Pause.BLOCKED, by="U0OWNER")
    done = complete(blocked, by="U0OWNER", now=NOW)
    assert done == an_action(**DONE)
    assert _refusal(lambda: pause(done, Pause.NOT_MINE, by="U0OWNER")) == ("words", ActionReason.ALREADY_DONE)


def test_who_can_go_on_is_nudged_again_and_who_could_always_is_not_changed():
    blocked = pause(an_action(), Pause.BLOCKED, by="U0OWNER")
    assert resume(blocked, by="U0OWNER", now=NOW) == an_action(due_set_at=NOW)
    assert resume(an_action(), by="U0OWNER", now=NOW) == an_action()


@pytest.mark.parametrize(("deputy", "left"), [("U0NEW", None), ("U0DEPUTY", "U0DEPUTY")])
def test_a_new_owner_gets_the_action_with_the_nudges_that_are_left(deputy, left):
    action = an_action(nudged=Stage.BEFORE, nudges=2, told_at=NOW, deputy=deputy, paused=Pause.NOT_MINE)
    given = assign(action, "U0NEW", zone="Asia/Kolkata", now=NOW)
    assert given == an_action(owner="U0NEW", owner_zone="Asia/Kolkata", nudges=2, due_set_at=NOW, deputy=left)


@pytest.mark.parametrize(
    ("facts", "to", "reason"),
    [
        ({}, "U0OWNER", ActionReason.SAME_OWNER),
        ({"checker": "U0NEW"}, "U0NEW", ActionReason.CHECKER_IS_OWNER),
        (DONE, "U0NEW", ActionReason.ALREADY_DONE),
    ],
)
def test_an_action_is_not_given_to_its_owner_or_checker_nor_once_it_is_done(facts, to, reason):
    assert _refusal(lambda: assign(an_action(**facts), to, zone="Europe/London", now=NOW)) == ("owner", reason)


@pytest.mark.parametrize(
    ("chosen", "refused"),
    [
        ({"checker": "U0OWNER"}, ("checker", ActionReason.CHECKER_IS_OWNER)),
        ({"owner": "U0SAFETY"}, ("checker", ActionReason.CHECKER_IS_OWNER)),
        ({"deputy": "U0OWNER"}, ("deputy", ActionReason.DEPUTY_IS_OWNER)),
    ],
)
def test_the_owner_neither_checks_nor_stands_in_for_themselves(chosen, refused):
    assert _refusal(lambda: chosen_checker(an_action_draft(**chosen), agreed_by="U0SAFETY")) == refused


def test_whoever_agrees_an_action_checks_it_unless_somebody_else_is_chosen():
    assert chosen_checker(an_action_draft(), agreed_by="U0SAFETY") == "U0SAFETY"
    assert chosen_checker(an_action_draft(checker="U0OTHER"), agreed_by="U0SAFETY") == "U0OTHER"


@pytest.mark.parametrize(
    ("agreed_by", "owner", "lead"),
    [
        ("U0SAFETY", "U0OWNER", "U0SAFETY"),
        ("U0GONE", "U0OWNER", "U0LEAD"),
        ("U0SAFETY", "U0SAFETY", "U0LEAD"),
        ("U0GONE", "U0LEAD", None),
    ],
)
def test_whoever_agreed_an_action_leads_it_or_else_the_safety_lead_and_never_its_owner(agreed_by, owner, lead):
    people = [
        a_person(slack_id="U0SAFETY", roles=frozenset({Role.SAFETY_TEAM, Role.ON_CALL})),
        a_person(slack_id="U0LEAD", roles=frozenset({Role.SAFETY_LEAD})),
    ]
    service = a_service(people=tuple(people))
    assert lead_of(an_action(agreed_by=agreed_by, owner=owner), service) == lead
