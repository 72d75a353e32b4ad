"""The rows, one file for each subject. Importing this fills the metadata with all of them."""

from storage.tables import (
    actions,
    anonymous,
    audit,
    base,
    bulletins,
    danger,
    due,
    holds,
    home,
    incidents,
    learning,
    outbox,
    reports,
    reviews,
    rota,
    service,
)

__all__ = [
    "actions",
    "anonymous",
    "audit",
    "base",
    "bulletins",
    "danger",
    "due",
    "holds",
    "home",
    "incidents",
    "learning",
    "outbox",
    "reports",
    "reviews",
    "rota",
    "service",
]
