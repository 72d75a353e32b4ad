"""Practice is never taken for a report, and a report never for practice, whatever was answered."""

import json

import pytest

from tests.screens.gallery import SCREENS

PRACTICE = [name for name in SCREENS if name.startswith(("practice", "louder.with_alert, one, practice"))]
REAL = [name for name in SCREENS if name.startswith(("report_form", "open_form", "receipt", "claim.receipt"))]


@pytest.mark.parametrize("name", PRACTICE)
def test_each_screen_of_practice_begins_with_the_word(name):
    _, view = SCREENS[name]
    assert view["title"]["text"] == "PRACTICE"
    assert view["submit"]["text"].startswith("PRACTICE")
    assert view["blocks"][0]["text"]["text"].startswith("*PRACTICE: n")
    assert view["callback_id"] == "practice"
    assert "save_for_later" not in json.dumps(view)
    assert not view.get("notify_on_close")


@pytest.mark.parametrize("name", [name for name in PRACTICE if "danger" in name or "draw" in name])
def test_in_danger_the_first_line_says_whom_to_phone_and_which_button_is_real(name):
    _, view = SCREENS[name]
    first = view["blocks"][0]["text"]["text"]
    assert "Phone " in first
    assert first.endswith("press *Report it for real*.")


@pytest.mark.parametrize("name", REAL)
def test_no_real_form_holds_a_word_or_a_button_of_practice(name):
    shown = json.dumps(SCREENS[name])
    assert "PRACTICE" not in shown
    assert "report_for_real" not in shown
    assert '"practise"' not in shown
