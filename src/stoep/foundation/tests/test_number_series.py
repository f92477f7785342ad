"""Readable numbers that count up within a year."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from stoep.foundation.number_series import next_number


@pytest.mark.django_db
def test_each_series_and_year_counts_from_one():
    assert [next_number("proef", 2026) for _ in range(3)] == [1, 2, 3]
    assert next_number("proef", 2027) == 1
    assert next_number("anders", 2026) == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_different_numbers_also_on_the_first_of_the_year():
    def take(_):
        try:
            with transaction.atomic():
                return next_number("drukte", 2026)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(take, range(80)))

    assert sorted(numbers) == list(range(1, 81))


@pytest.mark.parametrize("name", ["", "Zaak", "zaak;drop", "zaak_1", "z" * 31])
def test_a_name_that_could_be_code_is_refused(name):
    with pytest.raises(ValueError, match="nummerreeks"):
        next_number(name, 2026)
