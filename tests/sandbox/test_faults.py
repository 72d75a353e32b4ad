"""Each fault does what its sentence says, seen through a plain client and a small bot."""

import http.client
import http.server
import threading
import time
import urllib.error
from pathlib import Path

import pytest
import websocket
from slack_sdk.errors import SlackApiError

from sandbox.faults import (
    FAULTS,
    BotRemoved,
    ChannelArchived,
    ConnectionLost,
    ConnectionsBreak,
    ConnectionsRenewed,
    DeliveredLate,
    DeliveredTwice,
    EventToldAgain,
    Fault,
    HistoryLags,
    Moment,
    NoAnswer,
    OutOfOrder,
    PersonDeactivated,
    Reason,
    ScopeTakenAway,
    ServerError,
    SlackAway,
    SlowAnswers,
    TooManyRequests,
    Unclear,
    UnclearError,
)
from sandbox.interactions import typing
from sandbox.people.person import Refused
from sandbox.people.waiting import LONGEST
from sandbox.transport.http_mode import FORM, JSON
from sandbox.workspace.workspace import SandboxTimeouts
from tests.sandbox.small_bot import client_of

OAK, CRISIS = "C0OAKWARD1", "C0CRISIS01"
DOC = Path(__file__).parents[2] / "docs" / "faults.md"
BROKEN = (http.client.RemoteDisconnected, ConnectionResetError, urllib.error.URLError)
MOMENTS = [(Moment.BEFORE, 0), (Moment.AFTER, 1)]
"""When it goes wrong, and how many messages are posted all the same."""


@pytest.fixture
def said(workspace):
    """How many messages stand in Oak Ward's channel."""
    return lambda: len(workspace.channel("oak-ward").messages)


def post(client):
    return client.chat_postMessage(channel=OAK, text="x")


def told(bot):
    """What the bot was told, in order: the text of a command, or the name of an event."""
    return [each.get("text", each.get("type")) for each in bot.told]


def homes_published(workspace):
    return sum(call.method == "views.publish" for call in workspace.calls)


def test_slow_answers_are_carried_out_at_once_and_answered_late(workspace, client, said):
    workspace.faults.arm(SlowAnswers(seconds=3))
    posting = threading.Thread(target=post, args=(client,))
    started = time.monotonic()
    posting.start()
    workspace.wait_until(lambda: said() == 1)
    assert posting.is_alive()
    posting.join()
    assert time.monotonic() - started >= 3


def test_too_many_requests_ask_for_a_pause_and_carry_nothing_out(workspace, client, said):
    workspace.faults.arm(TooManyRequests(seconds=3))
    with pytest.raises(SlackApiError) as refused:
        post(client)
    answer = refused.value.response
    assert (answer.status_code, answer.headers["Retry-After"], answer["error"]) == (429, "3", "ratelimited")
    assert said() == 0


@pytest.mark.parametrize(("moment", "posted"), MOMENTS)
def test_a_server_error_comes_before_or_after_the_posting(workspace, client, said, moment, posted):
    workspace.faults.arm(ServerError(moment=moment))
    with pytest.raises(SlackApiError) as failed:
        post(client)
    assert (failed.value.response.status_code, said()) == (500, posted)


@pytest.mark.parametrize("code", Unclear)
@pytest.mark.parametrize(("moment", "posted"), MOMENTS)
def test_an_unclear_error_does_not_say_whether_it_was_posted(workspace, client, said, code, moment, posted):
    workspace.faults.arm(UnclearError(code=code, moment=moment))
    with pytest.raises(SlackApiError) as failed:
        post(client)
    assert (failed.value.response["error"], said()) == (code, posted)


@pytest.mark.parametrize(("moment", "posted"), MOMENTS)
def test_a_connection_is_lost_before_or_after_the_posting(workspace, client, said, moment, posted):
    workspace.faults.arm(ConnectionLost(moment=moment))
    with pytest.raises(BROKEN):
        post(client)
    assert said() == posted


