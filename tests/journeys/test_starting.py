"""Starting the bot: it refuses in plain words, and says what to mend."""

import socket

import pytest
import sqlalchemy as sa

from bot.runtime.slack_clients import delivery_client, interactive_client
from scheduler.delivery.timeouts import CALL_SECONDS
from storage.engine.encryption import new_key
from tests import bots
from tests.crash.programs import typed
from tests.journeys.engine_and_mode import on_both_pairs, over_a_socket, over_http
from tests.storage.examples import every_row, on_sqlite

SHORTEST_WAITS = {
    "SLACK_API_URL": "https://slack.invalid/api/",
    "CANDOUR_LEASE_SECONDS": "30",
    "CANDOUR_RECONCILE_SECONDS": "15.1",
}
"""The rule is for Slack itself: a stand-in on this machine may be awaited for less long."""


def refuses(settings, words, **changed):
    """It does not start, and says these words."""
    code, said = typed(settings, "run", "--new", CANDOUR_DEMO="false", **changed)
    assert code == 1
    assert words in said


@on_both_pairs
def test_a_wrong_key_is_refused_and_the_database_stays_as_it_is(workspace, settings, url):
    with bots.running(workspace, settings):
        pass
    engine = sa.create_engine(url)
    before = every_row(engine)
    code, said = typed(settings, "run", CANDOUR_KEYS=f"other:{new_key()}")
    assert code == 1
    assert said.startswith("CANDOUR_KEYS lacks the key test, which sealed a part of this database.")
    assert every_row(engine) == before
    assert before["audit"] != []
    engine.dispose()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CANDOUR_KEYS", "", "CANDOUR_KEYS is not set."),
        ("CANDOUR_KEYS", "nonsense", "CANDOUR_KEYS must look like id:key,id:key"),
        ("SLACK_API_URL", "http://example.invalid/api/", "SLACK_API_URL must begin with https"),
        ("CANDOUR_DATABASE_URL", "sqlite:////nowhere/at/all/candour.db", "The folder /nowhere/at/all"),
        ("CANDOUR_SERVICE_FILE", "no-such-file.toml", "no-such-file.toml cannot be read: No such file or directory."),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(workspace, settings, name, value, words):
    refuses(settings, words, **{name: value})


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CANDOUR_LEASE_SECONDS", "29.9", "CANDOUR_LEASE_SECONDS must be at least 30: Slack may take 15 seconds"),
        (
            "CANDOUR_RECONCILE_SECONDS",
            "15",
            "CANDOUR_RECONCILE_SECONDS must be more than 15: Slack may take 15 seconds",
        ),
    ],
)
def test_waits_in_which_a_message_could_be_posted_twice_are_refused(workspace, settings, name, value, words):
    refuses(settings, words, **SHORTEST_WAITS | {name: value})


def test_the_shortest_waits_are_taken(workspace, tmp_path):
    shortest = {name.lower(): value for name, value in SHORTEST_WAITS.items()}
    assert bots.settings_for(workspace, tmp_path, candour_demo=False, **shortest).delivery_timeouts.lease == 30


@over_a_socket
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SLACK_APP_TOKEN", "", "SLACK_APP_TOKEN must be set where CANDOUR_MODE is socket."),
        ("SLACK_APP_TOKEN", "xapp-wrong", "Slack refused the connection: invalid_auth."),
        ("SLACK_API_URL", "http://127.0.0.1:9/api/", "Slack could not be reached: it refused the connection."),
    ],
)
def test_what_is_wrong_with_the_connection_is_said_in_plain_words(workspace, settings, name, value, words):
    refuses(settings, words, **{name: value})


@over_http
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SLACK_SIGNING_SECRET", "", "SLACK_SIGNING_SECRET must be set where CANDOUR_MODE is http."),
        ("PORT", "", "PORT must be set where CANDOUR_MODE is http."),
        ("CANDOUR_HOST", "192.0.2.1", "of 192.0.2.1 cannot be served: Cannot assign requested address."),
    ],
)
def test_what_is_wrong_with_the_address_is_said_in_plain_words(workspace, settings, name, value, words):
    refuses(settings, words, **{name: value})


@over_http
def test_a_port_that_somebody_else_uses_is_refused_in_plain_words(workspace, settings):
    with socket.create_server((settings.candour_host, settings.port)):
        refuses(settings, f"Port {settings.port} of 127.0.0.1 cannot be served: Address already in use.")


@on_sqlite
def test_a_second_bot_on_the_same_database_is_refused(workspace, settings):
    with bots.running(workspace, settings):
        code, said = typed(settings, "run")
    assert (code, said) == (1, "Another Candour is using this database. Stop it first.\n")


def test_a_new_database_is_made_only_when_told(workspace, settings):
    code, said = typed(settings, "run")
    assert (code, said.startswith("There is no Candour database at ")) == (1, True)
    with bots.running(workspace, settings):
        pass
    code, said = typed(settings, "run", "--new")
    assert (code, said) == (1, "There is a database already. Start without --new to use it.\n")


@on_sqlite
@pytest.mark.parametrize("left", [None, b""], ids=["no file", "a file of 0 bytes"])
def test_a_database_that_is_gone_is_not_replaced_by_an_empty_one(workspace, settings, tmp_path, left):
    with bots.running(workspace, settings):
        pass
    file = tmp_path / "data" / "candour.db"
    file.unlink()
    if left is not None:
        file.write_bytes(left)
    code, said = typed(settings, "run")
    assert (code, said.startswith(f"There is no Candour database at {file.resolve()}.")) == (1, True)
    assert file.exists() is (left is not None)
    assert left is None or file.stat().st_size == 0


def test_a_mistake_in_the_service_file_names_its_line(workspace, settings, tmp_path):
    wrong = tmp_path / "service.toml"
    text = bots.SERVICE_FILE.read_text()
    wrong.write_text(text.replace('channel = "C0WILLOW01"', 'channel = "willow"'))
    line = text.splitlines().index('channel = "C0WILLOW01"') + 1
    code, said = typed(settings, "run", CANDOUR_SERVICE_FILE=str(wrong))
    assert code == 1
    assert said.startswith(f"{wrong}, line {line}: channel: ")


def test_the_demo_s_clock_is_refused_away_from_this_machine(settings):
    code, said = typed(settings, "run", SLACK_API_URL="https://slack.example.invalid/api/")
    assert code == 1
    assert "CANDOUR_DEMO moves the clock" in said


def test_the_clients_repeat_nothing_by_themselves_and_share_one_tls_context(settings):
    interactive, delivery = (
        interactive_client(settings.slack_access),
        delivery_client(settings.slack_access, seconds=CALL_SECONDS),
    )
    assert interactive.retry_handlers == delivery.retry_handlers == []
    assert interactive.ssl is delivery.ssl
    assert interactive.ssl is not None
    assert interactive.timeout < 3
