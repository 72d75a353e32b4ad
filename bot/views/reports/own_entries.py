"""What a reporter reads before and after they have written to their own report."""

from bot.domain.service.service import Service
from bot.views.kit.blocks import Block, View, escaped, plain_modal, section


def call_first(service: Service) -> Block:
    """Above each of these forms, because nobody is called by what is written there."""
    phone = escaped(service.on_call_phone)
    return section(f"*In danger now?* Phone {phone} or 999 first. This form calls nobody.")


def added() -> View:
    return plain_modal(
        "Added",
        section("*Thank you. Your words are added to your report.*"),
        section("We tell the safety team that you have added something. They read your words in the report."),
        close="Done",
    )


def replied() -> View:
    return plain_modal(
        "Sent",
        section("*Thank you. Your words are sent to the safety team.*"),
        section("They read them in your report, and can write back. You get a message when they do."),
        close="Done",
    )


def taken_back() -> View:
    return plain_modal(
        "Taken back",
        section("*Your report is marked as taken back.*"),
        section("It stays, with your reason. The safety team may still look at what happened."),
        close="Done",
    )
