"""`pyproject.toml` declares every package that the code imports, and each requirement file pins what it declares."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES = ("run", "sandbox", "dev")
IMPORTED_BY = {
    "run": ("bot", "handlers", "scheduler", "storage"),
    "sandbox": ("sandbox",),
    "dev": ("tests", "benchmarks"),
}
PIN = re.compile(
    r"^([A-Za-z0-9._-]+(?:\[[a-z]+\])?)==(\S+).*"
    r"((?:\n    --hash=sha256:[0-9a-f]{64}.*)*)"
    r"((?:\n    #.*)*)",
    re.MULTILINE,
)


def _declared(file: str) -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    return [Requirement(each) for each in (PROJECT["project"]["dependencies"] if file == "run" else groups[file])]


def _pins(file: str) -> list[re.Match[str]]:
    return list(PIN.finditer((ROOT / "requirements" / f"{file}.txt").read_text(encoding="utf-8")))


def _version_of(file: str) -> dict[str, str]:
    return {canonicalize_name(pin[1].partition("[")[0]): pin[2] for pin in _pins(file)}


def _third_party(folders: tuple[str, ...]) -> set[str]:
    """The top names of what these folders import, without the standard library and our own."""
    own = {path.name for path in ROOT.iterdir() if path.is_dir()}
    found = {name for folder in folders for file in (ROOT / folder).rglob("*.py") for name in _imports(file)}
    return found - own - set(sys.stdlib_module_names)


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("file", FILES)
def test_each_declared_package_is_pinned_at_a_version_that_it_allows(file):
    pinned = _version_of(file)
    versions = [(each, pinned.get(canonicalize_name(each.name))) for each in _declared(file)]
    assert [str(each) for each, version in versions if not version or version not in each.specifier] == []


@pytest.mark.parametrize("file", FILES)
def test_each_pin_that_no_other_package_needs_is_declared(file):
    declared = {canonicalize_name(each.name) for each in _declared(file)}
    directly = [pin for pin in _pins(file) if "candour (pyproject.toml" in pin[4]]
    assert {canonicalize_name(pin[1].partition("[")[0]) for pin in directly} == declared


@pytest.mark.parametrize("file", FILES)
def test_each_pin_has_a_hash(file):
    assert [pin[1] for pin in _pins(file) if not pin[3]] == []


def test_a_package_has_one_version_in_all_files():
    versions = {(name, version) for file in FILES for name, version in _version_of(file).items()}
    assert len({name for name, _ in versions}) == len(versions)


@pytest.mark.parametrize("file", FILES)
def test_each_imported_package_is_declared(file):
    known = packages_distributions()
    declared = {canonicalize_name(each.name) for some in FILES[: FILES.index(file) + 1] for each in _declared(some)}
    imported = {
        name: {canonicalize_name(each) for each in known.get(name, ())} for name in _third_party(IMPORTED_BY[file])
    }
    assert [name for name, packages in imported.items() if not packages & declared] == []


def test_imports_are_found():
    assert {"slack_bolt", "pydantic", "sqlmodel"} <= _third_party(IMPORTED_BY["run"])
