"""Themes are proposed the same each time, and signals come by chance no more often than they say."""

from random import Random
from uuid import UUID

import pytest
from pydantic import ValidationError

from bot.domain.learning.signals import BY_CHANCE, WEEKS, WEEKS_BACK, Counted, chance_of_at_least, signals
from bot.domain.learning.themes import (
    FEWEST,
    MOST_INCIDENTS,
    MOST_PROPOSED,
    Basis,
    ThemePlace,
    ThemeReason,
    ThemeRefused,
    Told,
    check_incidents,
    proposals,
    require_standing,
    retired,
)
from tests.domain.examples import NOON, a_theme

ALARM = {"alarm": 1.0, "silent": 1.0, "night": 1.0}
LUNCH = {"lunch": 1.0, "late": 1.0, "soup": 1.0}


def ids(*numbers):
    return tuple(UUID(int=number) for number in numbers)


def told(number, **facts):
    return Told(UUID(int=number), **facts)


def test_what_shares_a_category_a_factor_or_words_is_proposed_with_its_reason():
    every = [
        *(told(number, category="seclusion") for number in range(1, 5)),
        *(told(number, factors={"staff_workload"}) for number in range(5, 8)),
        *(told(number, meanings=ALARM) for number in range(8, 11)),
        *(told(number, meanings={f"word{number}": 1.0}) for number in range(11, 20)),
    ]
    found = proposals(every)
    assert [(each.basis, each.code, each.incidents) for each in found] == [
        (Basis.CATEGORY, "seclusion", ids(1, 2, 3, 4)),
        (Basis.FACTOR, "staff_workload", ids(5, 6, 7)),
        (Basis.WORDS, "", ids(8, 9, 10)),
    ]
    assert set(found[2].shared) == set(ALARM)
    assert proposals(list(reversed(every))) == found


def test_two_are_no_theme_and_words_that_most_have_tell_nothing():
    assert proposals([told(1, category="seclusion", meanings=ALARM), told(2, category="seclusion")]) == ()
    everywhere = [told(number, meanings={"ward": 1.0, f"word{number}": 1.0}) for number in range(20)]
    assert proposals(everywhere) == ()


def test_the_same_incidents_are_proposed_once_and_two_groups_of_words_stay_apart():
    alike = [told(number, category="seclusion", meanings=ALARM) for number in range(3)]
    others = [told(number, meanings=LUNCH) for number in range(3, 7)]
    found = proposals([*alike, *others])
    assert [each.basis for each in found] == [Basis.WORDS, Basis.CATEGORY]
    assert len({each.key for each in found}) == 2
    assert str(UUID(int=3)) not in found[0].key


def test_no_more_are_proposed_than_a_person_can_look_at():
    many = [told(number, category=f"category{number // FEWEST}") for number in range(FEWEST * (MOST_PROPOSED + 3))]
    assert len(proposals(many)) == MOST_PROPOSED


def test_a_theme_has_some_incidents_and_not_too_many():
    for count, reason in ((FEWEST - 1, ThemeReason.TOO_FEW), (MOST_INCIDENTS + 1, ThemeReason.TOO_MANY)):
        with pytest.raises(ThemeRefused) as refused:
            check_incidents(ids(*range(count)))
        assert refused.value.reason is reason
    check_incidents(ids(*range(MOST_INCIDENTS)))


def test_a_retired_theme_stays_retired():
    gone = retired(a_theme(), "Doors were changed", by="U0BOTH", now=NOON)
    assert (gone.retired_by, gone.retired_at, gone.retired_because) == ("U0BOTH", NOON, "Doors were changed")
    require_standing(a_theme())
    with pytest.raises(ThemeRefused) as refused:
        retired(gone, "again", by="U0SAFETY", now=NOON)
    assert refused.value.reason is ThemeReason.RETIRED


def test_only_periods_that_are_offered_can_be_looked_at():
    assert ThemePlace(days=365).days == 365
    with pytest.raises(ValidationError, match="is not offered"):
        ThemePlace(days=4000)


def test_seven_where_two_are_usual_is_a_signal_and_four_is_not():
    assert Counted("missing", total=32 + 7, recent=7).usual == pytest.approx(2, abs=0.05)
    kinds = [Counted("missing", 32 + 7, 7), Counted("violence", 32 + 4, 4), Counted("fall", 3, 3)]
    assert [each.code for each in signals(kinds, []).more] == ["missing"]


def test_a_team_that_usually_reports_is_asked_about_and_one_that_rarely_does_is_not():
    teams = [Counted("oak", 80, 0), Counted("elm", 79, 1), Counted("ash", 20, 0)]
    assert [each.code for each in signals([], teams).silent] == ["oak"]


@pytest.mark.parametrize("total", [6, 20, 60, 300])
def test_signals_come_by_chance_no_more_often_than_they_say(total):
    luck = Random(total)  # noqa: S311 - no secret depends on it
    looks = 4000
    found = more = 0
    for _ in range(looks):
        recent = sum(luck.random() < WEEKS / WEEKS_BACK for _ in range(total))
        more += bool(signals([Counted("kind", total, recent)], []).more)
        found += bool(signals([], [Counted("team", total, recent)]).silent)
    assert more / looks <= 1.5 * BY_CHANCE
    assert found / looks <= 1.5 * BY_CHANCE


def test_the_chance_falls_as_the_count_grows():
    chances = [chance_of_at_least(count, 30) for count in range(8)]
    assert chances[0] == 1
    assert chances == sorted(chances, reverse=True)
