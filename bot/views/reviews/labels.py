"""The words of a review. They ask what and how."""

from bot.domain.reviews.review import Box

FIRST_LINE = "*This finds no blame, liability or cause of death.* It is for learning."
LABELS = {
    Box.WHAT_HAPPENED: "What happened?",
    Box.WHAT_HELPED: "What helped?",
    Box.WHAT_GOT_IN_THE_WAY: "What got in the way?",
    Box.WHAT_WE_WILL_TRY: "What will we try?",
}
HINTS = {
    Box.WHAT_HAPPENED: "As you saw it: what was usual, and what was different this time. No names.",
    Box.WHAT_HELPED: "What went well, or kept it from being worse.",
    Box.WHAT_GOT_IN_THE_WAY: "Place, equipment, time, staffing, handover, rules that are hard to follow.",
    Box.WHAT_WE_WILL_TRY: "One or two changes to the work. The lead can make actions of them.",
}
