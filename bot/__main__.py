"""The command line: `python -m bot run`, `check`, `audit verify`, `outbox`, `backup`, `restore`, `keys`, `reseal`."""

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from uuid import UUID

from bot import app
from bot.commands import check as checks
from bot.commands import live_walk
from bot.runtime import logs
from bot.runtime.http_server import NotServed
from bot.runtime.socket_mode import NotConnected
from bot.service_file import ServiceFileRefused
from bot.settings import Settings
from bot.usecases.operations import backups, delivery, reseal
from bot.usecases.operations.backups import Loss
from storage import audit, integrity
from storage.audit import Head, TrailBroken
from storage.backup.encrypted_file import BackupRefused
from storage.engine import connect
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, KeysRefused, new_key
from storage.engine.transactions import Database
from storage.outbox import messages as outbox
from storage.outbox import status

REFUSALS = (
    ServiceFileRefused,
    KeysRefused,
    DatabaseRefused,
    NotConnected,
    NotServed,
    checks.SettingsRefused,
    BackupRefused,
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code. A refusal is told in plain words."""
    logs.start()
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except REFUSALS as refusal:
        _say(str(refusal))
        return 1


def _run(chosen: argparse.Namespace) -> int:
    settings = checks.settings()
    logs.start(settings.candour_log_format)
    checks.refuse_keys_beside_the_data(settings)
    if chosen.new and connect.is_there(settings.candour_database_url, _keyring(settings)):
        raise DatabaseRefused("There is a database already. Start without --new to use it.")
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    open_database = connect.make_or_open_database if chosen.new else connect.open_database
    with app.running(settings, open_database=open_database):
        stopping.wait()
    return 0


def _check(chosen: argparse.Namespace) -> int:
    found = checks.run(say=_say)
    return live_walk.walk(say=_say, ask=input) if chosen.live and not found else found


def _audit_verify(chosen: argparse.Namespace) -> int:
    with _database_to_read() as database, database.reading() as transaction:
        try:
            count = integrity.verify(transaction)
        except TrailBroken as broken:
            _say(f"{broken} {checks.KEEP_AND_ASK}")
            return 1
        head, kept = audit.head(transaction), chosen.kept
        missing = kept is not None and not audit.holds(transaction, kept)
    if missing:
        _say(
            f"The trail has {count} entries, and entry {kept.seq} is not the one that was noted. The end was cut "
            "off, or a backup was restored. Keep the database as it is, and ask for help."
        )
        return 1
    _say(f"The audit trail fits together, and the reports and actions with it: {count} entries.")
    if kept:
        _say(f"Everything up to the head that was noted, entry {kept.seq}, is still there.")
    _say(f"Note this head elsewhere, with the date: {head}")
    return 0


def _outbox_list(_chosen: argparse.Namespace) -> int:
    with _database_to_read() as database, database.reading() as transaction:
        undelivered, waiting = status.undelivered(transaction), outbox.waiting(transaction)
        first = "" if database.shared else "stop the bot and "
    _say(f"Waiting to be sent: {waiting}. Needing a person: {len(undelivered)}.")
    for message in undelivered:
        meaning = "may or may not have arrived" if message.state == "held" else "did not get through"
        _say(f"{message.id}  {message.kind}  {meaning}: {message.last_error}")
    if undelivered:
        _say(f"To send one again, {first}run: python -m bot outbox again ID")
    return 0


def _outbox_again(chosen: argparse.Namespace) -> int:
    settings = checks.settings()
    with connect.alone(settings.candour_database_url):
        database = connect.open_database(settings.candour_database_url, _keyring(settings))
        try:
            found = delivery.send_again(database, chosen.id, now=database.now())
        finally:
            database.close()
    _say("It will be sent again when the bot runs." if found else "There is no such message that needs a person.")
    return 0 if found else 1


def _backup(chosen: argparse.Namespace) -> int:
    settings = checks.settings()
    made = backups.back_up(settings.candour_database_url, chosen.file, keyring=_keyring(settings))
    _say(f"The backup is in {chosen.file}, and was read back.")
    if made.broken_trail:
        _say(f"The database that it holds is not in order. {made.broken_trail} {checks.KEEP_AND_ASK}")
        return 1
    _say(f"Its audit trail fits together. Note this audit head elsewhere, with the date: {made.head}")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    settings = checks.settings()
    restored = backups.restore(
        settings.candour_database_url,
        chosen.file,
        keyring=_keyring(settings),
        loss=chosen.loss,
        now=datetime.now(UTC),
    )
    _say(f"Restored, as it was at audit entry {restored.taken_at.seq}. The head is now {restored.head}")
    if restored.kept:
        _say(f"The database that was there is kept as {restored.kept}.")
    _say(f"Messages that will be looked for in Slack before they are sent: {restored.in_doubt}.")
    _say("A reminder or bulletin that was made after the backup may come again: nothing here knows of it.")
    return 0


def _reseal(_chosen: argparse.Namespace) -> int:
    settings = checks.settings()
    with connect.alone(settings.candour_database_url):
        database = connect.open_database(settings.candour_database_url, _keyring(settings))
        try:
            resealed = reseal.reseal(database, now=database.now())
        finally:
            database.close()
    _say(f"Sealed anew with the key {database.keyring.newest}: {resealed.texts} texts.")
    if resealed.still_needed:
        names = " and ".join(resealed.still_needed)
        _say(f"Some texts could not be opened. Keep the key {names}; python -m bot audit verify names the first.")
        return 1
    _say("No older key is needed by the database. Backups made before still need theirs.")
    return 0


def _keys(_chosen: argparse.Namespace) -> int:
    _say(f"CANDOUR_KEYS=k{datetime.now(UTC):%Y%m%d}:{new_key()}")
    return 0


@contextmanager
def _database_to_read() -> Iterator[Database]:
    settings = checks.settings()
    database = connect.open_to_read(settings.candour_database_url, _keyring(settings))
    try:
        yield database
    finally:
        database.close()


def _keyring(settings: Settings) -> Keyring:
    return Keyring.from_text(settings.candour_keys.get_secret_value())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Candour, incident reporting in Slack.")
    commands = parser.add_subparsers(required=True)

    running = commands.add_parser("run", help="Run the bot until it is stopped.")
    running.add_argument("--new", action="store_true", help="the first time: make a new database")
    running.set_defaults(run=_run)
    check = commands.add_parser("check", help="Test tokens, scopes, database, keys, channels and clock.")
    check.add_argument("--live", action="store_true", help="walk through what only a real workspace can show")
    check.set_defaults(run=_check)
    trail = commands.add_parser("audit", help="The audit trail.").add_subparsers(required=True)
    verify = trail.add_parser("verify", help="Prove that it has not been changed.")
    verify.add_argument("--kept", type=_head, metavar="SEQ:HASH", help="a head noted earlier, to be found in it")
    verify.set_defaults(run=_audit_verify)
    commands.add_parser("keys", help="Make a new key, to put into CANDOUR_KEYS.").set_defaults(run=_keys)
    commands.add_parser("reseal", help="Seal everything anew with the newest key.").set_defaults(run=_reseal)
    messages = commands.add_parser("outbox", help="Show messages that need a person.")
    messages.set_defaults(run=_outbox_list)
    again = messages.add_subparsers().add_parser("again", help="Send a held or refused message again.")
    again.add_argument("id", type=UUID)
    again.set_defaults(run=_outbox_again)
    _add_backups(commands)
    return parser


def _add_backups(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = commands.add_parser("backup", help="Seal a checked copy of the database into a file.")
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="Put a backup in the place of the database; the bot is stopped.")
    restore.add_argument("file", type=Path)
    restore.add_argument(
        "--accept-loss",
        dest="loss",
        action="store_const",
        const=Loss.ACCEPTED,
        default=Loss.REFUSED,
        help="even if the database in place holds what the backup does not",
    )
    restore.set_defaults(run=_restore)


def _head(text: str) -> Head:
    try:
        return Head.from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main())
