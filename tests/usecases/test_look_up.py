"""The name of a confidential reporter: hidden, looked up by the safety lead alone, and seen by the reporter."""

from uuid import UUID

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Role
from bot.usecases.incidents.danger import end_danger, give_back_danger, take_danger
from bot.usecases.incidents.look_reviews import review_look_up
from bot.usecases.incidents.look_up import look_up_name
from bot.usecases.incidents.own_report import my_report
from bot.usecases.permissions import NotForYou, NotFound
from storage import due, integrity
from storage.due import DueTime
from tests.domain.examples import ON_CALL, SAFETY, a_person, a_service
from tests.usecases.bot_without_slack import at

WHY = EntryWords(text="They may be hurt")
LEAD = a_person(slack_id="U0LEAD", name="Lena Moss", roles=frozenset({Role.SAFETY_LEAD}))


def looks_up(bot, report, *, by="U0LEAD", key="look 1"):
    return look_up_name(bot.context, report.id, WHY, key=key, by=by)


@pytest.fixture
def report(bot):
    bot.configure(a_service(people=(SAFETY, ON_CALL, LEAD)))
    return bot.report(name_choice=NameChoice.CONFIDENTIAL)


def test_the_reporter_sees_who_looked_their_name_up_and_why(bot, report):
    assert looks_up(bot, report) == "U0AMARA"
    found = my_report(bot.context, report.id, by="U0AMARA", now=bot.clock.now())
    (entry,) = found.entries
    assert (entry.kind, entry.author) == (EntryKind.NAME_LOOKED_UP, "U0LEAD")
    assert found.words[entry.id] == WHY
    assert [line.by for line in found.time_line if line.what is EntryKind.NAME_LOOKED_UP] == ["U0LEAD"]


def test_each_look_is_recorded_once_however_often_the_form_is_sent(bot, report):
    looks_up(bot, report)
    looks_up(bot, report)
    looks_up(bot, report, key="look 2")
    recorded = bot.rows("SELECT actor, subject FROM audit WHERE action = 'name.looked_up'")
    assert recorded == [("U0LEAD", str(report.id))] * 2


def test_the_safety_team_may_not_look_a_name_up_where_there_is_a_lead(bot, report):
    with pytest.raises(NotForYou):
        looks_up(bot, report, by="U0SAFETY")
    assert bot.rows("SELECT actor, detail FROM audit WHERE action = 'access.refused'") == [
        ("U0SAFETY", '{"act":"look_up_name"}')
    ]
    assert bot.rows("SELECT count(*) FROM entry") == [(0,)]


def test_the_name_of_a_named_report_is_not_looked_up(bot, report):
    named = bot.report(key="form 2")
    with pytest.raises(IncidentRefused) as refusal:
        looks_up(bot, named)
    assert refusal.value.reason is IncidentReason.NO_NAME_TO_LOOK_UP


def test_a_choice_of_name_that_was_changed_by_other_means_is_found(bot, report):
    with bot.context.database.reading() as transaction:
        integrity.verify(transaction)
    bot.execute("UPDATE report SET name_choice = 'named'")
    with bot.context.database.reading() as transaction, pytest.raises(integrity.RowsDiffer):
        integrity.verify(transaction)


DEPUTY = a_person(slack_id="U0DEPUTY", name="Dee Ray", roles=frozenset({Role.SAFETY_DEPUTY}))
NEXT_DAY = at("2026-11-25 09:00")


@pytest.fixture
def held(bot):
    """A confidential report of danger, which the person on call has."""
    bot.configure(a_service(people=(SAFETY, ON_CALL, LEAD, DEPUTY)))
    found = bot.report(name_choice=NameChoice.CONFIDENTIAL, still_at_risk=AtRisk.YES, text="He hid a blade")
    take_danger(bot.context, found.id, by="U0ONCALL", now=bot.clock.now())
    bot.post_all()
    return found


def targets(bot, kind):
    return sorted(each.target for each in bot.of_kind(kind))


def look_of(bot):
    return UUID(bot.of_kind("look_review")[-1].subject["entry"])


def is_asked(bot, held, *, when=NEXT_DAY):
    looks_up(bot, held, by="U0ONCALL")
    bot.clock.to(when)
    bot.tick()
    return look_of(bot)


def reviews(bot, look, verdict=EntryKind.LOOK_UP_RIGHT, *, by="U0LEAD"):
    return review_look_up(bot.context, look, verdict, by=by, now=bot.clock.now())


