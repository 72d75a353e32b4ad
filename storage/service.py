"""The service in the tables. The service file is only a way to fill them."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import col, select

from bot.domain.calendar import local_date
from bot.domain.service.ladders import LadderRule, Step
from bot.domain.service.service import USUAL, Forum, Person, Role, Schedule, Service, Team
from storage.engine.transactions import Transaction, table
from storage.tables.service import (
    BulletinScheduleRow,
    ForumRow,
    ForumSignerRow,
    LadderRow,
    LadderStepRow,
    PersonRoleRow,
    PersonRow,
    ServiceRow,
    TeamRow,
)

_VERSION = sa.select(table(ServiceRow).c.version)
_ROLES = frozenset(Role)


def version(transaction: Transaction) -> int:
    """Grows with each change of the service; 0 before the first loading."""
    return int(transaction.core.execute(_VERSION).scalar() or 0)


def current(transaction: Transaction) -> Service | None:
    """The service, or None before the first loading."""
    row = transaction.get(ServiceRow, 1)
    if row is None:
        return None
    facts = row.model_dump(exclude={"id", "version"})
    return Service(
        **facts,
        teams=_teams(transaction),
        people=_people(transaction),
        forums=_forums(transaction),
        ladders=_ladders(transaction),
    )


def save(transaction: Transaction, service: Service, *, now: datetime) -> None:
    """Make the tables say what `service` says. Teams and people who are gone keep their rows."""
    facts = service.model_dump(exclude={"teams", "people", "forums", "ladders"})
    transaction.merge(ServiceRow(id=1, **facts, version=version(transaction) + 1))
    _save_teams(transaction, service.teams, now)
    transaction.flush()
    _save_people(transaction, service, now)
    transaction.flush()
    _save_roles(transaction, service.people)
    transaction.flush()
    _save_forums(transaction, service.forums)
    transaction.flush()
    _save_ladders(transaction, service.ladders)
    transaction.flush()


def schedule_of(transaction: Transaction, team: str) -> Schedule:
    """When this team gets its bulletin. Until this transaction ends no other change of the service is saved."""
    transaction.exec(select(ServiceRow).with_for_update()).first()
    row = transaction.get(BulletinScheduleRow, team)
    return _schedule(row) if row else USUAL


def save_schedule(transaction: Transaction, team: str, schedule: Schedule) -> None:
    """Keep it, with the next version, and let each replica see that the service has changed."""
    facts = schedule.model_dump() | {"version": schedule.version + 1}
    transaction.merge(BulletinScheduleRow(team=team, **facts))
    transaction.flush()
    grown = table(ServiceRow).c.version + 1
    transaction.core.execute(sa.update(table(ServiceRow)).values(version=grown))


def _save_teams(transaction: Transaction, teams: tuple[Team, ...], now: datetime) -> None:
    rows = {row.code: row for row in transaction.exec(select(TeamRow))}
    joined = {code: row.joined_on for code, row in rows.items() if row.position is not None}
    for row in rows.values():
        row.position = None
    for position, team in enumerate(teams):
        transaction.merge(
            TeamRow(
                **team.model_dump(exclude={"schedule"}),
                position=position,
                joined_on=joined.get(team.code) or local_date(now, team.zone),
            )
        )


def _save_people(transaction: Transaction, service: Service, now: datetime) -> None:
    present = {person.slack_id for person in service.people}
    for row in transaction.exec(select(PersonRow).where(col(PersonRow.left_on).is_(None))):
        if row.slack_id not in present:
            row.left_on = local_date(now, service.zone)
    for position, person in enumerate(service.people):
        transaction.merge(PersonRow(**person.model_dump(exclude={"roles"}), position=position, left_on=None))


def _save_roles(transaction: Transaction, people: tuple[Person, ...]) -> None:
    """Roles that this program does not know stay with people who stay: a newer program gave them."""
    wanted = {(person.slack_id, str(role)) for person in people for role in person.roles}
    present = {person.slack_id for person in people}
    rows = {(row.slack_id, row.role): row for row in transaction.exec(select(PersonRoleRow))}
    for (slack_id, role), row in rows.items():
        if (slack_id, role) not in wanted and (role in _ROLES or slack_id not in present):
            transaction.delete(row)
    transaction.add_all(PersonRoleRow(slack_id=slack_id, role=role) for slack_id, role in wanted - rows.keys())


def _save_forums(transaction: Transaction, forums: tuple[Forum, ...]) -> None:
    transaction.core.execute(table(ForumSignerRow).delete())
    transaction.core.execute(table(ForumRow).delete())
    transaction.add_all(
        ForumRow(**forum.model_dump(exclude={"signers"}), position=position) for position, forum in enumerate(forums)
    )
    transaction.flush()
    transaction.add_all(
        ForumSignerRow(forum=forum.code, slack_id=signer, position=position)
        for forum in forums
        for position, signer in enumerate(forum.signers)
    )


def _save_ladders(transaction: Transaction, ladders: tuple[LadderRule, ...]) -> None:
    transaction.core.execute(table(LadderStepRow).delete())
    transaction.core.execute(table(LadderRow).delete())
    transaction.add_all(
        LadderRow(**rule.model_dump(exclude={"steps"}), position=position) for position, rule in enumerate(ladders)
    )
    transaction.flush()
    transaction.add_all(
        LadderStepRow(ladder=ladder, position=position, asks=step.asks, after_minutes=step.after)
        for ladder, rule in enumerate(ladders)
        for position, step in enumerate(rule.steps)
    )


def _ladders(transaction: Transaction) -> tuple[LadderRule, ...]:
    steps: dict[int, list[Step]] = {}
    for row in transaction.exec(select(LadderStepRow).order_by(col(LadderStepRow.position))):
        steps.setdefault(row.ladder, []).append(Step.model_validate({"asks": row.asks, "after": row.after_minutes}))
    rows = transaction.exec(select(LadderRow).order_by(col(LadderRow.position)))
    return tuple(LadderRule(**row.model_dump(exclude={"position"}), steps=tuple(steps[row.position])) for row in rows)


def _forums(transaction: Transaction) -> tuple[Forum, ...]:
    signers: dict[str, list[str]] = {}
    for row in transaction.exec(select(ForumSignerRow).order_by(col(ForumSignerRow.position))):
        signers.setdefault(row.forum, []).append(row.slack_id)
    rows = transaction.exec(select(ForumRow).order_by(col(ForumRow.position)))
    return tuple(Forum(**row.model_dump(exclude={"position"}), signers=tuple(signers[row.code])) for row in rows)


def _teams(transaction: Transaction) -> tuple[Team, ...]:
    rows = transaction.exec(select(TeamRow).where(col(TeamRow.position).is_not(None)).order_by(col(TeamRow.position)))
    schedules = {row.team: _schedule(row) for row in transaction.exec(select(BulletinScheduleRow))}
    return tuple(
        Team(**row.model_dump(exclude={"position", "joined_on"}), schedule=schedules.get(row.code, USUAL))
        for row in rows
    )


def _schedule(row: BulletinScheduleRow) -> Schedule:
    return Schedule(**row.model_dump(exclude={"team"}))


def _people(transaction: Transaction) -> tuple[Person, ...]:
    roles: dict[str, set[Role]] = {}
    for row in transaction.exec(select(PersonRoleRow)):
        if row.role in _ROLES:
            roles.setdefault(row.slack_id, set()).add(Role(row.role))
    here = select(PersonRow).where(col(PersonRow.left_on).is_(None)).order_by(col(PersonRow.position))
    return tuple(
        Person(slack_id=row.slack_id, name=row.name, team=row.team, roles=frozenset(roles.get(row.slack_id, ())))
        for row in transaction.exec(here)
    )
