"""The report form while somebody fills it: what their answers so far add to it. What was typed is not touched."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.domain.reports.name_choice import NameChoice
from bot.domain.reports.report import AtRisk
from bot.domain.reports.types import ASKED_ABOUT_DISTRESS, Hurt, ReportType
from bot.domain.sensitivity import Sensitivity
from bot.domain.service.service import Role, Service, Team
from bot.views.incidents.labels import PHYSICAL, PSYCHOLOGICAL
from bot.views.kit import form, readers
from bot.views.kit.action_ids import (
    ANYONE_HURT,
    CHANGE_DETAILS,
    NAME_CHOICE,
    REPORT_ABOUT,
    REPORT_KIND,
    REPORT_TYPE,
    STILL_AT_RISK,
)
from bot.views.kit.blocks import Block, View, button, escaped, plain, section, small
from bot.views.reports import practice, unsent_form
from bot.views.reports.louder import with_alert, without_alert

REPORT = "report"
"""The callback of the form."""
ABOUT_STAFF = "about_staff"
WHAT = "what"
SOMEBODY_INVOLVED = "involved"
FROM_A_MESSAGE = "*These are the words of the message.* Its author and link are not kept. Take names out."
DETAILS = "details"
"""The block of the line that stands for the type, the kind, the team and the time, until somebody changes them."""
_WHEN = "anonymous_when"
_LOOKED_UP = "looked_up_in_danger"
_URGENT = frozenset(answer.value for answer in AtRisk if answer.urgent)
_ANONYMOUS = (
    "Anonymous: shown to the team at the next full hour, or at once if somebody is at risk. "
    "If you close this form, your words are lost."
)
TYPES: Mapping[ReportType, str] = {
    ReportType.INCIDENT: "Incident",
    ReportType.RISK: "Risk: nothing happened yet",
    ReportType.GOOD_CARE: "Good care to learn from",
    ReportType.POOR_OUTCOME: "Poor outcome, cause not known yet",
    ReportType.CONCERN: "Concern: fewer people see it",
}
TYPE = form.Choice(
    REPORT_TYPE,
    "What do you report?",
    wrong="Choose one of these.",
    options=tuple(TYPES.items()),
    tells_at_once=True,
)
HURT = form.Choice(
    ANYONE_HURT,
    "Was anyone hurt or upset?",
    wrong="Choose one of the three answers.",
    options=((Hurt.NO, "No"), (Hurt.YES, "Yes"), (Hurt.NOT_SURE, "Not sure")),
    element_type="radio_buttons",
    optional=True,
    tells_at_once=True,
)
PHYSICAL_HARM = form.Choice(
    "physical_harm",
    "Harm to the body",
    wrong="Choose one of these.",
    options=tuple(PHYSICAL.items()),
    element_type="radio_buttons",
    optional=True,
)
PSYCHOLOGICAL_HARM = form.Choice(
    "psychological_harm",
    "Distress",
    wrong="Choose one of these.",
    options=tuple(PSYCHOLOGICAL.items()),
    element_type="radio_buttons",
    optional=True,
)
THANKS = form.Text(
    "thanks",
    "What should we do more of?",
    wrong="Shorten this text.",
    optional=True,
    longest=500,
)
THANKED = form.People(
    "thanked",
    "Whom do you thank?",
    wrong="Choose whom you thank.",
    hint="They get a message, and read only what you write below.",
    optional=True,
)
THANK_WORDS = form.Text(
    "thank_words",
    "Your words to them",
    wrong="Shorten this text.",
    hint="No patients. They see your name only if you choose Named.",
    optional=True,
    longest=500,
)
NO_WORDS_TO_THEM = "Write a few words to them, or choose nobody above."
NOBODY_THANKED = "Choose who reads these words, or delete what you wrote below."
TICKS = form.Ticks(
    REPORT_ABOUT,
    "Is either of these so?",
    wrong="Tick what is so, or nothing.",
    hint="Then fewer people see it. Whoever is involved is told nothing of it by Candour.",
    optional=True,
    tells_at_once=True,
    options=(
        (ABOUT_STAFF, "This is about a member of staff"),
        (SOMEBODY_INVOLVED, "Somebody who would see this is involved"),
    ),
)
INVOLVED = form.People(
    "involved",
    "Who is involved?",
    wrong="Choose who is involved, or take the tick away.",
    hint="They get no message about this report and cannot open it.",
)
FOR_LEAD, FOR_GUARDIAN = "lead", "guardian"
CONCERN_FOR = form.Choice(
    "concern_for",
    "Who reads it?",
    wrong="Choose who reads it.",
    options=((FOR_LEAD, "The safety lead alone"), (FOR_GUARDIAN, "The guardian alone")),
    element_type="radio_buttons",
    optional=True,
)
NO_GUARDIAN = "The guardian cannot read it here. Choose the safety lead, or phone the guardian."
_GUARDIAN = "guardian"
NOBODY_CHOSEN = "Choose who is involved below, or take the tick away. If no list is there, tick it again."


def first_line(service: Service) -> Block:
    """What comes before all else."""
    return section(f"*Danger?* Phone {escaped(service.on_call_phone)} or 999. This form calls nobody.")


def made_real(practised: View, service: Service) -> View:
    """The real form in place of a practised one, with its answers and all that follows from them."""
    answers = without_alert(practice.as_real(practised))
    titles = {"title": plain("Report"), "submit": plain("Send"), "close": plain("Cancel")}
    names = {"callback_id": REPORT, "external_id": practice.another_id(practised), "notify_on_close": True}
    shown = practised | titles | names | {"blocks": [first_line(service), *answers]}
    return completed(shown, "", service) or shown


def details(team: Team | None) -> Block:
    """What is filled in already, in one line, and the press that opens it."""
    where = f", {escaped(team.name)}" if team else ""
    change = button("Change", action=CHANGE_DETAILS, value=DETAILS)
    return section(f"{TYPES[ReportType.INCIDENT]}{where}, now.", button=change) | {"block_id": DETAILS}


def unfolded(view: View, drawn: Sequence[Block]) -> View:
    """The form with these fields in place of the line. A field that stands there already stays as it is."""
    there = {form.field_of(block.get("block_id") or "") for block in view["blocks"]}
    missing = [block for block in drawn if block["block_id"] not in there]
    blocks: list[Block] = []
    for block in view["blocks"]:
        blocks += missing if block.get("block_id") == DETAILS else [block]
    return form.sent_back(view, blocks)


def is_folded(view: View) -> bool:
    return any(block.get("block_id") == DETAILS for block in view.get("blocks") or [])


def completed(view: View, at_risk: str, service: Service) -> View | None:
    """The form with the alert, the scales and the lists, each if it is asked for; None if it is right as it is.

    All follow from the answers in the view, so that of two answers at once neither takes away what the other adds.
    """
    louder = with_alert(view, at_risk or still_at_risk(view), service)
    added = _with_fields(louder or view, at_risk or still_at_risk(view), service)
    return added or louder


def still_at_risk(view: View) -> str:
    """The answer so far; empty if there is none."""
    return _chosen(view, STILL_AT_RISK)


def _with_fields(view: View, at_risk: str, service: Service) -> View | None:
    """Every other block goes back as Slack sent it."""
    before = view.get("blocks") or []
    concern = _of_a_concern(service) if _chosen(view, REPORT_TYPE) == ReportType.CONCERN else {}
    scales = {field.name: field.draw() for field in (PHYSICAL_HARM, PSYCHOLOGICAL_HARM)}
    good_care = {each.name: each.draw() for each in (THANKS, THANKED, THANK_WORDS)}
    thanks = list(good_care) if _chosen(view, REPORT_TYPE) == ReportType.GOOD_CARE else []
    first = [_with_hint(block, hint(service, _chosen(view, REPORT_TYPE))) for block in before]
    blocks = _shown_below(REPORT_ABOUT, first, {INVOLVED.name: INVOLVED.draw()}, _asks_who(view))
    blocks = _shown_below(ANYONE_HURT, blocks, scales, _asks_harm(view))
    by_type = {**good_care, **_of_a_concern(service)}
    blocks = _shown_below(REPORT_TYPE, blocks, by_type, [*thanks, *concern])
    blocks = _shown_below(NAME_CHOICE, blocks, _OF_THE_NAME, _told_of_the_name(view, at_risk))
    return None if blocks == before else form.sent_back(view, blocks)


_OF_THE_NAME: Mapping[str, Block] = {
    _WHEN: small(_ANONYMOUS) | {"block_id": _WHEN},
    _LOOKED_UP: small(readers.who_looks_up_in_danger(Sensitivity.ORDINARY)) | {"block_id": _LOOKED_UP},
    unsent_form.SAVE: unsent_form.save_button(),
}


def says_anonymous(view: View) -> bool:
    """Whether the form says what anonymous means, which it does while that is the choice."""
    return any(block.get("block_id") == _WHEN for block in view.get("blocks") or [])


def _told_of_the_name(view: View, at_risk: str) -> Collection[str]:
    """What stands below the choice of name. What is anonymous or practice cannot be saved for later."""
    chosen = _chosen(view, NAME_CHOICE)
    if chosen == NameChoice.ANONYMOUS:
        return [_WHEN]
    is_concern = _chosen(view, REPORT_TYPE) == ReportType.CONCERN
    in_danger = at_risk in _URGENT and not is_concern  # Only its readers can look up the name of a concern.
    looked_up = [_LOOKED_UP] if in_danger and chosen == NameChoice.CONFIDENTIAL else []
    return looked_up if practice.is_practice(view) else [*looked_up, unsent_form.SAVE]


def hint(service: Service, report_type: str = "") -> str:
    """Below what happened: who reads it."""
    if report_type != ReportType.CONCERN:
        return f"No names. {readers.who_reads()}"
    if service.with_role(Role.GUARDIAN):
        return f"No names. Choose below who reads it. {readers.NOT_THE_TEAM_LEAD}"
    return f"No names. {readers.who_reads_a_concern(Sensitivity.CONCERN)}"


def _with_hint(block: Block, words: str) -> Block:
    """The same field. Its words stay, because its id and its first answer do."""
    is_first = form.field_of(block.get("block_id") or "") == WHAT
    return block | {"hint": plain(words)} if is_first and block["hint"]["text"] != words else block


def _of_a_concern(service: Service) -> Mapping[str, Block]:
    """Whom it may be told instead, and who reads it, if the guardian reads here."""
    whom = {_GUARDIAN: section(_guardian(service)) | {"block_id": _GUARDIAN}}
    reads_here = bool(service.with_role(Role.GUARDIAN))
    return whom | ({CONCERN_FOR.name: CONCERN_FOR.draw(FOR_LEAD)} if reads_here else {})


def _guardian(service: Service) -> str:
    """Named before anything is sent."""
    if service.guardian_name is None or service.guardian_phone is None:
        return "*You can talk first.* Ask your safety lead who your Freedom to Speak Up Guardian is."
    name, phone = escaped(service.guardian_name), escaped(service.guardian_phone)
    return f"*You can talk first.* {name} is your Freedom to Speak Up Guardian. Phone {phone}."


def _asks_who(view: View) -> Collection[str]:
    return [INVOLVED.name] if SOMEBODY_INVOLVED in TICKS.read(_entered(view, REPORT_ABOUT)) else []


def _asks_harm(view: View) -> Collection[str]:
    if _chosen(view, ANYONE_HURT) in (Hurt.YES, Hurt.NOT_SURE):
        return [PHYSICAL_HARM.name, PSYCHOLOGICAL_HARM.name]
    return [PSYCHOLOGICAL_HARM.name] if _chosen(view, REPORT_KIND) in ASKED_ABOUT_DISTRESS else []


def _shown_below(
    name: str, blocks: Sequence[Block], ours: Mapping[str, Block], wanted: Collection[str]
) -> list[Block]:
    """Below the question of this name those of these blocks that are wanted. What stands there is left alone."""
    there = {form.field_of(block.get("block_id") or ""): block for block in blocks}
    if name not in there:
        return list(blocks)
    others = [block for block in blocks if form.field_of(block.get("block_id") or "") not in ours]
    place = next(number for number, block in enumerate(others) if block.get("block_id") == name) + 1
    shown = [there.get(each, drawn) for each, drawn in ours.items() if each in wanted]
    return [*others[:place], *shown, *others[place:]]


def _chosen(view: View, name: str) -> str:
    chosen = _entered(view, name).get("selected_option") or {}
    return str(chosen.get("value") or "")


def _entered(view: View, name: str) -> Mapping[str, Any]:
    values = (view.get("state") or {}).get("values") or {}
    return (values.get(name) or {}).get(name) or {}
