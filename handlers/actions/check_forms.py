"""The dialogs in which somebody else than the owner says whether a done action works."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.actions.action import LONGEST_WORDS, Action, Because
from bot.usecases.actions import checks, leading
from bot.usecases.context import Context
from bot.views.actions import answered, record
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import MessagePlace, Press, Submission


@dataclass(frozen=True)
class CheckForm:
    """A dialog that shows what the owner says has changed. `save` keeps what the checker says of it."""

    name: str
    title: str
    submit: str
    fields: Callable[[Action], Sequence[form.Field]]
    """The questions about this action."""
    all_fields: Sequence[form.Field]
    save: Callable[[Context, UUID, Submission, datetime], Action]
    show: Callable[..., View]

    @property
    def dialog(self) -> Dialog:
        return Dialog(self.name, lambda _service, _now: self.all_fields, self.draw, self._saved)

    def draw(self, *, found: leading.ActionRecord, message: MessagePlace | None, now: datetime) -> View:
        """The words of the action and its proof, then the questions."""
        asked = [field.draw() for field in self.fields(found.action)]
        blocks = [*record.proof(found.action, found.entries, now=now), *record.for_ward(found.action), *asked]
        place = {"channel": message.channel, "ts": message.ts} if message else {}
        ids = {"action": str(found.action.id), **place}
        return form.modal(self.name, title=self.title, submit=self.submit, blocks=blocks, ids=ids)

    def from_message(self, deps: Dependencies, press: Press) -> None:
        """Its button, on the question whether an action works."""

        def fill() -> View:
            now = deps.context.clock.now()
            found = leading.read_action(deps.context, press.id, by=press.person, now=now)
            if not found.action.waits_for_check:
                return record.nothing_to_check()
            return self.draw(found=found, message=press.message, now=now)

        open_then_fill(deps, press, fill)

    def _saved(self, deps: Dependencies, sent: Submission) -> Saved:
        ids, now = sent.ids, deps.context.clock.now()
        action_id = UUID(ids["action"])
        action = self.save(deps.context, action_id, sent, now)
        message = MessagePlace(ids["channel"], ids["ts"]) if "ts" in ids else None
        then = partial(refresh_everywhere, deps, action_id, by=sent.person, message=message)
        return Saved(partial(self.show, action, now=now), then)


def _works(context: Context, action_id: UUID, sent: Submission, now: datetime) -> Action:
    shown = "show" in (form.entered(sent.view, WORKS_FIELDS).get("for_ward") or [])
    return checks.say_it_works(context, action_id, by=sent.person, now=now, may_be_shown=shown)


def _not_yet(context: Context, action_id: UUID, sent: Submission, now: datetime) -> Action:
    because = form.validated(Because, form.by_name(NOT_YET_FIELDS), **form.entered(sent.view, NOT_YET_FIELDS))
    return checks.say_not_yet(context, action_id, because, by=sent.person, now=now)


NOT_YET_FIELDS = (
    form.Text(
        "words",
        "Not yet, because…",
        wrong=f"Write a sentence, in at most {LONGEST_WORDS} characters.",
        hint="The owner reads this. Leave out anything that could identify a person.",
        longest=LONGEST_WORDS,
    ),
)
WORKS_FIELDS = (
    form.Ticks(
        "for_ward",
        "May the ward's channel show this sentence?",
        wrong="Tick it, or leave it.",
        hint="Then the ward is asked after 30, 60 and 90 days whether it holds.",
        optional=True,
        options=(("show", "Yes, these very words"),),
    ),
)


def _about_the_ward(action: Action) -> Sequence[form.Field]:
    """Only where there is a sentence to approve."""
    return WORKS_FIELDS if action.for_ward else ()


def _why_not(_action: Action) -> Sequence[form.Field]:
    return NOT_YET_FIELDS


WORKS = CheckForm("it_works", "It works", "It works", _about_the_ward, WORKS_FIELDS, _works, answered.checked)
NOT_YET = CheckForm("not_yet", "Not yet", "Send", _why_not, NOT_YET_FIELDS, _not_yet, answered.not_yet)
