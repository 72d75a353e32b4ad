"""`check` opens both doors to Slack, and a door that does not open is told with its cause."""

import ipaddress
import ssl
import threading
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import websocket
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.__main__ import main
from bot.commands.check import socket as check_socket
from bot.runtime import socket_mode
from bot.runtime.slack_failures import why_not_reached
from tests.runtime.deaf_server import deaf_server
from tests.runtime.test_socket_mode import SHORT


def mending(capsys) -> list[str]:
    """What `check` asks to mend, but for the example's phone numbers."""
    main(["check"])
    lines = [line.removeprefix("MEND  ") for line in capsys.readouterr().out.splitlines() if line.startswith("MEND")]
    return [line for line in lines if "kept for examples" not in line]


def leads_to(workspace, url: str) -> None:
    """From now on Slack gives this address for each new connection."""
    workspace.on_call(
        lambda name, _: (200, {}, {"ok": True, "url": url}) if name == "apps.connections.open" else None
    )


def test_a_web_socket_that_opens_is_found(environment, capsys):
    main(["check"])
    assert "ok    web socket\n" in capsys.readouterr().out


@pytest.mark.parametrize("polite", [False, True], ids=["no-handshake", "silent"])
def test_a_web_socket_that_is_blocked_is_found(environment, workspace, capsys, monkeypatch, polite):
    monkeypatch.setattr(check_socket, "OPENS_WITHIN", 0.5)
    with deaf_server(polite=polite) as deaf:
        leads_to(workspace, deaf.url)
        [line] = mending(capsys)
    assert line.startswith("web socket: it does not open (WebSocketTimeoutException). Let wss:// through")


def test_a_bot_whose_web_socket_is_blocked_does_not_say_that_it_is_running(
    environment, workspace, capsys, monkeypatch
):
    monkeypatch.setattr(socket_mode, "TIMEOUTS", SHORT)
    with deaf_server(polite=False) as deaf:
        leads_to(workspace, deaf.url)
        assert main(["run", "--new"]) == 1
    assert capsys.readouterr().out.startswith("Slack answers, but its web socket does not open (")


def test_another_bot_with_the_same_tokens_is_found(environment, workspace, capsys):
    address = f"{workspace.address.replace('http', 'ws')}/socket/"
    with closing(websocket.create_connection(address + workspace.sockets.new_ticket())):
        workspace.wait_until(lambda: workspace.sockets.count == 1)
        [line] = mending(capsys)
    assert line.startswith("web socket: 1 more connected with these tokens")


@contextmanager
def not_trusted(folder):
    """A server on this machine with a certificate that nobody has signed. Gives its port."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(secret + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # It would print that nobody trusts it.
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_certificate_that_is_not_trusted_is_told_as_that(environment, capsys, tmp_path):
    words = "Slack's certificate is not trusted: something reads what is sent. Name its certificate in SSL_CERT_FILE."
    with not_trusted(tmp_path) as port:
        environment("SLACK_API_URL", f"https://127.0.0.1:{port}/api/")
        assert f"bot token: {words}" in mending(capsys)
        assert main(["run", "--new"]) == 1
    assert capsys.readouterr().out == f"{words}\n"


def test_one_missing_network_is_told_once(environment, capsys):
    environment("SLACK_API_URL", "http://127.0.0.1:9/api/")
    [line] = mending(capsys)
    assert line.startswith("bot token: Slack could not be reached")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TimeoutError(), "Slack did not answer in time."),
        (OSError("Tunnel connection failed: 407 Proxy Authentication Required"), "The proxy in HTTPS_PROXY"),
        (ConnectionRefusedError(), "it refused the connection"),
        (ConnectionResetError(), "Slack could not be reached (ConnectionResetError)."),
    ],
)
def test_each_cause_of_a_failure_has_its_words(error, words):
    assert words in why_not_reached(error)
