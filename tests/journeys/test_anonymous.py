"""Somebody reports anonymously. Afterwards nothing says who, and nothing without danger says when within the hour."""

import logging
import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.runtime.logs import Json, Text
from sandbox.transport.http_mode import free_port
from tests import bots
from tests.journeys.steps import WORDS, card_about, changes_details, opens, reference_in
from tests.operators.asking import Operator

NOBODY = "Nia Bevan"
"""No role, no team, no earlier report: the service file does not know them."""
SEVENTEEN_PAST = bots.START + timedelta(minutes=17, seconds=23)
_CLOCK = re.compile(r"\d\d:(\d\d:\d\d)(?:\.\d+)?")
_CODE = re.compile(r"Nobody can find it again\.\s*((?:[a-z]+ ){5}[a-z]+)")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def settings(workspace, tmp_path, url, port, mode):
    return bots.settings_for(workspace, tmp_path, candour_database_url=url, candour_mode=mode, port=port)


@pytest.fixture
def log():
    """Every line that is written, as text and as JSON."""
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record):
            lines.extend(each.format(record) for each in (Text(), Json()))

    handler = Kept()
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def somebody(workspace, context, log):
    return workspace.person(NOBODY)


def reports(person, name_choice, *, still_at_risk="no"):
    """From a direct message with the bot, which is where nobody else looks on."""
    person.runs("/incident", channel="Candour")
    person.workspace.wait_until(lambda: person.modals and "what" in person.modal.fields, reason="No form opened.")
    person.answers(what=WORDS, still_at_risk=still_at_risk, team="oak-ward", name_choice=name_choice)
    return person.submits()


def code_in(receipt):
    found = _CODE.search(receipt.text)
    assert found, receipt.text
    return found[1]


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def rows(context) -> Counter[str]:
    """Every row of every table, as text."""
    with context.database.engine.connect() as connection:
        names = sa.inspect(connection).get_table_names()
        return Counter(
            f"{name} {tuple(row)}"
            for name in names
            for row in connection.execute(sa.text(f"SELECT * FROM {name}"))  # noqa: S608 - names of tables
        )


def traces_of(person, context, folder, log, port) -> list[str]:
    """Where the person's id or name stands."""
    page = Operator(port).page()
    places = {
        "files": everything_in(folder),
        "rows": "\n".join(rows(context)).encode(),
        "log": "\n".join(log).encode(),
        "metrics": page.encode(),
    }
    sought = [person.id.encode(), NOBODY.encode(), person.id.encode().hex().encode(), person.id.encode("utf-16-le")]
    return [place for place, found in places.items() if any(each in found for each in sought)]


def it_is_seventeen_past(workspace, context):
    workspace.clock.to(SEVENTEEN_PAST)
    workspace.wait_until(lambda: context.clock.now() >= SEVENTEEN_PAST, reason="The bot knows another time.")


def the_hour_comes(workspace):
    workspace.clock.to(workspace.clock.now().replace(minute=0, second=1) + timedelta(hours=1))


@pytest.mark.parametrize("still_at_risk", ["no", "yes"])
def test_nothing_says_who_it_was(
    somebody, workspace, context, safety_channel, safety_lead, all_is_sent, data_folder, log, port, still_at_risk
):
    receipt = reports(somebody, "anonymous", still_at_risk=still_at_risk)
    the_hour_comes(workspace)
    card = card_about(safety_channel, reference_in(receipt))
    all_is_sent()
    assert traces_of(somebody, context, data_folder, log, port) == []
    assert [message for message in somebody.direct_messages if message.shows(reference_in(receipt))] == []
    assert somebody.id not in str(card.posted)
    assert opens(safety_lead, card).says("Anonymous: nobody can look the name up.")


def test_the_same_search_finds_somebody_who_is_named(
    somebody, context, all_is_sent, data_folder, log, port, safety_channel
):
    receipt = reports(somebody, "named")
    card_about(safety_channel, reference_in(receipt))
    all_is_sent()
    assert {"files", "rows"} <= set(traces_of(somebody, context, data_folder, log, port))


def test_no_row_says_when_within_the_hour(somebody, workspace, context, safety_channel):
    it_is_seventeen_past(workspace, context)
    before = rows(context)
    receipt = reports(somebody, "anonymous")
    written = [row for row in rows(context) - before if not row.startswith("write_probe")]
    assert any(row.startswith("report ") for row in written)
    assert {moment for row in written for moment in _CLOCK.findall(row)} <= {"00:00"}
    the_hour_comes(workspace)
    assert not card_about(safety_channel, reference_in(receipt)).shows(":17")


