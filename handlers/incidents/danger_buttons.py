"""I have this; Still working on it; Not me, now; Give it back: one press each, on any copy of the message."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.incidents.danger import Danger, DangerRefused
from bot.domain.service.service import Service
from bot.usecases.context import Context
from bot.usecases.incidents.danger import danger_is_still_so, decline_danger, give_back_danger, take_danger
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.incidents import danger_screens
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.bolt.submissions import counted
from handlers.incidents.redraw import redraw_everywhere

_log = logging.getLogger("candour.danger")


class _UseCase(Protocol):
    def __call__(self, context: Context, incident_id: UUID, /, *, by: str, now: datetime) -> Danger: ...


def take(deps: Dependencies, press: Press) -> None:
    """I have this: the checklist is shown to the one who has it."""
    _answer(deps, press, take_danger, form=action_ids.DANGER_TAKE, shows=danger_screens.you_have_this)


def keep(deps: Dependencies, press: Press) -> None:
    """Still working on it. Whoever lost it meanwhile, because the answer came late, has it again."""
    _answer(deps, press, take_danger, form=action_ids.DANGER_KEEP)


def decline(deps: Dependencies, press: Press) -> None:
    """Not me, now."""
    _answer(deps, press, decline_danger, form=action_ids.DANGER_DECLINE)


def give_back(deps: Dependencies, press: Press) -> None:
    """Give it back."""
    _answer(deps, press, give_back_danger, form=action_ids.DANGER_GIVE_BACK)


def still_so(deps: Dependencies, press: Press) -> None:
    """It is still so today, on the receipt of something that happened long ago."""
    _answer(
        deps,
        press,
        danger_is_still_so,
        form=action_ids.DANGER_STILL_SO,
        shows=danger_screens.is_asked_now,
        otherwise=danger_screens.only_its_reporter,
    )


def _answer(
    deps: Dependencies,
    press: Press,
    use_case: _UseCase,
    *,
    form: str,
    shows: Callable[..., View] | None = None,
    otherwise: Callable[[Service], View] = danger_screens.not_for_you,
) -> None:
    """Save it, say what came of it, and show it wherever the danger is shown."""
    context = deps.context
    now = context.clock.now()
    view: View | None
    try:
        with counted(deps, form):
            danger = use_case(context, press.id, by=press.person, now=now)
        view = shows(danger, context.service) if shows else None
    except DangerRefused as refusal:
        view = danger_screens.refused(refusal.reason, refusal.danger, context.service, now=now)
    except NotForYou:
        view = otherwise(context.service)
    except NotFound:
        view = refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("an answer was not confirmed: %(error)s", {"error": type(failure).__name__})
        view = refusals.press_again()
    if view:
        show(deps, press, view)
    redraw_everywhere(deps, press.id)
