"""An incident from its first report to its closing: taken, decided, asked about, answered, merged, redacted."""

import json
from datetime import date, timedelta
from uuid import UUID

import pytest

from bot.domain.incidents.conversation import BOT, EntryKind, EntryWords
from bot.domain.incidents.incident import IncidentReason, IncidentRefused, IncidentState
from bot.domain.incidents.steps import DecidedMeanwhile
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Role
from bot.usecases.incidents import danger as dangers
from bot.usecases.incidents import decide, steps
from bot.usecases.incidents.converse import note_reporter_left, reporter_to_answer, write_entry
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.incidents.open_incident import MOST_REPORTS, mark_read, open_incident
from bot.usecases.incidents.redact import redact_incident
from bot.usecases.permissions import NotForYou, NotFound
from bot.usecases.submissions import may_have_been_saved
from storage import integrity
from tests.domain.examples import NOON, a_decision_form
from tests.storage.examples import at_once

NOBODY = UUID(int=9)


def _open(bot, report, *, by="U0SAFETY"):
    return open_incident(bot.context, report.id, by=by, now=bot.clock.now())


def _take(bot, report, *, by="U0SAFETY"):
    return steps.take_incident(bot.context, report.id, by=by)


def _decide(bot, report, *, by="U0SAFETY", seen=None, **answers):
    return decide.decide_incident(bot.context, report.id, a_decision_form(**answers), seen=seen, by=by)


def _write(bot, report, kind=EntryKind.ANSWER, *, by="U0SAFETY", key="entry", text="We mended the alarm"):
    return write_entry(bot.context, report.id, kind, EntryWords(text=text), key=key, by=by)


def _close(bot, report, *, by="U0SAFETY"):
    return steps.close_incident(bot.context, report.id, by=by)


def _hand_over(bot, report, *, by="U0SAFETY", to="U0BOTH"):
    return steps.hand_over_incident(bot.context, report.id, to=to, by=by)


def _merge(bot, report, reference, *, by="U0SAFETY"):
    return merge_incident(bot.context, report.id, reference, by=by)


def _events(bot, like="incident.%"):
    rows = bot.rows(f"SELECT actor, action, detail FROM audit WHERE action LIKE '{like}' ORDER BY seq")  # noqa: S608
    return [(actor, action, json.loads(detail)) for actor, action, detail in rows]


def _refused(act):
    with pytest.raises(IncidentRefused) as refusal:
        act()
    return refusal.value.field, refusal.value.reason


@pytest.fixture
def report(bot):
    return bot.report()


@pytest.fixture
def other(bot):
    return bot.report(key="another form", text="The alarm again", by="U0BEN")


def test_a_moderate_harm_is_taken_decided_asked_about_answered_and_closed(bot, report, clock):
    assert _take(bot, report).taken_by == "U0SAFETY"
    assert _decide(bot, report).decision.category == "building"
    _write(bot, report, EntryKind.QUESTION, key="question", text="Which door was it?")
    clock.forward(timedelta(minutes=1))
    _write(bot, report)
    closed = _close(bot, report)
    assert (closed.state, closed.closed_by, closed.closed_at) == (IncidentState.CLOSED, "U0SAFETY", clock.now())
    opened = _open(bot, report)
    assert opened.incident.version == 5
    assert opened.incident.model_copy(update={"version": closed.version}) == closed
    assert opened.reason == "The alarm was silent twice this month"
    assert [(entry.kind, words.text) for entry, words in opened.conversation] == [
        (EntryKind.QUESTION, "Which door was it?"),
        (EntryKind.ANSWER, "We mended the alarm"),
    ]
    codes = {
        "category": "building",
        "physical_harm": "moderate",
        "psychological_harm": "low",
        "response": "local_review",
    }
    assert _events(bot) == [
        ("U0SAFETY", "incident.taken", {}),
        ("U0SAFETY", "incident.decided", codes),
        ("U0SAFETY", "incident.closed", {}),
    ]
    kinds = [detail["kind"] for _, _, detail in _events(bot, like="entry.%")]
    assert kinds == ["question", "answer"]


