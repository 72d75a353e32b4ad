"""Words that must not leak: one for each field that takes free text, so that a leak says where it came from."""

import base64
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.domain.reports.narratives import LONGEST

CANARY = "CANARY7Q"
WHAT = f"{CANARY}what"
MORE = f"{CANARY}more"
AGAIN = f"{CANARY}again"
REFUSED = f"{CANARY}refused"
CHANGE = f"{CANARY}change"
UNAPPROVED = f"{CANARY.lower()} stood on the alarm."
UNAPPROVED_TRY = f"look for {CANARY.lower()} today."
MEASURE = f"{CANARY}measure"
FOR_WARD = f"{CANARY}ward"
WRITTEN_BACK = f"{CANARY}back, could the huddle be at seven?"
ASKED = f"{CANARY}asked"
THANKED = f"{CANARY}thanked"
BEGUN = f"{CANARY}begun"
ADDED = f"{CANARY}added"
REPLIED = f"{CANARY}replied"
WHY_TAKEN_BACK = f"{CANARY}takenback"
REASON = f"{CANARY}reason"
QUESTION = f"{CANARY}question"
ANSWER = f"{CANARY}answer"
LIFTED = f"{CANARY}lifted"
REVIEWED = f"{CANARY}reviewed"
MET = f"{CANARY}met"
RECORDED = f"{CANARY}recorded"
THEME = f"{CANARY}theme"
RECOMMENDED = f"{CANARY}recommended"
WHY = f"{CANARY}why it moves"
PROOF = f"{CANARY}proof"
OF_FORUM = f"{CANARY}forum"

LONG_COMMAND = f"{WHAT} the alarm stayed silent ".ljust(LONGEST, ".") + f"{MORE} and nobody heard it"
"""Typed after the command: it fills two fields."""


def holds(text: str) -> bool:
    """Whether any of these words is in the text."""
    return CANARY.lower() in text.lower()


def in_text_of(part: object) -> bool:
    """Whether any of these words is in this JSON, in a key or a value."""
    return holds(json.dumps(part, default=str, ensure_ascii=False))


def places(part: object, path: str = "") -> Iterator[str]:
    """Where in this JSON the words are, as a path of keys."""
    if isinstance(part, Mapping):
        for key, inner in part.items():
            if holds(str(key)):
                yield f"{path}/{key}"
            yield from places(inner, f"{path}/{key}")
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from places(inner, path)
    elif holds(str(part)):
        yield path


def in_bytes(content: bytes) -> bool:
    """Whether the words are in these bytes, plainly or as they are often written."""
    low = content.lower()
    plain = CANARY.encode()
    written = [plain, CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), plain.hex().encode()]
    # Base64 of a text depends on where it begins: of three beginnings, the middle is always one of these.
    written += [base64.b64encode(b" " * shift + plain)[4 if shift else 0 : -4] for shift in range(3)]
    return any(each.lower() in low for each in written)


def files_with_it(folder: Path) -> list[str]:
    """Every file in this folder that holds the words, whatever its kind."""
    return [path.name for path in sorted(folder.rglob("*")) if path.is_file() and in_bytes(path.read_bytes())]
