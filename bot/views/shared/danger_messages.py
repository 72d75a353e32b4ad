"""Messages about danger: what to do comes first, then who has it. Never the words of a report, nor who sent it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.incidents.danger import (
    Answer,
    Asked,
    Danger,
    DangerState,
    Ended,
    Lost,
    ShownDanger,
    is_left_to_nobody,
    probably_wakes_nobody,
)
from bot.domain.reports.kinds import label_of
from bot.domain.service.service import Service
from bot.views.kit import dates, people
from bot.views.kit.action_ids import (
    DANGER_DECLINE,
    DANGER_DOWNGRADE,
    DANGER_GIVE_BACK,
    DANGER_KEEP,
    DANGER_SAFE,
    DANGER_TAKE,
    OPEN_REPORT,
)
from bot.views.kit.blocks import Block, Message, button, buttons, escaped, header, section, small
from bot.views.shared.repeats import repeated
from bot.views.shared.report_summary import AT_RISK

_MOST_NAMED = 20
"""People in one sentence: Slack takes 3,000 characters there."""

_LONGEST_NAME = 70
"""In a header, which takes 150 characters."""


def card(dangers: Sequence[ShownDanger], service: Service, *, may_repeat: bool = False, now: datetime) -> Message:
    """What the channel and each person of a rung are shown, as things stand now."""
    message = _one(dangers[0], service, now) if len(dangers) == 1 else _several(dangers, service, now)
    return Message(message.text, [*message.blocks, *repeated(may_repeat=may_repeat)])


def question(shown: ShownDanger, service: Service, *, now: datetime) -> Message:
    """Asks the one who has it whether all are safe. Once it has been answered, it is the card."""
    danger = shown.danger
    if danger.question_at is None or danger.taken_at is None:
        return card([shown], service, now=now)
    team, value = escaped(_team(danger, service)), str(danger.incident_id)
    words = f"Is everybody on {team} safe now? You have had this since {_at(danger.taken_at, danger, service, now)}."
    return Message(
        f"{words} Answer within 10 minutes.",
        [
            section(f"*{words}*"),
            section(f"{phone(danger, service)} Without an answer within 10 minutes, the next people are asked."),
            buttons(
                button("Safe now", action=DANGER_SAFE, value=value, style="primary"),
                button("Still working on it", action=DANGER_KEEP, value=value),
                button("Give it back", action=DANGER_GIVE_BACK, value=value),
            ),
        ],
    )


def unseen(shown: ShownDanger, service: Service, *, now: datetime) -> Message:  # noqa: ARG001 - as each of the news
    """To the reporter, when nobody has pressed for five minutes."""
    return _to_reporter(shown, f"Nobody has answered yet. {_on_call(service)}")


def left_to_nobody(shown: ShownDanger, service: Service, *, now: datetime) -> Message:  # noqa: ARG001 - as above
    """To the reporter, when everybody who was asked cannot take it."""
    return _to_reporter(shown, f"Nobody on the rota can take this now. {_on_call(service)} We go on asking.")


def taken(shown: ShownDanger, service: Service, *, now: datetime) -> Message:
    """To the reporter: who has it, and since when."""
    danger = shown.danger
    since = f"<@{danger.holder}> has this, {_at(danger.taken_at or now, danger, service, now)}."
    return _to_reporter(shown, f"{since} If you need help, {_lower(_on_call(service))}")


def lost(shown: ShownDanger, service: Service, *, now: datetime) -> Message:  # noqa: ARG001 - as above
    """To the reporter: whoever had it has it no longer."""
    return _to_reporter(shown, f"Nobody has this now. We are asking the next people. {_on_call(service)}")


def ended(shown: ShownDanger, service: Service, *, now: datetime) -> Message:
    """To the reporter: how it ended, as somebody says."""
    words = _how_it_ended(shown.danger, service, now, name=f"<@{shown.danger.ended_by}>")
    return _to_reporter(shown, f"{words} If that is not so, {_lower(_on_call(service))}")


def who_has_it(danger: Danger, service: Service, *, now: datetime) -> str:
    """Who has it, and since when."""
    return f"{escaped(_name(danger.holder, service))} has this, {_at(danger.taken_at or now, danger, service, now)}."


def how_it_ended(danger: Danger, service: Service, *, now: datetime) -> str:
    """Who ended it, how and when."""
    return _how_it_ended(danger, service, now, name=escaped(_name(danger.ended_by, service)))


def wakes_nobody(service: Service) -> str:
    """Where everybody's notifications are paused, or nobody is there to be asked."""
    return f"Slack will probably wake nobody. Phone {escaped(service.on_call_phone)}."


def page(service: Service) -> Message:
    """To what rings at night. Nothing of any report: whoever runs it may keep it, and read it aloud."""
    return Message(f"Open Slack now. Somebody may be at risk. No Slack? Phone {escaped(service.on_call_phone)}.")


