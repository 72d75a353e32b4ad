"""The calls that delivery makes. Each message carries its opaque id, by which it is found again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from slack_sdk import WebClient

from bot.views.kit.blocks import Message
from storage.outbox.messages import ClaimedMessage

_EVENT_TYPE = "candour_delivery"
_CLOCKS_MAY_DIFFER = timedelta(minutes=1)
_PAGE = 200


@dataclass(frozen=True)
class Posted:
    """Slack's timestamp of a message, and the time that its server told with the answer."""

    ts: str
    at: datetime | None


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
        return Posted(str(answer["ts"]), slacks_clock(answer.headers))

    def find(self, claimed: ClaimedMessage) -> str | None:
        """The timestamp under which it stands in its place's history, if it does."""
        oldest = (claimed.first_attempt_at - _CLOCKS_MAY_DIFFER).timestamp()
        cursor = None
        while True:
            page = self._client.conversations_history(
                channel=self._place(claimed),
                oldest=str(oldest),
                include_all_metadata=True,
                limit=_PAGE,
                cursor=cursor,
            )
            found = [posted["ts"] for posted in page["messages"] if _delivery_id(posted) == str(claimed.id)]
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if found or not cursor:
                return str(found[0]) if found else None

    def _place(self, claimed: ClaimedMessage) -> str:
        """The channel itself, or the direct message with a person: only its own id leads to a history."""
        target = claimed.target
        if not claimed.to_a_person:
            return target
        if target not in self._direct:
            self._direct[target] = self._client.conversations_open(users=target)["channel"]["id"]
        return self._direct[target]


def slacks_clock(headers: Mapping[str, Any]) -> datetime | None:
    """The time that Slack's server tells with every answer, to the second; None if it told none."""
    told = [value for name, value in headers.items() if name.lower() == "date"]
    try:
        return parsedate_to_datetime(str(told[0])) if told else None
    except ValueError:
        return None


def _delivery_id(posted: dict[str, Any]) -> str | None:
    metadata = posted.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return payload.get("k") if metadata.get("event_type") == _EVENT_TYPE else None
