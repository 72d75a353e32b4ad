"""Which incidents a person may find, as conditions that a query can ask for."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import Act, Circumstances, may, stood_in_for
from bot.domain.service.service import Service


@dataclass(frozen=True)
class Findable:
    """The access table for one person. They never find an incident that they are involved in.

    Somebody else may act as safety lead where one of `leads` is involved, so that two sets of sensitivities are
    needed: `usual`, and `lead_involved` for incidents in which one of `leads` is.
    """

    person: str
    leads: tuple[str, ...]
    usual: frozenset[Sensitivity]
    lead_involved: frozenset[Sensitivity]
    teams_led: tuple[str, ...] = ()
    """Of these teams they find no concern."""

    @property
    def anything(self) -> bool:
        """Whether this person may find any incident at all."""
        return bool(self.usual or self.lead_involved)


def findable(service: Service, person: str) -> Findable:
    """What this person may find. No team, reporter, holder or reviewer finds more than others do."""
    leads = stood_in_for(service)
    others = [lead for lead in leads if lead != person]
    return Findable(
        person=person,
        leads=leads,
        usual=_found(service, person, involved=()),
        lead_involved=_found(service, person, involved=others[:1]) if others else frozenset(),
        teams_led=tuple(team.code for team in service.teams if service.leads_team(person, team.code)),
    )


def _found(service: Service, person: str, *, involved: Collection[str]) -> frozenset[Sensitivity]:
    return frozenset(
        each
        for each in Sensitivity
        if may(service, person, Act.FIND, Circumstances(team="", sensitivity=each, involved=involved))
    )
