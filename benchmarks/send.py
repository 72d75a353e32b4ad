"""A thousand nudges and five hundred bulletins, as fast as Slack allows and no faster, each exactly once.

The clock of the limits is compressed twenty times: Slack's 300 messages a minute become 100 a second.
"""

import logging
import statistics
import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import UUID

from slack_sdk import WebClient

from benchmarks import engines, programs, slack
from benchmarks.rounds import row, table
from bot import service_file
from bot.clock import SystemClock
from bot.domain.actions import Action
from bot.domain.bulletins import WEEK, Issue
from bot.domain.nudges import Owed
from bot.domain.reports import AtRisk, Report
from bot.domain.service import Service, Team
from bot.usecases import letters
from bot.usecases.house import House
from sandbox.people import PeopledWorkspace
from sandbox.records import Channel, Member
from sandbox.workspace import Answer
from scheduler.delivery import Courier
from scheduler.patience import Patience
from storage import actions, outbox, reports
from storage.pacing import Pace
from storage.reports import Submission

COMPRESSED = 20
A_MINUTE = 300 * COMPRESSED
"""Messages in a minute of the compressed clock. Slack says no more than "several hundred" for a workspace."""
_BURST = 5
_OPENED_A_MINUTE = 50 * COMPRESSED
"""Slack's third tier: what conversations.open is believed to have."""
_RETRY_AFTER = {"Retry-After": "1"}
_MONDAY = date(2026, 11, 16)
_MANY = "many-"


