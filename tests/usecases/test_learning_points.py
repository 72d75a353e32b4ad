"""Learning points: written by one person of the safety team, approved word for word by another."""

from uuid import uuid4

import pytest
import sqlalchemy as sa

from bot.domain.learning.point import LearningForm, LearningReason, LearningRefused, PointState
from bot.domain.service.service import Role
from bot.usecases.bulletins.overview import for_safety_team
from bot.usecases.home import home_data
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.learning import approve
from bot.usecases.permissions import NotForYou, NotFound
from storage import learning
from tests.domain.examples import BOTH, ON_CALL, SAFETY, a_person, a_service
from tests.usecases.bot_without_slack import at

FORM = LearningForm(words="Alarms were silent when the battery was low.", to_try="Test one today.")


def _write(bot, form=FORM, *, key="form 1", by="U0SAFETY", source=None):
    return approve.write_point(bot.context, form, source=source, key=key, by=by, now=bot.clock.now())


def _approve(bot, point, *, by="U0BOTH"):
    return approve.approve_point(bot.context, point.id, by=by, now=bot.clock.now())


def _home(bot, person="U0SAFETY"):
    return home_data(bot.context, person).learning


def test_what_one_person_writes_waits_for_another(bot):
    point = _write(bot, FORM.model_copy(update={"teams": frozenset({"oak", "elm"})}))
    assert _home(bot).waiting == (point,)
    approved = _approve(bot, point)
    assert (approved.words, approved.to_try, approved.teams) == (point.words, point.to_try, {"oak", "elm"})
    with bot.context.database.reading() as transaction:
        assert learning.find(transaction, point.id) == approved
    assert _home(bot).waiting == ()


def test_the_same_form_sent_twice_is_one_learning_point(bot):
    assert _write(bot) == _write(bot)
    assert bot.rows("SELECT count(*) FROM learning_point") == [(1,)]


def test_nobody_approves_their_own_and_the_database_refuses_it_too(bot):
    point = _write(bot)
    with pytest.raises(LearningRefused) as refusal:
        _approve(bot, point, by="U0SAFETY")
    assert refusal.value.reason is LearningReason.OWN_WORDS
    with pytest.raises(sa.exc.IntegrityError, match="second_person"):
        bot.execute(
            "UPDATE learning_point SET state = 'approved', approved_by = written_by, approved_at = written_at"
        )


@pytest.mark.parametrize(
    "change", ["state = 'approved'", "approved_by = 'U0BOTH'", "state = 'sent_back'", "sent_back_by = 'U0BOTH'"]
)
def test_the_database_refuses_a_state_without_who_decided_it(bot, change):
    _write(bot)
    with pytest.raises(sa.exc.IntegrityError):
        bot.execute(f"UPDATE learning_point SET {change}")  # noqa: S608 - ours


@pytest.mark.parametrize("by", ["U0AMARA", "U0ONCALL"])
def test_nobody_but_the_safety_team_writes_reads_or_decides(bot, by):
    point = _write(bot)
    now = bot.clock.now()
    for refused in (
        lambda: _write(bot, key="theirs", by=by),
        lambda: approve.read_point(bot.context, point.id, by=by, now=now),
        lambda: _approve(bot, point, by=by),
        lambda: approve.send_back_point(bot.context, point.id, by=by, now=now),
        lambda: approve.read_point(bot.context, uuid4(), by=by, now=now),
    ):
        with pytest.raises(NotForYou):
            refused()
    assert _home(bot, by) is None
    assert bot.rows("SELECT count(*) FROM audit WHERE action = 'access.refused'") == [(5,)]


def test_what_is_not_there_is_not_found(bot):
    with pytest.raises(NotFound):
        approve.read_point(bot.context, uuid4(), by="U0SAFETY", now=bot.clock.now())


