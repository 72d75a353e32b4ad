"""What reporters say of reporting itself, one sentence a question and quarter. Small numbers are hidden."""

from collections.abc import Mapping
from datetime import date

from bot.domain.evidence.figures import part_shown
from bot.domain.hiding.tables import is_small
from bot.domain.reports.opinions import NO, YES, Counts, Question, last_day
from bot.views.kit import dates
from bot.views.reports.opinions import WHY

_FELT: Mapping[Question, str] = {
    Question.USEFUL: "felt that their answer was useful",
    Question.AGAIN: "would report again",
}
_NOBODY = "Fewer than 5 reporters have said whether an answer was useful."


def lines(found: Mapping[date, Counts], *, today: date) -> list[str]:
    """By quarter, the newest last. What fewer than five have answered is not shown."""
    said = [line for quarter, counts in found.items() for line in _of_quarter(quarter, counts, today)]
    return said or [_NOBODY]


def _of_quarter(quarter: date, counts: Counts, today: date) -> list[str]:
    when = f"From {dates.day(quarter, today=today)} to {dates.day(last_day(quarter), today=today)}"
    felt = [_felt(question, counts[question], when) for question in _FELT if sum(counts[question].values())]
    return [*felt, *_why(counts[Question.WHY_ANONYMOUS], when)]


def _felt(question: Question, counts: Mapping[str, int], when: str) -> str:
    whole = counts[YES] + counts[NO]
    shown = part_shown(counts[YES], whole, whole)
    if shown is None:
        return (
            f"{when}, {whole} reporters answered. How many {_FELT[question]} is not shown, because a number is small."
        )
    return f"{when}, {shown} of {whole} reporters {_FELT[question]}."


def _why(counts: Mapping[str, int], when: str) -> list[str]:
    """Without a total, from which a hidden number could be found."""
    shown = [f"{WHY[reason]}: {count}" for reason, count in counts.items() if count and not is_small(count)]
    return [f"{when}, why anonymous, as often as it was said: {'; '.join(shown)}."] if shown else []
