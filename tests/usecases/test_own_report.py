"""A reporter reads their own report, adds to it, takes it back and writes with the safety team. Nobody else can."""

import dataclasses
import json
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentReason, IncidentRefused, IncidentState, LearningResponse
from bot.domain.incidents.time_line import Step
from bot.domain.incidents.who_read import DayOfReading
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Role
from bot.usecases.home import home_data
from bot.usecases.incidents.converse import write_entry
from bot.usecases.incidents.danger import end_danger, take_danger
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.open_incident import mark_read, open_incident
from bot.usecases.incidents.own_report import mark_answers_read, my_report, write_to_own_report
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.submissions import may_have_been_saved
from scheduler.posts import BY_KIND
from storage import danger, incidents, queue, reports
from tests.domain.examples import NOON, a_decision, a_person, a_service

NOBODY = UUID(int=9)
AMARA, SAFETY = "U0AMARA", "U0SAFETY"
LEAD = a_person(slack_id="U0LEAD", name="Lena Moss", team="oak", roles=frozenset({Role.TEAM_LEAD}))
MINUTE = timedelta(minutes=1)


def reads(bot, report, *, by=AMARA):
    return my_report(bot.context, report.id, by=by, now=bot.clock.now())


def writes(bot, report, kind=EntryKind.ADDITION, text="He also fell", *, by=AMARA, key="entry 1"):
    bot.clock.forward(MINUTE)
    words = EntryWords(text=text) if text else None
    return write_to_own_report(bot.context, report.id, kind, words, by=by, key=key)


def the_team_writes(bot, report, kind, text, *, by=SAFETY):
    bot.clock.forward(MINUTE)
    key = f"the team {bot.clock.now()}"
    return write_entry(bot.context, report.id, kind, EntryWords(text=text), key=key, by=by)


def becomes(bot, report, **changes):
    """The incident of the report is changed, as the safety team does it."""
    with bot.context.database.writing() as transaction:
        before = incidents.of_report(transaction, report.id)
        incidents.change(transaction, before, before.model_copy(update=changes))


def the_team_opens(bot, report, *, by=SAFETY):
    bot.clock.forward(MINUTE)
    open_incident(bot.context, report.id, by=by, now=bot.clock.now())
    mark_read(bot.context, [report.id], by=by, now=bot.clock.now())


def entries(bot):
    return bot.rows("SELECT kind, author FROM entry ORDER BY at")


def audited(bot, action):
    found = bot.rows("SELECT actor, subject, detail, action FROM audit ORDER BY seq")
    return [entry[:3] for entry in found if entry[3] == action]


def notices(bot):
    bot.post_all()
    return [(posted.target, posted.message.text) for posted in bot.of_kind("reporter_wrote")]


def test_a_reporter_reads_their_own_words_with_what_they_sent_again_and_what_was_added(bot, clock):
    report = bot.report(text="The door alarm stayed silent")
    clock.forward(MINUTE)
    bot.submit(text="It was another door")
    addition = writes(bot, report)
    found = reads(bot, report)
    assert [words.text for words in found.narratives] == ["The door alarm stayed silent", "It was another door"]
    assert found.sent_at == [NOON, NOON + MINUTE]
    assert found.report == report
    assert [found.words[entry.id].text for entry in found.entries] == ["He also fell"]
    assert found.entries == [addition]


def test_each_reading_of_one_s_own_report_is_recorded_and_is_nobody_else_s(bot):
    report = bot.report()
    assert reads(bot, report).reading == ()
    assert reads(bot, report).reading == ()
    assert audited(bot, "own_report.opened") == [(AMARA, str(report.id), "{}")] * 2


def test_the_time_line_tells_what_happened_in_its_order(bot):
    report = bot.report()
    the_team_opens(bot, report)
    bot.clock.forward(MINUTE)
    becomes(bot, report, state=IncidentState.TAKEN, taken_by=SAFETY, taken_at=bot.clock.now())
    the_team_writes(bot, report, EntryKind.QUESTION, "Which door was it?")
    writes(bot, report, EntryKind.REPLY, "The east door")
    bot.clock.forward(MINUTE)
    becomes(bot, report, decision=a_decision(decided_at=bot.clock.now()))
    bot.clock.forward(MINUTE)
    bot.agree(report)
    the_team_writes(bot, report, EntryKind.ANSWER, "The alarm is mended")
    bot.clock.forward(MINUTE)
    closed = {"state": IncidentState.CLOSED, "closed_by": SAFETY, "closed_at": bot.clock.now()}
    becomes(bot, report, **closed)
    found = reads(bot, report)
    assert [(line.what, line.by, line.response) for line in found.time_line] == [
        (Step.SENT, None, None),
        (Step.READ, None, None),
        (Step.TAKEN, SAFETY, None),
        (EntryKind.QUESTION, None, None),
        (EntryKind.REPLY, None, None),
        (Step.DECIDED, None, LearningResponse.LOCAL_REVIEW),
        (Step.ACTION_AGREED, None, None),
        (EntryKind.ANSWER, SAFETY, None),
        (Step.CLOSED, None, None),
    ]
    assert [line.at for line in found.time_line] == [NOON + number * MINUTE for number in range(9)]


