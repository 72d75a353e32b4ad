"""The README's screenshots: `python -m tests.browser.screenshots FOLDER`. The people and the data are invented."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect

from sandbox.people.person import PeopledWorkspace
from sandbox.server import Server
from tests import bots
from tests.browser.pages import PHONE, Desk, chromium
from tests.browser.test_the_page import (
    AMARA,
    JO,
    OAK,
    SAFETY,
    is_reminded,
    is_told_of_the_action,
    makes_an_action,
    reports,
)


def take(folder: Path) -> None:
    """Play the journey, and take a picture at each step."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        Server() as workspace,
        tempfile.TemporaryDirectory() as data,
        bots.running(workspace, bots.settings_for(workspace, Path(data))),
        chromium() as browser,
    ):
        _on_the_phone(Desk(browser, workspace.address, size=PHONE), folder)
        _at_the_desk(Desk(browser, workspace.address), workspace, folder)


def _on_the_phone(phone: Desk, folder: Path) -> None:
    phone.sits_down_as(AMARA, at=OAK)
    phone.types("/incident door alarm silent on checks", place="#oak-ward")
    phone.dialog("Report")
    phone.page.screenshot(path=folder / "report-phone.png")


def _at_the_desk(desk: Desk, workspace: PeopledWorkspace, folder: Path) -> None:
    reports(desk, still_at_risk="Yes", picture=folder / "receipt.png")
    desk.sits_down_as(JO, at=SAFETY)
    desk.message("New report")
    desk.page.screenshot(path=folder / "card.png")

    reference = reports(desk)
    makes_an_action(desk, reference, picture=folder / "opened.png")
    is_told_of_the_action(desk, workspace)
    is_reminded(desk)
    desk.page.screenshot(path=folder / "nudge.png")
    desk.sits_down_as(AMARA, at=OAK)
    desk.message("in numbers")
    desk.page.get_by_role("button", name="Monday 09:00").click()
    expect(desk.page.get_by_role("article").filter(has_text="in numbers")).to_have_count(2)
    desk.page.screenshot(path=folder / "bulletin.png")
    desk.sits_down_as(AMARA, at="home")
    desk.page.get_by_text(reference).wait_for()
    desk.page.screenshot(path=folder / "home.png")


if __name__ == "__main__":
    take(Path(sys.argv[1]))
