"""Files under the hash of their content, on disk and in a bucket: one contract."""

import errno
import hashlib
import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stoep.foundation import storage
from stoep.foundation.errors import Unavailable
from stoep.foundation.storage.bucket import BucketStorage
from stoep.foundation.storage.contract import path_of
from stoep.foundation.storage.disk import DiskStorage
from stoep.foundation.tasks import check_files

TEXT = b"De stoeptegel ligt los."
SHA = hashlib.sha256(TEXT).hexdigest()
NOWHERE = hashlib.sha256(b"nowhere").hexdigest()
KEYS = {"region": "eu-west-1", "access_key": "AKIATEST", "secret": "secret"}


@pytest.fixture(params=["disk", "bucket"])
def place(request, tmp_path):
    """A place for files, and a way to damage a file in it."""
    if request.param == "disk":
        files = DiskStorage(tmp_path / "files")
        return files, lambda sha, data: (files.folder / path_of(sha)).write_bytes(data)
    client = request.getfixturevalue("s3")
    files = BucketStorage("s3://havendam/bestanden", endpoint=request.getfixturevalue("s3_server"), **KEYS)
    return files, lambda sha, data: client.put_object(Bucket="havendam", Key=f"bestanden/{path_of(sha)}", Body=data)


@pytest.fixture
def files(place):
    return place[0]


# The contract.


@pytest.mark.parametrize("given_as", [bytes, io.BytesIO])
def test_what_is_stored_comes_back(files, given_as):
    assert files.store(given_as(TEXT)) == storage.Stored(SHA, len(TEXT))
    assert files.exists(SHA)
    with files.open_stored(SHA) as file:
        assert file.read() == TEXT


def test_an_empty_file_is_a_file(files):
    stored = files.store(b"")
    assert stored.size == 0
    with files.open_stored(stored.sha256) as file:
        assert file.read() == b""


def test_the_same_content_is_kept_once(files):
    assert files.store(TEXT) == files.store(io.BytesIO(TEXT))
    assert list(files.hashes()) == [SHA]


def test_a_file_of_many_parts_comes_back_whole_and_can_be_read_anywhere(files):
    data = os.urandom(19_000_003)
    stored = files.store(io.BytesIO(data))
    assert stored == storage.Stored(hashlib.sha256(data).hexdigest(), len(data))
    with files.open_stored(stored.sha256) as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == stored.sha256
        file.seek(9_000_000)
        assert file.read(100) == data[9_000_000:9_000_100]
        assert file.seek(-3, io.SEEK_END) == len(data) - 3
        assert file.read() == data[-3:]
        file.seek(5)
        assert file.tell() == 5


def test_content_is_read_in_pieces(files):
    asked = []

    class Watched(io.BytesIO):
        def read(self, size=-1, /):
            asked.append(size)
            return super().read(size)

    files.store(Watched(bytes(5_000_000)))
    assert 0 < max(asked) <= 1024 * 1024
    assert -1 not in asked


def test_what_is_not_there_is_refused_in_dutch(files):
    assert not files.exists(NOWHERE)
    with pytest.raises(storage.NotStored, match="functioneel beheerder"):
        files.open_stored(NOWHERE)


@pytest.mark.parametrize(
    "name", ["", "abc", "../../etc/passwd", "/etc/passwd", SHA.upper(), SHA + "\n", SHA + "/x", "." * 64, "٠" * 64]
)
def test_what_is_no_hash_never_becomes_a_path(files, name):
    files.store(TEXT)
    assert not files.exists(name)
    for ask in (files.open_stored, files.delete):
        with pytest.raises(storage.NotStored):
            ask(name)
    assert list(files.hashes()) == [SHA]


def test_what_is_deleted_is_gone_and_may_be_deleted_again(files):
    files.store(TEXT)
    files.delete(SHA)
    files.delete(SHA)
    assert not files.exists(SHA)
    assert list(files.hashes()) == []


def test_a_reader_that_fails_halfway_leaves_nothing(files):
    class Failing(io.BytesIO):
        def read(self, size=-1, /):
            if self.tell() > 2_000_000:
                raise ConnectionResetError("the browser went away")
            return super().read(size)

    with pytest.raises(ConnectionResetError):
        files.store(Failing(bytes(9_000_000)))
    assert list(files.hashes()) == []


def test_the_check_finds_a_damaged_file_and_storing_again_mends_it(place):
    files, damage = place
    files.store(TEXT)
    other = files.store(b"ander bestand")
    assert files.check_all() == storage.Checked(2, len(TEXT) + other.size, ())
    damage(SHA, TEXT.replace(b"los", b"vas"))
    assert files.check_all().damaged == (SHA,)
    damage(SHA, TEXT[:5])
    assert files.check_all().damaged == (SHA,)
    files.store(TEXT)
    assert files.check_all().damaged == ()


def test_many_at_once_store_the_same_and_different_files(files):
    contents = [TEXT, *(f"bestand {number}".encode() for number in range(7))]
    errors = []

    def work():
        try:
            for content in contents:
                assert files.store(content).sha256 == hashlib.sha256(content).hexdigest()
        except Exception as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert files.check_all() == storage.Checked(8, sum(map(len, contents)), ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=5000))
def test_any_content_comes_back(files, data):
    stored = files.store(data)
    with files.open_stored(stored.sha256) as file:
        assert file.read() == data


# On disk.


