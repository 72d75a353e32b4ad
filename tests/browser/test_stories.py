"""Whole stories in the sandbox's page at a phone's width: nights of danger, and a report until it is closed."""

from dataclasses import replace

import pytest
from playwright.sync_api import Locator, expect

from bot.domain.service.service import Person, Role
from tests.browser.pages import PHONE, Desk
from tests.browser.test_danger_at_night import HARRY, IVY, LEE, looks_at_messages, takes
from tests.browser.test_the_page import AMARA, CHLOE, JO, OAK, SAFETY
from tests.journeys.steps import REFERENCE, WORDS, card_about, minutes_pass, reference_in
from tests.journeys.steps import reports as person_reports
from tests.journeys.test_ladder import it_is_two_at_night

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
KIM, LEE_ID = "U0KIM00001", "U0LEE00001"
AT_RISK = "Someone may still be at risk"
SILENT = "Slack will probably wake nobody. Phone 01632 960 001."
REASON = "The alarm was silent twice this month"


@pytest.fixture
def kim(browser, workspace, context):
    """A second phone, of somebody else of the safety team."""
    second = Desk(browser, workspace.address, size=PHONE)
    yield second
    second.close()


@pytest.fixture
def at_night(workspace, context):
    it_is_two_at_night(workspace, context, workspace.person(HARRY), workspace.person(IVY))


def have_roles(workspace, context, **roles: frozenset[Role]) -> None:
    """These people, by the words of their names, have these roles and no other; Chloe's team is Oak Ward."""
    workspace.wait_until(lambda: context.service_version, reason="No tick has read the service.")
    people = tuple(
        Person(**person.model_dump() | {"roles": roles.get(person.name.partition(" ")[0], person.roles)})
        for person in context.service.people
    )
    context.service = context.service.model_copy(update={"people": people})


def nurse_reports(workspace, **answers: str) -> str:
    """Amara, off the screen. Returns the reference."""
    nurse = workspace.person("Amara Okafor")
    reference = reference_in(person_reports(nurse, **answers))
    nurse.dismisses()
    return reference


def opens_the_form(phone) -> Locator:
    phone.sits_down_as(AMARA, at=OAK)
    phone.types("/incident", place="#oak-ward")
    return phone.dialog("Report")


def opens(desk, workspace, reference: str, *, person: str = JO) -> Locator:
    """Press Open on the card in the safety channel."""
    card_about(workspace.channel("safety-team"), reference)
    desk.sits_down_as(person, at=SAFETY)
    desk.message(reference).get_by_role("button", name="Open").click()
    opened = desk.dialog(f"Incident {reference}")
    expect(opened).to_contain_text(WORDS)
    return opened


def closes(desk, title: str, *, button: str = "Done") -> None:
    desk.dialog(title).get_by_role("button", name=button, exact=True).last.click()


def decides(desk, *, reason: str = REASON, category: str = "Building or estates") -> Locator:
    """Fill in the decision and send it; the form, or what stands in its place."""
    form = desk.dialog("Decide")
    form.get_by_label("Which category is it?").select_option(label=category)
    form.get_by_role("radiogroup", name="Physical harm").get_by_role("radio", name="Moderate").check()
    form.get_by_role("radiogroup", name="Psychological harm").get_by_role("radio", name="Low").check()
    form.get_by_label("How do we learn from it?").select_option(label="Local review")
    form.get_by_label("Why?").fill(reason)
    form.get_by_label("Who leads it?").select_option(JO)
    form.get_by_label("By when?").fill("2026-12-08")
    form.get_by_role("button", name="Decide", exact=True).click()
    return form


@pytest.mark.usefixtures("at_night")
def test_pressed_and_forgotten_the_ladder_goes_on_and_says_so(phone, workspace):
    nurse_reports(workspace, still_at_risk="yes")
    looks_at_messages(phone, workspace, LEE_ID)
    takes(phone)
    minutes_pass(workspace, 15)
    asked = phone.message("Is everybody on Oak Ward safe now?")
    for button in ("Safe now", "Still working on it", "Give it back"):
        expect(asked.get_by_role("button", name=button)).to_be_visible()
    minutes_pass(workspace, 10)
    looks_at_messages(phone, workspace, workspace.person(HARRY).id)
    expect(phone.message(AT_RISK)).to_contain_text("Lee Fraser had this and has not answered.")
    looks_at_messages(phone, workspace, AMARA)
    expect(phone.message("Nobody has this now.")).to_contain_text("Phone 01632 960 001")
    looks_at_messages(phone, workspace, workspace.person(HARRY).id)
    takes(phone)
    looks_at_messages(phone, workspace, AMARA)
    phone.message("Harry Singh has this")


