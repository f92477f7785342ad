"""Reporters over plain HTTP, who try again when something is broken and note what they were promised."""

from __future__ import annotations

import http.client
import io
import re
import threading
import time
from urllib.parse import urlencode

from stoep.meldingen.testing import jpeg

NUMBER = re.compile(rb"M-[0-9A-Z]{6}")
TOKEN = re.compile(r"/melden/([^/]+)/")
CONNECTIONS = 100  # addresses on loopback, so that nobody meets the limit per internet connection
PLEK = {"lon": "3.8", "lat": "51.33"}


class GaveUp(Exception):
    """The reporter stopped trying."""


class Reporter:
    """One person with one report; every step is tried until it is answered."""

    def __init__(self, number: int, port: int, until: float) -> None:
        self.number, self.port, self.until = number, port, until
        self.email = f"melder{number}@voorbeeld.example"
        self.tekst = f"Losse stoeptegel nummer {number}"
        self.photo = jpeg(64, 48, f"#{number % 16 * 16:02x}{number // 16 % 16 * 16:02x}{number // 256 * 64:02x}")
        self.file = io.BytesIO(self.photo)
        self.receipt = ""
        self.refusals: set[int] = set()

    def report(self) -> str:
        """Go through all steps; answers the number of the receipt that was shown."""
        token = TOKEN.search(self.post("/melden/", {"tekst": self.tekst, "categorie": "losse-stoeptegel"}))[1]
        self.post(f"/melden/{token}/waar/", PLEK)
        self.post_photo(f"/melden/{token}/foto/")
        self.post(f"/melden/{token}/versturen/", {"email": self.email})
        status, _place, page = self.insist("GET", f"/melden/ontvangen/{token}/")
        assert status == http.client.OK, status
        self.receipt = NUMBER.search(page)[0].decode()
        return self.receipt

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Post a form; answers the address of the next page."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        status, place, page = self.insist("POST", path, urlencode(fields).encode(), headers)
        assert status == http.client.FOUND, (path, status, page[:2000])
        return place

    def post_photo(self, path: str) -> str:
        edge = "----stoep"
        body = (
            f'--{edge}\r\nContent-Disposition: form-data; name="foto"; filename="tegel.jpg"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        ).encode() + self.photo + f"\r\n--{edge}--\r\n".encode()  # fmt: skip
        status, place, page = self.insist("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})
        assert status == http.client.FOUND, (path, status, page[:2000])
        return place

    def insist(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str, bytes]:
        """Ask until there is an answer that is not 'later', as a person does with the same page."""
        pause = threading.Event()
        while time.monotonic() < self.until:
            try:
                status, place, page = self.ask(method, path, body, headers or {})
            except (OSError, http.client.HTTPException):
                pause.wait(0.1)
                continue
            if status < http.client.INTERNAL_SERVER_ERROR:
                return status, place, page
            self.refusals.add(status)
            pause.wait(0.1)
        raise GaveUp(f"{method} {path}")

    def ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, str, bytes]:
        mine = (f"127.0.1.{self.number % CONNECTIONS + 1}", 0)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15, source_address=mine)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or "", answer.read()
        finally:
            connection.close()
