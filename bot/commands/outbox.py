"""`python -m bot outbox`: what waits to be sent and what needs a person; `outbox again` sends one message again."""

import argparse
from contextlib import ExitStack, closing
from uuid import UUID

from bot.commands.database_to_read import database_to_read
from bot.commands.say import say
from bot.commands.subparsers import Subparsers
from bot.settings import naming, read_keyring, read_settings
from bot.usecases.operations import delivery
from storage.engine import connect
from storage.outbox import messages, status


def add_to(commands: Subparsers) -> None:
    outbox = commands.add_parser("outbox", help="Show messages that need a person.")
    outbox.set_defaults(run=show)
    again = outbox.add_subparsers().add_parser("again", help="Send a held or refused message again.")
    again.add_argument("id", type=UUID)
    again.set_defaults(run=send_again)


def show(_chosen: argparse.Namespace) -> int:
    with database_to_read() as database, database.reading() as transaction:
        undelivered, waiting = status.undelivered(transaction), messages.waiting(transaction)
        first = "" if database.shared else "stop the bot and "
    say(f"Waiting to be sent: {waiting}. Needing a person: {len(undelivered)}.")
    for message in undelivered:
        meaning = "may or may not have arrived" if message.state == "held" else "did not get through"
        say(f"{message.id}  {message.kind}  {meaning}: {message.last_error}")
    if undelivered:
        say(f"To send one again, {first}run: python -m bot outbox again ID")
    return 0


def send_again(chosen: argparse.Namespace) -> int:
    settings = read_settings()
    url, keyring = settings.candour_database_url, read_keyring(settings)
    with ExitStack() as stack:
        with naming("CANDOUR_DATABASE_URL"):
            stack.enter_context(connect.alone(url))
            database = stack.enter_context(closing(connect.open_database(url, keyring)))
        found = delivery.send_again(database, chosen.id, now=database.now())
    say("It will be sent again when the bot runs." if found else "There is no such message that needs a person.")
    return 0 if found else 1