def test_the_whole_workspace_is_paused_and_everybody_reads_whom_to_phone(phone, workspace, context):
    with workspace.change():
        for member in workspace.members.values():
            workspace.members[member.id] = replace(member, quiet=("22:00", "08:00"))
    asked = [workspace.person(name) for name in (LEE, HARRY, IVY)]
    _, second, executive = asked
    it_is_two_at_night(workspace, context, second, executive)
    workspace.wait_until(
        lambda: all(context.quiet_hours.paused(person.id, now=context.clock.now()) for person in asked),
        reason="Slack has not told.",
    )
    form = opens_the_form(phone)
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("radio", name="Yes", exact=True).first.check()
    form.get_by_role("button", name="Send").click()
    closes(phone, "Phone now")
    looks_at_messages(phone, workspace, AMARA)
    expect(phone.message("Your report is saved")).to_contain_text(SILENT)
    phone.sits_down_as(AMARA, at="home")
    expect(phone.page.get_by_role("region", name="App Home")).to_contain_text(SILENT)
    phone.sits_down_as(JO, at=SAFETY)
    expect(phone.message(AT_RISK)).to_contain_text(SILENT)
    looks_at_messages(phone, workspace, second.id)
    expect(phone.message(AT_RISK)).to_contain_text("Harry Singh: notifications paused, may not ring.")
    takes(phone)
    looks_at_messages(phone, workspace, AMARA)
    phone.message("Harry Singh has this")


def test_a_moderate_harm_is_decided_asked_about_answered_and_closed(phone, workspace):
    reference = nurse_reports(workspace)
    opened = opens(phone, workspace, reference)
    opened.get_by_role("button", name="Take", exact=True).click()
    expect(opened).to_contain_text("has this since")
    opened.get_by_role("button", name="Decide", exact=True).click()
    decides(phone)
    closes(phone, "Decided")
    opened.get_by_role("button", name="Ask the reporter", exact=True).click()
    form = phone.dialog("Ask the reporter")
    form.get_by_label("What do you want to ask?").fill("Which of the two doors was it?")
    form.get_by_role("button", name="Ask").click()
    closes(phone, "Asked")
    closes(phone, f"Incident {reference}", button="Close")

    looks_at_messages(phone, workspace, AMARA)
    phone.message("There is a question about").get_by_role("button", name="Read it").click()
    own = phone.dialog(f"Report {reference}")
    expect(own).to_contain_text("Which of the two doors was it?")
    own.get_by_role("button", name="Reply").click()
    form = phone.dialog("Write back")
    form.get_by_role("textbox").fill("The east door")
    form.get_by_role("button", name="Send").click()
    closes(phone, "Sent")
    closes(phone, f"Report {reference}", button="Close")

    opened = opens(phone, workspace, reference)
    expect(opened).to_contain_text("The east door")
    opened.get_by_role("button", name="Answer", exact=True).click()
    form = phone.dialog("Answer")
    form.get_by_role("radio", name="We have made a change").check()
    form.get_by_role("button", name="Send the answer").click()
    closes(phone, "Answered")
    opened.get_by_role("button", name="Close the incident").click()
    expect(opened).to_contain_text("Closed by")
    closes(phone, f"Incident {reference}", button="Close")

    looks_at_messages(phone, workspace, AMARA)
    phone.message("There is an answer about").get_by_role("button", name="Read it").click()
    own = phone.dialog(f"Report {reference}")
    own.get_by_role("button", name="It helped").click()
    expect(own).to_contain_text("Thank you for telling us that it helped.")


