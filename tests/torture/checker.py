"""The promises, each looked for in three histories: what people were told, what stands in Slack, what is kept.

A promise yields the id of whatever breaks it, and never any words.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from tests.torture.record_of_answers import Diary, Submission, Told
from tests.torture.rows_read_in_sql import UNSETTLED, Kept, OutboxMessage, Report, weeks_told
from tests.torture.seen import Post, Seen


@dataclass(frozen=True)
class Histories:
    """`log` is what the bot wrote, `outbox` what `python -m bot outbox` showed, `missed` what was not in time."""

    diary: Diary
    seen: Seen
    kept: Kept
    log: str = ""
    outbox: str = ""
    missed: tuple[str, ...] = ()

    def reports_of(self, submission: Submission) -> list[Report]:
        """Those that hold what was typed."""
        return [report for report in self.kept.reports for words in report.words if words == submission.words]

    def posts_of(self, delivery: str) -> list[Post]:
        """In the order of their posting."""
        return [post for post in self.seen.posts if post.delivery == delivery]


Promise = Callable[[Histories], Iterator[str]]


def whoever_was_told_saved_is_kept_under_that_reference(told: Histories) -> Iterator[str]:
    for submission in told.diary.submissions:
        references = {answer.reference for answer in submission.answers if answer.told is Told.SAVED}
        kept = {report.reference for report in told.reports_of(submission) if report.reporter == submission.person}
        if not references <= kept:
            yield submission.id


def nothing_is_kept_twice(told: Histories) -> Iterator[str]:
    for submission in told.diary.submissions:
        if len(told.reports_of(submission)) > 1:
            yield submission.id


def nothing_is_kept_that_nobody_sent(told: Histories) -> Iterator[str]:
    sent = {submission.words for submission in told.diary.submissions}
    for report in told.kept.reports:
        if not sent.issuperset(report.words):
            yield report.reference


def whoever_was_only_ever_told_not_saved_is_not_kept(told: Histories) -> Iterator[str]:
    for submission in told.diary.submissions:
        if {answer.told for answer in submission.answers} == {Told.NOT_SAVED} and told.reports_of(submission):
            yield submission.id


def people_are_told_nothing_else(told: Histories) -> Iterator[str]:
    for submission in told.diary.submissions:
        yield from (f"{submission.id} {each.seen}" for each in submission.answers if each.told is Told.SOMETHING_ELSE)
    yield from told.seen.mistakes


def every_report_has_one_card_and_one_copy_in_the_outbox(told: Histories) -> Iterator[str]:
    queued = Counter((letter.kind, letter.subject.get("report")) for letter in _first_ones(told.kept))
    for report in told.kept.reports:
        if [queued["card", report.id], queued["copy", report.id]] != [1, 1]:
            yield report.reference


def everything_is_settled_and_what_was_sent_is_seen(told: Histories) -> Iterator[str]:
    for letter in told.kept.letters:
        times = [post.ts for post in told.posts_of(letter.id)]
        if letter.state in UNSETTLED or (letter.state == "sent" and letter.slack_ts not in times):
            yield letter.id


def what_was_not_sent_is_shown_to_an_operator(told: Histories) -> Iterator[str]:
    for letter in told.kept.letters:
        lost = letter.state in ("held", "dead") and letter.id not in told.outbox
        if lost or (letter.state == "dropped" and letter.kind in ("card", "copy")):
            yield letter.id


def nothing_is_seen_that_the_outbox_does_not_know(told: Histories) -> Iterator[str]:
    known = {letter.id for letter in told.kept.letters if letter.state in ("sent", "held", "dead")}
    yield from (post.delivery or post.ts for post in told.seen.posts if post.delivery not in known)


def nothing_is_posted_twice_unless_it_is_urgent_and_says_so(told: Histories) -> Iterator[str]:
    for letter in told.kept.letters:
        again = told.posts_of(letter.id)[1:]
        if again and not (letter.urgent and all(post.says_that_it_may_repeat for post in again)):
            yield letter.id


def the_audit_trail_fits_together_and_names_every_report_once(told: Histories) -> Iterator[str]:
    if told.kept.broken_at:
        yield f"audit entry {told.kept.broken_at}"
    audited = Counter(told.kept.audited)
    yield from (report.reference for report in told.kept.reports if audited[report.id] != 1)


def whatever_happened_once_has_its_message(told: Histories) -> Iterator[str]:
    bulletins = _weeks_of_bulletins(told.kept)
    queued = {letter.unique_hash for letter in told.kept.letters}
    for kind, subject, day in sorted(told.kept.occurrences):
        of_a_nudge = told.kept.hash_of(f"nudge:{subject}:{day}:{subject}")
        if bulletins[subject, day] != 1 if kind == "bulletin" else of_a_nudge not in queued:
            yield f"{kind} {subject} {day}"


def every_bulletin_is_of_weeks_that_happened(told: Histories) -> Iterator[str]:
    happened = {(subject, day) for kind, subject, day in told.kept.occurrences if kind == "bulletin"}
    yield from (
        f"{team} {monday}" for team, monday in _weeks_of_bulletins(told.kept) if (team, monday) not in happened
    )


def whatever_is_due_comes_once_and_in_its_time(told: Histories) -> Iterator[str]:
    yield from told.missed


def nobodys_words_are_in_a_message_or_a_log(told: Histories) -> Iterator[str]:
    readable = "\n".join([told.log, told.outbox, *told.seen.homes, *(post.words for post in told.seen.posts)])
    yield from (
        submission.id for submission in told.diary.submissions if f"the door {submission.id} stayed" in readable
    )


def the_bot_logs_no_trace(told: Histories) -> Iterator[str]:
    if "Traceback" in told.log:
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
    the_audit_trail_fits_together_and_names_every_report_once,
    every_bulletin_is_of_weeks_that_happened,
    whatever_is_due_comes_once_and_in_its_time,
    nobodys_words_are_in_a_message_or_a_log,
    the_bot_logs_no_trace,
)
"""What is promised, whatever happens."""


def broken(told: Histories) -> dict[str, list[str]]:
    """Each promise that does not hold, with what breaks it."""
    found = {promise.__name__: list(promise(told)) for promise in PROMISES}
    return {name: ids for name, ids in found.items() if ids}


def _first_ones(kept: Kept) -> Iterator[OutboxMessage]:
    """Not about an amendment, and not sent one by one because the channel did not take it."""
    yield from (
        letter
        for letter in kept.letters
        if "amendment" not in letter.subject and not (letter.kind == "card" and letter.target.startswith("U"))
    )


def _weeks_of_bulletins(kept: Kept) -> Counter[tuple[str, str]]:
    return Counter(chain.from_iterable(weeks_told(letter) for letter in kept.letters if letter.kind == "bulletin"))
