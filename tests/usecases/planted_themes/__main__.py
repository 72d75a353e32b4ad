"""Measure how well themes are proposed: python -m tests.usecases.planted_themes."""

import sys

from tests.usecases.planted_themes.measure import others, table

sys.stdout.write(f"{len(others())} unrelated incidents\n\n{table()}\n")
