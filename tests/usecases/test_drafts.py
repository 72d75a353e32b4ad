"""What was begun of a report and not sent: its author's alone, for a week, and gone once it is sent."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.unsent import Unsent
from bot.usecases.home import home_data
from bot.usecases.permissions import NotFound
from bot.usecases.reports import drafts
from bot.usecases.reports.drafts import Handed

AMARA, DEV = "U0AMARA", "U0DEV"
MINUTE = timedelta(minutes=1)
WORDS = Unsent(
    answers={"what": {"what": {"value": "The door alarm stayed silent"}}}, ids={"team": "oak", "opened": "1"}
)


def a_handed(nonce="form 1", person=AMARA, *, draft=None, words=WORDS):
    return Handed(nonce, person, words, draft)


def saves(bot, **given):
    return drafts.save_draft(bot.context, a_handed(**given), now=bot.clock.now())


def closes(bot, *, danger=True, **given):
    return drafts.form_closed(bot.context, a_handed(**given), danger=danger, now=bot.clock.now())


def sends(bot, *, nonce="form 1", person=AMARA, **answers):
    return bot.submit(key=f"{nonce}:{person}", by=person, **answers)


def kept(bot, person=AMARA):
    return [draft.id for draft in drafts.drafts_of(bot.context, person, limit=9)]


def due_kinds(bot):
    return sorted(
        kind for (kind,) in bot.rows("SELECT kind FROM due WHERE kind IN ('not_sent', 'report_draft_ends')")
    )


def told(bot):
    bot.tick()
    return [posted.target for posted in bot.of_kind("not_sent")]


def test_its_author_reads_it_and_home_offers_it(bot):
    draft = saves(bot)
    assert drafts.open_draft(bot.context, draft.id, by=AMARA) == (draft, WORDS)
    assert home_data(bot.context, AMARA).drafts == [draft]
    assert home_data(bot.context, DEV).drafts == []


@pytest.mark.parametrize("by", [DEV, "U0SAFETY", "U0LEAD"])
def test_nobody_else_reads_it_or_throws_it_away(bot, by):
    draft = saves(bot)
    for act in (drafts.open_draft, drafts.throw_away):
        with pytest.raises(NotFound):
            act(bot.context, draft.id, by=by)
    assert kept(bot) == [draft.id]


def test_another_person_s_form_neither_changes_nor_takes_it(bot):
    draft = saves(bot)
    other = saves(bot, nonce="other", person=DEV, draft=draft.id, words=Unsent(answers={}))
    assert drafts.open_draft(bot.context, draft.id, by=AMARA)[1] == WORDS
    bot.submit(key=f"other:{DEV}", by=DEV, draft=draft.id)
    assert (kept(bot), kept(bot, DEV)) == ([draft.id], [])
    assert other.id != draft.id


def test_saved_again_it_is_one_draft_with_the_last_words(bot):
    first = saves(bot)
    bot.clock.forward(MINUTE)
    later = Unsent(answers={"what": {"what": {"value": "It was silent at three as well"}}})
    again = saves(bot, words=later)
    resumed = saves(bot, nonce="form 2", draft=first.id, words=later)
    assert first.id == again.id == resumed.id
    assert again.saved_at == first.saved_at + MINUTE
    assert drafts.open_draft(bot.context, first.id, by=AMARA) == (again, later)


@pytest.mark.parametrize("resumed", [False, True])
def test_once_it_is_sent_nothing_waits_any_more(bot, resumed):
    draft = closes(bot)
    sends(bot, nonce="form 2" if resumed else "form 1", draft=draft.id if resumed else None)
    assert (kept(bot), due_kinds(bot)) == ([], [])


def test_a_form_that_was_sent_is_saved_no_more(bot):
    sends(bot)
    assert closes(bot) is None
    assert (kept(bot), due_kinds(bot)) == ([], [])


def test_after_a_week_it_is_gone_and_its_author_is_told_nothing(bot):
    saves(bot)
    bot.clock.forward(timedelta(days=7) - MINUTE)
    bot.tick()
    assert len(kept(bot)) == 1
    bot.clock.forward(MINUTE)
    bot.tick()
    assert (kept(bot), due_kinds(bot), bot.posted) == ([], [], [])


def test_five_minutes_after_a_form_with_danger_was_closed_its_author_is_told_without_a_word_of_it(bot):
    closes(bot)
    bot.clock.forward(4 * MINUTE)
    assert told(bot) == []
    bot.clock.forward(MINUTE)
    assert told(bot) == [AMARA]
    (posted,) = bot.of_kind("not_sent")
    assert posted.message.text.startswith("Your report has not been sent.")
    assert "alarm" not in str(posted.message.blocks)
    bot.clock.forward(MINUTE)
    assert told(bot) == [AMARA]


@pytest.mark.parametrize("then", ["opened again", "sent", "thrown away", "saved by a press, with no danger"])
def test_nobody_is_told_of_a_form_that_is_open_again_sent_or_thrown_away_or_had_no_danger(bot, then):
    match then:
        case "opened again":
            drafts.open_draft(bot.context, closes(bot).id, by=AMARA)
        case "sent":
            closes(bot)
            sends(bot)
        case "thrown away":
            drafts.throw_away(bot.context, closes(bot).id, by=AMARA)
        case _:
            saves(bot)
            closes(bot, nonce="form 2", danger=False)
    bot.clock.forward(6 * MINUTE)
    assert told(bot) == []


def test_a_message_that_waited_until_it_was_sent_is_dropped(bot):
    closes(bot)
    bot.clock.forward(6 * MINUTE)
    assert bot.queue_what_is_due() == 1
    sends(bot)
    bot.post_all()
    assert bot.of_kind("not_sent") == []


def test_a_draft_that_is_gone_when_its_time_comes_tells_nobody(bot):
    draft = closes(bot)
    bot.execute("DELETE FROM report_draft")
    bot.clock.forward(6 * MINUTE)
    assert told(bot) == []
    with pytest.raises(NotFound):
        drafts.open_draft(bot.context, draft.id, by=AMARA)


def test_words_that_cannot_be_read_any_more_are_said_to_be_gone(bot):
    draft = saves(bot)
    bot.execute("UPDATE report_draft SET words_sealed = :nothing", nothing=b"nothing")
    assert drafts.open_draft(bot.context, draft.id, by=AMARA) == (draft, None)


def test_the_form_knows_what_is_kept_of_it_in_the_name_of_its_person(bot):
    draft = saves(bot)
    assert drafts.draft_of_form(bot.context, a_handed()) == draft
    assert drafts.draft_of_form(bot.context, a_handed(nonce="form 2", draft=draft.id)) == draft
    assert drafts.draft_of_form(bot.context, a_handed(nonce="form 2", person=DEV, draft=draft.id)) is None
    assert drafts.draft_of_form(bot.context, a_handed(nonce="form 2", draft=uuid4())) is None


def test_an_anonymous_report_touches_no_draft_and_the_trail_knows_of_none(bot):
    before = bot.rows("SELECT count(*) FROM audit")
    draft = saves(bot)
    drafts.open_draft(bot.context, draft.id, by=AMARA)
    assert bot.rows("SELECT count(*) FROM audit") == before
    bot.submit(key="form 1", name_choice=NameChoice.ANONYMOUS, by=AMARA, draft=draft.id)
    assert kept(bot) == [draft.id]
    drafts.throw_away(bot.context, draft.id, by=AMARA)
    assert AMARA not in str([bot.rows(f"SELECT * FROM {table}") for table in ("audit", "due", "report_draft")])  # noqa: S608


def test_the_newest_comes_first(bot):
    first = saves(bot)
    bot.clock.forward(MINUTE)
    second = saves(bot, nonce="form 2")
    assert kept(bot) == [second.id, first.id]
    assert UUID(str(first.id)) != second.id
