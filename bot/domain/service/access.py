"""Who may do what with an incident: one table. Every promise about who reads what is printed from it.

A person stands to an incident in one or more ways. The table says which of these may do what, for ordinary and for
restricted incidents, and for concerns, of which fewer people may know. Somebody who is involved in an incident
stands to it as its reporter at most; whoever leads the team of a concern, as nothing more than that.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from bot.domain.sensitivity import CONCERNS, Sensitivity
from bot.domain.service.service import Role, Service, Team


class Standing(StrEnum):
    """How a person stands to an incident."""

    ANYBODY = "anybody"
    """Every member and guest of the workspace."""
    REPORTER = "reporter"
    """Sent one of its reports."""
    HOLDER = "holder"
    """Has taken its danger, while it lasts."""
    REVIEWER = "reviewer"
    """Takes part in its review."""
    REVIEW_LEAD = "review_lead"
    """Leads its review, and takes part in it."""
    ON_ROTA = "on_rota"
    TEAM_LEAD = "team_lead"
    """Leads the team that it happened in."""
    SHIFT_LEAD = "shift_lead"
    """Is named to be asked after harm in the team that it happened in."""
    TRIAGER = "triager"
    SAFETY_LEAD = "safety_lead"
    """The safety lead or the deputy; an executive where the lead is involved."""
    EXECUTIVE = "executive"
    APPROVER = "approver"
    """Named to approve the bulletin of a team."""
    GOVERNANCE = "governance"
    GUARDIAN = "guardian"
    """The Freedom to Speak Up Guardian."""
    ADMINISTRATOR = "administrator"


class Act(StrEnum):
    """What may be done."""

    REPORT = "report"
    READ_OWN_REPORT = "read_own_report"
    WRITE_TO_OWN_REPORT = "write_to_own_report"
    FIND = "find"
    """See it in lists, in search and among similar ones."""
    READ_WORDS = "read_words"
    READ_NAMES = "read_names"
    """See who sent a report, where the reporter is named."""
    TAKE = "take"
    DECIDE = "decide"
    CONVERSE = "converse"
    """Ask the reporter, answer, say why there is no answer."""
    MERGE = "merge"
    HAND_OVER = "hand_over"
    REDACT = "redact"
    CLOSE = "close"
    AGREE_ACTION = "agree_action"
    WRITE_LEARNING = "write_learning"
    """Write or approve a learning point."""
    KEEP_THEMES = "keep_themes"
    """Look for themes, name, confirm and retire them: of incidents that this person may find, and of no others."""
    KEEP_RECOMMENDATIONS = "keep_recommendations"
    """Keep the register of recommendations from outside."""
    READ_REVIEW = "read_review"
    """Read what everybody wrote in its review."""
    WRITE_REVIEW = "write_review"
    """Write in boxes of their own."""
    LEAD_REVIEW = "lead_review"
    """Invite people, take them off, agree the review."""
    SEE_PATHWAY = "see_pathway"
    """See how far it has come, without a word of it."""
    APPROVE_BULLETIN = "approve_bulletin"
    CHANGE_BULLETIN = "change_bulletin"
    """See past bulletins and the next draft of a team; change its day and time, pause it, name who approves it."""
    READ_WRITTEN_BACK = "read_written_back"
    """Read what people of a team write about its bulletin."""
    READ_DIGEST = "read_digest"
    """Get the weekly digest of the service, and say when it comes. It counts what they may find, without a word."""
    RESTRICT = "restrict"
    LIFT_RESTRICTION = "lift_restriction"
    LOOK_UP_NAME = "look_up_name"
    """See who sent a confidential report, with a reason. Whoever has its danger may, while it lasts."""
    REVIEW_LOOK_UP = "review_look_up"
    """Say whether it was right that whoever had a danger looked a name up. Never whoever did."""
    ASK_TO_PHONE = "ask_to_phone"
    """Ask the reporter to phone, without seeing who that is."""
    TAKE_DANGER = "take_danger"
    END_DANGER = "end_danger"
    """Say that everybody is safe now, with what was done."""
    DOWNGRADE_DANGER = "downgrade_danger"
    BE_ON_CALL = "be_on_call"
    """Say until when, take over, hand over."""
    SEE_TEST = "see_test"
    """Say that a test alert has arrived."""
    SAY_SUPPORT = "say_support"
    """Say after harm that support was offered, or done."""
    BREAK_GLASS = "break_glass"
    """Open it against the table, with a reason; the safety lead and one further role are told."""
    READ_FIGURES = "read_figures"
    """Read the figures and papers of the whole service, in which small numbers are hidden. Never a word."""
    SIGN_PAPER = "sign_paper"
    """Sign a paper, and write down what its forum decided. Of these, only those whom the forum names."""


_LEADS = frozenset({Standing.SAFETY_LEAD})
_TEAM = frozenset({Standing.TRIAGER, Standing.SAFETY_LEAD})
_READERS = _TEAM | {Standing.HOLDER, Standing.REVIEWER}
_REVIEWERS = frozenset({Standing.REVIEWER})
_REVIEW_LEAD = frozenset({Standing.REVIEW_LEAD})
_ANYBODY = frozenset({Standing.ANYBODY})
_REPORTER = frozenset({Standing.REPORTER})
_GUARDIAN = frozenset({Standing.GUARDIAN})
_DANGER = _TEAM | {Standing.ON_ROTA, Standing.EXECUTIVE}

_ACTS: Mapping[Act, frozenset[Standing]] = {
    Act.REPORT: _ANYBODY,
    Act.READ_OWN_REPORT: _REPORTER,
    Act.WRITE_TO_OWN_REPORT: _REPORTER,
    Act.FIND: _TEAM,
    Act.READ_WORDS: _READERS,
    Act.READ_NAMES: _TEAM,
    Act.TAKE: _TEAM,
    Act.DECIDE: _TEAM,
    Act.CONVERSE: _TEAM,
    Act.MERGE: _TEAM,
    Act.HAND_OVER: _TEAM,
    Act.REDACT: _TEAM,
    Act.CLOSE: _TEAM,
    Act.AGREE_ACTION: _TEAM | _REVIEW_LEAD,
    Act.WRITE_LEARNING: _TEAM | _REVIEW_LEAD,
    Act.KEEP_THEMES: _LEADS,
    Act.KEEP_RECOMMENDATIONS: _LEADS,
    Act.READ_REVIEW: _TEAM | _REVIEWERS,
    Act.WRITE_REVIEW: _REVIEWERS,
    Act.LEAD_REVIEW: _REVIEW_LEAD,
    Act.SEE_PATHWAY: _TEAM | _REVIEWERS,
    Act.APPROVE_BULLETIN: _LEADS | {Standing.APPROVER},
    Act.CHANGE_BULLETIN: _LEADS | {Standing.TEAM_LEAD},
    Act.READ_WRITTEN_BACK: _LEADS | {Standing.TEAM_LEAD},
    Act.READ_DIGEST: _LEADS,
    Act.RESTRICT: _TEAM,
    Act.LIFT_RESTRICTION: _LEADS,
    Act.LOOK_UP_NAME: _LEADS | {Standing.HOLDER},
    Act.REVIEW_LOOK_UP: _LEADS,
    Act.ASK_TO_PHONE: _TEAM | {Standing.HOLDER},
    Act.TAKE_DANGER: _DANGER,
    Act.END_DANGER: frozenset({Standing.HOLDER}),
    Act.DOWNGRADE_DANGER: _LEADS,
    Act.BE_ON_CALL: frozenset({Standing.ON_ROTA}),
    Act.SEE_TEST: _DANGER,
    Act.SAY_SUPPORT: _LEADS | {Standing.TEAM_LEAD, Standing.SHIFT_LEAD},
    Act.BREAK_GLASS: frozenset({Standing.TEAM_LEAD, Standing.EXECUTIVE, Standing.GOVERNANCE}),
    Act.READ_FIGURES: _TEAM | {Standing.EXECUTIVE, Standing.GOVERNANCE},
    Act.SIGN_PAPER: _TEAM | {Standing.EXECUTIVE, Standing.GOVERNANCE},
}

_OF_CONCERN_READERS = frozenset(
    {
        *(Act.FIND, Act.READ_WORDS, Act.READ_NAMES, Act.LOOK_UP_NAME, Act.TAKE, Act.DECIDE, Act.CONVERSE),
        *(Act.HAND_OVER, Act.REDACT, Act.CLOSE, Act.AGREE_ACTION, Act.WRITE_LEARNING, Act.SEE_PATHWAY),
        *(Act.REVIEW_LOOK_UP, Act.ASK_TO_PHONE),
    }
)
_OF_NO_CONCERN = frozenset(
    {
        *(Act.MERGE, Act.RESTRICT, Act.LIFT_RESTRICTION, Act.BREAK_GLASS),
        *(Act.READ_REVIEW, Act.WRITE_REVIEW, Act.LEAD_REVIEW, Act.SAY_SUPPORT),
    }
)
"""A concern is one person's: it joins no other, nobody is invited to it, and no reason opens it."""


