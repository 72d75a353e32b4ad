"""The card of a report without danger is one line, and says who has looked at it since."""

from datetime import timedelta

import pytest

from bot.domain.reports.report import AtRisk
from bot.usecases.incidents.card_copies import card_copies
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.open_incident import mark_read
from bot.usecases.incidents.steps import take_incident
from bot.usecases.operations import delivery
from scheduler.posts import BY_KIND
from storage.outbox import messages
from tests.usecases.bot_without_slack import Bot

LEAD = "U0SAFETY"


def _line(message) -> str:
    """The one line of a card."""
    [block] = message.blocks
    assert block["accessory"]["text"]["text"] == "Open"
    return block["text"]["text"]


def _lines(bot: Bot, report) -> list[str]:
    return [_line(message) for _, message in card_copies(bot.context, report.id)]


@pytest.fixture
def report(bot):
    """Sent at noon on a Tuesday, and its card stands in the safety channel."""
    report = bot.report(kind="medication")
    bot.post_all()
    return report


def test_a_card_is_one_line_from_the_start(bot, report):
    [card] = bot.of_kind("card")
    assert _line(card.message) == f"Medication · Oak ward · 12:00 · *{report.reference}*"


def test_it_says_who_first_read_it_and_then_who_took_it(bot, clock, report):
    clock.forward(timedelta(minutes=41))
    assert mark_read(bot.context, [report.id], by=LEAD, now=clock.now())
    clock.forward(timedelta(minutes=1))
    assert not mark_read(bot.context, [report.id], by="U0BOTH", now=clock.now())
    about = f"*{report.reference}* · Medication · Oak ward · 12:00"
    assert _lines(bot, report) == [f"{about} · read by Sunita Rao, 12:41"]
    clock.forward(timedelta(days=1))
    take_incident(bot.context, report.id, by="U0BOTH")
    assert _lines(bot, report) == [f"{about} · taken by Bea Lund, Wednesday 25 November, 12:42"]


def test_a_card_that_leaves_late_says_what_is_true_then(bot):
    report = bot.report()
    take_incident(bot.context, report.id, by=LEAD)
    bot.post_all()
    [card] = bot.of_kind("card")
    assert "taken by Sunita Rao, 12:00" in _line(card.message)


def test_the_kind_of_a_restricted_report_is_on_no_card(bot):
    report = bot.report(kind="abuse")
    bot.post_all()
    [card] = bot.of_kind("card")
    assert _line(card.message).startswith("Restricted · Oak ward · ")
    assert "buse" not in card.message.text
    take_incident(bot.context, report.id, by=LEAD)
    assert "Restricted · Oak ward · 12:00 · taken by Sunita Rao" in _lines(bot, report)[0]


def test_a_report_that_was_sent_again_has_a_line_for_each(bot, report):
    bot.submit(kind="medication", team="elm")
    bot.post_all()
    take_incident(bot.context, report.id, by=LEAD)
    teams = [("Oak ward" in line, "Elm community team" in line) for line in _lines(bot, report)]
    assert teams == [(True, False), (False, True)]


def test_the_cards_of_all_reports_of_an_incident_change(bot, report):
    other = bot.report(key="form 2")
    bot.post_all()
    merge_incident(bot.context, other.id, report.reference, by=LEAD)
    take_incident(bot.context, report.id, by=LEAD)
    lines = _lines(bot, other)
    assert [each.reference in line for each, line in zip((report, other), lines, strict=True)] == [True, True]
    assert all("taken by Sunita Rao" in line for line in lines)


def test_a_card_with_danger_is_left_to_the_ladder(bot):
    report = bot.report(still_at_risk=AtRisk.YES)
    bot.post_all()
    mark_read(bot.context, [report.id], by=LEAD, now=bot.clock.now())
    assert card_copies(bot.context, report.id) == []


def test_cards_that_went_to_people_one_by_one_change_as_well(bot):
    report = bot.report()
    claimed = bot.next_message()
    with bot.context.database.writing(wait=30) as transaction:
        instead = BY_KIND["card"].fallback(bot.context.service, claimed)
        messages.put_all(transaction, instead, now=bot.clock.elapsed())
    delivery.give_up(bot.context, claimed, error="is_archived")
    bot.post_all()
    take_incident(bot.context, report.id, by=LEAD)
    found = {copy.target: _line(message) for copy, message in card_copies(bot.context, report.id)}
    assert sorted(found) == ["U0BOTH", "U0ONCALL", "U0SAFETY"]
    assert all("taken by Sunita Rao" in line for line in found.values())
