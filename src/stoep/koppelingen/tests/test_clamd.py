"""What documenten asks of a virus scanner, asked of clamd's protocol over a real socket."""

from __future__ import annotations

import io
import socket

import pytest

from stoep.foundation.errors import Rejected, Unavailable
from stoep.koppelingen.clamd.nabootser import EICAR, running
from stoep.koppelingen.clamd.scanner import ClamdScanner, read


def test_a_virus_is_named_and_a_clean_file_of_any_size_is_not():
    with running() as clamd:
        scanner = ClamdScanner(clamd.address)
        for content, virus in (
            (b"", ""),
            (b"Een nette brief.", ""),
            (b"x" * 1_000_000, ""),
            (EICAR, "Eicar-Test-Signature"),
            (b"y" * 600_000 + EICAR + b"z" * 600_000, "Eicar-Test-Signature"),
        ):
            assert scanner.find_virus(io.BytesIO(content)) == virus


def test_a_file_that_is_too_large_for_it_is_rejected():
    with running(largest=1000) as clamd, pytest.raises(Rejected, match="te groot"):
        ClamdScanner(clamd.address).find_virus(io.BytesIO(b"x" * 5_000_000))


def test_no_answer_is_no_permission():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(Unavailable):
            ClamdScanner(address, seconds=0.05).find_virus(io.BytesIO(b"x"))
    with pytest.raises(Unavailable):
        ClamdScanner(address).find_virus(io.BytesIO(b"x"))
    for odd in ("", "stream: FOUND", "UNKNOWN COMMAND", "stream: Can't allocate memory ERROR"):
        with pytest.raises(Unavailable):
            read(odd)
