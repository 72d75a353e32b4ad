"""Actions: one owner, one due date, one measure. Done is not closed, because somebody else must check it first."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from bot.domain.refusals import Reason, Refused
from bot.domain.values import Moment, SlackId, Value, VisibleText

LONGEST_WORDS = 500
"""Characters, so that ten actions fit into one Slack message."""

LONGEST_FOR_WARD = 200
"""Characters of the one sentence that a ward reads."""

FURTHEST = timedelta(days=2 * 365)
FAR_MOVE = timedelta(days=30)
"""A move by more days needs a reason, and so does each move but the first."""
UNDO_WITHIN = timedelta(minutes=10)


class ActionState(StrEnum):
    """`done`: its owner says that it is done. It is closed once somebody else has checked it (`checked_by`)."""

    OPEN = "open"
    DONE = "done"


class Stage(StrEnum):
    """The nudges of an action, in their order: five days before its due date, two days before it, and after it."""

    CHOOSE_DAY = "choose_day"
    BEFORE = "before"
    AFTER = "after"


class Pause(StrEnum):
    """Why no nudge comes: its owner cannot go on, or says that it belongs to somebody else."""

    BLOCKED = "blocked"
    NOT_MINE = "not_mine"


class ActionEntryKind(StrEnum):
    """What happened to an action."""

    DONE = "done"
    UNDONE = "undone"
    CHECKED = "checked"
    NOT_YET = "not_yet"
    PLANNED = "planned"
    MOVED = "moved"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    NOT_MINE = "not_mine"
    ASSIGNED = "assigned"
    HELP_OFFERED = "help_offered"
    REOPENED = "reopened"


class ActionForm(Value):
    """What the safety team entered. The owner receives `change` word for word, and the form says so.

    Without a `checker`, whoever agrees the action checks it. `for_ward` is shown in no channel before whoever checks
    the action has approved it for that.
    """

    change: VisibleText = Field(min_length=1, max_length=LONGEST_WORDS, repr=False)
    owner: SlackId
    due_on: date
    measure: VisibleText | None = Field(default=None, min_length=1, max_length=LONGEST_WORDS, repr=False)
    checker: SlackId | None = None
    deputy: SlackId | None = None
    for_ward: VisibleText | None = Field(default=None, min_length=1, max_length=LONGEST_FOR_WARD, repr=False)


class Because(Value):
    """A sentence that its owner or checker wrote: why, or what changed. It is shown in modals only."""

    words: VisibleText = Field(min_length=1, max_length=LONGEST_WORDS, repr=False)


class Action(Value):
    """An agreed change. `owner_zone` is an IANA name. `change` is empty if the stored words cannot be read.

    `due_set_at` is when the due date was last set, or the action was given to its owner again: a nudge whose time
    had come before never comes. `nudged` is the latest nudge since then, and `nudges` counts those of its whole life.
    `told_at` is when its owner was told of it. Without a `checker`, anybody of the safety team checks it.
    `for_ward` may stand in the ward's channel once `ward_approved_by` has approved it: whoever checked the action.
    """

    id: UUID
    report_id: UUID
    change: str = Field(repr=False)
    measure: str | None = Field(default=None, repr=False)
    for_ward: str | None = Field(default=None, repr=False)
    owner: SlackId
    owner_zone: str
    deputy: SlackId | None = None
    checker: SlackId | None = None
    due_on: date
    due_set_at: Moment
    planned_on: date | None = None
    paused: Pause | None = None
    moves: int = 0
    nudged: Stage | None = None
    nudges: int = 0
    offered_at: Moment | None = None
    told_at: Moment | None = None
    state: ActionState = ActionState.OPEN
    agreed_by: SlackId
    agreed_at: Moment
    done_at: Moment | None = None
    checked_by: SlackId | None = None
    checked_at: Moment | None = None
    ward_approved_by: SlackId | None = None

    @property
    def waits_for_check(self) -> bool:
        return self.state is ActionState.DONE and self.checked_at is None

    @property
    def words_for_channels(self) -> str | None:
        """What a channel may show of it; None if nobody has approved such words."""
        return self.for_ward if self.ward_approved_by else None


class ActionEntry(Value):
    """Something that happened to an action. `due_on` is the new date of a move, `moved_from` the one before."""

    id: UUID
    action_id: UUID
    kind: ActionEntryKind
    author: SlackId
    at: Moment
    due_on: date | None = None
    moved_from: date | None = None
    words: str | None = Field(default=None, repr=False)


class ActionReason(Reason):
    """Why an action, or a change to it, is refused."""

    DATE_HAS_PASSED = "date_has_passed"
    DATE_TOO_FAR = "date_too_far"
    ALREADY_DONE = "already_done"
    NOT_THE_OWNER = "not_the_owner"
    OWNER_NOT_KNOWN = "owner_not_known"
    OWNER_NOT_HERE = "owner_not_here"
    OWNER_IS_A_GUEST = "owner_is_a_guest"
    SAY_WHY = "say_why"
    DAY_AFTER_DUE = "day_after_due"
    WAITS_FOR_CHECK = "waits_for_check"
    NOT_DONE = "not_done"
    CHECKER_IS_OWNER = "checker_is_owner"
    DEPUTY_IS_OWNER = "deputy_is_owner"
    SAME_OWNER = "same_owner"
    NOT_CHECKED = "not_checked"


class ActionRefused(Refused):
    """A rule refused the action, or a change to it."""


def due_date(due_on: date, *, today: date) -> date:
    """Return the due date if it may be set on `today`, the owner's date; otherwise raise `ActionRefused`."""
    if due_on < today:
        raise ActionRefused("due_on", ActionReason.DATE_HAS_PASSED)
    if due_on > today + FURTHEST:
        raise ActionRefused("due_on", ActionReason.DATE_TOO_FAR)
    return due_on


