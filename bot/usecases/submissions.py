"""What is known of a form that was sent before."""

from bot.usecases.context import Context
from storage import actions, reports
from storage.engine.transactions import NotSaved


def may_have_been_saved(context: Context, key: str) -> bool:
    """False only if the database says that nothing was made of this form: an earlier attempt may have been kept.

    `key` is the form's nonce. An attempt under way is not seen.
    """
    try:
        with context.database.reading() as transaction:
            form = transaction.keyed_hash("form", key)
            return bool(reports.sent_before(transaction, form) or actions.sent_before(transaction, form))
    except NotSaved:
        return True
