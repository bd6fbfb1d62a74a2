"""A theme's icon as a picture of so many pixels, without a renderer of SVG: icons are few plain shapes.

1. `drawing` reads the SVG: `rect` (with `rx`), and `path` of straight strokes (M H V L Z and their small forms), filled
   or stroked with round ends. What has anything else is no drawing, and the site does without pictures.
2. Each shape becomes polygons; a stroke becomes a polygon around each of its pieces.
3. `picture` paints row by row with four thin lines a row: where a line is inside of a polygon says how much of each
   pixel is covered, exactly across and in quarters down. Rows that nothing slanted meets are painted once.

PNG as in https://www.w3.org/TR/png-3/: eight bits a channel, no filter.
"""

import math
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from site_builder.values import value

Point: TypeAlias = tuple[float, float]
Polygon: TypeAlias = tuple[Point, ...]
Colour: TypeAlias = tuple[int, int, int]
Span: TypeAlias = tuple[float, float]

_LINES = 4  # thin lines a row of pixels
_ROUND = 8  # pieces of a quarter circle
_TAG = re.compile(r"<(?!/|\?|!)([\w:]+)([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_STEP = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")


@value(frozen=True, slots=True)
class Shape:
    """Polygons in one colour; where several overlap, they are one."""

    colour: Colour
    polygons: tuple[Polygon, ...]


@value(frozen=True, slots=True)
class Drawing:
    """Shapes from the lowest on, in a square of `size`. `ground` is the colour of what fills all of it, if anything
    does."""

    size: float
    shapes: tuple[Shape, ...]
    ground: Colour | None = None


def drawing(svg: str) -> Drawing | None:
    """The drawing in an SVG file; None when it has what is not understood here."""
    try:
        return _drawing(svg)
    except (KeyError, ValueError):
        return None


@lru_cache(maxsize=8)
def picture(drawn: Drawing, size: int, full: bool = False) -> bytes:
    """A PNG of so many pixels a side. With `full` the ground reaches every edge, so that a system can cut a shape out
    of it, and what stands on it keeps its distance (https://www.w3.org/TR/appmanifest/#icon-masks)."""
    ground = drawn.ground if full else None
    shapes = drawn.shapes[1:] if ground else drawn.shapes
    scale, offset = size / drawn.size, 0.0
    if ground:
        scale, offset = 0.9 * scale, 0.05 * size
    edges = [(shape.colour, [_edges(each, scale, offset) for each in shape.polygons]) for shape in shapes]
    blank = bytes((*ground, 255) if ground else (0, 0, 0, 0)) * size
    busy = {y for _, polygons in edges for each in polygons for edge in each for y in _busy(*edge)}
    data, row = bytearray(), b""
    for y in range(size):
        if not row or y in busy or y - 1 in busy:
            row = _painted(blank, size, [(colour, _spans(polygons, y)) for colour, polygons in edges])
        data += b"\0" + row
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(data), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _drawing(svg: str) -> Drawing:
    size, ground = 0.0, None
    shapes: list[Shape] = []
    for name, attributes in _TAG.findall(svg):
        given = dict(_ATTRIBUTE.findall(attributes))
        if name == "svg":
            left, top, size, height = map(float, given["viewBox"].split())
            if (left, top) != (0, 0) or size != height:
                raise ValueError(svg)
        elif name in ("rect", "path"):
            shape = _shape(name, given)
            if not shapes and name == "rect" and float(given["width"]) == size == float(given["height"]):
                ground = shape.colour
            shapes.append(shape)
        elif name not in ("title", "desc"):
            raise ValueError(name)
    if not size or not shapes:
        raise ValueError(svg)
    return Drawing(size, tuple(shapes), ground)


def _shape(name: str, given: Mapping[str, str]) -> Shape:
    if name == "rect":
        sides = (float(given.get(key, "0")) for key in ("x", "y", "width", "height", "rx"))
        return Shape(_colour(given["fill"]), (_rectangle(*sides),))
    lines = list(_lines(given["d"]))
    if "stroke" not in given:
        return Shape(_colour(given["fill"]), tuple(lines))
    if given.get("stroke-linecap") != "round" or given.get("fill", "none") != "none":
        raise ValueError(name)
    half = float(given["stroke-width"]) / 2
    pieces = (_stroke(*piece, half) for line in lines for piece in pairwise(line))
    return Shape(_colour(given["stroke"]), tuple(pieces))


def _colour(text: str) -> Colour:
    if not re.fullmatch("#[0-9a-f]{6}", text):
        raise ValueError(text)
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue


def _lines(path: str) -> Iterator[Polygon]:
    """The lines that a path draws, as points; a closed one ends before it comes back."""
    points: list[Point] = []
    at, steps = (0.0, 0.0), [letter or float(number) for letter, number in _STEP.findall(path)]
    for letter, *numbers in _commands(steps):
        small, kind = letter.islower(), letter.upper()
        x, y = at if small else (0.0, 0.0)
        if kind == "Z":
            at = points[0]
            continue
        if kind == "H":
            at = (x + numbers[0], at[1])
        elif kind == "V":
            at = (at[0], y + numbers[0])
        else:
            at = (x + numbers[0], y + numbers[1])
        if kind == "M" and points:
            yield tuple(points)
            points = []
        points.append(at)
    yield tuple(points)