def _of_concern(readers: frozenset[Standing]) -> Mapping[Act, frozenset[Standing]]:
    """The table of a concern with these readers. Danger is the same for all: help comes first."""
    changed = dict.fromkeys(_OF_CONCERN_READERS, readers) | dict.fromkeys(_OF_NO_CONCERN, frozenset())
    return MappingProxyType({**_ACTS, **changed})


TABLE: Mapping[Sensitivity, Mapping[Act, frozenset[Standing]]] = MappingProxyType(
    {
        Sensitivity.ORDINARY: MappingProxyType(_ACTS),
        Sensitivity.RESTRICTED: MappingProxyType({**_ACTS, Act.SAY_SUPPORT: _LEADS}),
        Sensitivity.CONCERN: _of_concern(_LEADS),
        Sensitivity.GUARDIAN: _of_concern(_GUARDIAN),
    }
)

_BY_ROLE: Mapping[Role, Standing] = {
    Role.SAFETY_TEAM: Standing.TRIAGER,
    Role.SAFETY_LEAD: Standing.SAFETY_LEAD,
    Role.SAFETY_DEPUTY: Standing.SAFETY_LEAD,
    Role.ON_CALL: Standing.ON_ROTA,
    Role.EXECUTIVE: Standing.EXECUTIVE,
    Role.GOVERNANCE: Standing.GOVERNANCE,
    Role.GUARDIAN: Standing.GUARDIAN,
    Role.ADMINISTRATOR: Standing.ADMINISTRATOR,
}


