"""The draft of each bulletin: made two working days before, of a learning point that the team has not been told."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from uuid import uuid4

from bot.domain.actions.action import Action
from bot.domain.bulletins.answers import BulletinAnswer, reached
from bot.domain.bulletins.draft import BulletinWords, Draft, ReadCounts, Thanks, thanks, told_of_service
from bot.domain.bulletins.edition import counted_weeks, drafted_at, next_draft, next_monday
from bot.domain.bulletins.schedule import WEEK, posting_day
from bot.domain.calendar import at_local
from bot.domain.learning.point import LearningPoint
from bot.domain.reports.deadlines import read_by
from bot.domain.service.access import approvers
from bot.domain.service.service import Service, Team
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from bot.views.kit.blocks import Message
from bot.views.shared import bulletin_messages as view
from storage import actions, bulletin_answers, bulletins, figures, learning
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.figures import Day
from storage.learning import Since

KIND = outgoing.BulletinDraft.KIND
WHAT = "a look whether a bulletin needs its draft"
FURTHEST = timedelta(days=5)
"""Shorter than between any two drafts: whoever wrote a row with a clock that was ahead passed over no draft."""
WHEN_LATE: WhenLate = AtOnce()
MOST_DONE = 3
"""Actions of a team that are looked at: one of them is short enough."""
_OWN_WEEKS = 4 * WEEK
_YEAR = timedelta(days=365)
_DAY = timedelta(days=1)


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """A draft for each team whose bulletin is near, if there are approved words that it has not been told."""
    codes = {row.subject for row in rows}
    teams = {team.code: team for team in context.service.teams if team.code in codes}
    made = _make(transaction, context.service, _without_draft(transaction, teams, now), now=now)
    messages = [
        outgoing.bulletin_draft(draft, person)
        for draft in made
        for person in approvers(context.service, teams[draft.team])
    ]
    following = [DueTime(KIND, team.code, next_look(team, now)) for team in teams.values()]
    return DueResult(messages, following)


def standing(transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """A row for each team: now, if its draft should be there and is not."""
    teams = {team.code: team for team in context.service.teams}
    missing = _without_draft(transaction, teams, now)
    return [
        DueTime(KIND, team.code, now if team.code in missing else next_look(team, now)) for team in teams.values()
    ]


def next_look(team: Team, now: datetime) -> datetime:
    """When it is looked next whether this team needs a draft."""
    return min(next_draft(*team.rhythm, now=now), now + FURTHEST)


def next_look_or_now(transaction: Transaction, team: Team, *, now: datetime) -> datetime:
    """The same; now, if its draft should be there and is not."""
    return now if _without_draft(transaction, {team.code: team}, now) else next_look(team, now)


def since(now: datetime) -> Since:
    """How old or how common a source must be."""
    return Since(own=now - _OWN_WEEKS, kind=now - _YEAR, now=now)


def _without_draft(
    transaction: Transaction, teams: Mapping[str, Team], now: datetime
) -> dict[str, tuple[Team, date]]:
    """The teams whose next bulletin should have a draft by now and has none, with its Monday."""
    mondays = {code: next_monday(*team.rhythm, now=now) for code, team in teams.items()}
    come = {code: monday for code, monday in mondays.items() if drafted_at(monday, *teams[code].rhythm) <= now}
    drafted = bulletins.with_draft(transaction, come) if come else set()
    return {code: (teams[code], monday) for code, monday in come.items() if code not in drafted}


def _make(
    transaction: Transaction, service: Service, missing: Mapping[str, tuple[Team, date]], *, now: datetime
) -> list[Draft]:
    chosen = learning.next_for_teams(transaction, missing, since=since(now)) if missing else {}
    if not chosen:
        return []
    points = learning.of_ids(transaction, set(chosen.values()))
    material = Material(transaction, service, sorted(chosen))
    drafts = []
    for code, point_id in sorted(chosen.items()):
        team, monday = missing[code]
        if point := points.get(point_id):
            draft = Draft(id=uuid4(), team=code, monday=monday, point=point_id)
            draft, message = material.compose(draft, team, point)
            drafts.append((draft, (message.text, message.blocks)))
    made = bulletins.add_all(transaction, drafts, now=now)
    bulletins.drop_earlier(transaction, made)
    return made


class Material:
    """What bulletins tell besides a learning point; asked once for all of these teams."""

    def __init__(self, transaction: Transaction, service: Service, teams: Sequence[str]) -> None:
        self._service = service
        self._counts = ReadInTime(transaction, service)
        self._answers = bulletin_answers.counts_of_latest(transaction, list(teams))
        done = bulletins.done_for_teams(transaction, teams, most=MOST_DONE)
        actions_done = {each.id: each for each in actions.find_all(transaction, [*chain(*done.values())])}
        self._done = {team: [actions_done[each] for each in ids] for team, ids in done.items()}

    def compose(self, draft: Draft, team: Team, point: LearningPoint) -> tuple[Draft, Message]:
        """The draft with the action that it tells of, and what it says with this learning point.

        What does not fit into the words of a bulletin is left out: first answers, then what was done.
        """
        became = reached(self._answers.get(team.code, {}))
        for action in (*self._done.get(team.code, ()), None):
            for answers in dict.fromkeys((became, became[:1], ())):
                message = view.bulletin(self._words(draft, team, point, became=answers, action=action))
                if view.fits(message):
                    return draft.model_copy(update={"action": action.id if action else None}), message
        return draft.model_copy(update={"action": None}), message

    def _words(
        self,
        draft: Draft,
        team: Team,
        point: LearningPoint,
        *,
        became: tuple[BulletinAnswer, ...],
        action: Action | None,
    ) -> BulletinWords:
        return BulletinWords(
            id=draft.id,
            code=team.code,
            team=team.name,
            learned=point.words,
            did=action.words_for_channels if action else None,
            to_try=point.to_try,
            became=became,
            thanks=self._counts.thanks(team.code, draft.monday),
            read_within=self._service.read_within_working_days,
            counted_from=counted_weeks(draft.monday)[0],
            next_on=posting_day(team.schedule.day_of(draft.monday + WEEK)),
            monday=team.schedule.day_of(draft.monday),
        )


class ReadInTime:
    """What is told of the reports of all teams; asked once for the teams with the same Monday."""

    def __init__(self, transaction: Transaction, service: Service) -> None:
        self._transaction, self._service = transaction, service
        self._known: dict[date, Mapping[str, ReadCounts]] = {}

    def thanks(self, team: str, monday: date) -> Thanks:
        """The numbers that this team's bulletin may show."""
        if monday not in self._known:
            self._known[monday] = self._of_teams(monday)
        counts = self._known[monday]
        return thanks(counts[team], told_of_service(counts.values()))

    def _of_teams(self, monday: date) -> Mapping[str, ReadCounts]:
        first, until = counted_weeks(monday)
        days = [self._day(first + number * _DAY) for number in range((until - first).days)]
        return figures.read_in_time(self._transaction, [team.code for team in self._service.teams], days)

    def _day(self, day: date) -> Day:
        zone, last = self._service.zone, read_by(self._service, today=day)
        start, until, late = (at_local(each, time(), zone) for each in (day, day + _DAY, last + _DAY))
        return Day(start, until, late)
