# SPDX-License-Identifier: GPL-3.0-or-later
"""The geography and the relief of the example atlases: which units make which area, and how far the land reaches."""

import json
import math
import os
import subprocess

from shapely.geometry import Polygon, box

from . import sources
from .build import order, simplified, turn, Topology
from .topology import Arc, Finder, chain, degrees, edges_of, faces_of, join, key, polygon_km2, polygons_of, simplify

DEB_HEIGHTS = ("ferret-datasets", "7.6.0-5")
HEIGHTS_FILE = "usr/share/ferret-vis/data/etopo5.cdf"
METRES = 20
# Parts of a named island that are smaller are left out.
LEAST_KEPT_KM2 = 3.0
LEAST_ABROAD_KM2 = 500.0


def dms(degree, minute, second=0):
    """Degrees, minutes and seconds as degrees; the sign is that of the degrees."""
    return math.copysign(abs(degree) + minute / 60 + second / 3600, degree)


def rhumb(a, b, lon):
    """The point of the rhumb line through a and b on a meridian; longitudes run on beyond 180."""
    north = [math.asinh(math.tan(math.radians(p[1]))) for p in (a, b)]
    at = north[0] + (north[1] - north[0]) * (lon - a[0]) / (b[0] - a[0])
    return (lon, math.degrees(math.atan(math.sinh(at))))


# The limit of 1867 by Article I: north from 65 30 N on the meridian midway between the Diomede islands, which the agreement of 1990 puts at
# 168 58 37 W.  Its points on 172 W and midway between Attu and Copper Island are those of the rhumb line that the annex of 1990 names.
STRAIT = (dms(-168, 58, 37), dms(65, 30))
ON_172 = (-172.0, dms(64, 5, 8))
ATTU_COPPER = (dms(170, 18, 31) - 360, dms(53, 43, 42))
NORTH_END = (STRAIT[0], 84.0)
# Points 30 to 53 of the annex of 1990, as far as they were read; 37 to 38 follows the rhumb line.
POINTS_1990 = [
    (-178, 15, 36, 61, 2, 17), (-178, 32, 42, 60, 52, 57), (-178, 49, 45, 60, 43, 35), (-179, 6, 44, 60, 34, 11), (-179, 23, 38, 60, 24, 44),
    (-179, 40, 30, 60, 15, 14), (-179, 46, 49, 60, 11, 39), (-179, 40, 55, 59, 58, 22), (178, 33, 59, 58, 57, 18), (178, 15, 5, 58, 58, 14),
    (178, 14, 37, 58, 57, 58), (177, 58, 14, 58, 48, 6), (177, 41, 53, 58, 38, 12), (177, 25, 34, 58, 28, 16), (177, 9, 18, 58, 18, 17),
    (176, 53, 4, 58, 8, 15), (176, 36, 52, 57, 58, 11), (176, 20, 43, 57, 48, 4), (176, 4, 35, 57, 37, 54), (175, 48, 31, 57, 27, 42),
    (175, 32, 28, 57, 17, 28), (175, 16, 27, 57, 7, 11), (175, 0, 29, 56, 56, 51), (174, 44, 32, 56, 46, 29),
]


def limit_1867():
    """The limit from the Arctic to 193 W, longitudes running on beyond 180."""
    line = [NORTH_END, STRAIT, ON_172]
    return line + [rhumb(ON_172, ATTU_COPPER, lon) for lon in (-174, -176, -178, -180, -182, -184, -186, -188, ATTU_COPPER[0], -191.5, -193)]


def line_1990():
    points = [(dms(*p[:3]), dms(*p[3:])) for p in POINTS_1990]
    return [NORTH_END, STRAIT] + [(lon - 360 if lon > 0 else lon, lat) for lon, lat in points]


def cut_at_180(line):
    """A line whose longitudes run on beyond 180, in two parts that end there."""
    parts = [[]]
    for a, b in zip(line, line[1:]):
        parts[-1].append(a)
        if a[0] > -180 > b[0]:
            middle = rhumb(a, b, -180.0)
            parts[-1].append(middle)
            parts.append([middle])
        elif b[0] == -180:
            parts[-1].append(b)
            parts.append([])
    parts[-1].append(line[-1])
    return [[(round(lon + 360 if part[-1][0] < -180 else lon, 5), round(lat, 5)) for lon, lat in part] for part in parts]


def within(west, south, east, north):
    return lambda point: west < point.x < east and south < point.y < north


