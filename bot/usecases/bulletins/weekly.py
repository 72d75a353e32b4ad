"""The weekly bulletin: what was approved is posted once for each team and week; nothing else is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.bulletins.draft import Draft, DraftState
from bot.domain.bulletins.edition import leaves_at, next_monday, posted_at
from bot.domain.bulletins.schedule import WEEK
from bot.domain.service.access import approvers
from bot.domain.service.service import Role, Service, Team
from bot.usecases import outgoing
from bot.usecases.bulletins import answers
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, DueResult, WhenLate
from storage import bulletins, occurrences
from storage.due import DueTime
from storage.engine.transactions import Transaction
from storage.outbox.messages import OutboxMessage

KIND = outgoing.Bulletin.KIND
WHAT = "the weekly bulletin of the team"
FURTHEST = WEEK + timedelta(days=4)
"""A week, the days off around a holiday, and what the clocks may change in them."""
WHEN_LATE: WhenLate = AtOnce()
"""Within working hours, and only until the next draft is made."""


def serve(transaction: Transaction, context: Context, rows: Sequence[DueTime], *, now: datetime) -> DueResult:
    """The bulletin of each team, if somebody approved it. A team that has left gets none."""
    codes = {row.subject for row in rows}
    teams = {team.code: team for team in context.service.teams if team.code in codes}
    messages, following = list[OutboxMessage](), list[DueTime]()
    unposted = _unposted(transaction, teams, now)
    for code, team in sorted(teams.items()):
        draft = unposted.get(code)
        if draft and leaves_at(draft.monday, *team.rhythm, now=now) <= now:
            messages += _said(transaction, context.service, draft, team, now=now)
            draft = None
        following.append(next_look(team, draft, now=now))
    return DueResult(messages, following)


def standing(transaction: Transaction, context: Context, *, now: datetime) -> Collection[DueTime]:
    """A row for each team: when its next bulletin is due, or an approved one that has not left."""
    teams = {team.code: team for team in context.service.teams}
    unposted = _unposted(transaction, teams, now)
    return [next_look(team, unposted.get(code), now=now) for code, team in teams.items()]


def _unposted(transaction: Transaction, teams: Mapping[str, Team], now: datetime) -> dict[str, Draft]:
    """For each team the latest bulletin whose time has come and that was not posted."""
    live = bulletins.take_unposted(transaction, list(teams))
    return {each.team: each for each in live if posted_at(each.monday, *teams[each.team].rhythm) <= now}


def next_look(team: Team, draft: Draft | None, *, now: datetime) -> DueTime:
    """When its bulletin is due, or an approved one that has not left; in a pause, a look now and then."""
    if draft and (draft.state is DraftState.APPROVED or draft.told_at is None):
        return DueTime(KIND, team.code, leaves_at(draft.monday, *team.rhythm, now=now))
    comes = posted_at(next_monday(*team.rhythm, now=now), *team.rhythm)
    return DueTime(KIND, team.code, min(comes, now + FURTHEST))


def _said(
    transaction: Transaction, service: Service, draft: Draft, team: Team, *, now: datetime
) -> list[OutboxMessage]:
    if draft.state is DraftState.APPROVED:
        return _post(transaction, draft, team, now=now)
    return _say_that_nobody_approved(transaction, service, draft, now=now)


def _post(transaction: Transaction, draft: Draft, team: Team, *, now: datetime) -> list[OutboxMessage]:
    bulletins.change_state(transaction, draft.model_copy(update={"posted_at": now}))
    answers.begin(transaction, draft, now=now)
    occurrences.first_time(transaction, KIND, subject=draft.team, local_key=draft.monday.isoformat(), now=now)
    return [outgoing.bulletin(draft, team)]


def _say_that_nobody_approved(
    transaction: Transaction, service: Service, draft: Draft, *, now: datetime
) -> list[OutboxMessage]:
    """Once, to the approvers and to the lead of the team."""
    if draft.told_at:
        return []
    bulletins.change_state(transaction, draft.model_copy(update={"told_at": now}))
    leads = (each.slack_id for each in service.with_role(Role.TEAM_LEAD) if each.team == draft.team)
    team = service.team(draft.team)
    people = dict.fromkeys((*(approvers(service, team) if team else ()), *leads))
    return [outgoing.bulletin_not_sent(draft, person) for person in people]
