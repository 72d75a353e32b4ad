"""What the two dialogs that end a danger have in common."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from bot.domain.incidents.danger import Danger, DangerRefused
from bot.domain.reports.narratives import Narrative
from bot.domain.service.access import Act
from bot.domain.service.service import Service
from bot.usecases.incidents.danger import danger_to_end
from bot.usecases.permissions import NotForYou
from bot.views.incidents import danger_screens
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.incidents.redraw import redraw_everywhere


def ask(
    deps: Dependencies,
    press: Press,
    act: Act,
    *,
    draw: Callable[..., View],
    otherwise: Callable[[Service], View],
) -> None:
    """Open the dialog, or say why this person cannot end it."""
    context = deps.context

    def fill() -> View:
        now = context.clock.now()
        try:
            danger_to_end(context, press.id, act, by=press.person, now=now)
        except NotForYou:
            return otherwise(context.service)
        except DangerRefused as refusal:
            return danger_screens.refused(refusal.reason, refusal.danger, context.service, now=now)
        return draw(incident_id=str(press.id))

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission, use_case: Callable[..., Danger], fields: Sequence[form.Text]) -> Saved:
    """End it. Whoever was faster is named."""
    context, now = deps.context, deps.context.clock.now()
    incident_id = UUID(sent.ids["incident"])
    words = form.validated(Narrative, {"text": fields[0]}, text=form.entered(sent.view, fields)["words"])
    try:
        danger = use_case(context, incident_id, words, by=sent.person, now=now)
    except NotForYou:  # What they wrote stays in the form.
        raise form.FormRefused({fields[0].name: danger_screens.NOT_YOURS_NOW}) from None
    except DangerRefused as refusal:
        show = partial(danger_screens.refused, refusal.reason, refusal.danger, context.service, now=now)
    else:
        show = partial(danger_screens.over, danger, context.service, now=now)
    return Saved(show, partial(redraw_everywhere, deps, incident_id))
