"""Which part of the inspection framework each section serves, as dated data: add rows with a new date, rewrite none.

Source: the CQC's quality statements of 2023 and the regulations of 2009 and 2014. The CQC consulted until 12 June
2026 on four sector frameworks with key lines of enquiry in place of the quality statements. On 30 November 2026 their
final text for mental health had not been published. So no number of a line is named here, only its key question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.views.documents import questions

SEEN_ON = date(2026, 11, 30)
NOT_NUMBERED = "line not published yet"


@dataclass(frozen=True)
class Serves:
    """`since` is the day from which this row holds."""

    section: str
    statement: str
    key_question: str
    regulation: str
    since: date = SEEN_ON


SERVES: Sequence[Serves] = (
    Serves(questions.WORSE, "Learning, improvement and innovation", "Well-led", "17: good governance"),
    Serves(questions.BETTER, "Learning, improvement and innovation", "Well-led", "17: good governance"),
    Serves(questions.REPORTING, "Learning culture; Freedom to speak up", "Safe; Well-led", "17: good governance"),
    Serves(questions.HARM, "Learning culture", "Safe", "12: safe care and treatment"),
    Serves(questions.TIMES, "Safe and effective staffing", "Safe", "18: staffing"),
    Serves(questions.RESPONDING, "Involving people to manage risks", "Safe", "12: safe care and treatment"),
    Serves(questions.PATHWAY, "Learning culture", "Safe", "17: good governance"),
    Serves(questions.RESPONSES, "Learning culture", "Safe", "17: good governance"),
    Serves(questions.LEARNING, "Learning culture", "Safe", "17: good governance"),
    Serves(
        questions.AFFECTED,
        "Learning culture; Listening to and involving people",
        "Safe; Responsive",
        "20: duty of candour",
    ),
    Serves(questions.ACTIONS, "Learning, improvement and innovation", "Well-led", "17: good governance"),
    Serves(questions.FORUMS, "Governance, management and sustainability", "Well-led", "17: good governance"),
    Serves(questions.UNKNOWN, "Governance, management and sustainability", "Well-led", "17: good governance"),
)


def on(day: date) -> list[Serves]:
    """What holds on this day: of each section the latest row."""
    held = {each.section: each for each in sorted(SERVES, key=lambda each: each.since) if each.since <= day}
    return list({each.section: held[each.section] for each in SERVES if each.section in held}.values())
