"""Which requests the lane knows; everything else is the plain view's."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec

from stoep.api.zgw.addresses import id_from_url
from stoep.api.zgw.zaken import lane_questions as ask
from stoep.api.zgw.zaken.kept_form import BASE
from stoep.api.zgw.zaken.lane_rights import HIGHEST, RANK
from stoep.foundation.rest.fields import read_uuid

HIGHEST_PAGE = 10_000_000
LONGEST_QUERY = 2000
LARGEST_ZOEK = 16_384
PURPOSE = b"x-nlx-logrecord-id"
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
GENERIEK = {
    "adviseur",
    "behandelaar",
    "belanghebbende",
    "beslisser",
    "initiator",
    "klantcontacter",
    "zaakcoordinator",
    "mede_initiator",
}


@dataclass(frozen=True, slots=True)
class ListAsked:
    """A page of the list of zaken."""

    page: int = 1
    zaaktype: str = ""
    highest: int = HIGHEST
    others: tuple[tuple[str, str], ...] = ()

    def address(self, number: int) -> bytes:
        """Another page of the same list, as JSON."""
        address = f"{BASE}/zaken/api/v1/zaken?{urlencode([*self.others, ('page', str(number))])}"
        return b'"' + address.encode() + b'"'


@dataclass(slots=True)
class Request:
    """A request that the lane can answer."""

    authorization: bytes
    head: bool = False
    if_none_match: str = ""
    body_size: int = 0
    purpose: str = ""
    single: bool = False
    conditional: bool = True
    question: ask.Question = ask.ONE
    values: list[bytes] = field(default_factory=list)
    asked: ListAsked | None = None


def read_request(scope: MutableMapping[str, Any], root: int) -> Request | None:
    """What is asked; None when it is not for the lane."""
    method = scope["method"]
    if method not in ("GET", "HEAD"):
        return None
    request = read_headers(scope["headers"])
    if request is None or request.body_size:
        return None
    request.head = method == "HEAD"
    rest, query = scope["path"][root:], scope["query_string"]
    if rest[:1] == "/" and not query:
        return about_one(request, rest[1:])
    if rest or request.head or len(query) > LONGEST_QUERY:
        return None
    return about_list(request, query)


def read_zoek(scope: MutableMapping[str, Any]) -> Request | None:
    """A `_zoek` whose body is small enough to look at; what it asks stands in that body."""
    request = None if scope["query_string"] else read_headers(scope["headers"])
    return request if request is not None and 0 < request.body_size <= LARGEST_ZOEK else None


def about_some(request: Request, body: bytes) -> Request | None:
    """The zaken with these ids, when that is all that is asked."""
    try:
        given = msgspec.json.decode(body, type=Zoek)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    ids = {read_uuid(each) for each in given.uuid__in}
    if not ids or None in ids or len(ids) > ask.MOST:
        return None
    request.conditional = False
    request.question, request.values = ask.SOME, [("{" + ",".join(map(str, ids)) + "}").encode()]
    return request


class Zoek(msgspec.Struct, forbid_unknown_fields=True):
    """The one search that the lane knows."""

    uuid__in: list[str]


def read_headers(headers: list[tuple[bytes, bytes]]) -> Request | None:
    """The headers that matter; None when one of them asks for more than the lane has."""
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in MATTER and found.setdefault(name, value) is not value:
            return None
    if found.get(b"accept", b"") not in READABLE or found.get(b"accept-crs") != b"EPSG:4326":
        return None
    size = found.get(b"content-length", b"0")
    if b"expect" in found or b"transfer-encoding" in found or b"authorization" not in found or not size.isdigit():
        return None
    if int(size) and (found.get(b"content-type") != b"application/json" or found.get(b"content-crs") != b"EPSG:4326"):
        return None
    return Request(
        found[b"authorization"],
        if_none_match=found.get(b"if-none-match", b"").decode("latin1"),
        body_size=int(size),
        purpose=found.get(PURPOSE, b"").decode("latin1"),
    )


MATTER = {
    b"authorization",
    b"accept",
    b"accept-crs",
    b"if-none-match",
    b"content-length",
    b"content-type",
    b"content-crs",
    b"transfer-encoding",
    b"expect",
    PURPOSE,
}
READABLE = (b"", b"*/*", b"application/json")


def about_one(request: Request, word: str) -> Request | None:
    """One zaak by its id."""
    zaak = read_uuid(word)
    if zaak is None:
        return None
    request.single, request.question, request.values = True, ask.ONE, [str(zaak).encode()]
    return request


def about_list(request: Request, query: bytes) -> Request | None:
    """A page of the list, or the few zaken that a filter finds."""
    if not query:
        request.asked = ListAsked()
        return request
    try:
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True, strict_parsing=True, errors="strict")
    except ValueError:
        return None
    given = dict(pairs)
    if len(given) != len(pairs) or "\x00" in "".join(given.values()):
        return None
    names = given.keys()
    if names <= {"page", "zaaktype", "maximaleVertrouwelijkheidaanduiding"}:
        return about_page(request, given, pairs)
    if given.pop("page", "1") != "1":
        return None
    return about_filter(request, given)


def about_filter(request: Request, given: dict[str, str]) -> Request | None:
    """The few zaken with a number, or of a person."""
    if "identificatie" in given and given.keys() <= {"identificatie", "bronorganisatie"}:
        wanted = [given["identificatie"], given.get("bronorganisatie", "")]
        if not wanted[0] or len(wanted[0]) > LONGEST_NAME or ("bronorganisatie" in given and not is_rsin(wanted[1])):
            return None
        request.question, request.values = ask.NAMED, [each.encode() for each in wanted]
        return request
    bsn, role = given.get(BSN, ""), given.get("rol__omschrijvingGeneriek")
    if not is_rsin(bsn) or not given.keys() <= {BSN, "rol__omschrijvingGeneriek"}:
        return None
    if role is None:
        request.question, request.values = ask.OF_PERSON, [bsn.encode()]
        return request
    if role not in GENERIEK:
        return None
    request.question, request.values = ask.OF_PERSON_AS, [bsn.encode(), role.encode()]
    return request


LONGEST_NAME = 40
DIGITS = 9


def is_rsin(given: str) -> bool:
    """Nine digits."""
    return len(given) == DIGITS and given.isascii() and given.isdigit()


def about_page(request: Request, given: dict[str, str], pairs: list[tuple[str, str]]) -> Request | None:
    """A page of the list, perhaps of one zaaktype or up to a confidentiality."""
    number = given.get("page", "1")
    if not (number.isascii() and number.isdigit()) or not 0 < int(number) < HIGHEST_PAGE:
        return None
    highest = given.get("maximaleVertrouwelijkheidaanduiding")
    if highest is not None and highest not in RANK:
        return None
    zaaktype = ""
    if "zaaktype" in given:
        found = id_from_url(given["zaaktype"], "catalogi", "zaaktypen")
        if found is None:
            return None
        zaaktype = str(found)
    others = tuple((name, value) for name, value in pairs if name != "page")
    if any(BASE in value for _name, value in others):
        return None
    request.asked = ListAsked(int(number), zaaktype, HIGHEST if highest is None else RANK[highest], others)
    return request


__all__ = ["ListAsked", "Request", "read_request"]
