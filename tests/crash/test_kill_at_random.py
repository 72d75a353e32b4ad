"""kill -9 at a random instant, while three people send at once."""

import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.crash import checker
from tests.crash.programs import bot_process
from tests.crash.steps import everything_left, fills_the_form, is_told_that_it_is_saved

pytestmark = [pytest.mark.crash, pytest.mark.timeout(240)]


@pytest.mark.parametrize("seed", range(10))
def test_a_kill_at_a_random_instant_loses_nothing_and_repeats_nothing(workspace, settings, tmp_path, seed):
    instant = random.Random(seed).uniform(0, 0.4)  # noqa: S311 - an instant, not a secret
    people = [workspace.person(name) for name in ("Amara Okafor", "Ben Hughes", "Chloe Price")]
    log = tmp_path / "bot.log"
    with bot_process(workspace, settings, log=log) as bot, ThreadPoolExecutor(3) as at_once:
        for person in people:
            fills_the_form(person, still_at_risk="yes")
        sending = [at_once.submit(is_told_that_it_is_saved, person) for person in people]
        time.sleep(instant)
        bot.kill()
        told = [sent.result() for sent in sending]
    with bot_process(workspace, settings, log=log):
        told = [given or is_told_that_it_is_saved(person) for given, person in zip(told, people, strict=True)]
        everything_left(workspace, settings)
    assert set(checker.saved(settings)) == set(told)
    assert len(told) == len(people)
    assert checker.cards(workspace) == dict.fromkeys(told, 1)
    assert checker.copies(workspace) == dict.fromkeys(told, 1)
