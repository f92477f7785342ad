"""Counting tries, and links that open one thing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation import clock, links, ratelimit
from stoep.foundation.errors import NotFound, TooMany
from stoep.foundation.models import RateCount


@pytest.mark.django_db
def test_the_try_after_the_last_is_refused_until_the_time_is_over():
    start = clock.now()
    with clock.at(start):
        for _ in range(3):
            ratelimit.limit("inloggen:noor", times=3, seconds=60)
        with pytest.raises(TooMany):
            ratelimit.limit("inloggen:noor", times=3, seconds=60)
        ratelimit.limit("inloggen:bram", times=3, seconds=60)
    with clock.at(start + timedelta(seconds=61)):
        ratelimit.limit("inloggen:noor", times=3, seconds=60)


@pytest.mark.django_db
def test_the_table_of_counts_names_nobody_and_is_emptied():
    ratelimit.limit("mail:noor@example.nl", times=3, seconds=60)

    assert "noor" not in RateCount.objects.get().key
    with clock.at(clock.now() + timedelta(hours=1)):
        assert ratelimit.forget_expired() == 1


@pytest.mark.django_db(transaction=True)
def test_a_count_inside_a_transaction_that_could_undo_it_is_refused():
    from django.db import transaction

    with pytest.raises(RuntimeError), transaction.atomic():
        ratelimit.limit("inloggen:noor", times=3, seconds=60)


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_a_link_gives_back_what_was_signed(value):
    assert links.unsign("melding", links.sign("melding", value)) == value


@given(st.text(max_size=120))
def test_a_token_that_was_never_given_is_not_found(token):
    with pytest.raises(NotFound):
        links.unsign("melding", token)


def test_a_link_is_for_one_purpose_and_expires():
    token = links.sign("melding", "7")

    with pytest.raises(NotFound):
        links.unsign("document", token)
    with pytest.raises(NotFound):
        links.unsign("melding", token[:-1] + ("a" if token[-1] != "a" else "b"))
    with clock.at(clock.now() + timedelta(days=2)):
        assert links.unsign("melding", token, max_age=timedelta(days=3)) == "7"
        with pytest.raises(NotFound):
            links.unsign("melding", token, max_age=timedelta(days=1))
