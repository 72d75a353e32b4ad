"""The command line, `python -m bot`: each command is a file in `bot/commands`."""

import argparse
import sys
from collections.abc import Callable

from bot.commands import audit, backup, denominators, due, export, figures, keys, outbox, pack, reseal, restore, run
from bot.commands.check import command as check
from bot.commands.period import PeriodNotUsable
from bot.commands.say import say
from bot.runtime import logs
from bot.runtime.http_server import NotServed
from bot.runtime.socket_mode import NotConnected
from bot.service_file import ServiceFileRefused
from bot.settings import SettingsRefused
from storage.backup.encrypted_file import BackupRefused
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import KeysRefused

COMMANDS = (run, check, audit, outbox, due, figures, export, denominators, pack, backup, restore, keys, reseal)
REFUSALS = (
    ServiceFileRefused,
    KeysRefused,
    DatabaseRefused,
    NotConnected,
    NotServed,
    SettingsRefused,
    BackupRefused,
    PeriodNotUsable,
)
"""Their messages are for the person who typed the command."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    logs.start()
    chosen = parser().parse_args(arguments)
    run_command: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run_command(chosen)
    except REFUSALS as refusal:
        say(str(refusal))
        return 1
    except Exception:  # noqa: BLE001 - nobody is left without a word
        sys.excepthook(*sys.exc_info())
        say("That is a mistake in Candour, and no setting of yours. Tell its makers the line that the log shows.")
        return 1


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    whole = argparse.ArgumentParser(prog="python -m bot", description="Candour, incident reporting in Slack.")
    commands = whole.add_subparsers(required=True)
    for command in COMMANDS:
        command.add_to(commands)
    return whole


if __name__ == "__main__":
    sys.exit(main())
