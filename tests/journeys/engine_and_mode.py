"""Which engine with which mode.

Database engine and connection mode are independent, so two of the four pairs cover both. A journey runs on one pair;
only the frame of the product runs on both, and on all four where something is saved before it is acknowledged, or
where the bot stops meanwhile, because there engine and mode meet.
"""

import pytest

ONE = ("sqlite", "socket")
BOTH = [ONE, ("postgresql", "http")]
ALL = [*BOTH, ("sqlite", "http"), ("postgresql", "socket")]

on_both_pairs = pytest.mark.parametrize("pair", BOTH, ids="-".join)
on_all_pairs = pytest.mark.parametrize("pair", ALL, ids="-".join)
over_a_socket = pytest.mark.parametrize("mode", ["socket"])
"""For a test of what only Socket Mode has."""
over_http = pytest.mark.parametrize("mode", ["http"])
"""For a test of what only HTTP has."""
