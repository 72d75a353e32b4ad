"""The papers of forums: which were announced, who signed them, and what was asked and decided."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from bot.domain.calendar import local_date
from bot.domain.evidence.forum_papers import ForumDecision, ForumPaper, ForumRecord, PaperName, Signed
from bot.domain.service.service import Service
from storage.engine.transactions import Transaction, table
from storage.tables.forums import ForumDecisionRow, ForumPaperRow, PaperFileRow, PaperSignatureRow
from storage.tables.service import PersonRow

_PAPER, _SIGNATURE, _DECISION = table(ForumPaperRow), table(PaperSignatureRow), table(ForumDecisionRow)
_FILE, _PERSON = table(PaperFileRow), table(PersonRow)
_WORDS = {"asked", "taken", "taken_by"}
_DECISIONS = sa.select(_DECISION).order_by(_DECISION.c.entered_at, _DECISION.c.id)


def announce(transaction: Transaction, paper: PaperName, *, name: str, due_on: date) -> None:
    """This paper can be signed from now on. `name` is that of its forum."""
    row = {**paper._asdict(), "name": name, "due_on": due_on}
    transaction.insert_all_once(ForumPaperRow, [row])


def is_announced(transaction: Transaction, paper: PaperName) -> bool:
    chosen = sa.select(_PAPER.c.forum).where(_PAPER.c.forum == paper.forum, _PAPER.c.month == paper.month)
    return transaction.core.execute(chosen).first() is not None


def sign(transaction: Transaction, paper: PaperName, *, by: str, now: datetime) -> bool:
    """Sign the paper. False if this person had done so before: the first time stays."""
    row = {**paper._asdict(), "slack_id": by, "signed_at": now}
    return bool(transaction.insert_all_once(PaperSignatureRow, [row]))


def signed_at(transaction: Transaction, paper: PaperName, *, by: str) -> datetime | None:
    """When this person signed it, if they have."""
    chosen = sa.select(_SIGNATURE.c.signed_at).where(
        _SIGNATURE.c.forum == paper.forum, _SIGNATURE.c.month == paper.month, _SIGNATURE.c.slack_id == by
    )
    return transaction.core.execute(chosen).scalar()


def add_decision(transaction: Transaction, decision: ForumDecision, *, submission: bytes) -> None:
    facts = decision.model_dump(exclude=_WORDS)
    sealed = _sealed(transaction, decision)
    transaction.insert(ForumDecisionRow, {**facts, "words_sealed": sealed, "submission_hash": submission})


def change_decision(transaction: Transaction, decision: ForumDecision, *, submission: bytes) -> None:
    """Keep what was decided."""
    values = {"words_sealed": _sealed(transaction, decision), "taken_at": decision.taken_at}
    changed = sa.update(_DECISION).where(_DECISION.c.id == decision.id)
    transaction.core.execute(changed.values(**values, submission_hash=submission))


def find_by_submission(transaction: Transaction, submission: bytes) -> ForumDecision | None:
    """The decision that this very form has already made or changed, or None."""
    return _first(transaction, _DECISION.c.submission_hash == submission)


def open_decision(transaction: Transaction, decision_id: UUID, forum: str) -> ForumDecision | None:
    """A decision of this forum that nobody has taken yet, or None."""
    return _first(transaction, _DECISION.c.id == decision_id, _is_open(forum))


def open_decisions(transaction: Transaction, forum: str, *, limit: int) -> list[ForumDecision]:
    """Those that nobody has taken yet, the oldest first."""
    rows = transaction.core.execute(_DECISIONS.where(_is_open(forum)).limit(limit))
    return [_decision(transaction, row) for row in rows]


def record(transaction: Transaction, service: Service, first: date, last: date) -> ForumRecord:
    """The papers about these months with their signatures, and the decisions asked for with them."""
    within = _PAPER.c.month.between(first, last)
    rows = transaction.core.execute(
        sa.select(_PAPER).where(within).order_by(_PAPER.c.month, _PAPER.c.name, _PAPER.c.forum)
    ).all()
    signed = _signed(transaction, service, first, last)
    papers = [ForumPaper(row.name, row.month, row.due_on, signed.get((row.forum, row.month), ())) for row in rows]
    names = {(row.forum, row.month): row.name for row in rows}
    decided = transaction.core.execute(_DECISIONS.where(_DECISION.c.month.between(first, last))).all()
    decisions = [(names[row.forum, row.month], _decision(transaction, row)) for row in decided]
    return ForumRecord(tuple(papers), tuple(decisions))


def _signed(
    transaction: Transaction, service: Service, first: date, last: date
) -> dict[tuple[str, date], tuple[Signed, ...]]:
    chosen = (
        sa.select(_SIGNATURE.c.forum, _SIGNATURE.c.month, _SIGNATURE.c.signed_at, _PERSON.c.name)
        .join(_PERSON, _PERSON.c.slack_id == _SIGNATURE.c.slack_id)
        .where(_SIGNATURE.c.month.between(first, last))
        .order_by(_SIGNATURE.c.signed_at, _PERSON.c.name)
    )
    found: dict[tuple[str, date], tuple[Signed, ...]] = {}
    for row in transaction.core.execute(chosen):
        signature = Signed(row.name, local_date(row.signed_at, service.zone))
        found[row.forum, row.month] = (*found.get((row.forum, row.month), ()), signature)
    return found


def keep_file(transaction: Transaction, file_id: str, *, month: date, sent_to: str, now: datetime) -> None:
    """Files of a paper are about to stand in Slack."""
    transaction.insert(PaperFileRow, {"id": file_id, "month": month, "sent_to": sent_to, "sent_at": now})


def end_files(transaction: Transaction, ids: Sequence[str], *, now: datetime) -> None:
    """Their time is over."""
    transaction.core.execute(sa.update(_FILE).where(_FILE.c.id.in_(ids)).values(ended_at=now))


def ended_files(transaction: Transaction) -> list[str]:
    """Slack's names of the files whose time is over, the longest ago first."""
    chosen = sa.select(_FILE.c.id).where(_FILE.c.ended_at.is_not(None)).order_by(_FILE.c.ended_at, _FILE.c.id)
    return list(transaction.core.execute(chosen).scalars())


def forget_file(transaction: Transaction, file_id: str) -> None:
    """It stands in Slack no more."""
    transaction.core.execute(_FILE.delete().where(_FILE.c.id == file_id))


def _is_open(forum: str) -> sa.ColumnElement[bool]:
    return sa.and_(_DECISION.c.forum == forum, _DECISION.c.taken_at.is_(None))


def _first(transaction: Transaction, *where: sa.ColumnElement[bool]) -> ForumDecision | None:
    row = transaction.core.execute(_DECISIONS.where(*where)).first()
    return _decision(transaction, row) if row else None


def _sealed(transaction: Transaction, decision: ForumDecision) -> bytes:
    words = decision.model_dump(include=_WORDS)
    return transaction.seal(json.dumps(words), bound_to=_bound(decision.id))


def _decision(transaction: Transaction, row: sa.Row[*tuple[Any, ...]]) -> ForumDecision:
    facts = {name: value for name, value in row._asdict().items() if name not in ("words_sealed", "submission_hash")}
    return ForumDecision(**facts, **json.loads(transaction.unseal(row.words_sealed, bound_to=_bound(row.id))))


def _bound(decision_id: UUID) -> str:
    return f"forum_decision.words:{decision_id}"
