"""Contributory factors stand in the parts of the work system, and each leads past the individual."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reviews.factors import FACTORS, OF_ONE_PERSON, Part, Prompt, Tag, factors_in, next_prompts, parts_of

CODES = (
    "active_failures individual_factors patient_factors team_factors task_characteristics staff_workload "
    "equipment_and_supplies design_of_equipment communication_systems lines_of_responsibility staffing_levels "
    "policies_and_procedures safety_culture scheduling_and_beds supervision_and_leadership support_functions "
    "training_and_education physical_environment external_policy"
)
"""Records hold these codes. One may be added; none may change or go."""


def test_the_codes_of_tags_are_those_that_are_stored():
    assert " ".join(Tag) == CODES


def test_each_tag_is_shown_once_with_a_prompt_of_its_own():
    assert [each.tag for each in FACTORS] == list(Tag)
    assert Counter(each.prompt for each in FACTORS) == Counter(Prompt)


def test_each_part_of_the_work_system_has_a_factor_and_none_is_lost():
    assert [each for part in Part for each in factors_in(part)] == list(FACTORS)
    assert all(factors_in(part) for part in Part)


def test_no_code_asks_who():
    assert [code for code in (*Tag, *Prompt) if {"who", "whose", "fault", "blame"} & set(code.split("_"))] == []


@pytest.mark.parametrize(
    ("tags", "prompts"),
    [
        (set(), ()),
        ({Tag.TEAM_FACTORS}, (Prompt.HOW_THE_TEAM_SHARED_THE_PICTURE,)),
        (
            {Tag.ACTIVE_FAILURES, Tag.TEAM_FACTORS},
            (Prompt.WHAT_MADE_IT_LIKELY, Prompt.HOW_THE_TEAM_SHARED_THE_PICTURE),
        ),
        (
            {Tag.ACTIVE_FAILURES},
            (
                Prompt.WHAT_MADE_IT_LIKELY,
                Prompt.HOW_THE_TASK_IS_USUALLY_DONE,
                Prompt.WHAT_THE_DESIGN_INVITES,
                Prompt.WHAT_THE_PLACE_MADE_HARD,
            ),
        ),
    ],
)
def test_the_prompts_go_on_from_what_was_chosen(tags, prompts):
    assert next_prompts(tags) == prompts


@given(st.sets(st.sampled_from(sorted(OF_ONE_PERSON)), min_size=1))
def test_who_names_only_one_person_is_always_asked_about_the_system(tags):
    asked = {each.part for each in FACTORS if each.prompt in next_prompts(tags)}
    assert asked >= {Part.TASKS, Part.TOOLS, Part.INTERNAL_ENVIRONMENT}


@given(st.sets(st.sampled_from(sorted(Tag))))
def test_the_parts_that_tags_cover_come_once_and_in_order(tags):
    parts = parts_of(tags)
    assert set(parts) == {each.part for each in FACTORS if each.tag in tags}
    assert list(parts) == [part for part in Part if part in parts]
