"""The file: created with care, refused with reasons, and never the cause of a crash."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.samples import LETTER, LONG_AGO, NOON, URL, live, since
from verifier.model.errors import StoreError
from verifier.store import History, connection
from verifier.store.migrate import APPLICATION_ID, migrate


def refused(path: Path, words: str, **options: float) -> str:
    with pytest.raises(StoreError, match=words) as caught:
        History.open(path, **options)
    assert caught.value.hint
    assert path.name in caught.value.message
    return caught.value.hint


def test_a_new_folder_is_kept_out_of_git(path: Path) -> None:
    History.open(path).close()
    assert (path.parent / ".gitignore").read_text() == "*\n"


def test_a_folder_that_was_there_is_left_as_it_was(tmp_path: Path) -> None:
    History.open(tmp_path / "history.sqlite").close()
    assert [each.name for each in tmp_path.iterdir()] == ["history.sqlite"], "one file, no log beside it"


def test_others_cannot_read_it(path: Path) -> None:
    with History.open(path):
        assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in path.parent.glob("history.sqlite*"))


def test_what_was_recorded_is_there_when_it_is_opened_again(path: Path) -> None:
    with History.open(path) as history:
        history.begin_run("r1", NOON, [LETTER], "options", "1.0")
        history.record_live("r1", URL, live())
    with History.open(path) as history:
        assert history.recall_live(URL, since(LONG_AGO)) is not None


def test_closing_twice_is_harmless_and_a_closed_history_says_so(path: Path) -> None:
    history = History.open(path)
    history.close()
    history.close()
    with pytest.raises(StoreError, match="cannot be used"):
        history.runs()


def test_an_empty_file_is_begun(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    with History.open(tmp_path / "empty.sqlite") as history:
        assert history.runs() == ()


def test_settings_that_several_processes_and_secrets_need(history: History) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete", "temp_store")
    told = [history._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert told == ["wal", 1, 1, 5000, 1, 2]
    assert history._connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_text_file_is_refused_and_kept(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam, " * 100)
    refused(letter, "is not a history of this program")
    assert letter.read_text().startswith("Dear Sir")


def test_another_programs_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    refused(path, "a database, but not a history")
    assert path.read_bytes() == before


def test_another_programs_empty_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 7")
        other.execute("PRAGMA user_version = 1")
    refused(path, "a database, but not a history")


def test_a_newer_history_is_refused_and_kept(path: Path) -> None:
    with History.open(path) as history:
        history._connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    assert "Update the program" in refused(path, "newer version of this program")
    assert path.read_bytes() == before


def test_a_damaged_history_says_what_to_do(path: Path) -> None:
    with History.open(path) as history:
        history.begin_run("r1", NOON, [LETTER], "options", "1.0")
    content = bytearray(path.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    path.write_bytes(content)
    assert "Move the file away" in refused(path, "is damaged")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder.sqlite").mkdir()
    refused(tmp_path / "folder.sqlite", "cannot be opened")


def test_a_file_in_the_place_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused(tmp_path / "file" / "history.sqlite", "cannot be (created|opened)")


def test_a_file_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File modes do not bind root, who runs tests in containers: SQLite is asked to open it read-only instead."""
    History.open(path).close()
    plain = sqlite3.connect

    def read_only(database: Path, **options: object) -> sqlite3.Connection:
        return plain(f"file:{database}?mode=ro", uri=True, **options)

    monkeypatch.setattr(connection.sqlite3, "connect", read_only)
    with History.open(path) as history, pytest.raises(StoreError, match="cannot be written") as caught:
        history.begin_run("r1", NOON, [LETTER], "options", "1.0")
    assert "--history" in caught.value.hint


def test_a_file_that_another_process_holds(path: Path) -> None:
    History.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "other run" in refused(path, "in use by another process", wait=0.05)


def test_a_new_file_that_another_process_holds(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused(path, "in use by another process", wait=0.05)


@pytest.fixture
def not_yet_wal(tmp_path: Path) -> Path:
    """A history as it is for a moment when two processes begin it together."""
    path = tmp_path / "new.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        migrate(database, path)
    return path


def test_a_new_file_that_another_process_reads_for_long(not_yet_wal: Path) -> None:
    with closing(sqlite3.connect(not_yet_wal, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM runs").fetchone()
        refused(not_yet_wal, "in use by another process", wait=0.01)


def test_a_new_file_that_another_process_reads_for_a_moment(not_yet_wal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(not_yet_wal, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM runs").fetchone()
        monkeypatch.setattr(connection.time, "sleep", lambda _: other.in_transaction and other.execute("ROLLBACK"))
        with History.open(not_yet_wal, wait=0.01) as history:
            assert history.runs() == ()


def test_a_write_while_another_process_writes(path: Path) -> None:
    with History.open(path, wait=0.05) as history, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another process"):
            history.begin_run("r1", NOON, [LETTER], "options", "1.0")
        other.execute("COMMIT")
        history.begin_run("r1", NOON, [LETTER], "options", "1.0")
        assert [each.id for each in history.runs()] == ["r1"]


def test_a_full_disk_costs_the_result_at_hand_and_no_other(path: Path) -> None:
    with History.open(path) as history:
        history.begin_run("r1", NOON, [LETTER], "options", "1.0")
        history.record_live("r1", URL, live())
        (pages,) = history._connection.execute("PRAGMA page_count").fetchone()
        history._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full") as caught:
            history.record_live("r1", "https://example.org/2", live(evidence=("words " * 2000,)))
        assert "--history" in caught.value.hint
        assert history.recall_live(URL, since(LONG_AGO)) is not None
        assert history.recall_live("https://example.org/2", since(LONG_AGO)) is None


def test_an_sqlite_without_strict_tables(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StoreError, match="too old"):
        History.open(path)
    assert not path.exists()


def test_damage_whose_message_cannot_be_read_is_damage(path: Path) -> None:
    """SQLite quotes the broken bytes of a table's definition, and Python fails to decode its message."""
    History.open(path).close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE checks", b"CREATE T\xdeBLE checks"))
    refused(path, "is damaged")
