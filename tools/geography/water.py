# SPDX-License-Identifier: GPL-3.0-or-later
"""Rivers, lakes, and the named lines that have arcs of their own."""

import math

from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import linemerge, nearest_points, unary_union

from . import areas, frontiers
from .topology import Arc, KM_PER_DEGREE, SQUASH, distance, join, line_of, simplify, smooth

# Rivers of the file by their number there; those of one list follow one another downstream.
FILE_RIVERS = {"kura": [747], "murat": [993], "euphrates": [65, 69, 62], "tigris": [120, 135], "kelkit": [1060], "kuban": [557],
               "kizilirmak": [481], "ceyhan": [1056], "qezel-owzan": [1058, 1146], "volga": [68], "aji-chay": [850]}
ARAS = 911
# Lakes of the lake file by a point inside.
FILE_LAKES = {"sevan": (45.31, 40.38), "van-lake": (42.98, 38.65), "urmia": (45.45, 37.69)}
RESERVOIR = ("mingachevir", 747, (46.75, 40.91), 605.0)

# Where rivers meet or leave borders: the tests of the arcs, and the place.
PERSIAN_BANK = frontiers.between({"nakhichevan", "sharur", "zangezur", "karabakh-lowland", "azerbaijan-core"}, frontiers.PERSIAN)
ARAS_BANK = frontiers.either(frontiers.between({"surmalu"}, {"ararat-plain", "sharur"}), PERSIAN_BANK)
AKHURIAN_BANK = frontiers.between({"kars", "kagizman"}, {"alexandropol", "ararat-plain"})
UPPER_AKHURIAN = frontiers.between({"aghbaba"}, {"alexandropol"})
ALAZANI_BANK = frontiers.between({"zakatala"}, {"georgia-core"})
KARASU_BANK = frontiers.between({"surmalu"}, {"persia-maku"})
SPLITS = [
    (lambda arc: frontiers.FOLLOWS["adjara-inner"](arc), frontiers.BATUM_LEAVES),
    (lambda arc: frontiers.FOLLOWS["nakhichevan-limit"](arc), (45.15, 39.75)),
    (PERSIAN_BANK, (47.958, 39.707)),
    (UPPER_AKHURIAN, (43.645, 41.065)),
    (AKHURIAN_BANK, (43.70, 40.62)),
    (ALAZANI_BANK, (46.20, 41.67)),
    (ALAZANI_BANK, (46.66, 41.32)),
    (KARASU_BANK, (44.592, 39.772)),
]


def path_points(arcs, path):
    points = []
    for number in path:
        line = line_of(arcs, number)
        points += line if not points else line[1:]
    return points


def nearest_vertex(points, place):
    return min(points, key=lambda p: (distance(p, place), p))


def arc_ends(topology, test):
    return {p for arc in topology.arcs if arc.kind == "inner" and test(arc) for p in (arc.points[0], arc.points[-1])}


def merged(lines):
    """Lines joined end to end where they meet; the longest first."""
    good = [LineString(line) for line in lines if len(set(line)) > 1]
    result = linemerge(unary_union(good)) if len(good) > 1 else good[0]
    lines = [result] if result.geom_type == "LineString" else list(result.geoms)
    return sorted((list(line.coords) for line in lines), key=lambda line: (-LineString(line).length, line))


def follow(pieces, reach=0.05):
    """Put pieces one after another downstream where their ends meet within reach: a list of lines."""
    lines = [list(piece) for piece in pieces]

    def closest():
        """The pair of lines whose ends lie nearest to one another: the two lines turned to follow, and what is left."""
        best = None
        for i in range(len(lines)):
            for j in range(i + 1, len(lines)):
                for one in (lines[i], lines[i][::-1]):
                    for two in (lines[j], lines[j][::-1]):
                        gap = distance(one[-1], two[0])
                        if gap < reach and (best is None or gap < best[0]):
                            best = (gap, one, two, i, j)
        return best

    while True:
        best = closest()
        if best is None:
            return lines
        gap, one, two, i, j = best
        lines = [line for k, line in enumerate(lines) if k not in (i, j)] + [one + (two[1:] if gap < 1e-6 else two)]


def clipped(line):
    inside = LineString(line).intersection(box(*areas.BOX))
    if inside.is_empty:
        return []
    parts = [inside] if inside.geom_type == "LineString" else [g for g in inside.geoms if g.geom_type == "LineString"]
    return [list(part.coords) for part in parts]