# boxes: what is cut out of the land; fine: where the lines are kept finest; tolerance: degrees there, and more a degree away; pieces: parts of
# units, by a point in them, which may be small; same: the
# area of such a part, or none where the scale is too small for it; areas: units by code; countries: their other units; all else is context.
EXAMPLES = {
    "south-tyrol": {
        "boxes": [(0.0, 40.0, 23.0, 53.0)],
        "fine": (9.0, 45.0, 13.8, 48.0),
        "tolerance": (0.002, 0.006),
        "least_km2": 60.0,
        "pieces": {"east-tyrol": ("AUT-2329", within(12.1, 46.5, 13.2, 47.3))},
        "areas": {
            "south-tyrol": {"ITA-5459"}, "trentino": {"ITA-5460"}, "belluno": {"ITA-5467"}, "north-tyrol": {"AUT-2329"},
            "vorarlberg": {"AUT-2320"}, "salzburg": {"AUT-2327"}, "carinthia": {"AUT-2325"},
            "lombardy": {"ITA-%d" % n for n in range(5443, 5455)},
            "venetia": {"ITA-5455", "ITA-5456"} | {"ITA-%d" % n for n in range(5461, 5467)},
            "austria-east": {"AUT-2326", "AUT-2323", "AUT-2330", "AUT-2331", "AUT-2328"},
            "bavaria": {"DEU-1591"},
            # Held otherwise than their country at times that the atlas does not tell.
            "abroad": {"ITA-5457", "ITA-5458", "AUT-2322"},
        },
        "countries": {"CHE": "switzerland", "ITA": "italy-rest", "DEU": "germany-rest"},
        "frontiers": {
            "line-1866": ({"south-tyrol", "trentino", "north-tyrol", "east-tyrol", "carinthia"}, {"lombardy", "venetia", "belluno"}),
            "line-1919": ({"north-tyrol", "east-tyrol", "salzburg", "carinthia"}, {"south-tyrol", "belluno", "venetia"}),
            "alpenvorland": ({"south-tyrol", "trentino", "belluno"}, {"lombardy", "venetia"}),
            "bolzano-trento": ({"south-tyrol"}, {"trentino"}),
        },
        "lines": {},
        "rivers": {"adige": 863, "inn": 718, "drava": 303, "po": 219, "mincio": 597, "rhine": 105},
        "relief": (6.0, 43.5, 17.0, 50.0, 1),
    },
    "bering": {
        "boxes": [(100.0, 35.0, 180.0, 84.0), (-180.0, 35.0, -90.0, 84.0)],
        "fine": (160.0, 50.0, 212.0, 72.0),
        "tolerance": (0.02, 0.015),
        "least_km2": 120.0,
        "pieces": {
            "big-diomede": ("RUS-2321", within(-169.2, 65.7, -168.95, 65.9)),
            "little-diomede": ("USA-3563", within(-169.0, 65.7, -168.8, 65.8)),
            "wrangel": ("RUS-2321", within(178.0, 70.7, 180.0, 71.7)),
            "wrangel-east": ("RUS-2321", within(-180.0, 70.7, -175.0, 71.7)),
            "saint-lawrence": ("USA-3563", within(-172.0, 62.9, -168.6, 63.9)),
            "attu": ("USA-3563", within(172.4, 52.7, 173.5, 53.1)),
            "kiska": ("USA-3563", within(177.2, 51.8, 177.7, 52.2)),
            "commander-islands": ("RUS-3468", within(165.7, 54.4, 168.2, 55.4)),
            "point-roberts": ("USA-3519", within(-123.2, 48.9, -123.0, 49.0)),
        },
        "areas": {"alaska": {"USA-3563"}, "chukotka": {"RUS-2321"}, "kamchatka": {"RUS-3468"}, "british-columbia": {"CAN-633"}},
        "same": {"wrangel-east": "wrangel", "point-roberts": None},
        "countries": {"RUS": "siberia", "CAN": "canada"},
        "frontiers": {"line-141": ({"alaska"}, {"canada", "british-columbia"})},
        "lines": {"limit-1867": (limit_1867, 5), "line-1990": (line_1990, 10)},
        "rivers": {"yukon": 53, "kuskokwim": 234, "kolyma": 124, "anadyr": 316},
        "relief": (150.0, 46.0, 222.0, 76.0, 3),
    },
}


# The land of the atlas that `kars-atlas new` writes, with positions of two decimals, short enough to be edited by hand.
START = {
    "boxes": [(-79.0, 15.0, -63.0, 24.0)],
    "fine": (-75.0, 17.0, -68.0, 20.5),
    "tolerance": (0.012, 0.03),
    "least_km2": 500.0,
    "pieces": {},
    "areas": {},
    "countries": {"HTI": "haiti", "DOM": "dominican"},
}


