"""The JSON side of the page's fault panel: what can be armed and how, what is armed, and arming it."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from sandbox.faults import FAULTS, Armed, Fault, HistoryLags, SlowAnswers
from sandbox.faults.calls import CallFault
from sandbox.faults.envelopes import EnvelopeFault
from sandbox.records import Json
from sandbox.web_api.endpoint import METHODS
from sandbox.workspace.workspace import Workspace

BY_NAME: Mapping[str, type[Fault]] = {fault.__name__: fault for fault in FAULTS}
LONGEST = 60.0
UNTIL_CLEARED = "until cleared"
OFTEN: Mapping[str, Mapping[str, Any]] = {
    "once": {"times": 1},
    "three times": {"times": 3},
    "for 10 seconds": {"lasting": 10.0},
    UNTIL_CLEARED: {},
}
KINDS: Mapping[str, str] = {
    "slash_commands": "commands",
    "interactive": "buttons and forms",
    "events_api": "events",
}
CHOICES: Mapping[str, Callable[[Workspace], Mapping[str, str]]] = {
    "channel": lambda workspace: {
        row.id: f"#{row.name}" for row in workspace.channels.values() if not row.direct_with
    },
    "person": lambda workspace: {row.id: row.name for row in workspace.members.values() if not row.is_bot},
    "scope": lambda workspace: {scope: scope for scope in sorted(workspace.seed.scopes)},
}
"""What may be given where a fault has no value of its own to start from."""


@dataclass(frozen=True, kw_only=True)
class Control:
    """One thing to choose: a number of seconds, or one of the choices."""

    name: str
    label: str
    value: str | float
    choices: Mapping[str, str]


def everything(workspace: Workspace) -> Json:
    """What can be armed, and what is."""
    return {"faults": [_offered(workspace, kind) for kind in FAULTS], "armed": armed(workspace)}


def armed(workspace: Workspace) -> list[Json]:
    """What may still strike."""
    return [{"number": each.number, "words": _words(workspace, each)} for each in workspace.faults.armed]


def change(workspace: Workspace, given: Json) -> Json:
    """Arm one fault, or clear one or all. Raises ValueError or KeyError for what cannot be done."""
    match given:
        case {"arm": name, "with": amounts}:
            _arm(workspace, BY_NAME[name], amounts)
        case {"clear": "all"}:
            workspace.faults.clear()
        case {"clear": number}:
            for each in workspace.faults.armed:
                if each.number == number:
                    workspace.faults.disarm(each)
        case _:
            raise ValueError("Say what to arm, or what to clear.")
    return {"armed": armed(workspace)}


def _arm(workspace: Workspace, kind: type[Fault], given: Json) -> None:
    amounts = {row.name: _amount(workspace, row, given[row.name]) for row in fields(kind)}
    on = str(given.get("on", ""))
    if on and on not in _names(kind):
        raise ValueError(f"{kind.title()} does not strike {on}.")
    workspace.faults.arm(kind(**amounts), on=[on] if on else [], **OFTEN[given.get("often", UNTIL_CLEARED)])


def _amount(workspace: Workspace, row: "Field[Any]", value: object) -> object:
    if row.default is MISSING:
        if value not in CHOICES[row.name](workspace):
            raise ValueError(f"There is no {row.name} {value!r}.")
        return value
    amount = type(row.default)(value)
    if isinstance(amount, float) and not 0 <= amount <= LONGEST:
        raise ValueError(f"The {row.name} must be between 0 and {LONGEST:g}.")
    return amount


def _offered(workspace: Workspace, kind: type[Fault]) -> Json:
    controls = [_control(workspace, row) for row in fields(kind)]
    if names := _names(kind):
        controls.append(Control(name="on", label="Strikes", value="", choices={"": "everything", **names}))
    if often := _often(kind):
        controls.append(
            Control(name="often", label="How often", value=often[0], choices={each: each for each in often})
        )
    return {
        "name": kind.__name__,
        "title": kind.title(),
        "sentence": kind.sentence(),
        "controls": [asdict(control) for control in controls],
    }


def _control(workspace: Workspace, row: "Field[Any]") -> Control:
    choices: Mapping[str, str] = {}
    if row.default is MISSING:
        choices = CHOICES[row.name](workspace)
    elif isinstance(row.default, StrEnum):
        choices = {each: each.replace("_", " ") for each in type(row.default)}
    value = next(iter(choices)) if row.default is MISSING else row.default
    return Control(name=row.name, label=row.name.capitalize(), value=value, choices=choices)


def _names(kind: type[Fault]) -> Mapping[str, str]:
    """What it may be kept to: methods of the Web API, or kinds of envelope."""
    if kind.only:
        return {}
    if issubclass(kind, EnvelopeFault):
        return KINDS
    return {name: name for name in sorted(METHODS)} if issubclass(kind, CallFault | SlowAnswers) else {}


def _often(kind: type[Fault]) -> list[str]:
    if issubclass(kind, CallFault | SlowAnswers | HistoryLags | EnvelopeFault):
        return list(OFTEN)
    return [UNTIL_CLEARED, "for 10 seconds"] if kind.lasts else []


def _words(workspace: Workspace, each: Armed) -> str:
    """What is armed, in one line."""
    amounts = [_amount_words(workspace, name, value) for name, value in asdict(each.fault).items()]
    names = [KINDS.get(name, name) for name in sorted(each.on - each.fault.only)]
    left = "" if each.times is None else f"{each.times - each.struck} more"
    details = ", ".join(part for part in (*amounts, *names, left) if part)
    return f"{each.fault.title()}: {details}" if details else each.fault.title()


def _amount_words(workspace: Workspace, name: str, value: str | float) -> str:
    if isinstance(value, float | int):
        return f"{value:g} {name}"
    return CHOICES[name](workspace)[value] if name in CHOICES else value.replace("_", " ")
