"""Themes: counted and proposed in memory, named and confirmed by a safety lead, retired with a reason.

Whoever looks sees only incidents that they may find. What is kept more closely than usual is in no theme at all: not
in a count, not in a proposal, and it disappears from a theme when it is restricted later. Texts are read in memory:
nothing that is derived from words is kept, only what a person wrote themselves.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.calendar import local_date
from bot.domain.evidence.period import Period
from bot.domain.incidents.incident import Incident
from bot.domain.learning import themes as rules
from bot.domain.learning.hints import Hint, hints
from bot.domain.learning.signals import Signals, signals
from bot.domain.learning.theme_board import Membership, SeenProposal, SeenTheme, ThemeBoard, ThemesOverview
from bot.domain.learning.themes import Proposal, Theme, ThemeForm, ThemePlace, ThemeReason, ThemeRefused, Told
from bot.domain.reports.references import reference_in
from bot.domain.service.access import NO_INCIDENT, Act, may
from bot.domain.service.findable import findable
from bot.usecases.context import Context
from bot.usecases.incidents.similar import by_meaning_and_spelling
from bot.usecases.incidents.stems import words
from bot.usecases.permissions import Judged, NotFound, judged
from storage import audit, incidents, narratives, queue, records, themes
from storage.audit import AuditEvent
from storage.engine.transactions import Transaction, retry_on_conflict

MOST_READ = 1000
MOST_STANDING = 10
MOST_RETIRED = 5
IN_HOME = 4
"""One more than Home shows."""


@dataclass(frozen=True)
class ChosenIncidents:
    """What a form says: incidents that stay chosen of those that it showed, and references that were typed."""

    chosen: Collection[UUID]
    references: str = ""
    shown: Collection[UUID] = ()


def look_for_themes(context: Context, place: ThemePlace, *, by: str, now: datetime) -> ThemeBoard:
    """Counts first, then what is proposed. Recorded before anybody sees it. Raises `NotForYou`."""
    _require(context, by=by, now=now, event=AuditEvent.THEMES_SOUGHT)
    with context.database.reading() as transaction:
        seen, period = _seen(transaction, context, place, by=by, now=now)
        who = findable(context.service, by)
        return ThemeBoard(
            place=place,
            first=period.first,
            last=period.last,
            incidents=seen[:MOST_READ],
            cut=len(seen) > MOST_READ,
            proposals=_proposed(transaction, seen[:MOST_READ]),
            standing=themes.latest_with_counts(transaction, who, limit=MOST_STANDING),
            retired=themes.latest_retired(transaction, who, limit=MOST_RETIRED),
            signals=_signals(transaction, context, by=by, now=now),
        )


def proposal_of(
    context: Context, place: ThemePlace, key: str, *, by: str, now: datetime
) -> tuple[SeenProposal, list[Incident]]:
    """The proposal with this key, worked out again. Raises `NotForYou`, or `NotFound` if it is proposed no more."""
    _require(context, by=by, now=now, event=AuditEvent.THEMES_SOUGHT)
    with context.database.reading() as transaction:
        seen, _ = _seen(transaction, context, place, by=by, now=now)
        for each in _proposed(transaction, seen[:MOST_READ]):
            if each.proposal.key == key:
                return each, [one for one in seen if one.id in each.proposal.incidents]
    raise NotFound


def days_of(context: Context, place: ThemePlace, *, now: datetime) -> tuple[date, date]:
    """The first and the last day that are looked at, both included."""
    last = local_date(now, context.service.zone)
    return last - timedelta(days=place.days - 1), last


def theme_hints(context: Context, form: ThemeForm) -> tuple[Hint, ...]:
    """What whoever names it may want to look at again: identifiers, and words of blame."""
    names = [person.name for person in context.service.people]
    return tuple(hint for text in (form.name, form.note) for hint in hints(text, known_names=names))


@retry_on_conflict
def confirm_theme(
    context: Context, form: ThemeForm, chosen: ChosenIncidents, *, key: str, by: str, now: datetime
) -> SeenTheme:
    """From now on it counts. Once for each `key`. Raises `NotForYou` or `ThemeRefused`."""
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.KEEP_THEMES, "theme")
        transaction = judge.transaction
        submission = transaction.keyed_hash("form", key)
        theme = themes.find_by_submission(transaction, submission)
        if theme is None:
            ids = _chosen(judge, chosen)
            rules.check_incidents(ids)
            theme = Theme(**form.model_dump(), id=uuid4(), confirmed_by=by, confirmed_at=now)
            themes.add(transaction, theme, submission=submission)
            themes.put_incidents(transaction, theme.id, ids, by=by, now=now)
            _record(judge, AuditEvent.THEME_CONFIRMED, theme, now)
        return _opened(judge, theme)


def open_theme(context: Context, theme_id: UUID, *, by: str, now: datetime) -> SeenTheme:
    """Recorded before anybody sees it. Raises `NotForYou` or `NotFound`."""
    with judged(context, by=by, now=now) as judge:
        theme = _held(judge, theme_id)
        _record(judge, AuditEvent.THEME_OPENED, theme, now)
        return _opened(judge, theme)


@retry_on_conflict
def change_theme(context: Context, theme_id: UUID, chosen: ChosenIncidents, *, by: str, now: datetime) -> SeenTheme:
    """Add incidents, or leave out some that the form showed. Raises `NotForYou`, `NotFound` or `ThemeRefused`."""
    with judged(context, by=by, now=now) as judge:
        theme, transaction = _held(judge, theme_id), judge.transaction
        rules.require_standing(theme)
        wanted = _chosen(judge, chosen)
        before = {each.id for each in _opened(judge, theme).incidents}
        left_out = (before & set(chosen.shown)) - wanted
        rules.check_incidents((before | wanted) - left_out)
        themes.leave_out(transaction, theme.id, left_out, by=by, now=now)
        themes.put_incidents(transaction, theme.id, wanted - before, by=by, now=now)
        _record(judge, AuditEvent.THEME_CHANGED, theme, now)
        return _opened(judge, theme)


@retry_on_conflict
def retire_theme(context: Context, theme_id: UUID, because: str, *, by: str, now: datetime) -> SeenTheme:
    """It counts no more. Raises `NotForYou`, `NotFound` or `ThemeRefused`."""
    with judged(context, by=by, now=now) as judge:
        theme = rules.retired(_held(judge, theme_id), because, by=by, now=now)
        themes.keep_retired(judge.transaction, theme)
        _record(judge, AuditEvent.THEME_RETIRED, theme, now)
        return _opened(judge, theme)


def for_home(transaction: Transaction, context: Context, person: str, *, now: datetime) -> ThemesOverview | None:
    """For whoever keeps themes, and for nobody else."""
    if not may(context.service, person, Act.KEEP_THEMES, NO_INCIDENT):
        return None
    standing = themes.latest_with_counts(transaction, findable(context.service, person), limit=IN_HOME)
    return ThemesOverview(standing, _signals(transaction, context, by=person, now=now))


def _require(context: Context, *, by: str, now: datetime, event: AuditEvent) -> None:
    with judged(context, by=by, now=now) as judge:
        judge.of_service(Act.KEEP_THEMES, "themes")
        audit.add(judge.transaction, actor=by, event=event, subject="themes", at=now)


def _record(judge: Judged, event: AuditEvent, theme: Theme, now: datetime) -> None:
    audit.add(judge.transaction, actor=judge.by, event=event, subject=str(theme.id), at=now)


def _seen(
    transaction: Transaction, context: Context, place: ThemePlace, *, by: str, now: datetime
) -> tuple[list[Incident], Period]:
    first, last = days_of(context, place, now=now)
    period, who = Period(first, last, context.service.zone), findable(context.service, by)
    found = queue.ordinary(transaction, who, period, team=place.team, kind=place.kind, limit=MOST_READ + 1)
    return found, period


def _proposed(transaction: Transaction, seen: Sequence[Incident]) -> list[SeenProposal]:
    ids = [each.id for each in seen]
    texts, factors = narratives.of_incidents(transaction, ids), records.tags_of(transaction, ids)
    told = [
        Told(
            each.id,
            category=each.decision.category if each.decision else None,
            factors=factors.get(each.id, ()),
            meanings=by_meaning_and_spelling(texts.get(each.id, "")),
        )
        for each in seen
    ]
    references = {each.id: each.reference for each in seen}
    return [_shown(each, references, texts) for each in rules.proposals(told)]


def _shown(proposal: Proposal, references: Mapping[UUID, str], texts: Mapping[UUID, str]) -> SeenProposal:
    written = _written(proposal.shared, (texts.get(each, "") for each in proposal.incidents))
    return SeenProposal(proposal, tuple(references[each] for each in proposal.incidents), written)


def _written(features: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """For each thing in common a word that was written; the name of a meaning that only a phrase has."""
    word_of: dict[str, str] = {}
    for word in dict.fromkeys(word for text in texts for word in words(text)):
        for feature in by_meaning_and_spelling(word):
            word_of.setdefault(feature, word)
    named = (word_of.get(each, each.removeprefix("@").replace("_", " ")) for each in features)
    return tuple(dict.fromkeys(named))


def _chosen(judge: Judged, chosen: ChosenIncidents) -> set[UUID]:
    """Each of them may be found by this person, and is kept no more closely than usual. Raises `ThemeRefused`."""
    typed = _typed(judge, chosen.references)
    for name, ids in (("more", typed), ("incidents", set(chosen.chosen))):
        if _findable(judge, ids) != ids:
            raise ThemeRefused(name, ThemeReason.NOT_FOUND)
    return typed | set(chosen.chosen)


def _typed(judge: Judged, references: str) -> set[UUID]:
    found = [reference_in(each) for each in references.replace(",", " ").split()]
    ids = [incidents.id_of_reference(judge.transaction, each) if each else None for each in found]
    if None in ids:
        raise ThemeRefused("more", ThemeReason.NOT_FOUND)
    return {each for each in ids if each}


def _findable(judge: Judged, ids: Collection[UUID]) -> set[UUID]:
    who = findable(judge.context.service, judge.by)
    return {each.id for each in queue.ordinary_of(judge.transaction, who, ids)}


def _held(judge: Judged, theme_id: UUID) -> Theme:
    judge.of_service(Act.KEEP_THEMES, str(theme_id))
    theme = themes.get_for_update(judge.transaction, theme_id)
    if theme is None:
        raise NotFound
    return theme


def _opened(judge: Judged, theme: Theme) -> SeenTheme:
    rows = themes.incidents_of(judge.transaction, theme.id)
    who = findable(judge.context.service, judge.by)
    seen = {each.id: each for each in queue.ordinary_of(judge.transaction, who, [row.incident_id for row in rows])}
    return SeenTheme(
        theme,
        [
            Membership(seen[row.incident_id], row.added_by, row.added_at, row.left_out_by, row.left_out_at)
            for row in rows
            if row.incident_id in seen
        ],
    )


def _signals(transaction: Transaction, context: Context, *, by: str, now: datetime) -> Signals:
    """Of teams that are in the service now."""
    kinds, teams = queue.counted_for_signals(transaction, findable(context.service, by), now=now)
    return signals(kinds, [each for each in teams if context.service.team(each.code)])