def tolerance(example):
    """Simplification tolerance by place: fine where the atlas is, the coarser the farther from it."""
    west, south, east, north = example["fine"]
    least, per_degree = example["tolerance"]

    def make(scale):
        def at(point):
            lon = point[0] + 360 if point[0] < 0 and east > 180 else point[0]
            out = max(west - lon, lon - east, south - point[1], point[1] - north, 0.0)
            return scale * min(0.1, least + per_degree * out)
        return at
    return make


def label_of(example, unit, point):
    """The area of a point in a unit, or the context."""
    code, country = unit
    for area, (of, test) in example["pieces"].items():
        if code == of and test(point):
            return example.get("same", {}).get(area, area)
    for area, codes in example["areas"].items():
        if code in codes:
            return area
    return example["countries"].get(country, "abroad")


def label_faces(example, units):
    """The faces of the land inside the boxes and the area of each; small pieces of land are left out."""
    faces, labels = [], []
    kept = set(example["pieces"]) | set(example.get("same", {}).values()) - {None}
    for bounds in example["boxes"]:
        frame = box(*bounds)
        polygons = [((code, country), Polygon(rings[0], rings[1:])) for code, country, _, parts in units for rings in parts]
        polygons = [(name, polygon) for name, polygon in polygons if polygon.intersects(frame)]
        lines = [ring for _, polygon in polygons for ring in [polygon.exterior.coords] + [hole.coords for hole in polygon.interiors]]
        finder = Finder(polygons)
        for face in faces_of(lines + [frame.exterior.coords]):
            point = face.representative_point()
            unit = finder.at(point.x, point.y) if frame.contains(point) else None
            if unit is not None:
                faces.append(face)
                labels.append(label_of(example, unit, point))
    for piece in islands(faces):
        names = {labels[n] for n in piece}
        least = LEAST_KEPT_KM2 if names & kept else LEAST_ABROAD_KM2 if names == {"abroad"} else example["least_km2"]
        if sum(polygon_km2(faces[n]) for n in piece) < least:
            for n in piece:
                labels[n] = None
    return faces, labels


def islands(faces):
    """Lists of faces that hang together by an edge."""
    owner, home = {}, list(range(len(faces)))

    def find(n):
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    for n, face in enumerate(faces):
        for ring in [face.exterior] + list(face.interiors):
            points = [key(p) for p in ring.coords]
            for a, b in zip(points, points[1:]):
                other = owner.setdefault((min(a, b), max(a, b)), n)
                home[find(n)] = find(other)
    groups = {}
    for n in range(len(faces)):
        groups.setdefault(find(n), []).append(n)
    return list(groups.values())


def on_frame(example, a, b):
    for bounds in example["boxes"]:
        west, south, east, north = (round(v * 1e6) for v in bounds)
        if (a[0] == b[0] and a[0] in (west, east)) or (a[1] == b[1] and a[1] in (south, north)):
            return True
    return False


def area_arcs(example, faces, labels):
    edges = edges_of(faces, labels)

    def traits(pair):
        return "frame" if on_frame(example, *pair) and None in edges[pair] else "coast" if None in edges[pair] else "inner"

    arcs = [Arc([degrees(p) for p in points], kind, left, right, 1, "file") for points, left, right, kind in chain(edges, traits, set())]
    for arc in arcs:
        turn(arc)
    arcs.sort(key=order)
    return arcs


def add_line(topology, example, name, paths, kind, accuracy, evidence):
    """Add a line of its own, simplified where it comes from a file."""
    numbers = []
    for path in paths:
        points = simplify(path, tolerance(example)(1.0)) if evidence == "file" else path
        numbers.append([topology.add_arc(Arc(points, kind, None, None, accuracy, evidence))])
    topology.add_lines("rivers" if kind == "water" else "frontiers", name, numbers)


def build_topology(cache, example):
    topology = Topology(example["boxes"])
    faces, labels = label_faces(example, sources.read_units(cache))
    topology.arcs = simplified(area_arcs(example, faces, labels), topology.log, tolerance(example))
    for name in sorted({label for label in labels if label is not None}):
        rings = [rings for rings, _ in polygons_of(name, topology.arcs)]
        topology.add_polygons("context" if name == "abroad" else "areas", name, rings)
    for name, (one, other) in sorted(example["frontiers"].items()):
        numbers = [i for i, arc in enumerate(topology.arcs) if (arc.left in one and arc.right in other) or (arc.right in one and arc.left in other)]
        topology.add_lines("frontiers", name, join(topology.arcs, numbers))
    for name, (make, accuracy) in sorted(example["lines"].items()):
        add_line(topology, example, name, cut_at_180(make()), "line", accuracy, "hand")
    for bounds in example["boxes"]:
        found = sources.read_rivers(cache, bounds)
        for name, number in sorted(example["rivers"].items()):
            if number in found:
                add_line(topology, example, name, found[number], "water", 2, "file")
    return topology


