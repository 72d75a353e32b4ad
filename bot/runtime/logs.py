"""Logs without content. What other libraries log could hold a narrative: of theirs only type and place are kept.

Our own lines name what they tell: `_log.error("a tick failed: %(error)s", {"error": ...})`.
"""

import json
import logging
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from types import TracebackType
from typing import Any

_OURS = "candour"
LEVELS = {
    "": logging.WARNING,
    _OURS: logging.INFO,
    "slack_bolt": logging.ERROR,  # It warns of the way we give it its client.
    # While Slack is away these two say so every two seconds. `socket_mode` says it once.
    "slack_sdk.socket_mode": logging.CRITICAL,
    "websocket": logging.CRITICAL,
}
"""What is written of each logger."""


class LogFormat(StrEnum):
    """For a person at a terminal, or for a program that collects lines."""

    TEXT = "text"
    JSON = "json"


class Text(logging.Formatter):
    """Our own lines in full; of anyone else's the logger, the place and the type of the error. Never a trace."""

    def format(self, record: logging.LogRecord) -> str:
        at = self.formatTime(record)
        if _is_ours(record):
            return f"{at} {record.levelname} {record.name}: {record.getMessage()}"
        theirs = _theirs(record)
        return f"{at} {record.levelname} {record.name}: at {theirs['place']} ({theirs['error'] or 'no error type'})"


class Json(logging.Formatter):
    """The same as one object a line. `event` has names in capitals where the values would stand: those are fields."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
        }
        return json.dumps(line | (_ours(record) if _is_ours(record) else _theirs(record)), default=str)


_FORMATTERS = {LogFormat.TEXT: Text, LogFormat.JSON: Json}


def start(log_format: LogFormat = LogFormat.TEXT) -> None:
    """Write every log line without content, and every error or warning that nobody caught as well."""
    lines = logging.StreamHandler()
    lines.setFormatter(_FORMATTERS[log_format]())
    logging.basicConfig(handlers=[lines], force=True)
    for name, level in LEVELS.items():
        logging.getLogger(name).setLevel(level)
    logging.raiseExceptions = False  # A line that cannot be formatted would be printed with what it was given.
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda ignored: _note("ignored", ignored.exc_type, ignored.exc_traceback)
    threading.excepthook = lambda caught: _uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)


def _uncaught(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _note("stopped by", kind, trace)


def _note(what: str, kind: type[BaseException], trace: TracebackType | None) -> None:
    """The type of an error and the place where it was raised."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "unknown"
    failure = {"what": what, "error": kind.__name__, "place": place}
    logging.getLogger(_OURS).critical("%(what)s %(error)s at %(place)s", failure)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.split(".")[0] == _OURS


def _ours(record: logging.LogRecord) -> dict[str, Any]:
    if not isinstance(record.args, Mapping):
        return {"event": record.getMessage()}
    return {"event": record.msg % {name: name.upper() for name in record.args}, **record.args}


def _theirs(record: logging.LogRecord) -> dict[str, Any]:
    kind = record.exc_info[0] if record.exc_info else None
    return {"place": f"{record.module}:{record.lineno}", "error": kind.__name__ if kind else None}
