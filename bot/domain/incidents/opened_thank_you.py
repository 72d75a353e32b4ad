"""What somebody reads who was thanked for good care: the words that the reporter agreed to show, and no others."""

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.values import Value


class OpenedThankYou(Value):
    """None stands for words that cannot be read."""

    report: Report
    words: Narrative | None
