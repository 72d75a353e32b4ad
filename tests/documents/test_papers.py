"""A paper in three files: each number is a cell, no picture stands alone, and no weak point is left out."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from bot.domain.actions.hold import HoldAnswer
from bot.domain.evidence.denominators import Basis, Denominator
from bot.domain.evidence.facts import AffectedFact, HoldFact, LearningFacts, ReviewFact
from bot.domain.evidence.forum_papers import NO_FORUM, ForumDecision, ForumPaper, ForumRecord, Signed
from bot.domain.evidence.papers import Audience, evidence_of
from bot.domain.evidence.pathway import Did, Leg, Mark, PathRole, Stage
from bot.domain.reports.opinions import Question
from bot.domain.reviews.factors import Part
from bot.views.documents import charts, framework, pdf, questions
from bot.views.documents.files import write
from bot.views.documents.paper import Paper, Sheet, Statement
from bot.views.documents.papers import paper
from bot.views.documents.questions import NOT_YET, QUESTIONS, UNKNOWN, WORSE
from bot.views.documents.words import MORE_IS_NOT_WORSE
from tests.documents import files
from tests.domain.evidence.facts import AUTUMN, BEGAN, NOVEMBER, two_years
from tests.domain.examples import ELM, OAK, a_service

ROOT = Path(__file__).parents[2]
SERVICE = a_service(name="Northside *Trust* #panic()", teams=(OAK, ELM))
MADE_AT = datetime(2026, 12, 2, 9, 30, tzinfo=UTC)


def _paper(audience=Audience.GOVERNANCE, *, made_at=MADE_AT, period=AUTUMN, facts=None, forums=NO_FORUM) -> Paper:
    facts = facts or two_years(slower_since=date(2026, 10, 1))
    found = evidence_of(facts, period, service=SERVICE, audience=audience, first_report_on=BEGAN, forums=forums)
    return paper(found, SERVICE, made_at=made_at)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A paper, and its Word, PDF and Excel file."""
    written = _paper()
    return written, *write(written, tmp_path_factory.mktemp("papers"))


def _statements(written: Paper) -> list[Statement]:
    of_sections = [statement for section in written.sections for statement in section.statements]
    return of_sections + [statement for chart in written.charts() for statement in chart.text]


def test_every_number_of_a_sentence_stands_in_the_cell_that_it_names(made):
    written, _, _, workbook = made
    cells = files.cells(workbook)
    named = [cell for statement in _statements(written) for cell in statement.cells]
    assert len(named) > 100
    for cell in named:
        stands = cells[cell.sheet][cell.row, cell.column]
        assert stands == (cell.value if isinstance(cell.value, int | float) else str(cell)), cell


def test_no_sentence_holds_a_number_that_is_no_cell():
    with pytest.raises(ValueError, match="in a cell"):
        Statement("There were 7 reports.")


def test_every_number_in_word_stands_in_the_workbook(made):
    _, word, _, workbook = made
    in_cells = set()
    for sheet in files.cells(workbook).values():
        for value in sheet.values():
            in_cells.update(files.NUMBER.findall(f"{value:g}" if isinstance(value, float) else value))
    said = {number for text in files.paragraphs(word) for number in files.NUMBER.findall(text)}
    assert len(said) > 40
    assert said - in_cells == set()


def test_the_charts_draw_what_the_cells_say(made):
    written, _, _, workbook = made
    cells = files.cells(workbook)
    for chart in written.charts():
        column = [cells[chart.name][3 + row, 1] for row in range(len(chart.values))]
        assert column == ["hidden" if value is None else value for value in chart.values]


def test_every_picture_in_word_has_its_words_and_every_heading_its_level(made):
    written, word, _, _ = made
    assert files.alternatives(word) == [chart.alternative for chart in written.charts()]
    assert len(files.alternatives(word)) >= 8
    assert [text for style, text in files.headings(word) if style == "Heading1"] == [
        section.title for section in written.sections
    ]


def test_the_words_of_a_chart_hold_its_mean_its_latest_value_and_every_signal(made):
    written, *_ = made
    chart = next(chart for chart in written.charts() if chart.name == "Hours to read")
    assert chart.xmr
    [group] = chart.xmr.groups
    assert f"The mean is {round(group.mean, 1):g}." in chart.alternative
    assert f"The latest month, November 2026, has {chart.values[-1]:g} hours." in chart.alternative
    worse = [
        month for month, point in zip(chart.labels, chart.xmr.points, strict=True) if "concern" in point.point_type
    ]
    assert worse == ["October 2026", "November 2026"]
    for month in worse:
        assert re.search(rf"{month} has \S+: worse than chance explains\.", chart.alternative)


