"""What Slack refuses, the sandbox refuses, under the same name."""

from dataclasses import replace

import pytest
from slack_sdk import WebClient

from sandbox.people.person import PeopledWorkspace, Refused
from sandbox.workspace.workspace import SandboxTimeouts
from tests.sandbox import shapes
from tests.sandbox.small_bot import client_of

OAK = "C0OAKWARD1"


def post(client: WebClient, *blocks: shapes.Json) -> shapes.Json:
    return {"call": client.chat_postMessage, "channel": OAK, "text": "words", "blocks": list(blocks)}


def test_a_wrong_token(workspace, refusal):
    assert refusal(client_of(workspace, token="xoxb-other").auth_test).error == "invalid_auth"
    assert refusal(client_of(workspace, token="").auth_test).error == "not_authed"


def test_the_wrong_kind_of_token(workspace, client, refusal):
    app = client_of(workspace, token="xapp-sandbox")
    assert refusal(app.chat_postMessage, channel=OAK, text="x").error == "not_allowed_token_type"
    assert refusal(client.apps_connections_open, app_token="xoxb-sandbox").error == "not_allowed_token_type"


def test_a_method_that_does_not_exist(client, refusal):
    assert refusal(client.api_call, api_method="chat.whisper").error == "unknown_method"


def test_a_scope_that_was_not_granted(workspace, client, refusal):
    workspace.scopes = workspace.scopes - {"chat:write"}
    answer = refusal(client.chat_postMessage, channel=OAK, text="x")
    assert answer.error == "missing_scope"
    assert answer.body["needed"] == "chat:write"
    assert "chat:write" not in answer.body["provided"].split(",")


@pytest.mark.parametrize(
    ("scope", "channel"), [("groups:history", "C0SAFETY01"), ("channels:history", OAK), ("im:history", "D0AMARA001")]
)
def test_history_needs_the_scope_of_its_kind_of_channel(workspace, client, refusal, nurse, scope, channel):
    workspace.direct_channel(nurse.id)
    assert client.conversations_history(channel=channel)["ok"]
    workspace.scopes = workspace.scopes - {scope}
    assert refusal(client.conversations_history, channel=channel).body["needed"] == scope


def test_scopes_are_told_with_every_answer(workspace, client):
    assert client.auth_test().headers["x-oauth-scopes"] == ",".join(sorted(workspace.scopes))


def test_a_trigger_works_once(client, trigger, refusal):
    client.views_open(trigger_id=trigger, view=shapes.receipt())
    assert refusal(client.views_open, trigger_id=trigger, view=shapes.receipt()).error == "exchanged_trigger_id"


def test_a_trigger_expires_and_the_business_clock_has_nothing_to_do_with_it(workspace, client, trigger, refusal):
    workspace.clock.forward(hours=5)
    workspace.patience = SandboxTimeouts(trigger=60)
    client.views_open(trigger_id=trigger, view=shapes.receipt())
    late = workspace.triggers.issue("U0AMARA001")
    workspace.patience = SandboxTimeouts(trigger=0)
    assert refusal(client.views_open, trigger_id=late, view=shapes.receipt()).error == "expired_trigger_id"


def test_a_trigger_that_never_was(client, refusal):
    assert refusal(client.views_open, trigger_id="1.2.x", view=shapes.receipt()).error == "invalid_trigger_id"


def test_a_refused_view_does_not_use_the_trigger_up(client, trigger, refusal):
    assert refusal(client.views_open, trigger_id=trigger, view=shapes.home()).error == "invalid_arguments"
    assert client.views_open(trigger_id=trigger, view=shapes.receipt())["ok"]


def test_an_old_hash(client, trigger, refusal):
    opened = client.views_open(trigger_id=trigger, view=shapes.receipt())["view"]
    client.views_update(view_id=opened["id"], hash=opened["hash"], view=shapes.receipt())
    again = refusal(client.views_update, view_id=opened["id"], hash=opened["hash"], view=shapes.receipt())
    assert again.error == "hash_conflict"
    home = client.views_publish(user_id="U0AMARA001", view=shapes.home())["view"]
    client.views_publish(user_id="U0AMARA001", hash=home["hash"], view=shapes.home())
    stale = refusal(client.views_publish, user_id="U0AMARA001", hash=home["hash"], view=shapes.home())
    assert stale.error == "hash_conflict"


def test_a_view_that_was_closed(client, trigger, refusal, nurse):
    opened = client.views_open(trigger_id=trigger, view=shapes.receipt())["view"]
    nurse.closes()
    assert refusal(client.views_update, view_id=opened["id"], view=shapes.receipt()).error == "not_found"


