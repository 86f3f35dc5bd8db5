# SPDX-License-Identifier: GPL-3.0-or-later
"""Which area each piece of land belongs to."""

import json
import os

from shapely.geometry import LineString, Polygon, box
from shapely.ops import linemerge, polygonize, unary_union

from .topology import SQUASH, Finder, degrees, distance, faces_of, key, polygon_km2, smooth

BOX = (12.0, 25.0, 75.0, 56.0)
SMALL_KM2 = 50.0
# Land outside the atlas has only its greater islands.
SMALL_ABROAD_KM2 = 250.0

UNITS = {
    "adjara": ["GEO-3027"],
    "abkhazia": ["GEO-3015"],
    "akhaltsikhe-akhalkalaki": ["GEO-3038"],
    "borchaly": ["GEO-3037"],
    "georgia-west": ["GEO-3028", "GEO-3029", "GEO-3030", "GEO-3035"],
    "ardahan": ["TUR-4839"],
    "turkey-west": ["TUR-2229", "TUR-2230", "TUR-2238", "TUR-2239", "TUR-2240", "TUR-2241", "TUR-2242", "TUR-2263", "TUR-2264", "TUR-2265",
                    "TUR-2266", "TUR-2267", "TUR-2274", "TUR-2276", "TUR-2277", "TUR-2278", "TUR-3014", "TUR-5518"],
    "agri": ["TUR-2307"],
    "rize": ["TUR-2301"],
    "trabzon": ["TUR-2302"],
    "gumushane": ["TUR-3031"],
    "bayburt": ["TUR-3032"],
    "giresun": ["TUR-2292"],
    "erzincan": ["TUR-2300"],
    "van": ["TUR-3048"],
    "bitlis": ["TUR-2311"],
    "mus": ["TUR-2310"],
    "nakhichevan": ["AZE-2418", "AZE-2420", "AZE-2421", "AZE-2422", "AZE-2423", "AZE-5567"],
    "sharur": ["AZE-2415", "AZE-2419"],
    "zakatala": ["AZE-1723", "AZE-1731", "AZE-1726"],
    "karabakh-lowland": ["AZE-1682", "AZE-1735", "AZE-1736", "AZE-1740", "AZE-1699", "AZE-1702", "AZE-1691"],
    "daralagez": ["ARM-1733"],
    "erivan": ["ARM-1675", "ARM-1671", "ARM-1554", "ARM-1553", "ARM-1673"],
    "nor-bayazet": ["ARM-1672"],
    "lori": ["ARM-1674"],
    "kazakh-west": ["ARM-1670"],
    "zangezur": ["ARM-1732"],
    "north-caucasus": ["RUS-2279", "RUS-2280", "RUS-2303", "RUS-2304", "RUS-2305", "RUS-2306", "RUS-2371", "RUS-2416", "RUS-2417"],
    "persia-maku": ["IRN-3237"],
    "persia-azerbaijan": ["IRN-3238", "IRN-3230"],
}
REST = {"TUR": "turkey-core", "GEO": "georgia-core", "AZE": "azerbaijan-core", "IRN": "iran-core", "RUS": "russia-core"}
# All land outside the atlas is one: borders between other countries are not drawn.
CONTEXT = "abroad"
# Units that lie in the former oblast but for slivers: Khojaly, Khojavend, Shusha, Stepanakert.
OBLAST_UNITS = {"AZE-1739", "AZE-1734", "AZE-1737", "AZE-5565", "AZE-4838"}
# Units that hand lines or lines of another file cut.
CUT = {"TUR-2298", "TUR-2299", "TUR-3040", "TUR-4840", "TUR-2307", "ARM-1555"}
AREA_OF = {code: area for area, codes in UNITS.items() for code in codes}

