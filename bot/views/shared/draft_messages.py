"""The direct message about a report that was not sent. It holds no word of it."""

from datetime import datetime

from bot.domain.reports.drafts import ReportDraft
from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.action_ids import GO_ON_WITH_DRAFT, THROW_DRAFT_AWAY
from bot.views.kit.blocks import Block, Message, asks_first, button, buttons, escaped, section


def not_sent(draft: ReportDraft, service: Service, *, now: datetime) -> Message:
    """To its author, after a form was closed that spoke of danger."""
    saved = dates.clock(draft.saved_at, service.zone, now=now)
    words = "Your report has not been sent. Nobody has seen it."
    danger = f"Is somebody still at risk? Phone {escaped(service.on_call_phone)} now."
    return Message(
        f"{words} {danger}",
        [
            section(f"*{words}* {danger}"),
            section(f"Saved for you alone: {saved}."),
            buttons(*choices(draft)),
        ],
    )


def choices(draft: ReportDraft) -> list[Block]:
    """What its author can do with it."""
    away = button("Throw it away", action=THROW_DRAFT_AWAY, value=str(draft.id))
    return [
        button("Go on with it", action=GO_ON_WITH_DRAFT, value=str(draft.id), style="primary"),
        asks_first(away, title="Throw it away?", words="Nobody can find these words again.", yes="Throw it away"),
    ]
