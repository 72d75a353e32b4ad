"""The pathway: each stage with what was done in it, by role, and a gap for what is missing."""

from datetime import timedelta

import pytest

from bot.domain.actions.action import ActionState
from bot.domain.evidence.pathway import Did, Gap, Path, PathRole, PointProgress, Stage, pathway
from bot.domain.incidents.incident import IncidentState, LearningResponse
from bot.domain.learning.point import PointState
from bot.domain.reviews.review import Agreement
from tests.domain.examples import NOON, a_decision, an_action, an_incident

LATER = NOON + timedelta(days=1)
APPROVED = PointProgress(PointState.APPROVED, NOON, LATER)
WAITING = PointProgress(PointState.WAITING, NOON, None)
SENT_BACK = PointProgress(PointState.SENT_BACK, NOON, None)


def _path(**changes):
    facts = {
        "incident": an_incident(),
        "reported_at": [NOON],
        "written_at": [],
        "agreed": None,
        "points": [],
        "actions": [],
        "told_at": [],
    }
    return Path(**{**facts, **changes})


def _gaps(**changes):
    return {leg.stage: [gap for gap, _ in leg.gaps] for leg in pathway(_path(**changes))}


def test_a_report_alone_has_every_stage_with_its_gap():
    assert _gaps() == {
        Stage.REPORTED: [],
        Stage.TRIAGED: [Gap.NOT_DECIDED],
        Stage.REVIEWED: [Gap.NOT_REVIEWED],
        Stage.LEARNED: [Gap.NOTHING_LEARNED],
        Stage.ACTED: [Gap.NO_ACTION],
        Stage.CHECKED: [Gap.NOTHING_TO_CHECK],
        Stage.EVIDENCE: [Gap.NOT_TOLD, Gap.NOT_CLOSED],
    }


def test_what_has_come_all_the_way_has_no_gap_and_names_roles_only():
    done = {"state": ActionState.DONE, "done_at": LATER, "checked_at": LATER, "checked_by": "U0BOTH"}
    decided = {"decision": a_decision(), "taken_at": NOON, "taken_by": "U0SAFETY"}
    legs = pathway(
        _path(
            incident=an_incident(state=IncidentState.CLOSED, closed_at=LATER, closed_by="U0SAFETY", **decided),
            written_at=[LATER, NOON],
            agreed=Agreement(by="U0SAFETY", at=LATER),
            points=[APPROVED],
            actions=[an_action(**done)],
            told_at=[LATER],
        )
    )
    assert [leg.gaps for leg in legs] == [()] * len(Stage)
    assert {mark.did for leg in legs for mark in leg.marks} == set(Did)
    assert {mark.by for leg in legs for mark in leg.marks} == set(PathRole)
    assert [mark.at for mark in legs[2].marks] == [NOON, LATER, LATER]


@pytest.mark.parametrize(
    ("changes", "stage", "gaps"),
    [
        ({"written_at": [NOON]}, Stage.REVIEWED, [Gap.NOT_AGREED]),
        ({"points": [WAITING, APPROVED]}, Stage.LEARNED, [Gap.NOT_APPROVED]),
        ({"points": [SENT_BACK]}, Stage.LEARNED, [Gap.NOTHING_LEARNED]),
        ({"actions": [an_action()]}, Stage.ACTED, [Gap.NOT_DONE]),
        ({"actions": [an_action()]}, Stage.CHECKED, [Gap.NOT_DONE]),
        ({"actions": [an_action(state=ActionState.DONE, done_at=NOON)]}, Stage.CHECKED, [Gap.NOT_CHECKED]),
        ({"actions": [an_action(state=ActionState.DONE, done_at=NOON)]}, Stage.ACTED, []),
    ],
)
def test_each_gap_is_said_where_it_is(changes, stage, gaps):
    assert _gaps(**changes)[stage] == gaps


def test_a_decision_for_no_review_is_said_as_one():
    decision = a_decision(response=LearningResponse.NO_FURTHER_RESPONSE)
    assert _gaps(incident=an_incident(decision=decision))[Stage.REVIEWED] == [Gap.NO_REVIEW_DECIDED]


def test_a_gap_counts_what_it_is_about():
    [gaps] = [leg.gaps for leg in pathway(_path(actions=[an_action()] * 3)) if leg.stage is Stage.ACTED]
    assert gaps == ((Gap.NOT_DONE, 3),)
