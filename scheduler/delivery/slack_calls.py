"""The calls that delivery makes. Each message carries its opaque id, by which it is found again."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from slack_sdk import WebClient

from bot.runtime.http_headers import server_time
from bot.views.kit.blocks import Message
from storage.outbox.messages import ClaimedMessage

_EVENT_TYPE = "candour_delivery"
_FROM_MEMORY = "candour_from_memory"
_CLOCKS_MAY_DIFFER = timedelta(minutes=1)
_A_DAY, _A_MONTH = timedelta(days=1), timedelta(days=31)
_PAGE = 200
_TIMESTAMP = re.compile(r"\d{1,12}\.\d{1,9}")


@dataclass(frozen=True)
class Posted:
    """Slack's timestamp of a message, and the time that its server told with the answer."""

    ts: str
    at: datetime | None


class NotATimestamp(Exception):
    """Slack answered that all is well, without saying where the message stands."""


class SlackCalls:
    """Posts messages, and looks for one that may have been posted. Errors are raised as the client raises them."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._direct: dict[str, str] = {}

    def post(self, claimed: ClaimedMessage, message: Message) -> Posted:
        """Post it."""
        answer = self._client.chat_postMessage(
            channel=claimed.target,  # A person's own id too: Slack opens the direct message by itself.
            text=message.text,
            blocks=message.blocks,
            metadata={"event_type": _EVENT_TYPE, "event_payload": {"k": str(claimed.id)}},
            unfurl_links=False,
            unfurl_media=False,
        )
        return Posted(_timestamp(answer["ts"]), server_time(answer.headers))

    def post_from_memory(self, channel: str, message: Message, message_id: UUID) -> None:
        """Post what the outbox does not know, with another type in its metadata: nobody looks for it afterwards."""
        answer = self._client.chat_postMessage(
            channel=channel,
            text=message.text,
            blocks=message.blocks,
            metadata={"event_type": _FROM_MEMORY, "event_payload": {"k": str(message_id)}},
            unfurl_links=False,
            unfurl_media=False,
        )
        _timestamp(answer["ts"])

    def find(self, claimed: ClaimedMessage) -> str | None:
        """The timestamp under which it stands in its place's history, if it does.

        Our clock may have been wrong at the first attempt. So a day is looked through; and more, if Slack's own clock
        shows that ours was ahead.
        """
        found, slack_now = self._search(claimed, since=claimed.first_attempt_at - _A_DAY)
        if found is None and slack_now and claimed.first_attempt_at > slack_now + _CLOCKS_MAY_DIFFER:
            found, _ = self._search(claimed, since=slack_now - _A_MONTH)
        return found

    def _search(self, claimed: ClaimedMessage, *, since: datetime) -> tuple[str | None, datetime | None]:
        """Its timestamp, if it stands there since then; and the time of Slack's own clock."""
        cursor = None
        while True:
            page = self._client.conversations_history(
                channel=self._place(claimed),
                oldest=str(since.timestamp()),
                include_all_metadata=True,
                limit=_PAGE,
                cursor=cursor,
            )
            found = [posted["ts"] for posted in page["messages"] if _delivery_id(posted) == str(claimed.id)]
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if found or not cursor:
                return _timestamp(found[0]) if found else None, server_time(page.headers)

    def _place(self, claimed: ClaimedMessage) -> str:
        """The channel itself, or the direct message with a person: only its own id leads to a history."""
        target = claimed.target
        if not claimed.to_a_person:
            return target
        if target not in self._direct:
            self._direct[target] = self._client.conversations_open(users=target)["channel"]["id"]
        return self._direct[target]


def _timestamp(ts: object) -> str:
    if isinstance(ts, str) and _TIMESTAMP.fullmatch(ts):
        return ts
    raise NotATimestamp


def _delivery_id(posted: dict[str, Any]) -> str | None:
    metadata = posted.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return payload.get("k") if metadata.get("event_type") == _EVENT_TYPE else None
