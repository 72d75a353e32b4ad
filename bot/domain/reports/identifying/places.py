"""Where somebody lives, learns or works."""

import re

from bot.domain.reports.identifying.marks import IdentifierKind
from bot.domain.reports.identifying.pattern import CAPITALISED, pattern
from bot.domain.reports.identifying.wordlists.given_names import GIVEN_NAMES
from bot.domain.reports.identifying.wordlists.ordinary_words import NOT_NAMES
from bot.domain.reports.identifying.wordlists.words import words

_STREET = r"(?:road|rd|street|avenue|ave|lane|crescent|cres|gardens|gdns|mews|terrace|boulevard)"
_SHORT_STREET = (
    r"(?:Close|Drive|Way|Court|Grove|Place|Hill|Park|Square|Walk|Row|Rise|View|Green|Parade|St|Dr|Ln|Croft|Meadows?"
    r"|Fold|Gate|Yard|Wharf|Heights|Villas|Cottages|Vale|Mount|Quay|End)"
)
"""Streets too, but also everyday words: with a capital letter, or where somebody is said to live."""
_NAMED = r"(?-i:[A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){0,2}?)"
_TOWN = r"(?:, (?-i:[A-Z][a-z'-]{1,20})\b){0,2}"
_LIVES = "live lives living lived address home stay stays staying house reside resides"
_WORK = r"\b(?:works?|working|worked|job|employed|employer|employee)\b"
_WORKS = "work works working worked job employed employer employee"
_EMPLOYERS = (
    r"(?:tesco|asda|aldi|lidl|sainsbury'?s|morrisons|waitrose|co-?op|amazon|greggs|mcdonald'?s|costa|starbucks|boots"
    r"|primark|argos|b&q|dhl|royal mail|uber|deliveroo|subway|kfc|nando'?s|ikea|wickes|screwfix|poundland|superdrug"
    r"|halfords|dpd|evri|yodel|ups|fedex|m&s|iceland|wilko|john lewis|burger king|pizza hut|wetherspoons?)"
)
_NO_STREET_NAME = words("""
a an the of on in at to from for and or with by off down up into is was min mins minute minutes hr hrs hour hours
day days week weeks mile miles metre metres m km mg ml staff pts patients nurses people times x other more main pm
am bed bay room ward front back
""")
_NO_SCHOOL = words("royal recovery medical hospital the her his our my a this that night staff nursing")
_NO_EMPLOYER = NOT_NAMES | GIVEN_NAMES
_OUR_PLACES = frozenset({"ward", "unit", "house", "team"})
_BEFORE_A_BED = re.compile(r"(?:bed|room|rm|bay) $", re.IGNORECASE)


def _is_street(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - len("room ")) : match.start()]
    named = match["name"] == "The" or _NO_STREET_NAME.isdisjoint(match["name"].lower().split())
    return named and not _BEFORE_A_BED.search(before)


def _is_school(match: re.Match[str]) -> bool:
    return _NO_SCHOOL.isdisjoint(match["name"].lower().split()) and not match.string.startswith(
        " Hospital", match.end()
    )


def _is_employer(match: re.Match[str]) -> bool:
    first, *others = match["it"].lower().removeprefix("the ").split()
    after = match.string[match.end() : match.end() + len(" ward")].lower()
    ours = after.strip() in _OUR_PLACES or not _OUR_PLACES.isdisjoint(others)
    return first not in _NO_EMPLOYER and not ours


PATTERNS = (
    pattern(
        IdentifierKind.ADDRESS,
        rf"\b\d{{1,4}}[a-z]?,? (?P<name>[a-z'.-]{{2,20}}(?: [a-z'.-]{{2,20}}){{0,2}}?) {_STREET}\b{_TOWN}",
        _is_street,
    ),
    pattern(
        IdentifierKind.ADDRESS,
        rf"\b\d{{1,4}}[a-z]?,? (?P<name>{_NAMED}) (?-i:{_SHORT_STREET})\b{_TOWN}",
        _is_street,
    ),
    pattern(
        IdentifierKind.ADDRESS,
        rf"\b(?:lives?|living|address|home|stays?|staying|house)\b[^\d\n]{{0,20}}(?P<it>\d{{1,4}}[a-z]?,? "
        rf"(?P<name>[a-z'-]{{2,20}}(?: [a-z'-]{{2,20}})?) (?:{_SHORT_STREET}|house|{_STREET}))\b",
        _is_street,
        cues=_LIVES,
    ),
    pattern(
        IdentifierKind.ADDRESS,
        r"\b(?:lives?|living|lived|address|home|stays|staying|resides?)\b[^.\d\n]{0,20}?\b(?:on|in|at|is|to|of) "
        rf"(?P<it>{_NAMED} (?:{_STREET}|(?-i:{_SHORT_STREET})))\b",
        cues=_LIVES,
    ),
    pattern(
        IdentifierKind.ADDRESS,
        r"\b(?:flat|apartment|apt)\.? ?(?:no\.? ?)?\d{1,3}[a-z]?\b(?! ?(?:hour|hr|min|day|sec|wk|week))"
        r"(?:,? (?:(?-i:[A-Z][a-z'-]{1,20})|\d{1,4}[a-z]?\b)){0,5}",
        cues="flat apartment apt",
    ),
    pattern(
        IdentifierKind.SCHOOL,
        rf"\b(?P<it>(?P<name>{CAPITALISED}(?: (?:of|and|the|for|{CAPITALISED})){{0,6}}?) "
        r"(?:(?:(?:primary|secondary|high|grammar|infant|junior|nursery) )?school"
        r"|(?-i:Academy|College|Primary|Grammar|Comprehensive|University|Sixth Form)))\b",
        _is_school,
        cues="school academy college primary grammar comprehensive university sixth",
    ),
    pattern(
        IdentifierKind.SCHOOL,
        r"\b(?:pupil|student|goes|attends|teacher|teaches|studies|studying|enrolled)(?: (?:at|to|in))? "
        r"(?P<it>(?P<name>[a-z'-]{2,20}(?: [a-z'-]{2,20}){0,3}?) (?:school|academy|college|primary|university))\b",
        _is_school,
        cues="school academy college primary university",
    ),
    pattern(
        IdentifierKind.SCHOOL,
        rf"\b(?:student|studies|studying|lecturer|degree)[^.\n]{{0,20}}? (?P<it>university of {CAPITALISED})",
        cues="university",
    ),
    pattern(
        IdentifierKind.EMPLOYER,
        rf"{_WORK}(?: as an? [a-z]{{2,20}}(?: [a-z]{{2,20}}){{0,2}}?)? (?:at|for|in|by|is) "
        rf"(?P<it>(?:the )?{CAPITALISED}(?: {CAPITALISED}| warehouse| factory| depot){{0,3}})",
        _is_employer,
        cues=_WORKS,
    ),
    pattern(
        IdentifierKind.EMPLOYER,
        rf"(?:(?={_WORK})|\b(?:manager|colleague|boss|shift|supervisor)s?\b)[^.\n]{{0,30}}?"
        r"(?:\b(?:at|for|in|by|is) |employer[ ,:]{1,2})"
        rf"(?P<it>{_EMPLOYERS}(?: warehouse| depot| store)?)\b",
        cues=f"{_WORKS} manager managers colleague colleagues boss shift shifts supervisor supervisors",
    ),
)
