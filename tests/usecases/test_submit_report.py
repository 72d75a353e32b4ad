"""A report is saved once for each form, whatever is pressed how often, and told to those who must know."""

from datetime import timedelta

import pytest

from bot.domain.reports.references import is_reference, reference_from
from bot.domain.reports.report import AtRisk, ReportRefused
from bot.usecases.incidents import submit
from bot.usecases.incidents.submit import Receipt
from storage import audit, narratives
from storage.engine.backends import BUDGET_SECONDS
from storage.engine.transactions import NotSaved
from tests.domain.examples import ELM, OAK, a_service
from tests.storage.examples import at_once

TABLES = ("report", "amendment", "outbox", "audit")


@pytest.fixture
def counts(bot):
    """How many rows there are in each table; the service file's own audit entry is not counted."""
    return lambda: tuple(bot.rows(f"SELECT count(*) FROM {table}")[0][0] - (table == "audit") for table in TABLES)  # noqa: S608 - names from above


def _words(bot, report):
    with bot.context.database.reading() as transaction:
        return [narrative and narrative.text for narrative in narratives.of_report(transaction, report.id)]


def _queued(bot):
    return [(posted.kind, posted.target) for posted in bot.posted]


def test_a_report_is_saved_with_its_words_an_audit_entry_and_two_messages(bot, counts, clock):
    receipt = bot.submit(text="The door alarm stayed silent")
    report = receipt.report
    assert not receipt.amended
    assert (report.kind, report.team, report.reporter, report.reported_at) == (
        "not_sure",
        "oak",
        "U0AMARA",
        clock.now(),
    )
    assert is_reference(report.reference)
    assert _words(bot, report) == ["The door alarm stayed silent"]
    assert counts() == (1, 0, 2, 1)
    assert bot.rows("SELECT actor, action, subject FROM audit WHERE seq = 2") == [
        ("U0AMARA", "report.sent", str(report.id))
    ]
    bot.post_all()
    assert _queued(bot) == [("card", "C0SAFETY"), ("copy", "U0AMARA")]
    assert [posted.subject for posted in bot.posted] == [{"report": str(report.id)}] * 2


def test_delivery_is_woken_once_the_report_is_saved(bot, counts):
    seen = []
    bot.context.wake_delivery = lambda: seen.append(counts())
    bot.submit()
    assert seen == [(1, 0, 2, 1)]


@pytest.mark.parametrize(("answer", "urgent"), [(AtRisk.YES, 1), (AtRisk.NOT_SURE, 1), (AtRisk.NO, 0)])
def test_danger_makes_the_card_urgent_and_rings_and_nothing_else_is_urgent(bot, answer, urgent):
    bot.submit(still_at_risk=answer)
    rungs = [("rung", 1)] if urgent else []
    assert bot.rows("SELECT kind, urgent FROM outbox ORDER BY position") == [("card", urgent), *rungs, ("copy", 0)]


def test_the_same_form_with_the_same_answers_gives_the_same_receipt_and_changes_nothing(bot, counts, clock):
    happened_at = clock.now()
    first = bot.submit(happened_at=happened_at)
    clock.forward(timedelta(minutes=1))
    assert bot.submit(happened_at=happened_at) == first
    assert counts() == (1, 0, 2, 1)


def test_the_same_form_is_known_again_after_a_restart(bot, counts):
    first = bot.submit()
    bot.restart()
    assert bot.submit() == first
    assert counts() == (1, 0, 2, 1)


def test_another_form_with_the_same_answers_is_another_report(bot, counts):
    first, second = bot.submit(key="form 1").report, bot.submit(key="form 2").report
    assert first.reference != second.reference
    assert counts() == (2, 0, 4, 2)


