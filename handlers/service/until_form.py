"""I am on call until…: somebody on the rota says until when."""

from datetime import datetime, time, timedelta
from functools import partial

from bot.domain.calendar import at_local, local_date
from bot.domain.service.rota import LONGEST_SHIFT
from bot.domain.service.service import Service
from bot.usecases.permissions import NotForYou
from bot.usecases.service.rota import begin_shift
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.service import rota_screens
from handlers import home
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Press, Submission

FIELDS: list[form.Field] = [
    form.Moment(
        "until",
        "Until when are you on call?",
        wrong="Choose a date and a time.",
        hint="Within the next 24 hours. From now on danger is sent to you first.",
    )
]
_MORNING = time(8)


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The one question."""
    return FIELDS


def draw(service: Service, *, nonce: str, now: datetime) -> View:
    """The dialog, with the next morning filled in."""
    blocks = [field.draw(_next_morning(service, now)) for field in FIELDS]
    return form.modal(DIALOG.name, title="On call", submit="I am on call", blocks=blocks, ids={"nonce": nonce})


def _next_morning(service: Service, now: datetime) -> datetime:
    today = local_date(now, service.zone)
    mornings = [at_local(today + timedelta(days=days), _MORNING, service.zone) for days in (0, 1)]
    return min(next(each for each in mornings if each > now), now + LONGEST_SHIFT)


def from_home(deps: Dependencies, press: Press) -> None:
    """The button in Home. Whether this person may is judged when it is sent."""
    show(deps, press, draw(deps.context.service, nonce=new_nonce(), now=deps.context.clock.now()))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """They are on call from now on."""
    context, now = deps.context, deps.context.clock.now()
    ends_at = form.entered(sent.view, FIELDS)["until"]
    try:
        on_call = begin_shift(context, ends_at, by=sent.person, now=now)
    except NotForYou:
        raise form.FormRefused({"until": rota_screens.NOT_ON_ROTA}) from None
    return Saved(
        partial(rota_screens.now_on_call, on_call, context.service), partial(home.publish, deps, sent.person)
    )


DIALOG = Dialog("on_call_until", fields, draw, save)
