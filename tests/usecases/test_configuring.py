"""The service file fills the tables, once, and is recorded."""

from tests.domain.examples import OAK, a_service


def loadings(bot) -> int:
    return bot.rows("SELECT count(*) FROM audit WHERE actor = 'service-file' AND action = 'service.loaded'")[0][0]


def test_the_same_file_changes_nothing(bot):
    assert loadings(bot) == 1
    assert not bot.configure(a_service())
    assert loadings(bot) == 1


def test_another_file_is_loaded_and_recorded(bot):
    changed = a_service(on_call_phone="01632 960 999")
    assert bot.configure(changed)
    assert loadings(bot) == 2
    bot.restart()
    assert bot.rows("SELECT on_call_phone FROM service") == [("01632 960 999",)]


def test_a_team_that_left_the_file_keeps_its_reports(bot):
    bot.report(team=OAK.code)
    others = tuple(person for person in a_service().people if person.team != OAK.code)
    assert bot.configure(a_service(teams=a_service().teams[1:], people=others))
    assert bot.rows("SELECT team FROM report") == [(OAK.code,)]
