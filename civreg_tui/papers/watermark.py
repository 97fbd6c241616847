"""The slanted word DRAF as a small transparent picture, drawn without any picture library."""

from __future__ import annotations

import math
import struct
import zlib
from functools import cache
from io import BytesIO

Point = tuple[float, float]

WIDTH, HEIGHT = 720, 460
_PER_UNIT = 26.0
_ANGLE = math.radians(28)
_GREY = (128, 128, 128)
_OPACITY = 48
_PIXELS_PER_METRE = 3780

_LETTERS: tuple[tuple[Point, ...], ...] = (
    ((0, 0), (0, 7), (3, 7), (5, 5), (5, 2), (3, 0)),
    ((1.2, 1.2), (2.5, 1.2), (3.8, 2.5), (3.8, 4.5), (2.5, 5.8), (1.2, 5.8)),
    ((6, 0), (7.2, 0), (7.2, 2.6), (8.2, 2.6), (9.6, 0), (11, 0), (9.4, 2.9), (10.8, 4),
     (10.8, 5.7), (9.5, 7), (6, 7)),
    ((7.2, 3.8), (9, 3.8), (9.6, 4.4), (9.6, 5.2), (9, 5.8), (7.2, 5.8)),
    ((11.6, 0), (12.9, 0), (13.5, 1.7), (15.9, 1.7), (16.5, 0), (17.8, 0), (15.4, 7), (14, 7)),
    ((13.9, 2.8), (14.7, 5.4), (15.5, 2.8)),
    ((18.6, 0), (19.8, 0), (19.8, 2.9), (22.4, 2.9), (22.4, 4.1), (19.8, 4.1), (19.8, 5.8),
     (23, 5.8), (23, 7), (18.6, 7)),
)  # fmt: skip
"""Outlines of D, R, A and F with their holes, seven units high, y upwards (even-odd filled)."""


@cache
def _picture() -> bytes:
    edges = _edges()
    rows = b"".join(b"\0" + _row(y + 0.5, edges) for y in range(HEIGHT))
    header = struct.pack(">2I5B", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    density = struct.pack(">2IB", _PIXELS_PER_METRE, _PIXELS_PER_METRE, 1)
    parts = (
        (b"IHDR", header),
        (b"PLTE", bytes((255, 255, 255, *_GREY))),
        (b"tRNS", bytes((0, _OPACITY))),
        (b"pHYs", density),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def png() -> BytesIO:
    """The picture as a PNG: grey letters on a transparent ground."""
    return BytesIO(_picture())


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


def _turn(point: Point) -> Point:
    x, y = (point[0] - 11.5) * _PER_UNIT, (point[1] - 3.5) * _PER_UNIT
    cos, sin = math.cos(_ANGLE), math.sin(_ANGLE)
    return WIDTH / 2 + x * cos - y * sin, HEIGHT / 2 - x * sin - y * cos


def _edges() -> list[tuple[Point, Point]]:
    outlines = [[_turn(point) for point in outline] for outline in _LETTERS]
    return [(outline[i - 1], outline[i]) for outline in outlines for i in range(len(outline))]


def _row(y: float, edges: list[tuple[Point, Point]]) -> bytes:
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in edges
        if (a[1] <= y) != (b[1] <= y)
    )
    row = bytearray(WIDTH)
    for left, right in zip(crossings[::2], crossings[1::2], strict=True):
        start, end = max(0, round(left)), min(WIDTH, round(right))
        row[start:end] = b"\1" * max(0, end - start)
    return bytes(row)
