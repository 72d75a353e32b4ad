"""Who reads a report, in words: printed from the access table, so that no promise can differ from it."""

from collections.abc import Collection

from bot.domain.sensitivity import Sensitivity
from bot.domain.service.access import TABLE, Act, Standing

CALLED = {
    Standing.TRIAGER: "the safety team",
    Standing.SAFETY_LEAD: "its lead",
    Standing.HOLDER: "whoever has the danger",
    Standing.REVIEWER: "those who review it",
    Standing.REVIEW_LEAD: "whoever leads its review",
    Standing.REPORTER: "whoever sent it",
    Standing.TEAM_LEAD: "the team's lead",
    Standing.ON_ROTA: "everybody on call",
    Standing.EXECUTIVE: "the executives on call",
    Standing.APPROVER: "whoever approves bulletins",
    Standing.GOVERNANCE: "those in governance",
    Standing.ADMINISTRATOR: "those who set Candour up",
    Standing.ANYBODY: "everybody",
}
"""In the order in which a sentence names them."""


def who_reads() -> str:
    """Who reads the words of a report, whether or not it is restricted."""
    return f"Read by {_listed(_allowed(Act.READ_WORDS))}."


def who_sees_the_name() -> str:
    """Who sees at once who sent a report whose reporter is named."""
    return f"A named reporter's name is seen by {_listed(_allowed(Act.READ_NAMES))}."


def _allowed(act: Act) -> frozenset[Standing]:
    return frozenset().union(*(TABLE[sensitivity][act] for sensitivity in Sensitivity))


def _listed(standings: Collection[Standing]) -> str:
    *first, last = [words for standing, words in CALLED.items() if standing in standings]
    return f"{', '.join(first)} and {last}" if first else last
