"""Do not disturb."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

KIM, AMARA = "U0KIM00001", "U0AMARA001"
MADRID = ZoneInfo("Europe/Madrid")


@pytest.fixture(autouse=True)
def _may_ask(workspace):
    workspace.scopes = workspace.scopes | {"dnd:read"}


def moves_to(workspace, at):
    """The next time that it is so late in Madrid."""
    now = workspace.clock.now().astimezone(MADRID)
    days = 1 if now.time() >= at else 0
    moment = datetime.combine(now.date() + timedelta(days=days), at, MADRID)
    workspace.clock.to(moment.astimezone(UTC))
    return moment


def hours(answer):
    moments = (datetime.fromtimestamp(answer[key], MADRID) for key in ("next_dnd_start_ts", "next_dnd_end_ts"))
    return [moment.replace(tzinfo=None) for moment in moments]


@pytest.mark.parametrize(
    ("at", "start_day"), [(time(12), 0), (time(21, 59), 0), (time(22), 0), (time(23), 0), (time(6, 59), -1)]
)
def test_quiet_hours_are_the_present_or_the_next_ones_on_the_persons_own_clock(workspace, client, at, start_day):
    today = moves_to(workspace, at).date()
    answer = client.dnd_info(user=KIM)
    start = datetime.combine(today + timedelta(days=start_day), time(22))
    assert answer["dnd_enabled"] is True
    assert hours(answer) == [start, datetime.combine(start.date() + timedelta(days=1), time(7))]


def test_quiet_hours_are_over_at_their_end(workspace, client):
    today = moves_to(workspace, time(7)).date()
    assert hours(client.dnd_info(user=KIM))[0] == datetime.combine(today, time(22))


def test_quiet_hours_may_begin_and_end_on_one_day(workspace, client):
    workspace.members[KIM] = replace(workspace.members[KIM], quiet=("13:00", "15:00"))
    today = moves_to(workspace, time(14)).date()
    assert hours(client.dnd_info(user=KIM)) == [datetime.combine(today, time(13)), datetime.combine(today, time(15))]


def test_somebody_without_quiet_hours(client):
    answer = client.dnd_info(user=AMARA)
    assert (answer["dnd_enabled"], answer["next_dnd_start_ts"], answer["next_dnd_end_ts"]) == (False, 1, 1)


def test_many_people_at_once(client):
    answer = client.dnd_teamInfo(users=[KIM, AMARA, "U0NOBODY01"])
    assert {person: told["dnd_enabled"] for person, told in answer["users"].items()} == {KIM: True, AMARA: False}


def test_what_is_refused(workspace, client, refusal):
    assert refusal(client.dnd_info, user="U0NOBODY01").error == "user_not_found"
    assert refusal(client.dnd_teamInfo, users="").error == "no_users_provided"
    assert refusal(client.dnd_teamInfo, users=[KIM] * 51).error == "too_many_users"
    workspace.scopes = workspace.scopes - {"dnd:read"}
    assert refusal(client.dnd_info, user=KIM).body["needed"] == "dnd:read"
    assert refusal(client.dnd_teamInfo, users=KIM).body["needed"] == "dnd:read"


def test_at_night_a_message_arrives_without_a_sound(workspace, client):
    kim = workspace.person("Kim Adeyemi")
    moves_to(workspace, time(23))
    client.chat_postMessage(channel=KIM, text="At night")
    moves_to(workspace, time(8))
    client.chat_postMessage(channel=KIM, text="In the morning")
    told = [(message.text, message.makes_a_sound_for(kim)) for message in kim.direct_messages]
    assert told == [("At night", False), ("In the morning", True)]


def test_in_a_channel_only_a_mention_makes_a_sound(workspace, client):
    moves_to(workspace, time(12))
    safety = workspace.channel("safety-team")
    client.chat_postMessage(channel=safety.id, text="Everybody reads this")
    client.chat_postMessage(channel=safety.id, text=f"<@{KIM}> please look")
    assert [message.makes_a_sound_for(KIM) for message in safety.messages] == [False, True]
