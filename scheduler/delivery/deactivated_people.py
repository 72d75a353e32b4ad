"""Whether people still have an account. Slack takes messages to somebody who has left, and nobody reads them."""

import logging
import time
from collections import deque

from slack_sdk import WebClient

_log = logging.getLogger("candour.delivery")
_BELIEVED_SECONDS = 600.0
_PAUSE_SECONDS = 300.0
"""After Slack did not tell. It may have taken a whole time-out, and danger waits behind it."""
_LOOKS_A_MINUTE = 50
"""Half of what Slack allows: the rest is for people who choose an owner."""


class PersonHasLeft(Exception):
    """The account of this person is deactivated: nobody would read the message."""


class Accounts:
    """Asks Slack, and remembers for a few minutes who is here. Who has left is asked about anew: they may be back."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._here_until: dict[str, float] = {}
        self._looks: deque[float] = deque(maxlen=_LOOKS_A_MINUTE)
        self._pause_until = 0.0

    def raise_if_deactivated(self, person: str) -> None:
        """Raise `PersonHasLeft` if the account is deactivated. If we cannot ask Slack now, assume it is active."""
        now = time.monotonic()
        if now < self._here_until.get(person, 0.0) or not self._may_ask(now):
            return
        self._looks.append(now)
        try:
            deleted = self._client.users_info(user=person)["user"].get("deleted")
        except Exception as error:  # noqa: BLE001 - whatever it was, the message is posted all the same
            _log.warning("an account could not be looked at: %(error)s", {"error": type(error).__name__})
            self._pause_until = time.monotonic() + _PAUSE_SECONDS
            return
        if deleted:
            raise PersonHasLeft
        self._here_until[person] = now + _BELIEVED_SECONDS

    def _may_ask(self, now: float) -> bool:
        often = len(self._looks) == _LOOKS_A_MINUTE and now - self._looks[0] < 60  # noqa: PLR2004 - a minute
        return now >= self._pause_until and not often
