"""What an operator asks a bot over HTTP."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.request import urlopen

from prometheus_client.parser import text_string_to_metric_families

from sandbox.people.person import PeopledWorkspace
from sandbox.people.waiting import LONGEST


@dataclass(frozen=True)
class Answer:
    status: int
    text: str

    @property
    def wrong(self) -> list[str]:
        """What is wrong, in words."""
        return list(json.loads(self.text))


def slack_refuses(workspace: PeopledWorkspace, *methods: str, error: str, status: int = 200, pause: int = 0) -> None:
    """Slack answers these calls with an error from now on, and asks for a pause in seconds."""
    headers = {"Retry-After": str(pause)} if pause else {}
    answer = status, headers, {"ok": False, "error": error}
    workspace.on_call(lambda method, _arguments: answer if method in methods else None)


class Operator:
    """Asks the bot on this port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port

    def alive(self) -> Answer:
        return self._asks("healthz")

    def ready(self) -> Answer:
        return self._asks("readyz")

    def page(self) -> str:
        return self._asks("metrics").text

    def number(self, name: str, **labels: str) -> float | None:
        """What the page says now; None if it does not say it."""
        samples = [each for family in text_string_to_metric_families(self.page()) for each in family.samples]
        return next((each.value for each in samples if each.name == name and each.labels == labels), None)

    def waits_for(self, holds: Callable[[], object], *, seconds: float = LONGEST) -> None:
        until = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < until, f"not within {seconds} s; {self.ready().text}"
            time.sleep(0.05)

    def _asks(self, path: str) -> Answer:
        try:
            with urlopen(f"http://127.0.0.1:{self._port}/{path}", timeout=LONGEST) as answer:
                return Answer(answer.status, answer.read().decode())
        except HTTPError as refusal:
            return Answer(refusal.code, refusal.read().decode())
