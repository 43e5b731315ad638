"""Migrations: whole or not at all, with a copy of what was there; every earlier schema opens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import CONTENT, LONG_AGO, NOON, URL, archive, live, since
from verifier.model.errors import StoreError
from verifier.model.evidence import ContentResult
from verifier.store import History
from verifier.store.migrate import MIGRATIONS, backup_path, known_migrations, migrate

SCHEMAS = Path(__file__).parent / "schemas"
"""`NNNN.sql`: what a program of schema NNNN had written, as SQL. Each new migration comes with one."""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "h.sqlite", isolation_level=None)) as opened:
        yield opened


def folder_with(tmp_path: Path, *scripts: str) -> Path:
    folder = tmp_path / "migrations"
    folder.mkdir(exist_ok=True)
    for number, script in enumerate(scripts, start=1):
        (folder / f"{number:04d}_step.sql").write_text(script)
    return folder


def without_excerpts(content: ContentResult) -> ContentResult:
    """As programs of then remembered it, who kept no words around a quotation."""
    return replace(content, quotes=tuple(replace(quote, excerpt="") for quote in content.quotes))


def version(database: sqlite3.Connection) -> int:
    return database.execute("PRAGMA user_version").fetchone()[0]


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [int(each.name[:4]) for each in known_migrations()] == list(range(1, 1 + len(known_migrations())))
    assert known_migrations()


def test_every_schema_has_its_sample() -> None:
    assert [each.stem for each in sorted(SCHEMAS.glob("*.sql"))] == [each.name[:4] for each in known_migrations()]


@pytest.mark.parametrize("sample", sorted(SCHEMAS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_earlier_schema_opens(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    of_then = folder_with(tmp_path, *(each.read_text() for each in known_migrations()[: int(sample.stem)]))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        migrate(database, path, of_then)
        database.executescript(sample.read_text())
    with History.open(path) as history:
        assert history.recall_live(URL, since(LONG_AGO, "r2")) is not None
        assert history.recall_archive(URL, "2022-05-28", "web.archive.org", since(LONG_AGO)) is not None
        assert history.recall_content(URL, "question", since(LONG_AGO)) == without_excerpts(CONTENT)
        assert history.since("c1", "ok") == (NOON, 1)
        assert history.unfinished_run(["letters/lake.txt"], "options") == "r2"
        history.record_live("r2", URL, live())
        history.record_archive("r2", URL, "2022-05-28", archive())
        assert history._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert history._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert version(history._connection) == len(known_migrations())


def test_an_older_file_is_copied_first(database: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    migrate(database, path, folder_with(tmp_path, "CREATE TABLE a (x TEXT);"))
    database.execute("INSERT INTO a VALUES ('kept')")
    migrate(database, path, folder_with(tmp_path, "CREATE TABLE a (x TEXT);", "DROP TABLE a;\nCREATE TABLE b (x);"))
    assert version(database) == 2
    with closing(sqlite3.connect(backup_path(path, 1))) as copy:
        assert copy.execute("SELECT x FROM a").fetchall() == [("kept",)]
        assert version(copy) == 1


def test_a_new_file_needs_no_copy(database: sqlite3.Connection, tmp_path: Path) -> None:
    migrate(database, tmp_path / "h.sqlite", folder_with(tmp_path, "CREATE TABLE a (x);", "CREATE TABLE b (x);"))
    assert version(database) == 2
    assert list(tmp_path.glob("*.backup")) == []


def test_a_migration_that_fails_changes_nothing(database: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    migrate(database, path, folder_with(tmp_path, "CREATE TABLE a (x);"))
    broken = folder_with(tmp_path, "CREATE TABLE a (x);", "CREATE TABLE b (x);\nINSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(database, path, broken)
    assert version(database) == 1
    assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]


def test_a_migration_that_another_process_made_first_is_not_made_twice(
    database: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "h.sqlite"
    steps = folder_with(tmp_path, "CREATE TABLE a (x);")
    read_text = Path.read_text

    def while_the_other_is_faster(script: Path, **options: str) -> str:
        with closing(sqlite3.connect(path)) as other:
            other.executescript("BEGIN; CREATE TABLE a (x); PRAGMA user_version = 1; COMMIT;")
        return read_text(script, **options)

    monkeypatch.setattr(Path, "read_text", while_the_other_is_faster)
    migrate(database, path, steps)
    assert version(database) == 1


def test_comments_triggers_and_a_last_statement_without_semicolon(database: sqlite3.Connection, tmp_path: Path) -> None:
    script = """-- a comment; with a semicolon
CREATE TABLE a (x);
CREATE TRIGGER t AFTER INSERT ON a BEGIN
    UPDATE a SET x = 1;
    UPDATE a SET x = 2;
END;
CREATE TABLE b (x)"""
    migrate(database, tmp_path / "h.sqlite", folder_with(tmp_path, script))
    assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (3,)


def test_a_newer_schema_is_refused(database: sqlite3.Connection, tmp_path: Path) -> None:
    database.execute("PRAGMA user_version = 2")
    with pytest.raises(StoreError, match="newer version"):
        migrate(database, tmp_path / "h.sqlite", folder_with(tmp_path, "CREATE TABLE a (x);"))


def test_all_tables_are_strict(history: History) -> None:
    lax = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    assert history._connection.execute(lax).fetchall() == [("sqlite_schema",)]


def test_migrations_are_where_the_package_data_says() -> None:
    assert MIGRATIONS.parent.name == "store"
