"""Every modal, message and Home that the bot can show, made of fixed invented values.

None, one, many, the longest and the most hostile: what tests look at without clicking through a workspace.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from types import ModuleType
from typing import Any
from uuid import UUID

from bot.domain.actions.action import LONGEST_WORDS, Action, ActionState
from bot.domain.bulletins.draft import DraftState, Thanks
from bot.domain.bulletins.overview import LearningOverview
from bot.domain.learning.hints import Hint
from bot.domain.learning.point import LONGEST_TRY, MOST_TRY, MOST_WORDS, PointState
from bot.domain.learning.point import LONGEST_WORDS as LONGEST_WORDS_LEARNED
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.reports.report import AtRisk, Progress, Report
from bot.domain.service.service import Role, Service
from bot.usecases.incidents.queue_card import REPORTS_ON_ONE_CARD
from bot.views import help_screen
from bot.views.bulletins import drafts as draft_views
from bot.views.home import home
from bot.views.home.content import HomeContent
from bot.views.kit import blocks, refusals
from bot.views.kit.blocks import Message
from bot.views.learning import hints as hint_views
from bot.views.learning import points
from bot.views.reports import opened, receipt
from bot.views.shared import action_blocks, bulletin, messages
from handlers.actions import action_form, move_date_form
from handlers.bolt.payloads import MessagePlace
from handlers.learning import learning_form
from handlers.reports import report_form
from tests.domain.examples import (
    AMARA,
    ELM,
    NOON,
    SAFETY,
    a_bulletin_draft,
    a_person,
    a_point,
    a_report,
    a_service,
    a_team,
    an_action,
    bulletin_words,
)

Payload = dict[str, Any]
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
        _dialogs, _homes, _cards, _cards_for_several, _direct_messages, _bulletins, _learning_points, _openings,
        _receipts, _answers, _refusals,
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
    yield _shown("one", home.home, HomeContent([a_report()], [an_action(measure="Alarms that work")], ONE, 0, NOON))
    yield _shown("many", home.home, HomeContent(_reports(11), _actions(11, change="Test it"), ONE, 3, NOON))
    yield _shown(
        "longest", home.home, HomeContent(_reports(11), _actions(11, change=LONGEST_ACTION), LONG, 9999, NOON)
    )
    yield _shown("hostile", home.home, HomeContent(_reports(2), _actions(2, change=HOSTILE[:500]), ODD, 1, NOON))
    yield _shown("one", home.not_ours)


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


LONGEST_LEARNED = ("Bulb bulb bulb bulb. " * (MOST_WORDS // 4))[:LONGEST_WORDS_LEARNED].strip()
LONGEST_TRIED = ("Alarm " * MOST_TRY)[:LONGEST_TRY].strip()


def _bulletins() -> Screens:
    """None, one, many, longest, hostile."""
    nothing, many = Thanks(), Thanks(reports=99_999, in_time=99_998)
    yield _shown("none", bulletin.bulletin, bulletin_words(to_try=None, thanks=nothing))
    yield _shown("one", bulletin.bulletin, bulletin_words(thanks=Thanks(reports=5, service_share=95)))
    yield _shown("many", bulletin.bulletin, bulletin_words(did="Each alarm is tested on Mondays."))
    longest = {"learned": LONGEST_LEARNED, "to_try": LONGEST_TRIED, "thanks": many, "read_within": 10}
    yield _shown("longest", bulletin.bulletin, bulletin_words(team=LONG.teams[0].name, did=LONGEST_TRIED, **longest))
    hostile = {"team": HOSTILE_NAME, "learned": CALLS, "to_try": HOSTILE[:LONGEST_TRY]}
    yield _shown("hostile", bulletin.bulletin, bulletin_words(**hostile))
    draft = a_bulletin_draft()
    message = bulletin.bulletin(bulletin_words())
    for variant, service in (("one", ONE), ("longest", LONG), ("hostile", ODD)):
        team = service.teams[0]
        yield _shown(variant, bulletin.waits, draft, team, today=NOON.date())
        yield _shown(variant, bulletin.not_sent, draft, team, to_approver=True, today=NOON.date())
        yield _shown(f"{variant}, to a lead", bulletin.not_sent, draft, team, to_approver=False, today=NOON.date())
        when = {"leaves_at": NOON, "now": NOON}
        yield _shown(variant, draft_views.preview, draft, message, team, others=True, **when)
    for state in DraftState:
        decided = {"state": state, "decided_by": "U0SAFETY", "posted_at": None}
        of_state = a_bulletin_draft(**decided)
        yield _shown(
            state, draft_views.preview, of_state, message, ONE.teams[0], others=False, leaves_at=NOON, now=NOON
        )
    posted = a_bulletin_draft(state=DraftState.APPROVED, posted_at=NOON)
    yield _shown("posted", draft_views.preview, posted, message, ONE.teams[0], others=False, leaves_at=NOON, now=NOON)


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
    full = LearningOverview(waiting=(a_point(),) * 5, sent_back=(back,) * 5, drafts=(a_bulletin_draft(),) * 5)
    names = {
        variant: tuple(team.name for team in service.teams) for variant, service in (("few", ONE), ("many", LONG))
    }
    for variant, skipped in names.items():
        content = HomeContent([], [], ONE, 0, NOON, full.model_copy(update={"skipped": skipped}))
        yield _shown(f"learning, {variant}", home.home, content)
    gone = HomeContent([], [], ONE, 0, NOON, LearningOverview(drafts=(a_bulletin_draft(team="gone"),)))
    yield _shown("learning, nothing skipped", home.home, gone)


def _openings() -> Screens:
    yield _shown("one", blocks.loading)
    yield _shown("none", opened.report, [a_report()], [Narrative(text=TYPED)], [], ONE, now=NOON)
    yield _shown("one", opened.report, [a_report()], [Narrative(text=TYPED)], [an_action()], ONE, now=NOON)
    again = [Narrative(text=f"{TYPED} {number}") for number in range(12)]
    yield _shown(
        "many", opened.report, [a_report()] * len(again), again, _actions(12, change="Test it"), ONE, now=NOON
    )
    longest = [Narrative(text=LONGEST_TEXT)] * 12
    yield _shown(
        "longest",
        opened.report,
        [a_report(team=LONG.teams[0].code, kind="restrictive_practice")] * len(longest),
        longest,
        _actions(12, change=LONGEST_ACTION),
        LONG,
        now=NOON,
    )
    hostile = [Narrative(text=HOSTILE + HOSTILE)]
    yield _shown(
        "hostile",
        opened.report,
        [a_report()] * len(hostile),
        hostile,
        _actions(2, change=HOSTILE[:500]),
        ODD,
        now=NOON,
    )


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
