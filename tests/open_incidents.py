"""Very many open incidents, written without the use cases: for tests and benchmarks of how long a list takes."""

from uuid import UUID

import sqlalchemy as sa

_NUMBERED = """
    WITH RECURSIVE numbered(number) AS (
        SELECT {first} UNION ALL SELECT number + 1 FROM numbered WHERE number < {last})"""
_INCIDENTS = """
    INSERT INTO incident (id, kind, team, opened_at, state, sensitivity, unanswered, version, taken_by, taken_at)
    {numbered}
    SELECT {id}, 'medication', '{team}', {moment}, {state}, 'ordinary', 1, 1, {taken_by}, {taken_at} FROM numbered"""
_REPORTS = """
    INSERT INTO report (id, incident_id, reference, kind, still_at_risk, team, happened_at, reported_at, reporter,
                        submission_hash, answers_hash, narrative_sealed)
    {numbered}
    SELECT {id}, {id}, {reference}, 'medication', 'no', '{team}', {moment}, {moment}, 'U0FILLED00',
           {form}, {form}, {form} FROM numbered"""
_IN_ITS_WORDS = {
    "sqlite": {
        "id": "printf('%032x', number)",
        "moment": "datetime('2026-01-05 12:00:00', '+' || number || ' minutes') || '.000000'",
        "reference": "printf('N%07d', number)",
        "form": "CAST('filled ' || number AS BLOB)",
    },
    "postgresql": {
        "id": "lpad(to_hex(number), 32, '0')::uuid",
        "moment": "timestamptz '2026-01-05 12:00:00+00' + number * interval '1 minute'",
        "reference": "'N' || lpad(number::text, 7, '0')",
        "form": "convert_to('filled ' || number, 'UTF8')",
    },
}


def fill(connection: sa.Connection, *, count: int, team: str, first: int = 1, taken_by: str | None = None) -> None:
    """Incidents of one report each, one a minute from 5 January 2026 on.

    With `taken_by`, every second one is taken by this person; the others are new.
    """
    words = dict(_IN_ITS_WORDS[connection.dialect.name])
    numbered = _NUMBERED.format(first=first, last=first + count - 1)
    words |= {"numbered": numbered, "team": team, **_states(taken_by, moment=words["moment"])}
    for statement in (_INCIDENTS, _REPORTS):
        connection.exec_driver_sql(statement.format(**words))
    for table in ("incident", "report"):  # A server does it by itself, a little later.
        connection.exec_driver_sql(f"ANALYZE {table}")


def _states(taken_by: str | None, *, moment: str) -> dict[str, str]:
    if taken_by is None:
        return {"state": "'new'", "taken_by": "NULL", "taken_at": "NULL"}
    taken = {"state": "'taken'", "taken_by": f"'{taken_by}'", "taken_at": moment}
    new = {"state": "'new'", "taken_by": "NULL", "taken_at": "NULL"}
    return {name: f"CASE WHEN (number & 1) = 0 THEN {taken[name]} ELSE {new[name]} END" for name in taken}


def incident(number: int) -> UUID:
    """The id of the incident with this number."""
    return UUID(int=number)
