"""Slack misbehaves. Nobody is told something false, nothing is lost, and a card that can be found stands once."""

import contextlib
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.__main__ import main
from sandbox.faults import (
    BotRemoved,
    ChannelArchived,
    ConnectionLost,
    ConnectionsBreak,
    DeliveredLate,
    DeliveredTwice,
    EventToldAgain,
    HistoryLags,
    Moment,
    NoAnswer,
    OutOfOrder,
    PersonDeactivated,
    ScopeTakenAway,
    ServerError,
    SlackAway,
    SlowAnswers,
    TooManyRequests,
    Unclear,
    UnclearError,
)
from sandbox.people.person import Refused
from tests import bots
from tests.crash.programs import environment
from tests.journeys.engine_and_mode import on_both_pairs, over_a_socket
from tests.journeys.steps import WORDS, bulletins_are_ready, direct_message, reference_in, reports, reports_saved

SAFETY, OAK = "C0SAFETY01", "C0OAKWARD1"
POSTING, READING, OPENING = "chat.postMessage", "conversations.history", "views.open"
REPEAT = "This message may be a repeat."


def doubtful(moment):
    """Each way in which a call may end without saying whether it was carried out."""
    unclear = [UnclearError(code=code, moment=moment) for code in Unclear]
    return [ServerError(moment=moment), *unclear, ConnectionLost(moment=moment), NoAnswer(moment=moment, seconds=0.5)]


NOT_POSTED = [TooManyRequests(seconds=1), *doubtful(Moment.BEFORE)]
POSTED = [SlowAnswers(seconds=1), *doubtful(Moment.AFTER)]


def named(fault):
    """For the name of a test."""
    return "-".join(str(part) for part in (type(fault).__name__, *vars(fault).values()))


@pytest.fixture
def settings(workspace, tmp_path, url, mode):
    changed = {"candour_database_url": url, "candour_retry_seconds": 0.05, **bots.reached_by(mode)}
    return bots.settings_for(workspace, tmp_path, **changed)


def cards(place, reference):
    return [message for message in place.messages if message.shows(reference)]


def fills_the_form(person, *, still_at_risk="no"):
    person.runs("/incident", channel="oak-ward" if person.name == "Amara Okafor" else "general")
    team = {"team": "oak-ward"} if "team" in person.modal.fields else {}
    person.answers(what=WORDS, still_at_risk=still_at_risk, **team)


@pytest.mark.parametrize("fault", [*NOT_POSTED, *POSTED], ids=named)
def test_a_card_stands_once_whatever_becomes_of_its_posting(nurse, workspace, safety_channel, all_is_sent, fault):
    workspace.faults.arm(fault, on=[POSTING], channel=SAFETY, times=1)
    receipt = reports(nurse)
    assert receipt.says("Your report is saved")
    all_is_sent()
    [card] = cards(safety_channel, reference_in(receipt))
    assert not card.shows(REPEAT)


@pytest.mark.parametrize("fault", POSTED, ids=named)
def test_a_danger_card_that_was_posted_is_found_and_not_repeated(
    nurse, workspace, safety_channel, all_is_sent, fault
):
    workspace.faults.arm(fault, on=[POSTING], channel=SAFETY, times=1)
    receipt = reports(nurse, still_at_risk="yes")
    assert receipt.says("Phone 01632 960 001 now.")
    all_is_sent()
    [card] = cards(safety_channel, reference_in(receipt))
    assert not card.shows(REPEAT)


@pytest.mark.parametrize("fault", doubtful(Moment.BEFORE), ids=named)
def test_a_danger_card_that_was_not_posted_is_sent_again_and_says_so(
    nurse, workspace, safety_channel, all_is_sent, fault
):
    workspace.faults.arm(fault, on=[POSTING], channel=SAFETY, times=1)
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    all_is_sent()
    [card] = cards(safety_channel, reference)
    assert card.shows(REPEAT)


@pytest.mark.parametrize(
    "unreadable", [ScopeTakenAway(scope="groups:history"), HistoryLags(seconds=60)], ids=["no scope", "it lags"]
)
def test_where_history_does_not_help_danger_is_told_twice_and_the_second_says_so(
    nurse, workspace, safety_channel, all_is_sent, unreadable
):
    workspace.faults.arm(unreadable)
    workspace.faults.arm(ConnectionLost(moment=Moment.AFTER), on=[POSTING], channel=SAFETY, times=1)
    reference = reference_in(reports(nurse, still_at_risk="not_sure"))
    all_is_sent()
    assert [card.shows(REPEAT) for card in cards(safety_channel, reference)] == [False, True]


