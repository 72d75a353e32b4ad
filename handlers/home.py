"""App Home: each subject's things for one person, and the safety team's queue with its pages."""

from bot.domain.incidents.queue import QueuePlace
from bot.domain.service.access import safety_leads
from bot.usecases.home import WHOLE_QUEUE, HomeData, home_data, remember_news
from bot.views.home import home
from bot.views.home.content import HomeContent
from bot.views.kit import action_ids
from handlers.bolt.listener import Dependencies, Listeners, on_home_opened, on_press
from handlers.bolt.members import is_one_of_us
from handlers.bolt.payloads import HomeOpened, Press


def show_home(deps: Dependencies, event: HomeOpened) -> None:
    """Somebody opened a tab of the app; only the Home tab is ours to fill. The queue begins at its beginning."""
    if event.tab != "home":
        return
    if deps.identity.is_our_workspace(event.workspace) and is_one_of_us(deps, event.person):
        now = deps.context.clock.now()
        if publish(deps, event.person, WHOLE_QUEUE).news:
            remember_news(deps.context, event.person, now=now)
    else:
        deps.client.views_publish(user_id=event.person, view=home.not_ours(deps.context.service.on_call_phone))


def publish(deps: Dependencies, person: str, place: QueuePlace | None = None) -> HomeData:
    """Show this person their own things as they are now, and this place of the queue. Returns what was shown.

    Without a place, it is the one that they looked at last.
    """
    place = place or deps.queue_places.get(person, WHOLE_QUEUE)
    own = home_data(deps.context, person, place)
    service, now = deps.context.service, deps.context.clock.now()
    content = HomeContent(
        own.reports,
        own.actions,
        service,
        own.undelivered,
        now,
        own.news,
        own.queue,
        person=person,
        on_call=own.on_call,
        alert_test=own.alert_test,
        learning=own.learning,
        wrong_codes=deps.wrong_codes.count if person in safety_leads(service) else 0,
        figures=own.figures,
        reviews=own.reviews,
        sessions=own.sessions,
        drafts=own.drafts,
        digest_at=own.digest_at,
        silent=own.silent,
        themes=own.themes,
        recommendations=own.recommendations,
    )
    deps.client.views_publish(user_id=person, view=home.home(content))
    deps.queue_places[person] = place
    return own


def refresh(deps: Dependencies, person: str) -> None:
    """After something was done in a modal: what they looked at last, as it is now.

    Nothing for whoever has not opened their Home since the program began: it is drawn anew when they do.
    """
    if person in deps.queue_places:
        publish(deps, person)


def publish_again(deps: Dependencies, press: Press) -> None:
    """After a press in Home: the same place of the queue, as it is now."""
    publish(deps, press.person, home.place_of(press.ids))


def show_all(deps: Dependencies, press: Press) -> None:
    publish(deps, press.person, WHOLE_QUEUE)


def show_mine(deps: Dependencies, press: Press) -> None:
    publish(deps, press.person, QueuePlace(mine=True))


def show_team(deps: Dependencies, press: Press) -> None:
    """The queue of one team; all of it if nothing was chosen."""
    publish(deps, press.person, home.place_of({"team": press.value} if press.value else {}))


def show_next(deps: Dependencies, press: Press) -> None:
    _turn(deps, press, "after")


def show_before(deps: Dependencies, press: Press) -> None:
    _turn(deps, press, "before")


def _turn(deps: Dependencies, press: Press, where: str) -> None:
    """The page beyond the incident that the button carries, of the same team or the same person."""
    chosen = {name: value for name, value in press.ids.items() if name in ("team", "mine")}
    publish(deps, press.person, home.place_of(chosen | {where: press.value}))


LISTENERS: Listeners = (
    on_home_opened(show_home),
    on_press(action_ids.QUEUE_ALL, show_all),
    on_press(action_ids.QUEUE_MINE, show_mine),
    on_press(action_ids.QUEUE_TEAM, show_team),
    on_press(action_ids.QUEUE_NEXT, show_next),
    on_press(action_ids.QUEUE_BACK, show_before),
)
