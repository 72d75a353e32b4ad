"""kill -9 on the way from the form to the card: what people were told stays true, and nothing is posted twice."""

from dataclasses import replace

import pytest

from tests.bots import PATIENT
from tests.crash import launcher
from tests.crash.launcher import Surroundings
from tests.crash.programs import ENDS_WITHIN, bot_process
from tests.journeys.steps import everything_is_sent
from tests.torture import checker, rows_in_sql, seen
from tests.torture.checker import Histories
from tests.torture.people import fill_the_form, press_send
from tests.torture.record_of_responses import SubmissionLog

AS_A_PERSON_WAITS = 5
"""Seconds. A bot that was killed answers never."""
pytestmark = [pytest.mark.crash, pytest.mark.timeout(900)]


@pytest.mark.parametrize("still_at_risk", ["no", "yes"])
@pytest.mark.parametrize("point", [point.__name__ for point in launcher.POINTS])
def test_a_kill_at_a_named_point_loses_nothing_and_repeats_nothing(
    workspace, settings, tmp_path, point, still_at_risk
):
    nurse, submission_log, log = workspace.person("Amara Okafor"), SubmissionLog("named"), tmp_path / "bot.log"
    submission = submission_log.new_submission(nurse.id)
    with bot_process(workspace, settings, log=log, surroundings=Surroundings(crash_at=point)) as bot:
        fill_the_form(nurse, submission, still_at_risk=still_at_risk)
        workspace.patience = replace(PATIENT, acknowledgement=AS_A_PERSON_WAITS)
        press_send(nurse, submission)
        workspace.patience = PATIENT
        bot.join(ENDS_WITHIN)
        assert bot.exitcode == -9
    with bot_process(workspace, settings, log=log):
        if not submission.reference:
            press_send(nurse, submission)
        everything_is_sent(workspace, settings)
    assert submission.reference
    told = Histories(submission_log, seen.all_of(workspace), rows_in_sql.all_of(settings), log.read_text())
    assert checker.broken(told) == {}
    assert len(told.slack.posts) == (3 if still_at_risk == "yes" else 2)  # In danger somebody on call is asked.