# Accuracy in km of an area's outline where no line says better, for its historical sense.
ACCURACY = {"adjara": 1, "batum-south": 6, "artvin": 6, "ardahan": 8, "olti": 6, "gole": 10, "kars": 8, "sarikamis": 10, "aghbaba": 2, "kagizman": 8, "zivin-strip": 4,
            "surmalu": 2, "bayazid-slice": 2, "lesser-ararat-e": 5, "nakhichevan": 3, "sharur": 3, "daralagez": 3, "erivan": 10,
            "ararat-plain": 10, "alexandropol": 3, "nor-bayazet": 3, "lori": 5, "pambak": 10, "kazakh-west": 5, "zangezur": 3, "karabakh-ao": 2,
            "karabakh-south": 10, "karabakh-lowland": 3, "zakatala": 3, "south-ossetia": 3, "akhaltsikhe-akhalkalaki": 5, "borjomi": 10, "georgia-west": 3,
            "borchaly": 3, "abkhazia": 1}
COUNTRY = {}
for _country, _areas in (
        ("TUR", "batum-south artvin lazistan-kiskim ardahan gole olti kars sarikamis kagizman zivin-strip surmalu bayazid-slice "
                "lesser-ararat-e rize trabzon gumushane bayburt giresun erzincan erzurum-rest agri van bitlis mus turkey-core turkey-west"),
        ("GEO", "adjara abkhazia south-ossetia akhaltsikhe-akhalkalaki borjomi georgia-west borchaly georgia-core"),
        ("ARM", "aghbaba daralagez erivan ararat-plain alexandropol nor-bayazet lori pambak kazakh-west zangezur"),
        ("AZE", "nakhichevan sharur karabakh-ao karabakh-south karabakh-lowland zakatala azerbaijan-core"),
        ("RUS", "north-caucasus russia-core"),
        ("IRN", "persia-maku persia-azerbaijan iran-core")):
    for _area in _areas.split():
        COUNTRY[_area] = _country
AREAS = sorted(COUNTRY)


def accuracy_between(left, right):
    """Accuracy in km of a file arc between two areas (None: the sea)."""
    if left is None or right is None:
        return 1
    pair = {left, right}
    if pair & {"karabakh-ao", "karabakh-south"}:
        return 2
    if pair & {"nakhichevan", "sharur"} and pair & {"zangezur", "daralagez", "erivan", "ararat-plain"}:
        return 6 if pair == {"nakhichevan", "zangezur"} else 3
    if pair == {"nakhichevan", "sharur"}:
        return 8
    if pair == {"surmalu", "kagizman"} or pair == {"kagizman", "agri"}:
        return 2
    if COUNTRY.get(left, left) != COUNTRY.get(right, right):
        return 1
    return max(ACCURACY.get(left, 1), ACCURACY.get(right, 1))


def load_lines():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lines.json")
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


class Cuts:
    """The hand lines that cut units, and the sides they make."""

    def __init__(self, lines):
        self.lines = {}
        self.control = []
        for name, cut in sorted(lines["cuts"].items()):
            points = [p[:2] for p in cut["points"]]
            line = smooth(points)
            if "before" in cut:
                line.insert(0, tuple(cut["before"]))
            if "after" in cut:
                line.append(tuple(cut["after"]))
            self.lines[name] = line
            self.control += [(p[0], p[1], p[2]) for p in cut["points"]]
        self.all = unary_union([LineString(line) for line in self.lines.values()])
        line = self.lines
        self.russian = Polygon(line["frontier-1878"] + [(42.6, 39.0), (46.0, 39.0), (46.0, 42.5), (41.0, 42.5)])
        self.persia = Polygon(line["persia-1913"] + [(44.9, 39.39), (44.9, 39.9), (44.36, 39.9)])
        crest = line["ararat-crest"] + line["persia-1828"][1:-1]
        self.surmalu = Polygon(crest + [(44.7, 39.6), (44.95, 39.55), (45.0, 40.5), (43.2, 40.5), (43.2, 39.5)])
        self.kars = Polygon(line["kars-kagizman"] + [(44.0, 40.448), (44.0, 41.5), (42.0, 41.5), (42.0, 40.297)])
        self.olti_kars = Polygon(line["olti-kars"] + [(42.51, 41.0), (42.0, 41.0), (42.0, 40.305)])
        self.olti_artvin = Polygon(line["olti-artvin"] + [(42.6, 40.89), (42.6, 40.2), (41.6, 40.2), (41.6, 40.94)])
        self.batum = Polygon(line["batum-artvin"] + [(42.1, 42.0), (41.2, 42.0), (41.2, 41.305)])
        self.aghbaba = Polygon(line["aghbaba"] + [(43.2, 40.742), (43.2, 41.172)])

    def area(self, code, point):
        """The area of a point in a cut unit."""
        if code == "ARM-1555":
            return "aghbaba" if self.aghbaba.contains(point) else "alexandropol"
        if code == "TUR-4840":
            if self.surmalu.contains(point):
                return "surmalu"
            return "lesser-ararat-e" if self.persia.contains(point) else "bayazid-slice"
        if code == "TUR-2307":
            if point.x > 44.0 and self.surmalu.contains(point):
                return "surmalu"
            return "lesser-ararat-e" if self.persia.contains(point) else "agri"
        east = self.russian.contains(point)
        if code == "TUR-2299":
            return "olti" if east else "erzurum-rest"
        if code == "TUR-3040":
            if not east:
                return "zivin-strip"
            if self.olti_kars.contains(point):
                return "olti"
            return "kars" if self.kars.contains(point) else "kagizman"
        if not east:
            return "lazistan-kiskim"
        if self.batum.contains(point):
            return "batum-south"
        return "olti" if self.olti_artvin.contains(point) else "artvin"


