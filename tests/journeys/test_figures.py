"""Figures and papers in Slack: the entitled read them, everybody else gets the form, and a signer is told."""

import pytest

NOT_YOURS = "Figures and papers are for the safety team, executives and governance."


def test_the_safety_team_reads_the_figures_of_the_past_days(safety_lead, workspace):
    safety_lead.runs("/incident figures", channel="oak-ward")
    workspace.wait_until(lambda: safety_lead.modal.title == "Figures", reason="The figures did not open.")
    assert safety_lead.modal.says("No report was sent.")
    assert safety_lead.modal.says("Small teams only say that they have looked at a change. That is not counted here.")


def test_the_first_page_of_a_paper_says_which_command_makes_its_files(safety_lead, workspace):
    safety_lead.runs("/incident pack", channel="oak-ward")
    workspace.wait_until(
        lambda: safety_lead.modal.title == "First page of the paper", reason="The page did not open."
    )
    assert safety_lead.modal.says("python -m bot pack --from")
    assert safety_lead.modal.says("Reports sent: 0.")


@pytest.mark.parametrize("word", ["figures", "pack", " FIGURES "])
def test_everybody_else_gets_the_form_with_their_word_and_a_line_on_top(nurse, word):
    shown = nurse.runs(f"/incident {word}", channel="oak-ward")
    assert shown.modal.field("what").value == word.strip()
    assert shown.modal.says(NOT_YOURS)


def test_home_leads_from_three_numbers_to_all_figures(safety_lead, workspace):
    home = safety_lead.opens_home()
    assert home.says("The past 30 days")
    safety_lead.clicks("All figures", on=home)
    workspace.wait_until(
        lambda: safety_lead.modals and safety_lead.modal.title == "Figures", reason="The figures did not open."
    )


def test_home_of_a_nurse_has_no_numbers(nurse):
    assert not nurse.opens_home().says("The past 30 days")
