"""Outbox messages: to whom each goes, what makes it the only one, and that it holds ids and nothing else."""

import json
from datetime import date
from uuid import UUID

import pytest
from pydantic import ValidationError

from bot.domain.actions.action import ActionState
from bot.domain.actions.hold import HoldAnswer
from bot.domain.actions.nudges import ActionDates
from bot.domain.incidents.support import Stage
from bot.domain.reports.drafts import ReportDraft
from bot.domain.reports.report import AtRisk
from bot.domain.reports.thank_yous import ThankYou
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.ladders import Asks
from bot.domain.service.rota import KnownShift
from bot.usecases import outgoing
from bot.usecases.outgoing import (
    CONTENTS,
    EVER,
    ActionNews,
    AnswerWaits,
    Assigned,
    Bulletin,
    BulletinDraft,
    BulletinNotSent,
    BulletinWritten,
    Card,
    CheckAsked,
    Copy,
    DangerNews,
    DangerQuestion,
    GlassBroken,
    HandedOver,
    HoldAsked,
    HoldNews,
    Huddle,
    LeadDigest,
    LookReview,
    MonthlyTest,
    MoreDanger,
    MorningLine,
    NameLooked,
    News,
    NotSent,
    Nudge,
    Offer,
    Page,
    PaperDue,
    PhoneAsked,
    Repeat,
    ReporterWrote,
    ReviewInvited,
    RotaNews,
    Rung,
    SessionInvited,
    SessionSoon,
    ShiftNews,
    ShiftOffered,
    SupportAsked,
    Thanked,
    WordsAsked,
    Wrote,
)
from scheduler.posts import BY_KIND, POSTS
from storage.outbox import messages
from storage.outbox.messages import OutboxMessage
from storage.outbox.priority import Priority
from tests.domain.examples import (
    NOON,
    OAK,
    QUALITY,
    a_bulletin_draft,
    a_danger,
    a_hold_question,
    a_point,
    a_report,
    a_service,
    an_action,
    an_action_entry,
    an_edition,
    utc,
)

