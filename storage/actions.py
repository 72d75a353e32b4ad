"""Actions. Their words are encrypted, each for its own row."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import bindparam
from sqlmodel import col, func, select

from bot.domain.actions.action import Action, ActionEntry, ActionEntryKind, ActionState, Pause, Stage
from bot.domain.actions.nudges import ActionDates
from bot.domain.values import Moment
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.actions import ActionEntryRow, ActionRow

_TABLE = table(ActionRow)
_SOME = _TABLE.c.id.in_(bindparam("ids", expanding=True))
_TAKE_DATES = (
    sa.select(*(_TABLE.c[name] for name in ActionDates._fields))
    .where(_SOME)
    .order_by(_TABLE.c.due_on, _TABLE.c.id)
    .with_for_update(skip_locked=True)
)
_PRESENT = sa.select(_TABLE.c.id).where(_SOME)
_MARK_NUDGED = sa.update(_TABLE).where(_SOME).values(nudged=bindparam("stage"), nudges=_TABLE.c.nudges + 1)
_MARK_OFFERED = sa.update(_TABLE).where(_SOME).values(offered_at=bindparam("at"))
_MARK_TOLD = sa.update(_TABLE).where(_SOME).values(told_at=bindparam("at"))
_WORDS = {"change", "measure", "for_ward"}
_STAYS = {"id", "report_id", *_WORDS, "agreed_by", "agreed_at"}
_MOST_AT_ONCE = 5_000
"""Values in one statement: SQLite takes 32,766, PostgreSQL 65,535."""


def add(transaction: Transaction, action: Action, *, submission: bytes) -> None:
    transaction.add(
        ActionRow(
            **action.model_dump(exclude=_WORDS),
            change_sealed=transaction.seal(action.change, bound_to=_bound("change", action.id)),
            measure_sealed=_sealed(transaction, "measure", action.measure, action.id),
            for_ward_sealed=_sealed(transaction, "for_ward", action.for_ward, action.id),
            submission_hash=submission,
        )
    )
    transaction.flush()


def find_by_submission(transaction: Transaction, submission: bytes) -> Action | None:
    """The action that this very form has already made, or None."""
    row = transaction.exec(select(ActionRow).where(ActionRow.submission_hash == submission)).first()
    return _action(transaction, row) if row else None


def find(transaction: Transaction, action_id: UUID) -> Action | None:
    """The action, or None if there is none with this id."""
    row = transaction.get(ActionRow, action_id)
    return _action(transaction, row) if row else None


def get_for_update(transaction: Transaction, action_id: UUID) -> Action | None:
    """The action, or None. Until this transaction ends nobody else can change it."""
    row = transaction.exec(select(ActionRow).where(ActionRow.id == action_id).with_for_update()).first()
    return _action(transaction, row) if row else None


def get(transaction: Transaction, action_id: UUID) -> Action:
    """An action that must exist."""
    return _action(transaction, transaction.get_one(ActionRow, action_id))


def find_all(transaction: Transaction, ids: Sequence[UUID]) -> list[Action]:
    """Those of these actions that exist, in this order."""
    rows: dict[UUID, ActionRow] = {}
    for some in _chunks(ids):
        rows |= {row.id: row for row in transaction.exec(select(ActionRow).where(col(ActionRow.id).in_(some)))}
    return [_action(transaction, rows[each]) for each in ids if each in rows]


def change_state(transaction: Transaction, action: Action) -> None:
    """Store what changes in the life of an action: its words, who agreed it and when stay."""
    row = transaction.get_one(ActionRow, action.id)
    for name, value in action.model_dump(exclude=_STAYS).items():
        setattr(row, name, value)
    transaction.add(row)
    transaction.flush()


def of_owner(transaction: Transaction, owner: str, *, limit: int, skipped: int = 0) -> list[Action]:
    """This person's actions: open ones first, each group by due date, without the first `skipped` of them."""
    chosen = select(ActionRow).where(ActionRow.owner == owner)
    open_first = (col(ActionRow.state) == ActionState.OPEN).desc()
    ordered = chosen.order_by(open_first, col(ActionRow.due_on), col(ActionRow.id))
    rows = transaction.exec(ordered.limit(limit).offset(skipped))
    return [_action(transaction, row) for row in rows]


def of_report(transaction: Transaction, report_id: UUID) -> list[Action]:
    """The actions agreed from this report, in the order they were agreed."""
    return of_reports(transaction, [report_id])


def of_reports(transaction: Transaction, report_ids: Sequence[UUID]) -> list[Action]:
    """The actions agreed from any of these reports, in the order they were agreed."""
    chosen = select(ActionRow).where(col(ActionRow.report_id).in_(report_ids))
    return [_action(transaction, row) for row in transaction.exec(chosen.order_by(col(ActionRow.agreed_at)))]


def count_of_reports(transaction: Transaction, report_ids: Sequence[UUID]) -> int:
    """How many actions were agreed from any of these reports."""
    chosen = select(func.count()).select_from(ActionRow).where(col(ActionRow.report_id).in_(report_ids))
    return transaction.exec(chosen).one()


def take_dates(transaction: Transaction, ids: Sequence[UUID]) -> list[ActionDates]:
    """The dates of these actions, which nobody else can change until this transaction ends.

    Without those that somebody else changes at this moment.
    """
    return [_dates(row) for some in _chunks(ids) for row in transaction.core.execute(_TAKE_DATES, {"ids": some})]


