"""Measure how well similar incidents are found: python -m tests.usecases.likeness."""

import sys

from tests.usecases.likeness.measure import table, texts

sys.stdout.write(f"{len(texts())} invented incidents; recall at 5 / mean reciprocal rank (queries)\n\n{table()}\n")
