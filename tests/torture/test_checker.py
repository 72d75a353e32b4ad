"""The checker sees each promise broken: histories in which all is well, with one thing put wrong."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.torture import checker
from tests.torture.checker import Histories
from tests.torture.record_of_answers import Answer, Diary, Told
from tests.torture.rows_read_in_sql import Kept, OutboxMessage, Report
from tests.torture.seen import MAY_REPEAT, Post, Seen

REPORT, CARD, COPY, BULLETIN, REMINDER = (str(uuid4()) for _ in range(5))
REFERENCE = "BCDF-234"


def letter(letter_id, kind, *, target, subject, urgent=False):
    return OutboxMessage(
        letter_id,
        kind,
        urgent=urgent,
        state="sent",
        slack_ts=f"ts {letter_id}",
        target=target,
        subject=subject,
        unique_hash=letter_id.encode(),
    )


@pytest.fixture
def told() -> Histories:
    """One report was sent and told of; a bulletin of two weeks and a reminder have left."""
    diary = Diary("test")
    submission = diary.begun("U0AMARA001")
    submission.answers.append(Answer(Told.SAVED, REFERENCE))
    issue = {"team": "oak-ward", "first": "2026-11-23", "monday": "2026-12-07"}
    letters = [
        letter(CARD, "card", target="C0SAFETY01", subject={"report": REPORT}, urgent=True),
        letter(COPY, "copy", target="U0AMARA001", subject={"report": REPORT}),
        letter(BULLETIN, "bulletin", target="C0OAKWARD1", subject={"edition": issue}),
        letter(REMINDER, "nudge", target="U0CHLOE001", subject={}),
    ]
    kept = Kept(
        reports=[Report(REPORT, REFERENCE, "U0AMARA001", (submission.words,))],
        letters=letters,
        occurrences={
            ("bulletin", "oak-ward", "2026-11-30"),
            ("bulletin", "oak-ward", "2026-12-07"),
            ("nudge", "U0CHLOE001", "2026-12-01"),
        },
        audited=[REPORT],
        broken_at=0,
        lookup=b"secret",
    )
    letters[3] = replace(letters[3], unique_hash=kept.hash_of("nudge:U0CHLOE001:2026-12-01:U0CHLOE001"))
    posts = [Post(each.id, each.target, str(each.slack_ts), "words") for each in letters]
    return Histories(diary, Seen(posts, [], []), kept)


def with_report(told, **changed):
    return replace(told, kept=replace(told.kept, reports=[replace(told.kept.reports[0], **changed)]))


def with_letter(told, number, **changed):
    letters = [*told.kept.letters]
    letters[number] = replace(letters[number], **changed)
    return replace(told, kept=replace(told.kept, letters=letters))


def with_posts(told, posts):
    return replace(told, seen=replace(told.seen, posts=posts))


def also_posted(told, number, words="words"):
    again = replace(told.seen.posts[number], ts="later", words=words)
    return with_posts(told, [*told.seen.posts, again])


def also_answered(told, *answers):
    submission = told.diary.begun("U0BEN00001")
    submission.answers.extend(answers)
    return submission


def test_where_all_is_well_no_promise_is_broken(told):
    assert checker.broken(told) == {}


def test_a_report_that_was_acknowledged_and_is_not_there_is_seen(told):
    gone = with_posts(replace(told, kept=replace(told.kept, reports=[], letters=[], occurrences=set())), [])
    assert checker.broken(gone) == {"whoever_was_told_saved_is_kept_under_that_reference": ["test-1"]}


@pytest.mark.parametrize("changed", [{"reference": "XXXX-999"}, {"reporter": "U0BEN00001"}])
def test_a_receipt_for_somebody_elses_report_is_seen(told, changed):
    assert checker.broken(with_report(told, **changed)) == {
        "whoever_was_told_saved_is_kept_under_that_reference": ["test-1"]
    }


def test_other_words_than_those_typed_are_seen(told):
    assert checker.broken(with_report(told, words=("other words",))) == {
        "whoever_was_told_saved_is_kept_under_that_reference": ["test-1"],
        "nothing_is_kept_that_nobody_sent": [REFERENCE],
    }


def test_a_report_that_is_kept_twice_is_seen(told):
    twice = with_report(told, words=told.kept.reports[0].words * 2)
    assert checker.broken(twice) == {"nothing_is_kept_twice": ["test-1"]}


def test_a_report_that_was_only_told_not_saved_and_is_there_is_seen(told):
    submission = also_answered(told, Answer(Told.NOT_SAVED), Answer(Told.NOT_SAVED))
    kept = with_report(told, words=(told.kept.reports[0].words[0], submission.words))
    assert checker.broken(kept) == {"whoever_was_only_ever_told_not_saved_is_not_kept": ["test-2"]}


def test_an_unknown_outcome_may_be_either(told):
    also_answered(told, Answer(Told.CANNOT_TELL))
    submission = also_answered(told, Answer(Told.NO_ANSWER))
    kept = with_report(told, words=(told.kept.reports[0].words[0], submission.words))
    assert checker.broken(kept) == {}


def test_an_answer_that_nobody_should_get_is_seen(told):
    also_answered(told, Answer(Told.SOMETHING_ELSE, seen="A page"))
    assert checker.broken(told) == {"people_are_told_nothing_else": ["test-2 A page"]}


def test_what_slack_would_not_take_is_seen(told):
    mistaken = replace(told, seen=replace(told.seen, mistakes=["bad blocks"]))
    assert checker.broken(mistaken) == {"people_are_told_nothing_else": ["bad blocks"]}


@pytest.mark.parametrize("number", [0, 1])
def test_a_report_without_its_card_or_its_copy_is_seen(told, number):
    other = with_letter(told, number, subject={"report": "another"})
    assert checker.broken(other) == {"every_report_has_one_card_and_one_copy_in_the_outbox": [REFERENCE]}


def test_a_message_that_is_marked_sent_and_was_not_posted_is_seen(told):
    assert checker.broken(with_posts(told, told.seen.posts[1:])) == {
        "everything_is_settled_and_what_was_sent_is_seen": [CARD]
    }


@pytest.mark.parametrize("state", ["ready", "sending", "doubtful"])
def test_a_message_that_is_never_settled_is_seen(told, state):
    broken = checker.broken(with_letter(told, 0, state=state))
    assert broken["everything_is_settled_and_what_was_sent_is_seen"] == [CARD]


@pytest.mark.parametrize("state", ["held", "dead", "dropped"])
def test_a_card_that_is_silently_not_sent_is_seen(told, state):
    missing = with_posts(with_letter(told, 0, state=state), told.seen.posts[1:])
    assert checker.broken(missing) == {"what_was_not_sent_is_shown_to_an_operator": [CARD]}


@pytest.mark.parametrize("state", ["held", "dead"])
def test_a_card_that_an_operator_is_shown_is_not_silent(told, state):
    missing = with_posts(with_letter(told, 0, state=state), told.seen.posts[1:])
    assert checker.broken(replace(missing, outbox=f"{CARD}  card")) == {}


def test_a_message_that_the_outbox_does_not_know_is_seen(told):
    strange = replace(told.seen.posts[0], delivery="strange")
    assert checker.broken(with_posts(told, [*told.seen.posts, strange])) == {
        "nothing_is_seen_that_the_outbox_does_not_know": ["strange"]
    }


def test_a_message_that_is_posted_twice_is_seen(told):
    assert checker.broken(also_posted(told, 0)) == {"nothing_is_posted_twice_unless_it_is_urgent_and_says_so": [CARD]}


def test_a_repeat_that_says_so_is_seen_only_where_nobody_is_in_danger(told):
    assert checker.broken(also_posted(told, 0, words=MAY_REPEAT)) == {}
    assert checker.broken(also_posted(told, 1, words=MAY_REPEAT)) == {
        "nothing_is_posted_twice_unless_it_is_urgent_and_says_so": [COPY]
    }


def test_a_broken_audit_trail_is_seen(told):
    broken = replace(told, kept=replace(told.kept, broken_at=7, audited=[]))
    assert checker.broken(broken) == {
        "the_audit_trail_fits_together_and_names_every_report_once": ["audit entry 7", REFERENCE]
    }


@pytest.mark.parametrize(
    ("number", "occurrences"),
    [
        (2, ["bulletin oak-ward 2026-11-30", "bulletin oak-ward 2026-12-07"]),
        (3, ["nudge U0CHLOE001 2026-12-01"]),
    ],
)
def test_an_occurrence_without_its_message_is_seen(told, number, occurrences):
    posts, letters = [*told.seen.posts], [*told.kept.letters]
    del posts[number], letters[number]
    lost = with_posts(replace(told, kept=replace(told.kept, letters=letters)), posts)
    assert checker.broken(lost) == {"whatever_happened_once_has_its_message": occurrences}


def test_a_bulletin_that_never_happened_is_seen(told):
    fewer = told.kept.occurrences - {("bulletin", "oak-ward", "2026-11-30")}
    assert checker.broken(replace(told, kept=replace(told.kept, occurrences=fewer))) == {
        "every_bulletin_is_of_weeks_that_happened": ["oak-ward 2026-11-30"]
    }


def test_what_was_missed_is_told(told):
    assert checker.broken(replace(told, missed=("a reminder",))) == {
        "whatever_is_due_comes_once_and_in_its_time": ["a reminder"]
    }


def test_somebodys_words_are_seen_wherever_they_are(told):
    words = told.diary.submissions[0].words
    seen = "nobodys_words_are_in_a_message_or_a_log"
    for leaking in (
        replace(told, log=words),
        replace(told, outbox=words),
        replace(told, seen=replace(told.seen, homes=[words])),
        with_posts(told, [replace(post, words=words) for post in told.seen.posts]),
    ):
        assert checker.broken(leaking) == {seen: ["test-1"]}


def test_a_trace_in_the_log_is_seen(told):
    assert checker.broken(replace(told, log="Traceback")) == {"the_bot_logs_no_trace": ["the log"]}
