"""Reads a year of nudges as JSON lines, and says what is wrong in it. It shares no code with the program.

python -m tests.simulation.nudge_checker year.jsonl
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays

ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2020, 2040))
DAY = timedelta(days=1)
NEVER = datetime(1, 1, 2, tzinfo=ZoneInfo("UTC"))
OPENS_BEFORE = {"choose_day": 5, "before": 2}
Found = list[str]


@dataclass
class Span:
    """A time in which one person owned an open action with one due date, and nothing changed."""

    begins: datetime
    ends: datetime
    owner: str
    zone: ZoneInfo
    due: date
    planned: bool
    since: datetime
    """From when stages count: the date was set, or the action was given to its owner."""


@dataclass
class Year:
    settings: dict[str, Any] = field(default_factory=dict)
    actions: list[dict[str, Any]] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    outages: list[tuple[datetime, datetime]] = field(default_factory=list)

    @property
    def tick(self) -> timedelta:
        return timedelta(seconds=self.settings["tick_s"])

    def clock(self, name: str) -> time:
        return time.fromisoformat(self.settings[name])


def read(records: Iterable[dict[str, Any]]) -> Year:
    year = Year()
    for record in records:
        match record["record"]:
            case "settings":
                year.settings = record
            case "action":
                year.actions.append(record)
            case "message":
                year.messages.append({**record, "at": datetime.fromisoformat(record["time_utc"])})
            case "outage":
                year.outages.append((datetime.fromisoformat(record["from"]), datetime.fromisoformat(record["to"])))
    return year


def wrong_in(records: Iterable[dict[str, Any]]) -> Found:
    """What breaks a rule, in sentences; nothing if all is well."""
    year = read(records)
    return [*_times(year), *_one_a_day(year), *(wrong for each in year.actions for wrong in _of_action(year, each))]


def _times(year: Year) -> Iterator[str]:
    zones = _zones(year)
    for message in year.messages:
        local = message["at"].astimezone(zones[message["owner"]])
        if not _working(local.date()):
            yield f"{message['owner']} is written to on a day off, {local}"
        if not year.clock("day_start") <= local.time() < year.clock("day_end"):
            yield f"{message['owner']} is written to outside working hours, {local}"
        if any(begins <= message["at"] < ends for begins, ends in year.outages):
            yield f"{message['owner']} is written to in an outage, {local}"


def _one_a_day(year: Year) -> Iterator[str]:
    zones, seen = _zones(year), set()
    for message in year.messages:
        key = message["owner"], message["at"].astimezone(zones[message["owner"]]).date()
        if key in seen:
            yield f"{key[0]} gets two messages on {key[1]}"
        seen.add(key)


def _of_action(year: Year, action: dict[str, Any]) -> Iterator[str]:
    told = [each for each in year.messages if action["id"] in each["actions"]]
    nudges = [each for each in told if each["kind"] == "nudge"]
    offers = [each for each in told if each["kind"] == "offer"]
    if len(nudges) > year.settings["max_nudges"]:
        yield f"{action['id']} is nudged {len(nudges)} times"
    if len(offers) > year.settings["max_offers"]:
        yield f"{action['id']} is offered help with {len(offers)} times"
    spans = list(_spans(year, action))
    used: set[tuple[datetime, str]] = set()
    for each in nudges:
        yield from _nudge(year, action, each, spans, used)
    for each in offers:
        if not any(span.begins <= each["at"] < span.ends for span in spans):
            yield f"{action['id']}: help is offered after an answer, {each['at']}"
    yield from _missed(year, action, spans, nudges)
    yield from _missed_offer(year, action, spans, offers)


def _nudge(
    year: Year, action: dict[str, Any], message: dict[str, Any], spans: list[Span], used: set[tuple[datetime, str]]
) -> Iterator[str]:
    at = message["at"]
    here = [span for span in spans if span.begins <= at < span.ends]
    if not here:
        yield f"{action['id']} is nudged after an answer, {at}"
        return
    if here[0].owner != message["owner"]:
        yield f"{action['id']}: somebody else than the owner is nudged, {at}"
    come = [(moment, stage) for moment, stage in _stages(year, here[0]) if here[0].since < moment <= at]
    if not come:
        yield f"{action['id']} is nudged although no stage has come, {at}"
        return
    stage = here[0].since, come[-1][1]
    if stage in used:
        yield f"{action['id']} is nudged twice: {come[-1][1]}, {at}"
    used.add(stage)


def _missed(year: Year, action: dict[str, Any], spans: list[Span], nudges: list[dict[str, Any]]) -> Iterator[str]:
    """Each stage is followed by a message, unless an answer, a later stage or the cap came first."""
    for span in spans:
        stages = [(moment, stage) for moment, stage in _stages(year, span) if span.begins <= moment < span.ends]
        for number, (moment, stage) in enumerate(stages):
            if moment <= span.since:
                continue
            latest = _deadline(year, moment, span.owner, span.zone)
            replaced = number + 1 < len(stages) and stages[number + 1][0] <= latest
            before = [each for each in nudges if each["at"] < moment]
            if replaced or latest >= span.ends or len(before) >= year.settings["max_nudges"]:
                continue
            if not any(moment <= each["at"] <= latest for each in nudges):
                yield f"{action['id']}: the nudge {stage} of {moment} is missing"


def _missed_offer(
    year: Year, action: dict[str, Any], spans: list[Span], offers: list[dict[str, Any]]
) -> Iterator[str]:
    leads = year.settings["people"]
    for span in spans:
        zone = ZoneInfo(next(iter(leads.values())))
        moment = _at(_roll(span.due + 5 * DAY), year, zone)
        if not (span.begins <= moment < span.ends and span.since < moment):
            continue
        latest = max(_deadline(year, moment, lead, ZoneInfo(tz)) for lead, tz in leads.items())
        if latest < span.ends and not any(each["at"] <= latest for each in offers):
            yield f"{action['id']}: the offer of {moment} is missing"


def _deadline(year: Year, moment: datetime, person: str, zone: ZoneInfo) -> datetime:
    """By when a message that opens at `moment` must have come: within a tick of the first time when it may."""
    told = {each["at"].astimezone(zone).date(): each["at"] for each in year.messages if each["owner"] == person}
    while True:
        moved = moment
        for begins, ends in year.outages:
            moved = ends if begins <= moved + year.tick and moved < ends else moved
        local = moved.astimezone(zone)
        if not _working(local.date()) or local.time() >= year.clock("day_end"):
            moved = _at(_roll(local.date() + DAY), year, zone)
        elif local.time() < year.clock("day_start"):
            moved = _at(local.date(), year, zone)
        elif told.get(local.date(), moved) < moved:  # Today's message went before.
            moved = _at(_roll(local.date() + DAY), year, zone)
        if moved == moment:
            return moment + year.tick
        moment = moved


def _spans(year: Year, action: dict[str, Any]) -> Iterator[Span]:
    """When it was open and waited for nothing."""
    owner, zone, due = action["owner"], ZoneInfo(action["tz"]), date.fromisoformat(action["due"])
    is_open, planned, begins, since = False, False, NEVER, NEVER
    end = datetime.fromisoformat(year.settings["end"])
    for event in [*action["events"], {"at": end.isoformat(), "type": "end"}]:
        at = datetime.fromisoformat(event["at"])
        if is_open:
            yield Span(begins, at, owner, zone, due, planned, since)
        match event["type"]:
            case "done" | "blocked" | "not_mine":
                is_open = False
            case "plan":
                planned = True
            case "created" | "reopened" | "unblocked":
                is_open, since = True, at
            case "moved":
                due, planned, is_open, since = date.fromisoformat(event["due"]), False, True, at
            case "assigned":
                owner, zone, planned, is_open, since = event["owner"], ZoneInfo(event["tz"]), False, True, at
        begins = at


def _stages(year: Year, span: Span) -> list[tuple[datetime, str]]:
    """The stages of a due date in their order; of those of one moment, the last."""
    days = {name: _roll(span.due - number * DAY) for name, number in OPENS_BEFORE.items() if not span.planned}
    days["after"] = _roll(span.due + DAY)
    by_moment = {_at(day, year, span.zone): name for name, day in days.items()}
    return sorted(by_moment.items())


def _at(day: date, year: Year, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, year.clock("send_at"), zone).astimezone(ZoneInfo("UTC"))


def _roll(day: date) -> date:
    while not _working(day):
        day += DAY
    return day


def _working(day: date) -> bool:
    return day.weekday() < 5 and day not in ENGLAND


def _zones(year: Year) -> dict[str, ZoneInfo]:
    zones = {person: ZoneInfo(zone) for person, zone in year.settings["people"].items()}
    for action in year.actions:
        zones[action["owner"]] = ZoneInfo(action["tz"])
        for event in action["events"]:
            if "tz" in event:
                zones[event["owner"]] = ZoneInfo(event["tz"])
    return zones


def main() -> int:
    with Path(sys.argv[1]).open(encoding="utf-8") as written:
        found = wrong_in(json.loads(line) for line in written)
    sys.stdout.write("".join(f"{each}\n" for each in found) + f"{len(found)} wrong\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
