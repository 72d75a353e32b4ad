"""Threads."""

import pytest

from sandbox.people.person import Refused

OAK = "C0OAKWARD1"


@pytest.fixture
def post(client):
    """Post as the bot; returns the ts."""
    return lambda text, **more: client.chat_postMessage(channel=OAK, text=text, **more)["ts"]


def texts(answer):
    return [message["text"] for message in answer["messages"]]


def test_replies_stand_under_their_message_and_not_in_the_channel(workspace, client, post):
    root = post("A report")
    reply = client.chat_postMessage(channel=OAK, text="Somebody is on the way", thread_ts=root)
    assert (reply["message"]["thread_ts"], reply["message"]["parent_user_id"]) == (root, "U0CANDOUR1")
    assert texts(client.conversations_history(channel=OAK)) == ["A report"]
    assert texts(client.conversations_replies(channel=OAK, ts=root)) == ["A report", "Somebody is on the way"]
    shown = workspace.channel("oak-ward").messages
    assert [message.text for message in shown] == ["A report"]
    assert [message.text for message in shown[0].replies] == ["Somebody is on the way"]


def test_the_message_tells_of_its_replies(client, post, nurse, workspace):
    root = post("A report")
    post("First", thread_ts=root)
    nurse.writes("Second", under=workspace.channel("oak-ward").messages[0])
    told = client.conversations_history(channel=OAK)["messages"][0]
    assert (told["thread_ts"], told["reply_count"]) == (root, 2)
    assert told["reply_users"] == ["U0CANDOUR1", nurse.id]
    assert told["latest_reply"] == client.conversations_replies(channel=OAK, ts=root)["messages"][-1]["ts"]


def test_a_reply_may_be_shown_in_the_channel_as_well(client, post):
    root = post("A report")
    post("It is over", thread_ts=root, reply_broadcast=True)
    newest = client.conversations_history(channel=OAK)["messages"][0]
    assert (newest["text"], newest["subtype"], newest["thread_ts"]) == ("It is over", "thread_broadcast", root)


def test_replies_come_oldest_first_page_by_page_and_a_reply_finds_its_thread(client, post):
    root = post("A report")
    first = post("1", thread_ts=root)
    post("2", thread_ts=root)
    page = client.conversations_replies(channel=OAK, ts=first, limit=2)
    assert (texts(page), page["has_more"]) == (["A report", "1"], True)
    rest = client.conversations_replies(channel=OAK, ts=root, cursor=page["response_metadata"]["next_cursor"])
    assert (texts(rest), rest["has_more"]) == (["2"], False)


def test_a_message_without_replies_is_alone(client, post):
    assert texts(client.conversations_replies(channel=OAK, ts=post("A report"))) == ["A report"]


def test_threads_that_are_not_there(client, post, refusal):
    missing = "1700000000.000001"
    reply = post("A reply", thread_ts=post("A report"))
    for thread, error in (
        (missing, "thread_not_found"),
        ("soon", "invalid_thread_ts"),
        (reply, "cannot_reply_to_message"),
    ):
        assert refusal(client.chat_postMessage, channel=OAK, text="x", thread_ts=thread).error == error
    assert refusal(client.conversations_replies, channel=OAK, ts=missing).error == "thread_not_found"


def test_replies_need_the_scope_of_the_history(workspace, client, post, refusal):
    root = post("A report")
    workspace.scopes = workspace.scopes - {"channels:history"}
    assert refusal(client.conversations_replies, channel=OAK, ts=root).body["needed"] == "channels:history"


def test_commands_do_not_work_in_threads(workspace, post, nurse, bot):
    post("A report")
    with pytest.raises(Refused, match=r"/incident is not supported in threads\. Sorry!"):
        nurse.writes("/incident door alarm", under=workspace.channel("oak-ward").messages[0])
    assert bot.told == []
    assert workspace.channel("oak-ward").messages[0].replies == []


def test_what_a_person_writes_is_not_the_bots_to_change(workspace, client, nurse, refusal):
    nurse.writes("Mine & <mine>", channel="oak-ward")
    message = workspace.channel("oak-ward").messages[0]
    told = client.conversations_history(channel=OAK)["messages"][0]
    assert (told["user"], told["text"], "bot_id" in told) == (nurse.id, "Mine &amp; &lt;mine&gt;", False)
    assert message.text == "Mine & <mine>"
    assert refusal(client.chat_update, channel=OAK, ts=message.ts, text="x").error == "cant_update_message"