def read_heights(cache, bounds):
    """ETOPO5 in a box, the northern row first; longitudes run from 0 to 360."""
    folder = sources.fetch_deb(cache, *DEB_HEIGHTS, HEIGHTS_FILE)
    west, south, east, north = bounds
    half = 1 / 24
    command = ["gdal_translate", "-q", "-of", "AAIGrid", "-projwin", str(west - half), str(north + half), str(east + half), str(south - half),
               'NETCDF:"%s":ROSE' % os.path.join(folder, HEIGHTS_FILE), "/vsistdout/"]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    rows = [line.split() for line in result.stdout.decode("ascii").splitlines()]
    return [[float(word) for word in row] for row in rows if row and not row[0][0].isalpha()]


def build_relief(cache, bounds, every):
    """The heights in steps of 20 m, each the mean of the squares around it where steps are left out."""
    west, south, east, north = bounds
    grid = read_heights(cache, bounds)
    text = ""
    around = range(-(every // 2), every // 2 + 1)
    columns = round((east - west) * 12 / every) + 1
    for row in range(round((north - south) * 12 / every) + 1):
        for column in range(columns):
            near = [grid[min(max(row * every + i, 0), len(grid) - 1)][min(max(column * every + j, 0), len(grid[0]) - 1)]
                    for i in around for j in around]
            text += "%02x" % min(255, max(0, round(sum(near) / len(near) / METRES)))
    return {"west": west, "north": north, "steps_per_degree": 12 // every, "columns": columns, "metres": METRES, "heights": text}


def written(document):
    """The file's text: one arc, one geometry a line."""
    out = ["{"]
    for name in ("type", "bbox", "transform"):
        out.append("%s: %s," % (json.dumps(name), json.dumps(document[name])))
    out.append('"objects": {')
    last = list(document["objects"])[-1]
    for name, collection in document["objects"].items():
        rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in collection["geometries"])
        out.append('%s: {"type": "GeometryCollection", "geometries": [%s]}%s'
                   % (json.dumps(name), "\n" + rows + "\n" if rows else "", "" if name == last else ","))
    out.append("},")
    for name in ("arcs", "arc_properties"):
        rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in document[name])
        out.append("%s: [\n%s\n]%s" % (json.dumps(name), rows, "" if name == "arc_properties" else ","))
    out.append("}")
    return "\n".join(out) + "\n"


def positions(arcs, numbers):
    """The positions of a ring or line of arcs, rounded, none twice in a row."""
    out = []
    for number in numbers:
        points = arcs[number].points if number >= 0 else arcs[~number].points[::-1]
        for lon, lat in points:
            point = [round(lon, 2), round(lat, 2)]
            if not out or out[-1] != point:
                out.append(point)
    return out


def build_features(cache, example):
    """The land as features of GeoJSON, one on a line, and the line between the two areas."""
    faces, labels = label_faces(example, sources.read_units(cache))
    arcs = simplified(area_arcs(example, faces, labels), [], tolerance(example))
    rows = []
    for name in sorted({label for label in labels if label is not None}):
        polygons = [[positions(arcs, ring) for ring in rings] for rings, _ in polygons_of(name, arcs)]
        polygons = [polygon for polygon in polygons if len(polygon[0]) > 3]
        rows.append({"type": "Feature", "id": name, "properties": {"layer": "context" if name == "abroad" else "areas"},
                     "geometry": {"type": "MultiPolygon", "coordinates": polygons}})
    between = [i for i, arc in enumerate(arcs) if arc.sides() == {"haiti", "dominican"}]
    lines = [positions(arcs, path) for path in join(arcs, between)]
    rows.append({"type": "Feature", "id": "border", "properties": {"layer": "frontiers"}, "geometry": {"type": "MultiLineString", "coordinates": lines}})
    return '{"type": "FeatureCollection", "features": [\n%s\n]}\n' % ",\n".join(json.dumps(row) for row in rows)


def build(cache, name):
    """Yields the names and the texts of the files of an example."""
    if name == "start":
        yield "geography.json", build_features(cache, START)
        return
    example = EXAMPLES[name]
    yield "geography.json", written(build_topology(cache, example).document())
    yield "relief.json", json.dumps({"relief": build_relief(cache, example["relief"][:4], example["relief"][4])}, indent=1) + "\n"
