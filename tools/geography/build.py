# SPDX-License-Identifier: GPL-3.0-or-later
"""From the sources to the topology."""

from shapely.geometry import LineString, Point
from shapely.prepared import prep

from . import areas, frontiers, sources, water
from .topology import (Arc, SQUASH, STEP, chain, degrees, distance, edges_of, encode, join, polygons_of, quantise, simplify, tree_of)

WINDOW = (36.0, 36.5, 51.0, 44.5)
FINE, COARSE, NEAR, PER_DEGREE, PER_FAR_DEGREE = 0.001, 0.06, 3.0, 0.006, 0.015


def tolerance(scale):
    """Simplification tolerance by place: fine in the window, the coarser the farther from it."""
    def at(point):
        out = max(WINDOW[0] - point[0], point[0] - WINDOW[2], WINDOW[1] - point[1], point[1] - WINDOW[3], 0.0)
        return scale * min(COARSE, FINE + PER_DEGREE * out + PER_FAR_DEGREE * max(0.0, out - NEAR))
    return at


def on_frame(a, b):
    west, south, east, north = (round(v * 1e6) for v in areas.BOX)
    return (a[0] == b[0] and a[0] in (west, east)) or (a[1] == b[1] and a[1] in (south, north))


def nearest(points, place):
    return min(points, key=lambda p: (distance(degrees(p), place), p))


