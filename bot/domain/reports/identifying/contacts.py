"""How somebody is reached: mentions, profiles, e-mail, telephones."""

import re

from bot.domain.reports.identifying.marks import IdentifierKind
from bot.domain.reports.identifying.pattern import digits, pattern
from bot.domain.reports.identifying.wordlists.ordinary_words import NOT_NAMES, ORDINARY_WORDS

_PLATFORM = (
    r"(?:facebook|fb|instagram|insta|ig|twitter|tiktok|tik tok|snapchat|snap|telegram|discord|kik|xbox|psn|reddit)"
)
_TIME_OR_NUMBER = re.compile(r"\d+(?:am|pm|hrs?|h|mins?|m|ish)?", re.IGNORECASE)
_NO_HANDLE = NOT_NAMES | ORDINARY_WORDS | {"here", "channel", "mention", "mentions"}
_DATED = re.compile(r"\d\d[-. ]\d\d[-. ](?:19|20)\d\d")
_AREA_OR_MOBILE = "123578"
"""Second digits of telephone numbers in the United Kingdom."""


def _is_handle(match: re.Match[str]) -> bool:
    name = match["name"].lower().rstrip(".")
    return not _TIME_OR_NUMBER.fullmatch(name) and name not in _NO_HANDLE


def _looks_like_a_handle(match: re.Match[str]) -> bool:
    return bool(re.search(r"[\d_]|\w\.\w", match["it"]))


def _is_phone(match: re.Match[str]) -> bool:
    national = re.sub(r"^(?:44|0044)0?", "0", digits(match[0]))
    return not _DATED.match(match[0]) and len(national) in {10, 11} and national[1] in _AREA_OR_MOBILE


PATTERNS = (
    pattern(IdentifierKind.MENTION, r"(?:<|&lt;)@[UW][A-Z0-9]{2,29}(?:\|[^>\n]{0,80})?(?:>|&gt;)"),
    pattern(
        IdentifierKind.EMAIL,
        r"(?<![\w.+%-])[\w.+%-]{1,64}(?: ?[\[(]at[\])] ?|@)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
    ),
    pattern(
        IdentifierKind.EMAIL,
        r"\b\w{1,40}(?: dot \w{1,40}){0,3} at \w{1,40}(?: dot \w{1,20}){1,4}\b",
        cues="dot",
    ),
    pattern(
        IdentifierKind.HANDLE,
        r"\b(?:https?://)?(?:[a-z]{1,3}\.)?(?:(?:facebook|instagram|twitter|x|tiktok|linkedin|snapchat|youtube|reddit"
        r"|fb|onlyfans|threads)\.(?:com|net)|[a-z0-9-]{1,30}\.slack\.com/team)/[^\s,<>()\"]{1,120}",
        cues="com net",
    ),
    pattern(IdentifierKind.HANDLE, r"\bt\.me/\w{2,40}", cues="me"),
    pattern(IdentifierKind.HANDLE, r"(?<![\w@.+<-])@(?P<name>[a-z0-9_][\w.]{1,29})", _is_handle),
    pattern(
        IdentifierKind.HANDLE,
        rf"\b{_PLATFORM}\b(?: (?:name|handle|account|user|username|id|is|as|profile|called|page)\b){{0,4}}"
        r"[ :=\"']{1,3}(?P<it>[a-z][\w.]{2,29})",
        _looks_like_a_handle,
        cues="facebook fb instagram insta ig twitter tiktok tik snapchat snap telegram discord kik xbox psn reddit",
    ),
    pattern(
        IdentifierKind.PHONE,
        r"(?<![\w/.:-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)\d{1,5}\)?(?:[ .-]?\d){4,9}(?![\d:/]|[.-]\d)",
        _is_phone,
    ),
    pattern(IdentifierKind.PHONE, r"\+\d{1,3}(?:[ -]?\d){7,12}"),
    pattern(
        IdentifierKind.PHONE,
        r"\b(?:tel|telephone|phone|mobile|mob|landline|fax)\b[^\d\n]{0,15}(?P<it>\d{5,8}(?: ?\d){1,6})(?![\d/])",
        cues="tel telephone phone mobile mob landline fax",
    ),
)
