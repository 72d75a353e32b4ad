"""A PostgreSQL server for the tests: thrown away afterwards, with a fresh database for whoever asks."""

import os
import pwd
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import LiteralString
from uuid import uuid4

import psycopg
from psycopg import sql

from storage.engine import connect
from storage.engine.encryption import Keyring, new_key

MISSING = "No PostgreSQL: sudo apt install postgresql"
_TEMPLATE = "candour_template"
_QUICKLY = "candour_template STRATEGY file_copy"  # 20 ms in memory, up to 360 on a disk. Since PostgreSQL 15.
DURABLE = "-c max_connections=200 -c listen_addresses="
FAST = f"{DURABLE} -c fsync=off -c full_page_writes=off"
"""Without fsync a kill of the server loses nothing; only a power cut would."""


def programs() -> Path | None:
    """Where initdb and pg_ctl are."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = shutil.which("initdb") or (debian[-1] if debian else None)
    return Path(found).parent if found else None


_running: set[Path] = set()


def process_ids() -> set[int]:
    """Of the servers that run for this process. They are not its children, because pg_ctl lets them go."""
    files = [folder / "data" / "postmaster.pid" for folder in _running]
    return {int(file.read_text().split()[0]) for file in files if file.exists()}


class Server:
    """Listens on a socket in its folder only."""

    def __init__(self, folder: Path, bin_folder: Path, options: str) -> None:
        self._folder, self._bin, self._options = folder, bin_folder, options
        # It refuses to run as root.
        self._as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []

    def make(self) -> None:
        if self._as:
            owner = pwd.getpwnam("postgres")
            os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        self._admin(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(_TEMPLATE)))
        connect.make_tables(self.url(_TEMPLATE), Keyring.from_text(f"template:{new_key()}")).close()

    def start(self) -> None:
        options = f"{self._options} -k {self._folder}"
        self._run("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def is_running(self) -> bool:
        return self._done("pg_ctl", "status").returncode == 0

    def limit_files(self, size: int) -> None:
        """None of its processes lets a file grow beyond this size, in bytes."""
        soft = "unlimited" if size == resource.RLIM_INFINITY else size
        for process in self._processes():
            command = [*self._as, "prlimit", f"--pid={process}", f"--fsize={soft}:"]
            done = subprocess.run(command, cwd="/", stderr=subprocess.PIPE, check=False)
            assert done.returncode == 0 or not Path(f"/proc/{process}").exists(), done.stderr.decode()

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self._folder}"

    def database(self) -> AbstractContextManager[str]:
        """The address of a database that Candour has migrated and nobody has used."""
        return self._made(_QUICKLY)

    def empty_database(self) -> AbstractContextManager[str]:
        """The address of a database without a table."""
        return self._made("template0")

    def database_in(self, encoding: LiteralString) -> AbstractContextManager[str]:
        """The address of a database without a table, in another encoding."""
        return self._made(f"template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'")

    @contextmanager
    def _made(self, template: LiteralString) -> Iterator[str]:
        name = f"candour_{uuid4().hex}"
        self._admin(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.SQL(template)))
        try:
            yield self.url(name)
        finally:
            self._admin(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _processes(self) -> list[str]:
        """The ids of the server and of those that it started; none if it has ended."""
        if not self.is_running():
            return []
        server = (self._folder / "data" / "postmaster.pid").read_text().split()[0]
        return [server, *Path(f"/proc/{server}/task/{server}/children").read_text().split()]

    def _admin(self, statement: sql.Composed) -> None:
        with psycopg.connect(host=str(self._folder), user="postgres", dbname="postgres", autocommit=True) as admin:
            admin.execute(statement)

    def _run(self, program: str, *arguments: str) -> None:
        done = self._done(program, *arguments)
        assert done.returncode == 0, done.stderr.decode()

    def _done(self, program: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [*self._as, str(self._bin / program), "-D", str(self._folder / "data"), *arguments]
        return subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)


@contextmanager
def running(bin_folder: Path, *, options: str = FAST, disk: Path | None = None) -> Iterator[Server]:
    """A server of its own, until the block ends, on this disk."""
    with tempfile.TemporaryDirectory(prefix="candour-", dir=disk) as folder:
        server = Server(Path(folder), bin_folder, options)
        server.make()
        _running.add(Path(folder))
        try:
            yield server
        finally:
            _running.discard(Path(folder))
            server.stop()