def test_of_a_restricted_report_the_time_line_names_nobody(bot):
    report = bot.report(kind="abuse")
    becomes(bot, report, state=IncidentState.TAKEN, taken_by=SAFETY, taken_at=NOON)
    the_team_writes(bot, report, EntryKind.ANSWER, "We have acted on it")
    assert [(line.what, line.by) for line in reads(bot, report).time_line] == [
        (Step.SENT, None),
        (Step.TAKEN, None),
        (EntryKind.ANSWER, None),
    ]


def test_readers_are_told_by_day_and_role_and_only_the_one_who_took_it_by_name(bot):
    report = bot.report()
    the_team_opens(bot, report)
    the_team_opens(bot, report)
    bot.clock.forward(timedelta(days=1))
    the_team_opens(bot, report, by="U0BOTH")
    days = [NOON.date(), NOON.date() + timedelta(days=1)]
    by_role = tuple(DayOfReading(on=day, roles=(Role.SAFETY_TEAM,)) for day in days)
    assert reads(bot, report).reading == by_role
    becomes(bot, report, state=IncidentState.TAKEN, taken_by=SAFETY, taken_at=bot.clock.now())
    assert reads(bot, report).reading == (DayOfReading(on=days[0], people=(SAFETY,)), by_role[1])


def test_whoever_answered_is_named_among_the_readers(bot):
    report = bot.report()
    the_team_opens(bot, report, by="U0BOTH")
    the_team_writes(bot, report, EntryKind.ANSWER, "It is mended", by="U0BOTH")
    assert reads(bot, report).reading == (DayOfReading(on=NOON.date(), people=("U0BOTH",)),)


def test_whoever_opened_another_report_of_the_same_incident_has_read_this_one_too(bot):
    report, other = bot.report(key="form 1"), bot.report(key="form 2", by="U0ONCALL")
    the_team_opens(bot, other)
    bot.clock.forward(timedelta(days=1))
    merge_incident(bot.context, other.id, report.reference, by=SAFETY)
    assert reads(bot, report).reading == ()
    the_team_opens(bot, other, by="U0BOTH")
    days = [NOON.date(), NOON.date() + timedelta(days=1)]
    by_role = [DayOfReading(on=day, roles=(Role.SAFETY_TEAM,)) for day in days]
    assert reads(bot, report).reading == (by_role[1],)
    assert reads(bot, other, by="U0ONCALL").reading == (by_role[0], by_role[1])


def test_of_a_restricted_report_readers_are_told_by_day_alone(bot):
    report = bot.report(kind="abuse")
    the_team_opens(bot, report)
    becomes(bot, report, state=IncidentState.TAKEN, taken_by=SAFETY, taken_at=NOON)
    assert reads(bot, report).reading == (DayOfReading(on=NOON.date()),)


def test_a_report_of_a_team_that_has_left_is_read_all_the_same(bot):
    report = bot.report(team="elm")
    the_team_opens(bot, report)
    service = bot.context.service
    people = tuple(person.model_copy(update={"team": None}) for person in service.people)
    bot.configure(service.model_copy(update={"teams": service.teams[:1], "people": people}))
    assert reads(bot, report).reading == (DayOfReading(on=NOON.date(), roles=(Role.SAFETY_TEAM,)),)


@pytest.mark.parametrize("person", ["U0STRANGER", "U0SAFETY", "U0BOTH", "U0ONCALL", "U0LEAD"])
def test_nobody_but_its_reporter_reads_it_this_way_or_writes_to_it(bot, person):
    bot.configure(a_service(people=(*bot.context.service.people, LEAD)))
    report = bot.report()
    with pytest.raises(NotForYou):
        reads(bot, report, by=person)
    with pytest.raises(NotForYou):
        writes(bot, report, by=person)
    acts = [json.loads(detail)["act"] for _actor, _subject, detail in audited(bot, "access.refused")]
    assert acts == ["read_own_report", "write_to_own_report"]
    assert (audited(bot, "own_report.opened"), entries(bot)) == ([], [])


def test_the_reporter_of_another_report_of_the_same_incident_does_not_read_this_one(bot):
    report, other = bot.report(key="form 1"), bot.report(key="form 2", by="U0ONCALL")
    merge_incident(bot.context, other.id, report.reference, by=SAFETY)
    for by, theirs, not_theirs in (("U0ONCALL", other, report), (AMARA, report, other)):
        assert reads(bot, theirs, by=by).report.id == theirs.id
        with pytest.raises(NotForYou):
            reads(bot, not_theirs, by=by)
        with pytest.raises(NotForYou):
            writes(bot, not_theirs, by=by)


