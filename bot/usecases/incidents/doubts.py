"""What is noticed about a report before it is saved."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.reports import doubts
from bot.domain.reports.doubts import LATELY, Doubts
from bot.domain.reports.name_choice import NameChoice
from bot.usecases.context import Context
from bot.usecases.incidents.submit import SentForm
from storage import reports


def known_names(context: Context) -> list[str]:
    """Those of the people that the service file names. The bot knows no others."""
    return [person.name for person in context.service.people]


def doubts_about(
    context: Context, sent: SentForm, texts: Mapping[str, str], *, keys: tuple[str, str], now: datetime
) -> Doubts:
    """Nothing, if somebody may be at risk, or if this very form was saved before: `keys` are what it is known by.

    Of somebody anonymous it is never asked what else they sent.
    """
    if sent.form.still_at_risk.urgent:
        return Doubts()
    with context.database.reading() as transaction:
        forms = [transaction.keyed_hash("form", key) for key in keys]
        if any(reports.find_by_submission(transaction, form) for form in forms):
            return Doubts()
        named = sent.name_choice is not NameChoice.ANONYMOUS
        sent_lately = reports.sent_since(transaction, sent.reporter, sent.form, now - LATELY) if named else None
    return Doubts(
        doubts.identified(texts, known_names=known_names(context)),
        doubts.long_ago(sent.form.happened_at, now=now),
        sent_lately,
    )
