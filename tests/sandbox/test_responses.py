"""Response URLs."""

import pytest
from slack_sdk.webhook import WebhookClient

from sandbox.workspace.workspace import SandboxTimeouts
from tests.sandbox import shapes

OAK = "C0OAKWARD1"


@pytest.fixture
def card(workspace, bot):
    workspace.patience = SandboxTimeouts(settling=0.1)
    bot.client.chat_postMessage(channel=OAK, text="A report", blocks=shapes.card())
    return workspace.channel("oak-ward").last_card


@pytest.fixture
def url(bot, nurse, card):
    """The response_url of a press on the card."""
    nurse.clicks("Done", on=card)
    return WebhookClient(bot.told[-1]["response_url"])


def test_five_answers_and_no_sixth(url, nurse):
    sent = [url.send(text=f"Words {number}") for number in range(6)]
    assert [answer.status_code for answer in sent] == [200, 200, 200, 200, 200, 404]
    assert sent[5].body == '{"ok":false,"error":"used_url"}'
    assert [message.text for message in nurse.whispers] == [f"Words {number}" for number in range(5)]


def test_half_an_hour_on_the_business_clock(url, workspace, nurse):
    workspace.clock.forward(minutes=29)
    assert url.send(text="Still").status_code == 200
    workspace.clock.forward(minutes=2)
    late = url.send(text="Too late")
    assert (late.status_code, late.body) == (404, '{"ok":false,"error":"expired_url"}')
    assert nurse.notice == "Still"


def test_an_address_that_never_was(workspace):
    answer = WebhookClient(f"{workspace.address}/response/none").send(text="x")
    assert (answer.status_code, answer.body) == (404, "no_service")


def test_an_answer_for_the_whole_channel(url, workspace, nurse):
    url.send(text="Everybody", response_type="in_channel")
    assert workspace.channel("oak-ward").messages[-1].text == "Everybody"
    assert nurse.whispers == []


def test_an_answer_in_place_of_the_message(url, workspace):
    url.send(text="Other words", replace_original=True)
    assert [message.all_text for message in workspace.channel("oak-ward").messages] == ["Other words\n"]


def test_an_answer_that_takes_the_message_away(url, workspace):
    url.send(delete_original=True)
    assert workspace.channel("oak-ward").messages == []
    again = url.send(delete_original=True)
    assert (again.status_code, again.body) == (400, "message_not_found")


@pytest.mark.usefixtures("nothing_follows")
def test_what_only_one_person_sees_can_be_changed_and_taken_away_like_this(bot, nurse):
    row = shapes.actions(shapes.button("Read", value="nothing"))
    bot.client.chat_postEphemeral(channel=OAK, user=nurse.id, text="For you", blocks=[row])
    nurse.clicks("Read", on=nurse.whispers[0])
    url = WebhookClient(bot.told[-1]["response_url"])
    url.send(text="You have read it", replace_original=True)
    assert [message.text for message in nurse.whispers] == ["You have read it"]
    url.send(delete_original=True)
    assert nurse.whispers == []


def test_a_command_has_no_message_to_replace_and_a_persons_words_are_their_own(bot, nurse, workspace):
    nurse.runs("/incident words", channel="oak-ward")
    refused = WebhookClient(bot.told[-1]["response_url"]).send(text="x", replace_original=True)
    assert (refused.status_code, refused.body) == (400, "message_not_found")
    nurse.writes("Mine", channel="oak-ward")
    nurse.runs_shortcut("Report this message", on=workspace.channel("oak-ward").messages[-1])
    refused = WebhookClient(bot.told[-1]["response_url"]).send(text="x", replace_original=True)
    assert (refused.status_code, refused.body) == (400, "cant_update_message")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"text": "x", "response_type": "loud"}, "invalid_payload"),
        ({"text": "x", "colour": "red"}, "invalid_payload"),
        ({"text": ""}, "no_text"),
        ({"text": "x", "blocks": [{"type": "poster"}]}, "invalid_blocks"),
    ],
)
def test_answers_that_are_refused(url, body, error):
    answer = url.send_dict(body)
    assert (answer.status_code, answer.body) == (400, error)


def test_an_answer_under_a_message(url, card, workspace):
    url.send_dict({"text": "Below", "thread_ts": card.ts, "response_type": "in_channel"})
    assert [reply.text for reply in workspace.channel("oak-ward").messages[0].replies] == ["Below"]
