"""Each benchmark runs, with counts too small to measure anything."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from benchmarks import accept, open_modal, send, tick


def run(main: Callable[..., None], **given: object) -> None:
    """In a thread of its own: in that of the tests Playwright may have left its event loop running."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(main, **given).result()


def test_accept_saves_what_it_says_it_saved(capsys):
    run(accept.main, count=4, at_once=(1, 4), rounds=1)
    told = capsys.readouterr().out
    # One round that counts and one before it, at each of the two concurrencies.
    assert "saves nothing; Candour, SQLite: 16 saved, 16 receipts; Candour, PostgreSQL: 16 saved, 16 receipts" in told


def test_open_modal_sees_every_form_asked_for(capsys):
    run(open_modal.main, count=3, at_once=(1,), rounds=1)
    assert "| 1 | Candour |" in capsys.readouterr().out


def test_tick_finds_what_is_due_and_then_nothing(capsys):
    run(tick.main, count=300, due=40, rounds=1)
    assert capsys.readouterr().out.count("an idle tick") == 2


def test_send_posts_each_message_once(capsys):
    run(send.main, nudges=6, bulletins=3, rounds=1)
    assert "Each message was posted exactly once." in capsys.readouterr().out
