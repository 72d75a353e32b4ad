"""`python -m sandbox` as a person starts it."""

import json
import signal
import subprocess
import sys
import urllib.request

import pytest

from sandbox.workspace.seed import ROOT


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_says_where_and_stops_cleanly(tmp_path, number):
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--data", str(tmp_path / "kept.json")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout
        address = program.stdout.readline().split()[-1]
        with urllib.request.urlopen(f"{address}sandbox/clock", timeout=60) as answer:  # noqa: S310 - loopback
            assert json.loads(answer.read())["offset_seconds"] == 0
            assert "default-src 'self'" in answer.headers["content-security-policy"]
        program.send_signal(number)
        said, complained = program.communicate(timeout=10)
    assert (program.returncode, complained) == (0, "")
    assert (tmp_path / "kept.json").exists() is False, said
