"""The report form while somebody fills it: what their answers so far add to it. What was typed is not touched."""

from collections.abc import Mapping
from typing import Any

from bot.domain.service.service import Service
from bot.views.kit import form
from bot.views.kit.action_ids import REPORT_ABOUT, STILL_AT_RISK
from bot.views.kit.blocks import View
from bot.views.reports.louder import with_alert

ABOUT_STAFF = "about_staff"
SOMEBODY_INVOLVED = "involved"
TICKS = form.Ticks(
    REPORT_ABOUT,
    "Is either of these so?",
    wrong="Tick what is so, or nothing.",
    hint="Then fewer people see it. Whoever is involved is told nothing of it by Candour.",
    optional=True,
    tells_at_once=True,
    options=(
        (ABOUT_STAFF, "This is about a member of staff"),
        (SOMEBODY_INVOLVED, "Somebody who would see this is involved"),
    ),
)
INVOLVED = form.People(
    "involved",
    "Who is involved?",
    wrong="Choose who is involved, or take the tick away.",
    hint="They get no message about this report and cannot open it.",
)
NOBODY_CHOSEN = "Choose who is involved below, or take the tick away. If no list is there, tick it again."


def completed(view: View, at_risk: str, service: Service) -> View | None:
    """The form with the alert and the list of people, each if it is asked for; None if it is right as it is.

    Both follow from the answers in the view, so that of two answers at once neither takes away what the other adds.
    """
    louder = with_alert(view, at_risk or still_at_risk(view), service)
    listed = _with_list(louder or view)
    return listed or louder


def still_at_risk(view: View) -> str:
    """The answer so far; empty if there is none."""
    chosen = _entered(view, STILL_AT_RISK).get("selected_option") or {}
    return str(chosen.get("value") or "")


def _with_list(view: View) -> View | None:
    """Every other block goes back as Slack sent it."""
    blocks = view.get("blocks") or []
    names = [block.get("block_id") for block in blocks]
    ticked = SOMEBODY_INVOLVED in TICKS.read(_entered(view, REPORT_ABOUT))
    if REPORT_ABOUT not in names or ticked == (INVOLVED.name in names):
        return None
    others = [block for block in blocks if block.get("block_id") != INVOLVED.name]
    if ticked:
        others.insert(names.index(REPORT_ABOUT) + 1, INVOLVED.draw())
    return form.sent_back(view, others)


def _entered(view: View, name: str) -> Mapping[str, Any]:
    values = (view.get("state") or {}).get("values") or {}
    return (values.get(name) or {}).get(name) or {}
