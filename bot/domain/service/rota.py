"""Who is on call now, and who is asked after them."""

from collections.abc import Collection

from bot.domain.service.service import Role, Service
from bot.domain.values import Moment, PersonId, Value


class Shift(Value):
    """One person is on call from `starts_at` (included) to `ends_at` (excluded)."""

    person: PersonId
    starts_at: Moment
    ends_at: Moment


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