def test_the_same_look_at_rows_finds_the_minute_of_somebody_who_is_confidential(somebody, workspace, context):
    it_is_seventeen_past(workspace, context)
    before = rows(context)
    reports(somebody, "confidential")
    assert any(moment.startswith("17:") for row in rows(context) - before for moment in _CLOCK.findall(row))


def test_in_danger_the_receipt_says_that_nobody_can_tell_them_whether_anybody_answers(somebody, context):
    receipt = reports(somebody, "anonymous", still_at_risk="yes")
    phone = context.service.on_call_phone
    assert receipt.says(f"We cannot tell you whether anybody answers. Phone {phone} yourself.")
    assert not receipt.says("We tell you in a direct message")
    assert code_in(receipt)


def test_in_danger_what_is_written_with_the_code_is_shown_at_once(somebody, workspace, safety_channel):
    receipt = reports(somebody, "anonymous", still_at_risk="yes")
    reference, code = reference_in(receipt), code_in(receipt)
    card_about(safety_channel, reference)
    somebody.dismisses()
    somebody.runs("/incident answer", channel="Candour")
    somebody.answers(code=code)
    somebody.submits()
    workspace.wait_until(lambda: somebody.modal.says("the safety team is told at once"), reason="It does not say so.")
    somebody.answers(kind="safe_now", text="She is with a nurse")
    assert somebody.submits().says("The safety team gets a message now, which may be silent.")
    says_so = "The reporter says that nobody is at risk now"
    workspace.wait_until(
        lambda: any(each.shows(reference) and each.shows(says_so) for each in safety_channel.messages),
        reason="No message says so.",
    )
    assert not any(each.shows("She is with a nurse") for each in safety_channel.messages)


def test_what_is_chosen_stays_while_the_form_grows(somebody, workspace):
    somebody.runs("/incident", channel="Candour")
    workspace.wait_until(lambda: somebody.modals and "what" in somebody.modal.fields, reason="No form opened.")
    somebody.answers(what=WORDS, team="oak-ward", name_choice="anonymous")
    somebody.chooses("still_at_risk", "yes")
    workspace.wait_until(lambda: somebody.modal.says("Sending it calls nobody."), reason="The form says nothing.")
    changes_details(somebody)
    somebody.chooses("report_about", ["about_staff"])
    assert code_in(somebody.submits())


def test_the_receipt_shows_the_code_until_its_last_word_is_known(somebody, workspace):
    receipt = reports(somebody, "anonymous")
    code = code_in(receipt)
    assert receipt.says("Write it down now. Nobody can find it again.")
    for word, words in (("zebra", "Here is your code again."), (code.split()[-1], "That is the last word.")):
        somebody.clicks("I have written it down")
        workspace.wait_until(lambda: "word" in somebody.modal.fields, reason="The form did not open.")
        somebody.answers(word=word)
        shown = somebody.submits()
        assert shown.says(words)
        assert shown.says(code) == (word == "zebra")


def test_an_answer_is_read_with_the_code_and_words_go_both_ways(
    somebody, workspace, safety_channel, safety_lead, context
):
    receipt = reports(somebody, "anonymous")
    code = code_in(receipt)
    somebody.dismisses()
    the_hour_comes(workspace)
    opens(safety_lead, card_about(safety_channel, reference_in(receipt)))
    safety_lead.clicks("Ask the reporter")
    workspace.wait_until(lambda: "question" in safety_lead.modal.fields, reason="The form did not open.")
    safety_lead.answers(question="Which door was it?")
    safety_lead.submits()
    somebody.runs("/incident answer", channel="Candour")
    somebody.answers(code="zebra zebra zebra zebra zebra zebra")
    somebody.submits()
    workspace.wait_until(lambda: somebody.modal.says("These words lead to no report."), reason="No word of it.")
    somebody.answers(code=code.upper().replace(" ", "-"))
    somebody.submits()
    workspace.wait_until(lambda: somebody.modal.says("Which door was it?"), reason="The question is not there.")
    assert somebody.modal.says(WORDS)
    somebody.answers(kind="reply", text="The one to the garden")
    assert somebody.submits().says("The safety team is told at the next full hour.")
    the_hour_comes(workspace)
    notice = f"{reference_in(receipt)}: its reporter"
    workspace.wait_until(
        lambda: any(notice in message.text for message in safety_channel.messages), reason="Nobody was told."
    )
    lead_home = safety_lead.opens_home()
    assert lead_home.says("1 wrong claim code was typed in the last day.")
