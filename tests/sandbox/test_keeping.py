"""What happened in the workspace is there again after a restart."""

import json

import pytest

from sandbox.people.person import PeopledWorkspace
from sandbox.server import Server
from tests.sandbox import shapes
from tests.sandbox.small_bot import client_of


def test_messages_homes_people_and_the_clock_are_kept(tmp_path):
    path = tmp_path / "workspace.json"
    with Server(data=path) as first:
        client = client_of(first)
        metadata = {"event_type": "card", "event_payload": {"id": "1"}}
        card = client.chat_postMessage(channel="C0SAFETY01", text="A", blocks=shapes.card(), metadata=metadata)
        client.chat_postMessage(channel="C0SAFETY01", text="Under it", thread_ts=card["ts"])
        client.chat_postEphemeral(channel="C0SAFETY01", user="U0JO000001", text="For Jo alone")
        client.chat_postMessage(channel="U0AMARA001", text="For you")
        client.views_publish(user_id="U0AMARA001", view=shapes.home())
        first.clock.forward(days=2)
        client.chat_update(channel="C0SAFETY01", ts=card["ts"], text="B")
        first.person_leaves("U0LEE00001")
        then = first.clock.now()
    with Server(data=path) as second:
        kept = second.channel("safety-team").last_card
        assert (kept.text, kept.edited, kept.metadata) == ("B", True, metadata)
        assert [reply.text for reply in kept.replies] == ["Under it"]
        assert second.person("Jo Carter").whispers == []
        assert [message.text for message in second.person("Amara Okafor").direct_messages] == ["For you"]
        assert second.person("Amara Okafor").home.says("Candour")
        assert second.clock.now() >= then
        assert second.members["U0LEE00001"].deleted
        later = client_of(second).chat_postMessage(channel="C0SAFETY01", text="C")
        assert float(later["ts"]) > float(card["ts"])


def test_a_file_of_another_version_is_refused(tmp_path):
    path = tmp_path / "workspace.json"
    path.write_text(json.dumps({"version": 0}), encoding="utf-8")
    with pytest.raises(ValueError, match="another version"):
        Server(data=path)


def test_starting_over_forgets_what_was_said():
    workspace = PeopledWorkspace()
    workspace.post(workspace.channels["C0SAFETY01"], text="A", blocks=[], metadata=None)
    workspace.start_over()
    assert workspace.channel("safety-team").messages == []
