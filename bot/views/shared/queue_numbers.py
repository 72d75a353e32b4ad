"""How much waits for the safety team, in one line: in Home, and each working morning in its channel."""

from bot.domain.incidents.queue import MOST_COUNTED, QueueCounts
from bot.domain.service.service import Service


def numbers(counts: QueueCounts, service: Service) -> str:
    """12 new. 1 may still be at risk. 3 have waited longer than a working day. 4 actions are late.

    2 duties wait for a decision or to be done.
    """
    if counts.nothing:
        return "Nothing new waits."
    days = service.read_within_working_days
    longer = "a working day" if days == 1 else f"{days} working days"
    waited = "has" if counts.waiting == 1 else "have"
    late = "action is" if counts.late_actions == 1 else "actions are"
    duties = "duty waits" if counts.duties == 1 else "duties wait"
    sentences = (
        (counts.new, "new"),
        (counts.in_danger, "may still be at risk"),
        (counts.waiting, f"{waited} waited longer than {longer}"),
        (counts.late_actions, f"{late} late"),
        (counts.duties, f"{duties} for a decision or to be done"),
    )
    return " ".join(f"{_shown(count)} {words}." for count, words in sentences if count)


def _shown(count: int) -> str:
    return str(count) if count < MOST_COUNTED else f"{MOST_COUNTED} or more"
