"""How people learn together: reviews, learning points and bulletins of a period, and the alerts that were tested."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.evidence.facts import LearningFacts
from bot.domain.evidence.figures import Shown, part_shown
from bot.domain.evidence.pathway import Leg, Mark, Stage
from bot.domain.evidence.period import Period
from bot.domain.hiding.tables import is_small


class Learned(StrEnum):
    """What is counted. The sentences stand in `bot.views`."""

    REVIEWS = "reviews"
    PEOPLE = "people"
    WITH_POINT = "with_point"
    POINTS = "points"
    BULLETINS = "bulletins"
    TEAMS = "teams"
    TESTS = "tests"
    TESTS_SEEN = "tests_seen"


NOT_OF_PEOPLE = (Learned.TESTS, Learned.TESTS_SEEN)
"""Neither hidden nor rounded."""


def learned(facts: LearningFacts, period: Period) -> dict[Learned, Shown]:
    """The counts of the period. Those of people hide what is small; test alerts are about no person."""
    reviews = [review for review in facts.reviews if period.has(review.agreed_at)]
    posted = [team for at, team in facts.bulletins if period.has(at)]
    tests = [seen for at, seen in facts.tests if period.has(at)]
    counted = _shown(len(reviews))
    with_point = part_shown(sum(review.with_point for review in reviews), len(reviews), counted.count)
    return {
        Learned.REVIEWS: counted,
        Learned.PEOPLE: _shown(sum(review.people for review in reviews)),
        Learned.WITH_POINT: Shown(with_point, counted.count),
        Learned.POINTS: _shown(sum(period.has(at) for at in facts.points)),
        Learned.BULLETINS: _shown(len(posted)),
        Learned.TEAMS: _shown(len(set(posted))),
        Learned.TESTS: Shown(len(tests)),
        Learned.TESTS_SEEN: Shown(sum(tests), len(tests)),
    }


def _shown(count: int) -> Shown:
    return Shown(None if is_small(count) else count)


@dataclass(frozen=True, slots=True)
class PathDay:
    """Something that was done on the way of an incident, so many days after it was reported."""

    stage: Stage
    day: int
    mark: Mark


def days_of(legs: Iterable[Leg]) -> list[PathDay]:
    """Days are counted from the first report, because a date could say which incident it was."""
    marks = [(leg.stage, mark) for leg in legs for mark in leg.marks]
    first = min((mark.at for _, mark in marks), default=None)
    return [PathDay(stage, (mark.at - first).days, mark) for stage, mark in marks if first]
