"""The parts of the work system, the tags and their questions in plain words. No question asks for a person."""

from collections.abc import Mapping

from bot.domain.reviews.factors import Part, Prompt, Tag

PARTS: Mapping[Part, str] = {
    Part.PERSONS: "People",
    Part.TASKS: "The work",
    Part.TOOLS: "Tools and technology",
    Part.ORGANISATION: "Organisation",
    Part.INTERNAL_ENVIRONMENT: "The place",
    Part.EXTERNAL_ENVIRONMENT: "The world outside",
}
TAGS: Mapping[Tag, str] = {
    Tag.ACTIVE_FAILURES: "Slips, lapses and workarounds",
    Tag.INDIVIDUAL_FACTORS: "What a member of staff brought with them",
    Tag.PATIENT_FACTORS: "What the patient needed",
    Tag.TEAM_FACTORS: "Teamwork",
    Tag.TASK_CHARACTERISTICS: "What the work is like",
    Tag.STAFF_WORKLOAD: "Workload",
    Tag.EQUIPMENT_AND_SUPPLIES: "Equipment and supplies",
    Tag.DESIGN_OF_EQUIPMENT: "Design of equipment",
    Tag.COMMUNICATION_SYSTEMS: "How information travels",
    Tag.LINES_OF_RESPONSIBILITY: "Roles and duties",
    Tag.STAFFING_LEVELS: "Staffing",
    Tag.POLICIES_AND_PROCEDURES: "Policies and rules",
    Tag.SAFETY_CULTURE: "Safety culture",
    Tag.SCHEDULING_AND_BEDS: "Scheduling and beds",
    Tag.SUPERVISION_AND_LEADERSHIP: "Help and leadership",
    Tag.SUPPORT_FUNCTIONS: "Support from other services",
    Tag.TRAINING_AND_EDUCATION: "Training",
    Tag.PHYSICAL_ENVIRONMENT: "Rooms and surroundings",
    Tag.EXTERNAL_POLICY: "Outside policy",
}
PROMPTS: Mapping[Prompt, str] = {
    Prompt.WHAT_MADE_IT_LIKELY: "What made this likely for anybody in this place, on that day?",
    Prompt.WHAT_WORK_ASKED_OF_PEOPLE: "What did the work ask of people at that moment?",
    Prompt.WHAT_THE_PERSON_NEEDED: "What did the patient need, and how could the service see it?",
    Prompt.HOW_THE_TEAM_SHARED_THE_PICTURE: "How did the team share what each of them knew?",
    Prompt.HOW_THE_TASK_IS_USUALLY_DONE: "How is this work usually done, and what makes it hard?",
    Prompt.WHAT_COMPETED_FOR_TIME: "What else had to be done at the same time?",
    Prompt.WHAT_WAS_WITHIN_REACH: "What was within reach, and what was missing?",
    Prompt.WHAT_THE_DESIGN_INVITES: "What does the design invite people to do?",
    Prompt.HOW_INFORMATION_TRAVELS: "How does information travel, and where does it stop?",
    Prompt.WHERE_ROLES_MEET: "Where do roles meet, and what falls between them?",
    Prompt.HOW_SHIFTS_ARE_FILLED: "How are shifts filled, and with which skills?",
    Prompt.WHERE_POLICY_AND_WORK_DIFFER: "Where do policy and daily work differ, and why?",
    Prompt.WHAT_IS_EASY_TO_SAY_HERE: "What is easy to say here, and what is hard?",
    Prompt.HOW_BEDS_AND_LISTS_ARE_PLANNED: "How are beds and lists planned?",
    Prompt.WHAT_HELP_WAS_AT_HAND: "What help was at hand, and how soon?",
    Prompt.WHICH_SERVICES_THE_WARD_RELIES_ON: "Which other services does the ward rely on?",
    Prompt.WHEN_PEOPLE_COULD_PRACTISE: "When could people practise this?",
    Prompt.WHAT_THE_PLACE_MADE_HARD: "What did the place make hard to see, hear or do?",
    Prompt.WHAT_OTHERS_REQUIRE_OF_US: "What do others require of us, and what does it cost?",
}