class Water:
    """Adds rivers, lakes and own lines to a topology."""

    def __init__(self, topology, lines, rivers, through, lakes, tolerance):
        self.topology, self.lines, self.tolerance = topology, lines, tolerance
        self.rivers, self.through, self.lakes = rivers, through, lakes
        self.courses = {}
        self.coast = unary_union([LineString(arc.points) for arc in topology.arcs if arc.kind == "coast"])

    def arc(self, points, accuracy, evidence, kind="water"):
        """A new arc, simplified; returns its number or None when it shrinks to a point."""
        points = [tuple(p) for p in points]
        if evidence == "file":
            points = simplify(points, self.tolerance)
        new = Arc(points, kind, None, None, accuracy, evidence)
        return self.topology.add_arc(new)

    def border(self, test, start=None, end=None):
        """The border arcs of a test between two places, as a path of signed arc numbers."""
        arcs = self.topology.arcs
        numbers = [i for i, arc in enumerate(arcs) if arc.kind == "inner" and test(arc)]
        paths = join(arcs, numbers)
        path = max(paths, key=lambda p: len(path_points(arcs, p)))
        ends = [line_of(arcs, path[0])[0]] + [line_of(arcs, n)[-1] for n in path]
        first = ends.index(nearest_vertex(ends, start)) if start else 0
        last = ends.index(nearest_vertex(ends, end)) if end else len(path)
        if first > last:
            return [~n for n in reversed(path[last:first])]
        return path[first:last]

    def first(self, path):
        return line_of(self.topology.arcs, path[0])[0]

    def last(self, path):
        return line_of(self.topology.arcs, path[-1])[-1]

    def mouth(self, target, place):
        """The point of the target nearest to a place."""
        if target == "coast":
            line = self.coast
        elif target in self.courses:
            line = self.courses[target]
        else:
            line = unary_union([LineString(arc.points) for arc in self.topology.arcs
                                if arc.kind == "inner" and frontiers.FOLLOWS[target](arc)])
        point = nearest_points(line, Point(place))[0]
        return (point.x, point.y)

    def add(self, ident, paths):
        arcs = self.topology.arcs
        self.courses[ident] = unary_union([LineString(path_points(arcs, path)) for path in paths])
        self.topology.add_lines("rivers", ident, paths)

    def hand(self, name, start=None, end=None):
        """An arc of hand points, smoothed, optionally from and to given points."""
        item = self.lines["rivers"][name]
        points = [tuple(p) for p in item["points"]]
        if start:
            points.insert(0, start)
        if end is None and "to" in item:
            end = self.mouth(*item["to"])
        if end:
            points.append(end)
        return self.arc(smooth(points), item["accuracy_km"], "hand")

    def add_rivers(self):
        for name, numbers in sorted(FILE_RIVERS.items()):
            pieces = []
            for number in numbers:
                pieces += merged(self.rivers[number])
            if name == "kura":  # the file counts the outflow of lake Cildir to it
                pieces = [line for line in pieces if min(distance(end, (43.288, 40.975)) for end in (line[0], line[-1])) > 0.01]
            parts = []
            for line in follow(pieces):
                parts += clipped(line)
            parts = [part for part in parts if LineString(part).length > 0.02]
            for part in parts:
                if name != "volga" and self.upstream_last(name, part):
                    part.reverse()
            parts.sort()
            self.add(name, [[self.arc(part, 2, "file")] for part in parts])
        # Aras: by hand to the Akhurian, then the border, then the file's course to the Kura.
        bank = self.border(ARAS_BANK, None, (47.958, 39.707))
        aras = merged(self.rivers[ARAS])[0]
        if aras[0][0] > aras[-1][0]:
            aras.reverse()
        upper = self.hand("aras-upper", None, self.first(bank))
        leave = self.last(bank)
        cut = min(range(len(aras)), key=lambda i: (distance(aras[i], leave), i))
        lower = [leave] + aras[cut + 1:]
        kura = self.courses["kura"]
        point = nearest_points(kura, Point(lower[-1]))[0]
        lower[-1] = (point.x, point.y)
        self.add("aras", [[upper] + bank + [self.arc(lower, 2, "file")]])
        # Akhurian: the edge of Aghbaba, then the border.
        top = self.border(UPPER_AKHURIAN, (43.645, 41.065), (43.715, 40.75))
        down = self.border(AKHURIAN_BANK, self.last(top), self.first(bank))
        self.add("akhurian", [top + down])
        # Kars river: by hand, then the file's Aras, which begins with it, to the Akhurian.
        meet = self.border(AKHURIAN_BANK, (43.70, 40.62), self.first(bank))
        into = self.first(meet)
        cut = min(range(len(aras)), key=lambda i: (distance(aras[i], into), i))
        own = aras[:cut] + [into]
        self.add("kars-river", [[self.hand("kars-river", None, own[0]), self.arc(own, 2, "file")]])
        # Alazani: by hand, the border, by hand into the Kura.
        bank = self.border(ALAZANI_BANK, (46.20, 41.67), (46.66, 41.32))
        end = nearest_points(kura, Point(46.95, 41.05))[0]
        self.add("alazani", [[self.hand("alazani-upper", None, self.first(bank))] + bank
                             + [self.hand("alazani-lower", self.last(bank), (end.x, end.y))]])
        self.add("karasu-lower", [self.border(KARASU_BANK, (44.592, 39.772), (44.807, 39.640))])
        for name in ("coruh", "oltu-river", "adjaristsqali", "harsit", "terek", "rioni", "enguri", "hrazdan", "debed", "arpa"):
            self.add(name, [[self.hand(name)]])

    def upstream_last(self, name, part):
        """True when a part of a river of the file runs from its mouth to its source."""
        heads = {"kura": (42.8, 40.9), "murat": (43.58, 39.41), "euphrates": (41.46, 40.18), "tigris": (39.17, 38.42),
                 "kelkit": (39.62, 39.88), "kuban": (42.07, 43.24), "kizilirmak": (37.66, 39.88), "ceyhan": (36.72, 38.64),
                 "qezel-owzan": (46.78, 35.60), "aji-chay": (47.77, 38.14)}
        return distance(part[-1], heads[name]) < distance(part[0], heads[name])

    def add_lakes(self):
        found = {}
        for ring in self.lakes:
            polygon = Polygon(ring)
            for name, place in FILE_LAKES.items():
                if polygon.buffer(0).contains(Point(place)):
                    found[name] = (closed_smooth(ring), 2, "file")
        for name, lake in self.lines["lakes"].items():
            if name != "about":
                found[name] = (ellipse(lake), 3, "hand")
        name, number, place, km2 = RESERVOIR
        found[name] = (reservoir(self.through[number], place, km2), 5, "hand")
        for name, (ring, accuracy, evidence) in sorted(found.items()):
            if Polygon(ring).exterior.is_ccw is False:
                ring = ring[::-1]
            number = self.topology.add_arc(Arc(ring, "water", None, None, accuracy, evidence))
            self.topology.add_polygons("lakes", name, [[[number]]])
        missing = set(FILE_LAKES) - set(found)
        if missing:
            raise ValueError("lakes not found: %s" % ", ".join(sorted(missing)))

    def add_lines(self):
        arcs = self.topology.arcs
        for name, line in sorted(self.lines["lines"].items()):
            points = [tuple(p) for p in line["points"]]
            (where, start), (whither, end) = line["from"], line["to"]
            along = []
            for target, place, at in ((where, start, 0), (whither, end, len(points) + 1)):
                if target in ("adjara-inner", "nakhichevan-limit"):
                    test = frontiers.FOLLOWS[target]
                    point = nearest_vertex(arc_ends(self.topology, test), place)
                    path = self.border(test, None, point) if at == 0 else self.border(test, point, None)
                    along += [n if n >= 0 else ~n for n in path]
                else:
                    point = self.mouth(target, place)
                points.insert(at, point)
            own = self.arc(smooth(points), line["accuracy_km"], "hand", "line")
            self.topology.add_lines("frontiers", name, join(arcs, along + [own]))

    def add_ceasefire(self, pieces):
        lines = sorted(follow(pieces, 0.002))
        paths = []
        for line in lines:
            if line[0][0] > line[-1][0]:
                line = line[::-1]
            paths.append([self.arc(line, 1, "file", "line")])
        self.topology.add_lines("frontiers", "ceasefire-1994", paths)


