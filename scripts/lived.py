"""A year behind an invented service, for the demo: made by the use cases themselves, on a clock that moves.

    python -m scripts.lived --folder .demo [--seed 1]        (`make demo LIVED=1`)

Everything is invented. The same seed tells the same year. Messages of the past are not posted any more: only those of
the last day leave when the demo starts.
"""

import argparse
import heapq
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

import sqlalchemy as sa

from bot.domain.actions.action import Action, ActionForm, Because
from bot.domain.actions.hold import HoldQuestion
from bot.domain.bulletins.draft import DraftState
from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import DecisionForm, LearningResponse
from bot.domain.learning.point import LearningForm
from bot.domain.refusals import Refusal
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk, Report, ReportForm
from bot.domain.reviews.record import OF_THE_LEAD, RecordForm, RecordKind
from bot.domain.reviews.review import ReviewForm
from bot.domain.reviews.session import Coming, Profession, SessionAbout
from bot.domain.reviews.session_words import NotesForm, SessionWords
from bot.domain.service.service import Service
from bot.service_file import read_service
from bot.usecases.actions.agree_and_answer import agree_action
from bot.usecases.actions.answers import complete_action
from bot.usecases.actions.checks import say_it_works, say_not_yet
from bot.usecases.actions.hold_answers import answer_question
from bot.usecases.actions.leading import reopen_action
from bot.usecases.bulletins.approve import decide_draft
from bot.usecases.bulletins.overview import for_safety_team
from bot.usecases.context import Context
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.danger import end_danger, take_danger
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.open_incident import mark_read, open_incident
from bot.usecases.incidents.own_report import mark_answers_read, my_report, write_to_own_report
from bot.usecases.incidents.steps import close_incident, take_incident
from bot.usecases.incidents.submit import SentForm, submit_report
from bot.usecases.learning.approve import approve_point, write_point
from bot.usecases.reviews.lead import agree_review, choose_people
from bot.usecases.reviews.record import add_to_record
from bot.usecases.reviews.sessions import (
    ProposedSession,
    answer_invitation,
    propose_session,
    was_there,
    write_notes,
)
from bot.usecases.reviews.take_part import write_in_review
from bot.usecases.service.load import load_service
from sandbox.demo import key_beside
from scheduler.due import Tick
from scripts import lived_words as words
from storage import holds
from storage.engine import connect
from storage.engine.encryption import Keyring

DAYS = 365
MONTH = 30
TICK = timedelta(hours=6)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
POSTED_AT_THE_START = DAY
"""Older messages belong to a past in which this workspace did not exist."""
REPORTS_A_WEEK = 9
ASKED, ACTED_ON, LEARNED_FROM, HELPED = 0.15, 0.3, 0.25, 0.5
"""Shares: of decided reports about which somebody asks, makes an action or writes; and of answers that helped."""
WORDED, ANSWERED, HOLDS = 0.7, 0.6, 0.8
"""Shares: of actions with words for the ward, of its people who say whether one holds, and of those who say yes."""
DONE, NOT_YET = 0.85, 0.15
"""Shares: of actions that their owner does, and of checks that find that it does not work yet."""
WRITES, AGREED = 0.8, 0.7
"""Shares: of people taking part in a review who write in it, and of reviews that their lead agrees."""
COMES = 0.75
"""Of those who are invited to a reflection session."""
REOPENED = 0.5
"""Of those that have slipped."""
SKIPPED = 0.1
"""Of bulletins."""
LEADS = ("U0JO000001", "U0KIM00001")
ON_CALL = "U0LEE00001"


@dataclass(frozen=True)
class Told:
    """Which days are told: so many, the last of which ends at `until`; another seed tells others."""

    seed: int
    until: datetime
    days: int = DAYS


class MovingClock:
    """Goes on only when it is told to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def elapsed(self) -> datetime:
        return self.moment


@dataclass
class Year:
    """What still happens, by its time."""

    context: Context
    clock: MovingClock
    luck: Random
    start: datetime
    end: datetime
    coming: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)
    to_write: dict[str, list[tuple[str, str]]] = field(
        default_factory=lambda: {k: [*v] for k, v in words.LEARNED.items()}
    )
    """Learning points by the kind of incident, and what to try. Each is written once."""

    @property
    def service(self) -> Service:
        return self.context.service

    def later(self, after: timedelta, happens: Callable[[], None]) -> None:
        """At a working hour of the team where it is a matter of hours: people do not answer by night."""
        heapq.heappush(self.coming, (self.clock.moment + after, next(self.numbers), happens))

    def key(self) -> str:
        """What a form's nonce would be."""
        return f"lived-{next(self.numbers)}"

    def pick(self, of: Sequence[str]) -> str:
        return self.luck.choice(of)


