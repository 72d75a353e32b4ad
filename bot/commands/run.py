"""`python -m bot run`: the bot, until it is stopped."""

import argparse
import signal
import threading
from types import FrameType

from bot import app
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.commands.subparsers import Subparsers
from bot.runtime import logs
from bot.settings import naming, read_keyring, read_settings
from storage.engine import connect
from storage.engine.backends import DatabaseRefused

_STOPPING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_LOOK_SECONDS = 1.0
"""The main thread wakes so often, because a signal may be given to any thread, and only the main one handles it."""


def add_to(commands: Subparsers) -> None:
    parser = commands.add_parser("run", help="Run the bot until it is stopped.")
    parser.add_argument("--new", action="store_true", help="the first time: make a new database")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    settings = read_settings()
    logs.start(settings.candour_log_format)
    with naming("CANDOUR_DATABASE_URL"):
        refuse_keys_beside_the_data(settings)
        is_there = chosen.new and connect.is_there(settings.candour_database_url, read_keyring(settings))
    if is_there:
        raise DatabaseRefused("There is a database already. Start without --new to use it.")
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in _STOPPING_SIGNALS:
        signal.signal(number, stop)
    open_database = connect.make_or_open_database if chosen.new else connect.open_database
    with app.running(settings, open_database=open_database):
        while not stopping.wait(_LOOK_SECONDS):
            pass
    return 0
