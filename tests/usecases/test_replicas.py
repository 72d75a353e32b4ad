"""Several replicas on one PostgreSQL: what happens in two of them at the same moment happens once."""

import subprocess
import sys
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from bot.domain.bulletins.edition import drafted_at, next_monday, posted_at
from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Role
from bot.usecases.incidents import danger, danger_rung
from bot.usecases.outgoing import Page
from bot.usecases.service import load as configuring
from scheduler.due import Tick
from storage import audit
from storage.engine import connect
from storage.engine.encryption import Keyring, new_key
from storage.outbox.messages import ClaimedMessage
from tests.domain.examples import NOON, a_person, a_service
from tests.storage.examples import at_once
from tests.usecases import bot_without_slack

REPLICAS = 4
HALF_AN_HOUR = timedelta(minutes=30)
EXECUTIVE = a_person(slack_id="U0EXEC", name="Eva Lind", roles=frozenset({Role.EXECUTIVE}))
LADDER_SERVICE = a_service(people=(*a_service().people, EXECUTIVE))


@pytest.fixture
def engine():
    """SQLite has one program at a time."""
    return "postgresql"


@pytest.fixture
def replicas(url):
    """Four bots on one database, with one clock."""
    keyring, clock = Keyring.from_text(f"test:{new_key()}"), bot_without_slack.FrozenClock(NOON)
    bots = [bot_without_slack.Bot(url, keyring, clock) for _ in range(REPLICAS)]
    yield bots
    for bot in bots:
        bot.stop()


OPEN = """
import hashlib, sys
from storage.engine import connect
from storage.engine.encryption import Keyring
database = connect.make_or_open_database(sys.argv[1], Keyring.from_text(sys.argv[2]))
print(hashlib.sha256(database.audit_secret).hexdigest())
database.close()
"""


def test_programs_that_meet_an_empty_database_migrate_it_once_and_share_its_secrets(postgres_server):
    key = f"test:{new_key()}"
    with postgres_server.empty_database() as url:
        command = [sys.executable, "-c", OPEN, url, key]
        programs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(REPLICAS)]
        told = [program.communicate()[0] for program in programs]
        connect.open_to_read(url, Keyring.from_text(key)).close()
    assert [program.returncode for program in programs] == [0] * REPLICAS
    assert len(set(told)) == 1


def test_the_same_form_sent_to_every_replica_at_once_gives_one_report_and_one_receipt(replicas):
    receipts = []
    at_once(lambda number: receipts.append(replicas[number].submit()), threads=REPLICAS)
    assert len({receipt.report.reference for receipt in receipts}) == 1
    assert {receipt.amended for receipt in receipts} == {False}
    assert replicas[0].rows("SELECT count(*) FROM report") == [(1,)]
    assert replicas[0].rows("SELECT count(*) FROM outbox") == [(2,)]


def test_a_reference_drawn_by_two_replicas_at_once_is_given_to_one_of_them(replicas, monkeypatch):
    drawn = iter([7, 7, 7, 7, 8, 9, 10, 11, 12, 13])
    monkeypatch.setattr("bot.usecases.incidents.submit.secrets.randbelow", lambda _: next(drawn))
    given = []
    at_once(lambda number: given.append(replicas[number].submit(key=f"form {number}")), threads=2)
    assert len({receipt.report.reference for receipt in given}) == 2


def test_an_action_agreed_twice_at_once_is_one_action(replicas):
    report = replicas[0].report()
    agreed = []
    at_once(lambda number: agreed.append(replicas[number].agree(report)), threads=REPLICAS)
    assert len({action.id for action in agreed}) == 1


