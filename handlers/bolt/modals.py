"""Modals that open when somebody types the command or presses a button.

A form that needs nothing from the database opens at once. What needs it opens empty, and is filled afterwards.
"""

import logging
import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.actions.action import Action, ActionState
from bot.domain.service.service import Role
from bot.runtime.metrics import Metrics
from bot.usecases.actions.agree_and_answer import own_action
from bot.usecases.context import Context
from bot.usecases.reports.open_report import NotForYou, NotFound, open_report
from bot.views.kit import refusals
from bot.views.kit.blocks import View
from bot.views.reports import opened as reading
from handlers.actions import action_form as action
from handlers.actions import move_date_form, refresh
from handlers.reports import report_form

_log = logging.getLogger("candour.opening")
Body = dict[str, Any]


class Opening:
    """Opens modals for one house."""

    def __init__(self, context: Context, metrics: Metrics) -> None:
        self._context = context
        self._metrics = metrics

    def from_command(self, body: Body, client: WebClient) -> None:
        """The command: the report form, with the text after it filled in."""
        try:
            text = body.get("text", "")
            self._report_form(client, body, channel=body["channel_id"], person=body["user_id"], text=text)
        except (SlackApiError, OSError) as error:
            self._did_not_open(error)
            respond = Respond(response_url=body["response_url"])
            respond(refusals.form_did_not_open(self._context.service.on_call_phone))

    def from_button(self, body: Body, client: WebClient) -> None:
        """Report something: the same form, from Home or from a bulletin."""
        channel, person = body.get("channel", {}).get("id", ""), body["user"]["id"]
        try:
            self._report_form(client, body, channel=channel, person=person, text="")
        except (SlackApiError, OSError) as error:
            self._did_not_open(error)
            words = refusals.form_did_not_open(self._context.service.on_call_phone)
            client.chat_postMessage(channel=person, text=words)

    def opened_report(self, body: Body, client: WebClient) -> None:
        """Open, on a card."""
        report_id, by = _pressed(body), body["user"]["id"]

        def fill() -> View:
            opened = open_report(self._context, report_id, by=by, now=self._context.clock.now())
            return reading.report(opened.versions, opened.narratives, opened.actions, self._context.service)

        _open_then_fill(client, body["trigger_id"], fill)

    def action_form(self, body: Body, client: WebClient) -> None:
        """Make an action, on an opened report."""
        view = (
            action.draw(nonce=_nonce(), report_id=str(_pressed(body)))
            if self._context.service.may(body["user"]["id"], Role.SAFETY_TEAM)
            else refusals.only_the_safety_team()
        )
        client.views_push(trigger_id=body["trigger_id"], view=view)

    def move_form(self, body: Body, client: WebClient) -> None:
        """Move the date, on an action."""
        action_id, by = _pressed(body), body["user"]["id"]

        def fill() -> View:
            return self._move(own_action(self._context, action_id, by=by), body)

        _open_then_fill(client, body["trigger_id"], fill)

    def _did_not_open(self, error: Exception) -> None:
        self._metrics.form_did_not_open()
        _log.warning("the report form did not open: %(error)s", {"error": type(error).__name__})

    def _move(self, own: Action, body: Body) -> View:
        if own.state is ActionState.DONE:
            return refusals.already_done()
        return move_date_form.draw(action=own, place=refresh.place(body))

    def _report_form(self, client: WebClient, body: Body, *, channel: str, person: str, text: str) -> None:
        service = self._context.service
        team = service.team_of_channel(channel) or service.team_of_person(person)
        view = report_form.draw(service, nonce=_nonce(), team=team, text=text, now=self._context.clock.now())
        client.views_open(trigger_id=body["trigger_id"], view=view)


def _open_then_fill(client: WebClient, trigger_id: str, fill: Callable[[], View]) -> None:
    opened = client.views_open(trigger_id=trigger_id, view=reading.loading())["view"]
    try:
        view = fill()
    except NotForYou:
        view = refusals.only_the_safety_team()
    except NotFound:
        view = refusals.not_found()
    except Exception as error:  # noqa: BLE001 - the person must not be left with an empty screen
        _log.error("a modal could not be filled: %(error)s", {"error": type(error).__name__})
        view = refusals.try_again()
    client.views_update(view_id=opened["id"], hash=opened["hash"], view=view)


def _nonce() -> str:
    """What makes this form different from every other: it is saved once, however often it is sent."""
    return secrets.token_urlsafe(16)


def _pressed(body: Body) -> UUID:
    """The id that the pressed button carries."""
    return UUID(body["actions"][0]["value"])