class Nearer:
    """The part of an area that lies nearer to its own towns than to others.

    It stands in for a limit that no source gives: who held a town held the land round it.
    """

    def __init__(self, area, row):
        self.area, self.of, self.units, self.accuracy = area, row["of"], row["units"], row["accuracy_km"]
        self.own = [tuple(place) for place in row["towns"].values()]
        self.other = [tuple(place) for place in row["against"].values()]

    def has(self, point):
        here = (point.x, point.y)
        return min(distance(here, town) for town in self.own) < min(distance(here, town) for town in self.other)

    def cell(self, town):
        """What lies nearer to a town than to any of the others."""
        cell = box(town[0] - 3.0, town[1] - 3.0, town[0] + 3.0, town[1] + 3.0)
        for other in self.other:
            x, y = (town[0] + other[0]) / 2, (town[1] + other[1]) / 2
            along = ((other[1] - town[1]) / SQUASH, (town[0] - other[0]) * SQUASH)
            away = (town[0] - other[0], town[1] - other[1])
            size = 20.0 / max(abs(along[0]), abs(along[1]), abs(away[0]), abs(away[1]))
            one, two = (x - along[0] * size, y - along[1] * size), (x + along[0] * size, y + along[1] * size)
            cell = cell.intersection(Polygon([one, two] + [(px + away[0] * size, py + away[1] * size) for px, py in (two, one)]))
        return cell

    def lines(self, land):
        """The limit as far as it runs within the land."""
        limit = unary_union([self.cell(town) for town in self.own]).boundary
        inside = limit.intersection(land.buffer(0.01))
        inside = inside if inside.geom_type == "LineString" else linemerge(inside)
        lines = [inside] if inside.geom_type == "LineString" else list(inside.geoms)
        return [[(round(x, 5), round(y, 5)) for x, y in line.coords] for line in lines]


def stretch(line, by):
    """A line made longer at both ends by degrees."""
    out = list(line)
    for end, inner in ((0, 1), (-1, -2)):
        (x0, y0), (x1, y1) = out[inner], out[end]
        size = max(distance((x0, y0), (x1, y1)), 1e-9)
        new = (x1 + (x1 - x0) / size * by, y1 + (y1 - y0) / size * by)
        if end == 0:
            out.insert(0, new)
        else:
            out.append(new)
    return out


def spread(line, step):
    """Points along a line, at most a step apart."""
    shape = LineString(line)
    count = max(1, int(shape.length / step))
    return [(point.x, point.y) for point in (shape.interpolate(i / count, normalized=True) for i in range(count + 1))]


