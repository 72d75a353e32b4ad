"""Free text about an event. It moves from a modal to an encrypted column and back to a modal, and nowhere else."""

from pydantic import Field

from bot.domain.values import Value, VisibleText

LONGEST = 3000
"""Characters. The most that a text field of a Slack modal takes."""


class Narrative(Value):
    """What happened, in the reporter's words. Its repr is empty, so that no log can contain it."""

    text: VisibleText = Field(min_length=1, max_length=2 * LONGEST, repr=False)  # A long command fills two fields.
