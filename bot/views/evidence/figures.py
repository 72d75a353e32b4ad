"""The figures of a period: one sentence each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.evidence.figures import PART_OF, Figure, Shown
from bot.domain.evidence.period import Period
from bot.domain.hiding.tables import SMALLEST_SHOWN
from bot.domain.reports.opinions import Counts
from bot.views.evidence import opinions
from bot.views.kit import dates
from bot.views.kit.blocks import View, plain_modal, section, small

Figures = Mapping[Figure, Shown]
Opinions = Mapping[date, Counts]


@dataclass(frozen=True)
class _Words:
    """What stands after one or several. `subject` stands where the number is hidden."""

    one: str
    many: str
    subject: str


_WORDS = {
    Figure.REPORTS: _Words("report was sent.", "reports were sent.", "reports were sent"),
    Figure.READ_IN_TIME: _Words("was read in time.", "were read in time.", "were read in time"),
    Figure.ANSWERED: _Words("has an answer.", "have an answer.", "have an answer"),
    Figure.HELPED: _Words("answer helped, says its reporter.", "answers helped, say reporters.", "answers helped"),
    Figure.ACTIONS_DUE: _Words("action was due.", "actions were due.", "actions were due"),
    Figure.DONE_IN_TIME: _Words("was done by its date.", "were done by their date.", "were done by their date"),
    Figure.MOVED: _Words("had its date moved.", "had their date moved.", "had their date moved"),
    Figure.DONE: _Words("is done.", "are done.", "are done"),
    Figure.HOLD_ANSWERED: _Words(
        "answer came from a ward about a change.",
        "answers came from wards about changes.",
        "answers came from wards about changes",
    ),
    Figure.HOLDING: _Words(
        "answers from wards says that the change holds.",
        "answers from wards say that the change holds.",
        "answers from wards say that the change holds",
    ),
    Figure.CHECKED: _Words(
        "was checked by somebody else.", "were checked by somebody else.", "were checked by somebody else"
    ),
}
_NOT_COUNTED = "Small teams only say that they have looked at a change. That is not counted here."
_SMALL = f"Numbers from 1 to {SMALLEST_SHOWN - 1} are hidden, and so are numbers that would give one away."

_IN_FIVES = "What reporters think is shown in steps of five answers."


def line(figure: Figure, shown: Shown) -> str:
    """One sentence."""
    words = _WORDS[figure]
    if shown.count is None:
        return _hidden(figure, words, shown)
    if figure not in PART_OF:
        return f"{shown.count or 'No'} {words.one if shown.count in (0, 1) else words.many}"
    return f"{shown.count} of {shown.whole} {words.one if shown.count == 1 else words.many}"


def _hidden(figure: Figure, words: _Words, shown: Shown) -> str:
    if figure not in PART_OF:
        return f"Fewer than {SMALLEST_SHOWN} {words.subject}."
    of = "" if shown.whole is None else f" of {shown.whole}"
    return f"How many{of} {words.subject} is not shown, because a number is small."


def lines(figures: Figures) -> list[str]:
    """Every figure; of what did not happen, no parts."""
    return [
        line(figure, shown)
        for figure, shown in figures.items()
        if figure not in PART_OF or shown.whole is None or shown.whole
    ]


def days(period: Period, *, today: date) -> str:
    return f"{dates.day(period.first, today=today)} to {dates.day(period.last, today=today)}"


def printed(period: Period, figures: Figures, felt: Opinions) -> list[str]:
    """The figures for the command line, dates with their year."""
    head = f"Figures from {days(period, today=date.min)}."
    return [head, *lines(figures), *opinions.lines(felt, today=date.min), _NOT_COUNTED, _SMALL, _IN_FIVES]


def modal(period: Period, figures: Figures, felt: Opinions, *, today: date) -> View:
    """The figures of the latest days."""
    shown, said = (_listed(each) for each in (lines(figures), opinions.lines(felt, today=today)))
    return plain_modal(
        "Figures",
        section(f"*From {days(period, today=today)}*"),
        section(shown),
        section(f"*What reporters think of it*\n{said}"),
        small(_NOT_COUNTED),
        small(f"{_SMALL} {_IN_FIVES}"),
    )


def _listed(sentences: Sequence[str]) -> str:
    return "\n".join(f"• {each}" for each in sentences)