def test_its_reporter_is_told_that_something_waits_and_never_what(bot, report):
    bot.post_all()
    del bot.posted[:]
    _write(bot, report, EntryKind.QUESTION, key="question", text="Which door was it?")
    _write(bot, report)
    bot.post_all()
    assert [(each.target, each.message.text) for each in bot.posted] == [
        ("U0AMARA", f"There is a question about {report.reference}."),
        ("U0AMARA", f"There is an answer about {report.reference}."),
    ]
    assert not any("door was it" in str(each) or "mended" in str(each) for each in bot.posted)


def test_a_named_reason_for_no_answer_counts_and_tells_the_reporter_nothing(bot, report):
    bot.post_all()
    del bot.posted[:]
    _write(bot, report, EntryKind.NO_ANSWER, text="She has moved away")
    bot.post_all()
    assert bot.posted == []
    assert _open(bot, report).incident.unanswered == 0


def test_that_a_reporter_has_left_is_noted_once_by_the_program_and_counts_as_answered(bot, report):
    assert reporter_to_answer(bot.context, report.id, by="U0SAFETY") == "U0AMARA"
    for _ in range(2):
        note_reporter_left(bot.context, report.id, by="U0SAFETY")
    opened = _open(bot, report)
    assert [(entry.kind, entry.author, words) for entry, words in opened.conversation] == [
        (EntryKind.NO_ANSWER, BOT, None)
    ]
    assert opened.incident.unanswered == 0
    assert _events(bot, like="entry.%") == [(BOT, "entry.written", {"kind": "no_answer"})]


@pytest.mark.parametrize("kind", [EntryKind.ANSWER, EntryKind.NO_ANSWER])
def test_only_the_first_answer_of_a_report_counts(bot, report, kind):
    _write(bot, report, EntryKind.QUESTION, key="question")
    assert _open(bot, report).incident.unanswered == 1
    _write(bot, report, kind, key="first")
    _write(bot, report, EntryKind.ANSWER, key="second")
    assert _open(bot, report).incident.unanswered == 0


def test_the_same_form_sent_again_is_one_entry_and_one_message(bot, report):
    bot.post_all()
    del bot.posted[:]
    written = []
    at_once(lambda _: written.append(_write(bot, report)), threads=5)
    assert written == [written[0]] * 5
    bot.post_all()
    assert len(bot.posted) == 1
    assert may_have_been_saved(bot.context, "entry")


def test_it_is_not_closed_before_it_is_decided_and_answered(bot, report):
    assert _refused(lambda: _close(bot, report)) == ("close", IncidentReason.NOT_DECIDED)
    _decide(bot, report)
    assert _refused(lambda: _close(bot, report)) == ("close", IncidentReason.NOT_ANSWERED)
    _write(bot, report)
    assert _close(bot, report).state is IncidentState.CLOSED
    assert _refused(lambda: _close(bot, report)) == ("close", IncidentReason.CLOSED)


def test_while_somebody_may_be_at_risk_it_is_neither_closed_nor_put_together_with_another_one(bot, report):
    in_danger = bot.report(key="danger", still_at_risk=AtRisk.YES)
    _decide(bot, in_danger)
    _write(bot, in_danger)
    assert _refused(lambda: _close(bot, in_danger)) == ("close", IncidentReason.IN_DANGER)
    assert _refused(lambda: _merge(bot, in_danger, report.reference)) == ("reference", IncidentReason.IN_DANGER)
    dangers.take_danger(bot.context, in_danger.id, by="U0ONCALL", now=bot.clock.now())
    words = Narrative(text="Mr Smith is with a nurse")
    dangers.end_danger(bot.context, in_danger.id, words, by="U0ONCALL", now=bot.clock.now())
    assert _close(bot, in_danger).state is IncidentState.CLOSED
    opened = _open(bot, in_danger)
    assert (opened.danger.lasts, opened.danger_words) == (False, words)
    assert redact_incident(bot.context, in_danger.id, "Mr Smith", by="U0SAFETY") == 1
    assert _open(bot, in_danger).danger_words.text == "[taken out] is with a nurse"


def test_a_closed_incident_opens_again_and_its_reporter_can_be_answered_once_more(bot, report):
    _decide(bot, report)
    _write(bot, report)
    _close(bot, report)
    _write(bot, report, key="later", text="The alarm was replaced")
    assert steps.reopen_incident(bot.context, report.id, by="U0BOTH").state is IncidentState.DECIDED
    assert _open(bot, report).incident.closed_at is None
    assert _events(bot)[-1] == ("U0BOTH", "incident.reopened", {})


