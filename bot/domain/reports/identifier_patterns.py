"""Numbers, addresses and links that say who somebody is: a pattern each, with a check where it has a rule.

Every repetition is bounded, because a pattern that tries again at each letter makes a long text slow.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.domain.reports.identifier_marks import Identifier, IdentifierKind
from bot.domain.reports.wordlists.cues import ABBREVIATIONS, DOTTED_ABBREVIATIONS, HUMAN_VERBS
from bot.domain.reports.wordlists.given_names import GIVEN_NAMES
from bot.domain.reports.wordlists.ordinary_words import NOT_NAMES, ORDINARY_WORDS

_LAST_YEAR_OF_BIRTH = 2012
"""A date after this year, without a word such as "born", is taken for the date of an event."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WITH_DIGITS = rf"{_DAY}[/.-](?:0?[1-9]|1[0-2])[/.-](?P<{{0}}>(?:19|20)?\d\d)"
_WITH_MONTH = rf"{_DAY} ?(?:st|nd|rd|th)?(?: of)?[ /.-]?{_MONTH}\.?,?[ /.-]?'?(?P<{{0}}>(?:19|20)?\d\d)"
_MONTH_FIRST = rf"{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?,? '?(?P<{{0}}>(?:19|20)?\d\d)"
_YEAR_FIRST = rf"(?P<{{0}}>(?:19|20)\d\d)[/.-](?:0?[1-9]|1[0-2])[/.-]{_DAY}"
_DATE = "|".join(
    form.format(f"year{number}")
    for number, form in enumerate((_YEAR_FIRST, _WITH_DIGITS, _WITH_MONTH, _MONTH_FIRST), start=1)
)
_ANY_DATE = re.sub(r"\?P<\w+>", "?:", _DATE)
_SHORT_DATE = rf"{_DAY} ?[/.\- ] ?(?:0?[1-9]|1[0-2]) ?[/.\- ] ?(?:19|20)?\d\d|\d{{8}}|\d{{6}}|{_DAY} ?(?:st|nd|rd|th)?(?: of)? ?{_MONTH}|(?:19|20)\d\d"
_NUMBER = r"(?:no|num|number|ref|reference|id|code)\b\.?"
_FILLER = rf"[^\w\n]{{0,4}}(?:(?:is|was|of|given|{_NUMBER})[^\w\n]{{1,3}}){{0,3}}"
_RECORD = r"(?P<it>(?:(?-i:[A-Z]{2,4}) )?[A-Z]{0,4}[-/]?\d[\w*/-]{1,24})"
_STREET = r"(?:road|rd|street|avenue|ave|lane|crescent|cres|gardens|gdns|mews|terrace|boulevard)"
_SHORT_STREET = (
    r"(?:Close|Drive|Way|Court|Grove|Place|Hill|Park|Square|Walk|Row|Rise|View|Green|Parade|St|Dr|Ln|Croft|Meadows?|Fold"
    r"|Gate|Yard|Wharf|Heights|Villas|Cottages|Vale|Mount|Quay|End)"
)
_TOWN = r"(?:, (?-i:[A-Z][a-z'-]{1,20})\b){0,2}"
_PLATFORM = r"(?:facebook|fb|instagram|insta|ig|twitter|tiktok|tik tok|snapchat|snap|telegram|discord|kik|xbox|psn|reddit)"
_CAPITALISED = r"(?-i:[A-Z][\w'.&-]{0,20})"
_WORK = r"\b(?:works?|working|worked|job|employed|employer|employee)\b"
_EMPLOYERS = (
    r"(?:tesco|asda|aldi|lidl|sainsbury'?s|morrisons|waitrose|co-?op|amazon|greggs|mcdonald'?s|costa|starbucks|boots"
    r"|primark|argos|b&q|dhl|royal mail|uber|deliveroo|subway|kfc|nando'?s|ikea|wickes|screwfix|poundland|superdrug"
    r"|halfords|dpd|evri|yodel|ups|fedex|next|m&s|iceland|wilko|john lewis|burger king|pizza hut|wetherspoons?)"
)
_AREAS = frozenset(
    """AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G
    GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD
    WF WN WR WS WV YO ZE""".split()
)
"""The letters with which postcodes begin."""
_ORDINALS = frozenset({"ST", "ND", "RD", "TH", "HR"})
_NOT_A_PLATE = frozenset({"OBS", "HRS", "MGS", "MIN", "BED", "THE", "AND", "PRN", "NOT", "FOR", "WAS", "STAT"})
_NO_STREET_NAME = frozenset(
    """a an the of on in at to from for and or with by off down up into is was min mins minute minutes hr hrs hour hours
    day days week weeks mile miles metre metres m km mg ml staff pts patients nurses people times x other more main
    pm am bed bay room ward front back""".split()
)
_NO_SCHOOL = frozenset("royal recovery medical hospital the her his our my a this that night staff nursing".split())
_NOT_A_HANDLE = re.compile(r"\d+(?:am|pm|hrs?|h|mins?|m|ish)?", re.IGNORECASE)

