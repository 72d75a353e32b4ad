"""What Slack would send: signed, and made before any clock starts."""

import json
import secrets
import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from bot.domain.reports.name_choice import NameChoice
from bot.domain.service.service import Service
from handlers.reports import report_form
from sandbox.workspace.seed import read_seed

SECRET = "bench"  # noqa: S105 - invented, and worth nothing anywhere else
PATH = "/slack/events"
PERSON = "U0AMARA001"
CHANNEL = "C0OAKWARD1"
_TEAM = read_seed().team_id
_NARRATIVE = "The door alarm stayed silent when the door was opened during checks. " * 15
_COMMON = {"token": "none", "api_app_id": "A0SANDBOX1", "is_enterprise_install": False}


def submissions(service: Service, count: int) -> list[bytes]:
    """Reports of a thousand characters, each from a form of its own."""
    return [_signed({"payload": json.dumps(_submission(service))}) for _ in range(count)]


def commands(name: str, count: int) -> list[tuple[str, bytes]]:
    """The command with a few words after it, beside the trigger of each."""
    triggers = [secrets.token_hex(16) for _ in range(count)]
    return [(trigger, _signed(_command(name, trigger))) for trigger in triggers]


def _submission(service: Service) -> dict[str, Any]:
    """Each from another person: nobody is asked whether it is the same one."""
    now = datetime.now(UTC)
    view = report_form.draw(service, nonce=secrets.token_urlsafe(16), team=service.teams[0], text="", now=now)
    return {
        **_COMMON,
        "type": "view_submission",
        "team": {"id": _TEAM, "domain": "sandbox"},
        "user": {
            "id": f"U0{secrets.token_hex(5).upper()}",
            "username": "amara.okafor",
            "name": "amara.okafor",
            "team_id": _TEAM,
        },
        "trigger_id": "1.2.3",
        "view": {**view, "id": "V0FORM0001", "hash": "1.a", "state": {"values": _values()}},
        "response_urls": [],
    }


def _values() -> dict[str, dict[str, Any]]:
    chosen = {"still_at_risk": "no", report_form.NAME: NameChoice.CONFIDENTIAL}
    given: dict[str, dict[str, Any]] = {name: {"selected_option": {"value": code}} for name, code in chosen.items()}
    given["what"] = {"type": "plain_text_input", "value": _NARRATIVE}
    return {name: {name: value} for name, value in given.items()}


def _command(name: str, trigger: str) -> dict[str, Any]:
    return {
        **_COMMON,
        "team_id": _TEAM,
        "team_domain": "sandbox",
        "channel_id": CHANNEL,
        "channel_name": "oak-ward",
        "user_id": PERSON,
        "user_name": "amara.okafor",
        "command": name,
        "text": "The door alarm stayed silent",
        "response_url": "http://127.0.0.1:9/response",
        "trigger_id": trigger,
    }


def _signed(form: dict[str, Any]) -> bytes:
    body, now = urlencode(form), str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=now, body=body)
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\nX-Slack-Request-Timestamp: {now}\r\nX-Slack-Signature: {signature}\r\n\r\n"
    )
    return (head + body).encode()
