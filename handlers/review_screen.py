"""The screen of a review, drawn and redrawn: what stands beneath every form that comes of it."""

from uuid import UUID

from bot.usecases.reviews.take_part import OpenedReview, open_review
from bot.views.kit.blocks import View
from bot.views.reviews import review
from bot.views.reviews.content import ReviewContent
from handlers.bolt.listener import Dependencies


def read(deps: Dependencies, incident_id: UUID, *, by: str) -> OpenedReview:
    """What everybody wrote, which is recorded. Raises `NotForYou` or `NotFound`."""
    return open_review(deps.context, incident_id, by=by, now=deps.context.clock.now())


def drawn(deps: Dependencies, found: OpenedReview, *, saved: bool = False) -> View:
    return review.review(content_of(found), deps.context.service, now=deps.context.clock.now(), saved=saved)


def redraw(deps: Dependencies, incident_id: UUID, *, by: str, view_id: str) -> None:
    """Show it as it is now."""
    deps.client.views_update(view_id=view_id, view=drawn(deps, read(deps, incident_id, by=by)))


def content_of(found: OpenedReview) -> ReviewContent:
    return ReviewContent(
        incident=found.incident,
        person=found.person,
        people=found.people,
        contributions=found.contributions,
        agreed=found.agreed,
        acts=found.acts,
        made_actions=found.made_actions,
        made_points=found.made_points,
        recorded=found.recorded,
    )
