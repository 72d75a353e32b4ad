"""Reads what App Home shows to a person."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from bot.domain.actions.action import Action
from bot.domain.bulletins.overview import LearningOverview
from bot.domain.incidents.ladder import people_to_ask
from bot.domain.incidents.own_report import OwnReport
from bot.domain.incidents.queue import Queue, QueuePlace
from bot.domain.learning.recommendation import Recommendation
from bot.domain.learning.theme_board import ThemesOverview
from bot.domain.reports.drafts import ReportDraft
from bot.domain.reviews.own_review import OwnReview
from bot.domain.reviews.session import Session
from bot.domain.service.access import reads_figures
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.findable import Findable, findable
from bot.domain.service.rota import OnCall
from bot.domain.service.service import Role
from bot.usecases.bulletins import lead_digest, overview
from bot.usecases.context import Context
from bot.usecases.evidence.figures import Figures, latest_figures
from bot.usecases.learning import recommendations, themes
from bot.usecases.service.rota import who_is_on_call
from storage import actions, alert_tests, own_reports, own_reviews, queue, report_drafts, sessions, shifts
from storage.engine.transactions import Transaction
from storage.outbox import status

_T = TypeVar("_T")
MOST = 6
"""Of a person's own things: one more than Home shows, so that it can say that there are more."""
MOST_REVIEWS = 5
"""One more than Home shows."""
MOST_DRAFTS = 2
"""One more than Home shows."""
MOST_NEWS = 100
"""Reports that are counted in the line about what is new."""
WHOLE_QUEUE = QueuePlace()


@dataclass(frozen=True)
class HomeData:
    """A person's own reports and actions. The queue, and what was not delivered, are the safety team's only."""

    reports: list[OwnReport]
    actions: list[Action]
    undelivered: int
    news: list[OwnReport] = field(default_factory=list)
    """Those of the reports that have moved on since the person last saw news of them."""
    queue: Queue | None = None
    alert_test: AlertTest | None = None
    on_call: OnCall | None = None
    """Only for people on the rota."""
    learning: LearningOverview | None = None
    """For the safety team only."""
    figures: Figures | None = None
    """Only for whoever may read figures."""
    reviews: list[OwnReview] = field(default_factory=list)
    """Those that they take part in, open ones first."""
    sessions: list[Session] = field(default_factory=list)
    """Those that they are invited to or lead, what comes first before the rest."""
    drafts: list[ReportDraft] = field(default_factory=list)
    """What they have begun and not sent, the newest first."""
    digest_at: datetime | None = None
    """When the next digest comes, for a safety lead only."""
    themes: ThemesOverview | None = None
    """For the safety lead only."""
    recommendations: list[Recommendation] | None = None
    """Open ones, what is due first, for the safety lead only."""
    silent: bool = False
    """Slack will probably wake nobody now whom a danger would ask."""


def home_data(context: Context, slack_id: str, place: QueuePlace = WHOLE_QUEUE) -> HomeData:
    """The newest reports of this person, their most pressing actions, and what waits for them to look at."""
    with context.database.reading() as transaction:
        since = own_reports.last_news(transaction, slack_id)
        on_safety_team = context.service.may(slack_id, Role.SAFETY_TEAM)
        who = findable(context.service, slack_id)
        return HomeData(
            reports=own_reports.of_reporter(transaction, slack_id, limit=MOST),
            actions=actions.of_owner(transaction, slack_id, limit=MOST),
            undelivered=len(status.undelivered(transaction)) if on_safety_team else 0,
            alert_test=alert_tests.latest(transaction) if on_safety_team else None,
            news=own_reports.with_news(transaction, slack_id, since=since, limit=MOST_NEWS),
            queue=_queue(transaction, context, who, place) if who.anything else None,
            on_call=_on_call(transaction, context, slack_id),
            learning=overview.for_safety_team(transaction, context.service, slack_id, now=context.clock.now()),
            figures=_figures(transaction, context, slack_id),
            reviews=own_reviews.of_person(transaction, slack_id, limit=MOST_REVIEWS),
            sessions=sessions.of_person(transaction, slack_id, now=context.clock.now(), limit=MOST_REVIEWS),
            drafts=report_drafts.of_person(transaction, slack_id, limit=MOST_DRAFTS),
            digest_at=lead_digest.next_for(transaction, context.service, slack_id, now=context.clock.now()),
            themes=themes.for_home(transaction, context, slack_id, now=context.clock.now()),
            recommendations=recommendations.for_home(transaction, context, slack_id),
            silent=_is_silent(transaction, context),
        )


def _queue(transaction: Transaction, context: Context, who: Findable, place: QueuePlace) -> Queue | None:
    """None for somebody who only stands in for a safety lead, as long as there is no such incident."""
    counts = queue.counts(transaction, who, context.service, now=context.clock.now())
    page = queue.page(transaction, who, place)
    return Queue(counts, page, place) if who.usual or page.rows else None


@dataclass(frozen=True)
class ListPage(Generic[_T]):
    """One page of a person's own things, by its number from 0, and whether there is a next one."""

    rows: list[_T]
    number: int
    later: bool


REPORTS_ON_A_PAGE = 20
ACTIONS_ON_A_PAGE = 10


def page_of_reports(context: Context, slack_id: str, *, page: int) -> ListPage[OwnReport]:
    """One page of all reports that this person has sent, the newest first."""
    with context.database.reading() as transaction:
        skipped = page * REPORTS_ON_A_PAGE
        found = own_reports.of_reporter(transaction, slack_id, limit=REPORTS_ON_A_PAGE + 1, skipped=skipped)
    return ListPage(found[:REPORTS_ON_A_PAGE], page, later=len(found) > REPORTS_ON_A_PAGE)


def page_of_actions(context: Context, slack_id: str, *, page: int) -> ListPage[Action]:
    """One page of all actions that this person owns: open ones first, each group by due date."""
    with context.database.reading() as transaction:
        skipped = page * ACTIONS_ON_A_PAGE
        found = actions.of_owner(transaction, slack_id, limit=ACTIONS_ON_A_PAGE + 1, skipped=skipped)
    return ListPage(found[:ACTIONS_ON_A_PAGE], page, later=len(found) > ACTIONS_ON_A_PAGE)


def remember_news(context: Context, slack_id: str, *, now: datetime) -> None:
    """This person has seen what is new of their reports. `now` is from before it was read, so that nothing is missed.

    Called once it has been shown. Of whoever has no news, nothing is kept.
    """
    with context.database.writing() as transaction:
        own_reports.remember_news(transaction, slack_id, now=now)


def _is_silent(transaction: Transaction, context: Context) -> bool:
    now = context.clock.now()
    people = people_to_ask(context.service, shifts.around(transaction, now), involved=(), now=now)
    return context.quiet_hours.all_paused(people.all, now=now)


def _on_call(transaction: Transaction, context: Context, slack_id: str) -> OnCall | None:
    if not context.service.may(slack_id, Role.ON_CALL):
        return None
    return who_is_on_call(transaction, context, now=context.clock.now())


def _figures(transaction: Transaction, context: Context, slack_id: str) -> Figures | None:
    if not reads_figures(context.service, slack_id):
        return None
    return latest_figures(transaction, context.service, now=context.clock.now())[1]
