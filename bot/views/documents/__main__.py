"""Makes the files of one paper in a process of its own: `python -m bot.views.documents FOLDER`, the paper on stdin.

The bot starts it, so that neither the libraries nor their work come into the process that answers people.
"""

import os
import pickle
import sys
from pathlib import Path

from bot.views.documents.files import write

if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)  # The answers of the bot go first.
    write(pickle.load(sys.stdin.buffer), Path(sys.argv[1]))  # noqa: S301 - only the bot itself starts this
