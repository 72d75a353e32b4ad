"""Contributory factors: what in the system made an incident likely.

Parts are the six of SEIPS 101 (Holden and Carayon 2021, BMJ Quality & Safety 30:901). Tags are the domains of the
Yorkshire Contributory Factors Framework (Lawton and others 2012, BMJ Quality & Safety 21:369, table 2). The framework
does not say which part a tag belongs to: that is our reading.

More than a fifth of the factors that incident reports name are active failures. So each tag has a prompt that moves
past the individual. The words of tags and prompts stand in the views; what is stored is the code.
"""

from collections.abc import Collection
from enum import StrEnum

from bot.domain.values import Value


class Part(StrEnum):
    """The six parts of the work system, in the order in which they are shown."""

    PERSONS = "persons"
    TASKS = "tasks"
    TOOLS = "tools"
    ORGANISATION = "organisation"
    INTERNAL_ENVIRONMENT = "internal_environment"
    EXTERNAL_ENVIRONMENT = "external_environment"


class Tag(StrEnum):
    """The domains of the framework, without the outcome. Codes are stored: never rename or delete one."""

    ACTIVE_FAILURES = "active_failures"
    INDIVIDUAL_FACTORS = "individual_factors"
    PATIENT_FACTORS = "patient_factors"
    TEAM_FACTORS = "team_factors"
    TASK_CHARACTERISTICS = "task_characteristics"
    STAFF_WORKLOAD = "staff_workload"
    EQUIPMENT_AND_SUPPLIES = "equipment_and_supplies"
    DESIGN_OF_EQUIPMENT = "design_of_equipment"
    COMMUNICATION_SYSTEMS = "communication_systems"
    LINES_OF_RESPONSIBILITY = "lines_of_responsibility"
    STAFFING_LEVELS = "staffing_levels"
    POLICIES_AND_PROCEDURES = "policies_and_procedures"
    SAFETY_CULTURE = "safety_culture"
    SCHEDULING_AND_BEDS = "scheduling_and_beds"
    SUPERVISION_AND_LEADERSHIP = "supervision_and_leadership"
    SUPPORT_FUNCTIONS = "support_functions"
    TRAINING_AND_EDUCATION = "training_and_education"
    PHYSICAL_ENVIRONMENT = "physical_environment"
    EXTERNAL_POLICY = "external_policy"


class Prompt(StrEnum):
    """A question that asks for what lies behind a tag, never for who."""

    WHAT_MADE_IT_LIKELY = "what_made_it_likely"
    WHAT_WORK_ASKED_OF_PEOPLE = "what_work_asked_of_people"
    WHAT_THE_PERSON_NEEDED = "what_the_person_needed"
    HOW_THE_TEAM_SHARED_THE_PICTURE = "how_the_team_shared_the_picture"
    HOW_THE_TASK_IS_USUALLY_DONE = "how_the_task_is_usually_done"
    WHAT_COMPETED_FOR_TIME = "what_competed_for_time"
    WHAT_WAS_WITHIN_REACH = "what_was_within_reach"
    WHAT_THE_DESIGN_INVITES = "what_the_design_invites"
    HOW_INFORMATION_TRAVELS = "how_information_travels"
    WHERE_ROLES_MEET = "where_roles_meet"
    HOW_SHIFTS_ARE_FILLED = "how_shifts_are_filled"
    WHERE_POLICY_AND_WORK_DIFFER = "where_policy_and_work_differ"
    WHAT_IS_EASY_TO_SAY_HERE = "what_is_easy_to_say_here"
    HOW_BEDS_AND_LISTS_ARE_PLANNED = "how_beds_and_lists_are_planned"
    WHAT_HELP_WAS_AT_HAND = "what_help_was_at_hand"
    WHICH_SERVICES_THE_WARD_RELIES_ON = "which_services_the_ward_relies_on"
    WHEN_PEOPLE_COULD_PRACTISE = "when_people_could_practise"
    WHAT_THE_PLACE_MADE_HARD = "what_the_place_made_hard"
    WHAT_OTHERS_REQUIRE_OF_US = "what_others_require_of_us"


class Factor(Value):
    """A tag, the part of the work system where it is shown, and the question that goes on from it."""

    tag: Tag
    part: Part
    prompt: Prompt