def chosen_checker(form: ActionForm, *, agreed_by: str) -> str:
    """Who checks the action: somebody else than its owner, or raise `ActionRefused`."""
    checker = form.checker or agreed_by
    if checker == form.owner:
        raise ActionRefused("checker", ActionReason.CHECKER_IS_OWNER)
    if form.deputy == form.owner:
        raise ActionRefused("deputy", ActionReason.DEPUTY_IS_OWNER)
    return checker


def complete(action: Action, *, by: str, now: Moment) -> Action:
    """Return the action as done. An action that is done already stays as it is, with its first time."""
    _require_owner(action, by)
    if action.state is ActionState.DONE:
        return action
    return action.model_copy(update={"state": ActionState.DONE, "done_at": now, "paused": None})


def undo(action: Action, *, by: str, now: Moment) -> Action:
    """Return the action as open again, if it was done by mistake a moment ago. Its nudges come as if never done."""
    _require_owner(action, by)
    if action.state is ActionState.OPEN:
        return action
    if action.checked_at or not action.done_at or now - action.done_at > UNDO_WITHIN:
        raise ActionRefused("owner", ActionReason.WAITS_FOR_CHECK)
    return action.model_copy(update={"state": ActionState.OPEN, "done_at": None})


def check(action: Action, *, by: str, now: Moment) -> Action:
    """Return the action as checked, and so closed: somebody else than its owner has seen that it works."""
    _require_checkable(action, by)
    if action.checked_at:
        return action
    return action.model_copy(update={"checked_by": by, "checked_at": now})


def approve_for_ward(action: Action, *, by: str) -> Action:
    """Return the checked action with its wording for the ward approved for channels, if it has one."""
    if action.checked_at is None:
        raise ActionRefused("for_ward", ActionReason.NOT_CHECKED)
    return action.model_copy(update={"ward_approved_by": by}) if action.for_ward else action


