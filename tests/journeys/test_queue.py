"""The safety team's queue in Home: what waits, page by page; find a reference; one's own lists."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from bot.domain.reports.narratives import Narrative
from bot.domain.reports.references import ALPHABET
from bot.domain.reports.report import AtRisk, Report
from bot.usecases.actions.agree_and_answer import complete_action
from bot.usecases.home import page_of_actions
from bot.usecases.incidents.submit import SentForm, submit_report
from tests.domain.examples import a_draft
from tests.journeys.steps import WORDS, agrees_an_action, card_about, opens


@pytest.fixture
def send(context, workspace):
    """Amara sends a report, without the form; each a minute after the one before."""

    def send(*, by: str = "U0AMARA001", involved: frozenset[str] = frozenset(), **answers) -> Report:
        workspace.clock.forward(minutes=1)
        now = context.clock.now()
        draft = a_draft(**{"happened_at": now - timedelta(minutes=10), "team": "oak-ward", **answers})
        sent = SentForm(draft, Narrative(text=WORDS), by, involved=involved)
        return submit_report(context, sent, key=str(uuid4()), now=now).report

    return send


def _rows(home) -> list[UUID]:
    """The incidents of the rows, in their order."""
    return [UUID(button.value) for button in home.found_buttons if button.words == "Open"]


def _shown(person, words: str) -> None:
    """Wait until their Home says these words."""
    person.workspace.wait_until(lambda: person.home.says(words), reason=f"Home does not say {words!r}.")


def _wrong(reference: str) -> str:
    """The same with one wrong letter."""
    return reference[:-1] + next(letter for letter in ALPHABET if letter != reference[-1])


def test_the_queue_is_turned_page_by_page_and_chosen_by_team(safety_lead, send):
    calm = [send() for _ in range(22)]
    urgent = send(still_at_risk=AtRisk.NOT_SURE, team="willow-ward")
    home = safety_lead.opens_home()
    assert home.says("23 new. 1 may still be at risk.")
    assert _rows(home) == [urgent.id, *(each.id for each in calm[:19])]
    safety_lead.clicks("Next 20", on=home)
    assert _rows(safety_lead.home) == [each.id for each in calm[19:]]
    safety_lead.clicks("Back", on=safety_lead.home)
    assert _rows(safety_lead.home) == _rows(home)
    safety_lead.chooses("queue-all", "willow-ward", on=safety_lead.home)
    assert _rows(safety_lead.home) == [urgent.id]
    assert safety_lead.home.says("Open reports of Willow Ward")
    safety_lead.clicks("Mine", on=safety_lead.home)
    assert safety_lead.home.says("You have taken no open report.")
    safety_lead.clicks("All", on=safety_lead.home)
    assert _rows(safety_lead.home) == _rows(home)


def test_the_pages_of_one_team_stay_its_own(safety_lead, send):
    oak = [send() for _ in range(21)]
    send(team="willow-ward")
    safety_lead.chooses("queue-all", "oak-ward", on=safety_lead.opens_home())
    safety_lead.clicks("Next 20", on=safety_lead.home)
    assert _rows(safety_lead.home) == [oak[-1].id]
    opens(safety_lead, safety_lead.home)
    _shown(safety_lead, "Read by Jo Carter")
    assert _rows(safety_lead.home) == [oak[-1].id]


def test_nobody_else_has_a_queue(nurse, on_call, send):
    send()
    for person in (nurse, on_call):
        assert not person.opens_home().says("Open reports")


def test_what_somebody_else_has_read_meanwhile_is_shown_as_it_is_now(safety_lead, workspace, send):
    kim = workspace.person("Kim Adeyemi")
    report = send()
    before = kim.opens_home()
    assert before.says("New")
    opens(safety_lead, safety_lead.opens_home())
    _shown(safety_lead, "Read by Jo Carter")
    assert opens(kim, before).title == f"Incident {report.reference}"
    _shown(kim, "Read by Jo Carter")


def test_a_row_that_is_not_for_somebody_any_more_leaves_their_home(safety_lead, context, send):
    report = send()
    home = safety_lead.opens_home()
    with context.database.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO involved (incident_id, person) VALUES (?, ?)", (report.id.hex, safety_lead.id)
        )
    assert opens(safety_lead, home).title == "For the safety team"
    _shown(safety_lead, "There is no open report.")


def test_a_reference_is_found_in_three_taps_and_a_wrong_letter_is_noticed(safety_lead, nurse, workspace, send):
    report = send()
    home = safety_lead.opens_home()
    safety_lead.clicks("Find a reference", on=home)  # One.
    safety_lead.answers(reference=_wrong(report.reference))  # Two: into the field.
    refused = safety_lead.submits()
    assert refused.errors == {
        "reference": "Check each letter: this is not a reference. At least one is wrong or missing."
    }
    safety_lead.answers(reference=report.reference.lower().replace("-", ""))
    found = safety_lead.submits()  # Three.
    assert found.modal.title == f"Incident {report.reference}"
    assert found.says(WORDS)
    workspace.wait_until(lambda: nurse.opens_home().says("Read by the safety team"), reason="It is not marked.")


def test_a_reference_that_nobody_gave_is_not_found(safety_lead, send):
    send()
    safety_lead.clicks("Find a reference", on=safety_lead.opens_home())
    safety_lead.answers(reference="K7M4-XR9")
    assert safety_lead.submits().errors == {
        "reference": "Check each letter. You can open no report with this reference."
    }
    safety_lead.answers(reference="?")
    assert "not a reference" in safety_lead.submits().errors["reference"]


def test_somebody_who_is_involved_cannot_find_it_by_its_reference_either(safety_lead, send):
    report = send(involved=frozenset({safety_lead.id}))
    safety_lead.clicks("Find a reference", on=safety_lead.opens_home())
    safety_lead.answers(reference=report.reference)
    assert "no report with this reference" in safety_lead.submits().errors["reference"]
    safety_lead.dismisses()
    assert safety_lead.runs(f"/incident find {report.reference}", channel="safety-team").modal
    safety_lead.workspace.wait_until(lambda: safety_lead.modal.title == "Not found", reason="It was found.")


def test_while_nothing_can_be_looked_up_the_form_says_so(safety_lead, context, monkeypatch, send):
    report = send()
    safety_lead.clicks("Find a reference", on=safety_lead.opens_home())
    safety_lead.answers(reference=report.reference)
    with context.database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE involved RENAME TO away")
    assert safety_lead.submits().errors == {"reference": "Press Find again in a moment. Nothing could be looked up."}


@pytest.mark.parametrize("typed", ["find {}", "FIND   {}", "find {} "])
def test_the_command_finds_a_reference(safety_lead, send, typed):
    report = send()
    safety_lead.runs(f"/incident {typed.format(report.reference)}", channel="safety-team")
    safety_lead.workspace.wait_until(lambda: safety_lead.modal.says(WORDS), reason="It did not open.")
    assert safety_lead.modal.title == f"Incident {report.reference}"


@pytest.mark.parametrize("typed", ["find {}", "please find {}", "find {} quickly", "find of a ligature", "mine too"])
def test_what_does_not_fit_as_a_whole_is_a_report(safety_lead, send, typed):
    words = typed.format(_wrong(send().reference) if typed == "find {}" else send().reference)
    safety_lead.runs(f"/incident {words}", channel="safety-team")
    safety_lead.workspace.wait_until(lambda: "what" in safety_lead.modal.fields, reason="No form opened.")
    assert safety_lead.modal.field("what").value == words


def test_the_command_refuses_others_with_a_sentence(nurse, send):
    nurse.runs(f"/incident find {send(by='U0BEN00001').reference}", channel="oak-ward")
    nurse.workspace.wait_until(lambda: nurse.modal.title == "Not found", reason="Nothing was said.")


@pytest.mark.parametrize("way", ["All my reports", "/incident mine"])
def test_all_own_reports_are_listed_page_by_page(nurse, send, way):
    sent = [send() for _ in range(21)]
    home = nurse.opens_home()
    nurse.runs(way, channel="oak-ward") if way.startswith("/") else nurse.clicks(way, on=home)
    nurse.workspace.wait_until(lambda: nurse.modal.title == "All my reports", reason="No list opened.")
    assert (nurse.modal.says(sent[-1].reference), nurse.modal.says(sent[0].reference)) == (True, False)
    nurse.clicks("Next")
    assert (nurse.modal.says(sent[-1].reference), nurse.modal.says(sent[0].reference)) == (False, True)
    nurse.clicks("Back")
    assert nurse.modal.says(sent[-1].reference)


def test_an_action_is_answered_in_the_list_of_all(nurse, safety_lead, owner, safety_channel, workspace, context):
    for number in range(6):
        agrees_an_action(safety_lead, nurse, safety_channel, owner, change=f"Fit alarm {number}")
    home = owner.opens_home()
    for action in page_of_actions(context, owner.id, page=0).rows[:5]:
        complete_action(context, action.id, by=owner.id, now=context.clock.now())
    owner.clicks("All my actions", on=home)
    workspace.wait_until(lambda: owner.modal.title == "All my actions", reason="No list opened.")
    assert all(owner.modal.says(f"Fit alarm {number}") for number in range(6))
    owner.clicks("Move the date")
    workspace.wait_until(lambda: "due_on" in owner.modal.fields, reason="The form did not open.")
    owner.answers(due_on=date(2026, 12, 20))
    assert owner.submits().says("The new date is Sunday 20 December.")
    owner.closes()
    workspace.wait_until(
        lambda: owner.modal.says("Due Sunday 20 December."), reason="The list shows what was before."
    )
    owner.clicks("Done")
    workspace.wait_until(lambda: "Done" not in owner.modal.buttons, reason="The list shows what was before.")


def test_a_card_says_who_has_read_it_and_who_has_taken_it(safety_lead, safety_channel, workspace, send):
    report = send()
    card = card_about(safety_channel, report.reference)
    assert not card.shows("Jo Carter")

    def says(words: str) -> None:
        workspace.wait_until(
            lambda: card_about(safety_channel, report.reference).shows(words),
            reason=f"The card does not say {words!r}.",
        )

    opens(safety_lead, card)
    says("read by Jo Carter")
    safety_lead.clicks("Take")
    says("taken by Jo Carter")
    assert len(safety_channel.messages) == 1


def test_a_step_in_the_modal_is_seen_in_home_where_one_was(safety_lead, send):
    sent = [send() for _ in range(21)]
    safety_lead.clicks("Next 20", on=safety_lead.opens_home())
    opens(safety_lead, safety_lead.home)
    safety_lead.clicks("Take")
    _shown(safety_lead, "Taken by Jo Carter")
    assert _rows(safety_lead.home) == [sent[-1].id]
