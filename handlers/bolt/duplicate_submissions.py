"""Attempts to save one form at the same time: Slack may deliver a form twice, and people press Send again."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from storage.engine.transactions import NotSaved, OutcomeUnknown

_REMEMBERED = 1_000


class Attempts:
    """Which forms this process is saving, and which presses of Send it has given up. Other replicas are not seen."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: Counter[str] = Counter()
        self._given_up: OrderedDict[str, None] = OrderedDict()

    @contextmanager
    def one(self, form: str, press: str) -> Iterator[None]:
        """One attempt to save a form. `form` is its nonce, `press` what Slack calls this press of Send.

        Raises `OutcomeUnknown` in place of `NotSaved` while another attempt may still save the form; and for a press
        that has been given up, when it is delivered again: what was told as not saved must not be saved afterwards.
        """
        self._begin(form, press)
        try:
            yield
        except NotSaved as failure:
            if not self._give_up(form, press):
                raise OutcomeUnknown(str(failure)) from None
            raise
        finally:
            self._end(form)

    def _begin(self, form: str, press: str) -> None:
        with self._lock:
            if press in self._given_up:
                raise OutcomeUnknown("this press of Send was given up")
            self._under_way[form] += 1

    def _give_up(self, form: str, press: str) -> bool:
        """Whether this attempt is the only one. From then on its press is not tried again."""
        with self._lock:
            if self._under_way[form] > 1:
                return False
            self._given_up[press] = None
            if len(self._given_up) > _REMEMBERED:
                self._given_up.popitem(last=False)
            return True

    def _end(self, form: str) -> None:
        with self._lock:
            self._under_way[form] -= 1
            if not self._under_way[form]:
                del self._under_way[form]
