"""A data folder of its own for each test that starts a server."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from stoep.cli.postgres.cluster import Cluster
from stoep.cli.postgres.for_tests import scratch_place

QUICK = {"fsync": "off", "full_page_writes": "off"}


@pytest.fixture(autouse=True)
def own_umask():
    """The command sets it for its process; here that is the test's."""
    earlier = os.umask(0o022)
    yield
    os.umask(earlier)


@pytest.fixture(scope="session")
def fresh_data(tmp_path_factory):
    """A data folder that was just made, to copy: initdb takes a second each time."""
    root = Path(tempfile.mkdtemp(prefix="stoep-cli-", dir=scratch_place()))
    root.chmod(0o711)
    cluster = Cluster(root, settings=QUICK)
    with cluster:
        pass
    yield cluster.places.home
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def data_root(fresh_data):
    """The root of an installation whose database stands ready, stopped."""
    root = Path(tempfile.mkdtemp(prefix="stoep-cli-", dir=scratch_place()))
    root.chmod(0o711)
    shutil.copytree(fresh_data, root / "database", symlinks=True, ignore=shutil.ignore_patterns("socket", "lock"))
    (root / "database").chmod(0o711)
    data = fresh_data / "data"
    for path in [root / "database" / "data", *(root / "database" / "data").rglob("*")]:
        shutil.chown(path, data.stat().st_uid, data.stat().st_gid)
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def cluster(data_root):
    """A server that is not started; stopped at the end whatever happened."""
    made = Cluster(data_root, settings=QUICK)
    yield made
    made.stop()
