"""The real bot, ending itself with kill -9 at a named point: CRASH_AT=after_post python -m tests.crash.launcher

The points lie on the way from the modal to the posted card. Nothing of this is in the program itself.
"""

import os
import signal
import sys
from typing import Any

from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from sqlalchemy import Engine, event

from bot.__main__ import main
from storage.database import Work

SAFETY_CHANNEL = "C0SAFETY01"


def die(*_: object) -> None:
    """Nothing is finished, flushed or closed."""
    os.kill(os.getpid(), signal.SIGKILL)


def _around_commit(moment: str, *, of: str, with_column: str) -> None:
    """End at this moment of the first transaction that says `of` about `with_column`."""
    seen: list[bool] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(of) and with_column in statement:
            seen.append(True)

    event.listen(Engine, "after_cursor_execute", note)
    event.listen(Work, moment, lambda _work: die() if seen else None)


def before_commit() -> None:
    _around_commit("before_commit", of="INSERT INTO report", with_column="narrative_sealed")


def after_commit() -> None:
    _around_commit("after_commit", of="INSERT INTO report", with_column="narrative_sealed")


def after_claim() -> None:
    _around_commit("after_commit", of="UPDATE outbox", with_column="claimed_by")


def after_receipt() -> None:
    handle = SocketModeHandler.handle

    def handle_and_die(self: SocketModeHandler, client: Any, request: Any) -> None:
        handle(self, client, request)
        if request.payload.get("type") == "view_submission":
            die()

    SocketModeHandler.handle = handle_and_die  # type: ignore[assignment, method-assign]  # This is the point of the launcher.


def _around_card(*, before: bool) -> None:
    post = WebClient.chat_postMessage

    def post_and_die(self: WebClient, **arguments: Any) -> Any:
        is_card = arguments["channel"] == SAFETY_CHANNEL
        if before and is_card:
            die()
        answer = post(self, **arguments)
        if is_card:
            die()
        return answer

    WebClient.chat_postMessage = post_and_die  # type: ignore[method-assign]  # As above.


def before_post() -> None:
    _around_card(before=True)


def after_post() -> None:
    _around_card(before=False)


def before_sent() -> None:
    _around_commit("before_commit", of="UPDATE outbox", with_column="slack_ts")


def after_sent() -> None:
    _around_commit("after_commit", of="UPDATE outbox", with_column="slack_ts")


POINTS = (before_commit, after_commit, after_receipt, after_claim, before_post, after_post, before_sent, after_sent)

if __name__ == "__main__":
    {point.__name__: point for point in POINTS}.get(os.environ.get("CRASH_AT", ""), lambda: None)()
    sys.exit(main(["run"]))
