"""What the lead reads after choosing who takes part."""

from collections.abc import Collection

from bot.views.kit.blocks import View, plain_modal, section


def saved(people: Collection[str]) -> View:
    named = ", ".join(f"<@{person}>" for person in sorted(people))
    return plain_modal(
        "Saved", section(f"*Taking part beside you:* {named or 'nobody'}. Whoever is new gets a message.")
    )
