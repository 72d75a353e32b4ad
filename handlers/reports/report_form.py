"""The report dialog: two answers to give. Type, kind, team and time are filled in, in one line with *Change*."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bot.domain.calendar import local_date
from bot.domain.reports.identifiers import found
from bot.domain.reports.kinds import GOOD_CARE, NOT_SURE, offered_on
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import AtRisk, ReportForm
from bot.domain.reports.types import ReportType
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import Circumstances, guardians
from bot.domain.service.service import Service, Team
from bot.usecases.incidents.doubts import doubts_about, known_names
from bot.usecases.incidents.submit import Involved, Receipt, SentForm, submit_report
from bot.usecases.reports.drafts import draft_of_form, throw_away
from bot.views.kit import action_ids, form, name_choices, refusals
from bot.views.kit.blocks import Block, View, section
from bot.views.reports import claim, identified, not_sent_yet, open_form, unsent_form
from bot.views.reports import receipt as receipts
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce
from handlers.bolt.payloads import Command, Press, Submission
from handlers.bolt.replies import tell
from handlers.bolt.submissions import ShownAgain
from handlers.reports import names_out, unsent

_log = logging.getLogger("candour.report_form")
_OFFERED = tuple(NameChoice)
_CUT = "*Your text was too long for this form.* Its end is missing. Please check the last lines."
NAME = action_ids.NAME_CHOICE
TEXTS = ("what", "more", open_form.THANKS.name, open_form.THANK_WORDS.name)
"""The fields that hold words: all but the last are the narrative, in their order."""
_CHOOSE = "Choose one of these three."
_URGENT = [answer.value for answer in AtRisk if answer.urgent]
_AT_RISK = [(AtRisk.NO, "No"), (AtRisk.YES, "Yes"), (AtRisk.NOT_SURE, "Not sure")]


def fields(service: Service, now: datetime) -> list[form.Field]:
    """All questions, in the order they are shown. Most are shown once an answer or *Change* asks for them."""
    return [
        form.Text(
            "what",
            "What happened?",
            wrong="Write a few words about what happened.",
            hint=open_form.hint(service),
        ),
        form.Choice(
            action_ids.STILL_AT_RISK,
            "Is anyone still at risk?",
            wrong="Choose one of the three answers.",
            options=_AT_RISK,
            element_type="radio_buttons",
            tells_at_once=True,
        ),
        open_form.HURT,
        open_form.PHYSICAL_HARM,
        open_form.PSYCHOLOGICAL_HARM,
        *details(service, now),
        open_form.CONCERN_FOR,
        open_form.THANKS,
        open_form.THANKED,
        open_form.THANK_WORDS,
        open_form.INVOLVED,
        form.Choice(
            NAME,
            "Your name",
            wrong=_CHOOSE,
            options=[(choice, name_choices.LABELS[choice]) for choice in _OFFERED],
            tells_at_once=True,
            described={choice: name_choices.PROMISES[choice] for choice in _OFFERED},
            element_type="radio_buttons",
        ),
    ]


def details(service: Service, now: datetime) -> list[form.Field]:
    """What *Change* opens: each is filled in already, or may stay empty."""
    kinds = [kind for kind in offered_on(local_date(now, service.zone)) if kind.code != GOOD_CARE]
    return [
        open_form.TYPE,
        form.Choice(
            action_ids.REPORT_KIND,
            "What kind of thing was it?",
            wrong="Choose a kind from the list.",
            options=[(kind.code, kind.label) for kind in kinds],
            tells_at_once=True,
        ),
        form.Choice(
            "team",
            "Which team?",
            wrong="Choose a team from the list.",
            options=[(team.code, team.name) for team in service.teams],
        ),
        form.Moment("happened_at", "When did it happen?", wrong="Choose a date and a time."),
        open_form.TICKS,
        form.Text(
            "more",
            "What happened, continued",
            wrong="Shorten this text.",
            hint="If the first box is full, go on here.",
            optional=True,
        ),
    ]


def draw(
    service: Service, *, nonce: str, team: Team | None, text: str, now: datetime, note: str | None = None
) -> View:
    """The dialog. `text` is what was typed after the command; what one field cannot hold goes on in a second one.

    A team that is not known is asked for; everything else that has a first answer stands in one line. `note` is said
    on top.
    """
    what, more, rest = text[:LONGEST], text[LONGEST : 2 * LONGEST], text[2 * LONGEST :]
    asked = form.by_name(fields(service, now))
    first = asked["what"].draw(what)
    first["element"]["focus_on_load"] = True
    blocks = [
        *([section(note)] if note else []),
        open_form.first_line(service),
        *([section(_CUT)] if rest else []),
        first,
        *([asked["more"].draw(more)] if more else []),
        asked[action_ids.STILL_AT_RISK].draw(),
        open_form.HURT.draw(),
        open_form.details(team),
        *([] if team else [asked["team"].draw()]),
        asked[NAME].draw(NameChoice.CONFIDENTIAL),
        unsent_form.save_button(),
    ]
    ids = {"nonce": nonce, "team": team.code if team else "", "opened": str(int(now.timestamp()))}
    view = form.modal(DIALOG.name, title="Report", submit="Send", blocks=blocks, ids=ids)
    return view | {"external_id": nonce, "notify_on_close": True}


def opened_at(ids: Mapping[str, str]) -> datetime | None:
    """When the form was opened, which is when it happened unless somebody says otherwise."""
    seconds = ids.get("opened", "")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdecimal() else None


def from_command(deps: Dependencies, command: Command, *, note: str | None = None) -> None:
    """The command: the form, with the text after it filled in, and with a `note` on top."""
    try:
        view = _form(deps, channel=command.channel, person=command.person, text=command.text, note=note)
        opened = deps.client.views_open(trigger_id=command.trigger_id, view=view)
    except Exception as error:  # noqa: BLE001 - whatever it was, the person is told whom to phone
        _did_not_open(deps, error, person=command.person, response_url=command.response_url)
        return
    unsent.offer(deps, command.person, opened["view"], view)


def from_message(deps: Dependencies, shortcut: Command) -> None:
    """Report this, on a message: the form with its words, and a line that says what is not kept."""
    from_command(deps, shortcut, note=open_form.FROM_A_MESSAGE)


def from_button(deps: Dependencies, press: Press) -> None:
    """Report something: the same form, from Home, a message or a modal."""
    put = deps.client.views_push if press.in_modal else deps.client.views_open
    try:
        view = _form(deps, channel=press.channel, person=press.person, text="")
        opened = put(trigger_id=press.trigger_id, view=view)
    except Exception as error:  # noqa: BLE001 - as above
        _did_not_open(deps, error, person=press.person, response_url=press.response_url)
        return
    unsent.offer(deps, press.person, opened["view"], view)


def _form(deps: Dependencies, *, channel: str, person: str, text: str, note: str | None = None) -> View:
    service = deps.context.service
    team = service.team_of_channel(channel) or service.team_of_person(person)
    return draw(service, nonce=new_nonce(), team=team, text=text, now=deps.context.clock.now(), note=note)


def _did_not_open(deps: Dependencies, error: Exception, *, person: str, response_url: str) -> None:
    deps.metrics.form_did_not_open()
    _log.warning("the report form did not open: %(error)s", {"error": type(error).__name__})
    words = refusals.form_did_not_open(deps.context.service.on_call_phone)
    tell(deps, words, person=person, response_url=response_url)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """Save what was entered, and give the receipt. Refusals are raised as the rules raise them."""
    unsent.hand_over(deps, sent.view)
    context, now = deps.context, deps.context.clock.now()
    read = entered(context.service, sent, now)
    filled, is_anonymous = read.form, read.form.name_choice is NameChoice.ANONYMOUS
    key, other_key = (sent.nonce, sent.key) if is_anonymous else (sent.key, sent.nonce)
    _ask_once(deps, sent, filled, read.texts, now)
    if is_anonymous:
        _nothing_is_kept_in_their_name(deps, sent, filled)
    receipt = submit_report(context, filled, key=key, other_key=other_key, now=now)
    deps.unsent.forget(sent.nonce)
    context.report_saved()
    return Saved(partial(_receipt, deps, receipt, filled, sent.nonce, now), anonymous=receipt.code is not None)


@dataclass(frozen=True)
class Entered:
    """What was answered, and the texts by the names of their fields."""

    form: SentForm
    texts: Mapping[str, str]


def entered(service: Service, sent: Submission, now: datetime) -> Entered:
    """What was entered. Refusals are raised as the rules raise them."""
    asked = fields(service, now)
    given = form.entered(sent.view, asked)
    texts = {name: given.pop(name, None) or "" for name in TEXTS}
    ticked, involved = _withheld_from(given)
    narrative = form.validated(Narrative, {"text": asked[0]}, text=_words(texts))
    thanked, thank_words = _thanked_in(given, texts)
    for_guardian = given.pop(open_form.CONCERN_FOR.name, None) == open_form.FOR_GUARDIAN
    name_choice = _name_choice(given.pop(NAME, NameChoice.NAMED))  # A form that was opened before does not ask.
    answered = form.validated(ReportForm, form.by_name(asked), **_answers(given, sent.ids)).settled()
    filled = SentForm(
        answered,
        narrative,
        reporter=sent.person,
        name_choice=name_choice,
        about_staff=open_form.ABOUT_STAFF in ticked,
        involved=involved,
        for_guardian=for_guardian,
        thanked=thanked,
        thank_words=thank_words,
        draft=unsent.draft_in(sent.ids),
    )
    _refuse_without_reader(service, filled)
    return Entered(filled, texts)


def _nothing_is_kept_in_their_name(deps: Dependencies, sent: Submission, filled: SentForm) -> None:
    """A draft of this form has to go first. Raises `FormRefused`; but nothing stands between danger and saved.

    It goes in a transaction of its own, so that nothing joins it to the report.
    """
    draft = draft_of_form(deps.context, unsent.handed(sent.view, sent.person, {}))
    if draft is None:
        return
    if not filled.form.still_at_risk.urgent:
        raise form.FormRefused({NAME: unsent_form.THROW_AWAY_FIRST})
    throw_away(deps.context, draft.id, by=sent.person)


def _refuse_without_reader(service: Service, filled: SentForm) -> None:
    """Raises `FormRefused` where only the guardian may read it, and no guardian can."""
    about = Circumstances(team=filled.form.team, involved=filled.involved)
    if filled.sensitivity is Sensitivity.GUARDIAN and not guardians(service, about):
        raise form.FormRefused({open_form.CONCERN_FOR.name: open_form.NO_GUARDIAN})


def _words(texts: Mapping[str, str]) -> str:
    """The narrative: whom to thank follows under its own question."""
    told = texts["what"] + texts["more"]
    thanks = texts[open_form.THANKS.name]
    return f"{told}\n\n{open_form.THANKS.label}\n{thanks}" if thanks else told


def _answers(given: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """What was chosen, and what the line says of the rest."""
    folded = {action_ids.REPORT_KIND: NOT_SURE, "team": ids.get("team"), "happened_at": opened_at(ids)}
    answers = {**folded, **given}
    answers["hurt"] = answers.pop(action_ids.ANYONE_HURT, None)
    answers["type"] = answers.pop(action_ids.REPORT_TYPE, None) or ReportType.INCIDENT
    return answers


def _ask_once(
    deps: Dependencies, sent: Submission, filled: SentForm, given: Mapping[str, str], now: datetime
) -> None:
    """Raises `ShownAgain` at the first Send, if there is something to look at again and nobody is at risk."""
    if not_sent_yet.ASKED in sent.ids:
        return
    asked = fields(deps.context.service, now)
    texts = {form.by_name(asked)[name].label: text for name, text in given.items()}
    doubts = doubts_about(deps.context, filled, texts, keys=(sent.key, sent.nonce), now=now)
    if doubts.stop:
        zone = deps.context.service.zone_of(filled.form.team)
        view = sent.view | {"blocks": form.kept(sent.view, asked)}
        raise ShownAgain(not_sent_yet.given_back(view, doubts, texts, zone=zone, now=now))


def _receipt(deps: Dependencies, receipt: Receipt, filled: SentForm, nonce: str, now: datetime) -> View:
    service, report, amended = deps.context.service, receipt.report, receipt.amended
    if receipt.code is None:
        names = _names(deps, filled, value=str(report.id))
        return receipts.thanks(report, service, sensitivity=filled.sensitivity, amended=amended, now=now, names=names)
    names = _names(deps, filled, value=f"{names_out.NONCE}{nonce}")
    return claim.receipt(
        report,
        service,
        sensitivity=filled.sensitivity,
        claim=claim.Claim(receipt.code, nonce),
        amended=amended,
        names=names,
    )


def _names(deps: Dependencies, filled: SentForm, *, value: str) -> list[Block]:
    """Nothing stood between danger and saved, so that names are offered to be taken out now."""
    if not filled.form.still_at_risk.urgent:
        return []
    text = filled.narrative.text
    return identified.may_name_somebody(text, found(text, known_names=known_names(deps.context)), value=value)


def _name_choice(chosen: str) -> NameChoice:
    try:
        offered = NameChoice(chosen)
    except ValueError:
        raise form.FormRefused({NAME: _CHOOSE}) from None
    return offered


def _withheld_from(given: dict[str, Any]) -> tuple[Collection[str], frozenset[str]]:
    """What was ticked, and the people whom it concerns; both are taken out of `given`. Raises `FormRefused`."""
    ticked = given.pop(open_form.TICKS.name, None) or []
    people = given.pop(open_form.INVOLVED.name, None) or []
    if open_form.SOMEBODY_INVOLVED not in ticked:
        return ticked, frozenset()
    if not people:
        raise form.FormRefused({open_form.TICKS.name: open_form.NOBODY_CHOSEN})
    chosen = form.validated(Involved, {"people": open_form.INVOLVED}, people=tuple(people))
    return ticked, frozenset(chosen.people)


def _thanked_in(given: dict[str, Any], texts: Mapping[str, str]) -> tuple[frozenset[str], Narrative | None]:
    """Who is thanked, taken out of `given`, and what they read. Raises `FormRefused` for one without the other."""
    people, words = given.pop(open_form.THANKED.name, None) or [], texts[open_form.THANK_WORDS.name]
    if people and not words:
        raise form.FormRefused({open_form.THANK_WORDS.name: open_form.NO_WORDS_TO_THEM})
    if not people:
        if words:
            raise form.FormRefused({open_form.THANKED.name: open_form.NOBODY_THANKED})
        return frozenset(), None
    chosen = form.validated(Involved, {"people": open_form.THANKED}, people=tuple(people))
    return frozenset(chosen.people), form.validated(Narrative, {"text": open_form.THANK_WORDS}, text=words)


def in_danger(view: View) -> str | None:
    """Where somebody may still be at risk, as this form says. No rule is asked: it may be what fails."""
    if form.chosen(view, action_ids.STILL_AT_RISK) not in _URGENT:
        return None
    return form.chosen(view, "team") or form.remembered(view).get("team", "")


DIALOG = Dialog(open_form.REPORT, fields, draw, save, in_danger)
