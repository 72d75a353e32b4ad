"""A press about an incident that saves something, and why nothing was saved."""

import logging
from collections.abc import Callable
from typing import TypeVar

from bot.domain.incidents.incident import IncidentRefused
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.submissions import counted

_Shown = TypeVar("_Shown", bound=View | None)
_log = logging.getLogger("candour.incidents")


def saved_or_why_not(
    deps: Dependencies,
    save: Callable[[], _Shown],
    *,
    named: str,
    not_for_you: Callable[[], View] = refusals.only_the_safety_team,
) -> _Shown | View:
    """What `save` returns to show, or why it was not saved. Its result is counted."""
    try:
        with counted(deps, named):
            return save()
    except IncidentRefused as refusal:
        return refusals.said_alone(reasons.words_for(refusal))
    except NotForYou:
        return not_for_you()
    except NotFound:
        return refusals.not_found()
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("a step was not confirmed: %(error)s", {"error": type(failure).__name__})
        return refusals.press_again()
