"""The editable paper: real headings, table heads that repeat, and each picture with its words."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from bot.views.documents.paper import Chart, Paper, Section, Sheet, shown

_WIDTH = Cm(16)


def write(paper: Paper, pictures: Mapping[str, bytes], to: Path) -> None:
    document = Document()
    _describe(document, paper)
    document.add_heading(paper.title, level=0)
    _add_table(document, Sheet("Cover", paper.title, ("What", "Text"), paper.cover))
    for section in paper.sections:
        _add_section(document, section, pictures)
    document.save(str(to))


def _describe(document: Written, paper: Paper) -> None:
    about = document.core_properties
    about.title, about.author, about.language = paper.title, "Candour", "en-GB"
    about.comments = ""
    about.created = about.modified = paper.made_at.replace(tzinfo=None, microsecond=0)
    document.styles.element.xpath(".//w:lang")[0].set(qn("w:val"), "en-GB")


def _add_section(document: Written, section: Section, pictures: Mapping[str, bytes]) -> None:
    document.add_heading(section.title, level=1)
    for statement in section.statements:
        document.add_paragraph(str(statement), style="List Bullet")
    for chart, table in section.parts:
        document.add_heading(table.title, level=2)
        if chart:
            _add_chart(document, chart, pictures[chart.name])
        _add_table(document, table)


def _add_chart(document: Written, chart: Chart, picture: bytes) -> None:
    drawn = document.add_picture(BytesIO(picture), width=_WIDTH)
    described = drawn._inline.docPr  # noqa: SLF001 - python-docx has no name for the words of a picture
    described.set("descr", chart.alternative)
    described.set("title", chart.title)
    document.add_paragraph(" ".join(map(str, chart.text)))


def _add_table(document: Written, sheet: Sheet) -> None:
    table = document.add_table(rows=1, cols=len(sheet.head), style="Light Grid Accent 1")
    for cell, name in zip(table.rows[0].cells, sheet.head, strict=True):
        cell.text = name
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - nor for a head that repeats
    for values in sheet.rows:
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = shown(value)
