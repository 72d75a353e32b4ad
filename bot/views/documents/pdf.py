"""The accessible paper. Typst does not write it where a rule of PDF/UA is broken, as by a picture without words."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from bot.views.documents.paper import Chart, Paper, Section, Sheet, shown

_LONG = 28
"""Letters of a cell. With longer ones, columns share the width of the page."""
_TEMPLATE = Path(__file__).with_name("paper.typ")


def write(paper: Paper, pictures: Mapping[str, bytes], to: Path) -> None:
    to.write_bytes(pdf(paper, pictures))


def pdf(paper: Paper, pictures: Mapping[str, bytes]) -> bytes:
    """Words are given as data and never as markup, so that a name of a team cannot be a command."""
    with TemporaryDirectory() as folder:
        for number, chart in enumerate(paper.charts()):
            Path(folder, f"{number}.png").write_bytes(pictures[chart.name])
        source = Path(folder, "paper.typ")
        source.write_bytes(_TEMPLATE.read_bytes())
        written: bytes = typst.compile(
            str(source),
            root=folder,
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(_data(paper))},
            pdf_standards=["ua-1"],
            timestamp=int(paper.made_at.timestamp()),
        )
    return written


def _data(paper: Paper) -> dict[str, object]:
    numbers = {chart.name: number for number, chart in enumerate(paper.charts())}
    return {
        "title": paper.title,
        "cover": [list(pair) for pair in paper.cover],
        "sections": [_section(section, numbers) for section in paper.sections],
    }


def _section(section: Section, numbers: Mapping[str, int]) -> dict[str, object]:
    return {
        "title": section.title,
        "statements": [str(statement) for statement in section.statements],
        "parts": [_part(chart, table, numbers) for chart, table in section.parts],
    }


def _part(chart: Chart | None, table: Sheet, numbers: Mapping[str, int]) -> dict[str, object]:
    return {"chart": _chart(chart, numbers[chart.name]) if chart else None, "table": table_data(table)}


def _chart(chart: Chart, number: int) -> dict[str, str]:
    words = " ".join(map(str, chart.text))
    return {"file": f"{number}.png", "alt": chart.alternative, "words": words}


def table_data(sheet: Sheet) -> dict[str, object]:
    rows = [[shown(each) for each in row] for row in sheet.rows]
    wide = any(len(each) > _LONG for row in rows for each in row[1:])
    return {"title": sheet.title, "head": list(sheet.head), "rows": rows, "wide": wide}
