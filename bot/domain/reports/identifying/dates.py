"""When somebody was born, and ages that few people reach."""

import re

from bot.domain.reports.identifying.marks import IdentifierKind
from bot.domain.reports.identifying.pattern import pattern

_LAST_YEAR_OF_BIRTH = 2012
"""A date after this year, without a word such as "born", is taken for the date of an event."""
_FIRST_SHORT_YEAR = 31
"""Two digits below this are a year of this century."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY_AND_MONTH = rf"{_DAY} ?(?:st|nd|rd|th)?(?: of)?[ /.-]?{_MONTH}"
_YEAR = r"((?:19|20)?\d\d)"
_DATE = "|".join(
    (
        rf"((?:19|20)\d\d)[/.-](?:0?[1-9]|1[0-2])[/.-]{_DAY}",
        rf"{_DAY}[/.-](?:0?[1-9]|1[0-2])[/.-]{_YEAR}",
        rf"{_DAY_AND_MONTH}\.?,?[ /.-]?'?{_YEAR}",
        rf"{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?,? '?{_YEAR}",
    )
)
ANY_DATE = re.compile(_DATE, re.IGNORECASE)
"""A whole date, in figures or words; its groups are years, one of them filled."""
_LOOSE_DATE = (
    rf"{_DATE}|{_DAY} ?[/.\- ] ?(?:0?[1-9]|1[0-2]) ?[/.\- ] ?(?:19|20)?\d\d|\d{{8}}|\d{{6}}|{_DAY_AND_MONTH}"
    r"|(?:19|20)\d\d"
)
_BORN = r"(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|born|birthday|b-?day)"
_OLD = r"(?:9\d|1[01]\d)"
"""Over 89: an exact age that identifies, because so few people have it."""


def _is_long_ago(match: re.Match[str]) -> bool:
    year = next(filter(None, match.groups()))
    return int(year) <= _LAST_YEAR_OF_BIRTH if len(year) > len("71") else int(year) >= _FIRST_SHORT_YEAR


PATTERNS = (
    pattern(
        IdentifierKind.BIRTH,
        rf"\b{_BORN}\b[^\d\n]{{0,30}}?\b(?:{_LOOSE_DATE})\b",
        cues="d dob birth birthdate born birthday bday b",
    ),
    pattern(IdentifierKind.BIRTH, rf"\b(?:{_DATE})[ ,(]{{0,3}}(?:d\.?o\.?b\b|date of birth)", cues="d dob birth"),
    pattern(IdentifierKind.BIRTH, rf"(?<![\d/.-])\b(?:{_DATE})(?![\d/-])", _is_long_ago),
    pattern(
        IdentifierKind.AGE,
        rf"\b{_OLD}[ -]?(?:years?|yrs?|yo|y/o|y\.o)\b(?:[ -]?olds?| of age)?(?! (?:ago|experience))",
    ),
    pattern(
        IdentifierKind.AGE,
        rf"\b(?:aged?|age of|turned|turning) (?:{_OLD}|ninety(?:[ -][a-z]{{3,5}})?)\b(?! ?(?:%|kg|mg|min))",
        cues="age aged turned turning",
    ),
    pattern(
        IdentifierKind.AGE,
        rf"\b(?:he|she|who|pt|patient|lady|gentleman|man|woman) (?:is|was) (?P<it>{_OLD})\b"
        r"(?! ?(?:kg|%|bpm|cm|mm|mg|ml|/|:|\.\d|min|percent|beats|on air|metres|days))",
        cues="is was",
    ),
    pattern(
        IdentifierKind.AGE,
        r"\bninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?[ -]years?\b(?:[ -]old)?",
        cues="ninety",
    ),
    pattern(IdentifierKind.AGE, rf"\b{_OLD}(?:st|nd|rd|th) birthday\b", cues="birthday"),
)
