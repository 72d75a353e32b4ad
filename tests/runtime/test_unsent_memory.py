"""What presses handed over is kept in memory for half an hour at most, and nothing of somebody anonymous."""

import handlers.bolt.unsent_memory as memory
from handlers.bolt.unsent_memory import KEPT_FOR, UnsentForms

WORDS = {"what": {"what": {"value": "The door alarm stayed silent"}}}
OTHERS = {"what": {"what": {"value": "Somebody fell"}}}


class Moved:
    """Elapsed time that the test moves."""

    def __init__(self):
        self.now = 0.0
        self.forms = UnsentForms(elapsed=lambda: self.now)


def test_the_last_press_counts_and_an_older_one_that_comes_late_changes_nothing():
    forms = Moved().forms
    forms.keep("nonce", WORDS, press="2.0")
    forms.keep("nonce", OTHERS, press="1.0")
    assert forms.of("nonce") == WORDS
    forms.keep("nonce", OTHERS, press="3.0")
    assert (forms.of("nonce"), forms.of("another")) == (OTHERS, None)


def test_what_is_forgotten_is_not_brought_back_by_a_press_from_before():
    forms = Moved().forms
    forms.keep("nonce", WORDS, press="1.0")
    forms.forget("nonce", press="3.0")
    forms.keep("nonce", WORDS, press="2.0")
    assert forms.of("nonce") is None
    forms.keep("nonce", OTHERS, press="4.0")
    assert forms.of("nonce") == OTHERS


def test_what_was_sent_is_forgotten_and_its_order_kept():
    forms = Moved().forms
    forms.keep("nonce", WORDS, press="2.0")
    forms.forget("nonce")
    forms.keep("nonce", WORDS, press="1.0")
    assert forms.of("nonce") is None


def test_after_half_an_hour_nothing_is_there_also_if_nobody_asks():
    moved = Moved()
    moved.forms.keep("nonce", WORDS)
    moved.now = KEPT_FOR - 1
    moved.forms.drop_old_ones()
    assert moved.forms.of("nonce") == WORDS
    moved.now = KEPT_FOR
    moved.forms.drop_old_ones()
    moved.now = 0.0
    assert moved.forms.of("nonce") is None


def test_it_looks_by_itself(monkeypatch):
    monkeypatch.setattr(memory, "_LOOKS_EVERY", 0.001)
    moved = Moved()
    moved.forms.keep("nonce", WORDS)
    moved.now = KEPT_FOR
    moved.forms.start()
    while moved.forms._forms:  # noqa: SLF001 - nothing else shows what memory holds
        pass
    moved.forms.stop()


def test_a_thousand_forms_are_remembered_and_no_log_holds_their_words():
    forms = Moved().forms
    for number in range(memory._REMEMBERED + 1):  # noqa: SLF001 - the limit itself
        forms.keep(str(number), WORDS)
    assert (forms.of("0"), forms.of("1")) == (None, WORDS)
    assert "alarm" not in repr(forms._forms["1"])  # noqa: SLF001 - as above
