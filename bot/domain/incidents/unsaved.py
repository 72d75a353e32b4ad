"""Danger that somebody reported and that could not be saved. Only what may be told: never who, never what."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class UnsavedDanger:
    """`team` is a code, or empty if none can be read in the form. `sure` if it is certain that nothing is saved.

    `by_database` if the database did not take it: then a write that it takes shows that saving works again. After
    any other failure only a report that is saved shows it.
    """

    team: str
    at: datetime
    sure: bool
    by_database: bool
