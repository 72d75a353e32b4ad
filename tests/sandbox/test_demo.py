"""`make demo` as a person starts it, in both modes."""

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest

from sandbox.workspace.seed import ROOT

NOBODY = "http://127.0.0.1:9"
BEHIND_A_PROXY = os.environ | {"HTTPS_PROXY": NOBODY, "http_proxy": NOBODY}
"""As on many a machine of a hospital. The demo is all on this machine and needs none."""


def lines_until(program: subprocess.Popen[str], words: str) -> Iterator[str]:
    """What the program says, up to the line with these words."""
    assert program.stdout
    for line in program.stdout:
        yield line
        if words in line:
            return


@pytest.mark.parametrize(("chosen", "mode"), [([], "Socket Mode"), (["--http"], "HTTP mode")])
def test_it_says_which_page_to_open_and_stops_cleanly(tmp_path, chosen, mode):
    command = [sys.executable, "-m", "sandbox.demo", "--folder", str(tmp_path / "demo"), *chosen]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, env=BEHIND_A_PROXY
    ) as program:
        try:
            *before, address = lines_until(program, "http://")
            assert f"Candour's demo is running in {mode}. Open this page:\n" in before
            with urllib.request.urlopen(address.strip(), timeout=60) as page:  # noqa: S310 - loopback
                assert b"<title>Sandbox</title>" in page.read()
            program.send_signal(signal.SIGINT)
            said, _ = program.communicate(timeout=30)
        finally:
            program.kill()
    assert (program.returncode, "Stopped. Run make demo again to go on" in said) == (0, True)