_CAN_APPROVE = (Role.SAFETY_TEAM, Role.SAFETY_LEAD, Role.SAFETY_DEPUTY)


@dataclass(frozen=True)
class Circumstances:
    """Who has to do with an incident. `involved` are the people of whom a reporter said that they are part of it."""

    team: str
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    reporters: Collection[str] = ()
    holder: str | None = None
    reviewers: Collection[str] = ()
    review_lead: str | None = None
    involved: Collection[str] = ()
    approvers: Collection[str] = ()
    """Of the bulletin of its team."""


NO_INCIDENT = Circumstances(team="")
"""For what is done without an incident."""


def standings(service: Service, person: str, about: Circumstances) -> frozenset[Standing]:
    """Every way in which this person stands to the incident."""
    own = {Standing.ANYBODY} | ({Standing.REPORTER} if person in about.reporters else set())
    if person in about.involved:
        return frozenset(own)
    if about.sensitivity in CONCERNS and service.leads_team(person, about.team):
        return frozenset({*own, Standing.TEAM_LEAD})  # Whatever else they are: a concern may be about them.
    roles = {standing for role, standing in _BY_ROLE.items() if service.may(person, role)}
    if service.leads_team(person, about.team):
        roles.add(Standing.TEAM_LEAD)
    if leads_shifts(service, about.team) == person:
        roles.add(Standing.SHIFT_LEAD)
    if person in safety_leads(service, about.involved):
        roles.add(Standing.SAFETY_LEAD)
    if person in about.approvers and can_approve(service, person, about.team):
        roles.add(Standing.APPROVER)
    return frozenset(own | roles | _named_for_it(person, about))


def _named_for_it(person: str, about: Circumstances) -> set[Standing]:
    """By the incident itself, whatever their roles are."""
    named = {Standing.HOLDER} if person == about.holder else set()
    if person in about.reviewers:
        named.add(Standing.REVIEWER)
    if person == about.review_lead:
        named |= {Standing.REVIEWER, Standing.REVIEW_LEAD}
    return named


def safety_leads(service: Service, involved: Collection[str] = ()) -> tuple[str, ...]:
    """Who acts as safety lead: the lead and the deputy, or the whole safety team where no lead is named.

    Where a lead is involved an executive stands in, and where there is none, whoever is left.
    """
    usual = _usual_leads(service)
    if not set(involved).isdisjoint(stood_in_for(service)):
        usual = _people(service, Role.EXECUTIVE) or usual
    return tuple(person for person in usual if person not in involved)


def stood_in_for(service: Service) -> tuple[str, ...]:
    """If one of these is involved in an incident, an executive stands in as its safety lead."""
    return _people(service, Role.SAFETY_LEAD) or _usual_leads(service)


def _usual_leads(service: Service) -> tuple[str, ...]:
    named = (*_people(service, Role.SAFETY_LEAD), *_people(service, Role.SAFETY_DEPUTY))
    return named or _people(service, Role.SAFETY_TEAM)


