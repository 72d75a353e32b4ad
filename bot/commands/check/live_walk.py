"""`python -m bot check --live`: what only a real workspace can show, step by step, answered by a person."""

from collections.abc import Callable

STEPS = (
    "In a team's channel type /incident door alarm silent. Does the form open at once, with the text in it?",
    "Press Send. Does a receipt with a reference take the place of the form?",
    "Look at the safety channel. Is there one card, without what you wrote?",
    "Look at your direct message with Candour. Is there one copy, without what you wrote?",
    "As somebody outside the safety team press Open on the card. Are you told politely why not?",
    "As the safety team press Open. Do you see what was written, word for word?",
    "Send a report with someone still at risk. Does the receipt begin with the number to phone?",
    "Did that card mention the people on call, and did a phone in the room show it?",
    "Make an action with yourself as owner. Does a direct message with two buttons reach you?",
    "Press Done. Does the message say that it waits to be checked?",
    "Open Candour's Home tab. Are your report and your action there?",
    "On a phone, report once more. Can you reach Send without trouble?",
    "Take the network away for a minute and give it back. Does /incident work again within seconds?",
)


def walk(*, say: Callable[[str], None], ask: Callable[[str], str]) -> int:
    """Ask about each step; 0 if every answer was yes. A step may be skipped, and is counted as not shown."""
    shown = 0
    for number, step in enumerate(STEPS, start=1):
        say(f"{number} of {len(STEPS)}. {step}")
        shown += ask("yes, no or skip: ").strip().lower() in ("y", "yes")
    say(f"Shown: {shown} of {len(STEPS)}. Please note the date and the answers in docs/on-real-slack.md.")
    return 0 if shown == len(STEPS) else 1
