"""Why words in a learning point stand out. Said once; people decide."""

from collections.abc import Mapping, Sequence

from bot.domain.learning.blame_rules import BlameReason
from bot.domain.learning.hints import Hint
from bot.domain.reports.identifying.marks import IdentifierKind
from bot.views.kit.blocks import Block, section, typed

MOST_SHOWN = 8
WHY: Mapping[IdentifierKind | BlameReason, str] = {
    IdentifierKind.MENTION: "mentions a person",
    IdentifierKind.HANDLE: "may be a name that somebody signs in with",
    IdentifierKind.EMAIL: "may be an email address",
    IdentifierKind.NHS_NUMBER: "may be an NHS number",
    IdentifierKind.BIRTH: "may be a date of birth",
    IdentifierKind.RECORD: "may be a record number",
    IdentifierKind.PHONE: "may be a phone number",
    IdentifierKind.POSTCODE: "may be a postcode",
    IdentifierKind.VEHICLE: "may be a number plate",
    IdentifierKind.ADDRESS: "may be an address",
    IdentifierKind.SCHOOL: "may tell a person's school",
    IdentifierKind.EMPLOYER: "may tell where a person works",
    IdentifierKind.AGE: "tells an age",
    IdentifierKind.INITIALS: "may be initials",
    IdentifierKind.RELATIVE: "may tell whose relative it is",
    IdentifierKind.TITLE: "may name a person",
    IdentifierKind.NAME: "may be a name",
    BlameReason.OMISSION: "tells what a person did not do; say what made it hard",
    BlameReason.HINDSIGHT: "judges with what is known now; say what people knew then",
    BlameReason.ERROR: "makes a person's error the cause; say what led to it",
    BlameReason.FAULT: "says whose fault it was; say what the work was like",
    BlameReason.CHARACTER: "judges a person; say what the work was like",
    BlameReason.RULE_BREAKING: "sets a person against a rule; say why the rule was hard to follow",
    BlameReason.EXHORTATION: "asks people to try harder; say what would help them",
    BlameReason.LABEL: "labels a person; say what they needed",
    BlameReason.PUNISHMENT: "speaks of punishment; say what was learned",
}


def blocks(hints: Sequence[Hint]) -> list[Block]:
    """On top of the form that was not sent."""
    shown = [
        block for hint in hints[:MOST_SHOWN] for block in (section(f"This {WHY[hint.reason]}:"), typed(hint.words))
    ]
    above = "*Not sent yet.* Look at these words. Change them, or press Send again to send it as it is."
    return [section(above), *shown]
