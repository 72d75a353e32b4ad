"""Whether an earlier attempt to send a form was kept: only then is "not saved" never told of it."""

from bot.usecases.submissions import may_have_been_saved
from storage.engine.transactions import NotSaved


def test_a_form_of_which_something_was_made_is_known(bot):
    report = bot.submit(key="form of a report").report
    bot.agree(report, key="form of an action")
    assert may_have_been_saved(bot.context, "form of a report")
    assert may_have_been_saved(bot.context, "form of an action")


def test_only_where_no_replica_can_be_saving_it_a_form_that_was_never_sent_is_not_saved(bot):
    """On a shared database another replica may be waiting to save the same form."""
    assert may_have_been_saved(bot.context, "form that was never sent") is bot.context.database.shared


def test_where_the_database_cannot_be_asked_anything_may_have_been_kept(bot, monkeypatch):
    def unreadable(**_):
        raise NotSaved("the database does not answer")

    monkeypatch.setattr(bot.context.database, "reading", unreadable)
    assert may_have_been_saved(bot.context, "form that was never sent")