def test_the_pdf_is_tagged_and_says_so(made):
    _, _, pdf, _ = made
    inside = files.objects(pdf.read_bytes())
    for needed in (b"/StructTreeRoot", b"/Lang", b"pdfuaid", b"/Alt", b"/TH"):
        assert needed in inside, needed


def test_names_from_the_service_file_are_no_commands(made):
    written, word, _, _ = made
    assert "Northside *Trust* #panic()" in files.paragraphs(word)
    assert written.title.endswith("Northside *Trust* #panic()")


def test_built_twice_it_is_the_same_but_for_its_stamps(made, tmp_path):
    _, word, pdf, workbook = made
    again = write(_paper(), tmp_path)
    assert pdf.read_bytes() == again[1].read_bytes()
    assert files.parts(word) == files.parts(again[0])
    assert files.parts(workbook) == files.parts(again[2])


def test_made_at_another_time_only_the_stamps_differ(made, tmp_path):
    _, word, _, workbook = made
    later = write(_paper(made_at=datetime(2026, 12, 3, 10, 45, tzinfo=UTC)), tmp_path)
    texts, later_texts = files.paragraphs(word), files.paragraphs(later[0])
    assert [(a, b) for a, b in zip(texts, later_texts, strict=True) if a != b] == [
        (
            "02 December 2026, 09:30. Counted as things stood then.",
            "03 December 2026, 10:45. Counted as things stood then.",
        )
    ]
    before, after = files.cells(workbook), files.cells(later[2])
    assert {name for name, sheet in before.items() if sheet != after[name]} == {"Cover"}


def _section(written: Paper, title: str) -> str:
    return "\n".join(
        str(each) for section in written.sections if section.title == title for each in section.statements
    )


def test_what_got_worse_is_named_with_its_month(made):
    written, *_ = made
    assert "Hours from report to first reading" in _section(written, WORSE)
    assert "in November 2026, worse than chance explains." in _section(written, WORSE)
    assert "Worse than chance explains: hours from report to first reading" in dict(written.cover)["Risks"]


def test_without_a_signal_the_weak_points_are_named_all_the_same():
    facts = two_years()
    unanswered = tuple(
        replace(report, answered_at=None) if number % 3 == 0 else report
        for number, report in enumerate(facts.reports)
    )
    said = _section(_paper(facts=replace(facts, reports=unanswered)), WORSE)
    assert "No measure with limits shows a month that is worse" in said
    assert re.search(r"Reports with an answer: \d+ of \d+, not all\.", said)


def test_what_nobody_knows_is_listed_and_the_measures_without_limits_too():
    said = _section(_paper(facts=replace(two_years(), dangers=())), UNKNOWN)
    assert "there are no rates" in said
    assert "minutes until somebody has a danger" in said


def test_more_reports_are_never_called_worse(made):
    written, *_ = made
    volume = next(chart for chart in written.charts() if chart.name == "Reports")
    assert MORE_IS_NOT_WORSE in volume.alternative


def test_each_of_fifteen_questions_has_its_place_or_is_left_open(made):
    written, *_ = made
    titles = {section.title for section in written.sections}
    assert len(QUESTIONS) == 15
    for question, _, where in QUESTIONS:
        assert where == NOT_YET or any(title in where for title in titles), question


def test_a_commissioner_reads_of_no_team_and_only_rounded_counts(tmp_path):
    only_oak = two_years()
    outside = _paper(Audience.COMMISSIONER, facts=only_oak, period=NOVEMBER)
    inside = _paper(facts=only_oak, period=NOVEMBER)
    assert "Silent teams" in [sheet.name for sheet in inside.sheets()]
    assert "Silent teams" not in [sheet.name for sheet in outside.sheets()]
    word, _, workbook = write(outside, tmp_path)
    assert not [text for text in files.paragraphs(word) if OAK.name in text or ELM.name in text]
    counts = [value for value in files.cells(workbook)["Figures"].values() if isinstance(value, float)]
    assert counts
    assert not [value for value in counts if value % 5]


