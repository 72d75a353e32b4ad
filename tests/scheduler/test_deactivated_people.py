"""Whether somebody has left is asked seldom, and never in the way of a message."""

import pytest

from scheduler.delivery.deactivated_people import Accounts, PersonHasLeft
from tests.sandbox.small_bot import client_of

NURSE = "U0AMARA001"


@pytest.fixture
def accounts(workspace):
    return Accounts(client_of(workspace))


def asked(workspace):
    """How often Slack was asked."""
    return [call.method for call in workspace.calls].count("users.info")


def test_somebody_who_is_here_is_asked_about_once(workspace, accounts):
    accounts.raise_if_deactivated(NURSE)
    accounts.raise_if_deactivated(NURSE)
    assert asked(workspace) == 1


def test_somebody_who_has_left_may_come_back(workspace, accounts):
    workspace.person_leaves(NURSE)
    with pytest.raises(PersonHasLeft):
        accounts.raise_if_deactivated(NURSE)
    workspace.start_over()
    accounts.raise_if_deactivated(NURSE)
    assert asked(workspace) == 1


def test_slack_is_not_asked_again_soon_after_it_did_not_tell(workspace, accounts):
    workspace.on_call(lambda method, _: (500, {}, {"ok": False}) if method == "users.info" else None)
    for person in (NURSE, "U0JO000001"):
        accounts.raise_if_deactivated(person)
    assert asked(workspace) == 1


def test_in_a_rush_half_of_what_slack_allows_is_left_to_others(workspace, accounts):
    workspace.person_leaves(NURSE)
    for _ in range(50):
        with pytest.raises(PersonHasLeft):
            accounts.raise_if_deactivated(NURSE)
    accounts.raise_if_deactivated(NURSE)
    assert asked(workspace) == 50
