"""A new message: one file, its words, a line in the tuple, and who queues it. What was forgotten fails here."""

import importlib
import inspect
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from bot.domain.actions.hold import HoldAnswer
from bot.domain.bulletins.draft import DraftState
from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import LearningResponse
from bot.domain.learning.point import LearningForm
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk, Report
from bot.domain.reports.types import ReportType
from bot.domain.reports.unsent import Unsent
from bot.domain.reviews.session import SessionAbout
from bot.domain.reviews.session_words import SessionWords
from bot.domain.service.service import Role
from bot.runtime.metrics import Metrics
from bot.usecases import outgoing
from bot.usecases.actions import answers
from bot.usecases.bulletins import approve
from bot.usecases.bulletins.board import change_schedule
from bot.usecases.evidence import forums
from bot.usecases.incidents.break_glass import break_glass
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.danger import take_danger
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.look_up import look_up_name
from bot.usecases.incidents.own_report import write_to_own_report
from bot.usecases.incidents.phone_me import ask_to_phone
from bot.usecases.incidents.steps import hand_over_incident
from bot.usecases.learning.approve import approve_point, write_point
from bot.usecases.reports.drafts import Handed, form_closed
from bot.usecases.reviews.lead import choose_people
from bot.usecases.reviews.sessions import ProposedSession, propose_session
from bot.usecases.service import rota
from sandbox.people.waiting import LONGEST
from scheduler.due import DUE, Tick
from scheduler.posts import BY_KIND, POSTS
from storage import bulletins, shifts
from storage.engine.transactions import Database
from storage.outbox import messages
from tests.domain.examples import NOON, PROOF, QUALITY, a_decision_form, a_person
from tests.usecases import bot_without_slack
from tests.usecases.bot_without_slack import Bot, Posted, at
from tests.usecases.bulletin_answers import writes
from tests.usecases.holds import answers_as, checked

ROOT = Path(__file__).parents[2]
WROTE = "the door alarm stayed silent"
WARD = a_person(slack_id="U0WARD", name="Wen Ode", roles=frozenset({Role.TEAM_LEAD}), team="oak")
GOVERNANCE = a_person(slack_id="U0GOV", name="Gwen Ash", roles=frozenset({Role.GOVERNANCE}))
DRAWN_WHEN_APPROVED = {"bulletin": ["bulletin"]}
"""What is sent is stored as it was approved."""
FORUM = QUALITY.model_copy(update={"day": 1})
every_post = pytest.mark.parametrize("post", POSTS, ids=lambda post: post.KIND)


def _queued_by(name: str) -> object:
    """The use case, or the module of a kind of due row."""
    before, _, last = name.rpartition(".")
    if name in {kind.__name__ for kind in DUE if isinstance(kind, ModuleType)}:
        return importlib.import_module(name)
    return getattr(importlib.import_module(before), last)


@dataclass
class Life:
    """For each kind, the code under way each time that one was queued; and what was posted in the end."""

    queued: dict[str, list[set[object]]]
    posted: list[Posted]


