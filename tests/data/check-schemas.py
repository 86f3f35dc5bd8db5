#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validate the built-in atlas against its JSON Schemas with the distribution's own validator.

Usage: check-schemas.py [DATA-FOLDER]   (the folder that holds atlas/ and schema/)

Prints TAP and exits with 1 when a test failed, 77 when the validator is not installed. Needs no network:
every schema is read from the folder.
"""

import json
import pathlib
import sys
import warnings

try:
    warnings.simplefilter("ignore", DeprecationWarning)
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(77)

BASE = "file:///schema/"
MAX_FAULTS = 20
# Members of a document that are about the document.
ANNOTATIONS = {"$schema", "$comment", "schema_version"}
FORMATS = FormatChecker(["date"])

# What the schemas must refuse: a record of a section with one thing wrong.
BAD = [
    ("unknown member", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": ["a"], "colour": "red"}),
    ("no English", "places", {"id": "x", "names": [{"tr": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": ["a"]}),
    ("no source", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": []}),
    ("citation without a source", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": [{"seen": True}]}),
    ("citation seen in words", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": [{"source": "a", "seen": "yes"}]}),
    ("citation with a page", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": [{"source": "a", "page": 1}]}),
    ("latitude off the globe", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 140], "rank": 1, "sources": ["a"]}),
    ("three coordinates", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40, 1], "rank": 1, "sources": ["a"]}),
    ("peak without height", "places", {"id": "x", "names": [{"en": "X"}], "kind": "peak", "at": [44, 40], "rank": 1, "sources": ["a"]}),
    ("town with a height", "places", {"id": "x", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "height_m": 9, "sources": ["a"]}),
    ("river without geometry", "places", {"id": "x", "names": [{"en": "X"}], "kind": "river", "at": [44, 40], "rank": 1, "sources": ["a"]}),
    ("capital letter in an id", "places", {"id": "Kars", "names": [{"en": "X"}], "kind": "town", "at": [44, 40], "rank": 1, "sources": ["a"]}),
    ("month 13", "tenures", {"id": "x", "areas": ["a"], "from": "1921-13-01", "holder": "p", "kind": "de-jure", "certainty": "certain", "sources": ["a"]}),
    ("30 February", "tenures", {"id": "x", "areas": ["a"], "from": "1921-02-30", "holder": "p", "kind": "de-jure", "certainty": "certain", "sources": ["a"]}),
    ("held by nobody", "tenures", {"id": "x", "areas": ["a"], "kind": "occupied", "certainty": "certain", "sources": ["a"]}),
    ("unheard-of certainty", "tenures", {"id": "x", "areas": ["a"], "holder": "p", "kind": "de-jure", "certainty": "high", "sources": ["a"]}),
    ("instrument of no kind", "tenures", {"id": "x", "areas": ["a"], "holder": "p", "kind": "de-jure", "instrument": "kars-4", "certainty": "certain", "sources": ["a"]}),
    ("importance 6", "events", {"id": "x", "date": "1921", "title": {"en": "X"}, "summary": {"en": "X"}, "categories": ["war"], "importance": 6, "certainty": "certain", "sources": ["a"]}),
    ("date that is not EDTF", "events", {"id": "x", "date": "13 October 1921", "title": {"en": "X"}, "summary": {"en": "X"}, "categories": ["war"], "importance": 5, "certainty": "certain", "sources": ["a"]}),
    ("short label of 25 characters", "events", {"id": "x", "date": "1921", "title": {"en": "X"}, "short": {"en": "1234567890123456789012345"}, "summary": {"en": "X"}, "categories": ["war"], "importance": 5, "certainty": "certain", "sources": ["a"]}),
    ("later act of an unheard-of kind", "treaties", {"id": "x", "date": "1921", "title": {"en": "X"}, "place": {"en": "X"}, "parties": [], "dates": [], "outcome": {"en": "X"}, "certainty": "certain", "sources": ["a"], "later": [{"item": "event:a", "how": "mentions", "text": {"en": "X"}}]}),
    ("later act of a place", "treaties", {"id": "x", "date": "1921", "title": {"en": "X"}, "place": {"en": "X"}, "parties": [], "dates": [], "outcome": {"en": "X"}, "certainty": "certain", "sources": ["a"], "later": [{"item": "place:a", "how": "cites", "text": {"en": "X"}}]}),
    ("later act without a text", "treaties", {"id": "x", "date": "1921", "title": {"en": "X"}, "place": {"en": "X"}, "parties": [], "dates": [], "outcome": {"en": "X"}, "certainty": "certain", "sources": ["a"], "later": [{"item": "event:a", "how": "cites"}]}),
    ("written date of no letters", "treaties", {"id": "x", "date": "1921", "title": {"en": "X"}, "place": {"en": "X"}, "parties": [], "dates": [], "outcome": {"en": "X"}, "certainty": "certain", "sources": ["a"], "written_date": ""}),
    ("dispute as a string", "treaties", {"id": "x", "date": "1921", "title": {"en": "X"}, "place": {"en": "X"}, "parties": [], "dates": [], "outcome": {"en": "X"}, "certainty": "certain", "sources": ["a"], "disputed": "X"}),
    ("no change as a string", "events", {"id": "x", "date": "1921", "title": {"en": "X"}, "summary": {"en": "X"}, "categories": ["war"], "importance": 5, "unchanged": "X", "certainty": "certain", "sources": ["a"]}),
    ("population without a date", "regions", {"id": "x", "names": [{"en": "X"}], "areas": [], "summary": {"en": "X"}, "sources": ["a"], "population": [{"text": {"en": "X"}, "sources": ["a"]}]}),
    ("population without a source", "regions", {"id": "x", "names": [{"en": "X"}], "areas": [], "summary": {"en": "X"}, "sources": ["a"], "population": [{"date": "1897", "text": {"en": "X"}, "sources": []}]}),
    ("number as a string", "articles", {"id": "x-1", "treaty": "x", "kind": "article", "number": "1", "label": "I", "title": {"en": "X"}, "text": {"en": "X"}, "certainty": "certain", "sources": ["a"]}),
    ("annex named like an article", "articles", {"id": "x-1", "treaty": "x", "kind": "annex", "number": 1, "label": "I", "title": {"en": "X"}, "text": {"en": "X"}, "certainty": "certain", "sources": ["a"]}),
    ("person by name", "events", {"id": "x", "date": "1921", "title": {"en": "X"}, "summary": {"en": "X"}, "categories": ["war"], "importance": 5, "people": [{"name": "X"}], "certainty": "certain", "sources": ["a"]}),
    ("person without a summary", "people", {"id": "x", "names": [{"en": "X"}], "sources": ["a"]}),
    ("step with one piece", "articles", {"id": "x-annex-1", "treaty": "x", "kind": "annex", "number": 1, "label": "I", "title": {"en": "X"}, "text": {"en": "X"}, "points": [{"name": "X", "along": [1]}], "certainty": "certain", "sources": ["a"]}),
    ("step at a point of no piece", "articles", {"id": "x-annex-1", "treaty": "x", "kind": "annex", "number": 1, "label": "I", "title": {"en": "X"}, "text": {"en": "X"}, "points": [{"name": "X", "at": [44, 40]}], "certainty": "certain", "sources": ["a"]}),
    ("unheard-of verdict", "corrections", {"id": "x", "claim": {"en": "X"}, "correction": {"en": "X"}, "about": ["event:a"], "sources": ["a"], "verdict": "false"}),
    ("who says it as a string", "corrections", {"id": "x", "claim": {"en": "X"}, "correction": {"en": "X"}, "about": ["event:a"], "sources": ["a"], "said_by": "X"}),
    ("relief without a unit", "relief", {"west": 0, "north": 4, "steps_per_degree": 1, "columns": 2, "heights": "00ff0011"}),
    ("term without a text", "glossary", {"id": "x", "names": [{"en": "X"}]}),
    ("tour without steps", "tours", {"id": "x", "title": {"en": "X"}, "summary": {"en": "X"}, "steps": []}),
    ("step without a day", "tours", {"id": "x", "title": {"en": "X"}, "summary": {"en": "X"}, "steps": [{"text": {"en": "X"}}]}),
    ("view of three numbers", "tours", {"id": "x", "title": {"en": "X"}, "summary": {"en": "X"}, "steps": [{"day": "1921-10-13", "view": [40, 39, 41], "text": {"en": "X"}}]}),
    ("step that selects a tour", "tours", {"id": "x", "title": {"en": "X"}, "summary": {"en": "X"}, "steps": [{"day": "1921-10-13", "selection": "tour:x", "text": {"en": "X"}}]}),
    ("term with a source", "glossary", {"id": "x", "names": [{"en": "X"}], "text": {"en": "X"}, "sources": ["a"]}),
    ("item without a kind", "corrections", {"id": "x", "claim": {"en": "X"}, "correction": {"en": "X"}, "about": ["kars-4"], "sources": ["a"]}),
]

GOOD_DATES = ["1921", "1921-10", "1921-10-13", "1918-12~", "1921-03?", "1921-03%", "192X", "19XX", "1921-XX", "1921-10-XX", "1921-21", "-0189",
              "1918-05-21/1918-05-29", "1945-06/..", "../1921", "1945/", "/1945", "[1921-07-21,1921-07-22,1921-07-31]", "[..1945-06]"]
BAD_DATES = ["", "1921-13", "1921-00-01", "1921-10-32", "1921/10/13", "October", "1921-1-3", "[1921", "21", "1921-2X-XX", "1921-10-13 "]


class Tap:
    """Counts and prints tests in the Test Anything Protocol."""

    def __init__(self):
        self.n = 0
        self.failed = 0

    def test(self, name, faults):
        self.n += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.n} - {name}")
        for fault in faults[:MAX_FAULTS]:
            print(f"# {fault}")
        if len(faults) > MAX_FAULTS:
            print(f"# and {len(faults) - MAX_FAULTS} more")

    def end(self):
        print(f"1..{self.n}")
        return 1 if self.failed else 0


def unique(pairs):
    """An object from its members; a member that stands twice is a fault."""
    members = {}
    for key, value in pairs:
        if key in members:
            raise ValueError(f'the member "{key}" stands twice in one object')
        members[key] = value
    return members


def load(path):
    """The value of a JSON file, read strictly."""

    def constant(name):
        raise ValueError(f"{name} is not JSON")

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique, parse_constant=constant)


def make_validator(schemas):
    """A function from the name of a schema, with its fragment, to a validator that knows all schemas of the folder."""
    store = {BASE + name: schema for name, schema in schemas.items()}
    try:
        from referencing import Registry, Resource
        from referencing.jsonschema import DRAFT202012

        registry = Registry().with_resources((uri, Resource(contents=s, specification=DRAFT202012)) for uri, s in store.items())
        return lambda name: Draft202012Validator({"$ref": BASE + name}, registry=registry, format_checker=FORMATS)
    except ImportError:
        from jsonschema import RefResolver

        return lambda name: Draft202012Validator({"$ref": BASE + name}, resolver=RefResolver(BASE, {}, store=store), format_checker=FORMATS)


def where(path, document):
    """The place of a fault in words: the members on the way and the id of the record."""
    words = []
    value = document
    for step in path:
        value = value[step]
        words.append(f"[{step}]" if isinstance(step, int) else f"{'.' if words else ''}{step}")
        if isinstance(step, int) and isinstance(value, dict) and isinstance(value.get("id"), str):
            words.append(f" ({value['id']})")
    return "".join(words) or "document"


def faults_of(validator, document):
    """All faults, as lines of text."""
    found = sorted(validator.iter_errors(document), key=lambda e: [str(s) for s in e.absolute_path])
    return [f"{where(e.absolute_path, document)}: {e.message if len(e.message) < 300 else e.message[:300] + ' …'}" for e in found]


def sections_of(document):
    """The names of the sections that a document holds; bare TopoJSON or GeoJSON is the geography."""
    if not isinstance(document, dict):
        return []
    return ["geography"] if "type" in document else [name for name in document if name not in ANNOTATIONS]


def described(schemas, name, part):
    """Whether a part of a schema says what it is for, itself or where it points."""
    if "description" in part or "const" in part and len(part) == 1:
        return True
    if "$ref" not in part:
        return False
    file, _, path = part["$ref"].partition("#")
    target = schemas[file or name]
    for key in path.strip("/").split("/"):
        target = target[key]
    return described(schemas, file or name, target)


def silent_members(schemas, name, part, path=""):
    """The members that nothing describes."""
    if isinstance(part, list):
        part = dict(enumerate(part))
    if isinstance(part, dict):
        members = part.get("properties")
        if isinstance(members, dict) and not path.endswith(("/if", "/then", "/else")):
            yield from (f"{path}/{m}" for m, p in members.items() if not described(schemas, name, p))
        for key, value in part.items():
            if key != "properties" or not isinstance(value, dict):
                yield from silent_members(schemas, name, value, f"{path}/{key}")
                continue
            for member, schema in value.items():
                yield from silent_members(schemas, name, schema, f"{path}/properties/{member}")


def load_schemas(folder):
    """The schemas of a folder by file name."""
    return {path.name: load(path) for path in sorted(folder.glob("*.schema.json"))}


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "data"
    tap = Tap()
    schemas = {}

    for path in sorted((root / "schema").glob("*.schema.json")):
        try:
            schemas[path.name] = load(path)
            Draft202012Validator.check_schema(schemas[path.name])
            tap.test(f"schema {path.name} is a schema", [])
        except Exception as e:  # whatever is wrong with it is the fault to print
            tap.test(f"schema {path.name} is a schema", [str(e)])

    if "document.schema.json" not in schemas:
        tap.test("the folder has schemas", [f"document.schema.json expected in {root / 'schema'}"])
        return tap.end()
    validator = make_validator(schemas)
    sections = set(schemas["document.schema.json"]["$defs"]["sections"]["properties"]) - ANNOTATIONS
    tap.test("each member is described", [f"{n}{p}" for n, s in sorted(schemas.items()) for p in silent_members(schemas, n, s)])
    tap.test("each section has a schema", [f"{s}.schema.json is missing" for s in sorted(sections) if f"{s}.schema.json" not in schemas])

    seen = {}
    for path in sorted((root / "atlas").glob("*.json")):
        name = f"{path.stem}.schema.json" if path.stem in sections else "document.schema.json"
        try:
            document = load(path)
        except ValueError as e:
            tap.test(f"{path.name} is JSON", [str(e)])
            continue
        faults = faults_of(validator(name), document)
        for section in sections_of(document):
            if section in seen:
                faults.append(f'the section "{section}" stands in {seen[section]} too')
            seen[section] = path.name
        tap.test(f"{path.name} follows {name}", faults)
    tap.test("each section is there", [f'no document holds the section "{s}"' for s in sorted(sections - set(seen))])

    for what, section, record in BAD:
        faults = faults_of(validator(f"{section}.schema.json"), {section: [record]})
        tap.test(f"{section} refuse: {what}", [] if faults else ["was let through"])

    dates = validator("common.schema.json#/$defs/date")
    tap.test("dates: EDTF is let through", [d for d in GOOD_DATES if not dates.is_valid(d)])
    tap.test("dates: what is no EDTF is refused", [d for d in BAD_DATES if dates.is_valid(d)])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
