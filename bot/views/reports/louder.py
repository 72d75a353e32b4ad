"""The report form says louder whom to phone, once somebody may still be at risk. What was typed is not touched."""

from collections.abc import Sequence

from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Service
from bot.views.kit import form
from bot.views.kit.action_ids import STILL_AT_RISK
from bot.views.kit.blocks import Block, View, escaped, section
from bot.views.reports import practice

ALERT = "phone_now"


def with_alert(view: View, answer: str, service: Service) -> View | None:
    """The form with the alert below the question, or without it; None if it is right as it is.

    Every other block goes back as Slack sent it: a field whose id or first answer changed would lose its words.
    """
    blocks = view.get("blocks") or []
    others = without_alert(blocks)
    asked = [number for number, block in enumerate(others) if block.get("block_id") == STILL_AT_RISK]
    if asked and answer in [each.value for each in AtRisk if each.urgent]:
        loud = practice.alert(service) if practice.is_practice(view) else _alert(service)
        others.insert(asked[0] + 1, loud | {"block_id": ALERT})
    if len(others) == len(blocks):
        return None
    return form.sent_back(view, others)


def without_alert(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a form without it, whatever was answered."""
    return [block for block in blocks if block.get("block_id") != ALERT]


def _alert(service: Service) -> Block:
    return section(f"*Phone {escaped(service.on_call_phone)} now, before you send this.* Sending it calls nobody.")
