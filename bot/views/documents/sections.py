"""The sections of a paper, each a function from the evidence. To add one, write it, and name it in `SECTIONS`."""

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter

from bot.domain.evidence.denominators import Basis
from bot.domain.evidence.figures import PART_OF, Figure, Shown
from bot.domain.evidence.forum_papers import NO_FORUM
from bot.domain.evidence.learned import NOT_OF_PEOPLE, OF_PEOPLE_AFFECTED, Learned, Opinion
from bot.domain.evidence.papers import Audience, Evidence, Measure, Series, Split, Step
from bot.domain.evidence.spc import PointType
from bot.views.documents import questions, sheets, words
from bot.views.documents.paper import Chart, Part, Section, Sheet, Statement, Value

_MANY = 4
"""So many months in a row with the same signal are told in one sentence."""


def first_page(evidence: Evidence) -> Section:
    """The figures in sentences, and whether anything changed."""
    sheet = sheets.figures(evidence)
    said = [_figure(sheet, figure, evidence) for figure, shown in evidence.figures.items() if shown.whole != 0]
    worse, better = evidence.with_signal(PointType.CONCERN), evidence.with_signal(PointType.IMPROVEMENT)
    changed = [_changed("Worse", worse), _changed("Better", better)]
    return Section("On one page", [*said, *changed], [(None, sheet)])


def _figure(sheet: Sheet, figure: Figure, evidence: Evidence) -> Statement:
    row = sheets.figure_row(figure)
    name, count, whole = sheet.name_of(row), sheet.cell(row, sheets.COUNT), sheet.cell(row, sheets.OF)
    if figure in PART_OF and evidence.figures[figure].whole is not None:
        return Statement("{}: {} of {}.", (name, count, whole))
    return Statement("{}: {}.", (name, count))


def _changed(word: str, found: tuple[Series, ...]) -> Statement:
    named = "; ".join(words.MEASURES[each.measure].about for each in found)
    return Statement(f"{word} than chance explains, in a month of the period: {named or 'no measure'}.")


def worse(evidence: Evidence) -> Section:
    found = evidence.with_signal(PointType.CONCERN)
    said = [statement for each in found for statement in _signals(evidence, each, PointType.CONCERN)]
    if not found:
        said = [Statement("No measure with limits shows a month that is worse than chance explains.")]
    return Section(questions.WORSE, [*said, *_left_open(evidence), _cannot_tell(evidence)])


def _left_open(evidence: Evidence) -> list[Statement]:
    """Weak points that need no chart: what was not read in time, not answered, not done."""
    sheet = sheets.figures(evidence)
    open_parts = (Figure.READ_IN_TIME, Figure.ANSWERED, Figure.DONE_IN_TIME, Figure.CHECKED, Figure.HOLDING)
    return [
        Statement(
            "{}: {} of {}, not all.", (sheet.name_of(row), sheet.cell(row, sheets.COUNT), sheet.cell(row, sheets.OF))
        )
        for figure in open_parts
        for row in [sheets.figure_row(figure)]
        if evidence.figures[figure].count is not None
        and evidence.figures[figure].count != evidence.figures[figure].whole
    ]


def better(evidence: Evidence) -> Section:
    found = evidence.with_signal(PointType.IMPROVEMENT)
    said = [statement for each in found for statement in _signals(evidence, each, PointType.IMPROVEMENT)]
    if not found:
        said = [Statement("No measure with limits shows a month that is better than chance explains.")]
    note = Statement("Nothing here is called sustained: that needs the date of a change, and a year around it.")
    return Section(questions.BETTER, [*said, note])


def _cannot_tell(evidence: Evidence) -> Statement:
    named = "; ".join(words.MEASURES[each.measure].about for each in evidence.without_limits())
    return Statement(f"Of these nobody can say whether they changed: {named or 'none'}.")


def _signals(evidence: Evidence, series: Series, wanted: PointType) -> list[Statement]:
    """The months of the period with this signal."""
    sheet = sheets.months(evidence, series.measure)
    latest = sheet.rows[-evidence.months_of_period :]
    about = words.MEASURES[series.measure].about.capitalize()
    return [
        Statement(
            f"{about}: {{}} in {{}}, {words.SIGNALS[wanted]}.",
            (sheet.cell(month, sheets.VALUE), sheet.name_of(month)),
        )
        for month, signal in ((str(row[0]), row[2]) for row in latest if series.chart)
        if signal == words.SIGNALS[wanted]
    ]


