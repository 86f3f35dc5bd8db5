# SPDX-License-Identifier: GPL-3.0-or-later
"""Faces to shared arcs, arcs to rings, and their TopoJSON form."""

import math
import warnings

from shapely.geometry import LineString, Point, Polygon
from shapely.ops import polygonize, unary_union
from shapely.strtree import STRtree

STEP = 1e-4  # the quantisation of the written file, degrees
SQUASH = math.cos(math.radians(40.5))  # one degree of longitude in degrees of latitude
KM_PER_DEGREE = 6371.0088 * math.pi / 180.0


def key(point):
    """A point as whole numbers of 1e-6 degree: what 'the same point' means here."""
    return (round(point[0] * 1e6), round(point[1] * 1e6))


def degrees(point):
    return (point[0] * 1e-6, point[1] * 1e-6)


def ring_area(ring):
    """Signed area in the plane, positive when counter-clockwise."""
    total = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        total += x0 * y1 - x1 * y0
    return total / 2.0


def ring_km2(ring):
    """Signed area on the sphere in km2 of a ring of degrees."""
    total = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        total += math.radians(x1 - x0) * (2.0 + math.sin(math.radians(y0)) + math.sin(math.radians(y1)))
    return -total / 2.0 * 6371.0088 ** 2


def polygon_km2(polygon):
    total = abs(ring_km2(list(polygon.exterior.coords)))
    return total - sum(abs(ring_km2(list(ring.coords))) for ring in polygon.interiors)


def distance(a, b):
    return math.hypot((a[0] - b[0]) * SQUASH, a[1] - b[1])


def faces_of(lines):
    """Node the lines together and return the faces they close."""
    faces = list(polygonize(unary_union([LineString(line) for line in lines])))
    faces.sort(key=lambda face: (face.bounds, face.area))
    return faces


