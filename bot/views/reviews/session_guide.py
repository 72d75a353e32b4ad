"""The guide for leading a reflection session. `docs/facilitating.md` has more of it, to be printed."""

from bot.views.kit.blocks import View, plain_modal, section

STEPS = (
    ("Before", "Choose a quiet room and a fixed end. Send no details ahead, only the agenda."),
    ("Welcome, 5 minutes", "Say why you meet: to learn from the work. Nobody is judged, and nothing is graded."),
    ("What happened, 10 minutes", "Begin with how the day usually goes. Each person speaks once first."),
    ("What helped, 10 minutes", "Ask what went well, and what people did that is written nowhere."),
    ("What got in the way, 15 minutes", "If a person is named, ask what made it likely for anybody in that place."),
    ("How are we, 5 minutes", "Ask how people are now. Stop if somebody is upset, and say what support there is."),
    ("What will we try, 10 minutes", "One or two changes to the work. Say when you look at them again."),
    ("After", "Everybody adds notes of their own. Thank people by name, in the room."),
)


def guide() -> View:
    """It opens over the session."""
    steps = (section(f"*{name}.* {words}") for name, words in STEPS)
    return plain_modal("Leading a session", section("*An hour is enough.* You listen more than you speak."), *steps)
