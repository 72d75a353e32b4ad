"""The first section: what to do in danger, and the button that opens the report form."""

from bot.views.home.content import HomeContent
from bot.views.kit.action_ids import HELP, PRACTISE, READ_WITH_CODE, REPORT_SOMETHING
from bot.views.kit.blocks import Block, button, buttons, escaped, section
from bot.views.shared.danger_messages import wakes_nobody


def blocks(content: HomeContent) -> list[Block]:
    phone = escaped(content.service.on_call_phone)
    silent = f" *{wakes_nobody(content.service)}*" if content.silent else ""
    return [
        section(
            f"*In danger now?* Call 999, use the alarm or phone on-call on {phone} first. "
            f"Candour does not call for help.{silent}"
        ),
        buttons(
            button("Report something", action=REPORT_SOMETHING, value="home", style="primary"),
            button("Read an answer", action=READ_WITH_CODE, value="home"),
            button("What Candour can do", action=HELP, value="home"),
            button("Practise a report", action=PRACTISE, value="home"),
        ),
    ]
