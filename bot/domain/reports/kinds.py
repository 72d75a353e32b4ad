"""The kinds of incident that a reporter chooses from: at most 12, in plain words.

A kind is stored by its code. Add one here; never rename or delete one: retire it with a date.
Finer categories are for the person who triages, not for the reporter.
"""

from datetime import date

from bot.domain.values import Code, Value


class Kind(Value):
    """A plain choice in the report form. `retired_on` is the first day on which it is no longer offered."""

    code: Code
    label: str
    retired_on: date | None = None


KINDS = (
    Kind(code="self_harm", label="Self-harm or suicide attempt"),
    Kind(code="violence", label="Violence or aggression"),
    Kind(code="restrictive_practice", label="Restraint, seclusion or rapid tranquillisation"),
    Kind(code="missing", label="Missing or away without leave"),
    Kind(code="abuse", label="Abuse, neglect or sexual safety"),
    Kind(code="medication", label="Medication"),
    Kind(code="physical_health", label="Fall, injury or physical illness"),
    Kind(code="death", label="A death"),
    Kind(code="care", label="Delay, handover, staffing or records"),
    Kind(code="environment", label="Building, equipment or security"),
    Kind(code="good_care", label="Good care"),
    Kind(code="not_sure", label="Something else, or not sure"),
)

GOOD_CARE = "good_care"

BY_CODE = {kind.code: kind for kind in KINDS}


def offered_on(day: date) -> tuple[Kind, ...]:
    """The kinds that a reporter may choose on `day`, in the order they are shown."""
    return tuple(kind for kind in KINDS if kind.retired_on is None or day < kind.retired_on)
