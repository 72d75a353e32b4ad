"""Whether the files beside the program say what they must, and nobody else can read the secrets."""

import stat
from collections.abc import Collection, Iterator
from datetime import date

from bot.commands.check.finding import Finding
from bot.domain.incidents.duties import BODIES, Body, retired_bodies
from bot.domain.service.phone_numbers import fictional_number_in
from bot.domain.service.service import Service
from bot.settings import ENV_FILE

_OTHERS = stat.S_IROTH | stat.S_IWOTH


def env_file() -> Iterator[Finding]:
    """Whether everybody on this machine can read the keys, or exchange them."""
    if ENV_FILE.is_file():
        open_to_all = ENV_FILE.stat().st_mode & _OTHERS
        yield Finding(".env", "everybody on this machine can read it. Run: chmod 600 .env" if open_to_all else None)


def phone_numbers(service: Service) -> Iterator[Finding]:
    """Whether the numbers that people read in danger are those of an example."""
    for name in ("on_call_phone", "support"):
        yield Finding(name, _example(getattr(service, name)))
    for team in service.teams:
        yield Finding(f"phone of {team.name}", _phone(team.phone))


def bodies(today: date, known: Collection[Body] = BODIES) -> Iterator[Finding]:
    """Whether somebody whom a duty names is no longer there."""
    gone = [body.label for body in retired_bodies(today, known)]
    mend = f"{', '.join(gone)}: no longer there. Ask who has its task, and install a newer Candour."
    yield Finding("bodies that duties name", mend if gone else None)


def _phone(number: str | None) -> str | None:
    """How to mend the number of a team, or None if it is right. Whoever answers an alert phones it."""
    if number is None:
        return "it has none. Put the team's own number as phone there, because whoever answers an alert phones it."
    if not any(each.isdigit() for each in number):
        return "it is no number. Put the team's own number there, and ring it."
    return _example(number)


def _example(number: str) -> str | None:
    found = fictional_number_in(number)
    return (
        f"{found} is kept for examples and rings nobody. Put your own number there, and ring it." if found else None
    )