class Bucket:
    """So many a minute, with a small burst."""

    def __init__(self, a_minute: float) -> None:
        self._a_second, self._left, self._at = a_minute / 60, float(_BURST), time.monotonic()

    def has_one(self) -> bool:
        now = time.monotonic()
        self._left = min(_BURST, self._left + (now - self._at) * self._a_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Limits:
    """Refuses what is more than Slack allows, and remembers what was posted where, and when."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._buckets = {"chat.postMessage": Bucket(A_MINUTE), "conversations.open": Bucket(_OPENED_A_MINUTE)}
        self._posted: list[tuple[str, float]] = []
        self._refused = 0

    def before(self, method: str, arguments: dict[str, Any]) -> Answer | None:
        with self._guard:
            if method not in self._buckets:
                return None
            if not self._buckets[method].has_one():
                self._refused += 1
                return HTTPStatus.TOO_MANY_REQUESTS, _RETRY_AFTER, {"ok": False, "error": "ratelimited"}
            if method == "chat.postMessage":
                self._posted.append((arguments["channel"], time.monotonic()))
            return None

    def told(self) -> tuple[list[tuple[str, float]], int]:
        """What was posted since this was asked last, and how many calls were refused."""
        with self._guard:
            told = self._posted, self._refused
            self._posted, self._refused = [], 0
            return told


@dataclass(frozen=True)
class Round:
    """Messages a second, and how many calls were refused with 429."""

    rate: float
    refused: int


def main(*, nudges: int = 1_000, bulletins: int = 500, rounds: int = 5) -> None:
    """Print how near delivery comes to what is allowed."""
    logging.getLogger("candour").setLevel(logging.ERROR)
    allowed, calm = A_MINUTE / 60, 1 / _pace().calm_gap.total_seconds()
    print(f"\n### send: {nudges} nudges and {bulletins} bulletins, the clock compressed {COMPRESSED} times\n")
    table(
        "engine", "messages/s", "429s", "ratio to what calm messages may use", "ratio to the workspace's whole rate"
    )
    with slack.running(partial(_arrange, nudges, bulletins)) as stand_in:
        for engine in engines.ENGINES:
            done = [_round(engine, stand_in, nudges, bulletins) for _ in range(rounds)]
            rate, refused = statistics.median(each.rate for each in done), sum(each.refused for each in done)
            share = f"{refused} of {rounds * (nudges + bulletins)}"
            row(engine, f"{rate:.1f}", share, f"{rate / calm:.3f}", f"{rate / allowed:.3f}")
    print("\nEach message was posted exactly once.")


def _round(engine: str, stand_in: slack.StandIn, nudges: int, bulletins: int) -> Round:
    with engines.house(engine, _service(bulletins), SystemClock()) as house:
        _queue(house, nudges)
        client = WebClient(token="xoxb-sandbox", base_url=stand_in.api_url, retry_handlers=[])  # noqa: S106 - the sandbox's own
        courier = Courier(house, client, pace=_pace(), patience=Patience())
        courier.start()
        _wait_until_all_left(house, seconds=10 + 4 * (nudges + bulletins) / (A_MINUTE / 60))
        courier.stop()
    posted, refused = stand_in.told()
    places = Counter(place for place, _ in posted)
    assert len(places) == nudges + bulletins == len(posted), "not each message exactly once"
    moments = sorted(moment for _, moment in posted)
    return Round((len(moments) - 1) / (moments[-1] - moments[0]), refused)


def _pace() -> Pace:
    return Pace(gap=timedelta(seconds=60 / A_MINUTE))


def _wait_until_all_left(house: House, *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with house.database.reading() as work:
            if not outbox.waiting(work):
                return
        time.sleep(0.2)
    raise SystemExit("The messages did not leave in time.")


def _service(teams: int) -> Service:
    """More teams than a service file may have: a select shows a hundred, and bulletins do not mind."""
    one = service_file.read(programs.SERVICE_FILE)
    zone = one.teams[0].time_zone
    many = [Team(code=f"{_MANY}{n}", name=f"Team {n}", channel=_channel(n), time_zone=zone) for n in range(teams)]
    return one.model_copy(update={"teams": (*one.teams, *many)})


def _queue(house: House, nudges: int) -> None:
    now = datetime.now(UTC)
    report = Report(
        id=UUID(int=0),
        reference="2222-222",
        kind="care",
        still_at_risk=AtRisk.NO,
        team=house.service.teams[0].code,
        happened_at=now,
        reported_at=now,
        reporter="U0AMARA001",
    )
    due = [_action(report.id, number, now) for number in range(nudges)]
    queued = [letters.nudge([_owed(action)], local_day=f"{now:%Y-%m-%d}") for action in due]
    queued += [letters.bulletin(_issue(team), team) for team in house.service.teams if team.code.startswith(_MANY)]
    with house.database.writing(wait=60) as work:
        reports.add(work, report, narrative_sealed=b"sealed", submission=Submission(b"form", b"answers"))
        for action in due:
            actions.add(work, action, submission=action.id.bytes)
        outbox.put_all(work, queued, now=now)


def _owed(action: Action) -> Owed:
    return Owed(*(getattr(action, name) for name in Owed._fields))


def _issue(team: Team) -> Issue:
    return Issue(team=team.code, first=_MONDAY - WEEK, monday=_MONDAY, late=False)


def _action(report_id: UUID, number: int, now: datetime) -> Action:
    return Action(
        id=UUID(int=number + 1),
        report_id=report_id,
        change="Test each door alarm on Mondays",
        owner=_owner(number),
        owner_zone="Europe/London",
        due_on=now.date(),
        due_set_at=now,
        agreed_by="U0JO000001",
        agreed_at=now,
    )


def _arrange(owners: int, teams: int, workspace: PeopledWorkspace) -> slack.Tell:
    everybody = frozenset({workspace.bot.id})
    for number in range(owners):
        member = Member(id=_owner(number), name=f"Owner {number}")
        workspace.members[member.id] = member
    for number in range(teams):
        channel = Channel(id=_channel(number), name=f"team-{number}", members=everybody)
        workspace.channels[channel.id] = channel
    limits = Limits()
    workspace.on_call(limits.before)
    return limits.told


def _owner(number: int) -> str:
    return f"U0OWNER{number:04}"


def _channel(number: int) -> str:
    return f"C0TEAM{number:04}"
