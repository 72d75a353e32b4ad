"""The register of recommendations from outside: what is due, one of them, and what was saved."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.domain.actions.action import Action
from bot.domain.calendar import local_date
from bot.domain.learning.recommendation import Outcome, Recommendation, RecommendationSource, SeenRecommendation
from bot.domain.service.service import Service
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Block, View, button, buttons, plain_modal, section, small, typed

SOURCES: Mapping[RecommendationSource, str] = {
    RecommendationSource.CQC: "CQC",
    RecommendationSource.HSSIB: "HSSIB",
    RecommendationSource.CORONER: "Coroner, to prevent future deaths",
    RecommendationSource.SAFEGUARDING: "Safeguarding review",
    RecommendationSource.INQUIRY: "Inquiry",
    RecommendationSource.OTHER: "Somebody else",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: "Accepted",
    Outcome.DECLINED: "Declined",
    Outcome.DUPLICATE: "The same as another one",
}
SHORT = 120
LONGEST_OPTION = 75
UNREADABLE = "These words cannot be read any more."


def register(found: Sequence[Recommendation], service: Service, *, now: datetime) -> View:
    """Open ones first."""
    add = buttons(button("Add one", action=action_ids.RECOMMENDATION_ADD, value="register", style="primary"))
    rows = [block for each in found for block in _row(each, service, now)]
    return plain_modal(
        "Recommendations",
        section("*From outside:* what is due first stands first."),
        add,
        *(rows or [section("None stands here yet.")]),
        small("The latest 20 stand here."),
    )


def _row(one: Recommendation, service: Service, now: datetime) -> Iterator[Block]:
    see = button("Open", action=action_ids.RECOMMENDATION_OPEN, value=str(one.id))
    yield section(f"*{line(one, service, now=now)}*\nOwner: <@{one.owner}>.", button=see)
    yield typed(_short(one.words))


def _short(words: str | None) -> str:
    text = words or UNREADABLE
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def line(one: Recommendation, service: Service, *, now: datetime) -> str:
    """Its source, and how far it has come."""
    return f"{_called(one)}: {_state(one, local_date(now, service.zone))}."


def _called(one: Recommendation) -> str:
    """Without what the form says beside it."""
    return SOURCES[one.source].partition(",")[0]


def _state(one: Recommendation, today: date) -> str:
    if one.proven_at:
        return "shown to be done"
    if one.outcome and not one.is_open:
        return OUTCOMES[one.outcome].lower()
    said = "accepted" if one.outcome else "open"
    if one.due_on is None:
        return f"{said}, no date"
    late = "late since" if one.due_on < today else "due"
    return f"{said}, {late} {dates.day(one.due_on, today=today)}"


def opened(seen: SeenRecommendation, service: Service, *, now: datetime) -> View:
    """All of one."""
    one, today = seen.recommendation, local_date(now, service.zone)
    value = str(one.id)
    return plain_modal(
        "Recommendation",
        section(f"*{line(one, service, now=now)}*"),
        typed(one.words or UNREADABLE),
        small(f"Dated {dates.day(one.dated, today=today)}. Owner: <@{one.owner}>."),
        *_decided(one),
        *_carried(one, seen.action, today),
        buttons(
            button("Decide", action=action_ids.RECOMMENDATION_DECIDE, value=value),
            button("Action and proof", action=action_ids.RECOMMENDATION_PROOF, value=value),
        ),
    )


def _decided(one: Recommendation) -> list[Block]:
    if one.outcome is None:
        return []
    return [section(f"*{OUTCOMES[one.outcome]}* by <@{one.decided_by}>, because:"), typed(one.because or UNREADABLE)]


def _carried(one: Recommendation, action: Action | None, today: date) -> Iterator[Block]:
    if action:
        yield section(f"*Action*, due {dates.day(action.due_on, today=today)}, of <@{action.owner}>:")
        yield typed(action.change)
    if one.proven_at:
        yield section(f"*What shows that it was done*, by <@{one.proven_by}>:")
        yield typed(one.proof or UNREADABLE)


def actions_offered(seen: SeenRecommendation) -> list[tuple[str, str]]:
    return [(str(action.id), _option(f"{reference}: {action.change}")) for action, reference in seen.actions]


def others_offered(seen: SeenRecommendation) -> list[tuple[str, str]]:
    return [(str(each.id), _option(f"{_called(each)}: {each.words or UNREADABLE}")) for each in seen.others]


def _option(words: str) -> str:
    return words if len(words) <= LONGEST_OPTION else f"{words[: LONGEST_OPTION - 1]}…"


def saved() -> View:
    return plain_modal("Saved", section("*Saved.* It stands in the register."))
