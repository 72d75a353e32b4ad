"""Sealed text opens only with its key, in its own place, unchanged."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.engine.encryption import Keyring, KeysRefused, SealBroken, new_key

HERE = "report.narrative:00000000-0000-0000-0000-000000000001"
KEYS = Keyring.from_text(f"test:{new_key()}")
SEALED = KEYS.seal("The door alarm stayed silent", bound_to=HERE)

places = st.text(st.characters(codec="utf-8"), max_size=60)


@given(plain=st.text(st.characters(codec="utf-8")), place=places)
def test_any_text_opens_again_just_as_it_was(plain, place):
    assert KEYS.open(KEYS.seal(plain, bound_to=place), bound_to=place) == plain


@given(plain=st.text(st.characters(codec="utf-8"), min_size=4))
def test_the_same_text_sealed_twice_looks_different_and_shows_nothing(plain):
    one, other = (KEYS.seal(plain, bound_to=HERE) for _ in range(2))
    assert one != other
    assert plain.encode() not in one


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(HERE.replace("0001", "0002"), id="another row"),
        pytest.param(HERE.replace("narrative", "reporter"), id="another column"),
        pytest.param(HERE.replace("report", "amendment", 1), id="another table"),
        pytest.param("", id="no place"),
    ],
)
def test_what_was_moved_to_another_place_does_not_open(place):
    with pytest.raises(SealBroken, match="moved or changed"):
        KEYS.open(SEALED, bound_to=place)


@given(place=st.integers(0, len(SEALED) - 1), change=st.integers(1, 255))
def test_one_changed_byte_anywhere_and_it_does_not_open(place, change):
    changed = SEALED[:place] + bytes([SEALED[place] ^ change]) + SEALED[place + 1 :]
    with pytest.raises(SealBroken):
        KEYS.open(changed, bound_to=HERE)


def test_what_was_cut_short_anywhere_does_not_open():
    for length in range(len(SEALED)):
        with pytest.raises(SealBroken):
            KEYS.open(SEALED[:length], bound_to=HERE)


@given(st.binary(max_size=80))
def test_any_other_bytes_do_not_open(bytes_):
    with pytest.raises(SealBroken):
        KEYS.open(bytes_, bound_to=HERE)
    with pytest.raises(SealBroken):
        KEYS.open(SEALED + bytes_ + b"\x00", bound_to=HERE)


def test_another_key_of_the_same_name_does_not_open():
    with pytest.raises(SealBroken, match="the key is another one"):
        Keyring.from_text(f"test:{new_key()}").open(SEALED, bound_to=HERE)


def test_a_key_that_is_missing_is_said_to_be_missing():
    with pytest.raises(SealBroken, match="not in CANDOUR_KEYS"):
        Keyring.from_text(f"other:{new_key()}").open(SEALED, bound_to=HERE)


def test_the_newest_key_seals_and_an_older_one_still_opens():
    old, new = f"old:{new_key()}", f"new:{new_key()}"
    sealed_before = Keyring.from_text(old).seal("before", bound_to=HERE)
    both = Keyring.from_text(f"{new},{old}")
    sealed_after = both.seal("after", bound_to=HERE)
    assert both.open(sealed_before, bound_to=HERE) == "before"
    assert Keyring.from_text(new).open(sealed_after, bound_to=HERE) == "after"


def test_every_new_key_is_another_one_and_can_be_used():
    keys = {new_key() for _ in range(20)}
    assert len(keys) == 20
    assert all(Keyring.from_text(f"test:{key}") for key in keys)


def test_spaces_and_an_empty_end_do_no_harm():
    keys = Keyring.from_text(f" new : {new_key()} , test:{new_key()}, ".replace("new ", "new"))
    assert keys.open(keys.seal("words", bound_to=HERE), bound_to=HERE) == "words"


MALFORMED = "CANDOUR_KEYS must look like id:key,id:key with a different id for each key."
KEY = base64.urlsafe_b64encode(b"an invented key of 32 bytes long").decode()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "CANDOUR_KEYS is empty. Make a key with: python -m bot keys"),
        (" , ,", "CANDOUR_KEYS is empty. Make a key with: python -m bot keys"),
        (KEY, MALFORMED),
        (f":{KEY}", MALFORMED),
        (f"{KEY}:test", MALFORMED),
        (f"{KEY.strip('=')}:test", MALFORMED),
        (f"a b:{KEY}", MALFORMED),
        (f"{'a' * 300}:{KEY}", MALFORMED),
        (f"schlüssel:{KEY}", MALFORMED),
        (f"test:{KEY},test:{KEY}", MALFORMED),
        (f"test:{KEY[:-1]}", "The key test in CANDOUR_KEYS is not base64."),
        (f"test:{KEY[:20]}!{KEY[20:]}", "The key test in CANDOUR_KEYS is not base64."),
        (f"test:{KEY[:20]}é{KEY[20:]}", "The key test in CANDOUR_KEYS is not base64."),
        (f"test:{KEY[:20]}\udce9{KEY[20:]}", "The key test in CANDOUR_KEYS is not base64."),
        (f"test:{KEY}{KEY}", "The key test in CANDOUR_KEYS is not base64."),
        (f"test:{KEY[:40]}", "The key test in CANDOUR_KEYS has 30 bytes; it needs 32."),
        ("test:", "The key test in CANDOUR_KEYS has 0 bytes; it needs 32."),
    ],
)
def test_keys_that_cannot_be_used_are_refused_in_words_that_hold_no_key(text, message):
    with pytest.raises(KeysRefused) as refusal:
        Keyring.from_text(text)
    assert str(refusal.value) == message


def test_no_key_can_be_read_from_a_keyring_or_from_a_broken_seal():
    keys = Keyring.from_text(f"test:{KEY}")
    with pytest.raises(SealBroken) as refusal:
        keys.open(SEALED, bound_to=HERE)
    assert KEY not in f"{keys!r} {keys} {vars(keys)} {refusal.value!r}"
