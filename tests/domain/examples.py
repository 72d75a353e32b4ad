"""Small, valid, invented values that the tests of the rules start from."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from bot.domain.actions.action import Action, ActionEntry, ActionEntryKind, ActionForm, Because
from bot.domain.actions.hold import HoldQuestion
from bot.domain.bulletins.draft import BulletinWords, Draft, Thanks
from bot.domain.bulletins.edition import Edition
from bot.domain.incidents.conversation import Entry, EntryKind
from bot.domain.incidents.danger import Asked, Danger, DangerState, ShownDanger
from bot.domain.incidents.incident import Decision, DecisionForm, Incident, IncidentState, LearningResponse
from bot.domain.learning.point import LearningPoint
from bot.domain.learning.recommendation import Recommendation, RecommendationSource
from bot.domain.learning.themes import Theme
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.kinds import IncidentKind
from bot.domain.reports.report import AtRisk, Report, ReportForm
from bot.domain.reviews.record import RecordEntry, RecordKind
from bot.domain.reviews.review import Contribution, ReviewForm
from bot.domain.reviews.session import Session, SessionAbout
from bot.domain.reviews.session_words import Notes, NotesForm
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Forum, Person, Role, Service, Team

LONDON = "Europe/London"

ZONES = sorted(available_timezones() - {"localtime"})
"""Every IANA zone. `localtime` is a name that some machines add for themselves."""

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""A Tuesday."""


INVISIBLE = (
    *(" ", "\n\t ", "\u00a0", "\u2003", "\u3000", "\u2028"),  # Spaces.
    *("\u200b", "\ufeff", "\u2060", "\u00ad", "\u202e", "\x00", "\U000e0020"),  # Controls and formats.
    *("\ufe0f", "\u0301", "\u034f"),  # Marks on nothing.
    *("\u2800", "\u3164", "\u115f", "\u1160", "\uffa0", "\U0001d159"),  # Letters and symbols that are blank.
    *("\ue000", "\u0378"),  # Private and unassigned.
)
"""Texts that take space and show nothing."""


