"""Downloading documents."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from PIL import Image

from stoep.documenten.queries import LINK_IS_VALID, download_path, signed_path
from stoep.documenten.testing import make_document
from stoep.foundation import clock
from stoep.toegang.testing import make_account, sign_in_client

pytestmark = pytest.mark.django_db


def photo(size=(1200, 900)):
    made = io.BytesIO()
    Image.new("RGB", size, "navy").save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def noor():
    client = Client()
    sign_in_client(client, make_account("documenten.read"))
    return client


def body(response):
    return response.getvalue() if response.streaming else response.content


def test_an_employee_with_the_right_downloads_it_as_an_attachment(noor):
    document = make_document(inhoud=b"<script>alert(1)</script>", formaat="text/html", bestandsnaam="tegel é.html")

    response = noor.get(download_path(document.pk))

    assert response.status_code == 200
    assert body(response) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Content-Length"] == "25"


def test_a_photo_is_shown_in_the_browser(noor):
    document = make_document(inhoud=photo(), formaat="image/jpeg", bestandsnaam="tegel.jpg")

    assert noor.get(download_path(document.pk))["Content-Disposition"] == 'inline; filename="tegel.jpg"'


def test_a_thumbnail_is_made_once_and_is_small(noor):
    document = make_document(inhoud=photo(), formaat="image/jpeg", bestandsnaam="tegel.jpg")

    first = noor.get(download_path(document.pk, klein=True))
    second = noor.get(download_path(document.pk, klein=True))

    assert first.content == second.content
    assert max(Image.open(io.BytesIO(first.content)).size) == 480
    assert first["ETag"] != noor.get(download_path(document.pk))["ETag"]


def test_who_has_it_already_gets_no_second_copy(noor):
    document = make_document()
    tag = noor.get(download_path(document.pk))["ETag"]

    response = noor.get(download_path(document.pk), headers={"If-None-Match": tag})

    assert response.status_code == 304


@pytest.mark.parametrize(
    ("asked", "status", "content"),
    [
        ("bytes=0-3", 206, b"0123"),
        ("bytes=8-", 206, b"89"),
        ("bytes=-3", 206, b"789"),
        ("bytes=5-99", 206, b"56789"),
        ("bytes=99-", 416, b""),
        ("bytes=5-2", 416, b""),
        ("bytes=0-1,4-5", 200, b"0123456789"),
        ("onzin", 200, b"0123456789"),
        ("bytes=-", 200, b"0123456789"),
    ],
)
def test_a_part_can_be_asked_for(noor, asked, status, content):
    document = make_document(inhoud=b"0123456789")

    response = noor.get(download_path(document.pk), headers={"Range": asked})

    assert response.status_code == status
    assert body(response) == content


def test_without_signing_in_one_is_sent_to_the_door(client):
    document = make_document()

    response = client.get(download_path(document.pk))

    assert response.status_code == 302
    assert response["Location"].startswith("/werkplek/inloggen/")


def test_without_the_right_it_does_not_exist(client):
    sign_in_client(client, make_account("zaken.open"))

    assert client.get(download_path(make_document().pk)).status_code == 404


def test_a_signed_link_opens_one_document_without_login(client):
    document = make_document(inhoud=b"voor Youssef")

    assert body(client.get(signed_path(document.pk))) == b"voor Youssef"


def test_a_wrong_link_and_an_old_link_look_the_same(client):
    document = make_document()
    path = signed_path(document.pk)
    with clock.at(clock.now() - timedelta(seconds=LINK_IS_VALID + 60)):
        old = signed_path(document.pk)

    answers = [client.get(path[:-2] + "x/"), client.get(old), client.get("/documenten/v/onzin/")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert answers[0].content == answers[1].content == answers[2].content


@pytest.mark.parametrize("number", [1, 10, 100])
def test_downloading_takes_as_many_queries_whatever_else_there_is(noor, number, django_assert_max_num_queries):
    documents = [make_document() for _ in range(number)]
    noor.get(download_path(documents[0].pk))

    with django_assert_max_num_queries(8):
        noor.get(download_path(documents[0].pk))
