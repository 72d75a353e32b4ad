"""What reporters say of reporting itself. Nothing here joins an answer to a report: only that it was asked."""

import json
from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bot.domain.reports.opinions import ANSWERS, Counts, Question, Tally, empty, with_answer
from storage.engine.transactions import Transaction, table
from storage.tables.opinions import OpinionCountRow, OpinionMarkRow

_COUNTS, _MARKS = table(OpinionCountRow), table(OpinionMarkRow)
_DIGITS = 7
"""Of each number, so that the length of the sealed text tells nothing."""


def asked(transaction: Transaction, report_id: UUID) -> frozenset[Question]:
    """The questions that were answered for this report."""
    marks = {_mark(transaction, report_id, question): question for question in Question}
    found = transaction.core.execute(sa.select(_MARKS.c.mark).where(_MARKS.c.mark.in_(marks))).scalars()
    return frozenset(marks[bytes(mark)] for mark in found)


def count_once(transaction: Transaction, report_id: UUID, question: Question, answer: str, *, quarter: date) -> None:
    """Count this answer, unless the question was answered for this report."""
    mark = _mark(transaction, report_id, question)
    if not transaction.insert_all_once(OpinionMarkRow, [{"mark": mark}]):
        return
    tallies = _held(transaction, quarter)
    changed = {**tallies, question: with_answer(tallies[question], answer)}
    sealed = _sealed(transaction, quarter, changed)
    of_quarter = sa.update(_COUNTS).where(_COUNTS.c.quarter == quarter)
    transaction.core.execute(of_quarter.values(counts_sealed=sealed))


def published(transaction: Transaction, quarters: Collection[date]) -> dict[date, Counts]:
    """What may be looked at of each of these quarters in which anybody has answered."""
    chosen = sa.select(_COUNTS).where(_COUNTS.c.quarter.in_(list(quarters))).order_by(_COUNTS.c.quarter)
    found = {
        row.quarter: _opened(transaction, row.quarter, row.counts_sealed) for row in transaction.core.execute(chosen)
    }
    return {
        quarter: {question: tally.published for question, tally in tallies.items()}
        for quarter, tallies in found.items()
    }


def _mark(transaction: Transaction, report_id: UUID, question: Question) -> bytes:
    return transaction.keyed_hash("opinion", f"{report_id}:{question}")


def _held(transaction: Transaction, quarter: date) -> dict[Question, Tally]:
    """The tallies of a quarter, which nobody else changes meanwhile."""
    nothing = {question: empty(question) for question in Question}
    first = {"quarter": quarter, "counts_sealed": _sealed(transaction, quarter, nothing)}
    transaction.insert_all_once(OpinionCountRow, [first])
    chosen = sa.select(_COUNTS.c.counts_sealed).where(_COUNTS.c.quarter == quarter).with_for_update()
    return _opened(transaction, quarter, transaction.core.execute(chosen).scalar_one())


def _sealed(transaction: Transaction, quarter: date, tallies: dict[Question, Tally]) -> bytes:
    numbers = {
        question: [[f"{part[answer]:0{_DIGITS}}" for answer in ANSWERS[question]] for part in tally]
        for question, tally in tallies.items()
    }
    return transaction.seal(json.dumps(numbers), bound_to=_bound_to(quarter))


def _opened(transaction: Transaction, quarter: date, sealed: bytes) -> dict[Question, Tally]:
    numbers = json.loads(transaction.unseal(sealed, bound_to=_bound_to(quarter)))
    return {
        question: Tally(*(dict(zip(ANSWERS[question], map(int, part), strict=True)) for part in numbers[question]))
        for question in Question
    }


def _bound_to(quarter: date) -> str:
    return f"opinion_count.counts:{quarter}"
