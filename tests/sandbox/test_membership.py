"""Who is in a channel, who is a guest, who has left."""

from dataclasses import replace

import pytest

from sandbox.interactions.ask_bot import SignedOut
from sandbox.people.person import NothingThere, Refused

OAK, SAFETY, HARBOUR, PHARMACY = "C0OAKWARD1", "C0SAFETY01", "C0HARBOUR1", "C0PHARMA01"
NIA, OMAR, MORAG, PAT = "U0NIA00001", "U0OMAR0001", "U0MORAG001", "U0PAT00001"


@pytest.fixture
def leaves(workspace):
    """Take the bot out of a channel."""

    def leave(channel_id):
        row = workspace.channels[channel_id]
        workspace.channels[channel_id] = replace(row, members=row.members - {workspace.bot.id})

    return leave


def test_the_members_of_a_channel_page_by_page(workspace, client):
    first = client.conversations_members(channel=OAK, limit=4)
    rest = client.conversations_members(channel=OAK, cursor=first["response_metadata"]["next_cursor"])
    assert len(first["members"]) == 4
    assert {*first["members"], *rest["members"]} == workspace.channels[OAK].members
    assert rest["response_metadata"]["next_cursor"] == ""


def test_members_need_the_scope_of_their_kind_of_channel(workspace, client, refusal):
    workspace.scopes = workspace.scopes - {"channels:read"}
    assert refusal(client.conversations_members, channel=OAK).body["needed"] == "channels:read"
    assert client.conversations_members(channel=SAFETY)["ok"]


def test_a_private_channel_is_hidden_from_a_bot_that_is_not_in_it(client, leaves, refusal):
    leaves(SAFETY)
    leaves(OAK)
    assert refusal(client.conversations_members, channel=SAFETY).error == "channel_not_found"
    assert refusal(client.conversations_history, channel=OAK).error == "not_in_channel"
    assert client.conversations_members(channel=OAK)["ok"]
    assert refusal(client.conversations_members, channel=OAK, cursor="elsewhere").error == "invalid_cursor"


def test_a_public_channel_can_be_joined(workspace, client, leaves):
    workspace.scopes = workspace.scopes | {"channels:join"}
    leaves(OAK)
    assert client.conversations_join(channel=OAK)["channel"]["is_member"] is True
    assert client.chat_postMessage(channel=OAK, text="Here")["ok"]
    assert client.conversations_join(channel=OAK)["warning"] == "already_in_channel"


def test_no_other_channel_can_be_joined(workspace, client, leaves, refusal, nurse):
    assert refusal(client.conversations_join, channel=OAK).body["needed"] == "channels:join"
    workspace.scopes = workspace.scopes | {"channels:join"}
    direct = workspace.direct_channel(nurse.id).id
    for channel in (SAFETY, direct):
        refused = refusal(client.conversations_join, channel=channel)
        assert refused.error == "method_not_supported_for_channel_type"
    leaves(SAFETY)
    assert refusal(client.conversations_join, channel=SAFETY).error == "channel_not_found"


@pytest.mark.parametrize(
    ("person", "restricted", "ultra_restricted", "stranger", "team"),
    [
        ("U0AMARA001", False, False, None, "T0FERNHILL"),
        (OMAR, True, False, None, "T0FERNHILL"),
        (NIA, True, True, None, "T0FERNHILL"),
        (MORAG, False, False, True, "T0HARBOUR1"),
    ],
)
def test_guests_and_people_of_elsewhere_can_be_told(client, person, restricted, ultra_restricted, stranger, team):
    told = client.users_info(user=person)["user"]
    assert (told["is_restricted"], told["is_ultra_restricted"]) == (restricted, ultra_restricted)
    assert (told.get("is_stranger"), told["team_id"]) == (stranger, team)


def test_guests_are_in_their_channels_only(workspace):
    everywhere = {row.name: row.members for row in workspace.channels.values()}
    assert {name for name, members in everywhere.items() if NIA in members} == {"oak-ward"}
    assert {name for name, members in everywhere.items() if OMAR in members} == {"oak-ward", "willow-ward"}
    assert {name for name, members in everywhere.items() if MORAG in members} == {"with-harbour"}
    assert {name for name, members in everywhere.items() if PAT in members} == set()


@pytest.mark.parametrize(
    ("channel", "shared", "pending"), [(OAK, False, False), (HARBOUR, True, False), (PHARMACY, False, True)]
)
def test_a_channel_that_another_organisation_reads_can_be_told(client, channel, shared, pending):
    told = client.conversations_info(channel=channel)["channel"]
    assert (told["is_shared"], told["is_ext_shared"], told["is_pending_ext_shared"]) == (shared, shared, pending)


@pytest.mark.usefixtures("nothing_follows")
def test_a_click_of_somebody_from_elsewhere_names_their_own_team(workspace, bot):
    row = {"type": "actions", "elements": [{"type": "button", "action_id": "a", "text": plain("Open")}]}
    bot.client.chat_postMessage(channel=HARBOUR, text="x", blocks=[row])
    morag = workspace.person("Morag Bell")
    morag.clicks("Open", on=workspace.channel("with-harbour").last_card)
    assert bot.told[-1]["user"]["team_id"] == "T0HARBOUR1"
    assert bot.told[-1]["team"]["id"] == "T0FERNHILL"


def test_somebody_from_elsewhere_has_neither_commands_nor_shortcuts_here(workspace, bot):
    morag = workspace.person("Morag Bell")
    with pytest.raises(Refused, match="/incident is not a valid command"):
        morag.runs("/incident", channel="with-harbour")
    with pytest.raises(NothingThere, match="no global shortcut"):
        morag.runs_shortcut("Report")
    assert bot.told == []


def test_a_guest_has_the_commands(workspace, bot):
    nia = workspace.person("Nia Bevan")
    nia.runs("/incident door alarm", channel="oak-ward")
    assert nia.modal.field("what").value == "door alarm"


def plain(text):
    return {"type": "plain_text", "text": text}


def test_somebody_who_has_left_can_do_nothing(workspace, bot, nurse):
    nurse.runs("/incident")
    view_id = nurse.modal.id
    workspace.person_leaves(nurse.id)
    for act in (
        nurse.submits,
        nurse.opens_home,
        lambda: nurse.runs("/incident"),
        lambda: nurse.runs_shortcut("Report"),
        lambda: nurse.clicks("Push"),
        lambda: nurse.writes("x"),
    ):
        with pytest.raises(SignedOut, match="Amara Okafor has left"):
            act()
    assert [body.get("command") for body in bot.told] == ["/incident"]
    assert workspace.view(view_id)


def test_what_the_bot_finds_of_somebody_who_has_left(workspace, client, refusal):
    assert client.users_info(user=PAT)["user"]["deleted"] is True
    assert refusal(client.conversations_open, users=PAT).error == "user_disabled"
    assert (
        refusal(client.views_publish, user_id=PAT, view={"type": "home", "blocks": []}).error == "invalid_arguments"
    )
    refused = refusal(client.chat_postEphemeral, channel=OAK, user=PAT, text="x")
    assert refused.error == "user_not_in_channel"


def test_a_message_to_somebody_who_has_left_is_taken_and_read_by_nobody(workspace, client):
    workspace.scopes = workspace.scopes | {"im:read"}
    posted = client.chat_postMessage(channel=PAT, text="Nobody reads this")
    assert client.conversations_info(channel=posted["channel"])["channel"]["is_user_deleted"] is True