def test_whether_a_report_exists_is_not_told(bot):
    with pytest.raises(NotForYou):
        my_report(bot.context, NOBODY, by=AMARA, now=NOON)
    with pytest.raises((NotForYou, NotFound)):
        write_to_own_report(bot.context, NOBODY, EntryKind.ADDITION, EntryWords(text="x"), by=AMARA, key="k")


def test_what_is_added_is_kept_once_recorded_without_words_and_told_to_the_safety_channel(bot):
    report = bot.report()
    first, again = writes(bot, report, key="one form"), writes(bot, report, key="one form")
    assert again == first
    assert entries(bot) == [("addition", AMARA)]
    assert audited(bot, "own_report.written_to") == [
        (AMARA, str(report.id), json.dumps({"entry": str(first.id), "kind": "addition"}, separators=(",", ":")))
    ]
    assert notices(bot) == [("C0SAFETY", f"{report.reference}: its reporter has added something.")]
    assert bot.rings > 0


def test_whoever_has_the_incident_is_told_as_long_as_they_may_answer(bot):
    report = bot.report()
    becomes(bot, report, state=IncidentState.TAKEN, taken_by="U0BOTH", taken_at=NOON)
    writes(bot, report, key="one")
    people = tuple(person for person in bot.context.service.people if person.slack_id != "U0BOTH")
    bot.configure(bot.context.service.model_copy(update={"people": people}))
    writes(bot, report, key="two")
    assert [target for target, _words in notices(bot)] == ["U0BOTH", "C0SAFETY"]


def test_a_report_is_taken_back_once_and_the_fact_has_a_home(bot):
    report, other = bot.report(key="form 1"), bot.report(key="form 2")
    writes(bot, report, EntryKind.WITHDRAWAL, "It was a misunderstanding")
    with pytest.raises(IncidentRefused) as refusal:
        writes(bot, report, EntryKind.WITHDRAWAL, "Once more", key="entry 2")
    assert refusal.value.reason is IncidentReason.TAKEN_BACK_ALREADY
    with bot.context.database.reading() as transaction:
        assert reports.withdrawn(transaction, [report.id, other.id]) == {report.id}
        assert reports.withdrawn(transaction, []) == frozenset()
    assert reads(bot, report).narratives[0].text == "The door alarm stayed silent"
    assert EntryKind.WITHDRAWAL not in reads(bot, report).may_write
    assert EntryKind.WITHDRAWAL in reads(bot, other).may_write
    assert notices(bot) == [("C0SAFETY", f"{report.reference}: its reporter has taken it back.")]


def test_that_nobody_is_at_risk_now_can_be_said_of_danger_only_and_again_after_new_danger(bot):
    calm, report = bot.report(key="form 1"), bot.report(key="form 2", still_at_risk=AtRisk.NOT_SURE)
    with pytest.raises(IncidentRefused) as refusal:
        writes(bot, calm, EntryKind.SAFE_NOW, None)
    assert refusal.value.reason is IncidentReason.NOT_NOW
    writes(bot, report, EntryKind.SAFE_NOW, None, key="press 1")
    with pytest.raises(IncidentRefused):
        writes(bot, report, EntryKind.SAFE_NOW, None, key="press 2")
    bot.clock.forward(MINUTE)
    bot.submit(key="form 2", still_at_risk=AtRisk.YES)
    writes(bot, report, EntryKind.SAFE_NOW, None, key="press 3")
    assert entries(bot) == [("safe_now", AMARA)] * 2
    said = f"{report.reference}: its reporter says that nobody is at risk now."
    assert notices(bot) == [("C0SAFETY", said)] * 2


def test_a_question_and_an_answer_are_written_back_to_and_thanked_for(bot):
    report = bot.report()
    with pytest.raises(IncidentRefused):
        writes(bot, report, EntryKind.REPLY, "Hello?")
    the_team_writes(bot, report, EntryKind.QUESTION, "Which door was it?")
    assert reads(bot, report).may_write == {EntryKind.ADDITION, EntryKind.WITHDRAWAL, EntryKind.REPLY}
    writes(bot, report, EntryKind.REPLY, "The east door", key="reply 1")
    the_team_writes(bot, report, EntryKind.ANSWER, "It is mended")
    writes(bot, report, EntryKind.IT_HELPED, None, key="press 1")
    with pytest.raises(IncidentRefused):
        writes(bot, report, EntryKind.IT_HELPED, None, key="press 2")
    writes(bot, report, EntryKind.REPLY, "And the west door?", key="reply 2")
    kinds = ["question", "reply", "answer", "it_helped", "reply"]
    assert [kind for kind, _author in entries(bot)] == kinds
    assert [entry.kind for entry in reads(bot, report).entries] == kinds
    assert notices(bot) == [("C0SAFETY", f"{report.reference}: its reporter has written back.")] * 2