def test_where_history_lags_a_card_without_danger_is_looked_for_again(nurse, workspace, safety_channel, all_is_sent):
    lag = workspace.faults.arm(HistoryLags(seconds=60), channel=SAFETY, times=1)
    workspace.faults.arm(ConnectionLost(moment=Moment.AFTER), on=[POSTING], channel=SAFETY, times=1)
    reference = reference_in(reports(nurse))
    all_is_sent()
    assert len(cards(safety_channel, reference)) == 1
    assert (lag.struck, sum(call.method == READING for call in workspace.calls)) == (1, 2)


def test_where_history_cannot_be_read_a_card_without_danger_is_held_for_a_person(
    nurse, workspace, safety_channel, all_is_sent, needing_a_person
):
    workspace.faults.arm(ScopeTakenAway(scope="groups:history"))
    workspace.faults.arm(ConnectionLost(moment=Moment.AFTER), on=[POSTING], channel=SAFETY, times=1)
    reference = reference_in(reports(nurse))
    all_is_sent()
    assert len(cards(safety_channel, reference)) == 1
    assert needing_a_person() == ["card  may or may not have arrived: missing_scope"]


@pytest.fixture
def needing_a_person(settings, monkeypatch, capsys):
    """What `python -m bot outbox` says of each message that needs a person."""
    for name, value in environment(settings).items():
        monkeypatch.setenv(name, value)

    def listed():
        capsys.readouterr()
        assert main(["outbox"]) == 0
        lines = capsys.readouterr().out.splitlines()
        return [line.partition("  ")[2] for line in lines if ": " in line and "  " in line]

    return listed


def test_a_bulletin_that_may_have_arrived_is_held_and_shown_to_an_operator(
    workspace, context, oak_ward, all_is_sent, needing_a_person
):
    posted_at = bulletins_are_ready(workspace, context)
    workspace.faults.arm(ConnectionLost(moment=Moment.AFTER), on=[POSTING], channel=OAK, times=1)
    workspace.clock.to(posted_at + timedelta(seconds=1))
    workspace.wait_until(lambda: oak_ward.messages)
    workspace.wait_until(needing_a_person, reason="No operator is told.")
    all_is_sent()
    assert needing_a_person() == ["bulletin  may or may not have arrived: history_not_read"]
    assert len(oak_ward.messages) == 1


@pytest.mark.parametrize("fault", [ChannelArchived(channel=SAFETY), BotRemoved(channel=SAFETY)], ids=named)
@pytest.mark.parametrize("still_at_risk", ["no", "yes"])
def test_without_the_safety_channel_its_people_are_told_one_by_one(
    nurse, workspace, safety_lead, on_call, all_is_sent, fault, still_at_risk
):
    workspace.faults.arm(fault)
    reference = reference_in(reports(nurse, still_at_risk=still_at_risk))
    for person in (safety_lead, on_call, workspace.person("Kim Adeyemi")):
        assert direct_message(person, reference).shows("Oak Ward")
    all_is_sent()
    asked = 1 if still_at_risk == "yes" else 0  # In danger the one on call is asked as well.
    assert [len(cards_to(person, reference)) for person in (safety_lead, on_call)] == [1, 1 + asked]


def cards_to(person, reference):
    return [message for message in person.direct_messages if message.shows(reference)]


def test_when_one_of_them_has_left_the_others_are_told(nurse, workspace, safety_lead, on_call, all_is_sent):
    workspace.faults.arm(ChannelArchived(channel=SAFETY))
    workspace.faults.arm(PersonDeactivated(person=safety_lead.id))
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    all_is_sent()
    # The one on call is asked as well.
    assert [len(cards_to(person, reference)) for person in (on_call, workspace.person("Kim Adeyemi"))] == [2, 1]


def test_a_scope_that_comes_back_soon_costs_nothing_but_time(nurse, workspace, safety_channel, all_is_sent):
    gone = workspace.faults.arm(ScopeTakenAway(scope="chat:write"))
    reference = reference_in(reports(nurse))
    workspace.wait_until(lambda: [call for call in workspace.calls if call.answer.get("error") == "missing_scope"])
    workspace.faults.disarm(gone)
    all_is_sent()
    assert len(cards(safety_channel, reference)) == 1


@on_both_pairs
def test_what_waits_while_slack_is_away_leaves_when_it_is_back(nurse, workspace, safety_channel, all_is_sent):
    references = [reference_in(reports(nurse, still_at_risk=each)) for each in ("no", "no", "yes", "no")]
    workspace.faults.arm(SlackAway(), lasting=2)
    with pytest.raises(Refused):
        nurse.runs("/incident", channel="oak-ward")
    workspace.wait_until(lambda: workspace.faults.armed == [])
    workspace.wait_for_bot()
    references.append(reference_in(reports(nurse)))
    all_is_sent()
    for reference in references:
        assert len(cards(safety_channel, reference)) == 1
        assert len(cards_to(nurse, reference)) == 1


