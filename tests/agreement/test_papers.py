"""The papers say what the program does: named tests exist, named settings exist, links lead somewhere."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from bot.domain.service.ladders import LadderRule, Step
from bot.domain.service.service import Forum, Person, Service, Team
from bot.runtime.scopes import OPTIONAL_SCOPES, SCOPES
from bot.settings import Settings
from storage.audit import AuditEvent
from storage.tables.reports import ReportRow

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HAZARD_LOG = (DOCS / "safety" / "hazard-log.md").read_text(encoding="utf-8")
PAPERS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_LEVELS = ("debug", "info", "warning", "error", "critical")
_NAMES = r"\S+"
WITHOUT_A_TEST = ("no test yet", "outside Candour")


def _paper(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _code_words(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


def _rows(text: str, *, columns: int) -> list[list[str]]:
    """The cells of every table row that begins with a hazard's id and has this many columns."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:3] == "| H"]
    return [row for row in rows if len(row) == columns]


HAZARDS = _rows(HAZARD_LOG, columns=6)
CONTROLS = _rows(HAZARD_LOG, columns=3)


@cache
def _tests_in(path: str) -> frozenset[str]:
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    found = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return frozenset(node.name for node in found if isinstance(node, ast.FunctionDef))


def test_every_test_that_the_hazard_log_names_exists():
    named = NAMED_TEST.findall(HAZARD_LOG)
    assert named
    assert [f"{path}::{name}" for path, name in named if name not in _tests_in(path)] == []


def test_no_hazard_is_listed_twice():
    ids = [row[0] for row in HAZARDS]
    assert sorted(set(ids)) == sorted(ids)


def test_every_hazard_has_a_control_and_every_control_a_hazard():
    assert {hazard for hazard, *_ in CONTROLS} == {hazard for hazard, *_ in HAZARDS}


def test_every_control_names_its_test_or_says_that_there_is_none():
    silent = [row for row in CONTROLS if not NAMED_TEST.search(row[2]) and not row[2].startswith(WITHOUT_A_TEST)]
    assert silent == []


def test_every_hazard_has_an_owner():
    assert {row[5] for row in HAZARDS} <= {"Candour", "the organisation", "both"}


def test_the_operating_page_names_every_setting_and_no_other():
    words = _code_words(_paper("operating.md"))
    named = {word for word in words if re.fullmatch(r"(CANDOUR|SLACK)_[A-Z_]+|PORT", word)}
    assert named == {name.upper() for name in Settings.model_fields}


def test_the_defaults_on_the_operating_page_are_those_of_the_program():
    told = dict(re.findall(r"^\| `([A-Z_]+)` \|.*\| `([^`]+)` \|$", _paper("operating.md"), re.MULTILINE))
    fields = {name.upper(): field for name, field in Settings.model_fields.items()}
    given = {name: field.default for name, field in fields.items() if not field.is_required()}
    defaults = {name: str(default) for name, default in given.items() if default is not None}  # "empty", in words
    assert {name: default.lower() for name, default in defaults.items()} == told


def test_the_operating_page_explains_every_line_that_the_program_logs():
    explained = _code_words(_paper("operating.md"))
    patterns = {
        words: "".join(_NAMES if part[:1] == "%" else re.escape(part) for part in re.split(r"(%\(\w+\)s)", words))
        for words in _logged()
    }
    assert [
        words for words, pattern in patterns.items() if not any(re.fullmatch(pattern, each) for each in explained)
    ] == []


def _logged() -> set[str]:
    """The words of every call of a logger in the program."""
    files = [file for folder in ("bot", "handlers", "scheduler", "storage") for file in (ROOT / folder).rglob("*.py")]
    calls = [
        node
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LEVELS
    ]
    texts = [call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)]
    return {text for text in texts if isinstance(text, str)}


def test_the_operating_page_names_every_event_of_the_audit_trail_and_no_other():
    _before, _, page = _paper("operating.md").partition("### What the audit trail records")
    named = re.findall(r"^\| `([^`]+)` \|", page.partition("\n## ")[0], re.MULTILINE)
    assert sorted(named) == sorted(AuditEvent)


