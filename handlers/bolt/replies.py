"""A word to one person, when what they did cannot be shown in a modal."""

import logging
from http import HTTPStatus

from slack_bolt import Respond

from handlers.bolt.listener import Dependencies

_log = logging.getLogger("candour.replies")


def tell(deps: Dependencies, words: str, *, person: str, response_url: str) -> None:
    """Where they are, seen by them alone; or as a direct message. Raises nothing: nobody waits for it."""
    if not (response_url and _where_they_are(words, response_url)):
        _directly(deps, words, person)


def _where_they_are(words: str, response_url: str) -> bool:
    """Whether Slack took it."""
    try:
        answer = Respond(response_url=response_url)(words, response_type="ephemeral", replace_original=False)
    except Exception as error:  # noqa: BLE001 - whatever it was, there is one other way
        _log.warning("a word could not be said where somebody was: %(error)s", {"error": type(error).__name__})
        return False
    return answer.status_code == HTTPStatus.OK


def _directly(deps: Dependencies, words: str, person: str) -> None:
    try:
        deps.client.chat_postMessage(channel=person, text=words)
    except Exception as error:  # noqa: BLE001 - no way is left
        _log.error("a word could not be said to somebody: %(error)s", {"error": type(error).__name__})
