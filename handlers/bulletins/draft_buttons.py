"""Reading the draft of a bulletin, and the buttons of the person who approves it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from bot.domain.bulletins.draft import DraftState
from bot.domain.refusals import Refused
from bot.usecases.bulletins.approve import Preview, decide_draft, preview, swap_point
from bot.usecases.permissions import NotForYou, NotFound
from bot.views.bulletins import drafts
from bot.views.kit import reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press


def open_draft(deps: Dependencies, press: Press) -> None:
    """The bulletin exactly as it would be posted."""
    now = deps.context.clock.now()
    look = partial(preview, deps.context, press.id, by=press.person, now=now)
    open_then_fill(deps, press, partial(_view, deps, look))


def approve(deps: Dependencies, press: Press) -> None:
    """Approve these words."""
    _change(deps, press, partial(decide_draft, state=DraftState.APPROVED))


def skip(deps: Dependencies, press: Press) -> None:
    """Skip this week."""
    _change(deps, press, partial(decide_draft, state=DraftState.SKIPPED))


def swap(deps: Dependencies, press: Press) -> None:
    """Swap the learning point."""
    _change(deps, press, swap_point)


def _change(deps: Dependencies, press: Press, use_case: Callable[..., Preview]) -> None:
    """The draft as it is now takes the place of the one that was read."""
    draft, _, point = press.value.partition(":")
    now = deps.context.clock.now()
    change = partial(use_case, deps.context, UUID(draft), point=UUID(point), by=press.person, now=now)
    deps.client.views_update(view_id=press.view_id, view=_view(deps, change))


def _view(deps: Dependencies, look: Callable[[], Preview]) -> View:
    try:
        seen = look()
    except Refused as refusal:
        return refusals.not_changed(reasons.words_for(refusal))
    except NotForYou:
        return refusals.only_the_safety_lead()
    except NotFound:
        return refusals.not_found()
    return drafts.preview(
        seen.draft,
        seen.message,
        seen.team,
        leaves_at=seen.leaves_at,
        others=seen.others,
        now=deps.context.clock.now(),
    )
