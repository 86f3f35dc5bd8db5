#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command on the example atlases, through the real program.

usage: test-examples.py PROGRAM SOURCE-FOLDER [--sanitized]

Prints TAP: a point for each atlas and kind of output. With a sanitizer the program takes ten times as long: there only
two atlases and some items of each kind are tried.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ATLASES = ["examples/south-tyrol", "examples/bering", "examples/small.json", "examples/tiny.json"]
KINDS = ["events", "treaties", "articles", "annexes", "regions", "areas", "tenures", "places", "frontiers", "sources", "polities", "people",
         "corrections", "glossary"]
KIND_OF = {"events": "event", "treaties": "treaty", "articles": "article", "regions": "region", "areas": "area", "tenures": "tenure", "places": "place",
           "frontiers": "frontier", "sources": "source", "polities": "polity", "people": "person", "corrections": "correction", "glossary": "term"}
IS_SANITIZED = "--sanitized" in sys.argv
STEP = 5 if IS_SANITIZED else 1
STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "html": b"<!DOCTYPE html"}
FOLDER = tempfile.mkdtemp(prefix="kars-atlas-examples-")


def run(atlas, *arguments):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run([PROGRAM, arguments[0], "--atlas", atlas, *map(str, arguments[1:])], env=environment, cwd=FOLDER, capture_output=True,
                          timeout=120, check=False)
    assert done.returncode == 0 and not done.stderr, f"{arguments}: {done.returncode} {done.stderr.decode()}"
    return done.stdout.decode()


def listed(atlas, kind):
    return json.loads(run(atlas, "list", kind, "--format", "json"))


def export(atlas, name, *arguments):
    path = os.path.join(FOLDER, name)
    run(atlas, "export", "-o", path, *arguments)
    with open(path, "rb") as file:
        start = file.read(64)
    assert start.startswith(STARTS[name.rsplit(".", 1)[1]]), (name, start)
    assert os.path.getsize(path) > 3000, name
    os.remove(path)


def try_texts(atlas):
    """lists, pages and sentences of everything"""
    for kind in KINDS:
        for item in listed(atlas, kind)[::STEP]:
            text = run(atlas, "show", f"{KIND_OF[kind]}:{item['id']}")
            assert text.strip(), item["id"]
        run(atlas, "list", kind, "--format", "csv")
    for event in listed(atlas, "events")[::STEP]:
        assert run(atlas, "describe", "--date", event["first_day"]).strip()
        word = event["title"].split()[-1].strip("“”’.,")
        assert event["id"] in run(atlas, "search", word, "--format", "json"), (word, event["id"])


def try_days(atlas):
    """a map of the day of every event"""
    for event in listed(atlas, "events")[::STEP]:
        export(atlas, "day.png", "--date", event["first_day"], "--view", "both", "--select", f"event:{event['id']}", "--size", "640x480")


def try_selections(atlas):
    """a page with every region, article and frontier selected"""
    for kind in ("regions", "articles", "frontiers", "treaties"):
        for item in listed(atlas, kind)[::STEP]:
            export(atlas, "page.svg", "--select", f"{KIND_OF[kind]}:{item['id']}", "--size", "1200x800")


def try_formats(atlas):
    """every format, theme and kind of page"""
    days = [event["first_day"] for event in listed(atlas, "events")]
    for ending in STARTS:
        for view in ("map", "timeline", "both"):
            if (ending, view) != ("html", "timeline"):
                export(atlas, f"x.{ending}", "--view", view)
    for theme in ("light", "dark", "print"):
        export(atlas, "theme.png", "--theme", theme)
    for size in ("320x240", "2000x500", "500x2000"):
        export(atlas, "size.png", "--size", size)
    export(atlas, "a4.pdf", "--page", "a4", "--compare", days[0], "--date", days[-1])
    export(atlas, "blank.pdf", "--view", "map", "--blank", "--lines", "rivers,graticule")
    for item in listed(atlas, "corrections"):
        export(atlas, "card.png", "--view", "claim", "--select", f"correction:{item['id']}")
    shutil.rmtree(os.path.join(FOLDER, "series"), ignore_errors=True)
    run(atlas, "export", "--series", "event", "--from", "1800-01-01", "--to", "2020-01-01", "--size", "400x300", "-o", "series/")
    files = os.listdir(os.path.join(FOLDER, "series"))
    assert len(files) == len(set(days)) + 1, f"{len(files)} files of {len(days)} events"
    run(atlas, "handout", *[f"article:{a['id']}" for a in listed(atlas, "articles")], "-o", "handout.pdf")
    run(atlas, "changes", "--from", days[0], "--to", "2020-01-01")


def main():
    tests = [(atlas, function) for atlas in ATLASES[::2 if IS_SANITIZED else 1] for function in (try_texts, try_days, try_selections, try_formats)]
    print(f"1..{len(tests)}")
    status = 0
    for number, (atlas, function) in enumerate(tests, 1):
        try:
            function(os.path.join(SOURCE, "data", atlas))
            print(f"ok {number} {atlas}: {function.__doc__}", flush=True)
        except AssertionError as fault:
            status = 1
            print(f"not ok {number} {atlas}: {function.__doc__}\n# {fault}", flush=True)
    shutil.rmtree(FOLDER)
    return status


sys.exit(main())
