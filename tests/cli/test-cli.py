#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, tested through the real program.

usage: test-cli.py PROGRAM SOURCE-FOLDER

Each function test_* is a point of the TAP output; its name and first line of text say what holds.
"""

import csv
import io
import json
import os
import random
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import traceback
import zlib

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
KINDS = {
    "events": "event", "treaties": "treaty", "articles": "article", "annexes": "annex", "regions": "region",
    "areas": "area", "tenures": "tenure", "places": "place", "frontiers": "frontier", "sources": "source",
    "polities": "polity", "people": "person", "corrections": "correction", "glossary": "term",
    "tours": "tour",
}
COMMANDS = ["export", "describe", "handout", "list", "search", "show", "at", "changes", "compare", "convert", "check", "new"]
FOLDER = tempfile.mkdtemp(prefix="kars-atlas-test-")


def environment(**changes):
    """What the program sees: no display at all."""
    result = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LANG")}
    result["XDG_RUNTIME_DIR"] = FOLDER
    result.update(changes)
    return result


def run(*arguments, program=PROGRAM, **changes):
    """Run the program; a signal, a sanitizer's or GLib's complaint is a failure whatever is tested."""
    done = subprocess.run([program, *map(str, arguments)], env=environment(**changes), cwd=FOLDER, capture_output=True, timeout=60, check=False)
    errors = done.stderr.decode("utf-8", "replace")
    assert done.returncode >= 0, f"{arguments}: killed by signal {-done.returncode}\n{errors}"
    for word in ("CRITICAL", "WARNING", "runtime error", "Sanitizer"):
        assert word not in errors, f"{arguments}: {errors}"
    done.out, done.err = done.stdout.decode("utf-8"), errors
    return done


def good(*arguments, **changes):
    done = run(*arguments, **changes)
    assert done.returncode == 0, f"{arguments}: exit code {done.returncode}\n{done.err}"
    assert done.err == "", f"{arguments}: {done.err}"
    return done.out


def bad(code, *arguments, says=""):
    """A call that must fail with a code and with one message a line, and print nothing else."""
    done = run(*arguments)
    assert done.returncode == code, f"{arguments}: exit code {done.returncode}, expected {code}\n{done.err}"
    assert done.err.endswith("\n") and done.err.strip(), f"{arguments}: says nothing"
    for line in done.err.splitlines():
        assert line.startswith("kars-atlas: "), f"{arguments}: {line}"
    assert says in done.err, f"{arguments}: {done.err}"
    return done


def listed(kind, *arguments):
    return json.loads(good("list", kind, "--format", "json", *arguments))


def ids(kind):
    return {item["id"] for item in listed(kind)}


# Lists

def test_every_list_in_every_format():
    """list: the three formats of every kind tell the same items in the same order"""
    for kind in KINDS:
        items = listed(kind)
        rows = list(csv.DictReader(io.StringIO(good("list", kind, "--format", "csv"), newline="")))
        table = good("list", kind).splitlines()
        assert items, kind
        assert [i["id"] for i in items] == [r["id"] for r in rows], kind
        assert [i["id"] for i in items] == [line.split()[0] for line in table[1:]], kind
        assert len({i["id"] for i in items}) == len(items), kind
        for item, row in zip(items, rows):
            assert set(row) <= set(item) and None not in row, (kind, row)
            for key, cell in row.items():
                value = item[key]
                expected = ";".join(value) if isinstance(value, list) else "" if value is None else cell if not isinstance(value, str) else value
                assert cell == expected, (kind, item["id"], key)


def test_csv_is_rfc_4180():
    """list: CSV ends each line with CR LF and every row has as many cells as the first"""
    for kind in KINDS:
        text = good("list", kind, "--format", "csv")
        assert text.endswith("\r\n")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1, kind


def test_table_columns_are_aligned():
    """list: a table has its second column at one place in every row"""
    for kind in ("events", "regions", "sources", "places"):
        lines = good("list", kind).splitlines()
        start = re.match(r"\S+ +", lines[0]).end()
        for line in lines:
            assert len(line) <= start or (line[start - 2:start] == "  " and line[start] != " "), (kind, line)


def test_filter_of_events():
    """list, export: --filter leaves the events that it names, and a picture says which"""
    some = listed("events", "--filter", "category=treaty,war;party=turkey;certainty=certain")
    every = listed("events")
    expected = [e for e in every if {"treaty", "war"} & set(e["categories"]) and "turkey" in e["parties"] and e["certainty"] == "certain"]
    assert 0 < len(some) < len(every) and some == expected, len(some)
    exported("--view", "both", "--filter", "category=treaty;party=turkey", name="filter.pdf")
    exported("--view", "timeline", name="plain.pdf")
    text = {name: " ".join(subprocess.run(["pdftotext", os.path.join(FOLDER, name), "-"], capture_output=True, check=True).stdout.decode().split())
            for name in ("filter.pdf", "plain.pdf")}
    assert "Treaties in which Turkey takes part · " in text["filter.pdf"], text["filter.pdf"]
    assert " takes part · " not in text["plain.pdf"]
    for command in (("list", "events"), ("export", "-o", "no.png")):
        bad(2, *command, "--filter", "category=traety", says="--filter: category: there is no 'traety'; the nearest is 'treaty'")
        bad(2, *command, "--filter", "treaty", says="--filter: 'treaty' is no condition such as category=treaty")
        bad(1, *command, "--filter", "party=turky", says="--filter: party: there is no 'turky'; the nearest is 'turkey'")
    bad(2, "list", "places", "--filter", "category=treaty", says="--filter: it is for events, not for places")


def test_articles_of_kars_and_moscow():
    """list articles: the 20 of Kars and the 16 of Moscow, and the three annexes of each"""
    articles = {item["id"]: item for item in listed("articles")}
    for treaty, last in (("kars", 20), ("moscow", 16)):
        for number in range(1, last + 1):
            article = articles[f"{treaty}-{number}"]
            assert article["treaty"] == treaty and article["number"] == number
            assert article["title"] and len(article["text"]) > 40 and article["sources"]
        assert f"{treaty}-{last + 1}" not in articles
    annexes = [item["id"] for item in listed("annexes")]
    assert sum(i.startswith("kars-") for i in annexes) == 3, annexes
    assert sum(i.startswith("moscow-") for i in annexes) >= 3, annexes
    assert not set(annexes) & set(articles)
    assert "moscow-3" in articles["kars-5"]["corresponds"]
    assert "nakhichevan" in articles["kars-5"]["regions"]


def test_members_of_events():
    """list events: every member that scripts are promised, with values of the right type"""
    events = listed("events")
    assert len(events) >= 30
    for event in events:
        for key in ("id", "date", "title", "summary"):
            assert isinstance(event[key], str) and event[key], (event["id"], key)
        for key in ("categories", "places", "regions", "articles", "sources"):
            assert isinstance(event[key], list), (event["id"], key)
        assert event["categories"] and event["sources"], event["id"]
    assert [e["first_day"] or "" for e in events] == sorted(e["first_day"] or "" for e in events)
    assert any(e["date"] == "1921-10-13" for e in events)


def test_references_resolve():
    """list: every id that an item refers to is in the list of its kind"""
    known = {kind: ids(kind) for kind in KINDS}
    members = {
        "places": "places", "regions": "regions", "articles": "articles", "annexes": "annexes", "treaties": "treaties",
        "treaty": "treaties", "parties": "polities", "bound": "polities", "holder": "polities", "sovereign": "polities",
        "autonomy": "polities", "areas": "areas", "area": "areas", "region": "regions", "frontiers": "frontiers",
        "sources": "sources", "tenures": "tenures", "claims": "tenures", "successors": "treaties",
    }
    for kind in KINDS:
        for item in listed(kind):
            for key, target in members.items():
                value = item.get(key)
                for reference in value if isinstance(value, list) else [value] if value else []:
                    assert reference in known[target], (kind, item["id"], key, reference)
            for other in item.get("corresponds", []):
                assert other in known["articles"] | known["annexes"], (item["id"], other)


# One thing

def test_show_first_and_last_of_each_kind():
    """show: text and JSON of items of every kind, by kind:id"""
    for kind, word in KINDS.items():
        items = listed(kind)
        for item in (items[0], items[-1]):
            told = json.loads(good("show", f"{word}:{item['id']}", "--format", "json"))
            assert told["reference"] == f"{word}:{item['id']}"
            assert {k: told[k] for k in item} == item
            text = good("show", f"{word}:{item['id']}")
            assert len(text) > 20 and "(null)" not in text


# One page of each kind, and more of those that vary most
PAGES = ("region:nakhichevan", "region:adjara", "region:lori", "area:sharur", "treaty:moscow", "event:kars-treaty-1921", "event:molotov-sarper-1945",
         "article:kars-5", "article:sevres-89", "annex:kars-annex-1", "frontier:kars-line", "frontier:wilson-award-line", "place:kars", "place:ararat",
         "person:karabekir", "source:dvp-4", "polity:iran", "polity:azerbaijan-ssr", "correction:kars-23-october", "term:title-not-settled", "tour:treaty-in-ten-steps", "tenure:nakhichevan-1921-09-22")


def check_page(name, page):
    """A text is the one in tests/cli/pages; KA_UPDATE_PAGES=1 writes it."""
    path = os.path.join(SOURCE, "tests", "cli", "pages", name + ".txt")
    if os.environ.get("KA_UPDATE_PAGES"):
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
    with open(path, encoding="utf-8") as file:
        assert page == file.read(), name


def test_show_pages():
    """show: the pages of items of each kind are those of tests/cli/pages; KA_UPDATE_PAGES=1 writes them"""
    for reference in PAGES:
        check_page(reference.replace(":", "-"), good("show", reference))


# Two days, two treaties

def test_changes():
    """changes: the text of the year 1921; JSON has the same changes in order of date"""
    days = ("--from", "1921-03-01", "--to", "1921-12-31")
    check_page("changes-1921", good("changes", *days))
    told = json.loads(good("changes", *days, "--format", "json"))
    assert (told["from"], told["to"]) == (days[1], days[3])
    dates = [change["date"] for change in told["changes"]]
    assert dates == sorted(dates) and days[1] < dates[0] and dates[-1] <= days[3]
    line = next(change for change in told["changes"] if change["frontier"] == "kars-line")
    assert (line["change"], line["date"], line["instrument"], line["event"]) == ("frontier", "1921-10-13", "article:kars-4", "kars-treaty-1921")
    moved = next(change for change in told["changes"] if change["areas"] == ["nakhichevan", "sharur"] and change["change"] == "holder")
    assert (moved["before"]["holder"], moved["after"]["holder"], moved["after"]["kind"]) == ("nakhichevan-soviet", "azerbaijan-ssr", "de-jure")
    assert "No land changed hands" in good("changes", "--from", "1900-01-01", "--to", "1900-01-02")


def test_changes_bad():
    """changes: days that are missing, wrong, the same or in the wrong order"""
    bad(2, "changes", says="--from is missing")
    bad(2, "changes", "--from", "1921-03-01", says="--to is missing")
    bad(2, "changes", "--from", "1921-03-01", "--to", "1921-02-30", says="--to: '1921-02-30' is no day")
    bad(2, "changes", "--from", "1921-03-01", "--to", "1921-03-01", says="the same day")
    bad(2, "changes", "--from", "1921-03-02", "--to", "1921-03-01", says="--from 1921-03-02 is after --to 1921-03-01")
    bad(2, "changes", "kars", "--from", "1921-03-01", "--to", "1921-03-02", says="'kars' is no option")


def test_compare():
    """compare: Moscow and Kars in short; JSON has each article once and every difference"""
    check_page("compare-moscow-kars", good("compare", "moscow", "kars", "--brief"))
    text = good("compare", "moscow", "kars")
    told = json.loads(good("compare", "moscow", "kars", "--format", "json"))
    for side, n_articles in (("first", 16), ("second", 20)):
        found = [article for match in told["matches"] for article in match[side]]
        assert len(found) == len(set(found)) == n_articles + 3
        assert all(f"({article})" in text for article in found)
    assert all(match["differences"] for match in told["matches"] if match["first"] and match["second"])
    assert "[peace]" in text and "[" not in good("compare", "moscow", "kars", "--brief")


def test_compare_bad():
    """compare: no treaty, one treaty, the same treaty, something else"""
    bad(2, "compare", says="expected two treaties")
    bad(2, "compare", "kars", says="expected two treaties")
    bad(2, "compare", "kars", "treaty:kars", says="are the same treaty")
    bad(1, "compare", "kars", "moscow-1", says="'moscow-1' is no treaty")
    bad(1, "compare", "karz", "moscow", says="nothing in the atlas has the id 'karz'")


def test_show_by_bare_id():
    """show: a bare id finds the article, and the region before the place of the same id"""
    assert json.loads(good("show", "kars-5", "--format", "json"))["reference"] == "article:kars-5"
    assert json.loads(good("show", "kars", "--format", "json"))["reference"] == "region:kars"
    text = good("show", "kars-5")
    assert "Article V" in text and "Nakhichevan" in text and "moscow-3" in text


def test_show_day_and_language():
    """show: names follow the day and the language"""
    assert good("show", "polity:georgian-ssr", "--language", "ru").splitlines()[0] == json.loads(
        good("show", "polity:georgian-ssr", "--format", "json", "--language", "ru"))["title"]
    early, late = (good("show", "place:yerevan", "--date", day).splitlines()[0] for day in ("1921-10-13", "1950-01-01"))
    assert (early, late) == ("Erivan", "Yerevan")


# What the built-in atlas may not have anywhere

WHOLE = os.path.join(SOURCE, "tests", "core", "faults", "whole.json")


def shown(reference):
    """An item of the small atlas that has every member of the format: as text with single spaces, and as JSON"""
    text = " ".join(good("show", reference, "--atlas", WHOLE).split())
    return text, json.loads(good("show", reference, "--atlas", WHOLE, "--format", "json"))


def test_show_seen():
    """show: a citation whose place was read says so"""
    text, told = shown("place:town")
    assert [c["seen"] for c in told["citations"]] == [False, True, False]
    assert told["sources"] == ["print"]
    assert text.count("text seen") == 1 and "5–6: a (print) · text seen" in text and "false" not in text


def test_show_fate_of_a_treaty():
    """show: a treaty's dispute, its later acts and what each party did with it"""
    text, told = shown("treaty:moscow")
    assert told["written_date"] == "16 March 1337" and told["disputed"] == "South calls it void."
    assert [(a["how"], a["item"], a["by"]) for a in told["later"]] == [("replaces", "treaty:kars", None), ("protests", "event:signing", "south")]
    for words in ("Written date 16 March 1337", "Disputed South calls it void.", "Replaces: Treaty of Kars (kars)",
                  "Protests: The treaty is signed (signing) South: South protests against it",
                  "Party by party", "North ratified July 1921; exchanged 22 September 1921", "South ended 1925"):
        assert words in text, (words, text)
    assert "Party by party" not in shown("treaty:kars")[0]


