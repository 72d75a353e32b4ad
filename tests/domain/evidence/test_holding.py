"""Whether changes hold: which questions count, and what is hidden."""

from datetime import UTC, datetime

import pytest

from bot.domain.actions.hold import HoldAnswer
from bot.domain.evidence.facts import Facts, HoldFact
from bot.domain.evidence.figures import Figure, Shown, figures
from bot.domain.evidence.holding import holding
from bot.domain.evidence.papers import Audience, evidence_of
from tests.domain.evidence.facts import NOVEMBER
from tests.domain.examples import a_service

CLOSES = datetime(2026, 11, 10, 8, tzinfo=UTC)
HOLDS, PARTLY, SLIPPED = HoldAnswer.HOLDS, HoldAnswer.PARTLY, HoldAnswer.SLIPPED


def asked(count, answer=None, *, days=30, closes_at=CLOSES):
    return [HoldFact(days, closes_at, answer)] * count


def test_questions_count_in_the_period_in_which_they_closed():
    times = (NOVEMBER.starts_at, NOVEMBER.ends_at)
    found = holding([each for at in times for each in asked(7, HOLDS, closes_at=at)], NOVEMBER)
    assert found.rows[-1] == (7, 0, 0, 0, 7)
    assert (found.holds, found.answered) == (7, 7)


def test_each_stage_has_a_row_and_each_answer_a_column():
    questions = [*asked(10, HOLDS), *asked(6, PARTLY, days=60), *asked(8, SLIPPED, days=90), *asked(5, days=90)]
    assert holding(questions, NOVEMBER).rows == (
        (10, 0, 0, 0, 10),
        (0, 6, 0, 0, 6),
        (0, 0, 8, 5, 13),
        (10, 6, 8, 5, 29),
    )


@pytest.mark.parametrize("few", range(1, 5))
@pytest.mark.parametrize("column", range(4))
def test_a_few_can_be_found_by_no_row_and_no_column(few, column):
    answers = (HOLDS, PARTLY, SLIPPED, None)
    questions = [each for days in (30, 60, 90) for answer in answers for each in asked(9, answer, days=days)]
    kept = [each for each in questions if not (each.days == 30 and each.answer == answers[column])]
    rows = holding([*kept, *asked(few, answers[column])], NOVEMBER).rows
    assert rows[0][column] is None
    assert sum(cell is None for cell in rows[0]) > 1
    assert sum(row[column] is None for row in rows) > 1


def test_a_small_rest_hides_how_many_hold_and_few_answers_hide_all():
    found = holding([*asked(12, HOLDS), *asked(3, SLIPPED)], NOVEMBER)
    assert found.holds is None
    assert holding(asked(4, HOLDS), NOVEMBER).answered is None
    assert holding([*asked(20), *asked(4, HOLDS)], NOVEMBER).answered is None


def test_nobody_asked_is_no_secret():
    assert (holding([], NOVEMBER).holds, holding([], NOVEMBER).answered) == (0, 0)


def test_the_figures_say_how_many_answers_say_that_it_holds():
    facts = Facts(holds=(*asked(9, HOLDS), *asked(6, PARTLY)))
    found = figures(facts, NOVEMBER, read_within=1)
    assert (found[Figure.HOLD_ANSWERED], found[Figure.HOLDING]) == (Shown(15), Shown(9, 15))


def test_what_leaves_the_organisation_is_rounded():
    facts = Facts(holds=(*asked(9, HOLDS), *asked(6, PARTLY), *asked(8)))
    found = evidence_of(
        facts, NOVEMBER, service=a_service(), audience=Audience.COMMISSIONER, first_report_on=NOVEMBER.first
    )
    assert found.holding.rows[-1] == (10, 5, 0, 10, 25)
    assert found.figures[Figure.HOLDING] == Shown(10, 15)
