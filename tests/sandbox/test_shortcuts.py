"""Shortcuts, on a message and global ones."""

import pytest

from sandbox.people.person import NothingThere, Refused
from sandbox.workspace.workspace import SandboxTimeouts
from tests.sandbox import shapes

OAK = "C0OAKWARD1"


def test_a_shortcut_on_a_message_brings_the_message_along(workspace, bot, nurse):
    nurse.writes("The door alarm is silent", channel="oak-ward")
    message = workspace.channel("oak-ward").messages[-1]
    shown = nurse.runs_shortcut("Report this message", on=message)
    assert shown.modal.field("what").value == "The door alarm is silent"
    told = bot.told[-1]
    assert (told["type"], told["callback_id"], told["message_ts"]) == ("message_action", "report_message", message.ts)
    assert told["channel"] == {"id": OAK, "name": "oak-ward"}
    assert told["message"] == {
        "type": "message",
        "user": nurse.id,
        "team": "T0FERNHILL",
        "ts": message.ts,
        "text": "The door alarm is silent",
    }
    assert told["response_url"].startswith(workspace.address)


def test_a_reply_brings_the_thread_that_it_is_in(workspace, bot, nurse):
    nurse.writes("The door alarm is silent", channel="oak-ward")
    root = workspace.channel("oak-ward").messages[-1]
    nurse.writes("It was silent on Monday too", under=root)
    nurse.runs_shortcut("Report this message", on=root.replies[0])
    assert bot.told[-1]["message"]["thread_ts"] == root.ts
    assert nurse.modal.field("what").value == "It was silent on Monday too"


def test_a_global_shortcut_has_no_channel_and_no_response_url(bot, nurse):
    nurse.runs_shortcut("Report")
    told = bot.told[-1]
    assert (told["type"], told["callback_id"]) == ("shortcut", "report")
    assert {"channel", "message", "response_url"} & set(told) == set()
    assert nurse.modal.title == "Report"


def test_each_kind_is_used_only_where_it_belongs(workspace, bot, nurse):
    nurse.writes("Words", channel="oak-ward")
    message = workspace.channel("oak-ward").messages[-1]
    with pytest.raises(NothingThere, match="no global shortcut 'Report this message'"):
        nurse.runs_shortcut("Report this message")
    with pytest.raises(NothingThere, match="no message shortcut 'Report'"):
        nurse.runs_shortcut("Report", on=message)


def test_what_only_one_person_sees_has_no_shortcuts(bot, nurse):
    bot.client.chat_postEphemeral(channel=OAK, user=nurse.id, text="For you")
    with pytest.raises(NothingThere, match="has no shortcuts"):
        nurse.runs_shortcut("Report this message", on=nurse.whispers[0])


def test_a_shortcut_without_an_answer_in_time(workspace, bot, nurse):
    bot.left_waiting.add(nurse.id)
    workspace.patience = SandboxTimeouts(acknowledgement=0.1)
    with pytest.raises(Refused, match="operation_timeout"):
        nurse.runs_shortcut("Report")
    bot.slow.set()


def test_its_trigger_works_once_too(bot, nurse, refusal):
    nurse.runs_shortcut("Report")
    again = refusal(bot.client.views_open, trigger_id=bot.told[-1]["trigger_id"], view=shapes.receipt())
    assert again.error == "exchanged_trigger_id"
