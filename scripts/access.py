"""Draws docs/access.md from the access table: `python -m scripts.access` (`make access`)."""

from pathlib import Path

from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import TABLE, Act, Standing
from bot.views.kit import readers

PAGE = Path(__file__).resolve().parent.parent / "docs" / "access.md"
MARK = "<!-- What follows is drawn by `make access`. -->"


def page() -> str:
    """The page as it should be: what people wrote, and then the table."""
    written, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{written}{MARK}\n\n{_sentences()}\n{_table()}"


def _sentences() -> str:
    return f"- {readers.who_reads()}\n- {readers.who_sees_the_name()}\n"


def _table() -> str:
    head = ["act", *(standing.value.replace("_", " ") for standing in Standing)]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for act in Act:
        cells = [_cell(act, standing) for standing in Standing]
        lines.append(f"| {' | '.join([act.value.replace('_', ' '), *cells])} |")
    return "\n".join(lines) + "\n"


def _cell(act: Act, standing: Standing) -> str:
    """Yes, no, or in which sensitivity only."""
    allowed = [sensitivity for sensitivity in Sensitivity if standing in TABLE[sensitivity][act]]
    if len(allowed) == len(Sensitivity):
        return "yes"
    return allowed[0].value if allowed else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
