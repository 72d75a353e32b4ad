"""References that people read out: random, never in sequence, with a check character.

Seven characters from an alphabet of 23. It has no vowels, so that no words appear, and neither 0, 1 nor letters that
look like them. One wrong character, or two that changed places, never gives another valid reference, because 23 is
prime and the weights differ.
"""

ALPHABET = "23456789BCDFGHJKMNPRTWX"
_WEIGHTS = (2, 3, 4, 5, 6, 7)
POSSIBLE = len(ALPHABET) ** len(_WEIGHTS)
"""How many references there are. Random numbers below this are turned into references."""


def reference_from(number: int) -> str:
    """The reference for a random `number` (0 <= number < POSSIBLE), such as `K7M4-XR2`."""
    digits = []
    for _ in _WEIGHTS:
        number, digit = divmod(number, len(ALPHABET))
        digits.append(digit)
    text = "".join(ALPHABET[digit] for digit in (*digits, _check(digits)))
    return f"{text[:4]}-{text[4:]}"


def is_reference(text: str) -> bool:
    """Whether `text` is a well-formed reference whose check character is right."""
    plain = text.replace("-", "")
    if len(plain) != len(_WEIGHTS) + 1 or any(letter not in ALPHABET for letter in plain):
        return False
    *digits, check = (ALPHABET.index(letter) for letter in plain)
    return check == _check(digits)


def _check(digits: list[int]) -> int:
    """The digit that brings the weighted sum, itself with weight 1, to a multiple of 23."""
    return -sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % len(ALPHABET)


def reference_in(text: str) -> str | None:
    """The reference that somebody typed, in large or small letters, with or without the dash.

    None if it is none, or if its check character is wrong.
    """
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    reference = f"{plain[:4]}-{plain[4:]}"
    return reference if is_reference(reference) else None
