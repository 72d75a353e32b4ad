"""What the App Home of one person is drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.actions.action import Action
from bot.domain.bulletins.overview import LearningOverview
from bot.domain.evidence.figures import Figure, Shown
from bot.domain.incidents.own_report import OwnReport
from bot.domain.incidents.queue import Queue
from bot.domain.learning.recommendation import Recommendation
from bot.domain.learning.theme_board import ThemesOverview
from bot.domain.reports.drafts import ReportDraft
from bot.domain.reviews.own_review import OwnReview
from bot.domain.reviews.session import Session
from bot.domain.service.alert_test import AlertTest
from bot.domain.service.rota import OnCall
from bot.domain.service.service import Service


@dataclass(frozen=True)
class HomeContent:
    """The person's own reports and actions, each at most one more than is shown.

    `undelivered` counts messages that did not get through; it is above 0 only for the safety team.
    `news` are those of the reports that have moved on since the person last saw news of them, the newest first.
    `queue` is there only for those who may find incidents.
    """

    reports: Sequence[OwnReport]
    actions: Sequence[Action]
    service: Service
    undelivered: int
    now: datetime
    news: Sequence[OwnReport] = ()
    queue: Queue | None = None
    person: str = ""
    alert_test: AlertTest | None = None
    """The latest one, for the safety team."""
    on_call: OnCall | None = None
    """Only for people on the rota."""
    learning: LearningOverview | None = None
    """For the safety team only."""
    wrong_codes: int = 0
    """Claim codes that were wrong in the last day, for the safety lead only."""
    figures: Mapping[Figure, Shown] | None = None
    """Only for whoever may read figures."""
    reviews: Sequence[OwnReview] = ()
    """Those that the person takes part in, at most one more than is shown."""
    sessions: Sequence[Session] = ()
    """Those that the person is invited to or leads."""
    drafts: Sequence[ReportDraft] = ()
    """What the person has begun and not sent, the newest first, at most one more than is shown."""
    digest_at: datetime | None = None
    """When the next digest comes, for a safety lead only."""
    silent: bool = False
    """Slack will probably wake nobody now whom a danger would ask."""
    themes: ThemesOverview | None = None
    """For the safety lead only."""
    recommendations: Sequence[Recommendation] | None = None
    """Open ones, what is due first, for the safety lead only."""
