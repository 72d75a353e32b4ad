"""The bulletins of a team, for its lead: those that were posted, the next one, and how that is changed."""

import re
from datetime import datetime

from bot.domain.bulletins.change import accept, falls_away
from bot.domain.bulletins.draft import Draft, DraftState
from bot.domain.bulletins.edition import next_draft, next_monday, posted_at
from bot.domain.calendar import local_date
from bot.domain.service.access import Act
from bot.domain.service.service import Schedule, Team
from bot.usecases.bulletins import drafts, huddle, weekly
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from bot.usecases.service.refresh import refresh_service
from bot.views.bulletins.content import Board
from bot.views.kit.blocks import Message
from storage import audit, bulletins, due, service
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict

MOST_PAST = 4
_NOT_IN_A_CODE = re.compile(r"[^A-Za-z0-9_:.-]")
"""Such as the stroke in the name of a zone: an audit entry holds codes."""


def see_bulletins(context: Context, team_code: str, *, by: str, now: datetime) -> Board:
    """Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        return _board(judge.transaction, _held(judge, team_code), now=now)


@retry_on_conflict
def change_schedule(context: Context, team_code: str, wanted: Schedule, *, by: str, now: datetime) -> Board:
    """Change when the bulletin comes and who approves it; its due rows move in the same transaction.

    `wanted` has the version that was seen. Raises `NotForYou`, `NotFound` or `ScheduleRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        before = _held(judge, team_code)
        schedule = service.schedule_of(judge.transaction, team_code)
        before = before.model_copy(update={"schedule": schedule})
        today = local_date(now, before.zone)
        accept(wanted, before=schedule, team=team_code, service=context.service, today=today)
        service.save_schedule(judge.transaction, team_code, wanted)
        after = before.model_copy(update={"schedule": wanted})
        _move(judge.transaction, before, after, now=now)
        _record(judge.transaction, team_code, wanted, by=by, now=now)
        board = _board(judge.transaction, after, now=now)
    refresh_service(context)
    return board


def _held(judge: Judged, team_code: str) -> Team:
    team = judge.context.service.team(team_code)
    judge.of_team(Act.CHANGE_BULLETIN, team, team.code if team else "team")  # Whatever else a press carries.
    if team is None:
        raise NotFound
    return team


def _move(transaction: Transaction, before: Team, after: Team, *, now: datetime) -> None:
    """Drop what falls away, and write when the next draft and the next bulletin are due."""
    left = None
    for draft in bulletins.take_unposted(transaction, [after.code]):
        if falls_away(draft.monday, before, after, now=now):
            bulletins.change_state(transaction, draft.model_copy(update={"state": DraftState.DROPPED}))
        elif posted_at(draft.monday, *after.rhythm) <= now:
            left = draft
    looks = DueTime(drafts.KIND, after.code, drafts.next_look_or_now(transaction, after, now=now))
    due.put(transaction, [looks, weekly.next_look(after, left, now=now)])
    huddle.move(transaction, after, now=now)


def _record(transaction: Transaction, team: str, schedule: Schedule, *, by: str, now: datetime) -> None:
    facts = schedule.model_dump(mode="json", exclude={"version"}, exclude_none=True)
    detail = {name: _NOT_IN_A_CODE.sub(".", str(value)) for name, value in facts.items()}
    audit.add(transaction, actor=by, event=AuditEvent.BULLETIN_CHANGED, subject=team, at=now, **detail)


def _board(transaction: Transaction, team: Team, *, now: datetime) -> Board:
    posted = bulletins.posted(transaction, team.code, limit=MOST_PAST)
    past = [(draft, message) for draft in posted if (message := _message(transaction, draft))]
    monday = next_monday(*team.rhythm, now=now)
    waiting = next((each for each in bulletins.unposted(transaction, team.code) if each.monday == monday), None)
    shown = _message(transaction, waiting) if waiting else None
    return Board(
        team=team,
        past=past,
        draft=(waiting, shown) if waiting and shown else None,
        posts_at=posted_at(monday, *team.rhythm),
        drafts_at=next_draft(*team.rhythm, now=now),
    )


def _message(transaction: Transaction, draft: Draft) -> Message | None:
    shown = bulletins.shown(transaction, draft.id)
    return Message(*shown) if shown else None
