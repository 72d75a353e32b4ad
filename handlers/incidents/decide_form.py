"""The decision: what kind of thing it was, how much harm, how the service learns from it, and who leads."""

from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from bot.domain.calendar import local_date
from bot.domain.incidents.categories import grouped_for
from bot.domain.incidents.incident import LONGEST_REASON, DecisionForm, IncidentReason, IncidentRefused
from bot.domain.incidents.steps import DecidedMeanwhile
from bot.domain.service.service import Service
from bot.usecases.incidents.decide import ToDecide, decide_incident, incident_to_decide
from bot.views.incidents import saved_screens
from bot.views.incidents.labels import PHYSICAL, PSYCHOLOGICAL, RESPONSES
from bot.views.kit import form, reasons
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.members import is_one_of_us
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.incidents import forms


def fields(service: Service, now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return _fields("", service, now)


def _fields(kind: str, service: Service, now: datetime) -> list[form.Field]:
    groups = [
        (label, [(category.code, category.label) for category in categories])
        for label, categories in grouped_for(kind, day=local_date(now, service.zone))
    ]
    return [
        form.GroupedChoice("category", "Which category is it?", wrong="Choose a category.", groups=groups),
        form.Choice(
            "physical_harm",
            "Physical harm",
            wrong="Choose how much physical harm there was.",
            hint="The worst for anybody. Choose on what is known now: it can be changed later.",
            options=list(PHYSICAL.items()),
            element_type="radio_buttons",
        ),
        form.Choice(
            "psychological_harm",
            "Psychological harm",
            wrong="Choose how much psychological harm there was.",
            hint="Ask this for every incident, also where nobody was hurt.",
            options=list(PSYCHOLOGICAL.items()),
            element_type="radio_buttons",
        ),
        form.Choice(
            "response",
            "How do we learn from it?",
            wrong="Choose how you will learn from it.",
            options=list(RESPONSES.items()),
        ),
        form.Text(
            "reason",
            "Why?",
            wrong="Write why. No further response needs its reason too.",
            hint="Leave out names. Only those who may open this incident read it.",
            longest=LONGEST_REASON,
        ),
        form.Person("lead", "Who leads it?", wrong="Choose one person.", optional=True),
        form.Day("due_on", "By when?", wrong="Choose a date.", optional=True),
    ]


def draw(service: Service, *, about: ToDecide, nonce: str, now: datetime) -> View:
    """The form, filled with what was decided before; at first with what reporters said of harm."""
    incident, decision = about.incident, about.incident.decision
    said = {"physical_harm": about.said.physical, "psychological_harm": about.said.psychological}
    initial = {**decision.model_dump(), "reason": about.reason} if decision else said
    blocks = [field.draw(initial.get(field.name)) for field in _fields(incident.kind, service, now)]
    seen = decision.decided_at.astimezone(UTC).isoformat() if decision else ""
    ids = {"nonce": nonce, "incident": str(incident.id), "seen": seen}
    return form.modal(DIALOG.name, title="Decide", submit="Decide", blocks=blocks, ids=ids)


def from_incident(deps: Dependencies, press: Press) -> None:
    """Decide, on an opened incident."""

    def fill() -> View:
        now = deps.context.clock.now()
        about = incident_to_decide(deps.context, press.id, by=press.person)
        return draw(deps.context.service, about=about, nonce=new_nonce(), now=now)

    open_then_fill(deps, press, fill)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Save the decision. Who comes second keeps what they typed, and reads who decided."""
    context, now = deps.context, deps.context.clock.now()
    asked, about = fields(context.service, now), UUID(sent.ids["incident"])
    answered = form.validated(DecisionForm, form.by_name(asked), **form.entered(sent.view, asked))
    if answered.lead and not (context.service.name_of(answered.lead) or is_one_of_us(deps, answered.lead)):
        raise IncidentRefused("lead", IncidentReason.LEAD_NOT_HERE)
    seen = datetime.fromisoformat(sent.ids["seen"]) if sent.ids["seen"] else None
    try:
        after = decide_incident(context, about, answered, seen=seen, by=sent.person)
    except DecidedMeanwhile as refusal:
        words = reasons.decided_meanwhile(refusal.decision, context.service, now=now)
        raise form.FormRefused({refusal.field: words}) from None
    show = partial(saved_screens.decided, answered, context.service, unanswered=after.unanswered, now=now)
    return forms.saved(deps, sent, about, show)


DIALOG = Dialog("decide", fields, draw, save)
