"""Was this useful, would you report again, why anonymous: one press each, below an answer that was read."""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from bot.domain.reports.opinions import NO, YES, OpinionRefused, Question
from bot.usecases.incidents.by_claim_code import PassExpired
from bot.usecases.incidents.opinions import give_opinion, give_opinion_by_code
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from bot.views.reports import claim
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.reports import claim_thread_form, my_report

_PRESSED: dict[str, tuple[Question, str]] = {
    action_ids.USEFUL_YES: (Question.USEFUL, YES),
    action_ids.USEFUL_NO: (Question.USEFUL, NO),
    action_ids.AGAIN_YES: (Question.AGAIN, YES),
    action_ids.AGAIN_NO: (Question.AGAIN, NO),
}
_log = logging.getLogger("candour.opinions")


def pressed(action: str) -> Callable[[Dependencies, Press], None]:
    """What this button says is counted, and the report is shown without the question."""
    question, answer = _PRESSED[action]
    return lambda deps, press: _give(deps, press, question, answer)


def chose_why(deps: Dependencies, press: Press) -> None:
    """A reason of the menu."""
    _give(deps, press, Question.WHY_ANONYMOUS, press.value)


def _give(deps: Dependencies, press: Press, question: Question, answer: str) -> None:
    by_code = press.ids.get("pass")
    give = partial(_by_code, deps, press, by_code) if by_code else partial(_by_reporter, deps, press)
    try:
        give(question, answer)
    except PassExpired:
        _put(deps, press, claim.enter_again())
    except NotForYou as refusal:
        show(deps, press, refusals.not_for_you(refusal.act))
    except NotFound:
        show(deps, press, refusals.not_found())
    except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
        _log.error("an opinion was not confirmed: %(error)s", {"error": type(failure).__name__})
        show(deps, press, refusals.press_again())


def _by_reporter(deps: Dependencies, press: Press, question: Question, answer: str) -> None:
    now = deps.context.clock.now()
    with suppress(OpinionRefused):  # It was answered before: the report is shown as it is.
        give_opinion(deps.context, press.id, question, answer, by=press.person, now=now)
    my_report.redraw(deps, press.id, by=press.person, view_id=press.view_id)


def _by_code(deps: Dependencies, press: Press, given: str, question: Question, answer: str) -> None:
    """Who pressed is looked at nowhere here."""
    with suppress(OpinionRefused):
        give_opinion_by_code(deps.context, given, question, answer, now=deps.context.clock.now())
    _put(deps, press, claim_thread_form.drawn(deps, given))


def _put(deps: Dependencies, press: Press, view: View) -> None:
    deps.client.views_update(view_id=press.view_id, view=view)
