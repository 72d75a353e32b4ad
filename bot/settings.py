"""The settings of the environment. What belongs to the service is in the service file."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.runtime.logs import LogFormat
from bot.runtime.slack_clients import SlackAccess
from scheduler.delivery.timeouts import CALL_SECONDS, DeliveryTimeouts
from storage.engine.encryption import Keyring
from storage.outbox.rate_limit import RateLimit

SLACK = "https://slack.com/api/"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


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
        env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, frozen=True
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
    candour_command: str = Field(default="/incident", pattern=r"^/[a-z0-9_-]{1,31}$")
    candour_messages_per_minute: float = Field(default=240, gt=0, le=6000)
    candour_tick_seconds: float = Field(default=5, gt=0, le=60)
    candour_lease_seconds: float = Field(default=60, gt=0, le=600)
    candour_reconcile_seconds: float = Field(default=30, gt=0, le=600)
    candour_retry_seconds: float = Field(default=5, gt=0, le=900)
    candour_delivery_poll_seconds: float = Field(default=1, gt=0, le=60)
    candour_log_format: LogFormat = LogFormat.TEXT
    candour_demo: bool = False

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_a_slash(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be a web address, such as https://slack.com/api/")
        if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise ValueError("must begin with https, unless it is on this machine")
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


def read_settings() -> Settings:
    """The settings, or raise `SettingsRefused` naming each variable that is missing or wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False, include_context=False)
        raise SettingsRefused("\n".join(map(_sentence, wrong))) from None


def read_keyring(settings: Settings) -> Keyring:
    """The keys, or raise `KeysRefused`."""
    return Keyring.from_text(settings.candour_keys.get_secret_value())


def _sentence(error: Mapping[str, Any]) -> str:
    name = "".join(str(part) for part in error["loc"]).upper()
    if error["type"] == "missing":
        return f"{name} is not set. See .env.example for where to find it."
    return f"{name} {error['msg'].removeprefix('Value error, ')}".strip()
