"""The order of imports is held: an import that breaks it fails the build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LINTER = Path(sys.executable).parent / "lint-imports"
PACKAGES = ("bot", "handlers", "scheduler", "storage", "sandbox")

BROKEN = [
    ("bot/domain/kinds.py", "import slack_sdk", "The rules know no Slack, no SQL, no scheduler"),
    ("bot/views/home.py", "import sqlmodel", "The rules know no Slack, no SQL, no scheduler"),
    ("bot/domain/kinds.py", "from storage import audit", "Imports run downwards only"),
    ("storage/audit.py", "from bot.usecases import house", "Imports run downwards only"),
    ("handlers/homes.py", "from scheduler import patience", "Imports run downwards only"),
    ("scheduler/patience.py", "from handlers import homes", "Imports run downwards only"),
    ("bot/usecases/reading.py", "from bot import app", "Imports run downwards only"),
    ("storage/audit.py", "import slack_sdk", "What is remembered knows no Slack and counts nothing"),
    ("bot/usecases/reading.py", "import prometheus_client", "What is remembered knows no Slack and counts nothing"),
    ("storage/audit.py", "from bot import metrics", "Imports run downwards only"),
    ("bot/usecases/reading.py", "from storage import tables", "Rows are seen only inside storage"),
    ("scheduler/posts/card.py", "from storage import narratives", "Shared messages cannot see narratives"),
    ("bot/views/messages.py", "from bot.domain import narratives", "Shared messages cannot see narratives"),
    ("sandbox/rules/blocks.py", "from bot import settings", "The sandbox knows nothing of the bot"),
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    """The program, where it may be broken."""
    folder = tmp_path_factory.mktemp("copied")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def test_the_program_as_it_is_keeps_the_order(copied):
    kept = _lint(copied)
    assert (kept.returncode, "0 broken" in kept.stdout) == (0, True)


@pytest.mark.parametrize(("path", "line", "contract"), BROKEN)
def test_an_import_that_breaks_the_order_fails_the_build(copied, path, line, contract):
    module = copied / path
    before = module.read_text(encoding="utf-8")
    module.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        broken = _lint(copied)
    finally:
        module.write_text(before, encoding="utf-8")
    assert (broken.returncode, f"{contract} BROKEN" in broken.stdout) == (1, True)
