"""The test alert of each month. Each text begins with TEST, so that nobody takes it for a danger."""

from bot.domain.service.alert_test import AlertTest
from bot.domain.service.service import Service
from bot.views.kit import people
from bot.views.kit.action_ids import ALERT_TEST_SEEN
from bot.views.kit.blocks import Message, button, buttons, escaped, header, section
from bot.views.kit.counts import counted


def asked(test: AlertTest, service: Service) -> Message:
    """The question; once somebody has seen it, who that was."""
    if test.seen_by is not None:
        words = f"TEST. {answered(test, service)}"
        return Message(words, [header("TEST alert"), section(words)])
    return Message(
        f"TEST. Press the button to show that alerts reach you. Nobody is at risk. <@{test.asked}>",
        [
            header("TEST alert"),
            section(f"TEST. <@{test.asked}> *Press I saw this.* Nobody is at risk. It shows that alerts reach you."),
            buttons(button("I saw this", action=ALERT_TEST_SEEN, value=str(test.id), style="primary")),
        ],
    )


def answered(test: AlertTest, service: Service) -> str:
    """Who was first, and after how long."""
    who = escaped(people.called(service, test.seen_by))
    return f"{who} answered in {counted(test.minutes or 1, 'minute', 'minutes')}."