def utc(text: str) -> datetime:
    """`2026-11-24 12:00` as a moment in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def a_kind(**changes: Any) -> IncidentKind:
    return IncidentKind(**{"code": "medication", "label": "Medication", **changes})


def a_draft(**changes: Any) -> ReportForm:
    answers = {"kind": "not_sure", "still_at_risk": AtRisk.NO, "team": "oak", "happened_at": NOON}
    return ReportForm(**{**answers, **changes})


def a_report(**changes: Any) -> Report:
    facts = {
        "id": UUID(int=1),
        "incident_id": UUID(int=1),
        "reference": "2222-222",
        "kind": "environment",
        "still_at_risk": AtRisk.NO,
        "team": "oak",
        "happened_at": NOON,
        "reported_at": NOON,
        "reporter": "U0AMARA",
    }
    return Report(**{**facts, **changes})


def a_danger(**changes: Any) -> Danger:
    """Nobody has it yet; the first on call was asked at noon."""
    facts = {
        "incident_id": UUID(int=1),
        "level": AtRisk.YES,
        "team": "oak",
        "state": DangerState.OPEN,
        "started_at": NOON,
        "step": 1,
        "rungs": 1,
        "next_at": NOON,
    }
    return Danger(**{**facts, **changes})


def a_shown_danger(danger: Danger | None = None, **changes: Any) -> ShownDanger:
    facts = {
        "danger": danger or a_danger(),
        "reference": "2222-222",
        "kind": "environment",
        "sensitivity": Sensitivity.ORDINARY,
        "involved": frozenset(),
        "asked": (Asked(target="U0ONCALL", number=1, at=NOON),),
    }
    return ShownDanger(**{**facts, **changes})


def an_incident(**changes: Any) -> Incident:
    facts = {
        "id": UUID(int=1),
        "reference": "2222-222",
        "kind": "environment",
        "team": "oak",
        "opened_at": NOON,
        "state": IncidentState.NEW,
        "sensitivity": Sensitivity.ORDINARY,
        "unanswered": 1,
        "version": 1,
    }
    return Incident(**{**facts, **changes})


def a_decision(**changes: Any) -> Decision:
    facts = {
        "category": "environment",
        "physical_harm": PhysicalHarm.NONE,
        "psychological_harm": PsychologicalHarm.LOW,
        "response": LearningResponse.LOCAL_REVIEW,
        "decided_by": "U0SAFETY",
        "decided_at": NOON,
    }
    return Decision(**{**facts, **changes})


def a_decision_form(**changes: Any) -> DecisionForm:
    answers = {
        "category": "building",
        "physical_harm": PhysicalHarm.MODERATE,
        "psychological_harm": PsychologicalHarm.LOW,
        "response": LearningResponse.LOCAL_REVIEW,
        "reason": "The alarm was silent twice this month",
        "lead": "U0SAFETY",
        "due_on": date(2026, 12, 8),
    }
    return DecisionForm(**{**answers, **changes})


def an_entry(**changes: Any) -> Entry:
    facts = {
        "id": UUID(int=7),
        "report_id": UUID(int=1),
        "kind": EntryKind.QUESTION,
        "author": "U0SAFETY",
        "at": NOON,
    }
    return Entry(**{**facts, **changes})


def an_action_draft(**changes: Any) -> ActionForm:
    answers = {"change": "Test the door alarm each Monday", "owner": "U0OWNER", "due_on": date(2026, 12, 1)}
    return ActionForm(**{**answers, **changes})


def an_action(**changes: Any) -> Action:
    facts = {
        "id": UUID(int=2),
        "report_id": UUID(int=1),
        "change": "Test the door alarm each Monday",
        "owner": "U0OWNER",
        "owner_zone": LONDON,
        "due_on": date(2026, 12, 1),
        "due_set_at": utc("2026-01-05 12:00"),
        "agreed_by": "U0SAFETY",
        "agreed_at": utc("2026-01-05 12:00"),
    }
    return Action(**{**facts, **changes})


def an_action_entry(**changes: Any) -> ActionEntry:
    moved = ActionEntryKind.MOVED
    facts = {"id": UUID(int=3), "action_id": UUID(int=2), "kind": moved, "author": "U0OWNER", "at": NOON}
    dates = {"due_on": date(2026, 12, 10), "moved_from": date(2026, 12, 1)}
    return ActionEntry(**{**facts, **dates, **changes})


def a_hold_question(**changes: Any) -> HoldQuestion:
    facts = {"id": UUID(int=5), "action_id": UUID(int=2), "checked_at": NOON, "days": 30, "team": "oak"}
    return HoldQuestion(**{**facts, "small": False, "asked_at": NOON, **changes})


PROOF = Because(words="The alarm is tested each Monday, and the list hangs in the office")


def an_edition(**changes: Any) -> Edition:
    return Edition(**{"team": "oak", "monday": date(2026, 11, 23), **changes})


def a_point(**changes: Any) -> LearningPoint:
    """Waiting, unless it is given who approved it."""
    facts = {
        "id": UUID(int=3),
        "words": "Door alarms were silent when the battery was low. A weekly test finds this.",
        "source": None,
        "written_by": "U0SAFETY",
        "written_at": NOON,
    }
    return LearningPoint(**{**facts, **changes})


def a_theme(**changes: Any) -> Theme:
    facts = {
        "id": UUID(int=9),
        "first_day": date(2026, 8, 26),
        "last_day": date(2026, 11, 24),
        "name": "Alarms that stay silent at night",
        "note": "How often alarms ring as they do every night.",
        "confirmed_by": "U0SAFETY",
        "confirmed_at": NOON,
    }
    return Theme(**{**facts, **changes})


def a_recommendation(**changes: Any) -> Recommendation:
    facts = {
        "id": UUID(int=11),
        "source": RecommendationSource.CORONER,
        "dated": date(2026, 11, 2),
        "owner": "U0OWNER",
        "due_on": date(2026, 12, 28),
        "words": "Review how doors are checked at night.",
        "added_by": "U0SAFETY",
        "added_at": NOON,
    }
    return Recommendation(**{**facts, **changes})


def a_contribution(**changes: Any) -> Contribution:
    """Of somebody who takes part in the review of the incident of `a_report`."""
    facts = {
        "id": UUID(int=7),
        "incident_id": UUID(int=1),
        "person": "U0AMARA",
        "version": 1,
        "saved_at": NOON,
        "boxes": ReviewForm(what_helped="The torch was near."),
    }
    return Contribution(**{**facts, **changes})


def a_record_entry(**changes: Any) -> RecordEntry:
    """Of the record of the same review."""
    facts = {
        "id": UUID(int=8),
        "incident_id": UUID(int=1),
        "kind": RecordKind.WENT_WELL,
        "written_by": "U0AMARA",
        "written_at": NOON,
        "words": "The torch was near.",
    }
    return RecordEntry(**{**facts, **changes})


def a_session(**changes: Any) -> Session:
    """About a theme, the day after tomorrow."""
    facts = {
        "id": UUID(int=9),
        "about": SessionAbout.THEME,
        "lead": "U0SAFETY",
        "starts_at": NOON + timedelta(days=2),
        "proposed_at": NOON,
    }
    return Session(**{**facts, **changes})


def some_notes(**changes: Any) -> Notes:
    """Of somebody who was in that session."""
    facts = {
        "id": UUID(int=10),
        "session_id": UUID(int=9),
        "person": "U0AMARA",
        "version": 1,
        "saved_at": NOON,
        "sections": NotesForm(what_helped="The torch was near."),
    }
    return Notes(**{**facts, **changes})


def bulletin_words(**changes: Any) -> BulletinWords:
    facts = {
        "id": UUID(int=4),
        "code": "oak",
        "team": "Oak ward",
        "learned": "Door alarms were silent when the battery was low. A weekly test finds this.",
        "did": None,
        "to_try": "Say the alarm test aloud at handover.",
        "thanks": Thanks(reports=13, in_time=12),
        "read_within": 1,
        "counted_from": date(2026, 11, 2),
        "next_on": date(2026, 12, 14),
        "monday": date(2026, 12, 7),
    }
    return BulletinWords(**{**facts, **changes})


def a_bulletin_draft(**changes: Any) -> Draft:
    facts = {"id": UUID(int=4), "team": "oak", "monday": date(2026, 11, 30), "point": UUID(int=3)}
    return Draft(**{**facts, **changes})


def a_team(**changes: Any) -> Team:
    return Team(**{"code": "oak", "name": "Oak ward", "channel": "C0OAK", "time_zone": LONDON, **changes})


def a_person(**changes: Any) -> Person:
    return Person(**{"slack_id": "U0AMARA", "name": "Amara Okafor", **changes})


OAK = a_team()
ELM = a_team(code="elm", name="Elm community team", channel="C0ELM")
AMARA = a_person(team="oak")
SAFETY = a_person(slack_id="U0SAFETY", name="Sunita Rao", roles=frozenset({Role.SAFETY_TEAM}))
ON_CALL = a_person(slack_id="U0ONCALL", name="Owen Pryce", team="elm", roles=frozenset({Role.ON_CALL}))
BOTH = a_person(slack_id="U0BOTH", name="Bea Lund", roles=frozenset({Role.SAFETY_TEAM, Role.ON_CALL}))


QUALITY = Forum(code="quality", name="Quality committee", day=5, channel="C0QUALITY", signers=("U0SAFETY", "U0BOTH"))


def a_service(**changes: Any) -> Service:
    facts = {
        "name": "Willow Mental Health",
        "time_zone": LONDON,
        "safety_channel": "C0SAFETY",
        "on_call_phone": "01632 960 123",
        "support": "Talk to your team lead, or phone staff support.",
        "teams": (OAK, ELM),
        "people": (AMARA, SAFETY, ON_CALL, BOTH),
    }
    return Service(**{**facts, **changes})
