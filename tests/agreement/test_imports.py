"""The order of imports is held: an import that breaks it fails the build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LINTER = Path(sys.executable).parent / "lint-imports"
PACKAGES = ("bot", "handlers", "scheduler", "storage", "sandbox")

SUBJECTS = "The subjects of the rules stand in one order"
ROWS = "Rows are seen only inside storage"
APART = "The subjects of the handlers import none of each other"
DOWN = "Imports run downwards only"
RULES = "The rules know no Slack, no SQL, no scheduler"
MEMORY = "What is remembered knows no Slack and counts nothing"
SHARED = "Shared messages cannot see narratives"
PRODUCT = "The product knows nothing of the sandbox"
BROKEN = [
    ("bot/domain/reports/kinds.py", "import slack_sdk", RULES),
    ("bot/views/home/home.py", "import sqlmodel", RULES),
    ("bot/domain/reports/kinds.py", "from storage import audit", DOWN),
    ("bot/domain/reports/kinds.py", "from bot.runtime import clock", DOWN),
    ("bot/domain/reports/kinds.py", "from bot.runtime import logs", DOWN),
    ("bot/domain/reports/kinds.py", "from sandbox import rules", PRODUCT),
    (
        "bot/domain/reports/kinds.py",
        "from bot.domain.actions import nudges",
        "The subjects of the rules stand in one order",
    ),
    ("bot/views/home/home.py", "from bot import service_file", DOWN),
    ("storage/engine/fair_semaphore.py", "from bot.runtime import clock", DOWN),
    ("storage/audit.py", "from bot.usecases import context", DOWN),
    ("storage/engine/backends.py", "from storage import audit", "Queries stand on tables and engine"),
    ("handlers/home.py", "from scheduler.delivery import timeouts", DOWN),
    ("handlers/home.py", "from sandbox import server", PRODUCT),
    ("scheduler/delivery/timeouts.py", "from handlers import home", DOWN),
    ("bot/usecases/incidents/open_incident.py", "from bot import app", DOWN),
    (
        "bot/usecases/incidents/open_incident.py",
        "from bot.usecases.actions import nudges",
        "The subjects of the use cases stand in the same order",
    ),
    ("storage/audit.py", "import slack_sdk", MEMORY),
    ("bot/usecases/incidents/open_incident.py", "import prometheus_client", MEMORY),
    ("storage/audit.py", "from bot.runtime import metrics", DOWN),
    ("bot/settings.py", "from bot import app", "The parts of the bot itself are each on a floor"),
    (
        "bot/usecases/incidents/open_incident.py",
        "from storage.tables import reports",
        "Rows are seen only inside storage",
    ),
    ("handlers/actions/owners.py", "from handlers.reports import report_form", APART),
    ("handlers/incidents/forms.py", "from handlers.actions import owners", APART),
    ("handlers/evidence/figures.py", "from handlers.reports import report_form", APART),
    ("storage/audit.py", "from storage import facts", "Queries stand on tables and engine"),
    ("handlers/incident_screen.py", "from handlers.incidents import forms", APART),
    ("handlers/home.py", "from handlers.actions import owners", APART),
    ("handlers/bolt/modals.py", "from handlers import listeners", APART),
    ("scheduler/posts/card.py", "from storage import narratives", SHARED),
    ("bot/views/shared/messages.py", "from bot.domain.reports import narratives", SHARED),
    ("bot/views/shared/draft_messages.py", "from bot.domain.reports import unsent", SHARED),
    ("scheduler/posts/not_sent.py", "from storage import draft_words", SHARED),
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


@pytest.mark.parametrize(
    "line",
    [
        "from datetime import UTC, datetime\n\nAT = datetime.now(UTC)",
        "from datetime import date\n\nDAY = date.today()",
        "import time\n\nAT = time.time()",
        "import random",
        "import secrets",
    ],
)
@pytest.mark.parametrize("folder", ["bot/domain/reports", "bot/views/kit", "bot/usecases/actions"])
def test_rules_words_and_use_cases_may_not_ask_what_time_it_is(tmp_path, folder, line):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module = tmp_path / folder / "probe.py"
    module.parent.mkdir(parents=True)
    module.write_text(f"{line}\n", encoding="utf-8")
    ruff = [Path(sys.executable).parent / "ruff", "check", "--no-cache", "--select", "TID251", folder]
    assert subprocess.run(ruff, cwd=tmp_path, capture_output=True, check=False).returncode == 1
