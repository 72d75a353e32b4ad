"""The rows. They remember and do not validate: values from `bot.domain` are the only door.

Every invariant is a constraint here as well. Datetimes are aware and stored as UTC by SQLModel's own type. Sealed
columns end in `_sealed`; each is bound to its table, column and row.
"""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _one_of(column: str, *codes: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


class SecretRow(SQLModel, table=True):
    """Random secrets, sealed with the keyring. Opening one proves that the keys are the right ones."""

    __tablename__ = "secret"
    name: str = Field(primary_key=True)
    value_sealed: bytes


class ServiceRow(SQLModel, table=True):
    __tablename__ = "service"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    name: str
    time_zone: str
    safety_channel: str
    on_call_phone: str
    support: str
    read_within_working_days: int


class TeamRow(SQLModel, table=True):
    """`position` is the order of the service file; a team that left it is kept, with no position."""

    __tablename__ = "team"
    code: str = Field(primary_key=True)
    name: str
    channel: str
    time_zone: str
    position: int | None
    joined_on: date


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"
    slack_id: str = Field(primary_key=True)
    name: str
    team: str | None = Field(default=None, foreign_key="team.code")
    position: int


class PersonRoleRow(SQLModel, table=True):
    __tablename__ = "person_role"
    __table_args__ = (_one_of("role", "safety_team", "on_call"),)
    slack_id: str = Field(primary_key=True, foreign_key="person.slack_id")
    role: str = Field(primary_key=True)


class ReportRow(SQLModel, table=True):
    """`submission_hash` is a keyed hash of the form's nonce, `answers_hash` of what was answered."""

    __tablename__ = "report"
    __table_args__ = (
        _one_of("still_at_risk", "no", "yes", "not_sure"),
        sa.CheckConstraint("length(narrative_sealed) > 0", name="narrative"),
        sa.CheckConstraint("length(reporter) > 0", name="reporter"),
        sa.Index("ix_report_team_reported_at", "team", "reported_at", "kind"),
        sa.Index("ix_report_reporter_reported_at", "reporter", "reported_at"),
    )
    id: UUID = Field(primary_key=True)
    reference: str = Field(unique=True)
    kind: str
    still_at_risk: str
    team: str = Field(foreign_key="team.code")
    happened_at: datetime
    reported_at: datetime
    reporter: str
    first_read_at: datetime | None = None
    submission_hash: bytes = Field(unique=True)
    answers_hash: bytes
    narrative_sealed: bytes


class AmendmentRow(SQLModel, table=True):
    """The same form sent again with other answers. The report stays as it was; this is kept beside it."""

    __tablename__ = "amendment"
    __table_args__ = (
        _one_of("still_at_risk", "no", "yes", "not_sure"),
        sa.UniqueConstraint("report_id", "answers_hash"),
    )
    id: UUID = Field(primary_key=True)
    report_id: UUID = Field(foreign_key="report.id")
    kind: str
    still_at_risk: str
    team: str = Field(foreign_key="team.code")
    happened_at: datetime
    amended_at: datetime
    answers_hash: bytes
    narrative_sealed: bytes


class ActionRow(SQLModel, table=True):
    __tablename__ = "action"
    __table_args__ = (
        _one_of("state", "open", "done"),
        _one_of("nudged", "before", "after"),
        sa.CheckConstraint("(state = 'done') = (done_at IS NOT NULL)", name="done_at"),
        sa.CheckConstraint("length(owner) > 0", name="owner"),
        sa.Index(
            "ix_action_to_nudge",
            "nudged",
            "due_on",
            sqlite_where=sa.text("state = 'open' AND (nudged IS NULL OR nudged = 'before')"),
            postgresql_where=sa.text("state = 'open' AND (nudged IS NULL OR nudged = 'before')"),
        ),
        sa.Index("ix_action_owner_state", "owner", "state"),
    )
    id: UUID = Field(primary_key=True)
    report_id: UUID = Field(foreign_key="report.id", index=True)
    submission_hash: bytes = Field(unique=True)
    change_sealed: bytes
    measure_sealed: bytes | None = None
    owner: str
    owner_zone: str
    due_on: date
    due_set_at: datetime
    nudged: str | None = None
    state: str
    agreed_by: str
    agreed_at: datetime
    done_at: datetime | None = None


class OccurrenceRow(SQLModel, table=True):
    """Something that happens once: one kind, one subject, one local key (a date, or a date and a stage)."""

    __tablename__ = "occurrence"
    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    local_key: str = Field(primary_key=True)
    made_at: datetime


class OutboxRow(SQLModel, table=True):
    """A message that must leave. `unique_hash` and `lane` are keyed hashes; `lane` stands for the recipient.

    `leaves_at` is the turn that its latest claim was given.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        _one_of("state", "ready", "sending", "sent", "doubtful", "held", "dead", "dropped"),
        sa.CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="lease"),
        sa.CheckConstraint("(state = 'sent') = (slack_ts IS NOT NULL)", name="slack_ts"),
        sa.Index(
            "ix_outbox_ready",
            "urgent",
            "not_before",
            "position",
            sqlite_where=sa.text("state = 'ready'"),
            postgresql_where=sa.text("state = 'ready'"),
        ),
        sa.Index("ix_outbox_leaves_at", "leaves_at"),
        sa.Index(
            "ix_outbox_unsettled",
            "state",
            sqlite_where=sa.text("state IN ('sending', 'doubtful', 'held', 'dead')"),
            postgresql_where=sa.text("state IN ('sending', 'doubtful', 'held', 'dead')"),
        ),
    )
    position: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True)
    unique_hash: bytes = Field(unique=True)
    kind: str
    urgent: bool
    lane: bytes
    target_sealed: bytes
    body_sealed: bytes
    state: str
    not_before: datetime
    attempts: int = 0
    absences: int = 0
    may_repeat: bool = False
    fence: int = 0
    claimed_by: str | None = None
    lease_until: datetime | None = None
    first_attempt_at: datetime | None = None
    leaves_at: datetime | None = None
    slack_ts: str | None = None
    last_error: str | None = None


class PaceRow(SQLModel, table=True):
    """From when the next message may leave, and the next that is not urgent."""

    __tablename__ = "pace"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    next_at: datetime
    next_calm_at: datetime


class AuditRow(SQLModel, table=True):
    __tablename__ = "audit"
    __table_args__ = (sa.CheckConstraint("length(actor) > 0", name="actor"),)
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    previous: bytes = Field(unique=True)
    at: datetime
    actor: str
    action: str
    subject: str
    detail: str
    hash: bytes = Field(unique=True)


class AuditHeadRow(SQLModel, table=True):
    __tablename__ = "audit_head"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)
    id: int = Field(default=1, primary_key=True)
    seq: int
    hash: bytes
