"""Anonymous reports: no name, no time finer than the hour, found again with the claim code alone."""

import base64
import json
from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.incidents.conversation import EntryKind, EntryWords
from bot.domain.incidents.danger import DangerState
from bot.domain.incidents.incident import IncidentReason, IncidentRefused
from bot.domain.reports.claim_codes import code_from
from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.service import Role
from bot.usecases.incidents.by_claim_code import PassExpired, code_of_form, enter, read_by_code, write_by_code
from bot.usecases.incidents.converse import reporter_to_answer, write_entry
from bot.usecases.incidents.danger import danger_is_still_so, end_danger, give_back_danger, take_danger
from bot.usecases.incidents.decide import decide_incident
from bot.usecases.incidents.look_up import look_up_name
from bot.usecases.incidents.merge import merge_incident
from bot.usecases.operations.reseal import reseal
from bot.usecases.permissions import NotForYou
from bot.usecases.submissions import may_have_been_saved
from storage import claims, conversations, incidents, integrity
from storage import danger as dangers
from storage.engine import connect
from storage.engine.encryption import Keyring, new_key
from tests.domain.examples import NOON, ON_CALL, SAFETY, a_decision_form, a_person, a_service

ODD = timedelta(minutes=17, seconds=23)
HOUR = timedelta(hours=1)
DONE = Narrative(text="Seen by the doctor")


@pytest.fixture(autouse=True)
def _seventeen_past(bot):
    bot.queue_what_is_due()
    bot.clock.forward(ODD)


def sends(bot, key="nonce", **answers):
    return bot.submit(**{"key": key, "name_choice": NameChoice.ANONYMOUS, **answers})


def the_hour_comes(bot, hours=1):
    bot.clock.to(NOON + hours * HOUR + timedelta(seconds=1))
    bot.queue_what_is_due()
    bot.post_all()


def audited(bot):
    return bot.rows("SELECT action, actor, subject FROM audit WHERE actor <> 'operator' ORDER BY seq")


def verify(bot):
    with bot.context.database.reading() as transaction:
        return integrity.verify(transaction)


def pass_of(bot, receipt):
    return enter(bot.context, receipt.code, now=bot.clock.now())


def reads(bot, receipt):
    return read_by_code(bot.context, pass_of(bot, receipt), now=bot.clock.now())


def writes(bot, receipt, kind=EntryKind.ADDITION, text="He also fell", *, key="entry"):
    given = pass_of(bot, receipt)
    return write_by_code(bot.context, given, kind, EntryWords(text=text), key=key, now=bot.clock.now())


def test_nobody_is_named_and_the_times_are_kept_to_the_hour(bot):
    report = sends(bot).report
    assert report.reporter == "anonymous"
    assert (report.happened_at, report.reported_at) == (NOON, NOON)
    with bot.context.database.reading() as transaction:
        incident = incidents.find(transaction, report.incident_id)
    assert incident is not None
    assert incident.opened_at == NOON


def test_without_danger_the_card_and_the_audit_entry_come_at_the_full_hour(bot):
    before = audited(bot)
    report = sends(bot).report
    bot.post_all()
    assert (bot.posted, audited(bot)) == ([], before)
    verify(bot)
    the_hour_comes(bot)
    assert [(each.kind, each.subject["report"]) for each in bot.posted] == [("card", str(report.id))]
    assert audited(bot)[len(before) :] == [("report.sent", "anonymous", str(report.id))]
    assert bot.rows("SELECT count(*) FROM unrecorded") == [(0,)]
    verify(bot)


def test_with_danger_the_card_leaves_at_once_and_because_of_nobody(bot):
    report = sends(bot, still_at_risk=AtRisk.YES).report
    assert bot.rows("SELECT kind, sender_hash FROM outbox ORDER BY position") == [("card", None), ("rung", None)]
    assert audited(bot)[-1] == ("report.sent", "anonymous", str(report.id))
    bot.post_all()
    assert [each.kind for each in bot.posted] == ["card", "rung"]
    verify(bot)


def danger_of(bot, report):
    with bot.context.database.reading() as transaction:
        return dangers.find(transaction, report.incident_id)


def due_kinds(bot):
    return {kind for (kind,) in bot.rows("SELECT kind FROM due WHERE kind LIKE 'danger%'")}


def test_the_ladder_names_nobody_and_nobody_anonymous_is_told(bot):
    report = sends(bot, still_at_risk=AtRisk.YES).report
    bot.post_all()
    assert due_kinds(bot) == {"danger_rung"}
    bot.clock.forward(timedelta(minutes=6))
    bot.tick()
    for use_case, more in ((take_danger, ()), (give_back_danger, ()), (take_danger, ()), (end_danger, (DONE,))):
        use_case(bot.context, report.id, *more, by="U0ONCALL", now=bot.clock.now())
    bot.post_all()
    assert bot.rows("SELECT count(*) FROM outbox WHERE kind IN ('danger_news', 'copy')") == [(0,)]
    kept = bot.rows("SELECT * FROM danger") + bot.rows("SELECT * FROM rung") + bot.rows("SELECT * FROM audit")
    assert "U0AMARA" not in str(kept)
    assert bot.rows("SELECT count(*) FROM home_visit") == [(0,)]
    verify(bot)


