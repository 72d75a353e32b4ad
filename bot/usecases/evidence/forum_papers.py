"""What those who sign for a forum do with a paper: sign it, and write down what was asked and decided."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from bot.domain.evidence.forum_papers import MOST_OPEN, DecisionForm, ForumDecision, PaperName
from bot.domain.service.access import Act
from bot.domain.service.service import Forum
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotForYou, NotFound, judged
from storage import audit, forums
from storage.audit import AuditEvent
from storage.engine.transactions import retry_on_conflict


def paper_to_sign(context: Context, paper: PaperName, *, by: str, now: datetime) -> tuple[Forum, datetime | None]:
    """The forum of this paper, and when this person signed it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        forum = _forum(judge, paper)
        return forum, forums.signed_at(judge.transaction, paper, by=by)


@retry_on_conflict
def sign_paper(context: Context, paper: PaperName, *, by: str, now: datetime) -> Forum:
    """This person has read the paper. A second time changes nothing. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        forum = _forum(judge, paper)
        if forums.sign(judge.transaction, paper, by=by, now=now):
            audit.add(judge.transaction, actor=by, event=AuditEvent.PAPER_SIGNED, subject=str(paper), at=now)
    return forum


def undecided(context: Context, paper: PaperName, *, by: str, now: datetime) -> tuple[Forum, Sequence[ForumDecision]]:
    """The forum, and what it was asked and has not decided yet. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        forum = _forum(judge, paper)
        return forum, forums.open_decisions(judge.transaction, forum.code, limit=MOST_OPEN)


@retry_on_conflict
def write_decision(
    context: Context, paper: PaperName, form: DecisionForm, *, key: str, by: str, now: datetime
) -> ForumDecision:
    """Keep what was asked, or what was decided of something asked before, once for each `key`.

    Raises `NotForYou`, `NotFound` or `ForumRefused`.
    """
    form.require_whole()
    with judged(context, by=by, now=now) as judge:
        _forum(judge, paper)
        submission = judge.transaction.keyed_hash("form", key)
        decision = forums.find_by_submission(judge.transaction, submission)
        if decision is None:
            decision = _kept(judge, paper, form, submission, now)
            event, subject = AuditEvent.FORUM_DECISION_WRITTEN, str(decision.id)
            audit.add(judge.transaction, actor=by, event=event, subject=subject, at=now)
    return decision


def _kept(judge: Judged, paper: PaperName, form: DecisionForm, submission: bytes, now: datetime) -> ForumDecision:
    taken = {"taken": form.taken, "taken_by": form.taken_by, "taken_at": now if form.taken else None}
    if form.about is None:
        entered = {"id": uuid4(), "asked": form.asked, "entered_by": judge.by, "entered_at": now}
        decision = ForumDecision.model_validate({**paper._asdict(), **entered, **taken})
        forums.add_decision(judge.transaction, decision, submission=submission)
        return decision
    asked = forums.open_decision(judge.transaction, form.about, paper.forum)
    if asked is None:
        raise NotFound
    decision = asked.model_copy(update=taken)
    forums.change_decision(judge.transaction, decision, submission=submission)
    return decision


def _forum(judge: Judged, paper: PaperName) -> Forum:
    """The forum, if this person signs for it. Raises `NotFound` where this paper was never announced."""
    judge.of_service(Act.SIGN_PAPER, "paper")
    forum = judge.context.service.forum(paper.forum)
    if forum is None or judge.by not in forum.signers:
        raise NotForYou(Act.SIGN_PAPER, "paper")
    if not forums.is_announced(judge.transaction, paper):
        raise NotFound
    return forum
