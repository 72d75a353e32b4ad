"""What a press in the form of a report handed over before it was sent."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from bot.domain.values import Value


class Unsent(Value):
    """The answers of a form by question, as Slack handed them over. Its repr is empty: no log can contain them."""

    answers: Mapping[str, Any] = Field(repr=False)
    ids: Mapping[str, str] = Field(default_factory=dict)
    """The team that the form took for granted, and when it was opened."""
