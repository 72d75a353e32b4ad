"""A number with its noun: 1 action, 2 actions."""


def counted(count: int, one: str, many: str) -> str:
    """The number, and the words that go with one or with many."""
    return f"{count} {one if count == 1 else many}"
