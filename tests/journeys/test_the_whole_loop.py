"""From what happened on a night shift to the week's bulletin, in the words of the people who do it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import working_day_after
from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import (
    LEARNED,
    WORDS,
    bulletins_are_ready,
    card_about,
    changes_details,
    direct_message,
    minutes_pass,
    opens,
    opens_the_form,
    reference_in,
    reports,
    says_done,
)

pytestmark = on_both_pairs


def test_a_near_miss_takes_one_modal_and_two_answers(nurse, safety_channel):
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=WORDS, still_at_risk="no")
    receipt = nurse.submits()
    assert receipt.says("Your report is saved")
    assert card_about(safety_channel, reference_in(receipt)).shows("Oak Ward")


def test_the_form_says_first_what_to_do_in_danger(nurse):
    nurse.runs("/incident", channel="oak-ward")
    _title, first_line, *_ = nurse.modal.text.split("\n")
    assert first_line == "Danger? Phone 01632 960 001 or 999. This form calls nobody."


def test_words_after_the_command_are_in_the_form(nurse):
    nurse.runs("/incident door alarm silent on checks", channel="oak-ward")
    assert nurse.modal.field("what").value == "door alarm silent on checks"


def test_the_team_comes_from_the_channel_and_the_time_is_now(safety_lead, context):
    opens_the_form(safety_lead)
    assert safety_lead.modal.says("Incident, Oak Ward, now.")
    changes_details(safety_lead)
    assert safety_lead.modal.field("team").value == "oak-ward"
    assert abs(safety_lead.modal.field("happened_at").value - context.clock.now().timestamp()) < 60


def test_elsewhere_the_team_is_the_person_s_own(nurse):
    opens_the_form(nurse, channel="general")
    assert nurse.modal.says("Incident, Oak Ward, now.")


def test_someone_without_a_team_chooses_one_from_a_list(safety_lead):
    safety_lead.runs("/incident", channel="general")
    assert safety_lead.modal.field("team").value is None


def test_the_card_never_holds_what_was_written(nurse, safety_channel):
    receipt = reports(nurse)
    card = card_about(safety_channel, reference_in(receipt))
    assert not card.shows("alarm")
    assert card.shows("Something else, or not sure")


def test_the_reporter_gets_a_copy_without_their_words(nurse):
    reference = reference_in(reports(nurse))
    copy = direct_message(nurse, reference)
    assert copy.shows("Your report is saved")
    assert not copy.shows("alarm")


def test_the_whole_loop(workspace, nurse, safety_lead, owner, safety_channel, oak_ward, context):
    reference = reference_in(reports(nurse))

    opened = opens(safety_lead, card_about(safety_channel, reference))
    assert opened.says(WORDS)
    safety_lead.clicks("Make an action")
    due = context.clock.now().date() + timedelta(days=14)
    safety_lead.answers(change="Test each door alarm weekly", owner=owner.id, due_on=due, measure="Alarms that work")
    agreed = safety_lead.submits()
    assert agreed.says("The action is saved")
    minutes_pass(workspace, 6)

    told = direct_message(owner, "Test each door alarm weekly")
    assert told.buttons == ["Done", "Move the date", "Choose a day", "Blocked", "Not mine"]

    workspace.clock.to(_at(working_day_after(due - timedelta(days=3)), time(10, 0, 1)))
    nudge = direct_message(owner, "A reminder of your actions")
    assert says_done(owner, nudge).says("Thank you.")
    workspace.wait_until(lambda: direct_message(owner, "A reminder").shows("Waiting to be checked by someone else"))

    workspace.clock.to(bulletins_are_ready(workspace, context) + timedelta(seconds=1))
    workspace.wait_until(lambda: oak_ward.messages, reason="No bulletin came.")
    assert oak_ward.messages[-1].shows(LEARNED)
    assert oak_ward.messages[-1].shows("Thank you for looking out for each other")


def _at(day: date, clock_time: time) -> datetime:
    return datetime.combine(day, clock_time, ZoneInfo("Europe/London"))
