"""Due rows: each in its own try, one message a person a day, and nothing that a wrong clock wrote is believed."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.actions.hold import HoldAnswer
from bot.domain.bulletins.schedule import WEEK
from bot.domain.calendar import known_zone
from bot.domain.incidents.conversation import EntryWords
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk
from bot.domain.reports.unsent import Unsent
from bot.domain.reviews.session import SessionAbout
from bot.domain.reviews.session_words import SessionWords
from bot.domain.service.service import USUAL
from bot.usecases.actions import answers, nudges
from bot.usecases.bulletins import weekly
from bot.usecases.bulletins.board import change_schedule
from bot.usecases.context import Context
from bot.usecases.due_kinds import AtOnce, Dropped, DueKind, DueResult, MarkedLate, WhenLate
from bot.usecases.evidence import paper_files
from bot.usecases.incidents import morning_line
from bot.usecases.incidents.danger import take_danger
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.look_up import look_up_name
from bot.usecases.outgoing import Bulletin
from bot.usecases.reports import drafts as report_drafts
from bot.usecases.reports.drafts import Handed
from bot.usecases.reviews.sessions import ProposedSession, propose_session
from scheduler.due import DUE, Tick
from storage import actions, due
from storage.due import DueTime
from storage.engine.transactions import OutcomeUnknown, Transaction
from storage.outbox.messages import OutboxMessage
from tests.domain.examples import BOTH, NOON, OAK, PROOF, QUALITY, a_decision_form, a_service, a_team
from tests.storage.examples import raw
from tests.usecases.bot_without_slack import Bot, Posted, at, started
from tests.usecases.bulletin_answers import posted, posted_and_answered
from tests.usecases.holds import answers_as, asks_the_ward

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DUE_ON = date(2026, 12, 3)
CHOOSE_DAY, BEFORE, AFTER = at("2026-11-30 08:00"), at("2026-12-01 08:00"), at("2026-12-04 08:00")
OFFER = at("2026-12-08 08:00")
MONDAY = at("2026-11-30 09:00")
DRAFTED = at("2026-11-26 09:00")
"""The Thursday before."""
TOMORROW = at("2026-11-25 08:30")
NO_ID = "no id of an action"


@dataclass
class Note:
    """A kind of due row for tests: a note to a channel, each day again."""

    KIND: str = "note"
    WHAT: str = "a note to"
    FURTHEST: timedelta = 2 * DAY
    WHEN_LATE: WhenLate = field(default_factory=AtOnce)
    bad: Collection[str] = ()
    error: type[Exception] = ValueError
    served: list[str] = field(default_factory=list)

    def serve(
        self, transaction: Transaction, context: Context, rows: Sequence[DueTime], /, *, now: datetime
    ) -> DueResult:
        subjects = [row.subject for row in rows]
        if set(subjects) & set(self.bad):
            raise self.error("words that a log may not hold")
        self.served += subjects
        messages = [OutboxMessage(self.KIND, f"{subject} {now}", f"C0{subject}", "{}") for subject in subjects]
        return DueResult(messages, [DueTime(self.KIND, subject, now + DAY) for subject in subjects])

    def standing(self, transaction: Transaction, context: Context, /, *, now: datetime) -> Collection[DueTime] | None:
        return None


def _write(bot: Bot, *rows: DueTime) -> None:
    with bot.context.database.writing() as transaction:
        due.put(transaction, rows)


def _rows(bot: Bot, kind: str) -> dict[str, DueTime]:
    with bot.context.database.reading() as transaction:
        return {row.subject: row for row in due.coming(transaction, limit=999) if row.kind == kind}


def _queued(bot: Bot) -> Counter[str]:
    return Counter(kind for (kind,) in bot.rows("SELECT kind FROM outbox"))


def _nudges_at(bot: Bot, *moments: datetime) -> list[Posted]:
    before = len(bot.of_kind("nudge"))
    for moment in moments:
        bot.clock.to(moment)
        bot.tick()
    return bot.of_kind("nudge")[before:]


def test_agreeing_moving_and_completing_an_action_change_its_due_row_at_once(bot):
    action = bot.agree(bot.report(), due_on=DUE_ON)
    assert [row.due_at for row in _rows(bot, "nudge").values()] == [CHOOSE_DAY]
    answers.move_action(bot.context, action.id, date(2026, 12, 20), by="U0OWNER", now=NOON)
    assert [row.due_at for row in _rows(bot, "nudge").values()] == [at("2026-12-15 08:00")]
    answers.complete_action(bot.context, action.id, PROOF, by="U0OWNER", now=NOON)
    assert _rows(bot, "nudge") == {}


def test_a_row_moves_to_the_next_nudge_and_is_removed_after_the_last(bot):
    bot.agree(bot.report(), due_on=DUE_ON)
    assert len(_nudges_at(bot, BEFORE)) == 1
    assert [row.due_at for row in _rows(bot, "nudge").values()] == [AFTER]
    assert len(_nudges_at(bot, AFTER)) == 1
    assert [row.due_at for row in _rows(bot, "nudge").values()] == [OFFER]
    assert _nudges_at(bot, OFFER) == []
    assert _rows(bot, "nudge") == {}


def test_teams_have_a_row_each_that_follows_the_service(bot, clock):
    bot.tick()
    assert {team: row.due_at for team, row in _rows(bot, "bulletin").items()} == {"oak": MONDAY, "elm": MONDAY}
    abroad = a_team(code="ash", name="Ash", channel="C0ASH", time_zone="America/New_York")
    bot.configure(a_service(teams=(OAK, abroad), people=(BOTH,)))
    bot.tick()
    told = {team: row.due_at for team, row in _rows(bot, "bulletin").items()}
    assert told == {"oak": MONDAY, "ash": at("2026-11-30 14:00")}


def test_a_row_of_a_team_that_has_just_left_sends_nothing_and_goes(bot, clock):
    clock.to(MONDAY)
    bot.tick()
    with bot.context.database.writing() as transaction:
        result = weekly.serve(transaction, bot.context, [DueTime("bulletin", "gone", MONDAY)], now=MONDAY)
    assert result == DueResult([], [])


def test_a_bad_row_is_named_waits_longer_each_time_and_the_rest_is_served(bot, clock, caplog):
    _write(bot, DueTime("nudge", NO_ID, NOON))
    bot.agree(bot.report(), due_on=DUE_ON)
    bot.agree(bot.report(key="form 2"), due_on=DUE_ON, owner="U0ONCALL", key="action 2")
    assert len(_nudges_at(bot, BEFORE)) == 2
    waits: list[timedelta] = []
    for _ in range(9):
        failed = _rows(bot, "nudge")[NO_ID]
        assert (failed.failures, failed.last_error) == (len(waits) + 1, "ValueError")
        waits.append(failed.retry_at - clock.now())
        clock.forward(waits[-1])
        bot.tick()
    assert waits == [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 16 * MINUTE, 32 * MINUTE, HOUR, HOUR, HOUR]
    assert f"due row nudge {NO_ID} failed and is tried again later: ValueError" in caplog.messages


def test_a_bad_row_is_not_looked_at_in_each_tick(bot, clock):
    note = Note(bad=["B"])
    _write(bot, DueTime("note", "A", NOON), DueTime("note", "B", NOON))
    tick = Tick(bot.context, [note])
    assert [tick().queued for _ in range(3)] == [1, 0, 0]
    note.bad = ()
    clock.forward(MINUTE)
    assert tick().queued == 1
    assert _rows(bot, "note")["B"].failures == 0
    assert _rows(bot, "note")["B"].last_error is None


def test_a_kind_that_fails_stops_no_other(bot, clock, caplog):
    class Broken(Note):
        def serve(self, transaction, context, rows, /, *, now):
            if len(rows) > 1:
                raise MemoryError("words that a log may not hold")
            return DueResult()

    _write(bot, *(DueTime("broken", each, NOON) for each in "AB"), DueTime("note", "C", NOON))
    result = Tick(bot.context, [Broken(KIND="broken"), Note()])()
    assert (result.queued, result.failed) == (1, ["broken"])
    assert "due rows of the kind broken were not served: MemoryError" in caplog.messages
    assert "words" not in caplog.text


def test_while_the_outcome_of_a_commit_is_unknown_no_row_is_blamed(bot):
    note = Note(bad=["A"], error=OutcomeUnknown)
    _write(bot, DueTime("note", "A", NOON))
    assert Tick(bot.context, [note])().failed == ["note"]
    assert _rows(bot, "note")["A"].failures == 0


def test_a_kind_that_this_version_does_not_know_is_left_alone(bot):
    _write(bot, DueTime("of another version", "A", NOON))
    assert bot.tick() == 0
    assert len(_rows(bot, "of another version")) == 1


@pytest.mark.parametrize("zone", ["Asia/Gone", "Europe", "", "../etc", "\x00"])
def test_an_unknown_zone_of_an_owner_is_taken_to_be_the_service_s(bot, zone):
    report = bot.report()
    gone, fine = bot.agree(report, due_on=DUE_ON), bot.agree(report, key="2", owner="U0ONCALL", due_on=DUE_ON)
    bot.post_all()
    if zone != "\x00":
        raw(bot.context.database, f"UPDATE action SET owner_zone = '{zone}' WHERE owner = 'U0OWNER'")  # noqa: S608
    posted = _nudges_at(bot, BEFORE - MINUTE, BEFORE)
    assert {each.target: set(each.subject["actions"]) for each in posted} == {
        "U0OWNER": {str(gone.id)},
        "U0ONCALL": {str(fine.id)},
    }
    moved = answers.move_action(bot.context, gone.id, DUE_ON + 9 * DAY, by="U0OWNER", now=BEFORE)
    assert moved.due_on == DUE_ON + 9 * DAY
    assert known_zone(zone, otherwise=OAK.zone) is OAK.zone


def test_an_action_agreed_for_an_owner_in_an_unknown_zone_is_in_the_service_s(bot):
    assert bot.agree(bot.report(), zone="Asia/Gone").owner_zone == "Europe/London"


@pytest.mark.parametrize("ahead", [12 * DAY, 40 * DAY, 3000 * DAY])
def test_a_row_further_ahead_than_its_kind_writes_is_due_now(bot, clock, ahead):
    bot.approved_points()
    bot.approves_drafts = True
    clock.to(DRAFTED)
    bot.tick()
    _write(bot, *(DueTime("bulletin", team, DRAFTED + ahead) for team in ("oak", "elm")))
    assert bot.tick() == 0
    assert {row.due_at for row in _rows(bot, "bulletin").values()} == {MONDAY}
    clock.to(MONDAY)
    assert bot.tick() == 2


def test_a_nudge_further_ahead_than_any_due_date_is_due_now(bot):
    action = bot.agree(bot.report(), due_on=DUE_ON)
    _write(bot, DueTime("nudge", str(action.id), NOON + 900 * DAY))
    bot.tick()
    assert _rows(bot, "nudge")[str(action.id)].due_at == CHOOSE_DAY


def test_an_action_due_later_than_may_be_agreed_is_looked_at_now_and_then_not_in_each_tick(bot):
    action = bot.agree(bot.report(), due_on=DUE_ON)
    raw(bot.context.database, "UPDATE action SET due_on = '2036-12-03'")
    bot.clock.to(BEFORE)
    bot.tick()
    assert _rows(bot, "nudge")[str(action.id)].due_at == BEFORE + nudges.FURTHEST
    with bot.context.database.reading() as transaction:
        assert due.kinds_due(transaction, {"nudge": nudges.FURTHEST}, now=BEFORE) == set()


@pytest.mark.parametrize("ahead", [5 * DAY + 22 * HOUR, 9 * DAY, 40 * DAY, 400 * DAY])
def test_a_clock_that_was_ahead_and_is_put_right_silences_no_bulletin(bot, clock, ahead):
    """Each Monday gets its own, once: one that came too early is not repeated."""
    bot.approved_points(12)
    bot.approves_drafts = True
    bot.tick()
    clock.to(NOON + ahead)
    bot.tick()
    clock.back(ahead)
    bot.tick()
    for week in range(4):
        for moment in (DRAFTED, MONDAY - MINUTE, MONDAY, MONDAY + HOUR):
            clock.to(moment + week * WEEK)
            bot.tick()
    came = [Bulletin.model_validate_json(json.dumps(each.subject)).edition for each in bot.of_kind("bulletin")]
    told = [edition.monday for edition in came if edition.team == OAK.code]
    mondays = {MONDAY.date() + week * WEEK for week in range(4)}
    assert mondays <= set(told)
    assert len(told) == len(set(told))


def test_a_pause_that_was_written_while_the_clock_was_ahead_is_not_waited_for(bot, clock):
    note = Note(bad=["A"])
    _write(bot, DueTime("note", "A", NOON))
    clock.forward(9 * DAY)
    tick = Tick(bot.context, [note])
    assert tick().queued == 0
    clock.back(9 * DAY)
    note.bad = ()
    assert tick().queued == 1


def test_after_an_outage_each_kind_does_what_it_says_of_being_late(bot, clock):
    kinds = [
        Note(KIND="at once", WHEN_LATE=AtOnce()),
        Note(KIND="marked", WHEN_LATE=MarkedLate(after=HOUR)),
        Note(KIND="dropped", WHEN_LATE=Dropped(after=HOUR)),
    ]
    for kind in kinds:
        _write(bot, DueTime(kind.KIND, "LATE", NOON - 2 * HOUR), DueTime(kind.KIND, "INTIME", NOON - HOUR))
    _write(bot, DueTime("dropped", "LATER", NOON - 3 * HOUR))
    assert Tick(bot.context, kinds)().queued == 5
    assert _queued(bot) == {"at once": 2, "marked": 2, "dropped": 1}
    following = {row.due_at for kind in kinds for row in _rows(bot, kind.KIND).values()}
    assert following == {NOON + DAY}


def _late_nudge(bot: Bot) -> list[Posted]:
    bot.agree(bot.report(), due_on=DUE_ON)
    return _nudges_at(bot, BEFORE + 5 * HOUR)


def _late_news(bot: Bot) -> list[Posted]:
    bot.agree(bot.report(), due_on=DUE_ON)
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("assigned")


def _late_check(bot: Bot) -> list[Posted]:
    action = bot.agree(bot.report(), due_on=DUE_ON)
    answers.complete_action(bot.context, action.id, PROOF, by="U0OWNER", now=bot.clock.now())
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("check")


def _late_draft(bot: Bot) -> list[Posted]:
    bot.approved_points()
    bot.clock.to(DRAFTED + 5 * HOUR)
    bot.tick()
    return bot.of_kind("bulletin_draft")


def _late_bulletin(bot: Bot) -> list[Posted]:
    _late_draft(bot)
    bot.approve_drafts()
    bot.clock.to(MONDAY + 5 * HOUR)
    bot.tick()
    return bot.of_kind("bulletin")


def _late_hour(bot: Bot) -> list[Posted]:
    bot.submit(name_choice=NameChoice.ANONYMOUS)
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("card")


def _late_morning_line(bot: Bot) -> list[Posted]:
    bot.tick()  # It knows of the next morning before that has gone.
    bot.report()
    bot.clock.to(TOMORROW + morning_line.LATEST + MINUTE)
    bot.tick()
    return bot.of_kind("morning_line")


def _late_huddle(bot: Bot) -> list[Posted]:
    posted(bot)
    at_nine = USUAL.model_copy(update={"handover": time(21)})
    change_schedule(bot.context, "oak", at_nine, by="U0SAFETY", now=bot.clock.now())
    bot.clock.to(MONDAY + 13 * HOUR)
    bot.tick()
    return bot.of_kind("huddle")


def _late_digest(bot: Bot) -> list[Posted]:
    bot.report()
    bot.tick()
    bot.clock.to(TOMORROW + 6 * DAY + 6 * HOUR)
    bot.tick()
    return bot.of_kind("lead_digest")[:1]  # One for each lead.


def _late_test_alert(bot: Bot) -> list[Posted]:
    bot.tick()
    bot.clock.to(datetime(2026, 12, 1, 15, tzinfo=UTC))  # It was due at 11:00.
    bot.tick()
    return bot.of_kind("test_alert")


def _late_paper(bot: Bot) -> list[Posted]:
    bot.configure(a_service(forums=(QUALITY,)))
    bot.tick()
    bot.clock.to(datetime(2026, 12, 9, 15, tzinfo=UTC))  # It was due on the 7th, a Monday.
    bot.tick()
    return bot.of_kind("paper_due")


def _late_rung(bot: Bot) -> list[Posted]:
    bot.report(still_at_risk=AtRisk.YES)
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("rung")


def _late_word_to_the_reporter(bot: Bot) -> list[Posted]:
    _late_rung(bot)
    return bot.of_kind("danger_news")


def _late_question(bot: Bot) -> list[Posted]:
    report = bot.report(still_at_risk=AtRisk.YES)
    take_danger(bot.context, report.id, by="U0ONCALL", now=bot.clock.now())
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("danger_question")


def _late_end_of_the_wait(bot: Bot) -> list[Posted]:
    assert _late_question(bot)
    bot.posted.clear()
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("rung")


def _late_hold_question(bot: Bot) -> list[Posted]:
    asks_the_ward(bot, late=5 * HOUR)
    return bot.of_kind("hold_asked")


def _late_hold_news(bot: Bot) -> list[Posted]:
    asks_the_ward(bot)
    answers_as(bot, "U0AMARA", HoldAnswer.SLIPPED, small=True)
    bot.clock.forward(5 * DAY + 5 * HOUR)
    bot.tick()
    return bot.of_kind("hold_news")


def _late_repeat(bot: Bot) -> list[Posted]:
    bot.agree(bot.report(kind="environment"), due_on=DUE_ON)
    bot.clock.forward(HOUR)
    bot.report(key="again", kind="environment")
    bot.clock.forward(2 * DAY + 3 * HOUR)
    bot.tick()
    return bot.of_kind("repeat")


def _late_words(bot: Bot) -> list[Posted]:
    posted_and_answered(bot)
    bot.clock.forward(3 * DAY + 5 * HOUR)
    bot.tick()
    return bot.of_kind("bulletin_written")


def _late_session(bot: Bot) -> list[Posted]:
    words, starts_at = SessionWords(agenda="We meet in the office."), bot.clock.now() + 3 * DAY
    proposed = ProposedSession(SessionAbout.THEME, None, starts_at, ["U0AMARA"], words)
    propose_session(bot.context, proposed, key="session", by="U0SAFETY", now=bot.clock.now())
    bot.clock.forward(2 * DAY + 5 * HOUR)
    bot.tick()
    return bot.of_kind("session_soon")


def _late_file(bot: Bot) -> list[str]:
    """No message comes of it: what is to be deleted in Slack is read from the database."""
    paper_files.about_to_send(bot.context, ["F0PAPER"], month=date(2026, 10, 1), by="U0SAFETY", now=bot.clock.now())
    bot.clock.forward(31 * DAY)
    bot.tick()
    return paper_files.files_to_delete(bot.context)


def _late_look_review(bot: Bot) -> list[Posted]:
    report = bot.report(name_choice=NameChoice.CONFIDENTIAL, still_at_risk=AtRisk.YES)
    take_danger(bot.context, report.id, by="U0ONCALL", now=bot.clock.now())
    look_up_name(bot.context, report.id, EntryWords(text="To phone them"), key="look", by="U0ONCALL")
    bot.clock.to(TOMORROW.replace(hour=14))
    bot.tick()
    return bot.of_kind("look_review")


def _late_support(bot: Bot) -> list[Posted]:
    decide_incident(bot.context, bot.report().id, a_decision_form(), seen=None, by="U0SAFETY")
    bot.clock.forward(6 * HOUR)
    bot.tick()
    return bot.of_kind("support_asked")


def _late_word_of_a_draft(bot: Bot) -> list[Posted]:
    handed = Handed("form", "U0AMARA", Unsent(answers={}))
    report_drafts.form_closed(bot.context, handed, danger=True, now=bot.clock.now())
    bot.clock.forward(5 * HOUR)
    bot.tick()
    return bot.of_kind("not_sent")


def _late_end_of_a_draft(bot: Bot) -> list[str]:
    """No message comes of it: returns whose drafts are gone."""
    handed = Handed("form", "U0AMARA", Unsent(answers={}))
    report_drafts.save_draft(bot.context, handed, now=bot.clock.now())
    bot.clock.forward(8 * DAY)
    bot.tick()
    return [] if report_drafts.drafts_of(bot.context, "U0AMARA", limit=1) else ["U0AMARA"]


LATE: dict[str, Any] = {
    "not_sent": (_late_word_of_a_draft, AtOnce),
    "report_draft_ends": (_late_end_of_a_draft, AtOnce),
    "paper_file_ends": (_late_file, AtOnce),
    "look_review": (_late_look_review, AtOnce),
    "support_asked": (_late_support, AtOnce),
    "session_soon": (_late_session, AtOnce),
    "bulletin_written": (_late_words, AtOnce),
    "repeat": (_late_repeat, AtOnce),
    "hold_asked": (_late_hold_question, AtOnce),
    "hold_news": (_late_hold_news, AtOnce),
    "danger_rung": (_late_rung, AtOnce),
    "danger_question": (_late_question, AtOnce),
    "danger_unanswered": (_late_end_of_the_wait, AtOnce),
    "danger_unseen": (_late_word_to_the_reporter, AtOnce),
    "nudge": (_late_nudge, AtOnce),
    "assigned": (_late_news, AtOnce),
    "check": (_late_check, AtOnce),
    "bulletin_draft": (_late_draft, AtOnce),
    "bulletin": (_late_bulletin, AtOnce),
    "huddle": (_late_huddle, Dropped),
    "lead_digest": (_late_digest, AtOnce),
    "morning_line": (_late_morning_line, Dropped),
    "anonymous_hour": (_late_hour, AtOnce),
    "test_alert": (_late_test_alert, AtOnce),
    "paper_due": (_late_paper, AtOnce),
}
"""For each kind: what makes it late, and what it says of it. A new kind needs a line."""


@pytest.mark.parametrize("kind", DUE, ids=lambda kind: kind.KIND)
def test_each_kind_is_late_as_it_says(bot, kind: DueKind):
    comes_late, says = LATE[kind.KIND]
    posted = comes_late(bot)
    assert isinstance(kind.WHEN_LATE, says)
    assert bool(posted) is not isinstance(kind.WHEN_LATE, Dropped)
    marked = isinstance(kind.WHEN_LATE, MarkedLate)
    messages = [each for each in posted if isinstance(each, Posted)]
    assert all(("is late" in str(each.message.blocks)) is marked for each in messages)


def test_every_kind_is_there_once_and_says_what_it_is():
    assert len({kind.KIND for kind in DUE}) == len(DUE)
    assert [kind.KIND for kind in DUE if not kind.WHAT or timedelta() >= kind.FURTHEST] == []


def test_after_a_start_rows_that_somebody_deleted_are_there_again(bot):
    bot.tick()
    raw(bot.context.database, "DELETE FROM due")
    raw(bot.context.database, "DELETE FROM due_kind")
    bot.restart()
    bot.approved_points()
    bot.approves_drafts = True
    bot.clock.to(DRAFTED)
    assert bot.tick() == 4
    bot.clock.to(MONDAY)
    assert bot.tick() == 2


def test_an_action_that_is_not_there_has_no_row_for_long(bot):
    _write(bot, DueTime("nudge", str(UUID(int=99)), NOON))
    assert bot.tick() == 0
    assert _rows(bot, "nudge") == {}


@pytest.mark.parametrize("engine", ["postgresql"])
def test_an_action_that_is_being_answered_waits_for_the_next_tick(url):
    with started(url, NOON) as bot:
        action = bot.agree(bot.report(), due_on=DUE_ON)
        bot.clock.to(BEFORE)
        with bot.context.database.writing() as transaction:
            actions.get_for_update(transaction, action.id)  # As long as the owner's press is under way.
            bot.tick()
            assert (_queued(bot)["nudge"], _queued(bot)["assigned"]) == (0, 0)
        assert bot.tick() == 2
