"""A log line is one object with names for what it tells, and holds nothing of what others log."""

import json
import logging
from datetime import UTC, datetime

import pytest

from bot.runtime.logs import Json, Text
from tests.canary.canary import CANARY, holds

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def a_record(name: str, words: str, *values: object, error: Exception | None = None) -> logging.LogRecord:
    """What the standard library makes of a call to a logger."""
    caught = (type(error), error, None) if error else None
    record = logging.LogRecord(name, logging.ERROR, "/x/delivery.py", 12, words, values, caught)
    record.created = AT.timestamp()
    return record


def test_our_line_is_an_event_with_its_values_as_fields():
    told = {"id": "8d1f", "kind": "card", "code": "missing_scope"}
    record = a_record("candour.delivery", "message %(id)s (%(kind)s) could not be looked for: %(code)s", told)
    assert json.loads(Json().format(record)) == {
        "time": "2026-11-24T12:00:00.000+00:00",
        "level": "ERROR",
        "logger": "candour.delivery",
        "event": "message ID (KIND) could not be looked for: CODE",
        "id": "8d1f",
        "kind": "card",
        "code": "missing_scope",
    }
    assert Text().format(record).endswith("message 8d1f (card) could not be looked for: missing_scope")


def test_a_line_without_values_is_its_words():
    assert json.loads(Json().format(a_record("candour.test", "started")))["event"] == "started"


@pytest.mark.parametrize("formatter", [Json(), Text()], ids=["json", "text"])
def test_of_what_others_log_only_the_place_and_the_type_are_kept(formatter):
    record = a_record("slack_bolt.App", f"{CANARY} %s", CANARY, error=ValueError(CANARY))
    line = formatter.format(record)
    assert ("delivery:12" in line, "ValueError" in line, holds(line)) == (True, True, False)


def test_no_line_is_broken_in_two():
    record = a_record("candour.test", "a tick failed: %(error)s", {"error": "one\ntwo"})
    assert len(Json().format(record).splitlines()) == 1
