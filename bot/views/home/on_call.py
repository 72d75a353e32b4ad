"""The section for people on the rota: who is on call, until when, and who is next."""

from bot.domain.service.rota import OnCall
from bot.domain.service.service import Service
from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import ON_CALL_HAND_OVER, ON_CALL_TAKE_OVER, ON_CALL_UNTIL
from bot.views.kit.blocks import Block, button, buttons, section
from bot.views.shared.rota_messages import clock, named


def blocks(content: HomeContent) -> list[Block]:
    if content.on_call is None:
        return []
    on_call, mine = content.on_call, content.on_call.person == content.person
    until = button("I am on call until\u2026", action=ON_CALL_UNTIL, value="home")
    other = (
        button("Hand over", action=ON_CALL_HAND_OVER, value="home")
        if mine
        else button("Take over now", action=ON_CALL_TAKE_OVER, value="home")
    )
    return [section(_words(on_call, content.service, mine=mine)), buttons(until, other)]


def _words(on_call: OnCall, service: Service, *, mine: bool) -> str:
    who = "You are" if mine else f"{named(on_call.person, service)} is"
    said = f"*{who} on call until {clock(on_call.until, service)}.*" if on_call.until else f"*{who} on call.*"
    why = "" if on_call.until else " Nobody has said until when: the first on the list is asked first."
    following = f" Next is {named(on_call.following, service)}." if on_call.following else ""
    waits = f"\n{named(on_call.offered_to, service)} has been asked to take over." if on_call.offered_to else ""
    return f"{said}{why}{following}{waits}"
