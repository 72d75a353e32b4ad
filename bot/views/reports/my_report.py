"""The modal in which a reporter reads their own report: what they wrote, what came of it, and who has read it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.domain.calendar import local_date
from bot.domain.incidents.conversation import Entry, EntryKind, EntryWords
from bot.domain.incidents.incident import LearningResponse
from bot.domain.incidents.own_report import MyReport
from bot.domain.incidents.time_line import Happened, Step
from bot.domain.incidents.who_read import DayOfReading
from bot.domain.reports.deadlines import read_by
from bot.domain.reports.narratives import LONGEST, Narrative
from bot.domain.service.service import Role, Service
from bot.views.kit import dates
from bot.views.kit.action_ids import ADD_TO_REPORT, IT_HELPED, REPLY_TO_TEAM, SAFE_NOW_BY_REPORTER, TAKE_BACK
from bot.views.kit.blocks import (
    Block,
    View,
    button,
    buttons,
    divider,
    escaped,
    header,
    plain_modal,
    section,
    small,
    typed,
)
from bot.views.reports import opinions
from bot.views.shared import report_summary

MOST_SHOWN = 18
"""Texts beside the first one. Slack takes 100 blocks."""
MOST_CHARACTERS = 120_000
"""Of all these texts, as JSON: Slack takes 250,000 of a view."""
MOST_LINES = 20
MOST_DAYS = 10

_DECIDED: Mapping[LearningResponse, str] = {
    LearningResponse.NO_FURTHER_RESPONSE: "No further review is needed.",
    LearningResponse.LOCAL_REVIEW: "There will be a local review.",
    LearningResponse.AFTER_ACTION_REVIEW: "The people who were there will talk it through.",
    LearningResponse.SWARM_HUDDLE: "A short huddle will look at it.",
    LearningResponse.MDT_REVIEW: "People of several professions will review it.",
    LearningResponse.THEMATIC_REVIEW: "It will be reviewed with others like it.",
    LearningResponse.INVESTIGATION: "There will be an investigation, to learn from it.",
}
_LINES: Mapping[Step | EntryKind, str] = {
    Step.SENT: "You sent it.",
    Step.SENT_AGAIN: "You sent it again with changes.",
    Step.READ: "The safety team first read it.",
    Step.TAKEN: "The safety team took it on.",
    Step.ACTION_AGREED: "An action was agreed.",
    Step.CLOSED: "It was closed.",
    EntryKind.QUESTION: "The safety team asked you a question.",
    EntryKind.REPLY: "You wrote back.",
    EntryKind.ANSWER: "The safety team gave you an answer.",
    EntryKind.ADDITION: "You added something.",
    EntryKind.WITHDRAWAL: "You took it back.",
    EntryKind.SAFE_NOW: "You said that nobody is at risk now.",
    EntryKind.IT_HELPED: "You said that the answer helped.",
    EntryKind.LOOK_UP_RIGHT: "A second person checked that your name had to be looked up.",
    EntryKind.LOOK_UP_TALK: "A second person doubts that your name had to be looked up, and asks why.",
    EntryKind.ASKED_TO_PHONE: "You were asked to phone.",
}
_BY_NAME: Mapping[Step | EntryKind, str] = {
    Step.TAKEN: "{name} of the safety team took it on.",
    EntryKind.ANSWER: "{name} of the safety team gave you an answer.",
    EntryKind.NAME_LOOKED_UP: "{name} looked up your name.",
}
_ROLES: Mapping[Role | None, str] = {
    Role.SAFETY_LEAD: "the safety lead",
    Role.SAFETY_DEPUTY: "the deputy of the safety lead",
    Role.SAFETY_TEAM: "the safety team",
    Role.EXECUTIVE: "an executive on call",
    Role.ON_CALL: "somebody on call",
    Role.REVIEWER: "a reviewer",
    Role.TEAM_LEAD: "a team lead",
    Role.GOVERNANCE: "governance",
    Role.ADMINISTRATOR: "an administrator",
    None: "somebody whose role has ended",
}
_HEADINGS: Mapping[EntryKind, str] = {
    EntryKind.QUESTION: "The safety team asked",
    EntryKind.REPLY: "You wrote back",
    EntryKind.ANSWER: "The safety team answered",
    EntryKind.ADDITION: "You added",
    EntryKind.WITHDRAWAL: "You took it back, because",
    EntryKind.SAFE_NOW: "You said that nobody is at risk now, because",
    EntryKind.NAME_LOOKED_UP: "Your name was looked up, because",
}
"""Entries with words. The others stand in the time line alone."""
_UNREADABLE = "These words cannot be read. Ask your IT team for help."


@dataclass(frozen=True)
class _Text:
    """A text with its heading; None if it cannot be read."""

    at: datetime
    heading: str
    words: Narrative | EntryWords | None

    @property
    def size(self) -> int:
        return len(json.dumps(self.words.text)) if self.words else 0


def my_report(found: MyReport, service: Service, *, now: datetime) -> View:
    """What is new first, then the reporter's own words, what has happened, who has read it, and what they can do."""
    zone = service.zone_of(found.report.team)
    blocks = [
        *_danger(found, service),
        *_newest(found, zone, now),
        *opinions.opinions(found),
        header("What you wrote"),
        *_words(found.narratives[0]),
        section(report_summary.summary(found.report, service, now=now)),
        *_texts(found, zone, now),
        header("What has happened"),
        *_time_line(found.time_line, zone, now),
        *_reading(found.reading, today=local_date(now, zone)),
        header("What comes next"),
        section(_what_next(found, service, today=local_date(now, zone), zone=zone)),
        *_what_you_can_do(found),
    ]
    return plain_modal(f"Report {found.report.reference}", *blocks)


