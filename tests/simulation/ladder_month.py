"""A month of an invented trust on the real program: how often each rung of the ladder rings.

`python -m tests.simulation.ladder_month` writes docs/ladder-month.md anew. The same seed gives the same month. How
soon people press is invented, and stands in `HABITS`: a service that knows its own puts them there.
"""

import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple
from uuid import UUID

from bot.domain.incidents.danger import DangerRefused
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Role
from bot.usecases.incidents import danger, danger_question, danger_rung, danger_unanswered
from scheduler.due import Tick
from storage import due
from tests.domain.examples import AMARA, SAFETY, a_person, a_service, utc
from tests.usecases.bot_without_slack import Bot, Posted, started

PAGE = Path(__file__).parents[2] / "docs" / "ladder-month.md"
MARK = "<!-- What follows is drawn by `python -m tests.simulation.ladder_month`. -->"
SEED, DANGERS = 8, 40
START, MONTH = utc("2026-11-01 00:00"), timedelta(days=30)
MINUTE = timedelta(minutes=1)
FIRST, SECOND, EXECUTIVE = "U0FIRST", "U0SECOND", "U0EXEC"
DAY_HOURS = range(8, 22)
SAFE = Narrative(text="Seen by the doctor")


class Habit(NamedTuple):
    """How many of a hundred ringings somebody answers, says *Not me, now* to, and within how many minutes."""

    answers: int
    declines: int
    within: int


HABITS = {
    (FIRST, True): Habit(80, 10, 8),
    (FIRST, False): Habit(45, 5, 12),
    (SECOND, True): Habit(75, 10, 8),
    (SECOND, False): Habit(40, 5, 12),
    (EXECUTIVE, True): Habit(85, 0, 15),
    (EXECUTIVE, False): Habit(60, 0, 20),
}
FORGETS = 10
"""Of a hundred who have it, so many do not answer the question whether all are safe."""
ASKS = ("first", "second", "executive", "everybody")


@dataclass
class Month:
    """Of each danger whether it was by day, whom its ringings asked, and after how long somebody had it first."""

    by_day: list[bool] = field(default_factory=list)
    asked: list[list[str]] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    taken_by: list[str] = field(default_factory=list)
    messages: list[Posted] = field(default_factory=list)


def simulate(seed: int = SEED, dangers: int = DANGERS) -> Month:
    """One after the other, each until somebody says that all are safe."""
    luck, month = Random(seed), Month()  # noqa: S311 - an invented month
    begins = sorted(START + MONTH * luck.random() for _ in range(dangers))
    people = [
        a_person(slack_id=FIRST, name="Fay First", roles=frozenset({Role.ON_CALL})),
        a_person(slack_id=SECOND, name="Sam Second", roles=frozenset({Role.ON_CALL})),
        a_person(slack_id=EXECUTIVE, name="Eva Lind", roles=frozenset({Role.EXECUTIVE})),
    ]
    service = a_service(people=(AMARA, SAFETY, *people))
    with tempfile.TemporaryDirectory() as folder, started(f"sqlite:///{folder}/candour.db", START) as bot:
        bot.configure(service)
        bot.context.pages = True
        for number, begins_at in enumerate(begins):
            bot.clock.to(max(begins_at, bot.clock.now()))
            _one(bot, month, Random(f"{seed}:{number}"), key=f"danger {number}")  # noqa: S311 - as above
        month.messages = bot.posted
    return month


