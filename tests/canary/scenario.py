"""Everything that the bot can be made to do with free text, the failures included, and what was left behind."""

import copy
import json
import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import make_url

from bot.domain.actions.nudges import DAY_START
from bot.domain.calendar import at_local, working_day_after
from bot.domain.evidence.forum_papers import PaperName
from bot.domain.reviews.review import Box
from bot.domain.service.service import Forum
from bot.runtime.logs import LEVELS
from bot.settings import Settings
from bot.usecases import outgoing
from bot.usecases.context import Context
from bot.usecases.service.load import load_service
from bot.views.kit import action_ids
from sandbox.interactions.typing import run_command
from sandbox.people.person import PeopledWorkspace
from sandbox.people.waiting import LONGEST
from sandbox.records import Call, Message
from sandbox.refusals import ConnectionDropped
from sandbox.transport.envelopes import Delivery
from sandbox.workspace.workspace import Hook
from storage import due, forums
from storage.outbox import messages
from tests.canary.canary import (
    ADDED,
    AGAIN,
    ANSWER,
    ASKED,
    BEGUN,
    CANARY,
    CHANGE,
    FOR_WARD,
    LIFTED,
    LONG_COMMAND,
    MEASURE,
    MET,
    OF_FORUM,
    PROOF,
    QUESTION,
    REASON,
    RECOMMENDED,
    RECORDED,
    REFUSED,
    REPLIED,
    REVIEWED,
    THANKED,
    THEME,
    UNAPPROVED,
    UNAPPROVED_TRY,
    WHAT,
    WHY,
    WHY_TAKEN_BACK,
    WRITTEN_BACK,
    files_with_it,
)
from tests.journeys.steps import (
    bulletins_are_ready,
    card_about,
    changes_details,
    direct_message,
    everything_is_sent,
    minutes_pass,
    opens,
    opens_the_form,
    reference_in,
    reports,
    says_done,
    writes_a_learning_point,
)

Json = dict[str, Any]
A_MOMENT = 0.25
"""Seconds: long enough for a payload that nobody will acknowledge to have been looked at."""