def test_whoever_has_the_danger_looks_alone_and_reporter_and_leads_are_told_at_once(bot, held):
    assert looks_up(bot, held, by="U0ONCALL") == "U0AMARA"
    assert looks_up(bot, held, by="U0ONCALL") == "U0AMARA"
    bot.post_all()
    assert targets(bot, "name_looked") == ["U0AMARA", "U0DEPUTY", "U0LEAD"]
    assert bot.rows("SELECT actor, subject FROM audit WHERE action = 'name.looked_up_in_danger'") == [
        ("U0ONCALL", str(held.id))
    ]
    for posted in bot.of_kind("name_looked"):
        said = f"{posted.message.text} {posted.message.blocks}"
        assert held.reference in said
        assert not [words for words in ("blade", "Amara", "U0AMARA", WHY.text) if words in said]


def test_the_lead_who_looks_a_name_up_in_danger_is_told_of_to_nobody(bot, held):
    looks_up(bot, held)
    bot.post_all()
    assert (bot.of_kind("name_looked"), bot.rows("SELECT count(*) FROM due WHERE kind = 'look_review'")) == (
        [],
        [(0,)],
    )


@pytest.mark.parametrize("ends", [False, True])
def test_whoever_has_it_no_longer_may_not_look(bot, held, ends):
    now = bot.clock.now()
    if ends:
        end_danger(bot.context, held.id, Narrative(text="Seen by the doctor"), by="U0ONCALL", now=now)
    else:
        give_back_danger(bot.context, held.id, by="U0ONCALL", now=now)
    with pytest.raises(NotForYou):
        looks_up(bot, held, by="U0ONCALL")


def test_a_second_person_is_asked_on_the_next_working_day_and_never_whoever_looked(bot, held):
    bot.clock.to(at("2026-11-27 23:00"))  # A Friday.
    looks_up(bot, held, by="U0ONCALL")
    bot.clock.to(at("2026-11-30 08:59"))
    bot.tick()
    assert bot.of_kind("look_review") == []
    bot.clock.to(at("2026-11-30 09:00"))
    bot.tick()
    assert targets(bot, "look_review") == ["U0DEPUTY", "U0LEAD"]


def test_the_question_comes_again_each_working_day_until_one_has_answered(bot, held):
    look = is_asked(bot, held)
    bot.clock.to(at("2026-11-26 09:00"))
    bot.tick()
    assert targets(bot, "look_review") == ["U0DEPUTY", "U0DEPUTY", "U0LEAD", "U0LEAD"]
    reviews(bot, look)
    bot.clock.to(at("2026-11-30 09:00"))
    bot.tick()
    assert len(bot.of_kind("look_review")) == 4


def test_a_question_that_was_answered_before_it_came_is_not_asked(bot, held):
    looks_up(bot, held, by="U0ONCALL")
    (subject,) = bot.rows("SELECT subject, due_at FROM due WHERE kind = 'look_review'")
    reviews(bot, UUID(subject[0]))
    with bot.context.database.writing() as transaction:
        due.put(transaction, [DueTime("look_review", subject[0], NEXT_DAY)])
    bot.clock.to(NEXT_DAY)
    bot.tick()
    assert bot.of_kind("look_review") == []
    assert bot.rows("SELECT count(*) FROM due WHERE kind = 'look_review'") == [(0,)]


def test_the_first_answer_counts_and_is_recorded_once(bot, held):
    look = is_asked(bot, held)
    first = reviews(bot, look, EntryKind.LOOK_UP_TALK)
    assert reviews(bot, look, EntryKind.LOOK_UP_TALK) == first
    with pytest.raises(IncidentRefused) as refusal:
        reviews(bot, look, by="U0DEPUTY")
    assert refusal.value.reason is IncidentReason.LOOK_UP_REVIEWED
    recorded = bot.rows("SELECT actor, detail FROM audit WHERE action = 'name.look_up_reviewed'")
    assert recorded == [("U0LEAD", '{"verdict":"look_up_talk"}')]
    found = my_report(bot.context, held.id, by="U0AMARA", now=bot.clock.now())
    assert EntryKind.LOOK_UP_TALK in {line.what for line in found.time_line}


@pytest.mark.parametrize("by", ["U0ONCALL", "U0SAFETY", "U0AMARA"])
def test_nobody_else_reviews_it(bot, held, by):
    look = is_asked(bot, held)
    with pytest.raises(NotForYou):
        reviews(bot, look, by=by)


def test_a_lead_who_looked_before_they_were_lead_does_not_review_themselves(bot, held):
    look = is_asked(bot, held)
    promoted = ON_CALL.model_copy(update={"roles": frozenset({Role.ON_CALL, Role.SAFETY_LEAD})})
    bot.configure(a_service(people=(SAFETY, promoted)))
    with pytest.raises(NotForYou):
        reviews(bot, look, by="U0ONCALL")


def test_only_a_look_is_reviewed(bot, held):
    look = is_asked(bot, held)
    kept = reviews(bot, look)
    for other in (kept.id, held.id):
        with pytest.raises(NotFound):
            reviews(bot, other)
