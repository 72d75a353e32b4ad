"""Forms that are sent. Our own words answer, whatever happens. After a failure the form is open with all in it."""

import logging
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from slack_bolt import Ack

from bot.domain.incidents.unsaved import UnsavedDanger
from bot.domain.refusals import Refusal, Refused
from bot.runtime.metrics import SubmissionResult
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.submissions import may_have_been_saved
from bot.views.kit import form, reasons, refusals
from bot.views.kit.blocks import View
from handlers.bolt import payloads
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

    def on_submit(self, dialog: Dialog, body: Mapping[str, Any], ack: Ack) -> Callable[[], object] | None:
        """Save it and answer. Nothing is shown in its place before it has been saved; returns what follows."""
        sent = payloads.submission(body)
        try:
            with failures_counted(self._deps, dialog.name):
                saved = self._save(dialog, sent, body)
        except Exception as error:  # noqa: BLE001 - whatever it was, the person reads our own words
            unsaved = unsaved_danger(self._deps, dialog, sent.view, error)
            _say_why_not(ack, sent.view, error, phone=self._deps.context.service.on_call_phone, danger=unsaved)
            return partial(self._deps.context.danger_not_saved, unsaved) if unsaved else None
        if not saved.anonymous:  # When this number grows must not tell when it was sent.
            self._deps.metrics.submitted(dialog.name, SubmissionResult.SAVED)
        ack(response_action="update", view=_shown(saved))
        return saved.then

    def _save(self, dialog: Dialog, sent: Submission, body: Mapping[str, Any]) -> Saved:
        """ "Not saved" is said only if no other attempt has kept it or still may."""
        if not self._deps.identity.is_ours(body):
            raise NotOurs
        press = sent.trigger_id or secrets.token_hex(8)  # Nobody's form is lost because Slack left it out.
        try:
            with self._attempts.one(sent.key, press=press):
                return _definitely(dialog.save, self._deps, sent)
        except NotSaved as failure:
            if may_have_been_saved(self._deps.context, sent.key, sent.nonce):
                raise OutcomeUnknown(str(failure)) from None
            raise


class ShownAgain(Refusal):
    """Not saved yet: the form comes back as `view`, with what was typed and a question about it."""

    def __init__(self, view: View) -> None:
        super().__init__("shown again")
        self.view = view


class NotOurs(Refusal):
    """This came from the workspace of another organisation."""


class Surprise(NotSaved):
    """It was not the database that refused: something is wrong with the program."""


def unsaved_danger(deps: Dependencies, dialog: Dialog, view: View, error: Exception) -> UnsavedDanger | None:
    """What may be told of a form that speaks of danger and was not saved; None if there is nothing to tell."""
    if isinstance(error, Refusal) or (team := dialog.in_danger(view)) is None:
        return None
    return UnsavedDanger(
        team,
        at=deps.context.clock.now(),
        sure=not isinstance(error, OutcomeUnknown),
        by_database=_came_from_the_database(error),
    )


def _came_from_the_database(error: Exception) -> bool:
    """An `OutcomeUnknown` may have taken the place of a failure that did not."""
    is_surprise = isinstance(error, Surprise) or isinstance(error.__context__, Surprise)
    return isinstance(error, NotSaved | OutcomeUnknown) and not is_surprise


def _definitely(save: Callable[[Dependencies, Submission], Saved], deps: Dependencies, sent: Submission) -> Saved:
    """A surprise is `NotSaved`: before the transaction nothing was tried, and inside it everything is rolled back."""
    try:
        return save(deps, sent)
    except (Refusal, NotSaved, OutcomeUnknown):
        raise
    except Exception as surprise:  # noqa: BLE001 - the person is told, and so is the log
        _log.error("a form could not be saved at all: %(error)s", {"error": type(surprise).__name__})
        raise Surprise(type(surprise).__name__) from None


def _shown(saved: Saved) -> View:
    """It is saved, and stays saved if it cannot be drawn."""
    try:
        return saved.show()
    except Exception as error:  # noqa: BLE001 - whatever it was, the person must not be told that it is not saved
        _log.error("a form was saved but not confirmed: %(error)s", {"error": type(error).__name__})
        return refusals.saved_but_not_shown()


@contextmanager
def counted(deps: Dependencies, form_name: str) -> Iterator[None]:
    """Count what the person will be told."""
    with failures_counted(deps, form_name):
        yield
    deps.metrics.submitted(form_name, SubmissionResult.SAVED)


@contextmanager
def failures_counted(deps: Dependencies, form_name: str) -> Iterator[None]:
    """Count what the person will be told, unless it is saved."""
    try:
        yield
    except Exception as error:
        deps.metrics.submitted(form_name, _result_of(error))
        raise


def _result_of(error: Exception) -> SubmissionResult:
    match error:
        case Refusal():
            return SubmissionResult.REFUSED
        case OutcomeUnknown():
            return SubmissionResult.CANNOT_TELL
        case _:
            return SubmissionResult.NOT_SAVED


def _say_why_not(ack: Ack, view: View, error: Exception, *, phone: str, danger: UnsavedDanger | None) -> None:
    match error:
        case form.FormRefused():
            refuse(ack, view, error.errors)
        case ShownAgain():
            ack(response_action="update", view=error.view)
        case Refused():
            refuse(ack, view, {error.field: reasons.words_for(error)})
        case NotOurs():
            refuse(ack, view, {"": refusals.not_ours_beside_a_field(phone)})
        case NotForYou():
            ack(response_action="update", view=refusals.not_for_you(error.act))
        case NotFound():
            ack(response_action="update", view=refusals.not_found())
        case _:
            _log.error("a form was not confirmed as saved: %(error)s", {"error": type(error).__name__})
            refuse(ack, view, {"": _not_confirmed(error, danger)(phone)})


def _not_confirmed(error: Exception, danger: UnsavedDanger | None) -> Callable[[str], str]:
    """Only a COMMIT without an answer leaves it open whether it is saved."""
    if isinstance(error, OutcomeUnknown):
        return refusals.danger_cannot_tell if danger else refusals.cannot_tell
    return refusals.danger_not_saved if danger else refusals.not_saved


def refuse(ack: Ack, view: View, errors: Mapping[str, str]) -> None:
    """Say it beside the fields, or beside the first one where the form does not have the field.

    Slack takes errors beside inputs only. Over a form without any, another modal says it and the form stays beneath.
    """
    asked = _inputs(view)
    if asked:
        first = next(iter(asked.values()))
        placed = {asked.get(field, first): words for field, words in errors.items()}
        ack(response_action="errors", errors=placed)
    else:
        ack(response_action="push", view=refusals.said_alone(" ".join(errors.values())))


def _inputs(view: View) -> dict[str, str]:
    """The ids of the blocks with inputs, by the names of their fields."""
    ids = [block.get("block_id") for block in view.get("blocks") or [] if block.get("type") == "input"]
    return {form.field_of(block_id): block_id for block_id in ids if block_id}
