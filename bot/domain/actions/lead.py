"""Who leads an action: whoever agreed it, while they are on the safety team; otherwise the safety lead."""

from typing import Protocol

from bot.domain.service.access import safety_leads
from bot.domain.service.service import Role, Service


class Led(Protocol):
    """An action, with or without its words."""

    @property
    def owner(self) -> str: ...

    @property
    def agreed_by(self) -> str: ...


def lead_of(action: Led, service: Service) -> str | None:
    """Somebody else than its owner; None if there is nobody."""
    by = [action.agreed_by] if service.may(action.agreed_by, Role.SAFETY_TEAM) else []
    return next((person for person in (*by, *safety_leads(service)) if person != action.owner), None)
