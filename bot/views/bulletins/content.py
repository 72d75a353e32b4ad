"""What is shown of the bulletins of a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.bulletins.draft import Draft
from bot.domain.service.service import Team
from bot.views.kit.blocks import Message


@dataclass(frozen=True)
class Board:
    """The latest bulletins of a team with what they say, the newest first, and the next draft, if it is made.

    `posts_at` is when the next one is due, `drafts_at` when a draft is made next.
    """

    team: Team
    past: Sequence[tuple[Draft, Message]]
    draft: tuple[Draft, Message] | None
    posts_at: datetime
    drafts_at: datetime


@dataclass(frozen=True)
class Preview:
    """A draft with what it says. `leaves_at` is when it is posted if it is approved now."""

    draft: Draft
    team: Team
    message: Message
    leaves_at: datetime
    others: bool
    """Whether there is another learning point that it could tell of."""
    free: bool
    """Whether reporters leave its words free to be told. Not who says no, nor when."""
