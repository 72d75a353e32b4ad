"""A danger: its ladder under time, who may do what with it, and what each press changes."""

from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from bot.domain.incidents.danger import DangerReason, DangerRefused, DangerState
from bot.domain.reports.narratives import Narrative
from bot.domain.reports.report import AtRisk
from bot.domain.service.access import Act
from bot.domain.service.ladders import Asks, Certainty, LadderRule, Step
from bot.domain.service.service import Role
from bot.usecases.incidents import danger as using
from bot.usecases.incidents.danger_copies import danger_copies
from bot.usecases.incidents.open_incident import open_incident
from bot.usecases.permissions import NotForYou, NotFound
from storage import danger as dangers
from storage import due, narratives
from storage.outbox.priority import Priority
from tests.domain.examples import ELM, OAK, a_person, a_service
from tests.usecases.bot_without_slack import at

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
FIRST = a_person(slack_id="U0FIRST", name="Fay Quinn", roles=frozenset({Role.ON_CALL}))
SECOND = a_person(slack_id="U0SECOND", name="Sol Reed", roles=frozenset({Role.ON_CALL}))
EXEC = a_person(slack_id="U0EXEC", name="Ed Cole", roles=frozenset({Role.EXECUTIVE}))
LEAD = a_person(slack_id="U0LEAD", name="Lea Dunn", roles=frozenset({Role.SAFETY_LEAD}))
TEAM = a_person(slack_id="U0SAFETY", name="Sunita Rao", roles=frozenset({Role.SAFETY_TEAM}))
CHANNEL, REPORTER = "C0URGENT", "U0AMARA"
SERVICE = a_service(
    urgent_channel=CHANNEL,
    people=(FIRST, SECOND, EXEC, LEAD, TEAM),
    teams=(OAK.model_copy(update={"phone": "01632 960 010"}), ELM),
)
WORDS = Narrative(text="Seen by the doctor")


@pytest.fixture(autouse=True)
def _service(bot):
    bot.configure(SERVICE)


@pytest.fixture
def begun(bot):
    """Somebody on Oak Ward may be at risk, and the first messages have left."""
    report = bot.report(still_at_risk=AtRisk.YES)
    bot.post_all()
    return report


def lives(bot, span):
    """The bot ticks and posts until then, whenever something of a danger is due."""
    end = bot.clock.now() + span
    while bot.clock.now() < end:
        with bot.context.database.reading() as transaction:
            times = [row.due_at for row in due.coming(transaction, limit=99) if row.kind.startswith("danger")]
        bot.clock.to(max(bot.clock.now(), min([*times, end])))
        bot.tick()


