"""Why a call of Slack failed, in words that lead to the cause."""

import socket
import ssl
from collections.abc import Iterator

from slack_sdk.errors import SlackApiError

from bot.domain.values import code_of


def error_name(error: Exception) -> str:
    """Slack's own name for the error, or the type of the failure."""
    return code_of(error.response.get("error")) if isinstance(error, SlackApiError) else type(error).__name__


_WORDS: tuple[tuple[type[BaseException], str], ...] = (  # A narrower type before a wider one.
    (
        ssl.SSLCertVerificationError,
        "Slack's certificate is not trusted: something reads what is sent. Name its certificate in SSL_CERT_FILE.",
    ),
    (ssl.SSLError, "No secure connection to Slack could be made. Ask whether a proxy or firewall stands in between."),
    (
        socket.gaierror,
        "Slack's server is not known by that name. Mend the name service (DNS), SLACK_API_URL or HTTPS_PROXY.",
    ),
    (TimeoutError, "Slack did not answer in time. Ask whether a firewall drops the connection, or set HTTPS_PROXY."),
    (
        ConnectionRefusedError,
        "Slack could not be reached: it refused the connection. Mend SLACK_API_URL or HTTPS_PROXY.",
    ),
)


def why_not_reached(error: BaseException) -> str:
    """A sentence about the network, for a failure that is no answer of Slack's."""
    causes = list(_causes(error))
    if any("Tunnel connection failed" in str(each) for each in causes):
        return "The proxy in HTTPS_PROXY does not let the connection through. Ask who runs it to allow slack.com."
    for kind, words in _WORDS:
        if any(isinstance(each, kind) for each in causes):
            return words
    name = type(causes[-1]).__name__
    return f"Slack could not be reached ({name}). Check the network, SLACK_API_URL and HTTPS_PROXY."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and what it was made from: a `URLError` holds its cause in `reason`."""
    seen: list[BaseException] = []
    while isinstance(error, BaseException) and error not in seen:
        seen.append(error)
        yield error
        reason = getattr(error, "reason", None)
        error = reason if isinstance(reason, BaseException) else error.__cause__
