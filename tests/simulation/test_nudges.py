"""A small invented year: no rule about nudges is broken in it, and the checker finds what is broken on purpose."""

import copy
from datetime import datetime, timedelta

import pytest

from tests.simulation import nudge_checker, nudges

HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def year():
    return nudges.simulate(seed=3, size=3)


@pytest.fixture
def records(year):
    return copy.deepcopy(year)


def _messages(records, kind="nudge"):
    return [each for each in records if each["record"] == "message" and each["kind"] == kind]


def _later(message, by):
    message["time_utc"] = (datetime.fromisoformat(message["time_utc"]) + by).isoformat()


def test_in_a_year_of_people_zones_holidays_and_outages_no_rule_is_broken(year):
    assert nudge_checker.wrong_in(year) == []
    events = {event["type"] for each in year if each["record"] == "action" for event in each["events"]}
    assert {"created", "plan", "done", "moved", "reopened"} <= events
    assert len(_messages(year)) > 10
    assert _messages(year, "offer")


def test_the_same_seed_writes_the_same_year_with_every_number_it_uses(year):
    (settings,) = (each for each in year if each["record"] == "settings")
    assert {name: settings[name] for name in ("day_start", "day_end", "send_at", "max_nudges", "max_offers")} == {
        "day_start": "08:00",
        "day_end": "18:00",
        "send_at": "08:00",
        "max_nudges": 3,
        "max_offers": 1,
    }
    again = nudges.simulate(seed=4, size=2)
    assert again == nudges.simulate(seed=4, size=2)


def _repeated(records):
    again = copy.deepcopy(_messages(records)[0])
    _later(again, timedelta(seconds=30))
    records.append(again)


def _at_night(records):
    _later(_messages(records)[0], 12 * HOUR)


def _on_a_saturday(records):
    message = _messages(records)[0]
    at = datetime.fromisoformat(message["time_utc"])
    _later(message, timedelta(days=5 - at.weekday(), hours=2))


def _not_sent(records):
    for each in _messages(records):
        records.remove(each)


def _not_offered(records):
    for each in _messages(records, "offer"):
        records.remove(each)


def _to_somebody_else(records):
    _messages(records)[0]["owner"] = nudges.LEADS[0]


def _after_done(records):
    message = _messages(records)[0]
    (action,) = (each for each in records if each.get("id") == message["actions"][0])
    at = (datetime.fromisoformat(message["time_utc"]) - timedelta(seconds=1)).isoformat()
    action["events"] = [each for each in action["events"] if each["at"] < at] + [{"at": at, "type": "done"}]


def _too_often(records):
    (settings,) = (each for each in records if each["record"] == "settings")
    settings["max_nudges"] = 1


def _in_an_outage(records):
    at = _messages(records)[0]["time_utc"]
    ends = (datetime.fromisoformat(at) + HOUR).isoformat()
    records.append({"record": "outage", "from": at, "to": ends})


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (_repeated, "nudged twice"),
        (_repeated, "gets two messages"),
        (_at_night, "outside working hours"),
        (_on_a_saturday, "on a day off"),
        (_not_sent, "is missing"),
        (_not_offered, "the offer of"),
        (_to_somebody_else, "somebody else than the owner"),
        (_after_done, "after an answer"),
        (_too_often, "is nudged 2 times"),
        (_in_an_outage, "in an outage"),
    ],
)
def test_the_checker_finds_what_is_broken_on_purpose(records, broken, says):
    broken(records)
    assert any(says in each for each in nudge_checker.wrong_in(records))
