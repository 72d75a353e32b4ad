"""What an owner reads after an answer."""

from datetime import datetime

from bot.domain.actions.action import Action, Pause
from bot.domain.calendar import known_zone, local_date
from bot.views.kit import dates, refusals
from bot.views.kit.blocks import View, plain_modal, section

_PAUSED = {
    Pause.BLOCKED: "We have told whoever leads the action. You get no reminders until you press *I can go on*.",
    Pause.NOT_MINE: "We have told whoever leads the action. They choose a new owner.",
}


def done(action: Action, *, now: datetime) -> View:
    """Done asks for a check; it can be undone for a while."""
    checker = f"<@{action.checker}>" if action.checker else "Somebody of the safety team"
    when = dates.moment(now, known_zone(action.owner_zone), now=now)
    return plain_modal(
        "Thank you",
        section(f"*Thank you.* {checker} checks that it works. Saved on {when}."),
        section("Pressed by mistake? Press *Undo* on the message, within ten minutes."),
        close="Done",
    )


def planned(action: Action, *, now: datetime) -> View:
    if action.planned_on is None:
        return refusals.saved_but_not_shown()
    day = dates.day(action.planned_on, today=local_date(now, known_zone(action.owner_zone)))
    return plain_modal(
        "Day chosen",
        section(f"*You do it on {day}.* We remind you again only after the due date."),
        close="Done",
    )


def paused(action: Action, *, now: datetime) -> View:  # noqa: ARG001 - as the others
    words = _PAUSED[action.paused] if action.paused else "You get reminders again."
    return plain_modal("Saved", section(words), close="Done")


def too_late_to_undo() -> View:
    return plain_modal(
        "It waits for its check",
        section("It waits for its check. Ask the checker to press *Not yet* if it is not done."),
    )


def checked(action: Action, *, now: datetime) -> View:  # noqa: ARG001 - as the others
    return plain_modal("Checked", section("*Saved: it works.* The action is closed. Thank you."), close="Done")


def not_yet(action: Action, *, now: datetime) -> View:  # noqa: ARG001 - as the others
    words = f"*It is open again.* <@{action.owner}> gets a message in a few minutes, and can read why."
    return plain_modal("Not yet", section(words), close="Done")


def reopened(action: Action, *, now: datetime) -> View:
    day = dates.day(action.due_on, today=local_date(now, known_zone(action.owner_zone)))
    words = f"*It is open again*, due on {day}. <@{action.owner}> gets a message in a few minutes."
    return plain_modal("Open again", section(words), close="Done")


def assigned(action: Action, *, now: datetime) -> View:  # noqa: ARG001 - as the others
    words = f"*Saved.* <@{action.owner}> gets a message about this action in a few minutes."
    return plain_modal("New owner", section(words), close="Done")


def help_offered(action: Action) -> View:
    return plain_modal("Help offered", section(f"<@{action.owner}> gets a message that you offer help."))
