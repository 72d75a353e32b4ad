"""The paper of a forum: announced to those who sign, sent to whoever asks, signed, and its decisions kept."""

import csv
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.evidence.period import month_of
from bot.domain.service.service import Forum
from bot.settings import read_keyring
from bot.usecases.evidence.papers import evidence_for
from bot.usecases.service.load import load_service
from storage.engine import connect
from tests.crash.programs import typed
from tests.documents import files
from tests.domain.examples import NOON
from tests.journeys.steps import direct_message, minutes_pass
from tests.usecases import bot_without_slack
from tests.usecases.bot_without_slack import FrozenClock

FIRST_DAY = datetime(2026, 12, 7, 9, 0, tzinfo=UTC)


@pytest.fixture
def announced(workspace, context, safety_lead):
    """The announcement of the November paper, as the safety lead has it."""
    forum = Forum(code="quality", name="Quality forum", day=5, signers=(safety_lead.id,))
    load_service(context.database, context.service.model_copy(update={"forums": (forum,)}), now=workspace.clock.now())
    minutes_pass(workspace, 1)
    workspace.wait_until(lambda: context.service.forums, reason="The service was not read again.")
    minutes_pass(workspace, 1)
    workspace.clock.to(FIRST_DAY + timedelta(seconds=30))
    return direct_message(safety_lead, "Read the paper of November 2026 for Quality forum.")


def _shows(person, words):
    person.workspace.wait_until(lambda: person.modals and person.modal.says(words), reason=f"Nothing says {words!r}.")


def test_a_paper_is_announced_read_and_signed_once_with_name_and_date(announced, safety_lead, context, workspace):
    safety_lead.clicks("Read the first page", on=announced)
    _shows(safety_lead, "Reports sent: 0.")
    safety_lead.dismisses()
    safety_lead.clicks("Sign", on=announced)
    _shows(safety_lead, "You say that you have read it.")
    assert safety_lead.submits().says("You have signed the paper of November 2026")
    safety_lead.dismisses()
    safety_lead.clicks("Sign", on=announced)
    _shows(safety_lead, "You signed this paper on")
    found = evidence_for(context, month_of(date(2026, 11, 1), context.service.zone), by=safety_lead.id, now=FIRST_DAY)
    [paper] = found.forums.papers
    assert [(signed.name, signed.on) for signed in paper.signed] == [("Jo Carter", date(2026, 12, 7))]


def test_what_was_asked_and_decided_stands_in_the_next_paper(announced, safety_lead, context):
    asked = "Whether each ward gets a second alarm."
    safety_lead.clicks("Write down a decision", on=announced)
    safety_lead.workspace.wait_until(lambda: safety_lead.modals and "asked" in safety_lead.modal.fields)
    assert "about" not in safety_lead.modal.fields
    safety_lead.answers(asked=asked)
    assert safety_lead.submits().says("Nobody has decided it yet.")
    safety_lead.dismisses()
    safety_lead.clicks("Write down a decision", on=announced)
    safety_lead.workspace.wait_until(lambda: safety_lead.modals and "about" in safety_lead.modal.fields)
    [choice] = safety_lead.modal.field("about").options
    safety_lead.answers(about=choice, taken="Yes, by May.")
    assert "taken_by" in safety_lead.submits().errors
    safety_lead.answers(taken_by="The chair")
    assert safety_lead.submits().says("What was decided is saved.")
    found = evidence_for(context, month_of(date(2026, 12, 1), context.service.zone), by=safety_lead.id, now=FIRST_DAY)
    [(forum, decision)] = found.forums.decisions
    assert (forum, decision.asked, decision.taken, decision.taken_by) == (
        "Quality forum",
        asked,
        "Yes, by May.",
        "The chair",
    )