def test_the_page_about_the_service_file_names_every_key_and_no_other():
    named = set(re.findall(r"^\| `([a-z_]+)` \|", _paper("service-file.md"), re.MULTILINE))
    tables_of_the_file = {"teams", "people", "forums", "ladders"}
    keys = {*Service.model_fields, *Team.model_fields, *Person.model_fields, *Forum.model_fields}
    keys |= {*LadderRule.model_fields, *Step.model_fields}
    assert named == keys - tables_of_the_file


def test_the_data_flow_names_every_table_and_every_sealed_column():
    stored = ReportRow.metadata.tables
    sealed = {column.name for table in stored.values() for column in table.columns if column.name.endswith("_sealed")}
    assert {*stored, *sealed} - _code_words(_paper("data-flow.md")) == set()


def test_the_data_flow_names_every_scope_and_no_other():
    _before, _, permissions = _paper("data-flow.md").partition("### The permissions")
    named = re.findall(r"^\| `([^`]+)` \|", permissions.partition("\n## ")[0], re.MULTILINE)
    assert sorted(named) == sorted([*SCOPES, *OPTIONAL_SCOPES])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_links_between_papers_lead_somewhere(paper):
    text = paper.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", text) if "://" not in target]
    assert [target for target in targets if not _leads_somewhere(paper, target)] == []


def _leads_somewhere(paper: Path, target: str) -> bool:
    path, _, heading = target.partition("#")
    found = (paper.parent / path) if path else paper
    if not found.exists():
        return False
    headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE) if heading else []
    return not heading or heading in {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


def test_decisions_are_numbered_without_a_gap():
    assert [paper.name[:5] for paper in DECISIONS] == [f"{number:04}-" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.stem)
def test_a_decision_is_one_screen_under_five_headings(decision):
    lines = decision.read_text(encoding="utf-8").splitlines()
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert headings == ["Context", "Decision", "Consequences", "Alternatives", "References"]
    assert lines[0].startswith(f"# {decision.name[:4]}: ")
    assert len(lines) <= 60


FROM_ELSEWHERE = {
    "zerver/actions/scheduled_messages.py",  # Zulip's
    "client_msg_id",  # Slack's
    "pg_dump",  # PostgreSQL's
    "increase",  # Prometheus's
}
"""What decisions name of other people's programs."""
_CODE_FILES = (".py", ".toml", ".yml", ".js", ".html", ".example", "Makefile")


@cache
def _files() -> frozenset[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return frozenset(name for name in listed.stdout.splitlines() if (ROOT / name).is_file())


@cache
def _identifiers() -> frozenset[str]:
    """Every word of the code, the names of modules among them."""
    texts = [
        (ROOT / name).read_text(encoding="utf-8", errors="replace") for name in _files() if name.endswith(_CODE_FILES)
    ]
    return frozenset(_WORD.findall("\n".join([*texts, *_files()])))


_WORD = re.compile(r"[A-Za-z_]\w*")


def _is_there(named: str) -> bool:
    """True if this is a file or folder of ours, or each word in it is a word of our code."""
    if named.startswith("/"):  # What somebody types in Slack, or an address that is served.
        return True
    if "/" in named and re.fullmatch(r"[\w./-]+", named):
        folder = f"{named.rstrip('/')}/"
        return named in _files() or any(name.startswith(folder) for name in _files())
    return set(_WORD.findall(named)) <= _identifiers()


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem[:4])
def test_a_decision_names_only_what_exists(decision):
    named = _code_words(decision.read_text(encoding="utf-8")) - FROM_ELSEWHERE
    assert [each for each in sorted(named) if not _is_there(each)] == []


@pytest.mark.parametrize(
    "gone", ["storage/tables" + ".py", "bot/nowhere/", "candour_teams" + "_told", "Owed" + "ly()"]
)
def test_what_does_not_exist_is_found(gone):
    assert not _is_there(gone)
