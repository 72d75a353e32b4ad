"""The tables of a paper. Each is a sheet of the workbook."""

from collections.abc import Collection
from datetime import date

from bot.domain.evidence.denominators import Basis, Rate
from bot.domain.evidence.figures import Figure, Shown
from bot.domain.evidence.forum_papers import ForumPaper
from bot.domain.evidence.learned import NOT_OF_PEOPLE, OF_PEOPLE_AFFECTED, Learned, Opinion
from bot.domain.evidence.papers import Breakdown, Evidence, Measure, Series, Split, Step
from bot.domain.reports import kinds
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.opinions import last_day
from bot.domain.reviews.factors import Part
from bot.views.documents import words
from bot.views.documents.framework import NOT_NUMBERED, SEEN_ON
from bot.views.documents.framework import on as serving_on
from bot.views.documents.paper import Sheet, Value
from bot.views.documents.questions import QUESTIONS
from bot.views.incidents import labels
from bot.views.incidents.pathway import DONE, ROLES, STAGES
from bot.views.reviews.factors import PARTS

COUNT, OF = "Number", "Of"
VALUE, SIGNAL, MEAN, LOWER, UPPER = "Value", "Signal", "Mean", "Lower limit", "Upper limit"
NONE = "none"
RATE = "Rate"
DANGERS, UNTAKEN = "Dangers", "Dangers that nobody took"

FORUM_NUMBERS = (
    "Papers announced to forums",
    "Papers that somebody signed",
    "Decisions that forums were asked for",
    "Decisions that forums have taken",
)


def figures(evidence: Evidence) -> Sheet:
    rows = [_row(words.FIGURES[figure], shown) for figure, shown in evidence.figures.items()]
    return Sheet("Figures", "Figures of the period", ("Figure", COUNT, OF), tuple(rows))


def figure_row(figure: Figure) -> str:
    return words.FIGURES[figure]


def pathway(evidence: Evidence) -> Sheet:
    rows = [_row(words.STEPS[step], shown) for step, shown in evidence.steps.items()]
    return Sheet("Pathway", "From report to closing", ("Step", COUNT, OF), tuple(rows))


def step_row(step: Step) -> str:
    return words.STEPS[step]


def dangers(evidence: Evidence) -> Sheet:
    row = _row(UNTAKEN, evidence.dangers)
    return Sheet("Dangers", "Dangers of the period", ("What", COUNT, OF), (row,))


def holding(evidence: Evidence) -> Sheet:
    rows = tuple((name, *row) for name, row in zip(words.STAGES, evidence.holding.rows, strict=True))
    return Sheet("Holding", "Whether changes hold, as wards answered", ("Asked", *words.HELD), rows)


def learning(evidence: Evidence) -> Sheet:
    left_out = (*NOT_OF_PEOPLE, *OF_PEOPLE_AFFECTED)
    rows = [_row(words.LEARNED[each], shown) for each, shown in evidence.learned.items() if each not in left_out]
    return Sheet("Learning", "Reviews, learning points and bulletins", ("What", COUNT, OF), tuple(rows))


def tests(evidence: Evidence) -> Sheet:
    rows = _learned(evidence, NOT_OF_PEOPLE)
    return Sheet("Test alerts", "Test alerts of the period", ("What", COUNT, OF), tuple(rows))


def affected(evidence: Evidence) -> Sheet:
    rows = _learned(evidence, OF_PEOPLE_AFFECTED)
    return Sheet("People affected", "What people affected were offered", ("What", COUNT, OF), tuple(rows))


def _learned(evidence: Evidence, wanted: Collection[Learned]) -> list[tuple[Value, ...]]:
    return [_row(words.LEARNED[each], shown) for each, shown in evidence.learned.items() if each in wanted]


def one_pathway(evidence: Evidence) -> Sheet:
    rows = [
        (STAGES[each.stage], each.day, DONE[each.mark.did].capitalize(), ROLES[each.mark.by])
        for each in evidence.one_pathway
    ]
    head = ("Stage", "Day", "What was done", "By whom")
    return Sheet("One incident", "One incident, from report to proof", head, tuple(rows))


def opinions(evidence: Evidence) -> Sheet:
    rows = [_row(opinion_row(each), each.said_yes) for each in evidence.opinions]
    return Sheet("Opinions", "What reporters say of reporting, by quarter", ("What", COUNT, OF), tuple(rows))


def opinion_row(each: Opinion) -> str:
    return f"{words.OPINIONS[each.question]}, {each.quarter:%B} to {last_day(each.quarter):%B %Y}"