def test_the_same_form_with_other_answers_is_kept_as_an_amendment_and_told(bot, counts, clock):
    first = bot.submit(text="The door alarm stayed silent").report
    clock.forward(timedelta(minutes=1))
    changes = {"kind": "medication", "team": "elm", "happened_at": clock.now() - timedelta(hours=1)}
    second = bot.submit(text="It was another door", **changes)
    assert second == Receipt(first.model_copy(update=changes), amended=True)
    assert counts() == (1, 1, 3, 2)
    assert bot.rows("SELECT actor, action, subject FROM audit WHERE seq = 3") == [
        ("U0AMARA", "report.amended", str(first.id))
    ]
    assert _words(bot, first) == ["The door alarm stayed silent", "It was another door"]
    bot.post_all()
    assert _queued(bot) == [("card", "C0SAFETY"), ("copy", "U0AMARA"), ("card", "C0SAFETY")]
    assert bot.posted[2].subject.keys() == {"report", "amendment"}
    assert bot.posted[2].message.text.startswith(f"A report was sent again with changes: {first.reference}.")


@pytest.mark.parametrize(
    "change", [{"text": "Other words"}, {"kind": "medication"}, {"team": "elm"}, {"still_at_risk": AtRisk.YES}]
)
def test_any_other_answer_counts_as_other_answers(bot, change):
    bot.submit()
    assert bot.submit(**change).amended


def test_an_amendment_that_tells_of_danger_is_urgent(bot):
    bot.submit(still_at_risk=AtRisk.NO)
    bot.submit(still_at_risk=AtRisk.NOT_SURE)
    assert bot.rows("SELECT urgent FROM outbox WHERE kind = 'card' ORDER BY position") == [(0,), (1,)]


def test_the_same_other_answers_amend_once(bot, counts):
    bot.submit()
    assert bot.submit(text="Other words").amended
    before = counts()
    bot.submit(text="Other words")
    bot.submit()
    assert counts() == before == (1, 1, 3, 2)


def test_what_the_rules_refuse_leaves_nothing_behind(bot, counts, clock):
    with pytest.raises(ReportRefused) as refusal:
        bot.submit(happened_at=clock.now() + timedelta(days=1))
    assert refusal.value.field == "happened_at"
    assert counts() == (0, 0, 0, 0)
    assert bot.rings == 0


@pytest.mark.parametrize("budget", [BUDGET_SECONDS])
def test_when_the_database_is_busy_nothing_is_saved_and_the_same_form_can_be_sent_again(bot, counts):
    with bot.context.database.writing(wait=30) as other:
        audit.lock_trail(other)
        with pytest.raises(NotSaved):
            bot.submit()
    assert (counts(), bot.rings) == ((0, 0, 0, 0), 0)
    assert not bot.submit().amended
    assert (counts(), bot.rings) == ((1, 0, 2, 1), 1)


def test_a_reference_that_is_taken_is_not_given_again(bot, monkeypatch):
    monkeypatch.setattr(submit, "POSSIBLE", 12)
    given = [bot.submit(key=f"form {number}").report.reference for number in range(12)]
    assert sorted(given) == sorted(reference_from(number) for number in range(12))


def test_twenty_presses_at_once_make_one_report_and_one_receipt(bot, counts):
    receipts = []
    at_once(lambda _: receipts.append(bot.submit()), threads=20)
    assert receipts == [receipts[0]] * 20
    assert counts() == (1, 0, 2, 1)


def test_twenty_presses_at_once_with_different_answers_lose_none_of_them(bot, counts):
    receipts = []
    at_once(lambda number: receipts.append(bot.submit(text=f"Words {number}")), threads=20)
    assert counts() == (1, 19, 21, 20)
    assert sorted(receipt.amended for receipt in receipts) == [False] + [True] * 19
    assert sorted(_words(bot, receipts[0].report)) == sorted(f"Words {number}" for number in range(20))


def test_twenty_reports_at_once_are_twenty_reports_and_one_audit_trail(bot, counts):
    at_once(lambda number: bot.submit(key=f"form {number}"), threads=20)
    assert counts() == (20, 0, 40, 20)
    with bot.context.database.reading() as transaction:
        assert audit.verify(transaction) == 21


def test_a_form_that_was_saved_is_not_refused_when_it_is_sent_again_after_its_team_left(bot):
    first = bot.submit(team=OAK.code)
    others = tuple(person for person in a_service().people if person.team != OAK.code)
    bot.configure(a_service(teams=(ELM,), people=others))
    assert bot.submit(team=OAK.code) == first
