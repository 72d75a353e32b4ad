"""Numbers under which somebody is kept: NHS, hospital, police, court, postcode, vehicle."""

import re

from bot.domain.reports.identifying.dates import ANY_DATE
from bot.domain.reports.identifying.marks import IdentifierKind
from bot.domain.reports.identifying.pattern import FILLER, NUMBER_WORD, digits, pattern
from bot.domain.reports.identifying.wordlists.words import words

_RECORD = r"(?P<number>(?:(?-i:[A-Z]{2,4}) )?[A-Z]{0,4}[-/]?\d[\w*/-]{1,24})"
_SHORTEST_RECORD = 3
_LONGER_THAN_A_TIME = 5
"""Digits of a number right after the name of a record system, because "RiO 0210" is a time."""
_AREAS = words("""
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL
GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX
PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN
WR WS WV YO ZE
""")
"""The letters with which postcodes begin."""
_ORDINALS = frozenset({"st", "nd", "rd", "th", "hr"})
_NO_PLATE = frozenset({"OBS", "HRS", "MGS", "MIN", "BED", "THE", "AND", "PRN", "NOT", "FOR", "WAS"})


def _is_nhs_number(match: re.Match[str]) -> bool:
    """The tenth digit is a check: https://www.datadictionary.nhs.uk/attributes/nhs_number.html."""
    number = [int(digit) for digit in digits(match[0])]
    weighed = sum(digit * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == number[9] and len(set(number)) > 1


def _is_record(match: re.Match[str]) -> bool:
    return len(digits(match["number"])) >= _SHORTEST_RECORD and not ANY_DATE.fullmatch(match["number"])


def _is_long_record(match: re.Match[str]) -> bool:
    return len(digits(match["number"])) >= _LONGER_THAN_A_TIME and _is_record(match)


def _is_postcode(match: re.Match[str]) -> bool:
    return match["area"].upper() in _AREAS and match["unit"] not in _ORDINALS


def _is_plate(match: re.Match[str]) -> bool:
    return match["letters"].upper() not in _NO_PLATE


PATTERNS = (
    pattern(IdentifierKind.NHS_NUMBER, r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)", _is_nhs_number),
    pattern(
        IdentifierKind.NHS_NUMBER,
        rf"\bnhs\b[ :#]{{0,2}}(?:{NUMBER_WORD})?[^\w\n]{{0,3}}(?:(?:is|was|of)\W)?\d(?:[ -]?\d){{6,9}}",
        cues="nhs",
    ),
    pattern(
        IdentifierKind.RECORD,
        r"\b(?:rio|pas|mrn|systmone|carenotes|paris|emis|epr|chi|pnc|crn|gmc|nmc|nomis)\b(?: pin)?"
        rf"{FILLER}{_RECORD}\b",
        _is_long_record,
        cues="rio pas mrn systmone carenotes paris emis epr chi pnc crn gmc nmc nomis",
    ),
    pattern(
        IdentifierKind.RECORD,
        r"\b(?:hospital|hosp|patient|pt|client|case|record|unit|court|crime|police|custody|prison|prisoner|claim"
        r"|passport|licen[cs]e|probation|social care|log|occurrence|insurance|rio|pas|mrn|warrant|collar)'?s? "
        rf"(?:(?:num|number|ref|reference|id|code)\b[^\d\n]{{0,30}}?\b|no\b{FILLER}){_RECORD}\b",
        _is_record,
        cues="no num number ref reference id code",
    ),
    pattern(
        IdentifierKind.RECORD,
        rf"\b(?:police|court|crime|custody)\b[^.\d\n]{{0,40}}?\b(?:{NUMBER_WORD}|log){FILLER}(?P<it>{_RECORD})\b",
        _is_record,
        cues="police court crime custody",
    ),
    pattern(
        IdentifierKind.RECORD,
        rf"\b(?:cad|urn)\b{FILLER}[A-Z]{{0,3}}\d[\w*/-]{{1,24}}(?: (?-i:[A-Z\d*/]{{2,8}})\b){{0,4}}",
        cues="cad urn",
    ),
    pattern(IdentifierKind.RECORD, r"\b\d{1,2}\*\d{3,12}(?:\*\d{1,4})?\b"),
    pattern(IdentifierKind.RECORD, r"\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"),
    pattern(IdentifierKind.RECORD, r"\b(?-i:A\d{4}[A-Z]{2}|T20\d{6}|[KHRSXMD]\d{6,7}|P[CS] ?\d{3,5})\b"),
    pattern(
        IdentifierKind.POSTCODE,
        r"\b(?P<area>[A-Z]{1,2})(?:\d[A-Z]|\d{1,2}) ?\d(?P<unit>[ABD-HJLNP-UW-Z]{2})\b",
        _is_postcode,
    ),
    pattern(
        IdentifierKind.VEHICLE,
        r"\b(?-i:[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d) ?(?P<letters>[A-HJ-PR-Z]{3}))\b",
        _is_plate,
    ),
    pattern(IdentifierKind.VEHICLE, r"\b[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d)(?P<letters>[A-HJ-PR-Z]{3})\b", _is_plate),
    pattern(
        IdentifierKind.VEHICLE,
        r"\b(?:reg|registration|plates?|car|vehicle|van|taxi|vrm)\b[^\n.]{0,25}?\b(?P<it>[A-Z]{2}\d\d ?[A-Z]{3}"
        r"|(?-i:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]))\b",
        cues="reg registration plate plates car vehicle van taxi vrm",
    ),
)
