"""The process that looks at one photo: a JPEG comes in, boxes go out as JSON. Knows nothing of Stoep.

Faces are found by OpenCV's cascades; plates by their cascade and, because Dutch plates are yellow, by colour with
dark signs in it. Cascades see much that is nothing: that costs the person one click, a missed face costs somebody more.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

MEMORY = 2_000_000_000  # address space: libraries count for much that is never used
SIDE = 1200  # looking at more pixels takes longer and finds hardly more
LEAST = 0.02  # of the longest side
YELLOW = ((15, 90, 90), (36, 255, 255))
PLATE_SHAPE = (2.4, 7.5)
DARK_SHARE = (0.06, 0.6)
DARK = 90
OVERLAP = 0.3

Box = tuple[str, float, float, float, float]


def main() -> int:
    """Limit ourselves, read, look, answer."""
    limit_process(int(sys.argv[1]))
    import cv2
    import numpy as np

    cv2.setNumThreads(1)
    picture = cv2.imdecode(np.frombuffer(sys.stdin.buffer.read(), np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        return 3
    high, wide = picture.shape[:2]
    scale = min(1.0, SIDE / max(high, wide))
    if scale < 1:
        picture = cv2.resize(picture, (round(wide * scale), round(high * scale)), interpolation=cv2.INTER_AREA)
    found = merged([*faces(cv2, picture), *plates(cv2, picture), *yellow_plates(cv2, picture)])
    high, wide = picture.shape[:2]
    answer = [
        {"soort": kind, "x": x / wide, "y": y / high, "breed": w / wide, "hoog": h / high} for kind, x, y, w, h in found
    ]
    sys.stdout.write(json.dumps(answer))
    return 0


def limit_process(seconds: int) -> None:
    """Bound what looking may cost."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def faces(cv2: Any, picture: Any) -> list[Box]:
    """Faces from the front, and from both sides."""
    grey = cv2.equalizeHist(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY))
    wide = grey.shape[1]
    least = max(20, round(max(grey.shape) * LEAST))
    found: list[Box] = []
    for name in ("haarcascade_frontalface_alt2.xml", "haarcascade_profileface.xml"):
        cascade = cv2.CascadeClassifier(cv2.data.haarcascades + name)
        turns = (False, True) if "profile" in name else (False,)
        for turned in turns:
            seen = cascade.detectMultiScale(
                cv2.flip(grey, 1) if turned else grey, scaleFactor=1.1, minNeighbors=4, minSize=(least, least)
            )
            found += [
                ("gezicht", float(wide - x - w if turned else x), float(y), float(w), float(h)) for x, y, w, h in seen
            ]
    return found


def plates(cv2: Any, picture: Any) -> list[Box]:
    """Plates by their shape."""
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_russian_plate_number.xml")
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    seen = cascade.detectMultiScale(grey, scaleFactor=1.1, minNeighbors=5, minSize=(40, 12))
    return [("kenteken", float(x), float(y), float(w), float(h)) for x, y, w, h in seen]


def yellow_plates(cv2: Any, picture: Any) -> list[Box]:
    """Plates by their yellow, with dark signs on it."""
    hsv = cv2.cvtColor(picture, cv2.COLOR_BGR2HSV)
    mask = cv2.inRange(hsv, YELLOW[0], YELLOW[1])
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (9, 5)))
    contours, _tree = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    found: list[Box] = []
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        if w < max(30, max(grey.shape) * LEAST) or not PLATE_SHAPE[0] <= w / max(h, 1) <= PLATE_SHAPE[1]:
            continue
        dark = float((grey[y : y + h, x : x + w] < DARK).mean())
        if DARK_SHARE[0] <= dark <= DARK_SHARE[1]:
            found.append(("kenteken", float(x), float(y), float(w), float(h)))
    return found


def merged(boxes: list[Box]) -> list[Box]:
    """One box where several say the same: the largest."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box[3] * box[4]):
        if all(box[0] != other[0] or shared(box, other) < OVERLAP for other in kept):
            kept.append(box)
    return kept


def shared(one: Box, other: Box) -> float:
    """Which part of the smaller box lies in the other."""
    wide = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    high = min(one[2] + one[4], other[2] + other[4]) - max(one[2], other[2])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / min(one[3] * one[4], other[3] * other[4])


if __name__ == "__main__":
    sys.exit(main())
