"""What Slack accepts in a rich text block."""

from collections.abc import Mapping

from slackblocks import _limits as limits

from sandbox.rules.json_checks import Check, by_type, flag, many, one_of, record, string, whole_number

STYLE = record(required={}, optional=dict.fromkeys(("bold", "italic", "strike", "code", "underline"), flag))
LONGEST = 10_000
ID = string(most=32)


def _inline(kind: str, required: Mapping[str, Check], **optional: Check) -> Check:
    return record(required={"type": one_of(kind), **required}, optional={"style": STYLE, **optional})


INLINE: Mapping[str, Check] = {
    "text": _inline("text", {"text": string(most=LONGEST)}),
    "link": _inline(
        "link", {"url": string(most=limits.BUTTON_URL_MAX_LENGTH)}, text=string(most=LONGEST), unsafe=flag
    ),
    "user": _inline("user", {"user_id": ID}),
    "channel": _inline("channel", {"channel_id": ID}),
    "broadcast": _inline("broadcast", {"range": one_of("here", "channel", "everyone")}),
    "emoji": _inline("emoji", {"name": string(most=100)}, unicode=string(most=100)),
}
WORDS = many(by_type(INLINE), most=1000, least=0)
LITERAL = many(by_type({kind: INLINE[kind] for kind in ("text", "link")}), most=1000, least=0)
BORDER = whole_number(least=0, most=limits.RICH_TEXT_PREFORMATTED_BORDER_MAX)
SECTION = record(required={"type": one_of("rich_text_section"), "elements": WORDS}, optional={})
PARTS: Mapping[str, Check] = {
    "rich_text_section": SECTION,
    "rich_text_list": record(
        required={
            "type": one_of("rich_text_list"),
            "style": one_of("bullet", "ordered"),
            "elements": many(by_type({"rich_text_section": SECTION}), most=1000),
        },
        optional={
            "indent": whole_number(least=0, most=limits.RICH_TEXT_LIST_INDENT_MAX),
            "offset": whole_number(least=0, most=LONGEST),
            "border": BORDER,
        },
    ),
    "rich_text_preformatted": record(
        required={"type": one_of("rich_text_preformatted"), "elements": LITERAL}, optional={"border": BORDER}
    ),
    "rich_text_quote": record(
        required={"type": one_of("rich_text_quote"), "elements": WORDS}, optional={"border": BORDER}
    ),
}