def reporting(evidence: Evidence) -> Section:
    """How much is reported, of what kinds, how soon, and which teams are silent."""
    silent = evidence.silent_teams
    found = _measured(
        evidence,
        questions.REPORTING,
        (Measure.REPORTS, Measure.HOURS_TO_REPORT),
        (Split.KIND, Split.NAME),
        [Statement(words.MORE_IS_NOT_WORSE), Statement(_SILENT if silent else "Every team sent a report.")],
    )
    named: list[Part] = (
        [(None, sheets.silent(evidence))] if silent and evidence.audience is Audience.GOVERNANCE else []
    )
    rated: list[Part] = [(None, sheets.rate(evidence, basis)) for basis in evidence.rates]
    latest = [statement for basis in evidence.rates for statement in _latest_rate(evidence, basis)]
    said: list[Part] = [(None, sheets.opinions(evidence))] if evidence.opinions else []
    felt = [_opinion(evidence, each) for each in evidence.opinions] or [Statement(_NOBODY_SAID)]
    return Section(found.title, [*found.statements, *felt, *latest], [*found.parts, *said, *rated, *named])


_NOBODY_SAID = "Too few reporters have said whether an answer was useful, or whether they would report again."


def _opinion(evidence: Evidence, each: Opinion) -> Statement:
    sheet, row = sheets.opinions(evidence), sheets.opinion_row(each)
    return Statement("{}: {} of {}.", (sheet.name_of(row), sheet.cell(row, sheets.COUNT), sheet.cell(row, sheets.OF)))


def _latest_rate(evidence: Evidence, basis: Basis) -> list[Statement]:
    """The rate of the latest month, if it is known and may be shown."""
    sheet, latest = sheets.rate(evidence, basis), evidence.rates[basis][-1]
    if latest.rate is None:
        return []
    month = f"{latest.month:%B %Y}"
    return [
        Statement(f"{words.RATES[basis][1]}: {{}} in {{}}.", (sheet.cell(month, sheets.RATE), sheet.name_of(month)))
    ]


_SILENT = "Some teams sent no report. Ask what makes it hard to report there."


def harm(evidence: Evidence) -> Section:
    note = Statement(
        "As decided at triage in the period, on both national scales. Reports without a decision are not in it."
    )
    return _measured(evidence, questions.HARM, (), (Split.PHYSICAL, Split.PSYCHOLOGICAL), [note])


def times(evidence: Evidence) -> Section:
    note = Statement("By when the event happened, as its reporter says. This shows when to look, and not who.")
    return _measured(evidence, questions.TIMES, (), (Split.HOUR, Split.WEEKDAY), [note])


def responding(evidence: Evidence) -> Section:
    """The clocks: read, decided, answered, and danger taken."""
    measures = (Measure.HOURS_TO_READ, Measure.HOURS_TO_DECIDE, Measure.DAYS_TO_ANSWER, Measure.MINUTES_TO_TAKE)
    found = _measured(evidence, questions.RESPONDING, measures, (), [])
    sheet = sheets.dangers(evidence)
    count, of = sheet.cell(sheets.UNTAKEN, sheets.COUNT), sheet.cell(sheets.UNTAKEN, sheets.OF)
    danger = Statement("Dangers that nobody took: {}, of {}.", (count, of))
    tests = sheets.tests(evidence)
    tested = _of_rows(tests, words.LEARNED[Learned.TESTS_SEEN], evidence.learned[Learned.TESTS_SEEN])
    parts: list[Part] = [(None, sheet), (None, tests), *found.parts]
    return Section(found.title, [danger, tested, *found.statements], parts)


def _of_rows(sheet: Sheet, row: str, shown: Shown) -> Statement:
    """A count, and what it is a part of where that is known."""
    name, count = sheet.name_of(row), sheet.cell(row, sheets.COUNT)
    if shown.whole is None:
        return Statement("{}: {}.", (name, count))
    return Statement("{}: {} of {}.", (name, count, sheet.cell(row, sheets.OF)))


def pathway(evidence: Evidence) -> Section:
    sheet = sheets.pathway(evidence)
    said = [
        Statement("{}: {} of {}.", (sheet.name_of(row), sheet.cell(row, sheets.COUNT), sheet.cell(row, sheets.OF)))
        for row in map(sheets.step_row, Step)
    ]
    note = Statement("Of the reports sent in the period, as far as they have come by now. Gaps are shown as gaps.")
    one: list[Part] = [(None, sheets.one_pathway(evidence))] if evidence.one_pathway else []
    shown = Statement(_ONE_PATHWAY if one else "No incident of the period has a checked action that could be shown.")
    return Section(questions.PATHWAY, [note, *said, shown], [(None, sheet), *one])


_ONE_PATHWAY = "One incident is shown from report to proof: days after its report, and roles. It was checked last."


