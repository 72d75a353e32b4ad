"""What kind of event a report tells of, and what its reporter says of harm.

The first four types are those of NHS England's Learn from Patient Safety Events. A concern is not sent there.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.kinds import GOOD_CARE

PHYSICAL_FROM_WORST = tuple(reversed(PhysicalHarm))
PSYCHOLOGICAL_FROM_WORST = tuple(reversed(PsychologicalHarm))


class ReportType(StrEnum):
    """What a report is about."""

    INCIDENT = "incident"
    RISK = "risk"
    GOOD_CARE = "good_care"
    POOR_OUTCOME = "poor_outcome"
    CONCERN = "concern"


class Hurt(StrEnum):
    """The answer to: was anyone hurt or upset? No answer is none of these: it means not said, never no."""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"


ASKED_ABOUT_DISTRESS = frozenset({"abuse", "violence", "restrictive_practice"})
"""Kinds after which psychological harm is always asked for.

Source: Care Quality Commission, Sexual safety on mental health wards (2018): 97 % were graded no or low harm.
"""


def type_of_kind(kind: str) -> ReportType:
    """The type of a report that was sent before there were types."""
    return ReportType.GOOD_CARE if kind == GOOD_CARE else ReportType.INCIDENT


class HarmSaid(NamedTuple):
    """What a reporter said of harm. None stands for not said."""

    hurt: Hurt | None = None
    physical: PhysicalHarm | None = None
    psychological: PsychologicalHarm | None = None


def worst_said(answers: Iterable[HarmSaid]) -> HarmSaid:
    """The worst that any reporter said, on each scale. Nobody hurt means no harm on both; not said stays not said."""
    each = list(answers)
    nobody = bool(each) and all(said.hurt is Hurt.NO for said in each)
    physical = [said.physical for said in each]
    psychological = [said.psychological for said in each]
    return HarmSaid(
        Hurt.NO if nobody else None,
        next((harm for harm in PHYSICAL_FROM_WORST if harm in physical), PhysicalHarm.NONE if nobody else None),
        next(
            (harm for harm in PSYCHOLOGICAL_FROM_WORST if harm in psychological),
            PsychologicalHarm.NONE if nobody else None,
        ),
    )
