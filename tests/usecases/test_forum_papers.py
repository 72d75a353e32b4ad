"""Papers of forums in the database: signed by those who sign, decisions kept once, files remembered and ended."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from bot.domain.evidence.forum_papers import DecisionForm, ForumReason, ForumRefused, PaperName
from bot.domain.evidence.period import month_of
from bot.usecases.evidence.forum_papers import paper_to_sign, sign_paper, undecided, write_decision
from bot.usecases.evidence.paper_files import (
    STAY,
    about_to_send,
    file_is_deleted,
    files_to_delete,
)
from bot.usecases.evidence.papers import evidence_for
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.submissions import may_have_been_saved
from tests.domain.examples import QUALITY, a_service
from tests.usecases.bot_without_slack import at

PAPER = PaperName("quality", date(2026, 11, 1))
DUE = at("2026-12-07 09:00")
NOVEMBER = month_of(date(2026, 11, 1), a_service().zone)


@pytest.fixture
def announced(bot):
    bot.configure(a_service(forums=(QUALITY,)))
    bot.tick()
    bot.clock.to(DUE)
    bot.tick()
    return bot


def _decides(bot, *, key="form", by="U0SAFETY", paper=PAPER, **form):
    return write_decision(bot.context, paper, DecisionForm(**form), key=key, by=by, now=bot.clock.now())


def _record(bot):
    return evidence_for(bot.context, NOVEMBER, by="U0SAFETY", now=bot.clock.now()).forums


def test_a_paper_is_signed_once_and_the_first_time_stays(announced):
    bot = announced
    assert paper_to_sign(bot.context, PAPER, by="U0SAFETY", now=DUE) == (QUALITY, None)
    sign_paper(bot.context, PAPER, by="U0SAFETY", now=DUE)
    sign_paper(bot.context, PAPER, by="U0SAFETY", now=DUE + timedelta(days=1))
    assert paper_to_sign(bot.context, PAPER, by="U0SAFETY", now=DUE)[1] == DUE
    [paper] = _record(bot).papers
    assert (paper.forum, paper.month, paper.due_on) == (QUALITY.name, date(2026, 11, 1), date(2026, 12, 7))
    assert [signed.on for signed in paper.signed] == [date(2026, 12, 7)]
    assert _record(bot).signed == 1
    assert bot.rows("SELECT actor, subject FROM audit WHERE action = 'paper.signed'") == [
        ("U0SAFETY", "quality:2026-11-01")
    ]


def test_a_paper_that_nobody_signed_is_shown_as_a_gap(announced):
    [paper] = _record(announced).papers
    assert paper.signed == ()
    assert _record(announced).signed == 0


@pytest.mark.parametrize(
    ("by", "paper", "refusal"),
    [
        ("U0AMARA", PAPER, NotForYou),
        ("U0STRANGER", PAPER, NotForYou),
        ("U0SAFETY", PaperName("elsewhere", PAPER.month), NotForYou),
        ("U0SAFETY", PaperName("quality", date(2026, 12, 1)), NotFound),
    ],
)
def test_nobody_else_signs_and_only_what_was_announced_is_signed(announced, by, paper, refusal):
    for act in (sign_paper, paper_to_sign, undecided):
        with pytest.raises(refusal):
            act(announced.context, paper, by=by, now=DUE)
    with pytest.raises(refusal):
        _decides(announced, by=by, paper=paper, asked="Whether there is money.")
    assert announced.rows("SELECT * FROM paper_signature") == []


def test_whoever_signs_no_more_may_not_sign(announced):
    announced.configure(a_service(forums=(QUALITY.model_copy(update={"signers": ("U0BOTH",)}),)))
    with pytest.raises(NotForYou):
        sign_paper(announced.context, PAPER, by="U0SAFETY", now=DUE)


def test_what_was_asked_is_decided_later_and_stays_as_it_was_asked(announced):
    bot = announced
    asked = _decides(bot, asked="Whether each ward gets a second alarm.")
    assert undecided(bot.context, PAPER, by="U0SAFETY", now=DUE)[1] == [asked]
    assert _record(bot).taken == 0
    taken = _decides(bot, key="later", about=asked.id, taken="Yes, by May.", taken_by="The chair")
    assert (taken.asked, taken.taken, taken.taken_at) == (asked.asked, "Yes, by May.", DUE)
    assert undecided(bot.context, PAPER, by="U0SAFETY", now=DUE)[1] == []
    assert _record(bot).decisions == ((QUALITY.name, taken),)
    assert _record(bot).taken == 1
    with pytest.raises(NotFound):
        _decides(bot, key="again", about=asked.id, taken="No.", taken_by="The chair")
    with pytest.raises(NotFound):
        _decides(bot, key="nothing", about=uuid4(), taken="No.", taken_by="The chair")


def test_a_form_that_is_sent_twice_makes_one_decision(announced):
    first = _decides(announced, asked="Whether to.", taken="Yes.", taken_by="All")
    assert _decides(announced, asked="Whether to.", taken="Yes.", taken_by="All") == first
    assert may_have_been_saved(announced.context, "form")
    assert len(_record(announced).decisions) == 1


@pytest.mark.parametrize(
    ("form", "field", "reason"),
    [
        ({}, "asked", ForumReason.NOTHING_ASKED),
        ({"asked": "Whether", "taken": "Yes."}, "taken_by", ForumReason.BY_WHOM),
        ({"asked": "Whether", "taken_by": "The chair"}, "taken", ForumReason.WHAT_WAS_TAKEN),
        ({"about": uuid4()}, "taken", ForumReason.WHAT_WAS_TAKEN),
    ],
)
def test_half_a_decision_is_refused_beside_its_field(announced, form, field, reason):
    with pytest.raises(ForumRefused) as refused:
        _decides(announced, **form)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_the_words_of_a_decision_are_sealed(announced):
    _decides(announced, asked="Whether the roof is mended.")
    [[sealed]] = announced.rows("SELECT words_sealed FROM forum_decision")
    assert b"roof" not in bytes(sealed)


def test_files_are_known_before_they_are_shared_and_ended_after_thirty_days(announced):
    bot = announced
    about_to_send(bot.context, ["F0ONE", "F0TWO"], month=PAPER.month, by="U0SAFETY", now=DUE)
    bot.clock.to(DUE + STAY - timedelta(minutes=1))
    bot.tick()
    assert files_to_delete(bot.context) == []
    bot.clock.to(DUE + STAY)
    bot.tick()
    assert files_to_delete(bot.context) == ["F0ONE", "F0TWO"]
    file_is_deleted(bot.context, "F0ONE", now=bot.clock.now())
    assert files_to_delete(bot.context) == ["F0TWO"]
    assert bot.rows("SELECT action, actor, subject FROM audit WHERE action LIKE 'paper.%' ORDER BY seq") == [
        ("paper.sent", "U0SAFETY", "2026-11-01"),
        ("paper.deleted", "candour", "F0ONE"),
    ]


def test_no_file_goes_to_somebody_who_may_not_read_figures(announced):
    with pytest.raises(NotForYou):
        about_to_send(announced.context, ["F0ONE"], month=PAPER.month, by="U0AMARA", now=DUE)
    assert announced.rows("SELECT * FROM paper_file") == []
