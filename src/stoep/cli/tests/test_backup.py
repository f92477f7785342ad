"""What was saved comes back, also after the data folder is gone."""

import os
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from stoep.cli.access import embedded_cluster
from stoep.cli.databases import export, import_, read_moment
from stoep.cli.errors import CommandRefused
from stoep.cli.postgres import backup
from stoep.cli.postgres.cluster import SETTINGS
from stoep.cli.postgres.errors import AlreadyRunning, DatabaseRefused
from stoep.cli.postgres.processes import wait_until
from stoep.cli.tests.conftest import QUICK
from stoep.config.environment import Environment

pytestmark = pytest.mark.faults


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    for name, value in QUICK.items():
        monkeypatch.setitem(SETTINGS, name, value)


@pytest.fixture
def environment(data_root):
    return Environment(data_dir=str(data_root), backup_dir=str(data_root / "elders"), backup_seconds=1, backup_keep=2)


@pytest.fixture
def saved(environment):
    """A cluster that archives its changes."""
    cluster = embedded_cluster(environment)
    backup.prepare_folder(backup.backup_folder(environment), cluster)
    yield cluster
    cluster.stop()


def write_row(cluster, text):
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS proef (tekst text)")
        connection.execute("INSERT INTO proef VALUES (%s)", [text])
        return connection.execute("SELECT clock_timestamp()").fetchone()[0]


def rows_in(cluster):
    with psycopg.connect(cluster.url()) as connection:
        return [row[0] for row in connection.execute("SELECT tekst FROM proef ORDER BY 1")]


def store_file(environment, name, content):
    file = environment.data_path / "files" / name[:2] / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def wait_for_archive(cluster):
    """Hand over the change log up to now, and wait until it lies in the backup folder."""
    with cluster.connect() as connection:
        piece = connection.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()[0]
        done = "SELECT last_archived_wal >= %s FROM pg_stat_archiver"
        assert wait_until(lambda: connection.execute(done, [piece]).fetchone()[0], 90), "nothing was archived"


def test_changes_are_handed_over_by_themselves_within_the_stated_seconds(environment, saved):
    with saved, saved.connect() as connection:
        count = "SELECT archived_count FROM pg_stat_archiver"
        before = connection.execute(count).fetchone()[0]
        write_row(saved, "een wijziging")
        assert wait_until(lambda: connection.execute(count).fetchone()[0] > before, environment.backup_seconds + 20)


def test_a_destroyed_data_folder_comes_back_with_rows_and_files_from_after_the_base_copy(environment, saved):
    with saved:
        write_row(saved, "voor de back-up")
        store_file(environment, "aa11", b"een")
        backup.make_backup(environment, saved)
        write_row(saved, "na de back-up")
        store_file(environment, "bb22", b"twee")
        backup.copy_files(environment, backup.backup_folder(environment))
        wait_for_archive(saved)
    shutil.rmtree(environment.data_path / "database")
    shutil.rmtree(environment.data_path / "files")

    again = embedded_cluster(environment)
    backup.restore(environment, again, None)
    with again:
        assert rows_in(again) == ["na de back-up", "voor de back-up"]
        write_row(again, "en het leven gaat door")
    assert (environment.data_path / "files" / "aa" / "aa11").read_bytes() == b"een"
    assert (environment.data_path / "files" / "bb" / "bb22").read_bytes() == b"twee"


def test_a_restore_stops_at_the_moment_that_was_asked(environment, saved):
    with saved:
        backup.make_backup(environment, saved)
        moment = write_row(saved, "goed")
        time.sleep(0.01)
        write_row(saved, "een vergissing")
        wait_for_archive(saved)
    backup.restore(environment, saved, moment)
    with saved:
        assert rows_in(saved) == ["goed"]
    assert list(saved.places.home.glob("data.before-*")), "the folder as it was is kept"


def test_a_moment_after_the_last_change_that_was_saved_is_refused_clearly(environment, saved):
    with saved:
        backup.make_backup(environment, saved)
    with pytest.raises(DatabaseRefused, match="geen wijzigingen tot dat moment"):
        backup.restore(environment, saved, datetime.now(UTC) + timedelta(hours=1))


def test_a_moment_from_before_the_first_copy_is_refused_and_nothing_happens(environment, saved):
    with saved:
        write_row(saved, "blijft")
        backup.make_backup(environment, saved)
    with pytest.raises(DatabaseRefused, match="staat geen back-up van vóór 01-01-2020"):
        backup.restore(environment, saved, datetime(2020, 1, 1, 12, tzinfo=UTC))
    with saved:
        assert rows_in(saved) == ["blijft"]


