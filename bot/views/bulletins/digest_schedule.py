"""When the weekly digest of a safety lead comes, for that lead alone."""

from datetime import datetime

from bot.domain.service.service import Service
from bot.views.kit import dates
from bot.views.kit.action_ids import DIGEST_SKIP
from bot.views.kit.blocks import Block, View, button, plain_modal, section


def above_the_form(service: Service, *, next_at: datetime, now: datetime) -> list[Block]:
    skip = button("Skip the next one", action=DIGEST_SKIP, value="digest")
    return [section(f"*The next digest comes on {dates.moment(next_at, service.zone, now=now)}.*", button=skip)]


def changed(service: Service, *, next_at: datetime, now: datetime) -> View:
    words = f"*Saved.* The next digest comes on {dates.moment(next_at, service.zone, now=now)}."
    return plain_modal("Weekly digest", section(words), close="Done")
