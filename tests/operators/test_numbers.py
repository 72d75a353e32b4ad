"""The numbers move with what happens, and tell of nobody."""

import time
from datetime import timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import app
from bot.runtime.http_headers import server_time
from bot.runtime.metrics import Metrics
from bot.usecases.operations import monitoring
from sandbox.faults import ConnectionLost, Moment
from sandbox.people.waiting import LONGEST
from scheduler.posts import BY_KIND
from storage import due
from storage.due import DueTime
from tests import bots
from tests.canary.canary import CHANGE, WHAT, holds
from tests.crash.programs import typed
from tests.domain.examples import NOON
from tests.journeys.steps import (
    agrees_an_action,
    card_about,
    changes_details,
    direct_message,
    reference_in,
    reports,
    says_done,
    the_database_held_by_someone_else,
)
from tests.journeys.test_saved_then_said import (
    fills_the_form,
    the_next_commit_kept_but_not_answered,
)
from tests.operators.asking import Operator, slack_refuses
from tests.storage.examples import raw
from tests.usecases import bot_without_slack

QUEUED = 10
"""More than can be worked on at once."""
A_DAY, A_MONTH = timedelta(days=1), timedelta(days=30)


def told(operator, outcome: str, form: str = "report") -> float | None:
    return operator.number("candour_submissions_total", form=form, result=outcome)


def attempts(operator, outcome: str, kind: str = "card") -> float | None:
    return operator.number("candour_messages_total", kind=kind, result=outcome)


def waiting(operator, state: str, urgent: str = "yes") -> float | None:
    return operator.number("candour_unsent_messages", state=state, urgent=urgent)


def test_a_report_about_danger_is_counted_from_the_press_to_the_card(operator, nurse, safety_channel):
    before = told(operator, "saved"), attempts(operator, "sent"), attempts(operator, "sent", "copy")
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    card_about(safety_channel, reference)
    direct_message(nurse, reference)
    operator.waits_for(lambda: attempts(operator, "sent", "copy") == 1)
    after = told(operator, "saved"), attempts(operator, "sent"), attempts(operator, "sent", "copy")
    assert (before, after) == ((0, 0, 0), (1, 1, 1))
    answers = [operator.number("candour_acknowledgement_seconds_count", asked=each) for each in ("command", "view")]
    within = [operator.number("candour_acknowledgement_seconds_bucket", asked="view", le="3.0")]
    lags = [operator.number("candour_delivery_lag_seconds_count", urgent=each) for each in ("yes", "no")]
    assert (answers, within, lags) == ([1, 1], [1], [2, 1])  # In danger the first on call is told as well.


def test_each_thing_that_a_person_can_be_told_is_counted_apart(operator, nurse, context):
    now = int(context.clock.now().timestamp())
    fills_the_form(nurse)
    changes_details(nurse)
    nurse.answers(happened_at=now + 3600)
    nurse.submits()
    nurse.answers(happened_at=now)
    with the_database_held_by_someone_else(context):
        nurse.submits()
    with the_next_commit_kept_but_not_answered(context):
        nurse.submits()
    nurse.submits()
    outcomes = ("refused", "not_saved", "cannot_tell", "saved")
    assert [told(operator, each) for each in outcomes] == [1, 1, 1, 1]


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_what_waits_for_a_free_thread_is_waiting_for_its_answer(operator, nurse, workspace, context):
    reports(nurse)
    form = next(
        each.envelope["payload"]
        for each in workspace.envelopes
        if each.envelope["payload"].get("type") == "view_submission"
    )
    quick = {"asked": "view", "le": "0.5"}
    before = operator.number("candour_acknowledgement_seconds_bucket", **quick)
    with the_database_held_by_someone_else(context):
        sent = [
            workspace.deliver("interactive", form | {"trigger_id": str(each)}, answerable="with a payload")
            for each in range(app.AT_ONCE + QUEUED)
        ]
        time.sleep(2)  # Also on a slow machine, the last has then waited for more than half a second.
    assert [each for each in sent if not each.wait(LONGEST)] == []
    operator.waits_for(
        lambda: operator.number("candour_acknowledgement_seconds_count", asked="view") == 1 + len(sent)
    )
    assert operator.number("candour_acknowledgement_seconds_bucket", **quick) == before


def test_done_on_an_action_is_counted(operator, safety_lead, nurse, safety_channel, owner):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Test the alarm each week")
    says_done(owner, direct_message(owner, "Test the alarm"))
    operator.waits_for(lambda: told(operator, "saved", "done") == 1)
    assert told(operator, "saved", "action") == 1


def test_a_form_that_does_not_open_is_counted(operator, nurse, workspace):
    slack_refuses(workspace, "views.open", error="fatal_error")
    nurse.runs("/incident", channel="oak-ward")
    operator.waits_for(lambda: operator.number("candour_unopened_forms_total") == 1)


def test_a_card_that_slack_refuses_for_good_is_counted_and_waits_for_a_person(operator, nurse, workspace):
    workspace.on_call(
        lambda method, arguments: (
            (200, {}, {"ok": False, "error": "is_archived"})
            if method == "chat.postMessage" and arguments["channel"] == workspace.channel("safety-team").id
            else None
        )
    )
    reports(nurse, still_at_risk="yes")
    operator.waits_for(lambda: waiting(operator, "dead") == 1)
    assert attempts(operator, "never") == 1


