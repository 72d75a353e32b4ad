"""The screens of reviews and of the pathway: none, one, many, the longest and the most hostile."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from bot.domain.evidence.pathway import Did, Gap, Leg, Mark, PathRole, Stage
from bot.domain.incidents.affected import Affected
from bot.domain.incidents.incident import IncidentState, LearningResponse
from bot.domain.reviews.factors import Tag
from bot.domain.reviews.own_review import OwnReview
from bot.domain.reviews.record import LONGEST_ENTRY, MOST_ENTRIES, RecordEntry, RecordKind
from bot.domain.reviews.review import LONGEST_BOX, Agreement, Box, Contribution, ReviewForm
from bot.domain.reviews.session import MOST_GUESTS, Coming, Guest, Profession, SessionAbout
from bot.domain.reviews.session_words import LONGEST_AGENDA, LONGEST_NOTE, Notes, NotesForm, Section, SessionWords
from bot.domain.service.access import Act
from bot.views.incidents import pathway, saved_screens
from bot.views.reviews import guide, people, review, review_record, session, session_guide
from bot.views.reviews.content import RecordContent, ReviewContent, SessionContent
from bot.views.shared import review_messages, session_messages
from handlers.incidents import affected_form
from handlers.reviews import boxes_form, people_form, record_forms, session_forms
from tests.domain.examples import (
    NOON,
    a_contribution,
    a_decision,
    a_record_entry,
    a_service,
    a_session,
    a_theme,
    an_incident,
    some_notes,
)

ONE = a_service()
Made = tuple[str, Any, tuple[Any, ...], dict[str, Any]]


def screens(hostile: str) -> Iterator[Made]:
    """Variant, what draws it, and what it is given."""
    for variant, content in _contents(hostile):
        yield variant, review.review, (content, ONE), {"now": NOON}
    few = a_content([_boxes("U0AMARA", "The torch was near."), _boxes("U0SAFETY", "The list.")])
    yield "saved", review.review, (few, ONE), {"now": NOON, "saved": True}
    many = a_content([_boxes(f"U0P{n}", "x" * LONGEST_BOX) for n in range(review.MOST_SHOWN)], person="U0LAST")
    own = ReviewForm(**dict.fromkeys(Box, hostile[:LONGEST_BOX]))
    for variant, content, words in (("none", a_content([]), None), ("one", few, None), ("longest", many, own)):
        yield variant, boxes_form.draw, (content, ONE), {"own": words, "seen": 1, "now": NOON, "nonce": "n"}
    for variant, chosen in (("none", ()), ("many", [f"U0P{n}" for n in range(9)])):
        yield variant, people_form.draw, (), {"chosen": chosen, "incident_id": str(UUID(int=1)), "nonce": "n"}
        yield variant, people.saved, (chosen,), {}
    yield "one", guide.guide, (), {}
    for variant, record in _records(hostile):
        yield variant, review_record.record, (record, ONE), {"now": NOON}
    yield "one", review_record.added, (), {}
    yield from _sessions(hostile)
    for each in record_forms.DIALOGS:
        yield each.title, each.draw, (), {"incident_id": str(UUID(int=1)), "nonce": "n"}
    yield "one", review_messages.invited, (UUID(int=1), "2222-222"), {"leads": False}
    yield "lead", review_messages.invited, (UUID(int=1), "2222-222"), {"leads": True}
    yield from _pathways()


def _pathways() -> Iterator[Made]:
    for variant, legs in _legs():
        yield variant, pathway.pathway, ("2222-222", legs, _affected()[:1], ONE), {"now": NOON}
    yield "nobody affected", pathway.pathway, ("2222-222", (), (), ONE), {"now": NOON}
    named = {"themes": [a_theme(), a_theme(name=None)], "now": NOON}
    yield "themes", pathway.pathway, ("2222-222", (), (), ONE), named
    yield "people affected", pathway.pathway, ("2222-222", (), _affected(), ONE), {"now": NOON}
    for variant, affected in (("none", ()), ("many", _affected())):
        about = {"incident_id": str(UUID(int=1)), "people": affected, "nonce": "n"}
        yield variant, affected_form.draw, (), about
    for variant, count in (("none", 0), ("one", 1), ("many", 3)):
        yield variant, saved_screens.affected, (count,), {}


def _affected() -> list[Affected]:
    everything = Affected(letter="A", offered_at=NOON, accepted_at=NOON, answered_at=NOON + timedelta(days=400))
    return [everything, Affected(letter="B", answered_at=NOON), Affected(letter="C", offered_at=NOON)]


def own_reviews(count: int) -> list[OwnReview]:
    """Led and open, open with own words, agreed, and without a decision."""
    due = a_decision(lead="U0SAFETY", due_on=NOON.date() + timedelta(days=60))
    open_ones = (True, False, False, due), (False, True, False, due)
    states = cycle((*open_ones, (True, True, True, due), (False, False, False, None)))
    return [
        OwnReview(an_incident(id=UUID(int=number), decision=decision), leads=leads, written=written, agreed=agreed)
        for number, (leads, written, agreed, decision) in zip(range(count), states, strict=False)
    ]


def a_content(contributions: list[Contribution], **changes: Any) -> ReviewContent:
    decision = a_decision(lead="U0SAFETY", due_on=NOON.date())
    facts = {
        "incident": an_incident(state=IncidentState.DECIDED, decision=decision),
        "person": "U0SAFETY",
        "people": {"U0AMARA"},
        "contributions": contributions,
        "agreed": None,
        "acts": frozenset(Act),
    }
    return ReviewContent(**{**facts, **changes})


def _boxes(person: str, words: str) -> Contribution:
    boxes = ReviewForm(**dict.fromkeys(Box, words))
    return a_contribution(person=person, boxes=boxes)


def _contents(hostile: str) -> Iterator[tuple[str, ReviewContent]]:
    agreed = Agreement(by="U0SAFETY", at=NOON)
    one = _boxes("U0AMARA", "The torch was near.")
    yield "none", a_content([], people=())
    deeper = a_decision(response=LearningResponse.SWARM_HUDDLE, lead="U0SAFETY", due_on=NOON.date())
    huddle = an_incident(state=IncidentState.DECIDED, decision=deeper)
    yield "with a record", a_content([], incident=huddle, recorded=3)
    yield "one", a_content([one])
    yield "agreed", a_content([one], agreed=agreed, made_actions=2, made_points=1)
    yield "reader", a_content([one], acts=frozenset({Act.READ_REVIEW}))
    yield "reader, agreed", a_content([one], acts=frozenset({Act.READ_REVIEW, Act.WRITE_REVIEW}), agreed=agreed)
    unreadable = one.model_copy(update={"boxes": None})
    yield "unreadable", a_content([unreadable], incident=an_incident())
    many = [_boxes(f"U0P{n}", "x" * LONGEST_BOX) for n in range(review.MOST_SHOWN + 2)]
    yield "longest", a_content(many, agreed=agreed)
    yield "hostile", a_content([_boxes("U0AMARA", hostile[:LONGEST_BOX])], agreed=agreed)


def _sessions(hostile: str) -> Iterator[Made]:
    for about in SessionAbout:
        of = a_session(about=about, incident_id=UUID(int=1) if about is SessionAbout.REVIEW else None)
        for make in (session_messages.invited, session_messages.called_off, session_messages.soon):
            yield about.value, make, (of, ONE), {"now": NOON}
    for variant, content, now in _session_contents(hostile):
        yield variant, session.session, (content, ONE), {"now": now}
    yield "saved", session.session, (a_session_content([]), ONE), {"now": NOON, "saved": True}
    yield "one", session.kept, (), {}
    yield "one", session_guide.guide, (), {}
    before = SessionContent(
        a_session(), "U0SAFETY", [Guest(person="U0AMARA")], SessionWords(agenda=hostile[:500]), []
    )
    yield "of a review", session_forms.draw, (), {"nonce": "n", "incident_id": str(UUID(int=1))}
    yield "one", session_forms.draw, (), {"nonce": "n"}
    yield "changed", session_forms.draw, (), {"nonce": "n", "before": before}
    yield "unreadable", session_forms.draw, (), {"nonce": "n", "before": replace(before, words=None)}
    yield "one", session_forms.draw_there, (), {"session_id": str(UUID(int=9))}
    own = NotesForm(**dict.fromkeys(Section, hostile[:500]))
    for variant, words in (("none", None), ("one", own)):
        yield (
            variant,
            session_forms.draw_notes,
            (),
            {
                "session_id": str(UUID(int=9)),
                "own": words,
                "seen": 1,
                "nonce": "n",
            },
        )


def _session_contents(hostile: str) -> Iterator[tuple[str, SessionContent, datetime]]:
    later = NOON + timedelta(days=3)
    guests = [
        Guest(person="U0AMARA", coming=Coming.ACCEPTED, profession=Profession.NURSE),
        Guest(person="U0OWNER", coming=Coming.DECLINED),
        Guest(person="U0ONCALL"),
        Guest(person="U0SAFETY", profession=Profession.DOCTOR),
    ]
    yield "none", a_session_content([], guests=[]), NOON
    yield "one", a_session_content([some_notes()], guests=guests), later
    yield "invited", a_session_content([], guests=guests, person="U0AMARA"), NOON
    yield "called off", a_session_content([], session=a_session(called_off_at=NOON)), NOON
    unreadable = some_notes(sections=None)
    yield "unreadable", a_session_content([unreadable], words=None, guests=guests), NOON
    own = NotesForm(**dict.fromkeys(Section, "x" * LONGEST_NOTE))
    many = [some_notes(id=UUID(int=n), sections=own) for n in range(MOST_GUESTS + 1)]
    chosen = zip(range(MOST_GUESTS), cycle(Profession), strict=False)
    everybody = [Guest(person=f"U0P{n}", profession=each) for n, each in chosen]
    words = SessionWords(agenda="x" * LONGEST_AGENDA, summary="x" * LONGEST_AGENDA)
    yield "longest", a_session_content(many, guests=everybody, words=words), later
    odd = NotesForm(**dict.fromkeys(Section, hostile[:LONGEST_NOTE]))
    agenda = SessionWords(agenda=hostile[:LONGEST_AGENDA], summary=hostile[:LONGEST_AGENDA])
    yield "hostile", a_session_content([some_notes(sections=odd)], words=agenda), NOON


def a_session_content(notes: list[Notes], **changes: Any) -> SessionContent:
    facts = {
        "session": a_session(),
        "person": "U0SAFETY",
        "guests": [Guest(person="U0AMARA")],
        "words": SessionWords(agenda="We meet in the office.", summary="Alarms at night."),
        "notes": notes,
    }
    return SessionContent(**{**facts, **changes})


def _records(hostile: str) -> Iterator[tuple[str, RecordContent]]:
    one = [_entry(kind, "The list hangs in the office.") for kind in RecordKind]
    agreed = Agreement(by="U0SAFETY", at=NOON)
    yield "none", _a_record([], people=())
    yield "one", _a_record(one)
    yield "agreed", _a_record(one, agreed=agreed)
    yield "reader", _a_record(one, acts=frozenset({Act.READ_REVIEW}))
    writes = frozenset({Act.READ_REVIEW, Act.WRITE_REVIEW})
    yield "takes part", _a_record(one, acts=writes, person="U0AMARA")
    yield "one person's factors", _a_record([_entry(RecordKind.FACTOR, "Seen twice.", tag=Tag.ACTIVE_FAILURES)])
    yield "unreadable", _a_record([a_record_entry(words=None)], incident=an_incident())
    many = [
        _entry(RecordKind.FACTOR, "x" * LONGEST_ENTRY, tag=tag, number=n)
        for n, tag in zip(range(MOST_ENTRIES), cycle(Tag), strict=False)
    ]
    yield "longest", _a_record(many)
    yield (
        "longest, agreed",
        _a_record(
            [_entry(RecordKind.IMPROVEMENT, "x" * LONGEST_ENTRY, number=n) for n in range(MOST_ENTRIES)],
            agreed=agreed,
        ),
    )
    yield "hostile", _a_record([_entry(kind, hostile[:LONGEST_ENTRY]) for kind in RecordKind])


def _entry(kind: RecordKind, words: str, *, tag: Tag = Tag.STAFFING_LEVELS, number: int = 1) -> RecordEntry:
    more: dict[RecordKind, dict[str, Any]] = {
        RecordKind.TIMELINE: {"at": NOON},
        RecordKind.AGREED_DATE: {"on": NOON.date() + timedelta(days=60)},
        RecordKind.FACTOR: {"tag": tag},
    }
    return a_record_entry(id=UUID(int=number), kind=kind, words=words, **more.get(kind, {}))


def _a_record(entries: list[RecordEntry], **changes: Any) -> RecordContent:
    decision = a_decision(response=LearningResponse.INVESTIGATION, lead="U0SAFETY", due_on=NOON.date())
    facts = {
        "incident": an_incident(state=IncidentState.DECIDED, decision=decision),
        "person": "U0SAFETY",
        "people": ["U0AMARA"],
        "entries": entries,
        "agreed": None,
        "acts": frozenset(Act),
    }
    return RecordContent(**{**facts, **changes})


def _legs() -> Iterator[tuple[str, tuple[Leg, ...]]]:
    yield "gaps", tuple(Leg(stage, (), tuple((gap, 1) for gap in Gap)) for stage in Stage)
    every = tuple(Mark(did, NOON, role) for did, role in zip(Did, cycle(PathRole), strict=False))
    due = Mark(Did.ACTION_AGREED, NOON, PathRole.SAFETY_TEAM, due_on=(NOON + timedelta(days=60)).date())
    yield "longest", tuple(Leg(stage, (*every, due), ()) for stage in Stage)
    yield "some", tuple(Leg(stage, every[:2], ((Gap.NOT_DONE, 2),)) for stage in Stage)