REPORT, ACTION, AMENDMENT, DRAFT = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
LOOK = LookReview(entry=ACTION, report=REPORT, person="U0LEE", at=NOON)
GOLDEN = {
    "thanked": ('{"thank_you":"00000000-0000-0000-0000-000000000001"}', Thanked(thank_you=REPORT)),
    "card": ('{"report":"00000000-0000-0000-0000-000000000001"}', Card(report=REPORT)),
    "card of an amendment": (
        '{"report":"00000000-0000-0000-0000-000000000001","amendment":"00000000-0000-0000-0000-000000000003"}',
        Card(report=REPORT, amendment=AMENDMENT),
    ),
    "more danger": (
        '{"reports":["00000000-0000-0000-0000-000000000001","00000000-0000-0000-0000-000000000002"]}',
        MoreDanger(reports=(REPORT, ACTION)),
    ),
    "rung": ('{"dangers":{"00000000-0000-0000-0000-000000000001":3}}', Rung(dangers={REPORT: 3})),
    "page": (
        '{"incident":"00000000-0000-0000-0000-000000000001","number":2,"asks":["second"]}',
        Page(incident=REPORT, number=2, asks=(Asks.SECOND,)),
    ),
    "danger question": (
        '{"incident":"00000000-0000-0000-0000-000000000001","taken_at":"2026-11-24T12:00:00Z"}',
        DangerQuestion(incident=REPORT, taken_at=NOON),
    ),
    "danger news": (
        '{"incident":"00000000-0000-0000-0000-000000000001","news":"taken","at":"2026-11-24T12:00:00Z"}',
        DangerNews(incident=REPORT, news=News.TAKEN, at=NOON),
    ),
    "morning line": ('{"day":"2026-11-24"}', MorningLine(day=NOON.date())),
    "paper due": ('{"forum":"quality","month":"2026-11-01"}', PaperDue(forum="quality", month=date(2026, 11, 1))),
    "test alert": ('{"test":"00000000-0000-0000-0000-000000000001"}', MonthlyTest(test=REPORT)),
    "glass broken": (
        '{"incident":"00000000-0000-0000-0000-000000000001","person":"U0LEE","at":"2026-11-24T12:00:00Z"}',
        GlassBroken(incident=REPORT, person="U0LEE", at=NOON),
    ),
    "name looked up": (
        '{"report":"00000000-0000-0000-0000-000000000001","person":"U0LEE","at":"2026-11-24T12:00:00Z"}',
        NameLooked(report=REPORT, person="U0LEE", at=NOON),
    ),
    "look reviewed": (
        (
            '{"entry":"00000000-0000-0000-0000-000000000002","report":"00000000-0000-0000-0000-000000000001",'
            '"person":"U0LEE","at":"2026-11-24T12:00:00Z"}'
        ),
        LOOK,
    ),
    "phone asked": ('{"report":"00000000-0000-0000-0000-000000000001"}', PhoneAsked(report=REPORT)),
    "not sent": (
        '{"draft":"00000000-0000-0000-0000-000000000001","saved_at":"2026-11-24T12:00:00Z"}',
        NotSent(draft=REPORT, saved_at=NOON),
    ),
    "handed over": (
        '{"incident":"00000000-0000-0000-0000-000000000001"}',
        HandedOver(incident=REPORT),
    ),
    "review invited": (
        '{"incident":"00000000-0000-0000-0000-000000000001"}',
        ReviewInvited(incident=REPORT),
    ),
    "support asked": (
        '{"incident":"00000000-0000-0000-0000-000000000001","stage":"day"}',
        SupportAsked(incident=REPORT, stage=Stage.DAY),
    ),
    "session invited": ('{"session":"00000000-0000-0000-0000-000000000001"}', SessionInvited(session=REPORT)),
    "session soon": (
        '{"session":"00000000-0000-0000-0000-000000000001","starts_at":"2026-11-24T12:00:00Z"}',
        SessionSoon(session=REPORT, starts_at=NOON),
    ),
    "shift offered": ('{"shift":"00000000-0000-0000-0000-000000000001"}', ShiftOffered(shift=REPORT)),
    "shift news": (
        '{"shift":"00000000-0000-0000-0000-000000000001","news":"taken","person":"U0LEE"}',
        ShiftNews(shift=REPORT, news=RotaNews.TAKEN, person="U0LEE"),
    ),
    "copy": ('{"report":"00000000-0000-0000-0000-000000000001"}', Copy(report=REPORT)),
    "reporter wrote": (
        '{"report":"00000000-0000-0000-0000-000000000001","wrote":"took_back"}',
        ReporterWrote(report=REPORT, wrote=Wrote.TOOK_BACK),
    ),
    "answer waits": (
        '{"report":"00000000-0000-0000-0000-000000000001","question":false}',
        AnswerWaits(report=REPORT, question=False),
    ),
    "assigned": (
        '{"actions":{"00000000-0000-0000-0000-000000000002":"2026-11-24T12:00:00Z"}}',
        Assigned(actions={ACTION: NOON}),
    ),
    "offer": (
        '{"actions":{"00000000-0000-0000-0000-000000000002":"2026-11-24T12:00:00Z"}}',
        Offer(actions={ACTION: NOON}),
    ),
    "check": (
        '{"action":"00000000-0000-0000-0000-000000000002","done_at":"2026-11-24T12:00:00Z"}',
        CheckAsked(action=ACTION, done_at=NOON),
    ),
    "action news": ('{"entry":"00000000-0000-0000-0000-000000000003"}', ActionNews(entry=AMENDMENT)),
    "hold asked": ('{"question":"00000000-0000-0000-0000-000000000002"}', HoldAsked(question=ACTION)),
    "hold news": (
        '{"question":"00000000-0000-0000-0000-000000000002","answer":"slipped"}',
        HoldNews(question=ACTION, answer=HoldAnswer.SLIPPED),
    ),
    "repeat": (
        '{"incident":"00000000-0000-0000-0000-000000000001","actions":["00000000-0000-0000-0000-000000000002"]}',
        Repeat(incident=REPORT, actions=(ACTION,)),
    ),
    "nudge": (
        '{"actions":{"00000000-0000-0000-0000-000000000002":"2026-01-05T12:00:00.000001Z"}}',
        Nudge(actions={ACTION: utc("2026-01-05 12:00").replace(microsecond=1)}),
    ),
    "bulletin": (
        '{"edition":{"team":"oak","monday":"2026-11-23"},"draft":"00000000-0000-0000-0000-000000000004"}',
        Bulletin(edition=an_edition(), draft=DRAFT),
    ),
    "bulletin_draft": ('{"draft":"00000000-0000-0000-0000-000000000004"}', BulletinDraft(draft=DRAFT)),
    "bulletin_not_sent": ('{"draft":"00000000-0000-0000-0000-000000000004"}', BulletinNotSent(draft=DRAFT)),
    "words_asked": (
        '{"point":"00000000-0000-0000-0000-000000000004","report":"00000000-0000-0000-0000-000000000001"}',
        WordsAsked(point=DRAFT, report=REPORT),
    ),
    "huddle": ('{"draft":"00000000-0000-0000-0000-000000000004"}', Huddle(draft=DRAFT)),
    "lead_digest": ('{"monday":"2026-11-30"}', LeadDigest(monday=date(2026, 11, 30))),
    "bulletin_written": ('{"draft":"00000000-0000-0000-0000-000000000004"}', BulletinWritten(draft=DRAFT)),
}
"""How each kind is stored: rows in databases look like this, so that no line may change."""
STORED_BEFORE = {
    "assigned, before 0013": (
        '{"action":"00000000-0000-0000-0000-000000000002"}',
        Assigned(actions={ACTION: EVER}),
    ),
    "nudge": (
        '{"00000000-0000-0000-0000-000000000002": "2026-01-05T12:00:00.000001+00:00"}',
        GOLDEN["nudge"][1],
    ),
    "bulletin": (
        r'{"issue": "{\"team\":\"oak\",\"first\":\"2026-11-16\",\"monday\":\"2026-11-23\",\"late\":false}"}',
        Bulletin(edition=an_edition()),
    ),
}
"""How the kinds were stored that are stored in another way since migrations 0004 and 0013."""
BEFORE_0014 = '{"edition":{"team":"oak","first":"2026-11-16","monday":"2026-11-23","late":false}}'
"""A bulletin with numbers. Nobody approved it, so that it is not sent any more."""


