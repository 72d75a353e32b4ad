"""What a person types or opens: slash commands, messages of their own, the bot's Home."""

from contextlib import suppress
from dataclasses import replace

from sandbox.interactions import ask_bot, commands
from sandbox.interactions.ask_bot import NoAnswer, Outcome
from sandbox.records import Channel, Json, Message
from sandbox.rules import blocks as rules
from sandbox.transport.envelopes import NotConnected
from sandbox.wire import payloads
from sandbox.workspace import mrkdwn, threads
from sandbox.workspace.workspace import Workspace


def run_command(workspace: Workspace, person: str, *, text: str, channel: Channel) -> Outcome:
    """Type a slash command into a channel. People of another organisation do not have this one's commands."""
    name, _, rest = text.strip().partition(" ")
    known = {command["command"]: command for command in workspace.seed.commands}
    if name not in known or workspace.members[person].home_team:
        return Outcome(trouble=f"{name} is not a valid command.")
    words = commands.sent(workspace, rest.strip(), command=known[name])
    payload = payloads.command(workspace, person, channel=channel, words=(name, words))
    try:
        answer = ask_bot.ask(workspace, "slash_commands", payload, by=person, answerable="with a payload")
    except NoAnswer as reason:
        return Outcome(trouble=f'{name} failed with the error "{reason}"')
    return Outcome(reply=_reply(workspace, answer, person=person, channel=channel))


def _reply(workspace: Workspace, answer: Json, *, person: str, channel: Channel) -> str | None:
    """What the bot said with its acknowledgement, shown to this person alone."""
    text, blocks = str(answer.get("text") or ""), answer.get("blocks") or []
    if rules.problems_in_blocks(blocks, surface="message"):
        workspace.mistakes.append("The acknowledgement has blocks that Slack refuses.")
        return ask_bot.TROUBLE
    if not text and not blocks:
        return None
    workspace.whisper(person, channel_id=channel.id, text=text, blocks=blocks)
    return mrkdwn.of_blocks(blocks, names=mrkdwn.names_in(workspace)) or text


def say(workspace: Workspace, person: str, *, text: str, channel: Channel, under: Message | None = None) -> Outcome:
    """Write a message of one's own, in a channel or under another message. There no command works."""
    ask_bot.must_be_here(workspace, person)
    if under and text.startswith("/"):
        return Outcome(trouble=f"{text.partition(' ')[0]} is not supported in threads. Sorry!")
    message = Message(channel=channel.id, ts="", user=person, text=_sent(workspace, text))
    if under:
        message = replace(message, thread_ts=threads.root(workspace, channel, under.thread_ts or under.ts).ts)
    posted = workspace.add(message)
    for name in _events_of(workspace, posted, channel):
        with suppress(NotConnected):
            event = payloads.message_written(workspace, posted, event=name)
            ask_bot.tell(workspace, "events_api", event, by=person)
    return Outcome()


def _sent(workspace: Workspace, text: str) -> str:
    """As Slack keeps it: a mention of the bot by its id."""
    return mrkdwn.escaped(text).replace(f"@{workspace.bot.name}", f"<@{workspace.bot.id}>")


def _events_of(workspace: Workspace, posted: Message, channel: Channel) -> list[str]:
    """Which events tell the bot of this message, of those that it subscribed to."""
    if channel.direct_with:
        return [name for name in ("message.im",) if name in workspace.seed.events]
    mentioned = workspace.bot.id in channel.members and f"<@{workspace.bot.id}>" in posted.text
    return [name for name in ("app_mention",) if mentioned and name in workspace.seed.events]


def open_home(workspace: Workspace, person: str) -> Outcome:
    """Open the bot's Home. The bot is told; nobody waits for it."""
    if "app_home_opened" not in workspace.seed.events:
        return Outcome()
    try:
        ask_bot.tell(workspace, "events_api", payloads.home_opened(workspace, person), by=person)
    except NotConnected:
        return Outcome(trouble=ask_bot.TROUBLE)
    return Outcome()
