"""The line that tells a safety lead when their weekly digest comes. Nothing for everybody else."""

from bot.views.home.content import HomeContent
from bot.views.kit import dates
from bot.views.kit.action_ids import DIGEST_CHANGE
from bot.views.kit.blocks import Block, button, section


def blocks(content: HomeContent) -> list[Block]:
    if content.digest_at is None:
        return []
    comes = dates.moment(content.digest_at, content.service.zone, now=content.now)
    change = button("Skip or change", action=DIGEST_CHANGE, value="home")
    return [section(f"Your weekly digest comes next on {comes}.", button=change)]
