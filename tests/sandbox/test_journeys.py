"""A real Bolt app and people, through the stand-in workspace."""

from datetime import UTC, date, datetime, time

import pytest

from sandbox.interactions.ask_bot import TROUBLE
from sandbox.people.person import NothingThere, Refused
from sandbox.workspace.workspace import SandboxTimeouts
from tests.sandbox import shapes


def test_a_command_opens_a_form_with_its_text_in_it(nurse, bot):
    nurse.runs("/incident door alarm silent", channel="oak-ward")
    assert nurse.modal.title == "Report"
    assert nurse.modal.field("what").value == "door alarm silent"
    assert nurse.modal.required == ["what"]
    assert nurse.modal.says("In danger now? Call 999 first.")
    assert nurse.modal.says("Tom & Jerry <3")


def test_a_command_carries_what_slack_sends(nurse, bot, workspace):
    nurse.runs("/incident hello", channel="oak-ward")
    told = bot.told[0]
    assert told["command"] == "/incident"
    assert told["user_id"] == nurse.id
    assert told["user_name"] == "amara.okafor"
    assert told["channel_id"] == "C0OAKWARD1"
    assert told["channel_name"] == "oak-ward"
    assert told["team_id"] == "T0FERNHILL"
    assert told["response_url"].startswith(workspace.address)


def test_a_private_channel_keeps_its_name_to_itself(workspace, bot):
    workspace.person("Jo Carter").runs("/incident", channel="safety-team")
    assert bot.told[0]["channel_name"] == "privategroup"


def test_a_command_is_escaped_as_the_manifest_asks(nurse, bot):
    nurse.runs("/incident <b> & @Jo Carter in #oak-ward see http://example.org/a", channel="oak-ward")
    assert bot.told[0]["text"] == (
        "&lt;b&gt; &amp; <@U0JO000001|jo.carter> in <#C0OAKWARD1|oak-ward> see <http://example.org/a>"
    )


def test_a_command_that_does_not_ask_for_it_is_not_escaped(nurse, bot):
    nurse.runs("/plainly <b> & @Jo Carter")
    assert bot.told[0]["text"] == "<b> & @Jo Carter"


def test_a_command_may_be_answered_in_words(nurse, bot):
    shown = nurse.runs("/incident words")
    assert shown.notice == "Only words"
    assert nurse.notice == "Only words"
    assert nurse.runs("/incident blocks").notice == "Words in blocks"


def test_an_unknown_command_is_refused(nurse, bot):
    with pytest.raises(Refused, match="/outcident is not a valid command"):
        nurse.runs("/outcident")


def test_a_command_that_is_not_answered_in_time_is_refused(nurse, bot, workspace):
    workspace.patience = SandboxTimeouts(acknowledgement=0.1)
    with pytest.raises(Refused, match="operation_timeout"):
        nurse.runs("/incident slow")


def test_a_form_is_answered_with_an_update(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="update", kind="environment")
    shown = nurse.submits()
    assert shown.says("Saved. Your reference is AB-12")


def test_a_submission_carries_every_kind_of_answer(nurse, bot, workspace):
    nurse.runs("/incident")
    moment = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
    nurse.answers(
        what="enough",
        kind="medication",
        risk="no",
        who=["staff"],
        day=date(2026, 3, 17),
        hour=time(9, 5),
        moment=moment,
        owner=workspace.person("Jo Carter"),
    )
    nurse.submits()
    body = bot.told[-1]
    values = body["view"]["state"]["values"]
    assert values["what"]["what"] == {"type": "plain_text_input", "value": "enough"}
    assert values["kind"]["kind"]["selected_option"]["value"] == "medication"
    assert values["risk"]["risk"]["selected_option"]["text"] == {"type": "plain_text", "text": "No", "emoji": True}
    assert [one["value"] for one in values["who"]["who"]["selected_options"]] == ["staff"]
    assert values["day"]["day"] == {"type": "datepicker", "selected_date": "2026-03-17"}
    assert values["hour"]["hour"] == {"type": "timepicker", "selected_time": "09:05"}
    assert values["moment"]["moment"]["selected_date_time"] == int(moment.timestamp())
    assert values["owner"]["owner"] == {"type": "users_select", "selected_user": "U0JO000001"}
    assert body["view"]["private_metadata"] == "opaque"
    assert body["user"] == {
        "id": nurse.id,
        "username": "amara.okafor",
        "name": "amara.okafor",
        "team_id": "T0FERNHILL",
    }


def test_what_is_left_empty_is_sent_as_nothing(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="enough")
    nurse.submits()
    values = bot.told[-1]["view"]["state"]["values"]
    assert values["kind"]["kind"] == {"type": "static_select", "selected_option": None}
    assert values["who"]["who"] == {"type": "checkboxes", "selected_options": []}


