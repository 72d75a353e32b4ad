"""The socket to Slack: a silent peer is left, and Slack is not asked too often for a new connection."""

import pytest
from slack_bolt import App

from bot.runtime import socket_mode
from bot.runtime.socket_mode import SocketHandler, SocketTimeouts
from tests.runtime.deaf_server import deaf_server
from tests.sandbox import shapes
from tests.sandbox.small_bot import client_of

SOON = 5
"""Seconds."""
LEAVES_WITHIN = 30
"""Seconds after which a peer that says nothing must have been left."""
SHORT = SocketTimeouts(ping=0.2, silence=1.0, unready=0.5, look=0.1, step=2.0, start=5.0, attempts_counted=1.0)


def test_a_peer_that_is_silent_is_left_within_thirty_seconds():
    whole = SocketTimeouts()
    assert whole.ping + whole.silence + whole.look <= LEAVES_WITHIN
    assert whole.ping < whole.unready < whole.silence


@pytest.mark.parametrize("polite", [True, False], ids=["silent", "no-handshake"])
def test_a_connection_on_which_nothing_is_heard_counts_as_none(workspace, monkeypatch, polite):
    monkeypatch.setattr(socket_mode, "TIMEOUTS", SHORT)
    handler = _small_bot(workspace)
    with deaf_server(polite=polite) as deaf:
        handler.client.wss_uri = deaf.url
        try:
            handler.connect()
            assert deaf.came.acquire(timeout=SOON)
            workspace.wait_until(lambda: not handler.client.is_heard(), seconds=SOON)
            workspace.wait_until(handler.client.is_heard, seconds=SOON)
            assert handler.client.silence < SHORT.unready
        finally:
            socket_mode.close_socket(handler)


def test_while_the_socket_is_refused_slack_is_not_asked_more_often_than_it_allows(workspace, monkeypatch):
    monkeypatch.setattr(socket_mode, "TIMEOUTS", SHORT)
    workspace.on_call(
        lambda name, _: (
            (200, {}, {"ok": True, "url": workspace.address.replace("http", "ws") + "/nothing"})
            if name == "apps.connections.open"
            else None
        )
    )
    handler = _small_bot(workspace)
    try:
        handler.connect()
        workspace.wait_until(lambda: len(_asked_for_a_connection(workspace)) >= 6, seconds=SOON)
    finally:
        socket_mode.close_socket(handler)
    calls = _asked_for_a_connection(workspace)
    assert len(calls) <= 12, "five within each second, for at most two"


def test_an_answer_of_ninety_kilobytes_arrives(workspace):
    handler = _small_bot(workspace)
    large = shapes.receipt() | {"blocks": [shapes.words("w" * 2990) for _ in range(31)]}

    @handler.app.command("/incident")
    def _opens(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=shapes.form(what=""))

    @handler.app.view("form")
    def _answers(ack):
        ack(response_action="update", view=large)

    nurse = workspace.person("Amara Okafor")
    try:
        socket_mode.open_socket(handler)
        nurse.runs("/incident", channel="oak-ward")
        nurse.answers(what="A word")
        nurse.submits()
        assert nurse.modal.says("w" * 2990)
    finally:
        socket_mode.close_socket(handler)


def _small_bot(workspace) -> SocketHandler:
    app = App(client=client_of(workspace), token_verification_enabled=False)
    return SocketHandler(app, "xapp-sandbox", concurrency=2)


def _asked_for_a_connection(workspace) -> list[object]:
    return [call for call in workspace.calls if call.method == "apps.connections.open"]
