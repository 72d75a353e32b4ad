"""Recommendations from outside: when a reply is due, what is decided, and who shows that it was done."""

from datetime import date
from uuid import UUID

import pytest
from pydantic import ValidationError

from bot.domain.learning import recommendation as rules
from bot.domain.learning.recommendation import (
    REPLIES,
    DecisionOnRecommendation,
    Outcome,
    RecommendationForm,
    RecommendationReason,
    RecommendationRefused,
    RecommendationSource,
)
from tests.domain.examples import NOON, a_recommendation

TODAY = date(2026, 11, 24)


def a_form(**changes):
    facts = {
        "source": RecommendationSource.CORONER,
        "dated": date(2026, 11, 2),
        "words": "Review how doors are checked at night.",
        "owner": "U0OWNER",
    }
    return RecommendationForm(**{**facts, **changes})


def test_a_coroner_waits_56_days_for_a_reply_and_the_letter_counts():
    assert rules.due_of(a_form(), today=TODAY) == date(2026, 12, 28)
    assert rules.due_of(a_form(due_on=date(2027, 1, 20)), today=TODAY) == date(2027, 1, 20)
    assert rules.due_of(a_form(source=RecommendationSource.CQC), today=TODAY) is None


def test_a_row_of_data_counts_from_its_first_to_its_last_day(monkeypatch):
    ended = REPLIES[0].model_copy(update={"to_day": date(2026, 11, 2)})
    monkeypatch.setattr(rules, "REPLIES", (ended,))
    assert rules.due_of(a_form(), today=TODAY) == date(2026, 12, 28)
    assert rules.due_of(a_form(dated=date(2026, 11, 3)), today=TODAY) is None
    assert rules.due_of(a_form(dated=date(2013, 7, 24)), today=TODAY) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"dated": date(2026, 11, 25)}, RecommendationReason.IN_THE_FUTURE),
        ({"due_on": date(2026, 11, 1)}, RecommendationReason.DUE_BEFORE),
    ],
)
def test_a_wrong_date_is_refused(changes, reason):
    with pytest.raises(RecommendationRefused) as refused:
        rules.due_of(a_form(**changes), today=TODAY)
    assert refused.value.reason is reason


def decide(before, outcome, *, duplicate_of=None):
    decision = DecisionOnRecommendation(outcome=outcome, because="It fits", duplicate_of=duplicate_of)
    return rules.decided(before, decision, by="U0SAFETY", now=NOON)


def test_it_is_accepted_declined_or_the_same_as_another_with_a_reason():
    accepted = decide(a_recommendation(), Outcome.ACCEPTED)
    assert (accepted.outcome, accepted.because, accepted.decided_by) == (Outcome.ACCEPTED, "It fits", "U0SAFETY")
    assert accepted.is_open
    assert not decide(accepted, Outcome.DECLINED).is_open
    assert decide(accepted, Outcome.DUPLICATE, duplicate_of=UUID(int=5)).duplicate_of == UUID(int=5)
    with pytest.raises(ValidationError):
        DecisionOnRecommendation(outcome=Outcome.ACCEPTED, because=" ")


@pytest.mark.parametrize(
    ("outcome", "duplicate_of"),
    [(Outcome.DUPLICATE, None), (Outcome.ACCEPTED, UUID(int=5)), (Outcome.DUPLICATE, a_recommendation().id)],
)
def test_which_one_it_is_the_same_as_is_said_if_and_only_if_it_is(outcome, duplicate_of):
    with pytest.raises(RecommendationRefused) as refused:
        decide(a_recommendation(), outcome, duplicate_of=duplicate_of)
    assert refused.value.reason is RecommendationReason.WHICH_ONE


def prove(before, *, proof="The doors are checked", by="U0SAFETY"):
    return rules.proven(before, action_id=UUID(int=2), proof=proof, by=by, now=NOON)


def test_somebody_else_than_the_owner_shows_that_it_was_done():
    accepted = decide(a_recommendation(), Outcome.ACCEPTED)
    done = prove(accepted)
    assert (done.proof, done.proven_by, done.action_id, done.is_open) == (
        "The doors are checked",
        "U0SAFETY",
        UUID(int=2),
        False,
    )
    linked = prove(accepted, proof=None, by="U0OWNER")
    assert (linked.action_id, linked.proven_at, linked.is_open) == (UUID(int=2), None, True)
    for before, by, reason in (
        (accepted, "U0OWNER", RecommendationReason.OWN_PROOF),
        (a_recommendation(), "U0SAFETY", RecommendationReason.NOT_ACCEPTED),
    ):
        with pytest.raises(RecommendationRefused) as refused:
            prove(before, by=by)
        assert refused.value.reason is reason