def test_whoever_is_involved_in_the_incident_neither_writes_nor_approves(bot):
    report = bot.report()
    bot.execute("INSERT INTO involved (incident_id, person) SELECT id, 'U0BOTH' FROM incident")
    point = _write(bot, source=report.id)
    assert point.source == report.incident_id
    for refused in (lambda: _approve(bot, point), lambda: _write(bot, key="2", by="U0BOTH", source=report.id)):
        with pytest.raises(NotForYou):
            refused()
    assert _home(bot, "U0BOTH").waiting == ()
    assert _home(bot).waiting == (point,)


def test_what_was_learned_from_an_incident_that_is_merged_is_learned_from_the_other(bot):
    report, other = bot.report(), bot.report_involving("U0BOTH", key="form 2")
    point = _write(bot, source=report.id)
    assert _home(bot, "U0BOTH").waiting == (point,)
    merge_incident(bot.context, report.incident_id, other.reference, by="U0SAFETY")
    [moved] = _home(bot).waiting
    assert (moved.source, _home(bot, "U0BOTH").waiting) == (other.incident_id, ())
    with pytest.raises(NotForYou):
        _approve(bot, point)


def test_what_was_sent_back_is_shown_to_its_writer_for_a_month(bot):
    point = _write(bot)
    back = approve.send_back_point(bot.context, point.id, by="U0BOTH", now=bot.clock.now())
    assert back.state is PointState.SENT_BACK
    assert (_home(bot).sent_back, _home(bot, "U0BOTH").sent_back) == ((back,), ())
    bot.clock.to(at("2026-12-25 12:00"))
    assert _home(bot).sent_back == ()


def test_what_its_writer_took_back_is_not_shown_to_them(bot):
    approve.send_back_point(bot.context, _write(bot).id, by="U0SAFETY", now=bot.clock.now())
    assert (_home(bot).waiting, _home(bot).sent_back) == ((), ())


def test_words_approved_after_the_time_of_the_draft_make_one_at_once(bot):
    bot.clock.to(at("2026-11-27 15:00"))
    bot.tick()
    for number, teams in enumerate((frozenset[str](), frozenset({"oak"}))):
        _approve(bot, _write(bot, FORM.model_copy(update={"teams": teams}), key=str(number)))
    bot.tick()
    assert len(bot.of_kind("bulletin_draft")) == 4
    assert len(_home(bot).drafts) == 2


def test_drafts_are_shown_to_those_who_approve_bulletins_only(bot):
    lead = a_person(slack_id="U0LEAD", name="Lena Ott", roles=frozenset({Role.SAFETY_LEAD}))
    bot.configure(a_service(people=(SAFETY, ON_CALL, BOTH, lead)))
    bot.approved_points()
    bot.clock.to(at("2026-11-26 09:00"))
    bot.tick()
    assert (len(_home(bot, "U0LEAD").drafts), _home(bot).drafts) == (2, ())


def test_home_names_the_teams_that_had_no_bulletin_since_they_joined(bot):
    def skipped():
        with bot.context.database.reading() as transaction:
            found = for_safety_team(transaction, bot.context.service, "U0SAFETY", now=bot.clock.now())
        assert found
        return found.skipped

    assert skipped() == ()
    bot.approves_drafts = True
    bot.approved_points(teams=frozenset({"elm"}))
    for moment in ("2026-11-26 09:00", "2026-11-30 08:59"):
        bot.clock.to(at(moment))
        bot.tick()
    assert skipped() == ()
    bot.clock.to(at("2026-11-30 09:00"))
    bot.tick()
    assert skipped() == ("Oak ward",)
    bot.clock.to(at("2026-12-07 09:00"))
    assert skipped() == ("Oak ward", "Elm community team")


def test_hints_are_of_both_texts_and_know_the_names_of_the_service(bot):
    form = LearningForm(words="Sunita Rao helped.", to_try="Be more careful.")
    assert approve.hints_for(bot.context, form)[0].words == "Sunita Rao"
    assert len(approve.hints_for(bot.context, form)) >= 2
    assert approve.hints_for(bot.context, LearningForm(words=FORM.words)) == ()