def test_an_external_id_names_one_view(workspace, client, trigger, refusal):
    view = {**shapes.receipt(), "external_id": "mine"}
    client.views_open(trigger_id=trigger, view=view)
    assert client.views_update(external_id="mine", view=view)["ok"]
    other = workspace.triggers.issue("U0JO000001")
    assert refusal(client.views_open, trigger_id=other, view=view).error == "duplicate_external_id"


def test_a_modal_with_questions_needs_a_submit_button(client, trigger, refusal):
    view = {key: value for key, value in shapes.form(what="").items() if key != "submit"}
    answer = refusal(client.views_open, trigger_id=trigger, view=view)
    assert answer.error == "invalid_arguments"
    assert answer.messages == [
        "[ERROR] submit is required when blocks has an input block [json-pointer:/view/submit]"
    ]


def test_two_blocks_of_one_name(client, trigger, refusal):
    view = {**shapes.receipt(), "blocks": [shapes.words("a", block_id="same"), shapes.words("b", block_id="same")]}
    answer = refusal(client.views_open, trigger_id=trigger, view=view)
    assert answer.messages == ["[ERROR] block_id must be unique: same [json-pointer:/view/blocks/1/block_id]"]


def test_a_title_that_is_too_long(client, trigger, refusal):
    view = {**shapes.receipt(), "title": shapes.plain("x" * 25)}
    answer = refusal(client.views_open, trigger_id=trigger, view=view)
    assert answer.messages == ["[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"]


def test_a_view_that_is_too_large(client, trigger, refusal):
    view = {**shapes.receipt(), "blocks": [shapes.words("x" * 3000) for _ in range(100)]}
    assert refusal(client.views_open, trigger_id=trigger, view=view).error == "view_too_large"


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        (shapes.words("x" * 3001), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        (shapes.words(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        ({"type": "section"}, "missing required field: text or fields [json-pointer:/blocks/0]"),
        ({"type": "header", "text": shapes.plain("x" * 151)}, "must be less than 151 characters"),
        ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "must be one of plain_text"),
        ({"type": "divider", "colour": "red"}, "invalid additional property: colour [json-pointer:/blocks/0]"),
        ({"type": "alert", "text": shapes.plain("x")}, "unsupported type: alert [json-pointer:/blocks/0/type]"),
        ({"type": "poster"}, "unsupported type: poster"),
        (shapes.actions(*[shapes.button("x", value="x") for _ in range(26)]), "no more than 25 items allowed"),
        (shapes.actions(shapes.button("x" * 76, value="x")), "must be less than 76 characters"),
        (shapes.actions(shapes.button("x", value="x" * 2001)), "must be less than 2001 characters"),
        (shapes.actions({"type": "plain_text_input"}), "unsupported type: plain_text_input"),
        ({"type": "context", "elements": [shapes.plain("x")] * 11}, "no more than 10 items allowed"),
        ({"type": "image", "image_url": "http://127.0.0.1/x.png"}, "missing required field: alt_text"),
        (shapes.words("x", fields=[shapes.plain("x" * 2001)]), "must be less than 2001 characters"),
        ({"type": "rich_text", "elements": [{"type": "text", "text": "x"}]}, "unsupported type: text"),
        (
            shapes.words("x", accessory={"type": "static_select", "options": [shapes.option("x" * 76)]}),
            "must be less than 76 characters",
        ),
        (
            shapes.words("x", accessory={"type": "radio_buttons", "options": [shapes.option("x")] * 11}),
            "no more than 10 items allowed",
        ),
    ],
)
def test_blocks_that_a_message_may_not_have(client, refusal, block, complaint):
    answer = refusal(**post(client, block))
    assert answer.error == "invalid_blocks"
    assert any(complaint in message for message in answer.messages)
    assert answer.body["errors"][0] == answer.messages[0].removeprefix("[ERROR] ")


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ({"type": "markdown", "text": "x"}, "unsupported type: markdown"),
        ({"type": "alert", "text": shapes.plain("x" * 201)}, "must be less than 201 characters"),
        (shapes.question("q", {"type": "plain_text_input", "max_length": 3001}), "must be a whole number"),
        (
            shapes.question("q", {"type": "plain_text_input", "max_length": 2, "initial_value": "xxx"}),
            "must be less than 3 characters",
        ),
        (
            shapes.question(
                "q",
                {"type": "static_select", "options": [shapes.option("a")], "initial_option": shapes.option("b")},
            ),
            "initial option must be one of the options",
        ),
        (shapes.question("q", {"type": "datepicker", "initial_date": "16/03/2026"}), "must be a date"),
        (shapes.question("q", {"type": "button", "text": shapes.plain("x")}), "unsupported type: button"),
    ],
)
def test_blocks_that_a_modal_may_not_have(client, trigger, refusal, block, complaint):
    view = {**shapes.receipt(), "submit": shapes.plain("Send"), "blocks": [block]}
    answer = refusal(client.views_open, trigger_id=trigger, view=view)
    assert answer.error == "invalid_arguments"
    assert any(complaint in message for message in answer.messages)


