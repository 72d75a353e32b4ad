"""How closely an incident is kept. Where several reports are one incident, the strictest of all holds."""

from enum import StrEnum


class Sensitivity(StrEnum):
    """Who may know of it: see `bot.domain.service.access`. The strictest comes last."""

    ORDINARY = "ordinary"
    RESTRICTED = "restricted"
    CONCERN = "concern"
    """A concern, for the safety lead alone."""
    GUARDIAN = "guardian"
    """A concern, for the Freedom to Speak Up Guardian alone."""

    @property
    def withheld(self) -> bool:
        """Not even the kind stands where everybody of the safety team looks."""
        return self is not Sensitivity.ORDINARY


CONCERNS = frozenset({Sensitivity.CONCERN, Sensitivity.GUARDIAN})
"""Kept from the safety team, from its channel and from whoever leads the team. Never counted by team."""


def strictest(*each: Sensitivity) -> Sensitivity:
    """The last of them in the order above."""
    return max(each, key=list(Sensitivity).index)
