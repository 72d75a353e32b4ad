"""The section with the safety team's queue: how much waits, and one row for each open incident."""

from bot.domain.incidents.queue import ROWS, Queue, QueueRow
from bot.domain.reports.kinds import label_of
from bot.domain.service.service import Service
from bot.views.home.content import HomeContent
from bot.views.kit import action_ids, dates, people
from bot.views.kit.blocks import Block, button, buttons, divider, header, section, select
from bot.views.shared import looked_at, queue_numbers, report_summary


def blocks(content: HomeContent) -> list[Block]:
    queue = content.queue
    if queue is None:
        return []
    return [
        divider(),
        header(_title(queue, content.service)),
        section(queue_numbers.numbers(queue.counts, content.service)),
        _filters(queue, content.service),
        *([_row(row, content) for row in queue.page.rows] or [section(_nothing(queue))]),
        *_pages(queue),
    ]


def _title(queue: Queue, service: Service) -> str:
    if queue.place.mine:
        return "Reports that you have taken"
    team = service.team(queue.place.team) if queue.place.team else None
    return f"Open reports of {team.name}" if team else "Open reports"


def _filters(queue: Queue, service: Service) -> Block:
    teams = [(team.code, team.name) for team in service.teams]
    return buttons(
        select("One team", action=action_ids.QUEUE_TEAM, options=teams, chosen=queue.place.team),
        button("Mine", action=action_ids.QUEUE_MINE, value="mine"),
        button("All", action=action_ids.QUEUE_ALL, value="all"),
        button("Find a reference", action=action_ids.FIND_REFERENCE, value="home"),
        block_id=f"queue-{_block_of(queue)}",
    )


def _block_of(queue: Queue) -> str:
    """Another block for another choice, because Slack keeps what was chosen in a block that stays."""
    return "mine" if queue.place.mine else queue.place.team or "all"


def _nothing(queue: Queue) -> str:
    if queue.place.mine:
        return "You have taken no open report."
    return "This team has no open report." if queue.place.team else "There is no open report."


def _row(row: QueueRow, content: HomeContent) -> Block:
    incident, service = row.incident, content.service
    kind = label_of(incident.kind)
    if incident.sensitivity.withheld:
        kind = f"{report_summary.RESTRICTED}: {kind}"
    line = report_summary.line(kind, incident.team, service, happened_at=row.happened_at, now=content.now)
    return section(
        f"{_danger(row, content)}{line} · *{incident.reference}*\n{_state(row, content)}",
        button=button("Open", action=action_ids.OPEN_REPORT, value=str(incident.id), style=_style(row)),
    )


def _style(row: QueueRow) -> str | None:
    return "primary" if row.in_danger else None


def _danger(row: QueueRow, content: HomeContent) -> str:
    """Danger first, and whether somebody has it."""
    if not row.in_danger:
        return ""
    service = content.service
    holder = "Nobody has this yet."
    if row.holder and row.held_since:
        since = dates.clock(row.held_since, service.zone, now=content.now)
        holder = f"{people.named(service, row.holder)} has this, {since}."
    return f"*Someone may still be at risk.* {holder}\n"


def _state(row: QueueRow, content: HomeContent) -> str:
    """Read by Jo Carter, 08:41; or New."""
    words = looked_at.words(row, content.service, now=content.now)
    return f"{words[0].upper()}{words[1:]}" if words else "New"


def _pages(queue: Queue) -> list[Block]:
    """To the next page and back. Each carries the incident between the two pages."""
    rows, page = queue.page.rows, queue.page
    back = button("Back", action=action_ids.QUEUE_BACK, value=str(rows[0].incident.id)) if page.earlier else None
    later = (
        button(f"Next {ROWS}", action=action_ids.QUEUE_NEXT, value=str(rows[-1].incident.id)) if page.later else None
    )
    offered = [each for each in (back, later) if each]
    return [buttons(*offered)] if offered else []
