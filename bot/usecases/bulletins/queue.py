"""Weekly bulletins: once a week for each team, whatever restarts or clocks do; missed weeks are told once, late."""

from datetime import date, datetime, timedelta

from bot.domain.bulletins.edition import Edition, edition_due, mondays
from bot.domain.service.service import Team
from bot.usecases import outgoing
from bot.usecases.context import BACKGROUND_SECONDS, Context
from storage import occurrences
from storage.engine.transactions import Transaction
from storage.occurrences import Key
from storage.outbox import messages

_KIND = "bulletin"
Owed = tuple[Edition, Team]
_SOMEWHERE_TOMORROW = timedelta(days=1)


def queue_bulletins(context: Context, *, now: datetime) -> int:
    """Queue the bulletins that teams are owed; returns how many. A repeated or late call changes nothing."""
    with context.database.reading() as transaction:
        if not _owed(transaction, context, now):
            return 0
    with context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
        first = _told_first(transaction, _owed(transaction, context, now), now)
        messages.put_all(
            transaction, [outgoing.bulletin(issue, team) for issue, team in first], now=context.clock.elapsed()
        )
    context.wake_delivery()
    return len(first)


def teams_told_ahead(transaction: Transaction, context: Context, *, now: datetime) -> int:
    """How many teams had a bulletin of a day still to come: the clock was ahead. Until then they get no other."""
    known, tomorrow = occurrences.of_teams(transaction, _KIND), now.date() + _SOMEWHERE_TOMORROW
    latest = [known[team.code][1] for team in context.service.teams]
    return sum(day is not None and day > tomorrow for day in latest)


def _owed(transaction: Transaction, context: Context, now: datetime) -> list[Owed]:
    known, owed = occurrences.of_teams(transaction, _KIND), []
    for team in context.service.teams:
        joined_on, latest = known[team.code]
        week = _monday_of(joined_on)
        issue = edition_due(team.code, team.zone, last=max(latest or week, week), now=now)
        owed += [(issue, team)] if issue else []
    return owed


def _told_first(transaction: Transaction, owed: list[Owed], now: datetime) -> list[Owed]:
    """Those of whose weeks no other replica tells at this moment. Whoever has the first week has them all."""
    first = occurrences.first_times(transaction, _KIND, {_keys(issue)[0] for issue, _ in owed}, now=now)
    told = [(issue, team) for issue, team in owed if _keys(issue)[0] in first]
    occurrences.first_times(transaction, _KIND, {key for issue, _ in told for key in _keys(issue)[1:]}, now=now)
    return told


def _keys(issue: Edition) -> list[Key]:
    return [(issue.team, monday.isoformat()) for monday in mondays(issue)]


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