def present(transaction: Transaction, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these actions there are."""
    return {row.id for some in _chunks(ids) for row in transaction.core.execute(_PRESENT, {"ids": some})}


def mark_nudged(transaction: Transaction, ids: Sequence[UUID], stage: Stage) -> None:
    """Remember the latest nudge of these actions, and count it."""
    for some in _chunks(ids):
        transaction.core.execute(_MARK_NUDGED, {"ids": some, "stage": stage})


def mark_offered(transaction: Transaction, ids: Sequence[UUID], *, now: Moment) -> None:
    """Remember that help was offered with these actions."""
    for some in _chunks(ids):
        transaction.core.execute(_MARK_OFFERED, {"ids": some, "at": now})


def mark_told(transaction: Transaction, ids: Sequence[UUID], *, now: Moment) -> None:
    """Remember that their owner is told of these actions."""
    for some in _chunks(ids):
        transaction.core.execute(_MARK_TOLD, {"ids": some, "at": now})


def untold(transaction: Transaction, owners: Sequence[str]) -> list[Action]:
    """The open actions of these people that they were not told of yet, in the order they were given."""
    chosen = select(ActionRow).where(
        col(ActionRow.owner).in_(owners),
        ActionRow.state == ActionState.OPEN,
        col(ActionRow.told_at).is_(None),
    )
    rows = transaction.exec(chosen.order_by(col(ActionRow.due_set_at), col(ActionRow.id)))
    return [_action(transaction, row) for row in rows]


def board(transaction: Transaction, *, limit: int) -> list[Action]:
    """The actions that are not closed, the longest overdue first; those that wait for their check at the end."""
    chosen = select(ActionRow).where(col(ActionRow.checked_at).is_(None))
    open_first = (col(ActionRow.state) == ActionState.OPEN).desc()
    rows = transaction.exec(chosen.order_by(open_first, col(ActionRow.due_on), col(ActionRow.id)).limit(limit))
    return [_action(transaction, row) for row in rows]


def add_entry(transaction: Transaction, entry: ActionEntry) -> None:
    bound_to = _bound_entry(entry.id)
    transaction.add(
        ActionEntryRow(
            **entry.model_dump(exclude={"words"}),
            words_sealed=transaction.seal(entry.words, bound_to=bound_to) if entry.words else None,
        )
    )
    transaction.flush()


def entries(transaction: Transaction, action_id: UUID) -> list[ActionEntry]:
    """What happened to the action, in its order. Words that cannot be read are left out."""
    chosen = select(ActionEntryRow).where(ActionEntryRow.action_id == action_id)
    rows = transaction.exec(chosen.order_by(col(ActionEntryRow.at), col(ActionEntryRow.id)))
    return [_entry(transaction, row) for row in rows]


def get_entry(transaction: Transaction, entry_id: UUID) -> ActionEntry:
    """An entry that must exist."""
    return _entry(transaction, transaction.get_one(ActionEntryRow, entry_id))


def open_count(transaction: Transaction, owner: str) -> int:
    """How many open actions this person has."""
    chosen = select(func.count()).select_from(ActionRow)
    return transaction.exec(chosen.where(ActionRow.owner == owner, ActionRow.state == ActionState.OPEN)).one()


def _action(transaction: Transaction, row: ActionRow) -> Action:
    sealed = {f"{name}_sealed" for name in _WORDS}
    return Action(
        **row.model_dump(exclude={*sealed, "submission_hash", "state", "nudged", "paused"}),
        state=ActionState(row.state),
        paused=Pause(row.paused) if row.paused else None,
        nudged=Stage(row.nudged) if row.nudged else None,
        change=_words(transaction, row.change_sealed, bound_to=_bound("change", row.id)),
        measure=_optional(transaction, "measure", row.measure_sealed, row.id),
        for_ward=_optional(transaction, "for_ward", row.for_ward_sealed, row.id),
    )


def _sealed(transaction: Transaction, column: str, words: str | None, action_id: UUID) -> bytes | None:
    return transaction.seal(words, bound_to=_bound(column, action_id)) if words else None


def _optional(transaction: Transaction, column: str, sealed: bytes | None, action_id: UUID) -> str | None:
    """The words; None if there are none, or none that can be read."""
    return _words(transaction, sealed, bound_to=_bound(column, action_id)) or None if sealed else None


def _entry(transaction: Transaction, row: ActionEntryRow) -> ActionEntry:
    words = row.words_sealed
    return ActionEntry(
        **row.model_dump(exclude={"words_sealed", "kind"}),
        kind=ActionEntryKind(row.kind),
        words=_words(transaction, words, bound_to=_bound_entry(row.id)) or None if words else None,
    )


def _words(transaction: Transaction, sealed: bytes, *, bound_to: str) -> str:
    """Empty if they cannot be read: its owner's other actions and the report must open all the same."""
    try:
        return transaction.unseal(sealed, bound_to=bound_to)
    except SealBroken:
        return ""


def _dates(row: sa.Row[*tuple[Any, ...]]) -> ActionDates:
    read = ActionDates(**row._mapping)  # noqa: SLF001 - SQLAlchemy's own name for it
    return read._replace(
        nudged=Stage(read.nudged) if read.nudged else None,
        paused=Pause(read.paused) if read.paused else None,
        state=ActionState(read.state),
    )


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), _MOST_AT_ONCE):
        yield ids[start : start + _MOST_AT_ONCE]


def _bound(column: str, action_id: UUID) -> str:
    return f"action.{column}:{action_id}"


def _bound_entry(entry_id: UUID) -> str:
    return f"action_entry.words:{entry_id}"