def test_what_the_team_writes_for_itself_is_not_read_by_the_reporter(bot):
    report = bot.report()
    the_team_writes(bot, report, EntryKind.NO_ANSWER, "Has left the service")
    found = reads(bot, report)
    assert (found.entries, found.words) == ([], {})


def test_questions_and_answers_count_as_read_once_they_were_shown(bot):
    report = bot.report()
    the_team_writes(bot, report, EntryKind.ANSWER, "It is mended")
    writes(bot, report, key="mine")
    assert [entry.read_at for entry in reads(bot, report).entries] == [None, None]
    mark_answers_read(bot.context, report.id, now=bot.clock.now())
    assert [entry.read_at for entry in reads(bot, report).entries] == [bot.clock.now(), None]


def test_a_form_that_was_kept_is_known_as_kept(bot):
    report = bot.report()
    writes(bot, report, key="one form")
    assert may_have_been_saved(bot.context, "one form")
    assert may_have_been_saved(bot.context, "another form") is bot.context.database.shared


def test_where_the_one_who_has_it_cannot_be_reached_the_safety_channel_is_told(bot):
    report = bot.report()
    becomes(bot, report, state=IncidentState.TAKEN, taken_by="U0BOTH", taken_at=NOON)
    writes(bot, report)
    claimed = next(each for each in iter(bot.next_message, None) if each.kind == "reporter_wrote")
    [instead] = BY_KIND["reporter_wrote"].fallback(bot.context.service, claimed)
    assert (claimed.target, instead.target, instead.body) == ("U0BOTH", "C0SAFETY", claimed.body)
    in_the_channel = dataclasses.replace(claimed, target="C0SAFETY")
    assert BY_KIND["reporter_wrote"].fallback(bot.context.service, in_the_channel) == []


@pytest.mark.parametrize(("kind", "text"), [(EntryKind.SAFE_NOW, None), (EntryKind.WITHDRAWAL, "I was wrong")])
def test_a_danger_shows_at_once_what_its_reporter_says_and_lasts(bot, kind, text):
    report = bot.report(still_at_risk=AtRisk.YES)
    redrawn: list[UUID] = []
    bot.context.redraw = redrawn.extend
    writes(bot, report, kind, text)
    with bot.context.database.reading() as transaction:
        found = danger.find(transaction, report.id)
    assert found is not None
    assert (found.reporter_safe_at, found.lasts, redrawn) == (bot.clock.now(), True, [report.id])


def test_what_is_added_says_nothing_of_the_danger(bot):
    report = bot.report(still_at_risk=AtRisk.YES)
    redrawn: list[UUID] = []
    bot.context.redraw = redrawn.extend
    writes(bot, report)
    with bot.context.database.reading() as transaction:
        found = danger.find(transaction, report.id)
    assert found is not None
    assert found.reporter_safe_at is None
    assert redrawn == []


def test_once_the_danger_is_over_its_reporter_is_not_asked_about_it(bot):
    report = bot.report(still_at_risk=AtRisk.YES)
    assert reads(bot, report).in_danger
    take_danger(bot.context, report.id, by="U0ONCALL", now=bot.clock.now())
    end_danger(bot.context, report.id, Narrative(text="Moved"), by="U0ONCALL", now=bot.clock.now())
    found = reads(bot, report)
    assert (found.in_danger, EntryKind.SAFE_NOW in found.may_write) == (False, False)


def test_the_queue_and_the_card_say_that_a_report_was_taken_back_until_another_of_the_incident_stands(bot):
    report, other = bot.report(key="form 1"), bot.report(key="form 2", by="U0ONCALL")
    writes(bot, report, EntryKind.WITHDRAWAL, "A misunderstanding")

    def taken_back():
        shown = home_data(bot.context, SAFETY).queue
        assert shown is not None
        rows = shown.page.rows
        with bot.context.database.reading() as transaction:
            cards = [queue.of_report(transaction, each.id).taken_back for each in (report, other)]
        return {row.incident.reference: row.taken_back for row in rows}, cards

    assert taken_back() == ({report.reference: True, other.reference: False}, [True, False])
    merge_incident(bot.context, other.id, report.reference, by=SAFETY)
    assert taken_back() == ({report.reference: False}, [True, False])
    writes(bot, other, EntryKind.WITHDRAWAL, "Mine as well", by="U0ONCALL", key="entry 2")
    assert taken_back() == ({report.reference: True}, [True, True])
