"""The report form, given back once before it is saved: what to look at again."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.domain.reports.doubts import Doubts
from bot.domain.values import Moment
from bot.views.kit import dates, form
from bot.views.kit.action_ids import TAKE_NAMES_OUT_OF_FORM
from bot.views.kit.blocks import Block, View, button, buttons, plain, section
from bot.views.reports.identified import places

ASKED = "asked"
"""In the ids of a form that came back: it does not ask a second time."""
_PREFIX = "not_sent_yet"
_ABOVE = (
    "*Your report is not sent yet.* Look at what stands here. Then change it, or press *Send as it is*.",
    "*The names are taken out.* Read your words again, then press *Send*.",
)


def given_back(view: View, doubts: Doubts, texts: Mapping[str, str], *, zone: ZoneInfo, now: Moment) -> View:
    """The form with what was noticed above it. `texts` are by the labels of their fields.

    It has another id, so that a change that still comes for the form before changes nothing.
    """
    head = [
        _section("said", _ABOVE[0]),
        *_names(doubts, texts),
        *([_section("time", _time(doubts.long_ago, zone, now))] if doubts.long_ago else []),
        *([_section("same", _same(doubts.sent_lately))] if doubts.sent_lately else []),
    ]
    asked = form.metadata(form.remembered(view) | {ASKED: "yes"})
    shown = form.for_update(view | {"blocks": [*head, *view["blocks"]], "private_metadata": asked})
    titles = {"title": plain("Not sent yet"), "submit": plain("Send as it is")}
    return shown | titles | {"external_id": f"{view.get('external_id', '')}#asked"[-255:]}


def names_taken_out(view: View, blocks: Sequence[Block]) -> View:
    """The same form after *Remove them*: nothing stands above it but what was done."""
    others = [block for block in blocks if not str(block.get("block_id", "")).startswith(_PREFIX)]
    shown = form.for_update(view | {"blocks": [_section("said", _ABOVE[1]), *others]})
    return shown | {"submit": plain("Send")}


def _names(doubts: Doubts, texts: Mapping[str, str]) -> list[Block]:
    direct = {label: [mark for mark in marks if mark.kind.direct] for label, marks in doubts.identifiers.items()}
    lines = [f"*{label}* {places(texts[label], marks)}" for label, marks in direct.items() if marks]
    if not lines:
        return []
    remove = button("Remove them", action=TAKE_NAMES_OUT_OF_FORM, value="names")
    said = "*Take names out.* These words may say who somebody is:"
    return [
        _section("names", "\n".join([said, *lines, *_apart(doubts, texts)])),
        buttons(remove, block_id=f"{_PREFIX}_remove"),
    ]


def _apart(doubts: Doubts, texts: Mapping[str, str]) -> list[str]:
    """What names nobody alone. It is said beside what does, and is not taken out."""
    narrow = {label: [mark for mark in marks if not mark.kind.direct] for label, marks in doubts.identifiers.items()}
    said = " ".join(places(texts[label], marks) for label, marks in narrow.items() if marks)
    return [f"*This may narrow it down.* {said}"] if said else []


def _time(happened_at: Moment, zone: ZoneInfo, now: Moment) -> str:
    day = dates.day_of(happened_at, zone, now=now)
    return f"*Check the year.* This says {day}, more than a year ago."


def _same(reference: str) -> str:
    return f"*Is it the same one?* You sent one of the same kind a minute ago: {reference}."


def _section(name: str, words: str) -> Block:
    return section(words) | {"block_id": f"{_PREFIX}_{name}"}
