"""Duties with clocks: whom an organisation must tell, or what it must do, once something like this has happened.

Each is a dated row of data. The answers of a decision suggest it, a named person says whether it applies, and nothing
is ever filed by itself. The law names no hours for most of them: they say *without delay*, and so does this page.
[K] marks general knowledge: such a row is an operational default, and never shown as law.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, Strict

from bot.domain.calendar import LONDON, due_date, local_date
from bot.domain.incidents.incident import Decision
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.kinds import Offered
from bot.domain.values import Code, Moment, PersonId, Value


class Basis(StrEnum):
    """Whether a duty is law, or a default of this project with its source."""

    LEGAL = "legal"
    OPERATIONAL = "operational"


class Start(StrEnum):
    """From when its time counts."""

    HAPPENED = "happened"
    KNOWN = "known"
    """When the service came to know of it: its first report."""


class WithoutDelay(Value):
    """The source names no time, and neither do we."""


class WorkingDays(Value):
    """So many working days of England and Wales after the day of its start, which is day 0."""

    count: int = Field(ge=0)


class Days(Value):
    """So many days after the day of its start, weekends and bank holidays included."""

    count: int = Field(ge=1)


Length = WithoutDelay | WorkingDays | Days


class Body(Offered):
    """Whom is told. Bodies come and go: from `retired_on` on another one has its task."""


BODIES = (
    Body(code="cqc", label="the Care Quality Commission", starts_on=date(2009, 4, 1)),
    Body(code="hse", label="the Health and Safety Executive", starts_on=date(1975, 1, 1)),
    Body(code="ico", label="the Information Commissioner's Office", starts_on=date(2001, 1, 30)),
    Body(code="council", label="the local authority"),
    Body(code="nhs_england", label="NHS England and the integrated care board", starts_on=date(2022, 7, 1)),
)


class Duty(Offered):
    """One duty. `label` says what to do.

    It is suggested where the decision has one of these categories, or one of these harms. `body` is told, if any is.
    Without `starts_on` it is not in force: nobody is ever asked about it.
    """

    categories: frozenset[Code] = frozenset()
    physical: frozenset[PhysicalHarm] = frozenset()
    psychological: frozenset[PsychologicalHarm] = frozenset()
    start: Start = Start.KNOWN
    length: Length = WithoutDelay()
    who: str
    source: str
    basis: Basis
    body: Code | None = None

    def is_in_force(self, day: date) -> bool:
        """Whether it is asked about on `day`."""
        return self.starts_on is not None and self.is_offered_on(day)

    def is_suggested_by(self, decision: Decision) -> bool:
        """Whether the answers of this decision speak for it."""
        return (
            decision.category in self.categories
            or decision.physical_harm in self.physical
            or decision.psychological_harm in self.psychological
        )

    def due_on(self, *, happened_at: datetime, known_at: datetime) -> date | None:
        """The last day, in London; None where it is without delay."""
        started_at = happened_at if self.start is Start.HAPPENED else known_at
        match self.length:
            case WithoutDelay():
                return None
            case WorkingDays(count=count):
                return due_date(started_at, working_days=count)
            case Days(count=count):
                return local_date(started_at, LONDON) + timedelta(days=count)


_HARMED = frozenset({PhysicalHarm.MODERATE, PhysicalHarm.SEVERE, PhysicalHarm.FATAL})
_DISTRESSED = frozenset({PsychologicalHarm.MODERATE, PsychologicalHarm.SEVERE})
_DEATHS = frozenset({"death_natural_expected", "death_unexpected", "death_self_inflicted", "death_homicide"})
_ABUSE = frozenset(
    {
        *("sexual_assault", "sexual_harassment", "sexual_verbal", "sexual_exposure", "sexual_online"),
        *("sexual_capacity_unclear", "safeguarding_adult", "abuse_by_staff"),
    }
)
_RESTRAINTS = frozenset(
    {"restraint_physical", "restraint_mechanical", "rapid_tranquillisation", "seclusion", "segregation"}
)
_AT_WORK = frozenset({"violence_to_staff", "staff_injury", "needlestick"})
_REGISTERED = "the registered person"
_CQC_2009 = "Care Quality Commission (Registration) Regulations 2009, regulation"
_RIDDOR = "RIDDOR 2013"

DUTIES = (
    Duty(
        code="candour_in_person",
        label="Tell the person, or their family, in person",
        starts_on=date(2014, 11, 27),
        physical=_HARMED,
        psychological=_DISTRESSED,
        who="the registered person, or whoever acts for them",
        source="2014 Regulations, regulation 20(2) and (3): as soon as reasonably practicable",
        basis=Basis.LEGAL,
    ),
    Duty(
        code="candour_in_writing",
        label="Send in writing what they were told",
        starts_on=date(2014, 11, 27),
        physical=_HARMED,
        psychological=_DISTRESSED,
        length=WorkingDays(count=10),
        who="the registered person, or whoever acts for them",
        source="regulation 20(4) names no number of days; 10 working days are usual [K]",
        basis=Basis.OPERATIONAL,
    ),
    Duty(
        code="cqc_death",
        label="Notify the death",
        starts_on=date(2009, 4, 1),
        categories=_DEATHS | {"death_after_discharge"},
        physical=frozenset({PhysicalHarm.FATAL}),
        who=_REGISTERED,
        source=f"{_CQC_2009} 16, or 17 for somebody detained. NHS bodies do so through LFPSE",
        basis=Basis.LEGAL,
        body="cqc",
    ),
    Duty(
        code="cqc_serious",
        label="Notify a serious injury, abuse, or what the police look into",
        starts_on=date(2009, 4, 1),
        categories=_ABUSE | {"safeguarding_child", "violence_hate"},
        physical=frozenset({PhysicalHarm.SEVERE}),
        who=_REGISTERED,
        source=f"{_CQC_2009} 18. NHS bodies do so through LFPSE",
        basis=Basis.LEGAL,
        body="cqc",
    ),
    Duty(
        code="cqc_absence",
        label="Notify the absence, and later the return. Secure services only",
        starts_on=date(2009, 4, 1),
        categories=frozenset({"missing_from_leave", "missing_from_unit", "missing_from_escort"}),
        who=_REGISTERED,
        source=f"{_CQC_2009} 17",
        basis=Basis.LEGAL,
        body="cqc",
    ),
    Duty(
        code="cqc_under_18",
        label="Notify it once it has lasted longer than 48 hours",
        starts_on=date(2009, 4, 1),
        categories=frozenset({"under_18_on_adult_ward"}),
        who=_REGISTERED,
        source=f"{_CQC_2009} 18(2)(h)",
        basis=Basis.LEGAL,
        body="cqc",
    ),
    Duty(
        code="cqc_utilities",
        label="Notify a failure of power, water or fire alarm of more than 24 hours",
        starts_on=date(2009, 4, 1),
        categories=frozenset({"building"}),
        who=_REGISTERED,
        source=f"{_CQC_2009} 18(2)(g)",
        basis=Basis.LEGAL,
        body="cqc",
    ),
    Duty(
        code="cqc_restraint",
        label="Notify the restraint, seclusion or segregation within 72 hours",
        categories=_RESTRAINTS,  # Not in force: the Government wanted more work on it (18 December 2024).
        who=_REGISTERED,
        source="proposed, and not in force",
        basis=Basis.LEGAL,
        body="cqc",
    ),
    Duty(
        code="safeguarding_adult",
        label="Refer it, if the three tests of section 42 are met",
        starts_on=date(2015, 4, 1),
        categories=_ABUSE,
        who="the safeguarding lead",
        source="Care Act 2014, section 42; by when is set by the local board [K]",
        basis=Basis.OPERATIONAL,
        body="council",
    ),
    Duty(
        code="safeguarding_child",
        label="Refer it to children's social care on the same day",
        starts_on=date(2004, 11, 15),
        categories=frozenset({"safeguarding_child"}),
        length=WorkingDays(count=0),
        who="the safeguarding lead",
        source="local practice [K]",
        basis=Basis.OPERATIONAL,
        body="council",
    ),
    Duty(
        code="riddor_serious",
        label="Report a death, a specified injury or a dangerous occurrence at work",
        starts_on=date(2013, 10, 1),
        categories=_AT_WORK,
        start=Start.HAPPENED,
        length=Days(count=10),
        who="the responsible person",
        source=f"{_RIDDOR}: notify without delay, report within 10 days",
        basis=Basis.LEGAL,
        body="hse",
    ),
    Duty(
        code="riddor_over_7_days",
        label="Report it, if somebody cannot work for more than 7 days",
        starts_on=date(2013, 10, 1),
        categories=_AT_WORK,
        start=Start.HAPPENED,
        length=Days(count=15),
        who="the responsible person",
        source=f"{_RIDDOR}: within 15 days of the accident",
        basis=Basis.LEGAL,
        body="hse",
    ),
    Duty(
        code="data_breach",
        label="Report it through the DSPT, if people's rights are at risk",
        starts_on=date(2018, 5, 25),
        categories=frozenset({"information_governance"}),
        who="the data protection officer or SIRO",
        source="UK GDPR, article 33: without undue delay, and where feasible within 72 hours of knowing",
        basis=Basis.LEGAL,
        body="ico",
    ),
    Duty(
        code="use_of_force",
        label="Complete the record of the use of force",
        starts_on=date(2022, 3, 31),
        categories=_RESTRAINTS,
        who="the responsible person for the Act",
        source="Mental Health Units (Use of Force) Act 2018, section 6, which names no time",
        basis=Basis.OPERATIONAL,
    ),
    Duty(
        code="restraint_review",
        label="Hold the review after the restraint, with the patient and the staff",
        starts_on=date(2015, 5, 28),
        categories=_RESTRAINTS,
        length=WorkingDays(count=3),
        who="the ward team",
        source="NICE NG10 speaks of 72 hours [K]",
        basis=Basis.OPERATIONAL,
    ),
    Duty(
        code="homicide",
        label="Tell them of the homicide, for an independent investigation",
        starts_on=date(2022, 8, 16),
        categories=frozenset({"death_homicide"}),
        who="the executive lead",
        source="PSIRF: nationally required responses",
        basis=Basis.OPERATIONAL,
        body="nhs_england",
    ),
)
BY_CODE = {duty.code: duty for duty in DUTIES}


class Verdict(StrEnum):
    """What a named person says of a duty. A later word counts."""

    APPLIES = "applies"
    NOT_HERE = "not_here"
    """It does not apply."""
    DONE = "done"


class IncidentDuty(Value):
    """A duty of one incident: suggested, until a named person says something of it."""

    incident_id: UUID
    code: Code
    due_on: date | None = None
    verdict: Annotated[Verdict | None, Strict(strict=False)] = None
    decided_by: PersonId | None = None
    decided_at: Moment | None = None

    @property
    def waits(self) -> bool:
        """For somebody to say whether it applies, or for it to be done."""
        return self.verdict in (None, Verdict.APPLIES)


def suggested(
    incident_id: UUID, decision: Decision, *, happened_at: datetime, known_at: datetime, today: date
) -> list[IncidentDuty]:
    """What the answers of a decision suggest."""
    return [
        IncidentDuty(
            incident_id=incident_id,
            code=duty.code,
            due_on=duty.due_on(happened_at=happened_at, known_at=known_at),
        )
        for duty in DUTIES
        if duty.is_in_force(today) and duty.is_suggested_by(decision)
    ]


def retired_bodies(today: date, bodies: Collection[Body] = BODIES) -> list[Body]:
    """Those that are no longer there: somebody must find out who has their task."""
    return [body for body in bodies if body.retired_on is not None and body.retired_on <= today]
