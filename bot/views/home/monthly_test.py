"""The section for the safety team with the result of the latest test alert."""

from bot.views.home.content import HomeContent
from bot.views.kit import dates
from bot.views.kit.blocks import Block, section
from bot.views.shared.alert_test_messages import answered


def blocks(content: HomeContent) -> list[Block]:
    test, service = content.alert_test, content.service
    if test is None:
        return []
    day = dates.day_of(test.sent_at, service.zone, now=content.now)
    if test.seen_by is not None:
        return [section(f"*Test alert of {day}:* {answered(test, service)}")]
    if test.is_unanswered(now=content.now):
        return [section(f"*Nobody answered the test of {day}.* Check who is on call, and their phones.")]
    return [section(f"*A test alert has left.* Nobody has answered it yet. It is of {day}.")]
