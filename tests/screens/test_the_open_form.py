"""What answers add to the report form while it is open: of two at once, neither takes away what the other adds."""

import pytest

from bot.views.kit.action_ids import REPORT_ABOUT, STILL_AT_RISK
from bot.views.reports import open_form, unsent_form
from bot.views.reports.louder import ALERT
from handlers.reports import report_form
from tests.domain.examples import NOON, a_service

SERVICE = a_service()
DETAILS = [field.draw() for field in report_form.details(SERVICE, NOON)]
FOLDED = report_form.draw(SERVICE, nonce="nonce", team=SERVICE.teams[0], text="", now=NOON)
FORM = open_form.unfolded(FOLDED, DETAILS)
NAMES = [block.get("block_id") for block in FORM["blocks"]]


def answered(view, *, risk=None, ticks=()):
    values = {
        STILL_AT_RISK: {STILL_AT_RISK: {"selected_option": risk and {"value": risk}}},
        REPORT_ABOUT: {REPORT_ABOUT: {"selected_options": [{"value": each} for each in ticks]}},
    }
    return view | {"id": "V1", "hash": "h1", "state": {"values": values}}


def added(view, at_risk=""):
    """The names of what is added, each with the one that stands above it."""
    shown = open_form.completed(view, at_risk, SERVICE)
    if shown is None:
        return None
    names = [block.get("block_id") for block in shown["blocks"]]
    gone = {unsent_form.SAVE} if open_form.says_anonymous(shown) else set()
    assert [name for name in names if name in NAMES] == [name for name in NAMES if name not in gone]
    return {name: names[place - 1] for place, name in enumerate(names) if name not in NAMES}


INVOLVED = open_form.SOMEBODY_INVOLVED
LIST, PHONE = {"involved": REPORT_ABOUT}, {ALERT: STILL_AT_RISK}


@pytest.mark.parametrize(
    ("risk", "ticks", "expected"),
    [
        (None, (), None),
        ("no", ("about_staff",), None),
        (None, (INVOLVED,), LIST),
        ("yes", (), PHONE),
        ("not_sure", (INVOLVED, "about_staff"), PHONE | LIST),
    ],
)
def test_the_alert_and_the_list_are_added_below_what_asks_for_them(risk, ticks, expected):
    assert added(answered(FORM, risk=risk, ticks=ticks)) == expected


def test_the_answer_that_was_just_given_counts_before_the_form_knows_it():
    assert added(answered(FORM, ticks=(INVOLVED,)), at_risk="yes") == PHONE | LIST


def test_the_list_goes_when_the_tick_is_taken_away_and_stays_otherwise():
    listed = open_form.completed(answered(FORM, ticks=(INVOLVED,)), "", SERVICE)
    assert added(answered(listed, ticks=(INVOLVED,))) is None
    assert added(answered(listed)) == {}


def test_every_field_that_stood_there_goes_back_as_it_was_whatever_is_chosen_by_then():
    before = answered(FORM, risk="yes", ticks=(INVOLVED,))
    before["state"]["values"][report_form.NAME] = {report_form.NAME: {"selected_option": {"value": "anonymous"}}}
    shown = open_form.completed(before, "", SERVICE) or {}
    still = [block for block in FORM["blocks"] if block.get("block_id") != unsent_form.SAVE]
    assert [block for block in shown["blocks"] if block.get("block_id") in NAMES] == still
    assert report_form.NAME in NAMES


def test_a_form_of_an_earlier_version_is_left_alone():
    old = FORM | {"blocks": [block for block in FORM["blocks"] if block.get("block_id") != REPORT_ABOUT]}
    assert open_form.completed(answered(old, ticks=(INVOLVED,)), "", SERVICE) is None


def test_change_puts_the_fields_in_place_of_the_line_and_moves_nothing_else():
    folded = [block.get("block_id") for block in FOLDED["blocks"]]
    line = folded.index(open_form.DETAILS)
    opened = [block["block_id"] for block in DETAILS]
    assert [*folded[:line], *opened, *folded[line + 1 :]] == NAMES
    assert open_form.unfolded(FORM, DETAILS)["blocks"] == FORM["blocks"]


def test_a_team_that_is_asked_for_already_stays_where_it_is():
    asked = report_form.draw(SERVICE, nonce="nonce", team=None, text="", now=NOON)
    names = [block.get("block_id") for block in open_form.unfolded(asked, DETAILS)["blocks"]]
    assert names.count("team") == 1


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("anyone_hurt", "no", {}),
        ("anyone_hurt", "yes", {"physical_harm": "anyone_hurt", "psychological_harm": "physical_harm"}),
        ("anyone_hurt", "not_sure", {"physical_harm": "anyone_hurt", "psychological_harm": "physical_harm"}),
        ("kind", "abuse", {"psychological_harm": "anyone_hurt"}),
        ("kind", "medication", {}),
        ("report_type", "good_care", {"thanks": "report_type", "thanked": "thanks", "thank_words": "thanked"}),
        ("name_choice", "anonymous", {"anonymous_when": "name_choice"}),
        ("name_choice", "named", {}),
    ],
)
def test_an_answer_opens_what_it_asks_for(name, value, expected):
    view = answered(FORM)
    view["state"]["values"][name] = {name: {"selected_option": {"value": value}}}
    assert (added(view) or {}) == expected
