"""Ask the reporter to phone me: one press on an opened incident, which shows no name."""

from bot.usecases.incidents.phone_me import ask_to_phone
from bot.views.incidents import saved_screens
from bot.views.kit import action_ids
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import show
from handlers.bolt.payloads import Press
from handlers.incidents.pressed import saved_or_why_not


def ask(deps: Dependencies, press: Press) -> None:
    """Send the message, then say which number stands in it."""

    def save() -> View:
        phone = ask_to_phone(deps.context, press.id, by=press.person, now=deps.context.clock.now())
        return saved_screens.asked_to_phone(phone)

    show(deps, press, saved_or_why_not(deps, save, named=action_ids.ASK_TO_PHONE))
