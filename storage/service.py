"""The service as the tables know it. The file is only a way to fill them."""

from datetime import datetime

from sqlmodel import col, delete, select

from bot.domain.calendar import local_date
from bot.domain.service.service import Person, Role, Service, Team
from storage.engine.transactions import Transaction
from storage.tables.service import PersonRoleRow, PersonRow, ServiceRow, TeamRow


def current(transaction: Transaction) -> Service | None:
    """The service, or None before the first loading."""
    row = transaction.get(ServiceRow, 1)
    if row is None:
        return None
    return Service(**row.model_dump(exclude={"id"}), teams=_teams(transaction), people=_people(transaction))


def replace(transaction: Transaction, service: Service, *, now: datetime) -> None:
    """Make the tables say what `service` says. A team that is gone keeps its row, since reports point at it."""
    transaction.exec(delete(PersonRoleRow))
    transaction.exec(delete(PersonRow))
    transaction.merge(ServiceRow(id=1, **service.model_dump(exclude={"teams", "people"})))
    _replace_teams(transaction, service.teams, now)
    transaction.flush()
    for position, person in enumerate(service.people):
        transaction.add(PersonRow(**person.model_dump(exclude={"roles"}), position=position))
    transaction.flush()
    transaction.add_all(
        PersonRoleRow(slack_id=person.slack_id, role=role) for person in service.people for role in person.roles
    )
    transaction.flush()


def _replace_teams(transaction: Transaction, teams: tuple[Team, ...], now: datetime) -> None:
    rows = {row.code: row for row in transaction.exec(select(TeamRow))}
    joined = {code: row.joined_on for code, row in rows.items() if row.position is not None}
    for row in rows.values():
        row.position = None
    for position, team in enumerate(teams):
        transaction.merge(
            TeamRow(
                **team.model_dump(), position=position, joined_on=joined.get(team.code) or local_date(now, team.zone)
            )
        )


def _teams(transaction: Transaction) -> tuple[Team, ...]:
    rows = transaction.exec(select(TeamRow).where(col(TeamRow.position).is_not(None)).order_by(col(TeamRow.position)))
    return tuple(Team(**row.model_dump(exclude={"position", "joined_on"})) for row in rows)


def _people(transaction: Transaction) -> tuple[Person, ...]:
    roles: dict[str, set[Role]] = {}
    for row in transaction.exec(select(PersonRoleRow)):
        roles.setdefault(row.slack_id, set()).add(Role(row.role))
    rows = transaction.exec(select(PersonRow).order_by(col(PersonRow.position)))
    return tuple(
        Person(slack_id=row.slack_id, name=row.name, team=row.team, roles=frozenset(roles.get(row.slack_id, ())))
        for row in rows
    )