@pytest.mark.parametrize(("moment", "posted"), MOMENTS)
def test_no_answer_comes_until_the_caller_gives_up(workspace, client, said, moment, posted):
    workspace.faults.arm(NoAnswer(seconds=20, moment=moment))
    client.timeout = 1
    with pytest.raises(TimeoutError):
        post(client)
    workspace.wait_until(lambda: said() == posted)


def test_no_answer_ends_by_itself_when_the_caller_is_patient(workspace, client):
    workspace.faults.arm(NoAnswer(seconds=0.3))
    started = time.monotonic()
    with pytest.raises(BROKEN):
        post(client)
    assert time.monotonic() - started >= 0.3


def test_while_many_callers_hang_others_are_answered(workspace, client):
    workspace.faults.arm(NoAnswer(seconds=2), on=["chat.postMessage"])
    callers = [threading.Thread(target=_gives_up, args=(workspace,)) for _ in range(60)]
    for caller in callers:
        caller.start()
    workspace.wait_until(lambda: workspace.faults.armed[0].struck == 60)
    assert client.auth_test()["ok"]
    for caller in callers:
        caller.join()


def _gives_up(workspace):
    with pytest.raises(BROKEN):
        post(client_of(workspace))


def test_history_that_lags_leaves_out_what_is_young(workspace, client, said):
    post(client)
    workspace.faults.arm(HistoryLags(seconds=1))
    assert client.conversations_history(channel=OAK)["messages"] == []
    workspace.wait_until(lambda: len(client.conversations_history(channel=OAK)["messages"]) == 1)
    assert said() == 1


def test_while_slack_is_away_nothing_goes_through(workspace, bot, client, nurse):
    away = workspace.faults.arm(SlackAway())
    workspace.wait_until_bot_is_gone()
    with pytest.raises(BROKEN):
        client.auth_test()
    with pytest.raises(Refused, match="dispatch_failed"):
        nurse.runs("/incident hello")
    workspace.faults.disarm(away)
    workspace.wait_for_bot()
    assert nurse.runs("/incident hello").modal.field("what").value == "hello"


def test_while_slack_is_away_an_address_that_was_given_before_opens_nothing(workspace, client):
    address = client.apps_connections_open(app_token=workspace.tokens.app)["url"]
    workspace.faults.arm(SlackAway())
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(address, timeout=LONGEST)


def test_slack_comes_back_by_itself_after_the_seconds_that_were_said(workspace, bot):
    workspace.faults.arm(SlackAway(), lasting=0.5)
    workspace.wait_until_bot_is_gone()
    workspace.wait_for_bot()
    assert workspace.faults.armed == []


def test_connections_break_and_the_bot_opens_others(workspace, bot):
    before = workspace.sockets.connections[0]
    workspace.faults.arm(ConnectionsBreak())
    workspace.wait_until(lambda: workspace.sockets.count == 1 and workspace.sockets.connections[0] is not before)
    assert workspace.faults.armed == []


@pytest.mark.parametrize("reason", Reason)
def test_a_connection_is_renewed_when_slack_asks(workspace, bot, reason):
    before = workspace.sockets.connections[0]
    workspace.faults.arm(ConnectionsRenewed(reason=reason))
    # Now and then websocket-client waits 10 s for a close frame that it has already read.
    workspace.wait_until(
        lambda: workspace.sockets.count == 1 and workspace.sockets.connections[0] is not before, seconds=60
    )


def test_what_is_delivered_twice_is_told_twice(workspace, bot, nurse):
    workspace.faults.arm(DeliveredTwice(), times=1)
    nurse.runs("/incident words")
    nurse.runs("/incident blocks")
    workspace.wait_until(lambda: sorted(told(bot)) == ["blocks", "words", "words"])


def test_what_is_delivered_late_is_told_late(workspace, bot, nurse):
    workspace.faults.arm(DeliveredLate(seconds=0.4), times=1)
    started = time.monotonic()
    assert nurse.runs("/incident words").notice == "Only words"
    assert time.monotonic() - started >= 0.4


def test_what_is_later_than_slacks_patience_is_told_to_nobody_who_waits(workspace, bot, nurse):
    workspace.patience = SandboxTimeouts(acknowledgement=0.2)
    workspace.faults.arm(DeliveredLate(seconds=0.5), times=1)
    with pytest.raises(Refused, match="operation_timeout"):
        nurse.runs("/incident words")
    workspace.wait_until(lambda: told(bot) == ["words"])


