"""What the screen of an incident is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.actions.action import Action
from bot.domain.incidents.conversation import Entry, EntryWords
from bot.domain.incidents.danger import Danger
from bot.domain.incidents.duties import IncidentDuty
from bot.domain.incidents.incident import Incident
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import Report
from bot.domain.service.access import Act

Versions = Sequence[tuple[Report, Narrative | None]]


@dataclass(frozen=True)
class IncidentContent:
    """`reports` are shown with their words, `others` only by their references. `acts` decides which buttons stand."""

    incident: Incident
    reports: Sequence[Versions]
    others: Sequence[Report]
    conversation: Sequence[tuple[Entry, EntryWords | None]]
    actions: Sequence[Action]
    reason: str | None = field(repr=False)
    acts: frozenset[Act]
    danger: Danger | None = None
    danger_words: Narrative | None = None
    duties: Sequence[IncidentDuty] = ()

    @property
    def report_ids(self) -> list[UUID]:
        """The reports whose words are shown."""
        return [versions[0][0].id for versions in self.reports]
