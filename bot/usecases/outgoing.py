"""The messages that the bot queues: one class a kind, with the ids that it is composed from when it is sent."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, TypeVar
from uuid import UUID

from pydantic import Field, Strict

from bot.domain.actions.action import Action, ActionEntry
from bot.domain.actions.hold import HoldAnswer, HoldQuestion
from bot.domain.actions.nudges import ActionDates
from bot.domain.bulletins.draft import Draft
from bot.domain.bulletins.edition import Edition
from bot.domain.incidents.danger import PAGER, Danger
from bot.domain.incidents.support import Stage
from bot.domain.learning.point import LearningPoint
from bot.domain.reports.drafts import ReportDraft
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import Report
from bot.domain.reports.thank_yous import ThankYou
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.ladders import Asks
from bot.domain.service.rota import KnownShift
from bot.domain.service.service import Forum, Service, Team
from bot.domain.values import Code, Moment, PersonId, Value
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority

_T = TypeVar("_T")
EVER = datetime(2000, 1, 1, tzinfo=UTC)
"""In the place of when a date was set, where that does not matter."""
DANGERS_IN_A_MESSAGE = 20
"""Each has a button. Many more would be longer than Slack takes."""


class Content(Value):
    """What a message is about, as it is stored: ids and dates, nothing that somebody typed."""

    KIND: ClassVar[str]

    @property
    def subjects(self) -> tuple[UUID, ...]:
        """What the message shows: it is redrawn wherever it stands when one of these changes."""
        return ()

    def encode(self) -> str:
        return self.model_dump_json(exclude_none=True)

    @classmethod
    def decode(cls, body: str) -> Self:
        """The content of a stored body. Raises `ValueError` if it is none of this kind."""
        return cls.model_validate_json(json.dumps(cls.upgraded(json.loads(body))))

    @classmethod
    def upgraded(cls, stored: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What an earlier version stored, in the form of this one."""
        return stored


class Card(Content):
    """The safety channel's card of a report, or of an amendment to it."""

    KIND = "card"
    report: UUID
    amendment: UUID | None = None

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return (self.report,)


class MoreDanger(Content):
    """One card for several reports with danger, all sent by one person."""

    KIND = "more_danger"
    reports: tuple[UUID, ...] = Field(min_length=1)

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return self.reports

    def halves(self) -> tuple[Self, ...]:
        return tuple(self.model_copy(update={"reports": half}) for half in _halves(self.reports))


class Rung(Content):
    """Asks a person, or calls a channel, because of these dangers. Each goes with the number of its ringing."""

    KIND = "rung"
    dangers: dict[UUID, int] = Field(min_length=1)

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return tuple(self.dangers)

    def halves(self) -> tuple[Self, ...]:
        return tuple(self.model_copy(update={"dangers": dict(half)}) for half in _halves([*self.dangers.items()]))


class Page(Content):
    """Hands a ringing of one danger to what rings at night: which ringing it was, and whom it asked."""

    KIND = "page"
    incident: UUID
    number: int = Field(ge=1)
    asks: tuple[Annotated[Asks, Strict(strict=False)], ...] = Field(min_length=1)


class DangerQuestion(Content):
    """Asks the one who has a danger since `taken_at` whether all are safe."""

    KIND = "danger_question"
    incident: UUID
    taken_at: Moment

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return (self.incident,)


class News(StrEnum):
    """What a reporter is told of the danger that they reported."""

    UNSEEN = "unseen"
    TAKEN = "taken"
    LOST = "lost"
    LEFT_TO_NOBODY = "left_to_nobody"
    ENDED = "ended"


class DangerNews(Content):
    """Tells a reporter what has become of a danger, if it is still so."""

    KIND = "danger_news"
    incident: UUID
    news: Annotated[News, Strict(strict=False)]
    at: Moment


class ShiftOffered(Content):
    """Asks somebody to take over the shift of whoever is on call."""

    KIND = "shift_offered"
    shift: UUID

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return (self.shift,)


class GlassBroken(Content):
    """Tells that `person` opened an incident against the access table."""

    KIND = "glass_broken"
    incident: UUID
    person: PersonId
    at: Moment


