"""Free text is in no channel, message, log, error, audit entry, id or file; and it could have been."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.runtime.logs import Json, Text
from tests import bots
from tests.canary import scenario
from tests.canary.canary import (
    ADDED,
    AGAIN,
    ANSWER,
    ASKED,
    CANARY,
    CHANGE,
    LIFTED,
    MEASURE,
    MORE,
    PROOF,
    QUESTION,
    REASON,
    REPLIED,
    WHAT,
    WHY,
    WHY_TAKEN_BACK,
    files_with_it,
    holds,
    in_bytes,
    in_text_of,
    places,
)
from tests.canary.scenario import Left

IDS = {
    "metadata",
    "private_metadata",
    "callback_id",
    "external_id",
    "block_id",
    "action_id",
    "value",
    "event_payload",
}
OFFERED = "/element/options/text/text"
"""What a forum was asked, offered to whoever signs for it: Slack shows it as it is."""
SHOWN_AS_TYPED = "/elements/elements/text"
"""A text of a section of a rich text block: Slack shows it as it is."""


@pytest.fixture(scope="module", params=["socket", "http"])
def mode(request) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def folder(mode, tmp_path_factory) -> Path:
    """The folder of the database."""
    return tmp_path_factory.mktemp("canary")


@pytest.fixture(scope="module")
def left(mode, folder) -> Iterator[Left]:
    """Everything has happened, and the bot has stopped."""
    with bots.served() as workspace:
        settings = bots.settings_for(workspace, folder, **bots.reached_by(mode))
        with bots.running(workspace, settings) as context:
            left = scenario.tell(workspace, context, settings)
        assert workspace.mistakes == []
        yield left


def _parts(part: object) -> Iterator[tuple[str, Any]]:
    """Every key with its value, wherever it stands."""
    if isinstance(part, Mapping):
        for key, inner in part.items():
            yield key, inner
            yield from _parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _parts(inner)


def test_it_could_leak_the_safety_team_reads_every_word_in_the_opened_report(left):
    written = (WHAT, MORE, AGAIN, ASKED, REPLIED, ADDED, WHY_TAKEN_BACK, QUESTION, ANSWER, REASON, LIFTED)
    assert [word for word in written if word not in left.opened] == []


def test_it_could_leak_the_reporter_reads_their_own_words_and_the_question(left):
    assert [word for word in (WHAT, MORE, AGAIN, ASKED) if word not in left.own] == []


def test_everything_was_tried(left):
    assert left.failures.count("errors") == len(left.failures) - 3  # Slack failed three times, the database did not.
    told = {record.getMessage().rpartition(": ")[2] for record in left.records}
    assert {"NotSaved", "OutcomeUnknown", "RuntimeError", "ValueError"} <= told


def test_no_channel_holds_it(left):
    channels = {place: messages for place, messages in left.messages.items() if not place.startswith("D")}
    assert {"C0SAFETY01", "C0OAKWARD1"} <= channels.keys()
    assert [message for messages in channels.values() for message in messages if in_text_of(vars(message))] == []


def test_direct_messages_hold_only_what_goes_to_the_owner_and_whoever_checks_it(left):
    told = [message for place, messages in left.messages.items() if place.startswith("D") for message in messages]
    assert len(told) > len(left.messages)
    with_it = [message for message in told if in_text_of(vars(message))]
    owner, checker = (f"D{person[1:]}" for person in (left.owner, left.checker))
    assert {owner} <= {message.channel for message in with_it} <= {owner, checker}
    assert {place for message in with_it for place in places(message.blocks)} == {SHOWN_AS_TYPED}
    said = str([message.blocks for message in with_it])
    assert (CHANGE in said, MEASURE in said) == (True, True)
    written = (WHAT, MORE, AGAIN, ASKED, REPLIED, ADDED, WHY_TAKEN_BACK, QUESTION, ANSWER, REASON, LIFTED, PROOF, WHY)
    assert [word for word in written if word in said] == []


def test_home_holds_the_owner_s_own_actions_and_nothing_else_of_it(left):
    with_it = {person: str(view) for person, view in left.homes.items() if in_text_of(view)}
    assert len(left.homes) > len(with_it)
    assert list(with_it) == [left.owner]
    assert (CHANGE in with_it[left.owner], MEASURE in with_it[left.owner]) == (True, True)
    assert [word for word in (WHAT, MORE, AGAIN) if word in with_it[left.owner]] == []


def test_no_notification_holds_it(left):
    texts = [call.arguments.get("text", "") for call in left.calls if call.method.startswith("chat.")]
    assert len(texts) > 1
    assert [text for text in texts if holds(str(text))] == []
    assert [each for whispers in left.whispers.values() for each in whispers if holds(str(each))] == []


def test_no_id_metadata_or_button_holds_it(left):
    sent = [call.arguments for call in left.calls] + [delivery.answer for delivery in left.deliveries]
    ids = [(key, value) for each in sent for key, value in _parts(each) if key in IDS]
    assert {"metadata", "private_metadata", "block_id", "action_id", "value"} <= {key for key, _ in ids}
    assert [(key, value) for key, value in ids if in_text_of(value)] == []


def test_every_view_holds_it_only_as_the_text_of_a_field_or_exactly_as_it_was_typed(left):
    views = [call for call in left.calls if call.method.startswith("views.") and in_text_of(call.arguments)]
    found = {place.replace("/view/blocks", "") for call in views for place in places(_decoded(call.arguments))}
    assert found == {"/element/initial_value", SHOWN_AS_TYPED, OFFERED}


def test_only_messages_and_views_of_slack_s_are_sent_it(left):
    methods = {call.method for call in left.calls if in_text_of(call.arguments)}
    assert methods == {"views.open", "views.update", "views.publish", "chat.postMessage", "chat.update"}


def test_no_receipt_and_no_words_beside_a_field_hold_it(left):
    answers = [delivery.answer for delivery in left.deliveries if delivery.answer]
    assert len(answers) > 1
    with_it = [answer for answer in answers if in_text_of(answer)]
    # A form that comes back with what was typed into it, to be looked at once more; or the review, with all boxes.
    titles = {answer["view"]["title"]["text"].partition(" ")[0] for answer in with_it}
    assert titles <= {"Ask", "Answer", "Review", "Report", "Not", "Reflection"}
    found = {place for answer in with_it for place in places(answer["view"]["blocks"])}
    assert found <= {"/element/initial_value", SHOWN_AS_TYPED}
    assert [words for words in left.shown if holds(words)] == []


def test_no_log_line_holds_it(left, mode):
    told_of_broken_payloads = {"socket": "slack_sdk", "http": "uvicorn"}[mode]
    assert {"candour", told_of_broken_payloads} <= {record.name.split(".")[0] for record in left.records}
    lines = [record.getMessage() + str(record.args) + str(record.exc_info) for record in left.records]
    assert [line for line in lines if holds(line)] == []
    written = [formatter.format(record) for record in left.records for formatter in (Json(), Text())]
    assert [line for line in written if holds(line)] == []


def test_no_audit_entry_holds_it(left):
    actions = {word for row in left.audit for word in row if isinstance(word, str)}
    assert {
        "report.sent",
        "report.amended",
        "report.opened",
        "report.open.refused",
        "action.agreed",
        "own_report.written_to",
        "review.written",
        "review.recorded",
        "session.written",
    } <= actions
    assert [row for row in left.audit if holds(str(row))] == []


def test_no_file_holds_it_while_the_bot_runs_and_after_it_has_stopped(left, folder):
    assert any(folder.iterdir())
    assert (left.files, files_with_it(folder)) == ([], [])


def test_a_file_that_held_it_would_be_found(tmp_path):
    for name, content in (("plain", CANARY.encode()), ("hex", CANARY.encode().hex().encode()), ("none", b"-")):
        (tmp_path / name).write_bytes(b"before" + content + b"after")
    assert files_with_it(tmp_path) == ["hex", "plain"]
    assert in_bytes(CANARY.encode("utf-16"))


def _decoded(arguments: dict[str, Any]) -> dict[str, Any]:
    """The client sends a view as JSON text."""
    view = arguments["view"]
    return {"view": json.loads(view) if isinstance(view, str) else view}
