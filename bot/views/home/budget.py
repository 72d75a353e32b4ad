"""How much of Home each section may take, because Slack takes 100 blocks. Each list ends in a button with all."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.incidents.queue import ROWS


@dataclass(frozen=True)
class Share:
    """At most so many things, in at most so many blocks, the section's head and buttons included."""

    things: int
    blocks: int


BUDGET: Mapping[str, Share] = MappingProxyType(
    {
        "report_something": Share(things=0, blocks=2),
        "unsent": Share(things=1, blocks=2),
        "while_away": Share(things=3, blocks=1),
        "on_call": Share(things=0, blocks=2),
        "undelivered": Share(things=0, blocks=1),
        "wrong_codes": Share(things=0, blocks=1),
        "monthly_test": Share(things=1, blocks=1),
        "queue": Share(things=ROWS, blocks=ROWS + 5),
        "learning": Share(things=6, blocks=10),
        "themes": Share(things=3, blocks=4),
        "recommendations": Share(things=3, blocks=1),
        "own_actions": Share(things=5, blocks=28),
        "reviews": Share(things=4, blocks=7),
        "own_reports": Share(things=5, blocks=8),
        "lead_digest": Share(things=0, blocks=1),
        "board": Share(things=3, blocks=3),
        "numbers": Share(things=3, blocks=1),
    }
)
"""By the name of the section's file. Some sections have a share before they are built."""
MOST_BLOCKS = 99
"""Of all sections together."""
