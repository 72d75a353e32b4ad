"""How closely an incident is kept. Where several reports are one incident, the strictest of all holds."""

from enum import StrEnum


class Sensitivity(StrEnum):
    """Who may know of it: see `bot.domain.service.access`."""

    ORDINARY = "ordinary"
    RESTRICTED = "restricted"


def strictest(*each: Sensitivity) -> Sensitivity:
    """Restricted if any of them is."""
    return Sensitivity.RESTRICTED if Sensitivity.RESTRICTED in each else Sensitivity.ORDINARY