FACTORS = tuple(
    Factor(tag=tag, part=part, prompt=prompt)
    for tag, part, prompt in (
        (Tag.ACTIVE_FAILURES, Part.PERSONS, Prompt.WHAT_MADE_IT_LIKELY),
        (Tag.INDIVIDUAL_FACTORS, Part.PERSONS, Prompt.WHAT_WORK_ASKED_OF_PEOPLE),
        (Tag.PATIENT_FACTORS, Part.PERSONS, Prompt.WHAT_THE_PERSON_NEEDED),
        (Tag.TEAM_FACTORS, Part.PERSONS, Prompt.HOW_THE_TEAM_SHARED_THE_PICTURE),
        (Tag.TASK_CHARACTERISTICS, Part.TASKS, Prompt.HOW_THE_TASK_IS_USUALLY_DONE),
        (Tag.STAFF_WORKLOAD, Part.TASKS, Prompt.WHAT_COMPETED_FOR_TIME),
        (Tag.EQUIPMENT_AND_SUPPLIES, Part.TOOLS, Prompt.WHAT_WAS_WITHIN_REACH),
        (Tag.DESIGN_OF_EQUIPMENT, Part.TOOLS, Prompt.WHAT_THE_DESIGN_INVITES),
        (Tag.COMMUNICATION_SYSTEMS, Part.ORGANISATION, Prompt.HOW_INFORMATION_TRAVELS),
        (Tag.LINES_OF_RESPONSIBILITY, Part.ORGANISATION, Prompt.WHERE_ROLES_MEET),
        (Tag.STAFFING_LEVELS, Part.ORGANISATION, Prompt.HOW_SHIFTS_ARE_FILLED),
        (Tag.POLICIES_AND_PROCEDURES, Part.ORGANISATION, Prompt.WHERE_POLICY_AND_WORK_DIFFER),
        (Tag.SAFETY_CULTURE, Part.ORGANISATION, Prompt.WHAT_IS_EASY_TO_SAY_HERE),
        (Tag.SCHEDULING_AND_BEDS, Part.ORGANISATION, Prompt.HOW_BEDS_AND_LISTS_ARE_PLANNED),
        (Tag.SUPERVISION_AND_LEADERSHIP, Part.ORGANISATION, Prompt.WHAT_HELP_WAS_AT_HAND),
        (Tag.SUPPORT_FUNCTIONS, Part.ORGANISATION, Prompt.WHICH_SERVICES_THE_WARD_RELIES_ON),
        (Tag.TRAINING_AND_EDUCATION, Part.ORGANISATION, Prompt.WHEN_PEOPLE_COULD_PRACTISE),
        (Tag.PHYSICAL_ENVIRONMENT, Part.INTERNAL_ENVIRONMENT, Prompt.WHAT_THE_PLACE_MADE_HARD),
        (Tag.EXTERNAL_POLICY, Part.EXTERNAL_ENVIRONMENT, Prompt.WHAT_OTHERS_REQUIRE_OF_US),
    )
)
"""In the order in which they are shown."""

OF_ONE_PERSON = frozenset({Tag.ACTIVE_FAILURES, Tag.INDIVIDUAL_FACTORS})
"""Tags that speak of one member of staff. Alone they explain nothing."""


def factors_in(part: Part) -> tuple[Factor, ...]:
    """The factors of one part, in the order in which they are shown."""
    return tuple(each for each in FACTORS if each.part is part)


def parts_of(tags: Collection[Tag]) -> tuple[Part, ...]:
    """The parts of the work system that the tags cover, each once, in their order."""
    covered = {each.part for each in FACTORS if each.tag in tags}
    return tuple(part for part in Part if part in covered)


def next_prompts(tags: Collection[Tag]) -> tuple[Prompt, ...]:
    """The questions that go on from the tags. If all speak of one person, task, tool and place are asked for too."""
    if tags and OF_ONE_PERSON.issuperset(tags):
        tags = {*tags, Tag.TASK_CHARACTERISTICS, Tag.DESIGN_OF_EQUIPMENT, Tag.PHYSICAL_ENVIRONMENT}
    return tuple(each.prompt for each in FACTORS if each.tag in tags)
