"""The dialogs in which an owner answers for their action: done, another date, a day, blocked, not mine."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from bot.domain.actions.action import LONGEST_WORDS, Action, ActionState, Because
from bot.domain.service.service import Service
from bot.usecases.actions import answers
from bot.usecases.actions.agree_and_answer import own_action
from bot.usecases.context import Context
from bot.views.actions import answered
from bot.views.kit import form, refusals
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks
from handlers import own_lists
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import MessagePlace, Press, Submission

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class OwnerForm:
    """A dialog about one action. `save` keeps the answers; `show` says what follows, to its owner."""

    name: str
    title: str
    submit: str
    fields: Sequence[form.Field]
    save: Callable[[Context, UUID, Answers, str, datetime], Action]
    show: Callable[..., View]
    initial: Callable[[Action], Answers] = lambda _action: {}

    @property
    def dialog(self) -> Dialog:
        return Dialog(self.name, self._fields, self.draw, self._saved)

    def draw(self, *, action: Action, message: MessagePlace | None, beneath: Mapping[str, str] | None = None) -> View:
        """`message` is the one with the pressed button, if any; `beneath` the page of a list that it opens over."""
        given = self.initial(action)
        blocks = [action_blocks.change(action), *(field.draw(given.get(field.name)) for field in self.fields)]
        place = {"channel": message.channel, "ts": message.ts} if message else {}
        ids = {"action": str(action.id), **place, **(beneath or {})}
        return form.modal(self.name, title=self.title, submit=self.submit, blocks=blocks, ids=ids)

    def from_action(self, deps: Dependencies, press: Press) -> None:
        """Its button, on an action."""

        def fill() -> View:
            action = own_action(deps.context, press.id, by=press.person)
            done = action.state is ActionState.DONE
            beneath = own_lists.place_in_list(press.ids)
            return (
                refusals.already_done() if done else self.draw(action=action, message=press.message, beneath=beneath)
            )

        open_then_fill(deps, press, fill)

    def _fields(self, _service: Service, _now: datetime) -> Sequence[form.Field]:
        return self.fields

    def _saved(self, deps: Dependencies, sent: Submission) -> Saved:
        """Keep the answer, and say what follows. Afterwards it stands where the button was pressed."""
        ids, now = sent.ids, deps.context.clock.now()
        action_id = UUID(ids["action"])
        action = self.save(deps.context, action_id, form.entered(sent.view, self.fields), sent.person, now)
        message = MessagePlace(ids["channel"], ids["ts"]) if "ts" in ids else None

        def then() -> None:
            refresh_everywhere(deps, action_id, by=sent.person, message=message)
            own_lists.redraw(deps, sent.person, view_id=str(sent.view.get("previous_view_id") or ""), ids=ids)

        return Saved(partial(self.show, action, now=now), then)


def _because(given: Answers, fields: Sequence[form.Field]) -> Because:
    return form.validated(Because, form.by_name(fields), words=given["words"])


def _done(context: Context, action_id: UUID, given: Answers, by: str, now: datetime) -> Action:
    return answers.complete_action(context, action_id, _because(given, DONE_FIELDS), by=by, now=now)


def _move(context: Context, action_id: UUID, given: Answers, by: str, now: datetime) -> Action:
    words = given.get("because")
    why = form.validated(Because, {"words": WHY}, words=words) if words else None
    return answers.move_action(context, action_id, given["due_on"], by=by, now=now, because=why)


def _plan(context: Context, action_id: UUID, given: Answers, by: str, now: datetime) -> Action:
    return answers.plan_action(context, action_id, given["planned_on"], by=by, now=now)


def _block(context: Context, action_id: UUID, given: Answers, by: str, now: datetime) -> Action:
    return answers.block_action(context, action_id, _because(given, BLOCKED_FIELDS), by=by, now=now)


def _not_mine(context: Context, action_id: UUID, given: Answers, by: str, now: datetime) -> Action:
    return answers.say_not_mine(context, action_id, _because(given, NOT_MINE_FIELDS), by=by, now=now)


def _sentence(label: str, *, hint: str, name: str = "words", optional: bool = False) -> form.Text:
    wrong = f"Write a sentence, in at most {LONGEST_WORDS} characters."
    return form.Text(name, label, wrong=wrong, hint=hint, optional=optional, longest=LONGEST_WORDS)


_LEAD_READS = "Whoever leads the action reads this. Leave out anything that could identify a person."
DONE_FIELDS = (
    _sentence(
        "What changed, and how can somebody see it?",
        hint="A sentence or a link. The checker reads it. Leave out anything that could identify a person.",
    ),
)
WHY = _sentence(
    "Why does it move?",
    name="because",
    hint="Needed for a second move, or for more than 30 days. The safety team reads it.",
    optional=True,
)
MOVE_FIELDS = (form.Day("due_on", "When will it be done?", wrong="Choose a date."), WHY)
PLAN_FIELDS = (form.Day("planned_on", "Which day will you do it?", wrong="Choose a date."),)
BLOCKED_FIELDS = (_sentence("What is in the way?", hint=_LEAD_READS),)
NOT_MINE_FIELDS = (_sentence("Whose is it, or why is it not yours?", hint=_LEAD_READS),)

DONE = OwnerForm("done", "Done", "It is done", DONE_FIELDS, _done, answered.done)
MOVE = OwnerForm(
    "move_date",
    "Move the date",
    "Move",
    MOVE_FIELDS,
    _move,
    action_blocks.moved,
    initial=lambda action: {"due_on": action.due_on},
)
PLAN = OwnerForm("plan_day", "Choose a day", "Choose", PLAN_FIELDS, _plan, answered.planned)
BLOCKED = OwnerForm("blocked", "Blocked", "Say it", BLOCKED_FIELDS, _block, answered.paused)
NOT_MINE = OwnerForm("not_mine", "Not mine", "Say it", NOT_MINE_FIELDS, _not_mine, answered.paused)
