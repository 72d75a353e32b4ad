"""How the word lists are written: lower case, no accents, any white space between."""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
