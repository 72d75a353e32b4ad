"""What the program itself prints while everything goes wrong: nothing of what was typed."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from json import loads
from pathlib import Path

import pytest

from sandbox.transport.http_mode import JSON
from tests import bots
from tests.canary.canary import CANARY, REFUSED, WHAT, files_with_it, holds
from tests.crash.programs import ENDS_WITHIN, ROOT, environment
from tests.journeys.steps import card_about, opens, reference_in

WENT_WRONG = f"""
import logging, threading, time, warnings
from pathlib import Path

class Odd:
    def __del__(self):
        raise ValueError("{CANARY} in an object that goes away")

def wrong():
    while not Path("now").exists():
        time.sleep(0.05)
    warnings.warn("{CANARY} in a warning")
    logging.getLogger("slack_bolt").error("{CANARY} %s", "{CANARY}", exc_info=ValueError("{CANARY}"))
    logging.getLogger("candour.test").error("too few words for %s and %s", "{CANARY}")
    odd = Odd()
    del odd
    Path("done").touch()
    raise ValueError("{CANARY} in a thread")

threading.Thread(target=wrong, daemon=True).start()
"""
"""Runs inside the bot, which is not told of it: Python imports a module of the name `sitecustomize` by itself."""

WRONG = [
    ("a form was not confirmed as saved: ", '"event": "a form was not confirmed as saved: ERROR", "error": "'),
    ("ERROR slack_bolt: at ", '"level": "ERROR", "logger": "slack_bolt", "place": "'),
    ("WARNING py.warnings: at ", '"level": "WARNING", "logger": "py.warnings", "place": "'),
    (
        "CRITICAL candour: ignored ValueError at sitecustomize.py:",
        '"what": "ignored", "error": "ValueError", "place": "sitecustomize.py:',
    ),
    (
        "CRITICAL candour: stopped by ValueError at sitecustomize.py:",
        '"what": "stopped by", "error": "ValueError", "place": "sitecustomize.py:',
    ),
    ("JSONDecodeError", '"error": "JSONDecodeError"}'),
]
"""What the log says of each thing that went wrong: as text, and as JSON."""


@dataclass
class Printed:
    """What the program wrote, and the folder it worked in."""

    log_format: str
    text: str
    opened: str
    code: int
    folder: Path


@pytest.fixture(scope="module", params=[("text", "socket"), ("json", "socket"), ("text", "http")], ids="-".join)
def printed(request, tmp_path_factory) -> Iterator[Printed]:
    """The program was run, everything went wrong, and it was stopped."""
    log_format, mode = request.param
    folder = tmp_path_factory.mktemp("process")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "sitecustomize.py").write_text(WENT_WRONG, encoding="utf-8")
    with ExitStack() as stack:
        workspace, output = stack.enter_context(bots.served()), stack.enter_context((outside / "printed").open("w+b"))
        settings = bots.settings_for(workspace, folder, candour_log_format=log_format, **bots.reached_by(mode))
        stack.enter_context(bots.reachable(workspace, settings))
        paths = {"PYTHONPATH": f"{ROOT}{os.pathsep}{outside}"}
        command = [sys.executable, "-m", "bot", "run", "--new"]
        bot = subprocess.Popen(command, cwd=folder, env=environment(settings) | paths, stdout=output, stderr=output)
        try:
            workspace.wait_for_bot()
            opened = _a_bad_night(workspace, folder)
            _wait_for_the_log(workspace, outside / "printed", log_format)
            bot.send_signal(signal.SIGTERM)
            code = bot.wait(ENDS_WITHIN)
        finally:
            bot.kill()
            bot.wait()
        output.seek(0)
        yield Printed(log_format, output.read().decode(), opened, code, folder)


def _a_bad_night(workspace, folder: Path) -> str:
    """A report, broken payloads, errors inside the program; then something that is no JSON."""
    nurse, lead = workspace.person("Amara Okafor"), workspace.person("Jo Carter")
    nurse.runs(f"/incident {WHAT}", channel="oak-ward")
    nurse.answers(still_at_risk="yes")
    reference = reference_in(nurse.submits())
    opened = opens(lead, card_about(workspace.channel("safety-team"), reference)).text
    form = next(
        each.envelope["payload"]
        for each in workspace.envelopes
        if each.envelope["payload"].get("type") == "view_submission"
    )
    for view in (form["view"] | {"state": {"values": REFUSED}}, {"callback_id": "report", "type": "modal"}):
        workspace.deliver("interactive", form | {"view": view}, answerable="with a payload")
    with _nothing_can_be_saved(folder / "candour.db"):
        nurse.runs("/incident", channel="oak-ward")
        nurse.answers(what=REFUSED, still_at_risk="yes")
        nurse.submits()
    pressed = {"type": "block_actions", "actions": [], "user": {"id": REFUSED}, "said": REFUSED}
    workspace.deliver("interactive", pressed, answerable="plainly")
    (folder / "now").touch()
    workspace.wait_until((folder / "done").exists, reason="Nothing went wrong inside the program.")
    no_json = f'{{"{REFUSED}": is no JSON'
    for connection in list(workspace.sockets.connections):
        connection.put(no_json)
    if workspace.requests.url:
        workspace.requests.post(no_json, content_type=JSON)
    return str(opened)


@contextmanager
def _nothing_can_be_saved(file: Path) -> Iterator[None]:
    """Somebody holds the turn to write for as long as the block lasts."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA busy_timeout = 20000")
        other.execute("BEGIN IMMEDIATE")
        yield


def _wait_for_the_log(workspace, printed: Path, log_format: str) -> None:
    """What it never says is for the tests to tell."""
    said = [{"text": text, "json": json}[log_format] for text, json in WRONG]
    with suppress(TimeoutError):
        workspace.wait_until(lambda: all(each in printed.read_text() for each in said), seconds=30, turn=0.1)


def test_it_could_leak_the_report_was_opened_with_every_word(printed):
    assert WHAT in printed.opened


@pytest.mark.parametrize(
    ("text", "json"),
    WRONG,
)
def test_each_thing_that_went_wrong_is_in_the_log(printed, text, json):
    assert {"text": text, "json": json}[printed.log_format] in printed.text


def test_as_json_every_line_is_one_object_with_a_time(printed):
    if printed.log_format == "json":
        lines = [loads(line) for line in printed.text.splitlines()]
        assert lines
        assert [line for line in lines if not datetime.fromisoformat(line["time"]).tzinfo] == []


def test_nothing_that_was_typed_is_printed(printed):
    assert not holds(printed.text)
    assert "Traceback" not in printed.text


def test_no_file_that_the_program_wrote_holds_it(printed):
    assert "candour.db" in {path.name for path in printed.folder.iterdir()}
    assert files_with_it(printed.folder) == []


def test_it_stops_when_it_is_told_to(printed):
    assert printed.code == 0
