"""Measure: python -m benchmarks [accept] [accept-slow-slack] [open-modal] [tick] [queue] [send] [identifiers].

All, if none is named.
What it prints is Markdown, for docs/benchmarks.md.
"""

import argparse
import os
import platform
import sqlite3
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from benchmarks import accept, identifiers, open_modal, queue, send, tick
from tests import postgres

BENCHMARKS: dict[str, Callable[[], None]] = {
    "accept": accept.main,
    "accept-slow-slack": accept.slow_slack,
    "open-modal": open_modal.main,
    "tick": tick.main,
    "queue": queue.main,
    "send": send.main,
    "identifiers": identifiers.main,
}
_PACKAGES = ("slack-bolt", "slack-sdk", "starlette", "uvicorn", "sqlalchemy", "sqlmodel", "pydantic", "psycopg")


def main() -> None:
    """Run what was asked for, and say on what."""
    names = parser().parse_args().names or list(BENCHMARKS)
    print(f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC. {_machine()}")
    for name in names:
        BENCHMARKS[name]()
    print(f"\nLoad average at the end: {os.getloadavg()[0]:.1f}")


def parser() -> argparse.ArgumentParser:
    """What can be typed: the names that the tables have."""
    whole = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    whole.add_argument("names", nargs="*", choices=[[], *BENCHMARKS], help="which (all if none is named)")
    return whole


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {_server()}. {packages}."
    )


def _server() -> str:
    programs = postgres.programs()
    if programs is None:
        return postgres.MISSING
    told = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - the tests' own server
    return told.stdout.strip()


if __name__ == "__main__":
    main()