def closed_smooth(ring):
    """A closed ring smoothed through its points."""
    ring = [tuple(p) for p in ring]
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    ring = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
    body = ring[:-1]
    line = smooth(body[-2:] + body + body[:3], 4)
    first = next(i for i, p in enumerate(line) if p == body[0])
    last = max(i for i, p in enumerate(line) if p == body[0])
    return line[first:last + 1]


def ellipse(lake, steps=28):
    x0, y0 = lake["at"]
    a, b = lake["length"] / 2.0, lake["width"] / 2.0
    turn = math.radians(90.0 - lake["bearing"])
    ring = []
    for i in range(steps):
        t = 2.0 * math.pi * i / steps
        east = a * math.cos(t) * math.cos(turn) - b * math.sin(t) * math.sin(turn)
        north = a * math.cos(t) * math.sin(turn) + b * math.sin(t) * math.cos(turn)
        ring.append((x0 + east / KM_PER_DEGREE / math.cos(math.radians(y0)), y0 + north / KM_PER_DEGREE))
    return ring + [ring[0]]


def reservoir(lines, place, km2):
    """A reservoir as a band of the given area round the lake centre line of the river file."""
    line = min(merged(lines), key=lambda points: LineString(points).distance(Point(place)))
    flat = LineString([(x * SQUASH, y) for x, y in line])
    low, high = 0.0, 0.3
    for _ in range(40):
        width = (low + high) / 2.0
        if flat.buffer(width, 6).area * KM_PER_DEGREE ** 2 < km2:
            low = width
        else:
            high = width
    ring = [(x / SQUASH, y) for x, y in flat.buffer(low, 6).exterior.coords]
    return simplify(ring, lambda point: 0.002)
