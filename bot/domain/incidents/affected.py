"""People affected by an incident: what each was offered, and what came of it. Letters, and never a name or a word."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from bot.domain.values import Moment, Value

PEOPLE = ("A", "B")
"""Whom the form offers. A merged incident may bring more letters."""


class Tick(StrEnum):
    """What may be ticked for one person."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    ANSWERED = "answered"


class Affected(Value):
    """One person affected, by a letter, and when each thing was first ticked. None was not."""

    letter: str
    offered_at: Moment | None = None
    accepted_at: Moment | None = None
    answered_at: Moment | None = None

    @property
    def ticks(self) -> dict[Tick, datetime]:
        """What is ticked, and since when."""
        times = (self.offered_at, self.accepted_at, self.answered_at)
        return {tick: at for tick, at in zip(Tick, times, strict=True) if at}


def state_of(people: Sequence[Affected]) -> str:
    """Every tick of the record: what a form remembers, to tell whether somebody has changed it meanwhile."""
    return " ".join(f"{person.letter}:{tick}" for person in people for tick in person.ticks)


def letters_of(people: Sequence[Affected]) -> tuple[str, ...]:
    """Whom the form asks about: always the first two, and everybody who stands in the record."""
    return tuple(sorted({*PEOPLE, *(person.letter for person in people)}))


def ticked(
    before: Sequence[Affected], chosen: Mapping[str, Collection[Tick]], *, now: datetime
) -> tuple[Affected, ...]:
    """The record once these are ticked. A tick that stays keeps its time; a person without one is in no record.

    Whoever has accepted was offered it, so that the one tick brings the other.
    """
    known = {person.letter: person.ticks for person in before}
    return tuple(
        _person(letter, _with_offer(ticks), known.get(letter, {}), now)
        for letter, ticks in sorted(chosen.items())
        if ticks
    )


def _with_offer(ticks: Collection[Tick]) -> set[Tick]:
    return {*ticks, Tick.OFFERED} if Tick.ACCEPTED in ticks else set(ticks)


def _person(letter: str, ticks: Collection[Tick], known: Mapping[Tick, datetime], now: datetime) -> Affected:
    times = {f"{tick}_at": known.get(tick, now) for tick in ticks}
    return Affected(letter=letter, **times)


def joined(people: Sequence[Affected], others: Sequence[Affected]) -> tuple[Affected, ...]:
    """The people of two incidents that become one. Those of `others` get the next free letters."""
    taken = {person.letter for person in people}
    free = (letter for letter in map(chr, range(ord("A"), ord("Z") + 1)) if letter not in taken)
    moved = [other.model_copy(update={"letter": letter}) for other, letter in zip(others, free, strict=False)]
    return (*people, *moved)
