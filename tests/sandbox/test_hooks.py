"""What tests of the bot can do to it: kill points, dropped connections, sockets that break."""

import http.client
import urllib.error

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from sandbox.faults import ConnectionsBreak, ConnectionsRenewed, DeliveredTwice
from sandbox.refusals import ConnectionDropped
from tests.sandbox.small_bot import connected

OAK = "C0OAKWARD1"


def test_a_hook_sees_each_call_before_and_after_it_is_carried_out(workspace, client):
    seen = []
    place = workspace.channel("oak-ward")
    workspace.on_call(lambda method, arguments: seen.append(("before", method, len(place.messages))))
    workspace.after_call(lambda method, arguments: seen.append(("after", method, len(place.messages))))
    client.chat_postMessage(channel=OAK, text="x")
    assert seen == [("before", "chat.postMessage", 0), ("after", "chat.postMessage", 1)]


def test_a_hook_may_answer_instead(workspace, client):
    stop = workspace.on_call(
        lambda method, arguments: (429, {"Retry-After": "7"}, {"ok": False, "error": "ratelimited"})
    )
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=OAK, text="x")
    assert refused.value.response.headers["Retry-After"] == "7"
    assert workspace.channel("oak-ward").messages == []
    stop()
    assert client.chat_postMessage(channel=OAK, text="x")["ok"]


def test_a_connection_may_drop_after_the_message_was_posted(workspace, client):
    def drop(method, arguments):
        raise ConnectionDropped

    workspace.after_call(drop)
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError, urllib.error.URLError)):
        client.chat_postMessage(channel=OAK, text="x")
    assert len(workspace.channel("oak-ward").messages) == 1
    assert workspace.calls[-1].method == "chat.postMessage"


def test_every_call_is_in_the_transcript_without_its_token(workspace, client):
    client.chat_postMessage(channel=OAK, text="x")
    call = workspace.calls[-1]
    assert (call.method, call.arguments, call.answer["ok"]) == (
        "chat.postMessage",
        {"channel": OAK, "text": "x"},
        True,
    )


def test_an_envelope_may_arrive_twice(workspace, bot, nurse):
    workspace.faults.arm(DeliveredTwice(), times=1)
    nurse.opens_home()
    workspace.wait_until(lambda: len(bot.told) == 2)


def test_each_envelope_goes_to_one_of_several_connections(workspace, bot, nurse):
    with connected(workspace) as second:
        for _ in range(4):
            nurse.opens_home()
        assert len(bot.told) + len(second.told) == 4
        assert bot.told
        assert second.told
    workspace.wait_until(lambda: workspace.sockets.count == 1)


def test_the_bot_comes_back_when_its_connection_breaks(workspace, bot, nurse):
    workspace.faults.arm(ConnectionsBreak())
    workspace.wait_until(lambda: workspace.sockets.count == 0)
    workspace.wait_for_bot()
    nurse.runs("/incident back again")
    assert nurse.modal.field("what").value == "back again"


def test_the_bot_comes_back_when_it_is_asked_to(workspace, bot, nurse):
    before = set(map(id, workspace.sockets.connections))

    def renewed():
        return workspace.sockets.count == 1 and before.isdisjoint(map(id, workspace.sockets.connections))

    workspace.faults.arm(ConnectionsRenewed())
    # Now and then websocket-client waits 10 s for a close frame that it has already read.
    workspace.wait_until(renewed, seconds=60, reason="The bot did not come back.")
    nurse.runs("/incident refreshed")
    assert nurse.modal.field("what").value == "refreshed"


def test_history_is_read_page_by_page_newest_first(workspace, client, bot):
    posted = [
        client.chat_postMessage(
            channel=OAK, text=str(number), metadata={"event_type": "n", "event_payload": {"n": number}}
        )["ts"]
        for number in range(5)
    ]
    page = client.conversations_history(channel=OAK, limit=2)
    assert [message["text"] for message in page["messages"]] == ["4", "3"]
    assert "metadata" not in page["messages"][0]
    cursor = page["response_metadata"]["next_cursor"]
    rest = client.conversations_history(channel=OAK, limit=5, cursor=cursor, include_all_metadata=True)
    assert [message["metadata"]["event_payload"]["n"] for message in rest["messages"]] == [2, 1, 0]
    assert rest["has_more"] is False
    newer = client.conversations_history(channel=OAK, oldest=posted[3])
    assert [message["text"] for message in newer["messages"]] == ["4"]
    same = client.conversations_history(channel=OAK, oldest=posted[3], inclusive=True)
    assert [message["text"] for message in same["messages"]] == ["4", "3"]


def test_people_have_their_time_zones(client):
    user = client.users_info(user="U0KIM00001")["user"]
    assert user["tz"] == "Europe/Madrid"
    assert user["is_bot"] is False
    assert client.users_info(user="U0CANDOUR1")["user"]["is_bot"] is True


def test_a_response_url_takes_five_answers(workspace, bot, nurse):
    nurse.runs("/incident words", channel="oak-ward")
    url = WebhookClient(bot.told[0]["response_url"])
    assert url.send(text="Later", response_type="ephemeral").body == "ok"
    assert nurse.notice == "Later"
    url.send(text="For all", response_type="in_channel")
    assert workspace.channel("oak-ward").messages[-1].text == "For all"
    assert [url.send(text="again").status_code for _ in range(4)] == [200, 200, 200, 404]
