"""Who is on call now, and who is asked after them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.refusals import Reason, Refused
from bot.domain.service.service import Role, Service
from bot.domain.values import Moment, PersonId, Value

LONGEST_SHIFT = timedelta(hours=24)
USUAL_SHIFT = timedelta(hours=12)
"""How long somebody is on call who takes over where nobody has said until when. A default of this project."""


class RotaReason(Reason):
    """Why something about the rota is refused."""

    HAS_PASSED = "on_call_has_passed"
    TOO_FAR = "on_call_too_far"
    NOT_ON_ROTA = "on_call_not_on_rota"
    YOURSELF = "on_call_yourself"
    NOT_YOURS = "on_call_not_yours"
    """Somebody else is on call meanwhile."""
    NO_LONGER_OFFERED = "on_call_no_longer_offered"


class RotaRefused(Refused):
    """Something about the rota is refused. See `Refused`."""


class Shift(Value):
    """One person is on call from `starts_at` (included) to `ends_at` (excluded)."""

    person: PersonId
    starts_at: Moment
    ends_at: Moment


class KnownShift(Shift):
    """A shift as it is stored. `offered_to` has been asked to take it over, and has not answered."""

    id: UUID
    offered_to: PersonId | None = None


@dataclass(frozen=True)
class OnCall:
    """Who is on call, and until when: None if nobody has said so, and the order of the service file counts."""

    person: str
    until: datetime | None
    following: str | None
    """Who is asked next."""
    offered_to: str | None = None


def on_call(service: Service, shifts: Collection[KnownShift], *, now: Moment) -> OnCall:
    """Who is on call now, until when, and who comes after them."""
    first, *others = on_call_now(service, shifts, now=now)
    shift = shift_of(first, shifts, now=now)
    return OnCall(
        person=first,
        until=shift.ends_at if shift else None,
        following=others[0] if others else None,
        offered_to=shift.offered_to if shift else None,
    )


def shift_of(person: str, shifts: Collection[KnownShift], *, now: Moment) -> KnownShift | None:
    """The shift that this person has now: the latest, if they have several."""
    present = [each for each in shifts if each.person == person and each.starts_at <= now < each.ends_at]
    return max(present, key=_started, default=None)


def until(ends_at: datetime, *, now: datetime) -> datetime:
    """Until when somebody may be on call who says so now, or `RotaRefused`."""
    if ends_at <= now:
        raise RotaRefused("until", RotaReason.HAS_PASSED)
    if ends_at > now + LONGEST_SHIFT:
        raise RotaRefused("until", RotaReason.TOO_FAR)
    return ends_at


def may_be_offered(service: Service, person: str, *, by: str) -> str:
    """Somebody else on the rota, or `RotaRefused`."""
    if person == by:
        raise RotaRefused("person", RotaReason.YOURSELF)
    if not service.may(person, Role.ON_CALL):
        raise RotaRefused("person", RotaReason.NOT_ON_ROTA)
    return person


def on_call_now(service: Service, shifts: Collection[Shift], *, now: Moment) -> tuple[str, ...]:
    """Everybody on the rota, in the order in which they are asked.

    First whoever has a shift now, the one who took over last before the others; then the rest of the rota in the
    order of the service file. Somebody with a shift who has left the rota is not among them.
    """
    rota = [person.slack_id for person in service.with_role(Role.ON_CALL)]
    present = sorted(
        (shift for shift in shifts if shift.starts_at <= now < shift.ends_at), key=_started, reverse=True
    )
    first = [shift.person for shift in present if shift.person in rota]
    return tuple(dict.fromkeys([*first, *rota]))


def _started(shift: Shift) -> Moment:
    return shift.starts_at
