"""The database that tests get."""

import subprocess
import sys

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection


@pytest.mark.django_db
def test_a_test_gets_a_clone_of_the_migrated_template(test_database):
    assert connection.settings_dict["NAME"] == test_database.name
    assert ContentType.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_test_that_really_commits_leaves_no_trace_1():
    ContentType.objects.create(app_label="spoor", model="spoor")


@pytest.mark.django_db(transaction=True)
def test_a_test_that_really_commits_leaves_no_trace_2():
    assert ContentType.objects.exists()
    assert not ContentType.objects.filter(app_label="spoor").exists()


def test_a_program_that_a_test_starts_sees_the_same_database(database_url):
    ContentType.objects.create(app_label="van", model="mij")
    code = (
        "import psycopg,sys; print(psycopg.connect(sys.argv[1]).execute("
        "\"SELECT count(*) FROM django_content_type WHERE app_label = 'van'\").fetchone()[0])"
    )
    assert subprocess.check_output([sys.executable, "-c", code, database_url], text=True).strip() == "1"
