"""The bot serves its numbers, and somebody asks for them."""

import socket

import pytest

from tests import bots
from tests.operators.asking import Operator


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def settings(workspace, tmp_path, url, port):
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, port=port)


@pytest.fixture
def operator(house, port) -> Operator:
    return Operator(port)