def live(year: Year, say: Callable[[str], None]) -> None:
    """Let everything happen in its order, with a tick every six hours."""
    tick = Tick(year.context)
    shown = 0
    year.later(timedelta(), lambda: _week(year))
    year.later(DAY, lambda: _leads_look_at_bulletins(year))
    year.later(DAY, lambda: _wards_look_at_questions(year))
    year.later(20 * DAY, lambda: _lead_proposes_a_session(year))
    while year.coming and year.coming[0][0] < year.end:
        moment, _, happens = heapq.heappop(year.coming)
        while year.clock.moment + TICK < moment:
            year.clock.moment += TICK
            tick()
        year.clock.moment = moment
        with suppress(Refusal):  # A rule says no, as it does to people.
            happens()
        month = (moment - year.start).days // MONTH
        if month > shown:
            shown = month
            say(f"  month {month} of {(year.end - year.start).days // MONTH}")
    year.clock.moment = year.end
    tick()


def _week(year: Year) -> None:
    """A week's reports; and the next week."""
    busier = 1 + 0.3 * (year.clock.moment - year.start) / (year.end - year.start)  # They learn to report.
    for _ in range(int(year.luck.gauss(REPORTS_A_WEEK * busier, 2))):
        year.later(7 * DAY * year.luck.random(), lambda: _somebody_reports(year))
    year.later(7 * DAY, lambda: _week(year))


def _somebody_reports(year: Year) -> None:
    person = year.luck.choice([each for each in year.service.people if each.team])
    kind, texts = year.luck.choices(list(words.STORIES.items()), weights=words.WEIGHTS)[0]
    risk = year.luck.choices([AtRisk.NO, AtRisk.YES, AtRisk.NOT_SURE], weights=[94, 3, 3])[0]
    now = year.clock.now()
    happened = now - year.luck.choice([10 * MINUTE, 40 * MINUTE, 3 * HOUR, 9 * HOUR])
    form = ReportForm(kind=kind, still_at_risk=risk, team=person.team or "", happened_at=happened).settled()
    sent = SentForm(form, Narrative(text=year.pick(texts)), reporter=person.slack_id)
    report = submit_report(year.context, sent, key=year.key(), now=now).report
    if risk.urgent:
        year.later(year.luck.uniform(2, 25) * MINUTE, lambda: _on_call_has_it(year, report))
    year.later(year.luck.uniform(2, 60) * HOUR, lambda: _team_reads(year, report))


def _on_call_has_it(year: Year, report: Report) -> None:
    take_danger(year.context, report.incident_id, by=ON_CALL, now=year.clock.now())
    year.later(year.luck.uniform(10, 14) * MINUTE, lambda: _all_are_safe(year, report))


def _all_are_safe(year: Year, report: Report) -> None:
    done = Narrative(text=year.pick(words.MADE_SAFE))
    end_danger(year.context, report.incident_id, done, by=ON_CALL, now=year.clock.now())


def _team_reads(year: Year, report: Report) -> None:
    lead = year.pick(LEADS)
    opened = open_incident(year.context, report.id, by=lead, now=year.clock.now())
    mark_read(year.context, [report.id], by=lead, now=year.clock.now())
    take_incident(year.context, opened.incident.id, by=lead)
    year.later(year.luck.uniform(1, 30) * HOUR, lambda: _lead_decides(year, report, lead))