def test_whoever_takes_it_first_has_it_and_hands_it_over_to_somebody_of_the_team(bot, report):
    _take(bot, report)
    assert _take(bot, report, by="U0BOTH").taken_by == "U0SAFETY"
    for nobody_of_the_team in ("U0AMARA", "U0ONCALL"):
        attempt = _refused(
            lambda to=nobody_of_the_team: steps.hand_over_incident(bot.context, report.id, to=to, by="U0SAFETY")
        )
        assert attempt == ("to", IncidentReason.NOT_IN_THE_TEAM)
    assert steps.hand_over_incident(bot.context, report.id, to="U0BOTH", by="U0SAFETY").taken_by == "U0BOTH"
    assert _events(bot) == [
        ("U0SAFETY", "incident.taken", {}),
        ("U0SAFETY", "incident.handed_over", {"to": "U0BOTH"}),
    ]


def test_whoever_has_it_from_now_on_is_told_its_reference_unless_it_is_elsewhere_by_then(bot, report):
    bot.post_all()
    _hand_over(bot, report, by="U0SAFETY", to="U0SAFETY")
    bot.post_all()
    assert bot.of_kind("handed_over") == []
    _hand_over(bot, report)
    _hand_over(bot, report, by="U0BOTH", to="U0SAFETY")
    bot.post_all()
    [told] = bot.of_kind("handed_over")
    assert (told.target, told.message.text) == ("U0SAFETY", f"Open incident {report.reference}: you have it now.")


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told_who(bot, report):
    first, reason, _ = decide.incident_to_decide(bot.context, report.id, by="U0BOTH")
    assert (first.decision, reason) == (None, None)
    _decide(bot, report, by="U0SAFETY")
    with pytest.raises(DecidedMeanwhile) as refusal:
        _decide(bot, report, by="U0BOTH", category="smoking")
    assert refusal.value.decision.decided_by == "U0SAFETY"
    now_there, reason, _ = decide.incident_to_decide(bot.context, report.id, by="U0BOTH")
    assert now_there.decision
    assert (now_there.decision.category, reason) == ("building", "The alarm was silent twice this month")
    seen = now_there.decision.decided_at
    assert _decide(bot, report, by="U0BOTH", category="smoking", seen=seen).decision.category == "smoking"


def test_the_same_decision_sent_again_by_the_same_person_changes_nothing(bot, report, clock):
    _decide(bot, report)
    clock.forward(timedelta(minutes=1))
    assert _decide(bot, report).decision.decided_at == NOON
    assert len(_events(bot)) == 1
    with pytest.raises(DecidedMeanwhile):
        _decide(bot, report, reason="Another reason")


def test_an_answer_that_came_meanwhile_is_no_reason_to_refuse_a_decision(bot, report):
    _write(bot, report)
    assert _decide(bot, report).state is IncidentState.DECIDED


def test_a_day_that_has_passed_is_counted_where_the_service_is(bot, report, clock):
    clock.forward(timedelta(hours=12, minutes=30))
    assert _refused(lambda: _decide(bot, report, due_on=date(2026, 11, 24))) == (
        "due_on",
        IncidentReason.DATE_HAS_PASSED,
    )
    assert _open(bot, report).incident.decision is None


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(_take, id="take"),
        pytest.param(_decide, id="decide"),
        pytest.param(_write, id="write"),
        pytest.param(_close, id="close"),
        pytest.param(lambda bot, report, by: reporter_to_answer(bot.context, report.id, by=by), id="whom to answer"),
        pytest.param(lambda bot, report, by: note_reporter_left(bot.context, report.id, by=by), id="note who left"),
        pytest.param(_hand_over, id="hand over"),
        pytest.param(lambda bot, report, by: steps.restrict_incident(bot.context, report.id, by=by), id="restrict"),
        pytest.param(lambda bot, report, by: redact_incident(bot.context, report.id, "door", by=by), id="redact"),
        pytest.param(lambda bot, report, by: _merge(bot, report, report.reference, by=by), id="merge"),
    ],
)  # fmt: skip
def test_nobody_outside_the_safety_team_does_anything_with_it(bot, report, act):
    for person in ("U0AMARA", "U0ONCALL"):
        with pytest.raises(NotForYou):
            act(bot, report, by=person)
    assert [(actor, action) for actor, action, _ in _events(bot, like="access.%")] == [
        ("U0AMARA", "access.refused"),
        ("U0ONCALL", "access.refused"),
    ]
    assert _open(bot, report).incident.version == 1


