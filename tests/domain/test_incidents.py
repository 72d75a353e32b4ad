"""What may be done with an incident, in which state; its categories; words that are taken out."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.incidents import steps
from bot.domain.incidents.categories import CATEGORIES, Category, grouped_for, is_offered, label_of
from bot.domain.incidents.incident import IncidentReason, IncidentRefused, IncidentState, LearningResponse
from bot.domain.incidents.redaction import without
from bot.domain.reports.kinds import KINDS
from bot.domain.reports.references import reference_from, reference_in
from bot.domain.sensitivity import Sensitivity
from tests.domain.examples import NOON, a_decision_form, an_incident, utc

TODAY = date(2026, 11, 24)
LATER = utc("2026-11-24 13:00")


def _decided(**changes):
    return steps.decide(an_incident(**changes), a_decision_form(), seen=None, by="U0SAFETY", now=NOON)


def _closed():
    return steps.close(_decided(unanswered=0), in_danger=False, by="U0SAFETY", now=NOON)


OTHER = UUID(int=2)


def _merged(incident, other, *, in_danger=False):
    return steps.merge(incident, other, in_danger=in_danger)


MERGED = an_incident(state=IncidentState.MERGED, merged_into=an_incident().id)


def test_whoever_takes_it_first_has_it():
    taken = steps.take(an_incident(), by="U0SAFETY", now=NOON)
    assert (taken.state, taken.taken_by, taken.taken_at) == (IncidentState.TAKEN, "U0SAFETY", NOON)
    assert steps.take(taken, by="U0BOTH", now=LATER) == taken


@pytest.mark.parametrize("state", [IncidentState.NEW, IncidentState.TAKEN])
def test_handing_over_takes_it_for_somebody_else(state):
    given = steps.hand_over(an_incident(state=state, taken_by="U0SAFETY"), to="U0BOTH", now=LATER)
    assert (given.state, given.taken_by, given.taken_at) == (IncidentState.TAKEN, "U0BOTH", LATER)
    assert steps.hand_over(given, to="U0BOTH", now=NOON) == given


def test_who_decides_takes_what_nobody_has_and_leaves_it_to_whoever_has_it():
    decided = _decided()
    assert (decided.state, decided.taken_by) == (IncidentState.DECIDED, "U0SAFETY")
    assert (decided.decision.decided_by, decided.decision.decided_at) == ("U0SAFETY", NOON)
    assert _decided(state=IncidentState.TAKEN, taken_by="U0BOTH").taken_by == "U0BOTH"


def test_of_two_who_decide_at_once_the_second_is_told_of_the_first():
    first = _decided()
    with pytest.raises(steps.DecidedMeanwhile) as refusal:
        steps.decide(first, a_decision_form(category="smoking"), seen=None, by="U0BOTH", now=LATER)
    assert refusal.value.decision == first.decision
    again = steps.decide(first, a_decision_form(category="smoking"), seen=NOON, by="U0BOTH", now=LATER)
    assert again.decision
    assert (again.decision.category, again.decision.decided_by) == ("smoking", "U0BOTH")


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"category": "nonsense"}, "category", IncidentReason.CATEGORY_NOT_LISTED),
        ({"lead": None}, "lead", IncidentReason.LEAD_NEEDED),
        ({"due_on": None}, "due_on", IncidentReason.DATE_NEEDED),
        ({"lead": "U0INVOLVED"}, "lead", IncidentReason.PERSON_INVOLVED),
        ({"due_on": date(2026, 11, 23)}, "due_on", IncidentReason.DATE_HAS_PASSED),
    ],
)
def test_a_decision_that_cannot_be_carried_out_is_refused_beside_its_field(changes, field, reason):
    with pytest.raises(IncidentRefused) as refusal:
        steps.check_decision(a_decision_form(**changes), involved={"U0INVOLVED"}, today=TODAY)
    assert (refusal.value.field, refusal.value.reason) == (field, reason)


@pytest.mark.parametrize(
    "changes",
    [{}, {"due_on": TODAY}, {"response": LearningResponse.NO_FURTHER_RESPONSE, "lead": None, "due_on": None}],
)
def test_without_a_further_response_nobody_needs_to_lead(changes):
    steps.check_decision(a_decision_form(**changes), involved=(), today=TODAY)


@pytest.mark.parametrize(
    ("incident", "in_danger", "reason"),
    [
        (an_incident(unanswered=0), False, IncidentReason.NOT_DECIDED),
        (_decided(), False, IncidentReason.NOT_ANSWERED),
        (_decided(unanswered=0), True, IncidentReason.IN_DANGER),
        (_closed(), False, IncidentReason.CLOSED),
        (MERGED, False, IncidentReason.MERGED),
    ],
)
def test_it_closes_only_decided_answered_and_safe(incident, in_danger, reason):
    with pytest.raises(IncidentRefused) as refusal:
        steps.close(incident, in_danger=in_danger, by="U0SAFETY", now=NOON)
    assert refusal.value.reason is reason


def test_each_answer_is_one_less_to_wait_for():
    assert steps.answered(an_incident(unanswered=2)).unanswered == 1


def test_a_closed_incident_opens_again_as_it_was():
    assert (_closed().closed_by, _closed().closed_at) == ("U0SAFETY", NOON)
    assert steps.reopen(_closed()) == _decided(unanswered=0)
    with pytest.raises(IncidentRefused) as refusal:
        steps.reopen(_decided())
    assert refusal.value.reason is IncidentReason.NOT_CLOSED


def test_what_is_closed_changes_no_more():
    for step in (
        lambda: steps.hand_over(_closed(), to="U0BOTH", now=NOON),
        lambda: steps.decide(_closed(), a_decision_form(), seen=NOON, by="U0BOTH", now=NOON),
        lambda: _merged(_closed(), an_incident(id=OTHER)),
    ):
        with pytest.raises(IncidentRefused) as refusal:
            step()
        assert refusal.value.reason is IncidentReason.CLOSED


def test_the_strictest_access_holds_and_all_who_wait_still_wait():
    restricted = an_incident(sensitivity=Sensitivity.RESTRICTED, unanswered=2)
    given, kept = _merged(restricted, an_incident(id=OTHER))
    assert (given.state, given.merged_into, given.unanswered) == (IncidentState.MERGED, OTHER, 0)
    assert (kept.sensitivity, kept.unanswered, kept.state) == (Sensitivity.RESTRICTED, 3, IncidentState.NEW)
    assert _merged(an_incident(id=OTHER), restricted)[1].sensitivity is Sensitivity.RESTRICTED


def test_whoever_has_the_one_has_both_unless_somebody_has_the_other():
    taken = steps.take(an_incident(), by="U0SAFETY", now=NOON)
    assert _merged(taken, an_incident(id=OTHER))[1].taken_by == "U0SAFETY"
    held = steps.take(an_incident(id=OTHER), by="U0BOTH", now=NOON)
    assert _merged(taken, held)[1].taken_by == "U0BOTH"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (an_incident(), IncidentReason.SAME_INCIDENT),
        (_closed().model_copy(update={"id": OTHER}), IncidentReason.OTHER_CLOSED),
    ],
)
def test_it_is_not_put_together_with_itself_or_with_what_is_closed(other, reason):
    with pytest.raises(IncidentRefused) as refusal:
        _merged(an_incident(), other)
    assert (refusal.value.field, refusal.value.reason) == ("reference", reason)


def test_what_is_in_danger_is_not_put_together_with_another_one():
    with pytest.raises(IncidentRefused) as refusal:
        _merged(an_incident(), an_incident(id=OTHER), in_danger=True)
    assert (refusal.value.field, refusal.value.reason) == ("reference", IncidentReason.IN_DANGER)


def test_a_restriction_is_put_on_once_and_lifted_once():
    restricted = steps.restrict(an_incident())
    assert restricted.sensitivity is Sensitivity.RESTRICTED
    assert steps.lift(restricted) == an_incident()
    with pytest.raises(IncidentRefused) as refusal:
        steps.lift(an_incident())
    assert refusal.value.reason is IncidentReason.NOT_RESTRICTED


def test_the_codes_of_categories_stay_as_they_were():
    assert len({category.code for category in CATEGORIES}) == len(CATEGORIES)
    assert {category.kind for category in CATEGORIES} == {kind.code for kind in KINDS}
    assert " ".join(category.code for category in CATEGORIES) == (
        "self_harm_cutting self_harm_ligature_fixed self_harm_ligature_loose self_harm_overdose self_harm_ingestion "
        "self_harm_head_banging self_harm_burning self_harm_other suicide_attempt violence_to_staff "
        "violence_to_patient violence_to_visitor violence_hate violence_other fire_setting restraint_physical "
        "restraint_mechanical rapid_tranquillisation seclusion segregation blanket_restriction missing_from_leave "
        "missing_from_unit missing_from_escort missing_in_community sexual_assault sexual_harassment sexual_verbal "
        "sexual_exposure sexual_capacity_unclear sexual_online safeguarding_adult safeguarding_child abuse_by_staff "
        "medication_prescribing medication_dispensing medication_administering medication_omitted "
        "medication_clozapine medication_lithium medication_depot medication_controlled medication_monitoring "
        "medication_other fall deterioration choking blood_clot catatonia pressure_ulcer infection injury_other "
        "death_natural_expected death_unexpected death_self_inflicted death_homicide death_after_discharge "
        "bed_delay out_of_area discharge follow_up_missed crisis_response_late handover observation assessment "
        "mental_health_act under_18_on_adult_ward communication information_governance staffing ligature_point "
        "building security contraband smoking device staff_injury needlestick lone_working good_care other"
    )


def test_the_group_of_the_report_s_own_kind_comes_first_and_none_is_missing():
    groups = grouped_for("medication", day=TODAY)
    assert groups[0][0] == "Medication"
    assert sorted(category.code for _, group in groups for category in group) == sorted(
        category.code for category in CATEGORIES
    )


def test_a_category_is_offered_from_a_date_to_a_date_and_keeps_its_label():
    category = Category(code="x", kind="care", label="X", starts_on=date(2026, 11, 24), retired_on=date(2026, 11, 26))
    days = [date(2026, 11, day) for day in (23, 24, 25, 26)]
    assert [category.is_offered_on(day) for day in days] == [False, True, True, False]
    assert is_offered("fall", day=TODAY)
    assert (label_of("fall"), label_of("of_a_newer_version")) == ("Fall", "of_a_newer_version")


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("Mr Smith fell. smith was seen.", "Smith", "Mr [taken out] fell. smith was seen."),
        ("Smith, Smith", "Smith", "[taken out], [taken out]"),
        ("Nobody was named", "Smith", "Nobody was named"),
        ("Jo" * 10, "Jo", "…" * 10),
    ],
)
def test_exactly_these_words_are_taken_out_wherever_they_stand(text, words, after):
    assert without(text, words, longest=40) == after


@given(st.text(min_size=1, max_size=60), st.text(min_size=2, max_size=5))
def test_what_is_taken_out_never_makes_a_text_longer_than_it_may_be(text, words):
    assert len(without(text, words, longest=60)) <= 60


@given(st.integers(min_value=0, max_value=1000).map(reference_from))
def test_a_reference_is_read_in_any_letters_with_or_without_its_hyphen(reference):
    plain = reference.replace("-", "")
    for typed in (reference, f" {reference.lower()} ", plain, f"{plain[:3]} {plain[3:]}"):
        assert reference_in(typed) == reference
    assert reference_in(reference[:-1]) is None