Check = Callable[[re.Match[str]], bool]


def _always(_match: re.Match[str]) -> bool:
    return True


class _Pattern(NamedTuple):
    kind: IdentifierKind
    pattern: re.Pattern[str]
    holds: Check = _always


def patterns_in(text: str) -> Iterator[Identifier]:
    """Everything in `text` that one of the patterns knows, in no order; some may overlap."""
    for kind, pattern, holds in _PATTERNS:
        for match in pattern.finditer(text):
            if holds(match):
                start, end = match.span("it" if "it" in pattern.groupindex else 0)
                yield Identifier(start, end, kind)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_nhs_number(match: re.Match[str]) -> bool:
    """The tenth digit is a check: https://www.datadictionary.nhs.uk/attributes/nhs_number.html."""
    digits = [int(digit) for digit in _digits(match[0])]
    weighed = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == digits[9] and len(set(digits)) > 1


def _is_phone(match: re.Match[str]) -> bool:
    national = re.sub(r"^(?:44|0044)0?", "0", _digits(match[0]))
    dated = re.match(r"\d\d[-. ]\d\d[-. ](?:19|20)\d\d", match[0])
    return not dated and len(national) in {10, 11} and national[1] in "123578"


def _is_postcode(match: re.Match[str]) -> bool:
    inward = match["unit"]
    return match["area"].upper() in _AREAS and not (inward.upper() in _ORDINALS and not inward.isupper())


def _is_old(match: re.Match[str]) -> bool:
    year = next(year for year in match.groups() if year)
    return int(year) <= _LAST_YEAR_OF_BIRTH if len(year) > 2 else int(year) > 30  # noqa: PLR2004 - digits; 1930


def _is_record(match: re.Match[str]) -> bool:
    return len(_digits(match["it"])) > 2 and not re.fullmatch(_ANY_DATE, match["it"])  # noqa: PLR2004 - digits


def _is_long_record(match: re.Match[str]) -> bool:
    return len(_digits(match["it"])) > 4 and _is_record(match)  # noqa: PLR2004 - longer than a time of day


def _is_plate(match: re.Match[str]) -> bool:
    return match["letters"].upper() not in _NOT_A_PLATE


