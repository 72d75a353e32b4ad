"""Deletes from Slack the files of papers whose time is over. What did not work is tried again in a minute."""

import logging
import threading
import time

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.values import code_of
from bot.usecases.context import Context
from bot.usecases.evidence.paper_files import file_is_deleted, files_to_delete

_log = logging.getLogger("candour.papers")
_AGAIN_AFTER = 60.0
_GONE = ("file_not_found", "file_deleted")


class PaperFileRemover:
    """From `start` to `stop`. It looks every `seconds`."""

    def __init__(self, context: Context, client: WebClient, *, seconds: float) -> None:
        self._context = context
        self._client = client
        self._seconds = seconds
        self._not_before = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=5)

    def look(self) -> None:
        """Delete what is to be deleted. After a failure it waits for a minute."""
        if time.monotonic() < self._not_before:
            return
        try:
            for file_id in files_to_delete(self._context):
                self._delete(file_id)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again
            name = code_of(error.response.get("error")) if isinstance(error, SlackApiError) else type(error).__name__
            _log.error("the file of a paper could not be deleted: %(error)s", {"error": name})
            self._not_before = time.monotonic() + _AGAIN_AFTER

    def _delete(self, file_id: str) -> None:
        try:
            self._client.files_delete(file=file_id)
        except SlackApiError as refused:
            if refused.response.get("error") not in _GONE:
                raise
        file_is_deleted(self._context, file_id, now=self._context.clock.now())

    def _run(self) -> None:
        while not self._stopping.is_set():
            self.look()
            self._stopping.wait(self._seconds)
