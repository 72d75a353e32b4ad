"""Small checks of JSON that can be put together. Each yields what is wrong, in the form in which Slack says it."""

import re
from collections.abc import Callable, Iterator, Mapping

Check = Callable[[object, str], Iterator[str]]
"""From a value and its JSON pointer to complaints."""


def complaint(words: str, at: str) -> str:
    """One entry of response_metadata.messages."""
    return f"[ERROR] {words} [json-pointer:{at}]"


def string(*, most: int, least: int = 1) -> Check:
    """A string of this length, counted in characters."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield complaint("must be a string", at)
        elif len(value) < least:
            yield complaint(f"must be more than {least - 1} characters", at)
        elif len(value) > most:
            yield complaint(f"must be less than {most + 1} characters", at)

    return check


def matching(pattern: str, *, words: str) -> Check:
    """A string of this form."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield complaint(words, at)

    return check


def one_of(*allowed: object) -> Check:
    """One of these values."""

    def check(value: object, at: str) -> Iterator[str]:
        if value not in allowed:
            yield complaint(f"must be one of {', '.join(map(str, allowed))}", at)

    return check


def whole_number(*, least: int, most: int) -> Check:
    """A whole number in this range."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield complaint(f"must be a whole number from {least} to {most}", at)

    return check


def flag(value: object, at: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield complaint("must be a boolean", at)


def many(inner: Check, *, most: int, least: int = 1) -> Check:
    """A list of this many."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield complaint("must be a list", at)
            return
        if len(value) < least:
            yield complaint(f"no fewer than {least} items required", at)
        if len(value) > most:
            yield complaint(f"no more than {most} items allowed", at)
        for index, item in enumerate(value):
            yield from inner(item, f"{at}/{index}")

    return check


def record(*, required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """An object with these keys and no others."""
    known = {**required, **optional}

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield complaint("must be an object", at)
            return
        for key in required:
            if key not in value:
                yield complaint(f"missing required field: {key}", at)
        for key, item in value.items():
            if key in known:
                yield from known[key](item, f"{at}/{key}")
            else:
                yield complaint(f"invalid additional property: {key}", at)

    return check


def by_type(kinds: Mapping[str, Check]) -> Check:
    """An object that its type describes."""

    def check(value: object, at: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if isinstance(kind, str) and kind in kinds:
            yield from kinds[kind](value, at)
        else:
            yield complaint(f"unsupported type: {kind}", f"{at}/type")

    return check


def both(first: Check, second: Check) -> Check:
    """What both of them say."""

    def check(value: object, at: str) -> Iterator[str]:
        yield from first(value, at)
        yield from second(value, at)

    return check
