"""Types of report, and what a reporter says of harm: not said is never none."""

import pytest

from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.kinds import GOOD_CARE, NOT_SURE
from bot.domain.reports.report import ReportReason, ReportRefused, accept
from bot.domain.reports.types import ASKED_ABOUT_DISTRESS, HarmSaid, Hurt, ReportType, type_of_kind, worst_said
from tests.domain.examples import NOON, a_draft, a_service
from tests.usecases.bot_without_slack import at

LOW, MODERATE = PhysicalHarm.LOW, PhysicalHarm.MODERATE
DISTRESS = PsychologicalHarm.SEVERE


def test_older_reports_of_good_care_are_of_that_type_and_all_others_incidents():
    assert type_of_kind(GOOD_CARE) is ReportType.GOOD_CARE
    assert type_of_kind("medication") is ReportType.INCIDENT


@pytest.mark.parametrize("chosen", [{"type": ReportType.GOOD_CARE, "kind": "medication"}, {"kind": GOOD_CARE}])
def test_good_care_is_a_kind_and_a_type_whichever_was_chosen(chosen):
    settled = a_draft(**chosen).settled()
    assert (settled.type, settled.kind) == (ReportType.GOOD_CARE, GOOD_CARE)


@pytest.mark.parametrize("hurt", [Hurt.NO, None])
def test_scales_count_only_where_somebody_may_have_been_hurt(hurt):
    settled = a_draft(hurt=hurt, physical_harm=LOW, psychological_harm=DISTRESS).settled()
    assert settled.harm_said == HarmSaid(hurt, None, None)


@pytest.mark.parametrize("kind", sorted(ASKED_ABOUT_DISTRESS))
def test_distress_counts_for_these_kinds_whatever_was_answered(kind):
    settled = a_draft(kind=kind, physical_harm=LOW, psychological_harm=DISTRESS).settled()
    assert settled.harm_said == HarmSaid(None, None, DISTRESS)


@pytest.mark.parametrize("hurt", [Hurt.YES, Hurt.NOT_SURE])
def test_both_scales_count_where_somebody_may_have_been_hurt(hurt):
    said = HarmSaid(hurt, LOW, DISTRESS)
    assert a_draft(hurt=hurt, physical_harm=LOW, psychological_harm=DISTRESS).settled().harm_said == said


@pytest.mark.parametrize(
    ("said", "worst"),
    [
        ([], (None, None)),
        ([HarmSaid()], (None, None)),
        ([HarmSaid(Hurt.NO)], (PhysicalHarm.NONE, PsychologicalHarm.NONE)),
        ([HarmSaid(Hurt.NO), HarmSaid()], (None, None)),
        ([HarmSaid(Hurt.NO), HarmSaid(Hurt.YES, LOW), HarmSaid(Hurt.YES, MODERATE, DISTRESS)], (MODERATE, DISTRESS)),
        ([HarmSaid(Hurt.NO, None, DISTRESS)], (PhysicalHarm.NONE, DISTRESS)),
        ([HarmSaid(Hurt.NOT_SURE)], (None, None)),
    ],
)
def test_the_worst_that_anybody_said_is_shown_to_whoever_decides(said, worst):
    assert worst_said(said)[1:] == worst


def test_good_care_is_accepted_as_a_type_after_it_was_retired_as_a_kind():
    later, form = at("2027-01-10 12:00"), a_draft(kind=GOOD_CARE)
    with pytest.raises(ReportRefused) as refusal:
        accept(form, a_service(), now=later)
    assert refusal.value.reason is ReportReason.KIND_NOT_OFFERED
    assert accept(form.settled(), a_service(), now=later).type is ReportType.GOOD_CARE


def test_no_kind_is_said_unless_one_is_chosen():
    assert accept(a_draft(kind=NOT_SURE), a_service(), now=NOON).kind == NOT_SURE
