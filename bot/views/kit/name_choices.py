"""What each choice of name means, in words: the only place that says it, for the form, the receipt and the help."""

from collections.abc import Mapping

from bot.domain.reports.name_choice import NameChoice

LABELS: Mapping[NameChoice, str] = {
    NameChoice.NAMED: "Named",
    NameChoice.CONFIDENTIAL: "Confidential",
    NameChoice.ANONYMOUS: "Anonymous",
}
_LEAD = "the safety lead"
PROMISES: Mapping[NameChoice, str] = {
    NameChoice.NAMED: "The people who work on the report see your name.",
    NameChoice.CONFIDENTIAL: f"Only {_LEAD} can look up your name. You see if they do.",
    NameChoice.ANONYMOUS: "We keep nothing that says who you are. Nobody can phone you back.",
}
"""At most 75 characters each: Slack takes no more below a radio button."""


def promise(choice: NameChoice, *, looked_up_by: str = _LEAD) -> str:
    """The choice and what it means, as one line."""
    return f"*{LABELS[choice]}.* {PROMISES[choice].replace(_LEAD, looked_up_by)}"