@pytest.fixture(scope="module")
def life(tmp_path_factory) -> Life:
    """Everything happens that queues a message."""
    seen: dict[str, list[set[object]]] = defaultdict(list)
    put_all = messages.put_all

    def remember(transaction, letters, *, now):
        letters = list(letters)
        under_way: set[object] = {frame.frame.f_code for frame in inspect.stack()}
        for letter in letters:
            seen[letter.kind].append(under_way)
        return put_all(transaction, letters, now=now)

    url = f"sqlite:///{tmp_path_factory.mktemp('queued')}/candour.db"
    with pytest.MonkeyPatch.context() as patched, bot_without_slack.started(url, NOON) as bot:
        bot.context.pages = True
        patched.setattr(messages, "put_all", remember)
        patched.setitem(Database.writing.__wrapped__.__kwdefaults__, "wait", LONGEST)  # type: ignore[attr-defined]
        bot.approved_points()
        _wards_want_a_card_at_hand_over(bot)
        begun = Unsent(answers={"what": {"what": {"value": WROTE}}}, ids={})
        form_closed(bot.context, Handed("begun", "U0AMARA", begun, None), danger=True, now=bot.clock.now())
        report = bot.report(text=WROTE)
        bot.report(key="good care", type=ReportType.GOOD_CARE, kind="good_care", text=WROTE, thanked=["U0OWNER"])
        for number in range(15):
            in_danger = bot.report(key=f"danger {number}", still_at_risk=AtRisk.YES, text=f"{WROTE} {number}")
        take_danger(bot.context, in_danger.id, by="U0ONCALL", now=bot.clock.now())
        _somebody_confidential_is_looked_up(bot)
        owned = [bot.agree(report, key=f"action {day}", due_on=date(2026, 12, day)) for day in (3, 4)]
        answers.move_action(bot.context, owned[0].id, date(2026, 12, 2), by="U0OWNER", now=bot.clock.now())
        answers.complete_action(bot.context, owned[1].id, PROOF, by="U0OWNER", now=bot.clock.now())
        bot.agree(report, key="late", due_on=date(2026, 11, 25))
        more = EntryWords(text=WROTE)
        write_to_own_report(bot.context, report.id, EntryKind.ADDITION, more, by=report.reporter, key="more")
        words = EntryWords(text=WROTE)
        write_entry(bot.context, report.id, EntryKind.ANSWER, words, key="answer", by="U0SAFETY")
        _around_the_rota(bot)
        _something_is_learned_from(bot, report)
        hand_over_incident(bot.context, report.incident_id, to="U0BOTH", by="U0SAFETY")
        _somebody_takes_part_in_a_review(bot)
        _somebody_is_invited_to_a_session(bot)
        bot.configure(
            bot.context.service.model_copy(
                update={"people": (*bot.context.service.people, WARD, GOVERNANCE), "forums": (FORUM,)}
            )
        )
        break_glass(bot.context, report.id, words, key="glass", by=WARD.slack_id, now=bot.clock.now())
        bot.post_all()
        Tick(bot.context, [forums])()  # What came before a forum was added counts as told.
        ticks = [(kind, Tick(bot.context, [kind])) for kind in DUE]
        for moment in ("11-26 09:00", "11-30 09:00", "11-30 10:00", "12-01 10:00", "12-01 11:30"):
            bot.clock.to(at(f"2026-{moment}"))
            _tick_each_kind_alone(ticks, seen)
            bot.post_all()
            _one_of_two_bulletins_is_approved(bot)
        _somebody_writes_to_the_lead(bot)
        _a_ward_is_asked_and_answers(bot, ticks, seen)
        return Life(seen, bot.posted)


def _wards_want_a_card_at_hand_over(bot: Bot) -> None:
    for team in ("oak", "elm"):
        schedule = next(each.schedule for each in bot.context.service.teams if each.code == team)
        wanted = schedule.model_copy(update={"handover": time(10)})
        change_schedule(bot.context, team, wanted, by="U0SAFETY", now=bot.clock.now())


def _somebody_confidential_is_looked_up(bot: Bot) -> None:
    confidential, now = NameChoice.CONFIDENTIAL, bot.clock.now()
    report = bot.report(key="confidential", name_choice=confidential, still_at_risk=AtRisk.YES, text=WROTE)
    take_danger(bot.context, report.id, by="U0ONCALL", now=now)
    look_up_name(bot.context, report.id, EntryWords(text=WROTE), key="look", by="U0ONCALL")
    ask_to_phone(bot.context, report.id, by="U0ONCALL", now=now)


def _somebody_takes_part_in_a_review(bot: Bot) -> None:
    incident, now = bot.report(key="reviewed", text=WROTE).incident_id, bot.clock.now()
    form = a_decision_form(response=LearningResponse.LOCAL_REVIEW, lead="U0SAFETY", due_on=now.date())
    decide_incident(bot.context, incident, form, seen=None, by="U0SAFETY")
    choose_people(bot.context, incident, ["U0BOTH"], by="U0SAFETY", now=now)


def _somebody_is_invited_to_a_session(bot: Bot) -> None:
    words = SessionWords(agenda=WROTE, summary=WROTE)
    proposed = ProposedSession(SessionAbout.THEME, None, at("2026-11-27 09:00"), ["U0BOTH"], words)
    propose_session(bot.context, proposed, key="session", by="U0SAFETY", now=bot.clock.now())


