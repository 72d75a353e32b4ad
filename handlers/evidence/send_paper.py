"""*Send it to me*: makes the paper and sends its files to whoever pressed, in their direct message with Candour."""

import logging
import urllib.request
from collections.abc import Callable, Mapping

from slack_sdk import WebClient

from bot.domain.evidence.forum_papers import PaperName
from bot.domain.evidence.period import Period, month_before, month_of
from bot.runtime.slack_clients import SlackAccess, delivery_client
from bot.usecases.evidence.paper_files import about_to_send
from bot.usecases.evidence.papers import evidence_for
from bot.views.documents.papers import paper
from bot.views.evidence import forum_papers
from bot.views.kit.blocks import View
from handlers.bolt.listener import Dependencies
from handlers.bolt.modals import open_then_follow
from handlers.bolt.payloads import Press
from handlers.evidence.paper_maker import NotMade, files_of

_log = logging.getLogger("candour.papers")
_CALL_SECONDS = 30


def month_in(deps: Dependencies, press: Press) -> Period:
    """The month that the button carries; the latest one if it carries none that can be read."""
    zone = deps.context.service.zone
    try:
        return month_of(PaperName.from_text(press.value).month, zone)
    except ValueError:
        return month_before(deps.context.clock.now(), zone)


def from_message(deps: Dependencies, press: Press) -> None:
    """Its button, on the announcement of the paper or under its first page."""
    period = month_in(deps, press)

    def follow(progress: Callable[[View], object]) -> View:
        now, service = deps.context.clock.now(), deps.context.service
        found = evidence_for(deps.context, period, by=press.person, now=now)
        progress(forum_papers.making(period))
        try:
            files = files_of(paper(found, service, made_at=now))
        except NotMade as failure:
            _log.error("a paper could not be made: %(error)s", {"error": str(failure)})
            return forum_papers.not_made(period)
        progress(forum_papers.sending())
        return _sent(deps, press.person, period, files)

    open_then_follow(deps, press, follow)


def _sent(deps: Dependencies, person: str, period: Period, files: Mapping[str, bytes]) -> View:
    try:
        _send(deps, person, period, files)
    except Exception as error:  # noqa: BLE001 - whatever it was, the person learns another way to the files
        _log.warning("Slack took no file of a paper: %(error)s", {"error": type(error).__name__})
        return forum_papers.not_sent(period)
    return forum_papers.sent(period)


def _send(deps: Dependencies, person: str, period: Period, files: Mapping[str, bytes]) -> None:
    """Slack shows nothing before the last call. Before that the files are known, and will be deleted."""
    client = _patient(deps.client)
    arrived = [_upload(client, ending, content, period) for ending, content in files.items()]
    ids = [str(file["id"]) for file in arrived]
    about_to_send(deps.context, ids, month=period.first, by=person, now=deps.context.clock.now())
    place = client.conversations_open(users=person)["channel"]["id"]
    client.files_completeUploadExternal(
        files=arrived, channel_id=place, initial_comment=forum_papers.files_message(period)
    )


def _upload(client: WebClient, ending: str, content: bytes, period: Period) -> dict[str, str | None]:
    title, described = forum_papers.file_words(ending, period)
    name = forum_papers.file_name(ending, period)
    place = client.files_getUploadURLExternal(filename=name, length=len(content), alt_txt=described)
    address = str(place["upload_url"])
    if not address.startswith(("https://", client.base_url.partition("/api/")[0])):
        raise ValueError("no address to send a paper to")
    sent = urllib.request.Request(address, data=content, method="POST")  # noqa: S310 - looked at above
    with urllib.request.urlopen(sent, timeout=_CALL_SECONDS, context=client.ssl) as answer:  # noqa: S310 - the same
        answer.read()
    return {"id": str(place["file_id"]), "title": title}


def _patient(client: WebClient) -> WebClient:
    """Files take longer than the calls that a person waits for."""
    return delivery_client(SlackAccess(client.base_url, str(client.token)), seconds=_CALL_SECONDS)
