"""What a reporter is asked once before a report is saved."""

from datetime import timedelta

import pytest

from bot.domain.reports.doubts import Doubts, identified, long_ago, without_identifiers
from bot.domain.reports.identifiers import IdentifierKind
from tests.domain.examples import NOON

WORDS = {kind: kind.value for kind in IdentifierKind}


def test_fields_with_identifiers_are_named_and_no_others():
    found = identified({"first": "Mr Blenkinsop fell", "second": "", "third": "He fell"}, known_names=[])
    assert list(found) == ["first"]


@pytest.mark.parametrize(("text", "stops"), [("Mr Blenkinsop fell", True), ("He is 95 years old", False)])
def test_an_age_alone_stops_nothing(text, stops):
    found = identified({"what": text}, known_names=[])
    assert found
    assert Doubts(found).stop is stops


def test_a_time_long_ago_or_another_report_stops_it():
    assert Doubts(long_ago=NOON).stop
    assert Doubts(sent_lately="2222-222").stop
    assert not Doubts().stop


def test_a_year_ago_is_not_long_ago_and_more_is():
    year = timedelta(days=365)
    assert long_ago(NOON - year, now=NOON) is None
    assert long_ago(NOON - year - timedelta(seconds=1), now=NOON) is not None


def test_direct_identifiers_are_replaced_by_their_kind_and_an_age_stays():
    text = "Mr Blenkinsop, 95 years old, called 07700 900123 twice"
    clean = without_identifiers(text, WORDS, known_names=[], longest=100)
    assert clean == "[title], 95 years old, called [phone] twice"


def test_known_names_are_taken_out():
    clean = without_identifiers("Zorana Quibble fell", WORDS, known_names=["Zorana Quibble"], longest=100)
    assert clean == "[name] fell"


def test_what_would_become_too_long_is_shortened_and_no_identifier_stays():
    text = "Mr Ao " * 10
    clean = without_identifiers(text, WORDS, known_names=[], longest=len(text))
    assert "Ao" not in clean
    assert len(clean) <= len(text)
