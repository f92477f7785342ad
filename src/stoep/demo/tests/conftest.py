"""One Havendam for all tests of a module: building it takes seconds, so each test only borrows it."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site

from stoep.demo.building import ensure_demo

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # eighteen passwords as they are kept take half a minute


def of_a_test():
    """A block that is rolled back afterwards, in which what must be committed by itself may run, as in Django's TestCase."""
    block = transaction.atomic()
    block._from_testcase = True
    return block


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, tmp_path_factory):
    with (
        django_db_blocker.unblock(),
        override_settings(DATA=tmp_path_factory.mktemp("data"), PASSWORD_HASHERS=QUICK),
        of_a_test(),
    ):
        ensure_demo()
        yield
        transaction.set_rollback(True)
    cache.clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def havendam(built):
    with of_a_test():
        yield
        transaction.set_rollback(True)
