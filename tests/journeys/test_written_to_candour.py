"""Whoever writes to Candour as if somebody read it is told at once that nobody does, and whom to phone."""

import json

import pytest

from handlers.bolt.once_per_person import ONCE_IN, OncePerPerson
from sandbox.interactions import ask_bot
from sandbox.wire import payloads
from tests.journeys.steps import direct_message, reference_in, reports, the_database_held_by_someone_else
from tests.storage.examples import every_row

ANSWER = "In danger? Phone 01632 960 001 or 999. Nobody reads messages here."
WORDS = "A patient is on the roof, please help"


def answers_to(person):
    return [message for message in person.direct_messages if message.shows("Nobody reads messages here.")]


def whispers_to(person):
    return [message.text for message in person.workspace.whispers.get(person.id, [])]


def waits_for_an_answer(person):
    person.workspace.wait_until(lambda: answers_to(person), reason="No answer came.")
    return answers_to(person)


def test_a_direct_message_is_answered_with_the_number_and_a_button(nurse, workspace):
    nurse.writes(WORDS, channel="Candour")
    [answer] = waits_for_an_answer(nurse)
    assert answer.text.startswith(ANSWER)
    assert nurse.clicks("Report something", on=answer).modal is not None
    workspace.wait_until(lambda: nurse.modals and "what" in nurse.modal.fields)
    assert nurse.modal.field("what").value in (None, "")


def test_a_reply_under_the_copy_is_answered_there(nurse, workspace):
    copy = direct_message(nurse, reference_in(reports(nurse)))
    nurse.writes("One more thing: he also fell", under=copy)
    workspace.wait_until(lambda: posted_in_threads(workspace), reason="No answer came.")
    [answer] = posted_in_threads(workspace)
    assert (answer["thread_ts"], answer["text"]) == (copy.ts, ANSWER)


def posted_in_threads(workspace):
    posts = [call.arguments for call in workspace.calls if call.method == "chat.postMessage"]
    return [post for post in posts if post.get("thread_ts")]


def test_a_mention_in_a_channel_is_answered_to_that_person_alone(nurse, workspace, oak_ward):
    nurse.writes(f"@Candour {WORDS}", channel="oak-ward")
    workspace.wait_until(lambda: whispers_to(nurse), reason="No answer came.")
    assert whispers_to(nurse) == [ANSWER]
    assert [message.posted.user for message in oak_ward.messages] == [nurse.id]


def test_whoever_writes_several_lines_is_answered_once(nurse, owner, workspace):
    for line in ("Help", "please", "now"):
        nurse.writes(line, channel="Candour")
    owner.writes("Hello?", channel="Candour")
    waits_for_an_answer(owner)
    waits_for_an_answer(nurse)
    workspace.wait_until(lambda: all(envelope.answered.is_set() for envelope in workspace.envelopes))
    assert (len(answers_to(nurse)), len(answers_to(owner))) == (1, 1)


def test_ten_minutes_later_the_same_person_is_answered_again():
    clock = [100.0]
    lately = OncePerPerson(elapsed=lambda: clock[0])
    assert [lately.take("U0AMARA001"), lately.take("U0AMARA001"), lately.take("U0LEE00001")] == [True, False, True]
    clock[0] += ONCE_IN - 1
    assert not lately.take("U0AMARA001")
    clock[0] += 1
    assert lately.take("U0AMARA001")


def test_an_answer_that_did_not_leave_is_given_to_the_next_message(nurse, workspace):
    back = workspace.on_call(
        lambda method, _: (
            (200, {}, {"ok": False, "error": "internal_error"}) if method == "chat.postMessage" else None
        )
    )
    nurse.writes("Help", channel="Candour")
    workspace.wait_until(lambda: [call for call in workspace.calls if call.method == "chat.postMessage"])
    back()
    workspace.wait_until(lambda: _writes_until_answered(nurse), reason="No answer came.")


def _writes_until_answered(nurse):
    nurse.writes("Help", channel="Candour")
    return answers_to(nurse)


def test_it_is_answered_while_the_database_does_not(nurse, context):
    with the_database_held_by_someone_else(context):
        nurse.writes(WORDS, channel="Candour")
        assert len(waits_for_an_answer(nurse)) == 1


NOT_NEW = {
    "a message that was changed": {"subtype": "message_changed"},
    "a message that was deleted": {"subtype": "message_deleted"},
    "a message of a bot": {"bot_id": "B0OTHER"},
    "somebody who joined": {"subtype": "channel_join"},
    "Slackbot": {"user": "USLACKBOT"},
    "Candour itself": {"user": "U0CANDOUR1"},
    "nobody": {"user": None},
}


@pytest.mark.parametrize("different", NOT_NEW.values(), ids=NOT_NEW)
def test_only_a_person_s_new_message_is_answered(nurse, owner, workspace, different):
    _tells(nurse, different)
    owner.writes("Hello?", channel="Candour")  # What comes later is answered later.
    waits_for_an_answer(owner)
    assert [call.arguments["channel"] for call in posts(workspace)] == [workspace.direct_channel(owner.id).id]


def posts(workspace):
    return [call for call in workspace.calls if call.method == "chat.postMessage"]


def _tells(nurse, different):
    """Slack tells of a message like this one."""
    workspace = nurse.workspace
    direct = workspace.direct_channel(nurse.id).id
    event = {"type": "message", "channel_type": "im", "channel": direct, "user": nurse.id, "text": WORDS, "ts": "1.2"}
    payload = payloads._event(workspace, {**event, **different})  # noqa: SLF001 - as Slack's own
    ask_bot.ask(workspace, "events_api", payload, by=nurse.id, answerable="plainly")


def test_a_message_with_a_file_is_answered_too(nurse, workspace):
    _tells(nurse, {"subtype": "file_share"})
    waits_for_an_answer(nurse)


def test_somebody_of_another_organisation_is_told_that_it_is_not_theirs(nurse, workspace):
    _tells(nurse, {"team": "T0HARBOUR1"})
    answer = direct_message(nurse, "Candour belongs to another organisation.")
    assert not answer.shows("Report something")  # Whom to phone, and nothing else of ours.


def test_the_words_are_dropped_at_the_door(nurse, workspace, context, caplog):
    before = every_row(context.database.engine)
    nurse.writes(WORDS, channel="Candour")
    waits_for_an_answer(nurse)
    said = json.dumps([call.arguments for call in workspace.calls], default=str)
    assert "roof" not in said
    assert "roof" not in caplog.text
    after = every_row(context.database.engine)
    assert {name for name in after if after[name] != before[name]} <= KEPT_BY_ITSELF


KEPT_BY_ITSELF = {"write_probe", "due", "due_kind", "rate_limit"}
"""Tables that the program writes to while nobody does anything. Nothing that somebody wrote could stand there."""
