"""The environment of an operator."""

import pytest

from tests import bots

KEY = "test:" + "A" * 43 + "="


@pytest.fixture
def environment(workspace, tmp_path, url, monkeypatch):
    """The environment of an operator who has set everything right. Gives what changes one setting."""
    given = {
        "SLACK_API_URL": f"{workspace.address}/api/",
        "SLACK_BOT_TOKEN": workspace.tokens.bot,
        "SLACK_APP_TOKEN": workspace.tokens.app,
        "CANDOUR_DATABASE_URL": url,
        "CANDOUR_KEYS": KEY,
        "CANDOUR_SERVICE_FILE": str(bots.SERVICE_FILE),
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return monkeypatch.setenv