@on_both_pairs
def test_two_copies_of_what_is_sent_make_one_report_and_one_card(
    nurse, workspace, safety_channel, context, all_is_sent
):
    fills_the_form(nurse)
    twice = workspace.faults.arm(DeliveredTwice(), on=["interactive"])
    reference = reference_in(nurse.submits())
    all_is_sent()
    assert twice.struck == 1
    assert (reports_saved(context), len(cards(safety_channel, reference))) == (1, 1)
    assert len(cards_to(nurse, reference)) == 1


@on_both_pairs
def test_what_comes_too_late_was_saved_and_sending_again_shows_its_receipt(
    nurse, workspace, safety_channel, context, all_is_sent
):
    fills_the_form(nurse, still_at_risk="yes")
    workspace.patience = replace(bots.PATIENT, acknowledgement=0.2)
    late = workspace.faults.arm(DeliveredLate(seconds=1), on=["interactive"], times=1)
    first = nurse.submits()
    workspace.patience = bots.PATIENT
    assert (first.error, first.errors) == ("We had some trouble connecting. Try again?", {})
    assert nurse.modal.field("what").value == WORDS
    again = nurse.submits()
    assert again.says("Your report is saved")
    assert late.struck == 1
    workspace.wait_until(lambda: all(each.acknowledged for each in workspace.envelopes))
    nurse.opens_home()
    all_is_sent()
    assert (reports_saved(context), len(cards(safety_channel, reference_in(again)))) == (1, 1)


@on_both_pairs
def test_what_two_people_send_is_saved_in_either_order(nurse, owner, workspace, safety_channel, context, all_is_sent):
    fills_the_form(nurse)
    fills_the_form(owner)
    workspace.faults.arm(OutOfOrder(seconds=0.5), on=["interactive"], times=1)
    references = {reference_in(nurse.submits()), reference_in(owner.submits())}
    all_is_sent()
    assert (len(references), reports_saved(context), len(safety_channel.messages)) == (2, 2, 2)


@on_both_pairs
def test_a_home_that_is_asked_for_twice_is_the_same_home(nurse, workspace):
    reference = reference_in(reports(nurse))
    nurse.closes()
    again = workspace.faults.arm(EventToldAgain(seconds=0.2))
    home = nurse.opens_home()
    assert home.says(reference)
    workspace.wait_until(lambda: sum(call.method == "views.publish" for call in workspace.calls) == 2)
    assert again.struck == 1
    assert nurse.home.text == home.text


@over_a_socket
def test_a_connection_that_breaks_after_the_answer_costs_nothing(
    nurse, workspace, safety_channel, context, all_is_sent
):
    reference = reference_in(reports(nurse, still_at_risk="yes"))
    workspace.faults.arm(ConnectionsBreak())
    all_is_sent()
    assert (reports_saved(context), len(cards(safety_channel, reference))) == (1, 1)


@pytest.mark.parametrize("fault", [TooManyRequests(), *doubtful(Moment.BEFORE), NoAnswer()], ids=named)
def test_when_the_form_does_not_open_the_person_is_told_whom_to_phone(nurse, workspace, context, fault):
    workspace.faults.arm(fault, on=[OPENING], times=1)
    with contextlib.suppress(Refused):
        nurse.runs("/incident", channel="oak-ward")
    workspace.wait_until(lambda: nurse.notice, reason="Nobody was told.")
    assert nurse.notice == (
        "The form did not open. Try again in a moment. If someone is in danger, call 999 or phone 01632 960 001 now."
    )
    assert reports(nurse).says("Your report is saved")
    assert reports_saved(context) == 1


@pytest.mark.parametrize("fault", doubtful(Moment.AFTER), ids=named)
def test_a_form_that_opened_although_slack_said_otherwise_can_be_sent(nurse, workspace, context, fault):
    workspace.faults.arm(fault, on=[OPENING], times=1)
    assert reports(nurse).says("Your report is saved")
    assert reports_saved(context) == 1


def test_a_form_that_opens_slowly_can_be_filled_and_sent(nurse, workspace, context):
    workspace.faults.arm(SlowAnswers(seconds=1.5))
    assert reports(nurse).says("Your report is saved")
    assert nurse.notice is None
    assert reports_saved(context) == 1


@on_both_pairs
@pytest.mark.parametrize("seed", range(3))
def test_in_a_storm_each_report_is_saved_and_told_once(nurse, workspace, safety_channel, context, all_is_sent, seed):
    for fault in (ConnectionLost(moment=Moment.AFTER), UnclearError(), TooManyRequests(seconds=1)):
        workspace.faults.arm(fault, on=[POSTING, READING], chance=0.3, seed=seed)
    workspace.faults.arm(DeliveredTwice(), chance=0.5, seed=seed)
    references = [reference_in(reports(nurse)) for _ in range(3)]
    workspace.wait_until(lambda: sum(each.struck for each in workspace.faults.armed) >= 3)
    workspace.faults.clear()
    all_is_sent()
    assert reports_saved(context) == 3
    assert [len(cards(safety_channel, reference)) for reference in references] == [1, 1, 1]
