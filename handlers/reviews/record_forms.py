"""The record of a deeper review, and the dialogs in which people add to it: one for each kind of entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.domain.reviews.factors import Part, Tag, factors_in
from bot.domain.reviews.record import LONGEST_ENTRY, RecordForm, RecordKind
from bot.domain.service.service import Service
from bot.usecases.reviews import record as use_cases
from bot.views.kit import action_ids, form
from bot.views.kit.blocks import View
from bot.views.reviews import review_record
from bot.views.reviews.content import RecordContent
from bot.views.reviews.factors import PARTS, TAGS
from handlers.bolt.copies import noted
from handlers.bolt.listener import AnyListener, Dependencies, Dialog, FormListener, Saved, on_press
from handlers.bolt.modals import new_nonce, open_then_fill
from handlers.bolt.payloads import Press, Submission
from handlers.bolt.presses import save_and_show, show_in_place


def _words(label: str, hint: str) -> form.Text:
    wrong = f"Write at most {LONGEST_ENTRY} characters."
    return form.Text("words", label, wrong=wrong, hint=hint, longest=LONGEST_ENTRY)


_TAGS = tuple((PARTS[part], [(str(each.tag), TAGS[each.tag]) for each in factors_in(part)]) for part in Part)


@dataclass(frozen=True)
class RecordDialog:
    """One kind of entry: its button, its title and its questions."""

    kind: RecordKind
    action: str
    title: str
    fields: Sequence[form.Field]

    @property
    def dialog(self) -> Dialog:
        return Dialog(self.action, self._fields, self.draw, self._saved)

    def draw(self, *, incident_id: str, nonce: str) -> View:
        ids = {"nonce": nonce, "incident": incident_id}
        blocks = [field.draw() for field in self.fields]
        return form.modal(self.action, title=self.title, submit="Add", blocks=blocks, ids=ids)

    def open(self, deps: Dependencies, press: Press) -> None:
        """Its button, on the record."""

        def fill() -> View:
            now = deps.context.clock.now()
            use_cases.may_add_to_record(deps.context, press.id, self.kind, by=press.person, now=now)
            return self.draw(incident_id=str(press.id), nonce=new_nonce())

        open_then_fill(deps, press, fill)

    def _fields(self, _service: Service, _now: datetime) -> Sequence[form.Field]:
        return self.fields

    def _saved(self, deps: Dependencies, sent: Submission) -> Saved:
        """Add it. The record beneath shows it."""
        given = form.entered(sent.view, self.fields)
        tag = Tag(given.pop("tag")) if "tag" in given else None
        entry = form.validated(RecordForm, form.by_name(self.fields), kind=self.kind, tag=tag, **given)
        about = UUID(sent.ids["incident"])
        saved = use_cases.add_to_record(deps.context, about, entry, key=sent.key, by=sent.person)
        beneath = str(sent.view.get("previous_view_id") or "")
        return Saved(review_record.added, partial(_redraw, deps, saved, beneath) if beneath else None)


DIALOGS = (
    RecordDialog(
        RecordKind.TIMELINE,
        action_ids.RECORD_TIMELINE,
        "Time line",
        (
            form.Moment("at", "When was it?", wrong="Choose a date and time that have passed."),
            _words("What was done?", "As it was really done, and how it is usually done. No names."),
        ),
    ),
    RecordDialog(
        RecordKind.FACTOR,
        action_ids.RECORD_FACTOR,
        "Factor",
        (
            form.GroupedChoice("tag", "What made it likely?", wrong="Choose one from the list.", groups=_TAGS),
            _words("What shows it?", "The evidence: what was seen, read or told. No names."),
        ),
    ),
    RecordDialog(
        RecordKind.WENT_WELL,
        action_ids.RECORD_WENT_WELL,
        "What went well",
        (_words("What went well?", "What helped, or kept it from being worse. No names."),),
    ),
    RecordDialog(
        RecordKind.IMPROVEMENT,
        action_ids.RECORD_IMPROVEMENT,
        "What should be better",
        (_words("What should be better?", "Say what, not yet how. Actions say how, once it is agreed."),),
    ),
    RecordDialog(
        RecordKind.TERMS,
        action_ids.RECORD_TERMS,
        "Terms",
        (_words("What does it look at?", "What it looks at, what it leaves out, and why this kind was chosen."),),
    ),
    RecordDialog(
        RecordKind.AGREED_DATE,
        action_ids.RECORD_DATE,
        "A date agreed",
        (
            form.Day("on", "Which date?", wrong="Choose a date."),
            _words("What was agreed for this date?", "With the people affected: first talk, draft, final. No names."),
        ),
    ),
)


def from_review(deps: Dependencies, press: Press) -> None:
    """The record in place of the screen of the review: Slack shows three modals over each other at most."""
    show_in_place(deps, press, partial(read, deps, press))


def read(deps: Dependencies, press: Press) -> View:
    """The record, which is recorded. Raises `NotForYou` or `NotFound`."""
    now = deps.context.clock.now()
    return drawn(deps, use_cases.open_record(deps.context, press.id, by=press.person, now=now))


def take_out(deps: Dependencies, press: Press) -> None:
    """One entry, chosen from the menu."""

    def save() -> View:
        now = deps.context.clock.now()
        return drawn(deps, use_cases.take_out_of_record(deps.context, press.id, by=press.person, now=now))

    save_and_show(deps, press, save, named=action_ids.RECORD_TAKE_OUT)


def drawn(deps: Dependencies, found: RecordContent) -> View:
    return review_record.record(found, deps.context.service, now=deps.context.clock.now())


def _redraw(deps: Dependencies, found: RecordContent, view_id: str) -> None:
    noted(lambda: deps.client.views_update(view_id=view_id, view=drawn(deps, found)))


OF_RECORDS: tuple[AnyListener, ...] = (
    on_press(action_ids.REVIEW_RECORD, from_review),
    on_press(action_ids.RECORD_TAKE_OUT, take_out),
    *(on_press(each.action, each.open) for each in DIALOGS),
    *(FormListener(each.dialog) for each in DIALOGS),
)
COUNTED = (action_ids.RECORD_TAKE_OUT,)