def _a_ward_is_asked_and_answers(
    bot: Bot, ticks: Sequence[tuple[object, Tick]], seen: dict[str, list[set[object]]]
) -> None:
    """A month after a check somebody answers, and days later the lead is told."""
    checked(bot, key="hold", due_on=date(2026, 12, 20), report={"kind": "environment"})
    for days in (34, 41):
        bot.clock.to(at("2026-12-01 12:00") + timedelta(days=days))
        _tick_each_kind_alone(ticks, seen)
        bot.post_all()
        if days == 34:
            answers_as(bot, "U0AMARA", HoldAnswer.TALK)
            bot.report(key="again", text=WROTE, kind="environment")


def _something_is_learned_from(bot: Bot, report: Report) -> None:
    now, form = bot.clock.now(), LearningForm(words="Doors were heavy. A spring helps.")
    point = write_point(bot.context, form, source=report.incident_id, key="learned", by="U0SAFETY", now=now)
    approve_point(bot.context, point.id, by="U0BOTH", now=now)


def _somebody_writes_to_the_lead(bot: Bot) -> None:
    with bot.context.database.reading() as transaction:
        [posted, *_] = [each for team in ("oak", "elm") for each in bulletins.posted(transaction, team, limit=1)]
    writes(bot, posted, WROTE)


def _around_the_rota(bot: Bot) -> None:
    """Somebody takes over, and asks the other to follow, who does."""
    now = bot.clock.now()
    rota.take_over(bot.context, by="U0BOTH", now=now)
    rota.offer_shift(bot.context, "U0ONCALL", by="U0BOTH", now=now)
    bot.post_all()
    with bot.context.database.reading() as transaction:
        (shift,) = shifts.around(transaction, now)
    rota.accept_shift(bot.context, shift.id, by="U0ONCALL", now=now)


def _one_of_two_bulletins_is_approved(bot: Bot) -> None:
    with bot.context.database.reading() as transaction:
        waiting = bulletins.waiting(transaction, limit=2)
    if len(waiting) == 2:
        first, now = waiting[0], bot.clock.now()
        approve.decide_draft(bot.context, first.id, DraftState.APPROVED, point=first.point, by="U0SAFETY", now=now)


def _tick_each_kind_alone(ticks: Sequence[tuple[object, Tick]], seen: dict[str, list[set[object]]]) -> None:
    for kind, tick in ticks:
        before = set(seen)
        tick()
        for new in set(seen) - before:
            seen[new] = [{kind}]


@every_post
def test_each_message_is_really_queued_by_what_it_names(life, post):
    by = _queued_by(post.QUEUED_BY)
    if isinstance(by, ModuleType):
        assert by in DUE
        assert {by} in life.queued[post.KIND]
    else:
        code = inspect.unwrap(by).__code__  # type: ignore[arg-type]
        assert [under_way for under_way in life.queued[post.KIND] if code in under_way]


@every_post
def test_each_message_has_a_content_a_metric_and_a_line_in_the_papers(post):
    assert post.KIND in [content.KIND for content in outgoing.CONTENTS]
    assert f'kind="{post.KIND}"' in Metrics(forms=(), kinds=BY_KIND).page(None).decode()
    line = next(line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if "Scheduled messages" in line)
    assert post.KIND in re.findall(r"`(\w+)`", line)
    sent = (ROOT / "docs" / "data-flow.md").read_text("utf-8").partition("## What the database keeps")[0]
    assert f"(`{post.KIND}`)" in sent


def test_the_readme_names_no_message_that_there_is_not():
    line = next(line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if "Scheduled messages" in line)
    assert re.findall(r"`(\w+)`", line) == list(BY_KIND)


@every_post
def test_each_message_is_in_the_gallery(post):
    from tests.screens.gallery import SCREENS  # noqa: PLC0415 - it makes all screens

    words = inspect.getsource(post.compose)
    made = re.findall(r"messages\.(\w+)\(", words) or DRAWN_WHEN_APPROVED.get(post.KIND)
    assert made
    assert [name for name in made if not any(f"messages.{name}," in screen for screen in SCREENS)] == []


@every_post
def test_no_message_holds_what_a_reporter_wrote(life, post):
    sent = [posted for posted in life.posted if posted.kind == post.KIND]
    assert sent
    assert [posted for posted in sent if WROTE in str(vars(posted.message))] == []
