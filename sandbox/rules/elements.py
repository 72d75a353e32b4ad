"""What Slack accepts in text objects, options and interactive elements."""

from collections.abc import Iterator, Mapping

from slackblocks import _limits as limits

from sandbox.rules.json_checks import (
    Check,
    both,
    complaint,
    flag,
    many,
    matching,
    one_of,
    record,
    string,
    whole_number,
)

ACTION_ID = string(most=limits.ACTION_ID_MAX_LENGTH)
PLAIN = "plain_text"
MRKDWN = "mrkdwn"
FAR_FUTURE = 9_999_999_999


def words(*, most: int, kinds: tuple[str, ...] = (PLAIN,)) -> Check:
    """A text object of one of these kinds."""
    both_kinds = {"type": one_of(*kinds), "text": string(most=most)}
    shape = record(required=both_kinds, optional={"emoji": flag, "verbatim": flag})
    return both(shape, _flags_fit)


def _flags_fit(value: object, at: str) -> Iterator[str]:
    match value:
        case {"type": "plain_text", "verbatim": _}:
            yield complaint("invalid additional property: verbatim", at)
        case {"type": "mrkdwn", "emoji": _}:
            yield complaint("invalid additional property: emoji", at)


def text_of(*, most: int) -> Check:
    """Plain text or mrkdwn."""
    return words(most=most, kinds=(PLAIN, MRKDWN))


def element(
    kind: str, *shared: Mapping[str, Check], required: Mapping[str, Check] | None = None, **optional: Check
) -> Check:
    """An interactive element. `shared` are optional parts that several kinds have."""
    parts = {key: check for each in (*shared, optional) for key, check in each.items()}
    return record(required={"type": one_of(kind), **(required or {})}, optional={"action_id": ACTION_ID, **parts})


CONFIRM = record(
    required={
        "title": words(most=limits.CONFIRMATION_TITLE_MAX_LENGTH),
        "text": text_of(most=limits.CONFIRMATION_TEXT_MAX_LENGTH),
        "confirm": words(most=limits.CONFIRMATION_CONFIRM_MAX_LENGTH),
        "deny": words(most=limits.CONFIRMATION_DENY_MAX_LENGTH),
    },
    optional={"style": one_of("primary", "danger")},
)


def option(*, kinds: tuple[str, ...]) -> Check:
    """A choice. Radio buttons and checkboxes may use mrkdwn; selects may not."""
    return record(
        required={
            "text": words(most=limits.OPTION_TEXT_MAX_LENGTH, kinds=kinds),
            "value": string(most=limits.OPTION_VALUE_MAX_LENGTH),
        },
        optional={"description": words(most=limits.OPTION_DESCRIPTION_MAX_LENGTH, kinds=kinds)},
    )


PLAIN_OPTION = option(kinds=(PLAIN,))
RICH_OPTION = option(kinds=(PLAIN, MRKDWN))
OPTIONS = many(PLAIN_OPTION, most=limits.SELECT_OPTIONS_MAX_ITEMS)
GROUP = record(required={"label": words(most=limits.OPTION_GROUP_LABEL_MAX_LENGTH), "options": OPTIONS}, optional={})
GROUPS = many(GROUP, most=limits.SELECT_OPTION_GROUPS_MAX_ITEMS)


def _either_options_or_groups(value: object, at: str) -> Iterator[str]:
    if isinstance(value, dict) and ("options" in value) == ("option_groups" in value):
        yield complaint("give one of options and option_groups", at)


def _initial_is_offered(value: object, at: str) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    groups = value.get("option_groups", [])
    offered = [*value.get("options", []), *(option for group in groups for option in group.get("options", []))]
    chosen = [value["initial_option"]] if "initial_option" in value else value.get("initial_options", [])
    if any(one not in offered for one in chosen):
        yield complaint("initial option must be one of the options", at)


def _shorter_than_longest(value: object, at: str) -> Iterator[str]:
    match value:
        case {"min_length": int(least), "max_length": int(most)} if least > most:
            yield complaint("min_length must not be more than max_length", at)
        case {"initial_value": str(text), "max_length": int(most)} if len(text) > most:
            yield complaint(f"must be less than {most + 1} characters", f"{at}/initial_value")


DATE = matching(r"\d{4}-\d{2}-\d{2}", words="must be a date in the form YYYY-MM-DD")
TIME = matching(r"\d{2}:\d{2}", words="must be a time in the form HH:mm")
ID = string(most=32)
PLACEHOLDER = words(most=limits.SELECT_PLACEHOLDER_MAX_LENGTH)
RADIO_OPTIONS = many(RICH_OPTION, most=limits.RADIO_BUTTONS_OPTIONS_MAX_ITEMS)
BOX_OPTIONS = many(RICH_OPTION, most=limits.CHECKBOXES_OPTIONS_MAX_ITEMS)
LENGTH = whole_number(least=0, most=limits.PLAIN_TEXT_INPUT_MAX_LENGTH_MAX)
SEVERAL = whole_number(least=1, most=limits.SELECT_OPTIONS_MAX_ITEMS)
DISPATCH = record(
    required={"trigger_actions_on": many(one_of("on_enter_pressed", "on_character_entered"), most=2)}, optional={}
)


