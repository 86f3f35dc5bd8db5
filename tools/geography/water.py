# SPDX-License-Identifier: GPL-3.0-or-later
"""Rivers, lakes, and the named lines that have arcs of their own."""

import heapq
import math

from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, nearest_points, unary_union

from . import areas, frontiers
from .topology import Arc, distance, join, line_of, simplify, smooth

# Rivers of the file by their number there; those of one list follow one another downstream.
FILE_RIVERS = {"murat": [993], "euphrates": [65, 69, 62, 94], "tigris": [120, 135], "kelkit": [1060], "kuban": [557],
               "kizilirmak": [481], "ceyhan": [1056], "qezel-owzan": [1058, 1146], "volga": [68], "aji-chay": [850]}
HEADS = {"murat": (43.58, 39.41), "euphrates": (41.46, 40.18), "tigris": (39.17, 38.42), "kelkit": (39.62, 39.88),
         "kuban": (42.07, 43.24), "kizilirmak": (37.66, 39.88), "ceyhan": (36.72, 38.64), "qezel-owzan": (46.78, 35.60),
         "aji-chay": (47.77, 38.14), "volga": (32.5, 57.3)}
KURA = 747
# The tolerance of a shore is at most this part of the size of the lake.
SHORE = 0.03
ARAS = 911
# Where rivers meet or leave borders: the tests of the arcs, and the place.
PERSIAN_BANK = frontiers.between({"nakhichevan", "sharur", "zangezur", "karabakh-lowland", "azerbaijan-core"}, frontiers.PERSIAN)
ARAS_BANK = frontiers.either(frontiers.between({"surmalu"}, {"ararat-plain", "sharur"}), PERSIAN_BANK)
AKHURIAN_BANK = frontiers.between({"kars", "kagizman"}, {"alexandropol", "ararat-plain"})
UPPER_AKHURIAN = frontiers.between({"aghbaba"}, {"alexandropol"})
ALAZANI_BANK = frontiers.between({"zakatala"}, {"georgia-core"})
ENGURI_BANK = frontiers.between({"abkhazia"}, {"georgia-west"})
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
    (ENGURI_BANK, (41.93, 42.60)),
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


class Network:
    """The rivers of a file without names: a river is the shortest way along them past its anchors."""

    def __init__(self, lines):
        self.next = {}
        for line in lines:
            for a, b in zip(line, line[1:]):
                self.next.setdefault(a, set()).add(b)
                self.next.setdefault(b, set()).add(a)
        self.bridge()

    def bridge(self, reach=0.06):
        """Join loose ends to the nearest vertex of another line within reach: the file has small gaps."""
        ends = sorted(point for point, others in self.next.items() if len(others) == 1)
        points = sorted(self.next)
        for end in ends:
            near = {end}
            stack = [end]
            while stack:  # what is reached along its own line does not count
                for other in self.next[stack.pop()]:
                    if other not in near and distance(end, other) < reach:
                        near.add(other)
                        stack.append(other)
            close = [p for p in points if p not in near and abs(p[0] - end[0]) < 2 * reach and distance(end, p) < reach]
            if close:
                other = nearest_vertex(close, end)
                self.next[end].add(other)
                self.next[other].add(end)

    def leg(self, start, end):
        heap, done = [(0.0, start, None)], {}
        while heap:
            size, point, before = heapq.heappop(heap)
            if point in done:
                continue
            done[point] = before
            if point == end:
                break
            for other in self.next[point]:
                if other not in done:
                    heapq.heappush(heap, (size + distance(point, other), other, point))
        if end not in done:
            raise ValueError("no river leads from %s to %s" % (start, end))
        way = [end]
        while way[-1] != start:
            way.append(done[way[-1]])
        return way[::-1]

    def course(self, anchors):
        stops = [nearest_vertex(self.next, tuple(anchor)) for anchor in anchors]
        points = stops[:1]
        for start, end in zip(stops, stops[1:]):
            points += self.leg(start, end)[1:]
        return points


