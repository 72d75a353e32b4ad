"""How a rule refuses what somebody entered: a code for the reason. The words for it stand in `bot.views`."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a rule refused. Each subject has its own reasons."""


class Refusal(Exception):
    """What somebody asked for is refused. That is an answer of the program, and no failure."""


class Refused(Refusal):
    """A rule refused an answer. `field` names the question, `reason` says why; neither repeats what was entered."""

    def __init__(self, field: str, reason: Reason) -> None:
        super().__init__(field, reason.value)
        self.field = field
        self.reason = reason
