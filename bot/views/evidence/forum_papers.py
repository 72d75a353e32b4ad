"""What those who sign for a forum see: signing a paper, its decisions, and the files on their way."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.evidence.forum_papers import LONGEST_NAME, LONGEST_WORDS, ForumDecision
from bot.domain.evidence.papers import Audience
from bot.domain.evidence.period import Period
from bot.domain.service.service import Forum
from bot.views.documents.papers import period_words
from bot.views.evidence.papers import how_to_make
from bot.views.kit import dates, form
from bot.views.kit.blocks import Block, View, escaped, plain_modal, section, small

DAYS_IN_SLACK = 30
_LONGEST_OPTION = 70
ABOUT = "about"


def to_sign(forum: Forum, month: date) -> list[Block]:
    """What signing means, before it is done."""
    return [
        section(f"*Sign the paper of {month:%B %Y} for {escaped(forum.name)}?*"),
        section("You say that you have read it. Your name and today's date stand in the next paper."),
    ]


def signed(forum: Forum, month: date) -> View:
    return plain_modal(
        "Signed",
        section(f"*Thank you.* You have signed the paper of {month:%B %Y} for {escaped(forum.name)}."),
    )


def signed_before(at: datetime, zone: ZoneInfo, *, now: datetime) -> View:
    return plain_modal("Signed", section(f"You signed this paper on {dates.day_of(at, zone, now=now)}."))


def decision_fields(still_open: Sequence[ForumDecision]) -> list[form.Field]:
    """The questions. The first one is asked where something was asked for and nobody has decided it yet."""
    offered = [(str(decision.id), _shortened(decision.asked)) for decision in still_open]
    about = form.Choice(
        ABOUT,
        "Is this about something asked before?",
        wrong="Choose from the list, or leave it empty.",
        hint="Then leave the next question empty.",
        optional=True,
        options=offered,
    )
    return [*([about] if offered else []), *DECISION_FIELDS]


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_OPTION else f"{words[:_LONGEST_OPTION]}…"


DECISION_FIELDS: tuple[form.Field, ...] = (
    form.Text(
        "asked",
        "What was the forum asked to decide?",
        wrong=f"Write a sentence, in at most {LONGEST_WORDS} characters.",
        hint="It stands in the next paper for the forum. Name no patient and no event.",
        optional=True,
        longest=LONGEST_WORDS,
    ),
    form.Text(
        "taken",
        "What did it decide?",
        wrong=f"Write a sentence, in at most {LONGEST_WORDS} characters.",
        hint="Leave it empty if it has not decided yet.",
        optional=True,
        longest=LONGEST_WORDS,
    ),
    form.Line(
        "taken_by",
        "Who decided?",
        wrong=f"Write a name or a role, in at most {LONGEST_NAME} characters.",
        hint="A role is enough, such as the chair.",
        optional=True,
        longest=LONGEST_NAME,
    ),
)


def decision_saved(decision: ForumDecision) -> View:
    said = "What was decided is saved." if decision.taken else "What was asked is saved. Nobody has decided it yet."
    return plain_modal("Decision", section(f"*{said}*"), section("It stands in the next paper for the forum."))


def making(period: Period) -> View:
    return plain_modal(
        "Paper",
        section(f"*One moment.* The paper of {period_words(period)} is being made."),
        small("Step 1 of 2. It takes about ten seconds. You may close this: the files come all the same."),
    )


def sending() -> View:
    return plain_modal("Paper", section("*One moment.* The files go to you."), small("Step 2 of 2."))


def sent(period: Period) -> View:
    return plain_modal(
        "Paper sent",
        section(f"*Look in your direct messages with Candour.* The paper of {period_words(period)} is there."),
        small(f"Candour deletes the files from Slack after {DAYS_IN_SLACK} days. Keep a copy where papers belong."),
    )


def not_sent(period: Period) -> View:
    """Slack took no file, perhaps because nobody has allowed Candour to send any."""
    return plain_modal(
        "No file was sent",
        section("*Ask for the files instead.* Slack did not take them from Candour."),
        section(how_to_make(period, Audience.GOVERNANCE)),
    )


def not_made(period: Period) -> View:
    """Something went wrong on the machine of Candour."""
    return plain_modal(
        "No file was made",
        section("*Ask for the files instead.* Candour could not make them now."),
        section(how_to_make(period, Audience.GOVERNANCE)),
    )


def files_message(period: Period) -> str:
    """Beside the files."""
    return (
        f"Your paper of {period_words(period)}: PDF to read, Word to edit, Excel with every number. "
        f"Candour deletes these files from Slack after {DAYS_IN_SLACK} days."
    )


def file_words(ending: str, period: Period) -> tuple[str, str]:
    """The title of a file, and what a screen reader says of it. Neither says whose paper it is."""
    use = {".pdf": "PDF to read", ".docx": "Word to edit", ".xlsx": "Excel with every number"}[ending]
    title = f"Paper of {period_words(period)}, {use}"
    return title, f"{title}. Every chart in it is told in words too."


def file_name(ending: str, period: Period) -> str:
    """Slack shows the name wherever the file is listed, so that it names no service and no audience."""
    return f"paper-{period.last:%Y-%m}{ending}"
