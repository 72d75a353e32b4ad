"""Every door asks from which workspace somebody comes; and nobody sends another's form."""

import pytest
from sqlmodel import select

from sandbox.interactions import ask_bot
from sandbox.web_api import endpoint
from sandbox.wire import payloads
from storage.tables.reports import ReportRow
from tests.journeys.payloads import presses, runs_changed, sends_changed
from tests.journeys.steps import WORDS, reference_in, reports, reports_saved

ELSEWHERE = "T0HARBOUR1"
NOT_OURS = (
    "Candour belongs to another organisation. Use your own way to report. In danger, phone 01632 960 001 or 999."
)


def whispered(person):
    return [message.text for message in person.workspace.whispers.get(person.id, [])]


def from_elsewhere(payload):
    payload["user"]["team_id"] = ELSEWHERE


def in_another_workspace(payload):
    payload["team"]["id"] = ELSEWHERE


def a_view_of_another_workspace(payload):
    payload["view"].update(team_id=ELSEWHERE, app_installed_team_id=ELSEWHERE)


def test_the_command_of_another_workspace_opens_nothing(nurse, workspace):
    runs_changed(nurse, "It fell", lambda payload: payload.update(team_id=ELSEWHERE))
    workspace.wait_until(lambda: whispered(nurse), reason="Nothing was said.")
    assert whispered(nurse) == [NOT_OURS]
    assert nurse.modals == []


@pytest.mark.parametrize("change", [from_elsewhere, in_another_workspace])
@pytest.mark.parametrize("button", ["report_something", "open_report", "make_action", "action_done", "action_move"])
def test_a_button_pressed_from_another_workspace_says_why_not(nurse, workspace, button, change):
    presses(nurse, button, "00000000-0000-0000-0000-000000000001", change)
    workspace.wait_until(lambda: nurse.modals, reason="Nothing was said.")
    assert nurse.modal.says(NOT_OURS)


@pytest.mark.parametrize("change", [from_elsewhere, in_another_workspace, a_view_of_another_workspace])
def test_a_form_from_another_workspace_is_not_saved(nurse, context, change):
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=WORDS, still_at_risk="no")
    assert sends_changed(nurse, change)["errors"] == {"what": f"Not saved. {NOT_OURS}"}
    assert reports_saved(context) == 0


def test_somebody_of_another_organisation_cannot_report_from_a_bulletin(workspace, context):
    morag = workspace.person("Morag Bell")
    _, _, posted = endpoint.call(
        workspace,
        "chat.postMessage",
        arguments={"channel": "C0HARBOUR1", "text": "The week", "blocks": [REPORT_SOMETHING]},
        token=workspace.tokens.bot,
    )
    [bulletin] = [each for each in workspace.channel("with-harbour").messages if each.ts == posted["ts"]]
    morag.clicks("Report something", on=bulletin)
    workspace.wait_until(lambda: morag.modals, reason="Nothing was said.")
    assert morag.modal.says(NOT_OURS)


REPORT_SOMETHING = {
    "type": "actions",
    "elements": [
        {
            "type": "button",
            "action_id": "report_something",
            "value": "bulletin",
            "text": {"type": "plain_text", "text": "Report something"},
        }
    ],
}


def test_the_home_of_somebody_of_another_organisation_shows_nothing_of_ours(workspace, context):
    home = workspace.person("Morag Bell").opens_home()
    assert home.says(NOT_OURS)
    assert not home.says("Your reports")  # Only whom to phone.


def test_home_that_another_workspace_asks_for_shows_nothing_of_ours(nurse, workspace):
    payload = payloads.home_opened(workspace, nurse.id) | {"team_id": ELSEWHERE}
    ask_bot.ask(workspace, "events_api", payload, by=nurse.id, answerable="plainly")
    workspace.wait_until(lambda: workspace.screens.homes.get(nurse.id), reason="Nothing was shown.")
    assert nurse.home.says(NOT_OURS)


@pytest.mark.parametrize("change", [from_elsewhere, in_another_workspace])
def test_an_old_form_of_another_workspace_says_nothing_of_ours(nurse, context, change):
    nurse.runs("/incident", channel="oak-ward")

    def old(payload):
        change(payload)
        payload["view"]["callback_id"] = "retired"

    assert sends_changed(nurse, old)["errors"] == {"what": f"Not saved. {NOT_OURS}"}


def test_an_old_button_pressed_from_another_workspace_says_nothing_of_ours(nurse, workspace):
    presses(nurse, "retired_long_ago", "x", from_elsewhere)
    workspace.wait_until(lambda: nurse.modals, reason="Nothing was said.")
    assert nurse.modal.says(NOT_OURS)


def test_a_guest_of_ours_may_report(workspace, context):
    guest = next(member for member in workspace.members.values() if member.guest)
    assert workspace.person(guest.name).opens_home().says("Report something")


def test_another_s_form_is_never_told_under_the_first_one_s_name(nurse, owner, context, workspace):
    first = reference_in(reports(nurse))
    nonce = _nonces(workspace, nurse)[-1]
    owner.runs("/incident", channel="oak-ward")
    owner.answers(what="Other words", still_at_risk="no")
    answer = sends_changed(owner, lambda payload: payload["view"].update(private_metadata=nonce))
    assert first not in str(answer)
    with context.database.reading() as transaction:
        assert {row.reporter for row in transaction.exec(select(ReportRow))} == {nurse.id, owner.id}


def _nonces(workspace, person):
    sent = [envelope.envelope["payload"] for envelope in workspace.envelopes]
    return [
        payload["view"]["private_metadata"]
        for payload in sent
        if payload.get("type") == "view_submission" and payload["user"]["id"] == person.id
    ]


def test_a_button_that_is_not_known_any_more_says_what_to_press_instead(nurse, workspace):
    presses(nurse, "retired_long_ago", "x")
    workspace.wait_until(lambda: nurse.modals, reason="Nothing was said.")
    assert nurse.modal.says("This button is old and does nothing any more.")
    assert nurse.modal.says("01632 960 001")


@pytest.mark.parametrize("button", ["open_report", "make_action", "action_done", "action_move"])
def test_a_button_whose_value_is_no_id_is_answered(nurse, workspace, button):
    presses(nurse, button, "no id")
    workspace.wait_until(lambda: nurse.modals or nurse.direct_messages, reason="Nothing was said.")


def test_a_command_that_is_not_ours_any_more_is_answered(nurse, workspace):
    runs_changed(nurse, "", lambda payload: payload.update(command="/old-name"))
    workspace.wait_until(lambda: whispered(nurse), reason="Nothing was said.")
    assert whispered(nurse)[0].startswith("That did not work.")
