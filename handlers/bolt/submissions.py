"""Forms that are sent. A failure leaves the form open with everything in it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slack_bolt import Ack

from bot.domain.refusals import Refusal, Refused
from bot.runtime.metrics import SubmissionResult
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.submissions import may_have_been_saved
from bot.views.kit import form, reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt.duplicate_submissions import Attempts
from handlers.bolt.listener import Dependencies, Dialog, Saved
from handlers.bolt.payloads import Submission
from storage.engine.transactions import NotSaved, OutcomeUnknown

_log = logging.getLogger("candour.submissions")


class Submissions:
    """Takes the forms that people send."""

    def __init__(self, deps: Dependencies) -> None:
        self._deps = deps
        self._attempts = Attempts()

    def on_submit(self, dialog: Dialog, sent: Submission, ack: Ack) -> Callable[[], None] | None:
        """Save it and answer. Nothing is shown in its place before it has been saved; returns what follows."""
        view, phone = sent.view, self._deps.context.service.on_call_phone
        try:
            with counted(self._deps, dialog.name):
                saved = self._save(dialog, sent)
        except form.FormRefused as refusal:
            ack(response_action="errors", errors=refusal.errors)
        except Refused as refusal:
            ack(response_action="errors", errors={_beside(view, refusal.field): reasons.words_for(refusal)})
        except NotForYou:
            ack(response_action="update", view=refusals.only_the_safety_team())
        except NotFound:
            ack(response_action="update", view=refusals.not_found())
        except NotSaved as failure:
            _not_confirmed(ack, view, refusals.not_saved(phone), failure)
        except Exception as failure:  # noqa: BLE001 - whatever it was, nobody can know what was kept
            _not_confirmed(ack, view, refusals.cannot_tell(phone), failure)
        else:
            ack(response_action="update", view=saved.view)
            return saved.then
        return None

    def _save(self, dialog: Dialog, sent: Submission) -> Saved:
        """What is shown once it is saved. "Not saved" is said only if no other attempt has kept it or still may."""
        nonce = sent.ids.get("nonce", "")
        try:
            with self._attempts.one(nonce, press=sent.trigger_id):
                return dialog.save(self._deps, sent)
        except NotSaved as failure:
            if may_have_been_saved(self._deps.context, nonce):
                raise OutcomeUnknown(str(failure)) from None
            raise


@contextmanager
def counted(deps: Dependencies, form_name: str) -> Iterator[None]:
    """Count what the person will be told."""
    try:
        yield
    except Exception as error:
        deps.metrics.told(form_name, _result_of(error))
        raise
    deps.metrics.told(form_name, SubmissionResult.SAVED)


def _result_of(error: Exception) -> SubmissionResult:
    match error:
        case Refusal():
            return SubmissionResult.REFUSED
        case NotSaved():
            return SubmissionResult.NOT_SAVED
        case _:
            return SubmissionResult.CANNOT_TELL


def _not_confirmed(ack: Ack, view: View, words: str, failure: Exception) -> None:
    _log.error("a form was not confirmed as saved: %(error)s", {"error": type(failure).__name__})
    ack(response_action="errors", errors={_inputs(view)[0]: words})


def _inputs(view: View) -> list[str]:
    return [block["block_id"] for block in view["blocks"] if block["type"] == "input"]


def _beside(view: View, field: str) -> str:
    """The field itself, or the first one if the form does not ask for it: Slack takes errors beside inputs only."""
    asked = _inputs(view)
    return field if field in asked else asked[0]
