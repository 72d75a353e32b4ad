"""Initials of somebody: beside a bed or a room, after a word for a person, or with full stops."""

import re

from bot.domain.reports.identifying.marks import IdentifierKind
from bot.domain.reports.identifying.pattern import pattern
from bot.domain.reports.identifying.wordlists.cues import (
    ABBREVIATIONS,
    BEDSIDE_ABBREVIATIONS,
    DOTTED_ABBREVIATIONS,
    HUMAN_VERBS,
)
from bot.domain.reports.identifying.wordlists.ordinary_words import NOT_NAMES

_NO_INITIALS = ABBREVIATIONS | NOT_NAMES
_DOTTED = r"(?:[A-Z]\. ?){1,2}[A-Z]\b\.?"
_INITIALS = rf"(?P<initials>(?-i:{_DOTTED}|[A-Z]{{2,3}}))"
_BED = r"(?:bed(?:room)?|room|rm|bay|side ?room)"
_BEDS = "bed bedroom room rm bay sideroom"
_HUMAN_VERB = "|".join(sorted(HUMAN_VERBS))


def _are_initials(match: re.Match[str]) -> bool:
    typed = match["initials"]
    letters = typed.lower().replace(".", "").replace(" ", "")
    return letters not in (DOTTED_ABBREVIATIONS if "." in typed else _NO_INITIALS)


def _are_initials_before_a_bed(match: re.Match[str]) -> bool:
    return "." in match["initials"] or match["initials"].lower() not in BEDSIDE_ABBREVIATIONS


def _are_both_initials(match: re.Match[str]) -> bool:
    return {match["one"].lower(), match["other"].lower()}.isdisjoint(_NO_INITIALS)


PATTERNS = (
    pattern(
        IdentifierKind.INITIALS,
        r"\b(?-i:(?P<one>[A-Z]{2}) (?:and|&|\+) (?P<other>[A-Z]{2}))\b",
        _are_both_initials,
    ),
    pattern(
        IdentifierKind.INITIALS,
        rf"\b{_INITIALS}[ ,(-]{{0,3}}(?:(?:is|was)? ?\b(?:in|from|of) )?(?:the )?{_BED} ?\d{{1,2}}[a-z]?\b\)?",
        _are_initials_before_a_bed,
        cues=_BEDS,
    ),
    pattern(
        IdentifierKind.INITIALS,
        rf"\b{_BED} ?\d{{1,2}}[a-z]?[ ,:(/-]{{1,3}}{_INITIALS}(?![\w'/])\)?",
        _are_initials,
        cues=_BEDS,
    ),
    pattern(
        IdentifierKind.INITIALS,
        rf"\b(?P<initials>[a-z]{{2}}) (?:in )?{_BED} ?\d{{1,2}}[a-z]?\b",
        _are_initials,
        cues=_BEDS,
    ),
    pattern(
        IdentifierKind.INITIALS,
        rf"\b{_BED} ?\d{{1,2}}[a-z]? ?\((?P<initials>[a-z]{{2,3}})\)",
        _are_initials,
        cues=_BEDS,
    ),
    pattern(
        IdentifierKind.INITIALS,
        r"\b(?:patient|pt|client|resident|su|service user|yp|young person|lady|gentleman|hca|nurse|colleague|peer"
        rf"|called|named|mr|mrs|ms|miss|dr)s?[ ,:(.]{{1,2}}(?P<it>{_INITIALS})(?![\w'/-])",
        _are_initials,
    ),
    pattern(IdentifierKind.INITIALS, rf"\b(?P<initials>(?-i:{_DOTTED}))(?!\w)", _are_initials),
    pattern(
        IdentifierKind.INITIALS,
        rf"\b(?P<initials>(?-i:[A-Z]{{2}}))(?= (?-i:{_HUMAN_VERB})\b)",
        _are_initials,
    ),
)
