"""How a rule refuses what somebody entered: a code for the reason. The words for it stand in `bot.views`."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a rule refused. Each subject has its own reasons."""


class Refused(Exception):
    """A rule refused an answer. `field` names the question, `reason` says why; neither repeats what was entered."""

    def __init__(self, field: str, reason: Reason) -> None:
        super().__init__(field, reason.value)
        self.field = field
        self.reason = reason
