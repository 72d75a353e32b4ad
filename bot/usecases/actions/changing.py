"""One change of an action: who tried without being allowed is recorded, and everything follows in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from bot.domain.actions.action import Action, ActionEntry, ActionEntryKind, ActionReason, ActionRefused, Because
from bot.domain.actions.lead import lead_of
from bot.domain.calendar import known_zone, local_date
from bot.usecases import outgoing
from bot.usecases.actions import check_asked, hold_questions, new_actions, nudges
from bot.usecases.context import Context
from bot.usecases.permissions import NotFound
from storage import actions, audit, integrity
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction
from storage.outbox import messages

_TELLS_THE_LEAD = {ActionEntryKind.MOVED, ActionEntryKind.BLOCKED, ActionEntryKind.NOT_MINE}
_OF_STRANGERS = {ActionReason.NOT_THE_OWNER, ActionReason.CHECKER_IS_OWNER}


@dataclass(frozen=True)
class Change:
    """An action, held for a change until its transaction ends."""

    transaction: Transaction
    context: Context
    before: Action
    by: str
    now: datetime

    @property
    def today(self) -> date:
        """The date where the owner is."""
        return local_date(self.now, known_zone(self.before.owner_zone, otherwise=self.context.service.zone))

    def save(self, after: Action, kind: ActionEntryKind, because: Because | None = None) -> Action:
        """Store it with what follows from it; nothing if nothing has changed."""
        if after == self.before:
            return after
        actions.change_state(self.transaction, after)
        nudges.schedule(self.transaction, after, self.context.service)
        check_asked.schedule(self.transaction, after)
        hold_questions.schedule(self.transaction, after, self.context.service)
        if after.told_at is None:
            new_actions.schedule(self.transaction, after.owner, now=self.now)
        entry = self._entry(after, kind, because)
        actions.add_entry(self.transaction, entry)
        self._record(after, entry)
        self._tell_the_lead(after, entry)
        return after

    def _tell_the_lead(self, after: Action, entry: ActionEntry) -> None:
        lead = lead_of(after, self.context.service)
        same_date = entry.kind is ActionEntryKind.MOVED and entry.due_on == entry.moved_from
        if lead and entry.kind in _TELLS_THE_LEAD and not same_date:
            message = outgoing.action_news(entry, to=lead)
            messages.put(self.transaction, message, now=self.context.clock.elapsed())

    def _entry(self, after: Action, kind: ActionEntryKind, because: Because | None) -> ActionEntry:
        moved = {"due_on": after.due_on, "moved_from": self.before.due_on} if kind is ActionEntryKind.MOVED else {}
        words = because.words if because else None
        return ActionEntry(
            id=uuid4(), action_id=after.id, kind=kind, author=self.by, at=self.now, words=words, **moved
        )

    def _record(self, after: Action, entry: ActionEntry) -> None:
        """What the action says from now on, so that a later change without an entry is found."""
        dates = {"due": entry.due_on, "due_before": entry.moved_from}
        detail = {name: day.isoformat() for name, day in dates.items() if day}
        digest = integrity.action_digest(self.transaction, after)
        event = AuditEvent(f"action.{entry.kind}")
        audit.add(
            self.transaction, actor=self.by, event=event, subject=str(after.id), at=self.now, digest=digest, **detail
        )


@contextmanager
def changing(
    context: Context,
    action_id: UUID,
    *,
    by: str,
    now: datetime,
    refused: AuditEvent = AuditEvent.ACTION_ANSWER_REFUSED,
) -> Iterator[Change]:
    """Hold the action for a change by `by`. Raises `NotFound`; whoever may not answer for it is recorded."""
    try:
        with context.database.writing() as transaction:
            before = actions.get_for_update(transaction, action_id)
            if before is None:
                raise NotFound
            yield Change(transaction, context, before, by, now)
    except ActionRefused as refusal:
        if refusal.reason in _OF_STRANGERS:
            with context.database.writing() as transaction:
                audit.add(transaction, actor=by, event=refused, subject=str(action_id), at=now)
        raise
    context.wake_delivery()
