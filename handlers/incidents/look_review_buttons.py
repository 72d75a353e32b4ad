"""It was right; We need to talk: what a second person says about a name that was looked up in danger."""

import logging
from functools import partial

from bot.domain.incidents.conversation import EntryKind
from bot.domain.incidents.incident import IncidentRefused
from bot.usecases.incidents.look_reviews import review_look_up
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.incidents import saved_screens
from bot.views.kit import action_ids, reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted

_log = logging.getLogger("candour.incidents")


def _answer(deps: Dependencies, press: Press, *, verdict: EntryKind, named: str) -> None:
    show(deps, press, _saved(deps, press, verdict, named))


def _saved(deps: Dependencies, press: Press, verdict: EntryKind, named: str) -> View:
    context = deps.context
    try:
        with counted(deps, named):
            review_look_up(context, press.id, verdict, by=press.person, now=context.clock.now())
    except IncidentRefused as refusal:
        return refusals.said_alone(reasons.words_for(refusal))
    except NotForYou:
        return refusals.only_a_second_person()
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a step was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
    return saved_screens.look_up_reviewed()


right = partial(_answer, verdict=EntryKind.LOOK_UP_RIGHT, named=action_ids.LOOK_UP_RIGHT)
talk = partial(_answer, verdict=EntryKind.LOOK_UP_TALK, named=action_ids.LOOK_UP_TALK)