class NameLooked(Content):
    """Tells a reporter, and the safety leads, that `person`, who has the danger, looked the reporter's name up."""

    KIND = "name_looked"
    report: UUID
    person: PersonId
    at: Moment


class LookReview(Content):
    """Asks a second person whether the look of this entry was right. `person` looked, at `at`."""

    KIND = "look_review"
    entry: UUID
    report: UUID
    person: PersonId
    at: Moment


class PhoneAsked(Content):
    """Asks a reporter to phone whoever has the incident, at this number of the ward or of on-call."""

    KIND = "phone_asked"
    report: UUID


class NotSent(Content):
    """Tells somebody that a report of theirs with danger was not sent, as it was saved then."""

    KIND = "not_sent"
    draft: UUID
    saved_at: Moment


class HandedOver(Content):
    """Tells somebody that they have an incident now."""

    KIND = "handed_over"
    incident: UUID


class SupportAsked(Content):
    """Asks after harm whether support was offered."""

    KIND = "support_asked"
    incident: UUID
    stage: Annotated[Stage, Strict(strict=False)]


class ReviewInvited(Content):
    """Tells somebody that they take part in a review, or lead it."""

    KIND = "review_invited"
    incident: UUID


class MonthlyTest(Content):
    """The test alert of a month."""

    KIND = "test_alert"
    test: UUID

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return (self.test,)


class RotaNews(StrEnum):
    """What somebody is told who was on call."""

    TAKEN = "taken"
    DECLINED = "declined"


class ShiftNews(Content):
    """Tells whoever was on call that `person` is now, or that `person` cannot take the shift over."""

    KIND = "shift_news"
    shift: UUID
    news: Annotated[RotaNews, Strict(strict=False)]
    person: PersonId


class Copy(Content):
    """The reporter's copy of the receipt."""

    KIND = "copy"
    report: UUID


class Wrote(StrEnum):
    """What a reporter did to their report."""

    ADDED = "added"
    REPLIED = "replied"
    TOOK_BACK = "took_back"
    SAFE_NOW = "safe_now"


class ReporterWrote(Content):
    """Tells whoever has an incident that its reporter has written to it. Never what."""

    KIND = "reporter_wrote"
    report: UUID
    wrote: Annotated[Wrote, Strict(strict=False)]


class Thanked(Content):
    """Tells somebody that they were thanked for good care. What for is read in a modal only."""

    KIND = "thanked"
    thank_you: UUID


class AnswerWaits(Content):
    """Tells a reporter that an answer or a question waits. What it says is read in a modal only."""

    KIND = "answer_waits"
    report: UUID
    question: bool


class OfActions(Content):
    """Names actions, each with when its date was set: what was answered meanwhile is left out."""

    KIND = ""
    actions: dict[UUID, Moment] = Field(min_length=1)

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return tuple(self.actions)

    def halves(self) -> tuple[Self, ...]:
        return tuple(self.model_copy(update={"actions": dict(half)}) for half in _halves([*self.actions.items()]))


