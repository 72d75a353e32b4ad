"""Ask the reporter to phone me: one press on an opened incident, which shows no name."""

import logging

from bot.domain.incidents.incident import IncidentRefused
from bot.usecases.incidents.phone_me import ask_to_phone
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.incidents import saved_screens
from bot.views.kit import action_ids, reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.incidents")


def ask(deps: Dependencies, press: Press) -> None:
    """Send the message, then say which number stands in it."""
    show(deps, press, _asked(deps, press))


def _asked(deps: Dependencies, press: Press) -> View:
    context = deps.context
    try:
        with counted(deps, action_ids.ASK_TO_PHONE):
            phone = ask_to_phone(context, press.id, by=press.person, now=context.clock.now())
    except IncidentRefused as refusal:
        return refusals.said_alone(reasons.words_for(refusal))
    except NotForYou:
        return refusals.only_the_safety_team()
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a step was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
    return saved_screens.asked_to_phone(phone)