def test_the_program_loads_none_of_what_papers_are_made_with():
    """Neither the start of the bot nor the command line: only the making of a paper does."""
    heavy = "{'matplotlib', 'numpy', 'typst', 'docx', 'lxml', 'PIL', 'xlsxwriter'}"
    start = "import sys, bot.__main__, bot.app, handlers.listeners, scheduler.due, scheduler.posts"
    command = [
        sys.executable,
        "-c",
        f"{start}; sys.exit(str({heavy} & set(sys.modules)) if {heavy} & set(sys.modules) else 0)",
    ]
    tried = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (tried.returncode, tried.stderr) == (0, "")


def _contrast(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_each_mark_can_be_seen_and_told_by_its_shape_alone():
    assert all(_contrast(colour) >= 3 for _, colour in charts.MARKS.values())
    shapes = [shape for shape, _ in charts.MARKS.values()]
    assert len(set(shapes)) == len(shapes) - 1, "The two neutral signals are one shape: they have no better side."


DECIDED = ForumDecision(
    id=UUID(int=1),
    forum="quality",
    month=date(2026, 10, 1),
    asked="Whether each ward gets a second alarm.",
    entered_by="U0SAFETY",
    entered_at=MADE_AT,
    taken="Yes, by May.",
    taken_by="The chair",
    taken_at=MADE_AT,
)
FORUMS = ForumRecord(
    papers=(
        ForumPaper("Quality forum", date(2026, 9, 1), date(2026, 10, 5), (Signed("Sunita Rao", date(2026, 10, 7)),)),
        ForumPaper("Quality forum", date(2026, 10, 1), date(2026, 11, 5)),
    ),
    decisions=(("Quality forum", DECIDED),),
)


def test_signatures_and_decisions_stand_in_the_paper_and_their_words_stay_inside(tmp_path):
    inside, outside = (_paper(audience, forums=FORUMS) for audience in Audience)
    texts = files.paragraphs(write(inside, tmp_path)[0])
    for text in ("Sunita Rao on 7 October 2026", "nobody yet", "Yes, by May.", "The chair"):
        assert text in texts
    assert "Papers that somebody signed: 1." in texts
    left = files.paragraphs(write(outside, tmp_path)[0])
    assert "Decisions that forums have taken: 1." in left
    assert not [text for text in left if "Sunita" in text or "alarm" in text or "chair" in text]


CHECKED_AT = datetime(2026, 10, 5, 12, tzinfo=UTC)
PARTS = (Part.TASKS, Part.TOOLS, Part.PERSONS)
LEARNING = LearningFacts(
    reviews=[ReviewFact(CHECKED_AT, 4, number % 2 == 0, PARTS) for number in range(12)],
    bulletins=[(CHECKED_AT, f"team {number % 6}") for number in range(18)],
    tests=[(CHECKED_AT, True), (CHECKED_AT, False)],
    affected=[*[AffectedFact(accepted=True, answered=True)] * 7, *[AffectedFact(accepted=False, answered=True)] * 6],
    pathway=[Leg(Stage.CHECKED, (Mark(Did.ACTION_CHECKED, CHECKED_AT, PathRole.CHECKER),), ())],
)


def test_reflection_test_alerts_and_one_incident_stand_in_the_paper():
    written = _paper(facts=replace(two_years(), learning=LEARNING))
    assert "Reviews of which a learning point came: 6 of 12." in _section(written, questions.LEARNING)
    assert "Reviews whose record names three parts of the work system: 12 of 12." in _section(
        written, questions.LEARNING
    )
    [factors] = [chart for chart in written.charts() if chart.name == "Factors"]
    assert factors.values == [12, 12, 12, 0, 0, 0]
    assert "Test alerts that somebody saw within the hour: 1 of 2." in _section(written, questions.RESPONDING)
    [sheet] = [sheet for sheet in written.sheets() if sheet.name == "One incident"]
    assert sheet.rows == (("Checked", 0, "Action checked", "the checker"),)
    assert "One incident is shown" in _section(written, questions.PATHWAY)
    assert "No incident of the period" in _section(_paper(), questions.PATHWAY)


def test_what_people_affected_were_offered_stands_in_the_paper():
    written = _paper(facts=replace(two_years(), learning=LEARNING))
    found = _section(written, questions.AFFECTED)
    assert "People affected who were offered to take part: 13." in found
    assert "Of these, people who accepted: 7 of 13." in found
    assert "Of these, people whose questions were answered: 13 of 13." in found
    nobody = _section(_paper(), questions.AFFECTED)
    assert "People affected who were offered to take part: 0." in nobody


def test_what_wards_answered_stands_in_the_paper_and_what_does_not_hold_is_worse():
    holds = (*[HoldFact(30, CHECKED_AT, HoldAnswer.HOLDS)] * 14, *[HoldFact(60, CHECKED_AT, HoldAnswer.SLIPPED)] * 6)
    written = _paper(facts=replace(two_years(), holds=holds))
    [sheet] = [sheet for sheet in written.sheets() if sheet.name == "Holding"]
    assert sheet.rows[-1] == ("All", 14, 0, 6, 0, 20)
    assert "Answers that the change holds: 14 of 20, not all." in _section(written, WORSE)


def test_months_in_a_row_with_the_same_signal_are_told_in_one_sentence(made):
    written, *_ = made
    chart = next(chart for chart in written.charts() if chart.name == "Hours to read")
    assert "January 2025 to September 2026: better than chance explains." in chart.alternative


def test_each_section_names_what_it_serves_in_both_frameworks(made):
    written, *_ = made
    [sheet] = [sheet for sheet in written.sheets() if sheet.name == "Framework"]
    titles = {section.title for section in written.sections}
    assert {str(row[0]) for row in sheet.rows} <= titles
    assert len(sheet.rows) == len({row[0] for row in sheet.rows}) == len(framework.SERVES)
    assert all(framework.NOT_NUMBERED in str(row[2]) for row in sheet.rows)


def test_of_the_framework_the_latest_row_that_holds_on_the_day_is_shown(monkeypatch):
    old = framework.Serves("Harm", "Learning culture", "Safe", "12", since=date(2026, 1, 1))
    new = framework.Serves("Harm", "None", "Safe: S1", "12", since=date(2027, 1, 1))
    monkeypatch.setattr(framework, "SERVES", (old, new))
    assert framework.on(date(2026, 12, 31)) == [old]
    assert framework.on(date(2027, 1, 1)) == [new]
    assert framework.on(date(2025, 1, 1)) == []


def test_a_table_with_long_words_gives_each_column_its_share():
    """A column that takes all it needs would leave none for the first one, and its words would lie on the next."""
    short, long = ((("Row", words),) for words in ("As usual", "Whether each ward gets a second alarm."))
    assert pdf.table_data(Sheet("S", "S", ("What", "Text"), long))["wide"] is True
    assert pdf.table_data(Sheet("S", "S", ("What", "Text"), short))["wide"] is False


def test_a_paper_with_denominators_has_rates_and_one_without_says_that_there_are_none():
    known = (Denominator(Basis.BED_DAYS, date(2026, 11, 1), 1600),)
    written = _paper(facts=replace(two_years(), denominators=known))
    said = _section(written, questions.REPORTING)
    assert re.search(r"Reports for each thousand bed days: \d+ in November 2026\.", said)
    assert "there are no rates" not in _section(written, UNKNOWN)
    [sheet] = [sheet for sheet in written.sheets() if sheet.name == "Per bed days"]
    assert sheet.rows[-1] == ("November 2026", 32, 1600, 20.0)
    assert sheet.rows[0][2:] == ("not known", "not known")


def test_a_month_that_is_hidden_has_a_denominator_and_no_rate():
    known = (Denominator(Basis.STAFF, date(2026, 11, 1), 100),)
    written = _paper(facts=replace(two_years(2), denominators=known))
    [sheet] = [sheet for sheet in written.sheets() if sheet.name == "Per staff"]
    assert sheet.rows[-1] == ("November 2026", None, 100, None)
    assert "hundred people of staff" not in _section(written, questions.REPORTING)


SUMMER = {
    date(2026, 7, 1): {
        Question.USEFUL: {"yes": 15, "no": 5},
        Question.AGAIN: {"yes": 18, "no": 2},
        Question.WHY_ANONYMOUS: {"other": 5},
    }
}


def test_what_reporters_say_of_reporting_stands_in_the_paper_and_a_small_rest_is_hidden():
    written = _paper(facts=replace(two_years(), opinions=SUMMER))
    said = _section(written, questions.REPORTING)
    assert "Say that their answer was useful, July to September 2026: 15 of 20." in said
    assert "Say that they would report again, July to September 2026: hidden of 20." in said
    assert "Too few reporters have said" in _section(_paper(), questions.REPORTING)
    outside = _paper(Audience.COMMISSIONER, facts=replace(two_years(), opinions=SUMMER))
    assert "July to September 2026: 15 of 20." in _section(outside, questions.REPORTING)
