"""Each benchmark runs, with counts too small to measure anything."""

import inspect
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import accept, identifiers, open_modal, queue, send, tick
from benchmarks.__main__ import BENCHMARKS, parser


def test_each_benchmark_is_chosen_by_the_name_that_its_table_prints():
    sources = [Path(inspect.getfile(benchmark)).read_text(encoding="utf-8") for benchmark in BENCHMARKS.values()]
    printed = {name for source in sources for name in re.findall(r"### ([a-z-]+): ", source)}
    assert printed == set(BENCHMARKS)
    assert parser().parse_args(sorted(printed)).names == sorted(printed)


def run(main: Callable[..., None], **given: object) -> None:
    """In a thread of its own: in that of the tests Playwright may have left its event loop running."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(main, **given).result()


def test_accept_saves_what_it_says_it_saved(capsys):
    run(accept.main, count=4, at_once=(1, 4), rounds=1)
    told = capsys.readouterr().out
    # One round that counts and one before it, at each of the two concurrencies.
    assert "saves nothing; Candour, SQLite: 16 saved, 16 receipts; Candour, PostgreSQL: 16 saved, 16 receipts" in told


def test_accept_counts_what_a_slow_slack_changes(capsys):
    run(accept.slow_slack, at_once=(2,), rounds=1)
    assert "Candour, SQLite: 4 saved, 4 receipts" in capsys.readouterr().out


def test_open_modal_sees_every_form_asked_for(capsys):
    run(open_modal.main, count=3, at_once=(1,), rounds=1)
    assert "| 1 | Candour |" in capsys.readouterr().out


def test_tick_finds_what_is_due_and_then_nothing(capsys):
    run(tick.main, count=300, due=40, rounds=1)
    assert capsys.readouterr().out.count("an idle tick") == 2


def test_send_posts_each_message_once(capsys):
    run(send.main, nudges=6, bulletins=3, rounds=1)
    assert "Each message was posted exactly once." in capsys.readouterr().out


def test_queue_opens_home_with_few_and_with_many_open_incidents(capsys):
    run(queue.main, few=2, many=50, rounds=1)
    assert capsys.readouterr().out.count("aim: at most 2") == 6


def test_identifiers_are_scored_and_timed(capsys):
    run(identifiers.main, length=200, names=20, rounds=1)
    told = capsys.readouterr().out
    assert "| held_out | nurse |" in told
    assert "| found, all known names |" in told
