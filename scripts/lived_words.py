"""What the people of the invented year write. Nobody and nothing here is real."""

from bot.domain.incidents.incident import LearningResponse

STORIES = {
    "self_harm": (
        "Found in the bathroom with fresh scratches on one arm. Cleaned and dressed, stayed together until calm.",
        "Told staff of thoughts of self-harm during the evening. Moved to closer watching.",
        "A piece of broken plastic was found in the room and handed in.",
    ),
    "violence": (
        "Shouting in the lounge turned into pushing. Two members of staff stepped in, nobody was hurt.",
        "A chair was thrown at the office window. The window held.",
        "Staff member was hit on the shoulder while offering medication. Seen by the duty doctor.",
    ),
    "restrictive_practice": (
        "Hold used for three minutes after an attempt to leave through the garden. Debrief offered.",
        "Rapid tranquillisation given after everything else was tried. Physical checks every 15 minutes.",
    ),
    "missing": (
        "Did not return from one hour of leave. Came back by taxi after three hours, well.",
        "Left through the front door behind a visitor. Found at the bus stop ten minutes later.",
    ),
    "medication": (
        "Evening dose was given twice because two charts were open. Duty doctor informed, observed overnight.",
        "Clozapine blood test was a day late, the clinic was full.",
        "Depot was not in the cupboard on the day it was due. Borrowed from the other ward.",
        "Wrong strength was taken from the shelf and noticed before it was given.",
    ),
    "physical_health": (
        "Slipped on the wet floor near the kitchen. No injury, floor sign was missing.",
        "Blood pressure was low twice in the morning and was not written on the chart.",
    ),
    "care": (
        "Handover was cut short, and the night shift did not know about the change of observations.",
        "The bed was not ready, and the person waited four hours in the assessment room.",
        "One of us for eight people for most of the night, because two shifts were not filled.",
        "The follow-up call within 72 hours was not made, because the list was on the old system.",
    ),
    "environment": (
        "Door alarm stayed silent during the test. The battery was empty.",
        "The bathroom door could be locked from inside without a key for staff.",
        "The lift was out of order again, and meals came up late.",
    ),
    "good_care": (
        "The student nurse noticed a change of mood at once and sat with the person for an hour.",
        "The kitchen made a birthday cake. It changed the whole day on the ward.",
    ),
    "not_sure": ("A visitor was upset about the long way to the garden, and asked us to pass it on.",),
}
WEIGHTS = (14, 14, 8, 6, 14, 7, 15, 12, 8, 2)
CATEGORIES = {
    "self_harm": "self_harm_cutting",
    "violence": "violence_to_staff",
    "restrictive_practice": "restraint_physical",
    "missing": "missing_from_leave",
    "medication": "medication_prescribing",
    "physical_health": "fall",
    "care": "bed_delay",
    "environment": "ligature_point",
    "good_care": "bed_delay",
    "not_sure": "bed_delay",
}
RESPONSES = {
    LearningResponse.NO_FURTHER_RESPONSE: 60,
    LearningResponse.LOCAL_REVIEW: 24,
    LearningResponse.AFTER_ACTION_REVIEW: 10,
    LearningResponse.SWARM_HUDDLE: 4,
    LearningResponse.THEMATIC_REVIEW: 2,
}
REASONS = (
    "Nobody was harmed, and the ward has mended it already.",
    "It is the third of its kind in this quarter, and a short look is worth it.",
    "The people who were there want to talk about what helped.",
    "It is known and part of a running piece of work.",
)
QUESTIONS = (
    "Was the alarm tested earlier in the shift?",
    "Do you remember whether the new chart was on the ward by then?",
    "What would have helped you in that moment?",
)
REPLIES = (
    "Yes, at seven, and it worked then.",
    "No. We still had the old one on the trolley.",
    "A second person at the door, and a radio that reaches the garden.",
)
ANSWERS = (
    "Thank you. We have changed how the alarm is tested, and it is now part of each Monday.",
    "Thank you for telling us. We have acted and cannot share the details.",
    "We looked into it with the ward. Nothing changes for now, and we keep an eye on it.",
    "It is now part of a review. You will read here what comes of it.",
)
MADE_SAFE = (
    "Rang the ward. Two people stay with the person until the morning.",
    "Rang the ward. The door is guarded until the engineer has been.",
)
CHANGES = (
    "Test each door alarm on Mondays and write it on the board",
    "Replace the bathroom lock by one that staff can open from outside",
    "Put one chart only on the medication trolley",
    "Give the night shift fifteen quiet minutes for handover",
    "Keep a spare depot of each kind in the cupboard",
)
MEASURES = (
    "Tests written on the board, of four in a month",
    "Evening doses given twice, a month",
    "Handovers of at least fifteen minutes, of ten looked at",
)
