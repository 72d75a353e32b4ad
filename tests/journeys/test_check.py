"""`python -m bot check`: what is wrong, in plain words, and how to mend it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.commands.check import command, files, slack
from bot.commands.keys_beside_data import refuse_keys_beside_the_data
from bot.domain.incidents.duties import Body
from bot.settings import Settings
from storage.engine.backends import DatabaseRefused
from tests import bots
from tests.receiver import SECRET, receiving

EXAMPLE_NUMBER = "01632 960 0"
"""How the numbers of the invented service begin."""
KEY = "test:" + "A" * 43 + "="


@pytest.fixture
def chosen(workspace, tmp_path, monkeypatch) -> Settings:
    """The settings of the environment, as an operator gives them."""
    (tmp_path / "data").mkdir()
    service = tmp_path / "service.toml"
    service.write_text(bots.SERVICE_FILE.read_text().replace(EXAMPLE_NUMBER, "0300 123 12"))
    chosen = bots.settings_for(
        workspace, tmp_path / "data", candour_keys=KEY, candour_demo=False, candour_service_file=service
    )
    given = chosen.model_dump(include={"slack_api_url", "candour_database_url", "candour_service_file"})
    secrets = {"slack_bot_token": "xoxb-sandbox", "slack_app_token": "xapp-sandbox", "candour_keys": KEY}
    for name, value in (given | secrets).items():
        monkeypatch.setenv(name.upper(), str(value))
    monkeypatch.chdir(tmp_path)
    return chosen


def mending(chosen: Settings) -> list[str]:
    """The lines that ask to mend something."""
    said: list[str] = []
    found = command.check(say=said.append)
    to_mend = [line.removeprefix("MEND  ") for line in said if line.startswith("MEND")]
    assert found == (1 if to_mend else 0)
    return to_mend


def answering(workspace, method, answer):
    """From now on the workspace answers this call so."""
    workspace.on_call(lambda name, arguments: answer(arguments) if name == method else None)


def test_where_all_is_right_nothing_is_to_mend(chosen):
    assert mending(chosen) == []


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "CANDOUR_KEYS"])
def test_a_setting_that_is_missing_is_named(chosen, monkeypatch, name):
    monkeypatch.delenv(name)
    assert mending(chosen) == [f"settings: {name} is not set. See .env.example for where to find it."]


def test_each_mode_asks_for_what_it_needs(chosen, monkeypatch):
    monkeypatch.delenv("SLACK_APP_TOKEN")
    ending = "See .env.example for where to find it."
    assert mending(chosen) == [f"settings: SLACK_APP_TOKEN must be set where CANDOUR_MODE is socket. {ending}"]
    monkeypatch.setenv("CANDOUR_MODE", "http")
    both = "SLACK_SIGNING_SECRET and PORT"
    assert mending(chosen) == [f"settings: {both} must be set where CANDOUR_MODE is http. {ending}"]
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "secret")
    monkeypatch.setenv("PORT", "8080")
    assert mending(chosen) == []


def test_a_wrong_token_is_found(chosen, monkeypatch):
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-wrong")
    assert [line.partition(":")[0] for line in mending(chosen)] == ["app token"]


def test_a_public_safety_channel_is_found(workspace, chosen):
    with workspace.change():
        private = workspace.channels["C0SAFETY01"]
        workspace.channels["C0SAFETY01"] = replace(private, private=False)
    assert mending(chosen) == ["safety channel: it is public, so everyone can see its cards. Make it private."]


def test_a_scope_that_is_missing_is_named(workspace, chosen):
    fewer = ",".join(sorted(workspace.scopes - {"groups:history"}))
    known = {"ok": True, "team_id": workspace.seed.team_id, "user_id": workspace.bot.id}
    answering(workspace, "auth.test", lambda _: (200, {"x-oauth-scopes": fewer}, known))
    assert [line for line in mending(chosen) if line.startswith("scopes: add groups:history as in manifest.yml")]


def test_an_optional_scope_that_is_missing_is_named_with_what_it_costs(workspace, chosen):
    with workspace.change():
        workspace.scopes -= {"dnd:read"}
    said: list[str] = []
    assert command.check(say=said.append) == 0
    assert "ok    scopes (without dnd:read nobody knows whose notifications are paused)" in said


def test_a_person_who_has_left_is_found(workspace, chosen):
    gone = workspace.person("Lee Fraser")
    workspace.person_leaves(gone.id)
    assert mending(chosen) == [f"person {gone.id}: this person has left. Name somebody else."]


@pytest.mark.parametrize("flag", ["is_ext_shared", "is_pending_ext_shared"])
def test_a_channel_that_is_shared_outside_is_found(workspace, chosen, flag):
    def shared(arguments):
        channel = {
            "id": arguments["channel"],
            "is_member": True,
            "is_private": True,
            flag: arguments["channel"] == "C0OAKWARD1",
        }
        return 200, {}, {"ok": True, "channel": channel}

    answering(workspace, "conversations.info", shared)
    found = mending(chosen)
    assert found == ["channel of Oak Ward: it is shared with another organisation. Use a channel that is not."]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"is_archived": True, "is_member": True}, "it is archived. Unarchive it, or name another."),
        ({"is_member": False}, "the bot is not in it. Type /invite @Candour there."),
    ],
)
def test_a_channel_that_cannot_be_posted_in_is_found(workspace, chosen, wrong, words):
    right = {"is_member": True}
    answering(
        workspace,
        "conversations.info",
        lambda given: (200, {}, {"ok": True, "channel": wrong if given["channel"] == "C0SAFETY01" else right}),
    )
    assert mending(chosen) == [f"safety channel: {words}"]


def test_a_clock_that_is_wrong_is_found():
    found = slack.clock(datetime(2020, 3, 16, 9, tzinfo=UTC))  # The sandbox's server tells the true time.
    assert "Turn time synchronisation on." in str(found)


def test_a_key_beside_the_data_is_refused(chosen, tmp_path):
    (tmp_path / "data" / "copy.env").write_text(f"CANDOUR_KEYS={KEY}\n")
    with pytest.raises(DatabaseRefused, match=r"copy\.env holds the key"):
        refuse_keys_beside_the_data(chosen)
    assert [line.partition(":")[0] for line in mending(chosen)] == ["keys and database"]


@pytest.mark.parametrize("gone", ["Lee Fraser", "Jo Carter"])
def test_somebody_whom_no_card_reaches_is_found(workspace, chosen, gone):
    person = workspace.person(gone)
    with workspace.change():
        channel = workspace.channels["C0SAFETY01"]
        workspace.channels["C0SAFETY01"] = replace(channel, members=channel.members - {person.id})
    words = "not in the safety channel, so no card reaches this person. Invite them there."
    assert mending(chosen) == [f"person {person.id}: {words}"]


def test_members_on_every_page_are_found(workspace, chosen):
    members = sorted(workspace.channels["C0SAFETY01"].members)

    def one_a_page(arguments):
        at = int(arguments.get("cursor") or 0)
        following = str(at + 1) if at + 1 < len(members) else ""
        return 200, {}, {"ok": True, "members": [members[at]], "response_metadata": {"next_cursor": following}}

    answering(workspace, "conversations.members", one_a_page)
    assert mending(chosen) == []


@pytest.mark.parametrize("name", ["on_call_phone", "support"])
def test_a_number_kept_for_examples_is_found(chosen, name):
    file = chosen.candour_service_file
    wrong = {"on_call_phone": "01632 960 123", "support": "Staff support is on 01632 960 123."}[name]
    lines = [f'{name} = "{wrong}"' if line.startswith(name) else line for line in file.read_text().splitlines()]
    file.write_text("\n".join(lines))
    words = "01632 960 123 is kept for examples and rings nobody. Put your own number there, and ring it."
    assert mending(chosen) == [f"{name}: {words}"]


@pytest.mark.parametrize(("mode", "wrong"), [(0o644, True), (0o602, True), (0o600, False), (0o640, False)])
def test_a_file_of_secrets_that_everybody_can_read_is_found(chosen, tmp_path, mode, wrong):
    (tmp_path / ".env").write_text("CANDOUR_LOG_FORMAT=text\n")
    (tmp_path / ".env").chmod(mode)
    words = ".env: everybody on this machine can read it. Run: chmod 600 .env"
    assert mending(chosen) == ([words] if wrong else [])


def test_a_team_whose_number_is_missing_or_none_or_kept_for_examples_is_found(chosen):
    file = chosen.candour_service_file
    text = file.read_text().replace('phone = "0300 123 1210"\n', "")
    file.write_text(text.replace("0300 123 1220", "tbc").replace("0300 123 1230", "01632 960 030"))
    assert [line[:42] for line in mending(chosen)] == [
        "phone of Oak Ward: it has none. Put the te",
        "phone of Willow Ward: it is no number. Put",
        "phone of Crisis Team: 01632 960 030 is kep",
    ]


def test_who_is_on_call_is_looked_for_in_the_urgent_channel_and_the_safety_team_is_not(workspace, chosen):
    on_call = workspace.person("Lee Fraser")
    with workspace.change():
        safety = workspace.channels["C0SAFETY01"]
        members = safety.members - {person.id for person in (on_call, workspace.person("Kim Adeyemi"))}
        workspace.channels["C0URGENT01"] = replace(safety, id="C0URGENT01", name="urgent", members=members)
    file = chosen.candour_service_file
    file.write_text(file.read_text().replace("on_call_phone", 'urgent_channel = "C0URGENT01"\non_call_phone'))
    words = "not in the urgent channel, so no card reaches this person. Invite them there."
    assert mending(chosen) == [f"person {on_call.id}: {words}"]


@pytest.fixture
def receiver(monkeypatch):
    with receiving() as receiver:
        monkeypatch.setenv("CANDOUR_PAGE_URL", receiver.url)
        monkeypatch.setenv("CANDOUR_PAGE_SECRET", SECRET)
        yield receiver


def test_the_night_call_is_tried(chosen, receiver):
    assert mending(chosen) == []
    [tried] = receiver.bodies
    assert (tried["test"], tried["alert"], tried["asks"]) == (True, None, [])
    assert tried["say"] == "This is a test. Ring nobody."


def test_a_night_call_that_is_not_taken_is_found(chosen, receiver, monkeypatch):
    receiver.statuses = [500]
    assert mending(chosen) == [
        "night call: http_500. No good answer came within 5 seconds. Mend CANDOUR_PAGE_URL or its receiver."
    ]
    monkeypatch.setenv("CANDOUR_PAGE_SECRET", SECRET[::-1])
    [line] = mending(chosen)
    assert line.startswith("night call: http_401. Its receiver refuses the call. Give it the secret")


def test_a_night_call_needs_a_secret(chosen, receiver, monkeypatch):
    monkeypatch.setenv("CANDOUR_PAGE_SECRET", "short")
    assert mending(chosen) == [
        "settings: CANDOUR_PAGE_SECRET must have at least 32 characters where CANDOUR_PAGE_URL is set"
    ]
    assert receiver.bodies == []


def test_a_body_that_is_no_longer_there_is_found():
    gone = Body(code="gone", label="the Body", retired_on=date(2027, 4, 1))
    assert [str(each) for each in files.bodies(date(2027, 3, 31), [gone])] == ["ok    bodies that duties name"]
    [found] = files.bodies(date(2027, 4, 1), [gone])
    assert str(found).startswith("MEND  bodies that duties name: the Body: no longer there.")


NIGHT, EVENING = ((22, 7), (18, 19))
WAKES_NOBODY = "quiet hours: Slack silences everybody who would be asked at 03:00. Turn their quiet hours off"


def quiet(workspace, *hours, names=()):
    """The quiet hours of these people, or of everybody who is asked about: from and to, in London."""
    only = [workspace.person(name).id for name in names]

    def told(arguments):
        asked = arguments["users"].split(",")
        return 200, {}, {"ok": True, "users": {each: _dnd(*hours) for each in asked if each in (only or asked)}}

    answering(workspace, "dnd.teamInfo", told)


def _dnd(start, end):
    day = datetime(2026, 11, 24, tzinfo=UTC)
    ends = day.replace(hour=end) + timedelta(days=end < start)
    starts = day.replace(hour=start)
    return {"dnd_enabled": True, "next_dnd_start_ts": starts.timestamp(), "next_dnd_end_ts": ends.timestamp()}


def test_a_rota_that_slack_silences_at_night_is_found(workspace, chosen):
    quiet(workspace, *NIGHT)
    [line] = mending(chosen)
    assert line.startswith(WAKES_NOBODY)


def test_quiet_hours_of_an_evening_are_no_mistake(workspace, chosen):
    quiet(workspace, *EVENING)
    assert "ok    quiet hours" in all_lines(chosen)


def test_quiet_hours_of_one_person_are_said(workspace, chosen):
    quiet(workspace, *NIGHT, names=["Lee Fraser"])
    assert "ok    quiet hours (Slack silences Lee Fraser at 03:00)" in all_lines(chosen)


def test_where_something_else_rings_at_night_quiet_hours_are_only_said(workspace, chosen, receiver):
    quiet(workspace, *NIGHT)
    assert [line for line in all_lines(chosen) if line.startswith("ok    quiet hours (Slack silences ")]


def test_quiet_hours_that_slack_does_not_tell_stop_nothing(workspace, chosen):
    answering(workspace, "dnd.teamInfo", lambda _: (200, {}, {"ok": False, "error": "missing_scope"}))
    assert [line for line in all_lines(chosen) if "quiet hours (Slack does not tell them" in line]


def all_lines(_chosen):
    said: list[str] = []
    assert command.check(say=said.append) == 0
    return said
