"""Slack misbehaves: any call may be slow, refused, lost before or after it was carried out, or answered unclearly."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.faults import ConnectionsBreak, ConnectionsRenewed
from sandbox.people import PeopledWorkspace
from sandbox.records import Answer, Json
from sandbox.refusals import ConnectionDropped

_SHARE = 0.25
"""Of calls that go wrong."""
_SPARED = "apps.connections.open"
_ANSWERS: tuple[Answer, ...] = (
    (429, {"Retry-After": "1"}, {"ok": False, "error": "ratelimited"}),
    (500, {}, {}),
    (503, {}, {"ok": False, "error": "service_unavailable"}),
    (200, {}, {"ok": False, "error": "internal_error"}),
    (200, {}, {"ok": False, "error": "fatal_error"}),
)


@contextmanager
def storm(workspace: PeopledWorkspace, chance: random.Random) -> Iterator[None]:
    """Until the block ends."""
    calms = [
        workspace.on_call(lambda *call: _strike(chance, *call)),
        workspace.after_call(lambda *call: _strike(chance, *call)),
    ]
    try:
        workspace.faults.arm(ConnectionsBreak())
        yield
        workspace.faults.arm(ConnectionsRenewed())
    finally:
        for calm in calms:
            calm()


def _strike(chance: random.Random, method: str, _arguments: Json) -> Answer | None:
    if method == _SPARED or chance.random() > _SHARE:
        return None
    match chance.randrange(3):
        case 0:
            time.sleep(chance.uniform(0, 1))
            return None
        case 1:
            raise ConnectionDropped
        case _:
            return chance.choice(_ANSWERS)
