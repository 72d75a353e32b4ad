"""The answer to "Is anyone still at risk now?", as soon as it is chosen: the open form says whom to phone."""

from bot.views.reports.louder import with_alert
from handlers.bolt.listener import Dependencies
from handlers.bolt.payloads import Choice


def chosen(deps: Dependencies, choice: Choice) -> None:
    """With the hash of what the person sees: if the form has changed since, a newer choice is on its way."""
    view = with_alert(choice.view, choice.value, deps.context.service)
    if view is not None:
        deps.client.views_update(view_id=choice.view["id"], hash=choice.view["hash"], view=view)
