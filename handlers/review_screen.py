"""The screen of a review, drawn and redrawn: what stands beneath every form that comes of it."""

from uuid import UUID

from bot.usecases.reviews.take_part import open_review
from bot.views.kit.blocks import View
from bot.views.reviews import review
from bot.views.reviews.content import ReviewContent
from handlers.bolt.listener import Dependencies


def read(deps: Dependencies, incident_id: UUID, *, by: str) -> ReviewContent:
    """What everybody wrote, which is recorded. Raises `NotForYou` or `NotFound`."""
    return open_review(deps.context, incident_id, by=by, now=deps.context.clock.now())


def drawn(deps: Dependencies, found: ReviewContent, *, saved: bool = False) -> View:
    return review.review(found, deps.context.service, now=deps.context.clock.now(), saved=saved)


def redraw(deps: Dependencies, incident_id: UUID, *, by: str, view_id: str) -> None:
    """Show it as it is now."""
    deps.client.views_update(view_id=view_id, view=drawn(deps, read(deps, incident_id, by=by)))
