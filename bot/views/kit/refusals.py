"""What people are told when something was not done, or when nobody can know whether it was."""

from collections.abc import Callable, Mapping

from bot.domain.service.access import Act
from bot.views.kit.action_ids import OPEN_WITH_REASON
from bot.views.kit.blocks import View, button, buttons, escaped, plain_modal, section

_NOT_OURS = "Candour belongs to another organisation. Use your own way to report."


def not_saved(phone: str) -> str:
    """Beside the first field, after a definite failure. What was typed stays in the form."""
    return f"Not saved. Your words are still here. Press Send again in a moment. If it is urgent, phone {phone}."


def cannot_tell(phone: str) -> str:
    """Beside the first field, when the outcome is not known."""
    return f"We cannot tell yet. Press Send again: it will not be sent twice. If it is urgent, phone {phone}."


def danger_not_saved(phone: str) -> str:
    """The same, where somebody may be at risk: the number comes first."""
    return f"Phone {phone} now. This is not saved. Your words are still here. Press Send again in a moment."


def danger_cannot_tell(phone: str) -> str:
    return f"Phone {phone} now. We cannot tell yet whether this is saved. Press Send again: it is not sent twice."


def not_asked_about_support() -> View:
    """To somebody who is not, or no longer, asked after harm."""
    return plain_modal(
        "For somebody else",
        section("Only whoever leads the shift or the team can say this. Nothing was saved."),
    )


def only_the_safety_team() -> View:
    return plain_modal(
        "For the safety team",
        section("Only the safety team can open reports. This protects the people in them, and those who report."),
        section(
            "Your own reports are in Candour's Home tab. If you think you should see this one, ask the safety team."
        ),
    )


def only_the_safety_lead() -> View:
    return plain_modal(
        "For the safety lead",
        section(
            "Only whoever is named for it, or the safety lead, can approve a bulletin. Ask them if it cannot wait."
        ),
    )


def only_a_lead_of_the_service() -> View:
    return plain_modal(
        "For the safety lead",
        section("Only the safety lead and the deputy get the weekly digest, and say when it comes."),
    )


def only_a_second_person() -> View:
    return plain_modal(
        "For a second person",
        section("Only the safety lead or deputy can answer this, and never whoever looked the name up."),
    )


def only_the_lead_of_the_team() -> View:
    return plain_modal(
        "For the lead",
        section("Only the lead of this team and the safety lead can open this. Ask them if you need it."),
    )


def not_changed(words: str) -> View:
    """A press came too late, or was not for this person."""
    return plain_modal("Nothing has changed", section(words))


def open_with_a_reason(report_id: str) -> View:
    """To somebody who may not open it, and may all the same where there is need."""
    return plain_modal(
        "For the safety team",
        section("Only the safety team can open reports. This protects the people in them, and those who report."),
        section("Must you see this one? Then say why. The safety lead is told who opened it, and when."),
        buttons(button("Open with a reason", action=OPEN_WITH_REASON, value=report_id)),
    )


def only_its_reporter() -> View:
    return plain_modal(
        "Not your report",
        section("Only the person who sent a report can open it here. Your own reports are in Candour's Home tab."),
    )


def only_who_takes_part() -> View:
    return plain_modal(
        "For those taking part",
        section("Only those who take part in this review can open it. Its lead can invite you."),
    )


def only_readers_of_figures() -> View:
    return plain_modal(
        "For readers of figures",
        section("Figures and papers are for the safety team, executives and governance. Ask them what you need."),
    )


def only_who_leads_safety() -> View:
    return plain_modal("For the safety lead", section("Only the safety lead or deputy can do this. Ask them."))


def only_who_signs() -> View:
    return plain_modal(
        "For those who sign",
        section("Only those who sign for this forum can do this. The service file names them."),
    )


def not_for_you(act: Act) -> View:
    """Why this person may not do this, and what they can do instead."""
    return _WHY_NOT.get(act, only_the_safety_team)()


_WHY_NOT: Mapping[Act, Callable[[], View]] = {
    Act.READ_OWN_REPORT: only_its_reporter,
    Act.WRITE_TO_OWN_REPORT: only_its_reporter,
    Act.APPROVE_BULLETIN: only_the_safety_lead,
    Act.READ_WRITTEN_BACK: only_the_lead_of_the_team,
    Act.CHANGE_BULLETIN: only_the_lead_of_the_team,
    Act.READ_DIGEST: only_a_lead_of_the_service,
    Act.READ_REVIEW: only_who_takes_part,
    Act.WRITE_REVIEW: only_who_takes_part,
    Act.LEAD_REVIEW: only_who_takes_part,
    Act.KEEP_THEMES: only_who_leads_safety,
    Act.KEEP_RECOMMENDATIONS: only_who_leads_safety,
    Act.READ_FIGURES: only_readers_of_figures,
    Act.SIGN_PAPER: only_who_signs,
}


def only_the_owner() -> View:
    return plain_modal(
        "This is not your action",
        section("Only the owner can answer for an action. Ask them, or the safety team."),
    )


def already_done() -> View:
    return plain_modal(
        "Already done", section("This action is done already. It is waiting to be checked by someone else.")
    )


def not_found() -> View:
    return plain_modal("Not found", section("We cannot find this. It may have been taken away. Ask the safety team."))


def try_again() -> View:
    return plain_modal("That did not work", section("Nothing could be shown. Close this, and press it again."))


def press_again() -> View:
    return plain_modal("We cannot tell yet", section("We cannot tell yet whether that was saved. Press it again."))


def form_did_not_open(phone: str) -> str:
    danger = f"If someone is in danger, call 999 or phone {escaped(phone)} now."
    return f"The form did not open. Try again in a moment. {danger}"


def did_not_open(phone: str) -> str:
    """To one person, where a modal did not open or stayed empty."""
    return f"That did not open. Press it again in a moment. If it is urgent, phone {escaped(phone)}."


def did_not_work(phone: str) -> str:
    """To one person, where something that they did was not carried out."""
    return f"That did not work. Try it again in a moment. If it is urgent, phone {escaped(phone)}."


def no_longer_here(phone: str) -> View:
    """After a press on a button that is not known any more."""
    return plain_modal(
        "This has moved",
        section("*This button is old and does nothing any more.* Open Candour's Home tab, or type /incident."),
        section(f"In danger? Phone {escaped(phone)} or 999."),
    )


def form_is_old(phone: str) -> str:
    """Beside the first field of a form that is not known any more."""
    return f"Not saved. This form is old. Copy your words, and open it again. If it is urgent, phone {phone}."


def not_ours(phone: str) -> str:
    """To somebody of another organisation, or who has left. Even they may stand beside somebody in danger."""
    return f"{_NOT_OURS} In danger, phone {escaped(phone)} or 999."


def not_ours_beside_a_field(phone: str) -> str:
    return f"Not saved. {_NOT_OURS} In danger, phone {phone} or 999."


def saved_but_not_shown() -> View:
    return plain_modal("Saved", section("*It is saved.* We could not show you more. Look in the Home tab."))


def said_alone(words: str) -> View:
    """Over a form that has no field to say it beside."""
    return plain_modal("Not done", section(escaped(words)))


def not_ours_modal(phone: str) -> View:
    return plain_modal("Not for you", section(not_ours(phone)))