def test_show_why_unchanged():
    """show: an event after which the map stays the same says why"""
    text, told = shown("event:war")
    assert told["unchanged"] == "Nobody won." and "Why the map stays the same Nobody won." in text


def test_show_verdict():
    """show: a correction says how far the claim is off and who says it"""
    text, told = shown("correction:ten-years")
    assert (told["verdict"], told["said_by"]) == ("wrong", "Newspapers")
    assert "Verdict Wrong" in text and "Said by Newspapers" in text
    assert shown("correction:old-town")[1]["verdict"] is None


def test_show_population():
    """show: a region tells who lived there, each statement with its sources"""
    text, told = shown("region:left-bank")
    assert [(p["date"], p["text"], [c["locator"] for c in p["citations"]]) for p in told["population"]] == [
        ("1897", "Many lived there.", ["7"]), ("1915/1921", "Many fled.", [None, "8"])]
    assert "Who lived there 1897: Many lived there. A printed work. – 7 (print) · text seen 1915–1921: Many fled. A printed work. (print) A printed work. – 8 (print)" in text, text
    assert shown("region:right-bank")[1]["population"] == []


def test_show_term():
    """show: a term tells what it means and its names; a bare id finds the place before it"""
    text, told = shown("term:town")
    assert text == "town Term A place with a market. Also called kasaba" and told["reference"] == "term:town"
    assert told["names"] == [{"en": "town", "tr": "kasaba", "from": None, "to": None}]
    assert good("show", "term:town", "--atlas", WHOLE, "--language", "tr").startswith("kasaba\n")
    assert shown("town")[1]["reference"] == "place:town"
    assert [t["id"] for t in json.loads(good("list", "glossary", "--atlas", WHOLE, "--format", "json"))] == ["town"]


