"""How people learn together: what is counted, and what is hidden."""

from datetime import UTC, datetime, timedelta

from bot.domain.evidence.facts import AffectedFact, LearningFacts, ReviewFact
from bot.domain.evidence.figures import Shown
from bot.domain.evidence.learned import Learned, days_of, learned
from bot.domain.evidence.pathway import Did, Leg, Mark, PathRole, Stage
from bot.domain.reviews.factors import Part
from tests.domain.evidence.facts import NOVEMBER

THREE = (Part.TASKS, Part.TOOLS, Part.TOOLS, Part.PERSONS)
IN_IT = datetime(2026, 11, 10, 12, tzinfo=UTC)
BEFORE = datetime(2026, 10, 10, 12, tzinfo=UTC)


def test_only_what_happened_in_the_period_counts():
    facts = LearningFacts(
        reviews=[ReviewFact(at, 3, True, THREE) for at in [IN_IT] * 5 + [BEFORE] * 5],
        points=[IN_IT] * 6 + [BEFORE],
        bulletins=[(IN_IT, f"team {number}") for number in range(5)] * 2 + [(BEFORE, "team")],
        tests=[(IN_IT, True), (BEFORE, False)],
        affected=[AffectedFact(accepted=True, answered=False)] * 6,
    )
    assert learned(facts, NOVEMBER) == {
        Learned.REVIEWS: Shown(5),
        Learned.PEOPLE: Shown(15),
        Learned.WITH_POINT: Shown(5, 5),
        Learned.THREE_PARTS: Shown(5, 5),
        Learned.POINTS: Shown(6),
        Learned.BULLETINS: Shown(10),
        Learned.TEAMS: Shown(5),
        Learned.OFFERED: Shown(6),
        Learned.ACCEPTED: Shown(6, 6),
        Learned.ANSWERED: Shown(0, 6),
        Learned.TESTS: Shown(1),
        Learned.TESTS_SEEN: Shown(1, 1),
    }


def test_few_reviews_hide_their_parts_too_but_test_alerts_are_about_no_person():
    facts = LearningFacts(reviews=[ReviewFact(IN_IT, 1, True)] * 4, tests=[(IN_IT, False)])
    found = learned(facts, NOVEMBER)
    assert found[Learned.REVIEWS] == found[Learned.PEOPLE] == Shown(None)
    assert found[Learned.WITH_POINT] == Shown(None, None)
    assert (found[Learned.TESTS], found[Learned.TESTS_SEEN]) == (Shown(1), Shown(0, 1))


def test_days_are_counted_from_the_first_report():
    report = Mark(Did.REPORTED, IN_IT, PathRole.REPORTER)
    checked = Mark(Did.ACTION_CHECKED, IN_IT + timedelta(days=20, hours=1), PathRole.CHECKER)
    legs = [Leg(Stage.REPORTED, (report,), ()), Leg(Stage.CHECKED, (checked,), ())]
    assert [(each.stage, each.day) for each in days_of(legs)] == [(Stage.REPORTED, 0), (Stage.CHECKED, 20)]
    assert days_of([]) == []


def test_a_review_that_names_a_part_twice_has_looked_at_it_once():
    twice = ReviewFact(IN_IT, 1, False, (Part.TASKS, Part.TOOLS, Part.TOOLS))
    facts = LearningFacts(reviews=[twice] * 5)
    assert learned(facts, NOVEMBER)[Learned.THREE_PARTS] == Shown(0, 5)
