"""A Slack that takes messages and shows its history. What becomes of the next message, the test says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import Enum
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

SAFETY_CHANNEL = "C0SAFETY"
LAG = timedelta(seconds=25)
"""How late a message shows in the history: less than delivery waits before it looks again."""


class Killed(BaseException):
    """The program ended here."""


class Next(Enum):
    """What becomes of the next call."""

    ANSWERED = "all is well"
    PAUSED = "Slack wants a pause"
    REFUSED = "a refusal that may pass"
    REFUSED_LATE = "the same, and the answer comes when the claim has ended"
    SILENT_AFTER = "posted, and the answer is lost"
    GARBLED = "posted, and a page comes in place of the answer"
    SILENT_BEFORE = "lost on the way"
    KILLED_BEFORE = "the program ends before the call arrives"
    KILLED_AFTER = "the program ends after it"
    HELD_UP_BEFORE = "the program stands still before it calls, until its claim has ended"
    HELD_UP = "carried out, and the answer comes when the claim has ended"


@dataclass(frozen=True)
class Post:
    """A message in Slack."""

    at: datetime
    delivery: str
    place: str
    words: str


class SmallSlack(WebClient):
    """The calls that delivery makes, without a network. Nobody leaves."""

    def __init__(self, *, now: Callable[[], datetime], hold_up: Callable[[], None]) -> None:
        super().__init__(token="xoxb-invented")
        self.next = Next.ANSWERED
        self.readable = True
        self.archived = False
        self.most_blocks = 50
        self.posts: list[Post] = []
        self.now, self._hold_up = now, hold_up

    def api_call(self, api_method: str, *, json: Any = None, params: Any = None, **_: Any) -> SlackResponse:
        given = json or params
        if api_method == "conversations.open":
            return _answer({"channel": {"id": _place(given["users"])}})
        if api_method == "users.info":
            return _answer({"user": {}})
        becomes, self.next = self.next, Next.ANSWERED
        self._before(becomes)
        answer = self._post(given) if api_method == "chat.postMessage" else self._history(given)
        self._after(becomes)
        return answer

    def _before(self, becomes: Next) -> None:
        match becomes:
            case Next.PAUSED:
                raise _refusal("ratelimited", status=429, headers={"Retry-After": "40"})
            case Next.REFUSED:
                raise _refusal("not_known_to_anybody")
            case Next.REFUSED_LATE:
                self._hold_up()
                raise _refusal("not_known_to_anybody")
            case Next.SILENT_BEFORE:
                raise TimeoutError
            case Next.KILLED_BEFORE:
                raise Killed

    def _after(self, becomes: Next) -> None:
        match becomes:
            case Next.SILENT_AFTER:
                raise TimeoutError
            case Next.GARBLED:
                raise _refusal("Received a response in a non-JSON format: <html>")
            case Next.KILLED_AFTER:
                raise Killed
            case Next.HELD_UP:
                self._hold_up()

    def _post(self, given: Any) -> SlackResponse:
        if self.archived and given["channel"] == SAFETY_CHANNEL:
            raise _refusal("is_archived")
        if len(given["blocks"]) > self.most_blocks:
            raise _refusal("msg_blocks_too_long")
        delivery = given["metadata"]["event_payload"]["k"]
        self.posts.append(Post(self.now(), delivery, _place(given["channel"]), repr(given["blocks"])))
        return _answer({"ts": f"{len(self.posts)}.0"})

    def _history(self, given: Any) -> SlackResponse:
        if not self.readable:
            raise _refusal("missing_scope")
        shown = [
            {
                "ts": f"{number}.0",
                "metadata": {"event_type": "candour_delivery", "event_payload": {"k": post.delivery}},
            }
            for number, post in enumerate(self.posts, start=1)
            if post.place == given["channel"]
            and float(given["oldest"]) <= post.at.timestamp()
            and post.at <= self.now() - LAG
        ]
        date = format_datetime(self.now().astimezone(UTC), usegmt=True)
        return _answer({"messages": shown}, headers={"Date": date})


def _place(target: str) -> str:
    """The channel itself, or the direct message with a person."""
    return f"D{target}" if target.startswith("U") else target


def _answer(data: dict[str, Any], *, status: int = 200, headers: dict[str, str] | None = None) -> SlackResponse:
    return SlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": True, **data},
        headers=headers or {},
        status_code=status,
    )


def _refusal(code: str, *, status: int = 200, headers: dict[str, str] | None = None) -> SlackApiError:
    return SlackApiError(code, _answer({"ok": False, "error": code}, status=status, headers=headers))