@pytest.mark.parametrize(("stored", "content"), GOLDEN.values(), ids=GOLDEN)
def test_each_kind_is_stored_as_it_always_was(stored, content):
    assert content.encode() == stored
    assert type(content).decode(stored) == content


@pytest.mark.parametrize(("stored", "content"), STORED_BEFORE.values(), ids=STORED_BEFORE)
def test_what_was_queued_by_an_earlier_version_can_be_read(stored, content):
    assert type(content).decode(stored) == content


def test_there_is_a_golden_line_for_each_kind_and_a_post_that_composes_it():
    assert {type(content) for _, content in GOLDEN.values()} == set(CONTENTS)
    assert [content.KIND for content in CONTENTS] == [post.KIND for post in POSTS]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.KIND)
@pytest.mark.parametrize("body", ["{}", '{"report":"x"}', '"words"', '{"words":"The door alarm"}'])
def test_what_is_none_of_its_kind_is_refused_and_not_repeated(content, body):
    with pytest.raises(ValidationError) as refused:
        content.decode(body)
    assert "The door alarm" not in str(refused.value)


@pytest.mark.parametrize("content", [content for _, content in GOLDEN.values()], ids=GOLDEN)
def test_what_does_not_belong_to_it_is_refused(content):
    more = json.loads(content.encode()) | {"words": "The door alarm"}
    with pytest.raises(ValidationError):
        type(content).decode(json.dumps(more))


def test_a_card_goes_to_the_safety_channel_once_for_each_report():
    card = outgoing.card(a_report(), a_service())
    assert card == OutboxMessage("card", str(REPORT), "C0SAFETY", Card(report=REPORT).encode(), subjects=(REPORT,))


def test_the_card_of_an_amendment_is_another_than_that_of_the_report():
    card = outgoing.card(a_report(), a_service(), AMENDMENT)
    body = Card(report=REPORT, amendment=AMENDMENT).encode()
    assert card == OutboxMessage("card", str(AMENDMENT), "C0SAFETY", body, subjects=(REPORT,))