def test_more_blocks_than_fit(client, trigger, refusal):
    assert refusal(**post(client, *[{"type": "divider"}] * 51)).messages == [
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]"
    ]
    view = {**shapes.receipt(), "blocks": [{"type": "divider"}] * 101}
    answer = refusal(client.views_open, trigger_id=trigger, view=view)
    assert answer.messages == ["[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]"]


def test_more_words_than_fit_in_one_message(client, refusal):
    assert refusal(**post(client, *[shapes.words("x" * 3000)] * 5)).error == "msg_blocks_too_long"


def test_channels_that_the_bot_cannot_post_in(workspace, client, refusal):
    general = workspace.channels["C0GENERAL1"]
    workspace.channels["C0GENERAL1"] = replace(general, members=frozenset({"U0AMARA001"}))
    safety = workspace.channels["C0SAFETY01"]
    workspace.channels["C0SAFETY01"] = replace(safety, members=frozenset({"U0JO000001"}))
    assert refusal(client.chat_postMessage, channel="C0GENERAL1", text="x").error == "not_in_channel"
    assert refusal(client.chat_postMessage, channel="C0SAFETY01", text="x").error == "channel_not_found"
    assert refusal(client.chat_postMessage, channel="C0NOWHERE1", text="x").error == "channel_not_found"
    assert refusal(client.conversations_info, channel="C0SAFETY01").error == "channel_not_found"
    assert client.conversations_info(channel="C0GENERAL1")["channel"]["is_member"] is False


def test_messages_without_words_or_with_too_many(client, refusal):
    empty = refusal(client.api_call, api_method="chat.postMessage", json={"channel": OAK})
    assert empty.error == "no_text"
    posted = client.chat_postMessage(channel=OAK, text="x" * 40_001)
    assert posted["warning"] == "message_truncated"
    assert len(posted["message"]["text"]) == 40_000
    answer = refusal(client.chat_update, channel=OAK, ts=posted["ts"], text="x" * 4001)
    assert answer.error == "msg_too_long"


def test_a_message_that_is_not_there(client, refusal):
    assert refusal(client.chat_update, channel=OAK, ts="1.000001", text="x").error == "message_not_found"


def test_metadata_of_another_form(client, refusal):
    answer = refusal(client.chat_postMessage, channel=OAK, text="x", metadata={"event_type": "card"})
    assert answer.error == "invalid_metadata_format"


def test_people_who_are_not_there(workspace, client, refusal):
    assert refusal(client.users_info, user="U0NOBODY01").error == "user_not_found"
    assert refusal(client.conversations_open, users="U0NOBODY01").error == "user_not_found"
    workspace.person_leaves("U0LEE00001")
    assert refusal(client.conversations_open, users="U0LEE00001").error == "user_disabled"
    assert client.users_info(user="U0LEE00001")["user"]["deleted"] is True


def test_an_argument_that_the_sandbox_does_not_cover(client, refusal):
    answer = refusal(client.chat_postMessage, channel=OAK, text="x", username="Somebody")
    assert answer.messages == ["[ERROR] not covered by the sandbox: username"]


def test_tabs_that_the_manifest_leaves_out(workspace, client, refusal, monkeypatch):
    monkeypatch.setattr(workspace, "seed", replace(workspace.seed, home_enabled=False, messages_enabled=False))
    assert refusal(client.views_publish, user_id="U0AMARA001", view=shapes.home()).error == "not_enabled"
    assert refusal(client.chat_postMessage, channel="U0AMARA001", text="x").error == "messages_tab_disabled"


def test_without_a_bot_a_command_fails_at_once(workspace, nurse):
    alone = PeopledWorkspace(seed=workspace.seed)
    with pytest.raises(Refused, match="dispatch_failed"):
        alone.person(nurse.name).runs("/incident")
