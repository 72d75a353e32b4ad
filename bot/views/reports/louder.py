"""The report form says louder whom to phone, once somebody may still be at risk. What was typed is not touched."""

from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Service
from bot.views.kit import form
from bot.views.kit.action_ids import STILL_AT_RISK
from bot.views.kit.blocks import View, escaped, section

ALERT = "phone_now"


def with_alert(view: View, answer: str, service: Service) -> View | None:
    """The form with the alert below the question, or without it; None if it is right as it is.

    Every other block goes back as Slack sent it: a field whose id or first answer changed would lose its words.
    """
    blocks = view.get("blocks") or []
    others = [block for block in blocks if block.get("block_id") != ALERT]
    asked = [number for number, block in enumerate(others) if block.get("block_id") == STILL_AT_RISK]
    if asked and answer in [each.value for each in AtRisk if each.urgent]:
        others.insert(asked[0] + 1, _alert(service))
    if len(others) == len(blocks):
        return None
    return form.sent_back(view, others)


def _alert(service: Service) -> View:
    words = f"*Phone {escaped(service.on_call_phone)} now, before you send this.* Sending it calls nobody."
    return section(words) | {"block_id": ALERT}
