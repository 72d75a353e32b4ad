"""What people are promised about readers is what the access table says."""

import dataclasses

import pytest

from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.access import TABLE, Act, Circumstances, Standing, may, safety_leads, standings
from bot.domain.service.service import Role
from bot.views.kit import readers
from scripts import access
from tests.domain.examples import ELM, OAK, a_person, a_service

SERVICE = a_service(
    teams=(OAK.model_copy(update={"shift_lead": "U0SHIFT"}), ELM),
    people=(
        a_person(slack_id="U0TRIAGER", roles=frozenset({Role.SAFETY_TEAM})),
        a_person(slack_id="U0LEAD", roles=frozenset({Role.SAFETY_LEAD})),
        a_person(slack_id="U0DEPUTY", roles=frozenset({Role.SAFETY_DEPUTY})),
        a_person(slack_id="U0ONCALL", roles=frozenset({Role.ON_CALL})),
        a_person(slack_id="U0EXEC", roles=frozenset({Role.EXECUTIVE})),
        a_person(slack_id="U0GOV", roles=frozenset({Role.GOVERNANCE})),
        a_person(slack_id="U0GUARDIAN", roles=frozenset({Role.GUARDIAN})),
        a_person(slack_id="U0ADMIN", roles=frozenset({Role.ADMINISTRATOR})),
        a_person(slack_id="U0WARD", roles=frozenset({Role.TEAM_LEAD}), team="oak"),
        a_person(slack_id="U0SHIFT", roles=frozenset(), team="oak"),
        a_person(slack_id="U0OTHER", roles=frozenset({Role.TEAM_LEAD}), team=None),
    ),
    guardian_name="Gwen Hale",
    guardian_phone="01632 960 040",
)
STANDS = {
    "U0TRIAGER": Standing.TRIAGER,
    "U0LEAD": Standing.SAFETY_LEAD,
    "U0DEPUTY": Standing.SAFETY_LEAD,
    "U0ONCALL": Standing.ON_ROTA,
    "U0EXEC": Standing.EXECUTIVE,
    "U0GOV": Standing.GOVERNANCE,
    "U0GUARDIAN": Standing.GUARDIAN,
    "U0ADMIN": Standing.ADMINISTRATOR,
    "U0WARD": Standing.TEAM_LEAD,
    "U0SHIFT": Standing.SHIFT_LEAD,
    "U0REPORTER": Standing.REPORTER,
    "U0HOLDER": Standing.HOLDER,
    "U0REVIEWER": Standing.REVIEWER,
    "U0LEADING": Standing.REVIEW_LEAD,
    "U0NOBODY": Standing.ANYBODY,
}


ALSO = {each: {Standing.ANYBODY} for each in Standing} | {Standing.REVIEW_LEAD: {Standing.ANYBODY, Standing.REVIEWER}}
"""Whoever leads a review takes part in it."""


def about(sensitivity=Sensitivity.ORDINARY, **changes):
    facts = {
        "reporters": {"U0REPORTER"},
        "holder": "U0HOLDER",
        "reviewers": {"U0REVIEWER"},
        "review_lead": "U0LEADING",
    }
    return Circumstances(team="oak", sensitivity=sensitivity, **{**facts, **changes})


@pytest.mark.parametrize("sensitivity", Sensitivity)
@pytest.mark.parametrize("act", Act)
def test_each_person_may_do_what_the_table_says_of_how_they_stand_to_it(act, sensitivity):
    allowed = {person for person in STANDS if may(SERVICE, person, act, about(sensitivity))}
    listed = TABLE[sensitivity][act]
    assert allowed == {person for person, standing in STANDS.items() if {standing, *ALSO.get(standing, ())} & listed}


def test_team_leads_governance_and_administrators_never_read_words_or_names():
    for sensitivity in Sensitivity:
        for act in (Act.READ_WORDS, Act.READ_NAMES, Act.LOOK_UP_NAME):
            assert not TABLE[sensitivity][act] & {Standing.TEAM_LEAD, Standing.GOVERNANCE, Standing.ADMINISTRATOR}
            assert not TABLE[sensitivity][act] & {Standing.ANYBODY, Standing.ON_ROTA, Standing.EXECUTIVE}


def test_the_lead_of_another_team_is_not_the_lead_of_this_one():
    assert standings(SERVICE, "U0OTHER", about()) == {Standing.ANYBODY}


