"""The dialog in which somebody who signs for a forum writes down what it was asked and what it decided."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from bot.domain.evidence.forum_papers import DecisionForm, ForumDecision, PaperName
from bot.usecases.evidence.forum_papers import undecided, write_decision
from bot.views.evidence import forum_papers
from bot.views.evidence.forum_papers import ABOUT, DECISION_FIELDS
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission


def from_message(deps: Dependencies, press: Press) -> None:
    """Its button, on the announcement of the paper."""

    def fill() -> View:
        paper, now = PaperName.from_text(press.value), deps.context.clock.now()
        _forum, still_open = undecided(deps.context, paper, by=press.person, now=now)
        return draw(paper, still_open, nonce=new_nonce())

    open_then_fill(deps, press, fill)


def draw(paper: PaperName, still_open: Sequence[ForumDecision], *, nonce: str) -> View:
    blocks = [field.draw() for field in forum_papers.decision_fields(still_open)]
    ids = {"nonce": nonce, "paper": str(paper)}
    return form.modal(DIALOG.name, title="Decision of the forum", submit="Save", blocks=blocks, ids=ids)


def save(deps: Dependencies, sent: Submission) -> Saved:
    paper, now = PaperName.from_text(sent.ids["paper"]), deps.context.clock.now()
    given = form.entered(sent.view, DECISION_FIELDS)
    about = form.chosen(sent.view, ABOUT)
    given |= {ABOUT: UUID(about) if about else None}
    written = form.validated(DecisionForm, form.by_name(DECISION_FIELDS), **given)
    decision = write_decision(deps.context, paper, written, key=sent.key, by=sent.person, now=now)
    return Saved(partial(forum_papers.decision_saved, decision))


DIALOG = Dialog("forum_decision", lambda _service, _now: DECISION_FIELDS, draw, save)
