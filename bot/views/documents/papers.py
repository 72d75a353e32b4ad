"""A whole paper from its evidence: the cover and the sections."""

from datetime import datetime

from bot.domain.evidence.papers import Audience, Evidence
from bot.domain.evidence.period import Period
from bot.domain.evidence.spc import PointType
from bot.domain.service.service import Service
from bot.views.documents import words
from bot.views.documents.paper import Paper
from bot.views.documents.sections import SECTIONS

_PURPOSE = {
    Audience.GOVERNANCE: "For assurance and for decision.",
    Audience.COMMISSIONER: "For assurance. It names no person and no team, and its counts are rounded.",
}
_RECOMMENDATION = {
    Audience.GOVERNANCE: "Read what got worse and what we do not know. Decide who looks into each, and by when.",
    Audience.COMMISSIONER: "Read what got worse and what we do not know. Ask for what is missing.",
}


def paper(evidence: Evidence, service: Service, *, made_at: datetime) -> Paper:
    """Everything that the three writers write."""
    title = words.AUDIENCES[evidence.audience]
    cover = (
        ("Service", service.name),
        ("Period", period_words(evidence.period)),
        ("Purpose", _PURPOSE[evidence.audience]),
        ("Recommendation", _RECOMMENDATION[evidence.audience]),
        ("Risks", _risks(evidence)),
        ("Made", f"{made_at.astimezone(service.zone):%d %B %Y, %H:%M}. Counted as things stood then."),
    )
    name = f"{evidence.audience}-{evidence.period.first:%Y-%m}-to-{evidence.period.last:%Y-%m}"
    return Paper(name, f"{title}, {service.name}", cover, [each(evidence) for each in SECTIONS], made_at)


def period_words(period: Period) -> str:
    """The months: November 2026, or August 2026 to October 2026."""
    first, last = f"{period.first:%B %Y}", f"{period.last:%B %Y}"
    return first if first == last else f"{first} to {last}"


def _risks(evidence: Evidence) -> str:
    named = [words.MEASURES[each.measure].about for each in evidence.with_signal(PointType.CONCERN)]
    worse = f"Worse than chance explains: {'; '.join(named)}. " if named else ""
    return f"{worse}Numbers show only what was reported. What we do not know is listed at the end."
