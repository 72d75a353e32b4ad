"""Every mistake in the service file is told with its line, also one between two parts of the file."""

import re

import pytest

from bot.service_file import ServiceFileRefused, read_service
from tests import bots

RIGHT = bots.SERVICE_FILE.read_text(encoding="utf-8")


def refusal(tmp_path, content: bytes | str) -> str:
    file = tmp_path / "service.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ServiceFileRefused) as refused:
        read_service(file)
    return str(refused.value).replace(f"{file}, ", "")


def line_of(text: str, words: str, *, occurrence: int = 1) -> int:
    """The number of the line with these words, counted from 1."""
    found = [number for number, line in enumerate(text.splitlines(), start=1) if words in line]
    return found[occurrence - 1]


def without(text: str, words: str) -> str:
    return "\n".join(line for line in text.splitlines() if words not in line)


NOBODY = "nobody has the role"
WRONG_ID = "this is not a code or an id of the right kind; see docs/service-file.md"
JO_AGAIN = RIGHT + '\n[[ people ]] # again\n"slack_id" = "U0JO000001"\nname = "Jo Carter"\n'
SAME_CHANNEL = RIGHT.replace("C0WILLOW01", "C0OAKWARD1")
SAME_NAME = RIGHT.replace("Willow Ward", "Oak Ward")
NOBODY_ON_CALL = without(RIGHT, 'on_call"]')
NO_SAFETY_TEAM = without(RIGHT, 'safety_team"]')
LADDER = """
[[ladders]]
at_risk = "yes"
steps = [
    { asks = "first", after = 0 },
    { asks = "second", after = %s },
]
"""
TOO_SLOW = RIGHT + LADDER % 90
TWO_LADDERS = RIGHT + LADDER % 10 + LADDER % 10
NO_PEOPLE = RIGHT.partition("[[people]]")[0]
UNKNOWN_TEAM = RIGHT.replace('team = "crisis-team"', 'team = "crisis"', 1)
SAFETY_CHANNEL_TWICE = RIGHT.replace("C0CRISIS01", "C0SAFETY01")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (JO_AGAIN, line_of(JO_AGAIN, "U0JO000001", occurrence=2), "slack_id: this person is listed twice"),
        (
            SAME_CHANNEL,
            line_of(SAME_CHANNEL, "C0OAKWARD1", occurrence=2),
            "channel: another team has the same channel",
        ),
        (SAME_NAME, line_of(SAME_NAME, '"Oak Ward"', occurrence=2), "name: another team has the same name"),
        (
            NOBODY_ON_CALL,
            line_of(NOBODY_ON_CALL, "[[people]]"),
            f"roles: {NOBODY} on_call; give it to somebody",
        ),
        (
            NO_SAFETY_TEAM,
            line_of(NO_SAFETY_TEAM, "[[people]]"),
            f"roles: {NOBODY} safety_team; give it to somebody",
        ),
        (
            TOO_SLOW,
            line_of(TOO_SLOW, "steps = ["),
            "steps: no step may come more than 60 minutes after the one before",
        ),
        (
            TWO_LADDERS,
            line_of(TWO_LADDERS, 'at_risk = "yes"', occurrence=2),
            "at_risk: another ladder is for the same team and answer",
        ),
        (NO_PEOPLE, 1, f"roles: {NOBODY} safety_team; give it to somebody"),
        (UNKNOWN_TEAM, line_of(UNKNOWN_TEAM, '"crisis"'), "team: no team with this code is listed"),
        (
            SAFETY_CHANNEL_TWICE,
            line_of(SAFETY_CHANNEL_TWICE, "C0SAFETY01", occurrence=2),
            "channel: it is the safety channel, which is only for itself",
        ),
    ],
    ids=[
        *("person", "channel", "name", "on-call", "safety-team"),
        *("slow-ladder", "two-ladders", "people", "team", "safety-channel"),
    ],
)
def test_a_mistake_between_two_parts_is_told_with_the_line_of_the_second(tmp_path, text, line, words):
    assert refusal(tmp_path, text) == f"line {line}: {words}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('slack_id = "U0LEE00001"', 'slack_id = "S0ONCALL01"'),
        ('channel = "C0WILLOW01"', 'channel = "U0LEE00001"'),
        ('safety_channel = "C0SAFETY01"', 'safety_channel = "U0LEE00001"'),
        ('code = "oak-ward"', 'code = "Oak Ward"'),
    ],
)
def test_an_id_of_the_wrong_kind_is_told_in_plain_words(tmp_path, old, new):
    text = RIGHT.replace(old, new)
    name = new.partition(" ")[0]
    words = f"line {line_of(text, new)}: {name}: {WRONG_ID}"
    assert words in refusal(tmp_path, text).splitlines()


def test_a_file_that_begins_with_the_mark_of_utf_8_is_read(tmp_path):
    file = tmp_path / "service.toml"
    file.write_bytes(b"\xef\xbb\xbf" + RIGHT.encode())
    assert read_service(file).name == "Fernhill Mental Health (invented)"


def test_a_file_in_another_encoding_is_told_with_the_line(tmp_path):
    content = (
        RIGHT.encode().replace(b"Oak Ward", "Derwen \u0174".encode("utf-16-le"), 1).replace(b"Ella", b"Zo\xeb", 1)
    )
    line = line_of(RIGHT, "Ella")
    assert re.match(rf"line {line}: this is not UTF-8\. Save the file as UTF-8\.", refusal(tmp_path, content))


@pytest.mark.parametrize(
    "content", ["people = 3", "[service]\nname = 3", "[[teams]]", "", "people = [1, 2]", "[people]"]
)
def test_whatever_the_file_holds_its_mistakes_are_told_with_a_line(tmp_path, content):
    assert all(re.match(r"line \d+: ", line) for line in refusal(tmp_path, content).splitlines())


def test_a_file_may_have_ladders_and_one_of_before_has_none(tmp_path):
    file = tmp_path / "service.toml"
    file.write_text(RIGHT, encoding="utf-8")
    assert read_service(file).ladders == ()
    file.write_text(RIGHT + LADDER % 15, encoding="utf-8")
    [rule] = read_service(file).ladders
    assert ([step.after for step in rule.steps], rule.team, rule.then_every) == ([0, 15], None, 60)