def test_a_restricted_report_reaches_neither_its_subject_nor_the_team_lead_and_glass_is_broken_with_a_reason(
    phone, workspace, context
):
    it_is_two_at_night(workspace, context, workspace.person(HARRY), workspace.person(IVY))
    have_roles(
        workspace,
        context,
        Chloe=frozenset({Role.TEAM_LEAD}),
        Jo=frozenset({Role.SAFETY_TEAM, Role.SAFETY_LEAD}),
        Kim=frozenset({Role.GOVERNANCE}),
    )
    form = opens_the_form(phone)
    form.get_by_label("What happened?", exact=True).fill(WORDS)
    form.get_by_role("radio", name="Yes", exact=True).first.check()
    form.get_by_role("button", name="Change").click()
    form.get_by_label("What kind of thing was it?").select_option(label="Abuse, neglect or sexual safety")
    form.get_by_label("Somebody who would see this is involved").check()
    form.get_by_label(LEE, exact=True).check()
    form.get_by_role("button", name="Send").click()
    receipt = phone.dialog("Phone now")
    found = REFERENCE.search(receipt.inner_text())
    assert found
    reference = found.group()
    receipt.get_by_role("button", name="Done").click()

    looks_at_messages(phone, workspace, workspace.person(HARRY).id)
    rung = phone.message(AT_RISK)
    expect(rung).not_to_contain_text("Abuse")
    takes(phone)
    assert not workspace.person(LEE).direct_messages

    phone.sits_down_as(CHLOE, at=OAK)
    phone.types(f"/incident find {reference}", place="#oak-ward")
    expect(phone.page.get_by_role("dialog")).to_contain_text("We cannot find this.")

    phone.sits_down_as(KIM, at=SAFETY)
    phone.message(reference).get_by_role("button", name="Open").click()
    refused = phone.dialog("For the safety team")
    expect(refused).not_to_contain_text(WORDS)
    refused.get_by_role("button", name="Open with a reason").click()
    form = phone.dialog("Open with a reason")
    form.get_by_label("Why must you open it?").fill("The coroner asks today")
    form.get_by_role("button", name="Open it").click()
    expect(phone.dialog(f"Incident {reference}")).to_contain_text(WORDS)
    for told in (JO, workspace.person(IVY).id):
        looks_at_messages(phone, workspace, told)
        phone.message(f"Kim Adeyemi opened report {reference} with a reason")


@pytest.mark.usefixtures("at_night")
def test_on_call_is_handed_over_and_danger_rings_whoever_said_yes(phone, workspace):
    harry = workspace.person(HARRY).id
    phone.sits_down_as(LEE_ID, at="home")
    home = phone.page.get_by_role("region", name="App Home")
    home.get_by_role("button", name="Hand over").click()
    form = phone.dialog("Hand over")
    form.get_by_label("Who takes over from you?").select_option(harry)
    form.get_by_role("button", name="Ask them").click()
    expect(phone.dialog("Asked")).to_contain_text("Until they say yes, you are on call.")
    closes(phone, "Asked")
    looks_at_messages(phone, workspace, harry)
    phone.message("asks you to take over on call").get_by_role("button", name="Yes, I have it").click()
    expect(phone.dialog("On call")).to_contain_text("Danger is sent to you first.")
    closes(phone, "On call")
    looks_at_messages(phone, workspace, LEE_ID)
    phone.message("You are not on call any more.")
    phone.sits_down_as(harry, at="home")
    expect(home).to_contain_text("You are on call until")
    nurse_reports(workspace, still_at_risk="yes")
    looks_at_messages(phone, workspace, harry)
    phone.message(AT_RISK)
    assert not [message for message in workspace.person(LEE).direct_messages if message.shows(AT_RISK)]


def test_of_two_who_decide_at_once_one_wins_and_the_other_keeps_what_they_typed(phone, kim, workspace):
    reference = nurse_reports(workspace)
    for desk, person in ((phone, JO), (kim, KIM)):
        opens(desk, workspace, reference, person=person).get_by_role("button", name="Decide", exact=True).click()
        desk.dialog("Decide")
    decides(phone)
    phone.dialog("Decided")
    refused = decides(kim, reason="The lock was forced")
    expect(refused.get_by_role("alert")).to_contain_text("Jo Carter decided on ")
    expect(refused.get_by_label("Why?")).to_have_value("The lock was forced")


def test_a_reporter_adds_something_and_then_takes_it_back(phone, workspace):
    reference = nurse_reports(workspace)
    phone.sits_down_as(AMARA, at="home")
    home = phone.page.get_by_role("region", name="App Home")
    home.get_by_role("button", name="Open").click()
    own = phone.dialog(f"Report {reference}")
    for button, words in (("Add something", "He also fell"), ("Take it back", "I mixed up two wards")):
        own.get_by_role("button", name=button).click()
        form = phone.page.get_by_role("dialog").filter(has=phone.page.get_by_role("textbox"))
        form.get_by_role("textbox").fill(words)
        form.locator("button[type=submit]").click()
        phone.page.get_by_role("button", name="Done").click()
        expect(own).to_contain_text(words)
    expect(own).to_contain_text(WORDS)
    own.get_by_role("button", name="Close", exact=True).last.click()
    expect(home).to_contain_text("You took it back.")
    opened = opens(phone, workspace, reference)
    expect(opened).to_contain_text("He also fell")
    expect(opened).to_contain_text("I mixed up two wards")
