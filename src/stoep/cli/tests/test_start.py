"""Everything starts with one command, stays up, and leaves nothing behind."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from stoep.cli.databases import import_, run
from stoep.cli.main import main
from stoep.cli.postgres.binaries import find_binaries
from stoep.cli.postgres.for_tests import scratch_place
from stoep.cli.postgres.processes import wait_until
from stoep.config.environment import Environment

pytestmark = [pytest.mark.faults, pytest.mark.xdist_group("stoep-start")]


class Stoep:
    """A running `stoep start` that a test may kill."""

    def __init__(self, folder, port, **variables):
        self.folder, self.port = folder, port
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STOEP_")}
        kept.pop("DATABASE_URL", None)
        self.variables = kept | {"STOEP_DATA_DIR": str(folder), "PORT": str(port), "STOEP_MODE": "test"} | variables
        self.process = None
        self.log = folder.parent / f"{folder.name}.log"

    def start(self):
        with self.log.open("ab") as output:
            command = [sys.executable, "-m", "stoep.cli.main", "start"]
            self.process = subprocess.Popen(command, env=self.variables, stdout=output, stderr=output)
        return self

    def said(self):
        return self.log.read_text()

    def wait(self, seconds=120):
        assert wait_until(lambda: self.answers() or self.process.poll() is not None, seconds), self.said()
        assert self.process.poll() is None, self.said()
        return self

    def answers(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def family(self):
        found = []
        for process in psutil.process_iter(["environ", "cwd"]):
            variables = process.info["environ"] or {}
            in_data = (process.info["cwd"] or "").startswith(str(self.folder))
            if in_data or variables.get("STOEP_DATA_DIR") == str(self.folder):
                found.append(process)
        return found

    def wait_for(self, part):
        """The process of one part, once it is there."""
        assert wait_until(lambda: self.parts(part), 30), self.said()
        return self.parts(part)[0]

    def parts(self, part):
        found = []
        for process in self.family():
            try:
                if part in " ".join(process.cmdline()):
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def kill_all(self):
        for process in self.family():
            with contextlib.suppress(psutil.NoSuchProcess):  # it died with its parent, just before us
                process.kill()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(40)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def stoep(test_database):
    """One installation for all tests here, its database filled from the template of the tests."""
    root = Path(tempfile.mkdtemp(prefix="stoep-start-", dir=scratch_place()))
    root.chmod(0o711)
    made = Stoep(root / "var", free_port())
    dump = root / "sjabloon.dump"
    template = test_database.url.replace(test_database.name, test_database.template)
    run([find_binaries().program("pg_dump"), "--format=custom", "--no-owner", "--file", str(dump)], template)
    import_(Environment(data_dir=str(made.folder)), dump)
    yield made
    made.kill_all()
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def running(stoep):
    if not stoep.process or stoep.process.poll() is not None:
        stoep.start()
    return stoep.wait()


def test_it_says_where_it_is_and_a_second_start_says_that_it_already_runs(running):
    assert wait_until(lambda: f"http://127.0.0.1:{running.port}" in running.said(), 10)
    command = [sys.executable, "-m", "stoep.cli.main", "start"]
    second = subprocess.run(command, env=running.variables, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "Stoep draait al" in second.stderr
    assert running.answers()


@pytest.mark.parametrize("part", ["cli.main worker", "cli.main web", "postgres -D"])
def test_a_part_that_is_killed_comes_back(running, part):
    victim = running.wait_for(part)
    victim.kill()
    assert wait_until(lambda: [one for one in running.parts(part) if one.pid != victim.pid], 30), running.said()
    assert wait_until(running.answers, 30), running.said()


def test_nothing_lives_on_when_the_starter_is_killed_and_the_next_start_prepares_nothing(running):
    family = running.family()
    running.process.kill()
    running.process.wait()
    before = len(running.said())
    running.start().wait()
    assert "klaarmaken" not in running.said()[before:]
    assert wait_until(lambda: not [one for one in family if one.is_running() and one.status() != "zombie"], 20)


def test_killing_everything_at_once_does_not_prevent_the_next_start(running):
    running.kill_all()
    running.process.wait()
    running.start().wait()


def test_ctrl_c_stops_everything(running):
    assert running.stop() == 0
    assert not running.family()
    assert not running.answers()


def test_a_port_in_use_is_named_and_nothing_is_started(stoep):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        here = Stoep(stoep.folder.parent / "ander", other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "stoep.cli.main", "start"], env=here.variables, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 1
        assert "draait al iets" in done.stderr
        assert not here.family()


@pytest.mark.soak
def test_the_demo_starts_from_nothing():
    root = Path(tempfile.mkdtemp(prefix="stoep-demo-", dir="/tmp"))
    root.chmod(0o711)
    demo = Stoep(root / "var", free_port(), STOEP_MODE="demo")
    try:
        demo.start().wait(240)
        assert demo.wait_for("demo mail")
        assert demo.wait_for("cli.main worker")
        assert demo.stop() == 0
        assert not demo.family()
    finally:
        demo.kill_all()
        shutil.rmtree(root, ignore_errors=True)


PRODUCTION = Environment(mode="production", secret_key="s" * 60, hosts="x", smtp_host="x", base_url="https://x")


@pytest.mark.parametrize("command", [["demo", "mail"], ["demo", "history"], ["demo", "reset", "--ja"]])
def test_the_parts_of_the_demo_refuse_to_start_in_production(command, monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith("STOEP_")]:
        monkeypatch.delenv(name)
    for field in ("secret_key", "hosts", "smtp_host", "base_url"):
        monkeypatch.setenv(f"STOEP_{field.upper()}", getattr(PRODUCTION, field))
    monkeypatch.setenv("STOEP_MODE", "production")
    monkeypatch.setenv("STOEP_DATA_DIR", str(tmp_path / "var"))
    with pytest.raises(SystemExit, match="De demo start niet"):
        main(command)
    assert not (tmp_path / "var").exists()


def test_in_production_the_demo_has_no_pages():
    code = (
        "import django; django.setup()\n"
        "from django.urls import resolve, Resolver404\n"
        "for path in ('/demo/mailbox/', '/demo/', '/demo/inloggen/'):\n"
        "    match = resolve(path)\n"
        "    assert 'wagtail' in match.func.__module__, path\n"
        "from django.conf import settings\n"
        "assert 'stoep.demo' not in settings.INSTALLED_APPS\n"
    )
    variables = {name: value for name, value in os.environ.items() if not name.startswith("STOEP_")} | {
        "STOEP_MODE": "production",
        "DATABASE_URL": "postgresql://x@127.0.0.1/x",
        "DJANGO_SETTINGS_MODULE": "stoep.config.settings",
    }
    for field in ("secret_key", "hosts", "smtp_host", "base_url"):
        variables[f"STOEP_{field.upper()}"] = getattr(PRODUCTION, field)
    done = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
