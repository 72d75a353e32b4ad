"""App Home: report something, one's own reports with their state, one's own actions."""

from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import agrees_an_action, card_about, opens, reference_in, reports, says_done


def test_an_empty_home_says_what_could_be_there(nurse):
    home = nurse.opens_home()
    assert home.says("You have not sent a report yet.")
    assert home.says("You have no actions.")
    assert home.says("In danger now? Call 999")


def test_report_something_opens_the_form(nurse):
    home = nurse.opens_home()
    assert nurse.clicks("Report something", on=home).title == "Report"


@on_both_pairs
def test_a_report_is_followed_from_saved_to_action(nurse, safety_lead, owner, safety_channel, workspace):
    reference = reference_in(reports(nurse))
    assert nurse.opens_home().says(reference)
    assert nurse.home.says("today, Something else, or not sure.")
    assert nurse.home.says("Saved. Not read yet.")
    opens(safety_lead, card_about(safety_channel, reference))
    workspace.wait_until(
        lambda: nurse.opens_home().says("Read by the safety team, "), reason="It is not marked as read."
    )
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Fit louder alarms", reference=reference)
    assert nurse.opens_home().says("An action was agreed, ")


def test_an_action_is_answered_in_home(nurse, safety_lead, owner, safety_channel, workspace):
    agrees_an_action(safety_lead, nurse, safety_channel, owner, change="Fit louder alarms")
    home = owner.opens_home()
    assert home.says("Fit louder alarms")
    says_done(owner, home)
    workspace.wait_until(lambda: owner.home.says("Waiting to be checked by someone else"))


def test_the_safety_team_is_told_of_messages_that_did_not_get_through(nurse, safety_lead, workspace):
    def refused(method, arguments):
        if method == "chat.postMessage" and arguments["channel"] == nurse.id:
            return 200, {}, {"ok": False, "error": "messages_tab_disabled"}
        return None

    workspace.on_call(refused)
    reports(nurse)
    workspace.wait_until(lambda: safety_lead.opens_home().says("Messages that did not get through: 1."))
    assert not nurse.opens_home().says("Messages that did not get through")