def _lead_decides(year: Year, report: Report, lead: str) -> None:
    if year.luck.random() < ASKED:
        question = EntryWords(text=year.pick(words.QUESTIONS))
        write_entry(year.context, report.id, EntryKind.QUESTION, question, key=year.key(), by=lead)
        year.later(year.luck.uniform(3, 40) * HOUR, lambda: _reporter_replies(year, report))
    physical = year.luck.choices(list(PhysicalHarm)[:4], weights=[70, 20, 8, 2])[0]
    psychological = year.luck.choices(list(PsychologicalHarm), weights=[60, 28, 10, 2])[0]
    response = year.luck.choices(list(words.RESPONSES), weights=list(words.RESPONSES.values()))[0]
    more = {} if response is LearningResponse.NO_FURTHER_RESPONSE else _who_leads(year, lead)
    form = DecisionForm(
        category=words.CATEGORIES[report.kind],
        physical_harm=physical,
        psychological_harm=psychological,
        response=response,
        reason=year.pick(words.REASONS),
        **more,  # type: ignore[arg-type]
    )
    decide_incident(year.context, report.incident_id, form, seen=None, by=lead)
    if year.luck.random() < ACTED_ON:
        year.later(year.luck.uniform(2, 200) * HOUR, lambda: _lead_agrees_an_action(year, report, lead))
    if year.luck.random() < LEARNED_FROM:
        year.later(year.luck.uniform(1, 10) * DAY, lambda: _lead_writes_what_was_learned(year, report, lead))
    if response is not LearningResponse.NO_FURTHER_RESPONSE:
        year.later(year.luck.uniform(1, 9) * DAY, lambda: _lead_begins_the_review(year, report, lead))
    year.later(year.luck.uniform(2, 18) * DAY, lambda: _lead_answers(year, report, lead))


def _who_leads(year: Year, lead: str) -> dict[str, object]:
    return {"lead": lead, "due_on": (year.clock.now() + 30 * DAY).date()}


def _lead_begins_the_review(year: Year, report: Report, lead: str) -> None:
    others = [each.slack_id for each in year.service.people if each.team == report.team]
    invited = year.luck.sample(others, k=min(2, len(others)))
    choose_people(year.context, report.incident_id, invited, by=lead, now=year.clock.now())
    for person in (lead, *invited):
        if year.luck.random() < WRITES:
            year.later(year.luck.uniform(1, 60) * HOUR, lambda who=person: _somebody_reviews(year, report, who))  # type: ignore[misc]
    year.later(2 * DAY, lambda: _people_record(year, report, [lead, *invited]))
    if year.luck.random() < AGREED:
        year.later(year.luck.uniform(3, 12) * DAY, lambda: _lead_agrees_the_review(year, report, lead))


def _people_record(year: Year, report: Report, people: Sequence[str]) -> None:
    """What a deeper review finds, entry by entry. A short review has no record: the rule says no."""
    for number, (kind, text, more) in enumerate(words.RECORD):
        at = {"at": year.clock.now() - 2 * DAY} if kind is RecordKind.TIMELINE else {}
        on = {"on": (year.clock.now() + 20 * DAY).date()} if kind is RecordKind.AGREED_DATE else {}
        entry = RecordForm(kind=kind, words=text, **more, **at, **on)  # type: ignore[arg-type]
        by = people[0] if kind in OF_THE_LEAD else people[number % len(people)]
        add_to_record(year.context, report.incident_id, entry, key=year.key(), by=by)


def _lead_proposes_a_session(year: Year) -> None:
    """About once a month; the last one is still to come when the year ends."""
    year.later(year.luck.uniform(20, 35) * DAY, lambda: _lead_proposes_a_session(year))
    lead, now = year.pick(LEADS), year.clock.now()
    others = [each.slack_id for each in year.service.people if each.slack_id != lead]
    people = year.luck.sample(others, k=min(5, len(others)))
    about = year.luck.choice((SessionAbout.THEME, SessionAbout.GOOD_CARE))
    agenda, summary = year.luck.choice(words.AGENDAS)
    starts_at = now.replace(hour=14, minute=0, second=0, microsecond=0) + 9 * DAY
    told = SessionWords(agenda=agenda, summary=summary)
    proposed = ProposedSession(about, None, starts_at, people, told)
    session = propose_session(year.context, proposed, key=year.key(), by=lead, now=now).session
    for person in people:
        coming = Coming.ACCEPTED if year.luck.random() < COMES else Coming.DECLINED
        year.later(
            year.luck.uniform(1, 90) * HOUR,
            lambda who=person, coming=coming: _answers(year, session.id, who, coming),  # type: ignore[misc]
        )
        if coming is Coming.ACCEPTED:
            year.later(starts_at - now + HOUR, lambda who=person: _somebody_was_there(year, session.id, who))  # type: ignore[misc]


def _answers(year: Year, session_id: UUID, person: str, coming: Coming) -> None:
    answer_invitation(year.context, session_id, coming, by=person, now=year.clock.now())


