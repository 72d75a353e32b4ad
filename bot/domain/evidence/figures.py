"""The numbers that say whether the loop closes: sent, read, answered, done, checked. Small ones are hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.calendar import local_date, working_day_after
from bot.domain.evidence.facts import Facts, ReportFact
from bot.domain.evidence.holding import holding
from bot.domain.evidence.period import Period
from bot.domain.hiding.tables import is_small


class Figure(StrEnum):
    """Reports, actions due, answers of wards; each other one is a part of one. The sentences stand in `bot.views`."""

    REPORTS = "reports"
    READ_IN_TIME = "read_in_time"
    ANSWERED = "answered"
    HELPED = "helped"
    ACTIONS_DUE = "actions_due"
    DONE_IN_TIME = "done_in_time"
    MOVED = "moved"
    DONE = "done"
    CHECKED = "checked"
    HOLD_ANSWERED = "hold_answered"
    HOLDING = "holding"


PART_OF: Mapping[Figure, Figure] = {
    Figure.READ_IN_TIME: Figure.REPORTS,
    Figure.ANSWERED: Figure.REPORTS,
    Figure.HELPED: Figure.ANSWERED,
    Figure.DONE_IN_TIME: Figure.ACTIONS_DUE,
    Figure.MOVED: Figure.ACTIONS_DUE,
    Figure.DONE: Figure.ACTIONS_DUE,
    Figure.CHECKED: Figure.DONE,
    Figure.HOLDING: Figure.HOLD_ANSWERED,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A count that may be shown, and the count that it is a part of. None is hidden."""

    count: int | None
    whole: int | None = None


def figures(facts: Facts, period: Period, *, read_within: int) -> dict[Figure, Shown]:
    """The figures of reports sent, and of actions due, in the period.

    Whatever came of them counts, also after the period. `read_within` is in working days.
    """
    reports = [report for report in facts.reports if period.has(report.sent_at)]
    due = [action for action in facts.actions if period.has_day(action.due_on)]
    done = [action for action in due if action.done_on]
    hold = holding(facts.holds, period)
    counted = shown_parts(
        {
            Figure.REPORTS: len(reports),
            Figure.READ_IN_TIME: sum(read_in_time(each, period, within=read_within) for each in reports),
            Figure.ANSWERED: sum(each.answered_at is not None for each in reports),
            Figure.HELPED: sum(each.helped and each.answered_at is not None for each in reports),
            Figure.ACTIONS_DUE: len(due),
            Figure.DONE_IN_TIME: sum(action.done_in_time for action in due),
            Figure.MOVED: sum(action.moved for action in due),
            Figure.DONE: len(done),
            Figure.CHECKED: sum(action.checked for action in done),
        }
    )
    held = {Figure.HOLD_ANSWERED: Shown(hold.answered), Figure.HOLDING: Shown(hold.holds, hold.answered)}
    return counted | held


def read_in_time(report: ReportFact, period: Period, *, within: int) -> bool:
    """Whether somebody had opened it by the end of so many working days after it was sent."""
    last = working_day_after(local_date(report.sent_at, period.zone), within)
    return report.read_at is not None and local_date(report.read_at, period.zone) <= last


def shown_parts(counts: Mapping[Figure, int]) -> dict[Figure, Shown]:
    """Hides what is small, what leaves a small rest, and each part of what is hidden."""
    shown: dict[Figure, Shown] = {}
    for figure, count in counts.items():
        whole = PART_OF.get(figure)
        if whole is None:
            shown[figure] = Shown(None if is_small(count) else count)
        else:
            shown[figure] = Shown(part_shown(count, counts[whole], shown[whole].count), shown[whole].count)
    return shown


def part_shown(part: int, whole: int, whole_shown: int | None) -> int | None:
    """The part of a count, unless it or the rest is small, or the whole is hidden."""
    return None if whole_shown is None or is_small(part) or is_small(whole - part) else part
