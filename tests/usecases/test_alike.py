"""Similar incidents: the most alike that a person may find, with what they have in common."""

from datetime import timedelta

import pytest

from bot.domain.service.service import Role
from bot.usecases.incidents import alike
from bot.usecases.incidents.alike import similar_incidents
from bot.usecases.incidents.steps import restrict_incident
from bot.usecases.permissions import NotForYou
from tests.domain.examples import a_person, a_service

ALARM = "The door alarm stayed silent during the checks at night"
LIKE = "A silent alarm: nobody heard the door during night checks"
OTHER = "Lunch came late and the soup was cold"


def _similar(bot, report, *, by="U0SAFETY"):
    return similar_incidents(bot.context, report.incident_id, by=by, now=bot.clock.now())


def _references(found):
    return [each.incident.reference for each in found.found]


@pytest.fixture
def about(bot):
    return bot.report(key="about", text=ALARM, kind="environment")


def test_the_most_alike_come_first_with_the_reason(bot, about):
    bot.report(key="other", text=OTHER)
    like = bot.report(key="like", text=LIKE, kind="environment")
    less = bot.report(key="less", text="The door was broken", kind="violence", team="elm")
    found = _similar(bot, about)
    assert _references(found) == [like.reference, less.reference]
    assert found.compared == 3
    first, second = found.found
    assert (first.same_kind, first.same_team, second.same_kind, second.same_team) == (True, True, False, False)
    assert {"alarm", "silent", "door"} <= set(first.words)
    assert second.words == ("door",)


def test_the_words_after_a_correction_count(bot, about):
    like = bot.report(key="like", text=OTHER)
    assert _references(_similar(bot, about)) == []
    bot.report(key="like", text=LIKE)
    assert _references(_similar(bot, about)) == [like.reference]


def test_somebody_who_is_involved_in_another_does_not_see_it(bot, about):
    hidden = bot.report(key="like", text=LIKE, involved=["U0SAFETY"])
    assert _references(_similar(bot, about)) == []
    assert _similar(bot, about).compared == 0
    assert _references(_similar(bot, about, by="U0BOTH")) == [hidden.reference]


def test_a_restricted_one_is_for_those_who_may_find_it_only(bot, about):
    restrict_incident(bot.context, bot.report(key="like", text=LIKE).incident_id, by="U0SAFETY")
    lead = a_person(slack_id="U0WARD", name="Wanda", team="oak", roles=frozenset({Role.TEAM_LEAD}))
    bot.configure(a_service(people=(*a_service().people, lead)))
    assert len(_similar(bot, about).found) == 1
    for person in ("U0WARD", "U0AMARA", "U0ONCALL"):
        with pytest.raises(NotForYou):
            _similar(bot, about, by=person)


def test_who_looked_is_recorded_and_who_may_not_as_well(bot, about):
    _similar(bot, about)
    with pytest.raises(NotForYou):
        _similar(bot, about, by="U0AMARA")
    recorded = bot.rows("SELECT actor, action FROM audit WHERE action IN ('incident.compared', 'access.refused')")
    assert recorded == [("U0SAFETY", "incident.compared"), ("U0AMARA", "access.refused")]


def test_only_the_newest_of_the_last_year_are_read(bot, about, monkeypatch):
    monkeypatch.setattr(alike, "MOST_READ", 2)
    bot.report(key="old", text=LIKE)
    bot.clock.forward(timedelta(minutes=1))
    bot.report(key="new", text=OTHER)
    bot.clock.forward(timedelta(minutes=1))
    newest = bot.report(key="newest", text=LIKE)
    found = _similar(bot, about)
    assert (_references(found), found.compared) == ([newest.reference], 2)
    bot.clock.forward(alike.LOOKED_BACK + timedelta(minutes=1))
    assert _similar(bot, about).compared == 0


def test_at_most_eight_are_shown(bot, about):
    for number in range(alike.MOST_SHOWN + 2):
        bot.report(key=f"like {number}", text=LIKE)
    assert len(_similar(bot, about).found) == alike.MOST_SHOWN


def test_words_that_cannot_be_read_are_left_out(bot, about):
    bot.report(key="like", text=LIKE)
    bot.execute("UPDATE report SET narrative_sealed = :broken", broken=b"broken")
    assert _references(_similar(bot, about)) == []
