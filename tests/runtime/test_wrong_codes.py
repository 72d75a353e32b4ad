"""Wrong claim codes slow down in total, up to 40 seconds, and block nobody."""

import logging
from typing import Any

from handlers.bolt.wrong_codes import FREE, LONGEST, WINDOW, WrongCodes


class Waiting:
    """Elapsed time that the test moves, and what waits for it."""

    def __init__(self):
        self.now = 0.0
        self.later: list[tuple[Any, ...]] = []
        self.codes = WrongCodes(
            elapsed=lambda: self.now, later=lambda seconds, work: self.later.append((seconds, work))
        )


def test_the_first_wrong_codes_slow_nothing_down():
    waiting, done = Waiting(), []
    for _ in range(FREE):
        waiting.codes.note()
    waiting.codes.slowed(lambda: done.append(1))
    assert (done, waiting.later) == ([1], [])


def test_a_thousand_wrong_codes_delay_each_by_forty_seconds_and_refuse_none():
    waiting, done = Waiting(), []
    delays = []
    for _ in range(1_000):
        waiting.codes.note()
        delays.append(waiting.codes.delay)
    assert delays == sorted(delays)
    assert delays[:FREE] == [0.0] * FREE
    assert set(delays[20:]) == {LONGEST}
    waiting.codes.slowed(lambda: done.append(1))
    ((seconds, work),) = waiting.later
    assert (seconds, done) == (LONGEST, [])
    work()
    assert done == [1]
    assert waiting.codes.count == 1_000


def test_the_delay_ends_and_the_count_is_of_one_day():
    waiting = Waiting()
    for _ in range(50):
        waiting.codes.note()
    waiting.now = WINDOW + 1
    assert (waiting.codes.delay, waiting.codes.count) == (0.0, 50)
    waiting.now = 24 * 3600 + 1
    assert waiting.codes.count == 0


def test_a_late_answer_that_fails_is_logged_by_its_type_alone(caplog):
    waiting = Waiting()
    for _ in range(10):
        waiting.codes.note()

    def fails():
        raise ValueError("CANARY six words")

    waiting.codes.slowed(fails)
    with caplog.at_level(logging.ERROR):
        waiting.later[0][1]()
    assert "ValueError" in caplog.text
    assert "CANARY" not in caplog.text
