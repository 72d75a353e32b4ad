"""What is known of a form that was sent before."""

from bot.usecases.context import House
from storage import actions, reports
from storage.engine.transactions import NotSaved


def may_be_kept(house: House, key: str) -> bool:
    """False only if the database says that nothing was made of this form: an earlier attempt may have been kept.

    `key` is the form's nonce. An attempt under way is not seen.
    """
    try:
        with house.database.reading() as work:
            form = work.lookup("form", key)
            return bool(reports.sent_before(work, form) or actions.sent_before(work, form))
    except NotSaved:
        return True
