"""Who reads a report, in words: printed from the access table, so that no promise can differ from it."""

from collections.abc import Collection, Mapping

from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.access import TABLE, Act, Standing

CALLED = {
    Standing.TRIAGER: "the safety team",
    Standing.SAFETY_LEAD: "its lead",
    Standing.HOLDER: "whoever has the danger",
    Standing.REVIEWER: "those who review it",
    Standing.REVIEW_LEAD: "whoever leads its review",
    Standing.REPORTER: "whoever sent it",
    Standing.TEAM_LEAD: "the team's lead",
    Standing.SHIFT_LEAD: "whoever leads the team's shifts",
    Standing.ON_ROTA: "everybody on call",
    Standing.EXECUTIVE: "the executives on call",
    Standing.APPROVER: "whoever approves bulletins",
    Standing.GOVERNANCE: "those in governance",
    Standing.GUARDIAN: "the guardian",
    Standing.ADMINISTRATOR: "those who set Candour up",
    Standing.ANYBODY: "everybody",
}
"""In the order in which a sentence names them."""
CALLED_IN_CONCERNS: Mapping[Standing, str] = {**CALLED, Standing.SAFETY_LEAD: "the safety lead"}
_USUAL = frozenset(Sensitivity) - CONCERNS
_IN_DANGER = "While danger lasts, whoever has it can look up your name too. You are told at once."
NOT_THE_TEAM_LEAD = "The team's lead does not read it."


def who_reads() -> str:
    """Who reads the words of a report that is no concern, whether or not it is restricted."""
    return f"Read by {_listed(_allowed(Act.READ_WORDS, _USUAL), CALLED)}."


def who_sees_the_name() -> str:
    """Who sees at once who sent a report whose reporter is named."""
    return f"A named reporter's name is seen by {_listed(_allowed(Act.READ_NAMES, _USUAL), CALLED)}."


def who_reads_a_concern(sensitivity: Sensitivity) -> str:
    """Who reads the words and the name of a concern."""
    return f"Read by {alone(sensitivity)} alone. {NOT_THE_TEAM_LEAD}"


def who_reads_this(sensitivity: Sensitivity) -> str:
    """The sentence for a report that is kept so closely."""
    return who_reads_a_concern(sensitivity) if sensitivity in CONCERNS else who_reads()


def alone(sensitivity: Sensitivity) -> str:
    """The one who reads a concern, and who may look up its reporter's name."""
    return _listed(_allowed(Act.READ_WORDS, {sensitivity}), CALLED_IN_CONCERNS)


def who_looks_up(sensitivity: Sensitivity) -> str:
    """Who may look up the name of a confidential reporter, whether or not there is danger."""
    return _listed(_allowed(Act.LOOK_UP_NAME, {sensitivity}) - {Standing.HOLDER}, CALLED_IN_CONCERNS)


def who_looks_up_in_danger(sensitivity: Sensitivity) -> str:
    """What is said beside the promise of *Confidential* where somebody may be at risk; empty where it is not so."""
    in_danger = Standing.HOLDER in TABLE[sensitivity][Act.LOOK_UP_NAME]
    return _IN_DANGER if in_danger else ""


def _allowed(act: Act, sensitivities: Collection[Sensitivity]) -> frozenset[Standing]:
    return frozenset().union(*(TABLE[sensitivity][act] for sensitivity in sensitivities))


def _listed(standings: Collection[Standing], called: Mapping[Standing, str]) -> str:
    *first, last = [words for standing, words in called.items() if standing in standings]
    return f"{', '.join(first)} and {last}" if first else last
