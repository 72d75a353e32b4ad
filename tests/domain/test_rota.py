"""Who is on call: whoever said so last, then the order of the service file."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.service.rota import (
    KnownShift,
    OnCall,
    RotaReason,
    RotaRefused,
    may_be_offered,
    on_call,
    on_call_now,
    until,
)
from bot.domain.service.service import Role
from tests.domain.examples import BOTH, NOON, ON_CALL, SAFETY, a_service

HOUR = timedelta(hours=1)
SERVICE = a_service(people=(ON_CALL, BOTH, SAFETY))


def a_shift(person, starts, ends, **changes):
    hours = {"starts_at": NOON + starts * HOUR, "ends_at": NOON + ends * HOUR}
    return KnownShift(**{"id": UUID(int=1), "person": person, **hours, **changes})


def test_without_a_shift_the_order_of_the_service_file_counts():
    assert on_call(SERVICE, [], now=NOON) == OnCall("U0ONCALL", until=None, following="U0BOTH")


def test_whoever_has_a_shift_comes_first_and_the_file_follows():
    night = a_shift("U0BOTH", -1, 8)
    assert on_call(SERVICE, [night], now=NOON) == OnCall("U0BOTH", until=NOON + 8 * HOUR, following="U0ONCALL")


def test_of_two_with_a_shift_the_one_who_began_last_is_asked_first():
    assert on_call_now(SERVICE, [a_shift("U0ONCALL", -1, 8), a_shift("U0BOTH", -2, 8)], now=NOON)[0] == "U0ONCALL"


def test_a_shift_counts_from_its_start_until_before_its_end():
    shift = a_shift("U0BOTH", 1, 2)
    first = [on_call(SERVICE, [shift], now=NOON + minutes * timedelta(minutes=1)).person for minutes in (59, 60, 119)]
    assert first == ["U0ONCALL", "U0BOTH", "U0BOTH"]
    assert on_call(SERVICE, [shift], now=NOON + 2 * HOUR).person == "U0ONCALL"


def test_somebody_who_has_left_the_rota_is_not_on_call_whatever_their_shift_says():
    assert on_call(SERVICE, [a_shift("U0SAFETY", -1, 8)], now=NOON).person == "U0ONCALL"


def test_who_is_alone_on_the_rota_has_nobody_after_them():
    alone = a_service(people=(SAFETY, ON_CALL))
    assert on_call(alone, [], now=NOON).following is None


def test_somebody_says_until_when_for_at_most_a_day_ahead():
    assert until(NOON + 24 * HOUR, now=NOON) == NOON + 24 * HOUR
    for wrong, reason in ((timedelta(), RotaReason.HAS_PASSED), (24 * HOUR + HOUR / 60, RotaReason.TOO_FAR)):
        with pytest.raises(RotaRefused) as refused:
            until(NOON + wrong, now=NOON)
        assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("person", "reason"), [("U0ONCALL", RotaReason.YOURSELF), ("U0SAFETY", RotaReason.NOT_ON_ROTA)]
)
def test_a_shift_is_offered_only_to_somebody_else_on_the_rota(person, reason):
    with pytest.raises(RotaRefused) as refused:
        may_be_offered(SERVICE, person, by="U0ONCALL")
    assert refused.value.reason is reason
    assert may_be_offered(SERVICE, "U0BOTH", by="U0ONCALL") == "U0BOTH"
    assert SERVICE.may("U0BOTH", Role.ON_CALL)
