"""Every modal, message and Home that the bot can show, made of fixed invented values.

None, one, many, the longest and the most hostile: what tests look at without clicking through a workspace.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

from bot.domain.actions.action import LONGEST_WORDS, Action, ActionState
from bot.domain.bulletins.edition import Figures
from bot.domain.incidents import steps
from bot.domain.incidents.conversation import BOT, BY_REPORTER, FOR_REPORTER, Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import DecisionForm, Incident, IncidentState, LearningResponse
from bot.domain.incidents.own_report import Milestone, MyReport, OwnReport, may_write
from bot.domain.incidents.time_line import time_line
from bot.domain.incidents.who_read import Opening, who_read
from bot.domain.reports.claim_words import WORDS
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import AtRisk, Progress, Report
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import TABLE, Act, Standing
from bot.domain.service.service import Role, Service
from bot.usecases.incidents.by_claim_code import MAY_WRITE
from bot.usecases.incidents.open_incident import MOST_REPORTS
from bot.usecases.incidents.queue_card import REPORTS_ON_ONE_CARD
from bot.usecases.outgoing import Wrote
from bot.views import help_screen
from bot.views.home import home
from bot.views.home.content import HomeContent
from bot.views.incidents import opened, saved_screens
from bot.views.incidents.content import IncidentContent
from bot.views.kit import blocks, refusals
from bot.views.kit.blocks import Message
from bot.views.reports import claim, my_report, own_entries, receipt
from bot.views.shared import action_blocks, messages, reporter_wrote
from handlers.actions import action_form, move_date_form
from handlers.bolt.payloads import MessagePlace
from handlers.incidents import (
    answer_form,
    ask_form,
    decide_form,
    hand_over_form,
    lift_form,
    look_up_form,
    redact_form,
    same_as_form,
)
from handlers.reports import (
    add_form,
    claim_code_form,
    claim_thread_form,
    reply_form,
    report_form,
    take_back_form,
    written_down_form,
)
from tests.domain.examples import (
    AMARA,
    ELM,
    NOON,
    SAFETY,
    a_decision,
    a_decision_form,
    a_person,
    a_report,
    a_service,
    a_team,
    an_action,
    an_edition,
    an_entry,
    an_incident,
)

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
        _dialogs, _homes, _cards, _cards_for_several, _direct_messages, _bulletins, _openings, _incident_forms,
        _incident_saved, _receipts, _answers, _refusals, _own_reports,
        _written_by_reporters, _claims,
    )  # fmt: skip
    return dict(screen for make in makers for screen in make())


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
    yield _shown("one", action_form.draw, nonce="nonce", report_id=str(UUID(int=1)))
    for variant, change in _changes():
        message = MessagePlace("D0OWNER", "1795521600.000100")
        yield _shown(variant, move_date_form.draw, action=an_action(change=change), message=message)


def _changes() -> tuple[tuple[str, str], ...]:
    return ("one", "Test the door alarm each Monday"), ("longest", LONGEST_ACTION), ("hostile", HOSTILE[:500])


def _homes() -> Screens:
    yield _shown("none", home.home, HomeContent([], [], ONE, 0, NOON))
    yield _shown("one", home.home, HomeContent([_own()], [an_action(measure="Alarms that work")], ONE, 0, NOON))
    yield _shown("many", home.home, HomeContent(_own_list(11), _actions(11, change="Test it"), ONE, 3, NOON))
    yield _shown(
        "longest", home.home, HomeContent(_own_list(11), _actions(11, change=LONGEST_ACTION), LONG, 9999, NOON)
    )
    yield _shown("hostile", home.home, HomeContent(_own_list(2), _actions(2, change=HOSTILE[:500]), ODD, 1, NOON))
    news = [own for own in _own_list(11) if own.latest]
    for variant, count in (("one is new", 1), ("three are new", 3), ("more are new", 5)):
        yield _shown(variant, home.home, HomeContent(news[:count], [], ONE, 0, NOON, news[:count]))
    yield _shown("one", home.not_ours)


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
    yield _shown("amended", messages.card, a_report(), ONE, amended=True, may_repeat=False, now=NOON)
    yield _shown(
        "a team that has left", messages.card, a_report(team="gone"), ONE, amended=False, may_repeat=False, now=NOON
    )
    for variant, service in (("longest", LONG), ("hostile", ODD)):
        one = at_risk.model_copy(update={"team": service.teams[0].code, "kind": "restrictive_practice"})
        yield _shown(variant, messages.card, one, service, amended=True, may_repeat=True, now=NOON)


def _cards_for_several() -> Screens:
    for variant, service, count in (("one", ONE, 1), ("most", LONG, REPORTS_ON_ONE_CARD), ("hostile", ODD, 2)):
        several = [
            report.model_copy(update={"team": service.teams[0].code, "still_at_risk": AtRisk.YES})
            for report in _reports(count)
        ]
        yield _shown(variant, messages.more_danger, several, service, may_repeat=variant == "most")


def _direct_messages() -> Screens:
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, messages.copy, a_report(team=service.teams[0].code), service, now=NOON)
        in_danger = a_report(team=service.teams[0].code, still_at_risk=AtRisk.YES)
        yield _shown(f"{variant}, at risk", messages.copy, in_danger, service, now=NOON)
    yield _shown("an answer", messages.answer_waits, a_report(), question=False)
    yield _shown("a question", messages.answer_waits, a_report(), question=True)
    yield _shown("without a measure", messages.assigned, an_action(), "2222-222", now=NOON)
    for variant, change in _changes():
        yield _shown(variant, messages.assigned, an_action(change=change, measure=change), "2222-222", now=NOON)
        yield _shown(variant, messages.nudge, [an_action(change=change)], others=0, now=NOON)
    many = [an_action(id=UUID(int=number), change=LONGEST_ACTION) for number in range(1, 11)]
    yield _shown("many", messages.nudge, many, others=2, now=NOON)
    hostile = [one.model_copy(update={"change": HOSTILE[:500]}) for one in many]
    yield _shown("many hostile", messages.nudge, hostile, others=0, now=NOON)
    late = [an_action(due_on=date(2026, 11, 19)), an_action(id=UUID(int=3), due_on=date(2026, 11, 23))]
    yield _shown("late", messages.nudge, late[:1], others=0, now=NOON)
    yield _shown("late and in time", messages.nudge, [*late, an_action(id=UUID(int=4))], others=0, now=NOON)
    yield _redrawn("many", messages.nudge(many, others=0, now=NOON), many[0])
    yield _redrawn("a new action", messages.assigned(an_action(), "2222-222", now=NOON), an_action())
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, messages.nobody_reads_messages, service)


def _redrawn(variant: str, message: Message, action: Action) -> tuple[str, tuple[str, Payload]]:
    """The message once this action is done."""
    blocks = action_blocks.redrawn(message.blocks, _done(action), now=NOON)
    return f"{name_of(action_blocks.redrawn)}, {variant}", ("message", {"text": message.text, "blocks": blocks})


def _bulletins() -> Screens:
    week, weeks = an_edition(), an_edition(first=date(2026, 10, 26), late=True)
    nothing = Figures(reports=0, good_care=0, actions_done=0)
    yield _shown("none", messages.bulletin, week, nothing, ONE.teams[0], now=NOON)
    yield _shown(
        "few", messages.bulletin, week, Figures(reports=4, good_care=1, actions_done=1), ONE.teams[0], now=NOON
    )
    yield _shown(
        "many", messages.bulletin, week, Figures(reports=12, good_care=5, actions_done=7), ONE.teams[0], now=NOON
    )
    hidden = Figures(reports=7, good_care=6, actions_done=0)
    yield _shown("a part not shown", messages.bulletin, week, hidden, ONE.teams[0], now=NOON)
    for variant, service in (("late", ONE), ("longest", LONG), ("hostile", ODD)):
        many = Figures(reports=99_999, good_care=9_999, actions_done=9_999)
        yield _shown(variant, messages.bulletin, weeks, many, service.teams[0], now=NOON)


def _openings() -> Screens:
    yield _shown("one", blocks.loading)
    for variant, content, service in _incidents():
        yield _shown(variant, opened.incident, content, service, now=NOON)


def _incidents() -> Iterator[tuple[str, IncidentContent, Service]]:
    one = a_report()
    yield "new", _incident(), ONE
    yield "by somebody who may only read", _incident(acts=frozenset({Act.READ_WORDS})), ONE
    taken = an_incident(state=IncidentState.TAKEN, taken_by="U0SAFETY", taken_at=NOON)
    written = [(an_entry(id=UUID(int=number), kind=kind), _words_of(kind)) for number, kind in enumerate(EntryKind)]
    yield "taken, with all that can be written", _incident(incident=taken, conversation=written[:8]), ONE
    yield "taken, lifted", _incident(incident=taken, conversation=written[8:]), ONE
    decided = _decided(a_decision_form(), unanswered=1)
    yield "decided", _incident(incident=decided, reason="It may happen again", actions=[an_action()]), ONE
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
    yield "confidential, looked up", _incident(reports=hidden, conversation=looked), ONE
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


def _decided(form: DecisionForm, *, unanswered: int = 0) -> Incident:
    return steps.decide(an_incident(unanswered=unanswered), form, seen=None, by="U0SAFETY", now=NOON)


def _words_of(kind: EntryKind) -> EntryWords | None:
    return None if kind in (EntryKind.SAFE_NOW, EntryKind.IT_HELPED) else EntryWords(text=f"About the door: {kind}")


def _incident_forms() -> Screens:
    yield _shown("one", decide_form.draw, ONE, incident=an_incident(), reason=None, nonce="nonce", now=NOON)
    for variant, reason in (("again", "It may happen again"), ("hostile", HOSTILE[:2000])):
        before = _decided(a_decision_form())
        yield _shown(variant, decide_form.draw, ONE, incident=before, reason=reason, nonce="nonce", now=NOON)
    for module in (ask_form, answer_form, look_up_form):
        yield _shown("one", module.draw, report_id=str(UUID(int=1)), nonce="nonce")
    for form in (hand_over_form, same_as_form, lift_form):
        yield _shown("one", form.draw, incident_id=str(UUID(int=1)), nonce="nonce")
    for variant, content, _ in _incidents():
        if variant in ("new", "longest", "hostile"):
            yield _shown(variant, redact_form.draw, content, nonce="nonce")


def _incident_saved() -> Screens:
    alone = a_decision_form(response=LearningResponse.NO_FURTHER_RESPONSE, lead=None, due_on=None)
    for variant, form, unanswered in (("one", a_decision_form(), 1), ("no further response", alone, 0)):
        yield _shown(variant, saved_screens.decided, form, ONE, unanswered=unanswered, now=NOON)
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
        yield _shown(variant, claim.receipt, sent, ONE, code=code, nonce="nonce", amended=amended)
    yield _shown("one", claim.code_again, code, "nonce")
    for make in (claim.is_written_down, claim.enter_again, claim.written):
        yield _shown("one", make)
    yield _shown("one", claim_code_form.draw, nonce="nonce")
    yield _shown("wrong code", claim_code_form.draw, nonce="nonce", above=claim.leads_nowhere())
    yield _shown("one", written_down_form.draw, nonce="nonce")
    for variant, service, found in (("none", ONE, _mine()), ("answered", ONE, _mine(*_ANSWERED))):
        blocks = claim.report(found, service, now=NOON)
        offered = [kind for kind in MAY_WRITE if kind in found.may_write]
        yield _shown(variant, claim_thread_form.draw, blocks, offered, nonce="nonce", given="pass")


def _own_reports() -> Screens:
    """A report as its own reporter sees it."""
    yield _shown("none", my_report.my_report, _mine(), ONE, now=NOON)
    yield _shown("one", my_report.my_report, _mine(*_ANSWERED), ONE, now=NOON)
    asked = [(EntryKind.QUESTION, TYPED)]
    yield _shown("asked", my_report.my_report, _mine(*asked), ONE, now=NOON)
    helped = [*_ANSWERED, (EntryKind.IT_HELPED, None)]
    yield _shown("it helped", my_report.my_report, _mine(*helped), ONE, now=NOON)
    for variant, said in (("at risk", []), ("at risk no more", [(EntryKind.SAFE_NOW, None)])):
        found = _mine(*said, report=a_report(still_at_risk=AtRisk.YES))
        yield _shown(variant, my_report.my_report, found, ONE, now=NOON)
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
) -> MyReport:
    """Sent twice at eight. If anything was written: read, taken, decided and closed, with an entry each minute."""
    report, eight = report or a_report(), NOON - timedelta(hours=4)
    entries = [
        Entry(id=UUID(int=n), report_id=report.id, kind=kind, author=_author(kind), at=NOON + timedelta(minutes=n))
        for n, (kind, _text) in enumerate(written)
    ]
    moved = (
        {"taken_by": "U0SAFETY", "taken_at": eight, "closed_at": NOON, "decision": a_decision()} if written else {}
    )
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
        yield _shown(wrote.value, reporter_wrote.message, a_report(), wrote.value)


def _receipts() -> Screens:
    yield _shown("one", receipt.thanks, a_report(), ONE, amended=False, now=NOON)
    yield _shown("amended", receipt.thanks, a_report(), ONE, amended=True, now=NOON)
    for variant, service in (("at risk", ONE), ("longest", LONG), ("hostile", ODD)):
        one = a_report(still_at_risk=AtRisk.NOT_SURE, team=service.teams[0].code)
        yield _shown(variant, receipt.thanks, one, service, amended=False, now=NOON)


def _answers() -> Screens:
    on_christmas_day = an_action(due_on=date(2026, 12, 25))
    for variant, action in (("one", an_action()), ("due on a bank holiday", on_christmas_day)):
        yield _shown(variant, action_blocks.agreed, action, now=NOON)
        yield _shown(variant, action_blocks.moved, action, now=NOON)
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        yield _shown(variant, help_screen.help_screen, service, command="/incident")


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
        for act in (Act.READ_WORDS, Act.READ_OWN_REPORT, Act.WRITE_TO_OWN_REPORT):
            yield _shown(act.value, make, act)
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
