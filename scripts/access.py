"""Draws docs/access.md from the access table: `python -m scripts.access` (`make access`)."""

from pathlib import Path

from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import TABLE, Act, Standing
from bot.views.kit import readers

PAGE = Path(__file__).resolve().parent.parent / "docs" / "access.md"
_CALLED = {
    Sensitivity.ORDINARY: "ordinary",
    Sensitivity.RESTRICTED: "restricted",
    Sensitivity.CONCERN: "concern",
    Sensitivity.GUARDIAN: "guardian's concern",
}
_CONCERNS = {Sensitivity.CONCERN: "for the safety lead", Sensitivity.GUARDIAN: "for the guardian"}
MARK = "<!-- What follows is drawn by `make access`. -->"


def page() -> str:
    """The page as it should be: what people wrote, and then the table."""
    written, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{written}{MARK}\n\n{_sentences()}\n{_table()}"


def _sentences() -> str:
    concerns = [
        f"- A concern that is {words}: {readers.who_reads_a_concern(sensitivity)}"
        for sensitivity, words in _CONCERNS.items()
    ]
    return "\n".join([f"- {readers.who_reads()}", f"- {readers.who_sees_the_name()}", *concerns]) + "\n"


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
    if allowed == [Sensitivity.ORDINARY, Sensitivity.RESTRICTED]:
        return "no concern"
    if set(Sensitivity) - set(allowed) == {Sensitivity.GUARDIAN}:
        return "not the guardian's"
    return ", ".join(_CALLED[sensitivity] for sensitivity in allowed)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