def test_the_same_look_finds_that_somebody_named_is_told(bot):
    report = bot.report(still_at_risk=AtRisk.YES)
    assert due_kinds(bot) == {"danger_rung", "danger_unseen"}
    take_danger(bot.context, report.id, by="U0ONCALL", now=bot.clock.now())
    bot.post_all()
    assert [each.target for each in bot.of_kind("danger_news")] == ["U0AMARA"]


def test_of_one_incident_only_those_who_gave_a_name_are_told(bot):
    anonymous = sends(bot).report
    named = bot.report(key="named", still_at_risk=AtRisk.YES)
    merge_incident(bot.context, anonymous.id, named.reference, by="U0SAFETY")
    take_danger(bot.context, named.id, by="U0ONCALL", now=bot.clock.now())
    bot.post_all()
    assert [each.target for each in bot.of_kind("danger_news")] == ["U0AMARA"]


def test_something_long_ago_rings_at_once_because_nobody_can_be_asked(bot):
    report = sends(bot, still_at_risk=AtRisk.YES, happened_at=NOON - 30 * HOUR).report
    bot.post_all()
    assert danger_of(bot, report).state is DangerState.OPEN
    assert len(bot.of_kind("rung")) == 1
    for person in ("U0AMARA", "anonymous"):
        with pytest.raises(NotForYou):
            danger_is_still_so(bot.context, report.id, by=person, now=bot.clock.now())


def test_other_answers_that_speak_of_danger_ring_at_once(bot):
    report = sends(bot).report
    bot.post_all()
    assert bot.posted == []
    sends(bot, text="She is on the roof", still_at_risk=AtRisk.NOT_SURE)
    bot.post_all()
    assert [each.kind for each in bot.posted] == ["card", "rung"]
    assert danger_of(bot, report).state is DangerState.OPEN
    verify(bot)
    the_hour_comes(bot)
    verify(bot)


@pytest.mark.parametrize("kind", [EntryKind.ADDITION, EntryKind.SAFE_NOW, EntryKind.WITHDRAWAL])
def test_while_danger_lasts_the_team_reads_at_once_what_is_written(bot, kind):
    receipt = sends(bot, still_at_risk=AtRisk.YES)
    redrawn: list[UUID] = []
    bot.context.redraw = redrawn.extend
    bot.posted.clear()
    assert kind in reads(bot, receipt).may_write
    entry = writes(bot, receipt, kind)
    assert writes(bot, receipt, kind) == entry
    bot.post_all()
    assert [each.target for each in bot.of_kind("reporter_wrote")] == [bot.context.service.safety_channel]
    assert (entry.author, entry.at) == ("anonymous", NOON)
    assert audited(bot)[-1] == ("own_report.written_to", "anonymous", str(receipt.report.id))
    safe = kind is not EntryKind.ADDITION
    found = danger_of(bot, receipt.report)
    assert (found.lasts, found.reporter_safe_at is not None) == (True, safe)
    assert set(redrawn) == ({receipt.report.incident_id} if safe else set())
    verify(bot)


def test_once_danger_is_over_the_team_reads_at_the_full_hour_again(bot):
    receipt = sends(bot, still_at_risk=AtRisk.YES)
    for use_case, more in ((take_danger, ()), (end_danger, (DONE,))):
        use_case(bot.context, receipt.report.id, *more, by="U0ONCALL", now=bot.clock.now())
    assert EntryKind.SAFE_NOW not in reads(bot, receipt).may_write
    assert writes(bot, receipt).at == NOON + HOUR
    bot.post_all()
    assert bot.of_kind("reporter_wrote") == []


def test_somebody_involved_gets_no_card_of_it_at_the_full_hour_either(bot):
    lead = a_person(slack_id="U0LEAD", name="Lea Dunn", roles=frozenset({Role.SAFETY_LEAD}))
    bot.configure(a_service(people=(SAFETY, ON_CALL, lead)))
    sends(bot, involved=["U0SAFETY"])
    sends(bot, involved=["U0SAFETY"], text="It was another door")
    the_hour_comes(bot)
    assert [each.target for each in bot.of_kind("card")] == ["U0LEAD", "U0LEAD"]


