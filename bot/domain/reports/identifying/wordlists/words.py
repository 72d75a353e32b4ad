"""How a word list is written: any white space between the words."""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