def test_slack_itself_asks_for_required_answers_and_minds_lengths(nurse, bot):
    nurse.runs("/incident")
    assert nurse.submits().errors == {"what": "Please complete this required field."}
    nurse.answers(what="x" * 101)
    assert nurse.submits().errors == {"what": "Please use 100 characters or fewer."}
    assert [body for body in bot.told if body.get("type") == "view_submission"] == []


def test_errors_stand_beside_their_question_and_the_words_stay(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="refuse", kind="environment")
    shown = nurse.submits()
    assert shown.errors == {"what": "Say more, please."}
    assert nurse.modal.field("what").value == "refuse"


def test_errors_for_something_that_is_not_a_question_are_refused_loudly(nurse, bot, workspace):
    nurse.runs("/incident")
    nurse.answers(what="refuse elsewhere")
    with pytest.raises(AssertionError, match="not an input block: intro"):
        nurse.submits()
    assert len(workspace.mistakes) == 1


def test_a_broken_view_in_an_answer_is_refused_loudly(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="broken")
    with pytest.raises(AssertionError, match="missing required field: title"):
        nurse.submits()


def test_a_form_that_is_not_answered_in_time_stays_open_and_keeps_its_words(nurse, bot, workspace):
    nurse.runs("/incident")
    nurse.answers(what="slow")
    workspace.patience = SandboxTimeouts(acknowledgement=0.1)
    assert nurse.submits().error == TROUBLE
    assert nurse.modal.field("what").value == "slow"


def test_an_empty_answer_closes_the_form(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="enough")
    assert nurse.submits().modal is None


def test_push_and_clear(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="push")
    nurse.submits()
    assert len(nurse.modals) == 2
    nurse.answers(what="clear")
    assert nurse.submits().modal is None
    assert nurse.modals == []


def test_a_stack_of_modals_is_three_deep(nurse, bot, workspace):
    nurse.runs("/incident")
    nurse.clicks("Push")
    nurse.clicks("Push")
    workspace.patience = SandboxTimeouts(settling=0.1)
    nurse.clicks("Push")
    workspace.wait_until(lambda: workspace.calls[-1].answer.get("error") == "push_limit_reached")
    assert len(nurse.modals) == 3
    nurse.closes()
    assert len(nurse.modals) == 2


def test_the_same_form_may_arrive_twice_at_once(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="update")
    first, second = nurse.submits_twice()
    assert first.says("Saved")
    assert second.says("Saved")
    assert len([body for body in bot.told if body.get("type") == "view_submission"]) == 2


def test_home_is_published_when_it_is_opened_and_its_button_opens_a_form(nurse, bot):
    home = nurse.opens_home()
    assert home.says("Candour")
    assert bot.told[0]["tab"] == "home"
    shown = nurse.clicks("Report something", on=nurse.home)
    assert shown.title == "Report"
    body = bot.told[-1]
    assert body["container"] == {"type": "view", "view_id": home.id}
    assert body["view"]["type"] == "home"


def test_a_card_is_posted_read_and_changed_by_its_button(workspace, nurse, bot):
    safety = workspace.channel("safety-team")
    metadata = {"event_type": "card", "event_payload": {"outbox_id": "1"}}
    bot.client.chat_postMessage(channel=safety.id, text="A report", blocks=shapes.card(), metadata=metadata)
    card = safety.last_card
    assert card.shows("Kind: environment @Lee Fraser please look")
    assert card.metadata == metadata
    assert card.buttons == ["Open", "Done"]
    assert card.mentions(workspace.person("Lee Fraser"))
    assert not card.mentions(nurse)
    workspace.person("Jo Carter").clicks("Done", on=card)
    workspace.wait_until(lambda: safety.last_card.edited, reason="The card was not changed.")
    assert safety.last_card.all_text == "Done\nDone"
    assert safety.last_card.metadata == metadata
    body = bot.told[-1]
    assert body["container"]["message_ts"] == card.ts
    assert body["actions"][0]["block_id"] == "row"
    assert body["message"]["metadata"] == metadata


def test_a_view_updated_by_its_hash_keeps_what_was_typed(nurse, bot):
    nurse.runs("/incident")
    nurse.answers(what="halfway")
    shown = nurse.clicks("Update")
    assert shown.title == "Again"
    assert nurse.modal.field("what").value == "halfway"


def test_the_driver_says_what_is_missing(nurse, bot):
    with pytest.raises(NothingThere, match="no modal open"):
        _ = nurse.modal
    nurse.runs("/incident")
    with pytest.raises(NothingThere, match="no button 'Elsewhere'"):
        nurse.clicks("Elsewhere")
    with pytest.raises(NothingThere, match="no field"):
        nurse.answers(elsewhere="x")
    with pytest.raises(ValueError, match="offers"):
        nurse.answers(kind="elsewhere")