def test_replicas_that_tick_at_once_queue_each_nudge_and_bulletin_once(replicas):
    first = replicas[0]
    monday = next_monday(first.context.service.zone, now=first.clock.now())
    first.agree(first.report(), due_on=monday + timedelta(days=2))
    first.approved_points()
    first.clock.to(drafted_at(monday, first.context.service.zone))
    first.tick()
    first.approve_drafts()
    first.clock.to(posted_at(monday, first.context.service.zone) + timedelta(hours=3))
    before = first.rows("SELECT count(*) FROM outbox")[0][0]
    counted: list[int] = []
    at_once(lambda number: counted.append(replicas[number].queue_what_is_due()), threads=REPLICAS)
    kinds = first.rows("SELECT kind FROM outbox ORDER BY position")[before:]
    assert sorted(kinds) == [*[("bulletin",)] * len(a_service().teams), ("nudge",)]
    assert sum(counted) == len(kinds)


def test_replicas_never_claim_the_same_message(replicas):
    for number in range(20):
        replicas[0].submit(key=f"form {number}")
    claims: list[ClaimedMessage] = []

    def claim_all(number):
        while claimed := replicas[number].next_message():
            claims.append(claimed)

    at_once(claim_all, threads=REPLICAS)
    assert len({claim.id for claim in claims}) == len(claims) == 40


def test_the_audit_trail_of_all_replicas_is_one_chain(replicas):
    def submit_ten(number):
        for each in range(10):
            replicas[number].submit(key=f"{number} {each}")

    at_once(submit_ten, threads=REPLICAS)
    with replicas[0].context.database.reading() as transaction:
        assert audit.verify(transaction) == 1 + 10 * REPLICAS


def test_another_service_file_loaded_by_every_replica_at_once_is_loaded_once(replicas):
    wanted = a_service(name="Alder Mental Health")
    loaded = []

    def load(number):
        loaded.append(configuring.load_service(replicas[number].context.database, wanted, now=NOON))

    at_once(load, threads=REPLICAS)
    assert sorted(loaded) == [False, False, False, True]


@pytest.fixture
def apart(url):
    """Four bots on one database, whose clocks are 30 minutes apart."""
    keyring = Keyring.from_text(f"test:{new_key()}")
    clocks = [bot_without_slack.FrozenClock(NOON + number * HALF_AN_HOUR) for number in range(REPLICAS)]
    bots = [bot_without_slack.Bot(url, keyring, clock) for clock in clocks]
    for bot in bots:
        bot.context.pages = True
        bot.configure(LADDER_SERVICE)
    yield bots
    for bot in bots:
        bot.stop()


@pytest.mark.parametrize("first", [0, REPLICAS - 1])
def test_however_far_apart_their_clocks_each_rung_rings_once_and_none_after_an_answer(apart, first):
    """The program has the server's clock for all replicas; this is what the ladder does where it has not.

    Then everybody is asked again more often than with one clock, and never in a storm.
    """
    report = apart[first].report(still_at_risk=AtRisk.YES)
    _two_hours_pass(apart)
    rung = _rung(apart[0])
    assert [asks for asks in rung if asks != "everybody"] == ["first", "second", "executive"]
    assert 1 <= rung.count("everybody") <= 120 // 10
    danger.take_danger(apart[-1].context, report.incident_id, by="U0ONCALL", now=apart[-1].clock.now())
    _two_hours_pass(apart)
    assert _rung(apart[0]) == rung


def _two_hours_pass(bots):
    """Each two minutes every replica looks once, another one first."""
    ticks = [Tick(bot.context, [danger_rung]) for bot in bots]
    for minute in range(60):
        for number in range(REPLICAS):
            ticks[(minute + number) % REPLICAS]()
        for bot in bots:
            bot.clock.forward(timedelta(minutes=2))


def _rung(bot):
    """Whom each ringing asked, in the order of the ringings."""
    with bot.context.database.reading() as transaction:
        sealed = transaction.core.execute(
            sa.text("SELECT id, body_sealed FROM outbox WHERE kind = 'page' ORDER BY position")
        )
        bodies = [
            Page.decode(transaction.unseal(row.body_sealed, bound_to=f"outbox.body:{UUID(str(row.id))}"))
            for row in sealed
        ]
    assert sorted(page.number for page in bodies) == list(range(1, len(bodies) + 1))
    return [asks for page in sorted(bodies, key=lambda page: page.number) for asks in page.asks]