@pytest.mark.parametrize("engine", ["sqlite"])  # PostgreSQL numbers its transactions: docs/anonymous.md says so.
def test_the_place_of_the_rows_of_people_involved_tells_nothing(bot):
    sends(bot, involved=["U0SAFETY", "U0ONCALL"])
    sends(bot, involved=["U0OWEN"], text="It was another door")
    places = [place for (place,) in bot.rows("SELECT rowid FROM involved")]
    assert len(places) == 3
    assert max(places) < 0


def test_who_gives_a_name_afterwards_leaves_no_minute_on_an_anonymous_report(bot):
    sends(bot)
    bot.submit(key="nonce:U0AMARA", other_key="nonce", text="It was another door")
    assert bot.rows("SELECT count(*) FROM amendment") == [(1,)]
    assert "12:17" not in str(bot.rows("SELECT happened_at, amended_at FROM amendment"))


def test_a_report_that_joins_a_decided_incident_keeps_the_day_alone(bot):
    decided, report = bot.report(key="named"), sends(bot).report
    the_hour_comes(bot)
    decide_incident(bot.context, decided.id, a_decision_form(), seen=None, by="U0SAFETY")
    merge_incident(bot.context, report.id, decided.reference, by="U0SAFETY")
    (times,) = bot.rows(
        "SELECT report.happened_at, report.reported_at, incident.opened_at FROM report JOIN incident "
        "ON incident.id = report.id WHERE report.name_choice = 'anonymous'"
    )
    assert {str(moment)[11:16] for moment in times} == {"00:00"}
    verify(bot)


def test_reports_of_one_hour_are_recorded_in_an_order_that_is_not_theirs(bot):
    sent = [str(sends(bot, key=f"nonce {number}").report.id) for number in range(24)]
    the_hour_comes(bot)
    recorded = [subject for action, _, subject in audited(bot) if action == "report.sent"]
    assert sorted(recorded) == sorted(sent)
    assert recorded != sent


@pytest.mark.parametrize("engine", ["sqlite"])  # PostgreSQL numbers its transactions: docs/anonymous.md says so.
def test_the_place_of_a_row_tells_nothing(bot):
    for number in range(12):
        bot.submit(key=f"named {number}")
        sends(bot, key=f"nonce {number}")
    for table in ("report", "incident"):
        places = bot.rows(f"SELECT rowid, id FROM {table}")  # noqa: S608 - two names
        assert sum(place < 0 for place, _ in places) == 12
        assert sorted(place for place, _ in places if place > 0) == list(range(1, 13))


def test_the_same_form_sent_again_shows_the_same_code_and_saves_nothing(bot):
    first, again = sends(bot), sends(bot)
    assert first == again
    assert code_of_form(bot.context, "nonce") == first.code
    assert bot.rows("SELECT count(*) FROM claim") == [(1,)]
    assert may_have_been_saved(bot.context, "nonce:U0AMARA", "nonce")


def test_other_answers_of_the_same_form_are_kept_beside_it(bot):
    first = sends(bot)
    again = sends(bot, text="It was another door")
    assert (again.amended, again.report.id, again.code) == (True, first.report.id, first.code)
    verify(bot)
    the_hour_comes(bot)
    assert sorted(each.kind for each in bot.posted) == ["card", "card"]
    assert {actor for action, actor, _ in audited(bot) if action.startswith("report.")} == {"anonymous"}
    verify(bot)


def test_who_changes_the_choice_after_an_unknown_outcome_leaves_no_name_on_an_anonymous_report(bot):
    first = sends(bot)
    named = bot.submit(key="nonce:U0AMARA", other_key="nonce", text="It was another door")
    assert (named.report.id, named.amended, named.code) == (first.report.id, True, first.code)
    the_hour_comes(bot)
    assert "U0AMARA" not in json.dumps(bot.rows("SELECT actor, subject, detail FROM audit"))


def test_a_code_leads_to_its_report_and_no_other_code_does(bot):
    receipt = sends(bot)
    assert reads(bot, receipt).report == receipt.report
    assert enter(bot.context, code_from(bytes(32)), now=bot.clock.now()) is None


def test_a_pass_is_good_for_half_an_hour_and_cannot_be_made_up(bot):
    given = pass_of(bot, sends(bot))
    bot.clock.forward(timedelta(minutes=29))
    read_by_code(bot.context, given, now=bot.clock.now())
    bot.clock.forward(timedelta(minutes=2))
    for refused in (given, given[:-8], "", "é"):
        with pytest.raises(PassExpired):
            read_by_code(bot.context, refused, now=bot.clock.now())


