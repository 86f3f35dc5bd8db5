#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the waters of the built-in atlas: rivers lead from a source to a sea, a lake or a river; lakes have shores.

Usage: check_waters.py [DATA-FOLDER]   (the folder that holds atlas/)

Prints TAP and exits with 1 when a test failed. Each rule must find the fault of a made-up atlas too.
"""

import math
import sys

from history import Rule, run

# Where rivers rise, in degrees; a river that is not here begins in a lake, in a river or at the edge of the data.
SOURCES = {
    "adjaristsqali": (42.28, 41.62), "aji-chay": (47.77, 38.14), "akhurian": (43.645, 41.065), "alazani": (45.27, 42.38), "aras": (41.35, 39.33),
    "arpa": (45.74, 39.98), "ceyhan": (36.72, 38.64), "coruh": (40.20, 40.05), "debed": (43.98, 40.88), "enguri": (43.11, 42.95),
    "euphrates": (41.46, 40.18), "harsit": (39.50, 40.45), "karasu-lower": (44.592, 39.772), "kars-river": (42.79, 40.32), "kelkit": (39.62, 39.88),
    "kizilirmak": (37.66, 39.88), "kuban": (42.07, 43.24), "kura": (42.85, 40.90), "murat": (43.58, 39.41), "oltu-river": (41.66, 40.43),
    "qezel-owzan": (46.78, 35.60), "rioni": (43.55, 42.72), "terek": (44.27, 42.63), "tigris": (39.17, 38.42),
}
# What counts as meeting, in degrees of latitude: two kilometres; and as the source: five.
MEETS, AT_SOURCE = 0.018, 0.05
# Shores of lakes of this size, in square kilometres, have at least so many bays.
SHORES = ((1000, 25), (100, 8), (30, 2))
SQUASH = math.cos(math.radians(40.5))
KM = 111.2


def arcs_of(geography):
    """The arcs in degrees."""
    scale, origin = geography["transform"]["scale"], geography["transform"]["translate"]
    arcs = []
    for deltas in geography["arcs"]:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
        arcs.append(points)
    return arcs


def line_of(arcs, path):
    """The points of signed arc numbers, end to end."""
    points = []
    for number in path:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    return points


def distance(point, line):
    """From a point to a line, in degrees of latitude."""
    least = math.inf
    for (x0, y0), (x1, y1) in zip(line, line[1:]):
        dx, dy = (x1 - x0) * SQUASH, y1 - y0
        px, py = (point[0] - x0) * SQUASH, point[1] - y0
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
        least = min(least, math.hypot(px - along * dx, py - along * dy))
    return least


def rivers(geography, arcs):
    """Of each part of each river its id and its points, downstream."""
    for river in geography["objects"]["rivers"]["geometries"]:
        paths = [river["arcs"]] if river["type"] == "LineString" else river["arcs"]
        for path in paths:
            yield river["id"], line_of(arcs, path)


def lakes(geography, arcs):
    """Of each lake its id and its shore."""
    for lake in geography["objects"]["lakes"]["geometries"]:
        polygons = [lake["arcs"]] if lake["type"] == "Polygon" else lake["arcs"]
        for polygon in polygons:
            yield lake["id"], line_of(arcs, polygon[0])


def check_ends(atlas):
    """Rivers begin at their source, or in a water or at the edge of the data, and end in one of these."""
    geography = atlas.sections["geography"]
    arcs = arcs_of(geography)
    parts = list(rivers(geography, arcs))
    ways = [arc for arc, about in zip(arcs, geography["arc_properties"]) if about["kind"] in ("coast", "frame")]
    ways += [shore for _, shore in lakes(geography, arcs)]
    for number, (name, points) in enumerate(parts):
        others = ways + [line for i, (_, line) in enumerate(parts) if i != number]
        for what, end in (("begins", points[0]), ("ends", points[-1])):
            if what == "begins" and name in SOURCES and math.dist(end, SOURCES[name]) < AT_SOURCE:
                continue
            gap = min(distance(end, line) for line in others)
            if gap > MEETS:
                yield f"{name} {what} at {end[0]:.3f} {end[1]:.3f}, {gap * KM:.1f} km off any water"


def area_of(shore):
    """The area of a ring in square kilometres, above 0 when it runs against the clock."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(shore, shore[1:])) / 2 * SQUASH * KM * KM


def count_bays(shore):
    """How many corners of a ring against the clock point inward: an ellipse has none."""
    ring = shore[:-1]
    corners = zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1])
    return sum((bx - ax) * (cy - by) < (by - ay) * (cx - bx) for (ax, ay), (bx, by), (cx, cy) in corners)


def check_shores(atlas):
    """The shores of lakes near the frontier are surveyed: the greater the lake, the more bays it has."""
    geography = atlas.sections["geography"]
    for name, shore in lakes(geography, arcs_of(geography)):
        area = area_of(shore)
        bays = count_bays(shore if area > 0 else shore[::-1])
        least = next((n for size, n in SHORES if abs(area) >= size), 0)
        if 40 < shore[0][0] < 48 and 37 < shore[0][1] < 43 and bays < least:
            yield f"{name}, {abs(area):.0f} km2, has {bays} bays, {least} expected"


def with_waters(river, lake):
    """A made-up geography: a river that rises where the Arpa does, a lake, and the coast that the river should reach."""
    arcs = [[[round(x * 1000), round(y * 1000)] for x, y in points] for points in (river, lake, ((44.0, 39.0), (44.0, 40.0)))]
    deltas = [[[x - before[0], y - before[1]] for (x, y), before in zip(arc, [(0, 0)] + arc)] for arc in arcs]
    return {"geography": {
        "transform": {"scale": [0.001, 0.001], "translate": [0, 0]}, "arcs": deltas,
        "arc_properties": [{"kind": "water"}, {"kind": "water"}, {"kind": "coast"}],
        "objects": {"rivers": {"geometries": [{"type": "LineString", "id": "arpa", "arcs": [0]}]},
                    "lakes": {"geometries": [{"type": "Polygon", "id": "sevan", "arcs": [[1]]}]}}}}


SQUARE = ((45.2, 40.2), (45.6, 40.2), (45.6, 40.6), (45.2, 40.6), (45.2, 40.2))
STOPS = with_waters(((45.74, 39.98), (44.1, 39.5)), SQUARE)
NO_SOURCE = with_waters(((45.34, 39.73), (44.0, 39.5)), SQUARE)
COARSE = with_waters(((45.74, 39.98), (44.0, 39.5)), SQUARE)

RULES = [
    Rule("rivers lead from a source to a water", check_ends, STOPS, NO_SOURCE),
    Rule("lakes have shores", check_shores, COARSE),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
