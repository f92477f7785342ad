"""A subscriber: a real HTTP server on loopback that writes down what it hears, and answers as it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from django.test import override_settings

AUTH = "Bearer geheim-van-de-abonnee"


class Subscriber(ThreadingHTTPServer):
    """Takes what comes with the right header, unless `answer` says another status for a message."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.heard: list[dict] = []
        self.refused: list[int] = []
        self.answer: Callable[[dict], int] = lambda _message: 204
        self.open_answer = 403
        self.arrived = threading.Condition()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/notificaties"

    def resources(self) -> list[tuple[str, str]]:
        return [(message["resource"], message["actie"]) for message in self.heard]

    def numbers(self) -> list[str]:
        return [message["resourceUrl"].rpartition("/")[2] for message in self.heard]

    def wait_for(self, count: int, seconds: float = 20) -> bool:
        with self.arrived:
            return self.arrived.wait_for(lambda: len(self.heard) >= count, seconds)


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Subscriber

    def do_POST(self) -> None:
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status = self.server.open_answer
        if self.headers["Authorization"] == AUTH:
            status = self.server.answer(message)
        with self.server.arrived:
            if status == 204 and message["kanaal"] != "test":
                self.server.heard.append(message)
            elif message["kanaal"] != "test":
                self.server.refused.append(status)
            self.server.arrived.notify_all()
        self.send_response(status)
        self.send_header("Content-Length", "0") if status != 204 else None
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def subscriber() -> Iterator[Subscriber]:
    with override_settings(OUTSIDE_ALLOWED=("127.0.0.0/8",)), Subscriber() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
