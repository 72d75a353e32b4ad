"""The bulletins of a team, from the command, and the form that changes when they come."""

from datetime import datetime, time
from functools import partial
from typing import Any

from bot.domain.service.access import Act, Circumstances, may
from bot.domain.service.service import Schedule, Service, Team
from bot.usecases.bulletins.board import change_schedule, see_bulletins
from bot.views.bulletins import bulletin_board
from bot.views.kit import form
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.modals import open_then_fill
from handlers.bolt.payloads import Command, Press, Submission
from handlers.bolt.presses import show_in_place
from handlers.bulletins import day_fields


def from_command(deps: Dependencies, command: Command) -> None:
    """The team of the channel, else their own, else the first that they may change."""
    service = deps.context.service
    offered = _teams(service, command.person)
    here = (service.team_of_channel(command.channel), service.team_of_person(command.person))
    chosen = next((team for team in (*here, *offered) if team in offered), None)
    open_then_fill(deps, command, lambda: _drawn(deps, chosen.code if chosen else "", by=command.person))


def choose_team(deps: Dependencies, press: Press) -> None:
    """Another team."""
    show_in_place(deps, press, lambda: _drawn(deps, press.value, by=press.person))


def open_form(deps: Dependencies, press: Press) -> None:
    """Change or pause, on the bulletin or beside the past ones."""

    def fill() -> View:
        seen = see_bulletins(deps.context, press.value, by=press.person, now=deps.context.clock.now())
        return draw(deps.context.service, seen.team)

    open_then_fill(deps, press, fill)


def fields(service: Service, _now: datetime) -> list[form.Field]:
    """The questions, in the order they are shown."""
    return [
        *day_fields.FIELDS,
        form.Line(
            "time_zone",
            "In which time zone?",
            wrong="Write one such as Europe/London.",
            hint=bulletin_board.zone_hint(service),
        ),
        form.Day(
            "paused_until",
            "Pause it until",
            wrong="Choose a day.",
            hint="Leave it empty if it goes on. Nothing is posted before this day.",
            optional=True,
        ),
        form.Person(
            "approver",
            "Who approves it?",
            wrong="Choose a person.",
            hint="The lead of the team, or somebody of the safety team. If empty, the safety lead.",
            optional=True,
        ),
        form.Person("deputy", "Who else may approve it?", wrong="Choose a person.", optional=True),
        form.Choice(
            "handover",
            "Tonight on this ward: at which hand-over?",
            wrong="Choose a time from the list.",
            hint="A card of two minutes, once after each bulletin, with its words. If empty, none comes.",
            optional=True,
            options=bulletin_board.half_hours(time.min, time.max),
        ),
    ]


def draw(service: Service, team: Team) -> View:
    schedule = team.schedule
    given: dict[str, Any] = {
        "weekday": str(schedule.weekday),
        "local_time": f"{schedule.local_time:%H:%M}",
        "time_zone": schedule.time_zone or team.time_zone,
        "paused_until": schedule.paused_until,
        "approver": schedule.approver,
        "deputy": schedule.deputy,
        "handover": schedule.handover and f"{schedule.handover:%H:%M}",
    }
    asked = fields(service, datetime.min)  # noqa: DTZ901 - no field asks for the time
    drawn = [field.draw(given[field.name]) for field in asked]
    drawn = day_fields.with_warning(drawn, given["weekday"], given["local_time"])
    blocks = [*bulletin_board.above_the_form(team), *drawn]
    ids = {"team": team.code, "version": str(schedule.version)}
    return form.modal(DIALOG.name, title="Change or pause", submit="Save", blocks=blocks, ids=ids)


def save(deps: Dependencies, sent: Submission) -> Saved:
    """From now on it comes so."""
    context, now = deps.context, deps.context.clock.now()
    asked = fields(context.service, now)
    given = form.entered(sent.view, asked)
    given |= {"weekday": int(given["weekday"]), "local_time": time.fromisoformat(given["local_time"])}
    given["handover"] = given["handover"] and time.fromisoformat(given["handover"])
    team = context.service.team(sent.ids["team"])
    if team and given["time_zone"] == team.time_zone:
        given["time_zone"] = None  # It stays the team's own, also if that changes.
    wanted = form.validated(Schedule, form.by_name(asked), **given, version=int(sent.ids["version"]))
    found = change_schedule(context, sent.ids["team"], wanted, by=sent.person, now=now)
    return Saved(partial(bulletin_board.changed, found.team, posts_at=found.posts_at, now=now))


DIALOG = Dialog("bulletin_schedule", fields, draw, save)


def _teams(service: Service, person: str) -> list[Team]:
    """Those whose bulletin this person may change."""
    return [
        team for team in service.teams if may(service, person, Act.CHANGE_BULLETIN, Circumstances(team=team.code))
    ]


def _drawn(deps: Dependencies, team: str, *, by: str) -> View:
    now = deps.context.clock.now()
    found = see_bulletins(deps.context, team, by=by, now=now)
    return bulletin_board.board(found, others=_teams(deps.context.service, by), now=now)
