"""From request to answer: the one path that every call of an API takes.

Find the operation, let the caller in, read what was given, run the view (a write in one transaction), and make the
answer: bytes, an ETag, or a problem document. Sessions, cookies and forms have no part in it.
"""

from __future__ import annotations

import logging
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import msgspec
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from stoep.foundation.audit import explained_as
from stoep.foundation.remembered import one_moment
from stoep.foundation.rest.kinds import Errors
from stoep.foundation.rest.large import as_seekable, read_large
from stoep.foundation.rest.operations import Answer, Api, Call, Operation, Paged
from stoep.foundation.rest.pages import page_body
from stoep.foundation.rest.problems import MEDIA_TYPE, NON_FIELD, ProblemError, problem_of
from stoep.foundation.rest.wire import read_body, read_query
from stoep.foundation.transactions import Whole

log = logging.getLogger(__name__)

JSON = "application/json"
READABLE = ("", "*/*", JSON)
CRS = "EPSG:4326"
MOST_PARAMETERS = 200
SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def answer(api: Api, request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a request for `path` below the root of an API, whatever it is."""
    method = request.method or ""
    try:
        response = respond(api, request, method, path)
    except Exception as error:
        problem = problem_of(error)
        if problem is None:
            log.exception("%s %s: a fault of ours", method, api.name)
            problem = ProblemError(500)
        response = problem_response(problem)
        # A refusal is an answer like any other; Django would write a line in the log for each.
        response._has_been_logged = problem.status < 500  # type: ignore[attr-defined]  # noqa: PLR2004
    response.headers["API-version"] = api.version
    for name, value in SAFETY.items():
        response.headers.setdefault(name, value)
    if settings.SECURE_HSTS_SECONDS:
        response.headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    if method == "HEAD" and isinstance(response, HttpResponse):
        length = response.headers.get("Content-Length", str(len(response.content)))
        response.content = b""
        response.headers["Content-Length"] = length
    return response


def problem_response(problem: ProblemError) -> HttpResponse:
    """The answer that says no."""
    return HttpResponse(problem.document(), status=problem.status, content_type=MEDIA_TYPE, headers=problem.headers)


def respond(api: Api, request: HttpRequest, method: str, path: str) -> HttpResponseBase:
    """Answer a request that may yet turn out to be wrong."""
    found = api.routes.find(path)
    if found is None:
        raise ProblemError(404)
    place, found_ids = found
    operation = place.methods.get(method)
    if operation is None:
        raise ProblemError(405, headers={"Allow": ", ".join(sorted(place.methods))})
    ids = dict(zip(operation.parameters, found_ids, strict=True))
    call = Call(request, api, operation, str(request.META.get("QUERY_STRING", "")))
    if operation.reads:
        with one_moment():
            call.actor = api.gate(call)
            negotiate(call)
            return made(call, run(call, ids))
    call.actor = api.gate(call)
    negotiate(call)
    with explained_as(call.toelichting):
        if not operation.whole:
            return made(call, run(call, ids))
        with Whole():
            return made(call, run(call, ids))


def run(call: Call, ids: dict[str, UUID]) -> Any:
    """Read what was given and run the view."""
    operation = call.operation
    values: dict[str, Any] = dict(ids)
    pairs = parameters(call)
    if operation.query is not None:
        values["query"] = read_query(pairs, operation.query)
    elif pairs:
        errors = Errors()
        names = ", ".join(sorted({name for name, _value in pairs}))[:200]
        errors.add(NON_FIELD, "unknown-parameters", _("Deze parameters zijn onbekend: {names}.").format(names=names))
        errors.refuse()
    if operation.body is not None:
        values["body"] = read_body(data_of(call), operation.body, partial=operation.partial)
    return operation.view(call, **values)


def parameters(call: Call) -> list[tuple[str, str]]:
    """The query of the request, in pairs."""
    if not call.query_string:
        return []
    try:
        return parse_qsl(call.query_string, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise ProblemError(400, detail=_("Deze vraag heeft te veel parameters.")) from None


def negotiate(call: Call) -> None:
    """Refuse forms of answer and of content, and coordinate systems, that we do not speak."""
    meta, operation = call.http.META, call.operation
    accept = meta.get("HTTP_ACCEPT", "")
    if accept not in READABLE and operation.shape != "file":
        kinds = {each.split(";", 1)[0].strip().lower() for each in accept.split(",")}
        if not kinds & {JSON, "*/*", "application/*", MEDIA_TYPE, "application/hal+json"}:
            raise ProblemError(406)
    if operation.body is not None and not is_one_of(operation.media_types, meta.get("CONTENT_TYPE", "")):
        raise ProblemError(415)
    if operation.crs:
        check_crs(meta.get("HTTP_ACCEPT_CRS"), 406)
        if operation.body is not None:
            check_crs(meta.get("HTTP_CONTENT_CRS"), 415)


def is_one_of(allowed: tuple[str, ...], content_type: str) -> bool:
    """Whether the body is of a kind that the operation reads."""
    return content_type in allowed or content_type.split(";", 1)[0].strip().lower() in allowed


def check_crs(given: str | None, status: int) -> None:
    """The norm knows one coordinate system; who sends none must say so."""
    if given is None:
        raise ProblemError(412, "precondition_failed", _("Stuur de koppen Accept-Crs en Content-Crs mee: EPSG:4326."))
    if given.strip().upper() != CRS:
        raise ProblemError(status)


def data_of(call: Call) -> Any:
    """The body, in the form in which this operation takes it."""
    if call.operation.media_types[0] != JSON:
        return form_of(call)
    size = int(call.http.META.get("CONTENT_LENGTH") or 0)
    if call.operation.large_text and size > call.operation.largest_body:
        return read_large(as_seekable(call.http), call.operation.large_text, largest_rest=call.operation.largest_body)
    return json_of(call)


def form_of(call: Call) -> dict[str, Any]:
    """The fields and files of a form, whatever the method; large files lie on disk."""
    kind = str(call.http.META.get("CONTENT_TYPE", ""))
    try:
        if kind.startswith("multipart/"):
            fields, files = call.http.parse_file_upload(call.http.META, call.http)
            return {**fields.dict(), **files.dict()}
        return QueryDict(call.http.read(call.operation.largest_body)).dict()
    except (MultiPartParserError, SuspiciousOperation, UnreadablePostError, OSError, UnicodeDecodeError):
        raise ProblemError(400, "parse_error", _("Dit formulier kunnen we niet lezen.")) from None


def json_of(call: Call) -> Any:
    """The body as JSON: of bounded size and depth."""
    limit = call.operation.largest_body
    if int(call.http.META.get("CONTENT_LENGTH") or 0) > limit:
        raise ProblemError(413, detail=_("Stuur hoogstens {size} bytes.").format(size=limit))
    try:
        raw = call.http.read(limit + 1)
    except (UnreadablePostError, OSError):
        raise ProblemError(400, "parse_error", _("Het verzoek kwam niet heel aan.")) from None
    if not raw and call.operation.partial:
        return {}
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise ProblemError(400, "parse_error", _("De inhoud is geen JSON die we kunnen lezen.")) from None


def made(call: Call, result: Any) -> HttpResponseBase:
    """The answer of a view, as a response. It is made inside the transaction, and sent after it."""
    if isinstance(result, HttpResponseBase):
        return result
    status, headers = call.operation.status, {}
    if isinstance(result, Answer):
        status, headers, result = result.status or status, result.headers, result.body
    if result is None:
        return HttpResponse(status=204 if status == call.operation.status else status, headers=headers)
    body = page_body(call, result) if isinstance(result, Paged) else encoded(result)
    if call.operation.crs:
        headers = {**headers, "Content-Crs": CRS}
    if status == 201:  # noqa: PLR2004
        headers = {"Location": location_of(result), **headers}
    if call.operation.reads:
        return conditional(call, body, headers)
    return HttpResponse(body, status=status, content_type=JSON, headers=headers)


def encoded(result: Any) -> bytes:
    """JSON; what is JSON already stays as it is."""
    return result if isinstance(result, bytes) else msgspec.json.encode(result, enc_hook=str)


def location_of(result: Any) -> str:
    """Where what was just made can be read."""
    return str(getattr(result, "url", ""))


def conditional(call: Call, body: bytes, headers: dict[str, str]) -> HttpResponse:
    """The body with its ETag; or 304 and nothing, when the caller has it already."""
    etag = etag_of(body)
    wanted = call.http.META.get("HTTP_IF_NONE_MATCH")
    if wanted and matches(wanted, etag):
        return HttpResponse(status=304, headers={**headers, "ETag": etag})
    return HttpResponse(body, content_type=JSON, headers={**headers, "ETag": etag, "Content-Length": str(len(body))})


def etag_of(body: bytes) -> str:
    """What two equal answers have in common."""
    return f'"{blake2b(body, digest_size=16).hexdigest()}"'


def matches(wanted: str, etag: str) -> bool:
    """Whether an If-None-Match names this ETag, in one of its forms."""
    return etag in wanted or wanted.strip() in ("*", etag.strip('"'))


def operations_of(apis: list[Api]) -> list[tuple[Api, Operation]]:
    """Every operation of every API, for guards and documentation."""
    return [(api, operation) for api in apis for operation in api.operations]
