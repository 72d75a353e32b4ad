"""The register of recommendations from outside, for the safety lead."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.actions.action import Action
from bot.domain.calendar import local_date
from bot.domain.learning import recommendation as rules
from bot.domain.learning.recommendation import (
    DecisionOnRecommendation,
    Recommendation,
    RecommendationForm,
    SeenRecommendation,
)
from bot.domain.service.access import NO_INCIDENT, Act, may
from bot.usecases.actions.leading import board
from bot.usecases.context import Context
from bot.usecases.permissions import Judged, NotFound, judged
from storage import actions, audit, incidents, recommendations
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict

MOST_LISTED = 20


def read_register(context: Context, *, by: str, now: datetime) -> list[Recommendation]:
    """Open ones first, by what is due. Recorded before anybody sees it. Raises `NotForYou`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.KEEP_RECOMMENDATIONS, "recommendations")
        _record(judge, AuditEvent.RECOMMENDATIONS_READ, "recommendations", now)
        return recommendations.listed(judge.transaction, limit=MOST_LISTED)


def read_recommendation(context: Context, one_id: UUID, *, by: str, now: datetime) -> SeenRecommendation:
    """Raises `NotForYou` or `NotFound`."""
    offered = board(context, by=by)
    with judged(context, by=by, now=now) as judge:
        one = _held(judge, one_id)
        others = [each for each in recommendations.listed(judge.transaction, limit=MOST_LISTED) if each.id != one_id]
        action = _action(judge, one.action_id) if one.action_id else None
        return SeenRecommendation(one, action, [(each.action, each.reference) for each in offered], others)


@retry_on_conflict
def add_recommendation(
    context: Context, form: RecommendationForm, *, key: str, by: str, now: datetime
) -> Recommendation:
    """Once for each `key`. Raises `NotForYou` or `RecommendationRefused`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.KEEP_RECOMMENDATIONS, "recommendation")
        submission = judge.transaction.keyed_hash("form", key)
        found = recommendations.find_by_submission(judge.transaction, submission)
        if found:
            return found
        due_on = rules.due_of(form, today=local_date(now, context.service.zone))
        facts = form.model_dump() | {"due_on": due_on}
        one = Recommendation(**facts, id=uuid4(), added_by=by, added_at=now)
        recommendations.add(judge.transaction, one, submission=submission)
        _record(judge, AuditEvent.RECOMMENDATION_ADDED, str(one.id), now)
        return one


def decide_recommendation(
    context: Context, one_id: UUID, decision: DecisionOnRecommendation, *, by: str, now: datetime
) -> Recommendation:
    """Accepted, declined or a duplicate, with a reason. Raises `NotForYou`, `NotFound` or `RecommendationRefused`."""

    def change(before: Recommendation) -> Recommendation:
        return rules.decided(before, decision, by=by, now=now)

    return _changed(context, one_id, change, AuditEvent.RECOMMENDATION_DECIDED, by=by, now=now)


def prove_recommendation(
    context: Context, one_id: UUID, *, action_id: UUID | None, proof: str | None, by: str, now: datetime
) -> Recommendation:
    """The action that carries it, and what shows that it was done. Raises as above."""
    offered = {each.action.id for each in board(context, by=by)}

    def change(before: Recommendation) -> Recommendation:
        if action_id not in {None, before.action_id, *offered}:
            raise NotFound
        return rules.proven(before, action_id=action_id or before.action_id, proof=proof, by=by, now=now)

    return _changed(context, one_id, change, AuditEvent.RECOMMENDATION_PROVEN, by=by, now=now)


def for_home(transaction: Transaction, context: Context, person: str) -> list[Recommendation] | None:
    """Open ones, what is due first, for whoever keeps the register; None for everybody else."""
    if not may(context.service, person, Act.KEEP_RECOMMENDATIONS, NO_INCIDENT):
        return None
    return recommendations.open_ones(transaction, limit=MOST_LISTED)


@retry_on_conflict
def _changed(
    context: Context,
    one_id: UUID,
    change: Callable[[Recommendation], Recommendation],
    event: AuditEvent,
    *,
    by: str,
    now: datetime,
) -> Recommendation:
    with judged(context, by=by, now=now) as judge:
        after = change(_held(judge, one_id))
        if after.duplicate_of and recommendations.get_for_update(judge.transaction, after.duplicate_of) is None:
            raise NotFound
        recommendations.change(judge.transaction, after)
        _record(judge, event, str(one_id), now)
        return after


def _held(judge: Judged, one_id: UUID) -> Recommendation:
    judge.of_service(Act.KEEP_RECOMMENDATIONS, str(one_id))
    one = recommendations.get_for_update(judge.transaction, one_id)
    if one is None:
        raise NotFound
    return one


def _action(judge: Judged, action_id: UUID) -> Action | None:
    """The action, unless this person may not find its incident, or it is kept more closely than usual."""
    action = actions.find(judge.transaction, action_id)
    incident = incidents.of_report(judge.transaction, action.report_id) if action else None
    if incident is None or incident.sensitivity.withheld:
        return None
    about = incidents.circumstances(judge.transaction, incident)
    return action if may(judge.context.service, judge.by, Act.FIND, about) else None


def _record(judge: Judged, event: AuditEvent, subject: str, now: datetime) -> None:
    audit.add(judge.transaction, actor=judge.by, event=event, subject=subject, at=now)
