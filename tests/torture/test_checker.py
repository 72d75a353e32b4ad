"""The checker sees each promise broken: histories in which all is well, with one thing put wrong."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.torture import checker
from tests.torture.checker import Histories
from tests.torture.record_of_responses import Response, SendOutcome, SubmissionLog
from tests.torture.rows_in_sql import OutboxMessage, Report, StoredRows
from tests.torture.seen import MAY_REPEAT, Post, SlackContent

REPORT, CARD, COPY, BULLETIN, REMINDER = (str(uuid4()) for _ in range(5))
REFERENCE = "BCDF-234"


def message(letter_id, kind, *, target, subject, urgent=False):
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
def histories() -> Histories:
    """One report was sent and told of; a bulletin and a reminder have left."""
    submission_log = SubmissionLog("test")
    submission = submission_log.new_submission("U0AMARA001")
    submission.responses.append(Response(SendOutcome.SAVED, REFERENCE))
    edition = {"team": "oak-ward", "monday": "2026-11-30"}
    messages = [
        message(CARD, "card", target="C0SAFETY01", subject={"report": REPORT}, urgent=True),
        message(COPY, "copy", target="U0AMARA001", subject={"report": REPORT}),
        message(BULLETIN, "bulletin", target="C0OAKWARD1", subject={"edition": edition}),
        message(REMINDER, "nudge", target="U0CHLOE001", subject={}),
    ]
    stored = StoredRows(
        reports=[Report(REPORT, REFERENCE, "U0AMARA001", (submission.words,))],
        messages=messages,
        occurrences={
            ("bulletin", "oak-ward", "2026-11-30"),
            ("nudge", "U0CHLOE001", "2026-12-01"),
        },
        audited=[REPORT],
        broken_at=0,
        lookup=b"secret",
    )
    messages[3] = replace(messages[3], unique_hash=stored.hash_of("nudge:U0CHLOE001:2026-12-01:U0CHLOE001"))
    posts = [Post(each.id, each.target, str(each.slack_ts), "words") for each in messages]
    return Histories(submission_log, SlackContent(posts, [], []), stored)


def with_report(histories, **changed):
    return replace(
        histories, stored=replace(histories.stored, reports=[replace(histories.stored.reports[0], **changed)])
    )


def with_message(histories, number, **changed):
    messages = [*histories.stored.messages]
    messages[number] = replace(messages[number], **changed)
    return replace(histories, stored=replace(histories.stored, messages=messages))


def with_posts(histories, posts):
    return replace(histories, slack=replace(histories.slack, posts=posts))


def also_posted(histories, number, words="words"):
    again = replace(histories.slack.posts[number], ts="later", words=words)
    return with_posts(histories, [*histories.slack.posts, again])


def also_answered(histories, *answers):
    submission = histories.submission_log.new_submission("U0BEN00001")
    submission.responses.extend(answers)
    return submission


def test_where_all_is_well_no_promise_is_broken(histories):
    assert checker.broken(histories) == {}


def test_a_report_that_was_acknowledged_and_is_not_there_is_seen(histories):
    gone = with_posts(
        replace(histories, stored=replace(histories.stored, reports=[], messages=[], occurrences=set())), []
    )
    assert checker.broken(gone) == {"whoever_was_told_saved_is_kept_under_that_reference": ["test-1"]}


@pytest.mark.parametrize("changed", [{"reference": "XXXX-999"}, {"reporter": "U0BEN00001"}])
def test_a_receipt_for_somebody_elses_report_is_seen(histories, changed):
    assert checker.broken(with_report(histories, **changed)) == {
        "whoever_was_told_saved_is_kept_under_that_reference": ["test-1"]
    }


def test_other_words_than_those_typed_are_seen(histories):
    assert checker.broken(with_report(histories, words=("other words",))) == {
        "whoever_was_told_saved_is_kept_under_that_reference": ["test-1"],
        "nothing_is_kept_that_nobody_sent": [REFERENCE],
    }


def test_a_report_that_is_kept_twice_is_seen(histories):
    twice = with_report(histories, words=histories.stored.reports[0].words * 2)
    assert checker.broken(twice) == {"nothing_is_kept_twice": ["test-1"]}


def test_a_report_that_was_only_told_not_saved_and_is_there_is_seen(histories):
    submission = also_answered(histories, Response(SendOutcome.NOT_SAVED), Response(SendOutcome.NOT_SAVED))
    stored = with_report(histories, words=(histories.stored.reports[0].words[0], submission.words))
    assert checker.broken(stored) == {"whoever_was_only_ever_told_not_saved_is_not_kept": ["test-2"]}


def test_an_unknown_outcome_may_be_either(histories):
    also_answered(histories, Response(SendOutcome.CANNOT_TELL))
    submission = also_answered(histories, Response(SendOutcome.NO_RESPONSE))
    stored = with_report(histories, words=(histories.stored.reports[0].words[0], submission.words))
    assert checker.broken(stored) == {}


def test_an_answer_that_nobody_should_get_is_seen(histories):
    also_answered(histories, Response(SendOutcome.SOMETHING_ELSE, seen="A page"))
    assert checker.broken(histories) == {"people_are_told_nothing_else": ["test-2 A page"]}


def test_what_slack_would_not_take_is_seen(histories):
    mistaken = replace(histories, slack=replace(histories.slack, mistakes=["bad blocks"]))
    assert checker.broken(mistaken) == {"people_are_told_nothing_else": ["bad blocks"]}


@pytest.mark.parametrize("number", [0, 1])
def test_a_report_without_its_card_or_its_copy_is_seen(histories, number):
    other = with_message(histories, number, subject={"report": "another"})
    assert checker.broken(other) == {"every_report_has_one_card_and_one_copy_in_the_outbox": [REFERENCE]}


def test_a_message_that_is_marked_sent_and_was_not_posted_is_seen(histories):
    assert checker.broken(with_posts(histories, histories.slack.posts[1:])) == {
        "everything_is_settled_and_what_was_sent_is_seen": [CARD]
    }


@pytest.mark.parametrize("state", ["ready", "sending", "doubtful"])
def test_a_message_that_is_never_settled_is_seen(histories, state):
    broken = checker.broken(with_message(histories, 0, state=state))
    assert broken["everything_is_settled_and_what_was_sent_is_seen"] == [CARD]


@pytest.mark.parametrize("state", ["held", "dead", "dropped"])
def test_a_card_that_is_silently_not_sent_is_seen(histories, state):
    missing = with_posts(with_message(histories, 0, state=state), histories.slack.posts[1:])
    assert checker.broken(missing) == {"what_was_not_sent_is_shown_to_an_operator": [CARD]}


@pytest.mark.parametrize("state", ["held", "dead"])
def test_a_card_that_an_operator_is_shown_is_not_silent(histories, state):
    missing = with_posts(with_message(histories, 0, state=state), histories.slack.posts[1:])
    assert checker.broken(replace(missing, outbox=f"{CARD}  card")) == {}


def test_a_message_that_the_outbox_does_not_know_is_seen(histories):
    strange = replace(histories.slack.posts[0], delivery="strange")
    assert checker.broken(with_posts(histories, [*histories.slack.posts, strange])) == {
        "nothing_is_seen_that_the_outbox_does_not_know": ["strange"]
    }


def told_from_memory(histories):
    told = Post("of no row", "C0SAFETY01", "later", "Somebody tried to report danger.", from_memory=True)
    return with_posts(histories, [*histories.slack.posts, told])


@pytest.mark.parametrize("outcome", [SendOutcome.NOT_SAVED, SendOutcome.CANNOT_TELL, SendOutcome.NO_RESPONSE])
def test_what_is_told_from_memory_needs_no_row_once_somebody_was_not_told_saved(histories, outcome):
    also_answered(histories, Response(outcome))
    assert checker.broken(told_from_memory(histories)) == {}


def test_what_is_told_from_memory_though_everything_was_saved_is_seen(histories):
    assert checker.broken(told_from_memory(histories)) == {
        "what_is_told_from_memory_was_not_told_as_saved": ["of no row"]
    }


def test_a_message_that_is_posted_twice_is_seen(histories):
    assert checker.broken(also_posted(histories, 0)) == {
        "nothing_is_posted_twice_unless_it_is_urgent_and_says_so": [CARD]
    }


def test_a_repeat_that_says_so_is_seen_only_where_nobody_is_in_danger(histories):
    assert checker.broken(also_posted(histories, 0, words=MAY_REPEAT)) == {}
    assert checker.broken(also_posted(histories, 1, words=MAY_REPEAT)) == {
        "nothing_is_posted_twice_unless_it_is_urgent_and_says_so": [COPY]
    }


def test_a_broken_audit_trail_is_seen(histories):
    broken = replace(histories, stored=replace(histories.stored, broken_at=7, audited=[]))
    assert checker.broken(broken) == {
        "the_audit_trail_fits_together_and_names_every_report_once": ["audit entry 7", REFERENCE]
    }


@pytest.mark.parametrize(
    ("number", "occurrences"),
    [
        (2, ["bulletin oak-ward 2026-11-30"]),
        (3, ["nudge U0CHLOE001 2026-12-01"]),
    ],
)
def test_an_occurrence_without_its_message_is_seen(histories, number, occurrences):
    posts, messages = [*histories.slack.posts], [*histories.stored.messages]
    del posts[number], messages[number]
    lost = with_posts(replace(histories, stored=replace(histories.stored, messages=messages)), posts)
    assert checker.broken(lost) == {"whatever_happened_once_has_its_message": occurrences}


def test_a_bulletin_that_never_happened_is_seen(histories):
    fewer = histories.stored.occurrences - {("bulletin", "oak-ward", "2026-11-30")}
    assert checker.broken(replace(histories, stored=replace(histories.stored, occurrences=fewer))) == {
        "every_bulletin_is_of_weeks_that_happened": ["oak-ward 2026-11-30"]
    }


def test_what_was_missed_is_told(histories):
    assert checker.broken(replace(histories, missed=("a reminder",))) == {
        "whatever_is_due_comes_once_and_in_its_time": ["a reminder"]
    }


def test_somebodys_words_are_seen_wherever_they_are(histories):
    words = histories.submission_log.submissions[0].words
    seen = "nobodys_words_are_in_a_message_or_a_log"
    for leaking in (
        replace(histories, log=words),
        replace(histories, outbox=words),
        replace(histories, slack=replace(histories.slack, homes=[words])),
        with_posts(histories, [replace(post, words=words) for post in histories.slack.posts]),
    ):
        assert checker.broken(leaking) == {seen: ["test-1"]}


def test_a_trace_in_the_log_is_seen(histories):
    assert checker.broken(replace(histories, log="Traceback")) == {"the_bot_logs_no_trace": ["the log"]}
