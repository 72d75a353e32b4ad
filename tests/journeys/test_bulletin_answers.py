"""One tap back on a bulletin, words to the lead, and what the next bulletin says of it."""

from datetime import timedelta

from bot.domain.bulletins.edition import drafted_at, posted_at
from bot.domain.bulletins.schedule import WEEK
from bot.domain.calendar import local_date
from bot.domain.service.service import Role
from bot.usecases.service.load import load_service
from bot.views.kit import dates
from tests.domain.examples import a_person
from tests.journeys.steps import (
    approves_a_learning_point,
    approves_the_bulletin,
    bulletins_are_ready,
    days_pass,
    direct_message,
    writes_a_learning_point,
)

MOMENT = timedelta(seconds=1)
WROTE = "Could the huddle be at seven?"


def _bulletin(oak_ward, number):
    """The bulletin with this number, once it is there."""
    oak_ward.workspace.wait_until(lambda: len(oak_ward.messages) >= number, reason="No bulletin came.")
    return oak_ward.messages[number - 1]


def _answers(person, words, bulletin, *, then):
    person.clicks(words, on=bulletin)
    person.workspace.wait_until(lambda: person.modals and person.modal.says(then), reason=f"Nothing says {then}.")


def test_a_ward_answers_with_one_tap_and_the_next_bulletin_says_what_became_of_it(
    workspace, nurse, safety_lead, oak_ward, context
):
    lead = a_person(slack_id=nurse.id, name=nurse.name, team="oak-ward", roles=frozenset({Role.TEAM_LEAD}))
    others = tuple(person for person in context.service.people if person.slack_id != nurse.id)
    load_service(
        context.database, context.service.model_copy(update={"people": (*others, lead)}), now=workspace.clock.now()
    )
    monday = bulletins_are_ready(workspace, context)
    workspace.clock.to(monday + MOMENT)
    posted = _bulletin(oak_ward, 1)
    assert posted.buttons[:4] == ["We'll try it", "We already do", "Not for us", "Talked about in huddle"]
    people = [workspace.person(each.name) for each in context.service.people if each.slack_id != nurse.id][:5]
    for person in people:
        _answers(person, "We'll try it", posted, then="Your answer is saved without your name.")
        person.dismisses()
    writer = people[0]
    _answers(writer, "Not for us", posted, then="You have answered this bulletin already.")
    writer.clicks("Write to the lead")
    workspace.wait_until(lambda: "words" in writer.modal.fields, reason="No form opened.")
    writer.answers(words=WROTE)
    assert writer.submits().says("Sent without your name.")
    writer.dismisses()

    days_pass(workspace, 2)
    told = direct_message(nurse, "wrote about its bulletin")
    assert not told.shows(WROTE)
    nurse.clicks("Read it", on=told)
    workspace.wait_until(lambda: nurse.modals and nurse.modal.says(WROTE), reason="The words are not shown.")
    assert not nurse.modal.says(writer.name)
    nurse.dismisses()

    writes_a_learning_point(safety_lead, words="Two people hear more than one.")
    safety_lead.dismisses()
    approver, zone = workspace.person("Kim Adeyemi"), context.service.zone
    approves_a_learning_point(approver)
    following = local_date(monday, zone) + WEEK
    workspace.clock.to(drafted_at(following, zone) + MOMENT)
    named = dates.day(following, today=local_date(workspace.clock.now(), zone))
    read = approves_the_bulletin(approver, f"Oak Ward for {named}")
    assert "Five or more will try it." in read
    workspace.clock.to(posted_at(following, zone) + MOMENT)
    assert _bulletin(oak_ward, 2).shows("Five or more will try it.")
