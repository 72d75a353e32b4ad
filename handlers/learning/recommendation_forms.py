"""The register of recommendations from outside: its list, and the forms that add, decide and prove one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.learning.recommendation import (
    LONGEST_BECAUSE,
    LONGEST_PROOF,
    LONGEST_WORDS,
    DecisionOnRecommendation,
    RecommendationForm,
    SeenRecommendation,
)
from bot.domain.service.service import Service
from bot.usecases.learning import recommendations
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import View
from bot.views.learning import recommendations as views
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import AnyListener, Dependencies, Dialog, FormListener, Saved, on_press
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission

NEW: tuple[form.Field, ...] = (
    form.Choice(
        "source",
        "Who made it?",
        wrong="Choose one from the list.",
        options=[(each.value, words) for each, words in views.SOURCES.items()],
    ),
    form.Day("dated", "Date of the report", wrong="Choose a date."),
    form.Text(
        "words",
        "What is recommended?",
        wrong=f"Write at most {LONGEST_WORDS} characters.",
        hint="In the words of the report. No names of patients.",
        longest=LONGEST_WORDS,
    ),
    form.Person("owner", "Who owns it here?", wrong="Choose a person."),
    form.Day(
        "due_on",
        "Reply due",
        wrong="Choose a date, or leave it empty.",
        hint="For a coroner it is set to 56 days if it is left empty. The letter counts.",
        optional=True,
    ),
)


def _decision(others: Sequence[tuple[str, str]]) -> list[form.Field]:
    which = form.Choice(
        "duplicate_of", "The same as", wrong="Choose one from the list.", optional=True, options=others
    )
    return [
        form.Choice(
            "outcome",
            "What is decided?",
            wrong="Choose one from the list.",
            options=[(each.value, words) for each, words in views.OUTCOMES.items()],
        ),
        form.Text("because", "Why?", wrong=f"Write at most {LONGEST_BECAUSE} characters.", longest=LONGEST_BECAUSE),
        *([which] if others else []),
    ]


def _proof(offered: Sequence[tuple[str, str]]) -> list[form.Field]:
    which = form.Choice("action_id", "Action that carries it", wrong="Choose one.", optional=True, options=offered)
    proof = form.Text(
        "proof",
        "What shows that it was done?",
        wrong=f"Write at most {LONGEST_PROOF} characters.",
        hint="Somebody else than its owner writes it. Leave it empty until then.",
        optional=True,
        longest=LONGEST_PROOF,
    )
    return [*([which] if offered else []), proof]


def open_register(deps: Dependencies, press: Press) -> None:
    """In Home."""
    open_then_fill(deps, press, lambda: _register(deps, by=press.person))


def _register(deps: Dependencies, *, by: str) -> View:
    now = deps.context.clock.now()
    found = recommendations.read_register(deps.context, by=by, now=now)
    return views.register(found, deps.context.service, now=now)


def open_one(deps: Dependencies, press: Press) -> None:
    open_then_fill(deps, press, lambda: _drawn(deps, press.id, by=press.person))


def _drawn(deps: Dependencies, one_id: UUID, *, by: str) -> View:
    return views.opened(_seen(deps, one_id, by=by), deps.context.service, now=deps.context.clock.now())


def _seen(deps: Dependencies, one_id: UUID, *, by: str) -> SeenRecommendation:
    return recommendations.read_recommendation(deps.context, one_id, by=by, now=deps.context.clock.now())


def draw(*, nonce: str) -> View:
    blocks = [field.draw() for field in NEW]
    return form.modal(ADD.name, title="Recommendation", submit="Save", blocks=blocks, ids={"nonce": nonce})


def open_add(deps: Dependencies, press: Press) -> None:
    """Judged before: whoever may not keep the register does not get the form."""

    def fill() -> View:
        recommendations.read_register(deps.context, by=press.person, now=deps.context.clock.now())
        return draw(nonce=new_nonce())

    open_then_fill(deps, press, fill)


def save_add(deps: Dependencies, sent: Submission) -> Saved:
    written = form.validated(RecommendationForm, form.by_name(NEW), **form.entered(sent.view, NEW))
    now = deps.context.clock.now()
    recommendations.add_recommendation(deps.context, written, key=sent.key, by=sent.person, now=now)
    return _saved(deps, sent, partial(_register, deps, by=sent.person))


def draw_decide(others: Sequence[tuple[str, str]], *, one_id: str) -> View:
    blocks = [field.draw() for field in _decision(others)]
    return form.modal(DECIDE.name, title="Decide", submit="Save", blocks=blocks, ids={"one": one_id})


def open_decide(deps: Dependencies, press: Press) -> None:
    def fill() -> View:
        seen = _seen(deps, press.id, by=press.person)
        return draw_decide(views.others_offered(seen), one_id=press.value)

    open_then_fill(deps, press, fill)


_ALL_OF_DECISION = _decision([("", "")])


def save_decide(deps: Dependencies, sent: Submission) -> Saved:
    given, one_id = form.entered(sent.view, _ALL_OF_DECISION), UUID(sent.ids["one"])
    given |= {"duplicate_of": UUID(given["duplicate_of"]) if given.get("duplicate_of") else None}
    decision = form.validated(DecisionOnRecommendation, form.by_name(_ALL_OF_DECISION), **given)
    now = deps.context.clock.now()
    recommendations.decide_recommendation(deps.context, one_id, decision, by=sent.person, now=now)
    return _saved(deps, sent, partial(_drawn, deps, one_id, by=sent.person))


def draw_proof(offered: Sequence[tuple[str, str]], *, one_id: str) -> View:
    blocks = [field.draw() for field in _proof(offered)]
    return form.modal(PROVE.name, title="Action and proof", submit="Save", blocks=blocks, ids={"one": one_id})


def open_proof(deps: Dependencies, press: Press) -> None:
    def fill() -> View:
        seen = _seen(deps, press.id, by=press.person)
        return draw_proof(views.actions_offered(seen), one_id=press.value)

    open_then_fill(deps, press, fill)


_ALL_OF_PROOF = _proof([("", "")])


def save_proof(deps: Dependencies, sent: Submission) -> Saved:
    given, one_id = form.entered(sent.view, _ALL_OF_PROOF), UUID(sent.ids["one"])
    action_id = UUID(given["action_id"]) if given.get("action_id") else None
    now, proof = deps.context.clock.now(), given.get("proof")
    recommendations.prove_recommendation(
        deps.context, one_id, action_id=action_id, proof=proof, by=sent.person, now=now
    )
    return _saved(deps, sent, partial(_drawn, deps, one_id, by=sent.person))


def _saved(deps: Dependencies, sent: Submission, redraw: Callable[[], View]) -> Saved:
    """In the modal beneath the form, and in Home."""

    def then() -> None:
        view_id = str(sent.view.get("previous_view_id") or "")
        if view_id:
            noted(lambda: deps.client.views_update(view_id=view_id, view=redraw()))
        noted(lambda: home.refresh(deps, sent.person))

    return Saved(views.saved, then)


def _new(_service: Service, _now: datetime) -> Sequence[form.Field]:
    return NEW


ADD = Dialog("recommendation_add", _new, draw, save_add)
DECIDE = Dialog("recommendation_decide", lambda _service, _now: _ALL_OF_DECISION, draw_decide, save_decide)
PROVE = Dialog("recommendation_proof", lambda _service, _now: _ALL_OF_PROOF, draw_proof, save_proof)

OF_RECOMMENDATIONS: tuple[AnyListener, ...] = (
    on_press(action_ids.RECOMMENDATIONS, open_register),
    on_press(action_ids.RECOMMENDATION_OPEN, open_one),
    on_press(action_ids.RECOMMENDATION_ADD, open_add),
    on_press(action_ids.RECOMMENDATION_DECIDE, open_decide),
    on_press(action_ids.RECOMMENDATION_PROOF, open_proof),
    FormListener(ADD),
    FormListener(DECIDE),
    FormListener(PROVE),
)
