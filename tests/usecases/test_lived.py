"""The invented year of the demo: made by the use cases, the same for the same seed, its old messages put away."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain.learning.hints import hints
from bot.domain.learning.point import LearningForm
from bot.domain.reports.kinds import KINDS
from bot.service_file import read_service
from bot.usecases.operations.trail import broken_trail
from scripts import lived, lived_words
from storage.engine import connect
from storage.engine.encryption import Keyring, new_key

SERVICE = read_service(Path(lived.__file__).resolve().parent.parent / "sandbox" / "invented" / "service.toml")
UNTIL = datetime(2026, 11, 24, 12, tzinfo=UTC)
COUNTED = {
    "reports": "SELECT count(*) FROM report",
    "closed": "SELECT count(*) FROM incident WHERE state = 'closed'",
    "answers": "SELECT count(*) FROM entry WHERE kind = 'answer'",
    "actions": "SELECT count(*) FROM action",
    "proofs": "SELECT count(*) FROM action_entry WHERE kind = 'done' AND words_sealed IS NOT NULL",
    "checked": "SELECT count(*) FROM action WHERE checked_by IS NOT NULL",
    "asked": "SELECT count(*) FROM hold_question",
    "answered": "SELECT count(*) FROM hold_question WHERE answer IS NOT NULL",
    "learning points": "SELECT count(*) FROM learning_point WHERE state = 'approved'",
    "boxes of reviews": "SELECT count(*) FROM contribution",
    "agreed reviews": "SELECT count(*) FROM review_agreement",
    "entries of records": "SELECT count(*) FROM record_entry",
    "people who were in sessions": "SELECT count(*) FROM session_guest WHERE profession IS NOT NULL",
    "notes of sessions": "SELECT count(*) FROM session_notes",
    "bulletins": "SELECT count(*) FROM bulletin WHERE posted_at IS NOT NULL",
    "old messages that wait": "SELECT count(*) FROM outbox WHERE state = 'ready' AND queued_at < '2026-11-23 12:00'",
}


@pytest.fixture
def month(tmp_path):
    keyring = Keyring.from_text(f"test:{new_key()}")

    def lives(name, *, seed, days=35):
        said: list[str] = []
        url = f"sqlite:///{tmp_path}/{name}.db"
        lived.make(url, keyring, SERVICE, lived.Told(seed, UNTIL, days), said.append)
        with closing(connect.open_to_read(url, keyring)) as database:
            with database.engine.connect() as connection:
                found = {what: connection.execute(sa.text(query)).scalar() for what, query in COUNTED.items()}
            return found, broken_trail(database), said

    return lives


def test_a_month_of_three_wards_is_reported_answered_and_closed(month):
    found, broken, said = month("one", seed=1)
    assert (found["reports"] > 20, found["answers"] > 10, found["closed"] > 5, found["actions"] > 1) == (True,) * 4
    assert 0 < found["checked"] <= min(found["actions"], found["proofs"])
    assert found["boxes of reviews"] > found["agreed reviews"] > 0
    assert (found["learning points"] > 1, found["bulletins"] > 1) == (True, True)
    assert (found["old messages that wait"], broken, said) == (0, None, ["  month 1 of 1"])


def test_after_some_months_wards_have_been_asked_whether_actions_hold(month):
    found, broken, _ = month("months", seed=1, days=110)
    assert 0 < found["answered"] <= found["asked"]
    assert (found["entries of records"] > 5, found["notes of sessions"] > 1) == (True, True)
    assert found["people who were in sessions"] >= found["notes of sessions"]
    assert broken is None


def test_the_same_seed_tells_the_same_days_and_another_seed_others(month):
    first, again, other = (month(name, seed=seed, days=21)[0] for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    assert first == again != other


def test_every_kind_of_the_form_that_is_told_of_has_words_and_a_category():
    assert set(lived_words.STORIES) <= {kind.code for kind in KINDS}
    assert set(lived_words.STORIES) == set(lived_words.CATEGORIES)
    assert len(lived_words.STORIES) == len(lived_words.WEIGHTS)


def test_what_is_learned_is_of_a_kind_that_is_told_of_and_nothing_in_it_stands_out():
    assert set(lived_words.LEARNED) <= set(lived_words.STORIES)
    for words, to_try in (each for points in lived_words.LEARNED.values() for each in points):
        form = LearningForm(words=words, to_try=to_try)
        assert [hint for text in (form.words, to_try) for hint in hints(text, known_names=[])] == []
