"""The settings, the example file, the Makefile, the command line and the README name the same things."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import __main__ as command_line
from bot.settings import Settings

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"


def _settings() -> set[str]:
    return {name.upper() for name in Settings.model_fields}


def _example() -> str:
    return (ROOT / ".env.example").read_text(encoding="utf-8")


def _names_in_the_example() -> list[str]:
    """Given, or given as a comment because the default will do."""
    return re.findall(r"^(?:# ?)?([A-Z][A-Z0-9_]+)=", _example(), re.MULTILINE)


def test_every_setting_is_in_the_example_file_and_the_other_way_round():
    assert sorted(_names_in_the_example()) == sorted(_settings())


def test_the_example_file_holds_no_real_secret():
    values = re.findall(r"^(?:# ?)?\w*(?:TOKEN|SECRET|KEYS)=(.*)$", _example(), re.MULTILINE)
    assert [value for value in values if re.search(r"[A-Za-z0-9_-]{16}", value)] == []


def _targets() -> list[str]:
    return re.findall(r"^([a-z][a-z-]*):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", _targets())
def test_the_readme_names_every_target_of_the_makefile(target):
    assert re.search(rf"\bmake {target}\b", README.read_text(encoding="utf-8"))


def test_the_readme_names_no_target_that_is_not_there():
    named = set(re.findall(r"`(?:CI=true )?make ([a-z-]+)", README.read_text(encoding="utf-8")))
    assert named - set(_targets()) == set()


def _commands(parser: argparse.ArgumentParser, before: str = "python -m bot") -> Iterator[str]:
    """Every command that can be typed."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other list of them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for name, inner in action.choices.items():
                yield f"{before} {name}"
                yield from _commands(inner, f"{before} {name}")


def _all_commands() -> list[str]:
    found = list(_commands(command_line.parser()))
    return [each for each in found if each != "python -m bot audit"]  # Only a group: it asks for what follows.


def test_the_command_line_is_read():
    assert "python -m bot audit verify" in _all_commands()


@pytest.mark.parametrize("command", _all_commands())
def test_the_readme_names_every_command(command):
    assert command in README.read_text(encoding="utf-8")