def learning(evidence: Evidence) -> Section:
    """Reflection and what came of it, and how it reached teams."""
    sheet = sheets.learning(evidence)
    said = [
        _of_rows(sheet, words.LEARNED[each], shown)
        for each, shown in evidence.learned.items()
        if each not in (*NOT_OF_PEOPLE, *OF_PEOPLE_AFFECTED)
    ]
    note = Statement("A learning point is approved word for word by a second person before a team reads it.")
    factors = Statement("Factors are those that records of agreed reviews name, by part of the work system.")
    found = _measured(evidence, questions.LEARNING, (), (Split.PART,), [note, *said, factors])
    return Section(found.title, found.statements, [(None, sheet), *found.parts])


def affected(evidence: Evidence) -> Section:
    """Patients, families and others: what they were offered, and what came of it."""
    sheet = sheets.affected(evidence)
    said = [_of_rows(sheet, words.LEARNED[each], evidence.learned[each]) for each in OF_PEOPLE_AFFECTED]
    note = Statement("Of people to whom it was offered in the period, as far as it has come by now.")
    told = Statement("The safety team ticks it. Nobody is named. It does not replace the record of duty of candour.")
    return Section(questions.AFFECTED, [note, *said, told], [(None, sheet)])


def responses(evidence: Evidence) -> Section:
    note = Statement("Each decision holds its reason. The reasons are words about people, so they stand in no paper.")
    return _measured(evidence, questions.RESPONSES, (), (Split.RESPONSE,), [note])


def actions(evidence: Evidence) -> Section:
    measures = (Measure.ACTIONS_AGREED, Measure.ACTIONS_DONE, Measure.DAYS_TO_DONE)
    note = Statement("Done means that its owner says so. Checked means that somebody else saw that it works.")
    held = Statement("A ward is asked later whether a change holds. Counted is its most careful answer.")
    small = Statement("Teams of fewer than five only say that they have looked, so they are not counted.")
    found = _measured(evidence, questions.ACTIONS, measures, (), [note, held, small])
    return Section(found.title, found.statements, [(None, sheets.holding(evidence)), *found.parts])


def forums(evidence: Evidence) -> Section:
    """Which papers were read and signed, and what was decided. Names and words stay inside the organisation."""
    numbers = sheets.forum_numbers(evidence)
    said = [
        Statement("{}: {}.", (numbers.name_of(row), numbers.cell(row, sheets.COUNT))) for row in sheets.FORUM_NUMBERS
    ]
    found = evidence.forums if evidence.audience is Audience.GOVERNANCE else NO_FORUM
    tables: list[Part] = [(None, sheets.papers(evidence))] if found.papers else []
    tables += [(None, sheets.decisions(evidence))] if found.decisions else []
    note = Statement(
        "Of the past year, up to this paper. A decision is written down by those who sign for the forum."
    )
    return Section(questions.FORUMS, [note, *said], [(None, numbers), *tables])


def framework(evidence: Evidence) -> Section:
    note = Statement("Both frameworks are named until a date is set for the new one. Its lines have no numbers yet.")
    return Section(questions.FRAMEWORK, [note], [(None, sheets.framework(evidence))])


def asked(evidence: Evidence) -> Section:  # noqa: ARG001 - as every section
    note = Statement("What commissioners and inspectors ask, and where this paper answers it.")
    return Section("The questions of commissioners", [note], [(None, sheets.questions())])


_UNKNOWN = (
    "What was not reported is not here. A low number may mean that people do not report.",
    "Restrictive practice is recorded as one kind only: not by type, length, injury or group of people.",
    "Ethnicity, gender and age are not recorded, so nobody can say whether care is fair.",
    "Duty of candour, notices to the CQC and safeguarding referrals are not recorded here.",
    "What people affected asked, and how they felt about the answer, is not recorded here.",
    "Themes are not in this paper. Contributory factors are counted where a review has a record of them.",
    "Recommendations from outside are not recorded here.",
    "Who read a bulletin is not counted, and the professions of people in reviews are not recorded.",
    "Whether people feel safe to report is asked in one way: would they report again. Few may have answered.",
    "Complaints, claims, staffing and surveys are not compared with these numbers.",
)


def unknown(evidence: Evidence) -> Section:
    without = [] if evidence.rates else [Statement(_NO_RATES)]
    return Section(questions.UNKNOWN, [*map(Statement, _UNKNOWN), *without, _cannot_tell(evidence)])


_NO_RATES = "Bed days, contacts and numbers of staff are not known for these months, so there are no rates."


