"""Answers that the safety team can choose for a reporter."""

from types import MappingProxyType

PREPARED = MappingProxyType(
    {
        "changed": "Thank you for telling us. We have made a change because of your report.",
        "cannot_share": "Thank you for telling us. We have acted, and cannot share the details.",
        "review": "Thank you for telling us. Your report is part of a review that looks at how we work.",
        "no_change": "Thank you for telling us. We looked into it. Nothing changes for now, and your report counts.",
    }
)
"""By code: the words that the reporter reads."""
LABELS = MappingProxyType(
    {
        "changed": "We have made a change",
        "cannot_share": "We have acted and cannot share the details",
        "review": "It is part of a review",
        "no_change": "We looked into it, and nothing changes for now",
    }
)
"""By code: what the safety team chooses from."""


def whole(code: str, own_words: str | None) -> str:
    """What the reporter reads: the prepared words, then those of whoever answers."""
    return "\n\n".join(part for part in (PREPARED.get(code), own_words) if part)
