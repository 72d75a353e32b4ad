"""The draft of a bulletin: read, approved, swapped or skipped."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from bot.domain.bulletins.draft import DraftState
from bot.usecases.bulletins.approve import decide_draft, preview, swap_point
from bot.views.bulletins import drafts
from bot.views.bulletins.content import Preview
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press
from handlers.bolt.presses import save_and_show


def open_draft(deps: Dependencies, press: Press) -> None:
    """The bulletin exactly as it would be posted."""
    now = deps.context.clock.now()
    open_then_fill(deps, press, lambda: _drawn(deps, preview(deps.context, press.id, by=press.person, now=now)))


def approve(deps: Dependencies, press: Press) -> None:
    """Approve these words."""
    _change(deps, press, partial(decide_draft, state=DraftState.APPROVED), named=action_ids.APPROVE_BULLETIN)


def skip(deps: Dependencies, press: Press) -> None:
    """Skip this week."""
    _change(deps, press, partial(decide_draft, state=DraftState.SKIPPED), named=action_ids.SKIP_BULLETIN)


def swap(deps: Dependencies, press: Press) -> None:
    """Swap the learning point."""
    _change(deps, press, swap_point, named=action_ids.SWAP_BULLETIN)


def _change(deps: Dependencies, press: Press, use_case: Callable[..., Preview], *, named: str) -> None:
    """The draft as it is now takes the place of the one that was read, and Home is drawn anew."""

    def save() -> View:
        draft, _, point = press.value.partition(":")
        now = deps.context.clock.now()
        return _drawn(deps, use_case(deps.context, UUID(draft), point=UUID(point), by=press.person, now=now))

    save_and_show(deps, press, save, named=named)
    noted(lambda: home.refresh(deps, press.person))


def _drawn(deps: Dependencies, seen: Preview) -> View:
    return drafts.preview(seen, now=deps.context.clock.now())


COUNTED = (action_ids.APPROVE_BULLETIN, action_ids.SKIP_BULLETIN, action_ids.SWAP_BULLETIN)
