"""Forms: stacks of them, closing them, and fields that tell the bot at once."""

import pytest

from sandbox.people.person import NothingThere
from sandbox.workspace.workspace import SandboxTimeouts
from tests.sandbox import shapes

TOLD = {"notify_on_close": True}
ANSWERED_AT_ONCE = {"dispatch_action": True}
BY_EACH_CHARACTER = {"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}


@pytest.fixture
def shows(workspace, client, nurse):
    """Open a view, or push one over it, for the nurse."""
    workspace.patience = SandboxTimeouts(settling=0.1)

    def show(view, *, call="open"):
        trigger = workspace.triggers.issue(nurse.id)
        show_it = {"open": client.views_open, "push": client.views_push}[call]
        return show_it(trigger_id=trigger, view=view)["view"]

    return show


def asking(*blocks):
    return {**shapes.form(what=""), "blocks": list(blocks)}


@pytest.fixture
def told_of_closing(workspace, bot):
    """Wait until the bot was told of so many closed forms."""

    def told(count):
        def closings():
            return [body for body in bot.told if body["type"] == "view_closed"]

        workspace.wait_until(lambda: len(closings()) == count, reason=f"Not {count} closings.")
        return closings()

    return told


def test_a_closed_form_is_told_of_without_what_was_typed_in_it(told_of_closing, shows, nurse):
    shows({**shapes.form(what=""), **TOLD})
    nurse.answers(what="Something half written")
    nurse.closes()
    told = told_of_closing(1)[0]
    assert told["view"]["state"] == {"values": {}}
    assert told["view"]["private_metadata"] == "opaque"
    assert told["is_cleared"] is False


def test_a_form_that_did_not_ask_is_closed_in_silence(told_of_closing, shows, nurse):
    shows(shapes.form(what=""))
    nurse.closes()
    shows({**shapes.form(what=""), **TOLD})
    nurse.closes()
    assert len(told_of_closing(1)) == 1


def test_the_cross_closes_the_whole_stack_and_tells_of_each_that_asked(told_of_closing, shows, nurse):
    first = shows({**shapes.form(what=""), **TOLD})
    shows(shapes.form(what=""), call="push")
    third = shows({**shapes.form(what=""), **TOLD}, call="push")
    nurse.dismisses()
    assert nurse.modals == []
    told = told_of_closing(2)
    assert {body["view"]["id"] for body in told} == {third["id"], first["id"]}
    assert [body["is_cleared"] for body in told] == [True, True]


def test_a_form_that_clears_on_close_takes_those_beneath_it_along(told_of_closing, shows, nurse):
    shows({**shapes.form(what=""), **TOLD})
    shows({**shapes.receipt(), "clear_on_close": True}, call="push")
    nurse.closes()
    assert nurse.modals == []
    assert told_of_closing(1)[0]["is_cleared"] is True


def test_a_stack_takes_three_and_the_refused_one_can_be_shown_later(workspace, client, shows, refusal, nurse):
    ids = [shows(shapes.receipt())["id"], *(shows(shapes.receipt(), call="push")["id"] for _ in range(2))]
    trigger = workspace.triggers.issue(nurse.id)
    assert refusal(client.views_push, trigger_id=trigger, view=shapes.receipt()).error == "push_limit_reached"
    nurse.closes()
    third = client.views_push(trigger_id=trigger, view=shapes.receipt())["view"]
    assert (third["previous_view_id"], third["root_view_id"]) == (ids[1], ids[0])


def test_an_external_id_is_taken_until_its_form_is_closed(client, shows, refusal, nurse, workspace):
    mine = {**shapes.receipt(), "external_id": "mine"}
    shows(mine)
    trigger = workspace.triggers.issue(nurse.id)
    assert refusal(client.views_push, trigger_id=trigger, view=mine).error == "duplicate_external_id"
    home = {**shapes.home(), "external_id": "mine"}
    assert refusal(client.views_publish, user_id=nurse.id, view=home).error == "duplicate_external_id"
    nurse.closes()
    assert client.views_publish(user_id=nurse.id, view=home)["view"]["external_id"] == "mine"


def test_an_answer_to_a_form_may_not_take_an_external_id_either(bot, shows, nurse, workspace):
    bot.client.views_publish(user_id=nurse.id, view={**shapes.home(), "external_id": "mine"})
    shows(shapes.form(what="update"))
    bot.receipt = {**shapes.receipt(), "external_id": "mine"}
    with pytest.raises(AssertionError, match="duplicate_external_id"):
        nurse.submits()
    assert nurse.modal.field("what").value == "update"


def test_a_choice_in_a_field_that_dispatches_tells_the_bot_all_that_is_typed(bot, shows, nurse):
    options = {"type": "static_select", "options": [shapes.option("environment"), shapes.option("medication")]}
    what = shapes.question("what", {"type": "plain_text_input"})
    shows(asking(what, shapes.question("kind", options, **ANSWERED_AT_ONCE)))
    nurse.answers(what="The door alarm")
    assert bot.told == []
    nurse.answers(kind="medication")
    told = bot.told[-1]
    assert (told["type"], told["actions"][0]["action_id"]) == ("block_actions", "kind")
    assert told["actions"][0]["selected_option"]["value"] == "medication"
    values = told["view"]["state"]["values"]
    assert values["what"]["what"]["value"] == "The door alarm"
    assert values["kind"]["kind"]["selected_option"]["value"] == "medication"


def test_what_is_typed_stays_while_its_ids_stay_when_the_bot_adds_a_question(client, shows, nurse):
    what = shapes.question("what", {"type": "plain_text_input"})
    view = shows(asking(what))
    nurse.answers(what="The door alarm")
    other = shapes.question("other", {"type": "plain_text_input"})
    client.views_update(view_id=view["id"], view=asking(other, what))
    assert nurse.modal.field("what").value == "The door alarm"
    client.views_update(view_id=view["id"], view=asking({**what, "block_id": "renamed"}, other))
    assert nurse.modal.field("renamed").value is None


def test_a_text_that_dispatches_does_so_on_enter(bot, shows, nurse):
    shows(asking(shapes.question("what", {"type": "plain_text_input"}, **ANSWERED_AT_ONCE)))
    nurse.answers(what="The door")
    assert bot.told == []
    nurse.presses_enter("what")
    assert bot.told[-1]["actions"][0] == {
        "action_id": "what",
        "block_id": "what",
        "type": "plain_text_input",
        "value": "The door",
        "action_ts": bot.told[-1]["actions"][0]["action_ts"],
    }


def test_a_text_may_dispatch_with_each_character_instead(bot, shows, nurse):
    element = {"type": "plain_text_input", **BY_EACH_CHARACTER}
    shows(asking(shapes.question("what", element, **ANSWERED_AT_ONCE)))
    nurse.answers(what="D")
    assert bot.told[-1]["actions"][0]["value"] == "D"
    with pytest.raises(NothingThere, match="Enter does nothing"):
        nurse.presses_enter("what")


def test_a_field_that_does_not_dispatch_cannot_be_pressed(bot, shows, nurse):
    shows(shapes.form(what=""))
    with pytest.raises(NothingThere, match="Nothing to press: kind kind"):
        nurse.chooses("kind", "medication")
    with pytest.raises(NothingThere, match="Enter does nothing"):
        nurse.presses_enter("what")
    assert bot.told == []


def test_several_can_be_chosen_and_a_conversation(workspace, bot, shows, nurse):
    options = [shapes.option("staff"), shapes.option("others"), shapes.option("nobody")]
    grouped = {"option_groups": [{"label": shapes.plain("All"), "options": options}]}
    shows(
        asking(
            shapes.question("what", {"type": "plain_text_input"}),
            shapes.question("who", {"type": "multi_static_select", **grouped}),
            shapes.question("owners", {"type": "multi_users_select"}),
            shapes.question("where", {"type": "conversations_select"}),
        )
    )
    jo, lee = workspace.person("Jo Carter"), workspace.person("Lee Fraser")
    nurse.answers(what="enough", who=["staff", "others"], owners=[jo, lee.id], where=workspace.channel("oak-ward"))
    assert nurse.modal.field("owners").value == [jo.id, lee.id]
    nurse.submits()
    values = bot.told[-1]["view"]["state"]["values"]
    assert [one["value"] for one in values["who"]["who"]["selected_options"]] == ["staff", "others"]
    assert values["owners"]["owners"] == {"type": "multi_users_select", "selected_users": [jo.id, lee.id]}
    assert values["where"]["where"] == {"type": "conversations_select", "selected_conversation": "C0OAKWARD1"}


def test_more_than_may_be_chosen_is_minded_by_slack_itself(bot, shows, nurse):
    options = [shapes.option("staff"), shapes.option("others")]
    who = {"type": "multi_static_select", "options": options, "max_selected_items": 1}
    shows(asking(shapes.question("who", who)))
    nurse.answers(who=["staff", "others"])
    assert nurse.submits().errors == {"who": "Please choose 1 or fewer."}
    assert bot.told == []


@pytest.mark.usefixtures("nothing_follows")
def test_a_line_of_an_overflow_menu_is_pressed_by_its_words(bot, workspace, nurse):
    menu = {"type": "overflow", "action_id": "more", "options": [shapes.option("move"), shapes.option("leave")]}
    bot.client.chat_postMessage(channel="C0OAKWARD1", text="x", blocks=[shapes.words("An action", accessory=menu)])
    card = workspace.channel("oak-ward").last_card
    assert card.buttons == ["Move", "Leave"]
    nurse.clicks("Leave", on=card)
    action = bot.told[-1]["actions"][0]
    assert (action["type"], action["selected_option"]["value"]) == ("overflow", "leave")
    assert bot.told[-1]["state"] == {"values": {}}