def test_danger_goes_to_the_urgent_channel_where_there_is_one_and_all_else_to_the_safety_channel():
    service = a_service(urgent_channel="C0URGENT")
    in_danger = a_report(still_at_risk=AtRisk.NOT_SURE)
    assert outgoing.card(in_danger, service).target == outgoing.more_danger(in_danger, service).target == "C0URGENT"
    assert outgoing.card(a_report(), service).target == "C0SAFETY"


def test_nobody_is_asked_about_a_danger_that_nobody_has():
    with pytest.raises(ValueError, match="nobody has it"):
        outgoing.danger_question(a_danger())


@pytest.mark.parametrize(
    ("answer", "priority"),
    [(AtRisk.NO, Priority.NORMAL), (AtRisk.YES, Priority.URGENT), (AtRisk.NOT_SURE, Priority.URGENT)],
)
def test_only_a_card_that_tells_of_danger_is_urgent(answer, priority):
    report = a_report(still_at_risk=answer)
    assert outgoing.card(report, a_service()).priority is priority
    assert outgoing.card(report, a_service(), AMENDMENT).priority is priority
    assert outgoing.copy(report).priority is Priority.NORMAL


def test_no_message_is_more_urgent_than_its_post_says():
    report = a_report(still_at_risk=AtRisk.YES)
    a_shift = KnownShift(id=UUID(int=1), person="U0ONCALL", starts_at=NOON, ends_at=NOON)
    queued = [
        outgoing.card(report, a_service()),
        outgoing.more_danger(report, a_service()),
        *outgoing.rungs({REPORT: 1}, target="U0ONCALL"),
        outgoing.page(a_danger(rungs=1), [Asks.FIRST]),
        outgoing.danger_question(a_danger(holder="U0ONCALL", taken_at=NOON)),
        outgoing.danger_news(a_danger(), News.UNSEEN, target="U0AMARA", at=NOON),
        outgoing.shift_offered(a_shift, to="U0BOTH", at=NOON),
        outgoing.shift_news(a_shift, RotaNews.TAKEN, "U0BOTH", to="U0ONCALL", at=NOON),
        outgoing.monthly_test(AlertTest(id=REPORT, month="2026-12", sent_at=NOON, asked="U0LEE"), to="U0LEE"),
        outgoing.glass_broken(REPORT, "U0LEE", to="U0LEAD", at=NOON),
        outgoing.name_looked(REPORT, "U0LEE", to="U0LEAD", at=NOON),
        outgoing.look_review(LOOK, to="U0LEAD", day=NOON.date()),
        outgoing.phone_asked(report, at=NOON),
        outgoing.not_sent(ReportDraft(id=REPORT, person="U0AMARA", saved_at=NOON)),
        outgoing.handed_over(REPORT, to="U0LEE", at=NOON),
        outgoing.support_asked(REPORT, Stage.DAY, to="U0LEE"),
        outgoing.review_invited(REPORT, to="U0LEE", at=NOON),
        outgoing.session_invited(REPORT, to="U0LEE", version=1),
        outgoing.session_soon(REPORT, to="U0LEE", starts_at=NOON, at=NOON),
        outgoing.copy(report),
        outgoing.answer_waits(report, ACTION, question=True),
        outgoing.reporter_wrote(REPORT, Wrote.ADDED, entry=AMENDMENT, target="C0SAFETY"),
        outgoing.thanked(ThankYou(id=REPORT, report_id=REPORT, person="U0CHLOE")),
        outgoing.assigned([an_action()], now=NOON),
        outgoing.offer([ActionDates.of(an_action())], to="U0SAFETY", local_day="2026-12-01"),
        outgoing.check_asked(an_action(state=ActionState.DONE, done_at=NOON), to="U0SAFETY"),
        outgoing.action_news(an_action_entry(), to="U0SAFETY"),
        outgoing.hold_asked(a_hold_question(), OAK),
        outgoing.hold_news(a_hold_question(), HoldAnswer.SLIPPED, to="U0SAFETY"),
        outgoing.repeat(REPORT, [ACTION], to="U0SAFETY"),
        outgoing.nudge([ActionDates.of(an_action())], local_day="2026-12-01"),
        outgoing.bulletin(a_bulletin_draft(), OAK),
        outgoing.bulletin_draft(a_bulletin_draft(), "U0SAFETY"),
        outgoing.bulletin_not_sent(a_bulletin_draft(), "U0SAFETY"),
        outgoing.words_asked(a_point(), report),
        outgoing.bulletin_written(a_bulletin_draft(), "U0SAFETY", NOON.date()),
        outgoing.huddle(a_bulletin_draft(), OAK),
        outgoing.lead_digest("U0SAFETY", NOON.date()),
        outgoing.morning_line(a_service(), NOON.date()),
        outgoing.paper_due(QUALITY, NOON.date(), to="U0SAFETY", at=NOON),
    ]
    assert {message.kind: message.priority for message in queued} == {
        kind: post.PRIORITY for kind, post in BY_KIND.items()
    }


