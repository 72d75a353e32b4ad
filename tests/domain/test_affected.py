"""People affected: what is ticked for each, since when, and what becomes of two records that are joined."""

from datetime import UTC, datetime, timedelta

from bot.domain.incidents.affected import Affected, Tick, joined, letters_of, state_of, ticked

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def test_whoever_has_accepted_was_offered_it():
    assert ticked((), {"A": [Tick.ACCEPTED]}, now=NOW) == (Affected(letter="A", offered_at=NOW, accepted_at=NOW),)


def test_a_tick_that_stays_keeps_its_time_and_a_person_without_one_is_in_no_record():
    before = ticked((), {"A": [Tick.OFFERED], "B": [Tick.ANSWERED]}, now=NOW)
    after = ticked(before, {"A": [Tick.OFFERED, Tick.ANSWERED], "B": []}, now=LATER)
    assert after == (Affected(letter="A", offered_at=NOW, answered_at=LATER),)
    assert (state_of(before), state_of(after)) == ("A:offered B:answered", "A:offered A:answered")


def test_the_people_of_a_joined_incident_get_the_next_free_letters():
    one, other = Affected(letter="B", offered_at=NOW), Affected(letter="B", answered_at=NOW)
    assert joined([one], [other]) == (one, Affected(letter="A", answered_at=NOW))
    assert letters_of([one, Affected(letter="C", answered_at=NOW)]) == ("A", "B", "C")
    assert letters_of([]) == ("A", "B")
