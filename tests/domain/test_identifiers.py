"""Words that say who somebody is are found in a report, and other words are left alone."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reports.identifiers import Identifier, IdentifierKind, found
from bot.domain.reports.identifying.wordlists.given_names import GIVEN_NAMES, WORD_NAMES
from bot.domain.reports.identifying.wordlists.ordinary_words import NOT_NAMES, ORDINARY_WORDS
from bot.domain.reports.identifying.wordlists.surnames import SURNAMES, WORD_SURNAMES
from tests.domain.identifier_sentences import STYLES, score, sentences

MOST = 6_000
"""Characters of text that the search is made for."""


def words_found(text, known_names=()):
    return [(text[one.start : one.end], one.kind.value) for one in found(text, known_names=known_names)]


def everybody():
    """All names of the held-out sentences, and ordinary words as names, as a large directory would have them."""
    named = {name for one in sentences("held_out") for name in one.names}
    return [
        *named,
        "Will May",
        "Hope Mark",
        "Grace Hall",
        "Bill Ward",
        "Rose Day",
        "Faith Young",
        "May Waters",
        "Art Bell",
    ]


def test_the_held_out_sentences_are_enough_to_count():
    written = sentences("held_out")
    assert sum(any(kind.kind.direct for kind in one.marked) for one in written) >= 150
    assert sum(not one.marked for one in written) >= 150
    assert {one.style for one in written} == set(STYLES)


@pytest.mark.parametrize("style", STYLES)
def test_without_a_directory_nine_of_ten_identifiers_are_found(style):
    result = score(one for one in sentences("held_out") if one.style == style)
    assert result.recall >= 0.93
    assert result.covered_share >= 0.88
    assert result.indirect_touched == result.indirect


@pytest.mark.parametrize("style", STYLES)
def test_with_a_directory_nearly_all_are_found(style):
    result = score((one for one in sentences("held_out") if one.style == style), known_names=everybody())
    assert result.recall >= 0.97
    assert result.covered_share >= 0.92


@pytest.mark.parametrize("known_names", [(), everybody()], ids=["alone", "with a directory"])
@pytest.mark.parametrize("style", STYLES)
def test_few_clean_sentences_are_flagged(style, known_names):
    result = score((one for one in sentences("held_out") if one.style == style), known_names=known_names)
    assert result.flagged_share <= 0.04


def test_the_sentences_of_development_stay_found():
    result = score(sentences("development"))
    assert result.recall >= 0.97
    assert result.flagged_share <= 0.02


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("NHS no 943 476 5919 on the label", ("NHS no 943 476 5919", "nhs_number")),
        ("label says 9434765919", ("9434765919", "nhs_number")),
        ("nhs number 943 476 5918 mistyped", ("nhs number 943 476 5918", "nhs_number")),
        ("dob 3/4/71", ("dob 3/4/71", "birth")),
        ("born 3 April 1971", ("born 3 April 1971", "birth")),
        ("on the card: 12/05/1964", ("12/05/1964", "birth")),
        ("on the card: 12/05/64", ("12/05/64", "birth")),
        ("June 7, 1988 is on the band", ("June 7, 1988", "birth")),
        ("(3.4.71 dob)", ("3.4.71 dob", "birth")),
        ("sent to le2 7qp", ("le2 7qp", "postcode")),
        ("rang +44 (0)1632 960 001", ("+44 (0)1632 960 001", "phone")),
        ("rang +48 601 234 567", ("+48 601 234 567", "phone")),
        ("mobile 960123 456", ("960123 456", "phone")),
        ("sent to a.b@example.org", ("a.b@example.org", "email")),
        ("sent to jo dot lee at example dot org", ("jo dot lee at example dot org", "email")),
        ("RiO 5530921", ("RiO 5530921", "record")),
        ("hospital number was K204817", ("hospital number was K204817", "record")),
        ("police ref 14/2207/25", ("police ref 14/2207/25", "record")),
        ("police rang, log 312 given", ("312", "record")),
        ("CAD 417", ("CAD 417", "record")),
        ("taken by PC 4521", ("PC 4521", "record")),
        ("grey van S456 KLM", ("S456 KLM", "vehicle")),
        ("parked: AB12 CDE", ("AB12 CDE", "vehicle")),
        ("her insta is sazza_x", ("sazza_x", "handle")),
        ("see @sazza_x", ("@sazza_x", "handle")),
        ("see https://ward.slack.com/team/U123", ("https://ward.slack.com/team/U123", "handle")),
        ("<@U04KD8JQ2> saw it", ("<@U04KD8JQ2>", "mention")),
        ("at 14 Elm Road, Thornby", ("14 Elm Road, Thornby", "address")),
        ("went to flat 3", ("flat 3", "address")),
        ("lives at 3 park view", ("3 park view", "address")),
        ("lives on Meadow Lane", ("Meadow Lane", "address")),
        ("MH (bed 11) fell", ("MH (bed 11)", "initials")),
        ("JS in bed 4 fell", ("JS in bed 4", "initials")),
        ("saw pt A.B. fall", ("A.B.", "initials")),
        ("KL threw a cup", ("KL", "initials")),
        ("she told Dr Patel", ("Dr Patel", "title")),
        ("mr white fell", ("mr white", "title")),
        ("Mr T fell", ("Mr T", "title")),
        ("dr zubko came", ("dr zubko", "title")),
        ("Nurse J Okafor came", ("Nurse J Okafor", "title")),
        ("Sister Mary came", ("Sister Mary", "title")),
        ("her sister mary came", ("sister mary", "relative")),
        ("his mother Sandra rang", ("mother Sandra", "relative")),
        ("her friend, whose name is Zubko, rang", ("Zubko", "name")),
        ("patient called Zubko fell", ("Zubko", "name")),
        ("pt john smith fell", ("john smith", "name")),
        ("seen by J. Smith today", ("J. Smith", "name")),
        ("JOHN SMITH FELL IN SHOWER", ("JOHN SMITH", "name")),
        ("I met Petra van der Berg", ("Petra van der Berg", "name")),
        ("then Okafor fell", ("Okafor", "name")),
        ("Siân fell", ("Siân", "name")),
        ("patient Zoë Müller-Łuczak fell", ("Zoë Müller-Łuczak", "name")),
        ("Mark Evans fell", ("Mark Evans", "name")),
        ("mark okafor fell", ("mark okafor", "name")),
        ("Hope and Faith shared a room", ("Hope", "name")),
        ("then June Carter came", ("June Carter", "name")),
        ("dawn on nights", ("dawn", "name")),
        ("told mark to wait", ("mark", "name")),
        ("pt hope absconded", ("hope", "name")),
        ("Will has fallen", ("Will", "name")),
        ("Joy she has the key", ("Joy", "name")),
        ("Sue HCA was there", ("Sue", "name")),
        ("We asked May about it", ("May", "name")),
        ("Zubko Brzenk was there", ("Zubko Brzenk", "name")),
        ("Zubko refused", ("Zubko", "name")),
        ("we told Zubko twice", ("Zubko", "name")),
        ("I spoke to Zubko", ("Zubko", "name")),
        ("tyler mcnab fell", ("tyler mcnab", "name")),
        ("Jamie-Leigh fell", ("Jamie-Leigh", "name")),
        ("Zubko (agency) has no login", ("Zubko", "name")),
        ("Zubko and Sarah were there", ("Zubko", "name")),
        ("at 8 The Crescent", ("8 The Crescent", "address")),
        ("meant for t. banks", ("t. banks", "name")),
        ("GH & KW argued", ("GH & KW", "initials")),
        ("Court case T20260011", ("T20260011", "record")),
        ("Zubko and I lifted it", ("Zubko", "name")),
        ("I and Zubko lifted it", ("Zubko", "name")),
        ("Ahmed and Zubko lifted it", ("Zubko", "name")),
        ("Ahmed + Zubko lifted it", ("Zubko", "name")),
        ("it was found by Zubko", ("Zubko", "name")),
        ("pt zubko refused it", ("zubko", "name")),
        ("pt grace o fell", ("grace o", "name")),
        ("she is 94", ("94", "age")),
        ("aged ninety two", ("aged ninety two", "age")),
        ("works at Tesco", ("Tesco", "employer")),
        ("pupil at St Mary's school", ("St Mary's school", "school")),
        ("a student at the University of Leicester", ("University of Leicester", "school")),
    ],
)
def test_an_identifier_is_found(text, what):
    assert what in words_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Section 136 at 02:10, s17 leave at 0210",
        "lithium 400mg BD, Clozaril, Sandoz, Sertraline, depot due",
        "moved from Oak Ward to Nightingale Ward, then Florence Unit, then St Mary's",
        "Parkinson's, Alzheimer's, Waterlow, Beck Depression Inventory, Young Mania Rating Scale, Glasgow Coma Scale",
        "Mental Health Act, Gillick competence, Martha's Rule, Seni's Law, Clare's law, Oliver McGowan training",
        "Will need review. May need 1:1. Hope this helps. Mark on arm. Rose from bed. Bill paid. Grace period over.",
        "PT WILL NEED 1:1. MARK ON ARM. ROSE FROM BED. MAY ABSCOND.",
        "Nurse in charge told Dr on call. Sister said wait. Mr and Mrs were not used.",
        "on 24 November 2026, 24/11/26 and 24-11-2026 14:30",
        "bleep 2137, ext 66214, room 12, bed 4, NEWS2 7, BP 140/90, 94 kg",
        "batch 9434765918, order number 55120, RiO 0210",
        "rang 01-02-2025 1430",
        "room 12 Maple Court, 14 people on the road",
        "Royal College, Recovery College, University Hospital, night school",
        "worked at Night, works for Oak Ward, works in Cedar House",
        "S136 MHA, PRN x2 1st, x2 1hr, s2 4hr, HE20 OBS",
        "@ 14:00, @2pm, @night, instagram pictures",
        "e.g. this, i.e. that, 2 a.m. and P.R.N. and P.O.",
        "BP in bed 4, room 7 (ot), is in bed 3, IN BED 4",
        "in May 2026, Reg 20, April 3",
        "The Hope that we had, moved to Florence, in Jordan",
        "Art Therapy and Grace Period",
        "mr t-shirt, dr reviewed, ms dose, miss meds",
        "This is patient A",
        "na jo",
        "HIGH RISK PT NO OBS DONE 0100-0300",
        "read Harry Potter with Robin Hood",
        "BP and HR, AB and BP",
        "bed b. then",
        "in Section B Young",
        "",
        " ",
    ],
)
def test_other_words_are_left_alone(text):
    assert words_found(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("zubko brzenk fell", ("zubko brzenk", "name")),
        ("Brzenk, Zubko fell", ("Brzenk, Zubko", "name")),
        ("zubko fell", ("zubko", "name")),
        ("then brzenk fell", ("brzenk", "name")),
        ("mrs brzenk fell", ("mrs brzenk", "title")),
        ("Grace Hall fell", ("Grace Hall", "name")),
        ("Ward Young Hope fell", ("Ward Young Hope", "name")),
        ("żubko fell", ("żubko", "name")),
        ("patient Brzenk fell", ("Brzenk", "name")),
    ],
)
def test_a_name_of_the_directory_is_found(text, what):
    directory = ["Zubko Brzenk", "Grace Hall", "Ward Young Hope", "Single"]
    assert what in words_found(text, directory)


@pytest.mark.parametrize("text", ["grace hall fell", "HOPE THAT HALL IS OPEN", "will young people come"])
def test_a_name_of_the_directory_that_is_only_words_needs_its_capitals(text):
    assert words_found(text, ["Grace Hall", "Hope Hall", "Will Young"]) == []


def test_names_of_the_directory_may_have_accents_and_commas():
    assert words_found("Zubko Brzenk fell", ["Brzęnk, Zübko"]) == [("Zubko Brzenk", "name")]


def test_kinds_that_name_nobody_alone_are_apart():
    indirect = {kind.value for kind in IdentifierKind if not kind.direct}
    assert indirect == {"age", "school", "employer"}


def test_a_school_named_after_somebody_is_a_school():
    assert words_found("a pupil at Sarah Bonnell School") == [("Sarah Bonnell School", "school")]


def test_invisible_characters_do_not_hide_a_name():
    text = "pt Sa\u200bra\u0301h Smi\u00adth fell, n\u200bhs 943\u00a0476\u20605919, \uff19\uff14\uff13 476 5919"
    assert [kind for _, kind in words_found(text)] == ["name", "nhs_number", "nhs_number"]
    assert words_found(text)[0][0] == "Sa\u200bra\u0301h Smi\u00adth"


def test_positions_count_characters_beyond_the_basic_plane_once():
    bold = "\U0001d412\U0001d41a\U0001d42b\U0001d41a\U0001d421"
    assert words_found(f"😀😀 {bold} fell 😀, ring 01632 960 001") == [(bold, "name"), ("01632 960 001", "phone")]


PIECES = (
    "a", "A", "1", "1 ", "0 ", ".", "a.", "A.", "A.A ", "@", "a@", "a-", "a'", "Aa ", "Aa Ab ", "John ", "1/",
    "+4", "st ", "St. Aa ", "patient ", "patient called ", "name ", "called ", "van ", "John van ", "Mr A. ", "😀",
    "\u200b", "é", "ﬁ", "İ", "bed 1 ", "works at ", "works as a aa ", "dob ", "born in the ", "nhs ",
    "flat 1 Aa ", "1 aa aa ", "lives at aa ", "reg ", "dot ", "a dot b ", "instagram is ", "x.com/", "<@U",
    "police number ", "90 ", "\n", "A-1", "((", "1*", "Ab of the ", "AB12 ", "employer ", "urn 1 AB ", "0-",
    "1-1", "Hope and ", "Oliver McGowan ", "'", "\x00", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_the_worst_text_of_the_longest_length_is_read_once(piece):
    """It ends at all: a pattern that tries every split of such a text would run for hours."""
    spans = found((piece * MOST)[:MOST], known_names=["Aa Ab", "John A"])
    assert_apart(spans, MOST)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_spans_are_in_order_apart_and_inside_the_text(text):
    assert_apart(found(text, known_names=["Aa Ab", "Hope A"]), len(text))


def assert_apart(spans, length):
    assert all(0 <= one.start < one.end <= length for one in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


def test_an_identifier_cannot_be_changed():
    with pytest.raises(AttributeError):
        Identifier(0, 1, IdentifierKind.NAME).start = 2  # type: ignore[misc]


def test_no_word_of_the_lists_contradicts_another():
    assert not GIVEN_NAMES & ORDINARY_WORDS
    assert not GIVEN_NAMES & WORD_NAMES
    assert not SURNAMES & (ORDINARY_WORDS | NOT_NAMES | WORD_SURNAMES)
    assert not GIVEN_NAMES & NOT_NAMES
