"""Block Kit for the tests of the sandbox."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


def words(text: str, **more: Any) -> Json:
    """A section of mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def option(value: str) -> Json:
    """A choice whose words are its value."""
    return {"text": plain(value.title()), "value": value}


def button(text: str, *, value: str, action_id: str = "press") -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain(text), "value": value}


def actions(*elements: Json) -> Json:
    """A row of buttons."""
    return {"type": "actions", "block_id": "row", "elements": list(elements)}


def question(block_id: str, element: Json, **more: Any) -> Json:
    """An input block whose element has the same id."""
    label = plain(block_id.capitalize())
    return {
        "type": "input",
        "block_id": block_id,
        "label": label,
        "element": {**element, "action_id": block_id},
        **more,
    }


def form(*, what: str, title: str = "Report") -> Json:
    """A modal with one of each question."""
    typed = {"initial_value": what} if what else {}
    options = [option("environment"), option("medication")]
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain(title),
        "submit": plain("Send"),
        "close": plain("Cancel"),
        "private_metadata": "opaque",
        "blocks": [
            {"type": "alert", "level": "warning", "text": plain("In danger now? Call 999 first.")},
            {"type": "section", "block_id": "intro", "text": plain("Tom &amp; Jerry &lt;3")},
            question("what", {"type": "plain_text_input", "multiline": True, "max_length": 100, **typed}),
            question("kind", {"type": "static_select", "options": options}, optional=True),
            question("risk", {"type": "radio_buttons", "options": [option("yes"), option("no")]}, optional=True),
            question("who", {"type": "checkboxes", "options": [option("staff"), option("others")]}, optional=True),
            question("day", {"type": "datepicker"}, optional=True),
            question("hour", {"type": "timepicker"}, optional=True),
            question("moment", {"type": "datetimepicker"}, optional=True),
            question("owner", {"type": "users_select"}, optional=True),
            actions(button("Push", value="push"), button("Update", value="update", action_id="other")),
        ],
    }


def receipt() -> Json:
    """A modal without questions."""
    return {
        "type": "modal",
        "title": plain("Thank you"),
        "close": plain("Close"),
        "blocks": [words("*Saved.* Your reference is `AB-12`")],
    }


def home() -> Json:
    """A Home with one button."""
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("Candour")},
            actions(button("Report something", value="open")),
        ],
    }


def card() -> list[Json]:
    """A message's blocks with a mention and a button."""
    return [
        {"type": "header", "text": plain("A report")},
        words(
            "*Kind:* environment\n<@U0LEE00001> please look", fields=[{"type": "mrkdwn", "text": "*Team:* Oak Ward"}]
        ),
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "A sandbox"}]},
        {"type": "divider"},
        actions(button("Open", value="open"), button("Done", value="done", action_id="done")),
    ]
