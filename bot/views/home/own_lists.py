"""All reports, or all actions, of one person: modals with pages."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.actions.action import Action
from bot.domain.incidents.own_report import OwnReport
from bot.domain.service.service import Service
from bot.views.home import own_reports
from bot.views.kit import form
from bot.views.kit.action_ids import LIST_BACK, LIST_NEXT
from bot.views.kit.blocks import Block, View, button, buttons, divider, plain_modal, section
from bot.views.shared import action_blocks

REPORTS, ACTIONS = "reports", "actions"
"""What a modal carries, so that its page can be turned."""


def all_reports(reports: Sequence[OwnReport], service: Service, *, page: int, later: bool, now: datetime) -> View:
    rows = [own_reports.row(report, service, now=now) for report in reports]
    return _modal("All my reports", REPORTS, rows or [section("You have sent no report.")], page=page, later=later)


def all_actions(actions: Sequence[Action], *, page: int, later: bool, now: datetime) -> View:
    """Open ones first. Each has a line above it, because it takes several blocks."""
    rows = [block for each in actions for block in (divider(), *action_blocks.full(each, now=now))]
    return _modal("All my actions", ACTIONS, rows or [section("You have no actions.")], page=page, later=later)


def _modal(title: str, what: str, rows: Sequence[Block], *, page: int, later: bool) -> View:
    back = [button("Back", action=LIST_BACK, value=str(page - 1))] if page else []
    following = [button("Next", action=LIST_NEXT, value=str(page + 1))] if later else []
    pages = [buttons(*back, *following)] if back or following else []
    ids = form.metadata({"list": what, "page": str(page)})
    return plain_modal(title, *rows, *pages) | {"private_metadata": ids}