def test_what_is_not_there_is_not_found(bot):
    with pytest.raises(NotFound):
        steps.take_incident(bot.context, NOBODY, by="U0SAFETY")


def test_reports_of_one_thing_become_one_incident_and_keep_what_is_theirs(bot, report, other):
    bot.agree(other)
    kept = _merge(bot, other, report.reference.lower().replace("-", ""))
    assert (kept.id, kept.unanswered) == (report.incident_id, 2)
    opened = _open(bot, other)
    shown = bot.rows("SELECT subject FROM audit WHERE action = 'report.opened' ORDER BY seq")
    assert shown == [(str(other.id),), (str(report.id),)]
    assert opened.incident.reference == report.reference
    assert [versions[0][0].reference for versions in opened.reports] == [other.reference, report.reference]
    assert [versions[0][0].reporter for versions in opened.reports] == ["U0BEN", "U0AMARA"]
    assert len(opened.actions) == 1
    _write(bot, report, key="one")
    _decide(bot, report)
    assert _refused(lambda: _close(bot, report)) == ("close", IncidentReason.NOT_ANSWERED)
    _write(bot, other, key="two")
    assert _close(bot, report).state is IncidentState.CLOSED
    assert ("U0SAFETY", "incident.merged", {"into": str(report.id)}) in _events(bot)


def test_the_same_press_again_merges_once_and_what_was_meant_for_one_does_not_change_another(bot, report, other):
    _merge(bot, other, report.reference)
    assert _merge(bot, other, report.reference).id == report.id
    third = bot.report(key="a third form")
    for act in (
        lambda: _merge(bot, other, third.reference),
        lambda: _close(bot, other),
        lambda: _decide(bot, other),
        lambda: redact_incident(bot.context, other.id, "alarm", by="U0SAFETY"),
    ):
        assert _refused(act)[1] is IncidentReason.MERGED
    assert len([event for _, event, _ in _events(bot) if event == "incident.merged"]) == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("K7M4-XR3", IncidentReason.REFERENCE_WRONG),
        ("2222-222", IncidentReason.REFERENCE_NOT_FOUND),
        ("own", IncidentReason.SAME_INCIDENT),
    ],
)
def test_a_reference_of_no_other_incident_is_refused_beside_its_field(bot, report, typed, reason):
    typed = report.reference if typed == "own" else typed
    assert _refused(lambda: _merge(bot, report, typed)) == ("reference", reason)


def test_the_strictest_access_holds_and_whoever_is_part_of_one_is_part_of_both(bot, report):
    abuse = bot.submit(key="another form", kind="abuse").report
    bot.execute("INSERT INTO involved (incident_id, person) VALUES (:incident, 'U0BOTH')", incident=_id(bot, abuse))
    assert _refused(lambda: _merge(bot, report, abuse.reference, by="U0BOTH")) == (
        "reference",
        IncidentReason.REFERENCE_NOT_FOUND,
    )
    _merge(bot, abuse, report.reference)
    assert _open(bot, report).incident.sensitivity is Sensitivity.RESTRICTED
    with pytest.raises(NotForYou):
        _open(bot, report, by="U0BOTH")
    assert _refused(lambda: _decide(bot, report, lead="U0BOTH")) == ("lead", IncidentReason.PERSON_INVOLVED)
    assert _refused(lambda: steps.hand_over_incident(bot.context, report.id, to="U0BOTH", by="U0SAFETY")) == (
        "to",
        IncidentReason.NOT_IN_THE_TEAM,
    )


def _id(bot, report):
    """As this engine stores it."""
    return next(
        row[0] for row in bot.rows("SELECT id FROM incident") if str(row[0]).replace("-", "") == report.id.hex
    )


def test_whoever_waited_for_an_incident_that_was_merged_meanwhile_has_the_other_one(bot, report, other):
    _merge(bot, other, report.reference)
    # As if its report had been looked up before the other transaction had ended.
    bot.execute("UPDATE report SET incident_id = id")
    assert _write(bot, other).report_id == other.id
    assert _open(bot, report).incident.unanswered == 1


