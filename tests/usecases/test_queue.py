"""The queue: what is open, in danger first, then the oldest; for each person only what they may find."""

from datetime import date, timedelta
from itertools import product
from uuid import UUID, uuid4

import pytest

from bot.domain.incidents.incident import Decision, IncidentState, LearningResponse
from bot.domain.incidents.queue import MOST_COUNTED, ROWS, QueueCounts, QueuePlace
from bot.domain.reports.deadlines import late_if_sent_before
from bot.domain.reports.harm import PhysicalHarm, PsychologicalHarm
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.sensitivity import Sensitivity
from bot.domain.service import access
from bot.domain.service.access import TABLE, Act, Circumstances, Standing, may
from bot.domain.service.findable import findable
from bot.domain.service.service import Role
from bot.usecases.home import home_data
from bot.usecases.incidents.danger import end_danger, take_danger
from bot.usecases.incidents.open_incident import mark_read
from bot.usecases.incidents.submit import SentForm, submit_report
from storage import incidents, queue
from tests import open_incidents
from tests.domain.examples import ELM, NOON, OAK, a_draft, a_person, a_service
from tests.storage.examples import queries_of
from tests.usecases.bot_without_slack import at

LEAD = "U0SAFETY"
EVERYBODY = {
    "U0TRIAGER": {Role.SAFETY_TEAM},
    "U0LEAD": {Role.SAFETY_LEAD},
    "U0LEADTOO": {Role.SAFETY_LEAD, Role.SAFETY_TEAM},
    "U0DEPUTY": {Role.SAFETY_DEPUTY},
    "U0EXEC": {Role.EXECUTIVE},
    "U0OAKLEAD": {Role.TEAM_LEAD},
    "U0ONCALL": {Role.ON_CALL},
    "U0GOVERN": {Role.GOVERNANCE},
    "U0NOBODY": set(),
}


@pytest.fixture
def send(bot):
    """Keep a report; returns the id of its incident."""

    def send(*, involved=(), about_staff=False, by="U0AMARA", **answers) -> UUID:
        now = bot.clock.now()
        draft = a_draft(**{"happened_at": now, **answers})
        sent = SentForm(draft, Narrative(text="Words"), by, about_staff=about_staff, involved=frozenset(involved))
        return submit_report(bot.context, sent, key=str(uuid4()), now=now).report.id

    return send


@pytest.fixture
def change(bot):
    """Change the facts of an incident, as a use case would."""

    def change(incident_id: UUID, **facts) -> None:
        with bot.context.database.writing(wait=30) as transaction:
            before = incidents.get_for_update(transaction, incident_id)
            assert before
            incidents.change(transaction, before, before.model_copy(update=facts))

    return change


@pytest.fixture
def page(bot):
    """The page that this person sees."""

    def page(place=None, by=LEAD):
        with bot.context.database.reading() as transaction:
            return queue.page(transaction, findable(bot.context.service, by), place or QueuePlace())

    return page


@pytest.fixture
def shown(page):
    """The incidents that this person sees, in their order."""
    return lambda place=None, by=LEAD: [row.incident.id for row in page(place, by).rows]


@pytest.fixture
def counts(bot):
    """The numbers that this person sees."""
    return lambda by=LEAD: _queue(bot, by).counts


def _queue(bot, person, place=None):
    found = home_data(bot.context, person, place or QueuePlace()).queue
    assert found
    return found


def taken(by: str = LEAD):
    return {"state": IncidentState.TAKEN, "taken_by": by, "taken_at": NOON}


def decided():
    decision = Decision(
        category="falls",
        physical_harm=PhysicalHarm.NONE,
        psychological_harm=PsychologicalHarm.NONE,
        response=LearningResponse.LOCAL_REVIEW,
        decided_by=LEAD,
        decided_at=NOON,
    )
    return {**taken(), "state": IncidentState.DECIDED, "decision": decision}


def closed():
    return {"state": IncidentState.CLOSED, "closed_at": NOON, "closed_by": LEAD, "unanswered": 0}