def test_somebody_who_is_involved_may_only_what_a_reporter_may():
    involved = about(involved=set(STANDS), holder="U0TRIAGER")
    assert standings(SERVICE, "U0TRIAGER", involved) == {Standing.ANYBODY}
    assert standings(SERVICE, "U0REPORTER", involved) == {Standing.ANYBODY, Standing.REPORTER}


def test_an_executive_stands_in_for_a_lead_who_is_involved():
    assert safety_leads(SERVICE) == ("U0LEAD", "U0DEPUTY")
    assert safety_leads(SERVICE, {"U0LEAD"}) == ("U0EXEC",)
    assert Standing.SAFETY_LEAD in standings(SERVICE, "U0EXEC", about(involved={"U0LEAD"}))
    assert safety_leads(SERVICE, {"U0DEPUTY"}) == ("U0LEAD",)


def test_a_service_without_a_named_lead_has_its_safety_team_act_as_one():
    both = a_service(people=(a_person(slack_id="U0A", roles=frozenset({Role.SAFETY_TEAM, Role.ON_CALL})),))
    assert safety_leads(both) == ("U0A",)
    assert safety_leads(both, {"U0A"}) == ()


def test_the_sentences_name_everybody_whom_the_table_allows():
    assert set(readers.CALLED) == set(Standing)
    for sensitivity in set(Sensitivity) - CONCERNS:
        for standing, words in readers.CALLED.items():
            assert (words in readers.who_reads()) >= (standing in TABLE[sensitivity][Act.READ_WORDS])
            assert (words in readers.who_sees_the_name()) >= (standing in TABLE[sensitivity][Act.READ_NAMES])


@pytest.mark.parametrize(
    ("sensitivity", "standing", "words"),
    [
        (Sensitivity.CONCERN, Standing.SAFETY_LEAD, "Read by the safety lead alone."),
        (Sensitivity.GUARDIAN, Standing.GUARDIAN, "Read by the guardian alone."),
    ],
)
def test_a_concern_has_one_reader_and_the_sentence_names_them(sensitivity, standing, words):
    allowed = {standing for act in OF_READERS for standing in TABLE[sensitivity][act]}
    assert allowed == {standing}
    assert readers.who_reads_a_concern(sensitivity).startswith(words)
    assert not any(TABLE[sensitivity][act] for act in (Act.BREAK_GLASS, Act.MERGE, Act.LIFT_RESTRICTION))


OF_READERS = (Act.FIND, Act.READ_WORDS, Act.READ_NAMES, Act.LOOK_UP_NAME, Act.TAKE, Act.CONVERSE, Act.CLOSE)


@pytest.mark.parametrize("sensitivity", sorted(CONCERNS))
def test_whoever_leads_the_team_of_a_concern_reads_it_in_no_other_role(sensitivity):
    roles = frozenset({Role.TEAM_LEAD, Role.SAFETY_LEAD, Role.GUARDIAN, Role.SAFETY_TEAM})
    person = a_person(slack_id="U0WARD", roles=roles, team="oak")
    service = SERVICE.model_copy(update={"people": (*SERVICE.people[:-2], person)})
    assert not may(service, "U0WARD", Act.READ_WORDS, about(sensitivity, holder="U0WARD"))
    elsewhere = dataclasses.replace(about(sensitivity), team="elm")
    assert may(service, "U0WARD", Act.READ_WORDS, elsewhere)


@pytest.mark.parametrize("sensitivity", sorted(Sensitivity))
def test_the_form_says_that_whoever_has_the_danger_looks_names_up_exactly_where_they_may(sensitivity):
    may_look = Standing.HOLDER in TABLE[sensitivity][Act.LOOK_UP_NAME]
    said = readers.who_looks_up_in_danger(sensitivity)
    assert (readers.CALLED[Standing.HOLDER].removesuffix(" the danger") in said) == bool(said) == may_look
    assert may_look == (sensitivity not in CONCERNS)
    assert len(said.split(". ")[0].split()) <= 20
    assert "whoever has" not in readers.who_looks_up(sensitivity)


def test_the_page_on_access_is_drawn_from_the_table():
    assert access.PAGE.read_text(encoding="utf-8") == access.page(), "run `make access`"
