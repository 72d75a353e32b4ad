"""Remove them, in a report form that came back: identifiers are taken out of what stands in its fields."""

from functools import partial

from bot.domain.reports.doubts import without_identifiers
from bot.domain.reports.narratives import LONGEST
from bot.usecases.incidents.doubts import known_names
from bot.views.kit import form
from bot.views.kit.blocks import Block
from bot.views.reports import identified, not_sent_yet
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Choice
from handlers.reports.report_form import TEXTS, fields
from handlers.reports.shown_changes import show_changed
from handlers.reports.unsent import hand_over


def from_form(deps: Dependencies, choice: Choice) -> None:
    """The fields with the other words have other ids. All others stay as they are."""
    hand_over(deps, choice.view, press=choice.at)
    asked = form.by_name(fields(deps.context.service, deps.context.clock.now()))
    typed = form.answers(choice.view)
    clean = partial(
        without_identifiers, words=identified.KINDS, known_names=known_names(deps.context), longest=LONGEST
    )

    def changed(block: Block) -> Block:
        name = form.field_of(block.get("block_id") or "")
        words = asked[name].read(typed.get(name, {}).get(name) or {}) if name in TEXTS else None
        after = clean(words) if words else words
        return block if after == words else form.drawn_anew(block, asked[name], after)

    blocks = [changed(block) for block in choice.view.get("blocks") or []]
    show_changed(deps, choice.view, not_sent_yet.names_taken_out(choice.view, blocks))