def test_what_is_open_is_there_in_danger_first_then_the_oldest(bot, clock, send, change, shown):
    oldest, *states = [send() for _ in range(3) if clock.forward(timedelta(minutes=1)) is None]
    clock.forward(timedelta(minutes=1))
    not_sure = send(still_at_risk=AtRisk.NOT_SURE)
    clock.forward(timedelta(minutes=1))
    at_risk = send(still_at_risk=AtRisk.YES)
    gone, merged = send(), send()
    change(states[0], **taken())
    change(states[1], **decided())
    change(gone, **closed())
    change(merged, state=IncidentState.MERGED, merged_into=oldest)
    assert shown() == [not_sure, at_risk, oldest, *states]
    take_danger(bot.context, not_sure, by="U0ONCALL", now=clock.now())
    change(at_risk, **taken())
    assert shown() == [not_sure, at_risk, oldest, *states]
    end_danger(bot.context, not_sure, Narrative(text="All moved"), by="U0ONCALL", now=clock.now())
    assert shown() == [at_risk, oldest, *states, not_sure]


def test_a_row_says_what_its_report_says_and_who_first_read_it(bot, clock, send, change, page):
    first = send(happened_at=NOON - timedelta(hours=3), still_at_risk=AtRisk.YES, kind="medication", team="elm")
    clock.forward(timedelta(minutes=20))
    assert mark_read(bot.context, [first], by=LEAD, now=clock.now())
    assert not mark_read(bot.context, [first], by="U0BOTH", now=clock.now() + timedelta(hours=1))
    row = page().rows[0]
    assert (row.incident.kind, row.incident.team, row.in_danger) == ("medication", "elm", True)
    assert (row.happened_at, row.read_at, row.read_by) == (NOON - timedelta(hours=3), clock.now(), LEAD)
    take_danger(bot.context, first, by="U0ONCALL", now=clock.now())
    change(first, **taken("U0BOTH"))
    row = page().rows[0]
    assert (row.incident.taken_by, row.holder, row.held_since) == ("U0BOTH", "U0ONCALL", clock.now())
    end_danger(bot.context, first, Narrative(text="All moved"), by="U0ONCALL", now=clock.now())
    row = page().rows[0]
    assert (row.in_danger, row.holder, row.held_since) == (False, None, None)


def test_the_queue_of_one_team_and_what_one_has_taken(send, change, shown):
    oak, elm, mine = send(), send(team=ELM.code), send(team=ELM.code)
    change(mine, **taken())
    assert set(shown(QueuePlace(team="elm"))) == {elm, mine}
    assert shown(QueuePlace(team=OAK.code)) == [oak]
    assert shown(QueuePlace(mine=True)) == [mine]
    assert shown(QueuePlace(mine=True), by="U0BOTH") == []


def test_page_by_page_each_is_shown_once_also_where_many_came_at_one_moment(bot, clock, send, page):
    sent = [send(still_at_risk=AtRisk.YES) for _ in range(ROWS + 3)]
    clock.forward(timedelta(minutes=1))
    sent += [send() for _ in range(ROWS)]
    first = page()
    assert (first.earlier, first.later, len(first.rows)) == (False, True, ROWS)
    second = page(QueuePlace(after=first.rows[-1].incident.id))
    assert (second.earlier, second.later, len(second.rows)) == (True, True, ROWS)
    third = page(QueuePlace(after=second.rows[-1].incident.id))
    assert (third.earlier, third.later) == (True, False)
    seen = [row.incident.id for each in (first, second, third) for row in each.rows]
    assert sorted(seen, key=str) == sorted(sent, key=str)
    assert [row.in_danger for row in (*first.rows, *second.rows)] == [True] * 23 + [False] * 17
    back = page(QueuePlace(before=third.rows[0].incident.id))
    assert back.rows == second.rows
    assert (back.earlier, back.later) == (True, True)
    assert page(QueuePlace(before=second.rows[0].incident.id)) == first


def test_a_page_that_has_gone_meanwhile_is_the_first_one(send, change, page, shown):
    sent = [send() for _ in range(3)]
    last = shown()[-1]
    assert page(QueuePlace(after=last)) == page()  # Nothing follows it.
    change(last, **closed())
    assert page(QueuePlace(after=last)) == page()
    assert page(QueuePlace(before=sent[0])) == page()  # Less than a page comes before it.
    assert page(QueuePlace(after=uuid4())) == page()  # Nobody knows it.


