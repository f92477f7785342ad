"""A server on loopback that answers as PDOK's Locatieserver 3.1 does, with Havendam in it.

As the real one, it refuses parameters that its specification does not name, and a search without `q`.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from stoep.foundation.geo import Point
from stoep.gebieden.ports import Adresvoorstel
from stoep.koppelingen.pdok.havendam import HavendamAdreszoeker

SEARCH = {"q", "df", "bq", "fl", "fq", "qf", "rows", "sort", "start", "wt"}
KNOWN = {
    "suggest": SEARCH,
    "free": SEARCH,
    "reverse": {"X", "Y", "lat", "lon", "type", "distance", "fl", "fq", "rows", "start", "wt"},
}
TYPES = {"plaats": "woonplaats"}


class PdokServer(ThreadingHTTPServer):
    """Holds the town, and what a test wants to go wrong."""

    daemon_threads = True

    def __init__(self, zoeker: HavendamAdreszoeker) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.zoeker = zoeker
        self.asked: list[tuple[str, dict[str, list[str]]]] = []
        self.instead: tuple[int, bytes] | None = None
        self.hold = threading.Event()
        self.hold.set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/bzk/locatieserver/search/v3_1"

    def docs(self, endpoint: str, asked: dict[str, list[str]]) -> list[Adresvoorstel]:
        if endpoint == "reverse":
            found = self.zoeker.nearest(Point(float(asked["lon"][0]), float(asked["lat"][0])))
            return [found] if found else []
        return self.zoeker.suggest(asked["q"][0], limit=int(asked["rows"][0]))


class Handler(BaseHTTPRequestHandler):
    server: PdokServer

    def do_GET(self) -> None:
        self.server.hold.wait(10)
        parts = urlsplit(self.path)
        endpoint, asked = parts.path.rsplit("/", 1)[1], parse_qs(parts.query)
        self.server.asked.append((endpoint, asked))
        if self.server.instead:
            return self.reply(*self.server.instead)
        if not set(asked) <= KNOWN.get(endpoint, set()) or (endpoint == "suggest" and "q" not in asked):
            return self.reply(400, b'{"error": "unknown parameter"}')
        docs = [self.doc(v) for v in self.server.docs(endpoint, asked)]
        body = {"response": {"numFound": len(docs), "start": 0, "docs": docs, "numFoundExact": True}}
        return self.reply(200, json.dumps(body).encode())

    def doc(self, voorstel: Adresvoorstel) -> dict[str, object]:
        street, _, place = voorstel.label.partition(", ")
        postcode = place.replace(" ", "", 1) if place[:4].isdigit() else place
        return {
            "id": voorstel.id,
            "type": TYPES.get(voorstel.soort, voorstel.soort),
            "weergavenaam": f"{street}, {postcode}" if place else street,
            "centroide_ll": f"POINT({voorstel.point.lon} {voorstel.point.lat})",
            "gemeentecode": "9931",
            "score": 9.1,
        }

    def reply(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        with suppress(BrokenPipeError):  # who asked has given up
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def pdok_server(zoeker: HavendamAdreszoeker) -> Iterator[PdokServer]:
    """Run the server for a while."""
    server = PdokServer(zoeker)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.hold.set()
        server.shutdown()
        server.server_close()
        thread.join()
