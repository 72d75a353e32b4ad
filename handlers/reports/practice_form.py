"""Practice: the report form, answered by a receipt alone. It reads and writes no database and posts nothing.

A practised report can become a real one, by a press. There is no way back: a real form knows nothing of practice.
"""

from datetime import datetime
from functools import partial

from slack_sdk.errors import SlackApiError

from bot.domain.service.service import Service, Team
from bot.usecases.incidents.submit import SentForm
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.reports import open_form, practice
from bot.views.reports.louder import without_alert
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, show
from handlers.bolt.payloads import Choice, Command, Press, Submission
from handlers.reports import report_form


def draw(service: Service, *, nonce: str, team: Team | None, now: datetime) -> View:
    """The real form, headed PRACTICE."""
    return practice.drawn(report_form.draw(service, nonce=nonce, team=team, text="", now=now), service)


def open_practice(deps: Dependencies, request: Command | Press) -> None:
    """From Home, the help screen, or the command."""
    service, now = deps.context.service, deps.context.clock.now()
    team = service.team_of_channel(request.channel) or service.team_of_person(request.person)
    show(deps, request, draw(service, nonce=new_nonce(), team=team, now=now))


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Keep nothing, and say so. What the real form refuses is refused here too."""
    service, now = deps.context.service, deps.context.clock.now()
    filled = report_form.entered(service, sent, now).form
    return Saved(partial(_receipt, service, sent.view, filled, now), anonymous=True)


def _receipt(service: Service, view: View, filled: SentForm, now: datetime) -> View:
    shown = practice.receipt(
        view | {"blocks": without_alert(form.kept(view, report_form.fields(service, now)))},
        service,
        answered=filled.form,
        sensitivity=filled.sensitivity,
        name_choice=filled.name_choice,
        now=now,
    )
    return form.for_update(shown)


def make_real(deps: Dependencies, choice: Choice) -> None:
    """Report it for real: the real form in its place, with every answer in it."""
    before = choice.view
    asked = report_form.fields(deps.context.service, deps.context.clock.now())
    kept = before | {"blocks": form.kept(before, asked)}
    shown = open_form.made_real(kept, deps.context.service)
    try:
        deps.client.views_update(external_id=before["external_id"], view=form.for_update(shown))
    except SlackApiError as refusal:
        if refusal.response.get("error") != "not_found":  # Pressed twice: it is real already, or closed.
            raise


DIALOG = Dialog(practice.NAME, report_form.fields, draw, save)
