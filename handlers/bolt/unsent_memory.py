"""What presses in an open form handed over: kept in memory for half an hour at most, and only until it is sent."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

KEPT_FOR = 1_740.0
"""Seconds after the last press in the form. With the pause between two looks that is half an hour."""
_LOOKS_EVERY = 60.0
_REMEMBERED = 1_000


@dataclass(frozen=True)
class _Kept:
    """`answers` is None once nothing of the form may be kept; then older presses must not bring it back."""

    since: float
    press: str
    answers: Mapping[str, Any] | None = field(repr=False)


class UnsentForms:
    """By the form's nonce. Each replica knows of the presses that came to it; a restart forgets them."""

    def __init__(self, *, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._elapsed = elapsed
        self._forms: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        """From now on what is too old is dropped, also if nobody asks for it."""
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def keep(self, nonce: str, answers: Mapping[str, Any], *, press: str = "") -> None:
        """In the place of what the form handed over before. `press` sorts by time: an older one changes nothing."""
        self._put(nonce, answers, press)

    def forget(self, nonce: str, *, press: str = "") -> None:
        """At once, and whatever older presses may still bring: somebody wants to be anonymous, or has sent it."""
        self._put(nonce, None, press)

    def of(self, nonce: str) -> Mapping[str, Any] | None:
        """What the form handed over last; None if that is nothing, or too long ago."""
        with self._lock:
            self._drop_old_ones()
            kept = self._forms.get(nonce)
            return kept.answers if kept else None

    def _put(self, nonce: str, answers: Mapping[str, Any] | None, press: str) -> None:
        with self._lock:
            self._drop_old_ones()
            before = self._forms.get(nonce)
            if before and press and press < before.press:
                return
            latest = press or (before.press if before else "")
            self._forms[nonce] = _Kept(self._elapsed(), latest, answers)
            self._forms.move_to_end(nonce)
            if len(self._forms) > _REMEMBERED:
                self._forms.popitem(last=False)

    def _look(self) -> None:
        while not self._stopping.wait(_LOOKS_EVERY):
            self.drop_old_ones()

    def drop_old_ones(self) -> None:
        """What has been kept for its time is kept no longer."""
        with self._lock:
            self._drop_old_ones()

    def _drop_old_ones(self) -> None:
        end = self._elapsed() - KEPT_FOR
        while self._forms and next(iter(self._forms.values())).since <= end:
            self._forms.popitem(last=False)
