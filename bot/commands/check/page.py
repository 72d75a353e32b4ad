"""Whether what rings at night takes a signed call. The call says that it is a test, so that nobody is rung."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

from bot.commands.check.finding import Finding
from bot.runtime import paging
from bot.runtime.paging import NotPaged, PageAccess

_TEST = "This is a test. Ring nobody."


def findings(access: PageAccess | None) -> Iterator[Finding]:
    if access is None:
        yield Finding("night call (none: Slack alone may wake nobody; see CANDOUR_PAGE_URL)")
        return
    try:
        paging.call(access, paging.body(uuid4(), alert=None, asks=(), say=_TEST), now=datetime.now(UTC))
    except NotPaged as refusal:
        yield Finding("night call", f"{refusal.code}. {_MEND[refusal.refused]}")
    else:
        yield Finding("night call")


_MEND = {
    True: "Its receiver refuses the call. Give it the secret in CANDOUR_PAGE_SECRET, and look at its log.",
    False: "No good answer came within 5 seconds. Mend CANDOUR_PAGE_URL or its receiver.",
}
