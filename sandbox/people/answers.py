"""Answers in people's words, turned into the values that Slack's client sends."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from sandbox.interactions.ask_bot import NothingThere
from sandbox.people.seen import HasId
from sandbox.records import Json, Values
from sandbox.rules.inputs import VALUE_KEY, Field, fields, options

Answer = str | int | date | time | HasId | Sequence["str | HasId"] | None


def field(blocks: Sequence[Json], block_id: str) -> Field:
    """The question in this block."""
    found = [each for each in fields(blocks) if each.block_id == block_id]
    if not found:
        raise NothingThere(f"There is nothing to answer in {block_id!r}.")
    return found[0]


def values(blocks: Sequence[Json], given: Mapping[str, Answer]) -> Values:
    """What is typed when these questions are answered so, by block_id."""
    found = {each.block_id: each for each in fields(blocks)}
    strangers = sorted(set(given) - set(found))
    if strangers:
        raise NothingThere(f"There is no field {strangers}; there are {sorted(found)}.")
    return {name: {found[name].action_id: typed(found[name], answer)} for name, answer in given.items()}


def typed(field: Field, answer: Answer) -> Json:
    """The value of this field when a person answers so. None empties it."""
    kind = field.element["type"]
    if answer is None:
        return field.empty
    return {**field.empty, VALUE_KEY[kind]: _chosen(field, answer) if options(field.element) else _plain(answer)}


def _chosen(field: Field, answer: Answer) -> Json | list[Json]:
    if isinstance(answer, str):
        return _option(field, answer)
    if isinstance(answer, Sequence):
        return [_option(field, str(one)) for one in answer]
    raise TypeError(f"{field.block_id} takes the values of its options, not {answer!r}")


def _plain(answer: Answer) -> object:
    match answer:
        case datetime():
            return int(_aware(answer).timestamp())
        case date():
            return answer.strftime("%Y-%m-%d")
        case time():
            return answer.strftime("%H:%M")
        case str() | int():
            return answer
        case [*several]:
            return [_plain(one) for one in several]
        case _:
            return getattr(answer, "id", answer)


def _option(field: Field, value: str) -> Json:
    offered: dict[str, Json] = {option["value"]: option for option in options(field.element)}
    if value not in offered:
        raise ValueError(f"{field.block_id} offers {sorted(offered)}, not {value!r}")
    return offered[value]


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    return moment
