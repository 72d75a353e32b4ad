"""The categories that whoever triages chooses from: finer than the kinds of the form, one group for each kind.

A category is stored by its code. To add one, write an entry here with the date from which it is offered. To take one
away, give it the date from which it is not. Never rename or delete one, because incidents hold its code.

Source [K]: our own synthesis of the categories of NRLS, StEIS, CQC and MHSDS; the national list (LFPSE) is too thin
for mental health services.
"""

from datetime import date

from bot.domain.reports.kinds import KINDS, Offered
from bot.domain.values import Code


class Category(Offered):
    """`kind` is the code of the kind that it stands under."""

    kind: Code


_BY_KIND = {
    "self_harm": {
        "self_harm_cutting": "Self-harm: cutting",
        "self_harm_ligature_fixed": "Self-harm: ligature on a fixed point",
        "self_harm_ligature_loose": "Self-harm: ligature without a fixed point",
        "self_harm_overdose": "Self-harm: overdose",
        "self_harm_ingestion": "Self-harm: swallowing or inserting something",
        "self_harm_head_banging": "Self-harm: head banging",
        "self_harm_burning": "Self-harm: burning",
        "self_harm_other": "Self-harm: another way",
        "suicide_attempt": "Suicide attempt",
    },
    "violence": {
        "violence_to_staff": "Violence: patient towards staff",
        "violence_to_patient": "Violence: patient towards patient",
        "violence_to_visitor": "Violence: patient towards a visitor",
        "violence_hate": "Violence: racial or other hate",
        "violence_other": "Violence or aggression: other",
        "fire_setting": "Fire setting",
    },
    "restrictive_practice": {
        "restraint_physical": "Physical restraint",
        "restraint_mechanical": "Mechanical restraint",
        "rapid_tranquillisation": "Rapid tranquillisation",
        "seclusion": "Seclusion",
        "segregation": "Long-term segregation",
        "blanket_restriction": "Blanket restriction",
    },
    "missing": {
        "missing_from_leave": "Did not return from leave",
        "missing_from_unit": "Left the unit without leave",
        "missing_from_escort": "Left an escort",
        "missing_in_community": "Missing in the community",
    },
    "abuse": {
        "sexual_assault": "Sexual assault or rape",
        "sexual_harassment": "Sexual harassment",
        "sexual_verbal": "Sexual abuse in words",
        "sexual_exposure": "Exposure or nudity",
        "sexual_capacity_unclear": "Sexual contact, capacity to consent not clear",
        "sexual_online": "Sexual safety online",
        "safeguarding_adult": "Safeguarding: adult",
        "safeguarding_child": "Safeguarding: child",
        "abuse_by_staff": "Abuse or neglect by staff",
    },
    "medication": {
        "medication_prescribing": "Medication: prescribing",
        "medication_dispensing": "Medication: dispensing",
        "medication_administering": "Medication: giving it",
        "medication_omitted": "Medication: omitted or late",
        "medication_clozapine": "Medication: clozapine",
        "medication_lithium": "Medication: lithium",
        "medication_depot": "Medication: depot",
        "medication_controlled": "Medication: controlled drug",
        "medication_monitoring": "Medication: checks missed after rapid tranquillisation",
        "medication_other": "Medication: other",
    },
    "physical_health": {
        "fall": "Fall",
        "deterioration": "Physical health became worse",
        "choking": "Choking",
        "blood_clot": "Blood clot",
        "catatonia": "Catatonia",
        "pressure_ulcer": "Pressure ulcer",
        "infection": "Infection",
        "injury_other": "Injury: other",
    },
    "death": {
        "death_natural_expected": "Death: natural, expected",
        "death_unexpected": "Death: unexpected",
        "death_self_inflicted": "Death: suspected self-inflicted",
        "death_homicide": "Death: homicide by a patient",
        "death_after_discharge": "Death: within 6 months of discharge",
    },
    "care": {
        "bed_delay": "Delay of a bed or an admission",
        "out_of_area": "Out-of-area placement",
        "discharge": "Discharge",
        "follow_up_missed": "Follow-up within 72 hours missed",
        "crisis_response_late": "Crisis response late",
        "handover": "Handover",
        "observation": "Observation or engagement",
        "assessment": "Assessment, risk or diagnosis",
        "mental_health_act": "Mental Health Act or Mental Capacity Act",
        "under_18_on_adult_ward": "Under 18 on an adult ward",
        "communication": "Communication, consent or records",
        "information_governance": "Personal data or cyber security",
        "staffing": "Staffing or skill mix",
    },
    "environment": {
        "ligature_point": "Ligature point",
        "building": "Building or estates",
        "security": "Security or keys",
        "contraband": "Drugs, alcohol or forbidden things",
        "smoking": "Smoking",
        "device": "IT or a device",
        "staff_injury": "Injury of staff",
        "needlestick": "Needlestick",
        "lone_working": "Lone working",
    },
    "good_care": {"good_care": "Good care"},
    "not_sure": {"other": "Something else"},
}

CATEGORIES = tuple(
    Category(code=code, kind=kind, label=label) for kind, labels in _BY_KIND.items() for code, label in labels.items()
)


def grouped_for(kind: str, *, day: date) -> list[tuple[str, list[Category]]]:
    """What may be chosen on `day`, under the label of each kind; the group of the report's own `kind` comes first."""
    offered = [category for category in CATEGORIES if category.is_offered_on(day)]
    own_first = sorted(KINDS, key=lambda each: each.code != kind)
    groups = [(each.label, [category for category in offered if category.kind == each.code]) for each in own_first]
    return [(label, categories) for label, categories in groups if categories]


def is_offered(code: str, *, day: date) -> bool:
    """Whether this category may be chosen on `day`."""
    return any(category.code == code and category.is_offered_on(day) for category in CATEGORIES)


def label_of(code: str) -> str:
    """The category in words, whether or not it is still offered. One of a newer version is shown by its code."""
    return next((category.label for category in CATEGORIES if category.code == code), code)