@pytest.fixture
def on_disk(tmp_path):
    return DiskStorage(tmp_path / "files")


def everything(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_only_the_owner_can_read(on_disk):
    on_disk.store(TEXT)
    path = on_disk.folder / SHA[:2] / SHA[2:4] / SHA
    assert path.stat().st_mode & 0o777 == 0o600
    for folder in (path.parent, path.parent.parent, on_disk.folder, on_disk.incoming):
        assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("call", ["fsync", "mkstemp", "replace"])
def test_a_full_disk_is_a_clear_refusal_and_leaves_no_half_file(on_disk, monkeypatch, code, call):
    on_disk.store(b"eerder")
    before = everything(on_disk.folder)

    def full(*args, **kwargs):
        raise OSError(code, os.strerror(code))

    targets = {
        "fsync": ("os.fsync",),
        "mkstemp": ("tempfile.mkstemp",),
        "replace": ("pathlib.Path.replace",),
    }
    for target in targets[call]:
        monkeypatch.setattr(target, full)
    with pytest.raises(storage.StorageFull, match="later nog eens"):
        on_disk.store(TEXT)
    monkeypatch.undo()
    assert everything(on_disk.folder) == before
    assert not on_disk.exists(SHA)
    assert on_disk.store(TEXT).sha256 == SHA


FILL = """
import os, pathlib, subprocess, sys
from stoep.foundation.storage import StorageFull
from stoep.foundation.storage.disk import DiskStorage
import stoep.foundation.storage.contract as contract
folder = pathlib.Path(sys.argv[1])
contract.StorageFull.message = "vol"
done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True)
if done.returncode:
    sys.exit(77)
files = DiskStorage(folder / "files")
small = files.store(b"klein")
try:
    files.store(os.urandom(9_000_000))
except StorageFull:
    left = [p for p in folder.rglob("*") if p.is_file()]
    assert left == [folder / "files" / contract.path_of(small.sha256)], left
    files.store(os.urandom(1_000_000))
    sys.exit(0)
sys.exit(1)
"""


@pytest.mark.faults
def test_a_disk_that_is_really_full_is_a_refusal_and_has_room_again_after(tmp_path):
    command = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", FILL, str(tmp_path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("no unshare here: a small disk of our own cannot be made")
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this machine does not let us make a small disk of our own")
    assert done.returncode == 0, done.stderr


def test_a_file_that_the_disk_gives_back_otherwise_is_not_accepted(on_disk, monkeypatch):
    monkeypatch.setattr("stoep.foundation.storage.disk.hash_of", lambda file: NOWHERE)
    with pytest.raises(Unavailable):
        on_disk.store(TEXT)
    assert everything(on_disk.folder) == []


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path):
    in_the_way = tmp_path / "files"
    in_the_way.write_text("een bestand, geen map")
    with pytest.raises(Unavailable, match="werkt niet"):
        DiskStorage(in_the_way).store(TEXT)


def test_what_a_killed_writer_left_is_removed_after_a_day(on_disk):
    on_disk.store(TEXT)
    old, young = on_disk.incoming / "old", on_disk.incoming / "young"
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(old, (time.time() - 90_000,) * 2)
    on_disk.check_all()
    assert not old.exists()
    assert young.exists()
    assert list(on_disk.hashes()) == [SHA]


KILLED = """
import os, signal, sys, io, pathlib
from stoep.foundation.storage.disk import DiskStorage

class Deadly(io.BytesIO):
    def read(self, size=-1, /):
        if self.tell() > 3_000_000:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(size)

DiskStorage(pathlib.Path(sys.argv[1])).store(Deadly(bytes(9_000_000)))
"""


@pytest.mark.faults
def test_a_writer_that_is_killed_leaves_no_file_under_a_name(on_disk):
    done = subprocess.run([sys.executable, "-c", KILLED, str(on_disk.folder)], capture_output=True, check=False)
    assert done.returncode == -9
    assert list(on_disk.hashes()) == []
    assert on_disk.check_all().damaged == ()


# By setting.


def test_the_settings_choose_disk_or_bucket(settings, tmp_path, s3, s3_server):
    settings.DATA = tmp_path
    storage.store(TEXT)
    assert (tmp_path / "files" / path_of(SHA)).read_bytes() == TEXT
    settings.ENVIRONMENT = msgspec.structs.replace(
        django_settings.ENVIRONMENT,
        s3_url="s3://havendam/bestanden",
        s3_endpoint=s3_server,
        s3_access_key="AKIATEST",
        s3_secret_key="secret",
    )
    assert not storage.exists(SHA)
    storage.store(TEXT)
    assert s3.get_object(Bucket="havendam", Key=f"bestanden/{path_of(SHA)}")["Body"].read() == TEXT
    with storage.open_stored(SHA) as file:
        assert file.read() == TEXT
    assert list(storage.stored_hashes()) == [SHA]
    assert storage.check_all().files == 1
    storage.delete(SHA)
    assert not storage.exists(SHA)
    assert Path(tmp_path / "files" / path_of(SHA)).exists()


def test_the_nightly_check_is_silent_about_whole_files_and_names_damaged_ones(settings, tmp_path):
    settings.DATA = tmp_path
    storage.store(TEXT)
    check_files.func()
    (tmp_path / "files" / path_of(SHA)).write_bytes(b"bedorven")
    with pytest.raises(storage.FilesDamaged, match=SHA):
        check_files.func()
