"""App Home: each subject's things for one person."""

from bot.usecases.home import home_data
from bot.views.home import home
from bot.views.home.content import HomeContent
from handlers.bolt.listener import Dependencies, Listeners, on_home_opened
from handlers.bolt.payloads import HomeOpened


def opened(deps: Dependencies, came: HomeOpened) -> None:
    """Somebody opened a tab of the app; only the Home tab is ours to fill."""
    if came.tab == "home":
        publish(deps, came.person)


def publish(deps: Dependencies, person: str) -> None:
    """Show this person their own reports and actions as they are now."""
    own = home_data(deps.context, person)
    content = HomeContent(own.reports, own.actions, deps.context.service, own.undelivered, deps.context.clock.now())
    deps.client.views_publish(user_id=person, view=home.home(content))


LISTENERS: Listeners = (on_home_opened(opened),)
