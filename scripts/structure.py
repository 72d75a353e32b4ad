"""Draws the structure from the imports into docs/structure.md: rooms, the floors they stand on, arrows, and figures.

python -m scripts.structure            writes the page anew (`make structure`)
python -m scripts.structure FOLDER     prints what another checkout looks like
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import grimp  # Comes with import-linter.

PACKAGES = ("bot", "handlers", "scheduler", "storage", "sandbox")
ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "structure.md"
MARK = "<!-- What follows is drawn by `make structure`. -->"


def room_of(module: str) -> str:
    """The folder that a module stands in, or the module itself if it stands alone."""
    parts = module.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else module


def arrows(folder: Path) -> dict[str, set[str]]:
    """Which room imports which others."""
    sys.path.insert(0, str(folder))
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    found: dict[str, set[str]] = {room_of(module): set() for module in graph.modules if module not in PACKAGES}
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            here, there = room_of(module), room_of(imported)
            if here != there and here in found and there in found:
                found[here].add(there)
    return found


def floors(rooms: dict[str, set[str]]) -> dict[str, int]:
    """How many rooms stand below each: a room stands one floor above the highest that it imports."""
    heights: dict[str, int] = {}

    def height(room: str, above: frozenset[str]) -> int:
        if room not in heights:
            below = [height(other, above | {room}) for other in rooms[room] if other not in above]
            heights[room] = 1 + max(below, default=0)
        return heights[room]

    for room in sorted(rooms):
        height(room, frozenset())
    return heights


def functions(folder: Path) -> Iterator[int]:
    """The length of every function, in lines."""
    for path in modules(folder):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or node.lineno) - node.lineno + 1


def modules(folder: Path) -> list[Path]:
    """Every module of the product and of the sandbox that says something."""
    paths = [path for package in PACKAGES for path in sorted((folder / package).rglob("*.py"))]
    return [path for path in paths if path.read_text(encoding="utf-8").strip()]


def drawn(folder: Path) -> Iterator[str]:
    """The page, line by line."""
    rooms = arrows(folder)
    heights = floors(rooms)
    for package in PACKAGES:
        own = {room for room in rooms if room.startswith(f"{package}.")}
        yield f"### {package}: {len(own)} rooms on {len({heights[room] for room in own})} floors\n"
        yield "| floor | room | imports |\n|---|---|---|"
        by_floor: dict[int, list[str]] = defaultdict(list)
        for room in own:
            by_floor[heights[room]].append(room)
        for floor in sorted(by_floor, reverse=True):
            for room in sorted(by_floor[floor]):
                below = ", ".join(f"`{other}`" for other in sorted(rooms[room]))
                yield f"| {floor} | `{room}` | {below or 'nothing'} |"
        yield ""
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in modules(folder)]
    lengths = list(functions(folder))
    yield "### Figures\n"
    yield f"Modules: {len(lines)}, median {median(lines):.0f} lines, longest {max(lines)}."
    yield f"Functions: {len(lengths)}, median {median(lengths):.0f} lines."


def page() -> str:
    """The page as it should be: what people wrote, and then what is drawn."""
    written, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{written}{MARK}\n\n" + "\n".join(drawn(ROOT)) + "\n"


if __name__ == "__main__":
    if sys.argv[1:]:
        print("\n".join(drawn(Path(sys.argv[1]).resolve())))
    else:
        PAGE.write_text(page(), encoding="utf-8")