def area_arcs(land):
    """The arcs of the areas, whole and exact."""
    edges = edges_of(land.faces, land.labels)
    border = {pair: sides for pair, sides in edges.items() if sides[0] != sides[1]}
    near = prep(land.cuts.all.buffer(2e-5))
    hand = {pair for pair in border if None not in border[pair] and near.contains(LineString([degrees(pair[0]), degrees(pair[1])]))}

    def traits(pair):
        left, right = border[pair]
        kind = "frame" if on_frame(*pair) and None in (left, right) else "coast" if None in (left, right) else "inner"
        return kind, "hand" if pair in hand else "file"

    def vertices(test):
        return {p for pair, sides in border.items() if None not in sides and test(Arc([], "inner", *sides)) for p in pair}

    forced = set()
    for test, place in water.SPLITS:
        forced.add(nearest(vertices(test), place))
    control = land.cuts.control
    arcs = []
    for points, left, right, (kind, evidence) in chain(edges, traits, forced):
        line = [degrees(p) for p in points]
        if evidence == "hand":
            shape = LineString(line)
            close = [accuracy for x, y, accuracy in control if shape.distance(Point(x, y)) < 0.02]
            accuracy = max(close) if close else min(control, key=lambda c: distance(c, line[len(line) // 2]))[2]
        else:
            accuracy = areas.accuracy_between(left, right)
        arcs.append(Arc(line, kind, left, right, accuracy, evidence))
    return arcs


def turn(arc):
    """Let every arc run from the west or north to the east or south."""
    start, end = arc.points[0], arc.points[-1]
    if (start[0] * SQUASH - start[1], start) > (end[0] * SQUASH - end[1], end):
        arc.points.reverse()
        arc.left, arc.right = arc.right, arc.left


def order(arc):
    names = sorted(name or "" for name in arc.sides())
    return (["inner", "coast", "frame", "line", "water"].index(arc.kind), names, arc.points)


def rounded(points):
    """Points on the grid of the written file, none twice in a row."""
    out = []
    for point in points:
        x, y = quantise(point)
        point = (round(x * STEP, 4), round(y * STEP, 4))
        if not out or out[-1] != point:
            out.append(point)
    return out


def simplified(arcs, log, tolerance=tolerance):
    """Simplify arc by arc; where that makes lines cross, take the arcs there finer."""
    scale = {i: 1e-3 if arc.kind == "frame" else 1.0 for i, arc in enumerate(arcs)}
    for attempt in range(8):
        result = [Arc(rounded(simplify(arc.points, tolerance(scale[i]))), arc.kind, arc.left, arc.right, arc.accuracy, arc.evidence)
                  for i, arc in enumerate(arcs)]
        for i, arc in enumerate(result):
            if len(arc.points) < 2:
                arc.points = arcs[i].points
        shapes = [LineString(arc.points) for arc in result]
        bad = set()
        tree = tree_of(shapes)
        numbers = {id(shape): i for i, shape in enumerate(shapes)}
        for i, shape in enumerate(shapes):
            if not shape.is_simple:
                bad.add(i)
            for other in tree.query(shape):
                j = numbers[id(other)]
                if j <= i:
                    continue
                if shape.crosses(other) or shape.overlaps(other) \
                        or (shape.touches(other) and not meets_at_ends(result[i], result[j], shape, other)):
                    bad |= {i, j}
        if not bad:
            return result
        log.append("simplification: %d arcs taken finer" % len(bad))
        for i in bad:
            scale[i] *= 0.4 if attempt < 5 else 0.0
    raise ValueError("arcs cross after simplification: %s" % sorted(tuple(sorted(str(s) for s in arcs[i].sides())) for i in bad))


def meets_at_ends(one, two, shape, other):
    meet = shape.intersection(other)
    points = [meet] if meet.geom_type == "Point" else list(getattr(meet, "geoms", []))
    ends = {one.points[0], one.points[-1]} & {two.points[0], two.points[-1]}
    return all(p.geom_type == "Point" and (p.x, p.y) in ends for p in points)


class Topology:
    """Everything that goes into the written file."""

    def __init__(self, boxes=(areas.BOX,)):
        self.boxes = boxes
        self.arcs = []
        self.objects = {"areas": [], "context": [], "lakes": [], "rivers": [], "frontiers": []}
        self.shapes = {}
        self.log = []

    def add_lines(self, collection, ident, paths):
        paths = [list(path) for path in paths]
        geometry = {"type": "LineString", "id": ident, "arcs": paths[0]} if len(paths) == 1 else \
            {"type": "MultiLineString", "id": ident, "arcs": paths}
        self.objects[collection].append(geometry)

    def add_polygons(self, collection, ident, polygons):
        polygons = [[list(ring) for ring in polygon] for polygon in polygons]
        geometry = {"type": "Polygon", "id": ident, "arcs": polygons[0]} if len(polygons) == 1 else \
            {"type": "MultiPolygon", "id": ident, "arcs": polygons}
        self.objects[collection].append(geometry)

    def add_arc(self, arc):
        arc.points = rounded(arc.points)
        self.arcs.append(arc)
        return len(self.arcs) - 1

    def document(self):
        for collection in self.objects.values():
            collection.sort(key=lambda geometry: geometry["id"])
        west, south, east, north = self.boxes[0][0], self.boxes[0][1], self.boxes[-1][2], self.boxes[-1][3]
        return {
            "type": "Topology",
            "transform": {"scale": [STEP, STEP], "translate": [west, south]},
            "bbox": [west, south, east, north],
            "objects": {name: {"type": "GeometryCollection", "geometries": geometries} for name, geometries in self.objects.items()},
            "arcs": encode(self.arcs, west, south),
            "arc_properties": [{"kind": arc.kind, "accuracy_km": arc.accuracy, "evidence": arc.evidence} for arc in self.arcs],
        }


def build(cache):
    units = sources.read_units(cache)
    disputed = sources.read_disputed(cache, areas.BOX)
    lines = areas.load_lines()
    land = areas.Land(units, disputed, lines)
    topology = Topology()
    topology.log += land.log
    arcs = area_arcs(land)
    for arc in arcs:
        turn(arc)
    arcs.sort(key=order)
    topology.arcs = simplified(arcs, topology.log)
    names = sorted({label for label in land.labels if label is not None})
    for name in names:
        polygons = polygons_of(name, topology.arcs)
        topology.shapes[name] = [shape for _, shape in polygons]
        topology.add_polygons("areas" if name in areas.COUNTRY else "context", name, [rings for rings, _ in polygons])
    for name, test in sorted(frontiers.FOLLOWS.items()):
        numbers = [i for i, arc in enumerate(topology.arcs) if arc.kind == "inner" and test(arc)]
        topology.add_lines("frontiers", name, join(topology.arcs, numbers))
    wet = water.Water(topology, lines, sources.read_rivers(cache, areas.BOX), sources.read_courses(cache, WINDOW),
                      sources.read_lakes(cache, areas.BOX), tolerance(1.6))
    wet.add_lakes()
    wet.add_rivers()
    wet.add_lines()
    wet.add_ceasefire(land.ceasefire)
    return topology
