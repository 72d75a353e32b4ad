"""Each ringing is handed on to what rings at night, signed and without a word of the report."""

import pytest
from pydantic import SecretStr

from tests.journeys.steps import WORDS, direct_message, reference_in, reports
from tests.journeys.test_ladder import it_is_two_at_night, minutes_pass, rung_for, takes
from tests.receiver import SECRET, receiving


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def settings(settings, receiver):
    return settings.model_copy(update={"candour_page_url": receiver.url, "candour_page_secret": SecretStr(SECRET)})


def test_each_ringing_rings_once_at_night_and_stops_when_somebody_has_it(
    workspace, context, nurse, on_call, receiver
):
    second, executive = workspace.person("Harry Singh"), workspace.person("Ivy Morgan")
    it_is_two_at_night(workspace, context, second, executive)
    receiver.statuses = [503, 503]
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    workspace.wait_until(lambda: len(receiver.bodies) == 3, reason="It was not tried again.")
    first = receiver.bodies[-1]
    assert (first["asks"], first["test"]) == (["first"], False)
    assert first["say"] == "Open Slack now. Somebody may be at risk. No Slack? Phone 01632 960 001."
    assert receiver.bodies == [first] * 3

    minutes_pass(workspace, 10)
    workspace.wait_until(lambda: len(receiver.bodies) == 4, reason="The second rung did not ring.")
    following = receiver.bodies[-1]
    assert (following["asks"], following["alert"]) == (["second"], first["alert"])
    assert following["id"] != first["id"]

    takes(second, rung_for(second))
    minutes_pass(workspace, 16)
    direct_message(second, "Is everybody on Oak Ward safe now?")
    assert len(receiver.bodies) == 4
    assert receiver.unsigned == 0
    told = "".join(receiver.raw)
    for private in (WORDS, "Oak", reference, "Amara", nurse.id, on_call.id, "960 010"):
        assert private not in told
