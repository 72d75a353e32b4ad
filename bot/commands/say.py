"""What a command says to the person who typed it."""

import sys

KEEP_AND_ASK = "Keep the database and its backups as they are, and ask for help."


def say(words: str) -> None:
    """Print a line. What the terminal cannot show is shown as a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(f"{words}\n".encode(encoding, errors="replace").decode(encoding))
