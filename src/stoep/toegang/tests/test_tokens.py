"""A token is believed only when it is exactly what the norm asks; whatever else arrives is refused, never an error."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.toegang.errors import (
    NotAuthenticated,
    TokenExpired,
    TokenNotYetValid,
    TokenRefused,
    TokenSignatureWrong,
    TokenUnreadable,
)
from stoep.toegang.tokens import LONGEST_NAME, MOST_BYTES, Claims, read_token, sign_token, to_base64

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SECRET = b"een geheim van de zaakafhandeling"
EARLIER = b"het vorige geheim"
KOP = {"typ": "JWT", "alg": "HS256"}
PAYLOAD = {"iss": "zac", "iat": int(NOW.timestamp()), "client_id": "zac", "user_id": "noor"}


def secrets_of(client_id):
    return {"zac": (SECRET, EARLIER), "leeg": ()}.get(client_id, ())


def signed(kop=KOP, payload=PAYLOAD, secret=SECRET, digest="sha256"):
    """A header with whatever somebody wants to sign."""
    parts = [part if isinstance(part, bytes) else to_base64(msgspec.json.encode(part)) for part in (kop, payload)]
    body = b".".join(parts)
    return b"Bearer " + body + b"." + to_base64(hmac.digest(secret, body, digest))


def read(header):
    return read_token(header, NOW, secrets_of)


def test_a_token_of_the_norm_says_which_application_and_which_user():
    token = sign_token("zac", SECRET, NOW, user_id="noor", user_representation="Noor Bakker")

    for header in (f"Bearer {token}", f"bearer  {token} ", f"Bearer {token}".encode()):
        assert read(header) == Claims("zac", int(NOW.timestamp()), "noor", "Noor Bakker")
    assert read(signed(secret=EARLIER)).client_id == "zac"


REFUSED = [
    (None, NotAuthenticated),
    ("", NotAuthenticated),
    ("Bearer ", TokenUnreadable),
    ("Token abc", TokenUnreadable),
    ("Bearer a.b", TokenUnreadable),
    ("Bearer a.b.c.d", TokenUnreadable),
    ("Bearer é.é.é", TokenUnreadable),
    ("Bearer " + "a" * MOST_BYTES, TokenUnreadable),
    (signed({"typ": "JWT", "alg": "none"}), TokenUnreadable),
    (signed({"typ": "JWT", "alg": "none"}).rpartition(b".")[0] + b".", TokenUnreadable),
    (signed({"typ": "JWT", "alg": "hs256"}), TokenUnreadable),
    (signed({"typ": "JWT", "alg": "RS256"}), TokenUnreadable),
    (signed({"typ": "JWT", "alg": "HS512"}, digest="sha512"), TokenUnreadable),
    (signed({"alg": "HS256"}), TokenUnreadable),
    (signed({"typ": "JWE", "alg": "HS256"}), TokenUnreadable),
    (signed({"typ": "JWT", "alg": ["HS256"]}), TokenUnreadable),
    (signed({**KOP, "crit": ["b64"], "b64": False}), TokenUnreadable),
    (signed([KOP]), TokenUnreadable),
    (signed(payload=[PAYLOAD]), TokenUnreadable),
    (signed(payload=to_base64(b"[" * 5000)), TokenUnreadable),
    (signed(payload=to_base64(b'{"iat":1,"x":' + b"[" * 5000)), TokenUnreadable),
    (signed(payload=to_base64(b"\xff\xfe")), TokenUnreadable),
    (signed(payload=b"AAAAA"), TokenUnreadable),
    (signed(payload={"client_id": "zac"}), TokenUnreadable),
    (signed(payload={"iat": PAYLOAD["iat"]}), TokenUnreadable),
    (signed(payload={**PAYLOAD, "iss": "een-ander"}), TokenUnreadable),
    (signed(payload={**PAYLOAD, "client_id": ""}), TokenUnreadable),
    (signed(payload={**PAYLOAD, "client_id": {"$ne": 1}}), TokenUnreadable),
    (signed(payload={**PAYLOAD, "iat": str(PAYLOAD["iat"])}), TokenUnreadable),
    (signed(payload={**PAYLOAD, "iat": True}), TokenUnreadable),
    (signed(secret=b"geraden"), TokenSignatureWrong),
    (signed(secret=b"", payload={**PAYLOAD, "iss": "leeg", "client_id": "leeg"}), TokenSignatureWrong),
    (signed(secret=b"", payload={**PAYLOAD, "iss": "onbekend", "client_id": "onbekend"}), TokenSignatureWrong),
    (signed(digest="sha512"), TokenSignatureWrong),
    (signed()[:-1], TokenSignatureWrong),
    (signed() + b"A", TokenSignatureWrong),
    (signed(payload={**PAYLOAD, "exp": PAYLOAD["iat"] - 61}), TokenExpired),
    (signed(payload={**PAYLOAD, "nbf": PAYLOAD["iat"] + 61}), TokenNotYetValid),
    (signed(payload={**PAYLOAD, "iat": 10**300}), TokenNotYetValid),
    (signed(payload={**PAYLOAD, "iat": -(10**300)}), TokenExpired),
]


@pytest.mark.parametrize(("header", "refusal"), REFUSED)
def test_what_is_not_a_token_of_ours_is_refused_with_its_own_code(header, refusal):
    with pytest.raises(refusal):
        read(header)


@pytest.mark.parametrize(
    ("age", "refusal"),
    [(0, None), (3600, None), (3660, None), (3661, TokenExpired), (-60, None), (-61, TokenNotYetValid)],
)
def test_a_token_is_good_for_an_hour_and_clocks_may_differ_a_minute(age, refusal):
    header = "Bearer " + sign_token("zac", SECRET, NOW - timedelta(seconds=age))

    if refusal is None:
        assert read(header).client_id == "zac"
    else:
        with pytest.raises(refusal):
            read(header)


GOOD = signed(payload={**PAYLOAD, "user_representation": "Noor"})


@given(st.data())
def test_a_token_that_was_tampered_with_anywhere_is_refused_and_never_an_error(data):
    mangled = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(mangled) - 1))
        act = data.draw(st.sampled_from(["change", "remove", "repeat", "cut"]))
        if act == "change":
            mangled[place] = data.draw(st.integers(0, 255))
        elif act == "remove" and len(mangled) > 1:
            del mangled[place]
        elif act == "repeat":
            mangled[place:place] = mangled[place : place + data.draw(st.integers(1, 50))]
        elif act == "cut":
            del mangled[place + 1 :]
    if bytes(mangled).split() != GOOD.split() and bytes(mangled[7:]) != GOOD[7:]:
        with pytest.raises(TokenRefused):
            read(bytes(mangled))


TEXTS = st.sampled_from(["", "zac", "\x00", "a\nb", "Noor \u202e", "é" * 300, "\u200b", "\U0001f600"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
JSON = PLAIN | st.lists(PLAIN, max_size=3) | st.dictionaries(TEXTS, PLAIN, max_size=3)
FIELDS = st.sampled_from(["iat", "client_id", "iss", "exp", "nbf", "user_id", "user_representation"])


@given(st.dictionaries(FIELDS, JSON, max_size=7))
def test_whatever_is_properly_signed_is_read_or_refused(changed):
    try:
        claims = read(signed(payload={**PAYLOAD, **changed}))
    except TokenRefused:
        return
    assert claims.client_id == "zac"
    for text in (claims.user_id, claims.user_representation):
        assert text.isprintable()
        assert len(text) <= LONGEST_NAME
