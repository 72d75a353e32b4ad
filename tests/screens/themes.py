"""The screens of themes, signals and recommendations: none, one, many, the longest and the most hostile."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.domain.incidents.incident import Incident
from bot.domain.learning.recommendation import LONGEST_WORDS, Outcome, SeenRecommendation
from bot.domain.learning.signals import Counted, Signals
from bot.domain.learning.theme_board import Membership, SeenProposal, SeenTheme, ThemeBoard, ThemesOverview
from bot.domain.learning.themes import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_REASON,
    MOST_INCIDENTS,
    MOST_PROPOSED,
    Basis,
    Proposal,
    ThemePlace,
)
from bot.domain.reports.kinds import KINDS
from bot.domain.reports.references import reference_from
from bot.domain.reviews.factors import Tag
from bot.domain.service.service import Service
from bot.usecases.learning.themes import MOST_RETIRED, MOST_STANDING
from bot.views.home import home
from bot.views.home.content import HomeContent
from bot.views.learning import recommendations
from bot.views.learning import themes as views
from handlers.learning import recommendation_forms, theme_forms
from tests.domain.examples import NOON, a_recommendation, a_service, a_theme, an_action, an_incident

ONE = a_service()
MANY = 500
Made = tuple[str, Any, tuple[Any, ...], dict[str, Any]]
_FIRST, _LAST = (NOON - timedelta(days=90)).date(), NOON.date()


def screens(hostile: str, longest: Service) -> Iterator[Made]:
    """Variant, what draws it, and what it is given."""
    for variant, content, service in (
        ("none", _board(0), ONE),
        ("one", _board(7), ONE),
        ("many", _board(MANY, hostile=hostile), longest),
    ):
        yield variant, views.board, (content, service), {"now": NOON}
    gone = a_theme(retired_by="U0BOTH", retired_at=NOON, retired_because="The doors were changed.")
    for variant, theme, count in (
        ("one", a_theme(), 4),
        ("retired", gone, 3),
        ("unreadable", a_theme(name=None, note=None), 0),
        ("longest", a_theme(name=hostile[:LONGEST_NAME], note=hostile[:LONGEST_NOTE]), MOST_INCIDENTS),
    ):
        yield variant, views.theme, (SeenTheme(theme, _memberships(count)), ONE), {"now": NOON}
    unreadable = gone.model_copy(update={"retired_because": None, "name": hostile[:LONGEST_NAME]})
    yield "retired, unreadable", views.theme, (SeenTheme(unreadable, ()), ONE), {"now": NOON}
    yield from _forms(longest)
    yield from registers(hostile)
    seen = SeenTheme(a_theme(), _memberships(4))
    yield "one", views.confirmed, (seen,), {}
    yield "one", views.changed, (seen,), {}
    yield "one", views.retired, (), {}
    for variant, overview in (
        ("none", ThemesOverview((), Signals())),
        ("one", ThemesOverview([(a_theme(), 4)], _signals())),
        ("many", fullest()),
    ):
        yield f"themes, {variant}", home.home, (HomeContent([], [], ONE, 0, NOON, themes=overview),), {}


def registers(hostile: str) -> Iterator[Made]:
    """The register of recommendations from outside."""
    accepted = {"outcome": Outcome.ACCEPTED, "because": "We see it too.", "decided_by": "U0BOTH", "decided_at": NOON}
    proven = accepted | {"proof": "Doors are checked.", "proven_by": "U0BOTH", "proven_at": NOON}
    worst = hostile[:LONGEST_WORDS]
    states = [
        a_recommendation(due_on=(NOON - timedelta(days=1)).date()),
        a_recommendation(words=worst),
        a_recommendation(due_on=None, **accepted),
        a_recommendation(**proven),
        a_recommendation(**accepted | {"outcome": Outcome.DECLINED}),
    ]
    for variant, found in (("none", []), ("one", states[1:2]), ("many", states * 4)):
        yield variant, recommendations.register, (found, ONE), {"now": NOON}
        view = HomeContent([], [], ONE, 0, NOON, recommendations=found)
        yield f"recommendations, {variant}", home.home, (view,), {}
    gone = a_recommendation(**proven | {"words": None, "because": None, "proof": None})
    for variant, one, action in (
        ("one", states[0], None),
        ("longest", a_recommendation(**proven | {"words": worst, "because": worst, "proof": worst}), an_action()),
        ("unreadable", gone, None),
    ):
        seen = SeenRecommendation(one, action, [(an_action(change=hostile[:200]), "2222-222")], states[1:2])
        yield variant, recommendations.opened, (seen, ONE), {"now": NOON}
        offered = recommendations.actions_offered(seen), recommendations.others_offered(seen)
        yield variant, recommendation_forms.draw_proof, (offered[0],), {"one_id": "1"}
        yield variant, recommendation_forms.draw_decide, (offered[1],), {"one_id": "1"}
    yield "alone", recommendation_forms.draw_proof, ((),), {"one_id": "1"}
    yield "alone", recommendation_forms.draw_decide, ((),), {"one_id": "1"}
    yield "one", recommendation_forms.draw, (), {"nonce": "n"}
    yield "one", recommendations.saved, (), {}


def _forms(longest: Service) -> Iterator[Made]:
    days = {"place": ThemePlace(), "days": (_FIRST, _LAST), "nonce": "n"}
    for variant, count, service in (("one", 3, ONE), ("many", MANY, longest)):
        incidents = [_incident(number, service) for number in range(1, count + 1)]
        options = views.options(incidents, service)
        above = views.above_the_name(_proposal(Basis.WORDS, incidents))
        yield variant, theme_forms.draw, (options, above), days
        yield variant, theme_forms.draw_change, (options,), {"theme_id": str(UUID(int=1))}
    yield "one", theme_forms.draw_retire, (), {"theme_id": str(UUID(int=1))}


def fullest() -> ThemesOverview:
    """More of everything than Home shows."""
    more = _signals(4)
    return ThemesOverview([(a_theme(name="x" * LONGEST_NAME), 100)] * 3 + [(a_theme(name=None), 3)], more)


def _signals(count: int = 1) -> Signals:
    usual = [Counted("violence", 40, 8), Counted("missing", 7, 5), Counted("fall", 22, 6), Counted("fire", 12, 9)]
    return Signals(usual[:count], [Counted("oak", 90, 0), Counted("gone", 17, 0)][:count])


def _board(count: int, *, hostile: str = "") -> ThemeBoard:
    incidents = [_incident(number, ONE) for number in range(1, count + 1)]
    bases = (Basis.CATEGORY, Basis.FACTOR, Basis.WORDS) if hostile else (Basis.WORDS,)
    proposals = [
        _proposal(bases[number % len(bases)], incidents) for number in range(MOST_PROPOSED if hostile else 1)
    ]
    name = hostile[:LONGEST_NAME] or "Alarms that stay silent at night"
    gone = a_theme(name=name, retired_by="U0BOTH", retired_at=NOON, retired_because="x" * LONGEST_REASON)
    return ThemeBoard(
        place=ThemePlace(team="oak", kind="violence") if hostile else ThemePlace(),
        first=_FIRST,
        last=_LAST,
        incidents=incidents,
        cut=bool(hostile),
        proposals=proposals if count else [],
        standing=[(a_theme(name=name), 4)] * ((MOST_STANDING if hostile else 1) if count else 0),
        retired=[gone] * (MOST_RETIRED if hostile else 0),
        signals=_signals(4) if hostile else Signals(),
    )


def _incident(number: int, service: Service) -> Incident:
    team = service.teams[number % len(service.teams)].code
    kind = KINDS[number % len(KINDS)].code
    return an_incident(id=UUID(int=number), reference=reference_from(number), team=team, kind=kind)


def _proposal(basis: Basis, incidents: list[Incident]) -> SeenProposal:
    code = {Basis.CATEGORY: "seclusion", Basis.FACTOR: Tag.STAFF_WORKLOAD.value, Basis.WORDS: ""}[basis]
    words = ("alarm", "silent", "night") if basis is Basis.WORDS else ()
    proposal = Proposal(basis, tuple(each.id for each in incidents), code=code)
    return SeenProposal(proposal, tuple(each.reference for each in incidents), words)


def _memberships(count: int) -> list[Membership]:
    """The first was left out again."""
    left_out = {"left_out_by": "U0BOTH", "left_out_at": NOON + timedelta(days=1)}
    return [
        Membership(_incident(number, ONE), "U0SAFETY", NOON, **(left_out if number == 1 else {}))  # type: ignore[arg-type]
        for number in range(1, count + 1)
    ]
