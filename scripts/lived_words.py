"""What the people of the invented year write. Nobody and nothing here is real."""

from typing import Any

from bot.domain.incidents.incident import LearningResponse
from bot.domain.reviews.factors import Tag
from bot.domain.reviews.record import RecordKind

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
    LearningResponse.MDT_REVIEW: 3,
    LearningResponse.THEMATIC_REVIEW: 2,
    LearningResponse.INVESTIGATION: 1,
}
BOXES = (
    {
        "what_happened": "The check was due at two. The list was in the other office.",
        "what_helped": "A colleague from the next ward came over at once.",
    },
    {
        "what_got_in_the_way": "Two shifts were not filled, and the phone rang all the time.",
        "what_we_will_try": "Keep the list of checks at the door, where it is needed.",
    },
    {
        "what_happened": "It was quiet at first. The noise of the building work began at four.",
        "what_got_in_the_way": "Nobody on the ward knew the times of the building work.",
        "what_we_will_try": "Ask the estates team for the times a week before.",
    },
    {
        "what_helped": "The patient had told the day shift what calms them. It stood in the plan.",
        "what_we_will_try": "Read that part of the plan at each handover.",
    },
)
"""What people write in a review."""
RECORD: tuple[tuple[RecordKind, str, dict[str, Any]], ...] = (
    (RecordKind.TERMS, "The late shift, and how checks are handed over. Not the work of any one person.", {}),
    (RecordKind.AGREED_DATE, "Those affected read the draft and say what is missing.", {}),
    (RecordKind.TIMELINE, "The list was in the other office, as on most evenings.", {}),
    (RecordKind.FACTOR, "Two of five shifts of that week were not filled.", {"tag": Tag.STAFFING_LEVELS}),
    (RecordKind.FACTOR, "The list is kept two doors away from where it is used.", {"tag": Tag.PHYSICAL_ENVIRONMENT}),
    (RecordKind.FACTOR, "A check was left out when the phone rang.", {"tag": Tag.ACTIVE_FAILURES}),
    (RecordKind.WENT_WELL, "The next ward was there within a minute.", {}),
    (RecordKind.IMPROVEMENT, "The list of checks is where the checks are done.", {}),
)
"""What a deeper review finds: the kind of entry, its words, its tag."""
AGENDAS = (
    (
        "The office on the ground floor. Evenings, and what makes them hard.",
        "Evenings with checks that came late.",
    ),
    ("The garden room. What we do well at handover.", None),
    ("The library. How information reaches the night shift.", "Notes that did not reach the people who needed them."),
)
"""The agenda of a reflection session, and its summary without names."""
NOTES = (
    {"what_happened": "Evenings begin with three things at once.", "what_will_we_try": "One phone for the ward."},
    {"what_helped": "We say the plan aloud.", "how_are_we": "Tired, and glad that we met."},
    {"what_got_in_the_way": "The noise, and one phone too few.", "how_are_we": "Better than last month."},
)
"""What people write in a session."""
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
FOR_WARD = (
    "Door alarms are tested each Monday.",
    "The bathroom lock can be opened from outside.",
    "There is one chart only on the trolley.",
    "The night shift has fifteen quiet minutes for handover.",
    "A spare of each kind is in the cupboard.",
)
"""One sentence for each of the changes, in their order."""
MEASURES = (
    "Tests written on the board, of four in a month",
    "Evening doses given twice, a month",
    "Handovers of at least fifteen minutes, of ten looked at",
)
PROOFS = (
    "Tested on each Monday of the month. The sheet hangs in the office.",
    "The new one is in place, and the night staff have used it.",
    "Looked at ten handovers: nine were long enough.",
    "The list in the cupboard is signed each week.",
)
NOT_YET = (
    "Two doors have not been tested yet.",
    "The night staff have not heard of it.",
)
LEARNED = {
    "self_harm": (
        (
            "Evenings after visits were the hardest time. A planned quiet hour with one person made them easier.",
            "Ask at handover who had a visit today.",
        ),
        ("Broken plastic came from the cutlery. Wooden cutlery took it away.", "Look into one drawer together."),
    ),
    "violence": (
        (
            "Waiting without news at the office window made people angry. A time on the board helped.",
            "Write on the board when the next round is.",
        ),
        ("Two people who know each other well calmed the lounge faster than five.", "Say who steps in first today."),
    ),
    "restrictive_practice": (
        (
            "A walk offered early made a hold needless. The garden key hung two floors away.",
            "Keep the key at the door.",
        ),
    ),
    "missing": (
        (
            "The front door stays open for nine seconds. People left behind visitors in that time.",
            "Wait with visitors.",
        ),
    ),
    "medication": (
        ("Two charts were open at once, because the trolley has no place for one.", "Keep one chart on the trolley."),
        ("Two strengths stood side by side in boxes of one colour.", "Look at the shelf once in a shift."),
        (
            "Blood tests came late when the clinic was full. Booking two weeks before helped.",
            "Book the next one today.",
        ),
    ),
    "physical_health": (("The floor sign was kept in a locked cupboard.", "Find out where your floor sign is."),),
    "care": (
        ("Handovers of less than ten minutes left out changes of observations.", "Say changes first."),
        ("The list for follow-up calls was on the old system. A printed list bridged it.", "Ask who rings today."),
    ),
    "environment": (
        (
            "Door alarms were silent when the battery was low. A weekly test finds this.",
            "Say the alarm test aloud at handover.",
        ),
        ("One bathroom lock had no key on the ring of the night shift.", "Try the keys of your ring once."),
    ),
    "good_care": (
        ("An hour spent together at the right moment changed a whole evening.", "Tell a colleague what went well."),
    ),
}
"""For each kind: what was learned, and one thing to try."""
