"""What Candour asks Slack to be allowed to do. A test holds the manifests to it."""

SCOPES = (
    "commands",
    "chat:write",
    "users:read",
    "im:write",
    "im:history",
    "channels:history",
    "groups:history",
    "channels:read",
    "groups:read",
    "app_mentions:read",
)
OPTIONAL_SCOPES = {
    "dnd:read": "nobody knows whose notifications are paused",
    "files:write": "papers are made by a command and not sent through Slack",
}
"""What an administrator may leave out, and what it costs."""
