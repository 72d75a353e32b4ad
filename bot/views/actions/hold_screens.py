"""What somebody of a ward reads after an answer: only they see it."""

from bot.views.kit.blocks import View, plain_modal, section


def thanks() -> View:
    return plain_modal(
        "Thank you",
        section("*Thank you.* Your answer is saved without your name."),
        section("Whoever leads the action sees only the most careful answer of all, after two days."),
        close="Done",
    )


def again() -> View:
    return plain_modal(
        "Answered already",
        section("You have answered this question already. Each person answers once."),
        section("To say more, write a report, or speak to whoever leads your team."),
    )


def closed() -> View:
    return plain_modal(
        "This has closed",
        section("This question has closed, so that no answer was saved."),
        section("To say that a change has slipped, write a report."),
    )