def _is_street(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    return not re.search(r"(?:bed|room|rm|bay) $", before) and _NO_STREET_NAME.isdisjoint(match["name"].lower().split())


def _is_school(match: re.Match[str]) -> bool:
    return _NO_SCHOOL.isdisjoint(match["name"].lower().split()) and not match.string.startswith(" Hospital", match.end())


def _is_employer(match: re.Match[str]) -> bool:
    first, *others = (word.lower() for word in match["it"].removeprefix("the ").split())
    after = match.string[match.end() : match.end() + 6].lower()
    place = after.startswith((" ward", " unit")) or not {"ward", "unit", "house", "team"}.isdisjoint(others)
    return first not in NOT_NAMES and first not in GIVEN_NAMES and not place


def _is_handle(match: re.Match[str]) -> bool:
    name = match["name"].lower().rstrip(".")
    return not _NOT_A_HANDLE.fullmatch(name) and name not in NOT_NAMES and name not in ORDINARY_WORDS | {"here", "channel"}


def _looks_like_a_handle(match: re.Match[str]) -> bool:
    return bool(re.search(r"[\d_]|\w\.\w", match["it"]))


def _pattern(kind: IdentifierKind, pattern: str, holds: Check = _always) -> _Pattern:
    return _Pattern(kind, re.compile(pattern, re.IGNORECASE), holds)


def _are_initials(match: re.Match[str]) -> bool:
    initials = re.sub(r"[^a-z]", "", match["initials"].lower())
    if "." in match["initials"]:
        return initials not in DOTTED_ABBREVIATIONS
    return initials not in ABBREVIATIONS and initials not in NOT_NAMES


_DOTTED = r"(?:[A-Z]\. ?){1,2}[A-Z]\b\.?"
_INITIALS = rf"(?P<initials>(?-i:{_DOTTED}|[A-Z]{{2,3}}))"
_BED = r"(?:bed(?:room)?|room|rm|bay|side ?room)"
_PATTERNS = (
    _pattern(
        IdentifierKind.INITIALS,
        rf"\b{_INITIALS}[ ,(-]{{0,3}}(?:(?:is|was)? ?\b(?:in|from|of) )?(?:the )?{_BED} ?\d{{1,2}}[a-z]?\b\)?",
        _are_initials,
    ),
    _pattern(IdentifierKind.INITIALS, rf"\b{_BED} ?\d{{1,2}}[a-z]?[ ,:(/-]{{1,3}}{_INITIALS}(?![\w'/])\)?", _are_initials),
    _pattern(IdentifierKind.INITIALS, rf"\b(?P<initials>[a-z]{{2}}) (?:in )?{_BED} ?\d{{1,2}}[a-z]?\b", _are_initials),
    _pattern(IdentifierKind.INITIALS, rf"\b{_BED} ?\d{{1,2}}[a-z]? ?\((?P<initials>[a-z]{{2,3}})\)", _are_initials),
    _pattern(
        IdentifierKind.INITIALS,
        r"\b(?:patient|pt|client|resident|su|service user|yp|young person|lady|gentleman|hca|nurse|colleague|peer|called|named"
        rf"|mr|mrs|ms|miss|dr)s?[ ,:(.]{{1,2}}(?P<it>{_INITIALS})(?![\w'/-])",
        _are_initials,
    ),
    _pattern(IdentifierKind.INITIALS, rf"\b(?P<initials>(?-i:{_DOTTED}))(?!\w)", _are_initials),
    _pattern(
        IdentifierKind.INITIALS,
        rf"\b(?P<initials>(?-i:[A-Z]{{2}}))(?= (?-i:{'|'.join(sorted(HUMAN_VERBS))})\b)",
        _are_initials,
    ),
    _pattern(IdentifierKind.MENTION, r"(?:<|&lt;)@[UW][A-Z0-9]{2,29}(?:\|[^>\n]{0,80})?(?:>|&gt;)"),
    _pattern(IdentifierKind.EMAIL, r"(?<![\w.+%-])[\w.+%-]{1,64}(?: ?[\[(]at[\])] ?|@)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
    _pattern(IdentifierKind.EMAIL, r"\b\w{1,40}(?: dot \w{1,40}){0,3} at \w{1,40}(?: dot \w{1,20}){1,4}\b"),
    _pattern(
        IdentifierKind.HANDLE,
        r"(?:https?://)?\b(?:[a-z]{1,3}\.)?(?:(?:facebook|instagram|twitter|x|tiktok|linkedin|snapchat|youtube|reddit"
        r"|fb|onlyfans|threads)\.(?:com|net)|[a-z0-9-]{1,30}\.slack\.com/team)/[^\s,<>()\"]{1,120}",
    ),
    _pattern(IdentifierKind.HANDLE, r"\bt\.me/\w{2,40}"),
    _pattern(IdentifierKind.HANDLE, r"(?<![\w@.+<-])@(?P<name>[a-z0-9_][\w.]{1,29})", _is_handle),
    _pattern(
        IdentifierKind.HANDLE,
        rf"\b{_PLATFORM}\b(?: (?:name|handle|account|user|username|id|is|as|profile|called|page)\b){{0,4}}[ :=\"']{{1,3}}"
        r"(?P<it>[a-z][\w.]{2,29})",
        _looks_like_a_handle,
    ),
    _pattern(IdentifierKind.NHS_NUMBER, r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)", _is_nhs_number),
    _pattern(IdentifierKind.NHS_NUMBER, rf"\bnhs\b[ :#]{{0,2}}(?:{_NUMBER})?[^\w\n]{{0,3}}(?:(?:is|was|of)\W)?\d(?:[ -]?\d){{6,9}}"),
    _pattern(
        IdentifierKind.BIRTH,
        rf"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|born|birthday|b-?day)\b[^\d\n]{{0,30}}?\b(?:{_ANY_DATE}|{_SHORT_DATE})\b",
    ),
    _pattern(IdentifierKind.BIRTH, rf"\b(?:{_ANY_DATE})[ ,(]{{0,3}}(?:d\.?o\.?b\b|date of birth)"),
    _pattern(IdentifierKind.BIRTH, rf"(?<![\d/.-])(?:{_DATE})(?![\d/-])", _is_old),
    _pattern(
        IdentifierKind.PHONE,
        r"(?<![\w/.:-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)\d{1,5}\)?(?:[ .-]?\d){4,9}(?![\d:/]|[.-]\d)",
        _is_phone,
    ),
    _pattern(IdentifierKind.PHONE, r"\+\d{1,3}(?:[ -]?\d){7,12}"),
    _pattern(
        IdentifierKind.PHONE,
        r"\b(?:tel|telephone|phone|mobile|mob|landline|fax)\b[^\d\n]{0,15}(?P<it>\d{5,8}(?: ?\d){1,6})(?![\d/])",
    ),
    _pattern(
        IdentifierKind.RECORD,
        rf"\b(?:rio|pas|mrn|systmone|carenotes|paris|emis|epr|chi|pnc|crn|gmc|nmc|nomis)\b(?: pin)?{_FILLER}{_RECORD}\b",
        _is_long_record,
    ),
    _pattern(
        IdentifierKind.RECORD,
        r"\b(?:hospital|hosp|patient|pt|client|case|record|unit|court|crime|police|custody|prison|prisoner|claim|passport"
        rf"|licen[cs]e|probation|social care|log|occurrence|insurance|rio|pas|mrn|warrant|collar)'?s? {_NUMBER}[^.\d\n]{{0,30}}?\b{_RECORD}\b",
        _is_record,
    ),
    _pattern(
        IdentifierKind.RECORD,
        rf"\b(?:police|court|crime|custody)\b[^.\d\n]{{0,40}}?\b(?:{_NUMBER}|log){_FILLER}{_RECORD}\b",
        _is_record,
    ),
    _pattern(IdentifierKind.RECORD, rf"\b(?:cad|urn)\b{_FILLER}[A-Z]{{0,3}}\d[\w*/-]{{1,24}}(?: (?-i:[A-Z\d*/]{{2,8}})\b){{0,4}}"),
    _pattern(IdentifierKind.RECORD, r"\b\d{1,2}\*\d{3,12}(?:\*\d{1,4})?\b"),
    _pattern(IdentifierKind.RECORD, r"\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"),
    _pattern(IdentifierKind.RECORD, r"\b(?-i:A\d{4}[A-Z]{2}|[KHRSXMD]\d{6,7}|P[CS] ?\d{3,5})\b"),
    _pattern(
        IdentifierKind.POSTCODE,
        r"\b(?P<area>[A-Z]{1,2})(?:\d[A-Z]|\d{1,2}) ?\d(?P<unit>[ABD-HJLNP-UW-Z]{2})\b",
        _is_postcode,
    ),
    _pattern(IdentifierKind.VEHICLE, r"\b(?-i:[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d) ?(?P<letters>[A-HJ-PR-Z]{3}))\b", _is_plate),
    _pattern(IdentifierKind.VEHICLE, r"\b[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d)(?P<letters>[A-HJ-PR-Z]{3})\b", _is_plate),
    _pattern(
        IdentifierKind.VEHICLE,
        r"\b(?:reg|registration|plates?|car|vehicle|van|taxi|vrm)\b[^\n.]{0,25}?\b(?P<it>[A-Z]{2}\d\d ?(?P<letters>[A-Z]{3})"
        r"|(?-i:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]))\b",
    ),
    _pattern(IdentifierKind.ADDRESS, rf"\b\d{{1,4}}[a-z]?,? (?P<name>[a-z'.-]{{2,20}}(?: [a-z'.-]{{2,20}}){{0,2}}?) {_STREET}\b{_TOWN}", _is_street),
    _pattern(
        IdentifierKind.ADDRESS,
        rf"\b\d{{1,4}}[a-z]?,? (?P<name>(?-i:[A-Z][a-z'-]{{1,20}}(?: [A-Z][a-z'-]{{1,20}}){{0,2}}?)) (?-i:{_SHORT_STREET})\b{_TOWN}",
        _is_street,
    ),
    _pattern(
        IdentifierKind.ADDRESS,
        rf"\b(?:lives?|living|address|home|stays?|staying|house)\b[^\d\n]{{0,20}}(?P<it>\d{{1,4}}[a-z]?,? "
        rf"(?P<name>[a-z'-]{{2,20}}(?: [a-z'-]{{2,20}}){{0,1}}?) (?:{_SHORT_STREET}|house|{_STREET}))\b",
        _is_street,
    ),
    _pattern(
        IdentifierKind.ADDRESS,
        r"\b(?:lives?|living|lived|address|home|stays|staying|resides?)\b[^.\d\n]{0,20}?\b(?:on|in|at|is|to|of) "
        rf"(?P<it>(?-i:[A-Z][a-z'-]{{1,20}})(?: (?-i:[A-Z][a-z'-]{{1,20}})){{0,2}}? (?:{_STREET}|(?-i:{_SHORT_STREET})))\b",
    ),
    _pattern(
        IdentifierKind.ADDRESS,
        r"\b(?:flat|apartment|apt)\.? ?(?:no\.? ?)?\d{1,3}[a-z]?\b(?! ?(?:hour|hr|min|day|sec|wk|week|week))"
        r"(?:,? (?:(?-i:[A-Z][a-z'-]{1,20})|\d{1,4}[a-z]?\b)){0,5}",
    ),
    _pattern(
        IdentifierKind.SCHOOL,
        rf"\b(?P<it>(?P<name>{_CAPITALISED}(?: (?:of|and|the|for|{_CAPITALISED})){{0,6}}?) "
        r"(?:(?:(?:primary|secondary|high|grammar|infant|junior|nursery) )?school"
        r"|(?-i:Academy|College|Primary|Grammar|Comprehensive|University|Sixth Form)))\b",
        _is_school,
    ),
    _pattern(
        IdentifierKind.SCHOOL,
        r"\b(?:pupil|student|goes|attends|teacher|teaches|studies|studying|enrolled)(?: (?:at|to|in))? "
        r"(?P<it>(?P<name>[a-z'-]{2,20}(?: [a-z'-]{2,20}){0,3}?) (?:school|academy|college|primary|university)"
        rf"|(?P<other>university of {_CAPITALISED}))\b",
        lambda match: match["other"] is not None or _is_school(match),
    ),
    _pattern(
        IdentifierKind.EMPLOYER,
        rf"{_WORK}(?: as an? [a-z]{{2,20}}(?: [a-z]{{2,20}}){{0,2}}?)? (?:at|for|in|by|is) "
        rf"(?P<it>(?:the )?{_CAPITALISED}(?: {_CAPITALISED}| warehouse| factory| depot){{0,3}})",
        _is_employer,
    ),
    _pattern(IdentifierKind.EMPLOYER, rf"(?:(?={_WORK})|\b(?:manager|colleague|boss|shift|supervisor)s?\b)[^.\n]{{0,30}}?(?:\b(?:at|for|in|by|is) |employer[ ,:]{{1,2}})(?P<it>{_EMPLOYERS}(?: warehouse| depot| store)?)\b"),
    _pattern(IdentifierKind.AGE, r"\b(?:9\d|1[01]\d)[ -]?(?:years?|yrs?|yo|y/o|y\.o)\b(?:[ -]?olds?| of age)?(?! (?:ago|experience))"),
    _pattern(IdentifierKind.AGE, r"\b(?:aged?|age of|turned|turning) (?:9\d|1[01]\d|ninety(?:[ -][a-z]{3,5})?)\b(?! ?(?:%|kg|mg|min))"),
    _pattern(
        IdentifierKind.AGE,
        r"\b(?:he|she|who|pt|patient|lady|gentleman|man|woman) (?:is|was) (?P<it>9\d|1[01]\d)\b"
        r"(?! ?(?:kg|%|bpm|cm|mm|mg|ml|/|:|\.\d|min|percent|beats|on air|metres|days))",
    ),
    _pattern(IdentifierKind.AGE, r"\bninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?[ -]years?\b(?:[ -]old)?"),
    _pattern(IdentifierKind.AGE, r"\b(?:9\d|1[01]\d)(?:st|nd|rd|th) birthday\b"),
)
