"""Themes: counted and proposed of what a lead may find, named by a person, retired with a history."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import SQLModel

from bot.domain.incidents.incident import LearningResponse
from bot.domain.learning.themes import Basis, ThemeForm, ThemePlace, ThemeReason, ThemeRefused
from bot.domain.reviews.factors import Tag
from bot.domain.reviews.record import RecordForm, RecordKind
from bot.domain.service.service import Role
from bot.usecases.evidence.pathway import pathway_of
from bot.usecases.home import home_data
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.steps import restrict_incident
from bot.usecases.learning import themes
from bot.usecases.learning.themes import ChosenIncidents
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.reviews.record import add_to_record
from tests.domain.examples import a_decision_form, a_person, a_service
from tests.usecases.planted_themes.measure import others, planted, rows, score, table

LEARNING = Path(__file__).parent.parent.parent / "docs" / "learning.md"
ALARM = ("The door alarm was silent at night", "At night the silent alarm of a door", "Silent door alarm, at night")
NAMED = {"name": "Alarms that stay silent at night", "note": "How often alarms ring as they do every night"}


@pytest.fixture
def alarms(bot):
    """Three that are alike, and four that are not."""
    for number, text in enumerate(("Lunch came late", "A window broke", "Keys were lost", "Rain in the corridor")):
        bot.report(key=f"other {number}", text=text, kind="violence", team="elm")
    return [bot.report(key=text, text=text) for text in ALARM]


def _look(bot, *, by="U0SAFETY", **place):
    return themes.look_for_themes(bot.context, ThemePlace(**place), by=by, now=bot.clock.now())


def _confirm(bot, chosen, *, references="", by="U0SAFETY", key=None):
    first, last = themes.days_of(bot.context, ThemePlace(), now=bot.clock.now())
    form = ThemeForm(**NAMED, first_day=first, last_day=last)
    incidents = ChosenIncidents({each.incident_id for each in chosen}, references)
    return themes.confirm_theme(bot.context, form, incidents, key=key or str(uuid4()), by=by, now=bot.clock.now())


def _change(bot, seen, chosen, *, shown=None, references="", by="U0SAFETY"):
    ids = {each.incident_id for each in chosen}
    shown = ids if shown is None else {each.incident_id for each in shown}
    incidents = ChosenIncidents(ids, references, shown)
    return themes.change_theme(bot.context, seen.theme.id, incidents, by=by, now=bot.clock.now())


def _open(bot, seen, *, by="U0SAFETY"):
    return themes.open_theme(bot.context, seen.theme.id, by=by, now=bot.clock.now())


def _home(bot):
    found = home_data(bot.context, "U0SAFETY").themes
    assert found
    return found


def _references(incidents):
    return {each.reference for each in incidents}


def test_counts_come_first_and_alike_words_are_proposed_with_the_words(bot, alarms):
    seen = _look(bot)
    assert (dict(seen.by_kind), dict(seen.by_team), seen.cut) == (
        {"violence": 4, alarms[0].kind: 3},
        {"elm": 4, "oak": 3},
        False,
    )
    [proposal] = seen.proposals
    assert proposal.proposal.basis is Basis.WORDS
    assert set(proposal.references) == _references(alarms)
    assert {"door", "alarm"} <= set(proposal.words)


def test_the_place_says_which_team_kind_and_days(bot, alarms):
    assert len(_look(bot, team="elm").incidents) == 4
    assert len(_look(bot, kind=alarms[0].kind).incidents) == 3
    bot.clock.forward(timedelta(days=22))
    assert (len(_look(bot, days=21).incidents), len(_look(bot, days=91).incidents)) == (0, 7)


def test_a_category_and_a_factor_are_proposed_too(bot):
    reports = [bot.report(key=f"form {number}", by="U0REPORTS", text=f"Word{number}") for number in range(3)]
    for each in reports:
        answers = a_decision_form(response=LearningResponse.INVESTIGATION, lead="U0LEADING")
        decide_incident(bot.context, each.incident_id, answers, seen=None, by="U0SAFETY")
    assert [(each.proposal.basis, each.proposal.code) for each in _look(bot).proposals] == [
        (Basis.CATEGORY, "building")
    ]
    elsewhere = bot.report(key="elsewhere", text="Elsewhere")
    factor = RecordForm(kind=RecordKind.FACTOR, words="Two people for twenty", tag=Tag.STAFF_WORKLOAD)
    for each in reports[1:]:
        add_to_record(bot.context, each.incident_id, factor, key=str(uuid4()), by="U0LEADING")
    decide_incident(
        bot.context,
        elsewhere.incident_id,
        a_decision_form(category="seclusion", response=LearningResponse.INVESTIGATION, lead="U0LEADING"),
        seen=None,
        by="U0SAFETY",
    )
    add_to_record(bot.context, elsewhere.incident_id, factor, key=str(uuid4()), by="U0LEADING")
    found = {each.proposal.code: set(each.references) for each in _look(bot).proposals}
    assert found == {
        "building": _references(reports),
        "staff_workload": _references([*reports[1:], elsewhere]),
    }


def test_a_meaning_that_only_phrases_have_is_named_by_its_name(bot):
    assert themes._written(["@handover", "nobody"], ["The handover was short"]) == ("handover", "nobody")  # noqa: SLF001
    assert themes._written(["@wrong_dose"], ["too much"]) == ("wrong dose",)  # noqa: SLF001


def test_only_so_many_are_read_and_the_screen_says_so(bot, alarms, monkeypatch):
    monkeypatch.setattr(themes, "MOST_READ", 2)
    seen = _look(bot)
    assert (len(seen.incidents), seen.cut) == (2, True)


def test_what_is_kept_more_closely_stands_in_no_count_proposal_or_theme(bot, alarms):
    seen = _confirm(bot, alarms)
    restrict_incident(bot.context, alarms[0].incident_id, by="U0SAFETY")
    looked = _look(bot)
    assert looked.by_kind[alarms[1].kind] == 2
    assert looked.proposals == []
    assert [count for _, count in looked.standing] == [2]
    assert _references(_open(bot, seen).incidents) == _references(alarms[1:])
    assert pathway_of(bot.context, alarms[0].incident_id, by="U0SAFETY", now=bot.clock.now()).themes == ()
    with pytest.raises(ThemeRefused) as refused:
        _confirm(bot, alarms)
    assert (refused.value.field, refused.value.reason) == ("incidents", ThemeReason.NOT_FOUND)


def test_somebody_who_is_involved_does_not_see_it_in_any_theme(bot, alarms):
    hidden = bot.report(key="hidden", text=ALARM[0], involved=["U0SAFETY"])
    seen = _confirm(bot, [*alarms, hidden], by="U0BOTH")
    assert len(_open(bot, seen, by="U0BOTH").incidents) == 4
    assert _references(_open(bot, seen).incidents) == _references(alarms)
    assert [count for _, count in _look(bot).standing] == [3]
    assert len(_look(bot).incidents) == 7
    with pytest.raises(ThemeRefused) as refused:
        _change(bot, seen, alarms, references=hidden.reference)
    assert (refused.value.field, refused.value.reason) == ("more", ThemeReason.NOT_FOUND)


def test_a_theme_whose_incidents_somebody_may_not_see_is_not_shown_to_them(bot):
    hidden = [bot.report(key=text, text=text, involved=["U0SAFETY"]) for text in ALARM]
    _confirm(bot, hidden, by="U0BOTH")
    assert (_look(bot).standing, _home(bot).themes) == ([], [])
    assert len(_look(bot, by="U0BOTH").standing) == 1


def test_the_same_form_confirms_once_and_home_and_pathway_show_it(bot, alarms):
    seen = _confirm(bot, alarms, key="form")
    assert _confirm(bot, alarms, key="form").theme == seen.theme
    assert bot.rows("SELECT count(*) FROM theme") == [(1,)]
    [(theme, count)] = _home(bot).themes
    assert (theme.name, theme.note, count) == (NAMED["name"], NAMED["note"], 3)
    path = pathway_of(bot.context, alarms[0].incident_id, by="U0SAFETY", now=bot.clock.now())
    assert [each.name for each in path.themes] == [NAMED["name"]]


def test_what_is_proposed_is_worked_out_again_and_found_by_its_key(bot, alarms):
    key = _look(bot).proposals[0].proposal.key
    seen, incidents = themes.proposal_of(bot.context, ThemePlace(), key, by="U0SAFETY", now=bot.clock.now())
    assert (set(seen.references), _references(incidents)) == (_references(alarms), _references(alarms))
    bot.report(key="one more", text=ALARM[0])
    with pytest.raises(NotFound):
        themes.proposal_of(bot.context, ThemePlace(), key, by="U0SAFETY", now=bot.clock.now())


def test_incidents_are_added_by_reference_and_left_out_and_come_back_and_history_stays(bot, alarms):
    seen = _confirm(bot, alarms)
    more = [bot.report(key=f"more {number}", text="Something else") for number in range(2)]
    bot.clock.forward(timedelta(days=1))
    typed = f"{more[0].reference.lower()}, {more[1].reference}"
    assert len(_change(bot, seen, alarms, references=typed).incidents) == 5
    after = _change(bot, seen, alarms[1:], shown=alarms)
    assert _references(after.incidents) == _references([*alarms[1:], *more])
    [left_out] = [each for each in after.memberships if each.left_out_at]
    assert (left_out.incident.reference, left_out.left_out_by) == (alarms[0].reference, "U0SAFETY")
    again = _change(bot, seen, alarms[1:], shown=alarms[1:], references=alarms[0].reference)
    assert len(again.incidents) == 5


def test_what_somebody_else_added_meanwhile_stays(bot, alarms):
    seen = _confirm(bot, alarms)
    more = bot.report(key="more", text="Something else")
    _change(bot, seen, alarms, references=more.reference, by="U0BOTH")
    assert len(_change(bot, seen, alarms, shown=alarms).incidents) == 4


def test_a_theme_keeps_enough_incidents_and_a_wrong_reference_adds_none(bot, alarms):
    seen = _confirm(bot, alarms)
    with pytest.raises(ThemeRefused) as refused:
        _change(bot, seen, alarms[1:], shown=alarms)
    assert refused.value.reason is ThemeReason.TOO_FEW
    for typed in ("hello", "2222-222"):
        with pytest.raises(ThemeRefused) as refused:
            _change(bot, seen, alarms, references=typed)
        assert refused.value.field == "more"
    with pytest.raises(ThemeRefused):
        _confirm(bot, alarms[:2])
    assert len(_open(bot, seen).incidents) == 3


def test_a_retired_theme_counts_no_more_and_stays_in_the_history(bot, alarms):
    seen = _confirm(bot, alarms)
    gone = themes.retire_theme(bot.context, seen.theme.id, "Doors changed", by="U0BOTH", now=bot.clock.now())
    assert (gone.theme.retired_by, gone.theme.retired_because) == ("U0BOTH", "Doors changed")
    looked = _look(bot)
    assert (looked.standing, [each.id for each in looked.retired]) == ([], [seen.theme.id])
    assert _home(bot).themes == []
    assert _open(bot, seen).theme == gone.theme
    with pytest.raises(ThemeRefused) as refused:
        _change(bot, seen, alarms)
    assert refused.value.reason is ThemeReason.RETIRED


def test_a_merged_incident_is_in_the_theme_by_the_one_that_it_is_part_of(bot, alarms):
    seen = _confirm(bot, alarms)
    whole = bot.report(key="whole", text="Something else")
    merge_incident(bot.context, alarms[0].incident_id, whole.reference, by="U0SAFETY")
    assert _references(_open(bot, seen).incidents) == _references([*alarms[1:], whole])
    merge_incident(bot.context, alarms[1].incident_id, whole.reference, by="U0SAFETY")
    assert _references(_open(bot, seen).incidents) == _references([alarms[2], whole])


def test_only_a_safety_lead_keeps_themes(bot, alarms):
    lead = a_person(slack_id="U0LEAD", name="Lea", roles=frozenset({Role.SAFETY_LEAD}))
    seen = _confirm(bot, alarms)
    bot.configure(a_service(people=(*a_service().people, lead)))
    assert len(_look(bot, by="U0LEAD").incidents) == 7
    for person in ("U0SAFETY", "U0AMARA"):
        assert home_data(bot.context, person).themes is None
        for act in (
            lambda person=person: _look(bot, by=person),
            lambda person=person: _open(bot, seen, by=person),
            lambda person=person: _confirm(bot, alarms, by=person),
            lambda person=person: _change(bot, seen, alarms, by=person),
        ):
            with pytest.raises(NotForYou):
                act()


def test_a_theme_that_is_not_there_is_not_found(bot):
    with pytest.raises(NotFound):
        themes.open_theme(bot.context, uuid4(), by="U0SAFETY", now=bot.clock.now())


def test_each_step_is_recorded_without_a_word(bot, alarms):
    _look(bot)
    seen = _confirm(bot, alarms)
    _open(bot, seen)
    _change(bot, seen, alarms)
    themes.retire_theme(bot.context, seen.theme.id, "Doors changed", by="U0SAFETY", now=bot.clock.now())
    recorded = bot.rows("SELECT action, subject, detail FROM audit WHERE action LIKE 'theme%' ORDER BY seq")
    assert [action for action, *_ in recorded] == [
        "themes.sought",
        "theme.confirmed",
        "theme.opened",
        "theme.changed",
        "theme.retired",
    ]
    assert all(json.loads(detail or "{}") == {} for *_, detail in recorded)


def test_looking_keeps_nothing(bot, alarms):
    before = _rows_of_all_tables(bot)
    assert _look(bot).proposals
    after = _rows_of_all_tables(bot)
    assert {name for name in after if after[name] != before[name]} <= {"audit", "audit_head"}


def _rows_of_all_tables(bot):
    return {name: bot.rows(f'SELECT count(*) FROM "{name}"') for name in SQLModel.metadata.tables}  # noqa: S608


def test_names_and_blame_in_the_name_of_a_theme_are_pointed_out(bot):
    day = bot.clock.now().date()
    said = ThemeForm(name="The nurse failed to check", note="What Amara Obi did", first_day=day, last_day=day)
    assert {each.words for each in themes.theme_hints(bot.context, said)} >= {"failed to"}
    plain = ThemeForm(**NAMED, first_day=day, last_day=day)
    assert themes.theme_hints(bot.context, plain) == ()


def test_words_of_a_theme_that_cannot_be_read_leave_the_rest_as_it_is(bot, alarms):
    seen = _confirm(bot, alarms)
    bot.execute("UPDATE theme SET name_sealed = note_sealed")
    found = _open(bot, seen)
    assert (found.theme.name, found.theme.note) == (None, NAMED["note"])


def test_more_than_usual_and_a_silent_team_are_told_to_the_lead(bot):
    for number in range(90):
        bot.clock.forward(timedelta(days=3))
        bot.report(key=f"elm {number}", team="elm", kind="violence", text="Door")
    bot.clock.forward(timedelta(days=22))
    for number in range(6):
        bot.report(key=f"oak {number}", kind="environment", text="Roof")
    found = _home(bot).signals
    assert [(each.code, each.recent) for each in found.more] == [("environment", 6)]
    assert [each.code for each in found.silent] == ["elm"]
    assert _look(bot).signals == found


def test_a_team_that_is_gone_is_not_silent(bot):
    for number in range(90):
        bot.clock.forward(timedelta(days=3))
        bot.report(key=f"elm {number}", team="elm", text="Door")
    bot.clock.forward(timedelta(days=22))
    oak = bot.context.service.teams[:1]
    bot.context.service = bot.context.service.model_copy(update={"teams": oak})
    assert _home(bot).signals.silent == []


def test_planted_themes_in_alike_words_are_found_and_few_are_invented():
    found = score(planted("o"), others())
    assert (found.found, found.missed) == (8, 0)
    assert found.invented <= 3
    assert score({}, others()).invented <= 3


def test_what_the_docs_say_of_planted_themes_is_what_is_measured():
    assert len(list(rows())) == 3
    assert table() in LEARNING.read_text(encoding="utf-8")