def asked(bot):
    """Whom messages of rungs went to, in order, with the minutes since noon; the channel left out."""
    noon = at("2026-11-24 12:00")
    rungs = [each for each in bot.posted if each.kind == "rung" and each.target != CHANNEL]
    return [((each.at - noon) // MINUTE, each.target) for each in rungs]


def told(bot):
    """What the reporter was told of it, the first words."""
    return [each.message.text.partition(".")[0] for each in bot.posted if each.kind == "danger_news"]


def press(bot, use_case, report, by, *more):
    danger = use_case(bot.context, report.id, *more, by=by, now=bot.clock.now())
    bot.post_all()
    return danger


def state(bot, report):
    with bot.context.database.reading() as transaction:
        return dangers.find(transaction, report.id)


def due_kinds(bot):
    return sorted(kind for (kind,) in bot.rows("SELECT kind FROM due WHERE kind LIKE 'danger%'"))


def audited(bot):
    return [event for (event,) in bot.rows("SELECT action FROM audit WHERE action LIKE 'danger%' ORDER BY seq")]


def test_the_ladder_begins_in_the_transaction_of_the_report(bot):
    report = bot.report(still_at_risk=AtRisk.YES)
    assert [kind for (kind,) in bot.rows("SELECT kind FROM outbox ORDER BY position")] == ["card", "rung", "copy"]
    assert due_kinds(bot) == ["danger_rung", "danger_unseen"]
    assert state(bot, report).state is DangerState.OPEN


def test_without_danger_nothing_begins(bot):
    report = bot.report()
    assert (state(bot, report), due_kinds(bot)) == (None, [])


def test_each_rung_rings_once_in_its_time_and_the_channel_is_called_each_time(bot, begun):
    lives(bot, 95 * MINUTE)
    everybody = ["U0EXEC", "U0FIRST", "U0SECOND"]
    assert asked(bot)[:3] == [(0, "U0FIRST"), (10, "U0SECOND"), (30, "U0EXEC")]
    assert sorted(asked(bot)[3:6]) == [(60, each) for each in everybody]
    assert sorted(asked(bot)[6:]) == [(90, each) for each in everybody]
    calls = [each for each in bot.posted if each.kind == "rung" and each.target == CHANNEL]
    assert [f"<@{person}>" in calls[0].message.text for person in ("U0FIRST", "U0SECOND")] == [False, True]
    assert len(calls) == 4


def test_everything_about_danger_is_urgent_and_begins_with_the_danger_and_the_ward(bot, begun):
    lives(bot, 31 * MINUTE)
    press(bot, using.take_danger, begun, "U0FIRST")
    lives(bot, 16 * MINUTE)
    kinds = {kind for kind, urgent in bot.rows("SELECT kind, urgent FROM outbox") if urgent}
    assert kinds == {"card", "rung", "danger_news", "danger_question"}
    rungs = [each.message.text for each in bot.posted if each.kind in ("card", "rung")]
    assert [text for text in rungs if not text.startswith("Someone may still be at risk: Oak ward. Phone")] == []
    assert all("01632 960 010" in text for text in rungs)


def test_a_team_with_a_ladder_of_its_own_rings_at_its_own_times(bot):
    steps = (Step(asks=Asks.FIRST, after=0), Step(asks=Asks.EXECUTIVE, after=4))
    rule = LadderRule(at_risk=Certainty.YES, team="oak", steps=steps, again_every=5)
    bot.configure(SERVICE.model_copy(update={"ladders": (rule,)}))
    bot.report(still_at_risk=AtRisk.YES)
    bot.post_all()
    lives(bot, 9 * MINUTE)
    everybody = [(9, "U0EXEC"), (9, "U0FIRST"), (9, "U0SECOND")]
    assert sorted(asked(bot)) == [(0, "U0FIRST"), (4, "U0EXEC"), *everybody]


@pytest.mark.parametrize("outage", [timedelta(hours=3), timedelta(days=9)])
def test_after_an_outage_each_person_gets_one_message(bot, begun, outage):
    lives(bot, 5 * MINUTE)
    bot.clock.forward(outage)
    before = len(asked(bot))
    bot.tick()
    assert sorted(person for _, person in asked(bot)[before:]) == ["U0EXEC", "U0FIRST", "U0SECOND"]
    bot.tick()
    assert len(asked(bot)) == before + 3
    lives(bot, HOUR)
    assert len(asked(bot)) in (before + 6, before + 9)


def test_what_waited_while_slack_was_away_reaches_each_person_once(bot):
    bot.report(still_at_risk=AtRisk.YES)
    for _ in range(6 * 12):
        bot.clock.forward(5 * MINUTE)
        bot.queue_what_is_due()
    bot.post_all()
    assert sorted(person for _, person in asked(bot)) == ["U0EXEC", "U0FIRST", "U0SECOND"]
    assert len([each for each in bot.posted if each.target == CHANNEL and each.kind == "rung"]) == 1


@pytest.mark.parametrize("night", ["2027-03-28 00:30", "2027-10-31 00:30"])
def test_a_change_of_the_clocks_moves_no_rung(bot, clock, night):
    clock.to(at(night))
    bot.report(still_at_risk=AtRisk.YES)
    bot.post_all()
    lives(bot, 2 * HOUR)
    gaps = [after - before for (before, _), (after, _) in pairwise(asked(bot)) if after != before]
    assert gaps == [10, 20, 30, 30, 30]


def test_a_clock_that_was_ahead_for_days_silences_nothing(bot, clock, begun):
    lives(bot, 3 * MINUTE)
    clock.forward(timedelta(days=2))
    bot.tick()
    clock.back(timedelta(days=2))
    before = len(asked(bot))
    bot.tick()
    assert len(asked(bot)) == before + 3


def test_four_ticks_at_once_with_clocks_apart_ring_each_rung_once(bot, clock, begun):
    for minutes in (10, -10, 0, 15, -15):
        clock.forward(MINUTE * minutes) if minutes > 0 else clock.back(MINUTE * -minutes)
        bot.tick()
    assert asked(bot)[1:] == [(10, "U0SECOND")]


def test_nothing_rings_once_somebody_has_it_and_the_reporter_is_told(bot, begun):
    lives(bot, 6 * MINUTE)
    press(bot, using.take_danger, begun, "U0FIRST")
    lives(bot, 14 * MINUTE)
    assert asked(bot) == [(0, "U0FIRST")]
    assert told(bot) == ["Nobody has answered yet", "<@U0FIRST> has this, 12:06"]


def test_whoever_takes_it_within_five_minutes_spares_the_reporter_the_worry(bot, begun):
    press(bot, using.take_danger, begun, "U0SAFETY")
    lives(bot, 10 * MINUTE)
    assert told(bot) == ["<@U0SAFETY> has this, 12:00"]


def test_what_was_queued_before_the_press_is_not_sent_after_it(bot, begun):
    bot.clock.forward(10 * MINUTE)
    bot.queue_what_is_due()
    press(bot, using.take_danger, begun, "U0FIRST")
    assert asked(bot) == [(0, "U0FIRST")]
    assert told(bot) == ["<@U0FIRST> has this, 12:10"]


def test_the_second_who_presses_is_told_who_has_it(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    for use_case in (using.take_danger, using.decline_danger, using.give_back_danger):
        with pytest.raises(DangerRefused) as refused:
            press(bot, use_case, begun, "U0SECOND")
        assert (refused.value.reason, getattr(refused.value.danger, "holder", None)) == (
            DangerReason.TAKEN_BY_ANOTHER,
            "U0FIRST",
        )
    assert press(bot, using.take_danger, begun, "U0FIRST").holder == "U0FIRST"
    assert audited(bot) == ["danger.taken", "danger.kept"]


def test_given_back_the_next_ones_are_asked_at_once(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    lives(bot, 2 * MINUTE)
    press(bot, using.give_back_danger, begun, "U0FIRST")
    assert asked(bot) == [(0, "U0FIRST"), (2, "U0SECOND")]
    assert told(bot)[-1] == "Nobody has this now"
    lives(bot, 20 * MINUTE)
    assert asked(bot)[2:] == [(22, "U0EXEC")]
    assert press(bot, using.give_back_danger, begun, "U0FIRST").holder is None


def test_a_question_without_an_answer_brings_the_next_ones(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    lives(bot, 15 * MINUTE)
    assert [(each.target, each.at) for each in bot.of_kind("danger_question")] == [("U0FIRST", bot.clock.now())]
    lives(bot, 9 * MINUTE)
    assert asked(bot) == [(0, "U0FIRST")]
    lives(bot, MINUTE)
    assert asked(bot) == [(0, "U0FIRST"), (25, "U0SECOND")]
    assert "Fay Quinn had this and has not answered." in str(
        bot.posted[-2].message.blocks + bot.posted[-1].message.blocks
    )
    assert (told(bot)[-1], audited(bot)[-1]) == ("Nobody has this now", "danger.unanswered")
    assert press(bot, using.take_danger, begun, "U0FIRST").holder == "U0FIRST"


def test_still_working_on_it_is_asked_again_after_an_hour_and_then_hourly(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    for minutes in (15, 45, 60, 60):
        lives(bot, minutes * MINUTE)
        press(bot, using.take_danger, begun, "U0FIRST")
    noon = at("2026-11-24 12:00")
    assert [(each.at - noon) // MINUTE for each in bot.of_kind("danger_question")] == [15, 60, 120, 180]
    assert asked(bot) == [(0, "U0FIRST")]


def test_a_question_that_was_answered_before_it_left_is_not_sent(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    bot.clock.forward(15 * MINUTE)
    bot.queue_what_is_due()
    press(bot, using.take_danger, begun, "U0FIRST")
    assert bot.of_kind("danger_question") == []


def test_not_me_now_asks_the_next_ones_at_once_and_by_all_says_so(bot, begun):
    lives(bot, MINUTE)
    press(bot, using.decline_danger, begun, "U0FIRST")
    press(bot, using.decline_danger, begun, "U0FIRST")
    press(bot, using.decline_danger, begun, "U0SECOND")
    assert asked(bot) == [(0, "U0FIRST"), (1, "U0SECOND"), (1, "U0EXEC")]
    assert told(bot) == []
    press(bot, using.decline_danger, begun, "U0EXEC")
    assert told(bot) == ["Nobody on the rota can take this now"]
    said = [each for each in bot.posted if "Nobody on the rota can take this" in str(each.message.blocks)]
    assert [each.target for each in said] == [CHANNEL, REPORTER]
    lives(bot, 30 * MINUTE)
    assert sorted(person for _, person in asked(bot)[3:]) == ["U0EXEC", "U0FIRST", "U0SECOND"]


def test_while_one_who_was_asked_may_still_answer_nobody_says_that_nobody_can(bot, begun):
    lives(bot, 31 * MINUTE)
    press(bot, using.decline_danger, begun, "U0FIRST")
    assert told(bot) == ["Nobody has answered yet"]


def test_somebody_who_was_not_asked_has_nothing_to_decline(bot, begun):
    with pytest.raises(DangerRefused) as refused:
        press(bot, using.decline_danger, begun, "U0SECOND")
    assert refused.value.reason is DangerReason.NOT_ASKED


def test_safe_now_ends_it_keeps_the_words_sealed_and_tells_the_reporter(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    with pytest.raises(NotForYou):
        press(bot, using.end_danger, begun, "U0SECOND", WORDS)
    for _ in range(2):  # The form may come twice.
        assert press(bot, using.end_danger, begun, "U0FIRST", WORDS).state is DangerState.ENDED
    lives(bot, 3 * HOUR)
    assert (asked(bot), due_kinds(bot)) == ([(0, "U0FIRST")], [])
    assert told(bot)[-1] == "<@U0FIRST> says that everybody is safe, 12:00"
    assert audited(bot) == ["danger.taken", "danger.ended"]
    with bot.context.database.reading() as transaction:
        assert narratives.of_danger(transaction, begun.id) == WORDS
        assert narratives.of_danger(transaction, UUID(int=9)) is None
    for use_case in (using.take_danger, using.decline_danger):
        with pytest.raises(DangerRefused) as refused:
            press(bot, use_case, begun, "U0FIRST")
        assert refused.value.reason is DangerReason.HAS_ENDED


def test_who_wrote_too_long_what_was_done_can_end_it_all_the_same_unless_another_has_it(bot, begun):
    press(bot, using.take_danger, begun, "U0FIRST")
    lives(bot, 25 * MINUTE)
    assert state(bot, begun).holder is None
    assert press(bot, using.end_danger, begun, "U0FIRST", WORDS).state is DangerState.ENDED


def test_only_a_safety_lead_says_that_it_is_no_danger(bot, begun):
    for person in ("U0FIRST", "U0SAFETY", "U0EXEC"):
        with pytest.raises(NotForYou):
            press(bot, using.downgrade_danger, begun, person, WORDS)
    assert press(bot, using.downgrade_danger, begun, "U0LEAD", WORDS).state is DangerState.ENDED
    assert told(bot)[-1] == "<@U0LEAD> says that this is no danger, 12:00"


def test_who_may_end_it_is_known_before_anything_is_written(bot, begun):
    def may_end(by, act):
        return using.danger_to_end(bot.context, begun.id, act, by=by, now=bot.clock.now())

    with pytest.raises(NotForYou):
        may_end("U0FIRST", Act.END_DANGER)
    assert may_end("U0LEAD", Act.DOWNGRADE_DANGER).lasts
    press(bot, using.downgrade_danger, begun, "U0LEAD", WORDS)
    with pytest.raises(DangerRefused):
        may_end("U0LEAD", Act.DOWNGRADE_DANGER)


def test_whoever_has_it_reads_the_words_while_it_lasts(bot, begun):
    def reads(person):
        return open_incident(bot.context, begun.id, by=person, now=bot.clock.now())

    with pytest.raises(NotForYou):
        reads("U0FIRST")
    press(bot, using.take_danger, begun, "U0FIRST")
    assert reads("U0FIRST").reports[0][0][1].text == "The door alarm stayed silent"
    press(bot, using.give_back_danger, begun, "U0FIRST")
    with pytest.raises(NotForYou):
        reads("U0FIRST")


def test_nobody_off_the_rota_takes_it_and_nothing_is_taken_that_is_not_there(bot, begun):
    calm = bot.report(key="calm")
    with pytest.raises(NotForYou):
        press(bot, using.take_danger, begun, REPORTER)
    with pytest.raises(DangerRefused) as refused:
        press(bot, using.take_danger, calm, "U0FIRST")
    assert refused.value.reason is DangerReason.NO_DANGER
    with pytest.raises(NotFound):
        using.take_danger(bot.context, UUID(int=7), by="U0FIRST", now=bot.clock.now())


def test_every_copy_says_the_same_afterwards(bot, begun):
    lives(bot, 31 * MINUTE)
    press(bot, using.take_danger, begun, "U0EXEC")
    lives(bot, 15 * MINUTE)
    copies = danger_copies(bot.context, begun.id, now=bot.clock.now())
    assert sorted(copy.target for copy, _ in copies) == sorted(
        [CHANNEL] * 3 + ["U0FIRST", "U0SECOND"] + ["U0EXEC"] * 2
    )
    texts = {message.text for copy, message in copies if copy.kind != "danger_question"}
    assert texts == {f"Oak ward: Ed Cole has this, 12:31. Report {begun.reference}."}
    assert [message.text for copy, message in copies if copy.kind == "danger_question"] == [
        "Is everybody on Oak ward safe now? You have had this since 12:31. Answer within 10 minutes."
    ]
    press(bot, using.end_danger, begun, "U0EXEC", WORDS)
    ended = {message.text for _, message in danger_copies(bot.context, begun.id, now=bot.clock.now())}
    assert ended == {f"Oak ward: Ed Cole says that everybody is safe, 12:46. Report {begun.reference}."}


def test_the_first_card_of_a_report_that_became_dangerous_later_shows_it_too(bot):
    report = bot.report()
    bot.post_all()
    bot.submit(text="Other words", still_at_risk=AtRisk.YES)
    bot.post_all()
    assert asked(bot) == [(0, "U0FIRST")]
    copies = danger_copies(bot.context, report.id, now=bot.clock.now())
    assert sorted(copy.target for copy, _ in copies) == [SERVICE.safety_channel, CHANNEL, "U0FIRST"]
    assert len({message.text for _, message in copies}) == 1


def test_other_answers_make_it_louder_and_never_quieter(bot):
    report = bot.report(still_at_risk=AtRisk.NOT_SURE)
    bot.post_all()
    lives(bot, MINUTE)
    bot.submit(text="He has a knife", still_at_risk=AtRisk.YES)
    bot.post_all()
    assert (asked(bot), state(bot, report).level) == ([(0, "U0FIRST"), (1, "U0SECOND")], AtRisk.YES)
    bot.submit(text="Or perhaps not", still_at_risk=AtRisk.NOT_SURE)
    bot.submit(text="No, no", still_at_risk=AtRisk.NO)
    assert state(bot, report).level is AtRisk.YES
    press(bot, using.take_danger, report, "U0FIRST")
    bot.submit(text="Again", still_at_risk=AtRisk.YES)
    assert state(bot, report).holder == "U0FIRST"
    press(bot, using.end_danger, report, "U0FIRST", WORDS)
    bot.submit(text="It begins anew", still_at_risk=AtRisk.YES)
    assert (state(bot, report).state, state(bot, report).step) == (DangerState.OPEN, 1)
    bot.submit(text="While somebody has it", still_at_risk=AtRisk.NOT_SURE)


def test_louder_while_somebody_has_it_rings_nobody(bot):
    report = bot.report(still_at_risk=AtRisk.NOT_SURE)
    press(bot, using.take_danger, report, "U0FIRST")
    bot.submit(text="He has a knife", still_at_risk=AtRisk.YES)
    assert (state(bot, report).level, due_kinds(bot)) == (AtRisk.YES, ["danger_question", "danger_unseen"])


def test_somebody_who_is_involved_is_asked_nothing_and_sees_nothing(bot):
    report = bot.report_involving("U0FIRST", "U0EXEC")
    bot.post_all()
    lives(bot, HOUR)
    assert {person for _, person in asked(bot)} == {"U0SECOND", "U0LEAD"}
    with pytest.raises(NotForYou):
        press(bot, using.take_danger, report, "U0FIRST")


def test_a_restricted_one_shows_ward_danger_and_number_and_no_kind(bot):
    bot.report(still_at_risk=AtRisk.YES, kind="abuse")
    bot.post_all()
    shown = [str(each.message) for each in bot.posted if each.kind in ("card", "rung")]
    assert len(shown) == 2
    assert all("Oak ward" in each and "01632 960 010" in each for each in shown)
    assert not any("Abuse" in each or "abuse" in each for each in shown)


def test_a_flood_of_one_person_is_one_message_for_each_who_is_asked(bot):
    for number in range(12):
        bot.submit(key=f"form {number}", still_at_risk=AtRisk.YES)
    bot.post_all()
    bot.tick()
    rungs = [each for each in bot.posted if each.kind == "rung" and each.target == "U0FIRST"]
    assert [len(each.subject["dangers"]) for each in rungs] == [1, 11]
    lives(bot, 10 * MINUTE)
    assert len([each for each in bot.posted if each.kind == "rung" and each.target == "U0SECOND"]) == 1


def test_very_many_dangers_are_a_few_messages_and_each_can_be_halved(bot):
    from bot.usecases.outgoing import DANGERS_IN_A_MESSAGE  # noqa: PLC0415 - only here
    from scheduler.posts import BY_KIND  # noqa: PLC0415 - only here

    for number in range(DANGERS_IN_A_MESSAGE + 3):
        bot.submit(key=f"form {number}", still_at_risk=AtRisk.YES)
    bot.post_all()
    bot.queue_what_is_due()
    rungs = [each for each in iter(lambda: bot.next_message(Priority.URGENT), None) if each.target == "U0FIRST"]
    assert len(rungs) == 2
    assert len(BY_KIND["rung"].split(rungs[0])) == 2


def test_nobody_on_the_rota_can_take_it_is_said_when_there_is_nobody_at_all(bot):
    bot.report_involving("U0FIRST", "U0SECOND", "U0EXEC", "U0LEAD", "U0SAFETY")
    bot.post_all()
    lives(bot, 31 * MINUTE)
    assert asked(bot) == []
    assert told(bot)[:2] == ["Nobody on the rota can take this now", "Nobody has answered yet"]


@pytest.mark.parametrize("engine", ["postgresql"])
def test_a_danger_that_is_being_answered_waits_for_the_next_tick(bot, begun):
    bot.clock.forward(10 * MINUTE)
    with bot.context.database.writing() as transaction:
        dangers.get_for_update(transaction, begun.id)
        assert bot.queue_what_is_due() == 0
    assert bot.queue_what_is_due() == 3


def test_a_due_row_of_a_danger_that_is_not_there_is_removed(bot):
    bot.execute(
        "INSERT INTO due (kind, subject, due_at, failures) VALUES ('danger_rung', :subject, :at, 0)",
        subject=str(UUID(int=5)),
        at=bot.clock.now(),
    )
    assert (bot.tick(), due_kinds(bot)) == (0, [])


def test_something_long_ago_rings_nobody_until_its_reporter_says_that_it_is_still_so(bot):
    report = bot.report(still_at_risk=AtRisk.YES, happened_at=bot.clock.now() - 25 * HOUR)
    bot.post_all()
    lives(bot, HOUR)
    assert (asked(bot), told(bot), due_kinds(bot)) == ([], [], [])
    assert "Nobody is rung until the reporter says" in str(bot.of_kind("card")[0].message.blocks)
    with pytest.raises(NotForYou):
        press(bot, using.danger_is_still_so, report, "U0FIRST")
    with pytest.raises(DangerRefused):
        press(bot, using.decline_danger, report, "U0FIRST")
    for _ in range(2):
        press(bot, using.danger_is_still_so, report, REPORTER)
    lives(bot, 10 * MINUTE)
    assert asked(bot) == [(60, "U0FIRST"), (70, "U0SECOND")]
    assert (told(bot), audited(bot)) == (["Nobody has answered yet"], ["danger.still_so"])


def test_something_long_ago_can_be_taken_at_once_and_other_answers_may_make_it_of_today(bot, clock):
    report = bot.report(still_at_risk=AtRisk.YES, happened_at=clock.now() - 25 * HOUR)
    bot.submit(text="Still long ago", still_at_risk=AtRisk.YES, happened_at=clock.now() - 26 * HOUR)
    assert state(bot, report).state is DangerState.WAITING
    bot.submit(text="It was this morning", still_at_risk=AtRisk.YES)
    assert state(bot, report).state is DangerState.OPEN
    other = bot.report(key="other", still_at_risk=AtRisk.YES, happened_at=clock.now() - 25 * HOUR)
    assert press(bot, using.take_danger, other, "U0FIRST").holder == "U0FIRST"


def test_the_reporter_s_word_that_all_are_safe_spares_the_executive_and_ends_nothing(bot, begun):
    with bot.context.database.writing() as transaction:
        using.reporter_says_safe(transaction, begun.id, now=bot.clock.now())
        using.reporter_says_safe(transaction, UUID(int=9), now=bot.clock.now())
    lives(bot, HOUR)
    assert [person for _, person in asked(bot)] == ["U0FIRST", "U0SECOND", "U0FIRST", "U0SECOND"]
    calls = [each for each in bot.posted if each.kind == "rung" and each.target == CHANNEL]
    assert "The reporter says that nobody is at risk now, 12:00." in str(calls[-1].message.blocks)
    press(bot, using.take_danger, begun, "U0FIRST")
    press(bot, using.end_danger, begun, "U0FIRST", WORDS)
    with bot.context.database.writing() as transaction:
        using.reporter_says_safe(transaction, begun.id, now=bot.clock.now())
    assert state(bot, begun).ended_by == "U0FIRST"


def test_what_a_tick_takes_from_somebody_is_redrawn_afterwards(bot, begun):
    redrawn: list[UUID] = []
    bot.context.redraw = redrawn.extend
    press(bot, using.take_danger, begun, "U0FIRST")
    lives(bot, 24 * MINUTE)
    assert redrawn == []
    lives(bot, MINUTE)
    assert redrawn == [begun.id]
