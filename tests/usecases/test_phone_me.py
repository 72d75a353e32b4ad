"""Ask the reporter to phone me: without any name, once in ten minutes, and never of somebody anonymous."""

from datetime import timedelta

import pytest

from bot.domain.incidents.conversation import EntryKind
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk
from bot.usecases.incidents.danger import give_back_danger, take_danger
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.own_report import my_report
from bot.usecases.incidents.phone_me import ask_to_phone
from bot.usecases.permissions import NotForYou


def asks(bot, report, *, by="U0SAFETY"):
    return ask_to_phone(bot.context, report.id, by=by, now=bot.clock.now())


def in_danger(bot, **changes):
    report = bot.report(still_at_risk=AtRisk.YES, text="He hid a blade", **changes)
    take_danger(bot.context, report.id, by="U0ONCALL", now=bot.clock.now())
    return report


@pytest.mark.parametrize("by", ["U0ONCALL", "U0SAFETY"])
@pytest.mark.parametrize("choice", [NameChoice.NAMED, NameChoice.CONFIDENTIAL])
def test_the_reporter_gets_the_reference_and_the_number_and_no_name_is_seen(bot, choice, by):
    report = in_danger(bot, name_choice=choice)
    phone = asks(bot, report, by=by)
    bot.post_all()
    (posted,) = bot.of_kind("phone_asked")
    assert phone == bot.context.service.phone_of(report.team)
    assert posted.target == "U0AMARA"
    assert posted.message.text == f"The person who has {report.reference} asks you to phone {phone}."
    said = f"{posted.message.text} {posted.message.blocks}"
    assert not [words for words in ("blade", "U0ONCALL", "Amara") if words in said]
    recorded = bot.rows("SELECT actor, subject FROM audit WHERE action = 'reporter.asked_to_phone'")
    assert recorded == [(by, str(report.id))]


def test_the_reporter_reads_in_my_report_that_they_were_asked(bot):
    report = in_danger(bot)
    asks(bot, report)
    found = my_report(bot.context, report.id, by="U0AMARA", now=bot.clock.now())
    assert EntryKind.ASKED_TO_PHONE in {line.what for line in found.time_line}


def test_they_are_asked_once_in_ten_minutes_for_each_incident(bot):
    report, other = in_danger(bot), bot.report(key="other")
    merge_incident(bot.context, other.id, report.reference, by="U0SAFETY")
    asks(bot, report)
    bot.clock.forward(timedelta(minutes=9, seconds=59))
    for each in (report, other):
        with pytest.raises(IncidentRefused) as refusal:
            asks(bot, each)
        assert refusal.value.reason is IncidentReason.ASKED_TO_PHONE_JUST_NOW
    bot.clock.forward(timedelta(seconds=1))
    asks(bot, other)
    bot.post_all()
    assert len(bot.of_kind("phone_asked")) == 2


def test_nobody_anonymous_is_asked(bot):
    report = bot.submit(key="nonce", name_choice=NameChoice.ANONYMOUS).report
    with pytest.raises(IncidentRefused) as refusal:
        asks(bot, report)
    assert refusal.value.reason is IncidentReason.NOBODY_TO_PHONE


def test_whoever_has_the_danger_no_longer_may_not_ask(bot):
    report = in_danger(bot)
    give_back_danger(bot.context, report.id, by="U0ONCALL", now=bot.clock.now())
    with pytest.raises(NotForYou):
        asks(bot, report, by="U0ONCALL")
