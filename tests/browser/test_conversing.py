"""The page with a small bot: threads, shortcuts, what only one person sees, files, fields that tell at once."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from sandbox.people.person import PeopledWorkspace
from tests import bots
from tests.browser.pages import Desk
from tests.sandbox import shapes
from tests.sandbox.small_bot import SEED, connected

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
AMARA, JO, KIM, OAK = "U0AMARA001", "U0JO000001", "U0KIM00001", "C0OAKWARD1"
# One dark pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763606060000000040001"
    "274d6d1e0000000049454e44ae426082"
)


@pytest.fixture
def workspace():
    with bots.served(workspace=PeopledWorkspace(seed=SEED)) as workspace:
        workspace.scopes = workspace.scopes | {"files:write"}
        yield workspace


@pytest.fixture
def bot(workspace):
    with connected(workspace) as bot:
        yield bot


@pytest.fixture
def desk(browser, workspace, bot):
    desk = Desk(browser, workspace.address)
    yield desk
    desk.close()


def test_a_reply_is_written_under_its_message(desk, bot, workspace):
    bot.client.chat_postMessage(channel=OAK, text="A report")
    desk.sits_down_as(AMARA, at=OAK)
    desk.message("A report").get_by_role("button", name="Reply").click()
    box = desk.page.get_by_label("Reply to Candour")
    expect(box).to_be_focused()
    box.fill("/incident")
    box.press("Enter")
    expect(desk.page.get_by_role("alert").filter(has_text="not supported in threads")).to_be_visible()
    box.fill("I am on my way")
    box.press("Enter")
    expect(desk.page.locator(".reply", has_text="I am on my way")).to_be_visible()
    assert [reply.text for reply in workspace.channel("oak-ward").messages[0].replies] == ["I am on my way"]
    expect(box).to_have_value("")
    box.press("Escape")
    expect(box).to_have_count(0)
    expect(desk.message("A report").get_by_role("button", name="Reply")).to_be_focused()


def test_a_shortcut_is_used_from_the_menu_of_a_message(desk):
    desk.sits_down_as(AMARA, at=OAK)
    desk.types("The door alarm is silent", place="#oak-ward")
    message = desk.message("The door alarm is silent")
    message.locator("summary", has_text="More for this message").click()
    message.get_by_role("button", name="Report this message").click()
    form = desk.dialog("Report")
    expect(form.get_by_label("What", exact=False).first).to_have_value("The door alarm is silent")


def test_a_global_shortcut_stands_beside_the_message_box(desk):
    desk.sits_down_as(AMARA, at=OAK)
    desk.page.locator("#shortcuts summary").press("Enter")
    desk.page.locator("#shortcuts").get_by_role("button", name="Report").press("Enter")
    expect(desk.dialog("Report")).to_be_visible()


def test_what_only_one_person_sees_is_gone_when_the_page_is_loaded_again(desk, bot):
    row = shapes.actions(shapes.button("Read", value="nothing"))
    desk.sits_down_as(AMARA, at=OAK)
    bot.client.chat_postEphemeral(channel=OAK, user=AMARA, text="For you", blocks=[shapes.words("For you"), row])
    whisper = desk.message("For you")
    expect(whisper).to_contain_text("only you can see this")
    expect(whisper.get_by_role("button", name="Reply")).to_have_count(0)
    whisper.get_by_role("button", name="Read").click()
    desk.sits_down_as(JO, at=OAK)
    expect(desk.page.get_by_text("For you")).to_have_count(0)
    desk.sits_down_as(AMARA, at=OAK)
    expect(desk.page.get_by_text("For you")).to_have_count(0)


def test_a_picture_is_shown_with_its_description(desk, bot):
    bot.client.files_upload_v2(
        channel=OAK, filename="falls.png", content=PICTURE, title="Falls", alt_txt="Fewer each week"
    )
    desk.sits_down_as(AMARA, at=OAK)
    picture = desk.page.get_by_role("img", name="Fewer each week")
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.naturalWidth") == 1
    expect(desk.page.get_by_role("link", name="Falls")).to_have_attribute("download", "falls.png")


def test_at_night_the_page_says_that_a_message_came_without_a_sound(desk, bot, workspace):
    tomorrow = workspace.clock.now().astimezone(ZoneInfo("Europe/Madrid")).date() + timedelta(days=1)
    workspace.clock.to(datetime.combine(tomorrow, time(23), ZoneInfo("Europe/Madrid")))
    bot.client.chat_postMessage(channel=KIM, text="At night")
    workspace.clock.forward(hours=9)
    bot.client.chat_postMessage(channel=KIM, text="In the morning")
    desk.sits_down_as(KIM, at=workspace.direct_channel(KIM).id)
    expect(desk.message("At night")).to_contain_text("came without a sound")
    expect(desk.message("In the morning")).not_to_contain_text("came without a sound")


def test_fields_that_tell_the_bot_at_once_and_those_for_several(desk, bot, workspace):
    options = [shapes.option("falls"), shapes.option("alarms")]
    said_at_once = shapes.question("what", {"type": "plain_text_input"}, dispatch_action=True)
    which = shapes.question("which", {"type": "multi_static_select", "options": options})
    owners = shapes.question("owners", {"type": "multi_users_select"}, optional=True)
    view = {**shapes.form(what=""), "blocks": [said_at_once, which, owners]}
    bot.client.views_open(trigger_id=workspace.triggers.issue(AMARA), view=view)
    desk.sits_down_as(AMARA, at=OAK)
    form = desk.dialog("Report")
    form.get_by_label("What").fill("The alarm")
    form.get_by_label("What").press("Enter")
    workspace.wait_until(lambda: bot.told, reason="Enter did nothing.")
    assert bot.told[0]["actions"][0]["value"] == "The alarm"
    form.get_by_label("Falls").check()
    form.get_by_label("Jo Carter").check()
    form.get_by_role("button", name="Send").click()
    workspace.wait_until(lambda: len(bot.told) > 1, reason="The form was not sent.")
    values = bot.told[1]["view"]["state"]["values"]
    assert [one["value"] for one in values["which"]["which"]["selected_options"]] == ["falls"]
    assert values["owners"]["owners"]["selected_users"] == [JO]


def test_a_line_of_an_overflow_menu(desk, bot, workspace):
    menu = {"type": "overflow", "action_id": "more", "options": [shapes.option("move"), shapes.option("leave")]}
    bot.client.chat_postMessage(channel=OAK, text="x", blocks=[shapes.words("An action", accessory=menu)])
    desk.sits_down_as(AMARA, at=OAK)
    card = desk.message("An action")
    card.locator(".accessory summary").click()
    card.get_by_role("button", name="Leave").click()
    workspace.wait_until(lambda: bot.told, reason="The menu did nothing.")
    assert bot.told[0]["actions"][0]["selected_option"]["value"] == "leave"
