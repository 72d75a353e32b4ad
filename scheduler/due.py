"""Everything that comes by itself. To add a kind: write it as `DueKind` says, and name it in `DUE`."""

import logging
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.usecases.actions import check_asked, hold_answers, hold_questions, new_actions, nudges, repeats
from bot.usecases.bulletins import answers as bulletin_answers
from bot.usecases.bulletins import drafts, huddle, lead_digest, weekly
from bot.usecases.context import BACKGROUND_SECONDS, Context
from bot.usecases.due_kinds import Dropped, DueKind, DueResult
from bot.usecases.evidence import forums, paper_files
from bot.usecases.incidents import (
    anonymous_hour,
    danger_question,
    danger_rung,
    danger_unanswered,
    danger_unseen,
    look_reviews,
    morning_line,
    support,
)
from bot.usecases.reports import draft_ends, not_sent
from bot.usecases.reviews import session_reminders
from bot.usecases.service import monthly_alert
from bot.usecases.service.refresh import refresh_service
from storage import due
from storage.due import DueTime
from storage.engine.transactions import OutcomeUnknown, Transaction, retry_on_conflict
from storage.outbox import messages

_log = logging.getLogger("candour.due")

DUE: tuple[DueKind, ...] = (
    *(danger_unanswered, danger_rung, danger_question, danger_unseen, monthly_alert),
    *(anonymous_hour, nudges, new_actions, check_asked, drafts, weekly, bulletin_answers, morning_line),
    *(huddle, lead_digest),
    *(hold_questions, hold_answers, repeats),
    *(session_reminders, support),
    *(forums, paper_files),
    *(look_reviews, not_sent, draft_ends),
)
"""The program, the tests and the benchmark loop over these."""


@dataclass(frozen=True)
class TickResult:
    """How many messages were queued, and which kinds could not be served."""

    queued: int
    failed: Collection[str] = ()


class Tick:
    """One question for all kinds; then each kind whose time has come, in a transaction and a try of its own.

    A repeated or late tick changes nothing.
    """

    def __init__(self, context: Context, kinds: Sequence[DueKind] = DUE) -> None:
        self._context = context
        self._kinds = kinds
        self._furthest = {kind.KIND: kind.FURTHEST for kind in kinds}
        self._service: object = None

    def __call__(self) -> TickResult:
        now = self._context.clock.now()
        failed = [] if self._refreshed() else ["service"]
        self._follow_the_service(now)
        with self._context.database.reading() as transaction:
            come = due.kinds_due(transaction, self._furthest, now=now)
        queued = 0
        for kind in (kind for kind in self._kinds if kind.KIND in come):
            try:
                queued += self._serve(kind, now)
            except Exception as error:  # noqa: BLE001 - the other kinds are served
                values = {"kind": kind.KIND, "error": type(error).__name__}
                _log.error("due rows of the kind %(kind)s were not served: %(error)s", values)
                failed.append(kind.KIND)
        return TickResult(queued, failed)

    def _refreshed(self) -> bool:
        """Read the service again if another replica has changed it. If that fails, the present one goes on."""
        try:
            refresh_service(self._context)
        except Exception as error:  # noqa: BLE001 - what is due does not wait for it
            _log.error("the service was not read again: %(error)s", {"error": type(error).__name__})
            return False
        return True

    @retry_on_conflict
    def _follow_the_service(self, now: datetime) -> None:
        """After a start and after a change of the service: write the rows that follow from it.

        Replicas that start together may lock each other's rows; then one of them does it again.
        """
        service = self._context.service
        if self._service is service:
            return
        with self._context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
            for kind in self._kinds:
                rows = kind.standing(transaction, self._context, now=now)
                if rows is not None:
                    due.put_whole_kind(transaction, kind.KIND, rows)
        self._service = service

    def _serve(self, kind: DueKind, now: datetime) -> int:
        """All rows in one transaction. If that fails, the bad ones are found, and the rest is served without them."""
        try:
            return self._serve_together(kind, now)
        except OutcomeUnknown:
            raise
        except Exception:
            if not self._pause_bad_rows(kind, now):
                raise
        return self._serve_together(kind, now)

    def _serve_together(self, kind: DueKind, now: datetime) -> int:
        queued, changed = self._transaction(kind, now)
        if queued:
            self._context.wake_delivery()
        if changed:
            self._context.redraw(changed)
        return queued

    @retry_on_conflict
    def _transaction(self, kind: DueKind, now: datetime) -> tuple[int, Collection[UUID]]:
        with self._context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
            rows = due.take(transaction, kind.KIND, furthest=kind.FURTHEST, now=now)
            return self._serve_rows(transaction, kind, rows, now)

    def _serve_rows(
        self, transaction: Transaction, kind: DueKind, rows: Sequence[DueTime], now: datetime
    ) -> tuple[int, Collection[UUID]]:
        """How many messages were queued, and what has changed that messages in Slack show."""
        if not rows:
            return 0, ()
        result = _result(kind, transaction, self._context, rows, now)
        due.replace(transaction, rows, _within(result.following, kind, now))
        queued = messages.put_all(transaction, result.messages, now=self._context.clock.elapsed())
        return queued, result.changed

    def _pause_bad_rows(self, kind: DueKind, now: datetime) -> int:
        """Try each row alone, without keeping anything. Returns how many failed; each is named, and waits."""
        with self._context.database.reading() as transaction:
            rows = due.to_serve(transaction, kind.KIND, furthest=kind.FURTHEST, now=now)
        return sum(self._paused(kind, row, now) for row in rows)

    def _paused(self, kind: DueKind, row: DueTime, now: datetime) -> bool:
        try:
            self._try_alone(kind, row, now)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is this row's
            name = type(error).__name__
            with self._context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
                due.pause(transaction, row, error=name, now=now)
            values = {"kind": row.kind, "subject": row.subject, "error": name}
            _log.error("due row %(kind)s %(subject)s failed and is tried again later: %(error)s", values)
            return True
        return False

    def _try_alone(self, kind: DueKind, row: DueTime, now: datetime) -> None:
        with suppress(_OnlyTried), self._context.database.writing(wait=BACKGROUND_SECONDS) as transaction:
            rows = due.take_one(transaction, row, furthest=kind.FURTHEST, now=now)
            self._serve_rows(transaction, kind, rows, now)
            transaction.flush()
            raise _OnlyTried


class _OnlyTried(Exception):
    """Rolls a trial back."""


def _result(
    kind: DueKind, transaction: Transaction, context: Context, rows: Sequence[DueTime], now: datetime
) -> DueResult:
    match kind.WHEN_LATE:
        case Dropped(after):
            late = [row for row in rows if now - row.due_at > after]
        case _:
            late = []
    in_time = [row for row in rows if row not in late]
    result = kind.serve(transaction, context, in_time, now=now) if in_time else DueResult()
    if not late:
        return result
    dropped = kind.serve(transaction, context, late, now=now)
    return DueResult(result.messages, [*result.following, *dropped.following], result.changed)


def _within(rows: Collection[DueTime], kind: DueKind, now: datetime) -> list[DueTime]:
    """No row is further ahead than the kind writes: it would be due now, and again in each tick."""
    end: datetime = now + kind.FURTHEST
    return [row if row.due_at <= end else row._replace(due_at=end) for row in rows]