def tree_of(shapes):
    """A search tree; Shapely 1.8 warns of what will change in 2.0."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return STRtree(shapes)


class Finder:
    """Which of many polygons holds a point."""

    def __init__(self, polygons):
        self.polygons = polygons
        self.tree = tree_of([polygon for _, polygon in polygons])
        self.names = {id(polygon): name for name, polygon in polygons}

    def at(self, x, y):
        point = Point(x, y)
        names = [self.names[id(polygon)] for polygon in self.tree.query(point) if polygon.contains(point)]
        return min(names) if names else None


def simplify(points, tolerance):
    """Douglas-Peucker with the ends kept; a closed line keeps two points more.  tolerance(point) is in degrees of latitude."""
    keep = {0, len(points) - 1}
    stack = []
    if points[0] == points[-1] and len(points) > 3:
        far = max(range(1, len(points) - 1), key=lambda i: (distance(points[0], points[i]), -i))
        keep.add(far)
        for first, last in ((0, far), (far, len(points) - 1)):
            index, _ = farthest(points, first, last)
            if index is not None:
                keep.add(index)
                stack += [(first, index), (index, last)]
    else:
        stack.append((0, len(points) - 1))
    while stack:
        first, last = stack.pop()
        index, ratio = farthest(points, first, last, tolerance)
        if index is not None and ratio > 1.0:
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def farthest(points, first, last, tolerance=None):
    ax, ay = points[first][0] * SQUASH, points[first][1]
    bx, by = points[last][0] * SQUASH, points[last][1]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, worst = None, -1.0
    for i in range(first + 1, last):
        px, py = points[i][0] * SQUASH - ax, points[i][1] - ay
        t = 0.0 if length == 0.0 else max(0.0, min(1.0, (px * dx + py * dy) / length))
        off = math.hypot(px - t * dx, py - t * dy)
        if tolerance is not None:
            off /= tolerance(points[i])
        if off > worst:
            best, worst = i, off
    return best, worst


def smooth(points, pieces=6):
    """Centripetal Catmull-Rom through the points; the points themselves stay."""
    if len(points) < 3:
        return [tuple(p) for p in points]
    first = (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
    last = (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
    line = [first] + [tuple(p) for p in points] + [last]
    out = [line[1]]
    for p0, p1, p2, p3 in zip(line, line[1:], line[2:], line[3:]):
        t0 = 0.0
        t1 = t0 + math.sqrt(distance(p0, p1))
        t2 = t1 + math.sqrt(distance(p1, p2))
        t3 = t2 + math.sqrt(distance(p2, p3))
        for n in range(1, pieces + 1):
            t = t1 + (t2 - t1) * n / pieces
            point = []
            for c in (0, 1):
                a1 = (t1 - t) / (t1 - t0) * p0[c] + (t - t0) / (t1 - t0) * p1[c]
                a2 = (t2 - t) / (t2 - t1) * p1[c] + (t - t1) / (t2 - t1) * p2[c]
                a3 = (t3 - t) / (t3 - t2) * p2[c] + (t - t2) / (t3 - t2) * p3[c]
                b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
                b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
                point.append((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2)
            out.append((round(point[0], 5), round(point[1], 5)) if n < pieces else p2)
    return out


class Arc:
    """A line between two junctions with what lies on its two sides."""

    def __init__(self, points, kind, left=None, right=None, accuracy=1, evidence="file"):
        self.points = points
        self.kind = kind
        self.left = left
        self.right = right
        self.accuracy = accuracy
        self.evidence = evidence
        self.number = None

    def sides(self):
        return {self.left, self.right}

    def length_km(self):
        return sum(distance(a, b) for a, b in zip(self.points, self.points[1:])) * KM_PER_DEGREE


def edges_of(faces, labels):
    """Sorted pair of points -> [label on the left, label on the right] seen from the first point to the second."""
    edges = {}
    for face, label in zip(faces, labels):
        if label is None:
            continue
        for number, ring in enumerate([face.exterior] + list(face.interiors)):
            points = [key(p) for p in ring.coords]
            points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            counter = ring_area(points) > 0
            if counter != (number == 0):
                points.reverse()
            for a, b in zip(points, points[1:]):
                pair, side = ((a, b), 0) if a < b else ((b, a), 1)
                sides = edges.setdefault(pair, [None, None])
                if sides[side] is not None:
                    raise ValueError("an edge has two areas on the same side: %s" % (degrees(a),))
                sides[side] = label
    return {pair: tuple(sides) for pair, sides in edges.items()}


def chain(edges, traits, forced):
    """Chain the edges whose sides differ into arcs; traits(pair) keeps unlike edges apart, forced points always end an arc."""
    edges = {pair: sides for pair, sides in edges.items() if sides[0] != sides[1]}
    at = {}
    for a, b in sorted(edges):
        at.setdefault(a, []).append(b)
        at.setdefault(b, []).append(a)

    def seen_from(a, b):
        """The edge from a to b: left, right, traits."""
        pair = (a, b) if a < b else (b, a)
        left, right = edges[pair]
        if a > b:
            left, right = right, left
        return left, right, traits(pair)

    def is_end(p):
        if len(at[p]) != 2 or p in forced:
            return True
        a, b = at[p]
        return seen_from(a, p) != seen_from(p, b)

    arcs, done = [], set()

    def walk(a, b):
        points = [a, b]
        while not is_end(points[-1]) and points[-1] != a:
            c, d = at[points[-1]]
            points.append(d if c == points[-2] else c)
        for p, q in zip(points, points[1:]):
            done.add((p, q) if p < q else (q, p))
        left, right, trait = seen_from(a, b)
        arcs.append((points, left, right, trait))

    for a in sorted(at):
        if is_end(a):
            for b in sorted(at[a]):
                if ((a, b) if a < b else (b, a)) not in done:
                    walk(a, b)
    for a in sorted(at):
        for b in sorted(at[a]):
            if ((a, b) if a < b else (b, a)) not in done:
                walk(a, b)
    return arcs


def rings_of(area, arcs):
    """The rings of signed arc numbers round an area, the area on the left."""
    halves = []
    for number, arc in enumerate(arcs):
        if arc.left == area:
            halves.append((number, arc.points))
        if arc.right == area:
            halves.append((~number, arc.points[::-1]))
    leaving = {}
    for number, points in halves:
        angle = math.atan2(points[1][1] - points[0][1], points[1][0] - points[0][0])
        leaving.setdefault(points[0], []).append((angle, number, points))
    rings, left = [], {number: points for number, points in halves}
    while left:
        number = min(left, key=lambda n: (n if n >= 0 else ~n, n < 0))
        ring, points, start = [], [], None
        while True:
            line = left.pop(number)
            ring.append(number)
            points += line if not points else line[1:]
            start = start or line[0]
            if line[-1] == start:
                break
            back = math.atan2(line[-2][1] - line[-1][1], line[-2][0] - line[-1][0])
            choices = [item for item in leaving.get(line[-1], []) if item[1] in left]
            if not choices:
                raise ValueError("a ring of %s does not close at %s" % (area, line[-1]))
            # the first half-arc clockwise of the way back
            number = min(choices, key=lambda item: ((back - item[0]) % (2 * math.pi) or 2 * math.pi, item[1]))[1]
        rings.append((ring, points))
    return rings


def polygons_of(area, arcs):
    """Polygons of an area: lists of rings of arc numbers, the exterior first, and the same as shapely polygons."""
    shells, holes = [], []
    for ring, points in rings_of(area, arcs):
        (shells if ring_area(points) > 0 else holes).append((ring, points))
    shells.sort(key=lambda item: (-ring_area(item[1]), item[0]))
    polygons = [([ring], Polygon(points)) for ring, points in shells]
    for ring, points in sorted(holes, key=lambda item: item[0]):
        inside = Polygon(points).representative_point()
        owners = [i for i, (_, polygon) in enumerate(polygons) if polygon.contains(inside)]
        if not owners:
            raise ValueError("a hole of %s lies in no polygon" % area)
        polygons[owners[-1]][0].append(ring)
    result = []
    for rings, polygon in polygons:
        lines = [sum((line_of(arcs, n) for n in ring), []) for ring in rings]
        result.append((rings, Polygon(lines[0], lines[1:])))
    return result


def line_of(arcs, number):
    return arcs[number].points if number >= 0 else arcs[~number].points[::-1]


def join(arcs, numbers):
    """Arrange arcs into lines from the west or north to the east or south: a list of lists of signed arc numbers."""
    left = set(numbers)
    ends = {}
    for number in numbers:
        for point in (arcs[number].points[0], arcs[number].points[-1]):
            ends.setdefault(point, []).append(number)

    def grow(number, signed):
        path = [signed]
        left.discard(number)
        while True:
            tail = line_of(arcs, path[-1])[-1]
            choices = [n for n in ends[tail] if n in left]
            if len(ends[tail]) != 2 or not choices:
                return path
            number = choices[0]
            left.discard(number)
            path.append(number if arcs[number].points[0] == tail else ~number)

    paths = []
    while left:
        number = min(left)
        back = grow(number, ~number)
        path = [~n for n in reversed(back)]
        tail = line_of(arcs, path[-1])[-1]
        choices = [n for n in ends[tail] if n in left]
        if len(ends[tail]) == 2 and choices:
            n = choices[0]
            path += grow(n, n if arcs[n].points[0] == tail else ~n)
        paths.append(path)

    def rank(point):
        return point[0] * SQUASH - point[1]

    for i, path in enumerate(paths):
        start, end = line_of(arcs, path[0])[0], line_of(arcs, path[-1])[-1]
        if rank(start) > rank(end):
            paths[i] = [~n for n in reversed(path)]
    paths.sort(key=lambda path: (rank(line_of(arcs, path[0])[0]), path))
    return paths


def quantise(point):
    return (round(point[0] / STEP), round(point[1] / STEP))


def encode(arcs, west, south):
    """Delta-encoded arcs of whole steps from the south-west corner."""
    x0, y0 = quantise((west, south))
    out = []
    for arc in arcs:
        line, last = [], (x0, y0)
        for point in arc.points:
            x, y = quantise(point)
            line.append([x - last[0], y - last[1]])
            last = (x, y)
        out.append(line)
    return out
