"""However many ordinary messages wait at the workspace's limit, an alert is the next to leave."""

from datetime import datetime, timedelta

from bot.domain.reports.report import AtRisk
from storage.outbox import messages
from storage.outbox.priority import Priority
from storage.outbox.rate_limit import RateLimit

SECOND = timedelta(seconds=1)
LIMIT = RateLimit(timedelta(minutes=1) / 240)
ORDINARY = 200


def leaves(bot, count):
    """The kinds of the next messages that leave, in the order of their slots, as both workers take them."""
    left: list[tuple[datetime, str]] = []
    while len(left) < count:
        for priority in reversed(Priority):  # The ordinary worker looks first, each time.
            if claimed := bot.claim(priority, limit=LIMIT):
                message, wait = claimed
                left.append((bot.clock.elapsed() + wait, message.kind))
                assert bot.settle(messages.mark_sent, message, slack_ts=str(len(left)))
        bot.clock.forward(SECOND / 20)
    return [kind for _, kind in sorted(left)]


def test_with_200_ordinary_messages_waiting_an_alert_leaves_first(bot):
    for number in range(ORDINARY // 2):
        bot.report(key=f"calm {number}", by=f"U0N{number:03}")
    assert bot.rows("SELECT count(*) FROM outbox WHERE state = 'ready' AND NOT urgent") == [(ORDINARY,)]
    assert set(leaves(bot, 10)) == {"card", "copy"}
    bot.report(key="danger", by="U0BOTH", still_at_risk=AtRisk.YES)
    urgent = bot.rows("SELECT count(*) FROM outbox WHERE state = 'ready' AND urgent")
    assert urgent == [(2,)]
    following = leaves(bot, 6)
    assert following.index("rung") <= 2
    assert bot.rows("SELECT count(*) FROM outbox WHERE state = 'ready' AND urgent") == [(0,)]
    assert bot.rows("SELECT count(*) > 180 FROM outbox WHERE state = 'ready'") in ([(1,)], [(True,)])
