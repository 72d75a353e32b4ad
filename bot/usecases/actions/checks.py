"""What the checker says of an action that is done. Nobody checks their own."""

from datetime import datetime
from uuid import UUID

from bot.domain.actions.action import Action, ActionEntryKind, Because, approve_for_ward, check, not_yet
from bot.domain.service.access import Act
from bot.usecases.actions.changing import changing
from bot.usecases.context import Context
from bot.usecases.permissions import judged
from storage import actions
from storage.audit import AuditEvent


def say_it_works(context: Context, action_id: UUID, *, by: str, now: datetime, may_be_shown: bool = False) -> Action:
    """Somebody else than the owner has seen that it works. Raises `NotFound`, `NotForYou` or `ActionRefused`.

    `may_be_shown` says whether they approve its wording for the ward, as it stands, for the ward's channel.
    """
    _require_checker(context, action_id, by=by, now=now)
    with changing(context, action_id, by=by, now=now, refused=AuditEvent.ACTION_CHECK_REFUSED) as change:
        after = check(change.before, by=by, now=now)
        if may_be_shown and after != change.before:
            after = approve_for_ward(after, by=by)
        return change.save(after, ActionEntryKind.CHECKED)


def say_not_yet(context: Context, action_id: UUID, because: Because, *, by: str, now: datetime) -> Action:
    """It does not work yet: it is open again, and its owner is told. Raises as above."""
    _require_checker(context, action_id, by=by, now=now)
    with changing(context, action_id, by=by, now=now, refused=AuditEvent.ACTION_CHECK_REFUSED) as change:
        return change.save(not_yet(change.before, by=by, now=now), ActionEntryKind.NOT_YET, because)


def _require_checker(context: Context, action_id: UUID, *, by: str, now: datetime) -> None:
    """The named checker, or anybody who may agree actions of its incident."""
    with judged(context, by=by, now=now) as judge:
        action = actions.find(judge.transaction, action_id)
        if action is None or action.checker != by:
            judge.incident(action.report_id if action else action_id, Act.AGREE_ACTION)
