"""Actions that are checked, and wards that are asked about them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.actions.hold import HoldAnswer
from bot.domain.service.service import Person, Service
from bot.usecases.actions import answers, checks
from bot.usecases.actions.hold_answers import Taken, answer_question
from tests.domain.examples import PROOF, a_person, a_service
from tests.usecases.bot_without_slack import Bot, at

FOR_WARD = "Door alarms are tested each Monday."
FIRST = at("2026-12-24 08:00")
"""Thirty days after Tuesday 24 November 2026, on which the bot of a test starts."""
WARD = [f"U0WARD{number}" for number in range(6)]


def with_a_large_ward() -> Service:
    people: tuple[Person, ...] = tuple(a_person(slack_id=each, team="oak") for each in WARD)
    return a_service(people=(*a_service().people, *people))


def checked(bot: Bot, *, key: str = "1", may_be_shown: bool = True, by: str = "U0SAFETY", **form: Any) -> Action:
    """An action of a new report, done and checked now."""
    report = bot.report(key=f"form {key}", **form.pop("report", {}))
    action = bot.agree(report, key=f"action {key}", **{"for_ward": FOR_WARD, **form})
    now = bot.clock.now()
    answers.complete_action(bot.context, action.id, PROOF, by=action.owner, now=now)
    return checks.say_it_works(bot.context, action.id, by=by, now=now, may_be_shown=may_be_shown)


def asks_the_ward(bot: Bot, *, late: timedelta = timedelta()) -> Action:
    """The first question about an action that was checked now."""
    action = checked(bot)
    bot.clock.to(FIRST + late)
    bot.tick()
    return action


def question_id(bot: Bot) -> UUID:
    """The latest question that was posted."""
    return UUID(bot.of_kind("hold_asked")[-1].subject["question"])


def answers_as(bot: Bot, person: str, answer: HoldAnswer, *, small: bool = False) -> Taken:
    """Somebody answers the latest question; where the team is small, that they want to talk about it."""
    given = HoldAnswer.TALK if small else answer
    return answer_question(bot.context, question_id(bot), given, by=person, now=bot.clock.now())
