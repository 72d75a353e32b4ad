"""What the kill tests do and wait for."""

from tests.crash import checker
from tests.journeys.steps import WORDS, reference_in


def fills_the_form(person, *, still_at_risk):
    person.runs("/incident", channel="oak-ward")
    person.answers(what=WORDS, kind="environment", still_at_risk=still_at_risk)


def is_told_that_it_is_saved(person) -> str | None:
    """The reference that the person was given, if the receipt came."""
    shown = person.submits()
    return reference_in(shown) if shown.says("Your report is saved") else None


def everything_left(workspace, settings):
    workspace.wait_until(lambda: not checker.unsettled(settings), seconds=40, reason="Messages are still waiting.")
