"""One person who sends very many reports with danger delays nobody else's."""

from datetime import timedelta
from itertools import count

import pytest

from bot.domain.reports.report import AtRisk
from bot.usecases.incidents.queue_card import CARDS_OF_ONE_PERSON, REPORTS_ON_ONE_CARD
from bot.usecases.operations import delivery
from bot.usecases.outgoing import Card, MoreDanger
from scheduler.posts import BY_KIND
from storage.outbox import messages
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit

SECOND = timedelta(seconds=1)
LIMIT = RateLimit(timedelta(minutes=1) / 240)
FLOOD, OTHER = "U0AMARA", "U0BOTH"
MANY = 200


def _floods(bot, times=MANY):
    numbers = count(len(bot.rows("SELECT id FROM report")))
    return [bot.report(key=f"form {next(numbers)}", by=FLOOD, still_at_risk=AtRisk.YES).id for _ in range(times)]


def _leave(bot, span):
    """What leaves within this time, and how long after its beginning, as the workers do it."""
    start, left = bot.clock.elapsed(), []
    while bot.clock.elapsed() < start + span:
        for priority in Priority:
            claimed = bot.claim(priority, limit=LIMIT)
            if claimed:
                message, wait = claimed
                left.append((message, bot.clock.elapsed() + wait - start))
                assert bot.settle(messages.mark_sent, message, slack_ts=f"{len(left)}.0")
        bot.clock.forward(SECOND / 20)
    return left


def _is_card(message):
    return message.kind in (Card.KIND, MoreDanger.KIND)


def _next_card(bot):
    """The next card that leaves; the messages of the ladder leave beside them."""
    while (message := bot.next_message(Priority.URGENT)) and not _is_card(message):
        pass
    return message


def _reports_on(message):
    if message.kind == MoreDanger.KIND:
        return MoreDanger.decode(message.body).reports
    return (Card.decode(message.body).report,)


def test_another_person_s_card_leaves_next_however_many_of_one_wait(bot):
    _floods(bot)
    _leave(bot, 3 * SECOND)
    report = bot.report(key="other", by=OTHER, still_at_risk=AtRisk.YES)
    after = {_reports_on(message)[0]: at for message, at in _leave(bot, 5 * SECOND) if _is_card(message)}
    assert after[report.id] <= 2 * SECOND


def test_nor_do_three_who_send_many_delay_a_fourth(bot):
    for person in (FLOOD, "U0ONE", "U0TWO"):
        for number in range(CARDS_OF_ONE_PERSON):
            bot.submit(key=f"{person}{number}", by=person, still_at_risk=AtRisk.YES)
    _leave(bot, 4 * SECOND)
    report = bot.report(key="other", by=OTHER, still_at_risk=AtRisk.YES)
    after = {_reports_on(message)[0]: at for message, at in _leave(bot, 5 * SECOND) if _is_card(message)}
    assert after[report.id] <= 2 * SECOND


def test_every_report_of_a_flood_is_on_a_card_and_on_no_second_one(bot):
    sent = _floods(bot)
    cards = [message for message, _ in _leave(bot, 40 * SECOND) if _is_card(message)]
    assert [report for card in cards for report in _reports_on(card)] == sent
    assert len(cards) == CARDS_OF_ONE_PERSON + -(-(MANY - CARDS_OF_ONE_PERSON) // REPORTS_ON_ONE_CARD)


def test_what_comes_after_a_shared_card_left_is_on_the_next_one(bot):
    sent = _floods(bot, CARDS_OF_ONE_PERSON + 2)
    claimed = [_next_card(bot) for _ in range(CARDS_OF_ONE_PERSON + 1)]
    assert _reports_on(claimed[-1]) == tuple(sent[-2:])
    later = _floods(bot, CARDS_OF_ONE_PERSON + 1)
    cards = [message for message, _ in _leave(bot, 15 * SECOND) if _is_card(message)]
    assert [report for card in cards for report in _reports_on(card)] == later


def test_other_messages_leave_meanwhile_at_nearly_the_whole_rate(bot):
    _floods(bot, CARDS_OF_ONE_PERSON)
    for number in range(40):
        bot.submit(key=f"calm {number}", by=f"U0N{number:03}")
    copies = [message for message, _ in _leave(bot, 10 * SECOND) if message.kind == "copy"]
    assert len(copies) >= 25


def test_a_shared_card_shows_each_report_with_its_button(bot):
    sent = _floods(bot, CARDS_OF_ONE_PERSON + 3)
    for _ in range(CARDS_OF_ONE_PERSON):
        _next_card(bot)
    shared = _next_card(bot)
    message = bot.composed(shared)
    assert "Someone may still be at risk: 3 reports. Phone Oak ward now." in message.text
    pressed = [block["accessory"]["value"] for block in message.blocks if "accessory" in block]
    assert pressed == [str(report) for report in sent[-3:]]


def test_the_same_report_sent_again_is_on_a_shared_card_once(bot):
    _floods(bot, CARDS_OF_ONE_PERSON + 1)
    again = f"form {CARDS_OF_ONE_PERSON}"
    bot.submit(key=again, text="Other words", by=FLOOD, still_at_risk=AtRisk.YES)
    assert bot.rows(
        "SELECT kind, count(*) FROM outbox WHERE urgent AND kind <> 'rung' GROUP BY kind ORDER BY kind"
    ) == [
        ("card", CARDS_OF_ONE_PERSON),
        ("more_danger", 1),
    ]


def test_a_shared_card_that_cannot_be_read_is_left_alone_and_another_one_begun(bot):
    _floods(bot, CARDS_OF_ONE_PERSON + 1)
    bot.execute("UPDATE outbox SET body_sealed = :short WHERE kind = 'more_danger'", short=b"\x01")
    [report] = _floods(bot, 1)
    while message := _next_card(bot):
        last = message
    assert _reports_on(last) == (report,)


def test_a_shared_card_that_slack_refuses_goes_to_each_of_its_people(bot):
    _floods(bot, CARDS_OF_ONE_PERSON + 1)
    shared = [_next_card(bot) for _ in range(CARDS_OF_ONE_PERSON + 1)][-1]
    fallback = BY_KIND[shared.kind].fallback(bot.context.service, shared)
    delivery.give_up(bot.context, shared, error="is_archived", fallback=fallback)
    rest = [_next_card(bot) for _ in range(3)]
    assert [(message.kind, message.body) for message in rest] == [("more_danger", shared.body)] * 3
    assert {message.target for message in rest} == {"U0BOTH", "U0ONCALL", "U0SAFETY"}


@pytest.mark.parametrize("at_risk", [AtRisk.YES, AtRisk.NO])
def test_who_sent_it_is_kept_as_a_keyed_hash_and_only_for_danger(bot, at_risk):
    bot.submit(still_at_risk=at_risk)
    query = "SELECT sender_hash FROM outbox WHERE kind IN ('card', 'copy') ORDER BY position"
    [(card,), (copy,)] = bot.rows(query)
    assert (card is not None, copy) == (at_risk is AtRisk.YES, None)
