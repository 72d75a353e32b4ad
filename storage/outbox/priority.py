"""How soon a message must leave."""

from enum import StrEnum


class Priority(StrEnum):
    """Urgent messages tell of danger: they have workers and a share of the rate limit of their own."""

    URGENT = "urgent"
    NORMAL = "normal"
