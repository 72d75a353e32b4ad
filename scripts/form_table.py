"""Draws docs/report-form.md from the report dialog: `python -m scripts.form_table` (`make access`).

What a person must answer, what is filled in, and how many words and taps it takes, by type and severity.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.domain.reports.harm import PhysicalHarm
from bot.domain.reports.types import ReportType
from bot.domain.service.service import Service, Team
from bot.service_file import read_service
from bot.views.kit.action_ids import ANYONE_HURT, NAME_CHOICE, REPORT_TYPE, STILL_AT_RISK
from bot.views.kit.blocks import Block, View
from bot.views.reports import open_form
from handlers.reports import report_form

PAGE = Path(__file__).resolve().parent.parent / "docs" / "report-form.md"
MARK = "<!-- What follows is drawn by `make access`. -->"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TO_THE_FORM = 4
"""Taps from the channel to the open form: the box, the slash, the command in the list, Send."""
_OF_A_LIST = 2
"""Taps for a choice from a list that drops down: open, choose. A radio button takes one."""
_ALREADY = ("type", "kind", "team", "time")
"""What the line above *Change* says."""


@dataclass(frozen=True)
class Scenario:
    """Somebody reports this. `chosen` is what they answer, by question, beside what happened."""

    name: str
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Cost:
    """`answers` must be given; `words` stand on the screen before Send, without the three choices of name."""

    answers: int
    filled: int
    words: int
    taps: int


_SAFE = {STILL_AT_RISK: "no"}


def _harmed(harm: PhysicalHarm) -> Scenario:
    scales = {"physical_harm": harm.value, "psychological_harm": "low"}
    return Scenario(f"incident, {harm.value} harm", {**_SAFE, ANYONE_HURT: "yes", **scales})


NEAR_MISS = Scenario("near miss", _SAFE)
NEAR_MISS_SAID = Scenario("near miss, and that nobody was hurt", {**_SAFE, ANYONE_HURT: "no"})
HARMED = tuple(_harmed(harm) for harm in PhysicalHarm if harm is not PhysicalHarm.NONE)
DANGER = Scenario("somebody still at risk", {STILL_AT_RISK: "yes"})
OTHERS = tuple(
    Scenario(type_.value.replace("_", " "), {**_SAFE, REPORT_TYPE: type_.value})
    for type_ in ReportType
    if type_ is not ReportType.INCIDENT
)
SCENARIOS = (NEAR_MISS, NEAR_MISS_SAID, *HARMED, DANGER, *OTHERS)


def cost(scenario: Scenario, service: Service) -> Cost:
    """Measured on the dialog itself, as it stands before Send."""
    view = _filled(scenario, service)
    asked = [block["element"] for block in view["blocks"] if block.get("block_id") in scenario.chosen]
    shown = [block for block in view["blocks"] if block.get("block_id") != NAME_CHOICE]
    folded = open_form.is_folded(view)
    filled = [block for block in view["blocks"] if _has_first_answer(block)]
    taps = sum(_OF_A_LIST if element["type"] == "static_select" else 1 for element in asked)
    return Cost(
        answers=1 + len(asked),
        filled=len(filled) + (len(_ALREADY) if folded else 0),
        words=sum(len(re.findall(r"\S+", text)) for text in _texts({**view, "blocks": shown})),
        taps=TO_THE_FORM + taps + (0 if folded else 1) + 1,
    )


def _filled(scenario: Scenario, service: Service) -> View:
    team: Team = service.teams[0]
    view = report_form.draw(service, nonce="nonce", team=team, text="", now=NOW)
    if REPORT_TYPE in scenario.chosen:
        initial = {REPORT_TYPE: ReportType.INCIDENT, "kind": "not_sure", "team": team.code, "happened_at": NOW}
        asked = report_form.details(service, NOW)
        view = open_form.unfolded(view, [each.draw(initial.get(each.name)) for each in asked])
    values = {name: {name: {"selected_option": {"value": code}}} for name, code in scenario.chosen.items()}
    view = view | {"state": {"values": values}}
    return open_form.completed(view, "", service) or view


def _has_first_answer(block: Block) -> bool:
    return any(key.startswith("initial") for key in block.get("element", {}))


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a view
    """What a person reads. Choices in a list that is closed, and what is chosen twice over, are not on the screen."""
    match part:
        case {"type": "plain_text" | "mrkdwn", "text": str(text)}:
            yield text
        case {"type": "static_select"}:
            yield from _texts(part.get("initial_option", {}))
        case dict():
            for key, inner in part.items():
                if key not in ("initial_option", "state"):
                    yield from _texts(inner)
        case list():
            for inner in part:
                yield from _texts(inner)


def page(service: Service) -> str:
    """The page as it should be: what people wrote, and then the table."""
    written, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{written}{MARK}\n\n{_table(service)}"


def _table(service: Service) -> str:
    head = "| what is reported | answers to give | filled in already | words before Send | taps |\n"
    return f"{head}|---|---|---|---|---|\n" + "".join(
        _row(scenario, cost(scenario, service)) for scenario in SCENARIOS
    )


def _row(scenario: Scenario, costs: Cost) -> str:
    return f"| {scenario.name} | {costs.answers} | {costs.filled} | {costs.words} | {costs.taps} |\n"


def page_of_the_example() -> str:
    """For the invented service of `service.example.toml`."""
    return page(read_service(PAGE.parent.parent / "service.example.toml"))


if __name__ == "__main__":
    PAGE.write_text(page_of_the_example(), encoding="utf-8")
