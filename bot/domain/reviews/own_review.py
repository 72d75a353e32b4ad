"""A review that somebody takes part in, as their Home lists it: how far it has come, and by when it is due."""

from dataclasses import dataclass

from bot.domain.incidents.incident import Incident


@dataclass(frozen=True)
class OwnReview:
    """`written`: this person has saved boxes of their own. `agreed`: its lead has agreed it."""

    incident: Incident
    leads: bool
    written: bool
    agreed: bool
