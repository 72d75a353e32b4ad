"""Whatever anyone types is saved and read back exactly, or refused beside its field. Slack interprets none of it."""

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.journeys.engine_and_mode import on_both_pairs
from tests.journeys.steps import card_about, opens, reference_in, sends

HOSTILE = [
    "<!channel> <!here> <@U0LEE00001> <#C0SAFETY01>",
    "*bold* _italic_ ~gone~ `code` ```block``` > quote",
    "'; DROP TABLE report; -- \" OR 1=1",
    "&amp; &lt;b&gt; & < >",
    "شيء حدث \u202etxet desrever\u202c עברית",
    "👩🏽‍⚕️🧯 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a\u0000b\u0007\u001b[31m",
    "line\nbreaks\r\nand\ttabs  and  spaces ",
    "https://example.invalid/path|label mailto:a@b.invalid",
    "x" * 3000,
    "👍" * 1500,
]
any_text = st.one_of(st.text(max_size=60), st.text(max_size=3000), st.sampled_from(HOSTILE))
bounded = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def typed_words(modal) -> str:
    """The reporter's words as the modal holds them: plain text of rich text, which Slack never interprets."""
    [words] = [block for block in modal.blocks if block["type"] == "rich_text"]
    [section] = words["elements"]
    [element] = section["elements"]
    assert element["type"] == "text"
    return element["text"]


def everything_sent_to_slack(workspace) -> str:
    """Every message, and every view but the form and the opened report."""
    posts = [call.arguments for call in workspace.calls if call.method in ("chat.postMessage", "views.publish")]
    return json.dumps(posts, ensure_ascii=False, default=str)


def closes_everything(person):
    while person.modals:
        person.closes()


@bounded
@given(text=any_text)
@example(text="")
@example(text=HOSTILE[0])
@example(text=HOSTILE[6])
@example(text="x" * 3000)
@example(text="👍" * 1500)
def test_what_is_typed_is_read_back_exactly_or_refused_beside_its_field(
    nurse, safety_lead, safety_channel, workspace, text
):
    closes_everything(nurse)
    nurse.runs("/incident", channel="oak-ward")
    nurse.answers(what=text, still_at_risk="no")
    shown = sends(nurse)
    if shown.errors:
        assert list(shown.errors) == ["what"]
        return
    card = card_about(safety_channel, reference_in(shown))
    closes_everything(safety_lead)
    assert typed_words(opens(safety_lead, card)) == text


@on_both_pairs
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_saved_and_reaches_no_message(nurse, safety_lead, safety_channel, workspace, text):
    nurse.runs(f"/incident {text}" if "\n" not in text else "/incident", channel="oak-ward")
    nurse.answers(what=text, still_at_risk="yes")
    shown = nurse.submits()
    card = card_about(safety_channel, reference_in(shown))
    assert typed_words(opens(safety_lead, card)) == text
    assert text[:20] not in everything_sent_to_slack(workspace)
    assert not card.mentions(safety_lead)