def _to_reporter(shown: ShownDanger, words: str) -> Message:
    return Message(
        f"{words} About your report {shown.reference}.",
        [section(f"*{words}*"), small(f"About your report {shown.reference}. Nobody reads messages here.")],
    )


def _one(shown: ShownDanger, service: Service, now: datetime) -> Message:
    danger = shown.danger
    match danger.state:
        case DangerState.HELD:
            return _held(shown, service, now)
        case DangerState.ENDED:
            return _over(shown, service, now)
        case DangerState.OPEN | DangerState.WAITING:
            return _unheld(shown, service, now)


def _unheld(shown: ShownDanger, service: Service, now: datetime) -> Message:
    danger, value = shown.danger, str(shown.danger.incident_id)
    team, mentions = escaped(_team(danger, service)), _mentions([shown])
    people = [each for each in shown.asked if each.to_a_person]
    silent = wakes_nobody(service) if probably_wakes_nobody(danger, people) else ""
    blocks = [
        header(f"Someone may still be at risk: {_team(danger, service)}"),
        section(f"{mentions} *{phone(danger, service)}* Then press *I have this*.".strip()),
        *([section(f"*{silent}*")] if silent else []),
        *_why_again(danger, people, service, now),
        section(_facts(shown, service, now)),
        *_sent(people, danger, service, now),
        buttons(
            button("I have this", action=DANGER_TAKE, value=value, style="danger"),
            button("Not me, now", action=DANGER_DECLINE, value=value),
            button("Open", action=OPEN_REPORT, value=value),
            button("No danger", action=DANGER_DOWNGRADE, value=value),
        ),
        small("Whoever has this may open the report while it lasts. Each opening is recorded."),
    ]
    text = f"Someone may still be at risk: {team}. {phone(danger, service)} {silent}".strip()
    return Message(f"{text} Report {shown.reference}. {mentions}".strip(), blocks)


def _held(shown: ShownDanger, service: Service, now: datetime) -> Message:
    danger, value = shown.danger, str(shown.danger.incident_id)
    name = _name(danger.holder, service)
    words = who_has_it(danger, service, now=now)
    blocks = [
        header(f"{name[:_LONGEST_NAME]} has this: {_team(danger, service)}"),
        section(f"*{words}* {phone(danger, service)}"),
        *_what_the_reporter_says(danger, service, now),
        section(_facts(shown, service, now)),
        buttons(
            button("Safe now", action=DANGER_SAFE, value=value, style="primary"),
            button("Give it back", action=DANGER_GIVE_BACK, value=value),
            button("Open", action=OPEN_REPORT, value=value),
            button("No danger", action=DANGER_DOWNGRADE, value=value),
        ),
        small("Only the one who has this can say that it is over, or give it back."),
    ]
    return Message(f"{escaped(_team(danger, service))}: {words} Report {shown.reference}.", blocks)


def _over(shown: ShownDanger, service: Service, now: datetime) -> Message:
    danger = shown.danger
    words = how_it_ended(danger, service, now=now)
    blocks = [
        header(f"No danger now: {_team(danger, service)}"),
        section(f"*{words}*"),
        section(_facts(shown, service, now)),
        buttons(button("Open", action=OPEN_REPORT, value=str(danger.incident_id))),
    ]
    return Message(f"{escaped(_team(danger, service))}: {words} Report {shown.reference}.", blocks)


def _several(dangers: Sequence[ShownDanger], service: Service, now: datetime) -> Message:
    unheld = [each for each in dangers if each.danger.state in (DangerState.OPEN, DangerState.WAITING)]
    mentions = _mentions(unheld)
    teams = " and ".join(sorted({escaped(_team(each.danger, service)) for each in dangers})[:_MOST_NAMED])
    calls = f"Phone {teams} now." if unheld else f"Nobody is asked about these any more: {teams}."
    press = "Then press *I have this* beside each." if unheld else ""
    title = f"Someone may still be at risk: {len(dangers)} reports" if unheld else f"{len(dangers)} reports of danger"
    blocks = [header(title), section(f"{mentions} *{calls}* {press}".strip())]
    blocks += [_line(each, service, now) for each in dangers]
    return Message(f"{title}. {calls} {mentions}".strip(), blocks)


def _line(shown: ShownDanger, service: Service, now: datetime) -> Block:
    danger, value = shown.danger, str(shown.danger.incident_id)
    where = f"*{escaped(_team(danger, service))}*, {escaped(service.phone_of(danger.team))}: {shown.reference}."
    match danger.state:
        case DangerState.HELD:
            return section(
                f"{where} {who_has_it(danger, service, now=now)}",
                button=button("Open", action=OPEN_REPORT, value=value),
            )
        case DangerState.ENDED:
            return section(
                f"{where} {how_it_ended(danger, service, now=now)}",
                button=button("Open", action=OPEN_REPORT, value=value),
            )
        case DangerState.OPEN | DangerState.WAITING:
            take = button("I have this", action=DANGER_TAKE, value=value, style="danger")
            return section(f"{where} Nobody has this yet.", button=take)


