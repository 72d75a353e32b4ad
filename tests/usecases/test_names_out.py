"""Identifiers are taken out of a saved report by whoever sent it, and by nobody else."""

import pytest

from bot.domain.reports.identifiers import IdentifierKind
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.usecases.incidents.doubts import doubts_about
from bot.usecases.incidents.names_out import take_names_out, take_names_out_anonymously
from bot.usecases.incidents.submit import SentForm, submit_report
from bot.usecases.permissions import NotForYou, NotFound
from storage import narratives
from tests.domain.examples import NOON, a_draft

WORDS = {kind: kind.value for kind in IdentifierKind}


def a_sent_form(bot, name_choice=NameChoice.CONFIDENTIAL, text="Mr Blenkinsop fell", **answers):
    team = bot.context.service.teams[0].code
    form = a_draft(**{"team": team, "still_at_risk": AtRisk.YES, **answers})
    return SentForm(form, Narrative(text=text), reporter="U0AMARA", name_choice=name_choice)


def saved(bot, **answers):
    return submit_report(bot.context, a_sent_form(bot, **answers), key="nonce", now=NOON).report


def words_of(bot, report):
    with bot.context.database.reading() as transaction:
        return [narrative.text for narrative in narratives.of_report(transaction, report.id) if narrative]


def recorded(bot):
    return bot.rows("SELECT actor, detail FROM audit WHERE action = 'own_report.redacted'")


def test_its_reporter_takes_names_out_and_the_trail_says_so_without_words(bot):
    report = saved(bot)
    assert take_names_out(bot.context, report.id, WORDS, by="U0AMARA", now=NOON) == 1
    assert words_of(bot, report) == ["[title] fell"]
    [(actor, detail)] = recorded(bot)
    assert actor == "U0AMARA"
    assert "Blenkinsop" not in detail
    assert take_names_out(bot.context, report.id, WORDS, by="U0AMARA", now=NOON) == 0


def test_nobody_else_may(bot):
    report = saved(bot)
    with pytest.raises(NotForYou):
        take_names_out(bot.context, report.id, WORDS, by="U0SAFETY", now=NOON)
    assert words_of(bot, report) == ["Mr Blenkinsop fell"]


def test_of_an_anonymous_report_it_is_done_with_the_receipt_and_nothing_says_who(bot):
    report = saved(bot, name_choice=NameChoice.ANONYMOUS)
    assert take_names_out_anonymously(bot.context, "nonce", WORDS, now=NOON) == 1
    assert words_of(bot, report) == ["[title] fell"]
    assert recorded(bot) == []
    [(detail,)] = bot.rows("SELECT detail FROM unrecorded WHERE event = 'own_report.redacted'")
    assert "Blenkinsop" not in detail


@pytest.mark.parametrize("nonce", ["nonce", "another"])
def test_a_nonce_opens_no_named_report(bot, nonce):
    report = saved(bot)
    with pytest.raises(NotFound):
        take_names_out_anonymously(bot.context, nonce, WORDS, now=NOON)
    assert words_of(bot, report) == ["Mr Blenkinsop fell"]


def doubts(bot, sent, keys=("another", "form")):
    return doubts_about(bot.context, sent, {"What happened?": sent.narrative.text}, keys=keys, now=NOON)


def test_in_danger_nothing_is_asked_and_otherwise_it_is(bot):
    assert not doubts(bot, a_sent_form(bot)).stop
    assert doubts(bot, a_sent_form(bot, still_at_risk=AtRisk.NO)).stop


def test_a_form_that_was_saved_is_not_asked_about_again(bot):
    sent = a_sent_form(bot, still_at_risk=AtRisk.NO, text="The door alarm was silent")
    report = submit_report(bot.context, sent, key="nonce", now=NOON).report
    assert not doubts(bot, sent, keys=("nonce", "other")).stop
    assert doubts(bot, sent).sent_lately == report.reference


def test_of_somebody_anonymous_it_is_not_asked_what_else_they_sent(bot):
    given = {"still_at_risk": AtRisk.NO, "text": "The door alarm was silent"}
    submit_report(bot.context, a_sent_form(bot, **given), key="nonce", now=NOON)
    assert not doubts(bot, a_sent_form(bot, name_choice=NameChoice.ANONYMOUS, **given)).stop
