"""Chromium for the browser tests: skipped loudly where there is none, and a failure in CI."""

import os

import pytest

from tests.browser.pages import CHROMIUM, PHONE, Desk, chromium


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        words = "NO CHROMIUM: the browser tests did not run."
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    with chromium() as browser:
        yield browser


@pytest.fixture(autouse=True)
def _patience(patient_transactions):
    """A busy machine may take longer than a person would wait."""


@pytest.fixture
def desk(browser, workspace, context):
    desk = Desk(browser, workspace.address)
    yield desk
    desk.close()


@pytest.fixture
def phone(browser, workspace, context):
    phone = Desk(browser, workspace.address, size=PHONE)
    yield phone
    phone.close()
