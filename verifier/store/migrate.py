"""Numbered migrations: from whatever schema a file has to the present one.

In: a connection to a file that is ours or empty. Out: the same file with every migration of `migrations/` applied.
All changes and their record (`PRAGMA user_version`) are one transaction, so that another process sees the file as it
was or as it is to be; an older file is copied before it is touched.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from verifier.model.errors import StoreError

APPLICATION_ID = 0x76727931
MIGRATIONS = Path(__file__).with_name("migrations")


def known_migrations(folder: Path = MIGRATIONS) -> list[Path]:
    """Every migration in order: the first is number 1."""
    return sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def backup_path(path: Path, version: int) -> Path:
    """Where the copy of a file of schema `version` is put before it is migrated."""
    return path.with_name(f"{path.name}.schema-{version}.backup")


def backups(path: Path) -> list[Path]:
    """All copies of `path` that were made before migrations."""
    return [
        backup for version in range(1, 1 + len(known_migrations())) if (backup := backup_path(path, version)).exists()
    ]


def refuse_newer(connection: sqlite3.Connection, path: Path, folder: Path = MIGRATIONS) -> None:
    """Raise StoreError for a file of a schema that this program does not know; nothing in it is touched."""
    version = _version(connection)
    if version > len(known_migrations(folder)):
        raise StoreError(
            f"the history {path} was written by a newer version of this program (schema {version})",
            "Update the program, or name another file with --history.",
        )


def migrate(connection: sqlite3.Connection, path: Path, folder: Path = MIGRATIONS) -> None:
    """Apply what is missing. Raises StoreError for a newer schema, sqlite3.Error when the file cannot be changed."""
    refuse_newer(connection, path, folder)
    if _version(connection) == len(known_migrations(folder)):
        return
    scripts = [script.read_text(encoding="utf-8") for script in known_migrations(folder)]
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # asked again under the lock: another process may have been first
        if 0 < version < len(scripts):
            _back_up(path, backup_path(path, version))
        for number, script in enumerate(scripts[version:], start=version + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _back_up(path: Path, copy: Path) -> None:
    """Copy the file as it stands, through a connection of its own: one that is about to write cannot be copied from."""
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _statements(script: str) -> Iterator[str]:
    """One statement at a time: `executescript` would commit before it begins, and so break the transaction in two."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
