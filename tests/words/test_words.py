"""Every sentence that the bot says: short, plain, and without the words that we do not use."""

import ast
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import pytest
import yaml

from bot.domain.refusals import Reason
from bot.views.kit.reasons import REASONS
from tests.screens.gallery import BESIDE_A_FIELD, SCREENS, given_names
from tests.words.reading import banned_words, reading_age, sentences

ROOT = Path(__file__).parent.parent.parent
MOST_WORDS = 20
OLDEST_READER = 11
"""Years."""
A_WHOLE_SCREEN = 60
"""Words from which on a reading age means something."""

UNAVOIDABLE = {
    "psychological": "The name of the national scale of harm.",
    "patient safety incident investigation": "The name of this learning response in PSIRF.",
    "medication": "What staff call it, and half of it is not medicine that anybody takes.",
    "safeguarding": "The name of the duty and of the service that has it.",
    "coroner": "The name of the office. Nobody calls it otherwise.",
    "recommendations": "What CQC, coroners and inquiries call what they make.",
    "tranquillisation": "The name of the practice in the NHS. A plainer word would mean something else.",
}
"""Terms that no plainer word replaces, each with its reason. They do not count towards the reading age."""

_SHOWN_TWICE = {"initial_option"}


def words_of(part: object) -> Iterator[str]:
    """What the bot says in a screen. What people typed is in rich text or an `initial_value`, and is left out."""
    match part:
        case {"type": "mrkdwn" | "plain_text", "text": str(text)}:
            yield text
        case Mapping():
            for key, inner in part.items():
                if key not in _SHOWN_TWICE:
                    yield from words_of(inner)
        case list():
            for inner in part:
                yield from words_of(inner)


def _said(payload: Mapping[str, object]) -> str:
    """A whole screen, without the names that the service file gives."""
    notification = payload.get("text")
    lines = [*([notification] if isinstance(notification, str) else []), *words_of(payload)]
    return _without_names("\n".join(lines))


def _without_names(text: str) -> str:
    text = re.sub(r"<@\w+>", "", text)
    for name in given_names():
        text = text.replace(escape(name, quote=False), "Oak").replace(name, "Oak")
    return text


def _refusals() -> Iterator[tuple[str, str]]:
    """What is said beside a field: the reasons of the rules, and what each field says of an answer it cannot use."""
    yield from ((f"{type(reason).__name__}.{reason}", words) for reason, words in REASONS.items())
    for folder in ("bot", "handlers"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from ((f"{path.stem}:{node.lineno}", words) for words in _reasons(node))


def _reasons(call: ast.Call) -> Iterator[str]:
    reasons = [word.value for word in call.keywords if word.arg == "wrong"]
    for reason in reasons:
        text = ast.unparse(reason)
        yield re.sub(r"\{.*?\}", "500", text.removeprefix("f"))[1:-1]


def _manifest() -> Iterator[tuple[str, str]]:
    app = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
    yield "manifest", app["display_information"]["description"]
    for command in app["features"]["slash_commands"]:
        yield "manifest", f"{command['description']}\n{command['usage_hint']}"


SCREENS_IN_WORDS = {name: _said(payload) for name, (_, payload) in SCREENS.items()}
BESIDE = {name: _without_names(words) for name, words in BESIDE_A_FIELD.items()} | dict(_refusals())
EVERYTHING = SCREENS_IN_WORDS | BESIDE | dict(_manifest())

everywhere = pytest.mark.parametrize("name", EVERYTHING)


def without_terms(text: str) -> str:
    """The text with each unavoidable term as one short word."""
    for term in sorted(UNAVOIDABLE, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(term)}\b", "it", text, flags=re.IGNORECASE)
    return text


@everywhere
def test_no_sentence_is_longer_than_twenty_words(name):
    assert [said for said in sentences(EVERYTHING[name]) if len(said.split()) > MOST_WORDS] == []


@everywhere
def test_no_word_is_used_that_we_do_not_use(name):
    assert banned_words(EVERYTHING[name]) == []


@pytest.mark.parametrize("name", SCREENS_IN_WORDS)
def test_a_whole_screen_can_be_read_at_eleven(name):
    text = SCREENS_IN_WORDS[name]
    if sum(len(said.split()) for said in sentences(text)) >= A_WHOLE_SCREEN:
        assert reading_age(without_terms(text)) <= OLDEST_READER


OF_REVIEWS = (
    *("boxes_form.", "review.", "guide.", "people_form.", "people.", "review_messages.", "pathway."),
    *("record_forms.", "review_record.", "session.", "session_forms.", "session_guide.", "session_messages."),
)


@pytest.mark.parametrize("name", [name for name in SCREENS_IN_WORDS if name.startswith(OF_REVIEWS)])
def test_no_sentence_of_a_review_asks_who(name):
    assert re.findall(r"\b(?:who|whom|whose)\b", SCREENS_IN_WORDS[name], re.IGNORECASE) == []


def test_every_unavoidable_term_is_said_somewhere_and_has_its_reason():
    everything = "\n".join(EVERYTHING.values()).lower()
    assert [term for term in UNAVOIDABLE if term.lower() not in everything] == []
    assert all(UNAVOIDABLE.values())


@pytest.mark.parametrize("name", EVERYTHING)
def test_nothing_promises_that_help_is_coming(name):
    promises = r"help is (?:coming|on its way)|we are coming|someone will (?:come|call|phone|be with you)|stay calm"
    assert re.findall(promises, EVERYTHING[name], re.IGNORECASE) == []


def test_the_words_that_were_agreed_are_said_word_for_word():
    assert "This form calls nobody." in SCREENS_IN_WORDS["report_form.draw, one"]
    at_risk = SCREENS_IN_WORDS["receipt.thanks, at risk"]
    assert "*Phone Oak now.* Your report is saved, but nobody has seen it yet." in at_risk
    assert at_risk.index("*Phone Oak now.*") < at_risk.index("saved")
    assert "We cannot tell yet. Press Send again: it will not be sent twice." in BESIDE["refusals.cannot_tell, one"]
    assert BESIDE["refusals.not_saved, one"].startswith("Not saved.")
    assert "for telling us" in SCREENS_IN_WORDS["bulletin_messages.bulletin, none"]
    for one in ("refusals.danger_not_saved, one", "refusals.danger_cannot_tell, one"):
        assert BESIDE[one].startswith("Phone Oak now.")
    told = SCREENS_IN_WORDS["unsaved_danger.not_saved, one, sure"]
    assert "Somebody at Oak tried to report danger at 12:00. It is *not* saved." in told
    assert "It may or may not be saved." in SCREENS_IN_WORDS["unsaved_danger.not_saved, one, not sure"]
    assert "waiting to be checked by someone else" in SCREENS_IN_WORDS["home.home, many"].lower()


def test_every_reason_of_the_rules_has_its_words_and_no_two_have_one_code():
    reasons = [reason for reasons in Reason.__subclasses__() for reason in reasons]
    assert sorted(reasons) == sorted(REASONS)
