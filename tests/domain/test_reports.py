"""When a report is accepted, and how it is refused: beside its field, with the reason."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from bot.domain.reports import kinds
from bot.domain.reports.report import AtRisk, Progress, ReportReason, ReportRefused, accept
from tests.domain.examples import NOON, a_draft, a_kind, a_report, a_service, utc


@pytest.mark.parametrize("kind", [kind.code for kind in kinds.offered_on(NOON.date())])
def test_every_kind_that_is_offered_is_accepted(kind):
    draft = a_draft(kind=kind)
    assert accept(draft, a_service(), now=NOON) is draft


@pytest.mark.parametrize("team", ["oak", "elm"])
def test_every_team_of_the_service_is_accepted(team):
    draft = a_draft(team=team)
    assert accept(draft, a_service(), now=NOON) is draft


@pytest.mark.parametrize("earlier", [timedelta(0), timedelta(days=1), timedelta(days=7300), -timedelta(minutes=5)])
def test_a_time_from_twenty_years_ago_to_five_minutes_ahead_is_accepted(earlier):
    draft = a_draft(happened_at=NOON - earlier)
    assert accept(draft, a_service(), now=NOON) is draft


@pytest.mark.parametrize(
    ("answers", "field", "reason"),
    [
        ({"kind": "typo"}, "kind", ReportReason.KIND_NOT_OFFERED),
        ({"team": "ash"}, "team", ReportReason.TEAM_NOT_LISTED),
        (
            {"happened_at": NOON + timedelta(minutes=5, seconds=1)},
            "happened_at",
            ReportReason.IN_THE_FUTURE,
        ),
        (
            {"happened_at": NOON - timedelta(days=7300, seconds=1)},
            "happened_at",
            ReportReason.TOO_LONG_AGO,
        ),
    ],
)
def test_each_refusal_stands_beside_its_field(answers, field, reason):
    with pytest.raises(ReportRefused) as refused:
        accept(a_draft(**answers), a_service(), now=NOON)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_a_retired_kind_is_refused_from_its_day_on_and_accepted_before(monkeypatch):
    tomorrow = a_kind(code="falls", retired_on=date(2026, 11, 25))
    today = a_kind(code="choking", retired_on=date(2026, 11, 24))
    monkeypatch.setattr(kinds, "KINDS", (tomorrow, today))
    draft = a_draft(kind="falls")
    assert accept(draft, a_service(), now=NOON) is draft
    with pytest.raises(ReportRefused) as refused:
        accept(a_draft(kind="choking"), a_service(), now=NOON)
    assert (refused.value.field, refused.value.reason) == ("kind", ReportReason.KIND_NOT_OFFERED)


@pytest.mark.parametrize(
    ("zone", "now", "accepted"),
    [
        ("Europe/London", "2027-06-30 22:59", True),
        ("Europe/London", "2027-06-30 23:00", False),
        ("America/New_York", "2027-07-01 03:59", True),
        ("America/New_York", "2027-07-01 04:00", False),
    ],
)
def test_a_kind_retires_at_midnight_where_the_service_is(monkeypatch, zone, now, accepted):
    falls = a_kind(code="falls", retired_on=date(2027, 7, 1))
    monkeypatch.setattr(kinds, "KINDS", (falls,))
    outcome = nullcontext() if accepted else pytest.raises(ReportRefused)
    with outcome:
        accept(a_draft(kind="falls"), a_service(time_zone=zone), now=utc(now))


def test_a_refusal_tells_a_log_the_field_and_a_code():
    refusal = ReportRefused("kind", ReportReason.KIND_NOT_OFFERED)
    assert str(refusal) == "('kind', 'kind_not_offered')"


@pytest.mark.parametrize(("answer", "urgent"), [("no", False), ("yes", True), ("not_sure", True)])
def test_not_sure_is_as_urgent_as_yes(answer, urgent):
    assert AtRisk(answer).urgent is urgent


@pytest.mark.parametrize("answer", ["no", "yes", "not_sure"])
def test_the_answer_about_risk_is_taken_as_the_form_sends_it(answer):
    assert a_draft(still_at_risk=answer).still_at_risk is AtRisk(answer)


@pytest.mark.parametrize("answer", ["", "No", "maybe", "no ", None, False, 0])
def test_any_other_answer_about_risk_is_refused_rather_than_guessed(answer):
    with pytest.raises(ValidationError) as refused:
        a_draft(still_at_risk=answer)
    assert [error["loc"] for error in refused.value.errors()] == [("still_at_risk",)]


def test_a_report_starts_as_received():
    assert a_report().progress is Progress.RECEIVED


def test_the_answers_that_are_stored_keep_their_names():
    assert [answer.value for answer in AtRisk] == ["no", "yes", "not_sure"]
    assert [progress.value for progress in Progress] == ["received", "read", "action_agreed"]
