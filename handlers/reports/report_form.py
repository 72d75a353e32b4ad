"""The report dialog: three answers to give, and two that are filled in already."""

from datetime import datetime

from slack_sdk import WebClient

from bot.domain.calendar import local_date
from bot.domain.reports.kinds import offered_on
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import AtRisk, ReportForm
from bot.domain.service.service import Service, Team
from bot.usecases.context import Context
from bot.usecases.reports.submit import SentForm, submit_report
from bot.views.kit import form
from bot.views.kit.blocks import View, escaped, section, small
from bot.views.reports import receipt as receipts

NAME = "report"

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
    return form.modal(NAME, title="Report an incident", submit="Send", blocks=blocks, ids={"nonce": nonce})


def save(context: Context, view: View, *, by: str, client: WebClient) -> View:  # noqa: ARG001 - as every dialog
    """Save what was answered, and give the receipt. Refusals are raised as the rules raise them."""
    now = context.clock.now()
    asked = fields(context.service, now)
    given = form.entered(view, asked)
    words = (given.pop("what") or "") + (given.pop("more", None) or "")
    narrative = form.validated(Narrative, {"text": asked[0]}, text=words)
    draft = form.validated(ReportForm, form.by_name(asked), **given)
    answers = SentForm(draft, narrative, reporter=by)
    receipt = submit_report(context, answers, key=form.remembered(view)["nonce"], now=now)
    return receipts.thanks(receipt.report, context.service, amended=receipt.amended, now=now)
