"""What the search for identifiers finds, and where."""

from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """What an identifier is. Where two overlap, the kind that stands first here names both."""

    MENTION = "mention"
    HANDLE = "handle"
    EMAIL = "email"
    NHS_NUMBER = "nhs_number"
    BIRTH = "birth"
    RECORD = "record"
    PHONE = "phone"
    POSTCODE = "postcode"
    VEHICLE = "vehicle"
    ADDRESS = "address"
    SCHOOL = "school"
    EMPLOYER = "employer"
    AGE = "age"
    INITIALS = "initials"
    RELATIVE = "relative"
    TITLE = "title"
    NAME = "name"

    @property
    def direct(self) -> bool:
        """False for what names nobody alone, but narrows down who it may be."""
        return self not in {IdentifierKind.SCHOOL, IdentifierKind.EMPLOYER, IdentifierKind.AGE}


@dataclass(frozen=True, slots=True)
class Identifier:
    """Words that say who somebody is: characters from `start` to before `end`."""

    start: int
    end: int
    kind: IdentifierKind
