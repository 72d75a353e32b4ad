"""It was right; We need to talk: what a second person says about a name that was looked up in danger."""

from functools import partial

from bot.domain.incidents.conversation import EntryKind
from bot.usecases.incidents.look_reviews import review_look_up
from bot.views.incidents import saved_screens
from bot.views.kit import action_ids, refusals
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.incidents.pressed import saved_or_why_not


def _answer(deps: Dependencies, press: Press, *, verdict: EntryKind, named: str) -> None:
    def save() -> View:
        review_look_up(deps.context, press.id, verdict, by=press.person, now=deps.context.clock.now())
        return saved_screens.look_up_reviewed()

    show(deps, press, saved_or_why_not(deps, save, named=named, not_for_you=refusals.only_a_second_person))


right = partial(_answer, verdict=EntryKind.LOOK_UP_RIGHT, named=action_ids.LOOK_UP_RIGHT)
talk = partial(_answer, verdict=EntryKind.LOOK_UP_TALK, named=action_ids.LOOK_UP_TALK)