def _somebody_was_there(year: Year, session_id: UUID, person: str) -> None:
    was_there(year.context, session_id, year.luck.choice(list(Profession)), by=person, now=year.clock.now())
    notes = NotesForm(**year.luck.choice(words.NOTES))
    write_notes(year.context, session_id, notes, seen=0, key=year.key(), by=person)


def _somebody_reviews(year: Year, report: Report, person: str) -> None:
    boxes = ReviewForm(**year.luck.choice(words.BOXES))
    write_in_review(year.context, report.incident_id, boxes, seen=0, key=year.key(), by=person)


def _lead_agrees_the_review(year: Year, report: Report, lead: str) -> None:
    agree_review(year.context, report.incident_id, by=lead, now=year.clock.now())


def _reporter_replies(year: Year, report: Report) -> None:
    reply = EntryWords(text=year.pick(words.REPLIES))
    write_to_own_report(year.context, report.id, EntryKind.REPLY, reply, by=report.reporter, key=year.key())


def _lead_agrees_an_action(year: Year, report: Report, lead: str) -> None:
    owners = [each.slack_id for each in year.service.people if each.team == report.team]
    change, for_ward = year.luck.choice([*zip(words.CHANGES, words.FOR_WARD, strict=True)])
    form = ActionForm(
        change=change,
        owner=year.pick(owners),
        due_on=(year.clock.now() + year.luck.uniform(10, 40) * DAY).date(),
        measure=year.pick(words.MEASURES),
        for_ward=for_ward if year.luck.random() < WORDED else None,
    )
    zone = year.service.time_zone
    action = agree_action(year.context, form, report_id=report.id, key=year.key(), by=lead, owner_zone=zone)
    if year.luck.random() < DONE:
        year.later(year.luck.uniform(2, 20) * DAY, lambda: _owner_has_done_it(year, action, lead))


def _owner_has_done_it(year: Year, action: Action, lead: str) -> None:
    proof = Because(words=year.pick(words.PROOFS))
    complete_action(year.context, action.id, proof, by=action.owner, now=year.clock.now())
    year.later(year.luck.uniform(1, 5) * DAY, lambda: _lead_checks_it(year, action, lead))


def _lead_checks_it(year: Year, action: Action, lead: str) -> None:
    now = year.clock.now()
    if year.luck.random() < NOT_YET:
        say_not_yet(year.context, action.id, Because(words=year.pick(words.NOT_YET)), by=lead, now=now)
        year.later(year.luck.uniform(3, 12) * DAY, lambda: _owner_has_done_it(year, action, lead))
    else:
        say_it_works(year.context, action.id, by=lead, now=now, may_be_shown=action.for_ward is not None)


def _wards_look_at_questions(year: Year) -> None:
    """Once a day. Some of those who see a question answer it; whoever leads the action opens what has slipped."""
    year.later(DAY, lambda: _wards_look_at_questions(year))
    for question in _new_questions(year):
        for person in [each.slack_id for each in year.service.people if each.team == question.team]:
            if year.luck.random() < ANSWERED:
                answer = question.offered[0] if year.luck.random() < HOLDS else question.offered[-1]
                answer_question(year.context, question.id, answer, by=person, now=year.clock.now())
        year.later(3 * DAY, lambda question=question: _lead_opens_it_again(year, question))  # type: ignore[misc]


def _new_questions(year: Year) -> list[HoldQuestion]:
    asked = sa.text("SELECT id FROM hold_question WHERE asked_at >= :since ORDER BY asked_at, team")
    since = sa.bindparam("since", year.clock.now() - DAY, type_=sa.DateTime())
    with year.context.database.reading() as transaction:
        ids = transaction.core.execute(asked.bindparams(since).columns(sa.column("id", sa.Uuid()))).scalars()
        return [question for each in list(ids) if (question := holds.find(transaction, each))]


def _lead_opens_it_again(year: Year, question: HoldQuestion) -> None:
    """What nobody wants to talk about stays closed; of the rest the lead opens some again."""
    with year.context.database.reading() as transaction:
        told = holds.find(transaction, question.id)
    if told and told.told == question.offered[-1] and year.luck.random() < REOPENED:
        due_on = (year.clock.now() + 20 * DAY).date()
        lead = year.pick(LEADS)
        action = reopen_action(year.context, question.action_id, due_on, by=lead, now=year.clock.now())
        year.later(year.luck.uniform(2, 15) * DAY, lambda: _owner_has_done_it(year, action, lead))