def test_show_tour():
    """show, list: a tour tells its steps with day, view, selection, range and text"""
    text, told = shown("tour:round")
    assert text.startswith("A round Tour of 2 steps Two views. Start the tour: kars-atlas --tour tour:round Step by step 13 October 1921: "), text
    assert "1 June 1918: Before." in text or "1 June 1918 Before." in text, text
    assert told["steps"] == [
        {"day": "1921-10-13", "view": [0, 0, 1, 1], "selection": "annex:kars-annex-1", "point": 1, "range": "1918/1921", "text": "The brook."},
        {"day": "1918-06-01", "view": None, "selection": None, "point": None, "range": None, "text": "Before."}], told["steps"]
    assert good("show", "tour:round", "--atlas", WHOLE, "--language", "tr").startswith("Bir tur\n")
    assert [t["id"] for t in json.loads(good("list", "tours", "--format", "json"))][0] == "treaty-in-ten-steps"


# A point on a day

POINTS = [
    # lon, lat, date, area, region, holder, kind, instrument
    (45.41, 39.21, "1921-10-13", "nakhichevan", "nakhichevan", "azerbaijan-ssr", "de-jure", "moscow-3"),
    (45.41, 39.21, "1924-02-09", "nakhichevan", "nakhichevan", "azerbaijan-ssr", "de-jure", "kars-5"),
    (43.085, 40.598, "1878-08-02", "kars", "kars", "russian-empire", "occupied", "san-stefano-19"),
    (43.085, 40.598, "1878-08-03", "kars", "kars", "russian-empire", "de-jure", "berlin-58"),
    (41.64, 41.64, "1878-09-05", "adjara", "adjara", "ottoman-empire", "de-facto", None),
    (43.085, 40.598, "1919-05-01", "kars", "kars", "armenia-dr", "de-facto", "armenian-rule-kars-1919"),
    (43.085, 40.598, "2016-02-08", "kars", "kars", "turkey", "de-jure", "kars-4"),
    (41.66, 41.65, "1920-07-06", "adjara", "adjara", "british-batum", "occupied", "mudros-15"),
    (44.03, 39.92, "1921-10-13", "surmalu", "surmalu", "ankara-government", "de-jure", "moscow-1"),
    (35, 43, "1921-10-13", None, None, None, None, None),
    (-43.5, -41, "1921-10-13", None, None, None, None, None),
]


def test_points_and_days():
    """at: who held known points on known days, and by which instrument"""
    for lon, lat, date, *expected in POINTS:
        told = json.loads(good("at", lon, lat, "--date", date, "--format", "json"))
        got = [told[key] for key in ("area", "region", "holder", "kind", "instrument")]
        assert got == expected, (lon, lat, date, got)
        assert told["names"].keys() == {"area", "region", "holder"}
        text = good("at", "--date", date, lon, lat)
        assert (expected[0] is None) == ("No area" in text), text


def test_claims_at_a_point():
    """at: the claims of 1945 are told beside the holder"""
    told = json.loads(good("at", 43.085, 40.598, "--date=1945-06-07", "--format=json"))
    assert told["holder"] == "turkey" and told["claims"]


# Pictures

