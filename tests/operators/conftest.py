"""The bot serves its numbers, and somebody asks for them."""

import pytest

from sandbox.transport.http_mode import free_port
from tests import bots
from tests.operators.asking import Operator


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def settings(workspace, tmp_path, url, port, mode):
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, candour_mode=mode, port=port)


@pytest.fixture
def operator(context, port) -> Operator:
    return Operator(port)