def without_buttons(found: MyReport, service: Service, *, now: datetime) -> list[Block]:
    """The same for somebody who is known by a claim code alone: only opinions can be pressed."""
    blocks = my_report(found, service, now=now)["blocks"]
    kept: list[Block] = blocks[: len(blocks) - len(_what_you_can_do(found))]
    return [block for block in kept if block["type"] != "actions" or opinions.is_one(block)]


def _danger(found: MyReport, service: Service) -> list[Block]:
    if not found.in_danger:
        return []
    if EntryKind.SAFE_NOW in found.may_write:
        phone = escaped(service.on_call_phone)
        return [section(f"*Phone {phone} or 999 if somebody is in danger.* What you write here calls nobody.")]
    return [section("*You said that nobody is at risk now.* Phone 999 if that changes. This page calls nobody.")]


def _newest(found: MyReport, zone: ZoneInfo, now: datetime) -> list[Block]:
    """The newest question or answer, with what its reporter can do about it."""
    entry = found.newest_for_reporter
    if entry is None:
        return []
    question, value = entry.kind is EntryKind.QUESTION, str(found.report.id)
    helped = [button("It helped", action=IT_HELPED, value=value, style="primary")]
    reply = button("Reply" if question else "I have a question", action=REPLY_TO_TEAM, value=value)
    return [
        header("A question for you" if question else "An answer for you"),
        *_words(found.words.get(entry.id)),
        small(dates.clock_first(entry.at, zone, now=now)),
        buttons(*(helped if EntryKind.IT_HELPED in found.may_write and not question else []), reply),
        *_thanks(found),
        divider(),
    ]


def _thanks(found: MyReport) -> list[Block]:
    helped = bool(found.entries) and found.entries[-1].kind is EntryKind.IT_HELPED
    return [section("*Thank you for telling us that it helped.*")] if helped else []


def _texts(found: MyReport, zone: ZoneInfo, now: datetime) -> list[Block]:
    """What was written later, in its order: the newest texts, as many as Slack takes."""
    texts = sorted([*_later_versions(found), *_of_entries(found)], key=lambda text: text.at)
    shown = _newest_that_fit(texts)
    blocks = [block for text in shown for block in _text(text, zone, now)]
    left_out = [small("Only the newest texts are shown.")] if len(shown) < len(texts) else []
    return [*left_out, *blocks]


def _later_versions(found: MyReport) -> Iterator[_Text]:
    for at, words in list(zip(found.sent_at, found.narratives, strict=True))[1:]:
        yield _Text(at, "You sent it again with changes", words)


