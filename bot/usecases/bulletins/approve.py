"""A person reads the draft of a bulletin exactly as it would be posted, and approves, swaps or skips it."""

from datetime import datetime
from uuid import UUID

from bot.domain.bulletins.draft import Draft, DraftReason, DraftRefused, DraftState, decide, require_open
from bot.domain.bulletins.edition import leaves_at
from bot.domain.service.access import Act
from bot.domain.service.service import Service, Team
from bot.usecases.bulletins import drafts, weekly
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from bot.views.bulletins.content import Preview
from bot.views.kit.blocks import Message
from storage import audit, bulletins, due, learning
from storage.audit import AuditEvent
from storage.due import DueTime
from storage.engine.transactions import Transaction, retry_on_conflict

_EVENTS = {DraftState.APPROVED: AuditEvent.BULLETIN_APPROVED, DraftState.SKIPPED: AuditEvent.BULLETIN_SKIPPED}


def preview(context: Context, draft_id: UUID, *, by: str, now: datetime) -> Preview:
    """The draft, to one of its approvers. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        draft, team = _held(judge, draft_id)
        return _preview(judge.transaction, draft, team, now=now)


@retry_on_conflict
def decide_draft(
    context: Context, draft_id: UUID, state: DraftState, *, point: UUID, by: str, now: datetime
) -> Preview:
    """Approve or skip it as it was shown, with this learning point.

    Raises `NotForYou`, `NotFound` or `DraftRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        draft, team = _held(judge, draft_id)
        after = decide(draft, state, point=point, by=by, now=now)
        if state is DraftState.APPROVED and not learning.may_be_used(judge.transaction, point, now=now):
            raise DraftRefused("", DraftReason.NOT_FREE)
        bulletins.change_state(judge.transaction, after)
        audit.add(judge.transaction, actor=by, event=_EVENTS[state], subject=str(draft_id), at=now, point=str(point))
        if state is DraftState.APPROVED:
            leaves = leaves_at(after.monday, *team.rhythm, now=now)
            due.put(judge.transaction, [DueTime(weekly.KIND, team.code, leaves)])
        return _preview(judge.transaction, after, team, now=now)


@retry_on_conflict
def swap_point(context: Context, draft_id: UUID, *, point: UUID, by: str, now: datetime) -> Preview:
    """Tell of the next learning point instead; after the last comes the first.

    Raises `NotForYou`, `NotFound` or `DraftRefused`.
    """
    with judged(context, by=by, now=now) as judge:
        transaction = judge.transaction
        draft, team = _held(judge, draft_id)
        require_open(draft, point=point)
        other = _after(draft, learning.untold(transaction, draft.team, since=drafts.since(now)))
        found = learning.find(transaction, other)
        if found is None:
            raise NotFound
        draft = draft.model_copy(update={"point": other})
        told = drafts.ReadInTime(transaction, context.service).thanks(team.code, draft.monday)
        became = drafts.what_became(transaction, [team.code])[team.code]
        message = drafts.render(draft, team, found, told, context.service, became=became)
        bulletins.swap(transaction, draft, (message.text, message.blocks))
        audit.add(
            transaction, actor=by, event=AuditEvent.BULLETIN_SWAPPED, subject=str(draft_id), at=now, point=str(other)
        )
        return _preview(transaction, draft, team, now=now)


def _held(judge: Judged, draft_id: UUID) -> tuple[Draft, Team]:
    """The draft, held for a change, if this person may approve bulletins."""
    draft = bulletins.get_for_update(judge.transaction, draft_id)
    team = _team(judge.context.service, draft)
    judge.of_team(Act.APPROVE_BULLETIN, team, str(draft_id))
    if draft is None or team is None:
        raise NotFound
    return draft, team


def _team(service: Service, draft: Draft | None) -> Team | None:
    return service.team(draft.team) if draft else None


def _after(draft: Draft, offered: list[UUID]) -> UUID:
    others = [*offered, *offered]
    place = others.index(draft.point) if draft.point in others else -1
    return others[place + 1] if others else draft.point


def _preview(transaction: Transaction, draft: Draft, team: Team, *, now: datetime) -> Preview:
    shown = bulletins.shown(transaction, draft.id)
    if shown is None:
        raise NotFound
    untold = learning.untold(transaction, draft.team, since=drafts.since(now))
    return Preview(
        draft=draft,
        team=team,
        message=Message(*shown),
        leaves_at=leaves_at(draft.monday, *team.rhythm, now=now),
        others=bool(set(untold) - {draft.point}),
        free=learning.may_be_used(transaction, draft.point, now=now),
    )
