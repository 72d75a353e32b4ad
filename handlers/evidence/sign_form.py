"""The dialog in which somebody signs a paper for a forum."""

from functools import partial

from bot.domain.evidence.forum_papers import PaperName
from bot.domain.service.service import Forum
from bot.usecases.evidence.forum_papers import paper_to_sign, sign_paper
from bot.views.evidence import forum_papers
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Press, Submission


def from_message(deps: Dependencies, press: Press) -> None:
    """Its button, on the announcement of the paper."""

    def fill() -> View:
        paper, now = PaperName.from_text(press.value), deps.context.clock.now()
        forum, signed_at = paper_to_sign(deps.context, paper, by=press.person, now=now)
        if signed_at:
            return forum_papers.signed_before(signed_at, deps.context.service.zone, now=now)
        return draw(forum, paper)

    open_then_fill(deps, press, fill)


def draw(forum: Forum, paper: PaperName) -> View:
    blocks = forum_papers.to_sign(forum, paper.month)
    return form.modal(DIALOG.name, title="Sign the paper", submit="Sign", blocks=blocks, ids={"paper": str(paper)})


def save(deps: Dependencies, sent: Submission) -> Saved:
    paper, now = PaperName.from_text(sent.ids["paper"]), deps.context.clock.now()
    forum = sign_paper(deps.context, paper, by=sent.person, now=now)
    return Saved(partial(forum_papers.signed, forum, paper.month))


DIALOG = Dialog("sign_paper", lambda _service, _now: [], draw, save)