def told_of_broken_glass(service: Service, involved: Collection[str], *, by: str) -> tuple[str, ...]:
    """The safety leads, and the people of one further role: governance, or the executives where nobody is left there.

    Never whoever opened it, and nobody who is involved.
    """
    left_out = {by, *involved}
    further = [
        [person for person in _people(service, role) if person not in left_out]
        for role in (Role.GOVERNANCE, Role.EXECUTIVE)
    ]
    leads = [person for person in safety_leads(service, involved) if person not in left_out]
    return tuple(dict.fromkeys([*leads, *next(filter(None, further), [])]))


def _people(service: Service, role: Role) -> tuple[str, ...]:
    return tuple(person.slack_id for person in service.with_role(role))


def may(service: Service, person: str, act: Act, about: Circumstances) -> bool:
    """Whether the table lets this person do `act` with an incident of these circumstances."""
    return bool(TABLE[about.sensitivity][act] & standings(service, person, about))


def looks_up_for_danger(service: Service, person: str, about: Circumstances) -> bool:
    """Whether this person may look a name up only because they have the danger: a second person reviews it then."""
    return TABLE[about.sensitivity][Act.LOOK_UP_NAME] & standings(service, person, about) == {Standing.HOLDER}


def reviewers_of_look_up(service: Service, about: Circumstances, *, by: str) -> tuple[str, ...]:
    """Who is asked whether it was right that `by` looked a name up."""
    leads = safety_leads(service, about.involved)
    return tuple(person for person in leads if person != by and may(service, person, Act.REVIEW_LOOK_UP, about))


def finders(service: Service, about: Circumstances) -> tuple[str, ...]:
    """The people of the service who may find such an incident, in the order of the file."""
    people = (person.slack_id for person in service.people)
    return tuple(person for person in people if may(service, person, Act.FIND, about))


def can_approve(service: Service, person: str, team: str) -> bool:
    """Whether this person may be named to approve the bulletin of this team."""
    return service.leads_team(person, team) or any(service.may(person, role) for role in _CAN_APPROVE)


def approvers(service: Service, team: Team) -> tuple[str, ...]:
    """Who is asked to approve the bulletin of this team: whoever is named and still may, else the safety lead."""
    named = tuple(person for person in team.schedule.approvers if can_approve(service, person, team.code))
    return named or safety_leads(service)


def changes_bulletins(service: Service, person: str) -> bool:
    """Whether this person may change the bulletin of any team."""
    return any(may(service, person, Act.CHANGE_BULLETIN, Circumstances(team=team.code)) for team in service.teams)


def leads_of_team(service: Service, team: str) -> tuple[str, ...]:
    """The lead of this team; the safety lead where it has none."""
    leads = tuple(person for person in _people(service, Role.TEAM_LEAD) if service.leads_team(person, team))
    return leads or safety_leads(service)


def leads_shifts(service: Service, team: str) -> str | None:
    """Who is named to be asked after harm in this team, if anybody is."""
    found = service.team(team)
    return found.shift_lead if found else None


def asked_about_support(service: Service, about: Circumstances) -> str | None:
    """Who is asked after harm: whoever leads shifts, else the team, else the safety lead. Nobody who is involved.

    Of a restricted incident the safety lead is asked, because it may be about somebody who leads the team.
    """
    named = leads_shifts(service, about.team)
    people = (
        *((named,) if named else ()),
        *leads_of_team(service, about.team),
        *safety_leads(service, about.involved),
    )
    return next((person for person in people if may(service, person, Act.SAY_SUPPORT, about)), None)


def sees_cards(service: Service, person: str) -> bool:
    """Whether this person may be in the channels of cards: the safety team, its leads, and who takes dangers."""
    anything = Circumstances(team="")
    return may(service, person, Act.FIND, anything) or may(service, person, Act.TAKE_DANGER, anything)


def guardians(service: Service, about: Circumstances) -> tuple[str, ...]:
    """Who may read a concern of these circumstances that is for the guardian alone."""
    return finders(service, replace(about, sensitivity=Sensitivity.GUARDIAN))


def reads_figures(service: Service, person: str) -> bool:
    """Whether this person may read the figures of the whole service."""
    return may(service, person, Act.READ_FIGURES, Circumstances(team=""))


def readers(sensitivity: Sensitivity) -> frozenset[Standing]:
    """Who may read the words of a report, without its reporter. The sentence on form, receipt and help names them."""
    return TABLE[sensitivity][Act.READ_WORDS]
