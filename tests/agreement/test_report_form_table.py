"""What the report form costs a person, measured on the form itself, and the ceilings that it must stay below."""

import pytest

from bot.domain.reports.harm import PhysicalHarm
from bot.domain.reports.types import ReportType
from handlers.reports import report_form
from scripts import form_table, paper_form
from scripts.form_table import HARMED, NEAR_MISS, NEAR_MISS_SAID, SCENARIOS, cost
from tests.domain.examples import a_service

SERVICE = a_service()


def test_the_page_on_the_report_form_is_drawn_from_the_form():
    assert form_table.PAGE.read_text(encoding="utf-8") == form_table.page_of_the_example(), "run `make access`"


def test_a_near_miss_takes_two_answers_six_taps_and_at_most_sixty_words():
    costs = cost(NEAR_MISS, SERVICE)
    assert (costs.answers, costs.taps) == (2, 6)
    assert 40 < costs.words <= 60


def test_a_near_miss_of_which_it_is_said_that_nobody_was_hurt_takes_three_answers():
    costs = cost(NEAR_MISS_SAID, SERVICE)
    assert costs.answers == 3
    assert costs.words <= 60


@pytest.mark.parametrize("scenario", HARMED, ids=lambda each: each.name)
def test_any_harm_takes_at_most_six_answers(scenario):
    assert cost(scenario, SERVICE).answers <= 6


def test_each_type_and_each_severity_is_in_the_table():
    names = " ".join(scenario.name for scenario in SCENARIOS)
    for word in (*ReportType, *(harm for harm in PhysicalHarm if harm is not PhysicalHarm.NONE)):
        assert word.value.replace("_", " ") in names


def test_the_form_on_paper_is_drawn_from_the_form():
    assert paper_form.PAGE.read_text(encoding="utf-8") == paper_form.page_of_the_example(), "run `make access`"


def test_the_form_on_paper_asks_every_question_in_its_words_with_every_answer():
    drawn = paper_form.page_of_the_example()
    for field in report_form.fields(SERVICE, form_table.NOW):
        if field.name in paper_form.ONLY_ON_SCREEN:
            continue
        assert f"**{field.label}**" in drawn
        own = [] if field.name == "team" else getattr(field, "options", [])
        assert [words for _, words in own if f"☐ {words}" not in drawn] == []
