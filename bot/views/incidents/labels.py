"""The codes of incidents in plain words."""

from bot.domain.incidents.conversation import EntryKind
from bot.domain.incidents.incident import LearningResponse
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm

PHYSICAL = {
    PhysicalHarm.NONE: "None: nobody was hurt",
    PhysicalHarm.LOW: "Low: closer watching or a small treatment, one visit at most",
    PhysicalHarm.MODERATE: "Moderate: more treatment, up to 6 months or 2 weeks in hospital",
    PhysicalHarm.SEVERE: "Severe: lasting harm, life in danger, or more than 6 months of care",
    PhysicalHarm.FATAL: "Fatal: the person died, and this may have played a part",
}
PSYCHOLOGICAL = {
    PsychologicalHarm.NONE: "None: no distress that we know of",
    PsychologicalHarm.LOW: "Low: one contact was enough, daily life back in a few days",
    PsychologicalHarm.MODERATE: "Moderate: treatment or daily life changed, up to 6 months",
    PsychologicalHarm.SEVERE: "Severe: treatment or daily life changed for more than 6 months",
}
RESPONSES = {
    LearningResponse.NO_FURTHER_RESPONSE: "No further response",
    LearningResponse.LOCAL_REVIEW: "Local review",
    LearningResponse.AFTER_ACTION_REVIEW: "After action review",
    LearningResponse.SWARM_HUDDLE: "SWARM huddle",
    LearningResponse.MDT_REVIEW: "MDT review",
    LearningResponse.THEMATIC_REVIEW: "Thematic review",
    LearningResponse.INVESTIGATION: "Patient safety incident investigation",
}
ENTRIES = {
    EntryKind.QUESTION: "asked the reporter",
    EntryKind.REPLY: "replied",
    EntryKind.ANSWER: "answered the reporter",
    EntryKind.NO_ANSWER: "said why there is no answer",
    EntryKind.ADDITION: "added something",
    EntryKind.WITHDRAWAL: "took the report back",
    EntryKind.SAFE_NOW: "said that nobody is at risk now",
    EntryKind.IT_HELPED: "said that the answer helped",
    EntryKind.NAME_LOOKED_UP: "looked up who the reporter is",
    EntryKind.LOOK_UP_RIGHT: "said that it was right to look the name up",
    EntryKind.LOOK_UP_TALK: "said that looking the name up must be talked about",
    EntryKind.ASKED_TO_PHONE: "asked the reporter to phone",
    EntryKind.LIFTED: "lifted the restriction",
    EntryKind.BROKE_GLASS: "opened this with a reason",
}


def harm(label: str) -> str:
    """The level alone: Low."""
    return label.partition(":")[0].lower()
