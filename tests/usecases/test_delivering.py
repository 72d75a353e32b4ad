"""The steps of a delivery, and what is done when one cannot be finished."""

from datetime import timedelta

import pytest

from bot.usecases import delivering
from storage import outbox
from tests.usecases.living import LEASE

EVERYONE = ["U0BOTH", "U0ONCALL", "U0SAFETY"]


def states(bot) -> list[tuple[str, str]]:
    return bot.rows("SELECT kind, state FROM outbox ORDER BY position")


def card(bot, *, still_at_risk="yes"):
    """A claimed card of a new report; its copy is left waiting."""
    bot.report(still_at_risk=still_at_risk)
    claimed = bot.next_letter(urgent=still_at_risk == "yes")
    assert claimed
    assert claimed.kind == "card"
    return claimed


def cards_to_people(bot) -> list[str]:
    """To whom cards leave from now on, and that they leave once."""
    bot.post_all()
    return sorted(posted.target for posted in bot.of_kind("card"))


def test_a_card_that_its_channel_refuses_goes_to_each_person_once(bot):
    claimed = card(bot)
    delivering.give_up(bot.house, claimed, error="is_archived")
    delivering.give_up(bot.house, claimed, error="is_archived")
    assert ("card", "dead") in states(bot)
    assert cards_to_people(bot) == EVERYONE


def test_a_card_that_a_person_cannot_get_goes_to_nobody_else(bot):
    delivering.give_up(bot.house, card(bot), error="is_archived")
    to_a_person = bot.next_letter(urgent=True)
    assert to_a_person
    delivering.give_up(bot.house, to_a_person, error="user_disabled")
    assert cards_to_people(bot) == [target for target in EVERYONE if target != to_a_person.target]


def test_a_copy_that_cannot_be_delivered_goes_to_nobody_else(bot):
    card(bot)
    copy = bot.next_letter()
    assert copy
    assert copy.kind == "copy"
    delivering.give_up(bot.house, copy, error="user_disabled")
    assert states(bot) == [("card", "sending"), ("copy", "dead")]


def test_whoever_lost_the_claim_gives_nothing_up(bot, clock):
    late = card(bot)
    clock.forward(LEASE + timedelta(seconds=1))
    again = delivering.next_doubt(bot.house, worker="other", lease=LEASE)
    assert again
    delivering.give_up(bot.house, late, error="is_archived")
    assert not bot.settle(outbox.mark_sent, late, slack_ts="1")
    assert states(bot) == [("card", "sending"), ("copy", "ready")]


def test_after_a_crash_what_was_being_sent_is_looked_into_not_sent_again(bot, clock):
    claimed = card(bot)
    bot.restart()
    clock.forward(LEASE + timedelta(seconds=1))
    assert bot.next_letter(urgent=True) is None
    doubt = delivering.next_doubt(bot.house, worker="new", lease=LEASE)
    assert doubt
    assert doubt.id == claimed.id


def test_nothing_is_in_doubt_while_its_sender_may_still_be_at_it(bot):
    card(bot)
    assert delivering.next_doubt(bot.house, worker="other", lease=LEASE) is None


@pytest.mark.parametrize("step", [outbox.mark_held, outbox.mark_dead])
def test_an_operator_sends_a_message_again_and_it_says_that_it_may_be_a_repeat(bot, clock, step):
    claimed = card(bot)
    assert bot.settle(step, claimed, error="x")
    assert delivering.send_again(bot.house.database, claimed.id, now=clock.now())
    assert bot.rows("SELECT actor, action FROM audit ORDER BY seq")[-1] == ("operator", "message.again")
    bot.post_all()
    [posted] = bot.of_kind("card")
    assert "This message may be a repeat." in str(posted.message.blocks)


def test_an_operator_cannot_send_again_what_needs_nobody(bot, clock):
    claimed = card(bot)
    assert not delivering.send_again(bot.house.database, claimed.id, now=clock.now())
    assert states(bot)[0] == ("card", "sending")
    assert bot.rows("SELECT count(*) FROM audit WHERE action = 'message.again'") == [(0,)]
