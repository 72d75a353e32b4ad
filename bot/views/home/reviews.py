"""The section with the reviews that the person takes part in: reference, kind, date and state, and the way in."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.reviews.own_review import OwnReview
from bot.domain.service.service import Service
from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.incidents.labels import RESPONSES
from bot.views.kit import dates
from bot.views.kit.action_ids import REVIEW
from bot.views.kit.blocks import Block, button, divider, header, section, small

MOST_SHOWN = BUDGET["reviews"].things


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your reviews"), *_list(content)]


def _list(content: HomeContent) -> list[Block]:
    if not content.reviews:
        return [section("You take part in no review. You get a message when you are invited.")]
    shown = [row(own, content.service, now=content.now) for own in content.reviews[:MOST_SHOWN]]
    more = len(content.reviews) > MOST_SHOWN
    return [*shown, small("There are more. They are shown here once these are agreed.")] if more else shown


def row(own: OwnReview, service: Service, *, now: datetime) -> Block:
    """No word of the report and of the review stands here."""
    decision = own.incident.decision
    kind = RESPONSES[decision.response] if decision else "Review"
    due = decision.due_on if decision else None
    by_when = f", by {dates.day(due, today=local_date(now, service.zone))}" if due else ""
    words = f"*{own.incident.reference}*  {kind}{by_when}.\n*{_state(own)}*"
    return section(words, button=button("Open", action=REVIEW, value=str(own.incident.id)))


def _state(own: OwnReview) -> str:
    lead = "You lead it. " if own.leads else ""
    if own.agreed:
        return f"{lead}Agreed."
    return f"{lead}Open. You have written." if own.written else f"{lead}Open. You have not written yet."