def _why_again(danger: Danger, people: Sequence[Asked], service: Service, now: datetime) -> list[Block]:
    """Who had it, or that nobody can take it; nothing at the beginning."""
    blocks = []
    if danger.last_holder and danger.lost_at and danger.lost_how:
        name = escaped(_name(danger.last_holder, service))
        at = _at(danger.lost_at, danger, service, now)
        how = {
            Lost.GAVE_BACK: f"{name} has given this back, {at}.",
            Lost.NO_ANSWER: f"{name} had this and has not answered. Nobody has it since {at}.",
        }[danger.lost_how]
        blocks.append(section(how))
    blocks += _what_the_reporter_says(danger, service, now)
    if is_left_to_nobody(danger, people, service):
        blocks.append(section("*Nobody on the rota can take this.* We go on asking everybody."))
    if danger.state is DangerState.WAITING:
        blocks.append(
            section("This happened more than a day ago. Nobody is rung until the reporter says it is still so.")
        )
    return blocks


def _what_the_reporter_says(danger: Danger, service: Service, now: datetime) -> list[Block]:
    if danger.reporter_safe_at is None:
        return []
    at = _at(danger.reporter_safe_at, danger, service, now)
    return [section(f"*The reporter says that nobody is at risk now, {at}.* Somebody must still look.")]


def _facts(shown: ShownDanger, service: Service, now: datetime) -> str:
    """What it is about. Of a restricted one not even the kind."""
    danger = shown.danger
    kind = [] if shown.sensitivity.withheld else [f"*Kind:* {label_of(shown.kind)}"]
    reported = dates.moment(danger.started_at, service.zone_of(danger.team), now=now)
    lines = [
        f"*Report:* {shown.reference}",
        *kind,
        *([f"*Anyone still at risk:* {AT_RISK[danger.level]}"] if danger.lasts else []),
        f"*Reported:* {reported}",
    ]
    return "\n".join(lines)


def _sent(people: Sequence[Asked], danger: Danger, service: Service, now: datetime) -> list[Block]:
    """Whom messages went to, and when. Nobody knows whether they were seen, so that nothing else is said."""
    if not people:
        return []
    each = [_sent_to(one, danger, service, now) for one in people[-_MOST_NAMED:]]
    not_known = any(one.paused is None for one in people)
    return [small(" ".join([*each, *(["Whether notifications are paused: not known."] if not_known else [])]))]


def _sent_to(asked: Asked, danger: Danger, service: Service, now: datetime) -> str:
    name = escaped(_name(asked.target, service))
    sent = f"Sent to {name}, {_at(asked.at, danger, service, now)}"
    if asked.answer is Answer.DECLINED:
        return f"{sent}: not now."
    return f"{sent}. {name}: notifications paused, may not ring." if asked.paused else f"{sent}."


def _mentions(dangers: Iterable[ShownDanger]) -> str:
    """Only the people of the latest ringing: nobody else's phone makes a sound."""
    latest = [
        each.target
        for shown in dangers
        for each in shown.asked
        if each.to_a_person and each.number == _newest(shown) and each.answer is Answer.SENT
    ]
    return " ".join(f"<@{person}>" for person in list(dict.fromkeys(latest))[:_MOST_NAMED])


def _newest(shown: ShownDanger) -> int:
    return max((each.number for each in shown.asked if each.to_a_person), default=0)


def _how_it_ended(danger: Danger, service: Service, now: datetime, *, name: str) -> str:
    at = _at(danger.ended_at or now, danger, service, now)
    if danger.ended_how is Ended.DOWNGRADED:
        return f"{name} says that this is no danger, {at}."
    return f"{name} says that everybody is safe, {at}."


def phone(danger: Danger, service: Service) -> str:
    """Which number to phone now: the ward's own."""
    return f"Phone {escaped(_team(danger, service))} now on {escaped(service.phone_of(danger.team))}."


def _on_call(service: Service) -> str:
    return f"Phone {escaped(service.on_call_phone)} now."


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _team(danger: Danger, service: Service) -> str:
    team = service.team(danger.team)
    return team.name if team else "the team"


def _name(person: str | None, service: Service) -> str:
    return people.called(service, person)


def _at(at: datetime, danger: Danger, service: Service, now: datetime) -> str:
    """The time; with its date, unless that is today."""
    return dates.clock(at, service.zone_of(danger.team), now=now)