def test_the_files_come_to_whoever_asked_and_are_deleted_after_thirty_days(
    announced, safety_lead, workspace, tmp_path
):
    safety_lead.clicks("Send it to me", on=announced)
    _shows(safety_lead, "Look in your direct messages with Candour.")
    sent = direct_message(safety_lead, "Your paper of November 2026")
    assert sorted(file["name"] for file in sent.files) == [
        "paper-2026-11.docx",
        "paper-2026-11.pdf",
        "paper-2026-11.xlsx",
    ]
    assert all(file["alt_txt"] for file in sent.files)
    updates = [call.arguments["view"] for call in workspace.calls if call.method == "views.update"]
    assert any("Step 1 of 2" in str(view) for view in updates)
    assert any("Step 2 of 2" in str(view) for view in updates)
    content = next(workspace.files[file["id"]].content for file in sent.files if file["name"].endswith(".pdf"))
    assert b"pdfuaid" in files.objects(content)
    workspace.clock.to(FIRST_DAY + timedelta(days=30, hours=1))
    workspace.wait_until(
        lambda: all(file.get("mode") == "tombstone" for file in direct_message(safety_lead, "Your paper of").files),
        reason="The files are still there.",
    )


def test_without_the_scope_the_command_that_makes_the_files_is_shown(announced, safety_lead, workspace):
    workspace.scopes -= {"files:write"}
    safety_lead.clicks("Send it to me", on=announced)
    _shows(safety_lead, "python -m bot pack --from 2026-11-01 --to 2026-11-30")
    assert safety_lead.modal.title == "No file was sent"


def test_somebody_who_may_read_figures_but_does_not_sign_cannot_sign(announced, safety_lead, workspace, context):
    forum = context.service.forums[0]
    other = next(p for p in context.service.people if p.slack_id != safety_lead.id and p.roles & {"safety_team"})
    changed = forum.model_copy(update={"signers": (other.slack_id,)})
    load_service(
        context.database, context.service.model_copy(update={"forums": (changed,)}), now=workspace.clock.now()
    )
    workspace.wait_until(
        lambda: context.service.forums[0].signers == (other.slack_id,), reason="The service was not read again."
    )
    for button in ("Sign", "Write down a decision"):
        safety_lead.clicks(button, on=announced)
        _shows(safety_lead, "Only those who sign for this forum can do this.")
        safety_lead.dismisses()


def test_denominators_are_read_from_a_file_or_every_line_that_is_wrong_is_named(workspace, settings, tmp_path):
    connect.make_or_open_database(settings.candour_database_url, read_keyring(settings)).close()
    file = tmp_path / "months.csv"
    file.write_text("month,bed_days,staff\n2026-10,900,\n2026-11,950,120\n", encoding="utf-8")
    assert typed(settings, "denominators", str(file)) == (0, "Kept: 3 numbers of 2 months.\n")
    file.write_text("month,bed_days\n2026-13,900\n2026-11,none\n", encoding="utf-8")
    code, said = typed(settings, "denominators", str(file))
    assert (code, said.splitlines()) == (
        1,
        [
            "Line 2: write the month as 2026-11.",
            "Line 3: write a whole number above none, without commas, or leave it empty.",
            "Nothing was kept. Mend the file, and run it again.",
        ],
    )
    code, said = typed(settings, "denominators", str(tmp_path / "nowhere.csv"))
    assert (code, said) == (1, "The file could not be read. Save it as CSV in UTF-8, and give its path.\n")


def test_incidents_are_exported_to_a_new_file_and_that_is_recorded(workspace, settings, tmp_path):
    bot = bot_without_slack.Bot(settings.candour_database_url, read_keyring(settings), FrozenClock(NOON))
    reference = bot.report().reference
    bot.stop()
    file = tmp_path / "incidents.csv"
    asked = ("export", "--from", "2026-11-01", "--to", "2026-11-30", "--reason", "governance", "--file", file, "--as")
    code, said = typed(settings, *asked, "U0NOBODY")
    assert (code, said.split(".")[0]) == (1, "Name somebody who may read figures and find incidents")
    assert list(tmp_path.glob("incidents*")) == []
    code, said = typed(settings, *asked, "U0SAFETY")
    assert (code, said.split(".")[0]) == (0, "Written: 1 incidents")
    header, row = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    assert (header[0], row[0], file.stat().st_mode & 0o777) == ("reference", reference, 0o600)
    assert typed(settings, *asked, "U0SAFETY") == (1, "This file is there already. Give another name.\n")
    assert list(tmp_path.glob("incidents*")) == [file]
    bot.restart()
    entries = bot.rows(
        "SELECT actor FROM audit WHERE action IN ('incidents.exported', 'access.refused') ORDER BY seq"
    )
    bot.stop()
    assert entries == [("U0NOBODY",), ("U0SAFETY",)]