def test_a_restore_is_refused_while_stoep_runs(environment, saved):
    with saved:
        backup.make_backup(environment, saved)
        with pytest.raises(AlreadyRunning, match="draait al"):
            backup.restore(environment, embedded_cluster(environment), None)


def test_only_the_newest_copies_and_the_changes_that_they_need_are_kept(environment, saved):
    folder = backup.backup_folder(environment)
    with saved:
        for number in range(3):
            write_row(saved, str(number))
            copy = backup.make_backup(environment, saved)
            copy.rename(copy.with_name(f"2026010{number}T000000Z"))
        last = backup.make_backup(environment, saved)
        write_row(saved, "daarna")
        wait_for_archive(saved)
    assert [copy.name for copy in folder.copies()] == ["20260102T000000Z", last.name]
    needed = backup.first_piece(folder.copies()[0])
    kept = [piece.name[8:24] for piece in folder.wal.glob("*/*.gz")]
    assert kept
    assert min(kept) >= needed


def test_a_copy_that_was_cut_short_does_not_count(environment, saved):
    folder = backup.backup_folder(environment)
    (folder.base / "20260101T000000Z.part").mkdir()
    with pytest.raises(DatabaseRefused, match="staat geen back-up"):
        folder.copy_before(None)
    with saved:
        backup.make_backup(environment, saved)
    assert not list(folder.base.glob("*.part"))


def test_a_backup_is_for_its_owner_only(environment, saved):
    with saved:
        copy = backup.make_backup(environment, saved)
    assert copy.parent.stat().st_mode & 0o077 == 0
    assert (copy / "password-stoep").stat().st_mode & 0o777 == 0o600


def test_a_backup_is_due_after_its_time_and_when_a_night_was_missed(environment, tmp_path):
    folder = backup.BackupFolder(tmp_path)
    night = datetime(2026, 12, 3, 3, 30, tzinfo=UTC)
    assert backup.is_due(folder, "03:30", night)
    copy = folder.base / "20261202T033000Z"
    copy.mkdir(parents=True)
    (copy / "about.json").write_text(f'{{"started": "{night - timedelta(days=1)}", "finished": "{night}"}}')
    assert not backup.is_due(folder, "03:30", night - timedelta(minutes=1))
    assert backup.is_due(folder, "03:30", night)
    assert backup.is_due(folder, "03:30", night + timedelta(days=2))


def test_an_export_fills_an_empty_database_and_refuses_a_full_one(environment, saved, tmp_path):
    file = tmp_path / "alles.dump"
    with saved:
        write_row(saved, "verhuist mee")
    export(environment, file)
    with pytest.raises(CommandRefused, match="niet leeg"):
        import_(environment, file)
    shutil.rmtree(saved.places.data)
    import_(environment, file)
    with saved:
        assert rows_in(saved) == ["verhuist mee"]


def test_a_database_that_is_made_anew_saves_its_changes_beside_those_of_the_old_one(environment, saved):
    with saved:
        write_row(saved, "oud")
        backup.make_backup(environment, saved)
        write_row(saved, "later")
        wait_for_archive(saved)
    shutil.rmtree(saved.places.data)
    with saved:
        write_row(saved, "nieuw")
        wait_for_archive(saved)
        backup.make_backup(environment, saved)
    first, last = backup.backup_folder(environment).copies()
    assert backup.about(first)["system"] != backup.about(last)["system"]
    backup.restore(environment, saved, datetime.fromisoformat(backup.about(first)["finished"]))
    with saved:
        assert rows_in(saved) == ["oud"]


def test_a_moment_is_read_as_dutch_time():
    assert read_moment("2026-12-03 14:30").utcoffset() == timedelta(hours=1)
    with pytest.raises(CommandRefused, match="geen tijdstip"):
        read_moment("gisteren")


def test_a_folder_that_the_server_cannot_write_is_refused(environment, tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root has a server under another user")
    closed = Path(tmp_path / "dicht")
    closed.mkdir(mode=0o700)
    cluster = embedded_cluster(environment)
    with pytest.raises(DatabaseRefused, match="STOEP_BACKUP_DIR"):
        backup.prepare_folder(backup.BackupFolder(closed / "backup"), cluster)
