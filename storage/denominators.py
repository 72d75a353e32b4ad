"""What reports are counted against, by month."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from bot.domain.evidence.denominators import Basis, Denominator
from storage.engine.transactions import Transaction, table
from storage.tables.denominators import DenominatorRow

_ROW = table(DenominatorRow)


def save(transaction: Transaction, known: Sequence[Denominator]) -> None:
    """Keep these, each in the place of what was known of its month before."""
    for each in known:
        transaction.core.execute(_ROW.delete().where(_ROW.c.basis == each.basis.value, _ROW.c.month == each.month))
        row = {"basis": each.basis.value, "month": each.month, "amount": each.count}
        transaction.insert(DenominatorRow, row)


def known(transaction: Transaction, first: date, last: date) -> list[Denominator]:
    """What is known of the months from `first` to `last`. A basis of a newer program is left out."""
    chosen = sa.select(_ROW).where(_ROW.c.month.between(first, last)).order_by(_ROW.c.month, _ROW.c.basis)
    bases = frozenset(Basis)
    rows = transaction.core.execute(chosen)
    return [Denominator(Basis(row.basis), row.month, row.amount) for row in rows if row.basis in bases]
