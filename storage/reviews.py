"""What people wrote in reviews, and who takes part. Code that composes messages may not import this module."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col, select

from bot.domain.reviews.review import Agreement, Contribution, ReviewForm, without_words
from storage.engine.encryption import SealBroken
from storage.engine.transactions import Transaction, table
from storage.tables.reviews import ContributionRow, ReviewAgreementRow, ReviewerRow

_CONTRIBUTION, _REVIEWER, _AGREEMENT = table(ContributionRow), table(ReviewerRow), table(ReviewAgreementRow)


def contributions(transaction: Transaction, incident_id: UUID) -> list[Contribution]:
    """What was written about this incident, by id: whoever saves again keeps their place."""
    chosen = select(ContributionRow).where(ContributionRow.incident_id == incident_id)
    return [_contribution(transaction, row) for row in transaction.exec(chosen.order_by(col(ContributionRow.id)))]


def saved_at(transaction: Transaction, incident_id: UUID) -> list[datetime]:
    """When each person's boxes were saved last."""
    chosen = sa.select(_CONTRIBUTION.c.saved_at).where(_CONTRIBUTION.c.incident_id == incident_id)
    return list(transaction.core.execute(chosen).scalars())


def find(transaction: Transaction, contribution_id: UUID) -> Contribution | None:
    row = transaction.get(ContributionRow, contribution_id)
    return _contribution(transaction, row) if row else None


def find_by_submission(transaction: Transaction, submission: bytes) -> Contribution | None:
    """What this very form has saved last, or None."""
    chosen = select(ContributionRow).where(ContributionRow.submission_hash == submission)
    row = transaction.exec(chosen).first()
    return _contribution(transaction, row) if row else None


def save(transaction: Transaction, contribution: Contribution, *, submission: bytes) -> None:
    """Keep the boxes of this person as they are now."""
    facts = contribution.model_dump(exclude={"boxes"})
    row = ContributionRow(**facts, submission_hash=submission, boxes_sealed=_sealed(transaction, contribution))
    transaction.merge(row)
    transaction.flush()


def take_out(transaction: Transaction, incident_id: UUID, words: str) -> int:
    """Replace exactly these words by a mark; returns in how many boxes they stood."""
    boxes = 0
    for before in contributions(transaction, incident_id):
        after = without_words(before, words)
        if after != before:
            boxes += sum(1 for text in _texts(before) if words in text)
            found = _CONTRIBUTION.c.id == before.id
            transaction.core.execute(
                sa.update(_CONTRIBUTION).where(found).values(boxes_sealed=_sealed(transaction, after))
            )
    return boxes


def reviewers(transaction: Transaction, incident_id: UUID) -> frozenset[str]:
    """Those whom the lead has invited."""
    chosen = sa.select(_REVIEWER.c.person).where(_REVIEWER.c.incident_id == incident_id)
    return frozenset(transaction.core.execute(chosen).scalars())


def invite(transaction: Transaction, incident_id: UUID, people: Collection[str], *, by: str, now: datetime) -> None:
    rows = [
        {"incident_id": incident_id, "person": person, "invited_by": by, "invited_at": now}
        for person in sorted(people)
    ]
    transaction.insert_all_once(ReviewerRow, rows)


def take_off(transaction: Transaction, incident_id: UUID, people: Collection[str]) -> None:
    """They see nothing of it from now on. What they wrote stays."""
    found = _REVIEWER.c.incident_id == incident_id, _REVIEWER.c.person.in_(people)
    transaction.core.execute(sa.delete(_REVIEWER).where(*found))


def agreement(transaction: Transaction, incident_id: UUID) -> Agreement | None:
    row = transaction.get(ReviewAgreementRow, incident_id)
    return Agreement(by=row.agreed_by, at=row.agreed_at) if row else None


def keep_agreement(transaction: Transaction, incident_id: UUID, agreed: Agreement) -> None:
    transaction.merge(ReviewAgreementRow(incident_id=incident_id, agreed_by=agreed.by, agreed_at=agreed.at))
    transaction.flush()


def forget_agreement(transaction: Transaction, incident_id: UUID) -> None:
    transaction.core.execute(sa.delete(_AGREEMENT).where(_AGREEMENT.c.incident_id == incident_id))


def move(transaction: Transaction, incident_id: UUID, *, to: UUID) -> None:
    """What was written is part of another incident's review now, and so are its people. Its lead agrees anew."""
    moved = sa.update(_CONTRIBUTION).where(_CONTRIBUTION.c.incident_id == incident_id).values(incident_id=to)
    if transaction.core.execute(moved).rowcount:
        forget_agreement(transaction, to)
    forget_agreement(transaction, incident_id)
    invited = sa.select(_REVIEWER).where(_REVIEWER.c.incident_id == incident_id)
    rows = [{**row, "incident_id": to} for row in transaction.core.execute(invited).mappings()]
    transaction.insert_all_once(ReviewerRow, rows)
    take_off(transaction, incident_id, [row["person"] for row in rows])


def _texts(contribution: Contribution) -> list[str]:
    return list(contribution.boxes.model_dump(exclude_none=True).values()) if contribution.boxes else []


def _sealed(transaction: Transaction, contribution: Contribution) -> bytes:
    boxes = contribution.boxes or ReviewForm()
    return transaction.seal(boxes.model_dump_json(exclude_none=True), bound_to=_bound_to(contribution.id))


def _contribution(transaction: Transaction, row: ContributionRow) -> Contribution:
    facts = row.model_dump(exclude={"submission_hash", "boxes_sealed"})
    return Contribution(**facts, boxes=_boxes(transaction, row))


def _boxes(transaction: Transaction, row: ContributionRow) -> ReviewForm | None:
    try:
        return ReviewForm.model_validate_json(transaction.unseal(row.boxes_sealed, bound_to=_bound_to(row.id)))
    except (SealBroken, ValidationError):
        return None


def _bound_to(contribution_id: UUID) -> str:
    return f"contribution.boxes:{contribution_id}"
