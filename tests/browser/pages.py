"""The sandbox's page in headless Chromium, as a person uses it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
]
DESK, PHONE = (1280, 800), (390, 844)
WAITS_UP_TO = 60_000
"""Milliseconds. A wait ends when what it is for is seen; only a failure takes so long, also on a busy machine."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that looks for nothing outside this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        try:
            yield browser
        finally:
            browser.close()


class Desk:
    """One browser window on the sandbox's page."""

    def __init__(self, browser: Browser, address: str, *, size: tuple[int, int] = DESK) -> None:
        self.address = address
        self._context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="en-GB", timezone_id="Europe/London"
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(WAITS_UP_TO)
        expect.set_options(timeout=WAITS_UP_TO)

    def close(self) -> None:
        self._context.close()

    def sits_down_as(self, person: str, *, at: str) -> None:
        """Be this person, looking at this place (an id, or home)."""
        self.page.goto(f"{self.address}/?as={person}&at={at}")
        expect(self.page.get_by_label("You are")).to_have_value(person)

    def types(self, command: str, *, place: str) -> None:
        """Type into the message box and press Enter."""
        box = self.page.get_by_label(f"Message to {place}")
        box.fill(command)
        box.press("Enter")

    def dialog(self, title: str) -> Locator:
        """The modal with this title, once it is there."""
        found = self.page.get_by_role("dialog", name=title)
        expect(found).to_be_visible()
        return found

    def message(self, words: str) -> Locator:
        """The newest message with these words, once it is there."""
        found = self.page.get_by_role("article").filter(has_text=words).last
        expect(found).to_be_visible()
        return found
