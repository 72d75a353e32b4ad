"""Messages that must leave: each step of their way, and nothing done by somebody whose claim has ended."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from storage.outbox import leases, messages, status
from storage.outbox.priority import Priority
from tests.domain.examples import NOON
from tests.storage.examples import a_letter, at_once, queue, rows

LEASE = timedelta(seconds=30)
LATER = NOON + timedelta(minutes=10)
STEPS: dict[str, tuple[Callable[..., bool], dict[str, Any]]] = {
    "sent": (messages.mark_sent, {"slack_ts": "1790000000.000100"}),
    "dropped": (messages.mark_dropped, {}),
    "dead": (messages.mark_dead, {"error": "is_archived"}),
    "held": (messages.mark_held, {"error": "missing_scope"}),
    "put back": (messages.put_back, {"not_before": LATER, "error": "ratelimited"}),
    "put back to repeat": (messages.put_back_to_repeat, {"not_before": LATER, "error": "missing_scope"}),
    "doubtful": (messages.mark_doubtful, {"not_before": LATER, "error": "timeout"}),
    "absent": (messages.mark_absent, {"not_before": LATER}),
}


def _claim(database, *, now=NOON, priority=Priority.NORMAL, worker="first", recipient_gap=timedelta()):
    with database.writing(wait=30) as transaction:
        return leases.claim(
            transaction, priority=priority, worker=worker, lease=LEASE, at=now, recipient_gap=recipient_gap
        )


def _claim_doubtful(database, *, now):
    with database.writing() as transaction:
        return leases.claim_doubtful(transaction, worker="second", lease=LEASE, now=now)


def _abandoned(database, *, now):
    with database.writing() as transaction:
        return leases.mark_expired_leases_doubtful(transaction, now=now)


def _take(database, name, delivery):
    step, values = STEPS[name]
    with database.writing() as transaction:
        return step(transaction, delivery, **values)


def _row(database, columns):
    return rows(database, f"SELECT {columns} FROM outbox")[0]  # noqa: S608 - names of our own columns


@pytest.fixture
def claimed(database):
    """One message, claimed."""
    queue(database, a_letter())
    return _claim(database)


def test_a_claimed_message_says_what_it_is_about_and_where_it_goes(database):
    queue(database, a_letter(body='{"report": "r", "amendment": "a"}', priority=Priority.URGENT))
    delivery = _claim(database, priority=Priority.URGENT)
    assert (delivery.kind, delivery.target, delivery.urgent) == ("card", "C0SAFETY", True)
    assert json.loads(delivery.body) == {"report": "r", "amendment": "a"}
    assert (delivery.fence, delivery.attempts, delivery.absences, delivery.may_repeat) == (1, 1, 0, False)
    assert delivery.first_attempt_at == NOON
    assert delivery.id.version == 4


def test_the_same_message_is_queued_once(database):
    with database.writing() as transaction:
        assert messages.put(transaction, a_letter(), now=NOON)
        assert not messages.put(
            transaction, a_letter(body='{"report": "other"}', priority=Priority.URGENT), now=LATER
        )
    with database.writing() as transaction:
        assert not messages.put(transaction, a_letter(), now=NOON)
    assert rows(database, "SELECT state, urgent FROM outbox") == [("ready", 0)]


def test_another_kind_subject_or_recipient_is_another_message(database):
    others = a_letter(kind="copy"), a_letter(unique="2"), a_letter(target="U0OTHER")
    queue(database, a_letter(), *others)
    assert rows(database, "SELECT count(*) FROM outbox") == [(4,)]


def test_a_message_that_was_sent_is_not_queued_again(database, claimed):
    _take(database, "sent", claimed)
    queue(database, a_letter())
    assert rows(database, "SELECT state FROM outbox") == [("sent",)]


def test_messages_leave_in_the_order_they_came_and_not_before_their_time(database):
    queue(database, a_letter(unique="late"), now=LATER)
    queue(database, a_letter(unique="b", target="U0B"), a_letter(unique="a", target="U0A"))
    assert [_claim(database).target for _ in range(2)] == ["U0B", "U0A"]
    assert _claim(database) is None
    assert _claim(database, now=LATER - timedelta(microseconds=1)) is None
    assert _claim(database, now=LATER).target == "C0SAFETY"


def test_urgent_messages_are_claimed_apart_from_the_others(database):
    queue(database, a_letter(unique="normal"), a_letter(unique="urgent", priority=Priority.URGENT))
    assert _claim(database, priority=Priority.URGENT).urgent
    assert _claim(database, priority=Priority.URGENT) is None
    assert not _claim(database).urgent


def test_what_can_wait_leaves_its_recipient_to_an_urgent_message_that_is_ready(database):
    queue(database, a_letter(unique="normal"), a_letter(target="U0A"))
    queue(database, a_letter(unique="urgent", priority=Priority.URGENT))
    queue(database, a_letter(unique="urgent, later", target="U0A", priority=Priority.URGENT), now=LATER)
    assert _claim(database).target == "U0A"
    assert _claim(database) is None
    assert _claim(database, priority=Priority.URGENT).target == "C0SAFETY"
    assert _claim(database).target == "C0SAFETY"


def test_a_busy_recipient_is_passed_over_and_the_next_one_served(database):
    queue(database, a_letter(unique="1"), a_letter(unique="2"), a_letter(unique="3", target="U0A"))
    second = timedelta(seconds=1)
    first = _claim(database)
    assert _claim(database, recipient_gap=second).target == "U0A"
    _take(database, "sent", first)
    assert _claim(database, now=NOON + second - timedelta(microseconds=1), recipient_gap=second) is None
    assert _claim(database, now=NOON + second, recipient_gap=second).target == "C0SAFETY"


def test_a_clock_that_was_put_back_keeps_no_recipient_busy(database):
    queue(database, a_letter(unique="1"), a_letter(unique="2"), now=NOON - timedelta(days=2))
    _claim(database)
    assert _claim(database, now=NOON - timedelta(days=1), recipient_gap=timedelta(seconds=1)).target == "C0SAFETY"


def test_messages_to_one_recipient_share_a_lane_whatever_their_kind(database):
    queue(database, a_letter(), a_letter(kind="copy"), a_letter(target="U0A"))
    recipients = [recipient for (recipient,) in rows(database, "SELECT recipient_hash FROM outbox ORDER BY position")]
    assert recipients[0] == recipients[1] != recipients[2]


@pytest.mark.parametrize(
    ("step", "after"),
    [
        ("sent", ("sent", 0, 0, "1790000000.000100", None)),
        ("dropped", ("dropped", 0, 0, None, None)),
        ("dead", ("dead", 0, 0, None, "is_archived")),
        ("held", ("held", 0, 0, None, "missing_scope")),
        ("put back", ("ready", 0, 0, None, "ratelimited")),
        ("put back to repeat", ("ready", 1, 0, None, "missing_scope")),
        ("doubtful", ("doubtful", 0, 0, None, "timeout")),
        ("absent", ("doubtful", 0, 1, None, None)),
    ],
)
def test_each_step_leads_where_it_should_and_ends_the_lease(database, claimed, step, after):
    assert _row(database, "state, claimed_by, lease_until") == ("sending", "first", "2026-11-24 12:00:30.000000")
    assert _take(database, step, claimed)
    assert _row(database, "state, may_repeat, absences, slack_ts, last_error") == after
    assert _row(database, "lease_until, fence, attempts") == (None, 1, 1)


@pytest.mark.parametrize("step", ["put back", "put back to repeat"])
def test_what_was_put_back_leaves_again_when_its_time_has_come(database, claimed, step):
    _take(database, step, claimed)
    assert _claim(database, now=LATER - timedelta(seconds=1)) is None
    again = _claim(database, now=LATER)
    assert (again.id, again.fence, again.attempts, again.first_attempt_at) == (claimed.id, 2, 2, NOON)
    assert again.may_repeat is (step == "put back to repeat")


@pytest.mark.parametrize("step", ["doubtful", "absent"])
def test_what_is_in_doubt_is_looked_for_when_its_time_has_come_and_not_sent(database, claimed, step):
    _take(database, step, claimed)
    assert _claim(database, now=LATER) is None
    assert _claim_doubtful(database, now=LATER - timedelta(seconds=1)) is None
    doubt = _claim_doubtful(database, now=LATER)
    assert (doubt.id, doubt.fence, doubt.attempts, doubt.first_attempt_at) == (claimed.id, 2, 1, NOON)
    assert doubt.absences == (1 if step == "absent" else 0)
    assert _take(database, "sent", doubt)
    assert _row(database, "state, last_error") == ("sent", None)


def test_urgent_doubts_are_looked_into_first(database):
    queue(database, a_letter(target="U0A"), a_letter(priority=Priority.URGENT))
    for priority in (Priority.NORMAL, Priority.URGENT):
        _take(database, "doubtful", _claim(database, priority=priority))
    assert [_claim_doubtful(database, now=LATER).urgent for _ in range(2)] == [True, False]


@pytest.mark.parametrize("step", STEPS)
def test_who_comes_back_after_somebody_else_took_over_changes_nothing(database, claimed, step):
    _take(database, "put back", claimed)
    _claim(database, now=LATER, worker="second")
    before = _row(database, "*")
    assert not _take(database, step, claimed)
    assert _row(database, "*") == before


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("settled", STEPS)
def test_what_is_settled_stays_settled(database, claimed, settled, step):
    _take(database, settled, claimed)
    before = _row(database, "*")
    assert not _take(database, step, claimed)
    assert _row(database, "*") == before


def test_what_was_being_sent_when_its_lease_ended_is_in_doubt_at_once(database, claimed):
    end = NOON + LEASE
    assert _abandoned(database, now=end) == 0
    assert _abandoned(database, now=end + timedelta(seconds=1)) == 1
    assert _row(database, "state, lease_until") == ("doubtful", None)
    assert not _take(database, "sent", claimed)
    assert _claim_doubtful(database, now=end + timedelta(seconds=1)).id == claimed.id


def test_after_a_new_start_leases_end_soon_and_none_ends_later_than_before(database):
    earlier = NOON - timedelta(seconds=25)
    queue(database, a_letter(unique="1"), now=earlier)
    queue(database, a_letter(unique="2"), a_letter(unique="3"))
    _claim(database, now=earlier)
    _claim(database)
    with database.writing() as transaction:
        leases.release_all(transaction, until=NOON + timedelta(seconds=10))
    ends = rows(database, "SELECT state, lease_until FROM outbox ORDER BY position")
    assert ends == [
        ("sending", "2026-11-24 12:00:05.000000"),
        ("sending", "2026-11-24 12:00:10.000000"),
        ("ready", None),
    ]


@pytest.mark.parametrize("step", ["held", "dead"])
def test_a_person_can_send_a_held_or_dead_message_again(database, claimed, step):
    _take(database, step, claimed)
    with database.writing() as transaction:
        assert messages.send_again(transaction, claimed.id, now=LATER)
    again = _claim(database, now=LATER)
    assert (again.attempts, again.absences, again.may_repeat, again.fence) == (1, 0, True, 2)
    assert not _take(database, "sent", claimed)


@pytest.mark.parametrize("step", [step for step in STEPS if step not in {"held", "dead"}])
def test_no_other_message_is_sent_again(database, claimed, step):
    _take(database, step, claimed)
    before = _row(database, "*")
    with database.writing() as transaction:
        assert not messages.send_again(transaction, claimed.id, now=LATER)
        assert not messages.send_again(transaction, UUID(int=9), now=LATER)
    assert _row(database, "*") == before


def test_what_waits_and_what_a_person_should_know_is_counted_apart(database):
    for step in STEPS:
        queue(database, a_letter(unique=step))
        _take(database, step, _claim(database))
    queue(database, a_letter(unique="ready"))
    with database.reading() as transaction:
        assert messages.waiting(transaction) == 5
        dead, held = status.undelivered(transaction)
    assert (dead.kind, dead.state, dead.last_error, dead.attempts) == ("card", "dead", "is_archived", 1)
    assert (held.state, held.last_error, held.attempts) == ("held", "missing_scope", 1)


def test_many_workers_at_once_never_claim_the_same_message(database):
    queue(database, *(a_letter(unique=str(number)) for number in range(40)))
    claims: list[UUID] = []

    def claim_five(number):
        claims.extend(_claim(database, worker=str(number)).id for _ in range(5))

    at_once(claim_five, threads=8)
    assert len(set(claims)) == len(claims) == 40
    assert _claim(database) is None


def test_what_has_not_arrived_is_counted_by_state_since_its_oldest_could_leave(database):
    minutes = [NOON + timedelta(minutes=number) for number in range(8)]
    for state, minute in zip(["put back", "doubtful", "held", "dead", "sent", "dropped"], minutes, strict=False):
        queue(database, a_letter(unique=state), now=minute)
        assert _take(database, state, _claim(database, now=minute))
    queue(database, a_letter(unique="waits"), now=minutes[6])
    queue(database, a_letter(unique="danger", priority=Priority.URGENT), now=minutes[7])
    with database.reading() as transaction:
        found = {(each.state, each.urgent): (each.count, each.queued_at) for each in status.counted(transaction)}
    assert {key: value for key, value in found.items() if value != (0, None)} == {
        ("ready", False): (2, minutes[0]),
        ("ready", True): (1, minutes[7]),
        ("doubtful", False): (1, minutes[1]),
        ("held", False): (1, minutes[2]),
        ("dead", False): (1, minutes[3]),
    }
    assert set(found) == {(state, urgent) for state in status.STATES for urgent in (True, False)}
