"""When the weekly digest of a safety lead comes: changed, paused or skipped by that lead."""

from datetime import datetime, time
from functools import partial

from bot.domain.service.service import Schedule, Service
from bot.usecases.bulletins.lead_digest import change_digest, see_schedule, skip_next
from bot.views.bulletins import digest_schedule
from bot.views.kit import form
from bot.views.kit.action_ids import ON_DAY, ON_TIME
from bot.views.kit.blocks import View
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.presses import show_in_place
from handlers.bulletins import day_fields

FIELDS: list[form.Field] = [
    *day_fields.FIELDS,
    form.Day(
        "paused_until",
        "Pause it until",
        wrong="Choose a day.",
        hint="Leave it empty if it goes on. Nothing is sent before this day.",
        optional=True,
    ),
]


def open_form(deps: Dependencies, press: Press) -> None:
    """Change or pause, on the digest or in Home."""

    def fill() -> View:
        now = deps.context.clock.now()
        schedule, next_at = see_schedule(deps.context, by=press.person, now=now)
        return draw(deps.context.service, schedule, next_at=next_at, now=now)

    open_then_fill(deps, press, fill)


def skip(deps: Dependencies, press: Press) -> None:
    """Skip the next one: on the digest, or in the form, in whose place it is said."""

    def save() -> View:
        now = deps.context.clock.now()
        return _changed(deps, skip_next(deps.context, by=press.person, now=now))

    if press.in_modal:
        show_in_place(deps, press, save)
    else:
        open_then_fill(deps, press, save)
    noted(lambda: home.refresh(deps, press.person))


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return FIELDS


def draw(service: Service, schedule: Schedule, *, next_at: datetime, now: datetime) -> View:
    day, at = str(schedule.weekday), f"{schedule.local_time:%H:%M}"
    given = {ON_DAY: day, ON_TIME: at, "paused_until": schedule.paused_until}
    drawn = day_fields.with_warning([field.draw(given[field.name]) for field in FIELDS], day, at)
    blocks = [*digest_schedule.above_the_form(service, next_at=next_at, now=now), *drawn]
    ids = {"version": str(schedule.version)}
    return form.modal(DIALOG.name, title="Weekly digest", submit="Save", blocks=blocks, ids=ids)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """From now on it comes so."""
    given = form.entered(sent.view, FIELDS)
    given |= {ON_DAY: int(given[ON_DAY]), ON_TIME: time.fromisoformat(given[ON_TIME])}
    wanted = form.validated(Schedule, form.by_name(FIELDS), **given, version=int(sent.ids["version"]))
    next_at = change_digest(deps.context, wanted, by=sent.person, now=deps.context.clock.now())
    return Saved(partial(_changed, deps, next_at), then=lambda: home.refresh(deps, sent.person))


def _changed(deps: Dependencies, next_at: datetime) -> View:
    return digest_schedule.changed(deps.context.service, next_at=next_at, now=deps.context.clock.now())


DIALOG = Dialog("digest_schedule", fields, draw, save)
