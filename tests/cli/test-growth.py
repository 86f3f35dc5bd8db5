#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cost of checking an atlas grows with its size: four times the input, not sixteen times the time.

usage: test-growth.py PROGRAM SOURCE-FOLDER PARSER

Where the atlas is good, the cost is also compared with that of PARSER, which parses the document alone.

Each kind makes one section great, or one fault frequent. The processor time of the program is
counted, so that a busy machine changes little.
"""

import copy
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile

PROGRAM, SOURCE, PARSER = map(os.path.abspath, sys.argv[1:4])
SMALL = os.path.join(SOURCE, "tests", "core", "faults", "valid.json")
ROUNDS = 3
MOST = 8.0  # linear is 4, quadratic 16
MOST_OF_PARSER = 1.8


def small():
    with open(SMALL, encoding="utf-8") as document:
        return json.load(document)


def copies(section, index, n, change=None):
    """The small atlas with N more copies of one item."""
    atlas = small()
    for i in range(n):
        item = copy.deepcopy(atlas[section][index])
        item["id"] = f"x{i}"
        if change:
            change(item, i)
        atlas[section].append(item)
    return atlas


def land(n, order=lambda geometries: None, tenures="each"):
    """N squares, one area each, held one by one or all by one tenure."""
    atlas = small()
    side = int(n**0.5) + 1
    geography = atlas["geography"]
    area, tenure = atlas["areas"][0], atlas["tenures"][2]
    geography.pop("transform")
    geography["arcs"], geography["arc_properties"] = [], []
    for layer in geography["objects"].values():
        layer["geometries"] = []
    for section in ("frontiers", "places", "events", "regions", "areas", "tenures", "articles", "corrections"):
        atlas[section] = []
    atlas["atlas"].pop("heroes")
    for i in range(n):
        x, y, width = i % side * 1.9 / side, i // side * 0.9 / side, 0.8 / side
        geography["arcs"].append([[x, y], [x + width, y], [x + width, y + width], [x, y + width], [x, y]])
        geography["arc_properties"].append({"kind": "inner", "accuracy_km": 1, "evidence": "file"})
        geography["objects"]["areas"]["geometries"].append({"type": "Polygon", "id": f"a{i}", "arcs": [[i]]})
        atlas["areas"].append({**area, "id": f"a{i}"})
        if tenures == "each":
            atlas["tenures"].append({**tenure, "id": f"t{i}", "areas": [f"a{i}"]})
    if tenures == "one":
        atlas["tenures"].append({**tenure, "areas": [f"a{i}" for i in range(n)]})
    order(geography["objects"]["areas"]["geometries"])
    return atlas


def lines(n):
    atlas = copies("frontiers", 0, n, lambda item, i: item.update(geometry=f"x{i}"))
    geometries = atlas["geography"]["objects"]["frontiers"]["geometries"]
    geometries += [{**geometries[0], "id": f"x{i}"} for i in range(n)]
    return atlas


def alike(i):
    """A word. All have one hash where each letter is added to 33 times the hash of those before it."""
    return "".join("ar" if i >> bit & 1 else "c0" for bit in range(20))


def families(n):
    """N polities, each of a family of its own in the palette."""
    atlas = copies("polities", 0, n, lambda item, i: item.update(tint=f"f{i}"))
    known = {polity["tint"] for polity in atlas["polities"]} - {"neutral"}
    atlas["atlas"]["palette"] = [{"family": name, "colour": "rose"} for name in sorted(known)]
    return atlas


TABLE = "Year,Headline,Text,Media\n"
SLIDE = '{"start_date": {"year": 1921}, "text": {"headline": "Kars"}, "media": {"url": "x"}, "group": "x"}'


def vertices(n):
    """A line of N points."""
    atlas = small()
    geography = atlas["geography"]
    geography.pop("transform")
    geography["arcs"] = [[[1, 0], [1, 0.5], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]], [[1, 0], [2, 0], [2, 1], [1, 1]],
                         [[0.5 + i * 1e-6, 0.5 + 0.2 * math.sin(i / 1000)] for i in range(n + 2)]]
    return atlas


def outline(n):
    """A land of N points, written as GeoJSON."""
    atlas = land(1)
    ring = [[0.4 * math.cos(2 * math.pi * i / n), 0.4 * math.sin(2 * math.pi * i / n)] for i in range(n)]
    feature = {"type": "Feature", "id": "a0", "properties": {"layer": "areas", "accuracy_km": 1, "evidence": "file"},
               "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]}}
    atlas["geography"] = {"type": "FeatureCollection", "features": [feature]}
    return atlas


KINDS = {
    "events": lambda n: copies("events", 0, n),
    "places": lambda n: copies("places", 0, n, lambda item, i: item.pop("role", None)),
    "claims": lambda n: copies("tenures", 3, n),
    "areas": land,
    "areas in another order than their outlines": lambda n: land(n, random.Random(1).shuffle),
    "a tenure of many areas": lambda n: land(n, tenures="one"),
    "frontiers": lines,
    "families of polities": families,
    "vertices": vertices,
    "points of an outline": lambda n: outline(n + 3),
    "members that stand twice": lambda n: "{" + ",".join(['"a":1'] * n) + "}",
    "numbers out of range": lambda n: "[" + ",".join(["99999999999999999999"] * n) + "]",
    "strings with bad escapes": lambda n: "[" + ",".join(['"\\ud800"'] * n) + "]",
    "ids that hash alike": lambda n: copies("events", 0, n, lambda item, i: item.update(id=alike(i))),
    "members that hash alike": lambda n: "{" + ",".join(f'"{alike(i)}":1' for i in range(n)) + "}",
    "ids that stand twice": lambda n: copies("events", 0, n, lambda item, i: item.update(id="twice")),
    "unknown sections": lambda n: {**small(), **{f"x{i}": [] for i in range(n)}},
    "items with a fault each": lambda n: copies("places", 0, n, lambda item, i: item.update(rank="none")),
    "references to nothing": lambda n: copies("places", 0, n, lambda item, i: item.update(sources=["nothing"])),
    "rows of a table": lambda n: TABLE + "".join(f"1921,Kars,<p>{i}</p>,a.jpg\n" for i in range(n)),
    "titles that hash alike": lambda n: TABLE + "".join(f"1921,{alike(i)},,\n" for i in range(n)),
    "titles that stand twice": lambda n: TABLE + "1921,Kars,,\n" * n,
    "faulty rows of a table": lambda n: TABLE + "never,Kars,,\n" * n,
    "slides": lambda n: '{"events": [' + ",".join([SLIDE] * (n + 1)) + "]}",
    "strange members of slides": lambda n: '{"events": [], ' + ",".join(f'"x{i}": 1' for i in range(n)) + "}",
    "comments without an end": lambda n: TABLE + "1921,Kars," + "<!--" * n,
    "tags without an end": lambda n: TABLE + "1921,Kars," + "<a" * n,
    "tags and entities": lambda n: TABLE + "1921,Kars," + "<a href='x'>&amp;</a>&" * n,
}
UNCOMPARED = {"points of an outline", "rows of a table", "titles that hash alike", "titles that stand twice",
              "faulty rows of a table", "slides", "strange members of slides", "comments without an end", "tags without an end", "tags and entities"}
SIZES = {"families of polities": 10000, "points of an outline": 8000, "tags without an end": 40000, "comments without an end": 40000, "strange members of slides": 20000, "tags and entities": 20000, "vertices": 40000, "members that stand twice": 40000, "numbers out of range": 40000,
         "strings with bad escapes": 40000}


def seconds(command):
    """The least processor seconds of a command, and whether all was right."""
    least, is_good = float("inf"), True
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode in (0, 1), done.stderr[:400]
        is_good = done.returncode == 0
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least, is_good


def measure(atlas):
    """The seconds of a check, and those of parsing, where there is no fault."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as document:
        document.write(atlas if isinstance(atlas, str) else json.dumps(atlas))
        document.flush()
        check, is_good = seconds([PROGRAM, "check", document.name])
        return check, seconds([PARSER, document.name])[0] if is_good else None


def main():
    print(f"1..{len(KINDS)}")
    for number, (name, make) in enumerate(KINDS.items(), 1):
        size = SIZES.get(name, 4000)
        start, start_floor = measure(make(1))
        if name in UNCOMPARED:
            start_floor = None
        (few, _), (many, floor) = measure(make(size)), measure(make(4 * size))
        few, many = few - start, many - start
        is_good = many <= MOST * max(few, 0.01)
        words = f"{few:.3f} s for {size}, {many:.3f} s for {4 * size}"
        if floor is not None and start_floor is not None:
            floor -= start_floor
            is_good &= many <= MOST_OF_PARSER * floor
            words += f", {many / floor:.2f} times a bare parse"
        print(f"{'ok' if is_good else 'not ok'} {number} - {name}")
        print(f"# {words}", flush=True)


main()
