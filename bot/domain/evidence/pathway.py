"""The pathway of one incident: how far it has come from report to evidence, with its gaps shown as gaps.

It holds dates, numbers and roles. No word that somebody wrote, and nobody's name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.actions.action import Action
from bot.domain.incidents.incident import Incident, LearningResponse
from bot.domain.learning.point import PointState
from bot.domain.reviews.review import Agreement
from bot.domain.values import Moment


class Stage(StrEnum):
    """The stages, in their order."""

    REPORTED = "reported"
    TRIAGED = "triaged"
    REVIEWED = "reviewed"
    LEARNED = "learned"
    ACTED = "acted"
    CHECKED = "checked"
    EVIDENCE = "evidence"


class PathRole(StrEnum):
    """Who did it, by role: a pathway names nobody."""

    REPORTER = "reporter"
    SAFETY_TEAM = "safety_team"
    REVIEW_LEAD = "review_lead"
    PEOPLE_TAKING_PART = "people_taking_part"
    WRITER = "writer"
    SECOND_PERSON = "second_person"
    OWNER = "owner"
    CHECKER = "checker"


class Did(StrEnum):
    """What was done."""

    REPORTED = "reported"
    TAKEN = "taken"
    DECIDED = "decided"
    REVIEW_WRITTEN = "review_written"
    REVIEW_AGREED = "review_agreed"
    POINT_WRITTEN = "point_written"
    POINT_APPROVED = "point_approved"
    ACTION_AGREED = "action_agreed"
    ACTION_DONE = "action_done"
    ACTION_CHECKED = "action_checked"
    TOLD = "told"
    CLOSED = "closed"


class Gap(StrEnum):
    """What is missing."""

    NOT_DECIDED = "not_decided"
    NO_REVIEW_DECIDED = "no_review_decided"
    NOT_REVIEWED = "not_reviewed"
    NOT_AGREED = "not_agreed"
    NOTHING_LEARNED = "nothing_learned"
    NOT_APPROVED = "not_approved"
    NO_ACTION = "no_action"
    NOT_DONE = "not_done"
    NOT_CHECKED = "not_checked"
    NOTHING_TO_CHECK = "nothing_to_check"
    NOT_TOLD = "not_told"
    NOT_CLOSED = "not_closed"


@dataclass(frozen=True)
class Mark:
    """Something that was done, and by which role. `due_on` is the date of an action."""

    did: Did
    at: Moment
    by: PathRole
    due_on: date | None = None


@dataclass(frozen=True)
class Leg:
    """One stage: what was done in it, in its order, and what is missing. `missing` counts what the gap is about."""

    stage: Stage
    marks: tuple[Mark, ...]
    gaps: tuple[tuple[Gap, int], ...]


@dataclass(frozen=True)
class PointProgress:
    """How far a learning point has come."""

    state: PointState
    written_at: Moment
    approved_at: Moment | None


@dataclass(frozen=True)
class Path:
    """What a pathway is computed from."""

    incident: Incident
    reported_at: Sequence[Moment]
    written_at: Sequence[Moment]
    agreed: Agreement | None
    points: Sequence[PointProgress]
    actions: Sequence[Action]
    told_at: Sequence[Moment]


def pathway(path: Path) -> tuple[Leg, ...]:
    """Every stage, whether or not something was done in it."""
    marks = sorted(_marks(path), key=lambda each: each[1].at)
    gaps = list(_gaps(path))
    return tuple(
        Leg(
            stage=stage,
            marks=tuple(mark for of, mark in marks if of is stage),
            gaps=tuple((gap, count) for of, gap, count in gaps if of is stage),
        )
        for stage in Stage
    )


def _marks(path: Path) -> Iterator[tuple[Stage, Mark]]:
    about = path.incident
    yield from ((Stage.REPORTED, Mark(Did.REPORTED, at, PathRole.REPORTER)) for at in path.reported_at)
    if about.taken_at:
        yield Stage.TRIAGED, Mark(Did.TAKEN, about.taken_at, PathRole.SAFETY_TEAM)
    if about.decision:
        yield Stage.TRIAGED, Mark(Did.DECIDED, about.decision.decided_at, PathRole.SAFETY_TEAM)
    yield from ((Stage.REVIEWED, Mark(Did.REVIEW_WRITTEN, at, PathRole.PEOPLE_TAKING_PART)) for at in path.written_at)
    if path.agreed:
        yield Stage.REVIEWED, Mark(Did.REVIEW_AGREED, path.agreed.at, PathRole.REVIEW_LEAD)
    for point in path.points:
        yield Stage.LEARNED, Mark(Did.POINT_WRITTEN, point.written_at, PathRole.WRITER)
        if point.approved_at:
            yield Stage.LEARNED, Mark(Did.POINT_APPROVED, point.approved_at, PathRole.SECOND_PERSON)
    for action in path.actions:
        yield from _marks_of(action)
    yield from ((Stage.EVIDENCE, Mark(Did.TOLD, at, PathRole.SAFETY_TEAM)) for at in path.told_at)
    if about.closed_at:
        yield Stage.EVIDENCE, Mark(Did.CLOSED, about.closed_at, PathRole.SAFETY_TEAM)


def _marks_of(action: Action) -> Iterator[tuple[Stage, Mark]]:
    yield Stage.ACTED, Mark(Did.ACTION_AGREED, action.agreed_at, PathRole.SAFETY_TEAM, action.due_on)
    if action.done_at:
        yield Stage.ACTED, Mark(Did.ACTION_DONE, action.done_at, PathRole.OWNER)
    if action.checked_at:
        yield Stage.CHECKED, Mark(Did.ACTION_CHECKED, action.checked_at, PathRole.CHECKER)


def _gaps(path: Path) -> Iterator[tuple[Stage, Gap, int]]:
    decision = path.incident.decision
    if decision is None:
        yield Stage.TRIAGED, Gap.NOT_DECIDED, 1
    if decision and decision.response is LearningResponse.NO_FURTHER_RESPONSE:
        yield Stage.REVIEWED, Gap.NO_REVIEW_DECIDED, 1
    elif not path.written_at:
        yield Stage.REVIEWED, Gap.NOT_REVIEWED, 1
    elif path.agreed is None:
        yield Stage.REVIEWED, Gap.NOT_AGREED, 1
    yield from _gaps_of_learning(path)
    yield from _gaps_of_actions(path.actions)
    if path.incident.closed_at is None:
        yield Stage.EVIDENCE, Gap.NOT_CLOSED, 1


def _gaps_of_learning(path: Path) -> Iterator[tuple[Stage, Gap, int]]:
    waiting = sum(1 for point in path.points if point.state is PointState.WAITING)
    if waiting:
        yield Stage.LEARNED, Gap.NOT_APPROVED, waiting
    elif not any(point.state is PointState.APPROVED for point in path.points):
        yield Stage.LEARNED, Gap.NOTHING_LEARNED, 1
    if not path.told_at:
        yield Stage.EVIDENCE, Gap.NOT_TOLD, 1


def _gaps_of_actions(actions: Sequence[Action]) -> Iterator[tuple[Stage, Gap, int]]:
    if not actions:
        yield Stage.ACTED, Gap.NO_ACTION, 1
        yield Stage.CHECKED, Gap.NOTHING_TO_CHECK, 1
    not_done = sum(1 for action in actions if action.done_at is None)
    waiting = sum(1 for action in actions if action.waits_for_check)
    if not_done:
        yield Stage.ACTED, Gap.NOT_DONE, not_done
        yield Stage.CHECKED, Gap.NOT_DONE, not_done
    if waiting:
        yield Stage.CHECKED, Gap.NOT_CHECKED, waiting
