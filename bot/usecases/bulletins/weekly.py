"""The weekly bulletin: once a week for each team, whatever restarts or clocks do; missed weeks come once, late."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from bot.domain.bulletins.edition import LATE_AFTER, Edition, due_at, edition_due, mondays
from bot.domain.bulletins.schedule import WEEK
from bot.domain.calendar import local_date
from bot.domain.service.service import Team
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import DueResult, MarkedLate, WhenLate
from storage import occurrences
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage

KIND = outgoing.Bulletin.KIND
WHAT = "the weekly bulletin of the team"
FURTHEST = WEEK + timedelta(hours=3)
"""A week, and what the clocks may change in it."""
WHEN_LATE: WhenLate = MarkedLate(after=LATE_AFTER)
Known = dict[str, tuple[date, date | None]]


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """One bulletin for each team, for all its weeks since the last. A team that has left gets none."""
    codes = {row.subject for row in rows}
    teams = [team for team in context.service.teams if team.code in codes]
    known = _without_bulletins_of_weeks_to_come(transaction, teams, occurrences.of_teams(transaction, KIND), now)
    sent, following = list[OutboxMessage](), list[DueTime]()
    for team in teams:
        last = _last_monday(team, known)
        edition = edition_due(team.code, team.zone, last=last, now=now)
        if edition and _record(transaction, edition, now):
            sent.append(outgoing.bulletin(edition, team, made_at=now))
        following.append(_next(team, edition.monday if edition else last))
    return DueResult(sent, following)


def standing(transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:  # noqa: ARG001 - as every kind
    """A row for each team: the first Monday whose bulletin it has not had."""
    known = occurrences.of_teams(transaction, KIND)
    return [_next(team, _last_monday(team, known)) for team in context.service.teams]


def _next(team: Team, last: date) -> DueTime:
    return DueTime(KIND, team.code, due_at(last + WEEK, team.zone))


def _last_monday(team: Team, known: Known) -> date:
    """The Monday of the latest bulletin, or of the week in which the team joined."""
    joined_on, latest = known[team.code]
    week = joined_on - timedelta(days=joined_on.weekday())
    return max(latest or week, week)


def _record(transaction: Transaction, edition: Edition, now: datetime) -> bool:
    """Record the Mondays of this edition. False if another replica recorded the first: then all of them are its."""
    first, *others = [(edition.team, monday.isoformat()) for monday in mondays(edition)]
    if not occurrences.first_times(transaction, KIND, [first], now=now):
        return False
    occurrences.first_times(transaction, KIND, others, now=now)
    return True


def _without_bulletins_of_weeks_to_come(
    transaction: Transaction, teams: Sequence[Team], known: Known, now: datetime
) -> Known:
    """A bulletin of a Monday to come was made while the clock was ahead: that Monday gets its own when it comes.

    A clock that says a day before the team joined is not believed.
    """
    early = False
    for team in teams:
        joined_on, latest = known[team.code]
        today = local_date(now, team.zone)
        if latest and latest > today >= joined_on:
            occurrences.forget_after(transaction, KIND, team.code, day=today)
            early = True
    return occurrences.of_teams(transaction, KIND) if early else known