_READING = (
    "Small numbers are hidden, because a count of few people can point at one of them. None at all is shown.",
    "Where a hidden number could be found by subtraction, another one is hidden with it.",
    "Papers of periods that overlap can be compared. Give one reader one series of papers.",
    "A report that was taken back is not counted. Merged incidents are counted once.",
    "Read in time means by the end of the working day that the service aims for.",
    "An action counts in the month of its due date, and for the charts in the month when it was agreed or done.",
    "A median is the middle one: half took longer. It is hidden where too few were counted.",
    "Limits are those of NHS Making Data Count: XmR charts, with outliers screened. They are not cut at none.",
    "A point beyond chance is beyond a limit, or in a trend or shift of seven, or two of three near a limit.",
    "A triangle that points down is better, one that points up is worse. A diamond is a signal without a side.",
    "Colour repeats what the shape says. Each chart is told in words below it.",
    "Every number stands in a cell of the workbook that comes with this paper.",
)
_ROUNDED = "Counts are rounded to the next five and times to whole ones, so that sums may differ a little."


def reading(evidence: Evidence) -> Section:
    rounded = [_ROUNDED] if evidence.audience is Audience.COMMISSIONER else []
    return Section("How to read this paper", [*map(Statement, (*_READING, *rounded))])


def _measured(
    evidence: Evidence, title: str, measures: tuple[Measure, ...], splits: tuple[Split, ...], said: list[Statement]
) -> Section:
    """A section of charts, each with its table."""
    why = [statement for measure in measures for statement in _why_no_chart(evidence, measure)]
    by_month = [_over_time(evidence, measure) for measure in measures]
    return Section(title, [*said, *why], [*by_month, *(_parts(evidence, split) for split in splits)])


def _over_time(evidence: Evidence, measure: Measure) -> Part:
    series, sheet, named = _series(evidence, measure), sheets.months(evidence, measure), words.MEASURES[measure]
    if not series.is_drawn():
        return None, sheet
    months = [str(row[0]) for row in sheet.rows]
    last = months[-1]
    said = [
        Statement(
            f"The latest month, {{}}, has {{}} {named.unit}.", (sheet.name_of(last), sheet.cell(last, sheets.VALUE))
        )
    ]
    said += _limits(sheet, series, last)
    said += [Statement(words.REASONS[series.choice.reason])] if series.choice else []
    said += [Statement(words.MORE_IS_NOT_WORSE)] if measure is Measure.REPORTS else []
    chart = Chart(named.sheet, named.title, months, series.values, named.unit, said, xmr=series.chart)
    return chart, sheet


def _limits(sheet: Sheet, series: Series, last: str) -> list[Statement]:
    if series.chart is None:
        return []
    mean, lower, upper = (sheet.cell(last, column) for column in (sheets.MEAN, sheets.LOWER, sheets.UPPER))
    usual = Statement("The mean is {}. A usual month lies between {} and {}.", (mean, lower, upper))
    usually = words.SIGNALS[PointType.COMMON_CAUSE]
    runs = [list(run) for signal, run in groupby(sheet.rows, key=itemgetter(2)) if signal != usually]
    signals = [statement for run in runs for statement in _run(sheet, run)]
    return [usual, *(signals or [Statement("Each month is as usual.")])]


def _run(sheet: Sheet, run: Sequence[Sequence[Value]]) -> list[Statement]:
    """Months with the same signal, one after the other: each by itself, or many in one sentence."""
    first, last = sheet.name_of(str(run[0][0])), sheet.name_of(str(run[-1][0]))
    if len(run) >= _MANY:
        return [Statement(f"{{}} to {{}}: {run[0][2]}.", (first, last))]
    return [
        Statement(f"{{}} has {{}}: {row[2]}.", (sheet.name_of(str(row[0])), sheet.cell(str(row[0]), sheets.VALUE)))
        for row in run
    ]


def _why_no_chart(evidence: Evidence, measure: Measure) -> list[Statement]:
    series = _series(evidence, measure)
    if series.is_drawn():
        return []
    why = words.REASONS[series.choice.reason] if series.choice else words.A_GAP
    return [Statement(f"{words.MEASURES[measure].title}. {why}")]


def _series(evidence: Evidence, measure: Measure) -> Series:
    return next(each for each in evidence.series if each.measure is measure)


def _parts(evidence: Evidence, split: Split) -> Part:
    sheet = sheets.breakdown(evidence, split)
    rows = [row for row in sheet.rows if row[0] != words.ALL]
    counts = [row[1] for row in rows if isinstance(row[1], int)]
    if not any(counts):
        return None, sheet
    said = [Statement("{}: {}.", (sheet.name_of(str(row[0])), sheet.cell(str(row[0]), sheets.COUNT))) for row in rows]
    names, values = [str(row[0]) for row in rows], [row[1] if isinstance(row[1], int) else None for row in rows]
    return Chart(sheet.name, sheet.title, names, values, sheets.COUNT.lower(), said, bars=True), sheet


SECTIONS: tuple[Callable[[Evidence], Section], ...] = (
    *(first_page, worse, better, reporting, harm, times, responding, pathway, responses, learning, affected, actions),
    *(forums, framework, asked, unknown, reading),
)
