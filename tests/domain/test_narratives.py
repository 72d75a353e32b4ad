"""The reporter's words: kept exactly, or refused; and never in a repr."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.values import is_visible
from tests.domain.examples import INVISIBLE


def test_the_form_takes_what_a_text_field_of_slack_takes():
    assert LONGEST == 3000


@pytest.mark.parametrize("text", ["Door alarm silent", " kept as typed \n", "<!channel> `x` & '; DROP", "🙂" * 3000])
def test_words_are_kept_exactly(text):
    assert Narrative(text=text).text == text


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_kept_exactly_or_refused_as_blank(text):
    try:
        kept = Narrative(text=text).text
    except ValidationError:
        kept = ""
    assert kept == (text if is_visible(text) else "")


@pytest.mark.parametrize("blank", INVISIBLE)
def test_a_text_that_nobody_can_see_is_refused(blank):
    with pytest.raises(ValidationError):
        Narrative(text=blank)


@pytest.mark.parametrize(("text", "why"), [("", "string_too_short"), ("x" * 6001, "string_too_long")])
def test_nothing_and_far_too_much_are_refused(text, why):
    with pytest.raises(ValidationError) as refused:
        Narrative(text=text)
    assert [error["type"] for error in refused.value.errors()] == [why]


def test_half_a_character_is_refused_because_it_could_not_be_encrypted():
    with pytest.raises(ValidationError):
        Narrative(text="\ud83d")


def test_its_repr_holds_no_words():
    narrative = Narrative(text="CANARY")
    assert (repr(narrative), str(narrative), f"{narrative}", f"{[narrative]}") == (
        "Narrative()",
        "",
        "",
        "[Narrative()]",
    )
