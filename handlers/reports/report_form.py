"""The report dialog: three answers to give, and two that are filled in already."""

import logging
from datetime import datetime

from slack_bolt import Respond
from slack_sdk.errors import SlackApiError

from bot.domain.calendar import local_date
from bot.domain.reports.kinds import offered_on
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import AtRisk, ReportForm
from bot.domain.service.service import Service, Team
from bot.usecases.reports.submit import SentForm, submit_report
from bot.views.kit import form, refusals
from bot.views.kit.blocks import View, escaped, section, small
from bot.views.reports import receipt as receipts
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce
from handlers.bolt.payloads import Command, Press, Submission

_log = logging.getLogger("candour.report_form")
_CUT = "*Your text was too long for this form.* Its end is missing. Please check the last lines."
_AT_RISK = [(AtRisk.NO, "No"), (AtRisk.YES, "Yes"), (AtRisk.NOT_SURE, "Not sure")]


def fields(service: Service, now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return [
        form.Text("what", "What happened?", wrong="Write a few words about what happened."),
        form.Text("more", "What happened, continued", wrong="Please shorten this text.", optional=True),
        form.Choice(
            "kind",
            "What kind of thing was it?",
            wrong="Choose a kind from the list.",
            options=[(kind.code, kind.label) for kind in offered_on(local_date(now, service.zone))],
        ),
        form.Choice(
            "still_at_risk",
            "Is anyone still at risk now?",
            wrong="Choose one of the three answers.",
            options=_AT_RISK,
            element_type="radio_buttons",
        ),
        form.Choice(
            "team",
            "Which team?",
            wrong="Choose a team from the list.",
            options=[(team.code, team.name) for team in service.teams],
        ),
        form.Moment("happened_at", "When did it happen?", wrong="Choose a date and a time."),
    ]


def draw(service: Service, *, nonce: str, team: Team | None, text: str, now: datetime) -> View:
    """The dialog. `text` is what was typed after the command; what one field cannot hold goes on in a second one."""
    what, more, rest = text[:LONGEST], text[LONGEST : 2 * LONGEST], text[2 * LONGEST :]
    initial = {"what": what, "more": more, "team": team and team.code, "happened_at": now}
    shown = [field for field in fields(service, now) if field.name != "more" or initial["more"]]
    blocks = [
        section(
            f"*In danger now?* Call 999, use the alarm or phone on-call on {escaped(service.on_call_phone)} first. "
            "This form does not call for help."
        ),
        *([section(_CUT)] if rest else []),
        *(field.draw(initial.get(field.name)) for field in shown),
        small("Please leave out names. The safety team sees your name and what you write."),
    ]
    return form.modal(DIALOG.name, title="Report an incident", submit="Send", blocks=blocks, ids={"nonce": nonce})


def from_command(deps: Dependencies, typed: Command) -> None:
    """The command: the form, with the text after it filled in."""
    try:
        _open(deps, typed.trigger_id, channel=typed.channel, person=typed.person, text=typed.text)
    except (SlackApiError, OSError) as error:
        _did_not_open(deps, error)
        respond = Respond(response_url=typed.response_url)
        respond(refusals.form_did_not_open(deps.context.service.on_call_phone))


def from_button(deps: Dependencies, pressed: Press) -> None:
    """Report something: the same form, from Home or from a bulletin."""
    try:
        _open(deps, pressed.trigger_id, channel=pressed.channel, person=pressed.person, text="")
    except (SlackApiError, OSError) as error:
        _did_not_open(deps, error)
        words = refusals.form_did_not_open(deps.context.service.on_call_phone)
        deps.client.chat_postMessage(channel=pressed.person, text=words)


def _open(deps: Dependencies, trigger_id: str, *, channel: str, person: str, text: str) -> None:
    service = deps.context.service
    team = service.team_of_channel(channel) or service.team_of_person(person)
    view = draw(service, nonce=new_nonce(), team=team, text=text, now=deps.context.clock.now())
    deps.client.views_open(trigger_id=trigger_id, view=view)


def _did_not_open(deps: Dependencies, error: Exception) -> None:
    deps.metrics.form_did_not_open()
    _log.warning("the report form did not open: %(error)s", {"error": type(error).__name__})


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Save what was entered, and give the receipt. Refusals are raised as the rules raise them."""
    context, now = deps.context, deps.context.clock.now()
    asked = fields(context.service, now)
    given = form.entered(sent.view, asked)
    words = (given.pop("what") or "") + (given.pop("more", None) or "")
    narrative = form.validated(Narrative, {"text": asked[0]}, text=words)
    answered = form.validated(ReportForm, form.by_name(asked), **given)
    filled = SentForm(answered, narrative, reporter=sent.person)
    receipt = submit_report(context, filled, key=sent.ids["nonce"], now=now)
    return Saved(receipts.thanks(receipt.report, context.service, amended=receipt.amended, now=now))


DIALOG = Dialog("report", fields, draw, save)
