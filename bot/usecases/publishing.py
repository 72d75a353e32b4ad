"""Weekly bulletins: once a week for each team, whatever restarts or clocks do; missed weeks are told once, late."""

from datetime import date, datetime, timedelta

from bot.domain.bulletins import Issue, issue_due, mondays
from bot.domain.service import Team
from bot.usecases import letters
from bot.usecases.house import House
from storage import occurrences, outbox, service
from storage.database import Work

_KIND = "bulletin"
_SOMEWHERE_TOMORROW = timedelta(days=1)


def queue_bulletins(house: House, *, now: datetime) -> int:
    """Queue the bulletins that teams are owed; returns how many. A repeated or late call changes nothing."""
    with house.database.reading() as work:
        owed = [team for team in house.service.teams if _owed(work, team, now)]
    if not owed:
        return 0
    with house.database.writing() as work:
        queued = sum(_queue(work, house, team, now) for team in owed)
    house.wake_delivery()
    return queued


def teams_told_ahead(work: Work, house: House, *, now: datetime) -> int:
    """How many teams had a bulletin of a day still to come: the clock was ahead. Until then they get no other."""
    latest = [occurrences.latest_date(work, _KIND, subject=team.code) for team in house.service.teams]
    return sum(day is not None and day > now.date() + _SOMEWHERE_TOMORROW for day in latest)


def _owed(work: Work, team: Team, now: datetime) -> Issue | None:
    joined = _monday_of(service.joined_on(work, team.code))
    last = occurrences.latest_date(work, _KIND, subject=team.code) or joined
    return issue_due(team.code, team.zone, last=max(last, joined), now=now)


def _queue(work: Work, house: House, team: Team, now: datetime) -> int:
    issue = _owed(work, team, now)
    if issue is None or not _told_first(work, issue, now):
        return 0
    outbox.put(work, letters.bulletin(issue, team), now=house.clock.elapsed())
    return 1


def _told_first(work: Work, issue: Issue, now: datetime) -> bool:
    """Whether no other replica tells of the same weeks at this moment."""
    return all(
        occurrences.first_time(work, _KIND, subject=issue.team, local_key=monday.isoformat(), now=now)
        for monday in mondays(issue)
    )


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
