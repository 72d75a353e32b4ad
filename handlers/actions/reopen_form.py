"""The dialog in which whoever leads a checked action says that it has slipped: it is open again."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases.actions import leading
from bot.views.actions import answered, record
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press, Submission

FIELDS: list[form.Field] = [
    form.Day(
        "due_on",
        "When is it due now?",
        wrong="Choose a date.",
        hint="Its owner gets one message about it, and somebody else checks it again.",
    )
]


def from_news(deps: Dependencies, press: Press) -> None:
    """Open it again, on the message about what the ward says."""

    def fill() -> View:
        now = deps.context.clock.now()
        found = leading.led_action(deps.context, press.id, by=press.person, now=now)
        return draw(found=found) if found.action.checked_at else record.open_already()

    open_then_fill(deps, press, fill)


def draw(*, found: leading.ActionRecord) -> View:
    action = found.action
    blocks = [action_blocks.change(action), *(field.draw() for field in FIELDS)]
    ids = {"action": str(action.id)}
    return form.modal(DIALOG.name, title="It has slipped", submit="Open it again", blocks=blocks, ids=ids)


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return FIELDS


def save(deps: Dependencies, sent: Submission) -> Saved:
    """It is open again, with its new date."""
    action_id, now = UUID(sent.ids["action"]), deps.context.clock.now()
    due_on = form.entered(sent.view, FIELDS)["due_on"]
    action = leading.reopen_action(deps.context, action_id, due_on, by=sent.person, now=now)
    then = partial(refresh_everywhere, deps, action_id, by=sent.person, message=None)
    return Saved(partial(answered.reopened, action, now=now), then)


DIALOG = Dialog("reopen_action", fields, draw, save)
