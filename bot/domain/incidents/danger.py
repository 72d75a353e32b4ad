"""The danger of an incident: shown to people until one has it, and over only when somebody says so."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Strict

from bot.domain.refusals import Refusal
from bot.domain.reports.report import AtRisk
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.ladders import Certainty, Ladder
from bot.domain.service.service import Service
from bot.domain.values import Code, Moment, Value, is_person

PAGER = "page"
"""The target of a call to what rings at night. It is neither a person nor a channel."""


class DangerState(StrEnum):
    """`WAITING` rings nobody: it happened long ago, and its reporter was asked whether it is still so."""

    WAITING = "waiting"
    OPEN = "open"
    HELD = "held"
    ENDED = "ended"


class Lost(StrEnum):
    """How somebody stopped having it, without its being over."""

    GAVE_BACK = "gave_back"
    NO_ANSWER = "no_answer"


class Ended(StrEnum):
    """How it ended."""

    SAFE = "safe"
    DOWNGRADED = "downgraded"


class DangerReason(StrEnum):
    """Why something could not be done with a danger."""

    NO_DANGER = "no_danger"
    HAS_ENDED = "has_ended"
    TAKEN_BY_ANOTHER = "taken_by_another"
    NOT_ASKED = "not_asked"


class Danger(Value):
    """`step` is the next one of its ladder, due at `next_at`; `rungs` counts how often it has rung.

    `last_holder` had it until `lost_at`. `question_at` is when its holder was asked something still unanswered.
    At `reporter_safe_at` the reporter said that nobody is at risk any more: nobody wakes an executive then.
    """

    incident_id: UUID
    level: Annotated[AtRisk, Strict(strict=False)]
    team: Code
    state: Annotated[DangerState, Strict(strict=False)]
    started_at: Moment
    step: int = 0
    rungs: int = 0
    next_at: Moment | None = None
    holder: str | None = None
    taken_at: Moment | None = None
    question_at: Moment | None = None
    last_holder: str | None = None
    lost_at: Moment | None = None
    lost_how: Annotated[Lost | None, Strict(strict=False)] = None
    reporter_safe_at: Moment | None = None
    ended_by: str | None = None
    ended_at: Moment | None = None
    ended_how: Annotated[Ended | None, Strict(strict=False)] = None

    @property
    def lasts(self) -> bool:
        return self.state is not DangerState.ENDED

    def ladder(self, service: Service) -> Ladder:
        """The steps of its team, as the service has them now."""
        return service.ladder(self.team, Certainty(self.level))

    def steps_left(self, service: Service) -> bool:
        """Whether somebody may still be asked for the first time."""
        return self.step < len(self.ladder(service).steps)


class DangerRefused(Refusal):
    """It cannot be done with the danger as it is."""

    def __init__(self, reason: DangerReason, danger: Danger | None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.danger = danger


class Answer(StrEnum):
    """What came of asking somebody. The later one counts."""

    SENT = "sent"
    DECLINED = "declined"


class Asked(Value):
    """A person, or a channel, was asked; the newest time of each counts. `number` is which ringing it was.

    `paused` if the person's notifications were paused then; None if that is not known.
    """

    target: str
    number: int
    at: Moment
    answer: Annotated[Answer, Strict(strict=False)] = Answer.SENT
    paused: bool | None = None

    @property
    def to_a_person(self) -> bool:
        return is_person(self.target)


class ShownDanger(Value):
    """What a message about a danger may know: never the words of a report, nor who sent it."""

    danger: Danger
    reference: str
    kind: Code
    sensitivity: Annotated[Sensitivity, Strict(strict=False)]
    involved: frozenset[str]
    asked: tuple[Asked, ...]

    def number_for(self, target: str) -> int:
        """The number of the ringing that last went to this target; 0 if none did."""
        return max((each.number for each in self.asked if each.target == target), default=0)


def take(danger: Danger, *, by: str, now: Moment) -> Danger:
    """This person has it from now on. Raises `DangerRefused` if another one has it, or if it is over."""
    _must_last(danger)
    if danger.holder == by:
        return danger.model_copy(update={"question_at": None})
    if danger.holder is not None:
        raise DangerRefused(DangerReason.TAKEN_BY_ANOTHER, danger)
    had = {"state": DangerState.HELD, "holder": by, "taken_at": now, "next_at": None, "question_at": None}
    return danger.model_copy(update=had)


def lose(danger: Danger, how: Lost, *, now: Moment) -> Danger:
    """Nobody has it any more, and its ladder goes on at once. Nothing changes if nobody has it."""
    if danger.holder is None:
        return danger
    lost = {"last_holder": danger.holder, "lost_at": now, "lost_how": how}
    nobody = {"holder": None, "taken_at": None, "question_at": None}
    return danger.model_copy(update={"state": DangerState.OPEN, "next_at": now, **nobody, **lost})


def end(danger: Danger, how: Ended, *, by: str, now: Moment) -> Danger:
    """It is over. Raises `DangerRefused` if it was over before."""
    _must_last(danger)
    over = {"state": DangerState.ENDED, "ended_by": by, "ended_at": now, "ended_how": how}
    nobody = {"holder": None, "taken_at": None, "question_at": None, "next_at": None}
    return danger.model_copy(update={**nobody, **over})


def reported_again(danger: Danger, level: AtRisk, team: str, *, waits: bool, now: Moment) -> Danger:
    """Another report, or other answers, of the same incident speak of danger.

    One that is over, or that waits, begins anew: unless the report `waits`, because what it tells is long ago.
    One that nobody has becomes louder, and never quieter: then it rings at once.
    """
    louder = danger.model_copy(update={"team": team, "level": _louder(danger, level), "reporter_safe_at": None})
    if danger.state in (DangerState.ENDED, DangerState.WAITING):
        return danger if waits else _begin(louder, now)
    if danger.state is DangerState.OPEN and louder.level is not danger.level:
        return louder.model_copy(update={"next_at": now})
    return louder


def still_so(danger: Danger, *, now: Moment) -> Danger:
    """Its reporter says that it is still so, though it happened long ago: its ladder begins, and only once."""
    return _begin(danger, now) if danger.state is DangerState.WAITING else danger


def reporter_says_safe(danger: Danger, *, now: Moment) -> Danger:
    """Everybody sees it, and no executive is woken. The ladder does not end, because the reporter may be wrong."""
    return danger.model_copy(update={"reporter_safe_at": now}) if danger.lasts else danger


def _louder(danger: Danger, level: AtRisk) -> AtRisk:
    return AtRisk.YES if danger.lasts and danger.level is AtRisk.YES else level


def _begin(danger: Danger, now: Moment) -> Danger:
    anew = {"state": DangerState.OPEN, "started_at": now, "next_at": now, "step": 0}
    before = ("last_holder", "lost_at", "lost_how", "ended_by", "ended_at", "ended_how")
    return danger.model_copy(update={**anew, **dict.fromkeys(before)})


def is_left_to_nobody(danger: Danger, people: Collection[Asked], service: Service) -> bool:
    """Whether everybody who could be asked has been, and none of them can take it."""
    if danger.state is not DangerState.OPEN or danger.steps_left(service):
        return False
    return all(each.answer is Answer.DECLINED for each in people)


def probably_wakes_nobody(danger: Danger, people: Collection[Asked]) -> bool:
    """Whether its ladder has rung, and no phone made a sound: nobody was asked, or all notifications are paused."""
    if danger.state is not DangerState.OPEN or danger.rungs == 0:
        return False
    return all(each.paused and each.answer is Answer.SENT for each in people)


def _must_last(danger: Danger) -> None:
    if not danger.lasts:
        raise DangerRefused(DangerReason.HAS_ENDED, danger)
