"""Hand over: whoever is on call asks somebody to take over, who must say yes before anything changes."""

from datetime import datetime
from functools import partial

from bot.domain.service.service import Service
from bot.usecases.permissions import NotForYou
from bot.usecases.service.rota import offer_shift
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.service import rota_screens
from handlers import home
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission

FIELDS: list[form.Field] = [
    form.Person(
        "person",
        "Who takes over from you?",
        wrong="Choose somebody who is on the rota.",
        hint="They must say yes first. Until then you are on call.",
    )
]


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(*, nonce: str) -> View:
    blocks = [field.draw() for field in FIELDS]
    return form.modal(DIALOG.name, title="Hand over", submit="Ask them", blocks=blocks, ids={"nonce": nonce})


def from_home(deps: Dependencies, press: Press) -> None:
    """The button in Home. Whether this person may is judged when it is sent."""
    show(deps, press, draw(nonce=new_nonce()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """They are asked."""
    context, now = deps.context, deps.context.clock.now()
    to = form.entered(sent.view, FIELDS)["person"]
    try:
        on_call = offer_shift(context, to, by=sent.person, now=now)
    except NotForYou:
        raise form.FormRefused({"person": rota_screens.NOT_ON_ROTA}) from None
    return Saved(partial(rota_screens.asked, on_call, context.service), partial(home.publish, deps, sent.person))


DIALOG = Dialog("on_call_hand_over", fields, draw, save)
