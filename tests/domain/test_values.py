"""What holds for every value of the domain, those that are still to be written too."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import bot.domain
from bot.domain.service.service import Service
from bot.domain.values import Code, Moment, SlackId, Value, is_visible
from tests.domain.examples import (
    INVISIBLE,
    a_draft,
    a_kind,
    a_person,
    a_report,
    a_service,
    a_team,
    an_action,
    an_action_draft,
    an_edition,
)

CANARY = "CANARY went home at noon"


def _values(base: type[Value]) -> Iterator[type[Value]]:
    """Those with fields: another package may have a base class without any, which is seen only in a whole run."""
    for value in base.__subclasses__():
        if value.model_fields:
            yield value
        yield from _values(value)


for _module in pkgutil.walk_packages(bot.domain.__path__, "bot.domain."):
    importlib.import_module(_module.name)

every_value = pytest.mark.parametrize("value", sorted(_values(Value), key=str))


def _refusal(value: type[Value], fields: dict[str, Any]) -> ValidationError:
    with pytest.raises(ValidationError) as refused:
        value.model_validate(fields)
    return refused.value


@every_value
def test_an_unknown_field_is_refused_by_its_name(value):
    refusal = _refusal(value, {"unknown": CANARY})
    assert [error["loc"] for error in refusal.errors() if error["type"] == "extra_forbidden"] == [("unknown",)]


@every_value
def test_an_error_never_repeats_what_was_typed(value):
    refusal = _refusal(value, {**dict.fromkeys(value.model_fields, CANARY), "unknown": CANARY})
    texts = [str(refusal), repr(refusal), f"{refusal}"]
    assert [text for text in texts if "CANARY" in text] == []


@every_value
def test_a_value_cannot_be_changed_and_the_error_does_not_repeat_the_change(value):
    field = next(iter(value.model_fields))
    with pytest.raises(TypeError) as refused:
        setattr(value.model_construct(), field, CANARY)
    assert str(refused.value) == f"{value.__name__} cannot be changed: {field}"


@every_value
def test_a_value_has_no_loose_settings(value):
    settings = ("frozen", "strict", "extra", "hide_input_in_errors")
    assert [value.model_config.get(setting) for setting in settings] == [True, True, "forbid", True]


@pytest.mark.parametrize(
    ("build", "changes"),
    [
        (a_report, {"still_at_risk": "no"}),
        (a_draft, {"happened_at": "2026-11-24T12:00:00Z"}),
        (a_draft, {"happened_at": 1_764_000_000}),
        (a_report, {"id": "00000000-0000-0000-0000-000000000001"}),
        (an_action_draft, {"due_on": "2026-12-01"}),
        (an_action, {"state": "done"}),
        (an_edition, {"late": 1}),
        (a_person, {"roles": ["on_call"]}),
        (a_service, {"read_within_working_days": "1"}),
        (a_service, {"read_within_working_days": True}),
        (a_kind, {"label": 7}),
    ],
)
def test_nothing_is_quietly_turned_into_something_else(build, changes):
    with pytest.raises(ValidationError) as refused:
        build(**changes)
    assert [error["loc"] for error in refused.value.errors()] == [tuple(changes)]


def test_an_error_deep_inside_a_value_does_not_repeat_what_was_typed():
    team = {**a_team().model_dump(), "channel": CANARY, "time_zone": CANARY}
    refusal = _refusal(Service, {**a_service().model_dump(), "teams": (a_team().model_dump(), team)})
    assert [error["loc"] for error in refusal.errors()] == [("teams", 1, "channel"), ("teams", 1, "time_zone")]
    assert [text for text in (str(refusal), repr(refusal)) if "CANARY" in text] == []


@pytest.mark.parametrize("code", ["oak", "good_care", "ward-7", "a", "a" * 40])
def test_a_code_is_lower_case_letters_digits_dashes_and_underscores(code):
    assert TypeAdapter(Code).validate_python(code) == code


@pytest.mark.parametrize("code", ["", "Oak", "7ward", "_oak", "oak ward", "oak\n", "a" * 41, "öak", "oak\u0000"])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValidationError):
        TypeAdapter(Code).validate_python(code)


@pytest.mark.parametrize("slack_id", ["U0AMARA", "C01", "W" + "A" * 29])
def test_an_id_of_slack_is_capitals_and_digits(slack_id):
    assert TypeAdapter(SlackId).validate_python(slack_id) == slack_id


@pytest.mark.parametrize(
    "slack_id", ["", "U0", "u0amara", "0UAMARA", "#general", "<@U0AMARA>", "U0AMARA\n", "U" * 31]
)
def test_what_is_no_id_of_slack_is_refused(slack_id):
    with pytest.raises(ValidationError):
        TypeAdapter(SlackId).validate_python(slack_id)


@pytest.mark.parametrize("blank", ["", *INVISIBLE, "".join(INVISIBLE)])
def test_what_shows_nothing_is_not_visible(blank):
    assert not is_visible(blank)


@pytest.mark.parametrize("text", ["a", "7", "?", "…", "🙂", "❤️", "שלום", "안녕", "é", " \u200bno\u200b ", "999", "+"])
def test_one_letter_digit_or_sign_is_enough(text):
    assert is_visible(text)


@given(st.datetimes())
def test_a_moment_without_a_zone_is_refused_and_one_in_utc_is_kept(moment):
    aware: datetime = moment.replace(tzinfo=UTC)
    assert TypeAdapter(Moment).validate_python(aware) == aware
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(moment)
