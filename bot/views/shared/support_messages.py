"""The question after harm whether support was offered. It names nobody, and nothing of what happened."""

from uuid import UUID

from bot.domain.incidents.support import Stage
from bot.domain.service.service import Service
from bot.views.kit.action_ids import SUPPORT_DONE, SUPPORT_OFFERED
from bot.views.kit.blocks import Message, button, buttons, escaped, section, small

_WHEN = {Stage.FIRST: "Check now", Stage.DAY: "Check again after a day", Stage.WEEK: "Check again after a week"}


def asked(incident_id: UUID, reference: str, stage: Stage, service: Service) -> Message:
    """To whoever leads the shift, or the team."""
    words = f"{_WHEN[stage]}: was support offered after {reference}?"
    return Message(
        words,
        [
            section(f"*{words}*\nThink of staff, patients and whoever saw it."),
            section(f"*Support for staff.* {escaped(service.support)}"),
            buttons(
                button("Offered", action=SUPPORT_OFFERED, value=str(incident_id), style="primary"),
                button("Done", action=SUPPORT_DONE, value=str(incident_id)),
            ),
            small("Only your press is saved, and nothing about any person. *Done* ends these questions."),
        ],
    )
