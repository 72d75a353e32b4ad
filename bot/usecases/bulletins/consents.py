"""The reporter of a story reads the words that were learned from it, and says that they may be told, or not."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.bulletins.draft import Draft, DraftState
from bot.domain.learning.consent import Consent, ConsentAnswer
from bot.domain.learning.point import LearningPoint
from bot.domain.service.access import Act
from bot.usecases.bulletins import drafts
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from storage import audit, bulletins, consents, learning
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict

_REPORTER = "reporter"
"""In the place of an actor: the trail does not say which of them."""


@dataclass(frozen=True)
class Asked:
    """The words, what was answered so far, and whether a team has been told them already."""

    point: LearningPoint
    consent: Consent
    told: bool


def read_words(context: Context, point_id: UUID, report_id: UUID, *, by: str, now: datetime) -> Asked:
    """The exact words, for whoever sent this report. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        return _asked(judge, point_id, report_id, Act.READ_OWN_REPORT)


@retry_on_conflict
def answer_words(
    context: Context, point_id: UUID, report_id: UUID, answer: ConsentAnswer, *, by: str, now: datetime
) -> Asked:
    """Say that they may be told, or not: then no draft tells them any more. Both until they are posted, in any order.

    Raises `NotForYou` or `NotFound`.
    """
    with judged(context, by=by, now=now) as judge:
        asked = _asked(judge, point_id, report_id, Act.WRITE_TO_OWN_REPORT)
        transaction = judge.transaction
        consent = asked.consent.model_copy(update={"answer": answer})
        consents.answer(transaction, consent)
        audit.add(transaction, actor=_REPORTER, event=AuditEvent.LEARNING_ANSWERED, subject=str(point_id), at=now)
        if answer is ConsentAnswer.PLEASE_NOT:
            for draft in bulletins.take_unposted_with(transaction, point_id):
                _take_out(transaction, context, draft, now=now)
        return Asked(asked.point, consent, asked.told)


def _asked(judge: Judged, point_id: UUID, report_id: UUID, act: Act) -> Asked:
    judge.own_report(report_id, act)
    consent = consents.get_for_update(judge.transaction, point_id, report_id)
    point = learning.find(judge.transaction, point_id)
    if consent is None or point is None:
        raise NotFound
    return Asked(point, consent, told=bulletins.was_posted(judge.transaction, point_id))


def _take_out(transaction: Transaction, context: Context, draft: Draft, *, now: datetime) -> None:
    """The next learning point takes its place and waits for approval; without one there is no bulletin this week."""
    team = context.service.team(draft.team)
    others = learning.untold(transaction, draft.team, since=drafts.since(now))
    point = learning.find(transaction, others[0]) if others else None
    if team is None or point is None:
        bulletins.change_state(transaction, draft.model_copy(update={"state": DraftState.DROPPED}))
        return
    undecided = {"point": point.id, "state": DraftState.WAITING, "decided_by": None, "decided_at": None}
    again = draft.model_copy(update=undecided)
    told = drafts.ReadInTime(transaction, context.service).thanks(team.code, draft.monday)
    became = drafts.what_became(transaction, [team.code])[team.code]
    message = drafts.render(again, team, point, told, context.service, became=became)
    bulletins.change_state(transaction, again)
    bulletins.swap(transaction, again, (message.text, message.blocks))
