"""What a locked phone shows, and what still stands in a message after its action was answered."""

from datetime import date
from uuid import UUID

import pytest

from bot.domain.actions.action import ActionState
from bot.domain.reports.report import AtRisk
from bot.views.shared import action_blocks, messages
from tests.domain.examples import NOON, a_report, a_service, an_action

SERVICE = a_service()
DONE = an_action(state=ActionState.DONE, done_at=NOON)
DUE_IN_A_WEEK, FIVE_DAYS_LATE, A_DAY_LATE = date(2026, 12, 1), date(2026, 11, 19), date(2026, 11, 23)


def _card(still_at_risk: AtRisk) -> str:
    report = a_report(still_at_risk=still_at_risk)
    return messages.card(report, SERVICE, amended=False, may_repeat=False, now=NOON).text


@pytest.mark.parametrize("answer", [AtRisk.YES, AtRisk.NOT_SURE])
def test_the_notification_of_a_danger_card_begins_with_the_danger_and_what_to_do(answer):
    danger = "Someone may still be at risk on Oak ward. Phone Oak ward now. New report: 2222-222."
    assert _card(answer) == f"{danger} <@U0ONCALL> <@U0BOTH>"


def test_the_notification_of_any_other_card_says_what_kind_of_thing_and_where():
    assert _card(AtRisk.NO) == (
        "New report: 2222-222. Building, equipment or security, Oak ward. Anyone still at risk: no."
    )


@pytest.mark.parametrize("answer", [AtRisk.YES, AtRisk.NOT_SURE])
def test_in_danger_the_copy_begins_with_the_number_to_phone(answer):
    copy = messages.copy(a_report(still_at_risk=answer), SERVICE, now=NOON)
    assert copy.text.startswith("Phone 01632 960 123 if you have not yet.")
    assert copy.blocks[0]["text"]["text"].startswith("*Phone 01632 960 123 if you have not yet.*")


def test_without_danger_the_copy_tells_nobody_to_phone():
    copy = messages.copy(a_report(), SERVICE, now=NOON)
    assert "Phone" not in f"{copy.text} {copy.blocks}"


def test_the_notification_of_a_new_action_says_when_it_is_due_and_where_it_comes_from():
    told = messages.assigned([an_action()], {UUID(int=2): "2222-222"}, now=NOON)
    assert told.text == "A new action for you, due Tuesday 1 December. From report 2222-222."


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ([DUE_IN_A_WEEK], "1 action is due by Tuesday 1 December."),
        ([NOON.date()], "1 action is due by Tuesday 24 November."),
        ([NOON.date(), DUE_IN_A_WEEK], "2 actions are due by Tuesday 1 December."),
        ([A_DAY_LATE], "1 action is late by 1 day."),
        ([A_DAY_LATE, FIVE_DAYS_LATE], "2 actions are late, the oldest by 5 days."),
        (
            [DUE_IN_A_WEEK, FIVE_DAYS_LATE],
            "1 action is late by 5 days. 1 action is due by Tuesday 1 December.",
        ),
    ],
)
def test_a_reminder_says_how_many_are_late_or_by_when_they_are_due(due, words):
    actions = [an_action(id=UUID(int=number), due_on=due_on) for number, due_on in enumerate(due)]
    reminder = messages.nudge(actions, others=0, now=NOON)
    assert reminder.text == f"A reminder: {words}"
    assert words in reminder.blocks[0]["text"]["text"]


def test_after_done_nothing_in_the_message_promises_a_reminder():
    sent = messages.assigned([an_action()], {UUID(int=2): "2222-222"}, now=NOON).blocks
    assert "We remind you" in str(sent)
    shown = str(action_blocks.redrawn(sent, DONE, reader="U0OWNER", now=NOON))
    assert "remind you" not in shown
    assert "You get no more reminders of this action." in shown
    assert "Waiting to be checked by someone else." in shown