def _one(bot: Bot, month: Month, luck: Random, *, key: str) -> None:
    """It is reported, rings, is taken, perhaps forgotten, and ends."""
    level = AtRisk.YES if luck.random() < 0.4 else AtRisk.NOT_SURE
    began, before = bot.clock.now(), len(bot.posted)
    by_day = began.hour in DAY_HOURS
    report = bot.report(key=key, still_at_risk=level)
    tick = Tick(bot.context, [danger_rung, danger_question, danger_unanswered])
    coming: list[tuple[datetime, str, str]] = []
    seen, first_taken = before, ""
    while True:
        bot.post_all()
        for posted in bot.posted[seen:]:
            coming += _reaction(posted, luck, by_day=by_day)
        seen = len(bot.posted)
        at, what, who = min([*coming, _next_due(bot)])
        bot.clock.to(max(at, bot.clock.now()))
        if not what:
            tick()
            continue
        coming.remove((at, what, who))
        now, incident = bot.clock.now(), report.incident_id
        with suppress(DangerRefused):
            if what == "declines":
                danger.decline_danger(bot.context, incident, by=who, now=now)
            elif what == "takes":
                danger.take_danger(bot.context, incident, by=who, now=now)
                first_taken = first_taken or who
                if first_taken == who and len(month.minutes) < len(month.by_day) + 1:
                    month.minutes.append((now - began) // MINUTE)
                coming = [*(each for each in coming if each[2] != who), *_ending(luck, now, who)]
            else:
                danger.end_danger(bot.context, incident, SAFE, by=who, now=now)
                break
    bot.post_all()
    pages = [
        each for each in bot.posted[before:] if each.kind == "page" and UUID(each.subject["incident"]) == incident
    ]
    month.by_day.append(by_day)
    month.taken_by.append(first_taken)
    month.asked.append([asks for page in pages for asks in page.subject["asks"]])


def _reaction(posted: Posted, luck: Random, *, by_day: bool) -> list[tuple[datetime, str, str]]:
    """What somebody does with a ringing, and when."""
    habit = HABITS.get((posted.target, by_day))
    if habit is None or posted.kind != "rung":
        return []
    drawn, after = luck.randrange(100), luck.uniform(1, habit.within) * MINUTE
    if drawn < habit.answers:
        return [(posted.at + after, "takes", posted.target)]
    return [(posted.at + after, "declines", posted.target)] if drawn < habit.answers + habit.declines else []


def _ending(luck: Random, now: datetime, who: str) -> list[tuple[datetime, str, str]]:
    """Whoever has it says that all are safe within a quarter of an hour, or forgets it."""
    return [] if luck.randrange(100) < FORGETS else [(now + luck.uniform(3, 14) * MINUTE, "ends", who)]


def _next_due(bot: Bot) -> tuple[datetime, str, str]:
    with bot.context.database.reading() as transaction:
        rows = due.coming(transaction, limit=50)
    return (
        min(row.due_at for row in rows if row.kind in ("danger_rung", "danger_question", "danger_unanswered")),
        "",
        "",
    )


def table(month: Month) -> str:
    """The page's table."""
    lines = ["| | by day (08:00 to 22:00) | by night | all |", "|---|---|---|---|"]
    rows: list[tuple[str, Sequence[int]]] = [("dangers reported", [1] * len(month.by_day))]
    rows += [(f"rang: {asks}", [asks in asked for asked in month.asked]) for asks in ASKS]
    rows.append(("ringings in all", [len(asked) for asked in month.asked]))
    names = {FIRST: "first on call", SECOND: "second on call", EXECUTIVE: "executive"}
    rows += [(f"first taken by the {name}", [who == each for each in month.taken_by]) for who, name in names.items()]
    lines += [_line(words, values, month.by_day) for words, values in rows]
    return "\n".join([*lines, _minutes("median", month), _minutes("longest", month)]) + "\n"


def _line(words: str, values: Sequence[int], by_day: Sequence[bool]) -> str:
    day, night = (
        sum(value for value, which in zip(values, by_day, strict=True) if which is half) for half in (True, False)
    )
    return f"| {words} | {day} | {night} | {day + night} |"


def _minutes(which: str, month: Month) -> str:
    """Until somebody had it, in whole minutes."""
    pick = median if which == "median" else max
    halves = [
        [value for value, each in zip(month.minutes, month.by_day, strict=True) if each is half]
        for half in (True, False)
    ]
    cells = [f"{pick(values):.0f}" if values else "none" for values in (*halves, month.minutes)]
    return f"| minutes until somebody had it, {which} | {' | '.join(cells)} |"


def page(month: Month) -> str:
    """The page as it should be: what people wrote, and then the table."""
    written, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{written}{MARK}\n\n{table(month)}"


def repeated(month: Month) -> list[tuple[str, int, str]]:
    """What rang twice: a ringing of a danger to the same target."""
    rung = Counter(
        (incident, number, posted.target)
        for posted in month.messages
        if posted.kind == "rung"
        for incident, number in posted.subject["dangers"].items()
    )
    return [each for each, times in rung.items() if times > 1]


if __name__ == "__main__":
    PAGE.write_text(page(simulate()), encoding="utf-8")
