"""The page about alarms, the rules for Prometheus and the numbers of the program agree, in every direction."""

import re
from collections.abc import Iterator
from pathlib import Path

import promql_parser
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from promql_parser import VectorSelector

from bot.runtime.metrics import Metrics, SendResult
from bot.usecases.operations.monitoring import Snapshot
from handlers.listeners import FORMS
from scheduler.delivery import slack_errors
from scheduler.posts import BY_KIND
from storage.outbox.status import STATES, Unsent
from tests.domain.examples import NOON

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "alarms.md").read_text(encoding="utf-8")
RULES = yaml.safe_load((DOCS / "alarms.rules.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]
OF_PROMETHEUS = {"up": {"job": {"candour"}}}
"""It makes this number itself, for each job that it asks."""


def _served() -> str:
    metrics = Metrics(forms=FORMS, kinds=BY_KIND)
    metrics.watch_socket(lambda: True, silence=lambda: 0.0)
    unsent = [Unsent(state, urgent) for state in STATES for urgent in (True, False)]
    return metrics.page(Snapshot(at=NOON, unsent=unsent, due_failing=0, current=True, writable=True)).decode()


def _labels() -> dict[str, dict[str, set[str]]]:
    """Every series that is served: its labels, and the values that they can have."""
    found: dict[str, dict[str, set[str]]] = {}
    for family in text_string_to_metric_families(_served()):
        for sample in family.samples:
            labels = found.setdefault(sample.name, {})
            for name, value in sample.labels.items():
                labels.setdefault(name, set()).add(value)
    return found | OF_PROMETHEUS


LABELS = _labels()


def _selectors(rule: dict[str, str]) -> Iterator[VectorSelector]:
    found: list[VectorSelector] = []

    def note(part: object) -> None:
        selector = getattr(part, "vector_selector", part)
        if isinstance(selector, VectorSelector):
            found.append(selector)

    promql_parser.walk(promql_parser.parse(rule["expr"]), note)
    assert found
    yield from found


def _on_the_page() -> dict[str, dict[str, str]]:
    """Each alarm of the page: its expression, by its severity."""
    parts = re.split(r"^## (\w+)", PAGE, flags=re.MULTILINE)
    alarms = re.compile(r"^### (\w+)\n\n    (.+)\n\n\S", re.MULTILINE)
    return {title.lower(): dict(alarms.findall(text)) for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_the_page_explains_every_alarm_with_its_expression_and_no_other():
    rules = {
        severity: {rule["alert"]: rule["expr"] for rule in RULES if rule["labels"]["severity"] == severity}
        for severity in ("critical", "warning")
    }
    assert {name: alarms for name, alarms in _on_the_page().items() if alarms} == rules


def test_the_page_explains_every_number_and_no_other():
    explained = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    served = re.findall(r"^# TYPE (candour_\w+) ", _served(), re.MULTILINE)
    assert sorted(explained) == sorted(served)


def test_whatever_a_call_to_slack_may_come_to_is_counted():
    assert set(map(str, slack_errors.Verdict)) <= set(map(str, SendResult))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alarm_asks_for_numbers_and_labels_that_are_there_from_the_start(rule):
    for selector in _selectors(rule):
        served = LABELS[str(selector.name)]
        for matcher in selector.matchers.matchers:
            assert set(matcher.value.split("|")) <= served.get(matcher.name, set()), f"{selector} is never served"
