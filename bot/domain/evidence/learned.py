"""How people learn together: reviews, learning points and bulletins of a period, and the alerts that were tested."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.evidence.facts import AffectedFact, LearningFacts
from bot.domain.evidence.figures import Shown, part_shown
from bot.domain.evidence.pathway import Leg, Mark, Stage
from bot.domain.evidence.period import Period
from bot.domain.hiding.tables import is_small
from bot.domain.reports.opinions import YES, Counts, Question


class Learned(StrEnum):
    """What is counted. The sentences stand in `bot.views`."""

    REVIEWS = "reviews"
    PEOPLE = "people"
    WITH_POINT = "with_point"
    THREE_PARTS = "three_parts"
    POINTS = "points"
    BULLETINS = "bulletins"
    TEAMS = "teams"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    TESTS = "tests"
    TESTS_SEEN = "tests_seen"


MANY_PARTS = 3
"""A review that names so many parts of the work system has looked beyond one person."""
OF_PEOPLE_AFFECTED = (Learned.OFFERED, Learned.ACCEPTED, Learned.ANSWERED)
NOT_OF_PEOPLE = (Learned.TESTS, Learned.TESTS_SEEN)
"""Neither hidden nor rounded."""


def learned(facts: LearningFacts, period: Period) -> dict[Learned, Shown]:
    """The counts of the period. Those of people hide what is small; test alerts are about no person."""
    reviews = [review for review in facts.reviews if period.has(review.agreed_at)]
    posted = [team for at, team in facts.bulletins if period.has(at)]
    tests = [seen for at, seen in facts.tests if period.has(at)]
    counted = _shown(len(reviews))
    with_point = part_shown(sum(review.with_point for review in reviews), len(reviews), counted.count)
    three = sum(len(set(review.parts)) >= MANY_PARTS for review in reviews)
    return {
        Learned.REVIEWS: counted,
        Learned.PEOPLE: _shown(sum(review.people for review in reviews)),
        Learned.WITH_POINT: Shown(with_point, counted.count),
        Learned.THREE_PARTS: Shown(part_shown(three, len(reviews), counted.count), counted.count),
        Learned.POINTS: _shown(sum(period.has(at) for at in facts.points)),
        Learned.BULLETINS: _shown(len(posted)),
        Learned.TEAMS: _shown(len(set(posted))),
        **_affected(facts.affected),
        Learned.TESTS: Shown(len(tests)),
        Learned.TESTS_SEEN: Shown(sum(tests), len(tests)),
    }


def _affected(people: Sequence[AffectedFact]) -> dict[Learned, Shown]:
    whole = _shown(len(people)).count
    accepted, answered = sum(each.accepted for each in people), sum(each.answered for each in people)
    return {
        Learned.OFFERED: Shown(whole),
        Learned.ACCEPTED: Shown(part_shown(accepted, len(people), whole), whole),
        Learned.ANSWERED: Shown(part_shown(answered, len(people), whole), whole),
    }


def _shown(count: int) -> Shown:
    return Shown(None if is_small(count) else count)


@dataclass(frozen=True, slots=True)
class Opinion:
    """How many of those who answered a question in a quarter said yes."""

    quarter: date
    question: Question
    said_yes: Shown


def opinions_of(counts: Mapping[date, Counts]) -> tuple[Opinion, ...]:
    """Only where somebody answered. Why a report was anonymous stands in the figures and in no paper."""
    return tuple(
        Opinion(quarter, question, Shown(part_shown(said[question][YES], whole, whole), whole))
        for quarter, said in counts.items()
        for question in (Question.USEFUL, Question.AGAIN)
        if (whole := sum(said[question].values()))
    )


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
