"""The bulletin, and what is said to those who approve it. Every word in it was approved, or is our own."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from bot.domain.bulletins.answers import BulletinAnswer
from bot.domain.bulletins.draft import BulletinWords, Draft
from bot.domain.reports.report import Report
from bot.domain.service.service import Team
from bot.views.kit import dates
from bot.views.kit.action_ids import (
    BULLETIN_CHANGE,
    BULLETIN_DO_ALREADY,
    BULLETIN_HUDDLE,
    BULLETIN_NOT_FOR_US,
    BULLETIN_READ_WORDS,
    BULLETIN_TRY,
    CONSENT_READ,
    REPORT_SOMETHING,
    SEE_BULLETIN,
)
from bot.views.kit.blocks import Block, Message, button, buttons, escaped, header, section, small, typed

MOST_WORDS = 150
_LEARNED, _TO_TRY = section("*What we learned*"), section("*One thing to try*")
_PRESSED = {
    BulletinAnswer.TRY: (BULLETIN_TRY, "We'll try it"),
    BulletinAnswer.DO_ALREADY: (BULLETIN_DO_ALREADY, "We already do"),
    BulletinAnswer.NOT_FOR_US: (BULLETIN_NOT_FOR_US, "Not for us"),
    BulletinAnswer.HUDDLE: (BULLETIN_HUDDLE, "Talked about in huddle"),
}
_BECAME = {
    BulletinAnswer.TRY: "will try it",
    BulletinAnswer.DO_ALREADY: "already do it",
    BulletinAnswer.NOT_FOR_US: "say it is not for us",
    BulletinAnswer.HUDDLE: "talked about it in a huddle",
}


def bulletin(words: BulletinWords) -> Message:
    """What a team reads on its Monday. The notification says what was learned."""
    blocks = [header(words.team), _LEARNED, typed(words.learned)]
    if words.did:
        blocks += [section("*You said, we did*"), typed(words.did)]
    if words.to_try:
        blocks += [_TO_TRY, typed(words.to_try)]
    if words.became:
        blocks.append(section(f"*From last time:* {_became(words)}"))
    next_on = dates.day(words.next_on, today=words.monday)
    pressed = [button(label, action=action, value=str(words.id)) for action, label in _PRESSED.values()]
    blocks += [
        section(_thanks(words)),
        buttons(*pressed),
        small("One tap each. Nobody sees who answered."),
        buttons(
            button("Report something", action=REPORT_SOMETHING, value="bulletin"),
            button("Change or pause", action=BULLETIN_CHANGE, value=words.code),
        ),
        small(f"The next bulletin can come on {next_on}."),
    ]
    return Message(f"{escaped(words.team)}, what we learned: {escaped(words.learned)}", blocks)


def huddle(approved: Message, team: Team, draft: UUID) -> Message:
    """At hand-over: one thing learned, one question, thanks. The blocks with words are those that were approved."""
    name = escaped(team.name)
    to_try = _below(_TO_TRY, approved)
    asked = [section("*Ask each other:* do we do this here?"), *to_try] if to_try else []
    return Message(
        f"{name}, two minutes at hand-over: one thing to talk about.",
        [
            section(f"*{name}: two minutes at hand-over*"),
            *_below(_LEARNED, approved),
            *(asked or [section("*Ask each other:* could this happen here?")]),
            section("*Thank you* for looking out for each other."),
            buttons(button("Talked about", action=BULLETIN_HUDDLE, value=str(draft))),
            small("One tap for the team. Nobody sees who answered."),
        ],
    )


def _below(heading: Block, message: Message) -> list[Block]:
    """The block below this heading, if it is there."""
    place = message.blocks.index(heading) + 1 if heading in message.blocks else len(message.blocks)
    return message.blocks[place : place + 1]


def fits(message: Message) -> bool:
    """Whether all that people read of it, buttons too, stays below the most words."""
    return len(" ".join(_texts(message.blocks)).split()) < MOST_WORDS


def _texts(part: object) -> Iterator[str]:
    """Every text in these blocks."""
    if isinstance(part, Mapping):
        text = part.get("text")
        if isinstance(text, str):
            yield text
        for inner in part.values():
            yield from _texts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _texts(inner)


def waits(draft: Draft, team: Team, *, today: date) -> Message:
    """Asks the safety lead for approval, two working days before."""
    monday = _day(draft, team, today)
    name = escaped(team.name)
    return Message(
        f"The bulletin for {name} on {monday} waits for you. Without your approval it is not sent.",
        [
            section(f"*Read the bulletin for {name}* for {monday}. Without your approval it is not sent."),
            buttons(button("Read it", action=SEE_BULLETIN, value=str(draft.id), style="primary")),
        ],
    )


def not_sent(draft: Draft, team: Team, *, to_approver: bool, today: date) -> Message:
    """Nobody approved it in time."""
    words = f"{escaped(team.name)} got no bulletin on {_day(draft, team, today)}: nobody approved it."
    if not to_approver:
        return Message(words, [section(f"{words} The safety lead has been told.")])
    later = "You can still approve it, until the next draft is made."
    press: Block = buttons(button("Read it", action=SEE_BULLETIN, value=str(draft.id), style="primary"))
    return Message(f"{words} {later}", [section(f"*{words}* {later}"), press])


def written(draft: Draft, team: Team, *, today: date) -> Message:
    """To the lead of a team. What was written stands in the modal alone."""
    words = f"Read what {escaped(team.name)} wrote about its bulletin of {_day(draft, team, today)}."
    return Message(
        words,
        [
            section(f"*{words}* Nobody sees who wrote it."),
            buttons(button("Read it", action=BULLETIN_READ_WORDS, value=str(draft.id), style="primary")),
        ],
    )


def words_asked(report: Report, point: UUID, *, until: date, today: date) -> Message:
    """To the reporter. What was learned stands in the modal alone."""
    words = f"Read what was learned from {report.reference}, before other teams do."
    say = f"You can say no until {dates.day(until, today=today)}."
    return Message(
        f"{words} {say}",
        [
            section(f"*{words}* {say}"),
            buttons(button("Read it", action=CONSENT_READ, value=f"{point}:{report.id}", style="primary")),
            small("Nobody is told who you are, or what you answer."),
        ],
    )


def _day(draft: Draft, team: Team, today: date) -> str:
    return dates.day(team.schedule.day_of(draft.monday), today=today)


def _became(words: BulletinWords) -> str:
    """Five or more each, and never how many."""
    return " ".join(f"Five or more {_BECAME[answer]}." for answer in words.became)


def _thanks(words: BulletinWords) -> str:
    """Numbers only where they are high enough; without them it looks like any other week."""
    thanks = words.thanks
    since = dates.day(words.counted_from, today=words.monday)
    if thanks.reports is None:
        return "\n".join(["*Thank you* for looking out for each other, and for telling us.", *_share(words)])
    told = f"*Thank you* for {thanks.reports} reports in the four weeks from {since}."
    if thanks.in_time is None:
        return "\n".join([told, *_share(words)])
    return f"{told} {thanks.in_time} of {thanks.reports} were read within {_aim(words)}."


def _share(words: BulletinWords) -> list[str]:
    share = words.thanks.service_share
    if share is None:
        return []
    return [f"On wards with ten reports or more, about {share} of 100 were read within {_aim(words)}."]


def _aim(words: BulletinWords) -> str:
    days = words.read_within
    return "one working day" if days == 1 else f"{days} working days"
