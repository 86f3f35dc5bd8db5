#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The format of an atlas: examples, what `new` writes, JSON Schemas and the loader agree.

Usage: check-formats.py PROGRAM DATA-FOLDER

Prints TAP; exits with 77 when the validator is not installed.
"""

import copy
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM, DATA = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
LOADER = importlib.machinery.SourceFileLoader("check_schemas", str(HERE / "check-schemas.py"))
SPEC = importlib.util.spec_from_loader("check_schemas", LOADER)
S = importlib.util.module_from_spec(SPEC)
LOADER.exec_module(S)

VALIDATOR = S.make_validator(S.load_schemas(DATA / "schema"))
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="kars-atlas-formats-"))
SMALL = S.load(DATA / "examples" / "small.json")


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=60, check=False, text=True)
    assert "CRITICAL" not in done.stderr and "WARNING" not in done.stderr, done.stderr
    return done


def check(path):
    """The faults that the loader finds."""
    done = run("check", path)
    return [] if done.returncode == 0 else (done.stdout or done.stderr).splitlines()


def schema_faults(path):
    name = f"{path.stem}.schema.json" if (DATA / "schema" / f"{path.stem}.schema.json").exists() else "document.schema.json"
    document = S.load(path)
    # A document of several sections follows the schema of any.
    if len(S.sections_of(document)) != 1:
        name = "document.schema.json"
    return [f"{path.name}: {fault}" for fault in S.faults_of(VALIDATOR(name), document)]


def write(document, name="changed.json"):
    path = FOLDER / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def put(path, value):
    """A change: what stands at a path of members and numbers becomes a value; None takes it away."""

    def change(document):
        *way, last = path
        place = document
        for step in way:
            place = place[step]
        if value is None:
            del place[last]
        else:
            place[last] = value

    return change


def changed(*changes):
    document = copy.deepcopy(SMALL)
    for change in changes:
        change(document)
    return document


# What schemas and loader must both refuse.
BAD = [
    ("a version to come", put(["schema_version"], 2)),
    ("a version as a string", put(["schema_version"], "1")),
    ("a schema that is a number", put(["$schema"], 1)),
    ("a comment that is a list", put(["$comment"], ["a"])),
    ("a comment in a record that is a number", put(["events", 0, "$comment"], 3)),
    ("a comment in a text that is an object", put(["events", 0, "title", "$comment"], {})),
    ("an unknown section", put(["rivers"], [])),
    ("an unknown member", put(["events", 0, "colour"], "red")),
    ("a section that is an object", put(["events"], {})),
    ("no title", put(["atlas", "title"], None)),
    ("no English", put(["events", 0, "title"], {"tr": "X"})),
    ("an unknown language", put(["events", 0, "title", "xx"], "X")),
    ("an empty text", put(["events", 0, "title", "en"], "")),
    ("an id with a capital", put(["areas", 0, "id"], "Haiti")),
    ("a date in words", put(["events", 0, "date"], "1 May 1821")),
    ("a month 13", put(["events", 0, "date"], "1821-13")),
    ("a day as a number", put(["tenures", 1, "from"], 1915)),
    ("importance 6", put(["events", 0, "importance"], 6)),
    ("importance 2.5", put(["events", 0, "importance"], 2.5)),
    ("an unknown category", put(["events", 0, "categories"], ["sport"])),
    ("no category", put(["events", 0, "categories"], [])),
    ("no source", put(["events", 0, "sources"], [])),
    ("certainty in other words", put(["events", 0, "certainty"], "sure")),
    ("an unknown kind of place", put(["places", 0, "kind"], "village")),
    ("a place off the globe", put(["places", 0, "at"], [200, 10])),
    ("a place with one number", put(["places", 0, "at"], [20])),
    ("an extent of three", put(["atlas", "extent"], [1, 2, 3])),
    ("an unknown colour", put(["atlas", "palette", 0, "colour"], "pink")),
    ("a truth in words", put(["frontiers", 0, "in_force"], "yes")),
    ("a rank of 100", put(["frontiers", 0, "rank"], 100)),
    ("a layer of no name", put(["geography", "features", 0, "properties", "layer"], "seas")),
    ("a feature without an id", put(["geography", "features", 1, "id"], None)),
    ("a shape of no kind", put(["geography", "features", 1, "geometry", "type"], "Circle")),
    ("coordinates off the globe", put(["geography", "features", 1, "geometry", "coordinates", 0, 0, 0], [300, 10])),
    ("a shape without coordinates", put(["geography", "features", 1, "geometry", "coordinates"], None)),
    ("one position", put(["geography", "features", 3, "geometry", "coordinates"], [[[1, 2]]])),
    ("a position in words", put(["geography", "features", 1, "geometry", "coordinates", 0, 0, 0], ["a", "b"])),
    ("features that are no list", put(["geography", "features"], {})),
    ("a geography of no type", put(["geography"], {"features": []})),
]

# What only the loader can know.
LOADER_BAD = [
    ("an id that nothing has", put(["tenures", 0, "holder"], "haity"), "did you mean “haiti”?"),
    ("a hole between tenures", put(["tenures", 1, "from"], "1916-01-01"), "nobody holds"),
    ("a ring that does not close", put(["geography", "features", 2, "geometry", "coordinates", 0, 0, 0], [-72, 18.5]), "close"),
    ("an id that two features have", put(["geography", "features", 2, "id"], "dominican"), "taken"),
    ("an area without a shape", put(["geography", "features", 2, "geometry"], None), "haiti"),
]

# What both must take.
GOOD = [
    ("a schema", put(["$schema"], "https://example.org/document.schema.json")),
    ("a comment", put(["$comment"], "for myself")),
    ("no version", put(["schema_version"], None)),
    ("no tours", put(["tours"], None)),
    ("a feature without a shape", lambda d: d["geography"]["features"].append({"type": "Feature", "properties": None, "geometry": None})),
    ("what other programs say of a feature", put(["geography", "features", 1, "properties"], {"layer": "areas", "NAME": "x", "pop": 3})),
    ("a height", put(["geography", "features", 3, "geometry", "coordinates", 0, 1], [-71.7, 19.41, 5])),
]


def comment_everywhere(value):
    """A comment in every object but those of the geography."""
    if isinstance(value, list):
        return [comment_everywhere(v) for v in value]
    if isinstance(value, dict):
        return {"$comment": "x", **{k: comment_everywhere(v) if k != "geography" else v for k, v in value.items()}}
    return value


def topology_of(features, scale=None):
    """The features of GeoJSON as TopoJSON, with a ring or line an arc each, in degrees or in steps of @scale degrees."""
    arcs, objects = [], {}

    def add(points):
        if scale:
            steps = [[round(x / scale), round(y / scale)] for x, y in points]
            points = [steps[0]] + [[b[0] - a[0], b[1] - a[1]] for a, b in zip(steps, steps[1:])]
        arcs.append(points)
        return [len(arcs) - 1]

    def nest(value, depth):
        return add(value) if depth == 0 else [nest(v, depth - 1) for v in value]

    for feature in features["features"]:
        geometry = feature["geometry"]
        depth = {"MultiLineString": 1, "MultiPolygon": 2}[geometry["type"]]
        layer = objects.setdefault(feature["properties"]["layer"], {"type": "GeometryCollection", "geometries": []})
        layer["geometries"].append({"type": geometry["type"], "id": feature["id"], "arcs": nest(geometry["coordinates"], depth)})
    topology = {"type": "Topology", "arcs": arcs, "objects": objects}
    if scale:
        topology["transform"] = {"scale": [scale, scale], "translate": [0, 0]}
    return topology


def numbered(document):
    """The atlas with numbers as ids of its shapes, as other programs write them."""
    for area, number in (("haiti", 332), ("dominican", 214)):
        for section in ("areas", "regions", "tenures"):
            for record in document[section]:
                if section == "areas" and record["id"] == area:
                    record["id"] = str(number)
                elif section != "areas":
                    record["areas"] = [str(number) if a == area else a for a in record["areas"]]
        for feature in document["geography"]["features"]:
            if feature["id"] == area:
                feature["id"] = number


def holder_at(path, lon, lat):
    done = run("at", "--atlas", path, lon, lat, "--date", "1850-01-01", "--format", "json")
    return json.loads(done.stdout).get("holder") if done.returncode == 0 else done.stderr


def test_examples(tap):
    for path in sorted((DATA / "examples").iterdir()):
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
        tap.test(f"{path.name} follows its schemas", [fault for file in files for fault in schema_faults(file)])
        tap.test(f"{path.name} loads", check(path))
        says = [f"{file.name} does not name its schema" for file in files
                if path.is_dir() and file.stem not in ("geography", "relief") and "$schema" not in S.load(file)]
        tap.test(f"{path.name} names its schemas", says)
    for name, lines in (("tiny", 20), ("small", 200)):
        n = len((DATA / "examples" / f"{name}.json").read_text(encoding="utf-8").splitlines())
        tap.test(f"{name}.json has at most {lines} lines", [] if n <= lines else [f"{n} lines"])


def test_new(tap):
    folder = FOLDER / "new"
    done = run("new", folder)
    tap.test("new writes an atlas", [] if done.returncode == 0 and str(folder) in done.stdout else [done.stderr])
    tap.test("what it writes loads", check(folder))
    tap.test("what it writes follows its schemas", [f for file in sorted(folder.glob("*.json")) for f in schema_faults(file)])
    same = {}
    for file in sorted(folder.glob("*.json")):
        document = S.load(file)
        same.update({"geography": document} if "type" in document else {k: v for k, v in document.items() if k not in S.ANNOTATIONS})
    rest = {k: v for k, v in SMALL.items() if k not in S.ANNOTATIONS}
    tap.test("small.json is the same in one file", [] if same == rest else ["they differ"])
    read_me = (folder / "README.md").read_text(encoding="utf-8")
    tap.test("its README.md names each file", [f.name for f in folder.glob("*.json") if f"`{f.name}`" not in read_me])
    again = run("new", folder)
    tap.test("a folder that is not empty is refused", [] if again.returncode == 1 and "not empty" in again.stderr else [again.stderr])
    file = run("new", folder / "atlas.json")
    tap.test("a file is refused", [] if file.returncode == 1 and "no folder" in file.stderr else [file.stderr])
    (FOLDER / "empty").mkdir()
    tap.test("an empty folder is taken", check(FOLDER / "empty") if run("new", FOLDER / "empty").returncode == 0 else ["refused"])
    picture = FOLDER / "new.png"
    run("export", "--atlas", folder, "-o", picture, "--size", "800x600")
    tap.test("it makes a picture", [] if picture.exists() and picture.stat().st_size > 40000 else ["no picture"])
    (folder / "~atlas.json").write_text("{", encoding="utf-8")
    (folder / ".#atlas.json").write_text("{", encoding="utf-8")
    (folder / "._atlas.json").write_text("{", encoding="utf-8")
    (folder / "atlas.json~").write_text("{", encoding="utf-8")
    (folder / "atlas.json.bak").write_text("{", encoding="utf-8")
    (folder / "old.json").mkdir()
    os.mkfifo(folder / "pipe.json")
    tap.test("hidden and backup files, folders and pipes are passed over", check(folder))


def test_agreement(tap):
    document = VALIDATOR("document.schema.json")
    for what, change in BAD:
        value = changed(change)
        faults = [] if S.faults_of(document, value) else ["the schema lets it through"]
        faults += [] if check(write(value)) else ["the loader lets it through"]
        tap.test(f"schema and loader refuse {what}", faults)
    for what, change, word in LOADER_BAD:
        found = check(write(changed(change)))
        tap.test(f"the loader refuses {what}", [] if any(word in fault for fault in found) else found or ["let through"])
    for what, change in GOOD:
        value = changed(change)
        tap.test(f"schema and loader take {what}", S.faults_of(document, value) + check(write(value)))
    value = comment_everywhere(SMALL)
    tap.test("schema and loader take a comment in every object", S.faults_of(document, value) + check(write(value)))


def test_geometry(tap):
    document = VALIDATOR("document.schema.json")
    features = SMALL["geography"]
    kinds = {
        "features of GeoJSON": changed(),
        "features with numbers as ids": changed(numbered),
        "TopoJSON without transform": changed(put(["geography"], topology_of(features))),
        "TopoJSON with transform": changed(put(["geography"], topology_of(features, 0.01))),
    }
    null = topology_of(features)
    null["objects"]["areas"]["geometries"].append({"type": None})
    kinds["TopoJSON with a shape of type null"] = changed(put(["geography"], null))
    for what, value in kinds.items():
        path = write(value)
        faults = S.faults_of(document, value) + check(path)
        for lon, lat, holder in ((-72.3, 19.2, "haiti"), (-70.5, 18.8, "dominican-republic")):
            found = holder_at(path, lon, lat)
            if found != holder:
                faults.append(f"{lon} {lat}: {found}")
        tap.test(f"{what} give the same land", faults)
    bare = FOLDER / "bare"
    bare.mkdir()
    rest = changed(put(["geography"], None))
    (bare / "atlas.json").write_text(json.dumps(rest), encoding="utf-8")
    (bare / "land.json").write_text(json.dumps(features), encoding="utf-8")
    tap.test("GeoJSON may be a document of its own", check(bare))


def main():
    tap = S.Tap()
    test_examples(tap)
    test_new(tap)
    test_agreement(tap)
    test_geometry(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
