"""How the sandbox says no."""

from collections.abc import Sequence


class Refusal(Exception):
    """The Web API answers ok: false, with Slack's own name for the error."""

    def __init__(self, error: str, *, messages: Sequence[str] = (), **details: str) -> None:
        """`messages` go into response_metadata; `details` beside the error."""
        super().__init__(error)
        self.error = error
        self.messages = list(messages)
        self.details = details

    def answer(self) -> dict[str, object]:
        """The body that Slack would send."""
        body: dict[str, object] = {"ok": False, "error": self.error, **self.details}
        if self.messages:
            body["response_metadata"] = {"messages": self.messages}
        if self.error == "invalid_blocks":
            body["errors"] = [message.removeprefix("[ERROR] ") for message in self.messages]
        return body


class RateLimited(Refusal):
    """The bot called too often. It is told for how many whole seconds to wait."""

    def __init__(self, seconds: int) -> None:
        """As the header Retry-After says."""
        super().__init__("ratelimited")
        self.seconds = seconds


class ConnectionDropped(Exception):
    """A hook raises this to close the connection without an answer."""

    def __init__(self, *, seconds: float = 0.0) -> None:
        """Keep the caller waiting for so long, unless they give up before."""
        super().__init__()
        self.seconds = seconds
