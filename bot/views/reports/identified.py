"""What is said of identifiers in a report, and what stands in their place. The words themselves are not repeated."""

from collections.abc import Mapping, Sequence

from bot.domain.reports.identifiers import Identifier, IdentifierKind
from bot.views.kit.action_ids import TAKE_NAMES_OUT
from bot.views.kit.blocks import Block, View, button, plain_modal, section

KINDS: Mapping[IdentifierKind, str] = {
    IdentifierKind.MENTION: "person in Slack",
    IdentifierKind.HANDLE: "account name",
    IdentifierKind.EMAIL: "email address",
    IdentifierKind.NHS_NUMBER: "NHS number",
    IdentifierKind.BIRTH: "date of birth",
    IdentifierKind.RECORD: "record number",
    IdentifierKind.PHONE: "phone number",
    IdentifierKind.POSTCODE: "postcode",
    IdentifierKind.VEHICLE: "number plate",
    IdentifierKind.ADDRESS: "address",
    IdentifierKind.SCHOOL: "school",
    IdentifierKind.EMPLOYER: "employer",
    IdentifierKind.AGE: "age",
    IdentifierKind.INITIALS: "initials",
    IdentifierKind.RELATIVE: "relative",
    IdentifierKind.TITLE: "title and name",
    IdentifierKind.NAME: "name",
}
MOST_SHOWN = 8
_REMOVED = "*The names are taken out.* The kind of each stands in its place, in square brackets."
_NOTHING = "*No names were found any more.* Your words stay as they are."


def places(text: str, marks: Sequence[Identifier]) -> str:
    """Which kinds, and which word of the text each begins in."""
    shown = [f"{_capitalised(KINDS[mark.kind])}: word {_word(text, mark)}." for mark in marks[:MOST_SHOWN]]
    return " ".join([*shown, *(["And more."] if len(marks) > MOST_SHOWN else [])])


def may_name_somebody(text: str, marks: Sequence[Identifier], *, value: str) -> list[Block]:
    """On a receipt: nothing stood between danger and saved."""
    direct = [mark for mark in marks if mark.kind.direct]
    if not direct:
        return []
    remove = button("Remove", action=TAKE_NAMES_OUT, value=value)
    return [section(f"*These words may name somebody.* {places(text, direct)}", button=remove)]


def taken_out(texts: int) -> View:
    return plain_modal("Removed" if texts else "Nothing removed", section(_REMOVED if texts else _NOTHING))


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _word(text: str, mark: Identifier) -> int:
    before = text[: mark.start]
    begun = bool(before) and not before[-1].isspace()
    return len(before.split()) + (0 if begun else 1)