_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "Z": 0}


def _commands(steps: Sequence[str | float]) -> Iterator[tuple[str, *tuple[float, ...]]]:
    """Each letter with as many numbers as it takes; numbers that go on without a letter have the last one's."""
    letter, at = "", 0
    while at < len(steps):
        found = steps[at]
        if isinstance(found, str):
            letter, at = found, at + 1
        elif not letter or letter in "zZ":
            raise ValueError(found)
        count = _NUMBERS[letter.upper()]
        numbers = [float(number) for number in steps[at : at + count]]
        if len(numbers) < count:
            raise ValueError(letter)
        yield letter, *numbers
        at += count
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _rectangle(x: float, y: float, width: float, height: float, round_by: float) -> Polygon:
    if not round_by:
        return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    right, bottom = x + width - round_by, y + height - round_by
    corners = ((right, bottom), (x + round_by, bottom), (x + round_by, y + round_by), (right, y + round_by))
    arcs = (_arc(corner, round_by, quarter * math.pi / 2, 1) for quarter, corner in enumerate(corners))
    return tuple(point for arc in arcs for point in arc)


def _stroke(start: Point, end: Point, half: float) -> Polygon:
    """What a pen with a round tip covers from one point to another."""
    along = math.atan2(end[1] - start[1], end[0] - start[0])
    return (*_arc(end, half, along - math.pi / 2, 2), *_arc(start, half, along + math.pi / 2, 2))


def _arc(centre: Point, radius: float, start: float, quarters: int) -> Iterator[Point]:
    """The points of an arc, to a thousandth, so that no processor's sine makes a difference."""
    for step in range(quarters * _ROUND + 1):
        angle = start + step * math.pi / 2 / _ROUND
        yield round(centre[0] + radius * math.cos(angle), 3), round(centre[1] + radius * math.sin(angle), 3)


def _edges(polygon: Polygon, scale: float, offset: float) -> list[tuple[float, float, float, float]]:
    """The edges of a polygon in pixels that a line across may meet: from above to below, level ones left out."""
    points = [(x * scale + offset, y * scale + offset) for x, y in polygon]
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return [(*min(pair, key=_below), *max(pair, key=_below)) for pair in pairs if pair[0][1] != pair[1][1]]


def _busy(x: float, top: float, end: float, bottom: float) -> Sequence[int]:
    """The rows in which an edge makes a difference to the row above."""
    return range(int(top), int(bottom) + 1) if x != end else (int(top), int(bottom))


def _below(point: Point) -> float:
    return point[1]


def _spans(polygons: Sequence[Sequence[tuple[float, float, float, float]]], y: int) -> list[list[Span]]:
    """Where the thin lines of a row are inside of the polygons. Each of these meets a line an even number of times."""
    found = []
    for line in range(_LINES):
        at = y + (line + 0.5) / _LINES
        spans: list[Span] = []
        for edges in polygons:
            met = sorted(
                x + (at - top) * (end - x) / (bottom - top) for x, top, end, bottom in edges if top <= at < bottom
            )
            spans += zip(met[::2], met[1::2], strict=True)
        found.append(spans)
    return found


def _painted(blank: bytes, size: int, layers: Sequence[tuple[Colour, list[list[Span]]]]) -> bytes:
    row = bytearray(blank)
    for colour, lines in layers:
        for start, end, covered in _runs(lines, size):
            row[start * 4 : end * 4] = _mixed(row[start * 4 : end * 4], colour, covered)
    return bytes(row)


def _runs(lines: Sequence[Sequence[Span]], size: int) -> Iterator[tuple[int, int, int]]:
    """Runs of pixels that are covered alike: from, to, and how much, 1 to 255."""
    change: dict[int, float] = {}
    for spans in lines:
        for start, end in spans:
            _turn(change, max(0.0, min(size, start)), 1.0)
            _turn(change, max(0.0, min(size, end)), -1.0)
    total = 0.0
    for at, following in pairwise((*sorted(change), size)):
        total += change[at]
        covered = min(255, round(total * 255 / _LINES))
        if covered > 0 and at < following:
            yield at, following, covered


def _turn(change: dict[int, float], at: float, by: float) -> None:
    """Where a span begins or ends in the middle of a pixel, this one has a part and the next one the rest."""
    pixel = int(at)
    part = at - pixel
    change[pixel] = change.get(pixel, 0.0) + by * (1 - part)
    change[pixel + 1] = change.get(pixel + 1, 0.0) + by * part


def _mixed(below: bytearray, colour: Colour, covered: int) -> bytes:
    """Pixels with a colour laid over them."""
    if covered == 255:
        return bytes((*colour, 255)) * (len(below) // 4)
    return b"".join(_over(below[at : at + 4], colour, covered) for at in range(0, len(below), 4))


def _over(below: bytearray, colour: Colour, covered: int) -> bytes:
    rest = below[3] * (255 - covered) / 255
    alpha = covered + rest
    mixed = (round((top * covered + under * rest) / alpha) for top, under in zip(colour, below, strict=False))
    return bytes((*mixed, round(alpha)))
