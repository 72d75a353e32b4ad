"""kill -9 on the way from the form to the card: what people were told stays true, and nothing is posted twice."""

import pytest

from tests.crash import checker, launcher
from tests.crash.programs import bot_process
from tests.crash.steps import everything_left, fills_the_form, is_told_that_it_is_saved

pytestmark = [pytest.mark.crash, pytest.mark.timeout(240)]


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
