"""Which engine with which mode.

What remembers and how Slack reaches the bot know nothing of each other: two of the four pairs show all there is. Only
where something is saved before it is acknowledged, or the bot stops meanwhile, do both take part, in all four.
"""

import pytest

PAIRS = [("sqlite", "socket"), ("postgresql", "http")]
ALL = [*PAIRS, ("sqlite", "http"), ("postgresql", "socket")]

on_all_pairs = pytest.mark.parametrize("pair", ALL, ids="-".join)
over_a_socket = pytest.mark.parametrize("mode", ["socket"])
"""For a test of what only Socket Mode has."""
over_http = pytest.mark.parametrize("mode", ["http"])
"""For a test of what only HTTP has."""