def snap_ends(lines, reach):
    """Move line ends that lie within reach of one another to one place."""
    ends = sorted({end for line in lines for end in (line[0], line[-1])})
    place = {}
    for end in ends:
        for other in ends:
            if other == end:
                place.setdefault(end, end)
                break
            if distance(end, other) < reach:
                place[end] = place.get(other, other)
                break
    return [[place[line[0]]] + line[1:-1] + [place[line[-1]]] for line in lines]


def unique(lines):
    """Lines without those that repeat one (forwards or backwards)."""
    seen, out = set(), []
    for line in lines:
        ident = min(tuple(key(p) for p in line), tuple(key(p) for p in reversed(line)))
        if ident not in seen:
            seen.add(ident)
            out.append(line)
    return out


class Land:
    """Faces of the land and the areas they belong to."""

    def __init__(self, units, disputed, lines):
        self.cuts = Cuts(lines)
        frame = box(*BOX)
        polygons, self.unit_country, self.unit_iso = [], {}, {}
        segments, abroad = set(), set()
        for code, country, iso, shapes in units:
            self.unit_country[code], self.unit_iso[code] = country, iso
            outside = self.is_abroad(code)
            for rings in shapes:
                polygon = Polygon(rings[0], rings[1:])
                if not polygon.intersects(frame):
                    continue
                polygons.append((code, polygon))
                for ring in rings:
                    for a, b in zip(ring, ring[1:]):
                        if a == b or max(a[0], b[0]) < BOX[0] or min(a[0], b[0]) > BOX[2] \
                                or max(a[1], b[1]) < BOX[1] or min(a[1], b[1]) > BOX[3]:
                            continue
                        pair = (a, b) if a < b else (b, a)
                        if outside and pair in abroad:
                            segments.discard(pair)
                        else:
                            segments.add(pair)
                        if outside:
                            abroad.add(pair)

        oblast = unique(snap_ends([[(round(x, 6), round(y, 6)) for x, y in line]
                                   for line in disputed["Former USSR oblast in 1991"]], 0.005))
        rings = [p for p in polygonize(unary_union([LineString(line) for line in oblast]))]
        self.karabakh = max(rings, key=lambda p: p.area)
        self.karabakh = Polygon([(round(x, 5), round(y, 5)) for x, y in self.karabakh.exterior.coords])
        claim = [[(round(x, 6), round(y, 6)) for x, y in line] for line in disputed["Georgian claim"]
                 if min(p[0] for p in line) > 43.0]
        merged = linemerge(unary_union([LineString(line) for line in unique(claim)]))
        self.ossetia_lines = [list(line.coords) for line in ([merged] if merged.geom_type == "LineString" else merged.geoms)]
        self.polygons = polygons
        self.ceasefire = unique([[(round(x, 6), round(y, 6)) for x, y in line] for line in disputed["Ceasefire Line 1994"]])

        self.parts = [Nearer(name, row) for name, row in sorted(lines["nearer"].items()) if name != "about"]
        limits = []
        for part in self.parts:
            whole = unary_union([polygon for code, polygon in polygons if code in part.units]) if part.units else self.karabakh
            for limit in part.lines(whole):
                limits.append(limit)
                self.cuts.control += [(x, y, part.accuracy) for x, y in spread(limit, 0.05)]
        self.cuts.all = unary_union([self.cuts.all] + [LineString(limit) for limit in limits])
        work = [list(segment) for segment in sorted(segments)]
        work += limits
        work.append([(BOX[0], BOX[1]), (BOX[2], BOX[1]), (BOX[2], BOX[3]), (BOX[0], BOX[3]), (BOX[0], BOX[1])])
        work += [self.cuts.lines[name] for name in sorted(self.cuts.lines)]
        work.append(list(self.karabakh.exterior.coords))
        ossetia = [stretch(line, 0.02) for line in self.ossetia_lines]
        work += ossetia
        self.ossetia_work = ossetia
        self.faces = [face for face in faces_of(work) if frame.contains(face.representative_point())]
        finder = Finder(polygons)
        self.labels = []
        russia = unary_union([polygon for code, polygon in polygons if self.unit_country[code] == "RUS"])
        south = [face for face in polygonize(unary_union(
            [LineString(line) for line in ossetia] + [russia.boundary.intersection(box(43.0, 41.5, 45.5, 43.5))]))
            if face.contains(face.representative_point()) and face.intersects(box(43.95, 42.2, 44.0, 42.25))]
        self.ossetia = max(south, key=lambda p: p.area)
        for face in self.faces:
            point = face.representative_point()
            code = finder.at(point.x, point.y)
            self.labels.append(None if code is None else self.part(self.label(code, point), point))
        self.tidy()

    def part(self, label, point):
        """The part of an area that a point lies in."""
        for part in self.parts:
            if part.of == label and part.has(point):
                return part.area
        return label

    def is_abroad(self, code):
        """Whether a unit lies outside the atlas; Crimea counts to Ukraine."""
        country = self.unit_country[code]
        return country not in set(COUNTRY.values()) or country == "RUS" and self.unit_iso[code].startswith("UA")

    def label(self, code, point):
        country = self.unit_country[code]
        if self.is_abroad(code):
            return CONTEXT
        if code in CUT:
            return self.cuts.area(code, point)
        if country == "AZE" and self.karabakh.contains(point):
            return "karabakh-ao"
        if code in OBLAST_UNITS:  # their few parts outside the oblast's line
            return "karabakh-lowland"
        if country == "GEO" and self.ossetia.contains(point):
            return "south-ossetia"
        return AREA_OF.get(code) or REST[country]

    def tidy(self):
        """Give pieces below SMALL_KM2 to the land they touch most; drop small islands; fill small gaps between units."""
        self.log = []
        edge_faces = {}
        for number, face in enumerate(self.faces):
            for ring in [face.exterior] + list(face.interiors):
                points = [key(p) for p in ring.coords]
                for a, b in zip(points, points[1:]):
                    if a != b:
                        edge_faces.setdefault((a, b) if a < b else (b, a), []).append(number)
        touching = {}
        for (a, b), numbers in sorted(edge_faces.items()):
            if len(numbers) == 2:
                size = distance(degrees(a), degrees(b))
                for one, two in (numbers, numbers[::-1]):
                    touching.setdefault(one, {})
                    touching[one][two] = touching[one].get(two, 0.0) + size
        for _ in range(4):
            changed = False
            for piece in self.pieces(touching):
                label = self.labels[piece[0]]
                size = sum(polygon_km2(self.faces[n]) for n in piece)
                if size >= (SMALL_ABROAD_KM2 if label == CONTEXT else SMALL_KM2):
                    continue
                around = {}
                for n in piece:
                    for other, length in touching.get(n, {}).items():
                        if self.labels[other] != label:
                            around[self.labels[other]] = around.get(self.labels[other], 0.0) + length
                land = {k: v for k, v in around.items() if k is not None and k not in ("karabakh-ao", "karabakh-south")}
                country = {k: v for k, v in land.items() if COUNTRY.get(k, k) == COUNTRY.get(label, label)}
                if label is None:
                    if None in around or not land:
                        continue
                choice = country or land
                new = max(sorted(choice), key=lambda k: choice[k]) if choice else None
                for n in piece:
                    self.labels[n] = new
                centre = self.faces[piece[0]].representative_point()
                self.log.append("%s, %.1f km2 at %.2f %.2f, goes to %s" % (label or "gap", size, centre.x, centre.y, new or "the sea"))
                changed = True
            if not changed:
                break

    def pieces(self, touching):
        """Connected faces of the same label, in order."""
        seen, out = set(), []
        for number in range(len(self.faces)):
            if number in seen:
                continue
            piece, stack = [], [number]
            seen.add(number)
            while stack:
                n = stack.pop()
                piece.append(n)
                for other in sorted(touching.get(n, {})):
                    if other not in seen and self.labels[other] == self.labels[number]:
                        seen.add(other)
                        stack.append(other)
            out.append(sorted(piece))
        return out
