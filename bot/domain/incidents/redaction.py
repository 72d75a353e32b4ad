"""Taking words out of what people wrote."""

MARK = "[taken out]"
SHORT_MARK = "…"
"""Where the usual mark would make a text longer than it may be."""
SHORTEST = 2
"""Characters. A single letter would stand everywhere."""


def without(text: str, words: str, *, longest: int) -> str:
    """The text with each occurrence of exactly these words replaced by a mark; at most `longest` characters."""
    marked = text.replace(words, MARK)
    return marked if len(marked) <= longest else text.replace(words, SHORT_MARK)
