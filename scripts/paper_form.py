"""Draws docs/paper-form.md from the report dialog: `python -m scripts.paper_form` (`make access`).

For the hours in which Slack or Candour is away: the same questions, in the same words, on paper.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.domain.service.service import Service
from bot.service_file import read_service
from bot.views.kit import form
from handlers.reports import report_form
from scripts.form_table import NOW

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "paper-form.md"
MARK = "<!-- What follows is drawn by `make access`. -->"
ONLY_ON_SCREEN = ("more",)
"""A second box for a long text: paper has another side."""
_LINE = "\\_" * 30


def page(service: Service) -> str:
    """The page as it should be: what people wrote, and then the questions."""
    written, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    asked = [field for field in report_form.fields(service, NOW) if field.name not in ONLY_ON_SCREEN]
    return f"{written}{MARK}\n\n" + "\n".join(line for field in asked for line in _question(field)) + "\n"


def page_of_the_example() -> str:
    return page(read_service(ROOT / "service.example.toml"))


def _question(field: form.Field) -> Iterator[str]:
    yield f"**{field.label}**{' (may be left out)' if field.optional else ''}"
    yield ""
    if field.hint:
        yield from (f"_{field.hint}_", "")
    yield from _answers(field)
    yield ""


def _answers(field: form.Field) -> Iterator[str]:
    """Boxes to tick; or lines to write on, where the answers are those of one service, or words."""
    match field:
        case form.Choice(name="team"):
            yield _LINE
        case form.Choice(options=options, described=described):
            for code, words in options:
                yield f"- ☐ {words}{f': {described[code]}' if code in described else ''}"
        case form.Ticks(options=options):
            yield from (f"- ☐ {words}" for _, words in options)
        case form.Text():
            yield from [f"{_LINE}\n"] * 4
        case _:
            yield _LINE


if __name__ == "__main__":
    PAGE.write_text(page_of_the_example(), encoding="utf-8")
