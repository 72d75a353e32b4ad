"""The two scales of harm. Codes are those of NHS England's Learn from Patient Safety Events, where lower is worse.

The definitions are close to the official wording [K]: an operational default, to be checked at
england.nhs.uk, "Policy guidance on recording patient safety events and levels of harm".
"""

from enum import StrEnum


class PhysicalHarm(StrEnum):
    """Physical harm, column OT001."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    SEVERE = "severe"
    FATAL = "fatal"

    @property
    def lfpse_code(self) -> int:
        return {"none": 5, "low": 4, "moderate": 3, "severe": 2, "fatal": 1}[self.value]


class PsychologicalHarm(StrEnum):
    """Psychological harm, column OT002. It is not sent when physical harm is fatal."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    SEVERE = "severe"

    @property
    def lfpse_code(self) -> int:
        return {"none": 4, "low": 3, "moderate": 2, "severe": 1}[self.value]


def worst(physical: PhysicalHarm, psychological: PsychologicalHarm) -> PhysicalHarm:
    """The worse of both, on the physical scale, as NHS England's own analysis compares them."""
    code = min(physical.lfpse_code, psychological.lfpse_code + 1)
    return next(harm for harm in PhysicalHarm if harm.lfpse_code == code)
