"""A report that was begun and not sent: saved by a press or by closing its form, gone on with, or thrown away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.reports.report import AtRisk
from bot.usecases.permissions import NotFound
from bot.usecases.reports import drafts
from bot.views.kit import action_ids, form, refusals
from bot.views.kit.blocks import View
from bot.views.reports import open_form, unsent_form
from handlers import home
from handlers.bolt import payloads
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import new_nonce, open_then_fill, show
from handlers.bolt.payloads import Body, Choice, Closed, Press
from handlers.reports import report_form
from handlers.reports.answers_so_far import unfolded
from handlers.reports.shown_changes import show_changed
from handlers.reports.unsent import hand_over, handed, is_anonymous

_URGENT = frozenset(answer.value for answer in AtRisk if answer.urgent)


@dataclass(frozen=True)
class DraftPress:
    """A press on a draft, and the report form that it was in; empty if it was in none."""

    press: Press
    view: View = field(repr=False)


def draft_press(body: Body) -> DraftPress:
    view = payloads.choice(body).view
    return DraftPress(payloads.press(body), view if view.get("callback_id") == report_form.DIALOG.name else {})


def save_for_later(deps: Dependencies, choice: Choice) -> None:
    """Keep it now. The form stays open, and says that it was saved. Nothing is kept of somebody anonymous."""
    hand_over(deps, choice.view, press=choice.at)
    if is_anonymous(choice.view):
        return
    now = deps.context.clock.now()
    given = handed(choice.view, choice.person, form.answers(choice.view))
    draft = drafts.save_draft(deps.context, given, now=now)
    if draft:
        shown = unsent_form.saved(choice.view, draft, zone=deps.context.service.zone, now=now)
        show_changed(deps, choice.view, form.for_update(shown))


def closed(deps: Dependencies, closing: Closed) -> None:
    """Keep what the form handed over last, if there are words or danger in it.

    Memory knows who is anonymous. Where another replica saw that press, the form says it.
    """
    nonce = form.remembered(closing.view).get("nonce", "")
    answers = deps.unsent.of(nonce)
    deps.unsent.forget(nonce)
    if answers is None or is_anonymous(closing.view) or open_form.says_anonymous(closing.view):
        return
    danger = form.chosen(_holding(answers), action_ids.STILL_AT_RISK) in _URGENT
    if danger or _has_words(answers):
        given = handed(closing.view, closing.person, answers)
        drafts.form_closed(deps.context, given, danger=danger, now=deps.context.clock.now())


def go_on(deps: Dependencies, pressed: DraftPress) -> None:
    """The form as it was, over whatever is open. An empty form beneath says that it is not needed."""
    open_then_fill(deps, pressed.press, lambda: _form_of(deps, pressed.press))
    if pressed.view and not _has_words(form.answers(pressed.view)):
        show_changed(deps, pressed.view, unsent_form.not_needed())


def throw_away(deps: Dependencies, pressed: DraftPress) -> None:
    """In a form, the words that are typed there stay."""
    press = pressed.press
    try:
        drafts.throw_away(deps.context, press.id, by=press.person)
    except NotFound:
        if not pressed.view:
            show(deps, press, refusals.not_found())
            return
    if pressed.view:
        show_changed(deps, pressed.view, form.for_update(unsent_form.without_offer(pressed.view)))
    elif press.in_home:
        home.publish_again(deps, press)
    else:
        show(deps, press, unsent_form.thrown_away())


def _form_of(deps: Dependencies, press: Press) -> View:
    """A form of its own, with every answer that was saved and that can still be given."""
    draft, unsent = drafts.open_draft(deps.context, press.id, by=press.person)
    if unsent is None:
        return unsent_form.cannot_be_read()
    service, now, nonce = deps.context.service, deps.context.clock.now(), new_nonce()
    opened = report_form.opened_at(unsent.ids) or draft.saved_at
    team = next((each for each in service.teams if each.code == unsent.ids.get("team")), None)
    drawn = report_form.draw(service, nonce=nonce, team=team, text="", now=opened)
    asked = unfolded(deps, drawn | _holding(unsent.answers))
    answered = open_form.completed(asked, "", service) or asked
    blocks = form.kept(answered, report_form.fields(service, now))
    deps.unsent.keep(nonce, unsent.answers)
    return form.for_update(unsent_form.saved(answered | {"blocks": blocks}, draft, zone=service.zone, now=now))


def _holding(answers: Mapping[str, Any]) -> View:
    return {"state": {"values": answers}}


def _has_words(answers: Mapping[str, Any]) -> bool:
    typed = [given.get("value") for states in answers.values() for given in states.values()]
    return any(isinstance(words, str) and words.strip() for words in typed)
