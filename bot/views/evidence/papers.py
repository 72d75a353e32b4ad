"""The first page of a paper in Slack, and which command makes its files."""

from bot.domain.evidence.papers import Audience, Evidence
from bot.domain.evidence.period import Period
from bot.views.documents.papers import period_words
from bot.views.documents.sections import first_page as page
from bot.views.kit.action_ids import SEND_PAPER
from bot.views.kit.blocks import View, button, buttons, plain_modal, section, small


def first_page(evidence: Evidence) -> View:
    said = "\n".join(f"\u2022 {statement}" for statement in page(evidence).statements)
    return plain_modal(
        "First page of the paper",
        section(f"*Incidents and learning, {period_words(evidence.period)}*"),
        section(said),
        buttons(button("Send it to me", action=SEND_PAPER, value=str(evidence.period.first))),
        section(how_to_make(evidence.period, evidence.audience)),
        small("Small numbers are hidden. The paper says what we do not know."),
    )


def how_to_make(period: Period, audience: Audience) -> str:
    """Whom to ask for the files where Candour does not send them."""
    typed = f"python -m bot pack --from {period.first} --to {period.last} --kind {audience} --out papers"
    return f"*For files without Slack,* ask whoever runs Candour to type this:\n`{typed}`"