CALM: Mapping[str, Check] = {"confirm": CONFIRM, "focus_on_load": flag}
CHOICE: Mapping[str, Check] = {"options": OPTIONS, "option_groups": GROUPS, "placeholder": PLACEHOLDER}


def with_options(select: Check) -> Check:
    """A select that has options of its own, in groups or not."""
    return both(both(select, _either_options_or_groups), _initial_is_offered)


ELEMENTS: Mapping[str, Check] = {
    "button": element(
        "button",
        required={"text": words(most=limits.BUTTON_TEXT_MAX_LENGTH)},
        confirm=CONFIRM,
        value=string(most=limits.BUTTON_VALUE_MAX_LENGTH),
        url=string(most=limits.BUTTON_URL_MAX_LENGTH),
        style=one_of("primary", "danger"),
        accessibility_label=string(most=limits.BUTTON_ACCESSIBILITY_LABEL_MAX_LENGTH),
    ),
    "overflow": element(
        "overflow", required={"options": many(PLAIN_OPTION, most=limits.OVERFLOW_OPTIONS_MAX_ITEMS)}, confirm=CONFIRM
    ),
    "plain_text_input": both(
        element(
            "plain_text_input",
            focus_on_load=flag,
            initial_value=string(most=limits.PLAIN_TEXT_INPUT_MAX_LENGTH_MAX, least=0),
            multiline=flag,
            min_length=LENGTH,
            max_length=whole_number(least=1, most=limits.PLAIN_TEXT_INPUT_MAX_LENGTH_MAX),
            placeholder=words(most=limits.PLAIN_TEXT_INPUT_PLACEHOLDER_MAX_LENGTH),
            dispatch_action_config=DISPATCH,
        ),
        _shorter_than_longest,
    ),
    "static_select": with_options(element("static_select", CALM, CHOICE, initial_option=PLAIN_OPTION)),
    "multi_static_select": with_options(
        element("multi_static_select", CALM, CHOICE, initial_options=OPTIONS, max_selected_items=SEVERAL)
    ),
    "radio_buttons": both(
        element("radio_buttons", CALM, required={"options": RADIO_OPTIONS}, initial_option=RICH_OPTION),
        _initial_is_offered,
    ),
    "checkboxes": both(
        element("checkboxes", CALM, required={"options": BOX_OPTIONS}, initial_options=BOX_OPTIONS),
        _initial_is_offered,
    ),
    "datepicker": element("datepicker", CALM, initial_date=DATE, placeholder=PLACEHOLDER),
    "timepicker": element("timepicker", CALM, initial_time=TIME, placeholder=PLACEHOLDER, timezone=ACTION_ID),
    "datetimepicker": element(
        "datetimepicker", CALM, initial_date_time=whole_number(least=1_000_000_000, most=FAR_FUTURE)
    ),
    "users_select": element("users_select", CALM, initial_user=ID, placeholder=PLACEHOLDER),
    "multi_users_select": element(
        "multi_users_select",
        CALM,
        initial_users=many(ID, most=100),
        max_selected_items=SEVERAL,
        placeholder=PLACEHOLDER,
    ),
    "conversations_select": element("conversations_select", CALM, initial_conversation=ID, placeholder=PLACEHOLDER),
    "image": record(
        required={
            "type": one_of("image"),
            "image_url": string(most=limits.IMAGE_ELEMENT_IMAGE_URL_MAX_LENGTH),
            "alt_text": string(most=limits.IMAGE_ELEMENT_ALT_TEXT_MAX_LENGTH),
        },
        optional={},
    ),
}
ANYWHERE = ("section", "actions", "input")
BLOCKS_OF: Mapping[str, tuple[str, ...]] = {
    "button": ("section", "actions"),
    "overflow": ("section", "actions"),
    "plain_text_input": ("input",),
    "static_select": ANYWHERE,
    "multi_static_select": ("section", "input"),
    "radio_buttons": ANYWHERE,
    "checkboxes": ANYWHERE,
    "datepicker": ANYWHERE,
    "timepicker": ANYWHERE,
    "datetimepicker": ("actions", "input"),
    "users_select": ANYWHERE,
    "multi_users_select": ("section", "input"),
    "conversations_select": ANYWHERE,
    "image": ("section",),
}
"""Which blocks take which element. Source: docs.slack.dev/reference/block-kit/block-elements."""


def elements_in(block: str) -> Mapping[str, Check]:
    """The elements that a block of this type takes."""
    return {kind: check for kind, check in ELEMENTS.items() if block in BLOCKS_OF[kind]}
