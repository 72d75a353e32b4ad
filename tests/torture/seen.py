"""What stands in Slack: read from the sandbox's own records."""

import json
from collections import Counter
from dataclasses import dataclass

from sandbox.people.person import PeopledWorkspace
from sandbox.records import Message
from tests.journeys.steps import REFERENCE

MAY_REPEAT = "This message may be a repeat."
_FROM_MEMORY = "candour_from_memory"


@dataclass(frozen=True)
class Post:
    """A message; `delivery` is the opaque id in its metadata, `words` everything that can be read in it.

    One `from_memory` tells of danger that could not be saved: the outbox knows nothing of it.
    """

    delivery: str
    channel: str
    ts: str
    words: str
    from_memory: bool = False

    @property
    def says_that_it_may_repeat(self) -> bool:
        return MAY_REPEAT in self.words


@dataclass(frozen=True)
class SlackContent:
    """Every message and every Home; `mistakes` is what Slack would not have taken."""

    posts: list[Post]
    homes: list[str]
    mistakes: list[str]


def all_of(workspace: PeopledWorkspace) -> SlackContent:
    """Everything, at one moment."""
    with workspace.changed:
        return SlackContent(
            posts=[_post(message) for messages in workspace.messages.values() for message in messages],
            homes=[json.dumps(home.content) for home in workspace.screens.homes.values()],
            mistakes=list(workspace.mistakes),
        )


def cards(workspace: PeopledWorkspace) -> Counter[str]:
    """How often each reference was posted to the safety channel."""
    safety_channel = workspace.channel("safety-team").id
    posts = [post for post in all_of(workspace).posts if post.channel == safety_channel and not post.from_memory]
    return Counter(_reference(post) for post in posts)


def copies(workspace: PeopledWorkspace) -> Counter[str]:
    """How often each reference was sent to its reporter."""
    return Counter(_reference(post) for post in all_of(workspace).posts if post.channel.startswith("D"))


def _post(message: Message) -> Post:
    metadata = message.metadata or {}
    payload, from_memory = metadata.get("event_payload", {}), metadata.get("event_type") == _FROM_MEMORY
    words = json.dumps([message.text, message.blocks, message.metadata], ensure_ascii=False)
    return Post(payload.get("k", ""), message.channel, message.ts, words, from_memory)


def _reference(post: Post) -> str:
    found = REFERENCE.search(post.words)
    assert found, post.words
    return found.group()
