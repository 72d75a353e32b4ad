"""Delivery: one claim, one outcome; and a card that Slack will never take goes to people instead, once."""

import json
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.reports.report import AtRisk
from bot.usecases.operations import delivery as delivering
from scheduler.posts import BY_KIND
from storage.outbox import messages, status
from storage.outbox.priority import Priority
from tests.domain.examples import NOON, ON_CALL, SAFETY, a_service
from tests.storage.examples import a_letter, at_once, queue
from tests.usecases.bot_without_slack import LEASE

PEOPLE = ["U0BOTH", "U0ONCALL", "U0SAFETY"]
"""The safety team and the people on call, each once."""
SECOND = timedelta(seconds=1)


@pytest.fixture
def card(bot):
    """The card of a report of danger, claimed."""
    bot.submit(still_at_risk=AtRisk.YES)
    return bot.next_message(Priority.URGENT)


def _states(bot):
    return bot.rows("SELECT kind, state FROM outbox WHERE kind <> 'rung' ORDER BY position")


def _next_card(bot):
    """The next card that leaves; the messages of the ladder leave beside them."""
    while (message := bot.next_message(Priority.URGENT)).kind != "card":
        pass
    return message


def _undelivered(bot):
    with bot.context.database.reading() as transaction:
        return [message.id for message in status.undelivered(transaction)]


def _doubt(bot):
    return delivering.claim_next_doubtful(bot.context, worker="w", lease=LEASE)


def _give_up(bot, delivery):
    fallback = BY_KIND[delivery.kind].fallback(bot.context.service, delivery)
    delivering.give_up(bot.context, delivery, error="is_archived", fallback=fallback)


def _cards(bot):
    return sorted(posted.target for posted in bot.of_kind("card"))


def test_each_message_is_claimed_once(bot):
    bot.submit()
    assert [bot.next_message().kind, bot.next_message().kind] == ["card", "copy"]
    assert bot.next_message() is None


def test_a_claim_is_settled_once(bot, card):
    assert bot.settle(messages.mark_sent, card, slack_ts="1.0")
    assert not bot.settle(messages.mark_sent, card, slack_ts="2.0")
    assert bot.rows("SELECT slack_ts FROM outbox WHERE state = 'sent'") == [("1.0",)]


def test_what_was_abandoned_is_in_doubt_once_its_lease_has_ended(bot, card, clock):
    clock.forward(LEASE)
    assert _doubt(bot) is None
    clock.forward(SECOND)
    assert _doubt(bot).id == card.id
    assert not bot.settle(messages.mark_sent, card, slack_ts="1.0")


def test_business_time_that_is_put_back_holds_up_no_delivery(bot, clock):
    bot.submit()
    clock.back(timedelta(days=9))
    bot.post_all()
    assert len(bot.posted) == 2


def test_after_a_new_start_what_was_being_sent_is_looked_into_after_the_grace_time(bot, card, clock):
    delivering.start_over(bot.context, grace=5 * SECOND)
    clock.forward(5 * SECOND)
    assert _doubt(bot) is None
    clock.forward(SECOND)
    assert _doubt(bot).id == card.id


def test_a_card_that_slack_will_never_take_goes_to_each_of_its_people_once(bot, card):
    rings = bot.rings
    _give_up(bot, card)
    _give_up(bot, card)
    bot.post_all()
    assert _cards(bot) == PEOPLE
    assert [posted.subject for posted in bot.of_kind("card")] == [json.loads(card.body)] * 3
    assert bot.rows("SELECT DISTINCT urgent FROM outbox WHERE kind = 'card'") == [(1,)]
    assert _undelivered(bot) == [card.id]
    assert bot.rings == rings + 1


def test_a_card_without_danger_goes_to_its_people_without_urgency(bot):
    bot.submit()
    _give_up(bot, bot.next_message())
    assert bot.rows("SELECT urgent, count(*) FROM outbox WHERE kind = 'card' GROUP BY urgent") == [(0, 4)]


def test_a_card_of_a_channel_that_is_no_longer_the_safety_channel_goes_to_people_as_well(bot, card):
    bot.configure(a_service(safety_channel="C0NEWSAFETY"))
    _give_up(bot, card)
    bot.post_all()
    assert _cards(bot) == PEOPLE


def test_people_who_joined_or_left_meanwhile_are_taken_as_they_are_now(bot, card):
    bot.configure(a_service(people=(SAFETY, ON_CALL)))
    _give_up(bot, card)
    bot.post_all()
    assert _cards(bot) == ["U0ONCALL", "U0SAFETY"]


def test_a_card_that_is_sent_again_in_vain_goes_to_nobody_a_second_time(bot, card):
    _give_up(bot, card)
    bot.post_all()
    assert delivering.send_again(bot.context.database, card.id, now=NOON)
    _give_up(bot, bot.next_message(Priority.URGENT))
    bot.post_all()
    assert _cards(bot) == PEOPLE


def test_a_card_that_a_person_cannot_get_goes_no_further(bot, card):
    _give_up(bot, card)
    lost = _next_card(bot)
    _give_up(bot, lost)
    bot.post_all()
    assert _cards(bot) == [person for person in PEOPLE if person != lost.target]
    assert _undelivered(bot) == [card.id, lost.id]


