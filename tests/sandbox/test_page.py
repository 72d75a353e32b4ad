"""The JSON that the browser page reads and sends."""

import json
import threading
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta

import pytest

from sandbox.faults import FAULTS, ChannelArchived, DeliveredTwice, SlowAnswers
from sandbox.page import routes
from tests.sandbox import shapes

AMARA = "U0AMARA001"
JO = "U0JO000001"


class Browser:
    """Sends what the page sends."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, path: str, **headers: str) -> shapes.Json:
        return self._send(urllib.request.Request(f"{self.address}{path}", headers=headers))  # noqa: S310 - loopback

    def post(self, path: str, body: shapes.Json, **headers: str) -> shapes.Json:
        sent = {"Content-Type": "application/json", **headers}
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}{path}", data=data, headers=sent)  # noqa: S310 - loopback
        return self._send(request)

    def _send(self, request: urllib.request.Request) -> shapes.Json:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - loopback
                body: shapes.Json = json.loads(answer.read())
                return body
        except urllib.error.HTTPError as refused:
            with refused:
                return {"status": refused.code, "words": refused.read().decode()}


@pytest.fixture
def browser(workspace):
    return Browser(workspace.address)


def test_the_state_is_what_one_person_sees(workspace, browser, bot):
    bot.client.chat_postMessage(channel="C0SAFETY01", text="A report", blocks=shapes.card())
    bot.client.chat_postMessage(channel=JO, text="For Jo alone")
    jo = browser.get(f"/sandbox/state?as={JO}")
    assert jo["me"] == JO
    assert jo["bot"] == {"user": "U0CANDOUR1", "name": "Candour", "connected": True}
    assert {"safety-team", "general"} <= {channel["name"] for channel in jo["channels"]}
    card = jo["messages"]["C0SAFETY01"][0]
    assert (card["bot"], card["name"], card["edited"], card["mentions_me"]) == (True, "Candour", False, False)
    assert jo["messages"][jo["direct"]["id"]][0]["text"] == "For Jo alone"
    amara = browser.get(f"/sandbox/state?as={AMARA}")
    assert "C0SAFETY01" not in amara["messages"]
    assert amara["messages"][amara["direct"]["id"]] == []
    assert browser.get("/sandbox/state?as=U0LEE00001")["messages"]["C0SAFETY01"][0]["mentions_me"] is True
    assert browser.get("/sandbox/state?as=U0NOBODY01")["status"] == 400


def test_a_whole_journey_in_json(browser, bot, workspace):
    assert browser.post("/sandbox/command", {"as": AMARA, "channel": "C0OAKWARD1", "text": "/incident x"}) == {
        "ok": True
    }
    workspace.wait_until(lambda: browser.get(f"/sandbox/state?as={AMARA}")["modals"])
    modal = browser.get(f"/sandbox/state?as={AMARA}")["modals"][-1]
    assert modal["title"]["text"] == "Report"
    assert modal["values"]["what"]["what"]["value"] == "x"
    empty = {"what": {"what": {"type": "plain_text_input", "value": ""}}}
    refused = browser.post("/sandbox/submit", {"as": AMARA, "view": modal["id"], "values": empty})
    assert refused == {"ok": False, "errors": {"what": "Please complete this required field."}}
    typed = {"what": {"what": {"type": "plain_text_input", "value": "update"}}}
    assert browser.post("/sandbox/submit", {"as": AMARA, "view": modal["id"], "values": typed}) == {"ok": True}
    assert browser.get(f"/sandbox/state?as={AMARA}")["modals"][-1]["title"]["text"] == "Thank you"
    assert browser.post("/sandbox/close", {"as": AMARA, "view": modal["id"]}) == {"ok": True}
    assert browser.get(f"/sandbox/state?as={AMARA}")["modals"] == []


def test_home_and_its_button(browser, bot, workspace):
    assert browser.post("/sandbox/home", {"as": AMARA}) == {"ok": True}
    workspace.wait_until(lambda: browser.get(f"/sandbox/state?as={AMARA}")["home"])
    press = {"as": AMARA, "surface": {"home": True}, "block_id": "row", "action_id": "press"}
    assert browser.post("/sandbox/click", press) == {"ok": True}
    workspace.wait_until(lambda: browser.get(f"/sandbox/state?as={AMARA}")["modals"])


def test_a_button_on_a_message_is_for_members_only(browser, bot, workspace):
    posted = bot.client.chat_postMessage(channel="C0SAFETY01", text="A report", blocks=shapes.card())
    place = {"message": {"channel": "C0SAFETY01", "ts": posted["ts"]}}
    press = {"surface": place, "block_id": "row", "action_id": "done"}
    assert browser.post("/sandbox/click", {"as": AMARA, **press})["status"] == 400
    assert browser.post("/sandbox/click", {"as": JO, **press}) == {"ok": True}
    workspace.wait_until(lambda: browser.get(f"/sandbox/state?as={JO}")["messages"]["C0SAFETY01"][0]["edited"])


def test_another_persons_modal_cannot_be_sent(browser, bot, workspace, nurse):
    nurse.runs("/incident x")
    refused = browser.post("/sandbox/submit", {"as": JO, "view": nurse.modal.id, "values": {}})
    assert refused == {"ok": False, "error": "This form is no longer open."}


def test_errors_are_said_in_slacks_words(browser, bot):
    refused = browser.post("/sandbox/command", {"as": AMARA, "channel": "C0OAKWARD1", "text": "/elsewhere"})
    assert refused == {"ok": False, "error": "/elsewhere is not a valid command."}


def test_changes_are_told_at_once(browser, workspace):
    since = workspace.version
    threading.Timer(0.1, workspace.reload, (AMARA,)).start()
    started = time.monotonic()
    assert browser.get(f"/sandbox/changes?since={since}&as={AMARA}")["version"] == since + 1
    assert time.monotonic() - started < routes.LONGEST_WAIT


def test_the_clock_moves_forward_only(browser):
    before = browser.get("/sandbox/clock")
    moved = browser.post("/sandbox/clock", {"hours": 2})
    assert moved["offset_seconds"] == pytest.approx(before["offset_seconds"] + 7200)
    later = datetime.fromisoformat(moved["now"]) + timedelta(days=1)
    assert browser.post("/sandbox/clock", {"to": later.isoformat()})["now"] >= later.isoformat()
    assert browser.post("/sandbox/clock", {"hours": -1})["status"] == 400
    assert browser.post("/sandbox/clock", {"to": "2026-03-16T09:00:00"})["status"] == 400


def test_only_the_page_itself_may_speak_to_it(browser):
    body = {"hours": 1}
    assert browser.post("/sandbox/clock", body, Host="evil.example")["status"] == 403
    assert browser.post("/sandbox/clock", body, Origin="http://evil.example")["status"] == 403
    assert browser.post("/sandbox/clock", body, **{"Sec-Fetch-Site": "cross-site"})["status"] == 403
    assert browser.post("/sandbox/clock", body, **{"Content-Type": "text/plain"})["status"] == 400
    assert "now" in browser.post("/sandbox/clock", body, Origin=browser.address)


def test_what_can_be_used_is_told(browser):
    seen = browser.get(f"/sandbox/state?as={AMARA}")
    assert seen["shortcuts"] == [
        {"name": "Report this message", "type": "message", "description": ""},
        {"name": "Report", "type": "global", "description": ""},
    ]
    ivy = browser.get("/sandbox/state?as=U0IVY00001")
    assert {channel["name"]: channel["shared"] for channel in ivy["channels"]}["with-harbour"] == "externally"


def test_messages_replies_and_shortcuts_in_json(browser, bot, workspace):
    place = {"as": AMARA, "channel": "C0OAKWARD1"}
    assert browser.post("/sandbox/say", {**place, "text": "The alarm"}) == {"ok": True}
    root = browser.get(f"/sandbox/state?as={AMARA}")["messages"]["C0OAKWARD1"][0]
    assert (root["text"], root["bot"], root["name"]) == ("The alarm", False, "Amara Okafor")
    assert browser.post("/sandbox/say", {**place, "text": "Again", "under": root["ts"]}) == {"ok": True}
    reply = browser.get(f"/sandbox/state?as={AMARA}")["messages"]["C0OAKWARD1"][1]
    assert (reply["thread_ts"], reply["broadcast"]) == (root["ts"], False)
    on = {"channel": "C0OAKWARD1", "ts": root["ts"]}
    used = {"as": AMARA, "name": "Report this message", "on": on}
    assert browser.post("/sandbox/shortcut", used) == {"ok": True}
    assert bot.told[-1]["message"]["text"] == "The alarm"
    assert browser.post("/sandbox/shortcut", {**used, "name": "Report"})["status"] == 400
    assert browser.post("/sandbox/say", {"as": AMARA, "channel": "C0SAFETY01", "text": "x"})["status"] == 400


def test_what_only_one_person_sees_is_among_their_messages_until_they_load_the_page_again(browser, bot):
    bot.client.chat_postEphemeral(channel="C0OAKWARD1", user=AMARA, text="For you")
    seen = browser.get(f"/sandbox/state?as={AMARA}")["messages"]["C0OAKWARD1"]
    assert [(message["text"], message["only_me"]) for message in seen] == [("For you", True)]
    assert browser.get(f"/sandbox/state?as={JO}")["messages"]["C0OAKWARD1"] == []
    assert browser.post("/sandbox/reload", {"as": AMARA}) == {"ok": True}
    assert browser.get(f"/sandbox/state?as={AMARA}")["messages"]["C0OAKWARD1"] == []


def test_somebody_who_has_left_is_nobody_on_the_page(browser, workspace):
    workspace.person_leaves(AMARA)
    seen = browser.get(f"/sandbox/state?as={JO}")
    assert AMARA not in [person["id"] for person in seen["people"]]
    refused = browser.post("/sandbox/say", {"as": AMARA, "channel": "C0OAKWARD1", "text": "x"})
    assert "Amara Okafor has left" in refused["words"]


def test_a_fault_is_armed_from_the_page_with_its_amounts(workspace, browser):
    armed = {"arm": "SlowAnswers", "with": {"seconds": 3, "on": "views.open", "often": "once"}}
    answered = browser.post("/sandbox/faults", armed)
    [each] = workspace.faults.armed
    assert (each.fault, each.on, each.times) == (SlowAnswers(seconds=3), {"views.open"}, 1)
    assert answered == {"armed": [{"number": each.number, "words": "Slow answers: 3 seconds, views.open, 1 more"}]}
    assert browser.get(f"/sandbox/state?as={AMARA}")["faults"] == answered["armed"]


def test_every_fault_can_be_armed_as_the_page_offers_it(workspace, browser):
    offered = browser.get("/sandbox/faults")["faults"]
    assert [each["name"] for each in offered] == [fault.__name__ for fault in FAULTS]
    for each in offered:
        chosen = {control["name"]: control["value"] for control in each["controls"]}
        assert list(browser.post("/sandbox/faults", {"arm": each["name"], "with": chosen})) == ["armed"]
        if each["name"] == "SlackAway":
            workspace.faults.clear()
    assert browser.post("/sandbox/faults", {"clear": "all"}) == {"armed": []}


def test_one_fault_is_cleared_and_the_others_stay(workspace, browser):
    first, second = (
        workspace.faults.arm(DeliveredTwice()),
        workspace.faults.arm(ChannelArchived(channel="C0OAKWARD1")),
    )
    left = [{"number": second.number, "words": "Channel archived: #oak-ward"}]
    assert browser.post("/sandbox/faults", {"clear": first.number}) == {"armed": left}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Say what to arm, or what to clear."),
        ({"arm": "Nothing", "with": {}}, "KeyError: 'Nothing'"),
        ({"arm": "SlowAnswers", "with": {}}, "KeyError: 'seconds'"),
        ({"arm": "SlowAnswers", "with": {"seconds": 61}}, "The seconds must be between 0 and 60."),
        ({"arm": "SlowAnswers", "with": {"seconds": -1}}, "The seconds must be between 0 and 60."),
        ({"arm": "SlowAnswers", "with": {"seconds": 1, "on": "x"}}, "Slow answers does not strike x."),
        ({"arm": "BotRemoved", "with": {"channel": "C0"}}, "There is no channel 'C0'."),
        ({"arm": "ServerError", "with": {"moment": "never"}}, "'never' is not a valid Moment"),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(workspace, browser, given, words):
    assert json.loads(browser.post("/sandbox/faults", given)["words"]) == {"ok": False, "error": words}
    assert workspace.faults.armed == []
