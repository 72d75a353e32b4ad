"""The action dialog: what will change, who will do it, by when, and how anyone will know that it works."""

from uuid import UUID

from slack_sdk import WebClient

from bot.domain.actions.action import LONGEST_WORDS, ActionForm
from bot.usecases.actions.agree_and_answer import agree_action
from bot.usecases.context import Context
from bot.views.kit import form
from bot.views.kit.blocks import View
from bot.views.shared import action_blocks
from handlers.actions import owners

NAME = "action"


FIELDS = [
    form.Text(
        "change",
        "What will change?",
        wrong=f"Write what will change, in at most {LONGEST_WORDS} characters.",
        hint="The owner gets these words in a direct message. Leave out anything that could identify a person.",
        longest=LONGEST_WORDS,
    ),
    form.Person("owner", "Who will do it?", wrong="Choose one person.", hint="One owner, so that it gets done."),
    form.Day("due_on", "When is it due?", wrong="Choose a date."),
    form.Text(
        "measure",
        "How will we know that it works?",
        wrong=f"Write at most {LONGEST_WORDS} characters, or leave it empty.",
        hint="Leave it empty if this is not decided yet. The owner sees these words too.",
        optional=True,
        longest=LONGEST_WORDS,
    ),
]


def draw(*, nonce: str, report_id: str) -> View:
    """The dialog, made from a report."""
    blocks = [field.draw() for field in FIELDS]
    ids = {"nonce": nonce, "report": report_id}
    return form.modal(NAME, title="Make an action", submit="Agree", blocks=blocks, ids=ids)


def save(context: Context, view: View, *, by: str, client: WebClient) -> View:
    """Agree the action. The owner is looked up first: one person who works here, and where they are."""
    draft = form.validated(ActionForm, form.by_name(FIELDS), **form.entered(view, FIELDS))
    ids = form.remembered(view)
    action = agree_action(
        context,
        draft,
        report_id=UUID(ids["report"]),
        key=ids["nonce"],
        by=by,
        owner_zone=owners.owner_time_zone(
            client, draft.owner, workspace=view["team_id"], otherwise=context.service.time_zone
        ),
    )
    return action_blocks.agreed(action)
