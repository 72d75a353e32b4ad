"""Tonight on this ward: at hand-over a card of two minutes, in words that were approved for this team already."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.domain.bulletins.answers import is_open
from bot.domain.bulletins.draft import Draft
from bot.domain.calendar import at_local, local_date
from bot.domain.service.service import Team
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import Dropped, DueResult, WhenLate
from storage import bulletins, due, learning, occurrences
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage

KIND = outgoing.Huddle.KIND
WHAT = "a card for the hand-over of a team that wants one"
LATEST = timedelta(minutes=30)
"""After this, the hand-over is over: the card comes at the next one."""
_DAY = timedelta(days=1)
FURTHEST = timedelta(days=1, hours=2)
"""A day, and what the clocks may change in it."""
WHEN_LATE: WhenLate = Dropped(after=LATEST)


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """A card for each team whose latest bulletin was not told at a hand-over yet. Nothing else is ever told there."""
    in_time = {row.subject for row in rows if now - row.due_at <= LATEST}
    subjects = {row.subject for row in rows}
    teams = [team for team in context.service.teams if team.code in subjects and team.schedule.handover]
    messages = list[OutboxMessage]()
    for team in teams:
        if team.code in in_time:
            messages += _card(transaction, team, now=now)
    return DueResult(messages, [row for team in teams for row in looks(team, now=now)])


def standing(_transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """A row for each team that wants it: of the hand-over that goes on now, because nobody may have served it yet."""
    return [row for team in context.service.teams for row in looks(team, now=now - LATEST)]


def looks(team: Team, *, now: datetime) -> list[DueTime]:
    """Its next hand-over after `now`; nothing for a team that wants no card."""
    zone, schedule = team.rhythm
    if schedule.handover is None:
        return []
    today = local_date(now, zone)
    moments = (at_local(today + _DAY * passed, schedule.handover, zone) for passed in range(3))
    return [DueTime(KIND, team.code, next(moment for moment in moments if moment > now))]


def move(transaction: Transaction, team: Team, *, now: datetime) -> None:
    """Its lead has changed when it comes, or that it does. Part of that transaction."""
    due.remove(transaction, KIND, [team.code])
    due.put(transaction, looks(team, now=now))


def to_tell(transaction: Transaction, draft: Draft, *, now: datetime) -> bool:
    """Whether this bulletin may be told once more: it is this week's, and its reporters leave its words free."""
    return is_open(draft.posted_at, now=now) and learning.may_be_used(transaction, draft.point, now=now)


def _card(transaction: Transaction, team: Team, *, now: datetime) -> list[OutboxMessage]:
    posted = bulletins.posted(transaction, team.code, limit=1)
    if not posted or not to_tell(transaction, posted[0], now=now):
        return []
    [draft] = posted
    first = occurrences.first_time(transaction, KIND, subject=team.code, local_key=str(draft.id), now=now)
    return [outgoing.huddle(draft, team)] if first else []
