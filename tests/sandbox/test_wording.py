"""The words that people see in Slack's markup."""

import pytest

from sandbox.people.person import PeopledWorkspace
from sandbox.workspace import mrkdwn

NAMES = mrkdwn.names_in(PeopledWorkspace())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*Saved.* Your _reference_ is `AB-12`", "Saved. Your reference is AB-12"),
        ("*_both_*", "both"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("<@U0LEE00001> in <#C0OAKWARD1>", "@Lee Fraser in #oak-ward"),
        ("<@U0NOBODY01>", "@U0NOBODY01"),
        ("<!channel> <!here|here>", "@channel @here"),
        ("<https://example.org|the page> <https://example.org>", "the page https://example.org"),
        ("<!date^1773651600^{date_long}|Monday 16 March>", "Monday 16 March"),
        ("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"),
        ("&amp;lt;", "&lt;"),
        ("&lt;@U0LEE00001&gt;", "<@U0LEE00001>"),
        ("```a *b*```", "a *b*"),
    ],
)
def test_markup_is_taken_away(text, words):
    assert mrkdwn.plain(text, names=NAMES) == words


def test_plain_text_calls_nobody():
    text = {"type": "plain_text", "text": "<@U0LEE00001> &lt;!channel&gt;"}
    assert mrkdwn.of_text(text, names=NAMES) == "<@U0LEE00001> <!channel>"
    assert mrkdwn.called("", [{"type": "section", "text": text}]) == set()


def test_rich_text_is_words():
    block = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "Ask ", "style": {"bold": True}},
                    {"type": "user", "user_id": "U0LEE00001"},
                    {"type": "text", "text": " or "},
                    {"type": "link", "url": "https://example.org", "text": "look"},
                    {"type": "emoji", "name": "wave"},
                    {"type": "channel", "channel_id": "C0OAKWARD1"},
                    {"type": "broadcast", "range": "here"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]}],
            },
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "<!channel> &amp;"}]},
        ],
    }
    assert mrkdwn.of_blocks([block], names=NAMES) == (
        "Ask @Lee Fraser or look:wave:#oak-ward@here\none\n<!channel> &amp;"
    )
    assert mrkdwn.called("", [block]) == {"U0LEE00001", "!here"}


def test_where_there_are_blocks_the_text_calls_nobody():
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "Look"}}
    assert mrkdwn.called("<@U0LEE00001>", []) == {"U0LEE00001"}
    assert mrkdwn.called("<@U0LEE00001>", [block]) == set()
