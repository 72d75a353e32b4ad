"""What was begun of a report and not sent: handed over by presses, and offered by the next form.

Of a form whose choice is *Anonymous* nothing is kept, not even in memory.
"""

import logging
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from slack_sdk.errors import SlackApiError

from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.unsent import Unsent
from bot.usecases.reports import drafts
from bot.usecases.reports.drafts import Handed
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import View
from bot.views.reports import practice, unsent_form
from handlers.bolt.listener import Dependencies

_log = logging.getLogger("candour.drafts")
_OF_THE_FORM = ("team", "opened")
"""The ids of a form that its next one needs."""
_MOST_OFFERED = 2
"""One more than is offered, so that the form can say that there are more."""


def hand_over(deps: Dependencies, view: View, *, press: str = "") -> None:
    """A press has brought what was typed: memory holds it, unless somebody is anonymous or practises."""
    nonce = form.remembered(view).get("nonce")
    if not nonce or practice.is_practice(view):
        return
    if is_anonymous(view):
        deps.unsent.forget(nonce, press=press)
    else:
        deps.unsent.keep(nonce, form.answers(view), press=press)


def is_anonymous(view: View) -> bool:
    return form.chosen(view, action_ids.NAME_CHOICE) == NameChoice.ANONYMOUS


def handed(view: View, person: str, answers: Mapping[str, Any]) -> Handed:
    """What was handed over, with what the form knows of itself."""
    ids = form.remembered(view)
    kept = {name: ids[name] for name in _OF_THE_FORM if name in ids}
    return Handed(ids.get("nonce", ""), person, Unsent(answers=answers, ids=kept), draft_in(ids))


def draft_in(ids: Mapping[str, str]) -> UUID | None:
    """The draft that a form goes on with."""
    try:
        return UUID(ids[unsent_form.DRAFT])
    except (LookupError, ValueError):
        return None


def offer(deps: Dependencies, person: str, opened: Mapping[str, Any], view: View) -> None:
    """What was not sent, on top of a form that has just opened. The form is of use without it."""
    try:
        waiting = drafts.drafts_of(deps.context, person, limit=_MOST_OFFERED)
        if waiting:
            zone, now = deps.context.service.zone, deps.context.clock.now()
            shown = unsent_form.offered(view, waiting, zone=zone, now=now)
            deps.client.views_update(view_id=str(opened["id"]), hash=str(opened["hash"]), view=shown)
    except SlackApiError as refusal:  # Somebody has answered meanwhile: the answer matters more.
        _log.info("a draft was not offered: %(error)s", {"error": type(refusal).__name__})
    except Exception as error:  # noqa: BLE001 - whatever it was, the form is open
        _log.warning("a draft was not offered: %(error)s", {"error": type(error).__name__})
