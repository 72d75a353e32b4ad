"""The menu beside each duty of an opened incident: it applies, it does not, it is done."""

from uuid import UUID

from bot.domain.incidents.duties import Verdict
from bot.usecases.incidents.decide_duty import decide_duty
from bot.views.kit import action_ids
from handlers import incident_screen
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.incidents.pressed import saved_or_why_not


def decide(deps: Dependencies, press: Press) -> None:
    """Save what was chosen, then show the incident as it is now."""
    about, code, word = press.value.split(":")
    incident, verdict = UUID(about), Verdict(word)

    def save() -> None:
        decide_duty(deps.context, incident, code, verdict, by=press.person, now=deps.context.clock.now())

    refused = saved_or_why_not(deps, save, named=action_ids.DUTY)
    if refused:
        show(deps, press, refused)
    else:
        incident_screen.redraw(deps, incident, by=press.person, view_id=press.view_id)
