"""The history file: opened with care, refused with reasons.

In: a path. Out: a connection to a file that is ours, of the present schema, ready for several processes at once.
Why apart: everything that can be wrong with a file, and the words for it, in one place.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from verifier.model.errors import StoreError
from verifier.store.migrate import APPLICATION_ID, migrate, refuse_newer

_OLDEST_SQLITE = (3, 37)  # the first with STRICT tables
_WAL_PAUSE = 0.05  # seconds

_REASONS = {
    sqlite3.SQLITE_BUSY: ("is in use by another process", "Wait until the other run is done, then start again."),
    sqlite3.SQLITE_LOCKED: ("is in use by another process", "Wait until the other run is done, then start again."),
    sqlite3.SQLITE_READONLY: ("cannot be written", "Make it writable, or name another one with --history."),
    sqlite3.SQLITE_PERM: ("cannot be written", "Make it writable, or name another one with --history."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check the path given with --history."),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "Make room, or keep it elsewhere with --history."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written: the disk reports an error", "Keep it elsewhere with --history."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Move the file away; a new one is begun by itself."),
    sqlite3.SQLITE_NOTADB: ("is not a history of this program", "Name another file with --history."),
}


_TROUBLES = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file raises: where SQLite's message quotes broken bytes of it, Python cannot even read the message."""


def explained(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> StoreError:
    """The same trouble in words for the user; SQLite's own message is kept."""
    garbled = isinstance(error, UnicodeDecodeError)
    code = sqlite3.SQLITE_CORRUPT if garbled else getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    reason, hint = _REASONS.get(code, ("cannot be used", "Go on without it (--no-history), or move the file away."))
    return StoreError(f"the history {path} {reason} ({error})", hint)


def connect(path: Path, wait: float) -> sqlite3.Connection:
    """Open `path`, create it when missing, bring an older schema up to date; wait up to `wait` seconds for others.

    Raises StoreError when the file is not ours, newer than this program, damaged, locked or not to be written.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old to keep a history",
            "Use a Python whose SQLite is 3.37 or newer, or --no-history.",
        )
    try:
        _make_place(path)
        connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    except OSError as error:
        raise StoreError(
            f"the history {path} cannot be created ({error.strerror})", _REASONS[sqlite3.SQLITE_CANTOPEN][1]
        ) from error
    except sqlite3.Error as error:
        raise explained(error, path) from error
    try:
        _prepare(connection, path)
    except _TROUBLES as error:
        connection.close()
        raise explained(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _make_place(path: Path) -> None:
    """Create the folder and the file so that a letter's links are neither committed nor shown to others by accident."""
    if not path.parent.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    if not path.exists():
        path.touch(mode=0o600)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file is ours before anything in it is changed, then set it up."""
    # In this order: a process that begins the file meanwhile puts our mark and the tables there at one stroke.
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID and (application or tables):
        raise StoreError(f"{path} is a database, but not a history of this program", _REASONS[sqlite3.SQLITE_NOTADB][1])
    refuse_newer(connection, path)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # no copy of a secret letter's links in /tmp
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    # Each checkpoint waits for the disk, and the run with it: rarely, since the log is emptied at the end anyway.
    connection.execute("PRAGMA wal_autocheckpoint = 8192")
    migrate(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: sqlite3.Connection, attempts: int = 10) -> None:
    """Let others read and write beside us; where the file system cannot do that, SQLite's slower way is as safe.

    The switch fails at once when another process is about to make it, without waiting as everything else does.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.OperationalError as error:
        if attempts == 1 or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        time.sleep(_WAL_PAUSE)
        _use_wal(connection, attempts - 1)


@contextmanager
def reading(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Lend the connection; SQLite's troubles come out as StoreError."""
    try:
        yield connection
    except _TROUBLES as error:
        raise explained(error, path) from error


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction: all of it is in the file afterwards, or nothing; troubles come out as StoreError."""
    with reading(connection, path):
        connection.execute("BEGIN IMMEDIATE")  # a lock taken late could not be waited for
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has rolled back by itself
                connection.execute("ROLLBACK")
            raise


def close(connection: sqlite3.Connection) -> None:
    """Close, and leave one file behind where no other process is at it. Never raises: all results are stored by now."""
    with closing(connection), suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
