"""Practice reaches nobody and leaves nothing behind; what turns out to be real is sent with the same words."""

from sqlmodel import SQLModel, func, select

from tests.journeys.steps import WORDS, card_about, everything_is_sent, opens, reference_in, reports_saved

HEAD = "PRACTICE: nobody gets this. In danger? Phone 01632 960 001 or 999 first."
NOBODY_CALLED = "PRACTICE\nPRACTICE: nobody was called. Is somebody at risk now? Phone 01632 960 001 or 999."


def practises(nurse, *, still_at_risk: str, **others) -> None:
    """Fill in the form that is open, and send it."""
    nurse.workspace.wait_until(lambda: nurse.modals and nurse.modal.title == "PRACTICE", reason="No form opened.")
    nurse.answers(what=WORDS, still_at_risk=still_at_risk, **others)
    if still_at_risk != "no":
        nurse.workspace.wait_until(lambda: nurse.modal.says("PRACTICE: nobody is called."), reason="No alert came.")
    nurse.submits()


def makes_real(nurse) -> None:
    nurse.clicks("Report it for real")
    nurse.workspace.wait_until(lambda: nurse.modal.title == "Report", reason="It did not become real.")


def rows(context) -> dict[str, int]:
    """How many rows each table has, but for what comes by itself anyway."""
    tables = [table for table in SQLModel.metadata.sorted_tables if not table.name.startswith("due")]
    with context.database.reading() as transaction:
        return {table.name: transaction.exec(select(func.count()).select_from(table)).one() for table in tables}


def test_practised_danger_reaches_nobody_and_then_becomes_a_real_report(
    nurse, safety_lead, safety_channel, workspace, context, settings
):
    before, called = rows(context), []
    workspace.on_call(lambda method, _arguments: called.append(method))
    assert nurse.runs("/incident practice", channel="oak-ward").says(HEAD)
    practises(nurse, still_at_risk="yes")
    assert nurse.modal.text.startswith(
        "PRACTICE\nPRACTICE: nobody was called. Is somebody at risk now? Phone 01632 960 001"
    )
    assert not nurse.modal.says("Your report is saved")
    everything_is_sent(workspace, settings)
    assert rows(context) == before
    assert {method.partition(".")[0] for method in called} == {"views"}

    makes_real(nurse)
    assert nurse.modal.text.startswith("Report\nDanger? Phone 01632 960 001 or 999.")
    assert nurse.modal.says("This is real now, and it is not sent yet.")
    assert nurse.modal.says("Phone 01632 960 001 now, before you send this.")
    assert not nurse.modal.says("PRACTICE")
    assert reports_saved(context) == 0
    receipt = nurse.submits()
    assert receipt.says("nobody has seen it yet")
    card = card_about(safety_channel, reference_in(receipt))
    assert opens(safety_lead, card).says(WORDS)


def test_practice_is_found_in_home_and_help_and_can_be_tried_again(nurse, workspace, context):
    nurse.clicks("Practise a report", on=nurse.opens_home())
    workspace.wait_until(lambda: nurse.modals and nurse.modal.says(HEAD), reason="Home opened no practice.")
    nurse.closes()
    nurse.runs("/incident help", channel="oak-ward")
    nurse.clicks("Practise a report")
    workspace.wait_until(lambda: nurse.modal.title == "PRACTICE", reason="Help opened no practice.")
    nurse.answers(what="\u200b", still_at_risk="no")
    assert nurse.submits().says("Write a few words about what happened.")
    practises(nurse, still_at_risk="no")
    assert nurse.modal.text.startswith("PRACTICE\nPRACTICE: nothing was sent to anybody.")
    nurse.answers(what="Other words", name_choice="anonymous")
    assert nurse.submits().says("A code of six words is shown")
    assert nurse.modal.field("what").value == "Other words"
    assert reports_saved(context) == 0


def test_it_becomes_real_before_anything_was_sent_and_there_is_no_way_back(nurse, context):
    nurse.runs("/incident Practise", channel="oak-ward")
    nurse.answers(what=WORDS)
    makes_real(nurse)
    assert nurse.modal.field("what").value == WORDS
    assert nurse.modal.buttons == ["Change", "Save for later"]
    nurse.answers(still_at_risk="no")
    assert nurse.submits().says("Your report is saved")
    assert reports_saved(context) == 1
