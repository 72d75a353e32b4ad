"""What somebody sees after a press about who is on call."""

from bot.domain.service.rota import OnCall, RotaReason
from bot.domain.service.service import Service
from bot.views.kit.blocks import View, escaped, plain_modal, section
from bot.views.kit.reasons import REASONS
from bot.views.shared.rota_messages import clock, named

NOT_ON_ROTA = "Only people on the rota can be on call. Ask whoever set Candour up."
"""Beside a field of a form."""


def now_on_call(on_call: OnCall, service: Service) -> View:
    """To the one who is on call from now on, or is still."""
    return plain_modal("On call", section(you_are(on_call, service)), close="Done")


def you_are(on_call: OnCall, service: Service) -> str:
    if on_call.until is None:
        return "*You are on call.* You stand first on the rota."
    return f"*You are on call until {clock(on_call.until, service)}.* Danger is sent to you first."


def asked(on_call: OnCall, service: Service) -> View:
    """To whoever wants to hand over."""
    who = named(on_call.offered_to or "", service)
    return plain_modal(
        "Asked", section(f"*{who} has been asked.* Until they say yes, you are on call."), close="Done"
    )


def declined(on_call: OnCall, service: Service) -> View:
    """To the one who cannot take over."""
    who = named(on_call.person, service)
    return plain_modal("You said no", section(f"*{who} stays on call,* and has been told."), close="Done")


def refused(reason: RotaReason) -> View:
    return plain_modal("Nothing has changed", section(REASONS[reason]))


def not_on_the_rota(service: Service) -> View:
    return plain_modal(
        "For people on the rota",
        section(NOT_ON_ROTA),
        section(f"In danger? Phone {escaped(service.on_call_phone)} or 999."),
    )
