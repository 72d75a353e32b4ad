"""On top: the report that the person began last and has not sent, and how many older ones there are."""

from bot.views.home.content import HomeContent
from bot.views.kit.blocks import Block, buttons, section
from bot.views.reports.unsent_form import waits
from bot.views.shared.draft_messages import choices


def blocks(content: HomeContent) -> list[Block]:
    if not content.drafts:
        return []
    said = waits(content.drafts, zone=content.service.zone, now=content.now)
    return [section(said), buttons(*choices(content.drafts[0]))]