class Water:
    """Adds rivers, lakes and own lines to a topology."""

    def __init__(self, topology, lines, rivers, courses, lakes, tolerance):
        self.topology, self.lines, self.tolerance = topology, lines, tolerance
        self.rivers, self.network, self.lakes = rivers, Network(courses), lakes
        self.courses, self.shores = {}, {}
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
        elif target in self.shores:
            line = self.shores[target]
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
        if start is None and "from" in item:
            start = self.mouth(*item["from"])
        if start:
            points.insert(0, start)
        if end is None and "to" in item:
            end = self.mouth(*item["to"])
        if end:
            points.append(end)
        return self.arc(smooth(points), item["accuracy_km"], "hand")

    def course(self, name, start=None, end=None):
        """The points of a river of the network, optionally from and to given points."""
        item = self.lines["courses"][name]
        points = self.network.course(item["anchors"])
        if end is None and "to" in item:
            end = self.mouth(*item["to"])
        return ([start] if start else []) + points + ([end] if end else [])

    def file_parts(self, name):
        """The parts of a river of the file, each downstream, from end to end."""
        pieces = []
        for number in FILE_RIVERS[name]:
            pieces += merged(self.rivers[number])
        parts = []
        for line in follow(pieces, 0.12):
            parts += clipped(line)
        parts = [part for part in parts if LineString(part).length > 0.02]
        for part in parts:
            if distance(part[-1], HEADS[name]) < distance(part[0], HEADS[name]):
                part.reverse()
        return sorted(parts)

    def add_file_rivers(self):
        for name in sorted(FILE_RIVERS):
            self.add(name, [[self.arc(part, 2, "file")] for part in self.file_parts(name)])

    def add_kura(self):
        """By the network from its source, where the file leaves it out, then the file's course to the sea."""
        pieces = [line for line in merged(self.rivers[KURA])
                  if min(distance(end, (43.288, 40.975)) for end in (line[0], line[-1])) > 0.01]  # the outflow of lake Cildir
        lower = max(follow(pieces), key=lambda line: LineString(line).length)
        if lower[0][0] > lower[-1][0]:
            lower.reverse()
        upper = self.course("kura-upper")
        cut = min(range(len(lower)), key=lambda i: (distance(lower[i], upper[-1]), i))
        points = upper + lower[cut + 1:]
        points.append(self.mouth("coast", points[-1]))
        self.add("kura", [[self.arc(points, 2, "file")]])

    def add_aras(self):
        """Aras by the network to the Akhurian, then the border, then the file's course to the Kura; and what flows into it."""
        bank = self.border(ARAS_BANK, None, (47.958, 39.707))
        aras = merged(self.rivers[ARAS])[0]
        if aras[0][0] > aras[-1][0]:
            aras.reverse()
        upper = self.arc(self.course("aras-upper", None, self.first(bank)), 2, "file")
        leave = self.last(bank)
        cut = min(range(len(aras)), key=lambda i: (distance(aras[i], leave), i))
        lower = [leave] + aras[cut + 1:]
        lower[-1] = self.mouth("kura", lower[-1])
        self.add("aras", [[upper] + bank + [self.arc(lower, 2, "file")]])
        # Akhurian: the edge of Aghbaba, then the border.
        top = self.border(UPPER_AKHURIAN, (43.645, 41.065), (43.715, 40.75))
        down = self.border(AKHURIAN_BANK, self.last(top), self.first(bank))
        self.add("akhurian", [top + down])
        into = self.first(self.border(AKHURIAN_BANK, (43.70, 40.62), self.first(bank)))
        self.add("kars-river", [[self.arc(self.course("kars-river", None, into), 2, "file")]])
        self.add("karasu-lower", [self.border(KARASU_BANK, (44.592, 39.772), (44.807, 39.640))])

    def add_rivers(self):
        self.add_file_rivers()
        self.add_kura()
        self.add_aras()
        # Alazani: by hand, the border, by hand into the Kura.
        bank = self.border(ALAZANI_BANK, (46.20, 41.67), (46.66, 41.32))
        self.add("alazani", [[self.hand("alazani-upper", None, self.first(bank))] + bank
                             + [self.hand("alazani-lower", self.last(bank))]])
        # Enguri: by hand, then the border to the sea.
        bank = self.border(ENGURI_BANK, (41.93, 42.60), (41.55, 42.39))
        self.add("enguri", [[self.hand("enguri", None, self.first(bank))] + bank])
        for name in ("coruh", "oltu-river", "adjaristsqali", "harsit", "terek"):
            self.add(name, [[self.arc(self.course(name), 2, "file")]])
        for name in ("rioni", "hrazdan", "debed", "arpa"):
            self.add(name, [[self.hand(name)]])

    def shore(self, ring):
        """A new arc round a lake, simplified as far as it does not cross itself."""
        finest = SHORE * math.sqrt(Polygon(ring).area)
        for scale in (1.0, 0.5, 0.25, 0.0):
            arc = Arc(simplify(ring, lambda point: scale * min(self.tolerance(point), finest) + 1e-9), "water", None, None, 1, "file")
            number = self.topology.add_arc(arc)
            if LineString(arc.points).is_simple:
                return number
            self.topology.arcs.pop()
        raise ValueError("a shore crosses itself at %s" % (ring[0],))

    def add_lakes(self):
        shapes = [Polygon(ring) for ring in self.lakes]
        for name, place in sorted(self.lines["lakes"].items()):
            if name == "about":
                continue
            found = [shape for shape in shapes if shape.contains(Point(place))]
            if len(found) != 1:
                raise ValueError("lake %s was found %d times" % (name, len(found)))
            ring = list(orient(found[0]).exterior.coords)
            self.shores[name] = LineString(ring)
            self.topology.add_polygons("lakes", name, [[[self.shore(ring)]]])

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
