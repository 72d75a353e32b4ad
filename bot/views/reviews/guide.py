"""The conversation guide: how a short review is led so that people can speak freely."""

from bot.views.kit.blocks import View, plain_modal, section

STEPS = (
    ("Begin", "Say thank you. Say what the time is for: to learn from the work, not to judge people."),
    (
        "What happened",
        "Ask how this is usually done, and what was different that day. Each person speaks once first.",
    ),
    ("What helped", "Ask what went well, and what kept it from being worse."),
    (
        "What got in the way",
        "Ask what people knew at that moment, and what made sense then. Ask about place and time.",
    ),
    ("How are we?", "Ask how people are. Stop if somebody is upset, and ask what they need."),
    ("What will we try", "Agree one or two changes to the work, and when you look at them again."),
)


def guide() -> View:
    """It stands beside the boxes. Nobody gives a statement."""
    steps = (section(f"*{name}.* {words}") for name, words in STEPS)
    return plain_modal(
        "Conversation guide",
        section("*Talk first, write afterwards.* Nobody gives a statement here. Ten minutes are enough."),
        *steps,
    )