class Assigned(OfActions):
    """Tells an owner of new actions."""

    KIND = "assigned"

    @classmethod
    def upgraded(cls, stored: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Before migration 0013 there was one action, and it was sent whenever its date had been set."""
        one = stored.get("action") if isinstance(stored, dict) else None
        return {"actions": {one: EVER.isoformat()}} if one else stored


class Offer(OfActions):
    """Offers help with late actions to whoever leads them."""

    KIND = "offer"


class CheckAsked(Content):
    """Asks the checker whether a done action works. It was done at `done_at`."""

    KIND = "check"
    action: UUID
    done_at: Moment

    @property
    def subjects(self) -> tuple[UUID, ...]:
        return (self.action,)


class ActionNews(Content):
    """Tells whoever leads an action what its owner answered: this entry."""

    KIND = "action_news"
    entry: UUID


class HoldAsked(Content):
    """Asks a ward whether an action holds."""

    KIND = "hold_asked"
    question: UUID


class HoldNews(Content):
    """Tells whoever leads an action the most careful answer of its ward so far."""

    KIND = "hold_news"
    question: UUID
    answer: Annotated[HoldAnswer, Strict(strict=False)]


class Repeat(Content):
    """Tells whoever leads these actions of a new incident of the same kind and team."""

    KIND = "repeat"
    incident: UUID
    actions: tuple[UUID, ...] = Field(min_length=1)


class Nudge(OfActions):
    """Reminds an owner of their actions."""

    KIND = "nudge"

    @classmethod
    def upgraded(cls, stored: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Before migration 0004 the actions stood there by themselves."""
        return stored if not isinstance(stored, dict) or "actions" in stored else {"actions": stored}


class Bulletin(Content):
    """A team's bulletin, as it was approved. Without a draft it was queued before migration 0014."""

    KIND = "bulletin"
    edition: Edition
    draft: UUID | None = None

    @classmethod
    def upgraded(cls, stored: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Before migration 0004 the edition was JSON inside JSON, called an issue; before 0014 it told of weeks."""
        if not isinstance(stored, dict):
            return stored
        named = {"edition": json.loads(stored["issue"])} if "issue" in stored else stored
        edition = named.get("edition")
        if not isinstance(edition, dict):
            return named
        return named | {"edition": {name: edition[name] for name in edition if name not in ("first", "late")}}


class BulletinDraft(Content):
    """Asks one person to approve a draft."""

    KIND = "bulletin_draft"
    draft: UUID


class BulletinNotSent(Content):
    """Tells one person that nobody approved the bulletin in time."""

    KIND = "bulletin_not_sent"
    draft: UUID


class WordsAsked(Content):
    """Tells a reporter that words wait for them, which were learned from their report."""

    KIND = "words_asked"
    point: UUID
    report: UUID

    @property
    def subjects(self) -> tuple[UUID, ...]:
        """So that it is known whether it has arrived."""
        return (self.point,)


class BulletinWritten(Content):
    """Tells one person that words about a bulletin wait."""

    KIND = "bulletin_written"
    draft: UUID


class MorningLine(Content):
    """How much waits for the safety team on this day."""

    KIND = "morning_line"
    day: date


class Huddle(Content):
    """The card for the hand-over of a team, of what its bulletin said."""

    KIND = "huddle"
    draft: UUID


class LeadDigest(Content):
    """The weekly digest of a safety lead, for the week of this Monday."""

    KIND = "lead_digest"
    monday: date


class PaperDue(Content):
    """Tells that the paper of a forum about a month is due. `month` is the first day of the month that it covers."""

    KIND = "paper_due"
    forum: Code
    month: date


class SessionInvited(Content):
    """Invites somebody to a reflection session, or tells that it has changed."""

    KIND = "session_invited"
    session: UUID


class SessionSoon(Content):
    """Reminds somebody of a reflection session that begins then."""

    KIND = "session_soon"
    session: UUID
    starts_at: Annotated[datetime, Strict(strict=False)]


CONTENTS: tuple[type[Content], ...] = (
    *(Card, MoreDanger, Rung, Page, DangerQuestion, DangerNews, Copy, AnswerWaits, ReporterWrote, Thanked),
    *(ShiftOffered, ShiftNews, MonthlyTest, GlassBroken, HandedOver, ReviewInvited, SupportAsked),
    *(NameLooked, LookReview, PhoneAsked, NotSent),
    *(SessionInvited, SessionSoon),
    *(Assigned, Nudge, Offer, CheckAsked, ActionNews),
    *(HoldAsked, HoldNews, Repeat),
    *(Bulletin, BulletinDraft, BulletinNotSent, BulletinWritten, WordsAsked, MorningLine),
    *(Huddle, LeadDigest, PaperDue),
)


def card(report: Report, service: Service, amendment: UUID | None = None) -> OutboxMessage:
    """Danger makes a card urgent."""
    return _message(
        Card(report=report.id, amendment=amendment),
        unique=str(amendment or report.id),
        target=service.danger_channel if report.still_at_risk.urgent else service.safety_channel,
        priority=Priority.URGENT if report.still_at_risk.urgent else Priority.NORMAL,
        sender=sender_of(report),
    )


def sender_of(report: Report) -> str | None:
    """Because of whom an urgent card leaves. Nobody, if they are anonymous: not even a keyed hash is stored."""
    known = report.name_choice is not NameChoice.ANONYMOUS
    return report.reporter if known and report.still_at_risk.urgent else None


def card_to(person: str, report: Report, amendment: UUID | None = None) -> OutboxMessage:
    """The card for one person, where the channel may not have it."""
    content = Card(report=report.id, amendment=amendment)
    return _message(content, unique=f"{amendment or report.id}:{person}", target=person)


def more_danger(report: Report, service: Service, amendment: UUID | None = None) -> OutboxMessage:
    """One card for this report and for those that the same person sends before it leaves."""
    return _message(
        MoreDanger(reports=(report.id,)),
        unique=str(amendment or report.id),
        target=service.danger_channel,
        priority=Priority.URGENT,
        sender=sender_of(report),
    )


def rungs(numbers: Mapping[UUID, int], *, target: str) -> list[OutboxMessage]:
    """To one person or channel: one message for all dangers, or a few where there are very many."""
    each = [*numbers.items()]
    parts = [each[start : start + DANGERS_IN_A_MESSAGE] for start in range(0, len(each), DANGERS_IN_A_MESSAGE)]
    return [
        _message(
            Rung(dangers=dict(part)),
            unique=",".join(f"{incident}:{number}" for incident, number in part),
            target=target,
            priority=Priority.URGENT,
        )
        for part in parts
    ]


def page(danger: Danger, asks: Sequence[Asks]) -> OutboxMessage:
    """The ringing that `danger.rungs` counted last, for what rings at night."""
    content = Page(incident=danger.incident_id, number=danger.rungs, asks=tuple(asks))
    unique = f"{danger.incident_id}:{danger.rungs}"
    return _message(content, unique=unique, target=PAGER, priority=Priority.URGENT)


def danger_question(danger: Danger) -> OutboxMessage:
    """To the one who has it: one for each time that they are asked."""
    if danger.holder is None or danger.taken_at is None:
        raise ValueError("nobody has it")
    content = DangerQuestion(incident=danger.incident_id, taken_at=danger.taken_at)
    unique = f"{danger.incident_id}:{danger.question_at}"
    return _message(content, unique=unique, target=danger.holder, priority=Priority.URGENT)


def danger_news(danger: Danger, news: News, *, target: str, at: datetime) -> OutboxMessage:
    content = DangerNews(incident=danger.incident_id, news=news, at=at)
    unique = f"{danger.incident_id}:{news}:{at.isoformat()}"
    return _message(content, unique=unique, target=target, priority=Priority.URGENT)


def shift_offered(shift: KnownShift, *, to: str, at: datetime) -> OutboxMessage:
    """One for each time that it is offered."""
    content = ShiftOffered(shift=shift.id)
    return _message(content, unique=f"{shift.id}:{to}:{at.isoformat()}", target=to, priority=Priority.URGENT)


def glass_broken(incident_id: UUID, person: str, *, to: str, at: datetime) -> OutboxMessage:
    """To one of those who are told."""
    content = GlassBroken(incident=incident_id, person=person, at=at)
    return _message(content, unique=f"{incident_id}:{person}:{to}:{at.isoformat()}", target=to)


def name_looked(report_id: UUID, person: str, *, to: str, at: datetime) -> OutboxMessage:
    """To the reporter, and to each safety lead, once for each look."""
    content = NameLooked(report=report_id, person=person, at=at)
    unique = f"{report_id}:{person}:{to}:{at.isoformat()}"
    return _message(content, unique=unique, target=to, priority=Priority.URGENT)


def look_review(look: LookReview, *, to: str, day: date) -> OutboxMessage:
    """Once a day, until one has answered."""
    return _message(look, unique=f"{look.entry}:{to}:{day}", target=to)


def phone_asked(report: Report, *, at: datetime) -> OutboxMessage:
    """Once each time that its reporter is asked."""
    unique = f"{report.id}:{at.isoformat()}"
    return _message(PhoneAsked(report=report.id), unique=unique, target=report.reporter, priority=Priority.URGENT)


def not_sent(draft: ReportDraft) -> OutboxMessage:
    """Once each time that its form is closed."""
    content = NotSent(draft=draft.id, saved_at=draft.saved_at)
    unique = f"{draft.id}:{draft.saved_at.isoformat()}"
    return _message(content, unique=unique, target=draft.person, priority=Priority.URGENT)


def handed_over(incident_id: UUID, *, to: str, at: datetime) -> OutboxMessage:
    """To whoever has it from now on, once each time."""
    return _message(HandedOver(incident=incident_id), unique=f"{incident_id}:{to}:{at.isoformat()}", target=to)


def support_asked(incident_id: UUID, stage: Stage, *, to: str) -> OutboxMessage:
    """Once for each stage."""
    return _message(SupportAsked(incident=incident_id, stage=stage), unique=f"{incident_id}:{stage}", target=to)


def review_invited(incident_id: UUID, *, to: str, at: datetime) -> OutboxMessage:
    """Once each time that this person is invited, or made its lead."""
    return _message(ReviewInvited(incident=incident_id), unique=f"{incident_id}:{to}:{at.isoformat()}", target=to)


def session_invited(session_id: UUID, *, to: str, version: int) -> OutboxMessage:
    """Once for each version of which this person is told."""
    return _message(SessionInvited(session=session_id), unique=f"{session_id}:{version}:{to}", target=to)


def session_soon(session_id: UUID, *, to: str, starts_at: datetime, at: datetime) -> OutboxMessage:
    """Once for each reminder."""
    content = SessionSoon(session=session_id, starts_at=starts_at)
    return _message(content, unique=f"{session_id}:{to}:{at.isoformat()}", target=to)


def monthly_test(test: AlertTest, *, to: str) -> OutboxMessage:
    """As urgent as what it tests."""
    return _message(MonthlyTest(test=test.id), unique=f"{test.id}:{to}", target=to, priority=Priority.URGENT)


def shift_news(shift: KnownShift, news: RotaNews, person: str, *, to: str, at: datetime) -> OutboxMessage:
    content = ShiftNews(shift=shift.id, news=news, person=person)
    unique = f"{shift.id}:{news}:{to}:{at.isoformat()}"
    return _message(content, unique=unique, target=to, priority=Priority.URGENT)


def copy(report: Report) -> OutboxMessage:
    return _message(Copy(report=report.id), unique=str(report.id), target=report.reporter)


def reporter_wrote(report_id: UUID, wrote: Wrote, *, entry: UUID, target: str) -> OutboxMessage:
    """Once for each entry and target."""
    return _message(ReporterWrote(report=report_id, wrote=wrote), unique=f"{entry}:{target}", target=target)


def thanked(thank_you: ThankYou) -> OutboxMessage:
    """Once for each person and report."""
    return _message(Thanked(thank_you=thank_you.id), unique=str(thank_you.id), target=thank_you.person)


def answer_waits(report: Report, entry: UUID, *, question: bool) -> OutboxMessage:
    """One for each entry that its reporter may read."""
    return _message(AnswerWaits(report=report.id, question=question), unique=str(entry), target=report.reporter)


def assigned(given: Sequence[Action], *, now: datetime) -> OutboxMessage:
    """One message about what was given to one owner lately."""
    owner = given[0].owner
    content = Assigned(actions={action.id: action.due_set_at for action in given})
    return _message(content, unique=f"{owner}:{now.isoformat()}", target=owner)


def offer(late: Sequence[ActionDates], *, to: str, local_day: str) -> OutboxMessage:
    """One offer of help a day to whoever leads these actions."""
    content = Offer(actions={action.id: action.due_set_at for action in late})
    return _message(content, unique=f"{to}:{local_day}", target=to)


def check_asked(action: Action, *, to: str) -> OutboxMessage:
    """Once each time that the action is done."""
    content = CheckAsked.model_validate({"action": action.id, "done_at": action.done_at})
    return _message(content, unique=f"{action.id}:{content.done_at.isoformat()}", target=to)


def hold_asked(question: HoldQuestion, team: Team) -> OutboxMessage:
    """Once for each question, in the team's channel."""
    return _message(HoldAsked(question=question.id), unique=str(question.id), target=team.channel)


def hold_news(question: HoldQuestion, answer: HoldAnswer, *, to: str) -> OutboxMessage:
    """Once for each answer that is more careful than the one told before."""
    content = HoldNews(question=question.id, answer=answer)
    return _message(content, unique=f"{question.id}:{answer}", target=to)


def repeat(incident_id: UUID, actions: Sequence[UUID], *, to: str) -> OutboxMessage:
    """Once for each new incident and lead."""
    content = Repeat(incident=incident_id, actions=tuple(actions))
    return _message(content, unique=f"{incident_id}:{to}", target=to)


def action_news(entry: ActionEntry, *, to: str, unique: str | None = None) -> OutboxMessage:
    return _message(ActionNews(entry=entry.id), unique=unique or str(entry.id), target=to)


def nudge(due: Sequence[ActionDates], *, local_day: str) -> OutboxMessage:
    """One reminder a day to their owner."""
    owner = due[0].owner
    content = Nudge(actions={action.id: action.due_set_at for action in due})
    return _message(content, unique=f"{owner}:{local_day}", target=owner)


def bulletin(draft: Draft, team: Team) -> OutboxMessage:
    """A team's bulletin, once for each week."""
    content = Bulletin(edition=Edition(team=draft.team, monday=draft.monday), draft=draft.id)
    return _message(content, unique=f"{draft.team}:{draft.monday}", target=team.channel)


def bulletin_draft(draft: Draft, person: str) -> OutboxMessage:
    return _message(BulletinDraft(draft=draft.id), unique=f"{draft.id}:{person}", target=person)


def bulletin_not_sent(draft: Draft, person: str) -> OutboxMessage:
    return _message(BulletinNotSent(draft=draft.id), unique=f"{draft.id}:{person}", target=person)


def words_asked(point: LearningPoint, report: Report) -> OutboxMessage:
    """To the reporter, once for each learning point."""
    content = WordsAsked(point=point.id, report=report.id)
    return _message(content, unique=f"{point.id}:{report.id}", target=report.reporter)


def bulletin_written(draft: Draft, person: str, day: date) -> OutboxMessage:
    """Once a day at most."""
    return _message(BulletinWritten(draft=draft.id), unique=f"{draft.id}:{person}:{day}", target=person)


def morning_line(service: Service, day: date) -> OutboxMessage:
    """One a day, for the safety channel."""
    return _message(MorningLine(day=day), unique=day.isoformat(), target=service.safety_channel)


def huddle(draft: Draft, team: Team) -> OutboxMessage:
    """Once for each bulletin, in the channel that it was approved for."""
    return _message(Huddle(draft=draft.id), unique=str(draft.id), target=team.channel)


def lead_digest(person: str, monday: date) -> OutboxMessage:
    """One a week."""
    return _message(LeadDigest(monday=monday), unique=f"{person}:{monday}", target=person)


def paper_due(forum: Forum, month: date, *, to: str, at: datetime) -> OutboxMessage:
    """To one who signs, or to the forum's channel. That a month has one is for the occurrences to hold."""
    content = PaperDue(forum=forum.code, month=month)
    return _message(content, unique=f"{forum.code}:{month}:{to}:{at.isoformat()}", target=to)


def halves(claimed: ClaimedMessage, content: MoreDanger | Rung | OfActions) -> list[OutboxMessage]:
    """A message that is too long, as two that leave in its place; none if it cannot be split."""
    return [
        _message(half, unique=f"{claimed.id}:{number}", target=claimed.target, priority=claimed.priority)
        for number, half in enumerate(content.halves())
    ]


def _halves(parts: Sequence[_T]) -> tuple[Sequence[_T], ...]:
    middle = len(parts) // 2
    return (parts[:middle], parts[middle:]) if middle else ()


def _message(
    content: Content,
    *,
    unique: str,
    target: str,
    priority: Priority = Priority.NORMAL,
    sender: str | None = None,
) -> OutboxMessage:
    return OutboxMessage(content.KIND, unique, target, content.encode(), priority, sender, content.subjects)
