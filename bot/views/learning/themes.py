"""Themes for a safety lead: counts first, then what is proposed, and what people have confirmed. References only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.domain.incidents import categories
from bot.domain.incidents.incident import Incident
from bot.domain.learning.theme_board import Membership, SeenProposal, SeenTheme, ThemeBoard
from bot.domain.learning.themes import MOST_INCIDENTS, Basis, Theme, ThemePlace
from bot.domain.reports.kinds import KINDS, label_of
from bot.domain.reviews.factors import Tag
from bot.domain.service.service import Service
from bot.views.kit import action_ids, dates, form
from bot.views.kit.blocks import (
    Block,
    View,
    button,
    buttons,
    divider,
    escaped,
    header,
    plain_modal,
    section,
    select,
    small,
    typed,
)
from bot.views.kit.counts import counted
from bot.views.learning import signals
from bot.views.reviews.factors import TAGS

PERIODS = {21: "3 weeks", 91: "3 months", 182: "6 months", 365: "12 months"}
ALL = "all"
MOST_LINES = 8
"""Kinds, and teams, that are counted by name."""
MOST_REFERENCES, A_LINE = 30, 6
MOST_OPTIONS = 99
"""Slack takes 100 in a menu, and one says all."""
LONGEST_OPTION = 75
MOST_HISTORY = 20
MOST_READ = "Only the newest 1,000 are looked at."
UNREADABLE = "These words cannot be read any more."
NOT_FOR_YOU = "Themes are for the safety lead."


def place_ids(place: ThemePlace) -> dict[str, str]:
    """The place as a view carries it. Read back with `place_of`."""
    return {name: str(value) for name, value in place.model_dump(exclude_none=True).items()}


def place_of(ids: Mapping[str, str]) -> ThemePlace:
    """The place that a view carries; all of three months if it carries none that can be read."""
    try:
        given = {name: ids[name] for name in ("team", "kind") if ids.get(name, ALL) != ALL}
        return ThemePlace(days=int(ids["days"]), **given)
    except (LookupError, ValueError):
        return ThemePlace()


def board(content: ThemeBoard, service: Service, *, now: datetime) -> View:
    """What was counted, what is proposed, and what stands."""
    view = plain_modal(
        "Themes",
        section(_counted(content, now)),
        _choices(content.place, service),
        *_counts(content, service),
        *_signals(content, service),
        header("Proposed"),
        small("Nothing here counts until you name and confirm it. It finds the same words, and misses other words."),
        *_proposals(content.proposals),
        header("Confirmed"),
        *_themes(content.standing, service, now),
        *_retired(content.retired, service, now),
        small("What is kept more closely than usual stands in no count and no theme."),
    )
    return view | {"private_metadata": form.metadata(place_ids(content.place))}


def _counted(content: ThemeBoard, now: datetime) -> str:
    number = counted(len(content.incidents), "incident", "incidents")
    cut = f" {MOST_READ}" if content.cut else ""
    return f"*{number}* from {_days(content.first, content.last, now)}.{cut}"


def _days(first: date, last: date, now: datetime) -> str:
    return f"{dates.day(first, today=now.date())}\nto {dates.day(last, today=now.date())}"


def _choices(place: ThemePlace, service: Service) -> Block:
    teams = [(ALL, "All teams"), *((team.code, team.name) for team in service.teams[:MOST_OPTIONS])]
    kinds = [(ALL, "All kinds"), *((kind.code, kind.label) for kind in KINDS[:MOST_OPTIONS])]
    periods = [(str(days), words) for days, words in PERIODS.items()]
    return buttons(
        select("How long", action=action_ids.THEME_DAYS, options=periods, chosen=str(place.days)),
        select("Team", action=action_ids.THEME_TEAM, options=teams, chosen=place.team or ALL),
        select("Kind", action=action_ids.THEME_KIND, options=kinds, chosen=place.kind or ALL),
        block_id=f"themes-{place.days}-{place.team}-{place.kind}",
    )


def _counts(content: ThemeBoard, service: Service) -> list[Block]:
    kinds = _lines("By kind", ((label_of(code), count) for code, count in content.by_kind.items()))
    teams = _lines("By team", ((_team(code, service), count) for code, count in content.by_team.items()))
    return [section(text) for text in (kinds, teams)] if content.incidents else []


def _lines(title: str, counts: Iterable[tuple[str, int]]) -> str:
    every = [f"{name}: {count}" for name, count in counts]
    more = [f"and {len(every) - MOST_LINES} more"] if len(every) > MOST_LINES else []
    return "\n".join([f"*{title}*", *every[:MOST_LINES], *more])


def _team(code: str, service: Service) -> str:
    team = service.team(code)
    return escaped(team.name) if team else code


def _signals(content: ThemeBoard, service: Service) -> list[Block]:
    found = list(signals.lines(content.signals, service))[:MOST_LINES]
    return [section("\n".join(found)), small(signals.BY_CHANCE)] if found else []


def _proposals(proposals: Sequence[SeenProposal]) -> list[Block]:
    if not proposals:
        return [section("*Nothing is proposed.* Choose a longer time, or all teams and kinds.")]
    return [block for each in proposals for block in _proposal(each)]


def _proposal(seen: SeenProposal) -> Iterator[Block]:
    confirm = button("Name and confirm", action=action_ids.THEME_NAME, value=seen.proposal.key)
    yield section(f"*{why(seen)}*\n{references(seen.references)}", button=confirm)
    if seen.words:
        yield typed(", ".join(seen.words))


def why(seen: SeenProposal) -> str:
    """How many incidents, and why they are proposed together."""
    number, proposal = counted(len(seen.references), "incident", "incidents"), seen.proposal
    match proposal.basis:
        case Basis.CATEGORY:
            return f"{number} of the same category: {categories.label_of(proposal.code)}."
        case Basis.FACTOR:
            return f"{number} with the same contributory factor: {_factor(proposal.code)}."
        case Basis.WORDS:
            return f"{number} told in alike words."


def _factor(code: str) -> str:
    return TAGS[Tag(code)] if code in set(Tag) else code


def references(found: Sequence[str]) -> str:
    """In lines, because nobody reads thirty in a row."""
    shown = found[:MOST_REFERENCES]
    rows = [", ".join(shown[start : start + A_LINE]) for start in range(0, len(shown), A_LINE)]
    more = [f"and {len(found) - MOST_REFERENCES} more"] if len(found) > MOST_REFERENCES else []
    return "\n".join([*rows, *more])


def _themes(standing: Sequence[tuple[Theme, int]], service: Service, now: datetime) -> list[Block]:
    if not standing:
        return [section("No theme is confirmed yet.")]
    return [block for theme, count in standing for block in _theme(theme, count, service, now)]


def _theme(theme: Theme, count: int, service: Service, now: datetime) -> list[Block]:
    on = dates.day_of(theme.confirmed_at, service.zone, now=now)
    words = f"*{counted(count, 'incident', 'incidents')}*, confirmed on {on}."
    return [section(words, button=_open(theme)), typed(theme.name or UNREADABLE)]


def _retired(retired: Sequence[Theme], service: Service, now: datetime) -> list[Block]:
    rows = [
        [section(f"Retired on {_on(each.retired_at, service, now)}.", button=_open(each)), typed(_name(each))]
        for each in retired
    ]
    return [header("Retired"), *(block for row in rows for block in row)] if rows else []


def _open(theme: Theme) -> Block:
    return button("Open", action=action_ids.THEME_OPEN, value=str(theme.id))


def _name(theme: Theme) -> str:
    return theme.name or UNREADABLE


def _on(at: datetime | None, service: Service, now: datetime) -> str:
    return dates.day_of(at, service.zone, now=now) if at else ""


def theme(seen: SeenTheme, service: Service, *, now: datetime) -> View:
    """A theme with its incidents, what it cannot tell, and its history."""
    about = seen.theme
    on = _on(about.confirmed_at, service, now)
    found = [each.reference for each in seen.incidents]
    return plain_modal(
        "Theme",
        typed(_name(about)),
        small(f"Named by <@{about.confirmed_by}> on {on}."),
        small(f"It looks at {_days(about.first_day, about.last_day, now)}."),
        section("*What we cannot tell*"),
        typed(about.note or UNREADABLE),
        section(f"*{counted(len(found), 'incident', 'incidents')}*\n{references(found) or 'None that you may see.'}"),
        *_end(about, service, now),
        divider(),
        small("\n".join(_history(seen.memberships, service, now)) or "No change yet."),
    )


def _end(about: Theme, service: Service, now: datetime) -> list[Block]:
    if about.retired_at:
        said = f"*Retired* by <@{about.retired_by}> on {_on(about.retired_at, service, now)}, because:"
        return [section(said), typed(about.retired_because or UNREADABLE)]
    value = str(about.id)
    return [
        buttons(
            button("Add or leave out", action=action_ids.THEME_CHANGE, value=value),
            button("Propose a session", action=action_ids.SESSION_PROPOSE, value=f"theme:{value}"),
            button("Retire", action=action_ids.THEME_RETIRE, value=value),
        )
    ]


def _history(memberships: Sequence[Membership], service: Service, now: datetime) -> list[str]:
    """What was added, and left out, by day and person, the newest last."""
    steps: dict[tuple[datetime, str, str], list[str]] = defaultdict(list)
    for each in memberships:
        steps[each.added_at, "added", each.added_by].append(each.incident.reference)
        if each.left_out_at and each.left_out_by:
            steps[each.left_out_at, "left out", each.left_out_by].append(each.incident.reference)
    return [
        f"{dates.day_of(at, service.zone, now=now)}: <@{by}> {did} {_few(found)}."
        for (at, did, by), found in sorted(steps.items())[-MOST_HISTORY:]
    ]


def _few(found: Sequence[str]) -> str:
    return ", ".join(found) if len(found) <= A_LINE else f"{len(found)} of them"


def options(incidents: Sequence[Incident], service: Service) -> list[tuple[str, str]]:
    """One for each incident, by reference and team, the newest first."""
    return [(str(each.id), _option(each, service)) for each in incidents[:MOST_INCIDENTS]]


def _option(incident: Incident, service: Service) -> str:
    team = service.team(incident.team)
    words = f"{incident.reference}, {team.name if team else incident.team}"
    return words if len(words) <= LONGEST_OPTION else f"{words[: LONGEST_OPTION - 1]}…"


def above_the_name(seen: SeenProposal) -> list[Block]:
    """On top of the form in which a theme is named."""
    many = [small(f"The newest {MOST_INCIDENTS} stand here.")] if len(seen.references) > MOST_INCIDENTS else []
    words = [typed(", ".join(seen.words))] if seen.words else []
    return [section(f"*{why(seen)}*"), *words, *many]


def confirmed(seen: SeenTheme) -> View:
    number = counted(len(seen.incidents), "incident", "incidents")
    return plain_modal("Confirmed", section(f"*Confirmed with {number}.* It stands in Home and on each incident."))


def changed(seen: SeenTheme) -> View:
    number = counted(len(seen.incidents), "incident", "incidents")
    return plain_modal("Saved", section(f"*Saved.* The theme has {number} now."))


def retired() -> View:
    return plain_modal("Retired", section("*Retired.* It counts no more, and stays in the history."))


def not_for_you(command: str) -> str:
    """On top of the report form, for somebody who typed a word that is not for them."""
    return f"{NOT_FOR_YOU} See `{command} help`."
