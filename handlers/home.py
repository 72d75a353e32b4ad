"""App Home: each subject's things for one person."""

from bot.domain.service.access import safety_leads
from bot.usecases.home import HomeData, home_data, remember_news
from bot.views.home import home
from bot.views.home.content import HomeContent
from handlers.bolt.listener import Dependencies, Listeners, on_home_opened
from handlers.bolt.members import is_one_of_us
from handlers.bolt.payloads import HomeOpened


def show_home(deps: Dependencies, event: HomeOpened) -> None:
    """Somebody opened a tab of the app; only the Home tab is ours to fill."""
    if event.tab != "home":
        return
    if deps.identity.is_our_workspace(event.workspace) and is_one_of_us(deps, event.person):
        now = deps.context.clock.now()
        if publish(deps, event.person).news:
            remember_news(deps.context, event.person, now=now)
    else:
        deps.client.views_publish(user_id=event.person, view=home.not_ours())


def publish(deps: Dependencies, person: str) -> HomeData:
    """Show this person their own reports and actions as they are now. Returns what was shown."""
    own = home_data(deps.context, person)
    service, now = deps.context.service, deps.context.clock.now()
    wrong = deps.wrong_codes.count if person in safety_leads(service) else 0
    content = HomeContent(own.reports, own.actions, service, own.undelivered, now, own.news, wrong)
    deps.client.views_publish(user_id=person, view=home.home(content))
    return own


LISTENERS: Listeners = (on_home_opened(show_home),)