def rate(evidence: Evidence, basis: Basis) -> Sheet:
    name, title = words.RATES[basis]
    rows = [
        (f"{each.month:%B %Y}", each.reports, "not known" if each.against is None else each.against, _rate_of(each))
        for each in evidence.rates[basis]
    ]
    return Sheet(name, title, ("Month", "Reports", "Counted against", RATE), tuple(rows))


def _rate_of(each: Rate) -> Value:
    return "not known" if each.against is None else each.rate


def _row(name: str, shown: Shown) -> tuple[Value, ...]:
    return (name, shown.count, shown.whole if shown.whole is not None else NONE)


def months(evidence: Evidence, measure: Measure) -> Sheet:
    series = next(each for each in evidence.series if each.measure is measure)
    named = words.MEASURES[measure]
    rows = [(month, value, *_limits(series, at)) for at, (month, value) in enumerate(by_month(evidence, series))]
    head = ("Month", VALUE, SIGNAL, MEAN, LOWER, UPPER) if series.chart else ("Month", VALUE)
    return Sheet(named.sheet, named.title, head, tuple(rows))


def by_month(evidence: Evidence, series: Series) -> list[tuple[str, float | None]]:
    return [(f"{month.first:%B %Y}", value) for month, value in zip(evidence.months, series.values, strict=True)]


def _limits(series: Series, at: int) -> tuple[Value, ...]:
    if series.chart is None:
        return ()
    [group] = series.chart.groups
    signal = words.SIGNALS[series.chart.points[at].point_type]
    return (signal, round(group.mean, 1), round(group.lower, 1), round(group.upper, 1))


def breakdown(evidence: Evidence, split: Split) -> Sheet:
    found = evidence.breakdowns[split]
    name, title, first = words.SPLITS[split]
    rows = [(label(split, code), count) for code, count in found.counts.items()]
    return Sheet(name, title, (first, COUNT), (*rows, _total(found)))


def _total(found: Breakdown) -> tuple[Value, ...]:
    return (words.ALL, found.total)


def label(split: Split, code: str) -> str:
    match split:
        case Split.KIND:
            return kinds.label_of(code)
        case Split.NAME | Split.PART:
            return words.NAMES[NameChoice(code)] if split is Split.NAME else PARTS[Part(code)]
        case Split.HOUR | Split.WEEKDAY:
            return (words.HOURS if split is Split.HOUR else words.WEEKDAYS)[int(code)]
        case Split.PHYSICAL:
            return labels.harm(labels.PHYSICAL[PhysicalHarm(code)]).capitalize()
        case Split.PSYCHOLOGICAL:
            return labels.harm(labels.PSYCHOLOGICAL[PsychologicalHarm(code)]).capitalize()
        case Split.RESPONSE:
            return next(words_of for response, words_of in labels.RESPONSES.items() if response == code)


def forum_numbers(evidence: Evidence) -> Sheet:
    forums = evidence.forums
    counts = (len(forums.papers), forums.signed, len(forums.decisions), forums.taken)
    rows = tuple(zip(FORUM_NUMBERS, counts, strict=True))
    return Sheet("Forum numbers", "Papers and decisions of the past year", ("What", COUNT), rows)


def papers(evidence: Evidence) -> Sheet:
    rows = [
        (paper.forum, f"{paper.month:%B %Y}", _day(paper.due_on), _signatures(paper))
        for paper in evidence.forums.papers
    ]
    return Sheet("Papers", "Papers of the past year", ("Forum", "Paper of", "Due on", "Signed by"), tuple(rows))


def _signatures(paper: ForumPaper) -> str:
    return "; ".join(f"{signed.name} on {_day(signed.on)}" for signed in paper.signed) or "nobody yet"


def decisions(evidence: Evidence) -> Sheet:
    rows = [
        (forum, f"{each.month:%B %Y}", each.asked, each.taken or "not yet", each.taken_by or NONE)
        for forum, each in evidence.forums.decisions
    ]
    head = ("Forum", "Paper of", "Asked to decide", "Decided", "By whom")
    return Sheet("Decisions", "Decisions of the past year", head, tuple(rows))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def silent(evidence: Evidence) -> Sheet:
    rows = tuple((team,) for team in evidence.silent_teams)
    return Sheet("Silent teams", "Teams that sent no report", ("Team",), rows)


def framework(evidence: Evidence) -> Sheet:
    rows = [
        (each.section, each.statement, f"{each.key_question}: {NOT_NUMBERED}", each.regulation, _day(each.since))
        for each in serving_on(max(evidence.period.last, SEEN_ON))
    ]
    head = ("Section", "Quality statement", "Key line of enquiry", "Regulation", "Since")
    return Sheet("Framework", "Inspection framework", head, tuple(rows))


def questions() -> Sheet:
    return Sheet("Questions", "Fifteen questions of commissioners", ("Question", "Who asks", "Where"), QUESTIONS)
