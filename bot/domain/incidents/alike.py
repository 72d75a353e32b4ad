"""Incidents that are like another one, with the reason why."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.incidents.incident import Incident


@dataclass(frozen=True)
class Alike:
    """An incident that is like another: what both have in common. `words` are those of the other one."""

    incident: Incident
    same_kind: bool
    same_team: bool
    words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class AlikeIncidents:
    """The incidents most like this one, the most alike first, and with how many it was compared."""

    about: Incident
    found: Sequence[Alike]
    compared: int
