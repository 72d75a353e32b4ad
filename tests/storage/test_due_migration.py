"""A database of the version before due rows: each reminder and bulletin comes once: none is lost or doubled.

Open actions before and after their first reminder, done ones, some moved, one of a zone that is no longer known; a
team that has had its bulletin, one that has not, one that missed weeks, one that was told while the clock was ahead.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from storage.engine import connect
from storage.engine.encryption import Keyring
from storage.engine.transactions import Database
from tests.domain.examples import BOTH, a_service, a_team
from tests.storage.examples import at
from tests.usecases.bot_without_slack import Bot, FrozenClock

NOW = at("2026-12-08 12:00")
"""A Tuesday, on which the new version starts. The old one ran until the morning."""
MONDAY, WEEK, HOUR = date(2026, 12, 7), timedelta(weeks=1), timedelta(hours=1)
SET_AT = at("2026-11-02 12:00")
SECRETS = {"lookup": b"looks things up", "audit": b"makes the trail"}


@dataclass(frozen=True)
class Old:
    """An action as the old version left it, and when it is still to be reminded of."""

    due_on: date
    comes: tuple[str, ...]
    nudged: str | None = None
    done: bool = False
    zone: str = "Europe/London"
    due_set_at: datetime = SET_AT


OLD = {
    "before its first": Old(date(2026, 12, 16), ("2026-12-11 08:00", "2026-12-14 08:00", "2026-12-17 08:00")),
    "after its first": Old(date(2026, 12, 9), ("2026-12-10 08:00",), nudged="before"),
    "after both": Old(date(2026, 12, 1), (), nudged="after"),
    "done": Old(date(2026, 12, 16), (), done=True),
    "done after its first": Old(date(2026, 12, 9), (), nudged="before", done=True),
    "due in a year": Old(date(2027, 12, 8), ("2027-12-03 08:00", "2027-12-06 08:00", "2027-12-09 08:00")),
    "over Christmas": Old(date(2026, 12, 24), ("2026-12-21 08:00", "2026-12-22 08:00", "2026-12-29 08:00")),
    "set after its first would have come": Old(
        date(2026, 12, 9), ("2026-12-10 08:00",), due_set_at=at("2026-12-08 08:00")
    ),
    "missed both while the old one was down": Old(date(2026, 12, 3), ("2026-12-08 12:00",)),
    "missed its second": Old(date(2026, 12, 4), ("2026-12-08 12:00",), nudged="before"),
    "in Auckland": Old(
        date(2026, 12, 17), ("2026-12-13 19:00", "2026-12-14 19:00", "2026-12-17 19:00"), zone="Pacific/Auckland"
    ),
    "in a zone that is gone": Old(
        date(2026, 12, 16), ("2026-12-11 08:00", "2026-12-14 08:00", "2026-12-17 08:00"), zone="Asia/Gone"
    ),
}
TEAMS = {
    "told": [MONDAY],
    "owed": [MONDAY - WEEK],
    "missed": [MONDAY - 3 * WEEK],
    "new": [],
    "early": [MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK],
}
"""The Mondays whose bulletins each team has had."""
SERVICE = a_service(
    teams=tuple(a_team(code=code, name=code, channel=f"C0{code.upper()}") for code in TEAMS),
    people=(BOTH,),
)


def _owner(number: int) -> str:
    return f"U0OWNER{number:02}"


@pytest.fixture
def old(empty_url, keyring) -> Iterator[str]:
    """The database as the version before left it."""
    database = Database(empty_url, keyring)
    database.backend.make()
    config = Config()
    config.set_main_option("script_location", str(connect._MIGRATIONS))  # noqa: SLF001 - where they are
    config.attributes["backend"] = database.backend
    command.upgrade(config, "0002")
    tables = sa.MetaData()
    with database.engine.begin() as connection:
        tables.reflect(connection)
        _fill(connection, tables.tables, keyring)
    database.close()
    return empty_url


def _fill(connection, tables, keyring: Keyring) -> None:
    def keep(table: str, **values: object) -> None:
        there = {name: value for name, value in values.items() if name in tables[table].c}  # Others came later.
        connection.execute(tables[table].insert().values(_as_kept(connection, there)))

    for name, secret in SECRETS.items():
        encoded = base64.b64encode(secret).decode()
        keep("secret", name=name, value_sealed=keyring.seal(encoded, bound_to=f"secret.value:{name}"))
    for position, (code, mondays) in enumerate(TEAMS.items()):
        joined = MONDAY if code == "new" else MONDAY - 9 * WEEK
        team = SERVICE.teams[position]
        keep("team", **team.model_dump(), position=position, joined_on=joined)
        for monday in mondays:
            keep("occurrence", kind="bulletin", subject=code, local_key=str(monday), made_at=SET_AT)
    report = {"kind": "environment", "still_at_risk": "no", "team": "told", "reporter": "U0AMARA"}
    times = {"happened_at": SET_AT, "reported_at": SET_AT}
    hashes = {"submission_hash": b"form", "answers_hash": b"answers", "narrative_sealed": b"sealed"}
    keep("report", id=UUID(int=1), reference="2222-222", **report, **times, **hashes)
    for number, action in enumerate(OLD.values()):
        action_id = UUID(int=100 + number)
        keep(
            "action",
            id=action_id,
            report_id=UUID(int=1),
            submission_hash=b"form %d" % number,
            change_sealed=keyring.seal("Test the alarm", bound_to=f"action.change:{action_id}"),
            owner=_owner(number),
            owner_zone=action.zone,
            due_on=action.due_on,
            due_set_at=action.due_set_at,
            nudged=action.nudged,
            state="done" if action.done else "open",
            agreed_by="U0BOTH",
            agreed_at=SET_AT,
            done_at=SET_AT if action.done else None,
        )


def _as_kept(connection, values):
    """A row as the old version wrote it: on SQLite ids are hexadecimal, and moments text in UTC."""
    if connection.dialect.name == "postgresql":
        return values
    moments = {key: value.replace(tzinfo=None) for key, value in values.items() if isinstance(value, datetime)}
    return values | moments | {key: value.hex for key, value in values.items() if isinstance(value, UUID)}


@pytest.fixture
def bot(old, keyring):
    clock = FrozenClock(NOW)
    bot = Bot(old, keyring, clock, SERVICE)
    bot.approved_points(12)
    bot.approves_drafts = True
    yield bot
    bot.stop()


def _live(bot: Bot) -> None:
    """A second before and at each hour at which something comes, on 36 days, and on some days a year later."""
    for start, days in ((at("2026-12-08 00:00"), 36), (at("2027-12-02 00:00"), 8)):
        for hour in (24 * day + hour for day in range(days) for hour in (0, 8, 9, 12, 19)):
            for moment in (start + hour * HOUR - timedelta(seconds=1), start + hour * HOUR):
                if moment >= bot.clock.now():
                    bot.clock.to(moment)
                    bot.tick()


def test_each_reminder_and_bulletin_of_an_old_database_comes_once_and_in_its_time(bot):
    _live(bot)
    came = {
        case: tuple(f"{each.at:%Y-%m-%d %H:%M}" for each in bot.of_kind("nudge") if each.target == _owner(number))
        for number, case in enumerate(OLD)
    }
    assert came == {case: action.comes for case, action in OLD.items()}
    for code in TEAMS:
        posted = [each for each in bot.of_kind("bulletin") if each.target == f"C0{code.upper()}"]
        mondays = [date.fromisoformat(each.subject["edition"]["monday"]) for each in posted]
        winter = [monday for monday in mondays if monday < date(2027, 2, 1)]
        assert (code, winter) == (code, [MONDAY + week * WEEK for week in range(1, 6)])
        assert len(mondays) == len(set(mondays))


def test_what_comes_next_is_written_by_the_migration_itself(old, keyring):
    connect.open_database(old, keyring).close()
    database = connect.open_to_read(old, keyring)
    assert (database.lookup_secret, database.audit_secret) == (SECRETS["lookup"], SECRETS["audit"])
    with database.engine.connect() as connection:
        found = connection.execute(sa.text("SELECT kind, count(*) FROM due GROUP BY kind ORDER BY kind")).all()
    database.close()
    open_ones = sum(1 for action in OLD.values() if action.comes)
    assert [tuple(row) for row in found] == [("bulletin", len(TEAMS)), ("nudge", open_ones)]
