"""What is known of a form that was sent before."""

from bot.usecases.context import Context
from storage import (
    actions,
    bulletin_answers,
    conversations,
    forums,
    learning,
    records,
    reports,
    reviews,
    session_words,
    sessions,
)
from storage.engine.transactions import NotSaved

LOOK_SECONDS = 0.5
"""All that the look may take. It comes after a transaction that failed, and Slack gives 3 seconds for both."""


def may_have_been_saved(context: Context, *keys: str) -> bool:
    """False only if nothing was made of this form, and no other attempt can make something of it now.

    `keys` are what it may have been saved under. On a shared database the answer is always True: another replica may
    be waiting to save the same form, which nobody can see from here.
    """
    if context.database.shared:
        return True
    try:
        with context.database.reading(wait=LOOK_SECONDS) as transaction:
            forms = [transaction.keyed_hash("form", key) for key in keys]
            looked_up = (
                *(reports, actions, conversations, learning, reviews, bulletin_answers, forums, records),
                *(sessions, session_words),
            )
            return any(made.find_by_submission(transaction, form) for made in looked_up for form in forms)
    except NotSaved:
        return True
