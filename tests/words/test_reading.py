"""The measure itself: sentences, syllables, the age they give, and the words we do not use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.words.reading import banned_words, reading_age, sentences, syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n *  * … :wave: ", []),
        ("Your report is saved", ["Your report is saved"]),
        ("Saved. Thank you! Safe now?", ["Saved.", "Thank you!", "Safe now?"]),
        ("What happened\nWhat kind\n\nSend", ["What happened", "What kind", "Send"]),
        ('He said "stop." Then he left.', ['He said "stop.', "Then he left."]),
        ("Due at 10.30 on Monday 16 March.", ["Due at 10.30 on Monday 16 March."]),
        ("Choose a place, e.g. a ward.", ["Choose a place, e.g. a ward."]),
        ("Ask Dr. Rao or Mrs. Lund. They know.", ["Ask Dr. Rao or Mrs. Lund.", "They know."]),
        ("In danger now? Phone 999 first.", ["In danger now?", "Phone 999 first."]),
        ("*Saved.*\n_Thank you_ :tada:", ["Saved.", "Thank you"]),
        ("Your file_name stays, and 2 x 3 too.", ["Your file_name stays, and 2 x 3 too."]),
        ("Owner: <@U0AMARA>. Tell <!here>.", ["Owner: Somebody.", "Tell Somebody."]),
        ("Read <https://example.org/a|the guide> now.", ["Read the guide now."]),
        ("Due <!date^1|16 March>. R&amp;D.", ["Due 16 March.", "R&D."]),
    ],
)
def test_a_screen_is_read_sentence_by_sentence_without_the_marks_of_slack(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (
            1,
            "a you done saved closed changed asked called made some there where eyes queue can't guide 999 10:30",
        ),
        (
            2,
            "report owner table centre being trying something safely statement handled didn't colleague moment",
        ),
        (
            3,
            "incident reporter reported violence suicide area employee idea actual implement video NHS",
        ),
        (4, "medication environment security psychiatric immediate experience self-reported"),
        (5, "immediately associated tranquillisation confidential-ish"),
        (6, "responsibility"),
    ],
)
def test_syllables_are_counted_by_spelling(count, words):
    assert [(word, syllables(word)) for word in words.split()] == [(word, count) for word in words.split()]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("", 0.0),
        ("…", 0.0),
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 - 10.59),
        ("The cat sat. The dog ran.", 0.39 * 3 + 11.8 - 10.59),
        ("A report was sent today.", 0.39 * 5 + 11.8 * 7 / 5 - 10.59),
    ],
)
def test_the_age_follows_the_formula(text, age):
    assert reading_age(text) == pytest.approx(age)


def test_plain_words_are_for_a_child_and_an_office_letter_is_not():
    plain = "Your report is saved. We will read it by Tuesday. Then we will tell you what we did."
    office = (
        "Subsequent to the submission of documentation, appropriate multidisciplinary consideration "
        "will be undertaken in accordance with the organisational responsibilities."
    )
    assert (reading_age(plain) < 8, reading_age(office) > 20) == (True, True)


def test_the_same_words_in_longer_sentences_are_harder():
    assert reading_age("We read it. We tell you.") < reading_age("We read it and we tell you.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your ticket, your TICKETS", ["ticket", "tickets"]),
        ("This case and other cases", ["case", "cases"]),
        ("The user, a client, the victim or an offender", ["user", "client", "victim", "offender"]),
        ("A P1, or SEV-1, or sev 2", ["p1", "sev-1", "sev 2"]),
        ("After the post-mortem and the postmortem", ["post-mortem", "postmortem"]),
        ("Human error was the root cause", ["human error", "root cause"]),
        ("A task in the newsletter: kudos!", ["task", "newsletter", "kudos"]),
        ("Say who did it and whose fault it is", ["who did", "whose fault"]),
        (
            "He was at fault. It is nobody\u2019s fault, not your own fault.",
            ["at fault", "nobody's fault", "your own fault"],
        ),
        (
            "She failed to call. She should have called, she should\u2019ve.",
            ["failed to", "should have", "should've"],
        ),
        ("An error by staff; errors by others", ["error by", "errors by"]),
        ("Blame, blamed, blames, blaming", ["blame", "blamed", "blames", "blaming"]),
        ("This finds no blame. Then blame nobody.", ["blame"]),
        ("He *failed*\n_to_ phone", ["failed to"]),
        ("<https://example.org|whose fault>", ["whose fault"]),
    ],
)
def test_words_we_do_not_use_are_found_in_order(text, found):
    assert banned_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Who will see it: the safety team.",
        "In case of fire, in any case, phone first.",
        "A fault in the alarm",
        "What happened, what helped, what got in the way",
        "A multitasker, a suitcase, a casework clinic, username, ticketed, blameless",
        "You should know. We have failed. An error. Reference K7M4-P23.",
    ],
)
def test_words_that_only_look_alike_are_left_alone(text):
    assert banned_words(text) == []


@given(st.text())
def test_any_text_can_be_measured(text):
    assert reading_age(text) >= 0.39 + 11.8 - 10.59 or sentences(text) == []
    assert [sentence for sentence in sentences(text) if not sentence.strip()] == []
    assert [word for word in banned_words(text) if word != word.lower()] == []
