"""Makes the files of a paper in a process of its own, which has no key, no token and no database."""

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.views.documents.paper import Paper

PROGRAM = Path(__file__).parents[2]
SECONDS = 120
_KNOWN_TO_IT = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV", "PYTHONPATH", "MPLCONFIGDIR")
_ONE_AT_A_TIME = threading.Lock()


class NotMade(Exception):
    """The process that makes the files did not end well. Its words are not repeated: they could hold anything."""


def files_of(paper: Paper) -> dict[str, bytes]:
    """The three files by the ending of their names. Raises `NotMade`."""
    with TemporaryDirectory() as folder, _ONE_AT_A_TIME:
        _run(paper, folder)
        return {path.suffix: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def _run(paper: Paper, folder: str) -> None:
    known = {name: os.environ[name] for name in _KNOWN_TO_IT if name in os.environ}
    command = [sys.executable, "-m", "bot.views.documents", folder]
    try:
        subprocess.run(  # noqa: S603 - our own program
            command,
            input=pickle.dumps(paper),
            env=known,
            cwd=PROGRAM,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as failure:
        raise NotMade(type(failure).__name__) from None
