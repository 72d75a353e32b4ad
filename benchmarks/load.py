"""Many requests at once, over connections that stay open as a proxy's do."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_HOST = "127.0.0.1"
_LONGEST_SECONDS = 120


@dataclass(frozen=True)
class Answer:
    """What the request of this number got, and when: `seconds` from its first byte to the answer's last one."""

    number: int
    status: int
    body: bytes
    sent_at: float
    seconds: float


@dataclass(frozen=True)
class Load:
    """What came of a number of requests."""

    answers: Sequence[Answer]
    seconds: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds

    def within(self, share: float) -> float:
        """In how many seconds this share of the requests was answered."""
        taken = sorted(answer.seconds for answer in self.answers)
        return taken[min(len(taken) - 1, int(len(taken) * share))]

    def saying(self, words: bytes) -> int:
        """How many were answered with 200 and these words."""
        return sum(answer.status == 200 and words in answer.body for answer in self.answers)  # noqa: PLR2004 - HTTP's OK


def send(port: int, requests: Sequence[bytes], *, at_once: int) -> Load:
    """Send all of them, `at_once` at any moment."""
    return asyncio.run(asyncio.wait_for(_send(port, requests, at_once), _LONGEST_SECONDS))


async def _send(port: int, requests: Sequence[bytes], at_once: int) -> Load:
    connections = [await asyncio.open_connection(_HOST, port) for _ in range(at_once)]
    waiting, answers = iter(enumerate(requests)), list[Answer]()
    started = time.monotonic()
    await asyncio.gather(*(_one_after_the_other(each, waiting, answers) for each in connections))
    seconds = time.monotonic() - started
    for _, writer in connections:
        writer.close()
        await writer.wait_closed()
    return Load(answers, seconds)


async def _one_after_the_other(
    connection: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    waiting: Iterator[tuple[int, bytes]],
    answers: list[Answer],
) -> None:
    reader, writer = connection
    for number, request in waiting:
        sent_at = time.monotonic()
        writer.write(request)
        status, body = await _read(reader)
        answers.append(Answer(number, status, body, sent_at, time.monotonic() - sent_at))


async def _read(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
    length = next(int(line.removeprefix("content-length:")) for line in head if line.startswith("content-length:"))
    return int(head[0].split()[1]), await reader.readexactly(length)
