"""One file for each kind of message. To add one: write the file, and name it here."""

from datetime import datetime
from typing import Protocol

from bot.domain.service.service import Service
from bot.views.kit.blocks import Message
from scheduler.posts import (
    action_news,
    answer_waits,
    assigned,
    bulletin,
    bulletin_draft,
    bulletin_not_sent,
    bulletin_written,
    card,
    check,
    copy,
    danger_news,
    danger_question,
    glass_broken,
    handed_over,
    hold_asked,
    hold_news,
    huddle,
    lead_digest,
    look_review,
    monthly_test,
    more_danger,
    morning_line,
    name_looked,
    not_sent,
    nudge,
    offer,
    page,
    paper_due,
    phone_asked,
    repeat,
    reporter_wrote,
    review_invited,
    rung,
    session_invited,
    session_soon,
    shift_news,
    shift_offered,
    support_asked,
    thanked,
    words_asked,
)
from storage.engine.transactions import Transaction
from storage.outbox.messages import ClaimedMessage, OutboxMessage
from storage.outbox.priority import Priority


class Post(Protocol):
    """What each of the files offers.

    `QUEUED_BY` names the use case that queues it, or its module in `scheduler.due.DUE`: by name, since a message may
    not see what a use case sees. `PRIORITY` is the highest that a message of this kind may have. `READABLE` says
    whether the history of its place may be read, to look for a message that may have been posted.
    """

    KIND: str
    PRIORITY: Priority
    READABLE: bool
    QUEUED_BY: str

    def compose(
        self, transaction: Transaction, service: Service, claimed: ClaimedMessage, *, now: datetime
    ) -> Message | None:
        """The message as things stand at `now`, the business time; None if nothing is left to say."""

    def fallback(self, service: Service, claimed: ClaimedMessage) -> list[OutboxMessage]:
        """What leaves in its place if Slack refuses it for good."""

    def split(self, claimed: ClaimedMessage) -> list[OutboxMessage]:
        """The same as several messages, if Slack finds it too long; nothing if it cannot be split."""


POSTS: tuple[Post, ...] = (
    *(card, more_danger, rung, page, danger_question, danger_news, copy, answer_waits, reporter_wrote, thanked),
    *(shift_offered, shift_news, monthly_test, glass_broken, handed_over, review_invited, support_asked),
    *(name_looked, look_review, phone_asked, not_sent),
    *(session_invited, session_soon),
    *(assigned, nudge, offer, check, action_news),
    *(hold_asked, hold_news, repeat),
    *(bulletin, bulletin_draft, bulletin_not_sent, bulletin_written, words_asked, morning_line),
    *(huddle, lead_digest),
    paper_due,
)
BY_KIND = {post.KIND: post for post in POSTS}
