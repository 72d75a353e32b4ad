"""What the report form says of what was begun and not sent: that it was saved, that it waits, that it is gone."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.reports.drafts import ReportDraft
from bot.views.kit import dates, form
from bot.views.kit.action_ids import NAME_CHOICE, SAVE_FOR_LATER
from bot.views.kit.blocks import Block, View, button, buttons, plain_modal, section
from bot.views.shared.draft_messages import choices

SAVE = "save_for_later"
"""The block of the button. It is not there while the choice is *Anonymous*."""
DRAFT = "draft"
"""In the ids of a form: the draft that it goes on with."""
THROW_AWAY_FIRST = "Throw away the draft in your name above, or choose another of these."
_SAVED = "draft_saved"
_OFFERED = "draft_offered"


def save_button() -> Block:
    return buttons(button("Save for later", action=SAVE_FOR_LATER, value=SAVE), block_id=SAVE)


def saved(view: View, draft: ReportDraft, *, zone: ZoneInfo, now: datetime) -> View:
    """The form goes on with this draft, and says when it was saved and what that means for anonymity.

    It stands above the choice of name: below the button, at the end of a long form, nobody would see it.
    """
    words = f"A draft in your name was saved {_when(draft, zone, now)}. For anonymous, throw it away first."
    _, away = choices(draft)
    line = section(words, button=away) | {"block_id": _SAVED}
    others = [block for block in view["blocks"] if block.get("block_id") != _SAVED]
    names = [block.get("block_id") for block in others]
    place = names.index(NAME_CHOICE) if NAME_CHOICE in names else len(others)
    ids = form.remembered(view) | {DRAFT: str(draft.id)}
    return view | {"blocks": [*others[:place], line, *others[place:]], "private_metadata": form.metadata(ids)}


def offered(view: View, drafts: Sequence[ReportDraft], *, zone: ZoneInfo, now: datetime) -> View:
    """The form with the newest draft on top of it."""
    head = section(waits(drafts, zone=zone, now=now)) | {"block_id": _OFFERED}
    offer = buttons(*choices(drafts[0]), block_id=f"{_OFFERED}_choices")
    return view | {"blocks": [head, offer, *view["blocks"]]}


def waits(drafts: Sequence[ReportDraft], *, zone: ZoneInfo, now: datetime) -> str:
    """Said on top of Home and of the next form."""
    more = " An older one is offered once this is sent or thrown away." if len(drafts) > 1 else ""
    return f"*You have a report that is not sent.* It was saved {_when(drafts[0], zone, now)}.{more}"


def without_offer(view: View) -> View:
    """The form after its draft, or the one that was offered, has been thrown away."""
    ids = {name: value for name, value in form.remembered(view).items() if name != DRAFT}
    blocks = [block for block in view["blocks"] if not str(block.get("block_id", "")).startswith((_SAVED, _OFFERED))]
    return view | {"blocks": blocks, "private_metadata": form.metadata(ids)}


def not_needed() -> View:
    """An empty form, once the one that was saved is open over it."""
    return plain_modal("Report", section("*Your saved report is in front.* Close this one."))


def thrown_away() -> View:
    return plain_modal("Thrown away", section("*The report that was not sent is gone.* Nobody has seen it."))


def cannot_be_read() -> View:
    return plain_modal("Not sent", section("*Write it again.* What was saved cannot be read any more."))


def _when(draft: ReportDraft, zone: ZoneInfo, now: datetime) -> str:
    clock = dates.clock(draft.saved_at, zone, now=now)
    return f"at {clock}" if clock == f"{draft.saved_at.astimezone(zone):%H:%M}" else f"on {clock}"
