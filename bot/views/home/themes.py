"""The section of the safety lead with signals and themes. Nothing for everybody else."""

from bot.views.home.budget import BUDGET
from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import THEMES
from bot.views.kit.blocks import Block, button, divider, header, section, typed
from bot.views.kit.counts import counted
from bot.views.learning import signals

MOST_SHOWN = BUDGET["themes"].things
UNREADABLE = "A theme whose name cannot be read"


def blocks(content: HomeContent) -> list[Block]:
    overview = content.themes
    if overview is None:
        return []
    found = list(signals.lines(overview.signals, content.service))
    more = [f"and {len(found) - MOST_SHOWN} more, in Themes"] if len(found) > MOST_SHOWN else []
    words = (
        "\n".join([*found[:MOST_SHOWN], *more, signals.BY_CHANCE]) if found else "No signal in the last three weeks."
    )
    look = button("Look for themes", action=THEMES, value="home")
    return [divider(), header("Themes"), section(words, button=look), *_confirmed(content)]


def _confirmed(content: HomeContent) -> list[Block]:
    """One line each, because a name is typed by a person."""
    themes = content.themes.themes if content.themes else ()
    lines = [f"{theme.name or UNREADABLE}: {counted(count, 'incident', 'incidents')}" for theme, count in themes]
    more = ["There are more. Press Look for themes."] if len(lines) > MOST_SHOWN else []
    return [typed("\n".join([*lines[:MOST_SHOWN], *more]))] if lines else []
