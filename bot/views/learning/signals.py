"""Signals in words: what is more than usual, and who is silent. Each is a question, and chance has its share."""

from collections.abc import Iterator

from bot.domain.learning.signals import WEEKS, Counted, Signals
from bot.domain.reports.kinds import label_of
from bot.domain.service.service import Service
from bot.views.kit.blocks import escaped

BY_CHANCE = "By chance alone each kind or team is named in at most 1 look of 100."
_IN = {3: "three weeks"}[WEEKS]


def lines(signals: Signals, service: Service) -> Iterator[str]:
    """One line each, in Slack's marks."""
    for each in signals.more:
        yield f"*{label_of(each.code)}: {each.recent} in {_IN}, {_usual(each)}.* What has changed?"
    for each in signals.silent:
        team = service.team(each.code)
        name = escaped(team.name) if team else each.code
        yield f"*Has {name} gone silent?* No report in {_IN}, {_usual(each)}. What makes it hard to report there?"


def _usual(counted: Counted) -> str:
    usual = round(counted.usual)
    return f"{usual} {'is' if usual == 1 else 'are'} usual" if usual else "fewer than one is usual"