def test_a_copy_goes_to_the_reporter_and_an_action_to_its_owner():
    body = Copy(report=REPORT).encode()
    assert outgoing.copy(a_report()) == OutboxMessage("copy", str(REPORT), "U0AMARA", body)
    body = Assigned(actions={ACTION: an_action().due_set_at}).encode()
    unique = "U0OWNER:2026-11-24T12:00:00+00:00"
    assert outgoing.assigned([an_action()], now=NOON) == OutboxMessage(
        "assigned", unique, "U0OWNER", body, subjects=(ACTION,)
    )


def test_each_answer_and_question_is_told_once_to_the_reporter():
    body = AnswerWaits(report=REPORT, question=True).encode()
    told = outgoing.answer_waits(a_report(), AMENDMENT, question=True)
    assert told == OutboxMessage("answer_waits", str(AMENDMENT), "U0AMARA", body)


def test_a_nudge_names_every_action_with_when_its_date_was_set_once_a_day():
    moved = an_action(id=UUID(int=3), due_set_at=utc("2026-01-06 12:00"))
    due = [ActionDates.of(an_action()), ActionDates.of(moved)]
    named = Nudge(actions={ACTION: utc("2026-01-05 12:00"), UUID(int=3): utc("2026-01-06 12:00")})
    nudge = outgoing.nudge(due, local_day="2026-12-01")
    both = ACTION, UUID(int=3)
    assert nudge == OutboxMessage("nudge", "U0OWNER:2026-12-01", "U0OWNER", named.encode(), subjects=both)


def test_a_bulletin_goes_to_the_team_s_channel_once_for_each_monday():
    bulletin = outgoing.bulletin(a_bulletin_draft(), OAK)
    assert (bulletin.kind, bulletin.unique, bulletin.target) == ("bulletin", "oak:2026-11-30", "C0OAK")
    told = Bulletin(edition=an_edition(monday=date(2026, 11, 30)), draft=DRAFT)
    assert Bulletin.decode(bulletin.body) == told


def test_a_bulletin_of_numbers_that_waited_before_migration_0014_is_dropped(bot):
    old = OutboxMessage("bulletin", "oak:2026-11-23", "C0OAK", BEFORE_0014)
    assert Bulletin.decode(old.body) == Bulletin(edition=an_edition())
    with bot.context.database.writing() as transaction:
        messages.put(transaction, old, now=NOON)
    bot.post_all()
    assert bot.posted == []
    assert bot.rows("SELECT state FROM outbox") == [("dropped",)]


@pytest.mark.parametrize(
    "content",
    [
        BulletinDraft(draft=DRAFT),
        Huddle(draft=DRAFT),
        BulletinNotSent(draft=DRAFT),
        BulletinWritten(draft=DRAFT),
        WordsAsked(point=DRAFT, report=REPORT),
    ],
)
def test_what_is_said_of_a_draft_that_is_not_there_is_an_error_to_be_seen(bot, content):
    with bot.context.database.writing() as transaction:
        messages.put(transaction, OutboxMessage(content.KIND, "1", "U0SAFETY", content.encode()), now=NOON)
    with pytest.raises(LookupError):
        bot.post_all()
