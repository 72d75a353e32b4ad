"""The bulletins of a team, for its lead."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.bulletins.draft import Draft, DraftState
from bot.domain.calendar import local_date
from bot.domain.service.service import Service, Team
from bot.views.bulletins.content import Board
from bot.views.bulletins.drafts import inert
from bot.views.kit import dates
from bot.views.kit.action_ids import BULLETIN_CHANGE, BULLETIN_TEAM
from bot.views.kit.blocks import Block, View, button, buttons, divider, escaped, plain, plain_modal, section, small

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_STATES = {
    DraftState.WAITING: "It waits for approval.",
    DraftState.APPROVED: "It is approved.",
}


def board(found: Board, *, others: Sequence[Team], now: datetime) -> View:
    """When the next one comes, what it says, and what was posted. `others` are the teams that can be chosen."""
    team = found.team
    change = buttons(button("Change or pause", action=BULLETIN_CHANGE, value=team.code, style="primary"))
    blocks = [section(f"*{escaped(team.name)}.* {_when(team, found.posts_at, now)}"), change]
    blocks += _choice(team, others) + _next(found, now) + _past(found, now)
    return plain_modal("Bulletin", *blocks)


def changed(team: Team, *, posts_at: datetime, now: datetime) -> View:
    return plain_modal("Changed", section(f"*Saved.* {_when(team, posts_at, now)}"), close="Done")


def not_for_you(command: str) -> str:
    """On top of the report form, for somebody who typed a word that is not for them."""
    return f"Changing a bulletin is for the lead of a team and the safety lead. See `{command} help`."


def above_the_form(team: Team) -> list[Block]:
    return [section(f"*For {escaped(team.name)}.* Days off move it to the next working day.")]


def few_look() -> Block:
    """Stands below a time at which what is sent is read by few."""
    return small("Choose an earlier time if you can: on Friday after 15:00 few people look.") | {
        "block_id": "few_look"
    }


def zone_hint(service: Service) -> str:
    return f"Such as {service.time_zone}. Its time is told by the clocks there."


def half_hours(earliest: time, latest: time) -> list[tuple[str, str]]:
    """The times that can be chosen."""
    hours = [time(hour, minute) for hour in range(24) for minute in (0, 30)]
    return [(f"{each:%H:%M}", f"{each:%H:%M}") for each in hours if earliest <= each <= latest]


def _when(team: Team, posts_at: datetime, now: datetime) -> str:
    zone, schedule = team.rhythm
    usual = f"Its bulletin comes on {WEEKDAYS[schedule.weekday]} at {schedule.local_time:%H:%M}."
    following = f"The next can come on {dates.moment(posts_at, zone, now=now)}."
    if schedule.paused_until and local_date(now, zone) < schedule.paused_until:
        until = dates.day(schedule.paused_until, today=local_date(now, zone))
        return f"It is paused until {until}. {following}"
    return f"{usual} {following}"


def _choice(team: Team, others: Sequence[Team]) -> list[Block]:
    if len(others) < 2:  # noqa: PLR2004 - one is no choice
        return []
    offered = [{"text": plain(each.name), "value": each.code} for each in others]
    menu: Block = {
        "type": "static_select",
        "action_id": BULLETIN_TEAM,
        "options": offered,
    }
    if team in others:
        menu["initial_option"] = offered[others.index(team)]
    return [{"type": "actions", "block_id": BULLETIN_TEAM, "elements": [menu]}]


def _next(found: Board, now: datetime) -> list[Block]:
    if found.draft is None:
        made = dates.moment(found.drafts_at, found.team.rhythm[0], now=now)
        return [divider(), section(f"*No draft waits.* The next is made on {made}, if words are approved.")]
    draft, message = found.draft
    return [divider(), section(f"*The next one.* {_STATES[draft.state]}"), *inert(message)]


def _past(found: Board, now: datetime) -> list[Block]:
    today = local_date(now, found.team.rhythm[0])
    blocks = [divider(), section("*Posted before*" if found.past else "*None was posted yet.*")]
    for draft, message in found.past:
        day = dates.day(_posted_on(draft, found.team), today=today)
        blocks += [section(f"*{day}*"), *inert(message)[1:]]
    return blocks


def _posted_on(draft: Draft, team: Team) -> date:
    return local_date(draft.posted_at, team.zone) if draft.posted_at else team.schedule.day_of(draft.monday)
