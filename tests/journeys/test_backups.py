"""The drill: a backup of the running bot, more reports, a restore, and nothing that had been sent comes twice."""

import re
import subprocess
import sys
from collections import Counter
from contextlib import contextmanager
from functools import partial

import pytest

from bot.__main__ import main
from tests import bots
from tests.crash.programs import ROOT, environment, typed
from tests.journeys.steps import card_about, everything_is_sent, opens, reference_in, reports
from tests.storage.examples import on_postgresql
from tests.torture import rows_in_sql, seen

HEAD = re.compile(r"\b\d+:[0-9a-f]{64}\b")


@pytest.fixture
def engine():
    """The file is replaced; a database on a server never is, so that its restore has a journey of its own."""
    return "sqlite"


@pytest.fixture
def operator(settings):
    """What an operator types, in a program of its own; returns the exit code and what was said."""
    return partial(typed, settings)


@pytest.fixture
def file(tmp_path):
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups" / "candour.backup"


@contextmanager
def slack_asking_for_a_pause(workspace):
    """Nothing is posted until the block ends."""

    def pause(method, arguments):
        if method == "chat.postMessage":
            return 429, {"Retry-After": "1"}, {"ok": False, "error": "ratelimited"}
        return None

    go_on = workspace.on_call(pause)
    try:
        yield
    finally:
        go_on()


@contextmanager
def started(workspace, settings):
    """The bot, until the block ends and it has gone."""
    with bots.running(workspace, settings) as context:
        yield context
    workspace.wait_until_bot_is_gone()


def head_in(said):
    found = HEAD.search(said)
    assert found, said
    return found.group()


def test_the_drill(workspace, settings, operator, file):
    nurse, lead = workspace.person("Amara Okafor"), workspace.person("Jo Carter")
    safety_channel = workspace.channel("safety-team")
    with started(workspace, settings):
        first = reference_in(reports(nurse))
        everything_is_sent(workspace, settings)
        with slack_asking_for_a_pause(workspace):
            waiting = [reference_in(reports(nurse)), reference_in(reports(nurse, still_at_risk="yes"))]
            code, said = operator("backup", file)
            assert (code, len(rows_in_sql.unsettled(settings))) == (0, 5)
        noted = head_in(said)
        lost = reference_in(reports(nurse))
        everything_is_sent(workspace, settings)
    posted = seen.cards(workspace), seen.copies(workspace)
    asked_to_come = waiting[1]  # Whoever is on call has a direct message about it as well.
    assert posted == (Counter([first, *waiting, lost]), Counter([first, *waiting, lost, asked_to_come]))

    code, said = operator("restore", file)
    assert (code, "To restore all the same, add --accept-loss." in said) == (1, True)
    assert set(rows_in_sql.references(settings)) == {first, *waiting, lost}
    code, said = operator("restore", file, "--accept-loss")
    assert code == 0
    assert "Messages that will be looked for in Slack before they are sent: 5." in said
    assert "A reminder or bulletin that was made after the backup may come again" in said
    assert len(list((file.parent.parent / "data").glob("candour.db.replaced-*"))) == 1
    assert rows_in_sql.unsettled(settings) == ["doubtful"] * 5

    with started(workspace, settings):
        everything_is_sent(workspace, settings)
        assert set(rows_in_sql.references(settings)) == {first, *waiting}
        assert (seen.cards(workspace), seen.copies(workspace)) == posted
        assert opens(lead, card_about(safety_channel, waiting[0])).says(waiting[0])
        new = reference_in(reports(nurse))
        card_about(safety_channel, new)
        assert operator("audit", "verify", "--kept", noted)[0] == 0


def test_what_had_not_been_sent_is_sent_once_after_a_restore(workspace, settings, operator, file):
    nurse = workspace.person("Amara Okafor")
    with slack_asking_for_a_pause(workspace), started(workspace, settings):
        waiting = reference_in(reports(nurse))
        assert operator("backup", file)[0] == 0
    assert operator("restore", file)[0] == 0
    with started(workspace, settings):
        everything_is_sent(workspace, settings)
    assert (seen.cards(workspace), seen.copies(workspace)) == (Counter([waiting]), Counter([waiting]))


def test_a_lost_machine_is_replaced_from_the_backup_and_the_key(workspace, settings, operator, file, tmp_path):
    nurse = workspace.person("Amara Okafor")
    with started(workspace, settings):
        reference = reference_in(reports(nurse))
        everything_is_sent(workspace, settings)
        assert operator("backup", file)[0] == 0
    for each in (tmp_path / "data").glob("candour.db*"):
        each.unlink()
    code, said = operator("restore", file)
    assert (code, "is kept as" in said) == (0, False)
    assert rows_in_sql.references(settings) == [reference]
    with started(workspace, settings):
        nurse.opens_home()
        assert nurse.home.says(reference)


@on_postgresql
def test_a_lost_server_is_replaced_from_the_backup_and_the_key(workspace, settings, file, postgres_server):
    nurse = workspace.person("Amara Okafor")
    with started(workspace, settings):
        sent = reference_in(reports(nurse))
        everything_is_sent(workspace, settings)
        with slack_asking_for_a_pause(workspace):
            waiting = reference_in(reports(nurse))
            code, said = typed(settings, "backup", file)
            assert code == 0
        noted = head_in(said)
        everything_is_sent(workspace, settings)
    posted = seen.cards(workspace), seen.copies(workspace)
    code, said = typed(settings, "restore", file)
    assert (code, "nothing there is replaced" in said) == (1, True)
    with postgres_server.empty_database() as new:
        moved = settings.model_copy(update={"candour_database_url": new})
        assert typed(moved, "restore", file)[0] == 0
        with started(workspace, moved):
            everything_is_sent(workspace, moved)
            assert set(rows_in_sql.references(moved)) == {sent, waiting}
            assert (seen.cards(workspace), seen.copies(workspace)) == posted
            card_about(workspace.channel("safety-team"), reference_in(reports(nurse)))
            assert typed(moved, "audit", "verify", "--kept", noted)[0] == 0


def test_a_restore_while_the_bot_runs_and_a_backup_over_another_are_refused_in_words(context, operator, file):
    assert operator("backup", file)[0] == 0
    assert operator("restore", file) == (1, "Another Candour is using this database. Stop it first.\n")
    code, said = operator("backup", file)
    assert (code, said) == (
        1,
        f"{file} is there already. Give the backup a name of its own, such as one with the date.\n",
    )


def test_the_wrong_key_is_refused_in_words(workspace, settings, context, operator, file):
    assert operator("backup", file)[0] == 0
    other = bots.settings_for(workspace, file.parent)
    command = [sys.executable, "-m", "bot", "restore", str(file)]
    done = subprocess.run(command, cwd=ROOT, env=environment(other), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("CANDOUR_KEYS is not the key that this backup was sealed with")


def test_a_head_that_was_noted_shows_whether_the_end_was_cut_off(context, nurse, operator):
    code, said = operator("audit", "verify")
    assert code == 0
    noted = head_in(said)
    reports(nurse)
    code, said = operator("audit", "verify", "--kept", noted)
    assert (code, f"up to the head that was noted, entry {noted.partition(':')[0]}, is still there" in said) == (
        0,
        True,
    )
    code, said = operator("audit", "verify", "--kept", f"99:{'0' * 64}")
    assert (code, "entry 99 is not the one that was noted" in said) == (1, True)


def test_what_is_no_head_is_not_taken_for_one(capsys):
    with pytest.raises(SystemExit):
        main(["audit", "verify", "--kept", "12"])
    assert "an audit head looks like 12:0f3a…" in capsys.readouterr().err