def test_a_card_about_danger_that_leaves_again_because_nobody_knows_is_counted(operator, nurse, workspace):
    channel = workspace.channel("safety-team").id
    workspace.faults.arm(ConnectionLost(moment=Moment.BEFORE), on=["chat.postMessage"], channel=channel, times=1)
    reports(nurse, still_at_risk="yes")
    operator.waits_for(lambda: attempts(operator, "sent") == 1)
    assert [attempts(operator, each) for each in ("unknown", "repeated", "held")] == [1, 1, 0]


def test_what_waits_while_slack_is_down_grows_older_though_it_is_tried_again(operator, nurse, workspace):
    slack_refuses(workspace, "chat.postMessage", error="ratelimited", status=429, pause=1)
    reports(nurse, still_at_risk="yes")
    operator.waits_for(lambda: (attempts(operator, "later") or 0) >= 3)
    ages = [operator.number("candour_unsent_age_seconds", state=each, urgent="yes") for each in ("ready", "sending")]
    assert max(age or 0.0 for age in ages) > 1.5


def test_our_clock_is_compared_with_slack_s_at_the_first_message(operator, nurse):
    assert str(operator.number("candour_clock_offset_seconds")) == "nan"
    reports(nurse)
    operator.waits_for(lambda: attempts(operator, "sent") == 1)
    assert abs(operator.number("candour_clock_offset_seconds") or A_DAY.total_seconds()) < 5


@pytest.mark.parametrize(
    ("headers", "offset"),
    [
        ({"Date": "Tue, 24 Nov 2026 12:00:00 GMT"}, "0.0"),
        ({"date": "Tue, 24 Nov 2026 11:59:00 GMT"}, "60.0"),
        ({"Date": "Wed, 25 Nov 2026 12:00:00 GMT"}, "-86400.0"),
        ({"Date": "some time"}, "NaN"),
        ({}, "NaN"),
    ],
)
def test_a_clock_that_is_ahead_of_slack_s_is_told_in_seconds(url, headers, offset):
    metrics = Metrics(forms=[], kinds=BY_KIND)
    with bot_without_slack.started(url, NOON) as bot:
        bot.submit()
        claimed = bot.claim()
        assert claimed
        metrics.sent(claimed[0], now=NOON, server_time=server_time(headers))
    assert f"candour_clock_offset_seconds {offset}\n" in metrics.page(None).decode()


def test_errors_of_the_database_are_counted_by_class(operator, context):
    with context.database.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE service RENAME TO elsewhere")
        connection.commit()
    operator.waits_for(lambda: (operator.number("candour_tick_seconds_count", done="no") or 0) > 0)
    assert (operator.number("candour_database_errors_total", error="OperationalError") or 0) > 0


def test_the_page_tells_of_no_person_no_team_and_no_incident(
    operator, safety_lead, nurse, safety_channel, owner, context, workspace
):
    reference = reference_in(reports(nurse, still_at_risk="yes", what=WHAT))
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change=CHANGE, reference=reference)
    direct_message(owner, CHANGE)
    page = operator.page()
    service = context.service
    ids = [*workspace.members, *workspace.channels, *(person.slack_id for person in service.people), reference]
    people = [person.name for person in service.people]
    teams = [word for team in service.teams for word in (team.code, team.name, team.channel)]
    assert [word for word in (*ids, *people, *teams, "not_sure") if word in page] == []
    assert not holds(page)


def test_every_label_has_few_values_that_are_known_from_the_start(operator, nurse, safety_channel):
    def series() -> set[tuple[str, str]]:
        families = text_string_to_metric_families(operator.page())
        return {(each.name, str(each.labels)) for family in families for each in family.samples}

    before = series()
    card_about(safety_channel, reference_in(reports(nurse)))
    assert series() == before


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_due_rows_that_fail_are_counted(url):
    with bot_without_slack.started(url, NOON) as bot:
        before = monitoring.take_snapshot(bot.context)
        with bot.context.database.writing() as transaction:
            due.put(transaction, [DueTime("nudge", "no such id", NOON)])
        bot.tick()
        after = monitoring.take_snapshot(bot.context)
    assert (before.due_failing, after.due_failing) == (0, 1)
    page = Metrics(forms=[], kinds=BY_KIND).page(after).decode()
    assert "candour_due_failing 1.0" in page


def test_whether_the_audit_trail_fits_together_is_told(operator, nurse):
    reports(nurse)
    operator.waits_for(lambda: operator.number("candour_audit_trail_intact") == 1)


def test_a_row_that_was_changed_by_other_means_is_told_at_the_next_start(workspace, settings, port, tmp_path):
    with bots.running(workspace, settings) as context:
        reports(workspace.person("Amara Okafor"))
        raw(context.database, "UPDATE report SET reporter = 'U0SOMEBODY'")
    workspace.wait_until_bot_is_gone()
    with bots.running(workspace, settings):
        operator = Operator(port)
        operator.waits_for(lambda: operator.number("candour_audit_trail_intact") == 0)
    workspace.wait_until_bot_is_gone()
    for words in (["check"], ["audit", "verify"], ["backup", tmp_path / "candour.backup"]):
        code, said = typed(settings, *words)
        assert (code, "is not what the audit trail says of it." in said) == (1, True)
    assert (tmp_path / "candour.backup").exists()
