"""Modals open at once. What must be read from the database first opens empty, and is filled afterwards."""

import logging
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk import WebClient

from bot.usecases.permissions import NotForYou, NotFound
from bot.views.kit import refusals
from bot.views.kit.blocks import View, loading
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Command, Press
from handlers.bolt.replies import tell

_log = logging.getLogger("candour.modals")


def show(deps: Dependencies, request: Press | Command, view: View) -> bool:
    """Open this modal, or say that it did not open. Returns whether it did."""
    return _open(deps, request, view) is not None


def open_then_fill(
    deps: Dependencies, request: Press | Command, fill: Callable[[], View], *, then: Callable[[], None] | None = None
) -> None:
    """Open a modal, and show in it what `fill` returns, or why there is nothing to show.

    `then` follows only if what `fill` returned was shown: nothing is noted as read that nobody could see.
    """
    opened = _open(deps, request, loading())
    if opened is None:
        return
    view, filled = _filled(fill)
    if _fill(deps, request, opened, view) and filled and then:
        then()


def open_then_follow(
    deps: Dependencies, request: Press | Command, follow: Callable[[Callable[[View], object]], View]
) -> None:
    """The same, for what takes long: `follow` is given a way to show how far it has come."""
    opened = _open(deps, request, loading())
    if opened is None:
        return
    view_id = str(opened["id"])
    view, _ = _filled(lambda: follow(lambda shown: _updated(deps.client, view=shown, view_id=view_id)))
    _updated(deps.client, view=view, view_id=view_id)


def show_if_unchanged(deps: Dependencies, before: View, shown: View) -> None:
    """In an open form. What a person has sent or changed meanwhile is left alone."""
    _updated(deps.client, view=shown, view_id=before["id"], hash=before["hash"])


def _filled(fill: Callable[[], View]) -> tuple[View, bool]:
    """What it returns, or why there is nothing to show; and whether it is the first."""
    try:
        return fill(), True
    except NotForYou as refusal:
        return _refused(refusal), False
    except NotFound:
        return refusals.not_found(), False
    except Exception as error:  # noqa: BLE001 - the person must not be left with an empty screen
        _log.error("a modal could not be filled: %(error)s", {"error": type(error).__name__})
        return refusals.try_again(), False


def _refused(refusal: NotForYou) -> View:
    if refusal.with_a_reason:
        return refusals.open_with_a_reason(str(refusal.subject))
    return refusals.not_for_you(refusal.act)


def _open(deps: Dependencies, request: Press | Command, view: View) -> Mapping[str, Any] | None:
    """What Slack says of the opened modal; None if it did not open, and the person has been told."""
    in_modal = isinstance(request, Press) and request.in_modal
    put = deps.client.views_push if in_modal else deps.client.views_open
    try:
        return dict(put(trigger_id=request.trigger_id, view=view)["view"])
    except Exception as error:  # noqa: BLE001 - whatever it was, the person is told
        _log.warning("a modal did not open: %(error)s", {"error": type(error).__name__})
        _say_that_it_did_not_open(deps, request)
        return None


def _fill(deps: Dependencies, request: Press | Command, opened: Mapping[str, Any], view: View) -> bool:
    """Whether the person sees `view`. Otherwise they see, or are told, that it did not work."""
    view_id = str(opened["id"])
    if _updated(deps.client, view=view, view_id=view_id, hash=opened["hash"]):
        return True
    # Once more, without the hash: nobody types in a modal that says one moment.
    if _updated(deps.client, view=view, view_id=view_id):
        return True
    if not _updated(deps.client, view=refusals.try_again(), view_id=view_id):
        _say_that_it_did_not_open(deps, request)
    return False


def _updated(client: WebClient, **given: Any) -> bool:  # noqa: ANN401 - what views.update takes
    try:
        client.views_update(**given)
    except Exception as error:  # noqa: BLE001 - whatever it was, there is another way
        _log.warning("a modal was not updated: %(error)s", {"error": type(error).__name__})
        return False
    return True


def _say_that_it_did_not_open(deps: Dependencies, request: Press | Command) -> None:
    words = refusals.did_not_open(deps.context.service.on_call_phone)
    tell(deps, words, person=request.person, response_url=request.response_url)


def new_nonce() -> str:
    """What makes this form different from every other: it is saved once, however often it is sent."""
    return secrets.token_urlsafe(16)
