"""What a reporter says of the type and of harm is kept, amended and vouched for; older rows are read as they were."""

import pytest

from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.types import HarmSaid, Hurt, ReportType
from bot.domain.sensitivity import Sensitivity
from bot.usecases.incidents.decide import incident_to_decide
from storage import incidents, integrity, reports

HURT = {"hurt": Hurt.YES, "physical_harm": PhysicalHarm.LOW, "psychological_harm": PsychologicalHarm.MODERATE}


def read(bot, report):
    with bot.context.database.reading() as transaction:
        return reports.get(transaction, report.id)


def verify(bot):
    with bot.context.database.reading() as transaction:
        return integrity.verify(transaction)


def test_type_and_harm_are_kept_and_whoever_decides_sees_the_harm(bot):
    report = bot.submit(type=ReportType.RISK, **HURT).report
    assert read(bot, report) == report
    assert report.type is ReportType.RISK
    said = incident_to_decide(bot.context, report.incident_id, by="U0SAFETY").said
    assert said == HarmSaid(None, PhysicalHarm.LOW, PsychologicalHarm.MODERATE)


def test_other_answers_count_in_their_latest_version(bot):
    report = bot.submit(key="form", **HURT).report
    amended = bot.submit(key="form", hurt=Hurt.NO).report
    assert amended.hurt is Hurt.NO
    said = incident_to_decide(bot.context, report.incident_id, by="U0SAFETY").said
    assert said == HarmSaid(Hurt.NO, PhysicalHarm.NONE, PsychologicalHarm.NONE)
    assert verify(bot)


def test_a_concern_is_closely_kept_and_a_risk_is_not(bot):
    concern, incident = (
        bot.submit(key=each.value, type=each).report for each in (ReportType.CONCERN, ReportType.RISK)
    )
    with bot.context.database.reading() as transaction:
        sensitivities = [incidents.of_report(transaction, each.id).sensitivity for each in (concern, incident)]
    assert sensitivities == [Sensitivity.CONCERN, Sensitivity.ORDINARY]


@pytest.mark.parametrize(
    ("kind", "type_"), [("good_care", ReportType.GOOD_CARE), ("medication", ReportType.INCIDENT)]
)
def test_a_row_that_is_older_than_types_is_read_by_its_kind_and_still_vouched_for(bot, kind, type_):
    report = bot.submit(kind=kind, type=type_).report
    bot.execute("UPDATE report SET type = NULL")
    assert read(bot, report).type is type_
    assert verify(bot)


@pytest.mark.parametrize(
    "change", ["type = 'incident'", "hurt = 'no'", "physical_harm = 'none'", "psychological_harm = NULL"]
)
@pytest.mark.parametrize("again", [False, True])
def test_whoever_changes_what_was_said_by_other_means_is_found(bot, change, again):
    bot.submit(key="form", type=ReportType.CONCERN, **HURT)
    if again:
        bot.submit(key="form", type=ReportType.CONCERN, text="Other words", **HURT)
    assert verify(bot)
    bot.execute(f"UPDATE {'amendment' if again else 'report'} SET {change}")  # noqa: S608 - our own words
    with pytest.raises(integrity.RowsDiffer):
        verify(bot)