def test_what_is_out_of_order_is_told_after_the_next(workspace, bot, nurse):
    workspace.faults.arm(OutOfOrder(seconds=600), on=["events_api"], times=1)
    typing.open_home(workspace, nurse.id)
    nurse.runs("/incident words")
    workspace.wait_until(lambda: homes_published(workspace) == 1)
    assert told(bot) == ["words", "app_home_opened"]


def test_what_is_out_of_order_is_told_in_the_end_when_nothing_follows(workspace, bot, nurse):
    workspace.faults.arm(OutOfOrder(seconds=0.3), times=1)
    assert nurse.runs("/incident words").notice == "Only words"
    assert told(bot) == ["words"]


def test_an_event_that_is_told_again_says_so(workspace, bot, nurse):
    workspace.faults.arm(EventToldAgain(seconds=0.1))
    nurse.opens_home()
    workspace.wait_until(lambda: homes_published(workspace) == 2)
    assert [event["told_before"] for event in bot.told] == [[], ["1"]]


def test_only_events_are_told_again(workspace, bot, nurse):
    again = workspace.faults.arm(EventToldAgain(seconds=0.1))
    nurse.runs("/incident words")
    assert again.struck == 0


@pytest.fixture
def posted_to(workspace):
    """What is posted to a request URL, instead of to the small bot: each kind of thing, and how often told before."""
    taken = []

    class Taker(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            taken.append((self.headers["Content-Type"], self.headers["X-Slack-Retry-Num"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Taker) as server:
        threading.Thread(target=server.serve_forever).start()
        workspace.requests.url = f"http://127.0.0.1:{server.server_port}/slack/events"
        yield taken
        workspace.requests.url = ""
        server.shutdown()


def test_over_http_what_is_delivered_twice_is_posted_twice(workspace, posted_to, nurse):
    workspace.faults.arm(DeliveredTwice(), times=1)
    typing.open_home(workspace, nurse.id)
    workspace.wait_until(lambda: posted_to == [(JSON, None)] * 2)


def test_over_http_an_event_that_is_told_again_says_so_in_its_headers(workspace, posted_to, nurse):
    workspace.faults.arm(EventToldAgain(seconds=0.1))
    typing.open_home(workspace, nurse.id)
    workspace.wait_until(lambda: posted_to == [(JSON, None), (JSON, "1")])


def test_over_http_what_is_out_of_order_is_posted_after_the_next(workspace, posted_to, nurse):
    workspace.faults.arm(OutOfOrder(seconds=600), on=["events_api"], times=1)
    typing.open_home(workspace, nurse.id)
    typing.run_command(workspace, nurse.id, text="/incident", channel=workspace.channels[OAK])
    workspace.wait_until(lambda: posted_to == [(FORM, None), (JSON, None)])


def test_over_http_nothing_is_posted_while_slack_is_away(workspace, posted_to, nurse):
    workspace.faults.arm(SlackAway())
    assert typing.open_home(workspace, nurse.id).trouble
    assert posted_to == []


WRITING = {
    "post": post,
    "update": lambda client: client.chat_update(channel=OAK, ts="1.000001", text="y"),
    "whisper": lambda client: client.chat_postEphemeral(channel=OAK, user="U0AMARA001", text="y"),
    "join": lambda client: client.conversations_join(channel=OAK),
}


@pytest.mark.parametrize("write", WRITING)
def test_in_an_archived_channel_nothing_can_be_written(workspace, client, write):
    workspace.scopes |= {"channels:join"}
    workspace.faults.arm(ChannelArchived(channel=OAK))
    assert _refusal(WRITING[write], client) == "is_archived"
    assert client.conversations_info(channel=OAK)["channel"]["is_archived"]


def test_in_an_archived_channel_one_can_read_and_when_it_opens_again_write(workspace, client, said):
    post(client)
    workspace.faults.arm(ChannelArchived(channel=OAK))
    assert len(client.conversations_history(channel=OAK)["messages"]) == 1
    workspace.faults.clear()
    post(client)
    assert said() == 2


def test_a_bot_that_was_removed_cannot_post_until_it_is_invited_again(workspace, client):
    workspace.faults.arm(BotRemoved(channel=OAK))
    assert _refusal(post, client) == "not_in_channel"
    workspace.faults.clear()
    assert post(client)["ok"]


def test_no_conversation_opens_with_a_person_who_has_left_but_slack_takes_what_is_posted(workspace, client, nurse):
    workspace.faults.arm(PersonDeactivated(person=nurse.id))
    assert client.chat_postMessage(channel=nurse.id, text="Nobody reads this")["ok"]
    assert _refusal(lambda c: c.conversations_open(users=nurse.id), client) == "user_disabled"
    workspace.faults.clear()
    assert client.conversations_open(users=nurse.id)["ok"]


def test_a_scope_that_is_taken_away_is_missing(workspace, client):
    workspace.faults.arm(ScopeTakenAway(scope="channels:history"))
    assert _refusal(lambda c: c.conversations_history(channel=OAK), client) == "missing_scope"
    workspace.faults.clear()
    assert client.conversations_history(channel=OAK)["ok"]


def _refusal(call, client):
    with pytest.raises(SlackApiError) as refused:
        call(client)
    return refused.value.response["error"]


def test_a_fault_strikes_as_often_as_it_should_and_no_more(workspace, client):
    armed = workspace.faults.arm(UnclearError(), on=["chat.postMessage"], times=2)
    assert [_ok(client) for _ in range(4)] == [False, False, True, True]
    assert (armed.struck, workspace.faults.armed) == (2, [])


def test_a_fault_keeps_to_the_methods_and_the_channel_that_were_named(workspace, client):
    armed = workspace.faults.arm(UnclearError(), on=["chat.postMessage"], channel=CRISIS)
    assert client.auth_test()["ok"]
    assert _ok(client)
    assert _refusal(lambda c: c.chat_postMessage(channel=CRISIS, text="x"), client) == "internal_error"
    assert armed.struck == 1


def test_a_storm_is_the_same_each_time(workspace, client):
    def storm():
        workspace.faults.clear()
        workspace.faults.arm(UnclearError(), on=["chat.postMessage"], chance=0.5, seed=7)
        return [_ok(client) for _ in range(20)]

    first = storm()
    assert storm() == first
    assert {True, False} == set(first)


def test_of_two_faults_the_one_armed_first_strikes(workspace, client):
    first = workspace.faults.arm(UnclearError(code=Unclear.FATAL_ERROR), on=["chat.postMessage"], times=1)
    second = workspace.faults.arm(ServerError(), on=["chat.postMessage"], times=1)
    assert _refusal(post, client) == "fatal_error"
    assert (first.struck, second.struck) == (1, 0)


def test_starting_over_clears_every_fault_and_what_was_on_its_way(workspace, bot, client, nurse):
    workspace.faults.arm(UnclearError())
    workspace.faults.arm(ChannelArchived(channel=OAK))
    workspace.faults.arm(DeliveredLate(seconds=0.3))
    typing.open_home(workspace, nurse.id)
    workspace.start_over()
    assert workspace.faults.armed == []
    assert post(client)["ok"]
    time.sleep(0.5)
    assert told(bot) == []


def test_every_fault_is_listed_and_says_what_it_does_in_a_sentence(workspace):
    assert {fault.__name__ for fault in FAULTS} == set(_names_of_leaves())
    for fault in FAULTS:
        assert fault.sentence().endswith(".")
        assert len(fault.sentence().split()) <= 20


def _names_of_leaves():
    found = [Fault]
    for each in found:
        found += each.__subclasses__()
    return [each.__name__ for each in found if not each.__subclasses__()]


def _ok(client):
    try:
        return post(client)["ok"]
    except SlackApiError:
        return False


def test_the_page_about_faults_lists_each_with_its_sentence():
    rows = [line.split(" | ")[:2] for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [[f"| `{fault.__name__}`", fault.sentence()] for fault in FAULTS]
