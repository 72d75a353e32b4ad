"""Messages that one person sees until they load Slack again."""

import pytest

from tests.sandbox import shapes

OAK, SAFETY = "C0OAKWARD1", "C0SAFETY01"


def whisper(client, person, **more):
    return client.chat_postEphemeral(channel=OAK, user=person.id, text="For you alone", **more)


def test_only_that_person_sees_it_and_the_history_does_not_have_it(workspace, client, nurse):
    answer = whisper(client, nurse)
    assert [message.text for message in nurse.whispers] == ["For you alone"]
    assert nurse.whispers[0].ts == answer["message_ts"]
    assert workspace.person("Jo Carter").whispers == []
    assert workspace.channel("oak-ward").messages == []
    assert client.conversations_history(channel=OAK)["messages"] == []


def test_it_is_gone_when_the_person_loads_slack_again(client, nurse):
    whisper(client, nurse)
    nurse.reloads()
    assert nurse.whispers == []


def test_it_cannot_be_updated(client, nurse, refusal):
    ts = whisper(client, nurse)["message_ts"]
    assert refusal(client.chat_update, channel=OAK, ts=ts, text="Other").error == "message_not_found"


@pytest.mark.parametrize("who", ["U0LEE00001", "U0NOBODY01", "U0PAT00001"])
def test_it_is_only_for_members_of_the_channel(client, refusal, who):
    refused = refusal(client.chat_postEphemeral, channel=OAK, user=who, text="x")
    assert refused.error == "user_not_in_channel"


def test_the_bot_has_to_be_in_the_channel_too(workspace, client, refusal, nurse):
    with workspace.change():
        workspace.channels.pop(SAFETY)
    assert refusal(client.chat_postEphemeral, channel=SAFETY, user=nurse.id, text="x").error == "channel_not_found"


def test_words_are_needed_and_blocks_are_checked(client, refusal, nurse):
    empty = refusal(client.api_call, api_method="chat.postEphemeral", json={"channel": OAK, "user": nurse.id})
    assert empty.error == "no_text"
    poster = [{"type": "poster"}]
    assert refusal(whisper, client=client, person=nurse, blocks=poster).error == "invalid_blocks"


def test_in_a_thread_it_is_shown_only_where_somebody_has_answered(client, nurse, workspace):
    root = client.chat_postMessage(channel=OAK, text="A report")["ts"]
    assert whisper(client, nurse, thread_ts=root)["ok"]
    assert nurse.whispers == []
    nurse.writes("I saw it", under=workspace.channel("oak-ward").messages[-1])
    whisper(client, nurse, thread_ts=root)
    assert [message.posted.thread_ts for message in nurse.whispers] == [root]


@pytest.mark.usefixtures("nothing_follows")
def test_its_buttons_work_and_the_bot_gets_no_message_with_them(bot, nurse):
    row = shapes.actions(shapes.button("Read", value="nothing"))
    bot.client.chat_postEphemeral(channel=OAK, user=nurse.id, text="For you", blocks=[row])
    nurse.clicks("Read", on=nurse.whispers[0])
    told = bot.told[-1]
    assert told["container"] == {
        "type": "message",
        "message_ts": nurse.whispers[0].ts,
        "channel_id": OAK,
        "is_ephemeral": True,
    }
    assert "message" not in told
