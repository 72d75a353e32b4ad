"""Incidents that are like another one. The words in common stand in this modal and nowhere else."""

from datetime import datetime

from bot.domain.incidents.alike import Alike, AlikeIncidents
from bot.domain.reports.kinds import label_of
from bot.domain.service.service import Service
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Block, View, button, divider, escaped, plain_modal, section, small, typed
from bot.views.kit.counts import counted


def alike(content: AlikeIncidents, service: Service, *, now: datetime) -> View:
    """The most alike first, each with what it has in common."""
    blocks: list[Block] = []
    for each in content.found:
        blocks += [divider(), *_one(each, service, now)]
    if not blocks:
        blocks = [section("*Nothing like this was found.*")]
    compared = counted(content.compared, "other incident", "other incidents")
    return plain_modal(
        "Similar incidents",
        section(f"*Incidents like {content.about.reference}*, the most alike first."),
        *blocks,
        small(
            f"Compared with {compared} of the last 12 months, 500 at most, that you may see. Nothing of it is kept."
        ),
        small("It finds the same words and meanings. It can miss what is told in another way."),
    )


def _one(each: Alike, service: Service, now: datetime) -> list[Block]:
    incident = each.incident
    team = service.team(incident.team)
    day = dates.day_of(incident.opened_at, service.zone_of(incident.team), now=now)
    name = escaped(team.name) if team else incident.team
    line = f"*{incident.reference}* · {label_of(incident.kind)} · {name} · {day}\n{_same(each)}"
    return [
        section(line, button=button("Open", action=action_ids.OPEN_REPORT, value=str(incident.id))),
        typed(", ".join(each.words)),
    ]


def _same(each: Alike) -> str:
    match each.same_kind, each.same_team:
        case True, True:
            same = "Same kind and team. "
        case True, False:
            same = "Same kind. "
        case False, True:
            same = "Same team. "
        case _:
            same = ""
    return f"{same}Words in common:"
