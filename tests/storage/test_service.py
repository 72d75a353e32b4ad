"""The service as the tables know it, whatever the file said before."""

from datetime import date, timedelta

from bot.domain.service.ladders import Asks, Certainty, LadderRule, Step
from bot.domain.service.service import Role
from storage import occurrences, service
from storage.engine.transactions import Database
from tests.domain.examples import AMARA, BOTH, ELM, NOON, OAK, ON_CALL, SAFETY, a_person, a_service, a_team
from tests.storage.examples import TODAY, keep_report, raw, rows

LATER = TODAY + timedelta(days=30)


def _replace(database: Database, wanted, *, now=NOON + timedelta(days=30)):
    with database.writing() as transaction:
        service.save(transaction, wanted, now=now)


def _current(database):
    with database.reading() as transaction:
        return service.current(transaction)


def _joined(database, team="oak") -> date:
    with database.reading() as transaction:
        return occurrences.of_teams(transaction, "bulletin")[team][0]


def test_there_is_no_service_before_the_first_loading(database):
    assert _current(database) is None


def test_what_was_loaded_comes_back_in_the_order_of_the_file(database):
    wanted = a_service(teams=(ELM, OAK), people=(BOTH, ON_CALL, AMARA, SAFETY), read_within_working_days=3)
    _replace(database, wanted)
    assert _current(database) == wanted


def test_the_steps_of_ladders_come_back_and_follow_each_change(database):
    steps = (Step(asks=Asks.FIRST, after=0), Step(asks=Asks.EVERYBODY, after=25))
    of_oak = LadderRule(at_risk=Certainty.YES, team="oak", steps=steps, again_times=0)
    of_all = LadderRule(at_risk=Certainty.NOT_SURE, steps=steps[:1], again_every=5, then_every=10)
    for ladders in ((of_oak, of_all), (of_all,), ()):
        _replace(database, a_service(ladders=ladders))
        assert _current(database).ladders == ladders


def test_loading_it_again_changes_nothing(with_service):
    _replace(with_service, a_service())
    assert _current(with_service) == a_service()
    assert _joined(with_service) == TODAY


def test_every_change_is_taken_over(with_service):
    moved = a_team(name="Oak house", channel="C0OAKHOUSE", time_zone="Europe/Dublin")
    promoted = a_person(team="ash", roles=frozenset({Role.SAFETY_TEAM, Role.ON_CALL}))
    wanted = a_service(
        name="Willow and Ash",
        safety_channel="C0NEWSAFETY",
        on_call_phone="01632 960 999",
        teams=(a_team(code="ash", name="Ash", channel="C0ASH"), moved),
        people=(promoted, a_person(slack_id="U0NEW", name="New Person", team="oak")),
    )
    _replace(with_service, wanted)
    assert _current(with_service) == wanted
    assert rows(with_service, "SELECT slack_id, role FROM person_role ORDER BY role") == [
        ("U0AMARA", "on_call"),
        ("U0AMARA", "safety_team"),
    ]


def test_a_team_that_stays_keeps_the_day_it_joined_and_a_new_one_joins_today(with_service):
    _replace(with_service, a_service(teams=(a_team(code="ash", name="Ash", channel="C0ASH"), ELM, OAK)))
    assert (_joined(with_service), _joined(with_service, "ash")) == (TODAY, LATER)


def test_a_team_that_is_gone_keeps_its_reports_and_joins_anew_when_it_is_back(with_service):
    with with_service.writing() as transaction:
        keep_report(transaction)
    _replace(with_service, a_service(teams=(ELM,), people=(SAFETY, ON_CALL, BOTH)))
    assert _current(with_service) == a_service(teams=(ELM,), people=(SAFETY, ON_CALL, BOTH))
    assert rows(with_service, "SELECT team FROM report") == [("oak",)]

    _replace(with_service, a_service())
    assert _current(with_service) == a_service()
    assert (_joined(with_service), _joined(with_service, "elm")) == (LATER, TODAY)


def test_two_teams_can_change_their_names_and_channels_with_each_other(with_service):
    swapped = (a_team(name=ELM.name, channel=ELM.channel), a_team(code="elm"))
    _replace(with_service, a_service(teams=swapped))
    assert _current(with_service) == a_service(teams=swapped)


def test_people_stay_in_place_so_that_others_may_point_at_them(with_service):
    """As a rota, a review or an approval will: before, every person was deleted and inserted again."""
    raw(with_service, "CREATE TABLE on_rota (slack_id VARCHAR NOT NULL REFERENCES person (slack_id))")
    for person in a_service().people:
        raw(with_service, f"INSERT INTO on_rota VALUES ('{person.slack_id}')")  # noqa: S608 - invented ids
    _replace(with_service, a_service(people=(SAFETY, ON_CALL)))
    _replace(with_service, a_service(people=(BOTH,)))
    assert _current(with_service) == a_service(people=(BOTH,))
    assert rows(with_service, "SELECT count(*) FROM on_rota") == [(4,)]
    raw(with_service, "DROP TABLE on_rota")


def test_a_person_who_left_keeps_the_row_with_the_day_and_no_role(with_service):
    _replace(with_service, a_service(people=(SAFETY, ON_CALL)))
    _replace(with_service, a_service(people=(SAFETY, ON_CALL)), now=NOON + timedelta(days=40))
    assert rows(with_service, "SELECT slack_id, left_on FROM person ORDER BY slack_id") == [
        ("U0AMARA", str(LATER) if not with_service.shared else LATER),
        ("U0BOTH", str(LATER) if not with_service.shared else LATER),
        ("U0ONCALL", None),
        ("U0SAFETY", None),
    ]
    assert rows(with_service, "SELECT DISTINCT slack_id FROM person_role ORDER BY slack_id") == [
        ("U0ONCALL",),
        ("U0SAFETY",),
    ]


def test_a_person_who_comes_back_is_here_again(with_service):
    _replace(with_service, a_service(people=(SAFETY, ON_CALL)))
    _replace(with_service, a_service())
    assert _current(with_service) == a_service()
    assert rows(with_service, "SELECT count(*) FROM person WHERE left_on IS NOT NULL") == [(0,)]


def test_a_role_of_a_newer_program_is_read_past_and_stays_with_who_stays(with_service):
    for slack_id in ("U0AMARA", "U0SAFETY"):
        raw(with_service, f"INSERT INTO person_role VALUES ('{slack_id}', 'learning_lead')")  # noqa: S608 - the same
    assert _current(with_service) == a_service()
    _replace(with_service, a_service(people=(SAFETY, ON_CALL)))
    assert rows(with_service, "SELECT slack_id FROM person_role WHERE role = 'learning_lead'") == [("U0SAFETY",)]


def test_each_change_has_a_higher_version(database):
    def version():
        with database.reading() as transaction:
            return service.version(transaction)

    assert version() == 0
    for number, wanted in enumerate((a_service(), a_service(name="Ash"), a_service()), start=1):
        _replace(database, wanted)
        assert version() == number
