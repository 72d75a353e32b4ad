"""The promises, each looked for in three histories: what people were told, what stands in Slack, what is kept.

A promise yields the id of whatever breaks it, and never any words.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from tests.torture.record_of_responses import UNKNOWN, SendOutcome, Submission, SubmissionLog
from tests.torture.rows_in_sql import UNSETTLED, OutboxMessage, Report, StoredRows, weeks_told
from tests.torture.seen import Post, SlackContent


@dataclass(frozen=True)
class Histories:
    """`log` is what the bot wrote, `outbox` what `python -m bot outbox` showed, `missed` what was not in time."""

    submission_log: SubmissionLog
    slack: SlackContent
    stored: StoredRows
    log: str = ""
    outbox: str = ""
    missed: tuple[str, ...] = ()

    def reports_of(self, submission: Submission) -> list[Report]:
        """Those that hold what was typed."""
        return [report for report in self.stored.reports for words in report.words if words == submission.words]

    def posts_of(self, delivery: str) -> list[Post]:
        """In the order of their posting."""
        return [post for post in self.slack.posts if post.delivery == delivery]


Promise = Callable[[Histories], Iterator[str]]


def whoever_was_told_saved_is_kept_under_that_reference(histories: Histories) -> Iterator[str]:
    for submission in histories.submission_log.submissions:
        references = {
            response.reference for response in submission.responses if response.outcome is SendOutcome.SAVED
        }
        kept = {
            report.reference for report in histories.reports_of(submission) if report.reporter == submission.person
        }
        if not references <= kept:
            yield submission.id


def nothing_is_kept_twice(histories: Histories) -> Iterator[str]:
    for submission in histories.submission_log.submissions:
        if len(histories.reports_of(submission)) > 1:
            yield submission.id


def nothing_is_kept_that_nobody_sent(histories: Histories) -> Iterator[str]:
    sent = {submission.words for submission in histories.submission_log.submissions}
    for report in histories.stored.reports:
        if not sent.issuperset(report.words):
            yield report.reference


def whoever_was_only_ever_told_not_saved_is_not_kept(histories: Histories) -> Iterator[str]:
    for submission in histories.submission_log.submissions:
        if {response.outcome for response in submission.responses} == {
            SendOutcome.NOT_SAVED
        } and histories.reports_of(submission):
            yield submission.id


def people_are_told_nothing_else(histories: Histories) -> Iterator[str]:
    for submission in histories.submission_log.submissions:
        yield from (
            f"{submission.id} {each.seen}"
            for each in submission.responses
            if each.outcome is SendOutcome.SOMETHING_ELSE
        )
    yield from histories.slack.mistakes


def every_report_has_one_card_and_one_copy_in_the_outbox(histories: Histories) -> Iterator[str]:
    queued = Counter((message.kind, message.subject.get("report")) for message in _first_ones(histories.stored))
    for report in histories.stored.reports:
        if [queued["card", report.id], queued["copy", report.id]] != [1, 1]:
            yield report.reference


def everything_is_settled_and_what_was_sent_is_seen(histories: Histories) -> Iterator[str]:
    for message in histories.stored.messages:
        times = [post.ts for post in histories.posts_of(message.id)]
        if message.state in UNSETTLED or (message.state == "sent" and message.slack_ts not in times):
            yield message.id


def what_was_not_sent_is_shown_to_an_operator(histories: Histories) -> Iterator[str]:
    for message in histories.stored.messages:
        lost = message.state in ("held", "dead") and message.id not in histories.outbox
        if lost or (message.state == "dropped" and message.kind in ("card", "copy")):
            yield message.id


def nothing_is_seen_that_the_outbox_does_not_know(histories: Histories) -> Iterator[str]:
    known = {message.id for message in histories.stored.messages if message.state in ("sent", "held", "dead")}
    known |= {post.delivery for post in histories.slack.posts if post.from_memory}
    yield from (post.delivery or post.ts for post in histories.slack.posts if post.delivery not in known)


def what_is_told_from_memory_was_not_told_as_saved(histories: Histories) -> Iterator[str]:
    """Somebody has read that it is not saved, or that nobody can tell, or has read nothing."""
    failed = {SendOutcome.NOT_SAVED, *UNKNOWN}
    if not any(submission.got(failed) for submission in histories.submission_log.submissions):
        yield from (post.delivery or post.ts for post in histories.slack.posts if post.from_memory)


def nothing_is_posted_twice_unless_it_is_urgent_and_says_so(histories: Histories) -> Iterator[str]:
    for message in histories.stored.messages:
        again = histories.posts_of(message.id)[1:]
        if again and not (message.urgent and all(post.says_that_it_may_repeat for post in again)):
            yield message.id


def the_audit_trail_fits_together_and_names_every_report_once(histories: Histories) -> Iterator[str]:
    if histories.stored.broken_at:
        yield f"audit entry {histories.stored.broken_at}"
    audited = Counter(histories.stored.audited)
    yield from (report.reference for report in histories.stored.reports if audited[report.id] != 1)


def whatever_happened_once_has_its_message(histories: Histories) -> Iterator[str]:
    """Of what always has one. A morning on which nothing waits has no line."""
    bulletins = _weeks_of_bulletins(histories.stored)
    queued = {message.unique_hash for message in histories.stored.messages}
    for kind, subject, day in sorted(histories.stored.occurrences):
        told = {histories.stored.hash_of(f"{each}:{subject}:{day}:{subject}") for each in ("nudge", "offer")}
        if kind == "bulletin" and bulletins[subject, day] != 1:
            yield f"{kind} {subject} {day}"
        if kind == "nudge" and told.isdisjoint(queued):  # A morning on which nothing waits has no message.
            yield f"{kind} {subject} {day}"


def every_bulletin_is_of_weeks_that_happened(histories: Histories) -> Iterator[str]:
    happened = {(subject, day) for kind, subject, day in histories.stored.occurrences if kind == "bulletin"}
    yield from (
        f"{team} {monday}" for team, monday in _weeks_of_bulletins(histories.stored) if (team, monday) not in happened
    )


def whatever_is_due_comes_once_and_in_its_time(histories: Histories) -> Iterator[str]:
    yield from histories.missed


def nobodys_words_are_in_a_message_or_a_log(histories: Histories) -> Iterator[str]:
    readable = "\n".join(
        [histories.log, histories.outbox, *histories.slack.homes, *(post.words for post in histories.slack.posts)]
    )
    yield from (
        submission.id
        for submission in histories.submission_log.submissions
        if f"the door {submission.id} stayed" in readable
    )


def the_bot_logs_no_trace(histories: Histories) -> Iterator[str]:
    if "Traceback" in histories.log:
        yield "the log"


LOST: tuple[Promise, ...] = (
    whoever_was_told_saved_is_kept_under_that_reference,
    every_report_has_one_card_and_one_copy_in_the_outbox,
    everything_is_settled_and_what_was_sent_is_seen,
    what_was_not_sent_is_shown_to_an_operator,
    whatever_happened_once_has_its_message,
)
DOUBLED: tuple[Promise, ...] = (
    nothing_is_kept_twice,
    nothing_is_posted_twice_unless_it_is_urgent_and_says_so,
)
PROMISES: tuple[Promise, ...] = (
    *LOST,
    *DOUBLED,
    nothing_is_kept_that_nobody_sent,
    whoever_was_only_ever_told_not_saved_is_not_kept,
    people_are_told_nothing_else,
    nothing_is_seen_that_the_outbox_does_not_know,
    what_is_told_from_memory_was_not_told_as_saved,
    the_audit_trail_fits_together_and_names_every_report_once,
    every_bulletin_is_of_weeks_that_happened,
    whatever_is_due_comes_once_and_in_its_time,
    nobodys_words_are_in_a_message_or_a_log,
    the_bot_logs_no_trace,
)
"""What is promised, whatever happens."""


def broken(histories: Histories) -> dict[str, list[str]]:
    """Each promise that does not hold, with what breaks it."""
    found = {promise.__name__: list(promise(histories)) for promise in PROMISES}
    return {name: ids for name, ids in found.items() if ids}


def _first_ones(stored: StoredRows) -> Iterator[OutboxMessage]:
    """Not about an amendment, and not sent one by one because the channel did not take it."""
    yield from (
        message
        for message in stored.messages
        if "amendment" not in message.subject and not (message.kind == "card" and message.target.startswith("U"))
    )


def _weeks_of_bulletins(stored: StoredRows) -> Counter[tuple[str, str]]:
    return Counter(
        chain.from_iterable(weeks_told(message) for message in stored.messages if message.kind == "bulletin")
    )
