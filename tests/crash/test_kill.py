"""kill -9 on the way from the form to the card: what people were told stays true, and nothing is posted twice."""

import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.crash import checker, launcher
from tests.crash.programs import bot_process
from tests.journeys.steps import WORDS, reference_in

pytestmark = [pytest.mark.crash, pytest.mark.timeout(240)]


def fills_the_form(person, *, still_at_risk):
    person.runs("/incident", channel="oak-ward")
    person.answers(what=WORDS, kind="environment", still_at_risk=still_at_risk)


def is_told_that_it_is_saved(person) -> str | None:
    """The reference that the person was given, if the receipt came."""
    shown = person.submits()
    return reference_in(shown) if shown.says("Your report is saved") else None


def everything_left(workspace, settings):
    workspace.wait_until(lambda: not checker.unsettled(settings), seconds=40, reason="Messages are still waiting.")


@pytest.mark.parametrize("still_at_risk", ["no", "yes"])
@pytest.mark.parametrize("point", [point.__name__ for point in launcher.POINTS])
def test_a_kill_at_a_named_point_loses_nothing_and_repeats_nothing(
    workspace, settings, tmp_path, point, still_at_risk
):
    nurse = workspace.person("Amara Okafor")
    log = tmp_path / "bot.log"
    with bot_process(workspace, settings, crash_at=point, log=log) as bot:
        fills_the_form(nurse, still_at_risk=still_at_risk)
        told = is_told_that_it_is_saved(nurse)
        bot.wait(30)
        assert bot.returncode == -9
    with bot_process(workspace, settings, log=log):
        told = told or is_told_that_it_is_saved(nurse)
        assert told
        everything_left(workspace, settings)
    assert checker.saved(settings) == [told]
    assert checker.cards(workspace) == {told: 1}
    assert checker.copies(workspace) == {told: 1}


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