@dataclass
class Left:
    """What is left once everything has happened."""

    opened: str = ""
    own: str = ""
    calls: list[Call] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    messages: dict[str, list[Message]] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    whispers: dict[str, list[Message]] = field(default_factory=dict)
    owner: str = ""
    checker: str = ""
    shown: list[str] = field(default_factory=list)
    records: list[logging.LogRecord] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    audit: list[tuple[Any, ...]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Kept(logging.Handler):
    """Keeps every record that any logger lets through, as it is."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def listening() -> Iterator[Kept]:
    """All log lines, at the levels that the program has."""
    kept, before = Kept(), {name: logging.getLogger(name).level for name in LEVELS}
    _set_levels(LEVELS)
    logging.getLogger().addHandler(kept)
    try:
        yield kept
    finally:
        logging.getLogger().removeHandler(kept)
        _set_levels(before)


def _set_levels(levels: Mapping[str, int]) -> None:
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


class Story:
    """One night, in order. Each part leaves the bot as it found it."""

    def __init__(self, workspace: PeopledWorkspace, context: Context, settings: Settings) -> None:
        self.workspace = workspace
        self.context = context
        self.settings = settings
        self.file = Path(make_url(settings.candour_database_url).database or "")
        self.left = Left()
        self.nurse = workspace.person("Amara Okafor")
        self.lead = workspace.person("Jo Carter")
        self.owner = workspace.person("Chloe Price")
        self.outsider = workspace.person("Lee Fraser")
        self.safety_channel = workspace.channel("safety-team")
        self.reference = ""

    def tell(self) -> Left:
        """All of it."""
        reference = self.a_long_command_is_sent_and_amended()
        self.an_outsider_is_refused(reference)
        self.the_safety_team_asks_answers_decides_and_lifts(reference)
        self.the_report_is_opened_and_an_action_is_made(reference)
        self.the_reporter_writes_to_it(reference)
        self.a_report_is_begun_and_not_sent()
        self.a_colleague_is_thanked()
        self.the_owner_moves_it_and_is_reminded_and_does_it()
        self.a_theme_is_named_and_retired()
        self.a_recommendation_is_shown_to_be_done()
        self.a_forum_asks_and_decides()
        for part in (self.answers_are_refused, self.the_database_fails, self.slack_fails, self.payloads_are_broken):
            part()
        everything_is_sent(self.workspace, self.settings)
        self.left.files = files_with_it(self.file.parent)
        self.left.calls = list(self.workspace.calls)
        self.left.deliveries = self.workspace.envelopes
        self.left.messages = dict(self.workspace.messages)
        self.left.homes = {person: view.content for person, view in self.workspace.screens.homes.items()}
        self.left.whispers = dict(self.workspace.whispers)
        self.left.owner, self.left.checker = self.owner.id, self.lead.id
        with sqlite3.connect(self.file) as connection:
            self.left.audit = connection.execute("SELECT * FROM audit").fetchall()
        connection.close()
        return self.left

    def a_long_command_is_sent_and_amended(self) -> str:
        self.nurse.runs(f"/incident {LONG_COMMAND}", channel="oak-ward")
        self.nurse.answers(still_at_risk="yes")
        receipt = self.nurse.submits()
        reference = reference_in(receipt)
        card_about(self.safety_channel, reference)
        direct_message(self.nurse, reference)
        self.resend(self.last_form(), what=f"{AGAIN} it was the other door")
        self.workspace.wait_until(
            lambda: len([card for card in self.safety_channel.messages if card.shows(reference)]) > 1,
            reason="There is no card of what was sent again.",
        )
        self.nurse.opens_home()
        return reference

    def an_outsider_is_refused(self, reference: str) -> None:
        refused = opens(self.outsider, card_about(self.safety_channel, reference))
        self.left.shown.append(refused.text)

    def the_safety_team_asks_answers_decides_and_lifts(self, reference: str) -> None:
        self.reference = reference
        opens(self.lead, card_about(self.safety_channel, reference))
        self.fills("Ask the reporter", question=QUESTION)
        self.fills("Answer", answer="own_words", words=ANSWER)
        self.fills(
            "Decide",
            category="other",
            physical_harm="none",
            psychological_harm="low",
            response="swarm_huddle",
            reason=REASON,
            lead=self.lead.id,
            due_on=self.context.clock.now().date() + timedelta(days=10),
        )
        self.workspace.wait_until(lambda: "Review" in self.lead.modal.buttons, reason="It was not redrawn.")
        self.lead.clicks("Review")
        self.workspace.wait_until(lambda: "The four boxes" in self.lead.modal.buttons, reason="No record opened.")
        self.fills("What should be better", words=RECORDED)
        self.workspace.wait_until(lambda: self.lead.modal.says(RECORDED), reason="The record was not redrawn.")
        self.lead.clicks("The four boxes")
        self.workspace.wait_until(
            lambda: "Write in my boxes" in self.lead.modal.buttons, reason="The boxes were not shown."
        )
        self.fills("Write in my boxes", **dict.fromkeys(Box, REVIEWED))
        self.a_session_is_proposed_and_written_in()
        self.lead.clicks("Restrict")
        self.workspace.wait_until(lambda: self.lead.modal.says("Restricted."), reason="It was not restricted.")
        self.fills("Lift the restriction", reason=LIFTED)
        self.workspace.wait_until(lambda: self.lead.modal.says(LIFTED), reason="The incident was not redrawn.")
        direct_message(self.nurse, "There is an answer about")
        self.lead.dismisses()

    def a_session_is_proposed_and_written_in(self) -> None:
        self.lead.clicks("Review")
        self.workspace.wait_until(lambda: "The four boxes" in self.lead.modal.buttons, reason="No record opened.")
        self.lead.clicks("The four boxes")
        self.workspace.wait_until(lambda: "Propose a session" in self.lead.modal.buttons, reason="No boxes.")
        self.lead.clicks("Propose a session")
        self.workspace.wait_until(lambda: self.lead.modal.fields, reason="No form opened.")
        starts_at = self.context.clock.now() + timedelta(days=30)
        self.lead.answers(starts_at=starts_at, people=[self.nurse.id], agenda=MET, summary=MET)
        self.lead.submits()
        self.lead.dismisses()
        invited = direct_message(self.nurse, "You are invited to a reflection session about a review.")
        self.nurse.clicks("I will come", on=invited)
        self.workspace.wait_until(lambda: "Write notes" in self.nurse.modal.buttons, reason="No session opened.")
        self.nurse.clicks("Write notes")
        self.workspace.wait_until(lambda: self.nurse.modal.fields, reason="No form opened.")
        self.nurse.answers(what_happened=MET, how_are_we=MET)
        self.nurse.submits()
        self.nurse.dismisses()
        opens(self.lead, card_about(self.safety_channel, self.reference))

    def fills(self, button: str, **given: Any) -> None:
        """Fill the form behind this button of an opened incident, and close what follows."""
        self.lead.clicks(button)
        self.workspace.wait_until(lambda: self.lead.modal.fields, reason=f"{button!r} opened no form.")
        self.lead.answers(**given)
        shown = self.lead.submits()
        if shown.says("Check these words"):
            shown = self.lead.submits()
        assert not shown.errors, button
        assert not shown.error, button
        self.lead.closes()

    def the_report_is_opened_and_an_action_is_made(self, reference: str) -> None:
        self.left.opened = opens(self.lead, card_about(self.safety_channel, reference)).text
        self.lead.clicks("Make an action")
        due = self.context.clock.now().date() + timedelta(days=10)
        self.lead.answers(change=CHANGE, owner=self.owner.id, due_on=due, measure=MEASURE, for_ward=FOR_WARD)
        self.lead.submits()
        minutes_pass(self.workspace, 6)
        direct_message(self.owner, CHANGE)

    def the_reporter_writes_to_it(self, reference: str) -> None:
        """Adds something, replies to a question, takes it back; and the safety team reads it all."""
        self.lead.dismisses()
        self.lead_asks(reference)
        self.nurse.dismisses()
        home = self.nurse.opens_home()
        self.nurse.clicks("Read it", on=home, beside=reference)
        self.workspace.wait_until(lambda: self.nurse.modal.says("What has happened"), reason="It did not open.")
        self.left.own = self.nurse.modal.text
        for button, words in (("Reply", REPLIED), ("Add something", ADDED), ("Take it back", WHY_TAKEN_BACK)):
            self.nurse.clicks(button)
            self.workspace.wait_until(lambda: "text" in self.nurse.modal.fields, reason="The form did not open.")
            self.nurse.answers(text=words)
            self.nurse.submits()
            self.nurse.closes()
            self.workspace.wait_until(lambda words=words: self.nurse.modal.says(words), reason="It is not shown.")  # type: ignore[misc]
        self.nurse.dismisses()
        self.left.opened += opens(self.lead, card_about(self.safety_channel, reference)).text

    def a_report_is_begun_and_not_sent(self) -> None:
        """It is told of without its words, and read by whoever began it."""
        opens_the_form(self.nurse)
        self.nurse.answers(what=BEGUN)
        self.nurse.chooses("still_at_risk", "yes")
        self.nurse.clicks("Save for later")
        self.workspace.wait_until(lambda: self.nurse.modal.says("was saved at"), reason="It was not saved.")
        self.nurse.closes()
        self.workspace.wait_until(self.somebody_will_be_told, reason="The bot did not hear of the closing.")
        minutes_pass(self.workspace, 6)
        self.nurse.clicks("Go on with it", on=direct_message(self.nurse, "Your report has not been sent."))
        self.workspace.wait_until(lambda: "what" in self.nurse.modal.fields, reason="It did not open.")
        self.left.own += str(self.nurse.modal.field("what").value)
        self.nurse.dismisses()

    def somebody_will_be_told(self) -> bool:
        """The clock must not move before the bot has noted when the form was closed."""
        with self.context.database.reading() as transaction:
            return any(row.kind == "not_sent" for row in due.coming(transaction, limit=1_000))

    def a_theme_is_named_and_retired(self) -> None:
        """Of three incidents that are alike. Its name stands in Home of the lead until it is retired."""
        for number in range(3):
            reports(self.nurse, what=f"{THEME} the alarm stayed silent at night, time {number}")
            self.nurse.dismisses()
        self.lead.runs("/incident themes", channel="oak-ward")
        self.workspace.wait_until(
            lambda: self.lead.modals and "Name and confirm" in self.lead.modal.buttons, reason="Nothing is proposed."
        )
        self.fills_and_sends("Name and confirm", name=THEME, note=THEME)
        self.workspace.wait_until(lambda: "Open" in self.lead.modal.buttons, reason="It was not confirmed.")
        self.lead.clicks("Open")
        self.workspace.wait_until(lambda: "Retire" in self.lead.modal.buttons, reason="No theme opened.")
        self.fills_and_sends("Retire", because=THEME)
        self.lead.dismisses()
        self.lead.opens_home()

    def a_recommendation_is_shown_to_be_done(self) -> None:
        """Of somebody outside, with a reason and what shows that it was done."""
        self.lead.clicks("Open the register", on=self.lead.opens_home())
        self.workspace.wait_until(
            lambda: self.lead.modals and "Add one" in self.lead.modal.buttons, reason="No register opened."
        )
        dated = self.context.clock.now().date() - timedelta(days=7)
        self.fills_and_sends("Add one", source="cqc", dated=dated, words=RECOMMENDED, owner=self.owner.id)
        self.workspace.wait_until(lambda: "Open" in self.lead.modal.buttons, reason="It was not added.")
        self.lead.clicks("Open")
        self.workspace.wait_until(lambda: "Decide" in self.lead.modal.buttons, reason="It did not open.")
        self.fills_and_sends("Decide", outcome="accepted", because=RECOMMENDED)
        self.fills_and_sends("Action and proof", proof=RECOMMENDED)
        self.lead.dismisses()
        self.lead.opens_home()

    def fills_and_sends(self, button: str, **given: Any) -> None:
        """Fill the form behind this button, send it again if words stand out, and close what follows."""
        self.lead.clicks(button)
        self.workspace.wait_until(lambda: self.lead.modal.fields, reason=f"{button!r} opened no form.")
        self.lead.answers(**given)
        shown = self.lead.submits()
        shown = self.lead.submits() if shown.says("Not sent yet") else shown
        assert not shown.errors, button
        self.lead.closes()

    def a_forum_asks_and_decides(self) -> None:
        """The words stand in the next paper of the forum, and in the form of whoever signs for it."""
        context, now = self.context, self.context.clock.now()
        forum = Forum(code="quality", name="Quality forum", day=28, signers=(self.lead.id,))
        load_service(context.database, context.service.model_copy(update={"forums": (forum,)}), now=now)
        self.workspace.wait_until(lambda: context.service.forums, reason="The service was not read again.")
        paper = PaperName("quality", date(2026, 10, 1))
        with context.database.writing() as transaction:
            forums.announce(transaction, paper, name=forum.name, due_on=now.date())
            told = outgoing.paper_due(forum, paper.month, to=self.lead.id, at=now)
            messages.put_all(transaction, [told], now=context.clock.elapsed())
        context.wake_delivery()
        for answers in ({"asked": OF_FORUM}, {"asked": OF_FORUM, "taken": OF_FORUM, "taken_by": OF_FORUM}):
            self.lead.clicks("Write down a decision", on=direct_message(self.lead, "Read the paper of October 2026"))
            self.workspace.wait_until(
                lambda: self.lead.modals and "asked" in self.lead.modal.fields, reason="No form opened."
            )
            self.lead.answers(**answers)
            self.lead.submits()
            self.lead.dismisses()

    def lead_asks(self, reference: str) -> None:
        opens(self.lead, card_about(self.safety_channel, reference))
        self.fills("Ask the reporter", question=f"{ASKED} which door was it?")
        direct_message(self.nurse, "There is a question about")
        self.lead.dismisses()

    def the_owner_moves_it_and_is_reminded_and_does_it(self) -> None:
        self.lead.dismisses()
        told = direct_message(self.owner, CHANGE)
        self.workspace.clock.to(bulletins_are_ready(self.workspace, self.context) + timedelta(seconds=1))
        self.workspace.wait_until(lambda: self.workspace.channel("oak-ward").messages, reason="No bulletin came.")
        self.somebody_answers_the_bulletin()
        writes_a_learning_point(self.lead, words=UNAPPROVED, to_try=UNAPPROVED_TRY)  # Nobody approves it.
        self.lead.dismisses()
        self.owner.clicks("Move the date", on=told)
        self.workspace.wait_until(lambda: self.owner.modal.says(CHANGE), reason="The dialog did not open.")
        due = self.context.clock.now().date() + timedelta(days=12)
        self.owner.answers(due_on=due, because=WHY)
        self.owner.submits()
        self.workspace.clock.to(
            at_local(working_day_after(due), DAY_START, self.context.service.zone) + timedelta(seconds=1)
        )
        direct_message(self.owner, "A reminder")
        self.owner.opens_home()
        says_done(self.owner, direct_message(self.owner, "A reminder"), words=PROOF)
        self.workspace.wait_until(lambda: direct_message(self.owner, "A reminder").shows("Waiting to be checked"))
        self.owner.opens_home()

    def somebody_answers_the_bulletin(self) -> None:
        """And writes to the lead."""
        self.owner.clicks("We'll try it", on=self.workspace.channel("oak-ward").messages[-1])
        self.workspace.wait_until(lambda: self.owner.modals and "Write to the lead" in self.owner.modal.buttons)
        self.owner.clicks("Write to the lead")
        self.workspace.wait_until(lambda: "words" in self.owner.modal.fields, reason="No form opened.")
        self.owner.answers(words=WRITTEN_BACK)
        self.owner.submits()
        self.owner.dismisses()

    def answers_are_refused(self) -> None:
        """What Slack's client would not let through as well: it is not the door."""
        form = self.a_filled_form()
        for changed in (
            {"happened_at": {"type": "datetimepicker", "selected_date_time": 4_000_000_000}},
            {"what": {"type": "plain_text_input", "value": f"{REFUSED} " * 900}},
            {"what": {"type": "plain_text_input", "value": {REFUSED: 1}}},
            {"kind": {"type": "static_select", "selected_option": {"value": REFUSED}}},
            {"team": {"type": "static_select", "selected_option": {"value": REFUSED.lower()}}},
            {"still_at_risk": {"type": "radio_buttons", "selected_option": {"value": REFUSED}}},
        ):
            self.errors_after(form, **changed)
        self.nurse.closes()
        actions = next(
            each.envelope["payload"]
            for each in self.workspace.envelopes
            if each.envelope["payload"].get("view", {}).get("callback_id") == "action"
            and each.envelope["payload"]["type"] == "view_submission"
        )
        for changed in (
            {"change": {"type": "plain_text_input", "value": f"{REFUSED} " * 90}},
            {"measure": {"type": "plain_text_input", "value": f"{REFUSED} " * 90}},
            {"owner": {"type": "users_select", "selected_user": f"{REFUSED}!"}},
        ):
            self.errors_after(actions, **changed)

    def the_database_fails(self) -> None:
        form = self.a_filled_form()
        needs_a_page = {"type": "plain_text_input", "value": f"{REFUSED} {'é' * 2800}"}  # Two bytes each.
        for failing in (self.a_trigger_refuses, self.the_disk_is_full, self.commit_fails, self.anything_fails):
            with failing():
                self.errors_after(self.afresh(form), what=needs_a_page)
                self.workspace.person("Ben Hughes").runs(f"/incident {REFUSED}")
        self.context.wake_delivery()
        with self.anything_fails():
            refused = opens(self.lead, self.safety_channel.messages[0])
            self.left.shown.append(refused.text)
            self.workspace.deliver("events_api", self.home_payload(), answerable="plainly").wait(A_MOMENT)

    @contextmanager
    def a_trigger_refuses(self) -> Iterator[None]:
        with sqlite3.connect(self.file) as connection:
            connection.execute(
                f"CREATE TRIGGER refuse BEFORE INSERT ON report BEGIN SELECT RAISE(ABORT, '{CANARY}'); END"
            )
        try:
            yield
        finally:
            with connection:
                connection.execute("DROP TRIGGER refuse")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.execute("VACUUM")  # The trigger's own text held the word.
            connection.close()

    @contextmanager
    def the_disk_is_full(self) -> Iterator[None]:
        connection = sqlite3.connect(self.file, timeout=LONGEST, isolation_level=None)
        connection.execute("VACUUM")  # Free pages would be written to first.
        connection.close()
        with _at_each(
            "begin", self.context, lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=1")
        ):
            yield
        _engine(self.context).dispose()  # The connections keep their limit.

    @contextmanager
    def commit_fails(self) -> Iterator[None]:
        def fail(_connection: sa.Connection) -> None:
            raise sa.exc.OperationalError(CANARY, {"text": CANARY}, Exception(CANARY))

        with _at_each("commit", self.context, fail):
            yield

    @contextmanager
    def anything_fails(self) -> Iterator[None]:
        def fail(_connection: sa.Connection) -> None:
            raise RuntimeError(f"{CANARY} in an error that nobody expected")

        with _at_each("begin", self.context, fail):
            yield

    def slack_fails(self) -> None:
        html: tuple[int, dict[str, str], Json] = (500, {}, {"ok": False, "error": "internal_error", "said": CANARY})
        refused: tuple[int, dict[str, str], Json] = (
            200,
            {},
            {"ok": False, "error": "invalid_blocks", "said": CANARY},
        )
        for answer in (html, refused, None):
            stop = self.workspace.on_call(_answering(answer))
            try:
                self.nurse.reloads()
                channel = self.workspace.channels["C0OAKWARD1"]
                run_command(self.workspace, self.nurse.id, text=f"/incident {REFUSED}", channel=channel)
                self.workspace.wait_until(lambda: self.nurse.notice, reason="Nobody said that the form did not open.")
                self.errors_after(self.a_filled_form_as_sent())
            finally:
                stop()

    def payloads_are_broken(self) -> None:
        """As Slack would never send them, and as somebody else might."""
        form = self.a_filled_form_as_sent()
        views = [
            {key: value for key, value in form["view"].items() if key != missing}
            for missing in ("state", "blocks", "private_metadata", "id", "callback_id")
        ]
        views += [
            form["view"] | {"private_metadata": f"{REFUSED} is not JSON"},
            form["view"] | {"callback_id": "another"},
            form["view"] | {"state": {"values": REFUSED}},
            form["view"] | {"state": {"values": {"what": {"what": REFUSED}}}},
        ]
        for view in views:
            self.deliver("interactive", {**form, "view": view})
        typed = {"text": REFUSED, "command": "/incident", "user_id": self.nurse.id, "team_id": "T0FERNHILL"}
        pressed = {"type": "block_actions", "user": {"id": self.nurse.id}, "team": {"id": "T0FERNHILL"}}
        button = {"action_id": "open_report", "block_id": "b", "type": "button", "value": REFUSED}
        self.deliver("slash_commands", typed)
        self.deliver("slash_commands", {**typed, "command": "/other"})
        self.deliver("interactive", {**pressed, "actions": []})
        for action_id in (
            *("open_report", "make_action", "action_done", "action_move", "other"),
            *action_ids.OF_INCIDENTS,
            *action_ids.OF_ACTIONS,
            *action_ids.OF_LEARNING,
            *action_ids.OF_BULLETINS,
            *action_ids.OF_PAPERS,
        ):
            self.deliver(
                "interactive", {**pressed, "trigger_id": "t", "actions": [button | {"action_id": action_id}]}
            )
        self.deliver("events_api", {"type": "event_callback", "team_id": "T0FERNHILL", "event": {"text": REFUSED}})
        self.deliver("another", {"text": REFUSED})
        self.workspace.wait_for_bot()

    def deliver(self, kind: str, payload: Json) -> Json | None:
        """The answer, if one comes in a moment."""
        delivery = self.workspace.deliver(kind, payload, answerable="with a payload")
        delivery.wait(A_MOMENT)
        return delivery.answer

    def a_filled_form(self) -> Json:
        """A report form as it would be sent, without sending it by the person."""
        opens_the_form(self.nurse)
        changes_details(self.nurse)
        self.nurse.answers(what=f"{WHAT} {REFUSED}", still_at_risk="no")
        self.nurse.submits()
        return self.last_form()

    def a_filled_form_as_sent(self) -> Json:
        return self.afresh(self.last_form())

    def last_form(self) -> Json:
        """The last report form that was sent with all its answers."""
        sent = [
            each.envelope["payload"]
            for each in self.workspace.envelopes
            if each.envelope["payload"].get("type") == "view_submission"
        ]
        whole = [each for each in sent if each["view"].get("callback_id") == "report" and "id" in each["view"]]
        return copy.deepcopy(whole[-1])

    def afresh(self, form: Json) -> Json:
        """The same form under another nonce, sent by another press: another report."""
        self._count = getattr(self, "_count", 0) + 1
        already = {"nonce": f"nonce {self._count}", "asked": "yes"}  # What one sent a minute ago is not asked about.
        ids = json.loads(form["view"]["private_metadata"]) | already
        view = form["view"] | {"private_metadata": json.dumps(ids)}
        return form | {"view": view, "trigger_id": f"press {self._count}"}

    def a_colleague_is_thanked(self) -> None:
        opens_the_form(self.nurse)
        changes_details(self.nurse)
        self.nurse.chooses("report_type", "good_care")
        self.workspace.wait_until(lambda: "thank_words" in self.nurse.modal.fields, reason="Nobody can be thanked.")
        self.nurse.answers(what=WHAT, still_at_risk="no", thanked=[self.owner], thank_words=THANKED)
        if self.nurse.submits().says("Your report is not sent yet"):
            self.nurse.submits()
        self.owner.clicks("Read it", on=direct_message(self.owner, "Somebody thanked you for good care."))
        self.workspace.wait_until(
            lambda: self.owner.modals and self.owner.modal.says(THANKED), reason="The words for them did not open."
        )
        self.owner.dismisses()

    def resend(self, form: Json, *, what: str) -> Json | None:
        values = copy.deepcopy(form["view"]["state"]["values"])
        values["what"]["what"]["value"] = what
        return self.send(form | {"view": form["view"] | {"state": {"values": values}}})

    def send(self, form: Json) -> Json | None:
        delivery = self.workspace.deliver("interactive", form, answerable="with a payload")
        delivery.wait(self.workspace.patience.acknowledgement)
        return delivery.answer

    def errors_after(self, form: Json, **changed: Json) -> None:
        values = copy.deepcopy(form["view"]["state"]["values"])
        for name, state in changed.items():
            values[name] = {name: state}
        answer = self.send(self.afresh(form | {"view": form["view"] | {"state": {"values": values}}}))
        self.left.failures.append(str((answer or {}).get("response_action")))
        self.left.shown.append(json.dumps(answer))

    def home_payload(self) -> Json:
        opened = {"type": "app_home_opened", "user": self.nurse.id, "tab": "home", "channel": "D0"}
        return {"type": "event_callback", "team_id": "T0FERNHILL", "event": opened}


def _answering(answer: tuple[int, dict[str, str], Json] | None) -> Hook:
    """Every call is answered so; None drops the connection."""

    def hook(method: str, _given: Json) -> tuple[int, dict[str, str], Json] | None:
        if method in ("apps.connections.open", "auth.test"):
            return None
        if answer is None:
            raise ConnectionDropped
        return answer

    return hook


@contextmanager
def _at_each(name: str, context: Context, do: Callable[[sa.Connection], object]) -> Iterator[None]:
    event.listen(_engine(context), name, do)
    try:
        yield
    finally:
        event.remove(_engine(context), name, do)


def _engine(context: Context) -> sa.Engine:
    return context.database.backend.reader  # What it does, the writer does as well.


def tell(workspace: PeopledWorkspace, context: Context, settings: Settings) -> Left:
    """Let everything happen, and keep what the bot logged."""
    with listening() as kept:
        left = Story(workspace, context, settings).tell()
    left.records = kept.records
    return left
