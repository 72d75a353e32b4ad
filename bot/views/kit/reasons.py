"""What is said beside a field when a rule refused its answer: one sentence for each reason of the rules."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.actions.action import ActionReason
from bot.domain.bulletins.change import ScheduleReason
from bot.domain.bulletins.draft import DraftReason
from bot.domain.evidence.forum_papers import ForumReason
from bot.domain.incidents.incident import Decision, IncidentReason
from bot.domain.learning.point import LearningReason
from bot.domain.learning.recommendation import RecommendationReason
from bot.domain.learning.themes import FEWEST, MOST_INCIDENTS, ThemeReason
from bot.domain.refusals import Reason, Refused
from bot.domain.reports.report import ReportReason
from bot.domain.reviews.record import MOST_ENTRIES, RecordReason
from bot.domain.reviews.review import MOST_PEOPLE, ReviewReason
from bot.domain.reviews.session import MOST_GUESTS, SessionReason
from bot.domain.reviews.session_words import NotesReason
from bot.domain.service.rota import RotaReason
from bot.domain.service.service import Service
from bot.views.kit import dates

REASONS: Mapping[Reason, str] = {
    ReportReason.KIND_NOT_OFFERED: "Choose a kind from the list.",
    ReportReason.TEAM_NOT_LISTED: "Choose a team from the list.",
    ReportReason.IN_THE_FUTURE: "This time is in the future. Check the date and time.",
    ReportReason.TOO_LONG_AGO: "This date is very long ago. Check the year.",
    ActionReason.DATE_HAS_PASSED: "This date has passed. Choose today or a later day.",
    ActionReason.DATE_TOO_FAR: "Choose a date within two years.",
    ActionReason.ALREADY_DONE: "This action is done already. Its date stays as it was.",
    ActionReason.NOT_THE_OWNER: "This action belongs to somebody else. Only its owner can answer for it.",
    ActionReason.OWNER_NOT_KNOWN: "Slack did not tell us about this person. Send it again in a moment.",
    ActionReason.OWNER_NOT_HERE: "Choose a person who works here now.",
    ForumReason.NOTHING_ASKED: "Write what the forum was asked, or choose something asked before.",
    ForumReason.BY_WHOM: "Write who decided: a name or a role.",
    ForumReason.WHAT_WAS_TAKEN: "Write what was decided.",
    RotaReason.HAS_PASSED: "This time has passed. Choose a time that is still to come.",
    RotaReason.TOO_FAR: "Choose a time within the next 24 hours.",
    RotaReason.NOT_ON_ROTA: "Choose somebody who is on the rota.",
    RotaReason.YOURSELF: "Choose somebody else.",
    RotaReason.NOT_YOURS: "Somebody else is on call now. Only they can hand it over.",
    RotaReason.NO_LONGER_OFFERED: "This is no longer offered to you. Nothing has changed.",
    ActionReason.OWNER_IS_A_GUEST: "Guests cannot own an action. Choose somebody else.",
    ActionReason.SAY_WHY: "Say why. A second move, or one of more than 30 days, needs a reason.",
    ActionReason.DAY_AFTER_DUE: "Choose a day up to the due date, or move the date instead.",
    ActionReason.WAITS_FOR_CHECK: "It waits for its check. Ask the checker to answer *Not yet*.",
    ActionReason.NOT_DONE: "This action is open again, or closed already. There is nothing to check.",
    ActionReason.CHECKER_IS_OWNER: "Choose somebody else than the owner. Nobody checks their own action.",
    ActionReason.DEPUTY_IS_OWNER: "Choose somebody else than the owner, or leave it empty.",
    ActionReason.NOT_CHECKED: "This action is open again already, or nobody has checked it. Nothing is left to do.",
    ActionReason.SAME_OWNER: "This person owns the action already. Choose somebody else.",
    ScheduleReason.CHANGED: "Somebody changed it meanwhile. Close this, and open it again.",
    ScheduleReason.CANNOT_APPROVE: "Choose the lead of this team, or somebody of the safety team.",
    ScheduleReason.SAME_PERSON: "Choose somebody else than the approver, or leave it empty.",
    ScheduleReason.PAUSE_HAS_PASSED: "Choose a day that is still to come, or leave it empty.",
    ScheduleReason.PAUSE_TOO_LONG: "Choose a day within a year.",
    ScheduleReason.OUTSIDE_THE_DAY: "Choose a time from the list.",
    IncidentReason.TAKEN_BACK_ALREADY: "You have taken this report back already. It is marked so.",
    IncidentReason.NOT_NOW: "This cannot be done now. Close this, and open your report again.",
    IncidentReason.CLOSED: "This incident is closed. Open it again first.",
    IncidentReason.MERGED: "This is part of another incident now. Close this, and open it again from its card.",
    IncidentReason.NOT_CLOSED: "This incident is open already.",
    IncidentReason.CHANGED_MEANWHILE: "Somebody decided meanwhile. Copy your words, and press Decide again.",
    IncidentReason.AFFECTED_CHANGED: "Somebody changed this meanwhile. Close this, and open it again.",
    IncidentReason.NOT_DECIDED: "Decide first. An incident is closed once somebody has decided what happens next.",
    IncidentReason.NOT_ANSWERED: "Answer each reporter first, or say why there can be no answer.",
    IncidentReason.IN_DANGER: "Somebody may still be at risk. Close it once everybody is safe.",
    IncidentReason.CATEGORY_NOT_LISTED: "Choose a category from the list.",
    IncidentReason.LEAD_NEEDED: "Choose who leads it.",
    IncidentReason.LEAD_NOT_HERE: "Choose somebody who works here now. Whoever leads it reads the report.",
    IncidentReason.DATE_NEEDED: "Choose by when.",
    IncidentReason.DATE_HAS_PASSED: "This day has passed. Choose today or a later day.",
    IncidentReason.PERSON_INVOLVED: "This person is part of the incident. Choose somebody else.",
    IncidentReason.NOT_IN_THE_TEAM: "Choose somebody of the safety team who is not part of this incident.",
    IncidentReason.REFERENCE_WRONG: "Check each letter and digit. A reference looks like K7M4-XR2.",
    IncidentReason.REFERENCE_NOT_FOUND: "There is no report with this reference that you may open.",
    IncidentReason.SAME_INCIDENT: "This report is part of this incident already.",
    IncidentReason.OTHER_CLOSED: "The other incident is closed. Open it again first.",
    IncidentReason.WORDS_NOT_FOUND: "These words stand nowhere. Copy them exactly as they stand.",
    IncidentReason.NO_NAME_TO_LOOK_UP: "Only the name of a confidential report can be looked up.",
    IncidentReason.LOOK_UP_REVIEWED: "Somebody else was faster. This look has been reviewed already.",
    IncidentReason.NOBODY_TO_PHONE: "Nobody can be asked to phone, because this report is anonymous.",
    IncidentReason.ASKED_TO_PHONE_JUST_NOW: "The reporter was asked just now. You can ask again in 10 minutes.",
    IncidentReason.NOT_RESTRICTED: "This incident is not restricted.",
    ThemeReason.TOO_FEW: f"Choose at least {FEWEST} incidents. Fewer are no theme.",
    ThemeReason.TOO_MANY: f"Choose at most {MOST_INCIDENTS} incidents.",
    ThemeReason.NOT_FOUND: "Check the references. One is wrong, or is kept too closely for a theme.",
    ThemeReason.RETIRED: "This theme is retired. It cannot change any more.",
    RecommendationReason.IN_THE_FUTURE: "This date is in the future. Check the date.",
    RecommendationReason.DUE_BEFORE: "Choose a day after the date of the report.",
    RecommendationReason.WHICH_ONE: "Choose which one it is the same as, or decide otherwise.",
    RecommendationReason.NOT_ACCEPTED: "Accept it first. Nothing is to be shown before.",
    RecommendationReason.OWN_PROOF: "Ask somebody else than its owner to write this.",
    LearningReason.OWN_WORDS: "Ask somebody else on the safety team to approve it, because you wrote it.",
    LearningReason.ALREADY_DECIDED: "Somebody else was faster. Open Home again to see what was decided.",
    ReviewReason.NOTHING_WRITTEN: "Write in at least one box.",
    ReviewReason.SAVED_MEANWHILE: "You saved on another screen. Copy your words, close this, and open it again.",
    ReviewReason.AGREED: "The review is agreed. Copy your words, and ask its lead to open it again.",
    ReviewReason.NOBODY_HAS_WRITTEN: "Write first. A review is agreed once somebody has written in it.",
    ReviewReason.PERSON_INVOLVED: "Somebody here is part of the incident. Choose others.",
    ReviewReason.TOO_MANY_PEOPLE: f"Choose at most {MOST_PEOPLE} people beside the lead.",
    SessionReason.HAS_PASSED: "This time has passed. Choose a time that is still to come.",
    SessionReason.TOO_FAR: "Choose a time within the next 90 days.",
    SessionReason.TOO_MANY_GUESTS: f"Choose at most {MOST_GUESTS} people.",
    SessionReason.PERSON_INVOLVED: "Somebody here is part of the incident. Choose others.",
    SessionReason.NOT_BEGUN: "This session has not begun. Say it once you are there.",
    SessionReason.CALLED_OFF: "This session is called off. Nothing has changed.",
    SessionReason.CHANGED_MEANWHILE: "It was changed meanwhile. Copy your words, and open it again.",
    NotesReason.NOTHING_WRITTEN: "Write something in one of the sections first.",
    NotesReason.SAVED_MEANWHILE: "You saved other notes meanwhile. Copy your words, and open your notes again.",
    RecordReason.FULL: f"The record holds {MOST_ENTRIES} entries. Take one out first.",
    RecordReason.NOT_YOURS: "Only its writer or the lead can take this out.",
    RecordReason.IN_THE_FUTURE: "This time is in the future. Check the date and time.",
    DraftReason.ALREADY_DECIDED: "Somebody has already decided about this bulletin. It stays as it is.",
    DraftReason.NOT_FREE: "Its words may not be used. Swap the learning point, or skip this week.",
    DraftReason.CHANGED: "Open the bulletin again. Somebody swapped its learning point after you opened it.",
}


def words_for(refusal: Refused) -> str:
    """What the person reads beside the field."""
    return REASONS[refusal.reason]


def decided_meanwhile(decision: Decision, service: Service, *, now: datetime) -> str:
    """To whoever decided second. Beside a field Slack shows no mentions, so that it is the name that stands there."""
    names = [person.name for person in service.people if person.slack_id == decision.decided_by]
    when = dates.moment(decision.decided_at, service.zone, now=now)
    return (
        f"{names[0] if names else 'Somebody'} decided on {when}. Nothing of yours is saved. "
        "Copy your words, close this form, and press Decide again."
    )
