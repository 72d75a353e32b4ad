"""Whatever is wrong with a setting, a file or the database: a sentence names the setting, in `run` and in `check`."""

import os

import pytest

from bot.__main__ import main
from bot.settings import SettingsRefused, naming
from tests import bots


def says(capsys, *words: str) -> str:
    """What the program says, which ends without success."""
    assert main([*words]) == 1
    return str(capsys.readouterr().out)


WRONG_SETTINGS = [
    ("SLACK_APP_TOKEN", "xapp\u2014sandbox", "holds a character that does not belong there"),
    ("SLACK_APP_TOKEN", "xapp-sand\u200bbox", "holds a character that does not belong there"),
    ("SLACK_BOT_TOKEN", "xoxb\u2014sandbox", "holds a character that does not belong there"),
    ("SLACK_BOT_TOKEN", "xoxb-sand\nbox", "holds a character that does not belong there"),
    ("SLACK_API_URL", "https://slack.com\u00a0/api/", "holds a character that does not belong there"),
    ("SLACK_API_URL", "https://[slack.com/api/", "Invalid IPv6 URL"),
    ("CANDOUR_KEYS", "test:\u00e9", "holds a character that does not belong there"),
    ("CANDOUR_DATABASE_URL", "candour.db", "must name a SQLite file"),
    ("CANDOUR_DATABASE_URL", "/var/lib/candour.db", "must name a SQLite file"),
    ("CANDOUR_DATABASE_URL", "sqlite://data/candour.db", "must name a SQLite file"),
    ("CANDOUR_DATABASE_URL", "sqlite:candour.db", "must name a SQLite file"),
    ("CANDOUR_DATABASE_URL", "sqlite+aiosqlite:///candour.db", "must name a SQLite file"),
    ("CANDOUR_DATABASE_URL", "postgresql+psycopg://db:port/candour", "must name a SQLite file"),
    ("CANDOUR_PAGE_URL", "http://pager.example/ring", "must begin with https, unless it is on this machine"),
    ("CANDOUR_PAGE_URL", "pager.example", "must be a web address"),
    ("CANDOUR_COMMAND", "incident", "must be a slash and at most 31 of"),
    ("CANDOUR_LEASE_SECONDS", "inf", "must be at most 600"),
    ("CANDOUR_LEASE_SECONDS", "1e12", "must be at most 600"),
    ("CANDOUR_LEASE_SECONDS", "nan", "must be at most 600"),
    ("CANDOUR_LEASE_SECONDS", "a minute", "must be a number"),
    ("CANDOUR_RECONCILE_SECONDS", "inf", "must be at most 600"),
    ("CANDOUR_RETRY_SECONDS", "1e10", "must be at most 900"),
    ("CANDOUR_DELIVERY_POLL_SECONDS", "1e10", "must be at most 60"),
    ("CANDOUR_MESSAGES_PER_MINUTE", "inf", "must be at most"),
    ("CANDOUR_TICK_SECONDS", "inf", "must be at most 60"),
    ("CANDOUR_MODE", "sockets", "must be 'socket' or 'http'"),
    ("PORT", "eighty", "must be a whole number"),
    ("CANDOUR_DEMO", "perhaps", "must be true or false"),
]


@pytest.mark.parametrize("command", ["run", "check"])
@pytest.mark.parametrize(("name", "value", "words"), WRONG_SETTINGS)
def test_a_setting_that_is_wrong_is_named(environment, capsys, command, name, value, words):
    environment(name, value)
    assert f"{name} {words}" in says(capsys, command)


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "CANDOUR_KEYS", "CANDOUR_DATABASE_URL"])
def test_blanks_and_line_ends_around_a_setting_do_not_matter(environment, capsys, monkeypatch, name, workspace):
    environment(name, f" {os.environ[name]}\r\n")
    main(["check"])
    wrong = [line for line in capsys.readouterr().out.splitlines() if line.startswith("MEND")]
    assert [line for line in wrong if "kept for examples" not in line] == []


@pytest.mark.parametrize("content", [b"# caf\xe9\n", "CANDOUR_MODE=socket\n".encode("utf-16")])
def test_a_file_of_settings_in_another_encoding_is_named(environment, tmp_path, capsys, content):
    (tmp_path / ".env").write_bytes(content)
    for command in ("run", "check"):
        assert ".env: this is not UTF-8. Save it as UTF-8." in says(capsys, command)


@pytest.mark.parametrize("file", ["candour.db", "candour.db.lock"])
def test_a_folder_in_the_place_of_a_file_is_named(environment, tmp_path, capsys, file):
    (tmp_path / "data" / file).unlink(missing_ok=True)
    (tmp_path / "data" / file).mkdir()
    for command in (
        ["run"],
        ["run", "--new"],
        ["check"],
        ["outbox", "again", "8d1f8d1f-0000-4000-8000-000000000000"],
    ):
        said = says(capsys, *command)
        assert "CANDOUR_DATABASE_URL" in said or "database" in said


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            PermissionError(13, "Permission denied", "/data/candour.db.lock"),
            "/data/candour.db.lock: Permission denied.",
        ),
        (UnicodeEncodeError("latin-1", "ŵ", 0, 1, "no"), "Make the database with the encoding UTF8."),
        (UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "no"), "this is not UTF-8."),
        (TypeError("bytes"), "it cannot be used (TypeError)."),
    ],
)
def test_any_other_failure_is_a_sentence_that_names_the_setting(error, words):
    with pytest.raises(SettingsRefused, match=r"^CANDOUR_DATABASE_URL: ") as refused, naming("CANDOUR_DATABASE_URL"):
        raise error
    assert words in str(refused.value)


def test_a_check_beside_a_running_bot_finds_it(environment, workspace, settings, capsys):
    with bots.running(workspace, settings):
        environment("CANDOUR_DATABASE_URL", settings.candour_database_url)
        environment("CANDOUR_KEYS", settings.candour_keys.get_secret_value())
        main(["check"])
    assert "ok    keys and database" in capsys.readouterr().out
