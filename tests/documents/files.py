"""Reads what is in the files of a paper, without the libraries that wrote them."""

import re
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EXCEL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NUMBER = re.compile(r"-?\d+(?:[.:]\d+)*")


def parts(path: Path) -> dict[str, bytes]:
    """Everything in a Word or Excel file."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def paragraphs(path: Path) -> list[str]:
    """The text of each paragraph of a Word file, those in tables included."""
    body = _xml(parts(path)["word/document.xml"])
    return ["".join(text.text or "" for text in each.iter(f"{WORD}t")) for each in body.iter(f"{WORD}p")]


def headings(path: Path) -> list[tuple[str, str]]:
    """The style and the text of each heading of a Word file."""
    body = _xml(parts(path)["word/document.xml"])
    found = []
    for each in body.iter(f"{WORD}p"):
        style = each.find(f"{WORD}pPr/{WORD}pStyle")
        name = style.get(f"{WORD}val", "") if style is not None else ""
        if name.startswith("Heading"):
            found.append((name, "".join(text.text or "" for text in each.iter(f"{WORD}t"))))
    return found


def alternatives(path: Path) -> list[str]:
    """What stands for each picture of a Word file."""
    body = _xml(parts(path)["word/document.xml"])
    return [each.get("descr", "") for each in body.iter(f"{_DRAWING}docPr")]


def cells(path: Path) -> dict[str, dict[tuple[int, int], str | float]]:
    """The cells of each sheet of an Excel file, by row and column from 0."""
    packed = parts(path)
    strings = [
        "".join(text.text or "" for text in each.iter(f"{_EXCEL}t")) for each in _sheet(packed, "sharedStrings")
    ]
    names = [str(each.get("name")) for each in _xml(packed["xl/workbook.xml"]).iter(f"{_EXCEL}sheet")]
    return {
        name: dict(_cell(each, strings) for each in _sheet(packed, f"worksheets/sheet{number}").iter(f"{_EXCEL}c"))
        for number, name in enumerate(names, 1)
    }


def _xml(text: bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own file


def _sheet(packed: dict[str, bytes], name: str) -> ET.Element:
    return _xml(packed[f"xl/{name}.xml"])


def _cell(cell: ET.Element, strings: list[str]) -> tuple[tuple[int, int], str | float]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", str(cell.get("r")))
    assert found
    column = sum(26**place * (ord(letter) - 64) for place, letter in enumerate(reversed(found[1]))) - 1
    text = cell.findtext(f"{_EXCEL}v") or ""
    return (int(found[2]) - 1, column), strings[int(text)] if cell.get("t") == "s" else float(text)


def objects(pdf: bytes) -> bytes:
    """A PDF with its streams unpacked, so that names in it can be looked for."""
    unpacked = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(unpacked)
