"""The words of a paper that name its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.evidence.charts import ChartReason
from bot.domain.evidence.denominators import Basis
from bot.domain.evidence.figures import Figure
from bot.domain.evidence.learned import Learned
from bot.domain.evidence.papers import Audience, Measure, Split, Step
from bot.domain.evidence.spc import PointType
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.opinions import Question


@dataclass(frozen=True)
class MeasureWords:
    """`sheet` names its sheet, `about` names it inside a sentence."""

    sheet: str
    title: str
    unit: str
    about: str


MEASURES: Mapping[Measure, MeasureWords] = {
    Measure.REPORTS: MeasureWords("Reports", "Reports sent each month", "reports", "reports sent"),
    Measure.HOURS_TO_REPORT: MeasureWords(
        "Hours to report", "Hours from event to report, median", "hours", "hours from event to report"
    ),
    Measure.HOURS_TO_READ: MeasureWords(
        "Hours to read", "Hours from report to first reading, median", "hours", "hours from report to first reading"
    ),
    Measure.HOURS_TO_DECIDE: MeasureWords(
        "Hours to decide", "Hours from report to decision, median", "hours", "hours from report to decision"
    ),
    Measure.DAYS_TO_ANSWER: MeasureWords(
        "Days to answer", "Days from report to answer, median", "days", "days from report to answer"
    ),
    Measure.MINUTES_TO_TAKE: MeasureWords(
        "Minutes to take",
        "Minutes until somebody has a danger, median",
        "minutes",
        "minutes until somebody has a danger",
    ),
    Measure.ACTIONS_AGREED: MeasureWords("Actions agreed", "Actions agreed each month", "actions", "actions agreed"),
    Measure.ACTIONS_DONE: MeasureWords("Actions done", "Actions done each month", "actions", "actions done"),
    Measure.DAYS_TO_DONE: MeasureWords(
        "Days to done", "Days from agreed to done, median", "days", "days from agreed to done"
    ),
}
FIGURES: Mapping[Figure, str] = {
    Figure.REPORTS: "Reports sent",
    Figure.READ_IN_TIME: "Reports read in time",
    Figure.ANSWERED: "Reports with an answer",
    Figure.HELPED: "Answers of which the reporter says that it helped",
    Figure.ACTIONS_DUE: "Actions due",
    Figure.DONE_IN_TIME: "Actions done by their date",
    Figure.MOVED: "Actions whose date was moved",
    Figure.DONE: "Actions done",
    Figure.CHECKED: "Actions checked by somebody else",
    Figure.HOLD_ANSWERED: "Answers of wards whether a change holds",
    Figure.HOLDING: "Answers that the change holds",
}
STEPS: Mapping[Step, str] = {
    Step.READ: "Read by the safety team",
    Step.DECIDED: "Decided: category, harm, learning response",
    Step.ANSWERED: "Answered to the reporter",
    Step.CLOSED: "Closed",
}
ALL = "All"
STAGES = ("After thirty days", "After sixty days", "After ninety days", ALL)
HELD = ("Holds", "Partly", "Has slipped", "Nobody answered", ALL)
SPLITS: Mapping[Split, tuple[str, str, str]] = {
    Split.KIND: ("Kinds", "Reports by kind", "Kind"),
    Split.NAME: ("Names", "Reports by how the reporter gave their name", "Name"),
    Split.HOUR: ("Hours", "Reports by the time of day of the event", "Time of day"),
    Split.WEEKDAY: ("Weekdays", "Reports by the weekday of the event", "Weekday"),
    Split.PHYSICAL: ("Physical harm", "Decided incidents by physical harm", "Harm"),
    Split.PSYCHOLOGICAL: ("Psychological harm", "Decided incidents by psychological harm", "Harm"),
    Split.PART: ("Factors", "Contributory factors by part of the work system", "Part"),
    Split.RESPONSE: ("Responses", "Decided incidents by learning response", "Learning response"),
}
NAMES: Mapping[NameChoice, str] = {
    NameChoice.NAMED: "Named",
    NameChoice.CONFIDENTIAL: "Confidential",
    NameChoice.ANONYMOUS: "Anonymous",
}
LEARNED: Mapping[Learned, str] = {
    Learned.REVIEWS: "Reviews agreed",
    Learned.PEOPLE: "Times that somebody wrote in one of them",
    Learned.WITH_POINT: "Reviews of which a learning point came",
    Learned.THREE_PARTS: "Reviews whose record names three parts of the work system",
    Learned.POINTS: "Learning points approved by a second person",
    Learned.BULLETINS: "Bulletins posted to teams",
    Learned.TEAMS: "Teams that got one",
    Learned.OFFERED: "People affected who were offered to take part",
    Learned.ACCEPTED: "Of these, people who accepted",
    Learned.ANSWERED: "Of these, people whose questions were answered",
    Learned.TESTS: "Test alerts",
    Learned.TESTS_SEEN: "Test alerts that somebody saw within the hour",
}
RATES: Mapping[Basis, tuple[str, str]] = {
    Basis.BED_DAYS: ("Per bed days", "Reports for each thousand bed days"),
    Basis.CONTACTS: ("Per contacts", "Reports for each thousand contacts"),
    Basis.STAFF: ("Per staff", "Reports for each hundred people of staff"),
}
OPINIONS: Mapping[Question, str] = {
    Question.USEFUL: "Say that their answer was useful",
    Question.AGAIN: "Say that they would report again",
}
HOURS = ("Midnight to six", "Six to noon", "Noon to six", "Six to midnight")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REASONS: Mapping[ChartReason, str] = {
    ChartReason.ENOUGH_POINTS: "The chart has limits, because there are enough months.",
    ChartReason.LIMITS_ON_TRIAL: "The limits are on trial, because the months are only just enough for them.",
    ChartReason.TOO_FEW_FOR_LIMITS: "A run chart without limits, because there are too few months for them.",
    ChartReason.HARDLY_CHANGES: "A run chart without limits, because the number hardly changes.",
    ChartReason.MOSTLY_ZERO: "A run chart without limits, because most months have none.",
    ChartReason.RARE_EVENTS: "No chart: such events are too rare to be counted by month.",
    ChartReason.TOO_FEW_POINTS: "No chart: there are too few months.",
    ChartReason.NEVER_CHANGES: "No chart: the number never changes.",
}
A_GAP = "No chart: a month is hidden, because too few were counted in it."
SIGNALS: Mapping[PointType, str] = {
    PointType.COMMON_CAUSE: "as usual",
    PointType.IMPROVEMENT: "better than chance explains",
    PointType.CONCERN: "worse than chance explains",
    PointType.NEUTRAL_HIGH: "higher than chance explains",
    PointType.NEUTRAL_LOW: "lower than chance explains",
}
AUDIENCES: Mapping[Audience, str] = {
    Audience.GOVERNANCE: "Incidents and learning: paper for a governance forum",
    Audience.COMMISSIONER: "Incidents and learning: paper for commissioners",
}
MORE_IS_NOT_WORSE = "More reports are not worse: people who feel safe report more."
