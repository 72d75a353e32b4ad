"""Everything that may go wrong in Slack, on demand: `workspace.faults.arm(SlowAnswers(seconds=1))`."""

from sandbox.faults.armed import Armed, Faults
from sandbox.faults.calls import (
    ConnectionLost,
    HistoryLags,
    Moment,
    NoAnswer,
    ServerError,
    SlowAnswers,
    TooManyRequests,
    Unclear,
    UnclearError,
)
from sandbox.faults.connections import ConnectionsBreak, ConnectionsRenewed, Reason, SlackAway
from sandbox.faults.envelopes import DeliveredLate, DeliveredTwice, EventToldAgain, OutOfOrder
from sandbox.faults.fault import Fault
from sandbox.faults.places import BotRemoved, ChannelArchived, PersonDeactivated, ScopeTakenAway

FAULTS: tuple[type[Fault], ...] = (
    SlowAnswers,
    TooManyRequests,
    ServerError,
    UnclearError,
    ConnectionLost,
    NoAnswer,
    HistoryLags,
    SlackAway,
    ConnectionsBreak,
    ConnectionsRenewed,
    DeliveredTwice,
    DeliveredLate,
    OutOfOrder,
    EventToldAgain,
    ChannelArchived,
    BotRemoved,
    PersonDeactivated,
    ScopeTakenAway,
)

__all__ = [
    "FAULTS",
    "Armed",
    "BotRemoved",
    "ChannelArchived",
    "ConnectionLost",
    "ConnectionsBreak",
    "ConnectionsRenewed",
    "DeliveredLate",
    "DeliveredTwice",
    "EventToldAgain",
    "Fault",
    "Faults",
    "HistoryLags",
    "Moment",
    "NoAnswer",
    "OutOfOrder",
    "PersonDeactivated",
    "Reason",
    "ScopeTakenAway",
    "ServerError",
    "SlackAway",
    "SlowAnswers",
    "TooManyRequests",
    "Unclear",
    "UnclearError",
]
