"""The kinds of incident that a reporter chooses from: at most 12, in plain words.

A kind is stored by its code. Add one here; never rename or delete one: retire it with a date.
Finer categories are for the person who triages, not for the reporter.
"""

from datetime import date

from bot.domain.values import Code, Value


class IncidentKind(Value):
    """A plain choice in the report form. `retired_on` is the first day on which it is no longer offered."""

    code: Code
    label: str
    retired_on: date | None = None


KINDS = (
    IncidentKind(code="self_harm", label="Self-harm or suicide attempt"),
    IncidentKind(code="violence", label="Violence or aggression"),
    IncidentKind(code="restrictive_practice", label="Restraint, seclusion or rapid tranquillisation"),
    IncidentKind(code="missing", label="Missing or away without leave"),
    IncidentKind(code="abuse", label="Abuse, neglect or sexual safety"),
    IncidentKind(code="medication", label="Medication"),
    IncidentKind(code="physical_health", label="Fall, injury or physical illness"),
    IncidentKind(code="death", label="A death"),
    IncidentKind(code="care", label="Delay, handover, staffing or records"),
    IncidentKind(code="environment", label="Building, equipment or security"),
    IncidentKind(code="good_care", label="Good care"),
    IncidentKind(code="not_sure", label="Something else, or not sure"),
)

GOOD_CARE = "good_care"

BY_CODE = {kind.code: kind for kind in KINDS}


def offered_on(day: date) -> tuple[IncidentKind, ...]:
    """The kinds that a reporter may choose on `day`, in the order they are shown."""
    return tuple(kind for kind in KINDS if kind.retired_on is None or day < kind.retired_on)
