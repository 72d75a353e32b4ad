"""Tells the safety team that a reporter has written to their report. It never holds what."""

from collections.abc import Mapping

from bot.domain.reports.report import Report
from bot.views.kit.action_ids import OPEN_REPORT
from bot.views.kit.blocks import Message, button, section

_WROTE: Mapping[str, str] = {
    "added": "its reporter has added something",
    "replied": "its reporter has written back",
    "took_back": "its reporter has taken it back",
    "safe_now": "its reporter says that nobody is at risk now",
}


def message(report: Report, wrote: str) -> Message:
    """The reference and one sentence. `wrote` is a code of `bot.usecases.outgoing.Wrote`."""
    words = f"{report.reference}: {_WROTE[wrote]}."
    return Message(words, [section(words, button=button("Open", action=OPEN_REPORT, value=str(report.id)))])
