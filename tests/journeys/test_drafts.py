"""A report that was begun and not sent: no words are lost, nothing unsent looks sent, nobody anonymous is kept."""

from tests.journeys.steps import (
    WORDS,
    card_about,
    direct_message,
    minutes_pass,
    opens,
    opens_the_form,
    reference_in,
    reports_saved,
)

WAITS = "You have a report that is not sent."
SAVED = "A draft in your name was saved"


def drafts(context):
    with context.database.backend.reader.connect() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM report_draft").scalar_one()


def begins(nurse, *, still_at_risk="no"):
    """Types, and answers the question that tells the bot at once."""
    opens_the_form(nurse)
    nurse.answers(what=WORDS)
    nurse.chooses("still_at_risk", still_at_risk)


def goes_on(nurse, surface):
    nurse.clicks("Go on with it", on=surface)
    nurse.workspace.wait_until(
        lambda: nurse.modals and nurse.modal.says(SAVED), reason="The report that was saved did not open."
    )


def test_a_form_with_danger_that_is_closed_is_kept_told_of_gone_on_with_and_sent(
    nurse, workspace, context, safety_lead, safety_channel
):
    begins(nurse, still_at_risk="yes")
    workspace.wait_until(lambda: nurse.modal.says("before you send this"), reason="No alert came.")
    nurse.closes()
    workspace.wait_until(lambda: drafts(context) == 1, reason="Nothing was kept.")
    minutes_pass(workspace, 6)
    told = direct_message(nurse, "Your report has not been sent.")
    assert WORDS not in told.all_text
    assert reports_saved(context) == 0
    opens_the_form(nurse)
    workspace.wait_until(lambda: nurse.modal.says(WAITS), reason="It was not offered.")
    goes_on(nurse, nurse.modal)
    assert nurse.modal.field("what").value == WORDS
    assert nurse.modal.field("still_at_risk").value == "yes"
    workspace.wait_until(lambda: "is in front" in nurse.modals[0].text, reason="The empty form is still there.")
    receipt = nurse.submits()
    assert receipt.says("Your report is saved")
    assert opens(safety_lead, card_about(safety_channel, reference_in(receipt))).says(WORDS)
    assert drafts(context) == 0
    assert WAITS not in nurse.opens_home().text


def test_what_is_saved_for_later_is_thrown_away_from_home(nurse, workspace, context):
    begins(nurse)
    nurse.clicks("Save for later")
    workspace.wait_until(lambda: nurse.modal.says(SAVED), reason="It was not saved.")
    assert nurse.modal.field("what").value == WORDS
    nurse.dismisses()
    home = nurse.opens_home()
    assert home.says(WAITS)
    nurse.clicks("Throw it away", on=home)
    workspace.wait_until(lambda: not nurse.home.says(WAITS), reason="It is still offered.")
    assert drafts(context) == 0


def test_of_somebody_anonymous_nothing_is_kept_and_a_draft_in_their_name_goes_first(nurse, workspace, context):
    begins(nurse, still_at_risk="yes")
    nurse.clicks("Save for later")
    workspace.wait_until(lambda: nurse.modal.says(SAVED), reason="It was not saved.")
    nurse.chooses("name_choice", "anonymous")
    workspace.wait_until(lambda: "Save for later" not in nurse.modal.buttons, reason="It can still be saved.")
    nurse.chooses("still_at_risk", "no")
    workspace.wait_until(lambda: not nurse.modal.says("before you send this"), reason="The alert stays.")
    refused = nurse.submits()
    assert "Throw away the draft in your name" in str(refused.errors)
    nurse.clicks("Throw it away")
    workspace.wait_until(lambda: not nurse.modal.says(SAVED), reason="The draft is still there.")
    assert nurse.modal.field("what").value == WORDS
    nurse.closes()
    minutes_pass(workspace, 6)
    assert not nurse.opens_home().says(WAITS)
    assert (drafts(context), nurse.direct_messages) == (0, [])
