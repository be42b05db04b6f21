"""Where a store can stand and where not: every refusal names the place, what is wrong and what to do."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from compare.errors import StoreError
from compare.review.store.open_store import open_store
from compare.review.store.store_url import database_url, display_name


def refusal(where: str | Path, wait_s: float = 0.05) -> str:
    with pytest.raises(StoreError) as refused:
        open_store(where, wait_s=wait_s)
    return str(refused.value)


def test_a_store_is_made_where_nothing_stands(tmp_path):
    open_store(tmp_path / "100 % bản ?.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["100 % bản ?.db"]


def test_a_store_may_be_named_by_url(tmp_path):
    open_store(f"sqlite:///{tmp_path}/store.db").close()
    assert (tmp_path / "store.db").is_file()


def test_an_article_is_no_store(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("Phà Hải Âu cập bến lúc 7 giờ. " * 50, encoding="utf-8")
    assert refusal(article) == f"{article}: is no database; name a store of tellings, or a path where nothing stands yet"


def test_an_article_is_left_as_it_was(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("The ferry docked at seven.", encoding="utf-8")
    refusal(article)
    assert article.read_text(encoding="utf-8") == "The ferry docked at seven."


def test_another_programs_file_keeps_its_journal(tmp_path):
    with closing(sqlite3.connect(tmp_path / "places.sqlite")) as other:
        other.execute("CREATE TABLE bookmarks (id INTEGER)")
        refusal(tmp_path / "places.sqlite")
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_folder_is_no_store(tmp_path):
    assert refusal(tmp_path).startswith(f"{tmp_path}: cannot be opened; see that it is no folder")


def test_a_missing_folder_is_not_made(tmp_path):
    assert "and that its folder is there" in refusal(tmp_path / "missing" / "store.db")


def test_a_store_that_cannot_be_written_is_refused(tmp_path):
    open_store(tmp_path / "store.db").close()
    assert "cannot be written; see that you may write to it" in refusal(f"sqlite:///file:{tmp_path}/store.db?mode=ro&uri=true")


def test_a_store_that_another_program_keeps_locked_is_waited_for_and_then_refused(tmp_path):
    path = tmp_path / "store.db"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(path) == f"{path}: another program has been writing to it for too long; end that program, or try again"


def test_a_lock_that_is_given_back_in_time_is_no_error(tmp_path):
    path = tmp_path / "store.db"
    store = open_store(path, wait_s=30)
    code = "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE'); print(flush=True); time.sleep(.3)"
    with subprocess.Popen([sys.executable, "-P", "-c", code, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        store.set_preferences("Lan", {"theme": "dark"})
    store.close()
    assert other.returncode == 0


def test_a_damaged_store_is_told_apart_from_no_store(tmp_path):
    path = tmp_path / "store.db"
    open_store(path).close()
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)
    assert "is damaged; import the last decisions.jsonl" in refusal(path)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("mysql://u:geheim@host/db", "mysql://u:***@host/db: is a kind of database that tellings does not know; give a file"),
        ("sqlite://", "sqlite://: names no file; give a file"),
        ("sqlite:///:memory:", "names no file"),
        ("//://geheim", "//://…: is no address of a database"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_without_its_password(where, said):
    message = refusal(where)
    assert [said in message, "geheim" in message] == [True, False]


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_way_to_say_postgresql_is_one(scheme):
    assert database_url(f"{scheme}://lan@host/decisions").drivername == "postgresql+psycopg"


def test_a_server_is_called_by_its_address_without_the_password():
    assert display_name(database_url("postgresql://lan:geheim@host/decisions")) == "postgresql+psycopg://lan:***@host/decisions"


def test_a_missing_driver_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    message = refusal("postgresql://host/db")
    assert "needs psycopg; install with `pip install 'tellings[postgres]'`" in message


def test_a_server_that_does_not_answer_is_told():
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    assert "127.0.0.1:9/db: the database does not answer as it should (" in refusal("postgresql://lan@127.0.0.1:9/db")


def test_comparing_loads_no_database_library():
    modules = "compare.cli, compare.publishing.publish, compare.pipeline, compare.review.decision_file"
    code = f"import sys, {modules}; print({{'sqlalchemy', 'alembic'}} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "set()"
