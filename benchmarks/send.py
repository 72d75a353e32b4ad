"""A thousand nudges and five hundred bulletins, as fast as Slack allows and no faster, each exactly once.

The clock of the limits is compressed ten times: Slack's 300 messages a minute become 50 a second.
"""

import logging
import statistics
import time
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
from bot.domain.actions.action import Action
from bot.domain.actions.nudges import ActionDates
from bot.domain.bulletins.edition import Edition
from bot.domain.bulletins.schedule import WEEK
from bot.domain.reports.report import AtRisk, Report
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Service, Team
from bot.runtime.clock import SystemClock
from bot.runtime.metrics import Metrics
from bot.usecases import outgoing
from bot.usecases.context import Context
from sandbox.people.person import PeopledWorkspace
from sandbox.records import Answer, Channel, Member
from sandbox.rules.rate_limits import Limits
from scheduler.delivery.timeouts import DeliveryTimeouts
from scheduler.delivery.worker import DeliveryWorkers
from scheduler.posts import BY_KIND
from storage import actions, incidents, reports
from storage.outbox import messages
from storage.outbox.rate_limit import RateLimit
from storage.reports import FormHashes

COMPRESSED = 10
A_MINUTE = 300 * COMPRESSED
"""Messages in a minute of the compressed clock. Slack says no more than "several hundred" for a workspace."""
Told = tuple[list[tuple[str, float]], int]
_MONDAY = date(2026, 11, 16)
_MANY = "many-"


class Notes:
    """What was posted where, and when; and how many calls were refused."""

    def __init__(self, workspace: PeopledWorkspace) -> None:
        self._workspace = workspace
        self._posted: list[tuple[str, float]] = []
        workspace.after_call(self._note)

    def told(self) -> Told:
        """All of it, from the beginning."""
        refused = sum(call.status == HTTPStatus.TOO_MANY_REQUESTS for call in self._workspace.calls)
        return list(self._posted), refused

    def _note(self, method: str, arguments: dict[str, Any]) -> Answer | None:
        if method == "chat.postMessage":
            self._posted.append((arguments["channel"], time.monotonic()))
        return None


@dataclass(frozen=True)
class Round:
    """Messages a second, and how many calls were refused with 429."""

    rate: float
    refused: int


def main(*, nudges: int = 1_000, bulletins: int = 500, rounds: int = 5) -> None:
    """Print how near delivery comes to what is allowed."""
    logging.getLogger("candour").setLevel(logging.ERROR)
    allowed = A_MINUTE / 60
    print(f"\n### send: {nudges} nudges and {bulletins} bulletins, the clock compressed {COMPRESSED} times\n")
    table("engine", "messages/s", "429s", "ratio to the workspace's whole rate")
    for engine in engines.ENGINES:
        done = [_round(engine, nudges, bulletins) for _ in range(rounds)]
        rate, refused = statistics.median(each.rate for each in done), sum(each.refused for each in done)
        share = f"{refused} of {rounds * (nudges + bulletins)}"
        row(engine, f"{rate:.1f}", share, f"{rate / allowed:.3f}")
    print("\nEach message was posted exactly once.")


def _round(engine: str, nudges: int, bulletins: int) -> Round:
    context = engines.context(engine, _service(bulletins), SystemClock())
    with slack.running(partial(_arrange, nudges, bulletins)) as stand_in, context as opened:
        _queue(opened, nudges)
        _deliver(opened, stand_in.api_url, seconds=10 + 4 * (nudges + bulletins) / (A_MINUTE / 60))
        posted, refused = stand_in.told()
    assert len({place for place, _ in posted}) == len(posted) == nudges + bulletins, "not each message exactly once"
    moments = sorted(moment for _, moment in posted)
    return Round((len(moments) - 1) / (moments[-1] - moments[0]), refused)


def _deliver(context: Context, api_url: str, *, seconds: float) -> None:
    client = WebClient(token="xoxb-sandbox", base_url=api_url, retry_handlers=[])  # noqa: S106 - the sandbox's own
    metrics = Metrics(forms=[], kinds=BY_KIND)
    workers = DeliveryWorkers(context, client, metrics, rate_limit=_rate_limit(), timeouts=DeliveryTimeouts())
    workers.start()
    try:
        _wait_until_all_left(context, seconds=seconds)
    finally:
        workers.stop()


def _rate_limit() -> RateLimit:
    return RateLimit(gap=timedelta(seconds=60 / A_MINUTE))


def _wait_until_all_left(context: Context, *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with context.database.reading() as transaction:
            if not messages.waiting(transaction):
                return
        time.sleep(0.2)
    raise SystemExit("The messages did not leave in time.")


def _service(teams: int) -> Service:
    """More teams than a service file may have: a select shows a hundred, and bulletins do not mind."""
    one = service_file.read_service(programs.SERVICE_FILE)
    zone = one.teams[0].time_zone
    many = [Team(code=f"{_MANY}{n}", name=f"Team {n}", channel=_channel(n), time_zone=zone) for n in range(teams)]
    return one.model_copy(update={"teams": (*one.teams, *many)})


def _queue(context: Context, nudges: int) -> None:
    now = datetime.now(UTC)
    report = Report(
        id=UUID(int=0),
        incident_id=UUID(int=0),
        reference="2222-222",
        kind="care",
        still_at_risk=AtRisk.NO,
        team=context.service.teams[0].code,
        happened_at=now,
        reported_at=now,
        reporter="U0AMARA001",
    )
    due = [_action(report.id, number, now) for number in range(nudges)]
    queued = [outgoing.nudge([_owed(action)], local_day=f"{now:%Y-%m-%d}") for action in due]
    teams = [team for team in context.service.teams if team.code.startswith(_MANY)]
    queued += [outgoing.bulletin(_edition(team), team, made_at=now) for team in teams]
    with context.database.writing(wait=60) as transaction:
        incidents.add(transaction, report, sensitivity=Sensitivity.ORDINARY)
        reports.add(transaction, report, narrative_sealed=b"sealed", submission=FormHashes(b"form", b"answers"))
        for action in due:
            actions.add(transaction, action, submission=action.id.bytes)
        messages.put_all(transaction, queued, now=now)


def _owed(action: Action) -> ActionDates:
    return ActionDates(*(getattr(action, name) for name in ActionDates._fields))


def _edition(team: Team) -> Edition:
    return Edition(team=team.code, first=_MONDAY - WEEK, monday=_MONDAY, late=False)


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
    workspace.limits = Limits(compression=COMPRESSED)
    return Notes(workspace).told


def _owner(number: int) -> str:
    return f"U0OWNER{number:04}"


def _channel(number: int) -> str:
    return f"C0TEAM{number:04}"