def test_what_follows_one_that_was_closed_meanwhile_is_still_found(clock, send, change, shown):
    sent = [send() for _ in range(ROWS + 2) if clock.forward(timedelta(minutes=1)) is None]
    for each in sent[:3]:
        change(each, **closed())
    change(sent[ROWS - 1], **closed())
    assert shown(QueuePlace(after=sent[ROWS - 1])) == sent[ROWS:]


def _a_service_with_everybody():
    people = [
        a_person(slack_id=person, name=person, team="oak", roles=frozenset(roles))
        for person, roles in EVERYBODY.items()
    ]
    return a_service(people=tuple(people))


@pytest.mark.parametrize("restricted_is_for", [None, frozenset({Standing.SAFETY_LEAD})], ids=["as it is", "leads"])
def test_each_person_finds_exactly_what_the_access_table_lets_them_find(
    bot, send, shown, monkeypatch, restricted_is_for
):
    if restricted_is_for:
        stricter = dict(TABLE[Sensitivity.RESTRICTED]) | {Act.FIND: restricted_is_for}
        monkeypatch.setattr(access, "TABLE", dict(TABLE) | {Sensitivity.RESTRICTED: stricter})
    bot.configure(_a_service_with_everybody())
    involved: list[tuple[str, ...]] = [(), *((person,) for person in EVERYBODY), ("U0LEAD", "U0LEADTOO")]
    sent = {
        send(involved=who, about_staff=about_staff, by="U0STRANGER"): (about_staff, who)
        for about_staff, who in product((False, True), involved)
    }
    for person in EVERYBODY:
        first = shown(by=person)
        found = {*first, *(shown(QueuePlace(after=first[-1]), by=person) if len(first) == ROWS else ())}
        expected = {
            incident
            for incident, (about_staff, who) in sent.items()
            if may(bot.context.service, person, Act.FIND, _about(about_staff, who))
        }
        assert found == expected, person


def _about(about_staff, who):
    sensitivity = Sensitivity.RESTRICTED if about_staff else Sensitivity.ORDINARY
    return Circumstances(team="oak", sensitivity=sensitivity, reporters={"U0STRANGER"}, involved=who)


def test_where_nobody_is_named_as_lead_the_team_stands_in_for_each_other(bot, send, shown):
    about_one = send(involved=[LEAD])
    assert shown() == []
    assert shown(by="U0BOTH") == [about_one]


def test_only_those_who_may_find_something_have_a_queue(bot, send):
    bot.configure(_a_service_with_everybody())
    send()
    have_one = {person for person in EVERYBODY if home_data(bot.context, person).queue}
    assert have_one == {"U0TRIAGER", "U0LEAD", "U0LEADTOO", "U0DEPUTY"}
    about_the_lead = send(involved=["U0LEAD"])
    page = _queue(bot, "U0EXEC").page
    assert [row.incident.id for row in page.rows] == [about_the_lead]
    assert home_data(bot.context, "U0LEAD").queue


def test_the_numbers(bot, clock, send, change, counts):
    assert counts().nothing
    send()
    read = send(still_at_risk=AtRisk.YES)
    send(still_at_risk=AtRisk.NOT_SURE, involved=[LEAD])
    mark_read(bot.context, [read], by=LEAD, now=clock.now())
    mine = send(still_at_risk=AtRisk.YES)
    change(mine, **taken())
    assert counts() == QueueCounts(new=2, in_danger=2)
    assert counts("U0BOTH") == QueueCounts(new=3, in_danger=3)
    bot.agree(mine, due_on=date(2026, 11, 24))
    bot.agree(mine, key="action 2", due_on=date(2026, 11, 25))
    assert counts().late_actions == 0
    clock.to(at("2026-11-25 12:00"))
    assert counts() == QueueCounts(new=2, in_danger=2, late_actions=1)
    clock.to(at("2026-11-26 00:00"))
    assert counts() == QueueCounts(new=2, in_danger=2, waiting=2, late_actions=2)
    assert counts("U0BOTH").waiting == 3


