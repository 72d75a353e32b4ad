"""Every modal, message and Home that the bot can show, made of fixed invented values.

None, one, many, the longest and the most hostile: what tests look at without clicking through a workspace.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

from bot.domain.actions.action import LONGEST_FOR_WARD, LONGEST_WORDS, Action, ActionEntryKind, ActionState, Pause
from bot.domain.actions.hold import SMALL_TEAM, HoldAnswer
from bot.domain.bulletins.answers import LONGEST_WORDS as LONGEST_WORDS_WRITTEN
from bot.domain.bulletins.answers import MOST_WRITTEN, BulletinAnswer, WrittenBack
from bot.domain.bulletins.digest import USUAL_DIGEST, Digest, DigestCounts
from bot.domain.bulletins.draft import DraftState, Thanks
from bot.domain.bulletins.overview import LearningOverview
from bot.domain.evidence.facts import Facts
from bot.domain.evidence.figures import figures
from bot.domain.evidence.forum_papers import MOST_OPEN, ForumDecision, PaperName
from bot.domain.evidence.papers import Audience, evidence_of
from bot.domain.incidents import steps
from bot.domain.incidents.alike import Alike, AlikeIncidents
from bot.domain.incidents.conversation import BOT, BY_REPORTER, FOR_REPORTER, Entry, EntryKind, EntryWords
from bot.domain.incidents.danger import Answer, Asked, DangerReason, DangerState, Ended, Lost, ShownDanger
from bot.domain.incidents.duties import DUTIES, IncidentDuty, Verdict
from bot.domain.incidents.incident import Decision, DecisionForm, Incident, IncidentState, LearningResponse
from bot.domain.incidents.opened_thank_you import OpenedThankYou
from bot.domain.incidents.own_report import Milestone, MyReport, OwnReport, may_write
from bot.domain.incidents.queue import (
    MOST_COUNTED,
    ROWS,
    Queue,
    QueueCounts,
    QueuePage,
    QueuePlace,
    QueueRow,
    ReviewState,
)
from bot.domain.incidents.support import Stage
from bot.domain.incidents.time_line import time_line
from bot.domain.incidents.unsaved import UnsavedDanger
from bot.domain.incidents.who_read import Opening, who_read
from bot.domain.learning.consent import Consent, ConsentAnswer
from bot.domain.learning.hints import Hint
from bot.domain.learning.point import LONGEST_TRY, MOST_TRY, MOST_WORDS, PointState
from bot.domain.learning.point import LONGEST_WORDS as LONGEST_WORDS_LEARNED
from bot.domain.reports.claim_words import WORDS
from bot.domain.reports.doubts import Doubts
from bot.domain.reports.doubts import identified as identified_in
from bot.domain.reports.drafts import ReportDraft
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.opinions import NO, YES, Counts, Question, WhyAnonymous
from bot.domain.reports.references import reference_from
from bot.domain.reports.report import AtRisk, Progress, Report
from bot.domain.reports.types import HarmSaid, Hurt, ReportType
from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.access import TABLE, Act, Standing
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.rota import KnownShift, OnCall, RotaReason
from bot.domain.service.service import Role, Schedule, Service
from bot.usecases.actions.leading import ActionRecord
from bot.usecases.incidents.by_claim_code import MAY_WRITE
from bot.usecases.incidents.decide import ToDecide
from bot.usecases.incidents.open_incident import MOST_REPORTS
from bot.usecases.incidents.queue_card import REPORTS_ON_ONE_CARD
from bot.usecases.outgoing import DANGERS_IN_A_MESSAGE, Wrote
from bot.views import help_screen
from bot.views.actions import answered, board, hold_screens, record
from bot.views.bulletins import answered as answered_bulletins
from bot.views.bulletins import bulletin_board, digest_schedule
from bot.views.bulletins import consents as consent_views
from bot.views.bulletins import drafts as draft_views
from bot.views.bulletins.content import Board, Preview
from bot.views.evidence import figures as figure_screens
from bot.views.evidence import forum_papers
from bot.views.evidence import papers as paper_screens
from bot.views.home import home, own_lists
from bot.views.home.content import HomeContent
from bot.views.incidents import alike, danger_screens, opened, saved_screens
from bot.views.incidents.content import IncidentContent
from bot.views.kit import blocks, form, refusals
from bot.views.kit.action_ids import ANYONE_HURT, NAME_CHOICE, REPORT_ABOUT, REPORT_TYPE, STILL_AT_RISK
from bot.views.kit.blocks import Message
from bot.views.learning import hints as hint_views
from bot.views.learning import points
from bot.views.reports import (
    claim,
    identified,
    louder,
    my_report,
    not_sent_yet,
    open_form,
    own_entries,
    practice,
    receipt,
    thank_yous,
    unsent_form,
)
from bot.views.service import rota_screens
from bot.views.shared import (
    access_messages,
    action_blocks,
    action_messages,
    alert_test_messages,
    bulletin_messages,
    danger_messages,
    digest_messages,
    draft_messages,
    hold_messages,
    messages,
    paper_messages,
    rota_messages,
    support_messages,
    thank_you_messages,
    unsaved_danger,
)
from handlers.actions import action_form, check_forms, lead_forms, owner_forms, reopen_form
from handlers.bolt.payloads import MessagePlace
from handlers.bulletins import digest_form, schedule_form, words_form
from handlers.evidence import decision_form, sign_form
from handlers.incidents import (
    answer_form,
    ask_form,
    decide_form,
    find_form,
    glass_form,
    hand_over_form,
    lift_form,
    look_up_form,
    no_danger_form,
    redact_form,
    safe_now_form,
    same_as_form,
)
from handlers.learning import learning_form
from handlers.reports import (
    add_form,
    claim_code_form,
    claim_thread_form,
    practice_form,
    reply_form,
    report_form,
    take_back_form,
    written_down_form,
)
from handlers.service import offer_form, until_form
from tests.domain.evidence.facts import AUTUMN, NOVEMBER, two_years
from tests.domain.examples import (
    AMARA,
    ELM,
    NOON,
    QUALITY,
    SAFETY,
    a_bulletin_draft,
    a_danger,
    a_decision,
    a_decision_form,
    a_draft,
    a_hold_question,
    a_person,
    a_point,
    a_recommendation,
    a_report,
    a_service,
    a_session,
    a_shown_danger,
    a_team,
    an_action,
    an_action_entry,
    an_entry,
    an_incident,
    bulletin_words,
    utc,
)
from tests.screens import reviews, themes

Payload = dict[str, Any]
_TRIAGERS = {act for act, may_do in TABLE[Sensitivity.ORDINARY].items() if Standing.TRIAGER in may_do}
Screens = Iterator[tuple[str, tuple[str, Payload]]]

TYPED = "The door alarm stayed silent at two."
CALLS = "<!channel> <!here> <@U0STRANGER> <#C0STRANGE> <https://example.org|press here>"
_ODD = f"{CALLS} `code` ```block``` & &amp; *bold* _it_ ~out~ :tada: '; DROP TABLE report; --"
_SCRIPTS = " \u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \U0001f600 "
HOSTILE = (f"{_ODD}{_SCRIPTS}" * 30)[:LONGEST]
HOSTILE_NAME = "<!here> & <@U0STRANGER> `*_x_*` \U0001f600 \u202eabc"
LONGEST_TEXT = ("Alarm " * 1000)[: 2 * LONGEST]
LONGEST_ACTION = ("Check " * 200)[:LONGEST_WORDS]

ONE = a_service()
LONG = a_service(
    name="S" * 80,
    on_call_phone="0" * 40,
    support="Support " * 25,
    teams=tuple(a_team(code=f"t{n}{'x' * 36}", name=f"{n:03} " + "W" * 56, channel=f"C0{n}") for n in range(100)),
    people=(SAFETY, *(a_person(slack_id=f"U0CALL{n:02}", roles=frozenset({Role.ON_CALL})) for n in range(30))),
)
ODD = a_service(
    name=f"{HOSTILE_NAME} service",
    on_call_phone="<!here> & `1`",
    support=HOSTILE_NAME * 3,
    teams=(a_team(name=HOSTILE_NAME), ELM),
    people=(
        AMARA,
        a_person(slack_id="U0SAFETY", name=HOSTILE_NAME, roles=frozenset({Role.SAFETY_TEAM})),
        a_person(slack_id="U0ONCALL", name=HOSTILE_NAME, roles=frozenset({Role.ON_CALL})),
    ),
)
SERVICES = (ONE, LONG, ODD)
SAID_ALONE = (refusals.form_did_not_open, refusals.did_not_open, refusals.did_not_work, refusals.not_ours)
"""Words that are a message of their own, which only one person sees."""


def screens() -> dict[str, tuple[str, Payload]]:
    """From `module.function, variant` to where it is shown and what Slack is sent."""
    makers: tuple[Callable[[], Screens], ...] = (
        _dialogs, _homes, _own_lists, _cards, _line_cards, _cards_for_several, _dangers, _unsaved_dangers,
        _after_a_press, _direct_messages, _bulletins, _learning_points, _morning_lines, _openings, _incident_forms,
        _bulletin_boards, _digests, _huddles, _consents,
        _incident_saved, _receipts, _answers, _of_actions, _holds, _alike, _rota, _refusals, _own_reports,
        _written_by_reporters, _claims, _reviews, _themes, _figures_and_papers, _papers_on_their_way,
    )  # fmt: skip
    return dict(screen for make in makers for screen in make())


def _reviews() -> Screens:
    for variant, make, given, named in reviews.screens(HOSTILE):
        yield _shown(variant, make, *given, **named)


def _themes() -> Screens:
    for variant, make, given, named in themes.screens(HOSTILE, LONG):
        yield _shown(variant, make, *given, **named)


def _unsaved_dangers() -> Screens:
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        for sure in (True, False):
            danger = UnsavedDanger(service.teams[0].code, NOON, sure=sure, by_database=True)
            which = f"{variant}, {'sure' if sure else 'not sure'}"
            yield _shown(which, unsaved_danger.not_saved, danger, service, may_repeat=True, now=NOON)
        teams = [team.code for team in service.teams]
        yield _shown(variant, unsaved_danger.works_again, teams, service, may_repeat=True, now=NOON)
    nowhere = UnsavedDanger("", NOON, sure=True, by_database=False)
    yield _shown("no team", unsaved_danger.not_saved, nowhere, ONE, now=NOON)
    yield _shown("no team", unsaved_danger.works_again, [""], ONE, now=NOON)


def name_of(make: Callable[..., Any]) -> str:
    """`messages.card`, or `report_form.draw`."""
    return f"{make.__module__.rpartition('.')[2]}.{make.__name__}"


def given_names() -> list[str]:
    """What the service file gives, the longest first: words that are not ours."""
    given = {each.on_call_phone for each in SERVICES} | {each.support for each in SERVICES}
    given |= {team.name for each in SERVICES for team in each.teams}
    return sorted(given, key=len, reverse=True)


def _shown(variant: str, make: Callable[..., Any], *given: Any, **named: Any) -> tuple[str, tuple[str, Payload]]:
    made = make(*given, **named)
    name = f"{name_of(make)}, {variant}"
    match made:
        case Message():
            return name, ("message", {"text": made.text, "blocks": made.blocks})
        case str():
            return name, ("message", {"text": made, "blocks": []})
        case _:
            return name, (made["type"], made)


def _dialogs() -> Screens:
    asked: Sequence[tuple[str, Service, str]] = (
        ("none", ONE, ""),
        ("one", ONE, TYPED),
        ("longest", LONG, LONGEST_TEXT),
        ("hostile", ODD, HOSTILE),
    )
    for variant, service, text in asked:
        team = None if variant == "none" else service.teams[0]
        yield _shown(variant, report_form.draw, service, nonce="nonce", team=team, text=text, now=NOON)
        yield _shown(variant, practice_form.draw, service, nonce="nonce", team=team, now=NOON)
    yield _shown("one", find_form.draw, nonce="nonce")
    yield _shown("one", safe_now_form.draw, incident_id=str(UUID(int=1)))
    yield _shown("one", no_danger_form.draw, incident_id=str(UUID(int=1)))
    yield _shown("one", action_form.draw, nonce="nonce", report_id=str(UUID(int=1)))
    weak = {"change": "Remind staff to test the door alarm", "owner": "U0OWNER", "due_on": date(2026, 12, 1)}
    yield _shown("asked again", action_form.draw, nonce="nonce", report_id=str(UUID(int=1)), entered=weak, weak=True)
    message = MessagePlace("D0OWNER", "1795521600.000100")
    for variant, change in _changes():
        yield _shown(variant, owner_forms.MOVE.draw, action=an_action(change=change), message=message)
    for each in (owner_forms.DONE, owner_forms.PLAN, owner_forms.BLOCKED, owner_forms.NOT_MINE):
        yield _shown(each.title, each.draw, action=an_action(), message=message)
    for variant, change in _changes():
        found = _record(change)
        yield _shown(variant, check_forms.NOT_YET.draw, found=found, message=message, now=NOON)
        yield _shown(variant, lead_forms.draw, found=found)
    yield _shown("It works", check_forms.WORKS.draw, found=_record(TYPED), message=message, now=NOON)
    for variant, change in _changes():
        found = replace(_record(TYPED), action=_done(an_action(for_ward=change[:LONGEST_FOR_WARD])))
        yield _shown(f"for the ward, {variant}", check_forms.WORKS.draw, found=found, message=message, now=NOON)
        yield _shown(variant, reopen_form.draw, found=_record(change))


def _record(words: str) -> ActionRecord:
    """An action that waits for its check, moved once and done."""
    action = _done(an_action(change=words, measure=words, checker="U0SAFETY"))
    moved = an_action_entry(words=words)
    done = an_action_entry(id=UUID(int=4), kind=ActionEntryKind.DONE, words=words, due_on=None)
    return ActionRecord(action, "2222-222", [moved, done])


def _of_actions() -> Screens:
    for variant, change in _changes():
        found = _record(change)
        yield _shown(variant, record.record, found.action, found.reference, found.entries, now=NOON)
        yield _shown(variant, action_messages.check_asked, found.action, found.reference)
    all_kinds = [an_action_entry(id=UUID(int=number), kind=kind) for number, kind in enumerate(ActionEntryKind)]
    checked = _done(an_action(checked_by="U0SAFETY", checked_at=NOON))
    yield _shown("everything", record.record, checked, "2222-222", all_kinds, now=NOON)
    yield _shown("open", record.record, an_action(), "2222-222", [], now=NOON)
    yield _shown("one", record.nothing_to_check)
    told_of = ActionEntryKind
    for kind in (told_of.MOVED, told_of.BLOCKED, told_of.NOT_MINE, told_of.HELP_OFFERED):
        dates = {} if kind is told_of.MOVED else {"due_on": None, "moved_from": None}
        entry = an_action_entry(kind=kind, **dates)
        yield _shown(kind.value, action_messages.news, an_action(), entry, "2222-222", now=NOON)
    late = [an_action(id=UUID(int=number), due_on=date(2026, 11, 19), moves=number % 3) for number in range(1, 20)]
    references = {each.id: "2222-222" for each in late}
    rows = [(each, "2222-222") for each in (*late, an_action(), _done(an_action(id=UUID(int=50))))]
    yield _shown("none", board.board, [], now=NOON)
    yield _shown("one", board.board, rows[-2:], now=NOON)
    yield _shown("many", board.board, rows, now=NOON)
    yield _shown("one", action_messages.offer, late[:1], references, now=NOON)
    yield _shown("many", action_messages.offer, late, references, now=NOON)
    yield _shown("one", answered.done, checked, now=NOON)
    yield _shown("a checker", answered.done, _done(an_action(checker="U0SAFETY")), now=NOON)
    yield _shown("one", answered.planned, an_action(planned_on=date(2026, 11, 30)), now=NOON)
    yield _shown("not known", answered.planned, an_action(), now=NOON)
    for pause in (*Pause, None):
        yield _shown(pause.value if pause else "none", answered.paused, an_action(paused=pause), now=NOON)
    for make in (answered.checked, answered.not_yet, answered.assigned):
        yield _shown("one", make, checked, now=NOON)
    yield _shown("one", answered.help_offered, an_action())
    yield _shown("one", answered.too_late_to_undo)
    yield _shown("one", answered.reopened, an_action(), now=NOON)
    yield _shown("one", record.open_already)
    approved = an_action(for_ward=TYPED, ward_approved_by="U0SAFETY", checked_by="U0SAFETY", checked_at=NOON)
    yield _shown("approved for the ward", record.record, _done(approved), "2222-222", [], now=NOON)


def _alike() -> Screens:
    words = ("alarm", "silent", "door")
    both = ((True, True), (True, False), (False, True), (False, False))
    found = [
        Alike(an_incident(reference=f"2222-22{number}"), same_kind, same_team, words)
        for number, (same_kind, same_team) in enumerate(both)
    ]
    yield _shown("none", alike.alike, AlikeIncidents(an_incident(), [], 0), ONE, now=NOON)
    yield _shown("many", alike.alike, AlikeIncidents(an_incident(), found * 2, 499), ONE, now=NOON)
    odd = [Alike(an_incident(team="gone"), True, True, (HOSTILE[:60], CALLS))]
    yield _shown("hostile", alike.alike, AlikeIncidents(an_incident(), odd, 1), ODD, now=NOON)


def _holds() -> Screens:
    for make in (hold_screens.thanks, hold_screens.again, hold_screens.closed):
        yield _shown("one", make)
    for variant, change, service in zip(("one", "longest", "hostile"), _changes(), (ONE, LONG, ODD), strict=True):
        words, team = change[1][:LONGEST_FOR_WARD], service.teams[0]
        yield _shown(variant, hold_messages.asked, a_hold_question(days=90), words, team, now=NOON)
        news = a_hold_question(), HoldAnswer.SLIPPED, "2222-222", team
        yield _shown(variant, hold_messages.news, *news, words=words)
    for count, variant in ((1, "one"), (12, "many")):
        repeated = [(UUID(int=number), f"2222-2{number:02}") for number in range(count)]
        yield _shown(variant, hold_messages.repeat, UUID(int=1), "2222-222", repeated)
    small = a_hold_question(small=True)
    yield _shown("a small team", hold_messages.asked, small, TYPED, ONE.teams[0], now=NOON)
    for answer in HoldAnswer:
        question = a_hold_question(small=answer in SMALL_TEAM)
        yield _shown(answer.value, hold_messages.news, question, answer, "2222-222", None, words=None)


def _changes() -> tuple[tuple[str, str], ...]:
    return ("one", "Test the door alarm each Monday"), ("longest", LONGEST_ACTION), ("hostile", HOSTILE[:500])


def _homes() -> Screens:
    yield _shown("none", home.home, HomeContent([], [], ONE, 0, NOON))
    yield _shown("all are paused", home.home, HomeContent([], [], ONE, 0, NOON, silent=True))
    yield _shown("one", home.home, HomeContent([_own()], [an_action(measure="Alarms that work")], ONE, 0, NOON))
    yield _shown("many", home.home, HomeContent(_own_list(11), _actions(11, change="Test it"), ONE, 3, NOON))
    yield _shown(
        "longest", home.home, HomeContent(_own_list(11), _actions(11, change=LONGEST_ACTION), LONG, 9999, NOON)
    )
    yield _shown("hostile", home.home, HomeContent(_own_list(2), _actions(2, change=HOSTILE[:500]), ODD, 1, NOON))
    news = [own for own in _own_list(11) if own.latest]
    for variant, count in (("one is new", 1), ("three are new", 3), ("more are new", 5)):
        yield _shown(variant, home.home, HomeContent(news[:count], [], ONE, 0, NOON, news[:count]))
    yield from _homes_with_a_queue()
    yield _shown("with reviews", home.home, HomeContent([], [], ONE, 0, NOON, reviews=reviews.own_reviews(4)))
    yield _shown("with a session", home.home, HomeContent([], [], ONE, 0, NOON, sessions=[a_session()]))
    yield _shown("with a draft", home.home, HomeContent([], [], ONE, 0, NOON, drafts=[A_DRAFT]))
    yield _shown("one", home.not_ours, ONE.on_call_phone)


def _own(**facts: Any) -> OwnReport:
    return OwnReport(**{"report": a_report(), **facts})


def _own_list(count: int) -> list[OwnReport]:
    """Each has come one step further than the one before; every fourth was taken back."""
    steps = [f"{each}_at" for each in Milestone]
    long_ago, at_night = NOON - timedelta(days=400), NOON - timedelta(hours=8)
    return [
        OwnReport(
            report=report.model_copy(update={"reported_at": long_ago if number % 2 else at_night}),
            taken_back=number % 4 == 3,
            **dict.fromkeys(steps[: number % (len(steps) + 1)], NOON - timedelta(hours=number)),
        )
        for number, report in enumerate(_reports(count))
    ]


def _homes_with_a_queue() -> Screens:
    for variant, service, queue in (
        ("an empty queue", ONE, Queue(QueueCounts(), QueuePage(()), QueuePlace())),
        ("one taken", ONE, Queue(QueueCounts(), QueuePage((_row(3),)), QueuePlace(mine=True))),
        ("none taken", ONE, Queue(QueueCounts(new=1), QueuePage(()), QueuePlace(mine=True))),
        ("no open report of a team", ONE, Queue(QueueCounts(new=1), QueuePage(()), QueuePlace(team="oak"))),
        ("a first page", ONE, _queue(QueueCounts(new=12, in_danger=2, waiting=3, late_actions=4), later=True)),
        ("a second page", ONE, _queue(QueueCounts(new=1, waiting=1, late_actions=1), number=1, later=False)),
        ("a team's page", ODD, _queue(QueueCounts(new=30), team=ODD.teams[0].code)),
    ):
        yield _shown(variant, home.home, HomeContent([], [], service, 0, NOON, queue=queue))
    yield _shown("the fullest", home.home, fullest_home())


def fullest_home() -> HomeContent:
    """Everything at once, as long as it can be."""
    counts = QueueCounts(new=MOST_COUNTED, in_danger=MOST_COUNTED, waiting=MOST_COUNTED, late_actions=MOST_COUNTED)
    service = LONG.model_copy(update={"read_within_working_days": 10})
    queue = _queue(counts, number=1, team=LONG.teams[0].code)
    news = _own_list(11)[1:]
    on_call = OnCall("U0ONCALL", until=NOON, following="U0BOTH", offered_to="U0BOTH")
    actions = _actions(6, change=LONGEST_ACTION)
    test = AlertTest(id=UUID(int=1), month="2026-11", sent_at=NOON, asked="U0ONCALL")
    for_team: dict[str, Any] = {
        "alert_test": test,
        "on_call": on_call,
        "learning": _much_to_decide(),
        "wrong_codes": 9999,
        "silent": True,
        "digest_at": NOON,
        "reviews": reviews.own_reviews(5),
        "sessions": [a_session()] * 3,
        "themes": themes.fullest(),
        "recommendations": [a_recommendation()] * 4,
        "figures": figures(two_years(60), NOVEMBER, read_within=1),
        "drafts": [A_DRAFT] * 2,
    }
    return HomeContent(_own_list(6), actions, service, 9999, NOON, news, queue, "U0ONCALL", **for_team)


def _queue(counts: QueueCounts, *, number: int = 0, later: bool = True, team: str | None = None) -> Queue:
    """A full page; the first one has two in danger."""
    rows = tuple(_row(ROWS * number + index, team=team or "oak") for index in range(1, ROWS + 1))
    return Queue(counts, QueuePage(rows, earlier=number > 0, later=later), QueuePlace(team=team))


def _row(number: int, *, team: str = "oak") -> QueueRow:
    """The first two are in danger; others are new, read, taken or restricted."""
    in_danger = number <= 2
    taken = number % 5 == 3
    incident = Incident(
        id=UUID(int=number),
        reference=reference_from(number),
        kind="restrictive_practice",
        team=team,
        opened_at=NOON,
        state=IncidentState.TAKEN if taken else IncidentState.NEW,
        sensitivity=Sensitivity.RESTRICTED if number % 7 == 5 else Sensitivity.ORDINARY,
        unanswered=1,
        version=1,
        taken_by="U0SAFETY" if taken else None,
        taken_at=NOON if taken else None,
    )
    read: dict[str, Any] = {
        "read_at": NOON - timedelta(days=1),
        "read_by": "U0STRANGE" if number == 9 else "U0SAFETY",
    }
    happened_at = NOON - timedelta(hours=number * 5)
    held: dict[str, Any] = {"holder": "U0ONCALL", "held_since": NOON - timedelta(minutes=20)} if number == 1 else {}
    return QueueRow(
        incident, happened_at, in_danger, **(read if number % 2 else {}), **held, taken_back=number % 6 == 4
    )


def _own_lists() -> Screens:
    yield _shown("none", own_lists.all_reports, [], ONE, page=0, later=False, now=NOON)
    yield _shown("one", own_lists.all_reports, _own_list(2), ONE, page=0, later=False, now=NOON)
    yield _shown("many", own_lists.all_reports, _own_list(20), ONE, page=1, later=True, now=NOON)
    yield _shown("none", own_lists.all_actions, [], page=0, later=False, now=NOON)
    yield _shown("one", own_lists.all_actions, _actions(1, change="Test it"), page=0, later=True, now=NOON)
    yield _shown("many", own_lists.all_actions, _actions(10, change=LONGEST_ACTION), page=1, later=False, now=NOON)
    yield _shown("hostile", own_lists.all_actions, _actions(2, change=HOSTILE[:500]), page=0, later=False, now=NOON)


def _reports(count: int) -> list[Report]:
    progress = list(Progress)
    return [
        a_report(id=UUID(int=number), kind="restrictive_practice", progress=progress[number % len(progress)])
        for number in range(1, count + 1)
    ]


def _actions(count: int, *, change: str) -> list[Action]:
    """Every other one is done."""
    facts = {"change": change, "measure": change}
    return [
        an_action(id=UUID(int=number), **facts) if number % 2 else _done(an_action(id=UUID(int=number), **facts))
        for number in range(1, count + 1)
    ]


def _done(one: Action) -> Action:
    return one.model_copy(update={"state": ActionState.DONE, "done_at": NOON})


def _cards() -> Screens:
    yield _shown("one", messages.card, a_report(), ONE, amended=False, may_repeat=False, now=NOON)
    at_risk = a_report(still_at_risk=AtRisk.YES)
    not_sure = a_report(still_at_risk=AtRisk.NOT_SURE)
    yield _shown("at risk", messages.card, at_risk, ONE, amended=False, may_repeat=False, now=NOON)
    yield _shown("perhaps repeated", messages.card, not_sure, ONE, amended=False, may_repeat=True, now=NOON)
    for variant, service in (("longest", LONG), ("hostile", ODD)):
        one = at_risk.model_copy(update={"team": service.teams[0].code, "kind": "restrictive_practice"})
        yield _shown(variant, messages.card, one, service, amended=True, may_repeat=True, now=NOON)


def _line_cards() -> Screens:
    report = a_report(kind="medication", happened_at=NOON - timedelta(hours=10))
    new, read, taken, restricted = _row(8), _row(7), _row(3), _row(12)
    yield _shown("one", messages.line_card, report, new, ONE)
    for variant, row in (("read", read), ("taken", taken), ("decided", _decided_row()), ("closed", _closed_row())):
        yield _shown(variant, messages.line_card, report, row, ONE)
    yield _shown("restricted", messages.line_card, report, restricted, ONE)
    unsafe = report.model_copy(update={"type": ReportType.RISK})
    yield _shown("risk", messages.line_card, unsafe, new, ONE)
    for state in ReviewState:
        yield _shown(f"review {state}", messages.line_card, report, replace(_decided_row(), review=state), ONE)
    for variant, row in (("taken back", new), ("read and taken back", read)):
        yield _shown(variant, messages.line_card, report, replace(row, taken_back=True), ONE)
    yield _shown("amended", messages.line_card, report, new, ONE, amended=True)
    yield _shown("perhaps repeated", messages.line_card, report, new, ONE, may_repeat=True)
    yield _shown("happened long ago", messages.line_card, a_report(happened_at=NOON - timedelta(days=400)), new, ONE)
    yield _shown("a team that has left", messages.line_card, a_report(team="gone"), new, ONE)
    for variant, service in (("longest", LONG), ("hostile", ODD)):
        one = a_report(team=service.teams[0].code, kind="restrictive_practice")
        yield _shown(variant, messages.line_card, one, read, service, amended=True, may_repeat=True)


def _decided_row() -> QueueRow:
    decision = Decision(
        category="falls",
        physical_harm=PhysicalHarm.NONE,
        psychological_harm=PsychologicalHarm.NONE,
        response=LearningResponse.LOCAL_REVIEW,
        decided_by="U0BOTH",
        decided_at=NOON + timedelta(days=1),
    )
    row = _row(3)
    return replace(row, incident=row.incident.model_copy(update={"decision": decision}))


def _closed_row() -> QueueRow:
    row = _decided_row()
    closed = {"state": IncidentState.CLOSED, "closed_by": "U0SAFETY", "closed_at": NOON + timedelta(hours=1)}
    return replace(row, incident=row.incident.model_copy(update=closed))


def _cards_for_several() -> Screens:
    for variant, service, count in (("one", ONE, 1), ("most", LONG, REPORTS_ON_ONE_CARD), ("hostile", ODD, 2)):
        several = [
            report.model_copy(update={"team": service.teams[0].code, "still_at_risk": AtRisk.YES})
            for report in _reports(count)
        ]
        yield _shown(variant, messages.more_danger, several, service, may_repeat=variant == "most")


_HELD = {"state": DangerState.HELD, "holder": "U0ONCALL", "taken_at": NOON, "next_at": None}
_LOST = {"last_holder": "U0GONE", "lost_at": NOON}
_ENDED = {"state": DangerState.ENDED, "next_at": None, "ended_at": NOON, "ended_by": "U0ONCALL"}
_DECLINED = Asked(target="U0ONCALL", number=1, at=NOON, answer=Answer.DECLINED)
_PAUSED = Asked(target="U0ONCALL", number=1, at=NOON, paused=True)
_AWAKE = Asked(target="U0BOTH", number=1, at=NOON, paused=False)
_DANGERS: Sequence[tuple[str, ShownDanger]] = (
    ("one", a_shown_danger()),
    ("paused", a_shown_danger(asked=(_PAUSED, Asked(target="C0SAFETY", number=1, at=NOON)))),
    ("one of two is paused", a_shown_danger(asked=(_PAUSED, _AWAKE))),
    ("restricted", a_shown_danger(sensitivity=Sensitivity.RESTRICTED)),
    ("not sure", a_shown_danger(a_danger(level=AtRisk.NOT_SURE, team="gone"), asked=())),
    ("given back", a_shown_danger(a_danger(**_LOST, lost_how=Lost.GAVE_BACK), asked=(_DECLINED,))),
    ("not answered", a_shown_danger(a_danger(**_LOST, lost_how=Lost.NO_ANSWER))),
    ("left to nobody", a_shown_danger(a_danger(step=4), asked=(_DECLINED,))),
    ("the reporter says that all are safe", a_shown_danger(a_danger(reporter_safe_at=NOON))),
    ("waiting", a_shown_danger(a_danger(state=DangerState.WAITING, next_at=None, step=0), asked=())),
    ("held", a_shown_danger(a_danger(**_HELD))),
    ("held since yesterday", a_shown_danger(a_danger(**_HELD | {"taken_at": utc("2026-11-23 20:00")}))),
    ("safe", a_shown_danger(a_danger(**_ENDED, ended_how=Ended.SAFE))),
    ("no danger", a_shown_danger(a_danger(**_ENDED, ended_how=Ended.DOWNGRADED))),
)


def _dangers() -> Screens:
    for variant, shown in _DANGERS:
        yield _shown(variant, danger_messages.card, [shown], ONE, now=NOON)
    several = [a_shown_danger(each.danger, reference="2222-222") for _, each in _DANGERS]
    yield _shown("several", danger_messages.card, several, ONE, may_repeat=True, now=NOON)
    yield _shown("several held", danger_messages.card, several[10:], ONE, now=NOON)
    held = a_danger(**_HELD)
    asked = held.model_copy(update={"question_at": NOON})
    yield _shown("answered", danger_messages.question, a_shown_danger(held), ONE, now=NOON)
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        team = {"team": service.teams[0].code}
        people = tuple(Asked(target=f"U0CALL{n:02}", number=1, at=NOON) for n in range(30))
        one = a_shown_danger(a_danger(**team, step=4), asked=people if variant == "longest" else (_DECLINED,))
        if variant != "one":
            yield _shown(variant, danger_messages.card, [one], service, may_repeat=True, now=NOON)
            held_here = a_shown_danger(held.model_copy(update=team))
            yield _shown(f"{variant}, held", danger_messages.card, [held_here], service, now=NOON)
            most = [one] * DANGERS_IN_A_MESSAGE
            yield _shown(f"{variant}, several", danger_messages.card, most, service, may_repeat=True, now=NOON)
        about = a_shown_danger(asked.model_copy(update=team))
        yield _shown(variant, danger_messages.question, about, service, now=NOON)
        yield _shown(variant, danger_messages.page, service)
        for make in (danger_messages.unseen, danger_messages.left_to_nobody, danger_messages.lost):
            yield _shown(variant, make, one, service, now=NOON)
        yield _shown(variant, danger_messages.taken, about, service, now=NOON)
        ended = a_shown_danger(a_danger(**_ENDED | team, ended_how=Ended.SAFE))
        yield _shown(variant, danger_messages.ended, ended, service, now=NOON)


def _after_a_press() -> Screens:
    held, over = a_danger(**_HELD), a_danger(**_ENDED, ended_how=Ended.SAFE)
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, danger_screens.you_have_this, held, service)
        yield _shown(variant, danger_screens.is_asked_now, a_danger(), service)
        yield _shown(variant, danger_screens.over, over, service, now=NOON)
        yield _shown(variant, danger_screens.is_asked_now, held, service)
        for refuse in (danger_screens.not_for_you, danger_screens.only_its_holder):
            yield _shown(variant, refuse, service)
        for refuse in (danger_screens.only_a_safety_lead, danger_screens.only_its_reporter):
            yield _shown(variant, refuse, service)
        drawn = report_form.draw(service, nonce="nonce", team=service.teams[0], text="", now=NOON)
        yield _shown(variant, louder.with_alert, drawn, AtRisk.YES.value, service)
        yield from _with_everything(variant, drawn, service)
        yield from _with_a_draft(variant, drawn, service)
        yield from _practised(variant, drawn, service)
        yield from _with_names(variant, drawn, service)
    yield _shown("one", identified.taken_out, 1)
    yield _shown("none", identified.taken_out, 0)
    dangers = {DangerReason.TAKEN_BY_ANOTHER: held, DangerReason.HAS_ENDED: over, DangerReason.NO_DANGER: None}
    for reason in DangerReason:
        yield _shown(reason, danger_screens.refused, reason, dangers.get(reason, a_danger()), ONE, now=NOON)


def _with_names(variant: str, view: Payload, service: Service) -> Screens:
    """The form that came back because of names, of a time long ago and of another report; and without the names."""
    text, many = "Sent to sam@example.org, aged 95, by Mr Blenkinsop", "Mr Blenkinsop met Ms Quibble. " * 8
    texts = {"What happened?": text, "What happened, continued": many}
    doubts = Doubts(identified_in(texts, known_names=[]), NOON - timedelta(days=800), "2222-222")
    back = not_sent_yet.given_back(view, doubts, texts, zone=service.zone, now=NOON)
    yield f"{name_of(not_sent_yet.given_back)}, {variant}", ("modal", back)
    yield _shown(variant, not_sent_yet.names_taken_out, back, back["blocks"])
    names = identified.may_name_somebody(text, doubts.identifiers["What happened?"], value=str(UUID(int=1)))
    danger = a_report(team=service.teams[0].code, still_at_risk=AtRisk.YES)
    hidden = danger.model_copy(update={"name_choice": NameChoice.CONFIDENTIAL})
    for close in (Sensitivity.ORDINARY, Sensitivity.CONCERN):
        words = f"{variant}, confidential in danger, {close}"
        yield _shown(words, receipt.thanks, hidden, service, sensitivity=close, amended=False, now=NOON)
    yield _shown(f"{variant}, with names", receipt.thanks, danger, service, amended=False, now=NOON, names=names)


def _with_everything(variant: str, view: Payload, service: Service) -> Screens:
    """The form after Change, and once each answer was given that opens something."""
    opened = open_form.unfolded(view, [field.draw() for field in report_form.details(service, NOON)])
    yield f"{name_of(open_form.unfolded)}, {variant}", ("modal", form.for_update(opened))
    chosen = {ANYONE_HURT: "yes", REPORT_TYPE: "good_care", NAME_CHOICE: "anonymous"}
    values: dict[str, Any] = {name: {name: {"selected_option": {"value": code}}} for name, code in chosen.items()}
    values[REPORT_ABOUT] = {REPORT_ABOUT: {"selected_options": [{"value": open_form.SOMEBODY_INVOLVED}]}}
    completed = open_form.completed(opened | {"state": {"values": values}}, AtRisk.YES.value, service) or {}
    yield f"{name_of(open_form.completed)}, {variant}", ("modal", form.for_update(completed))
    values[REPORT_TYPE] = {REPORT_TYPE: {"selected_option": {"value": "concern"}}}
    for who, known in (("no guardian", service), ("a guardian", _with_a_guardian(service))):
        completed = open_form.completed(opened | {"state": {"values": values}}, AtRisk.YES.value, known) or {}
        yield f"{name_of(open_form.completed)}, {variant}, concern, {who}", ("modal", form.for_update(completed))
    confidential = {NAME_CHOICE: {NAME_CHOICE: {"selected_option": {"value": "confidential"}}}}
    completed = open_form.completed(view | {"state": {"values": confidential}}, AtRisk.YES.value, service) or {}
    yield f"{name_of(open_form.completed)}, {variant}, confidential", ("modal", form.for_update(completed))


A_DRAFT = ReportDraft(id=UUID(int=1), person="U0AMARA", saved_at=NOON)


def _with_a_draft(variant: str, view: Payload, service: Service) -> Screens:
    """The form that was saved, the next one, and what is said once the draft is gone on with or gone."""
    old, zone = A_DRAFT.model_copy(update={"saved_at": NOON - timedelta(days=2)}), service.zone
    for when, draft in (("today", A_DRAFT), ("two days ago", old)):
        yield _shown(f"{variant}, {when}", unsent_form.saved, view, draft, zone=zone, now=NOON)
        yield _shown(f"{variant}, {when}", draft_messages.not_sent, draft, service, now=NOON)
    yield _shown(variant, unsent_form.offered, view, [A_DRAFT, old], zone=zone, now=NOON)
    yield _shown(variant, unsent_form.without_offer, unsent_form.saved(view, A_DRAFT, zone=zone, now=NOON))
    for said in (unsent_form.not_needed, unsent_form.thrown_away, unsent_form.cannot_be_read):
        yield _shown("one", said)


def _practised(variant: str, view: Payload, service: Service) -> Screens:
    """The form that was practice, its receipts, and the real form in their place."""
    yield _shown(variant, practice.drawn, view, service)
    at_risk = {STILL_AT_RISK: {STILL_AT_RISK: {"selected_option": {"value": "yes"}}}}
    drawn = practice.drawn(view, service) | {"state": {"values": at_risk}}
    practised = form.for_update(drawn)
    alerted = form.for_update(louder.with_alert(drawn, AtRisk.YES.value, service) or {})
    yield f"{name_of(louder.with_alert)}, {variant}, practice", ("modal", alerted)
    of_team = {"team": service.teams[0].code}
    for words, risk, name_choice, close in (
        ("nobody at risk", AtRisk.NO, NameChoice.CONFIDENTIAL, Sensitivity.ORDINARY),
        ("danger", AtRisk.YES, NameChoice.NAMED, Sensitivity.RESTRICTED),
        ("anonymous concern", AtRisk.NO, NameChoice.ANONYMOUS, Sensitivity.CONCERN),
    ):
        answered = a_draft(still_at_risk=risk, **of_team)
        told: dict[str, Any] = {"answered": answered, "sensitivity": close, "name_choice": name_choice}
        given = practice.receipt(practised, service, **told, now=NOON)
        yield f"{name_of(practice.receipt)}, {variant}, {words}", ("modal", given)
    real = form.for_update(open_form.made_real(given | {"state": {"values": at_risk}}, service))
    yield f"{name_of(open_form.made_real)}, {variant}", ("modal", real)


def _with_a_guardian(service: Service) -> Service:
    guardian = a_person(slack_id="U0GUARD", name="Gwen Hale", roles=frozenset({Role.GUARDIAN}))
    named = {"guardian_name": service.name[:80], "guardian_phone": service.on_call_phone}
    return service.model_copy(update={"people": (*service.people, guardian), **named})


def _direct_messages() -> Screens:
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, messages.copy, a_report(team=service.teams[0].code), service, now=NOON)
        in_danger = a_report(team=service.teams[0].code, still_at_risk=AtRisk.YES)
        yield _shown(f"{variant}, at risk", messages.copy, in_danger, service, now=NOON)
        yield _shown(f"{variant}, all are paused", messages.copy, in_danger, service, silent=True, now=NOON)
    yield _shown("one", thank_you_messages.thanked, UUID(int=1))
    for variant, said, name_choice in (
        ("named", Narrative(text=TYPED), NameChoice.NAMED),
        ("confidential, hostile", Narrative(text=HOSTILE), NameChoice.CONFIDENTIAL),
        ("unreadable", None, NameChoice.ANONYMOUS),
    ):
        found = OpenedThankYou(report=a_report(kind="good_care", name_choice=name_choice), words=said)
        yield _shown(variant, thank_yous.thank_you, found)
    yield _shown("an answer", messages.answer_waits, a_report(), question=False)
    yield _shown("a question", messages.answer_waits, a_report(), question=True)
    yield _shown("without a measure", messages.assigned, [an_action()], _from([an_action()]), now=NOON)
    for variant, change in _changes():
        told = [an_action(change=change, measure=change)]
        yield _shown(variant, messages.assigned, told, _from(told), now=NOON)
        yield _shown(variant, messages.nudge, [an_action(change=change)], others=0, now=NOON)
    many = [an_action(id=UUID(int=number), change=LONGEST_ACTION) for number in range(1, 11)]
    yield _shown("many", messages.nudge, many, others=2, now=NOON)
    yield _shown("many", messages.assigned, many, _from(many), now=NOON)
    yield _shown("two", messages.assigned, many[:2], _from(many), now=NOON)
    chosen = [an_action(planned_on=date(2026, 11, 30))]
    yield _shown("a day chosen", messages.nudge, chosen, others=0, now=NOON)
    yield _shown("which days", messages.nudge, many[:2], others=0, now=NOON)
    hostile = [one.model_copy(update={"change": HOSTILE[:500]}) for one in many]
    yield _shown("many hostile", messages.nudge, hostile, others=0, now=NOON)
    late = [an_action(due_on=date(2026, 11, 19)), an_action(id=UUID(int=3), due_on=date(2026, 11, 23))]
    yield _shown("late", messages.nudge, late[:1], others=0, now=NOON)
    yield _shown("late and in time", messages.nudge, [*late, an_action(id=UUID(int=4))], others=0, now=NOON)
    yield _redrawn("many", messages.nudge(many, others=0, now=NOON), _done(many[0]))
    news = messages.assigned([an_action()], _from([an_action()]), now=NOON)
    for variant, answered_with in _ACTION_ANSWERED.items():
        yield _redrawn(variant, news, an_action(**answered_with))
    asked = action_messages.check_asked(_done(an_action()), "2222-222")
    for variant in ("a new action", "checked", "still open"):
        yield _redrawn(f"a check, {variant}", asked, an_action(**_ACTION_ANSWERED[variant]))
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, messages.nobody_reads_messages, service)


def _from(actions: Sequence[Action]) -> dict[UUID, str]:
    return {action.id: "2222-222" for action in actions}


_ACTION_ANSWERED: dict[str, dict[str, Any]] = {
    "a new action": {"state": ActionState.DONE, "done_at": NOON},
    "done an hour ago": {"state": ActionState.DONE, "done_at": NOON.replace(hour=11)},
    "checked": {"state": ActionState.DONE, "done_at": NOON, "checked_by": "U0SAFETY", "checked_at": NOON},
    "blocked": {"paused": Pause.BLOCKED},
    "not mine": {"paused": Pause.NOT_MINE},
    "a day chosen": {"planned_on": date(2026, 11, 30)},
    "given to somebody else": {"owner": "U0OTHER"},
    "still open": {},
}


def _redrawn(variant: str, message: Message, action: Action) -> tuple[str, tuple[str, Payload]]:
    """The message once this action has its answer."""
    blocks = action_blocks.redrawn(message.blocks, action, reader="U0OWNER", now=NOON)
    return f"{name_of(action_blocks.redrawn)}, {variant}", ("message", {"text": message.text, "blocks": blocks})


LONGEST_LEARNED = ("Bulb bulb bulb bulb. " * (MOST_WORDS // 4))[:LONGEST_WORDS_LEARNED].strip()
LONGEST_WRITTEN = ("Huddle " * 80)[:LONGEST_WORDS_WRITTEN].strip()
LONGEST_TRIED = ("Alarm " * MOST_TRY)[:LONGEST_TRY].strip()


def _bulletins() -> Screens:
    """None, one, many, longest, hostile."""
    nothing, many = Thanks(), Thanks(reports=99_999, in_time=99_998)
    yield _shown("none", bulletin_messages.bulletin, bulletin_words(to_try=None, thanks=nothing))
    yield _shown("one", bulletin_messages.bulletin, bulletin_words(thanks=Thanks(reports=5, service_share=95)))
    yield _shown("many", bulletin_messages.bulletin, bulletin_words(did="Each alarm is tested on Mondays."))
    longest = {"learned": LONGEST_LEARNED, "to_try": LONGEST_TRIED, "thanks": many, "read_within": 10}
    yield _shown(
        "longest", bulletin_messages.bulletin, bulletin_words(team=LONG.teams[0].name, did=LONGEST_TRIED, **longest)
    )
    hostile = {"team": HOSTILE_NAME, "learned": CALLS, "to_try": HOSTILE[:LONGEST_TRY]}
    yield _shown("hostile", bulletin_messages.bulletin, bulletin_words(**hostile))
    everything = bulletin_words(did="Each alarm is tested on Mondays.", became=tuple(BulletinAnswer))
    yield _shown("with answers", bulletin_messages.bulletin, everything)
    for make in (answered_bulletins.thanks, answered_bulletins.again):
        yield _shown("one", make, "4")
    for draw in (answered_bulletins.closed, answered_bulletins.sent, answered_bulletins.full):
        yield _shown("one", draw)
    yield _shown("one", words_form.draw, nonce="n", draft="4")
    draft = a_bulletin_draft()
    message = bulletin_messages.bulletin(bulletin_words())
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        team = service.teams[0]
        yield _shown(variant, bulletin_messages.waits, draft, team, today=NOON.date())
        yield _shown(variant, bulletin_messages.not_sent, draft, team, to_approver=True, today=NOON.date())
        yield _shown(
            f"{variant}, to a lead", bulletin_messages.not_sent, draft, team, to_approver=False, today=NOON.date()
        )
        yield _shown(variant, bulletin_messages.written, draft, team, today=NOON.date())
        waiting = Preview(draft, team, message, NOON, others=True, free=True)
        yield _shown(variant, draft_views.preview, waiting, now=NOON)
    for variant, words in (("one", ["Could the huddle be at seven?"]), ("longest", [LONGEST_WRITTEN] * MOST_WRITTEN)):
        wrote = [WrittenBack(id=UUID(int=1), bulletin=draft.id, words=each) for each in words]
        yield _shown(variant, answered_bulletins.opened, draft, ONE.teams[0], wrote, today=NOON.date())
    wrote = [WrittenBack(id=UUID(int=1), bulletin=draft.id, words=HOSTILE[:500])]
    yield _shown("hostile", answered_bulletins.opened, draft, ODD.teams[0], wrote, today=NOON.date())
    for state in DraftState:
        decided = {"state": state, "decided_by": "U0SAFETY", "posted_at": None}
        of_state = a_bulletin_draft(**decided)
        seen = Preview(of_state, ONE.teams[0], message, NOON, others=False, free=state is not DraftState.DROPPED)
        yield _shown(state, draft_views.preview, seen, now=NOON)
    not_free = Preview(draft, ONE.teams[0], message, NOON, others=True, free=False)
    yield _shown("not free", draft_views.preview, not_free, now=NOON)
    posted = a_bulletin_draft(state=DraftState.APPROVED, posted_at=NOON)
    seen = Preview(posted, ONE.teams[0], message, NOON, others=False, free=True)
    yield _shown("posted", draft_views.preview, seen, now=NOON)


def _consents() -> Screens:
    """What a reporter reads of what was learned, before others do."""
    asked, until, today = Consent(point=UUID(int=3), report=UUID(int=1), until_at=NOON), NOON.date(), NOON.date()
    for answer in (None, *ConsentAnswer):
        changed = asked.model_copy(update={"answer": answer})
        named = {"told": False, "until": until, "today": today}
        yield _shown(answer or "asked", consent_views.words, a_point(), changed, **named)
    hostile = a_point(words=CALLS, to_try=None)
    yield _shown("told", consent_views.words, hostile, asked, told=True, until=until, today=today)
    yield _shown("one", bulletin_messages.words_asked, a_report(), asked.point, until=until, today=today)
    anonymous = {"by": "U0BOTH", "now": NOON, "from_anonymous": True}
    yield _shown("from an anonymous report", points.opened, a_point(), ONE, **anonymous)


def _bulletin_boards() -> Screens:
    """None, one, a pause, many teams, hostile."""
    message, now = bulletin_messages.bulletin(bulletin_words()), NOON
    waiting = a_bulletin_draft()
    posted = a_bulletin_draft(state=DraftState.APPROVED, posted_at=NOON, decided_by="U0SAFETY")
    none: dict[str, Any] = {"past": [], "draft": None, "posts_at": NOON, "drafts_at": NOON}
    paused = ONE.teams[0].model_copy(update={"schedule": Schedule(weekday=4, paused_until=date(2026, 12, 21))})
    ended = ONE.teams[0].model_copy(update={"schedule": Schedule(paused_until=date(2026, 11, 2))})
    yield _shown("none", bulletin_board.board, Board(ONE.teams[0], **none), others=ONE.teams[:1], now=now)
    full = Board(LONG.teams[0], [(posted, message)] * 4, (waiting, message), NOON, NOON)
    yield _shown("full", bulletin_board.board, full, others=LONG.teams, now=now)
    for variant, team in (("paused", paused), ("ended", ended), ("hostile", ODD.teams[0])):
        approved = Board(team, [(waiting, message)], (posted, message), NOON, NOON)
        yield _shown(variant, bulletin_board.board, approved, others=[team], now=now)
        yield _shown(variant, bulletin_board.changed, team, posts_at=NOON, now=now)
        yield _shown(variant, schedule_form.draw, ODD, team)
    late = ONE.teams[0].model_copy(update={"schedule": Schedule(weekday=4, local_time=time(15, 30))})
    yield _shown("late on Friday", schedule_form.draw, ONE, late)


def _huddles() -> Screens:
    """Without and with something to try, longest, hostile."""
    hostile = {"learned": HOSTILE[:LONGEST_WORDS_LEARNED], "to_try": HOSTILE[:LONGEST_TRY]}
    for variant, service, words in (
        ("one", ONE, {"to_try": None}),
        ("to try", ONE, {"to_try": "Test each alarm on Mondays."}),
        ("longest", LONG, {"learned": LONGEST_LEARNED, "to_try": LONGEST_TRIED}),
        ("hostile", ODD, hostile),
    ):
        approved = bulletin_messages.bulletin(bulletin_words(**words))
        yield _shown(variant, bulletin_messages.huddle, approved, service.teams[0], UUID(int=4))


def _digests() -> Screens:
    """One, many with silent teams, silent teams alone, hostile; and how it is changed."""
    most = dict.fromkeys(DigestCounts.model_fields, MOST_COUNTED)
    for variant, service, told in (
        ("one", ONE, Digest(counts=DigestCounts(came=1, waiting=1, ageing=1, late_actions=1, duties=1))),
        ("many", LONG, Digest(counts=DigestCounts(**most), silent=tuple(team.name for team in LONG.teams))),
        ("silent", ONE, Digest(counts=DigestCounts(), silent=(ONE.teams[0].name,))),
        ("hostile", ODD, Digest(counts=DigestCounts(came=2), silent=tuple(team.name for team in ODD.teams))),
    ):
        yield _shown(variant, digest_messages.digest, told, service, next_at=NOON, now=NOON)
    for variant, schedule in (("usual", USUAL_DIGEST), ("late on Friday", Schedule(weekday=4, local_time=time(16)))):
        yield _shown(variant, digest_form.draw, ONE, schedule, next_at=NOON, now=NOON)
    yield _shown("one", digest_schedule.changed, ONE, next_at=NOON, now=NOON)
    yield _shown("with a digest", home.home, HomeContent([], [], ONE, 0, NOON, digest_at=NOON))


def _learning_points() -> Screens:
    found = [Hint(words=HOSTILE_NAME, reason=reason) for reason in hint_views.WHY]
    yield _shown("one", learning_form.draw, ONE, NOON, nonce="n")
    for variant, service in (("longest", LONG), ("hostile", ODD)):
        given = {"words": LONGEST_LEARNED, "to_try": LONGEST_TRIED, "teams": {service.teams[0].code}}
        yield _shown(variant, learning_form.draw, service, NOON, nonce="n", given=given, found=found)
        words = {"words": HOSTILE[:LONGEST_WORDS_LEARNED], "to_try": HOSTILE[:LONGEST_TRY]}
        teams = frozenset(team.code for team in service.teams)
        point = a_point(**words, teams=teams)
        yield _shown(variant, points.opened, point, service, by="U0BOTH", now=NOON)
    yield _shown(
        "every hint", learning_form.draw, ONE, NOON, nonce="n", given={}, found=found[hint_views.MOST_SHOWN :]
    )
    yield _shown("own", points.opened, a_point(), ONE, by="U0SAFETY", now=NOON)
    yield _shown("one", points.opened, a_point(), ONE, by="U0BOTH", now=NOON)
    approved = a_point(state=PointState.APPROVED, approved_by="U0BOTH", approved_at=NOON)
    back = a_point(state=PointState.SENT_BACK, sent_back_by="U0BOTH")
    yield _shown("approved", points.opened, approved, ONE, by="U0SAFETY", now=NOON)
    yield _shown("own, sent back", points.opened, back, ONE, by="U0SAFETY", now=NOON)
    yield _shown("sent back", points.opened, back, ONE, by="U0BOTH", now=NOON)
    yield _shown("one", points.sent)
    yield _shown("approved", points.decided, approved)
    yield _shown("sent back", points.decided, back)
    yield from _homes_with_learning()


def _homes_with_learning() -> Screens:
    back = a_point(state=PointState.SENT_BACK, sent_back_by="U0BOTH")
    few = LearningOverview(waiting=(a_point(),) * 2, sent_back=(back,) * 2, drafts=(a_bulletin_draft(),) * 2)
    skipped = tuple(team.name for team in ONE.teams)
    yield _shown("learning, none", home.home, HomeContent([], [], ONE, 0, NOON, learning=LearningOverview()))
    for variant, learning in (("few", few.model_copy(update={"skipped": skipped})), ("many", _much_to_decide())):
        yield _shown(f"learning, {variant}", home.home, HomeContent([], [], ONE, 0, NOON, learning=learning))
    gone = LearningOverview(drafts=(a_bulletin_draft(team="gone"),))
    yield _shown("learning, nothing skipped", home.home, HomeContent([], [], ONE, 0, NOON, learning=gone))


def _much_to_decide() -> LearningOverview:
    return LearningOverview(
        waiting=(a_point(),) * 7,
        drafts=(a_bulletin_draft(),) * 5,
        skipped=tuple(team.name for team in LONG.teams),
    )


def _morning_lines() -> Screens:
    for variant, counts in (
        ("one", QueueCounts(new=12, in_danger=1, waiting=3, late_actions=4, duties=2)),
        ("none new", QueueCounts(late_actions=1, duties=1)),
        ("many", QueueCounts(new=MOST_COUNTED, in_danger=1, waiting=MOST_COUNTED, late_actions=MOST_COUNTED)),
    ):
        yield _shown(variant, messages.morning_line, counts, ONE)


def _figures_and_papers() -> Screens:
    for variant, facts in (("none", Facts()), ("one", two_years(3)), ("many", two_years(60))):
        found = figures(facts, NOVEMBER, read_within=1)
        yield _shown(variant, figure_screens.modal, NOVEMBER, found, _felt(variant), today=NOON.date())
        yield _shown(f"{variant}, numbers", home.home, HomeContent([], [], ONE, 0, NOON, figures=found))
        evidence = evidence_of(
            facts, AUTUMN, service=ONE, audience=Audience.GOVERNANCE, first_report_on=date(2026, 1, 1)
        )
        yield _shown(variant, paper_screens.first_page, evidence)
    for variant, service, forum in (
        ("one", ONE, QUALITY),
        ("longest", LONG, QUALITY.model_copy(update={"name": "F" * 60})),
        ("hostile", ODD, QUALITY.model_copy(update={"name": HOSTILE_NAME})),
    ):
        yield _shown(variant, paper_messages.to_sign, forum, date(2026, 11, 1))
        yield _shown(variant, paper_messages.for_the_forum, forum, date(2026, 11, 1), service)
        yield _shown(variant, sign_form.draw, forum, PaperName(forum.code, date(2026, 11, 1)))
        yield _shown(variant, forum_papers.signed, forum, date(2026, 11, 1))
        note = help_screen.figures_are_not_for_you("/incident")
        drawn = report_form.draw(service, nonce="nonce", team=None, text="figures", now=NOON, note=note)
        yield f"{name_of(report_form.draw)}, {variant}, a word that is not for them", ("modal", drawn)


def _felt(variant: str) -> dict[date, Counts]:
    """Of a quarter with five answers, and of one with many."""
    yes = {"none": 0, "one": 4, "many": 20}[variant]
    why: dict[str, int] = {reason: (yes - place if place < 2 else 0) for place, reason in enumerate(WhyAnonymous)}
    said = {YES: yes, NO: {0: 0, 4: 1, 20: 10}[yes]}
    counts: Counts = {
        Question.USEFUL: said,
        Question.AGAIN: dict.fromkeys((YES, NO), yes),
        Question.WHY_ANONYMOUS: why,
    }
    return {date(2026, 10, 1): counts} if yes else {}


def _papers_on_their_way() -> Screens:
    paper = PaperName("quality", date(2026, 11, 1))
    for variant, still_open in (("none", []), ("one", _open_decisions(1)), ("many", _open_decisions(MOST_OPEN))):
        yield _shown(variant, decision_form.draw, paper, still_open, nonce="nonce")
    [asked] = _open_decisions(1)
    yield _shown("asked", forum_papers.decision_saved, asked)
    yield _shown("taken", forum_papers.decision_saved, asked.model_copy(update={"taken": "Yes"}))
    yield _shown("one", forum_papers.signed_before, NOON, ONE.zone, now=NOON)
    for draw in (forum_papers.making, forum_papers.sent, forum_papers.not_sent, forum_papers.not_made):
        yield _shown("one", draw, NOVEMBER)
    yield _shown("one", forum_papers.sending)


def _open_decisions(count: int) -> list[ForumDecision]:
    return [
        ForumDecision(
            id=UUID(int=number),
            forum="quality",
            month=date(2026, 11, 1),
            asked=HOSTILE[:300] if count == 1 else "Whether each ward gets a second alarm",
            entered_by="U0SAFETY",
            entered_at=NOON,
        )
        for number in range(count)
    ]


def _openings() -> Screens:
    yield _shown("one", blocks.loading)
    for variant, content, service in _incidents():
        yield _shown(variant, opened.incident, content, service, now=NOON)
        if variant in ("longest", "hostile"):
            with_duties = replace(content, duties=_duties())
            yield _shown(f"{variant}, with duties", opened.incident, with_duties, service, now=NOON)
    decided = {"incident": _decided(a_decision_form()), "reason": "It may happen again"}
    yield _shown("duties", opened.incident, _incident(**decided, duties=_duties()[:5]), ONE, now=NOON)
    reader = {**decided, "acts": frozenset({Act.READ_WORDS}), "duties": _duties()[:2]}
    yield _shown("duties, read only", opened.incident, _incident(**reader), ONE, now=NOON)


def _incidents() -> Iterator[tuple[str, IncidentContent, Service]]:
    one = a_report()
    yield "new", _incident(), ONE
    yield "by somebody who may only read", _incident(acts=frozenset({Act.READ_WORDS})), ONE
    taken = an_incident(state=IncidentState.TAKEN, taken_by="U0SAFETY", taken_at=NOON)
    written = [(an_entry(id=UUID(int=number), kind=kind), _words_of(kind)) for number, kind in enumerate(EntryKind)]
    yield "taken, with all that can be written", _incident(incident=taken, conversation=written[:8]), ONE
    yield "taken, lifted", _incident(incident=taken, conversation=written[8:]), ONE
    decided = _decided(a_decision_form(), unanswered=1)
    its_actions = [an_action(), _done(an_action(checked_by="U0SAFETY", checked_at=NOON))]
    yield "decided", _incident(incident=decided, reason="It may happen again", actions=its_actions), ONE
    left = [(an_entry(kind=EntryKind.NO_ANSWER, author=BOT), None)]
    yield "reporter has left", _incident(incident=an_incident(unanswered=0), conversation=left), ONE
    alone = a_decision_form(response=LearningResponse.NO_FURTHER_RESPONSE, lead=None, due_on=None)
    answered = [(an_entry(kind=EntryKind.ANSWER), EntryWords(text="We mended it"))]
    yield "answered", _incident(incident=_decided(alone), reason="It was safe", conversation=answered), ONE
    closed = steps.close(_decided(alone), in_danger=False, by="U0SAFETY", now=NOON)
    yield "closed", _incident(incident=closed, reason="It was safe", conversation=answered), ONE
    nobody = [[(a_report(name_choice=NameChoice.ANONYMOUS, reporter="anonymous"), Narrative(text=TYPED))]]
    yield "anonymous", _incident(reports=nobody), ONE
    hidden = [[(a_report(name_choice=NameChoice.CONFIDENTIAL), Narrative(text=TYPED))]]
    yield "confidential", _incident(reports=hidden), ONE
    yield "confidential, for somebody who may not look", _incident(reports=hidden, acts=frozenset(_TRIAGERS)), ONE
    looked = [(an_entry(kind=EntryKind.NAME_LOOKED_UP), EntryWords(text="They were hurt"))]
    held_by_them = a_danger(state=DangerState.HELD, holder="U0ONCALL", taken_at=NOON, next_at=None)
    of_holder = frozenset(act for act in Act if Standing.HOLDER in TABLE[Sensitivity.ORDINARY][act])
    yield (
        "confidential, for whoever has the danger",
        _incident(reports=hidden, acts=of_holder, danger=held_by_them),
        ONE,
    )
    yield "confidential, looked up", _incident(reports=hidden, conversation=looked), ONE
    yield "in danger", _incident(danger=a_danger()), ONE
    held = a_danger(state=DangerState.HELD, holder="U0ONCALL", taken_at=NOON, next_at=None)
    yield "in danger, held", _incident(danger=held), ONE
    ended = {"state": DangerState.ENDED, "ended_by": "U0ONCALL", "ended_at": NOON, "ended_how": Ended.SAFE}
    over = a_danger(next_at=None, **ended)
    yield "danger over", _incident(danger=over, danger_words=Narrative(text="She is with a nurse")), ONE
    restricted = steps.restrict(an_incident(unanswered=2))
    two = [[(one, Narrative(text=TYPED))], [(a_report(id=UUID(int=2)), None)]]
    yield "restricted, with two reports", _incident(incident=restricted, reports=two), ONE
    again = [(one, Narrative(text=f"{TYPED} {number}")) for number in range(12)]
    yield "many", _incident(reports=[again], actions=_actions(12, change="Test it")), ONE
    long = a_report(team=LONG.teams[0].code, kind="restrictive_practice")
    longest = [[(long, Narrative(text=LONGEST_TEXT))] * 12] * MOST_REPORTS
    entries = [(an_entry(id=UUID(int=number)), EntryWords(text=LONGEST_TEXT[:3000])) for number in range(20)]
    much = _incident(
        incident=steps.restrict(_decided(a_decision_form(category="medication_monitoring"), unanswered=99)),
        reports=longest,
        others=_reports(30),
        conversation=entries,
        actions=_actions(12, change=LONGEST_ACTION),
        reason=LONGEST_TEXT[:2000],
        danger=a_danger(next_at=None, team=LONG.teams[0].code, **ended),
        danger_words=Narrative(text=LONGEST_TEXT[:3000]),
    )
    yield "longest", much, LONG
    hostile = _incident(
        incident=_decided(a_decision_form()),
        reports=[[(one, Narrative(text=HOSTILE + HOSTILE))]],
        conversation=[(an_entry(), EntryWords(text=HOSTILE))],
        actions=_actions(2, change=HOSTILE[:500]),
        reason=HOSTILE[:2000],
    )
    yield "hostile", hostile, ODD


def _incident(**changes: Any) -> IncidentContent:
    facts = {
        "incident": an_incident(),
        "reports": [[(a_report(), Narrative(text=TYPED))]],
        "others": [],
        "conversation": [],
        "actions": [],
        "reason": None,
        "acts": frozenset(Act),
    }
    return IncidentContent(**{**facts, **changes})


def _duties() -> list[IncidentDuty]:
    """All that there are: more than any decision suggests at a time."""
    said = {"verdict": Verdict.APPLIES, "decided_by": "U0SAFETY", "decided_at": NOON}
    verdicts: dict[str, dict[str, Any]] = {
        "candour_in_person": said,
        "candour_in_writing": said | {"verdict": Verdict.DONE},
        "cqc_death": said | {"verdict": Verdict.NOT_HERE},
    }
    due = {"riddor_serious": NOON.date() - timedelta(days=1), "riddor_over_7_days": NOON.date() + timedelta(days=4)}
    codes = [duty.code for duty in DUTIES] + ["of_a_newer_version"]
    return [
        IncidentDuty(incident_id=UUID(int=1), code=code, due_on=due.get(code), **verdicts.get(code, {}))
        for code in codes
    ]


def _decided(form: DecisionForm, *, unanswered: int = 0) -> Incident:
    return steps.decide(an_incident(unanswered=unanswered), form, seen=None, by="U0SAFETY", now=NOON)


def _words_of(kind: EntryKind) -> EntryWords | None:
    return None if kind in (EntryKind.SAFE_NOW, EntryKind.IT_HELPED) else EntryWords(text=f"About the door: {kind}")


def _incident_forms() -> Screens:
    yield _shown(
        "one", decide_form.draw, ONE, about=ToDecide(an_incident(), None, HarmSaid()), nonce="nonce", now=NOON
    )
    for variant, reason in (("again", "It may happen again"), ("hostile", HOSTILE[:2000])):
        before = _decided(a_decision_form())
        yield _shown(
            variant, decide_form.draw, ONE, about=ToDecide(before, reason, HarmSaid()), nonce="nonce", now=NOON
        )
    for module in (ask_form, answer_form, look_up_form):
        yield _shown("one", module.draw, report_id=str(UUID(int=1)), nonce="nonce")
    names = ["Mr Smith", CALLS]
    typed = {"answer": "own_words", "words": HOSTILE[:2500]}
    again: dict[str, Any] = {"report_id": str(UUID(int=1)), "nonce": "nonce", "found": names}
    yield _shown("names in it, hostile", ask_form.draw, question=HOSTILE, **again)
    yield _shown("names in it, hostile", answer_form.draw, given=typed, **again)
    for module in (hand_over_form, same_as_form, lift_form):
        yield _shown("one", module.draw, incident_id=str(UUID(int=1)), nonce="nonce")
    for variant, content, _ in _incidents():
        if variant in ("new", "longest", "hostile"):
            yield _shown(variant, redact_form.draw, content, nonce="nonce")


def _incident_saved() -> Screens:
    alone = a_decision_form(response=LearningResponse.NO_FURTHER_RESPONSE, lead=None, due_on=None)
    for variant, decided, unanswered in (("one", a_decision_form(), 1), ("no further response", alone, 0)):
        yield _shown(variant, saved_screens.decided, decided, ONE, unanswered=unanswered, now=NOON)
    yield _shown("one", saved_screens.asked)
    yield _shown("one", saved_screens.answered, EntryKind.ANSWER)
    yield _shown("no answer", saved_screens.answered, EntryKind.NO_ANSWER)
    yield _shown("one", saved_screens.reporter_left)
    yield _shown("one", saved_screens.handed_over, "U0BOTH")
    yield _shown("one", saved_screens.merged, an_incident())
    yield _shown("one", saved_screens.lifted)
    yield _shown("one", saved_screens.looked_up, "U0AMARA")
    yield _shown("one", saved_screens.redacted, 1)
    yield _shown("many", saved_screens.redacted, 4)


def _claims() -> Screens:
    """What somebody anonymous sees: the code, and their report."""
    code = " ".join([max(WORDS, key=len)] * 6)
    for variant, at_risk, amended in (
        ("one", AtRisk.NO, False),
        ("danger", AtRisk.YES, False),
        ("amended", AtRisk.NO, True),
    ):
        sent = a_report(still_at_risk=at_risk, name_choice=NameChoice.ANONYMOUS, reporter="anonymous")
        yield _shown(variant, claim.receipt, sent, ONE, claim=claim.Claim(code, "nonce"), amended=amended)
    yield _shown("one", claim.code_again, code, "nonce")
    for make in (claim.is_written_down, claim.enter_again):
        yield _shown("one", make)
    for variant, at_once in (("one", False), ("danger", True)):
        yield _shown(variant, claim.written, at_once=at_once, service=ONE)
    yield _shown("one", claim_code_form.draw, nonce="nonce")
    yield _shown("wrong code", claim_code_form.draw, nonce="nonce", above=claim.leads_nowhere())
    yield _shown("one", written_down_form.draw, nonce="nonce")
    hidden = a_report(name_choice=NameChoice.ANONYMOUS, reporter="anonymous")
    danger = a_report(still_at_risk=AtRisk.YES, name_choice=NameChoice.ANONYMOUS, reporter="anonymous")
    for variant, found in (
        ("none", _mine()),
        ("answered", dataclasses.replace(_mine(*_ANSWERED, report=hidden), opinions_given={Question.USEFUL})),
        ("at risk", _mine(report=danger)),
        ("at risk no more", _mine((EntryKind.SAFE_NOW, TYPED), report=danger)),
    ):
        blocks = claim.report(found, ONE, now=NOON)
        offered = [kind for kind in MAY_WRITE if kind in found.may_write]
        yield _shown(variant, claim_thread_form.draw, blocks, offered, nonce="nonce", given="pass")


def _own_reports() -> Screens:
    """A report as its own reporter sees it."""
    yield _shown("none", my_report.my_report, _mine(), ONE, now=NOON)
    yield _shown("one", my_report.my_report, _mine(*_ANSWERED), ONE, now=NOON)
    asked = [(EntryKind.QUESTION, TYPED)]
    yield _shown("asked", my_report.my_report, _mine(*asked), ONE, now=NOON)
    given = dataclasses.replace(_mine(*_ANSWERED), opinions_given={Question.USEFUL, Question.AGAIN})
    yield _shown("opinions given", my_report.my_report, given, ONE, now=NOON)
    helped = [*_ANSWERED, (EntryKind.IT_HELPED, None)]
    yield _shown("it helped", my_report.my_report, _mine(*helped), ONE, now=NOON)
    for variant, said in (("at risk", []), ("at risk no more", [(EntryKind.SAFE_NOW, None)])):
        found = _mine(*said, report=a_report(still_at_risk=AtRisk.YES))
        yield _shown(variant, my_report.my_report, found, ONE, now=NOON)
    long_ago = _mine(report=a_report(reported_at=NOON - timedelta(days=9)))
    yield _shown("waits too long", my_report.my_report, long_ago, ONE, now=NOON)
    hurt = {"hurt": Hurt.YES, "physical_harm": PhysicalHarm.LOW, "psychological_harm": PsychologicalHarm.MODERATE}
    poor = a_report(type=ReportType.POOR_OUTCOME, **hurt)
    yield _shown("poor outcome, harm", my_report.my_report, _mine(report=poor), ONE, now=NOON)
    yield _shown("read", my_report.my_report, _mine((EntryKind.ADDITION, TYPED), closed=False), ONE, now=NOON)
    yield _shown("answered", my_report.my_report, _mine(*_ANSWERED, closed=False), ONE, now=NOON)
    taken_back = [(EntryKind.WITHDRAWAL, TYPED)]
    yield _shown("taken back", my_report.my_report, _mine(*taken_back), ONE, now=NOON)
    restricted = _mine(*_ANSWERED, sensitivity=Sensitivity.RESTRICTED, report=a_report(kind="abuse"))
    yield _shown("restricted", my_report.my_report, restricted, ONE, now=NOON)
    yield _shown("unreadable", my_report.my_report, _mine(*asked, words=None), ONE, now=NOON)
    yield _shown("many", my_report.my_report, _mine(*[(EntryKind.ADDITION, TYPED)] * 30), ONE, now=NOON)
    for variant, service, text in (("longest", LONG, LONGEST_TEXT[:LONGEST]), ("hostile", ODD, HOSTILE)):
        everything = [(kind, text) for kind in sorted(BY_REPORTER | FOR_REPORTER)] * 4
        report = a_report(team=service.teams[0].code, kind="restrictive_practice", still_at_risk=AtRisk.YES)
        yield _shown(variant, my_report.my_report, _mine(*everything, report=report, words=text), service, now=NOON)


_ANSWERED = [
    (EntryKind.ADDITION, TYPED),
    (EntryKind.QUESTION, "Which door was it?"),
    (EntryKind.REPLY, "The east door."),
    (EntryKind.ANSWER, "The alarm is mended."),
]


def _mine(
    *written: tuple[EntryKind, str | None],
    report: Report | None = None,
    words: str | None = TYPED,
    sensitivity: Sensitivity = Sensitivity.ORDINARY,
    closed: bool = True,
) -> MyReport:
    """Sent twice at eight. If anything was written: read, taken, decided and closed, with an entry each minute."""
    report, eight = report or a_report(), NOON - timedelta(hours=4)
    entries = [
        Entry(id=UUID(int=n), report_id=report.id, kind=kind, author=_author(kind), at=NOON + timedelta(minutes=n))
        for n, (kind, _text) in enumerate(written)
    ]
    moved = {"taken_by": "U0SAFETY", "taken_at": eight, "decision": a_decision()} if written else {}
    moved |= {"closed_at": NOON} if written and closed else {}
    incident = an_incident(sensitivity=sensitivity, **moved)
    narrative = Narrative(text=words * 2) if words else None
    openings = [Opening(person=each, at=NOON) for each in ("U0SAFETY", "U0BOTH", "U0ONCALL", "U0GONE") if written]
    return MyReport(
        versions=[report, report],
        narratives=[narrative, narrative],
        sent_at=[eight, eight],
        entries=entries,
        words={entry.id: _entry_words(text) for entry, (_kind, text) in zip(entries, written, strict=True)},
        time_line=time_line(
            incident,
            sent_at=[eight, eight],
            read_at=eight if written else None,
            agreed_at=[NOON] if written else [],
            entries=entries,
        ),
        reading=who_read(openings, ONE, zone=ONE.zone, named={"U0SAFETY"}, sensitivity=sensitivity),
        may_write=may_write(entries, at_risk_since=eight if report.still_at_risk.urgent else None),
        in_danger=report.still_at_risk.urgent,
    )


def _author(kind: EntryKind) -> str:
    return "U0AMARA" if kind in BY_REPORTER else "U0SAFETY"


def _entry_words(text: str | None) -> EntryWords | None:
    return EntryWords(text=text) if text else None


def _written_by_reporters() -> Screens:
    for draw in (add_form.draw, take_back_form.draw, reply_form.draw):
        for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
            yield _shown(variant, draw, service, nonce="nonce", report_id=str(UUID(int=1)))
    for make in (own_entries.added, own_entries.replied, own_entries.taken_back):
        yield _shown("one", make)
    for wrote in Wrote:
        yield _shown(wrote.value, messages.reporter_wrote, a_report(), wrote.value)


def _receipts() -> Screens:
    yield _shown("one", receipt.thanks, a_report(), ONE, amended=False, now=NOON)
    yield _shown("amended", receipt.thanks, a_report(), ONE, amended=True, now=NOON)
    for kept in sorted(CONCERNS):
        hidden = a_report(name_choice=NameChoice.CONFIDENTIAL)
        yield _shown(kept, receipt.thanks, hidden, ONE, sensitivity=kept, amended=False, now=NOON)
    for variant, service in (("at risk", ONE), ("longest", LONG), ("hostile", ODD)):
        one = a_report(still_at_risk=AtRisk.NOT_SURE, team=service.teams[0].code)
        yield _shown(variant, receipt.thanks, one, service, amended=False, now=NOON)
        ago = one.model_copy(update={"happened_at": utc("2026-11-22 08:00")})
        yield _shown(f"{variant}, long ago", receipt.thanks, ago, service, amended=False, now=NOON)


def _answers() -> Screens:
    on_christmas_day = an_action(due_on=date(2026, 12, 25))
    for variant, action in (("one", an_action()), ("due on a bank holiday", on_christmas_day)):
        yield _shown(variant, action_blocks.agreed, action, now=NOON)
        yield _shown(variant, action_blocks.moved, action, now=NOON)
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, help_screen.help_screen, service, command="/incident")


def _rota() -> Screens:
    sent = AlertTest(id=UUID(int=1), month="2026-11", sent_at=NOON, asked="U0ONCALL")
    seen = sent.model_copy(update={"seen_by": "U0ONCALL", "seen_at": NOON})
    for variant, service in (("one", ONE), ("hostile", ODD)):
        for what, test in (("asked", sent), ("seen", seen)):
            yield _shown(f"{variant}, {what}", alert_test_messages.asked, test, service)
            content = HomeContent([], [], service, 0, NOON, alert_test=test)
            yield _shown(f"{variant}, test alert {what}", home.home, content)
    late = HomeContent([], [], ONE, 0, NOON + timedelta(hours=1), alert_test=sent)
    yield _shown("one, test alert not answered", home.home, late)
    yield _shown("one", glass_form.draw, report_id=str(UUID(int=1)), nonce="nonce")
    for stage in Stage:
        yield _shown(stage.value, support_messages.asked, UUID(int=1), "2222-222", stage, ONE)
    yield _shown("hostile", support_messages.asked, UUID(int=1), "2222-222", Stage.FIRST, ODD)
    yield _shown("one", saved_screens.support_offered)
    yield _shown("one", saved_screens.support_done)
    yield _shown("one", refusals.not_asked_about_support)
    yield _shown("one", access_messages.handed_over, UUID(int=1), "2222-222")
    yield _shown("one", access_messages.glass_broken, "2222-222", "U0ONCALL", ONE, at=NOON, now=NOON)
    yield _shown("hostile", access_messages.glass_broken, "2222-222", "U0ONCALL", ODD, at=NOON, now=NOON)
    for variant, service in (("one", ONE), ("hostile", ODD)):
        looked = a_report(name_choice=NameChoice.CONFIDENTIAL), "U0ONCALL", service
        yield _shown(variant, access_messages.your_name_looked_up, *looked, at=NOON, now=NOON)
        yield _shown(variant, access_messages.name_looked_up, *looked, at=NOON, now=NOON)
        about = a_report(name_choice=NameChoice.CONFIDENTIAL), UUID(int=2), "U0ONCALL", service
        yield _shown(variant, access_messages.was_it_right, *about, at=NOON, now=NOON + timedelta(days=1))
        yield _shown(variant, access_messages.phone_us, "2222-222", service.phone_of(service.teams[0].code))
        yield _shown(variant, saved_screens.asked_to_phone, service.phone_of(service.teams[0].code))
    yield _shown("one", saved_screens.look_up_reviewed)
    yield _shown("one", refusals.only_a_second_person)
    nobody_after = OnCall("U0ONCALL", until=None, following=None)
    until = OnCall("U0ONCALL", until=NOON, following="U0BOTH", offered_to="U0BOTH")
    shift = KnownShift(id=UUID(int=1), person="U0ONCALL", starts_at=NOON, ends_at=NOON)
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        for who, on_call in (("first on the list", nobody_after), ("until", until)):
            content = HomeContent([], [], service, 0, NOON, person="U0ONCALL", on_call=on_call)
            yield _shown(f"{variant}, {who}", home.home, content)
            yield _shown(f"{variant}, {who}", rota_screens.now_on_call, on_call, service)
        other = HomeContent([], [], service, 0, NOON, person="U0BOTH", on_call=until)
        yield _shown(f"{variant}, another is on call", home.home, other)
        yield _shown(variant, rota_screens.asked, until, service)
        yield _shown(variant, rota_screens.declined, until, service)
        yield _shown(variant, rota_screens.not_on_the_rota, service)
        yield _shown(variant, until_form.draw, service, nonce="nonce", now=NOON)
        yield _shown(variant, rota_messages.offered, shift, service)
        yield _shown(variant, rota_messages.taken, shift, service)
        yield _shown(variant, rota_messages.declined, "U0BOTH", service)
    yield _shown("one", rota_messages.answered, "*Owen Pryce stays on call,* and has been told.")
    yield _shown("one", offer_form.draw, nonce="nonce")
    for reason in RotaReason:
        yield _shown(reason.value, rota_screens.refused, reason)


def _refusals() -> Screens:
    for make in public_functions(refusals):
        if make in SAID_ALONE or make.__annotations__["return"] is not str:
            yield from _by_phone(make)


def beside_a_field() -> dict[str, str]:
    """What is said beside a field of a form, in plain text."""
    return {
        name: screen["text"]
        for make in public_functions(refusals)
        if make not in SAID_ALONE and make.__annotations__["return"] is str
        for name, (_, screen) in _by_phone(make)
    }


def _by_phone(make: Callable[..., Any]) -> Screens:
    if "act" in make.__annotations__:
        for act in (Act.READ_WORDS, Act.READ_OWN_REPORT, Act.WRITE_TO_OWN_REPORT, Act.APPROVE_BULLETIN):
            yield _shown(act.value, make, act)
        return
    if "report_id" in make.__annotations__:
        yield _shown("one", make, str(UUID(int=1)))
        return
    if "words" in make.__annotations__:
        yield _shown("one", make, refusals.not_saved(ONE.on_call_phone))
        return
    if "phone" not in make.__annotations__:
        yield _shown("one", make)
        return
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, make, service.on_call_phone)


def public_functions(module: ModuleType) -> list[Callable[..., Any]]:
    """The functions that a module of views defines for others."""
    return [
        made
        for name, made in vars(module).items()
        if callable(made) and not name.startswith("_") and getattr(made, "__module__", "") == module.__name__
    ]


SCREENS = screens()
BESIDE_A_FIELD = beside_a_field()