def _lead_writes_what_was_learned(year: Year, report: Report, lead: str) -> None:
    if left := year.to_write.get(report.kind):
        learned, to_try = left.pop(0)
        form, now = LearningForm(words=learned, to_try=to_try), year.clock.now()
        point = write_point(year.context, form, source=report.incident_id, key=year.key(), by=lead, now=now)
        [other] = [each for each in LEADS if each != lead]
        year.later(year.luck.uniform(3, 50) * HOUR, lambda: _other_lead_approves(year, point.id, other))


def _other_lead_approves(year: Year, point_id: UUID, lead: str) -> None:
    approve_point(year.context, point_id, by=lead, now=year.clock.now())


def _leads_look_at_bulletins(year: Year) -> None:
    """Once a day. What was drafted since is left for tomorrow, or for whoever opens the demo."""
    lead, now = year.pick(LEADS), year.clock.now()
    year.later(DAY, lambda: _leads_look_at_bulletins(year))
    _old_messages_leave(year.context, now=now)  # Reporters have been asked: until then no bulletin tells their story.
    with year.context.database.reading() as transaction:
        found = for_safety_team(transaction, year.service, lead, now=now)
    for draft in found.drafts if found else ():
        state = DraftState.SKIPPED if year.luck.random() < SKIPPED else DraftState.APPROVED
        decide_draft(year.context, draft.id, state, point=draft.point, by=lead, now=now)


def _lead_answers(year: Year, report: Report, lead: str) -> None:
    answer = EntryWords(text=year.pick(words.ANSWERS))
    write_entry(year.context, report.id, EntryKind.ANSWER, answer, key=year.key(), by=lead)
    year.later(year.luck.uniform(1, 60) * HOUR, lambda: _reporter_reads(year, report))
    year.later(year.luck.uniform(1, 6) * DAY, lambda: _lead_closes(year, report, lead))


def _reporter_reads(year: Year, report: Report) -> None:
    now = year.clock.now()
    my_report(year.context, report.id, by=report.reporter, now=now)
    mark_answers_read(year.context, report.id, now=now)
    if year.luck.random() < HELPED:
        write_to_own_report(year.context, report.id, EntryKind.IT_HELPED, None, by=report.reporter, key=year.key())


def _lead_closes(year: Year, report: Report, lead: str) -> None:
    close_incident(year.context, report.incident_id, by=lead)


def make(url: str, keyring: Keyring, service: Service, told: Told, say: Callable[[str], None]) -> None:
    """A new database with these days in it."""
    clock = MovingClock(told.until - told.days * DAY)
    with closing(connect.make_or_open_database(url, keyring)) as database:
        load_service(database, service, now=clock.now())
        year = Year(Context(database, clock, service), clock, Random(told.seed), clock.now(), told.until)  # noqa: S311 - an invented year
        live(year, say)
        _old_messages_leave(year.context, now=told.until)


def _old_messages_leave(context: Context, *, now: datetime) -> None:
    """What is older than what the demo posts at its start was told long ago."""
    leave = sa.text("UPDATE outbox SET state = 'dropped' WHERE state = 'ready' AND queued_at < :since")
    since = sa.bindparam("since", now - POSTED_AT_THE_START, type_=sa.DateTime())
    with context.database.writing(wait=60) as transaction:
        transaction.core.execute(leave.bindparams(since))


def main(arguments: list[str] | None = None) -> int:
    """Make the year in a demo's folder, unless there is a database already; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.lived", description="An invented year for the demo.")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--fresh", action="store_true", help="start over, without what was kept")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    folder: Path = chosen.folder.resolve()
    if chosen.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (folder / "candour.db").exists():
        _say("There is a demo already; it goes on. To start over: make demo LIVED=1 FRESH=1")
        return 0
    began = time.monotonic()
    _say("Making an invented year of three wards. It takes about a minute.")
    service = read_service(Path(__file__).resolve().parent.parent / "sandbox" / "invented" / "service.toml")
    keyring = Keyring.from_text(key_beside(folder / "keys"))
    told = Told(chosen.seed, datetime.now(UTC))
    make(f"sqlite:///{folder}/candour.db", keyring, service, told, _say)
    _say(f"The year is there, after {time.monotonic() - began:.0f} seconds.")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
