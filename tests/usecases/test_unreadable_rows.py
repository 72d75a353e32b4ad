"""One row that cannot be read is set aside and shown. The others go on, and what opens says what is missing."""

import pytest

from bot.domain.reports.report import AtRisk
from bot.usecases import home
from bot.usecases.incidents.open_incident import open_incident
from bot.usecases.operations import delivery
from storage.outbox import status
from storage.outbox.priority import Priority
from tests.storage.examples import a_letter, queue
from tests.usecases.bot_without_slack import LEASE

URGENT = Priority.URGENT


def _undelivered(bot):
    with bot.context.database.reading() as transaction:
        return [(message.kind, message.state, message.last_error) for message in status.undelivered(transaction)]


def _damage(bot, column, *, table="outbox"):
    """The last bit of the first row's sealed column, flipped."""
    [(sealed,)] = bot.rows(f"SELECT {column} FROM {table} LIMIT 1")  # noqa: S608 - our own names
    sealed = bytes(sealed)
    bot.execute(f"UPDATE {table} SET {column} = :changed WHERE {column} = :sealed",  # noqa: S608 - as above
                changed=sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed=sealed)  # fmt: skip


@pytest.mark.parametrize("column", ["body_sealed", "target_sealed"])
@pytest.mark.parametrize("priority", Priority)
def test_a_message_that_does_not_open_stops_no_other(bot, column, priority):
    queue(bot.context.database, *(a_letter(unique=str(number), priority=priority) for number in range(2)))
    _damage(bot, column)
    assert bot.next_message(priority)
    assert bot.next_message(priority) is None
    assert _undelivered(bot) == [("card", "held", "unreadable")]


def test_a_body_that_was_cut_short_is_set_aside_as_well(bot):
    queue(bot.context.database, a_letter(unique="1"), a_letter(unique="2"))
    bot.execute("UPDATE outbox SET body_sealed = :short WHERE position = 1", short=b"\x01")
    assert bot.next_message()
    assert _undelivered(bot) == [("card", "held", "unreadable")]


def test_nor_does_one_that_is_to_be_looked_for(bot, clock):
    queue(bot.context.database, *(a_letter(unique=str(number)) for number in range(2)))
    for _ in range(2):
        delivery.look_for_it(bot.context, bot.next_message(), error="timeout", seconds=0)
    _damage(bot, "body_sealed")
    assert delivery.claim_next_doubtful(bot.context, worker="w", lease=LEASE)
    assert delivery.claim_next_doubtful(bot.context, worker="w", lease=LEASE) is None
    assert _undelivered(bot) == [("card", "held", "unreadable")]


def test_what_was_set_aside_and_sent_again_is_set_aside_again(bot, clock):
    queue(bot.context.database, a_letter())
    _damage(bot, "body_sealed")
    assert bot.next_message() is None
    [(row_id,)] = bot.rows("SELECT id FROM outbox")
    with bot.context.database.reading() as transaction:
        [message] = status.undelivered(transaction)
    assert message.id.hex == str(row_id).replace("-", "")
    assert delivery.send_again(bot.context.database, message.id, now=clock.now())
    assert bot.next_message() is None
    assert _undelivered(bot) == [("card", "held", "unreadable")]


def test_an_action_that_cannot_be_read_keeps_its_owner_from_no_other(bot):
    report = bot.report(still_at_risk=AtRisk.NO)
    for number in range(2):
        bot.agree(report, key=f"action {number}", change="Test each alarm")
    _damage(bot, "change_sealed", table="action")
    found = home.home_data(bot.context, "U0OWNER").actions
    assert sorted(action.change for action in found) == ["", "Test each alarm"]
    opened = open_incident(bot.context, report.id, by="U0SAFETY", now=bot.clock.now())
    assert sorted(action.change for action in opened.actions) == ["", "Test each alarm"]


def test_a_report_whose_words_cannot_be_read_opens_without_them(bot):
    report = bot.report(still_at_risk=AtRisk.NO)
    _damage(bot, "narrative_sealed", table="report")
    opened = open_incident(bot.context, report.id, by="U0SAFETY", now=bot.clock.now())
    [[(first, words)]] = opened.reports
    assert words is None
    assert first.reference == report.reference
