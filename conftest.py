"""What every test shares: the database, people and fakes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker

from stoep.cli.postgres.for_tests import TestDatabase

# No test judges time, on a busy machine least of all. `--hypothesis-profile=thorough` tries many more examples.
settings.register_profile("stoep", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("stoep"), max_examples=2000)
settings.load_profile("stoep")


@pytest.fixture(scope="session")
def test_database(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[TestDatabase]:
    """This test process's own database: a clone of one migrated template."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock():
        database = TestDatabase(worker, rebuild=request.config.getvalue("create_db"))
    yield database
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(scope="session")
def django_db_setup(test_database: TestDatabase) -> Iterator[None]:
    """pytest-django's database is our clone; a test that committed leaves a fresh clone behind."""
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _self: test_database.clone())
    yield
    patch.undo()


@pytest.fixture
def database_url(test_database: TestDatabase, transactional_db: None) -> str:
    """The address of this test's database, for programs that the test starts."""
    return test_database.url
