"""Direct messages about reflection sessions: the time and buttons. Agenda, summary and notes are read in a modal."""

from datetime import datetime

from bot.domain.reviews.session import Session, SessionAbout
from bot.domain.service.service import Service
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Message, button, buttons, section, small

ABOUT = {
    SessionAbout.REVIEW: "about a review",
    SessionAbout.THEME: "about a theme",
    SessionAbout.GOOD_CARE: "about good care",
}


def when(session: Session, service: Service, *, now: datetime) -> str:
    """In the time zone of whoever reads it. The words after the bar are for where Slack shows no date."""
    otherwise = dates.moment(session.starts_at, service.zone, now=now)
    return f"<!date^{int(session.starts_at.timestamp())}^{{date_long}}, {{time}}|{otherwise}>"


def invited(session: Session, service: Service, *, now: datetime) -> Message:
    """To somebody who is invited, and again if its time changes."""
    about, value = ABOUT[session.about], str(session.id)
    return Message(
        f"Reflection session on {dates.moment(session.starts_at, service.zone, now=now)}. Can you come?",
        [
            section(f"*You are invited to a reflection session {about}.*\n{when(session, service, now=now)}"),
            small("It finds no blame, liability or cause of death. Only those invited can open it."),
            buttons(
                button("I will come", action=action_ids.SESSION_ACCEPT, value=value, style="primary"),
                button("I cannot come", action=action_ids.SESSION_DECLINE, value=value),
                button("Open the session", action=action_ids.SESSION, value=value),
            ),
        ],
    )


def called_off(session: Session, service: Service, *, now: datetime) -> Message:
    moment = dates.moment(session.starts_at, service.zone, now=now)
    on = when(session, service, now=now)
    words = f"The reflection session {ABOUT[session.about]} does not take place."
    return Message(f"Called off: the reflection session on {moment}.", [section(f"*{words}*\n{on}")])


def soon(session: Session, service: Service, *, now: datetime) -> Message:
    """A day and an hour before it."""
    value = str(session.id)
    return Message(
        f"Reflection session on {dates.moment(session.starts_at, service.zone, now=now)}.",
        [
            section(f"*A reflection session {ABOUT[session.about]} is soon.*\n{when(session, service, now=now)}"),
            buttons(
                button("Open the session", action=action_ids.SESSION, value=value),
                button("I cannot come", action=action_ids.SESSION_DECLINE, value=value),
            ),
        ],
    )
