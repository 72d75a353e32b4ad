"""What the reporter of a story reads before it is told."""

from datetime import date

from bot.domain.learning.consent import Consent, ConsentAnswer
from bot.domain.learning.point import LearningPoint
from bot.views.kit import dates
from bot.views.kit.action_ids import CONSENT_FINE, CONSENT_PLEASE_NOT
from bot.views.kit.blocks import Block, View, button, buttons, plain_modal, section, small, typed


def words(point: LearningPoint, consent: Consent, *, told: bool, until: date, today: date) -> View:
    """The exact words, with what can be answered."""
    to_try = [section("*One thing to try*"), typed(point.to_try)] if point.to_try else []
    return plain_modal(
        "Before it is told",
        section("*Are these words fine?* They were learned from your report, and may stand in a bulletin."),
        section("*What we learned*"),
        typed(point.words),
        *to_try,
        section(_said(consent.answer, told=told, until=dates.day(until, today=today))),
        *_buttons(consent),
        small("Those who approve bulletins see only whether it may be used: never who answered, or when."),
    )


def _said(answer: ConsentAnswer | None, *, told: bool, until: str) -> str:
    if told:
        return "A team has read it already. If you press *Please not*, no other team will."
    match answer:
        case None:
            return f"Answer until {until}. If you say nothing, it may be used after that."
        case ConsentAnswer.FINE:
            return "*Thank you.* You said that it is fine. You can still change that."
        case ConsentAnswer.PLEASE_NOT:
            return "*Thank you.* No bulletin tells it. You can still change that."


def _buttons(consent: Consent) -> list[Block]:
    value = f"{consent.point}:{consent.report}"
    fine = button("Fine", action=CONSENT_FINE, value=value)
    return [buttons(fine, button("Please not", action=CONSENT_PLEASE_NOT, value=value))]
