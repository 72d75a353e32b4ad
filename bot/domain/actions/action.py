"""Actions: one owner, one due date, one measure. Done is not closed, because somebody else must check it first."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from bot.domain.refusals import Reason, Refused
from bot.domain.values import Moment, SlackId, Value, VisibleText

LONGEST_WORDS = 500
"""Characters, so that ten actions fit into one Slack message."""

FURTHEST = timedelta(days=2 * 365)


class ActionState(StrEnum):
    """`done`: its owner says that it is done, and somebody else has still to check it."""

    OPEN = "open"
    DONE = "done"


class Stage(StrEnum):
    """The two nudges of an action, in their order: before its due date, and after it."""

    BEFORE = "before"
    AFTER = "after"


class ActionForm(Value):
    """What the safety team entered. The owner receives `change` word for word, and the form says so."""

    change: VisibleText = Field(min_length=1, max_length=LONGEST_WORDS, repr=False)
    owner: SlackId
    due_on: date
    measure: VisibleText | None = Field(default=None, min_length=1, max_length=LONGEST_WORDS, repr=False)


class Action(Value):
    """An agreed change. `owner_zone` is an IANA name. `change` is empty if the stored words cannot be read.

    `due_set_at` is when the due date was last set, and `nudged` the latest nudge since then.
    """

    id: UUID
    report_id: UUID
    change: str = Field(repr=False)
    measure: str | None = Field(default=None, repr=False)
    owner: SlackId
    owner_zone: str
    due_on: date
    due_set_at: Moment
    nudged: Stage | None = None
    state: ActionState = ActionState.OPEN
    agreed_by: SlackId
    agreed_at: Moment
    done_at: Moment | None = None


class ActionReason(Reason):
    """Why an action, or a change to it, is refused."""

    DATE_HAS_PASSED = "date_has_passed"
    DATE_TOO_FAR = "date_too_far"
    ALREADY_DONE = "already_done"
    NOT_THE_OWNER = "not_the_owner"
    OWNER_NOT_KNOWN = "owner_not_known"
    OWNER_NOT_HERE = "owner_not_here"
    OWNER_IS_A_GUEST = "owner_is_a_guest"


class ActionRefused(Refused):
    """A rule refused the action, or a change to it."""


def due_date(due_on: date, *, today: date) -> date:
    """Return the due date if it may be set on `today`, the owner's date; otherwise raise `ActionRefused`."""
    if due_on < today:
        raise ActionRefused("due_on", ActionReason.DATE_HAS_PASSED)
    if due_on > today + FURTHEST:
        raise ActionRefused("due_on", ActionReason.DATE_TOO_FAR)
    return due_on


def complete(action: Action, *, by: str, now: Moment) -> Action:
    """Return the action as done. An action that is done already stays as it is, with its first time."""
    _require_owner(action, by)
    if action.state is ActionState.DONE:
        return action
    return action.model_copy(update={"state": ActionState.DONE, "done_at": now})


def move(action: Action, due_on: date, *, by: str, today: date, now: Moment) -> Action:
    """Return the action with another due date. Its nudges start again from there."""
    _require_owner(action, by)
    if action.state is ActionState.DONE:
        raise ActionRefused("due_on", ActionReason.ALREADY_DONE)
    return action.model_copy(update={"due_on": due_date(due_on, today=today), "due_set_at": now, "nudged": None})


def _require_owner(action: Action, by: str) -> None:
    if action.owner != by:
        raise ActionRefused("owner", ActionReason.NOT_THE_OWNER)
