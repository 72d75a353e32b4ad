"""The register of recommendations from outside: added, decided, carried by an action, shown to be done."""

from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from bot.domain.learning.recommendation import (
    DecisionOnRecommendation,
    Outcome,
    RecommendationForm,
    RecommendationReason,
    RecommendationRefused,
    RecommendationSource,
)
from bot.domain.service.service import Role
from bot.usecases.home import home_data
from bot.usecases.incidents.steps import restrict_incident
from bot.usecases.learning import recommendations
from bot.usecases.permissions import NotForYou, NotFound
from tests.domain.examples import a_person, a_service

WORDS = "Review how doors are checked at night."


def _add(bot, *, key=None, by="U0SAFETY", source=RecommendationSource.CORONER, dated=date(2026, 11, 2), **changes):
    form = RecommendationForm(source=source, dated=dated, words=WORDS, owner="U0OWNER", **changes)
    return recommendations.add_recommendation(bot.context, form, key=key or str(uuid4()), by=by, now=bot.clock.now())


def _decide(bot, one, outcome=Outcome.ACCEPTED, *, duplicate_of=None, by="U0SAFETY"):
    decision = DecisionOnRecommendation(outcome=outcome, because="It fits", duplicate_of=duplicate_of)
    return recommendations.decide_recommendation(bot.context, one.id, decision, by=by, now=bot.clock.now())


def _prove(bot, one, *, action_id=None, proof=None, by="U0SAFETY"):
    return recommendations.prove_recommendation(
        bot.context, one.id, action_id=action_id, proof=proof, by=by, now=bot.clock.now()
    )


def _read(bot, one, *, by="U0SAFETY"):
    return recommendations.read_recommendation(bot.context, one.id, by=by, now=bot.clock.now())


def _register(bot, *, by="U0SAFETY"):
    return recommendations.read_register(bot.context, by=by, now=bot.clock.now())


def _home(bot, person="U0SAFETY"):
    return home_data(bot.context, person).recommendations


def test_the_same_form_adds_one_and_a_coroner_s_has_its_day(bot):
    one = _add(bot, key="form")
    assert _add(bot, key="form") == one
    assert (one.due_on, one.words) == (date(2026, 12, 28), WORDS)
    assert _register(bot) == [one]
    assert _home(bot) == [one]


def test_what_is_due_first_comes_first_and_what_is_closed_last(bot):
    later = _add(bot, due_on=date(2027, 2, 1))
    undated = _add(bot, source=RecommendationSource.CQC)
    closed = _decide(bot, _add(bot), Outcome.DECLINED)
    first = _add(bot)
    assert [each.id for each in _register(bot)] == [first.id, later.id, undated.id, closed.id]
    assert [each.id for each in _home(bot)] == [first.id, later.id, undated.id]


def test_it_is_decided_with_a_reason_and_a_duplicate_points_at_another(bot):
    one, other = _add(bot), _add(bot)
    assert _decide(bot, one).because == "It fits"
    assert _decide(bot, other, Outcome.DUPLICATE, duplicate_of=one.id).duplicate_of == one.id
    seen = _read(bot, other)
    assert (seen.recommendation.outcome, [each.id for each in seen.others]) == (Outcome.DUPLICATE, [one.id])
    with pytest.raises(NotFound):
        _decide(bot, other, Outcome.DUPLICATE, duplicate_of=uuid4())


def test_an_action_carries_it_and_somebody_else_shows_that_it_was_done(bot):
    one = _decide(bot, _add(bot))
    action = bot.agree(bot.report(), owner="U0OWNER")
    assert [each.id for each, _ in _read(bot, one).actions] == [action.id]
    _prove(bot, one, action_id=action.id)
    assert _read(bot, one).action == action
    done = _prove(bot, one, proof="The doors are checked")
    assert (done.action_id, done.proof, done.proven_by) == (action.id, "The doors are checked", "U0SAFETY")
    assert _home(bot) == []
    with pytest.raises(NotFound):
        _prove(bot, one, action_id=uuid4())


def test_nobody_shows_that_their_own_was_done_and_the_database_refuses_it_too(bot):
    one = _decide(bot, _add(bot))
    with pytest.raises(RecommendationRefused) as refused:
        recommendations.prove_recommendation(
            bot.context, _own(bot).id, action_id=None, proof="Done", by="U0SAFETY", now=bot.clock.now()
        )
    assert refused.value.reason is RecommendationReason.OWN_PROOF
    _prove(bot, one, proof="Done")
    with pytest.raises(sa.exc.IntegrityError, match="second_person"):
        bot.execute("UPDATE recommendation SET proven_by = owner")


def _own(bot):
    form = RecommendationForm(
        source=RecommendationSource.HSSIB, dated=date(2026, 11, 2), words=WORDS, owner="U0SAFETY"
    )
    one = recommendations.add_recommendation(bot.context, form, key="own", by="U0BOTH", now=bot.clock.now())
    return _decide(bot, one)


def test_the_words_of_an_action_of_a_restricted_incident_do_not_stand_in_the_register(bot):
    report = bot.report()
    one = _decide(bot, _add(bot))
    _prove(bot, one, action_id=bot.agree(report).id)
    restrict_incident(bot.context, report.incident_id, by="U0SAFETY")
    assert _read(bot, one).action is None


def test_whoever_is_involved_does_not_read_the_action(bot):
    report = bot.report(involved=["U0SAFETY"])
    one = _decide(bot, _add(bot))
    _prove(bot, one, action_id=bot.agree(report, by="U0BOTH").id, by="U0BOTH")
    assert _read(bot, one).action is None
    assert _read(bot, one, by="U0BOTH").action is not None


def test_only_a_safety_lead_keeps_the_register(bot):
    one = _add(bot)
    lead = a_person(slack_id="U0LEAD", name="Lea", roles=frozenset({Role.SAFETY_LEAD}))
    bot.configure(a_service(people=(*a_service().people, lead)))
    assert _register(bot, by="U0LEAD") == [one]
    for person in ("U0SAFETY", "U0AMARA"):
        assert _home(bot, person) is None
        for act in (_register, lambda bot, by: _read(bot, one, by=by), lambda bot, by: _decide(bot, one, by=by)):
            with pytest.raises(NotForYou):
                act(bot, by=person)
        with pytest.raises(NotForYou):
            _add(bot, by=person)


def test_one_that_is_not_there_is_not_found_and_unreadable_words_leave_the_rest(bot):
    one = _add(bot)
    bot.execute("UPDATE recommendation SET words_sealed = submission_hash")
    assert _register(bot) == [one.model_copy(update={"words": None})]
    with pytest.raises(NotFound):
        recommendations.read_recommendation(bot.context, uuid4(), by="U0SAFETY", now=bot.clock.now())


def test_each_step_is_recorded_without_a_word(bot):
    one = _decide(bot, _add(bot))
    _register(bot)
    _prove(bot, one, proof="Done")
    recorded = [action for (action,) in bot.rows("SELECT action FROM audit WHERE action LIKE 'recomm%' ORDER BY seq")]
    assert recorded == [
        "recommendation.added",
        "recommendation.decided",
        "recommendations.read",
        "recommendation.proven",
    ]
