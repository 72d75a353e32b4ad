"""The kinds of incident that a reporter chooses from: at most 12 on each day, in plain words.

A kind is stored by its code. To add one, write an entry here with the date from which it is offered.
To take one away, give it the date from which it is not. Never rename or delete one, because reports hold its code.
Finer categories are for the person who triages, not for the reporter.
"""

from datetime import date

from bot.domain.values import Code, Value


class Offered(Value):
    """A choice that is stored by its code.

    It is offered from `starts_on` up to the day before `retired_on`; without them, always.
    """

    code: Code
    label: str
    starts_on: date | None = None
    retired_on: date | None = None

    def is_offered_on(self, day: date) -> bool:
        """Whether it may be chosen on `day`."""
        return (self.starts_on or date.min) <= day < (self.retired_on or date.max)


class IncidentKind(Offered):
    """A plain choice in the report form."""


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
    IncidentKind(code="good_care", label="Good care", retired_on=date(2026, 12, 1)),  # It is a type of report now.
    IncidentKind(code="not_sure", label="Something else, or not sure"),
)

GOOD_CARE = "good_care"
NOT_SURE = "not_sure"
"""What stands where a reporter chose no kind."""


def offered_on(day: date) -> tuple[IncidentKind, ...]:
    """The kinds that a reporter may choose on `day`, in the order they are shown."""
    return tuple(kind for kind in KINDS if kind.is_offered_on(day))


def label_of(code: str) -> str:
    """The kind in plain words, whether or not it is still offered. A kind of a newer version is shown by its code."""
    return next((kind.label for kind in KINDS if kind.code == code), code)