def test_the_team_and_an_anonymous_reporter_write_to_each_other(bot):
    receipt = sends(bot)
    report = receipt.report
    words = EntryWords(text="Which door was it?")
    write_entry(bot.context, report.id, EntryKind.QUESTION, words, key="ask", by="U0SAFETY")
    assert reporter_to_answer(bot.context, report.id, by="U0SAFETY") is None
    found = reads(bot, receipt)
    assert [found.words[each.id].text for each in found.entries] == ["Which door was it?"]
    reply = writes(bot, receipt, EntryKind.REPLY, "The one to the garden")
    assert writes(bot, receipt, EntryKind.REPLY, "The one to the garden") == reply
    assert (reply.author, reply.at) == ("anonymous", NOON + HOUR)
    bot.post_all()
    assert bot.posted == []
    the_hour_comes(bot)
    assert sorted(each.kind for each in bot.posted) == ["card", "reporter_wrote"]
    assert {each.target for each in bot.posted} == {bot.context.service.safety_channel}
    verify(bot)


def test_a_report_is_taken_back_once(bot):
    receipt = sends(bot)
    writes(bot, receipt, EntryKind.WITHDRAWAL, "I mixed up two wards")
    with pytest.raises(IncidentRefused) as refusal:
        writes(bot, receipt, EntryKind.WITHDRAWAL, "Again", key="other")
    assert refusal.value.reason is IncidentReason.TAKEN_BACK_ALREADY


def test_that_it_was_opened_is_recorded_to_the_day(bot):
    receipt = sends(bot)
    words = EntryWords(text="We mended it")
    write_entry(bot.context, receipt.report.id, EntryKind.ANSWER, words, key="answer", by="U0SAFETY")
    reads(bot, receipt)
    with bot.context.database.reading() as transaction:
        (entry,) = conversations.of_reports(transaction, [receipt.report.id])
    assert entry.read_at == NOON.replace(hour=0)
    the_hour_comes(bot, hours=11)
    assert "own_report.opened" not in [action for action, _, _ in audited(bot)]
    the_hour_comes(bot, hours=12)
    assert ("own_report.opened", "anonymous", str(receipt.report.id)) in audited(bot)


@pytest.mark.parametrize("hours", [0, 1])
def test_after_the_decision_the_times_are_kept_to_the_day(bot, hours):
    report = sends(bot).report
    if hours:
        the_hour_comes(bot)
    decide_incident(bot.context, report.id, a_decision_form(), seen=None, by="U0SAFETY")
    verify(bot)
    the_hour_comes(bot, hours=2)
    verify(bot)
    times = bot.rows("SELECT happened_at, reported_at FROM report") + bot.rows("SELECT opened_at FROM incident")
    assert {str(moment)[11:16] for row in times for moment in row} == {"00:00"}


def test_the_name_of_an_anonymous_reporter_cannot_be_looked_up(bot):
    report = sends(bot).report
    with pytest.raises(IncidentRefused) as refusal:
        look_up_name(bot.context, report.id, EntryWords(text="I want to"), key="look", by="U0SAFETY")
    assert refusal.value.reason is IncidentReason.NO_NAME_TO_LOOK_UP


def test_the_database_with_the_keys_that_are_in_it_makes_no_code(bot):
    """Whoever has the file, the secret of submissions and the secret that unwraps, and even the form's nonce."""
    receipt = sends(bot)
    database = bot.context.database
    in_it = (database.lookup_secret, database.audit_secret, database.claim_keys.unwrapping)
    with database.reading() as transaction:
        made = {claims._made(key, nonce) for key in in_it for nonce in ("nonce", "nonce:U0AMARA")}  # noqa: SLF001
        assert receipt.code not in made
        assert claims._made(database.claim_keys.making[0], "nonce") == receipt.code  # noqa: SLF001
        assert [claims.find(transaction, code) for code in made] == [None] * len(made)
    everything = {bytes(value) for row in bot.rows("SELECT value_sealed FROM secret") for value in row}
    kept = {*in_it, *everything}
    assert kept.isdisjoint({*database.claim_keys.making, *database.claim_keys.finding})
    rows = bot.rows("SELECT finder, report_wrapped FROM claim")
    assert all(UUID(str(receipt.report.id)).bytes not in bytes(value) for row in rows for value in row)


def test_codes_outlive_the_keys_of_their_time(bot, url):
    receipt = sends(bot)
    bot.stop()
    keyring = bot._keyring  # noqa: SLF001
    old = ",".join(f"{name}:{base64.urlsafe_b64encode(key).decode()}" for name, key in keyring._keys.items())  # noqa: SLF001
    new = f"new:{new_key()}"
    with closing(connect.open_database(url, Keyring.from_text(f"{new},{old}"))) as both:
        with both.reading() as transaction:
            assert claims.code_for(transaction, "nonce") == receipt.code
        assert reseal(both, now=NOON).still_needed == []
    with closing(connect.open_database(url, Keyring.from_text(new))) as alone, alone.reading() as transaction:
        assert claims.find(transaction, receipt.code) == receipt.report.id
        assert claims.find(transaction, code_from(bytes(32))) is None
