"""Forms that are sent, and actions that are answered. A failure leaves the form open with everything in it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from uuid import UUID

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.domain.actions.action import ActionRefused
from bot.domain.reports.report import ReportRefused
from bot.runtime.metrics import Metrics, SubmissionResult
from bot.usecases.actions.agree_and_answer import complete_action
from bot.usecases.context import Context
from bot.usecases.reports.open_report import NotForYou, NotFound
from bot.usecases.submissions import may_have_been_saved
from bot.views.kit import action_ids, form, reasons, refusals
from bot.views.kit.blocks import View
from handlers.actions import refresh
from handlers.bolt.duplicate_submissions import Attempts
from storage.engine.transactions import NotSaved, OutcomeUnknown

_log = logging.getLogger("candour.answering")
Body = dict[str, Any]


class Dialog(Protocol):
    """What each file in `dialogs` offers. `save` keeps the answers and returns what is shown in place of the form."""

    NAME: str

    def save(self, context: Context, view: View, *, by: str, client: WebClient) -> View: ...


class Answering:
    """Takes what people send, for one house."""

    def __init__(self, context: Context, metrics: Metrics) -> None:
        self._context = context
        self._metrics = metrics
        self._attempts = Attempts()

    def sent(self, dialog: Dialog, ack: Ack, body: Body, client: WebClient) -> bool:
        """A form was sent. Nothing is shown in its place before it has been saved; returns whether to `redraw`."""
        view = body["view"]
        try:
            with self._counted(dialog.NAME):
                shown = self._saved(dialog, body, client)
        except form.FormRefused as refusal:
            ack(response_action="errors", errors=refusal.errors)
        except (ReportRefused, ActionRefused) as refusal:
            ack(response_action="errors", errors={_beside(view, refusal.field): reasons.words_for(refusal)})
        except NotForYou:
            ack(response_action="update", view=refusals.only_the_safety_team())
        except NotFound:
            ack(response_action="update", view=refusals.not_found())
        except NotSaved as failure:
            self._failed(ack, view, refusals.not_saved(self._context.service.on_call_phone), failure)
        except Exception as failure:  # noqa: BLE001 - whatever it was, nobody can know what was kept
            self._failed(ack, view, refusals.cannot_tell(self._context.service.on_call_phone), failure)
        else:
            ack(response_action="update", view=shown)
            return "action" in form.remembered(view)
        return False

    def redraw(self, body: Body, client: WebClient) -> None:
        """A form about an action changes what stands where its button was pressed."""
        ids, by = form.remembered(body["view"]), body["user"]["id"]
        refresh.refresh_message(self._context, client, UUID(ids["action"]), by=by, place=ids)

    def done(self, body: Body, client: WebClient) -> None:
        """Done, on an action."""
        by, action_id = body["user"]["id"], UUID(body["actions"][0]["value"])
        try:
            with self._counted(action_ids.ACTION_DONE):
                complete_action(self._context, action_id, by=by, now=self._context.clock.now())
        except ActionRefused:
            client.views_open(trigger_id=body["trigger_id"], view=refusals.only_the_owner())
        except NotFound:
            client.views_open(trigger_id=body["trigger_id"], view=refusals.not_found())
        except Exception as failure:  # noqa: BLE001 - whatever it was, the person must be told
            _log.error("an answer was not confirmed: %(error)s", {"error": type(failure).__name__})
            client.views_open(trigger_id=body["trigger_id"], view=refusals.press_again())
        else:
            refresh.refresh_message(self._context, client, action_id, by=by, place=refresh.place(body))

    def _saved(self, dialog: Dialog, body: Body, client: WebClient) -> View:
        """What is shown once it is saved. "Not saved" is said only if no other attempt has kept it or still may."""
        view, by = body["view"], body["user"]["id"]
        nonce = form.remembered(view).get("nonce", "")
        try:
            with self._attempts.one(nonce, press=body["trigger_id"]):
                return dialog.save(self._context, view, by=by, client=client)
        except NotSaved as failure:
            if may_have_been_saved(self._context, nonce):
                raise OutcomeUnknown(str(failure)) from None
            raise

    @contextmanager
    def _counted(self, form: str) -> Iterator[None]:
        """Count what the person will be told."""
        try:
            yield
        except Exception as error:
            self._metrics.submitted(form, _told(error))
            raise
        self._metrics.submitted(form, SubmissionResult.SAVED)

    def _failed(self, ack: Ack, view: View, words: str, failure: Exception) -> None:
        _log.error("a form was not confirmed as saved: %(error)s", {"error": type(failure).__name__})
        ack(response_action="errors", errors={_inputs(view)[0]: words})


def _told(error: Exception) -> SubmissionResult:
    match error:
        case form.FormRefused() | ReportRefused() | ActionRefused() | NotForYou() | NotFound():
            return SubmissionResult.REFUSED
        case NotSaved():
            return SubmissionResult.NOT_SAVED
        case _:
            return SubmissionResult.CANNOT_TELL


def _inputs(view: View) -> list[str]:
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def _beside(view: View, field: str) -> str:
    """The field itself, or the first one if the form does not ask for it: Slack takes errors beside inputs only."""
    asked = _inputs(view)
    return field if field in asked else asked[0]