def reopen(action: Action, due_on: date, *, today: date, now: Moment) -> Action:
    """Return a checked action as open again, since it has slipped. Its owner is told of it as of a new one."""
    if action.checked_at is None:
        raise ActionRefused("due_on", ActionReason.NOT_CHECKED)
    due_date(due_on, today=today)
    unchecked = {"checked_by": None, "checked_at": None, "ward_approved_by": None}
    again = {"state": ActionState.OPEN, "done_at": None, "due_on": due_on, **_given_anew(now)}
    return action.model_copy(update={**unchecked, **again})


def not_yet(action: Action, *, by: str, now: Moment) -> Action:
    """Return the action as open again, since it does not work yet. Its owner is told of it as of a new one."""
    _require_checkable(action, by)
    if action.checked_at:
        raise ActionRefused("words", ActionReason.NOT_DONE)
    again = {"state": ActionState.OPEN, "done_at": None, **_given_anew(now)}
    return action.model_copy(update=again | {"planned_on": action.planned_on})


def move(
    action: Action, due_on: date, *, by: str, today: date, now: Moment, because: Because | None = None
) -> Action:
    """Return the action with another due date. Its nudges start again from there, within those of its whole life."""
    _require_open(action, by, field="due_on")
    due_date(due_on, today=today)
    is_another = due_on != action.due_on
    if is_another and because is None and (action.moves or due_on - action.due_on > FAR_MOVE):
        raise ActionRefused("because", ActionReason.SAY_WHY)
    moved = {"due_on": due_on, "due_set_at": now, "moves": action.moves + is_another}
    return action.model_copy(update={**moved, "nudged": None, "planned_on": None, "paused": None})


def plan(action: Action, planned_on: date, *, by: str, today: date) -> Action:
    """Return the action with the day on which its owner will do it."""
    _require_open(action, by, field="planned_on")
    if planned_on < today:
        raise ActionRefused("planned_on", ActionReason.DATE_HAS_PASSED)
    if planned_on > action.due_on:
        raise ActionRefused("planned_on", ActionReason.DAY_AFTER_DUE)
    return action.model_copy(update={"planned_on": planned_on})


def pause(action: Action, reason: Pause, *, by: str) -> Action:
    """Return the action without nudges to come."""
    _require_open(action, by, field="words")
    return action.model_copy(update={"paused": reason})


def resume(action: Action, *, by: str, now: Moment) -> Action:
    """Return the action with nudges again: those whose time came meanwhile never come."""
    _require_open(action, by, field="words")
    return action.model_copy(update={"paused": None, "due_set_at": now}) if action.paused else action


def assign(action: Action, owner: str, *, zone: str, now: Moment) -> Action:
    """Return the action with another owner. The nudges of its whole life are counted on."""
    if action.state is ActionState.DONE:
        raise ActionRefused("owner", ActionReason.ALREADY_DONE)
    if owner == action.owner:
        raise ActionRefused("owner", ActionReason.SAME_OWNER)
    if owner == action.checker:
        raise ActionRefused("owner", ActionReason.CHECKER_IS_OWNER)
    deputy = None if owner == action.deputy else action.deputy
    given = {"owner": owner, "owner_zone": zone, "deputy": deputy, "paused": None}
    return action.model_copy(update={**given, **_given_anew(now)})


def _given_anew(now: Moment) -> dict[str, object]:
    return {"due_set_at": now, "nudged": None, "planned_on": None, "told_at": None}


def _require_owner(action: Action, by: str) -> None:
    if action.owner != by:
        raise ActionRefused("owner", ActionReason.NOT_THE_OWNER)


def _require_open(action: Action, by: str, *, field: str) -> None:
    _require_owner(action, by)
    if action.state is ActionState.DONE:
        raise ActionRefused(field, ActionReason.ALREADY_DONE)


def _require_checkable(action: Action, by: str) -> None:
    if action.owner == by:
        raise ActionRefused("words", ActionReason.CHECKER_IS_OWNER)
    if action.state is ActionState.OPEN:
        raise ActionRefused("words", ActionReason.NOT_DONE)
