"""Logs without content. What other libraries log could hold a narrative: of theirs only type and place are kept."""

import logging
import sys
import threading
from types import TracebackType

_OURS = "candour"


class WithoutContent(logging.Formatter):
    """Our own lines in full; of anyone else's the logger, the place and the type of the error. Never a trace."""

    def format(self, record: logging.LogRecord) -> str:
        at = self.formatTime(record)
        if record.name.split(".")[0] == _OURS:
            return f"{at} {record.levelname} {record.name}: {record.getMessage()}"
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "no error type"
        return f"{at} {record.levelname} {record.name}: at {record.module}:{record.lineno} ({kind})"


def start() -> None:
    """Send every log line through `WithoutContent`, and every error or warning that nobody caught as well."""
    lines = logging.StreamHandler()
    lines.setFormatter(WithoutContent())
    logging.basicConfig(handlers=[lines], level=logging.WARNING, force=True)
    logging.getLogger(_OURS).setLevel(logging.INFO)
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)  # It warns of the way we give it its client.
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
    logging.getLogger(_OURS).critical("%s %s at %s", what, kind.__name__, place)