def chunks(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    place = 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[place + 8 + length:place + 12 + length])[0]
        yield kind.decode(), body
        place += 12 + length


def exported(*arguments, name="picture.png"):
    path = os.path.join(FOLDER, name)
    assert good("export", *arguments, "-o", path).strip() == path
    with open(path, "rb") as file:
        return file.read()


def test_same_call_same_bytes():
    """export: the same call writes the same bytes, in every format and under any locale"""
    for name in ("one.png", "one.svg", "one.pdf"):
        arguments = ("--date", "1921-10-13", "--view", "both", "--size", "800x600", "--select", "nakhichevan")
        first = exported(*arguments, name=name)
        assert exported(*arguments, name=name) == first, name
        good("export", *arguments, "-o", name, LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo")
        with open(os.path.join(FOLDER, name), "rb") as file:
            assert file.read() == first, name


def test_size_and_resolution():
    """export: a PNG is as large as asked for, with its resolution and its texts"""
    for view, size, scale, width, height in (("map", "640x480", "1", 640, 480), ("both", "800x600", "2", 1600, 1200),
                                             ("timeline", "1001x333", "1.5", 1502, 500)):
        found = dict(chunks(exported("--view", view, "--size", size, "--scale", scale)))
        got = struct.unpack(">II", found["IHDR"][:8])
        assert abs(got[0] - width) <= 1 and abs(got[1] - height) <= 1, (view, got)
        per_metre = struct.unpack(">IIB", found["pHYs"])
        assert abs(per_metre[0] - 96 * float(scale) / 0.0254) < 2 and per_metre[2] == 1, per_metre
    texts = b" ".join(body for kind, body in chunks(exported("--size", "640x480")) if kind in ("tEXt", "iTXt"))
    for word in (b"Title", b"Software", b"Copyright"):
        assert word in texts, texts


def test_defaults():
    """export: without any option it draws the day on which the atlas opens and says the file's name"""
    name = good("export").strip()
    path = os.path.join(FOLDER, name)
    with open(path, "rb") as file:
        width, height = struct.unpack(">II", dict(chunks(file.read()))["IHDR"][:8])
    os.remove(path)
    assert (width, height) == (1920, 1080) and "1921-10-13" in name


def test_handout():
    """handout: dates, texts, sources and page numbers of every item on A4 pages; the same bytes again"""
    texts = {a["id"]: a for a in listed("articles")}
    pins = write("pins.txt", "# mine\nkars-5\nmolotov-sarper-1945\n")
    wanted = ["kars-5", "molotov-sarper-1945", *(f"kars-{n}" for n in range(6, 20))]
    path = os.path.join(FOLDER, "handout.pdf")
    assert good("handout", "--pins", pins, *wanted[2:], "-o", path).strip() == path
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    n_pages = int(re.search(r"Pages: +(\d+)", info).group(1))
    assert "A4" in info and n_pages > 3, info
    pages = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode().split("\f")[:n_pages]
    for number, page in enumerate(pages, 1):
        assert re.search(rf"^{number} ?/ ?{n_pages}$", page, re.M), number
    whole = re.sub(r"Kars Atlas [\d.]+ · CC-BY-4.0 · Summaries in our own words\.|\d+ ?/ ?\d+", " ", " ".join(pages))
    whole = " ".join(whole.split())
    assert "13 October 1921" in pages[0] and "Molotov’s terms to Sarper" in pages[0]
    for name in wanted:
        if name in texts:
            assert " ".join(texts[name]["text"].split()) in whole, name
    assert whole.index("In order of date") < whole.index("1 Treaty of Kars · Article V")
    with open(path, "rb") as file:
        first = file.read()
    done = subprocess.run([PROGRAM, "handout", "--pins", pins, *wanted[2:], "-o", "-"], env=environment(), capture_output=True, check=True)
    assert done.stdout == first and done.stderr == b""
    bad(2, "handout", says="handout: expected some ID or --pins FILE")
    bad(1, "handout", "region:kars", says="'region:kars' is no event, article or annex")
    bad(1, "handout", "kars-55", says="the nearest is")
    bad(1, "handout", "--pins", write("bad.txt", "kars-5\nkars-55\n"), says="bad.txt:2: nothing in the atlas")
    bad(1, "handout", "--pins", write("none.txt", "# none\n"), says="it names no item")
    bad(1, "handout", "--pins", os.path.join(FOLDER, "missing.txt"), says="--pins: ")


def test_unwritable_path_leaves_no_file():
    """export: a path that cannot be written is said, and no file is left"""
    locked = os.path.join(FOLDER, "locked")
    os.mkdir(locked, 0o500)
    paths = ["missing-folder/a.png", "/proc/a.png"] + ([] if os.geteuid() == 0 else [os.path.join(locked, "a.png")])
    for path in paths:
        bad(1, "export", "--size", "200x100", "-o", path, says=path)
        assert not os.path.exists(os.path.join(FOLDER, path))
    folder = os.path.join(FOLDER, "folder.png")
    os.mkdir(folder)
    bad(1, "export", "--size", "200x100", "-o", folder)
    assert os.listdir(folder) == []
    os.rmdir(folder)
    os.rmdir(locked)
    assert not [name for name in os.listdir(FOLDER) if name.startswith(".goutputstream")]


# Atlases with faults

def whole_atlas():
    """The built-in atlas as one document, and its text with a member a line."""
    whole = {}
    for name in sorted(os.listdir(os.path.join(SOURCE, "data", "atlas"))):
        with open(os.path.join(SOURCE, "data", "atlas", name), encoding="utf-8") as file:
            whole.update(json.load(file))
    return whole


def write(name, text):
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    return path


def faulty(path):
    """An atlas that must be refused, with a file and a line for each fault."""
    done = bad(1, "check", path)
    for line in done.out.splitlines():
        assert re.match(r"[^:]+(:\d+:\d+)?: .+", line), line
    assert bad(1, "export", "--atlas", path, "-o", "no.png").out == ""
    return done.out


def test_one_document():
    """check: the built-in atlas is good, as a folder and as one document"""
    assert "No fault" in good("check")
    assert "No fault" in good("check", os.path.join(SOURCE, "data", "atlas"))
    assert "No fault" in good("check", write("whole.json", json.dumps(whole_atlas())))
    assert good("list", "events", "--atlas", "whole.json") == good("list", "events")
    assert good("check", os.path.join(SOURCE, "data", "examples", "tiny.json")) == (
        "No fault: 1 event, 1 treaty, 1 article, 0 annexes, 2 tenures of 1 area\n")


TABLE = """Year,Month,Day,Headline,Text,Media,Group
1921,10,13,Kars,<p>Signed &amp; sealed.</p>,https://example.org/kars.jpg,Treaty
1922,4,10,Genoa,=1+1,,Talks
"""


def test_convert_in():
    """convert: a table becomes an atlas, as a document, a folder and on the standard output"""
    path = write("table.csv", TABLE)
    for output in ("one.json", "parts/"):
        done = run("convert", path, output)
        assert done.returncode == 0, done.err
        assert done.err.splitlines() == [
            "kars-atlas: table.csv:2: Kars: the media are not carried: https://example.org/kars.jpg",
            "kars-atlas: table.csv:3: Genoa: the group “Talks” is not carried: it is none of our categories",
            "kars-atlas: 2 things are not carried"], done.err
        events = json.loads(good("list", "events", "--format", "json", "--atlas", output))
        assert [(e["date"], e["title"], e["summary"]) for e in events] == [
            ("1921-10-13", "Kars", "Signed & sealed."), ("1922-04-10", "Genoa", "=1+1")]
    assert "\n'=1+1" not in good("list", "events", "--atlas", "one.json")
    assert ",'=1+1," in good("list", "events", "--format", "csv", "--atlas", "one.json")
    with open(os.path.join(FOLDER, "one.json"), encoding="utf-8") as file:
        assert run("convert", path, "-", "--to", "atlas").out == file.read()
    assert "has a document" in bad(1, "convert", path, "parts/").err


def test_open_foreign():
    """a foreign document opens in every command, and how much is lost is said"""
    path = write("table.csv", TABLE)
    lost = f"kars-atlas: {path}: 2 things are not carried (kars-atlas convert tells each)\n"
    for command in (["list", "events"], ["search", "genoa"], ["show", "kars"], ["describe"],
                    ["export", "-o", "foreign.png"], ["export", "--view", "map", "-o", "foreign.pdf"]):
        done = run(*command, "--atlas", path)
        assert done.returncode == 0 and done.err == lost, done.err
    assert "No fault: 2 events" in good("check", path)


def test_no_map():
    """an atlas without geography says that it has no map, and is exported as its timeline alone"""
    path = write("table.csv", TABLE)
    alone = run("export", "--format", "svg", "-o", "-", "--atlas", path).out
    assert "Genoa" in alone and "no map" not in alone and "Summaries in our own words" not in alone
    drawn = run("export", "--format", "svg", "--view", "map", "-o", "-", "--atlas", path).out
    assert "This atlas has no map." in drawn and " km" not in drawn
    assert "no map" not in good("export", "--format", "svg", "-o", "-")


def test_convert_out():
    """convert: an atlas goes into each format of events and comes back with dates, titles and texts"""
    def read(*atlas):
        return [(e["date"], e["title"], e["summary"]) for e in json.loads(run("list", "events", "--format", "json", *atlas).out)]

    atlas = os.path.join(SOURCE, "data", "atlas")
    for output in ("out.csv", "out.timelinejs.json"):
        done = run("convert", atlas, output)
        assert done.returncode == 0 and done.out == output + "\n", done.err
        assert re.search(r"\d+ things are not carried$", done.err.strip()), done.err
        assert "event:kars-treaty-1921: not carried: " in done.err
        assert read("--atlas", output) == read()
        assert run("convert", atlas, output).err == done.err
        assert not re.search("event:.*short title", done.err), "each short title is told"
        assert len(re.findall(r"not carried: the short titles of \d+ events$", done.err, re.MULTILINE)) == 1, done.err


def test_convert_usage():
    """convert: what makes no sense is said"""
    path = write("table.csv", TABLE)
    one = write("own.json", json.dumps(whole_atlas()))
    assert "its ending says no format" in bad(2, "convert", path, "x.unknown").err
    assert "is an atlas already" in bad(2, "convert", one, "x.json").err
    assert "IN and OUT" in bad(2, "convert", path).err
    assert "--to" in bad(2, "convert", path, "-", "--to", "paper").err
    assert bad(1, "convert", "nowhere.csv", "x.json").err
    assert "a folder, a document expected" in bad(1, "convert", ".", "x.json", "--from", "csv").err
    assert "own.json:1:1: " in bad(1, "convert", one, "x.json", "--from", "csv").err
    assert "Year" in bad(1, "convert", write("no.csv", "Place,Headline\nKars,1921\n"), "x.json").err
    assert not os.path.exists(os.path.join(FOLDER, "x.json"))
    os.mkfifo(os.path.join(FOLDER, "pipe.csv"))
    assert "pipe.csv: a pipe or a device" in bad(1, "convert", "pipe.csv", "x.json").err
    os.symlink("table.csv", os.path.join(FOLDER, "linked.json"))
    for output in ("table.csv", "./table.csv", "linked.json"):
        assert "the same file" in bad(2, "convert", path, output, "--to", "atlas").err
    with open(os.path.join(FOLDER, "table.csv"), encoding="utf-8") as table:
        assert table.read() == TABLE


def test_names():
    """names: an empty one, one that is a folder and one that begins with a dash are told or taken"""
    table = os.path.join(FOLDER, "-x.csv")
    with open(table, "w", encoding="utf-8") as file:
        file.write("Year,Headline\n1921,x\n")
    assert good("check", "--", "-x.csv").startswith("No fault: 1 event")
    good("search", "--", "--", "kars")
    for arguments in (("check", ""), ("new", ""), ("convert", "", "x.ics"), ("show", "kars", "--atlas", "")):
        bad(1, *arguments, says="'' names no file, a path expected")
    bad(1, "convert", "./-x.csv", "no-such-folder/", "--to", "csv", says="no-such-folder/: a folder, a file expected")
    bad(1, "handout", "kars-5", "-o", "no-such-folder/", says="no-such-folder/: a folder, a file expected")
    bad(2, "handout", "kars-5", "-o", "x.png", says="-o: 'x.png' is no name of a PDF, .pdf expected")
    assert not os.path.exists(os.path.join(FOLDER, "no-such-folder"))
    bad(2, "at", "0x10", "40", says="'0x10' is no number")


def test_open_start():
    """export: an event without a first day is near its last one; sanitizers see the sum that was beyond all days"""
    with open(os.path.join(SOURCE, "data", "examples", "tiny.json"), encoding="utf-8") as document:
        text = document.read()
    for date in ("/1890", "[..1890-08-09]", "../1890-08"):
        with open(os.path.join(FOLDER, "open.json"), "w", encoding="utf-8") as file:
            file.write(text.replace('"id": "handover", "date": "1890-08-09"', f'"id": "handover", "date": "{date}"'))
        for day in ("0001-01-01", "9999-12-31"):
            good("export", "--atlas", "open.json", "--view", "timeline", "--date", day, "--size", "300x200", "-o", "open.png")


def test_one_fault_of_a_folder():
    """check: what is no atlas at all has one fault, not one for each section"""
    os.makedirs(os.path.join(FOLDER, "nothing"))
    assert bad(1, "convert", "nothing", "x.ics").err == "kars-atlas: nothing: no document in the folder, files *.json expected\n"
    with open(os.path.join(FOLDER, "nothing", "x.json"), "w", encoding="utf-8") as file:
        file.write("{}")
    assert bad(1, "convert", "nothing", "x.ics").err == "kars-atlas: nothing: no section of an atlas, “atlas”, “sources” and others expected\n"


def test_truncated_atlas():
    """check: an atlas that is cut off anywhere is refused with the line"""
    text = json.dumps(whole_atlas(), indent=1, ensure_ascii=False).encode()
    for part in range(50):
        out = faulty(write("cut.json", text[:len(text) * part // 50]))
        assert re.search(r"^cut\.json", out, re.MULTILINE), out


def test_garbled_atlas():
    """check: bytes that are changed at random never crash it"""
    text = json.dumps(whole_atlas(), indent=1, ensure_ascii=False).encode()
    dice = random.Random(1921)
    for _ in range(30):
        garbled = bytearray(text)
        for _ in range(dice.randint(1, 20)):
            garbled[dice.randrange(len(garbled))] = dice.choice(b'{}[],:"0-9\x00\xff\xc3eE\\')
        path = write("garbled.json", bytes(garbled))
        done = run("check", path)
        assert done.returncode in (0, 1)
        assert (done.returncode == 0) == (done.err == "")


def test_wrong_types_and_contradictions():
    """check: wrong types, unknown members and broken references are said one by one"""
    changes = [
        (lambda a: a["events"][3].update(date=1921), "events"),
        (lambda a: a["events"][3].update(importance="high"), "importance"),
        (lambda a: a["events"][3].update(colour="red"), "colour"),
        (lambda a: a["events"][3].update(places=["atlantis"]), "atlantis"),
        (lambda a: a["articles"][5].pop("title"), "title"),
        (lambda a: a["tenures"][0].update(holder="nobody"), "nobody"),
        (lambda a: a["events"].append(dict(a["events"][0])), "russo-turkish-war-1877"),
        (lambda a: a.pop("sources"), "source"),
        (lambda a: a.pop("geography"), ""),
        (lambda a: a["tenures"][0].pop("to"), ""),
        (lambda a: a["atlas"].update(schema_version=99), "schema_version"),
    ]
    for number, (change, says) in enumerate(changes):
        atlas = whole_atlas()
        change(atlas)
        out = faulty(write("wrong.json", json.dumps(atlas, indent=1)))
        assert says in out, (number, out)
    for text in ("", "null", "[]", "{}", '{"events": {}}', "\ufeff{}", "[" * 5000, '{"events": NaN}'):
        faulty(write("wrong.json", text))


def test_left_out():
    """list, show, export: an atlas whose events alone are faulty opens without them and says so, but is not drawn"""
    with open(os.path.join(SOURCE, "tests", "core", "faults", "valid.json"), encoding="utf-8") as file:
        atlas = json.load(file)
    atlas["events"][1]["importance"] = 9
    path = write("left-out.json", json.dumps(atlas))
    assert "importance" in faulty(path)
    said = "kars-atlas: 1 event of 2 is faulty and left out (kars-atlas check says why)\n"
    for command in (("list", "events", "--format", "json"), ("show", "signing"), ("search", "treaty"), ("describe",), ("at", "0.5", "0.5"),
                    ("changes", "--from", "1921-01-01", "--to", "1922-01-01"), ("compare", "kars", "moscow")):
        done = run(*command, "--atlas", path)
        assert (done.returncode, done.err) == (0, said), (command, done.returncode, done.err)
        assert done.out.strip(), command
        assert '"war"' not in done.out, command
    bad(1, "show", "war", "--atlas", path, says="nothing in the atlas has the id 'war'")
    bad(1, "handout", "signing", "--atlas", path, "-o", "no.pdf", says="/events/1/importance")
    atlas["places"][0]["rank"] = 9
    bad(1, "list", "events", "--atlas", write("left-out.json", json.dumps(atlas)), says="/places/0/rank")


def test_missing_atlas():
    """check: an atlas that is not there, or an empty folder, is said"""
    empty = os.path.join(FOLDER, "empty")
    os.mkdir(empty)
    for path in ("not-there.json", empty):
        bad(1, "check", path)
        bad(1, "show", "kars-5", "--atlas", path)
    os.rmdir(empty)


# Pictures into what is no file of a disk

def streamed(*arguments, stdout=subprocess.PIPE):
    """Run export with a standard output of bytes."""
    return subprocess.run([PROGRAM, "export", "--size", "300x200", *arguments], env=environment(), cwd=FOLDER, stdout=stdout,
                          stderr=subprocess.PIPE, timeout=60, check=False)


def test_standard_output():
    """export: the standard output gets the picture alone, in the format of --format, behind what it has"""
    for name in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        for kind in ("png", "svg", "pdf"):
            wanted = exported("--size", "300x200", name="plain." + kind)
            done = streamed("--format", kind, "-o", name)
            assert done.returncode == 0 and done.stdout == wanted and done.stderr == b"", (name, kind, done.stderr)
        path = os.path.join(FOLDER, "appended")
        with open(path, "wb") as file:
            file.write(b"before")
            file.flush()
            assert streamed("--format", "png", "-o", name, stdout=file).returncode == 0
        with open(path, "rb") as file:
            assert file.read() == b"before" + exported("--size", "300x200"), name
        os.remove(path)
    assert streamed("-o", "-").stdout == exported("--size", "300x200")
    assert not os.path.exists(os.path.join(FOLDER, "-"))


def test_pipes_and_devices():
    """export: a FIFO and a device are written through and stay what they are"""
    path = os.path.join(FOLDER, "pipe")
    os.mkfifo(path)
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as reader:
        assert good("export", "--size", "300x200", "--format", "png", "-o", path) == path + "\n"
        assert reader.communicate(timeout=60)[0] == exported("--size", "300x200")
    assert stat.S_ISFIFO(os.stat(path).st_mode)
    os.remove(path)
    assert good("export", "--size", "300x200", "--format", "svg", "-o", "/dev/null") == "/dev/null\n"
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    bad(1, "export", "--size", "300x200", "--format", "png", "-o", "/dev/full", says="/dev/full: No space left")
    with open("/dev/full", "wb") as full:
        done = streamed("-o", "-", stdout=full)
    assert done.returncode == 1 and done.stderr == b"kars-atlas: -: No space left on device\n", done.stderr


def test_format_option():
    """export: --format says the format where the ending does not, and of the name that the program chooses"""
    assert exported("--size", "300x200", "--format", "pdf", name="no-ending").startswith(b"%PDF-")
    name = good("export", "--size", "300x200", "--format", "svg").strip()
    assert name.endswith(".svg")
    os.remove(os.path.join(FOLDER, name))
    bad(2, "export", "--format", "gif", "-o", "-", says="--format")
    bad(2, "export", "--size", "20000x800", "--format", "pdf", "-o", "a.png", says="15000 × 600 points")
    bad(2, "export", "-o", "/dev/full", says="--format")


def fonts(name, patterns):
    """A configuration of fontconfig with the fonts of patterns alone."""
    accepted = "".join(f"<acceptfont><glob>/usr/share/fonts/*/{pattern}</glob></acceptfont>" for pattern in patterns)
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as file:
        file.write('<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>/usr/share/fonts/truetype/noto</dir>'
                   f"<selectfont><rejectfont><glob>*</glob></rejectfont>{accepted}</selectfont>"
                   f"<cachedir>{FOLDER}/fontconfig</cachedir></fontconfig>")
    return os.path.join(FOLDER, name)


def test_letters_without_font():
    """export: a script without a font is named with its package; where most letters are boxes, no picture is made"""
    none, latin, armenian = (fonts("none.conf", []), fonts("latin.conf", ["noto/NotoSans-*"]),
                             fonts("armenian.conf", ["noto/NotoSans-*", "noto/NotoSansArmenian-*"]))
    picture = ("export", "--size", "300x200", "-o", "boxes.png")
    for language, configuration, code, named in (
            ("en", none, 1, ["Latin"]), ("hy", none, 1, ["Latin", "Armenian"]), ("hy", latin, 0, ["Armenian"]),
            ("ka", armenian, 0, ["Georgian"]), ("en", latin, 0, []), ("ru", latin, 0, []), ("hy", armenian, 0, [])):
        done = run(*picture, "--language", language, FONTCONFIG_FILE=configuration)
        scripts = re.findall(r"^kars-atlas: no font has the letters of the (\w+) script; the package fonts-noto-core of Debian",
                             done.err, re.M)
        assert (done.returncode, sorted(scripts)) == (code, sorted(named)), (language, configuration, done)
        assert ("boxes would stand" in done.err) == (code != 0), done.err
        assert os.path.exists(os.path.join(FOLDER, "boxes.png")) == (code == 0), (language, configuration)
        if code == 0:
            os.remove(os.path.join(FOLDER, "boxes.png"))
    done = run(*picture, "--caption", "\u05e7\u05e8\u05e1 \u5361\u5c14\u65af", FONTCONFIG_FILE=latin)
    assert done.returncode == 0 and os.path.exists(os.path.join(FOLDER, "boxes.png")), done
    assert re.findall(r"(\w+) script; the package (\S+)", done.err) == [
        ("Hebrew", "fonts-noto-core"), ("Han", "fonts-noto-cjk")] and len(done.err.splitlines()) == 2, done.err


def test_current_folder_is_gone():
    """every command: a path from a folder that is gone is said and leads nowhere else"""
    source = os.path.join(SOURCE, "data", "atlas")
    for arguments in (["export", "--size", "300x200"], ["export", "--size", "300x200", "-o", "gone.png"],
                      ["check", "."], ["check", "gone"], ["list", "events", "--atlas", "../gone"]):
        for again in (False, True):
            gone = os.path.join(FOLDER, "gone")
            os.mkdir(gone)
            script = 'rmdir "$PWD" && { [ -z "$AGAIN" ] || mkdir "$PWD"; } && exec "$@"'
            done = subprocess.run(["sh", "-c", script, "sh", PROGRAM, *arguments], cwd=gone, capture_output=True, timeout=60,
                                  env=environment(PWD=gone, AGAIN="1" if again else ""), check=False)
            assert done.returncode == 1 and b"the current folder is gone" in done.stderr, (arguments, again, done)
            if again:
                assert os.listdir(gone) == []
                os.rmdir(gone)
    os.mkdir(gone)
    done = subprocess.run(["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", PROGRAM, "check", source], cwd=gone,
                          capture_output=True, timeout=60, env=environment(PWD=gone), check=False)
    assert done.returncode == 0, done.stderr
    assert not os.path.exists("/gone.png")
def test_escapes():
    """check, show: what commands a terminal is refused in an atlas and escaped in messages"""
    def commands(text):
        return re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)

    atlas = whole_atlas()
    atlas["events"][3]["title"]["en"] = "\x1b[31mred"
    atlas["events"][4]["pop\x07\u202e"] = 1
    out = faulty(write("esc\x1b[2J\nape.json", json.dumps(atlas)))
    assert "U+001B" in out and "\\u0007\\u202E" in out and "esc\\u001B[2J\\u000Aape.json" in out, out
    for done in (bad(1, "show", "a\x1b[31m\x9bb\u202ec", says="a\\u001B[31m\\u009Bb\\u202Ec"),
                 bad(1, "check", "no\x07\nsuch.json", says="\\u0007")):
        assert not commands(done.out + done.err), (done.out, done.err)


# Usage

def test_bad_usage():
    """every command: what makes no sense is said and exits with 2"""
    for arguments in (
            ["lst"], ["list"], ["list", "castles"], ["list", "events", "more"], ["list", "events", "--format", "xml"],
            ["list", "events", "--language", "xx"], ["list", "--nonsense"], ["list", "events", "--format"],
            ["show"], ["show", "a", "b"], ["show", "kars-5", "--date", "1921-02-30"], ["show", "kars-5", "--format", "csv"],
            ["at"], ["at", "45"], ["at", "45", "39", "12"], ["at", "x", "39"], ["at", "181", "39"], ["at", "45", "-91"],
            ["at", "nan", "39"], ["at", "45", "39", "--date", "tomorrow"],
            ["export", "--view", "globe"], ["export", "--size", "0x0"], ["export", "--size", "big"],
            ["export", "--size", "100000x100000"], ["export", "--size", "1920x1080x2"], ["export", "--size", "-5x5"],
            ["export", "--scale", "0"], ["export", "--scale", "nan"], ["export", "--size", "30000x30000"],
            ["export", "--theme", "pink"], ["export", "--group", "moon"], ["export", "-o", "picture.doc"], ["export", "--date", "1921"],
            ["export", "extra"], ["check", "a", "b"]):
        bad(2, *arguments)


def test_unknown_ids():
    """show, export: an id that is not in the atlas is bad input"""
    bad(1, "show", "atlantis", says="atlantis")
    bad(1, "show", "castle:kars", says="castle:kars")
    bad(1, "show", "region:nakhichevn", says="the nearest is 'region:nakhichevan'")
    bad(1, "show", "article:kars5", says="the nearest is 'article:kars-5'")
    bad(1, "export", "--select", "annex:kars-anex-1", "-o", "picture.png", says="the nearest is 'annex:kars-annex-1'")
    bad(1, "export", "--select", "atlantis", "-o", "picture.png", says="atlantis")
    bad(1, "show", "\u0531\u0580\u0574\u0565\u0576\u056b\u0561")
    done = subprocess.run([PROGRAM.encode(), b"show", b"\xff\xfe"], env=environment(), capture_output=True, check=False)
    assert done.returncode == 1 and done.stderr.decode("utf-8")


def test_handouts():
    """blank maps, cards of claims and web pages; what they need is said"""
    assert good("export", "--view", "claim", "--select", "correction:kars-expires") == "kars-atlas-claim-kars-expires.png\n"
    with open(os.path.join(FOLDER, "kars-atlas-claim-kars-expires.png"), "rb") as file:
        assert struct.unpack(">II", file.read(24)[16:]) == (1200, 675)
    bad(2, "export", "--view", "claim", "-o", "card.png", says="--select")
    bad(2, "export", "--view", "claim", "--select", "region:kars", "-o", "card.png", says="corrections")
    good("export", "--view", "map", "--blank", "--lines", "rivers,graticule", "-o", "blank.svg")
    bad(2, "export", "--blank", "--lines", "moons", "-o", "blank.svg", says="--lines: a map has no 'moons'")
    good("export", "--size", "800x600", "-o", "page.html")
    with open(os.path.join(FOLDER, "page.html"), encoding="utf-8") as file:
        assert file.read().startswith("<!DOCTYPE html>")


def test_describe():
    """the map of a day in words: on one line, of that day, in that language, without an argument"""
    text = good("describe", "--date", "1945-06-07")
    assert text.count("\n") == 1 and text.startswith("Map of 7 June 1945. ") and "Soviet Union claims Kars, Ardahan." in text
    assert good("describe") == good("describe", "--date", "1921-10-13") != text
    assert "Կարսի պայմանագիր" in good("describe", "--language", "hy")
    bad(2, "describe", "kars", says="'kars'")
    square = {"type": "Polygon", "coordinates": [[[10, 45], [12, 45], [12, 47], [10, 47], [10, 45]]]}
    country = {"type": "Feature", "properties": {"name": "Alpha", "start_date": "1900"}, "geometry": square}
    path = write("countries.geojson", json.dumps({"type": "FeatureCollection", "features": [country]}))
    assert "Alpha holds Alpha." in good("describe", "--atlas", path, "--date", "1910-01-01")


def test_help_and_version():
    """help of the program and of each command; the version"""
    assert re.fullmatch(r"kars-atlas \d+\.\d+\.\d+\n", good("--version"))
    assert all(command in good("--help") for command in COMMANDS + ["--first-frame", "--fullscreen"])
    assert good("-h") == good("--help")
    for command in COMMANDS:
        text = good(command, "--help")
        assert f"kars-atlas {command}" in text and "Examples:" in text
        # Help and program agree on whether the command reads an atlas.
        takes_atlas = "Unknown option" not in run(command, "--atlas", os.path.join(SOURCE, "data", "atlas")).err
        assert takes_atlas == ("--atlas" in text) == (command not in ("convert", "new")), command


def run_examples(lines):
    """Run command lines as a shell does, in a folder that has an atlas in my-atlas/, timelines and borders."""
    folder = os.path.join(FOLDER, "examples")
    os.makedirs(os.path.join(folder, "bin"))
    os.symlink(PROGRAM, os.path.join(folder, "bin", "kars-atlas"))
    shutil.copytree(os.path.join(SOURCE, "data", "atlas"), os.path.join(folder, "my-atlas"))
    for name in ("suffrage.csv", "league.json"):
        shutil.copy(os.path.join(SOURCE, "tests", "core", "exchange", name),
                    os.path.join(folder, "timeline" + os.path.splitext(name)[1]))
    shutil.copy(os.path.join(SOURCE, "tests", "core", "foreign", "rhine.geojson"),
                os.path.join(folder, "borders.geojson"))
    for line in lines:
        done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, check=False,
                              env=environment(PATH=os.path.join(folder, "bin") + ":" + os.environ["PATH"]))
        assert done.returncode == 0, (line, done.stderr)
    shutil.rmtree(folder)


def test_examples_of_the_help_work():
    """every example in the help of a command runs"""
    lines = []
    for command in COMMANDS:
        lines += re.findall(r"^  (kars-atlas \w+.*)$", good(command, "--help").split("Examples:")[1], re.MULTILINE)
    assert len(lines) >= 10
    run_examples(lines)


def test_examples_of_the_readme_work():
    """every command for scripts in the README runs"""
    with open(os.path.join(SOURCE, "README.md"), encoding="utf-8") as file:
        lines = re.findall(rf"^    (kars-atlas (?:{'|'.join(COMMANDS)})\b.*)$", file.read(), re.MULTILINE)
    assert len(lines) >= 8
    run_examples(lines)


def test_no_locale():
    """the output is the same in every locale"""
    for arguments in (["list", "places"], ["describe", "--language", "tr"], ["at", "45.41", "39.21", "--format", "json"], ["show", "kars-5", "--language", "hy"],
                      ["list", "events", "--format", "csv", "--language", "tr"], ["at", "--help"], ["--help"]):
        first = good(*arguments, LC_ALL="C")
        for locale in ("tr_TR.UTF-8", "C.UTF-8", "de_DE.ISO-8859-1", "POSIX"):
            assert good(*arguments, LC_ALL=locale, LANG=locale) == first, (arguments, locale)


def test_full_output_device():
    """a result that cannot be written is an error"""
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "list", "events"], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 1 and b"cannot write" in done.stderr


def test_window_without_display():
    """without a display the window is refused with a code of its own"""
    done = run("--date", "1921-10-13")
    assert done.returncode == 3 and "no display" in done.err, done.err


def test_window_that_cannot_be_loaded():
    """where the window cannot be loaded, it says why and commands go on"""
    alone = shutil.copy(PROGRAM, os.path.join(FOLDER, "alone"))
    done = run("--date", "1921-10-13", program=alone)
    assert done.returncode == 1 and done.out == "", done.err
    assert re.fullmatch(r"kars-atlas: the window cannot be loaded: kars-atlas-window\.so: .+\n", done.err), done.err
    assert run("list", "events", program=alone).out == good("list", "events")


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    status = 0
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} {function.__doc__.splitlines()[0]}", flush=True)
        except Exception:  # pylint: disable=broad-except
            status = 1
            print(f"not ok {number} {function.__doc__.splitlines()[0]}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
    shutil.rmtree(FOLDER)
    return status


sys.exit(main())
