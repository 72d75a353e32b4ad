"""The settings of the environment. What belongs to the service is in the service file."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.runtime.logs import LogFormat
from bot.runtime.paging import PageAccess
from bot.runtime.slack_clients import SlackAccess
from bot.service_file import ServiceFileRefused
from scheduler.delivery.timeouts import CALL_SECONDS, DeliveryTimeouts
from storage.backup.encrypted_file import BackupRefused
from storage.engine.backends import DatabaseRefused
from storage.engine.encryption import Keyring, KeysRefused
from storage.outbox.rate_limit import RateLimit

SLACK = "https://slack.com/api/"
SHORTEST_PAGE_SECRET = 32
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


_COMMAND = re.compile(r"/[a-z0-9_-]{1,31}")
ENV_FILE = Path(".env")


class SettingsRefused(Exception):
    """A setting of the environment is missing or wrong. The message names it."""


class Mode(StrEnum):
    """How Slack reaches the bot: over a connection that the bot opens, or at an address that the bot serves."""

    SOCKET = "socket"
    HTTP = "http"


_CALLS_TAKE = f"Slack may take {CALL_SECONDS} seconds to answer, and a message could be posted twice meanwhile"
_NEEDED = {Mode.SOCKET: ("SLACK_APP_TOKEN",), Mode.HTTP: ("SLACK_SIGNING_SECRET", "PORT")}


class Settings(BaseSettings):
    """Read from the environment, and from `.env` where there is one. Secrets never show in a repr or an error."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, frozen=True
    )

    slack_api_url: str = SLACK
    slack_bot_token: SecretStr
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    candour_mode: Mode = Mode.SOCKET
    port: int | None = Field(default=None, ge=1, le=65535)
    candour_host: str = "127.0.0.1"
    candour_database_url: str = Field(default="sqlite:///data/candour.db", repr=False)  # It may hold a password.
    candour_keys: SecretStr
    candour_service_file: Path = Path("service.toml")
    candour_command: str = "/incident"
    candour_page_url: str | None = Field(default=None, repr=False)  # It may hold a token.
    candour_page_secret: SecretStr | None = None
    candour_messages_per_minute: float = Field(default=240, gt=0, le=6000)
    candour_tick_seconds: float = Field(default=5, gt=0, le=60)
    candour_lease_seconds: float = Field(default=60, gt=0, le=600)
    candour_reconcile_seconds: float = Field(default=30, gt=0, le=600)
    candour_retry_seconds: float = Field(default=5, gt=0, le=900)
    candour_delivery_poll_seconds: float = Field(default=1, gt=0, le=60)
    candour_log_format: LogFormat = LogFormat.TEXT
    candour_demo: bool = False

    @field_validator(
        "slack_bot_token",
        "slack_app_token",
        "slack_signing_secret",
        "candour_keys",
        "candour_page_secret",
        mode="before",
    )
    @classmethod
    def _plain_characters(cls, secret: object) -> object:
        return _plain(secret.get_secret_value() if isinstance(secret, SecretStr) else secret)

    @field_validator("slack_api_url", "candour_database_url", "candour_command", "candour_page_url", mode="before")
    @classmethod
    def _without_blanks(cls, text: object) -> object:
        return text.strip() if isinstance(text, str) else text

    @field_validator("slack_api_url", "candour_page_url")
    @classmethod
    def _plain_address(cls, url: str | None) -> str | None:
        return None if url is None else _https(str(_plain(url)))

    @field_validator("candour_command")
    @classmethod
    def _is_a_command(cls, command: str) -> str:
        if not _COMMAND.fullmatch(command):
            raise ValueError("must be a slash and at most 31 of a-z, 0-9, - and _, such as /incident")
        return command

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_a_slash(cls, url: str) -> str:
        return url.rstrip("/") + "/"

    @model_validator(mode="after")
    def _mode_has_what_it_needs(self) -> Self:
        missing = [name for name in _NEEDED[self.candour_mode] if getattr(self, name.lower()) is None]
        if missing:
            names, mode = " and ".join(missing), self.candour_mode
            raise ValueError(
                f"{names} must be set where CANDOUR_MODE is {mode}. See .env.example for where to find it."
            )
        return self

    @model_validator(mode="after")
    def _page_is_signed(self) -> Self:
        if self.candour_page_url is None:
            return self
        secret = self.candour_page_secret.get_secret_value() if self.candour_page_secret else ""
        if len(secret) < SHORTEST_PAGE_SECRET:
            least = f"at least {SHORTEST_PAGE_SECRET} characters"
            raise ValueError(f"CANDOUR_PAGE_SECRET must have {least} where CANDOUR_PAGE_URL is set")
        return self

    @model_validator(mode="after")
    def _demo_stays_at_home(self) -> Self:
        if self.candour_demo and not self.slack_is_on_this_machine:
            raise ValueError("CANDOUR_DEMO moves the clock, so it is refused unless SLACK_API_URL is on this machine")
        return self

    @model_validator(mode="after")
    def _lease_outlasts_a_call(self) -> Self:
        if self.slack_is_on_this_machine:  # A stand-in answers faster, and its tests cannot wait.
            return self
        if self.candour_lease_seconds < 2 * CALL_SECONDS:
            raise ValueError(f"CANDOUR_LEASE_SECONDS must be at least {2 * CALL_SECONDS}: {_CALLS_TAKE}")
        if self.candour_reconcile_seconds <= CALL_SECONDS:
            raise ValueError(f"CANDOUR_RECONCILE_SECONDS must be more than {CALL_SECONDS}: {_CALLS_TAKE}")
        return self

    @property
    def slack_is_on_this_machine(self) -> bool:
        return urlsplit(self.slack_api_url).hostname in _LOOPBACK

    @property
    def sandbox_clock_url(self) -> str:
        """Where the sandbox tells its time, beside its Web API."""
        parts = urlsplit(self.slack_api_url)
        return f"{parts.scheme}://{parts.netloc}/sandbox/clock"

    @property
    def page_access(self) -> PageAccess | None:
        """What rings at night, if anything does."""
        if self.candour_page_url is None or self.candour_page_secret is None:
            return None
        return PageAccess(self.candour_page_url, self.candour_page_secret.get_secret_value())

    @property
    def slack_access(self) -> SlackAccess:
        return SlackAccess(self.slack_api_url, self.slack_bot_token.get_secret_value())

    @property
    def rate_limit(self) -> RateLimit:
        return RateLimit(timedelta(minutes=1) / self.candour_messages_per_minute)

    @property
    def delivery_timeouts(self) -> DeliveryTimeouts:
        return DeliveryTimeouts(
            lease=self.candour_lease_seconds,
            reconcile=self.candour_reconcile_seconds,
            poll=self.candour_delivery_poll_seconds,
            first_retry=self.candour_retry_seconds,
        )


