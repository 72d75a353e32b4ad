"""Telephone numbers that ring nobody: those that are kept for examples, films and books."""

import re

# Source: Ofcom, "Telephone numbers for use in TV and radio drama programmes". 555: the North American numbering plan.
_FICTIONAL = re.compile(
    r"0(?:"
    r"1632960\d{3}"
    r"|1(?:13|14|15|16|17|18|21|31|41|51|61)4960\d{3}"
    r"|1914980\d{3}"
    r"|2079460\d{3}"
    r"|2896496\d{3}"
    r"|2920180\d{3}"
    r"|3069990\d{3}"
    r"|7700900\d{3}"
    r"|8081570\d{3}"
    r"|9098790\d{3}"
    r")"
    r"|1?\d{3}55501\d{2}"
)
_NUMBER = re.compile(r"\(?\+?\d[\d ().-]{5,}\d")


def fictional_number_in(text: str) -> str | None:
    """The first number in `text` that is kept for examples, as it stands there; None if there is none."""
    for found in _NUMBER.finditer(text):
        if _FICTIONAL.fullmatch(_dialled_at_home(found.group())):
            return found.group()
    return None


def _dialled_at_home(number: str) -> str:
    """Its digits, as they are dialled within the country."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.startswith("+44"):
        return f"0{digits.removeprefix('44')}"
    return f"0{digits.removeprefix('0044')}" if digits.startswith("0044") else digits
