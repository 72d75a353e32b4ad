"""How often the bot may call."""

import pytest

from sandbox.refusals import RateLimited
from sandbox.rules.rate_limits import TIER_OF, Limits, Meter

OAK, SAFETY = "C0OAKWARD1", "C0SAFETY01"


class Elapsed:
    """Seconds that pass when the test says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def elapsed():
    return Elapsed()


@pytest.fixture
def meter(elapsed):
    return Meter(seconds=elapsed)


def wait(meter, limits, method="chat.postMessage", channel=OAK):
    """The seconds to wait, or 0 when the call goes through."""
    try:
        meter.check(limits, method, arguments={"channel": channel})
    except RateLimited as limited:
        return limited.seconds
    return 0


def test_a_short_burst_and_then_one_message_a_second_in_a_channel(meter, elapsed):
    limits = Limits(burst=3)
    assert [wait(meter, limits) for _ in range(4)] == [0, 0, 0, 1]
    assert wait(meter, limits, channel=SAFETY) == 0
    elapsed.now += 1
    assert [wait(meter, limits) for _ in range(2)] == [0, 1]


def test_a_direct_message_is_one_place_by_either_of_its_names(meter):
    limits = Limits(burst=1)
    assert wait(meter, limits, channel="U0AMARA001") == 0
    assert wait(meter, limits, channel="D0AMARA001") == 1


def test_the_workspace_has_a_ceiling_for_all_its_channels(meter, elapsed):
    limits = Limits(workspace_a_minute=10)
    assert [wait(meter, limits, channel=f"C{number}") for number in range(11)] == [0] * 10 + [60]
    elapsed.now += 60
    assert wait(meter, limits) == 0


@pytest.mark.parametrize(("method", "most"), [("views.open", 100), ("chat.update", 50), ("dnd.teamInfo", 20)])
def test_each_method_has_a_tier_of_its_own_window(meter, elapsed, method, most):
    limits = Limits()
    assert [wait(meter, limits, method) for _ in range(most + 1)] == [0] * most + [60]
    elapsed.now += 30
    assert wait(meter, limits, method) == 30
    other = "views.push" if method == "views.open" else "views.open"
    assert wait(meter, limits, other) == 0


def test_a_refused_call_is_not_counted(meter, elapsed):
    limits = Limits(burst=1)
    assert [wait(meter, limits) for _ in range(5)] == [0, 1, 1, 1, 1]
    elapsed.now += 1
    assert wait(meter, limits) == 0


def test_a_compressed_minute_is_shorter_and_the_wait_is_in_real_seconds(meter, elapsed):
    limits = Limits(workspace_a_minute=10, compression=20)
    assert [wait(meter, limits, channel=f"C{number}") for number in range(11)] == [0] * 10 + [3]
    elapsed.now += 3
    assert wait(meter, limits) == 0


def test_slack_answers_with_429_and_says_how_long_to_wait(workspace, client, refusal):
    workspace.limits = Limits(burst=1)
    client.chat_postMessage(channel=OAK, text="One")
    refused = refusal(client.chat_postMessage, channel=OAK, text="Two")
    assert refused.body == {"ok": False, "error": "ratelimited"}
    assert (refused.status, refused.headers["Retry-After"]) == (429, "1")
    assert [message.text for message in workspace.channel("oak-ward").messages] == ["One"]
    assert workspace.calls[-1].status == 429


def test_the_business_clock_does_not_help(workspace, client, refusal):
    workspace.limits = Limits(burst=1)
    client.chat_postMessage(channel=OAK, text="One")
    workspace.clock.forward(hours=1)
    assert refusal(client.chat_postMessage, channel=OAK, text="Two").error == "ratelimited"


def test_without_limits_nothing_is_refused(workspace, client):
    assert workspace.limits is None
    assert all(client.chat_postMessage(channel=OAK, text="x")["ok"] for _ in range(20))


def test_every_tier_is_one_of_slack_s():
    assert set(TIER_OF.values()) == {None, 2, 3, 4}
