"""What somebody of a team reads after an answer to the bulletin: only they see it. And what its lead reads."""

from collections.abc import Sequence
from datetime import date

from bot.domain.bulletins.answers import MOST_WRITTEN, WrittenBack
from bot.domain.bulletins.draft import Draft
from bot.domain.service.service import Team
from bot.views.kit import dates
from bot.views.kit.action_ids import BULLETIN_WRITE
from bot.views.kit.blocks import View, button, buttons, divider, escaped, plain_modal, section, small, typed

WHO_READS = "The lead of your team and the safety lead read it, without your name."


def thanks(draft_id: str) -> View:
    return plain_modal(
        "Thank you",
        section("*Thank you.* Your answer is saved without your name."),
        section("If five or more answer the same, the next bulletin says so. Fewer are not told."),
        section("Do you want to say more?"),
        buttons(button("Write to the lead", action=BULLETIN_WRITE, value=draft_id)),
        close="Done",
    )


def again(draft_id: str) -> View:
    return plain_modal(
        "Answered already",
        section("You have answered this bulletin already. Each person answers once."),
        buttons(button("Write to the lead", action=BULLETIN_WRITE, value=draft_id)),
    )


def closed() -> View:
    return plain_modal(
        "This has closed",
        section("This bulletin takes no answers any more, so that nothing was saved."),
        section("To tell us of something that happened, press *Report something*."),
    )


def sent() -> View:
    return plain_modal(
        "Thank you", section("*Sent without your name.* The lead of your team reads it in some days."), close="Done"
    )


def full() -> View:
    return plain_modal(
        "Not sent",
        section(f"Speak to the lead of your team: {MOST_WRITTEN} people have written already, which is all we take."),
    )


def opened(draft: Draft, team: Team, written: Sequence[WrittenBack], *, today: date) -> View:
    """All that people wrote, for the lead."""
    day = dates.day(team.schedule.day_of(draft.monday), today=today)
    above = section(f"*{escaped(team.name)} wrote about its bulletin of {day}:*")
    words = [block for each in written for block in (divider(), typed(each.words))]
    below = small("Nobody sees who wrote this. Do not ask who it was.")
    return plain_modal("Words for the lead", above, *words, divider(), below)