def _of_entries(found: MyReport) -> Iterator[_Text]:
    """Without the one that stands on top."""
    for entry in found.entries:
        if _has_words(found, entry) and entry != found.newest_for_reporter:
            yield _Text(entry.at, _HEADINGS[entry.kind], found.words.get(entry.id))


def _has_words(found: MyReport, entry: Entry) -> bool:
    """That nobody is at risk is said by a press, without words, unless it is said with a claim code."""
    if entry.kind is EntryKind.SAFE_NOW:
        return found.words.get(entry.id) is not None
    return entry.kind in _HEADINGS


def _newest_that_fit(texts: Sequence[_Text]) -> list[_Text]:
    fitting: list[_Text] = []
    room = MOST_CHARACTERS
    for text in reversed(texts[-MOST_SHOWN:]):
        room -= text.size
        if room < 0:
            break
        fitting.insert(0, text)
    return fitting


def _text(text: _Text, zone: ZoneInfo, now: datetime) -> list[Block]:
    return [section(f"*{text.heading}* ({dates.clock(text.at, zone, now=now)})"), *_words(text.words)]


def _words(words: Narrative | EntryWords | None) -> list[Block]:
    """The words exactly, in pieces that Slack takes; or that they cannot be read."""
    if words is None:
        return [section(_UNREADABLE)]
    return [typed(words.text[start : start + LONGEST]) for start in range(0, len(words.text), LONGEST)]


def _time_line(lines: Sequence[Happened], zone: ZoneInfo, now: datetime) -> list[Block]:
    """Day by day."""
    shown = lines if len(lines) <= MOST_LINES else [lines[0], *lines[1 - MOST_LINES :]]
    days = groupby(shown, key=lambda line: dates.day_of(line.at, zone, now=now))
    return [section("\n".join([f"*{day}*", *(_at_its_time(line, zone) for line in of_day)])) for day, of_day in days]


def _at_its_time(line: Happened, zone: ZoneInfo) -> str:
    return f"{line.at.astimezone(zone):%H:%M}: {_line(line)}"


def _line(line: Happened) -> str:
    if line.response:
        return _DECIDED[line.response]
    return _BY_NAME[line.what].format(name=f"<@{line.by}>") if line.by else _LINES[line.what]


def _reading(days: Sequence[DayOfReading], *, today: date) -> list[Block]:
    """By day and role. A name stands only for whoever took it or answered it."""
    heading = header("Who has read it")
    if not days:
        return [heading, section("Nobody has read it yet.")]
    lines = [f"{dates.day(each.on, today=today)}: {_readers(each)}." for each in days[-MOST_DAYS:]]
    return [heading, section("\n".join(lines))]


def _readers(each: DayOfReading) -> str:
    """In a restricted report, neither names nor roles."""
    known = [*(f"<@{person}>" for person in each.people), *(_ROLES[role] for role in each.roles)]
    return ", ".join(known) or "people entitled to it"


def _what_next(found: MyReport, service: Service, *, today: date, zone: ZoneInfo) -> str:
    """Said of how far it has come, the furthest first."""
    if Step.CLOSED in found.reached:
        return "It is closed. You can still add something."
    if EntryKind.ANSWER in found.reached:
        return "You have an answer. You can write back."
    if Step.READ in found.reached:
        return "The safety team decides what to do. You get an answer here."
    deadline = read_by(service, today=local_date(found.report.reported_at, zone))
    by = f"by the end of {dates.day(deadline, today=today)}"
    if deadline < today:
        phone = escaped(service.on_call_phone)
        return f"The safety team aimed to read it {by}. It still waits. In danger, phone {phone}."
    return f"The safety team aims to read it {by}."


def _what_you_can_do(found: MyReport) -> list[Block]:
    value = str(found.report.id)
    offered = [
        button("Add something", action=ADD_TO_REPORT, value=value),
        *(
            [button("Nobody is at risk now", action=SAFE_NOW_BY_REPORTER, value=value)]
            if EntryKind.SAFE_NOW in found.may_write
            else []
        ),
        *([button("Take it back", action=TAKE_BACK, value=value)] if EntryKind.WITHDRAWAL in found.may_write else []),
    ]
    return [
        divider(),
        buttons(*offered),
        small("Only you can open this page, and each opening is recorded."),
    ]
