"""One line of `check`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was tried, and how to mend it if it is not right."""

    what: str
    mend: str | None = None

    def __str__(self) -> str:
        return f"MEND  {self.what}: {self.mend}" if self.mend else f"ok    {self.what}"
