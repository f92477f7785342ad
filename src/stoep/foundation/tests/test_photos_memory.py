"""The largest photos cost a known amount of memory."""

import subprocess
import sys

import pytest

from stoep.foundation.tests.test_photos import quarters, written

MEASURE = """
import io, pathlib, sys
from stoep.foundation.photos import prepare_photo

def memory(name):
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(name))) // 1024

prepare_photo(open(sys.argv[2], "rb"))
pathlib.Path("/proc/self/clear_refs").write_text("5")  # forget the peak until now
before = memory("VmRSS")
prepare_photo(open(sys.argv[1], "rb"))
print(memory("VmHWM") - before)
"""


@pytest.mark.parametrize(
    ("kind", "width", "height", "options", "megabytes"),
    [
        ("JPEG", 12_000, 9_000, {}, 90),
        ("JPEG", 5_700, 4_300, {"progressive": True, "subsampling": 0}, 220),
        ("PNG", 5_700, 4_300, {"compress_level": 1}, 200),
        ("WEBP", 4_160, 3_120, {"method": 0}, 250),
    ],
)
def test_the_largest_photos_cost_a_known_amount_of_memory(tmp_path, kind, width, height, options, megabytes):
    large, small = tmp_path / "large", tmp_path / "small"
    large.write_bytes(written(quarters(width, height), kind, **options))
    small.write_bytes(written(quarters(), kind))
    command = [sys.executable, "-c", MEASURE, str(large), str(small)]
    measured = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(measured.stdout) < megabytes
