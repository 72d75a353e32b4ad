"""The section with the reviews that the person takes part in: reference, kind, date and state, and the way in."""

from datetime import datetime

from bot.domain.calendar import local_date
from bot.domain.reviews.own_review import OwnReview
from bot.domain.reviews.session import Session
from bot.domain.service.service import Service
from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.incidents.labels import RESPONSES
from bot.views.kit import dates
from bot.views.kit.action_ids import REVIEW, SESSION
from bot.views.kit.blocks import Block, button, divider, header, section, small
from bot.views.shared import session_messages

MOST_SHOWN = BUDGET["reviews"].things
MOST_SESSIONS = 2


def blocks(content: HomeContent) -> list[Block]:
    return [divider(), header("Your reviews and sessions"), *_list(content)]


def _list(content: HomeContent) -> list[Block]:
    sessions = [session_row(each, content.service, now=content.now) for each in content.sessions]
    found = [*sessions[:MOST_SESSIONS], *(row(own, content.service, now=content.now) for own in content.reviews)]
    if not found:
        return [section("You take part in no review. You get a message when you are invited.")]
    if len(found) + len(sessions[MOST_SESSIONS:]) > MOST_SHOWN:
        return [*found[:MOST_SHOWN], small("There are more. They are shown here once these have ended.")]
    return found


def session_row(session: Session, service: Service, *, now: datetime) -> Block:
    """A reflection session, in the time zone of whoever reads it."""
    words = f"*Reflection session {session_messages.ABOUT[session.about]}*\n"
    moment = session_messages.when(session, service, now=now)
    return section(f"{words}{moment}", button=button("Open", action=SESSION, value=str(session.id)))


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