def test_more_reports_than_a_modal_holds_are_named_and_can_be_opened_by_themselves(bot, report):
    several = [bot.report(key=f"more {number}") for number in range(MOST_REPORTS + 1)]
    for each in several:
        _merge(bot, each, report.reference)
    opened = _open(bot, report)
    assert (len(opened.reports), len(opened.others)) == (MOST_REPORTS, 2)
    assert opened.reports[0][0][0].id == report.id
    hidden = opened.others[-1]
    assert _open(bot, hidden).reports[0][0][0].reference == hidden.reference


def test_what_the_reporter_wrote_counts_as_read_once_it_was_shown(bot, report):
    _write(bot, report, EntryKind.REPLY, text="It was the back door")
    _write(bot, report, EntryKind.QUESTION, key="question")
    clock_says = bot.clock.now()
    mark_read(bot.context, [report.id], by="U0SAFETY", now=clock_says)
    read = {entry.kind: entry.read_at for entry, _ in _open(bot, report).conversation}
    assert read == {EntryKind.REPLY: clock_says, EntryKind.QUESTION: None}


def test_any_triager_restricts_and_only_a_lead_lifts_it_with_a_reason(bot, report):
    assert steps.restrict_incident(bot.context, report.id, by="U0BOTH").sensitivity is Sensitivity.RESTRICTED
    steps.restrict_incident(bot.context, report.id, by="U0BOTH")
    _name_a_lead(bot, "U0SAFETY")
    with pytest.raises(NotForYou):
        _lift(bot, report, by="U0BOTH")
    assert _lift(bot, report).sensitivity is Sensitivity.ORDINARY
    assert _lift(bot, report).sensitivity is Sensitivity.ORDINARY
    opened = _open(bot, report)
    assert [(entry.kind, words.text) for entry, words in opened.conversation] == [
        (EntryKind.LIFTED, "It is not about staff")
    ]
    assert [event for _, event, _ in _events(bot)] == ["incident.restricted", "incident.lifted"]


def _lift(bot, report, *, by="U0SAFETY"):
    return steps.lift_restriction(
        bot.context, report.id, EntryWords(text="It is not about staff"), key="lifting", by=by
    )


def _name_a_lead(bot, slack_id):
    people = tuple(
        person.model_copy(update={"roles": person.roles | {Role.SAFETY_LEAD}})
        if person.slack_id == slack_id
        else person
        for person in bot.context.service.people
    )
    bot.configure(bot.context.service.model_copy(update={"people": people}))


def test_words_are_taken_out_of_everything_that_was_written_and_the_trail_still_fits(bot, report):
    bot.submit(text="Mr Smith fell at the door")
    bot.clock.forward(timedelta(minutes=1))
    bot.submit(text="Smith fell. Mr Smith was helped.")
    bot.clock.forward(timedelta(minutes=1))
    _write(bot, report, EntryKind.QUESTION, key="question", text="Did Smith say so?")
    bot.clock.forward(timedelta(minutes=1))
    _write(bot, report, text="We mended the alarm")
    _decide(bot, report, reason="Smith fell twice")
    assert redact_incident(bot.context, report.id, "Smith", by="U0SAFETY") == 4
    opened = _open(bot, report)
    texts = [words.text for versions in opened.reports for _, words in versions]
    texts += [words.text for _, words in opened.conversation]
    assert texts == [
        "The door alarm stayed silent",
        "Mr [taken out] fell at the door",
        "[taken out] fell. Mr [taken out] was helped.",
        "Did [taken out] say so?",
        "We mended the alarm",
    ]
    assert opened.reason == "[taken out] fell twice"
    assert _events(bot)[-1] == ("U0SAFETY", "incident.redacted", {"texts": "4"})
    with bot.context.database.reading() as transaction:
        assert integrity.verify(transaction) > 0
    assert _refused(lambda: redact_incident(bot.context, report.id, "Smith", by="U0SAFETY")) == (
        "words",
        IncidentReason.WORDS_NOT_FOUND,
    )


def test_what_cannot_be_read_is_no_reason_to_leave_the_rest_in(bot, report):
    bot.submit(text="Mr Smith fell at the door")
    _decide(bot, report, reason="Smith fell twice")
    bot.execute("UPDATE report SET narrative_sealed = :words", words=b"damaged")
    bot.execute("UPDATE incident SET reason_sealed = :words", words=b"damaged")
    assert redact_incident(bot.context, report.id, "Smith", by="U0SAFETY") == 1
    assert _open(bot, report).reason is None
