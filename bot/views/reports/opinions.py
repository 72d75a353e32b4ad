"""The optional questions about reporting itself, below an answer that was read."""

from collections.abc import Mapping

from bot.domain.incidents.own_report import MyReport
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.opinions import NO, YES, Question, WhyAnonymous
from bot.views.kit.action_ids import AGAIN_NO, AGAIN_YES, OF_OPINIONS, USEFUL_NO, USEFUL_YES, WHY_ANONYMOUS
from bot.views.kit.blocks import Block, button, buttons, section, select, small

WHY: Mapping[str, str] = {
    WhyAnonymous.SAVE_TIME: "To save time",
    WhyAnonymous.FORGOT_ACCOUNT: "I could not get into an account",
    WhyAnonymous.NO_BENEFIT: "Giving my name has no benefit",
    WhyAnonymous.FEAR_OWN_EMPLOYER: "I fear what my employer may do",
    WhyAnonymous.FEAR_OTHER_ORGANISATION: "I fear what another organisation may do",
    WhyAnonymous.CAREER: "My career or reputation might suffer",
    WhyAnonymous.COLLEAGUES: "Colleagues might find out",
    WhyAnonymous.OTHER: "Another reason",
}
"""In our words, after the list of NHS England's Learn from Patient Safety Events."""
_ASKED: Mapping[Question, str] = {
    Question.USEFUL: "*Was this useful?*",
    Question.AGAIN: "*Would you report again?*",
    Question.WHY_ANONYMOUS: "*Why anonymous?*",
}
_PRESSES: Mapping[Question, Mapping[str, str]] = {
    Question.USEFUL: {YES: USEFUL_YES, NO: USEFUL_NO},
    Question.AGAIN: {YES: AGAIN_YES, NO: AGAIN_NO},
}
_SAYS: Mapping[str, str] = {
    USEFUL_YES: "Yes, useful",
    USEFUL_NO: "No, not useful",
    AGAIN_YES: "Yes, I would",
    AGAIN_NO: "No, I would not",
}
BY_CODE = "code"
"""In place of a report's id, where a person is known by a code alone: Slack must not see which report it is."""
_HOW = "You can leave these out. They are counted by quarter, from five people on, never by person or report."
_THANKS = "Thank you. Your press is counted by quarter, and not kept with this report."


def opinions(found: MyReport) -> list[Block]:
    """What is still asked, or thanks once everything was answered."""
    asked = found.opinions_asked
    value = BY_CODE if found.report.name_choice is NameChoice.ANONYMOUS else str(found.report.id)
    if asked:
        return [block for question in asked for block in _question(question, value)] + [small(_HOW)]
    return [small(_THANKS)] if found.opinions_given else []


def _question(question: Question, value: str) -> list[Block]:
    if question is Question.WHY_ANONYMOUS:
        menu = select("Choose one", action=WHY_ANONYMOUS, options=tuple(WHY.items()), chosen=None)
        return [section(_ASKED[question], button=menu) | {"block_id": WHY_ANONYMOUS}]
    pressed = _PRESSES[question]
    return [
        section(_ASKED[question]),
        buttons(*(button(_SAYS[action], action=action, value=value) for action in pressed.values())),
    ]


def is_one(block: Block) -> bool:
    """Whether these are the buttons of such a question."""
    return any(element["action_id"] in OF_OPINIONS for element in block["elements"])
