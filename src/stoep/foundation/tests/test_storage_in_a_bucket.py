"""A bucket that fails says so, and never half."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from stoep.foundation import storage
from stoep.foundation.errors import Unavailable
from stoep.foundation.storage.bucket import BucketStorage
from stoep.foundation.tests.test_storage import KEYS, SHA, TEXT


def test_a_bucket_that_is_down_is_unavailable_for_every_act():
    files = BucketStorage("s3://havendam", endpoint="http://127.0.0.1:9", **KEYS)
    for act in (
        lambda: files.store(TEXT),
        lambda: files.exists(SHA),
        lambda: files.delete(SHA),
        lambda: files.open_stored(SHA),
        lambda: list(files.hashes()),
        files.check_all,
    ):
        with pytest.raises(Unavailable):
            act()


def test_a_bucket_that_does_not_exist_is_unavailable(s3_server):
    files = BucketStorage("s3://bestaatniet", endpoint=s3_server, **KEYS)
    with pytest.raises(Unavailable):
        files.store(TEXT)


@pytest.fixture
def full_server():
    class Full(BaseHTTPRequestHandler):
        def answer(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = (
                b"<Error><Code>XMinioStorageFull</Code><Message>Storage backend has reached its limit</Message></Error>"
            )
            self.send_response(507)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_PUT = do_POST = answer  # noqa: N815 the server looks for these names

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Full)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_full_bucket_is_a_clear_refusal(full_server):
    files = BucketStorage("s3://havendam", endpoint=full_server, **KEYS)
    with pytest.raises(storage.StorageFull):
        files.store(TEXT)
