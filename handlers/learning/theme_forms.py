"""Themes: the look with its choices, one theme, and the forms that name, change and retire it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from bot.domain.incidents.incident import Incident
from bot.domain.learning.hints import Hint
from bot.domain.learning.themes import LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON, ThemeForm, ThemePlace
from bot.domain.service.access import NO_INCIDENT, Act, may
from bot.domain.service.service import Service
from bot.domain.values import Value, VisibleText
from bot.usecases.learning import themes
from bot.usecases.learning.themes import ChosenIncidents
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import Block, View, section
from bot.views.learning import hints
from bot.views.learning import themes as views
from handlers import home
from handlers.bolt.copies import noted
from handlers.bolt.listener import AnyListener, Dependencies, Dialog, FormListener, Saved, on_press
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Command, Press, Submission
from handlers.bolt.presses import show_in_place
from handlers.bolt.submissions import ShownAgain

_NAME = form.Line(
    "name",
    "Name of the theme",
    wrong=f"Write at most {LONGEST_NAME} characters.",
    hint="What the work has in common. Leave out names of people.",
    longest=LONGEST_NAME,
)
_NOTE = form.Text(
    "note",
    "What we cannot tell",
    wrong=f"Write at most {LONGEST_NOTE} characters.",
    hint="What these incidents do not show, such as how often it goes well.",
    longest=LONGEST_NOTE,
)
_MORE = form.Line(
    "more",
    "Add others by reference",
    wrong="Write references such as K7M4-XR9, or leave it empty.",
    optional=True,
    longest=300,
)
_BECAUSE = form.Text(
    "because",
    "Why is it retired?",
    wrong=f"Write at most {LONGEST_REASON} characters.",
    longest=LONGEST_REASON,
)


class _Reason(Value):
    because: VisibleText


def from_command(deps: Dependencies, command: Command) -> None:
    """For whoever keeps themes."""
    open_then_fill(deps, command, lambda: board(deps, ThemePlace(), by=command.person))


def open_board(deps: Dependencies, press: Press) -> None:
    """In Home."""
    open_then_fill(deps, press, lambda: board(deps, ThemePlace(), by=press.person))


def choose(name: str) -> Callable[[Dependencies, Press], None]:
    """Another period, team or kind, in the same modal."""

    def run(deps: Dependencies, press: Press) -> None:
        place = views.place_of({**press.ids, name: press.value})
        show_in_place(deps, press, lambda: board(deps, place, by=press.person))

    return run


def board(deps: Dependencies, place: ThemePlace, *, by: str) -> View:
    context, now = deps.context, deps.context.clock.now()
    found = themes.look_for_themes(context, place, by=by, now=now)
    return views.board(found, context.service, now=now)


def open_theme(deps: Dependencies, press: Press) -> None:
    open_then_fill(deps, press, lambda: _drawn(deps, press.id, by=press.person))


def _drawn(deps: Dependencies, theme_id: UUID, *, by: str) -> View:
    context, now = deps.context, deps.context.clock.now()
    return views.theme(themes.open_theme(context, theme_id, by=by, now=now), context.service, now=now)


def _incidents(options: Sequence[tuple[str, str]]) -> form.Choices:
    return form.Choices(
        "incidents", "Incidents", wrong="Choose incidents.", hint="Remove what does not belong.", options=options
    )


def fields(_service: Service, _now: datetime) -> list[form.Field]:
    return [_NAME, _NOTE, _incidents(()), _MORE]


def draw(
    options: Sequence[tuple[str, str]],
    above: Sequence[Block],
    *,
    place: ThemePlace,
    days: tuple[date, date],
    nonce: str,
) -> View:
    """Every incident of the proposal is chosen."""
    asked = [_NAME, _NOTE, _incidents(options), _MORE]
    given = {"incidents": [each for each, _ in options]}
    blocks = [*above, *(field.draw(given.get(field.name)) for field in asked)]
    first, last = days
    ids = {"nonce": nonce, "first": first.isoformat(), "last": last.isoformat(), **views.place_ids(place)}
    return form.modal(NAME.name, title="Name a theme", submit="Confirm", blocks=blocks, ids=ids)


def open_name(deps: Dependencies, press: Press) -> None:
    """Name and confirm, beside what is proposed."""
    context, now, place = deps.context, deps.context.clock.now(), views.place_of(press.ids)

    def fill() -> View:
        seen, incidents = themes.proposal_of(context, place, press.value, by=press.person, now=now)
        days = themes.days_of(context, place, now=now)
        options = _options(deps, incidents)
        return draw(options, views.above_the_name(seen), place=place, days=days, nonce=new_nonce())

    open_then_fill(deps, press, fill)


def _options(deps: Dependencies, incidents: Sequence[Incident]) -> list[tuple[str, str]]:
    return views.options(incidents, deps.context.service)


def save_name(deps: Dependencies, sent: Submission) -> Saved:
    """From now on it counts. Words that stand out are shown once before."""
    context, ids, now = deps.context, sent.ids, deps.context.clock.now()
    asked = [_NAME, _NOTE, _incidents(()), _MORE]
    given = form.entered(sent.view, asked)
    days = {f"{end}_day": date.fromisoformat(ids[end]) for end in ("first", "last")}
    written = form.validated(ThemeForm, form.by_name(asked), name=given["name"], note=given["note"], **days)
    found = () if "hinted" in ids else themes.theme_hints(context, written)
    if found:
        raise ShownAgain(_hinted(sent, found))
    seen = themes.confirm_theme(context, written, _chosen(sent, given), key=sent.key, by=sent.person, now=now)
    redraw = partial(board, deps, views.place_of(ids), by=sent.person)
    return Saved(partial(views.confirmed, seen), partial(_beneath, deps, sent, redraw))


def _hinted(sent: Submission, found: Sequence[Hint]) -> View:
    """The same form with what stands out on top. What was typed and chosen stays."""
    shown = [block for block in sent.view["blocks"] if block["type"] == "input"]
    view = form.for_update(form.sent_back(dict(sent.view), [*hints.blocks(found), *shown]))
    return view | {"private_metadata": form.metadata({**sent.ids, "hinted": "yes"})}


def _chosen(sent: Submission, given: dict[str, Any]) -> ChosenIncidents:
    return ChosenIncidents(
        chosen={UUID(each) for each in given["incidents"]}, references=given.get("more") or "", shown=_shown(sent)
    )


def _shown(sent: Submission) -> set[UUID]:
    """The incidents that the form offered."""
    offered = [each for each in sent.view["blocks"] if form.field_of(each.get("block_id") or "") == "incidents"]
    return {UUID(option["value"]) for each in offered for option in each["element"]["options"]}


def draw_change(options: Sequence[tuple[str, str]], *, theme_id: str) -> View:
    asked = [_incidents(options), _MORE]
    given = {"incidents": [each for each, _ in options]}
    blocks = [section("*Remove what does not belong, or add others.*"), *(_filled(each, given) for each in asked)]
    return form.modal(CHANGE.name, title="Incidents", submit="Save", blocks=blocks, ids={"theme": theme_id})


def _filled(field: form.Field, given: dict[str, Any]) -> Block:
    return field.draw(given.get(field.name))


def open_change(deps: Dependencies, press: Press) -> None:
    context, now = deps.context, deps.context.clock.now()

    def fill() -> View:
        seen = themes.open_theme(context, press.id, by=press.person, now=now)
        return draw_change(_options(deps, seen.incidents), theme_id=press.value)

    open_then_fill(deps, press, fill)


def save_change(deps: Dependencies, sent: Submission) -> Saved:
    given, about = form.entered(sent.view, [_incidents(()), _MORE]), UUID(sent.ids["theme"])
    now = deps.context.clock.now()
    seen = themes.change_theme(deps.context, about, _chosen(sent, given), by=sent.person, now=now)
    return _saved(deps, sent, about, partial(views.changed, seen))


def draw_retire(*, theme_id: str) -> View:
    blocks = [section("*It counts no more.* It stays in the history."), _BECAUSE.draw()]
    return form.modal(RETIRE.name, title="Retire a theme", submit="Retire", blocks=blocks, ids={"theme": theme_id})


def open_retire(deps: Dependencies, press: Press) -> None:
    """Judged before: whoever may not keep themes does not get the form."""

    def fill() -> View:
        themes.open_theme(deps.context, press.id, by=press.person, now=deps.context.clock.now())
        return draw_retire(theme_id=press.value)

    open_then_fill(deps, press, fill)


def save_retire(deps: Dependencies, sent: Submission) -> Saved:
    about, now = UUID(sent.ids["theme"]), deps.context.clock.now()
    given = form.validated(_Reason, form.by_name([_BECAUSE]), **form.entered(sent.view, [_BECAUSE]))
    themes.retire_theme(deps.context, about, given.because, by=sent.person, now=now)
    return _saved(deps, sent, about, views.retired)


def _saved(deps: Dependencies, sent: Submission, theme_id: UUID, show: Callable[[], View]) -> Saved:
    redraw = partial(_drawn, deps, theme_id, by=sent.person)
    return Saved(show, partial(_beneath, deps, sent, redraw))


def _beneath(deps: Dependencies, sent: Submission, redraw: Callable[[], View]) -> None:
    """In the modal beneath the form, and in Home."""
    view_id = str(sent.view.get("previous_view_id") or "")
    if view_id:
        noted(lambda: deps.client.views_update(view_id=view_id, view=redraw()))
    noted(lambda: home.refresh(deps, sent.person))


def keeps_themes(service: Service, person: str) -> bool:
    return may(service, person, Act.KEEP_THEMES, NO_INCIDENT)


NAME = Dialog("theme_name", fields, draw, save_name)
CHANGE = Dialog("theme_change", lambda _service, _now: [_incidents(()), _MORE], draw_change, save_change)
RETIRE = Dialog("theme_retire", lambda _service, _now: [_BECAUSE], draw_retire, save_retire)

OF_THEMES: tuple[AnyListener, ...] = (
    on_press(action_ids.THEMES, open_board),
    on_press(action_ids.THEME_DAYS, choose("days")),
    on_press(action_ids.THEME_TEAM, choose("team")),
    on_press(action_ids.THEME_KIND, choose("kind")),
    on_press(action_ids.THEME_NAME, open_name),
    on_press(action_ids.THEME_OPEN, open_theme),
    on_press(action_ids.THEME_CHANGE, open_change),
    on_press(action_ids.THEME_RETIRE, open_retire),
    FormListener(NAME),
    FormListener(CHANGE),
    FormListener(RETIRE),
)
