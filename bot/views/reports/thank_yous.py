"""What somebody reads who was thanked for good care."""

from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.thank_yous import OpenedThankYou
from bot.views.kit.blocks import Block, View, plain_modal, section, small, typed

_UNREADABLE = "These words cannot be read. Ask your IT team for help."


def thank_you(found: OpenedThankYou) -> View:
    """The words that are for them. Of a confidential or anonymous reporter, no name."""
    named = found.report.name_choice is NameChoice.NAMED
    who = f"<@{found.report.reporter}>" if named else "a colleague"
    words: Block = typed(found.words.text) if found.words else section(_UNREADABLE)
    return plain_modal(
        "Thank you",
        section(f"*Thank you for good care,* says {who}:"),
        words,
        small("You read these words, and nothing else of the report. It counts for nobody's appraisal."),
    )
