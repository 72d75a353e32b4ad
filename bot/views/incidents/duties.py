"""The duties of an incident, on its own screen: what to do, by when, by what rule, and what somebody said of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.incidents.duties import BODIES, BY_CODE, Basis, Duty, IncidentDuty, Verdict
from bot.domain.service.service import Service
from bot.views.kit import action_ids, dates
from bot.views.kit.blocks import Block, section, select, small
from bot.views.kit.counts import counted

MOST_SHOWN = 6
"""So that the modal stays below Slack's 100 blocks. No decision suggests so many."""
WORDS = {Verdict.APPLIES: "It applies", Verdict.NOT_HERE: "It does not apply", Verdict.DONE: "It is done"}
_BASES = {Basis.LEGAL: "Law", Basis.OPERATIONAL: "Operational default, not law"}
_BODIES = {body.code: body.label for body in BODIES}


def blocks(duties: Sequence[IncidentDuty], service: Service, *, may_decide: bool, now: datetime) -> list[Block]:
    """Those that wait come first. One of a newer version is left out: nothing is known of it."""
    known = sorted((each for each in duties if each.code in BY_CODE), key=lambda each: not each.waits)
    if not known:
        return []
    hidden = len(known) - MOST_SHOWN
    more = f" {counted(hidden, 'more is', 'more are')} not shown." if hidden > 0 else ""
    return [
        section("*Say which of these apply.* Candour tells nobody and files nothing."),
        *(_duty(each, service, may_decide=may_decide, now=now) for each in known[:MOST_SHOWN]),
        small(f"Suggested by your decision. Your own policy counts.{more}"),
    ]


def _duty(about: IncidentDuty, service: Service, *, may_decide: bool, now: datetime) -> Block:
    duty = BY_CODE[about.code]
    to = f" To {_BODIES[duty.body]}." if duty.body else ""
    lines = [
        f"*{duty.label}.*{to}",
        f"{_by_when(about, service, now)} By {duty.who}.",
        f"_{_BASES[duty.basis]}: {duty.source}._",
        _said(about, service, now),
    ]
    menu = select(
        "Decide",
        action=action_ids.DUTY,
        options=[(option_of(about.incident_id, duty, verdict), words) for verdict, words in WORDS.items()],
        chosen=option_of(about.incident_id, duty, about.verdict) if about.verdict else None,
    )
    words = section("\n".join(line for line in lines if line), button=menu if may_decide else None)
    return words | {"block_id": f"duty-{duty.code}"}


def option_of(incident_id: UUID, duty: Duty, verdict: Verdict) -> str:
    """What a choice carries: the incident, the duty and the word. It gives no right."""
    return f"{incident_id}:{duty.code}:{verdict}"


def _by_when(about: IncidentDuty, service: Service, now: datetime) -> str:
    if about.due_on is None:
        return "Without delay."
    today = now.astimezone(service.zone).date()
    late = about.waits and about.due_on < today
    day = dates.day(about.due_on, today=today)
    return f"*Late: it was due by {day}.*" if late else f"By {day}."


def _said(about: IncidentDuty, service: Service, now: datetime) -> str:
    if about.verdict is None or about.decided_at is None:
        return ""
    at = dates.moment(about.decided_at, service.zone, now=now)
    return f"{WORDS[about.verdict]}, says <@{about.decided_by}> on {at}."
