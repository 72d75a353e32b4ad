"""Reads the invented sentences on which suggestions are tuned and measured."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
BLAMES = "+ "
CLEAN = "- "


class Accuracy(NamedTuple):
    """How often what is marked is right, and how much of what is to be found is marked."""

    precision: float
    recall: float
    sentences: int


def lines_of(name: str) -> list[str]:
    """The sentences of a file, without its remarks."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def accuracy(name: str, marks: Callable[[str], object]) -> Accuracy:
    """How `marks` does on the sentences of a file."""
    lines = lines_of(name)
    marked = [line for line in lines if marks(line[2:])]
    right = sum(line.startswith(BLAMES) for line in marked)
    return Accuracy(right / len(marked), right / sum(line.startswith(BLAMES) for line in lines), len(lines))
