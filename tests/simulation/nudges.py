"""A year of nudges on the real program, as JSON lines: `python -m tests.simulation.nudges --seed 1 --out year.jsonl`.

Invented people agree, plan, move, block, finish and check actions; the bot ticks on four replicas, falls silent in
outages and comes back. The same seed writes the same year. `tests.simulation.nudge_checker` reads what it wrote.
"""

import argparse
import heapq
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from bot.domain.actions.action import ActionRefused, Because
from bot.domain.actions.nudges import DAY_END, DAY_START, MOST_NUDGES, MOST_OFFERS
from bot.domain.service.service import Person, Role
from bot.usecases.actions import answers, check_asked, checks, leading, new_actions, nudges
from scheduler.due import Tick
from storage import due
from storage.engine.transactions import Database
from tests.domain.examples import ON_CALL, a_service
from tests.usecases.bot_without_slack import Bot, Posted, started

YEAR = 2026
START, END = datetime(YEAR, 1, 1, tzinfo=UTC), datetime(YEAR + 1, 1, 1, tzinfo=UTC)
ZONES = ("Europe/London", "Europe/London", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
SERVICE_ZONE = "Europe/London"
REPLICAS = 4
TICK_SECONDS = 300
SIZE = 20
"""People who own actions. Each is given about six in the year."""
ACTIONS_EACH = 6
LEADS = ("U0LEAD01", "U0LEAD02", "U0LEAD03")
KINDS = [nudges, new_actions, check_asked]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WHY = Because(words="An invented reason")


@dataclass
class Record:
    """What becomes of one action, as it is written."""

    name: str
    owner: str
    due: date
    tz: str
    events: list[dict[str, str]] = field(default_factory=list)


class Year:
    """One year of one service."""

    def __init__(self, bot: Bot, rng: Random, size: int) -> None:
        self._bot, self._rng = bot, rng
        self._replicas = [Tick(bot.context, KINDS) for _ in range(REPLICAS)]
        self._to_come: list[tuple[datetime, int, Callable[[], None]]] = []
        self._number = count()
        self.zones = {f"U0OWNER{number:03}": rng.choice(ZONES) for number in range(size)}
        self.outages = _outages(rng)
        self.actions: dict[UUID, Record] = {}
        self.messages: list[dict[str, Any]] = []
        self._report = bot.report()
        bot.post_all()
        for number in range(size * ACTIONS_EACH):
            self._at(START + rng.random() * (END - START - 20 * DAY), partial(self._agree, number))

    def live(self) -> None:
        """Until the year ends: what people do and what is due, in the order of their times."""
        while (moment := self._next_moment()) < END:
            self._bot.clock.to(max(moment, self._bot.clock.now()))
            while self._to_come and self._to_come[0][0] <= self._bot.clock.now():
                self._do(heapq.heappop(self._to_come)[2])
            if self._due_at() <= self._bot.clock.now():
                self._tick()

    def _next_moment(self) -> datetime:
        """When somebody does something, or when a tick finds what is due; nothing happens in an outage."""
        coming = self._due_at()
        if coming > self._bot.clock.now():
            coming += timedelta(seconds=self._rng.randint(0, TICK_SECONDS // 3))
        person = self._to_come[0][0] if self._to_come else END
        return self._after_outage(max(min(coming, person), self._bot.clock.now()))

    def _after_outage(self, moment: datetime) -> datetime:
        for begins, ends in self.outages:
            if begins <= moment < ends:
                return ends + timedelta(seconds=self._rng.randint(0, TICK_SECONDS // 3))
        return moment

    def _due_at(self) -> datetime:
        with self._bot.context.database.reading() as transaction:
            rows = due.coming(transaction, limit=1)
        return rows[0].due_at if rows else END

    def _tick(self) -> None:
        """On several replicas, one after the other. Somebody may answer before the messages leave."""
        for replica in self._rng.sample(self._replicas, self._rng.randint(1, REPLICAS)):
            assert replica().failed == []
        self._bot.clock.forward(timedelta(seconds=self._rng.randint(0, TICK_SECONDS // 3)))
        while self._to_come and self._to_come[0][0] <= self._bot.clock.now():
            self._do(heapq.heappop(self._to_come)[2])
        if self._rng.random() < 0.2 and self.actions:
            self._done(self._rng.choice(list(self.actions)))
        sent = len(self._bot.posted)
        self._bot.post_all()
        for posted in sorted(self._bot.posted[sent:], key=self._sorted):
            self._arrives(posted)

    def _sorted(self, posted: Posted) -> tuple[str, str]:
        return posted.kind, posted.target

    def _arrives(self, posted: Posted) -> None:
        """A message is noted, and each of its actions may get an answer."""
        shown = sorted(self._shown(posted), key=lambda each: self.actions[each].name)
        if posted.kind in ("nudge", "offer"):
            names = [self.actions[each].name for each in shown]
            written = {"owner": posted.target, "time_utc": posted.at.isoformat(), "actions": names}
            self.messages.append({"record": "message", **written, "kind": posted.kind})
        react = {"nudge": self._nudged, "offer": self._offered, "check": self._asked, "assigned": self._told}
        for action in shown:
            if posted.kind in react:
                react[posted.kind](action)

    def _shown(self, posted: Posted) -> Iterator[UUID]:
        blocks = str(posted.message.blocks)
        return (action for action in self.actions if str(action) in blocks)

    def _told(self, action: UUID) -> None:
        self._perhaps(0.15, partial(self._done, action))
        self._perhaps(0.05, partial(self._not_mine, action))

    def _nudged(self, action: UUID) -> None:
        owner_does = (self._done, self._move, self._plan, self._block, self._not_mine, None)
        chosen = self._rng.choices(owner_does, weights=(25, 12, 18, 8, 6, 31))[0]
        if chosen:
            self._later(partial(chosen, action))

    def _offered(self, action: UUID) -> None:
        self._perhaps(0.3, partial(self._give, action))
        self._perhaps(0.4, partial(self._done, action))

    def _asked(self, action: UUID) -> None:
        says = self._works if self._rng.random() < 0.7 else self._not_yet
        self._later(partial(says, action))

    def _perhaps(self, chance: float, what: Callable[[], None]) -> None:
        if self._rng.random() < chance:
            self._later(what)

    def _later(self, what: Callable[[], None]) -> None:
        """Within minutes, hours or days."""
        longest = self._rng.choice((HOUR / 6, 6 * HOUR, 2 * DAY, 9 * DAY))
        self._at(self._bot.clock.now() + self._rng.random() * longest, what)

    def _at(self, moment: datetime, what: Callable[[], None]) -> None:
        moment = moment.replace(microsecond=0)
        heapq.heappush(self._to_come, (moment, next(self._number), what))

    def _do(self, what: Callable[[], None]) -> None:
        with suppress(ActionRefused):  # It was answered otherwise meanwhile.
            what()

    def _agree(self, number: int) -> None:
        now = self._bot.clock.now()
        owner = self._rng.choice(list(self.zones))
        due_on = now.date() + timedelta(
            days=self._rng.choice((1, 2, 4, 6, 8, 14, 21, 30, 45)) + self._rng.randint(0, 6)
        )
        lead, zone = self._rng.choice(LEADS), self.zones[owner]
        action = self._bot.agree(self._report, key=f"action {number}", by=lead, zone=zone, owner=owner, due_on=due_on)
        self.actions[action.id] = Record(f"A{number:04}", owner, due_on, zone)
        self._note(action.id, "created")

    def _note(self, action: UUID, what: str, **changed: str) -> None:
        self.actions[action].events.append({"at": self._bot.clock.now().isoformat(), "type": what, **changed})

    def _answer(self, action: UUID, say: Callable[..., Any], *given: Any, **named: Any) -> Any:
        owner = self._owner(action)
        return say(self._bot.context, action, *given, by=owner, now=self._bot.clock.now(), **named)

    def _owner(self, action: UUID) -> str:
        given = [event["owner"] for event in self.actions[action].events if event["type"] == "assigned"]
        return given[-1] if given else self.actions[action].owner

    def _due(self, action: UUID) -> date:
        moved = [event["due"] for event in self.actions[action].events if event["type"] == "moved"]
        return date.fromisoformat(moved[-1]) if moved else self.actions[action].due

    def _types(self, action: UUID) -> list[str]:
        return [event["type"] for event in self.actions[action].events]

    def _done(self, action: UUID) -> None:
        if self._state(action) != "done":
            self._answer(action, answers.complete_action, WHY)
            self._note(action, "done")

    def _move(self, action: UUID) -> None:
        if "plan" in self._types(action) or self._state(action) != "open":
            return
        due_on = max(self._due(action), self._bot.clock.now().date()) + timedelta(days=self._rng.randint(3, 40))
        self._answer(action, answers.move_action, due_on, because=WHY)
        self._note(action, "moved", due=due_on.isoformat())

    def _plan(self, action: UUID) -> None:
        today = self._bot.clock.now().date()
        if self._state(action) != "open" or self._due(action) <= today:
            return
        self._answer(action, answers.plan_action, today + (self._due(action) - today) * self._rng.random())
        self._note(action, "plan")

    def _block(self, action: UUID) -> None:
        self._pause(action, answers.block_action, "blocked", self._unblock)

    def _not_mine(self, action: UUID) -> None:
        self._pause(action, answers.say_not_mine, "not_mine", self._give)

    def _pause(self, action: UUID, say: Callable[..., Any], what: str, following: Callable[[UUID], None]) -> None:
        planned = "plan" in self._types(action) and self._bot.clock.now().date() <= self._due(action)
        if self._state(action) == "open" and not planned:
            self._answer(action, say, WHY)
            self._note(action, what)
            self._perhaps(0.7, partial(following, action))

    def _unblock(self, action: UUID) -> None:
        if self._state(action) == "blocked":
            self._answer(action, answers.go_on)
            self._note(action, "unblocked")

    def _give(self, action: UUID) -> None:
        owner = self._rng.choice([each for each in self.zones if each != self._owner(action)])
        now, zone = self._bot.clock.now(), self.zones[owner]
        leading.give_action(self._bot.context, action, owner, zone=zone, by=LEADS[0], now=now)
        self._note(action, "assigned", owner=owner, tz=zone)

    def _works(self, action: UUID) -> None:
        if self._state(action) == "done":
            checks.say_it_works(self._bot.context, action, by=LEADS[0], now=self._bot.clock.now())

    def _not_yet(self, action: UUID) -> None:
        if self._state(action) == "done" and "plan" not in self._types(action):
            checks.say_not_yet(self._bot.context, action, WHY, by=LEADS[0], now=self._bot.clock.now())
            self._note(action, "reopened")

    def _state(self, action: UUID) -> str:
        """What its latest event says: open, done, blocked or not_mine."""
        state = "open"
        for event in self.actions[action].events:
            if event["type"] not in ("plan", "created"):
                state = event["type"]
        return state if state in ("done", "blocked", "not_mine") else "open"


def _outages(rng: Random) -> list[tuple[datetime, datetime]]:
    """Nine in the year, of an hour to eight days, not one in another. None ends as anybody's working day does."""
    outages: list[tuple[datetime, datetime]] = []
    for month in range(9):
        begins = (START + (month * 40 + rng.randint(2, 25)) * DAY + rng.randint(0, 23) * HOUR).replace(minute=40)
        length = rng.choice((HOUR, 3 * HOUR, 12 * HOUR, DAY, 3 * DAY, 8 * DAY))
        outages.append((begins, (begins + length).replace(minute=15) + HOUR))
    return outages


def lines(year: Year) -> Iterator[dict[str, Any]]:
    """The year as records."""
    yield {
        "record": "settings",
        "day_start": f"{DAY_START:%H:%M}",
        "day_end": f"{DAY_END:%H:%M}",
        "send_at": f"{DAY_START:%H:%M}",
        "tick_s": TICK_SECONDS,
        "roll": "next",
        "max_nudges": MOST_NUDGES,
        "max_offers": MOST_OFFERS,
        "start": START.isoformat(),
        "end": END.isoformat(),
        "people": dict.fromkeys(LEADS, SERVICE_ZONE),
    }
    for each in sorted(year.actions.values(), key=lambda record: record.name):
        known = {"id": each.name, "owner": each.owner, "due": each.due.isoformat(), "tz": each.tz}
        yield {"record": "action", **known, "events": each.events}
    yield from year.messages
    for begins, ends in year.outages:
        yield {"record": "outage", "from": begins.isoformat(), "to": ends.isoformat()}


@contextmanager
def _patient() -> Iterator[None]:
    """A busy machine may take longer than a person would wait."""
    usual = Database.writing.__wrapped__.__kwdefaults__  # type: ignore[attr-defined]
    before = dict(usual)
    usual["wait"] = 60.0
    try:
        yield
    finally:
        usual.update(before)


def simulate(seed: int, size: int) -> list[dict[str, Any]]:
    """The records of one year."""
    roles = frozenset({Role.SAFETY_TEAM})
    people = tuple(Person(slack_id=lead, name=lead, roles=roles) for lead in LEADS)
    with _patient(), tempfile.TemporaryDirectory() as folder, started(f"sqlite:///{folder}/year.db", START) as bot:
        bot.configure(a_service(people=(*people, ON_CALL)))
        year = Year(bot, Random(seed), size)  # noqa: S311 - no secret depends on it
        year.live()
        return list(lines(year))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--size", type=int, default=SIZE, help=f"people who own actions, two or more (default: {SIZE})"
    )
    chosen = parser.parse_args()
    records = simulate(chosen.seed, chosen.size)
    chosen.out.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    sys.stdout.write(f"{dict(Counter(record.get('kind', record['record']) for record in records))}\n")


if __name__ == "__main__":
    main()
