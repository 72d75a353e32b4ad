"""No error and no value says what was typed: not in its text, its repr, its trace or what it was raised from."""

import traceback
from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from bot.domain.actions.action import Action, ActionForm
from bot.domain.incidents.conversation import EntryWords
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk, ReportForm
from bot.usecases.incidents.open_incident import OpenedIncident
from bot.usecases.incidents.submit import SentForm, submit_report
from bot.views.kit import form
from storage import audit, narratives
from storage.audit import AuditEvent, AuditRefused
from storage.engine.encryption import Keyring, SealBroken, new_key
from storage.engine.transactions import NotSaved, Transaction
from tests.canary.canary import CANARY, CHANGE, MEASURE, WHAT, holds
from tests.domain.examples import NOON, a_decision_form, a_report, an_action, an_entry, an_incident

TOO_LONG = f"{WHAT} " * 1000


def told(error: BaseException) -> str:
    """Everything that could be printed of an error, and of every error behind it."""
    behind = error.__cause__ or error.__context__
    lines = [str(error), repr(error), str(error.args), *traceback.format_exception(error, chain=False)[-3:]]
    return "\n".join([*lines, told(behind) if behind else ""])


def _refused(make: Callable[[], object]) -> BaseException:
    with pytest.raises(Exception) as refusal:  # noqa: PT011 - which error it is, is not the question here
        make()
    return refusal.value


def _draft(**changed: object) -> ReportForm:
    given: dict[str, object] = {"kind": "medication", "still_at_risk": "no", "team": "oak", "happened_at": NOON}
    return ReportForm(**(given | changed))  # type: ignore[arg-type]  # Wrong on purpose.


def _sealed_elsewhere() -> None:
    keyring = Keyring.from_text(f"k:{new_key()}")
    keyring.open(keyring.seal(WHAT, bound_to="a"), bound_to="b")


WRONG: dict[str, Callable[[], object]] = {
    "a narrative that is too long": lambda: Narrative(text=TOO_LONG),
    "a narrative that is no text": lambda: Narrative(text=[CANARY]),  # type: ignore[arg-type]  # Wrong on purpose.
    "a field that is not known": lambda: Narrative(text="x", more=CANARY),  # type: ignore[call-arg]  # The same.
    "a kind that is no code": lambda: _draft(kind=CANARY),
    "an answer that was not offered": lambda: _draft(still_at_risk=CANARY),
    "a time that is none": lambda: _draft(happened_at=CANARY),
    "an action that is too long": lambda: ActionForm(change=TOO_LONG, owner="U0OWNER", due_on=date(2026, 1, 1)),
    "a narrative that is changed": lambda: setattr(Narrative(text=WHAT), "text", CANARY),
    "an answer of a form": lambda: form.validated(
        Narrative, {"text": form.Text("what", "What?", wrong="Write a few words.")}, text=TOO_LONG
    ),
    "a text sealed for another row": _sealed_elsewhere,
    "an audit entry with free text": lambda: audit.add(
        Transaction(), actor=f"{CANARY} x", event=AuditEvent.REPORT_OPENED, subject="s", at=NOON
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_a_refusal_never_repeats_what_it_refuses(wrong):
    assert not holds(told(_refused(WRONG[wrong])))


def test_the_refusals_are_those_that_were_meant():
    kinds = {type(_refused(make)) for make in WRONG.values()}
    assert kinds == {ValidationError, TypeError, form.FormRefused, SealBroken, AuditRefused}


def test_the_search_sees_an_error_behind_an_error():
    nothing: dict[str, str] = {}

    def fail() -> None:
        try:
            nothing[CANARY]
        except KeyError:
            raise ValueError("another") from None

    assert holds(told(_refused(fail)))


VALUES = {
    "a narrative": Narrative(text=WHAT),
    "the answers of a form": SentForm(_draft(), Narrative(text=WHAT), reporter="U0AMARA"),
    "an action's draft": ActionForm(change=CHANGE, owner="U0OWNER", due_on=date(2026, 1, 1), measure=MEASURE),
    "an action": an_action(change=CHANGE, measure=MEASURE),
    "an opened incident": OpenedIncident(
        an_incident(),
        [[(a_report(), Narrative(text=WHAT))]],
        [],
        [(an_entry(), EntryWords(text=WHAT))],
        [an_action(change=CHANGE)],
        WHAT,
        frozenset(),
        None,
        Narrative(text=WHAT),
        [],
    ),
    "a decision's form": a_decision_form(reason=WHAT),
}


@pytest.mark.parametrize("value", VALUES)
def test_no_repr_shows_what_was_typed(value):
    assert not holds(f"{VALUES[value]!r} {VALUES[value]}")


@pytest.fixture
def refusing(context) -> None:
    """The database refuses every report, and says why."""
    with context.database.engine.connect() as connection:
        refuse = "CREATE TRIGGER refuse BEFORE INSERT ON report BEGIN SELECT RAISE(ABORT, 'not today'); END"
        connection.exec_driver_sql(refuse)
        connection.commit()


def test_a_report_that_the_database_refuses_is_not_in_the_error(context, refusing):
    answers = SentForm(
        ReportForm(kind="medication", still_at_risk=AtRisk.NO, team="oak-ward", happened_at=NOON),
        Narrative(text=WHAT),
        reporter="U0AMARA001",
    )
    error = _refused(lambda: submit_report(context, answers, key="nonce", now=NOON))
    assert (type(error), "not today" in told(error), holds(told(error))) == (NotSaved, True, False)


def test_a_statement_that_fails_hides_its_parameters(context):
    def fail() -> None:
        with context.database.reading() as transaction:
            transaction.connection().execute(sa.text("SELECT nothing FROM nowhere WHERE x = :x"), {"x": CANARY})

    error = _refused(fail)
    assert ("nowhere" in told(error), holds(told(error))) == (True, False)


def test_a_row_shows_only_sealed_words(context):
    with context.database.writing() as transaction:
        sealed = narratives.seal_for_report(transaction, Narrative(text=WHAT), uuid4())
    assert not holds(sealed.decode("latin-1"))


def test_an_action_is_the_same_with_and_without_its_words():
    given = Action(**(an_action().model_dump() | {"id": UUID(int=2), "change": CHANGE}))
    assert repr(given) == repr(an_action())
