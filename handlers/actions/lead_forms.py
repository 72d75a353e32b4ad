"""What whoever leads an action opens: what happened to it, and the dialog for a new owner."""

from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.service.service import Service
from bot.usecases.actions import leading
from bot.views.actions import answered, record
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks
from handlers.actions import owners
from handlers.actions.refresh import refresh_everywhere
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press, Submission

NEW_OWNER_FIELDS: list[form.Field] = [
    form.Person("owner", "Who will do it?", wrong="Choose one person.", hint="One owner, so that it gets done.")
]


def see(deps: Dependencies, press: Press) -> None:
    """See the action, with what happened to it."""

    def fill() -> View:
        now = deps.context.clock.now()
        found = leading.read_action(deps.context, press.id, by=press.person, now=now)
        return record.record(found.action, found.reference, found.entries, now=now)

    open_then_fill(deps, press, fill)


def new_owner(deps: Dependencies, press: Press) -> None:
    """The dialog for another owner."""

    def fill() -> View:
        now = deps.context.clock.now()
        return draw(found=leading.led_action(deps.context, press.id, by=press.person, now=now))

    open_then_fill(deps, press, fill)


def draw(*, found: leading.ActionRecord) -> View:
    action = found.action
    blocks = [action_blocks.change(action), *(field.draw() for field in NEW_OWNER_FIELDS)]
    return form.modal(DIALOG.name, title="New owner", submit="Give it", blocks=blocks, ids={"action": str(action.id)})


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return NEW_OWNER_FIELDS


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Give it to another owner, who is looked up first."""
    action_id, owner = UUID(sent.ids["action"]), form.entered(sent.view, NEW_OWNER_FIELDS)["owner"]
    zone = owners.owner_time_zone(deps, owner, otherwise=deps.context.service.time_zone)
    now = deps.context.clock.now()
    action = leading.give_action(deps.context, action_id, owner, zone=zone, by=sent.person, now=now)
    then = partial(refresh_everywhere, deps, action_id, by=sent.person, message=None)
    return Saved(partial(answered.assigned, action, now=now), then)


DIALOG = Dialog("new_owner", fields, draw, save)
