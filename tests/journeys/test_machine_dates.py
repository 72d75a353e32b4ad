"""The same journeys on machines whose own date is another: what people see follows the workspace's clock alone."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests import bots
from tests.journeys.steps import card_about, opens, reference_in, reports
from tests.journeys.test_actions import test_moving_the_date_changes_what_the_message_says
from tests.journeys.test_danger import test_a_card_that_its_channel_refuses_goes_to_the_safety_team_one_by_one
from tests.journeys.test_home import test_an_action_is_answered_in_home
from tests.journeys.test_hostile_slack import test_where_history_lags_a_card_without_danger_is_looked_for_again
from tests.journeys.test_the_whole_loop import test_the_whole_loop

__all__ = [
    "test_a_card_that_its_channel_refuses_goes_to_the_safety_team_one_by_one",
    "test_an_action_is_answered_in_home",
    "test_moving_the_date_changes_what_the_message_says",
    "test_the_whole_loop",
    "test_where_history_lags_a_card_without_danger_is_looked_for_again",
]


@pytest.fixture(params=[-400, 4000], ids=["a year earlier", "eleven years later"], autouse=True)
def machine(request):
    """Its clock goes on from another day. On one engine, because the clock of a server cannot be moved."""
    with time_machine.travel(datetime.now(UTC) + timedelta(days=request.param), tick=True):
        yield


def test_a_report_is_dated_by_the_workspace(nurse, safety_lead, safety_channel, workspace):
    card = card_about(safety_channel, reference_in(reports(nurse)))
    assert opens(safety_lead, card).says(f"{bots.START:%A %d %B}, {bots.START:%H}:0")
    assert abs(workspace.clock.now() - bots.START) < timedelta(minutes=10)