def test_counting_stops_where_nobody_needs_to_know_more(counts, bot):
    assert MOST_COUNTED == 500
    _fill(bot, 1_010)
    assert counts() == QueueCounts(new=500, waiting=500)


def test_what_the_channel_is_told_points_at_nothing_that_is_closely_kept(bot, send):
    def told() -> QueueCounts:
        with bot.context.database.reading() as transaction:
            return queue.counts_for_channel(transaction, bot.context.service, now=bot.clock.now())

    restricted = send(about_staff=True)
    send(involved=["U0NOBODY"])
    bot.agree(restricted, due_on=date(2026, 11, 24))
    assert told() == QueueCounts()
    send()
    assert told() == QueueCounts(new=1)
    send(about_staff=True, still_at_risk=AtRisk.YES)
    assert told() == QueueCounts(new=1, in_danger=1)
    bot.clock.to(at("2026-11-26 00:00"))
    assert told() == QueueCounts(new=1, in_danger=1, waiting=1)
    send(about_staff=True)
    assert told() == QueueCounts(new=5, in_danger=1, waiting=1)


@pytest.mark.parametrize(
    ("now", "in_time_from"),
    [
        ("2026-11-24 12:00", "2026-11-23 00:00"),  # Tuesday: what was sent on Monday may still be read today.
        ("2026-11-23 12:00", "2026-11-20 00:00"),  # Monday.
        ("2026-11-22 12:00", "2026-11-20 00:00"),  # Sunday.
        ("2026-12-29 12:00", "2026-12-24 00:00"),  # After Christmas: 28 December stands for Boxing Day.
        ("2026-03-31 12:00", "2026-03-30 00:00"),  # The day after the clocks went forward, to come.
        ("2026-06-02 22:59", "2026-05-31 23:00"),  # In summer, before midnight.
        ("2026-06-02 23:00", "2026-06-01 23:00"),
    ],
)
def test_a_report_waits_too_long_when_its_working_day_is_over(now, in_time_from):
    if now.startswith("2026-03-31"):
        in_time_from = "2026-03-29 23:00"
    assert late_if_sent_before(a_service(), now=at(now)) == at(in_time_from)


def test_a_report_is_found_by_its_reference_by_those_who_may_find_it(bot, send):
    about_one = send(involved=[LEAD])
    with bot.context.database.reading() as transaction:
        incident = incidents.find(transaction, about_one)
        assert incident

        def found(person, reference=incident.reference):
            return queue.find(transaction, findable(bot.context.service, person), reference)

        assert found("U0BOTH") == about_one
        assert found("U0BOTH", "2222-222") is None
        assert [found(LEAD), found("U0AMARA"), found("U0ONCALL")] == [None] * 3


@pytest.mark.parametrize("place", ["first", "next", "back", "team", "mine"])
def test_home_takes_as_many_queries_for_a_thousand_open_incidents_as_for_sixty(bot, place):
    def queries() -> int:
        at_place = _place(bot, place)
        with queries_of(bot.context.database) as asked:
            assert len(_queue(bot, LEAD, at_place).page.rows) == ROWS
        return len(asked)

    _fill(bot, 60)
    few = queries()
    _fill(bot, 940, first=61)
    assert queries() == few <= 26


def _place(bot, name: str) -> QueuePlace:
    first = _queue(bot, LEAD).page.rows[-1].incident.id
    second = _queue(bot, LEAD, QueuePlace(after=first)).page.rows[-1].incident.id
    places = {
        "next": QueuePlace(after=first),
        "back": QueuePlace(before=second),
        "team": QueuePlace(team="oak"),
        "mine": QueuePlace(mine=True),
    }
    return places.get(name, QueuePlace())


def _fill(bot, count: int, *, first: int = 1) -> None:
    """Incidents by their numbers, one a minute, half of them taken; their words are never opened here."""
    with bot.context.database.engine.begin() as connection:
        open_incidents.fill(connection, count=count, first=first, team="oak", taken_by=LEAD)
