"""The service as the tables know it. The file is only a way to fill them."""

from datetime import datetime

from sqlmodel import col, delete, select

from bot.domain.calendar import local_date
from bot.domain.service.service import Person, Role, Service, Team
from storage.engine.transactions import Work
from storage.tables.service import PersonRoleRow, PersonRow, ServiceRow, TeamRow


def current(work: Work) -> Service | None:
    """The service, or None before the first loading."""
    row = work.get(ServiceRow, 1)
    if row is None:
        return None
    return Service(**row.model_dump(exclude={"id"}), teams=_teams(work), people=_people(work))


def replace(work: Work, service: Service, *, now: datetime) -> None:
    """Make the tables say what `service` says. A team that is gone keeps its row, since reports point at it."""
    work.exec(delete(PersonRoleRow))
    work.exec(delete(PersonRow))
    work.merge(ServiceRow(id=1, **service.model_dump(exclude={"teams", "people"})))
    _replace_teams(work, service.teams, now)
    work.flush()
    for position, person in enumerate(service.people):
        work.add(PersonRow(**person.model_dump(exclude={"roles"}), position=position))
    work.flush()
    work.add_all(
        PersonRoleRow(slack_id=person.slack_id, role=role) for person in service.people for role in person.roles
    )
    work.flush()


def _replace_teams(work: Work, teams: tuple[Team, ...], now: datetime) -> None:
    rows = {row.code: row for row in work.exec(select(TeamRow))}
    joined = {code: row.joined_on for code, row in rows.items() if row.position is not None}
    for row in rows.values():
        row.position = None
    for position, team in enumerate(teams):
        work.merge(
            TeamRow(
                **team.model_dump(), position=position, joined_on=joined.get(team.code) or local_date(now, team.zone)
            )
        )


def _teams(work: Work) -> tuple[Team, ...]:
    rows = work.exec(select(TeamRow).where(col(TeamRow.position).is_not(None)).order_by(col(TeamRow.position)))
    return tuple(Team(**row.model_dump(exclude={"position", "joined_on"})) for row in rows)


def _people(work: Work) -> tuple[Person, ...]:
    roles: dict[str, set[Role]] = {}
    for row in work.exec(select(PersonRoleRow)):
        roles.setdefault(row.slack_id, set()).add(Role(row.role))
    rows = work.exec(select(PersonRow).order_by(col(PersonRow.position)))
    return tuple(
        Person(slack_id=row.slack_id, name=row.name, team=row.team, roles=frozenset(roles.get(row.slack_id, ())))
        for row in rows
    )