REFUSALS = (SettingsRefused, ServiceFileRefused, KeysRefused, DatabaseRefused, BackupRefused, ValidationError)
"""What has a sentence of its own for the person who typed the command."""
_WORDS = {
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "less_than_equal": "must be at most {le:g}",
    "int_parsing": "must be a whole number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be true or false",
    "enum": "must be {expected}",
}
"""In place of pydantic's own words, which are for programmers."""


def read_settings() -> Settings:
    """The settings, or raise `SettingsRefused` naming each variable that is missing or wrong."""
    try:
        with naming(str(ENV_FILE)):
            return Settings()
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False)
        raise SettingsRefused("\n".join(map(_sentence, wrong))) from None


def read_keyring(settings: Settings) -> Keyring:
    """The keys, or raise `KeysRefused`."""
    with naming("CANDOUR_KEYS"):
        return Keyring.from_text(settings.candour_keys.get_secret_value())


def _sentence(error: Mapping[str, Any]) -> str:
    name = "".join(str(part) for part in error["loc"]).upper()
    if error["type"] == "missing":
        return f"{name} is not set. See .env.example for where to find it."
    words = _WORDS.get(error["type"], "").format(**error.get("ctx", {}))
    return f"{name} {words or error['msg'].removeprefix('Value error, ')}".strip()


def _https(url: str) -> str:
    """A web address that others cannot read along with."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be a web address, such as https://example.org/")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise ValueError("must begin with https, unless it is on this machine")
    return url


def _plain(text: object) -> object:
    """Without blanks around it, as a copied secret may have them. Refuses what no token, key or address holds."""
    if not isinstance(text, str):
        return text
    text = text.strip()
    if not (text.isascii() and text.isprintable()):
        raise ValueError("holds a character that does not belong there. Copy it again, as plain text")
    return text


@contextmanager
def naming(setting: str) -> Iterator[None]:
    """Turn each failure that has no sentence of its own into `SettingsRefused`, which names this setting."""
    try:
        yield
    except REFUSALS:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it was, the operator is told where to look
        raise SettingsRefused(f"{setting}: {_what_failed(error)}") from None


def _what_failed(error: Exception) -> str:
    match error:
        case OSError():
            place = f"{error.filename}: " if error.filename else ""
            return (
                f"{place}{error.strerror or type(error).__name__}. Let the user that runs Candour read and write it."
            )
        case UnicodeEncodeError():
            return "a character cannot be stored. Make the database with the encoding UTF8."
        case UnicodeError():
            return "this is not UTF-8. Save it as UTF-8."
        case _:
            return f"it cannot be used ({type(error).__name__})."