def test_any_other_message_that_slack_will_never_take_waits_for_a_person(bot, card):
    copy = bot.next_message()
    _give_up(bot, copy)
    assert _states(bot) == [("card", "sending"), ("copy", "dead")]
    assert _undelivered(bot) == [copy.id]


def test_who_lost_the_claim_gives_nothing_up(bot, card, clock):
    clock.forward(LEASE + SECOND)
    _doubt(bot)
    _give_up(bot, card)
    assert _states(bot) == [("card", "sending"), ("copy", "ready")]


def test_an_operator_sends_a_message_again_and_that_is_recorded(bot, card):
    _give_up(bot, card)
    assert delivering.send_again(bot.context.database, card.id, now=NOON)
    assert bot.rows("SELECT actor, action, subject FROM audit ORDER BY seq DESC LIMIT 1") == [
        ("operator", "message.again", str(card.id))
    ]
    urgent = {again.id: again.may_repeat for again in iter(lambda: bot.next_message(Priority.URGENT), None)}
    assert urgent[card.id] is True


def test_a_message_that_needs_nobody_is_not_sent_again_and_nothing_is_recorded(bot, card):
    before = bot.rows("SELECT * FROM audit")
    assert not delivering.send_again(bot.context.database, card.id, now=NOON)
    assert not delivering.send_again(bot.context.database, UUID(int=9), now=NOON)
    assert bot.rows("SELECT * FROM audit") == before


def test_eight_workers_at_once_claim_eight_messages(bot):
    queue(bot.context.database, *(a_letter(unique=str(number)) for number in range(8)))
    claimed = []
    at_once(lambda _: claimed.append(bot.next_message()), threads=8)
    assert len({delivery.id for delivery in claimed}) == 8
    assert bot.next_message() is None


def test_who_looks_into_a_doubt_has_the_claim_alone(bot, card, clock):
    clock.forward(LEASE + SECOND)
    doubt = _doubt(bot)
    assert (doubt.id, doubt.fence) == (card.id, card.fence + 1)
    assert _doubt(bot) is None
    assert not bot.settle(messages.put_back, card, not_before=NOON, error="ratelimited")
    assert bot.settle(messages.mark_sent, doubt, slack_ts="2.0")


def test_a_new_start_never_makes_a_lease_longer(bot, card, clock):
    delivering.start_over(bot.context, grace=100 * LEASE)
    clock.forward(LEASE + SECOND)
    assert _doubt(bot).id == card.id


def test_the_card_of_an_amendment_goes_to_each_of_its_people_beside_that_of_the_report(bot, card):
    bot.submit(text="The door alarm rang", still_at_risk=AtRisk.YES)
    amendment = _next_card(bot)
    for each in (card, amendment):
        _give_up(bot, each)
    bot.post_all()
    told = sorted((posted.target, posted.message.text) for posted in bot.of_kind("card"))
    texts = [bot.composed(each).text for each in (card, amendment)]
    assert told == sorted((person, text) for person in PEOPLE for text in texts)


@pytest.mark.parametrize("person", ["U0SAFETY", "W0SAFETY"])
def test_a_card_that_is_addressed_to_a_person_falls_back_to_nobody(bot, person):
    queue(bot.context.database, a_letter(target=person))
    _give_up(bot, bot.next_message())
    assert _states(bot) == [("card", "dead")]


@pytest.mark.parametrize(
    ("kind", "target"),
    [("copy", "U0AMARA"), ("assigned", "U0OWNER"), ("nudge", "U0OWNER"), ("bulletin", "C0OAK"), ("copy", "C0SAFETY")],
)
def test_no_other_kind_falls_back_to_people_whatever_its_place(bot, kind, target):
    queue(bot.context.database, a_letter(kind=kind, target=target))
    _give_up(bot, bot.next_message())
    assert _states(bot) == [(kind, "dead")]


def test_who_lost_the_claim_wakes_nobody(bot, card, clock):
    clock.forward(LEASE + SECOND)
    _doubt(bot)
    rings = bot.rings
    _give_up(bot, card)
    assert bot.rings == rings


def test_a_held_message_is_sent_again_once(bot, card):
    assert bot.settle(messages.mark_held, card, error="missing_scope")
    again = [delivering.send_again(bot.context.database, card.id, now=NOON) for _ in range(2)]
    assert again == [True, False]
    assert bot.rows("SELECT subject FROM audit WHERE actor = 'operator'") == [(str(card.id),)]


@pytest.mark.parametrize(
    ("step", "values"),
    [
        (messages.mark_sent, {"slack_ts": "1.0"}),
        (messages.mark_dropped, {}),
        (messages.put_back, {"not_before": NOON, "error": "ratelimited"}),
        (messages.mark_doubtful, {"not_before": NOON, "error": "timeout"}),
    ],
)
def test_only_a_held_or_dead_message_is_sent_again(bot, card, step, values):
    assert bot.settle(step, card, **values)
    before = bot.rows("SELECT * FROM outbox")
    assert not delivering.send_again(bot.context.database, card.id, now=NOON)
    assert bot.rows("SELECT * FROM outbox") == before
    assert bot.rows("SELECT * FROM audit WHERE actor = 'operator'") == []
