#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kars-atlas export` writes, read back by other programs.

usage: test-export.py PROGRAM

Each function test_* is a point of the TAP output; a program that is not here makes its point a skip.
"""

import glob
import json
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
FOLDER = tempfile.mkdtemp(prefix="kars-atlas-export-")


class Skip(Exception):
    """A point that cannot be tested here."""


def environment(**changes):
    result = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LANG")}
    result["XDG_RUNTIME_DIR"] = FOLDER
    result.update(changes)
    return result


def run(*arguments, **changes):
    done = subprocess.run([PROGRAM, "export", *map(str, arguments)], env=environment(**changes), cwd=FOLDER, capture_output=True,
                          text=True, timeout=120, check=False)
    for word in ("CRITICAL", "WARNING", "runtime error", "Sanitizer"):
        assert word not in done.stderr, f"{arguments}: {done.stderr}"
    return done


def good(*arguments, **changes):
    done = run(*arguments, **changes)
    assert done.returncode == 0 and done.stderr == "", f"{arguments}: {done}"
    return done.stdout.split()


def bad(code, says, *arguments):
    done = run(*arguments)
    assert done.returncode == code, f"{arguments}: {done}"
    assert done.stderr.startswith("kars-atlas: ") and says in done.stderr and done.stdout == "", f"{arguments}: {done}"


def tool(*command, fails=False):
    if shutil.which(command[0]) is None:
        raise Skip(f"there is no {command[0]} here")
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=120, check=False)
    assert fails or done.returncode == 0, done
    return done.stdout + (done.stderr if fails else "")


def read(name):
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def chunks(data):
    place = 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place + 8])
        yield kind.decode(), data[place + 8:place + 8 + length]
        place += 12 + length


def texts(data):
    return {body.split(b"\0")[0].decode(): body.split(b"\0", 5)[5].decode() for kind, body in chunks(data) if kind == "iTXt"}


def is_whole(data):
    return data[:8] == b"\x89PNG\r\n\x1a\n" and data[-8:-4] == b"IEND"


# Sizes and parts

def test_sizes():
    """export: presets, paper and resolution have the pixels that identify reads"""
    for arguments, width, height, dpi in (
            (("--size", "screen"), 1280, 720, 96), (("--size", "1080p"), 1920, 1080, 96), (("--size", "4k"), 3840, 2160, 192),
            (("--size", "slide"), 2560, 1440, 192), (("--page", "a4"), 2480, 3508, 300),
            (("--page", "a4", "--landscape"), 3508, 2480, 300), (("--page", "a5", "--dpi", "150"), 874, 1240, 150),
            (("--size", "640x400", "--dpi", "48"), 320, 200, 48)):
        good(*arguments, "-o", "size.png")
        found = tool("identify", "-format", "%w %h %x %U", "size.png").split()
        assert (int(found[0]), int(found[1])) == (width, height), (arguments, found)
        assert abs(float(found[2]) * 2.54 - dpi) < 0.5 and found[3].startswith("PixelsPerCentimeter"), (arguments, found)


def test_pages_of_paper():
    """export: a PDF of paper is as large as the paper, whatever its resolution"""
    for arguments, size in ((("--page", "a4"), "595.276 x 841.89"), (("--size", "a3", "--landscape"), "1190.55 x 841.89"),
                            (("--page", "a2", "--dpi", "600"), "1190.55 x 1683.78")):
        good(*arguments, "-o", "paper.pdf")
        assert size in tool("pdfinfo", "paper.pdf"), arguments


def test_options_are_named():
    """export: an error names the option, and the limit"""
    for says, arguments in (
            ("--size: '20001x100' is no size such as 1920x1080, each side from 64 to 20000", ("--size", "20001x100")),
            ("--size: '1x1'", ("--size", "1x1")), ("--page: 'a9' is no paper", ("--page", "a9")),
            ("--page: --size", ("--page", "a4", "--size", "4k")), ("--portrait: ", ("--portrait", "--landscape")),
            ("--scale: a picture of 40000 × 200 pixels is too large, at most 20000", ("--size", "20000x100", "--scale", "2")),
            ("--scale: '0x10'", ("--scale", "0x10")), ("--scale: ' 1'", ("--scale", " 1")), ("--dpi: 'nan'", ("--dpi", "nan")),
            ("--dpi: '3000' is no number above 0 and up to 1536", ("--dpi", "3000")), ("--dpi: --scale", ("--dpi", "9", "--scale", "1")),
            ("--theme: there is no 'pink'", ("--theme", "pink")), ("--compare: 'x'", ("--compare", "x")),
            ("--compare: a timeline", ("--compare", "1914-01-01", "--view", "timeline")), ("--from: ", ("--from", "1914-01-01")),
            ("--to: '1914-01-01' is before", ("--from", "1915-01-01", "--to", "1914-01-01")), ("--to: ", ("--to", "1914-01-01")),
            ("--series: there is no 'year'", ("--series", "year")), ("--view: ", ("--series", "claim", "--view", "map")), ("--every: 'often'", ("--every", "often")),
            ("--every: '0days'", ("--every", "0days")), ("--every: the series is too long, at most 10000", ("--every", "1day", "--from", "1800-01-01", "--to", "1900-01-01")),
            ("--pages: --from and --to", ("--pages", "3")), ("--series: only one", ("--series", "event", "--every", "1year")),
            ("-o: several", ("--series", "event", "-o", "-", "--format", "png")), ("--film: '0'", ("--series", "event", "--film", "0")),
            ("--film: ", ("--series", "event", "--film", "1", "-o", "a.pdf")),
            ("--pages: '3' is more than the days", ("--pages", "3", "--from", "1921-10-12", "--to", "1921-10-13")),
            ("--film: a series expected", ("--film", "1", "-o", "a.png")), ("--lines: --blank expected", ("--lines", "rivers")),
            ("--theme: a blank map", ("--blank", "--theme", "dark")), ("--landscape: a paper", ("--landscape", "--size", "300x200")),
            ("--portrait: a paper", ("--portrait",)), ("--title and --caption: ", ("--no-title", "--title", "A")),
            ("--title and --caption: ", ("--picture-only", "--caption", "A")),
            ("--title: 'a\\u000Ab' is no line of text", ("--title", "a\nb")), ("--caption: 'a\\u0007' is no line", ("--caption", "a\x07")),
            ("--title: 'a\ufffd' is no line of text", ("--title", "a\udcfc"))):
        bad(2, says, *arguments)
    bad(1, "no-such-folder/: a folder, a file expected", "--size", "100x100", "-o", "no-such-folder/")
    bad(1, "--series: what is selected has no steps", "--series", "step")
    bad(1, "nothing in the atlas has the id 'tour:moon'", "--series", "tour:moon")
    bad(1, "--series: there is no picture", "--series", "event", "--from", "1700-01-01", "--to", "1700-01-02")


def test_parts_can_be_left_out():
    """export: each part that is left out changes the picture; alone it has none of them"""
    pictures = {}
    for arguments in ((), ("--no-title",), ("--no-legend",), ("--no-footer",), ("--picture-only",), ("--title", "Own words"),
                      ("--caption", "Own words"), ("--compare", "1914-08-01"), ("--theme", "dark"), ("--transparent",)):
        for view in ("map", "both"):
            good("--size", "900x600", "--view", view, *arguments, "-o", "part.svg")
            pictures[view, arguments] = re.sub(rb"<title.*?</metadata>", b"", read("part.svg"), flags=re.S)
    assert len(set(pictures.values())) == len(pictures)
    for view in ("map", "both"):
        assert b"CC-BY-4.0" in pictures[view, ()] and b"CC-BY-4.0" not in pictures[view, ("--picture-only",)]
        assert b"CC-BY-4.0" not in pictures[view, ("--no-footer",)]
        assert b"Own words" in pictures[view, ("--title", "Own words")] and b"Own words" in pictures[view, ("--caption", "Own words")]
        assert b"1 August 1914" in pictures[view, ("--compare", "1914-08-01")] and b"1 August 1914" not in pictures[view, ()]


def test_transparent():
    """export: without a ground the corner is transparent, with one no pixel is"""
    for arguments, channels in ((("--theme", "transparent"), "rgba"), (("--theme", "dark", "--transparent"), "rgba"), ((), "rgb")):
        good("--size", "400x300", *arguments, "-o", "clear.png")
        found = tool("identify", "-format", "%[channels] %[fx:p{1,1}.a] %[opaque]", "clear.png").split()
        assert found[0].replace("s", "", 1) == channels and float(found[1]) == (0 if channels == "rgba" else 1), (arguments, found)


# Formats

def test_texts_of_every_format():
    """export: each format says its title and the picture in words"""
    arguments = ("--select", "nakhichevan", "--language", "ka", "--size", "800x500")
    for name in ("words.png", "words.svg", "words.pdf"):
        good(*arguments, "-o", name)
    said = texts(read("words.png"))
    assert said["Title"] == "ნახიჩევანი" and "1921-10-13" in said["Description"], said
    assert said["X-View"] == "kars-atlas:kars-atlas?date=1921-10-13&select=region:nakhichevan", said
    svg = read("words.svg").decode()
    assert f"<title id=\"title\">{said['Title']}</title>" in svg and f"<desc id=\"desc\">{said['Description']}</desc>" in svg
    information = tool("pdfinfo", "words.pdf")
    assert f"Title:           {said['Title']}\n" in information and said["Description"] in information, information


def test_pdf():
    """export: a PDF has its fonts, its text, links and their places, and no picture but the relief"""
    good("--size", "1920x1080", "-o", "whole.pdf")
    fonts = tool("pdffonts", "whole.pdf").splitlines()[2:]
    assert fonts and all(re.search(r" yes +yes +yes +\d+ +\d+$", line) for line in fonts), fonts
    assert "13 October 1921" in tool("pdftotext", "-l", "1", "whole.pdf", "-")
    assert "an autonomous territory" in tool("pdftotext", "-f", "2", "whole.pdf", "-").replace("\n", " ")
    images = [line.split() for line in tool("pdfimages", "-list", "whole.pdf").splitlines()[2:]]
    assert [line[2] for line in images if line[0] == "1"] in ([], ["image"], ["image", "smask"]) and {line[0] for line in images} <= {"1"}
    places = set(re.findall(r'"(.*)"', tool("pdfinfo", "-dests", "whole.pdf")))
    links = set(re.findall(r"/Dest \((.*?)\)", read("whole.pdf").decode("latin-1")))
    assert links <= places and {"region-nakhichevan", "frontier-kars-line", "article-kars-5", "map"} <= places, (links - places)
    good("--size", "1920x1080", "--picture-only", "-o", "alone.pdf")
    assert re.search(r"Pages: +1\n", tool("pdfinfo", "alone.pdf"))


def test_map_with_a_clause():
    """export: a map with a selection has its title and its clause or summary as caption, in whole sentences"""
    for selection, title, words in (("article:kars-5", "Treaty of Kars, Article V", "The clause set no term"),
                                    ("region:nakhichevan", "Nakhichevan", "."), ("event:kars-treaty-1921", "Treaty of Kars", "New clauses covered"),
                                    ("frontier:kars-line", "Line of the Treaty of Kars", ".")):
        good("--view", "map", "--select", selection, "-o", "clause.pdf")
        found = " ".join(tool("pdftotext", "-layout", "-l", "1", "clause.pdf", "-").split())
        assert title in found and words in found, (selection, found)
    good("--view", "map", "--compare", "1914-08-01", "-o", "clause.pdf")
    assert "Frontiers of 13 October 1921 · 1 August 1914" in tool("pdftotext", "-layout", "-l", "1", "clause.pdf", "-")


def test_address_of_the_licence():
    """export: in a PDF the licence leads to its text, whatever the view"""
    for view in ("map", "both", "timeline", "claim"):
        good("--view", view, "--select", "correction:kars-expires", "-o", "licence.pdf")
        assert "https://spdx.org/licenses/CC-BY-4.0.html" in tool("pdfinfo", "-url", "licence.pdf"), view


def test_heading_of_a_time():
    """export: a timeline of a range is headed by its time, and its description names its great events"""
    arguments = ("--view", "timeline", "--from", "1878-01-01", "--to", "1921-12-31")
    good(*arguments, "-o", "time.png")
    said = texts(read("time.png"))
    assert said["Title"] == "Kars Atlas" and said["Description"].startswith("Kars Atlas. 1 January 1878 – 31 December 1921."), said
    assert "Treaty of Kars (13 October 1921)" in said["Description"] and "1922" not in said["Description"], said
    good(*arguments, "--date", "1921-10-13", "-o", "time.png")
    assert texts(read("time.png"))["Title"] == "Treaty of Kars"
    good(*arguments, "--pages", "2", "-o", "halves/")
    assert [entry["title"] for entry in manifest("halves")] == ["Kars Atlas"] * 2
    assert "31 December 1899." in manifest("halves")[0]["alt"] and "Treaty of Kars" not in manifest("halves")[0]["alt"], manifest("halves")


def test_svg_as_png():
    """export: rsvg draws an SVG as the program draws the PNG; its texts are not seen"""
    good("--size", "1200x800", "-o", "same.svg")
    good("--size", "1200x800", "-o", "same.png")
    tool("rsvg-convert", "same.svg", "-o", "drawn.png")
    found = tool("compare", "-metric", "MAE", "same.png", "drawn.png", "null:", fails=True)
    assert float(re.search(r"\((.*)\)", found)[1]) < 0.02, found
    with open(os.path.join(FOLDER, "mute.svg"), "w", encoding="utf-8") as file:
        file.write(re.sub(r'<g opacity="0" font-family.*?</g>', "", read("same.svg").decode(), flags=re.S))
    tool("rsvg-convert", "mute.svg", "-o", "mute.png")
    assert tool("compare", "-metric", "AE", "mute.png", "drawn.png", "null:", fails=True).strip() == "0"


def locale_folder():
    """A folder with locales of this test: a machine may have none but C."""
    folder = os.path.join(FOLDER, "locales")
    os.makedirs(folder, exist_ok=True)
    for name in ("tr_TR", "hy_AM"):
        if not os.path.isdir(os.path.join(folder, name + ".UTF-8")):
            tool("localedef", "-i", name, "-f", "UTF-8", os.path.join(folder, name + ".UTF-8"))
    return folder


def test_same_bytes_anywhere():
    """export: locale, time zone and clock have no part in the bytes; the date of creation is that of SOURCE_DATE_EPOCH"""
    places = locale_folder()
    for name in ("bytes.png", "bytes.svg", "bytes.pdf", "bytes.html", "bytes-tr.png"):
        arguments = ("--size", "700x500", "--compare", "1914-08-01", "--language", "tr" if "tr" in name else "en", "-o", name)
        good(*arguments)
        first = read(name)
        for changes in ({"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "LOCPATH": places}, {"LC_ALL": "C", "TZ": "UTC"},
                        {"LC_ALL": "hy_AM.UTF-8", "LANGUAGE": "hy", "TZ": "America/Lima", "LOCPATH": places}):
            good(*arguments, **changes)
            assert read(name) == first, (name, changes)
    good("--size", "700x500", "-o", "dated.pdf", SOURCE_DATE_EPOCH="86400", TZ="UTC")
    assert b"/CreationDate (19700102000000Z)" in read("dated.pdf") or b"(D:19700102000000Z" in read("dated.pdf")


def test_capitals():
    """export: capitals are those of the language of the text, whatever the locale"""
    places = locale_folder()
    for language, wanted, locale in (("tr", "KARS ANTLAŞMASI", "C"), ("en", "TRANSCAUCASIAN COMMISSARIAT", "tr_TR.UTF-8"),
                                     ("tr", "MADDE VI", "hy_AM.UTF-8"), ("hy", "ԿԱՐՍԻ ՊԱՅՄԱՆԱԳԻՐ", "tr_TR.UTF-8"), ("hy", "ՆԱԽԻՋԵՎԱՆ", "C"),
                                     ("ka", "ყარსის ხელშეკრულება", "tr_TR.UTF-8")):
        day = "1918-03-03" if "COMMISSARIAT" in wanted else "1921-10-13"
        good("--language", language, "--date", day, "--size", "1920x1080", "-o", "capitals.svg", LC_ALL=locale, LOCPATH=places)
        shown = re.sub(r"<[^>]*>", "", read("capitals.svg").decode().split("</metadata>")[1])
        assert wanted in shown or " ".join(wanted) in shown, (language, wanted)
        assert language != "ka" or not re.search("[\u1c90-\u1cbf]", shown)


# Series

def manifest(folder):
    return json.loads(read(os.path.join(folder, "manifest.json")))["pictures"]


def test_series():
    """export: a series has a numbered file for each event, step or month, and a manifest of them"""
    size = ("--size", "320x200")
    names = good(*size, "--series", "event", "--from", "1921-03-01", "--to", "1921-10-31", "-o", "events/")
    listed = manifest("events")
    assert [os.path.join("events/", entry["file"]) for entry in listed] == names and len(names) > 5
    assert [entry["date"] for entry in listed] == sorted(entry["date"] for entry in listed)
    for number, entry in enumerate(listed, 1):
        assert re.fullmatch(rf"kars-atlas-0?{number}-{entry['date']}\.png", entry["file"]), entry
        assert entry["selection"].startswith("event:") and entry["title"] in entry["alt"] and entry["caption"], entry
        assert texts(read(os.path.join("events", entry["file"])))["Description"] == entry["alt"]
    os.mkdir(os.path.join(FOLDER, "months"))
    names = good(*size, "--every", "month", "--from", "1920-01-31", "--to", "1920-04-30", "-o", "months/month.png")
    assert [name[-14:-4] for name in names] == ["1920-01-31", "1920-02-29", "1920-03-31", "1920-04-30"], names
    names = good(*size, "--series", "step", "--select", "kars-annex-1", "-o", "steps/")
    assert [entry["step"] for entry in manifest("steps")] == list(range(1, len(names) + 1)) and len(names) > 20
    assert sum("Nearest town today: " in entry["caption"] for entry in manifest("steps")) > 20
    assert len({read(name) for name in names}) == len(names)
    names = good("--size", "800x200", "--view", "timeline", "--pages", "3", "--from", "1900-01-01", "--to", "1929-12-31", "-o", "line.pdf")
    assert len(names) == 3 and len({read(name) for name in names}) == 3
    assert len(good(*size, "--series", "epoch", "--from", "1918-01-01", "--to", "1918-12-31", "-o", "epochs/")) > 5


def test_manifest_of_any_text():
    """export: quotes, backslashes and tabs of a title stand in the manifest as they were given"""
    title = 'A "b" \\ \t „c“ ա'
    good("--size", "320x200", "--every", "year", "--from", "1920-01-01", "--to", "1920-12-31", "--title", title, "-o", "quoted/")
    assert manifest("quoted")[0]["title"] == title and manifest("quoted")[0]["step"] is None, manifest("quoted")


def test_series_of_tours_and_claims():
    """export: a tour has its selections and paragraphs, and each claim its card"""
    tour = json.loads(subprocess.run([PROGRAM, "show", "tour:treaty-in-ten-steps", "--format", "json"], env=environment(), check=True, capture_output=True).stdout)
    good("--size", "640x400", "--series", "tour:treaty-in-ten-steps", "-o", "tour/")
    listed = manifest("tour")
    said = json.dumps(tour, ensure_ascii=False)
    assert len(listed) == 10 and all(entry["selection"] and json.dumps(entry["caption"], ensure_ascii=False)[1:-1] in said for entry in listed)
    assert all(entry["caption"] in entry["alt"] for entry in listed)
    names = good("--series", "claim", "-o", "claims/")
    claims = json.loads(subprocess.run([PROGRAM, "list", "corrections", "--format", "json"], env=environment(), check=True, capture_output=True).stdout)
    assert [entry["selection"] for entry in manifest("claims")] == ["correction:" + claim["id"] for claim in claims] and len(names) > 20
    assert all(entry["file"].endswith(entry["selection"].split(":")[1] + ".png") for entry in manifest("claims"))
    assert struct.unpack(">II", read(names[0])[16:24]) == (1200, 675)


def test_nothing_is_overwritten_unasked():
    """export: a file whose name the program chose never replaces one, but with --overwrite"""
    series = ("--size", "320x200", "--every", "month", "--from", "1921-01-01", "--to", "1921-03-01", "-o", "asked/")
    names = good(*series)
    old = {name: read(name) for name in names}
    for name in (*names, "asked/manifest.json"):
        for other in (*names, "asked/manifest.json"):
            os.replace(os.path.join(FOLDER, other), os.path.join(FOLDER, other + ".kept"))
        with open(os.path.join(FOLDER, name), "w", encoding="utf-8"):
            pass
        bad(1, name + ": the file exists already", *series)
        assert read(name) == b"" and len([entry for entry in os.listdir(os.path.join(FOLDER, "asked")) if not entry.endswith(".kept")]) == 1
        for other in (*names, "asked/manifest.json"):
            os.replace(os.path.join(FOLDER, other + ".kept"), os.path.join(FOLDER, other))
    bad(1, "exists already (--overwrite", *series)
    good(*series[:-2], "--theme", "dark", *series[-2:], "--overwrite")
    assert all(read(name) != old[name] for name in names)
    first = good("--size", "100x100")[0]
    kept = read(first)
    second = good("--size", "200x200")[0]
    assert second == first.replace(".png", "-2.png") and read(first) == kept
    for name in ("kars-atlas-handout.pdf", "kars-atlas-handout-2.pdf"):
        done = subprocess.run([PROGRAM, "handout", "kars-5"], cwd=FOLDER, env=environment(), capture_output=True, text=True, check=True)
        assert done.stdout == name + "\n", done
    assert good("--size", "200x200", "--overwrite") == [first] and read(first) == read(second)


def test_long_captions():
    """export: a long caption is set in lines and never cut"""
    words = "In September " + "1918 Moscow declared the treaty void towards the Ottoman Empire " * 5 + "and said so."
    for view in ("map", "both", "timeline"):
        good("--view", view, "--caption", words, "-o", "long.pdf")
        found = " ".join(tool("pdftotext", "-layout", "-l", "1", "long.pdf", "-").split())
        assert "and said so." in found, (view, found)
    good("--caption", words, "-o", "long.html")
    assert ("<p>" + words + "</p>").encode() in read("long.html")


def test_ended_series():
    """export: what a series has finished stays whole when it is ended or killed, and nothing else is left"""
    for name, number in (("ended", signal.SIGTERM), ("broken", signal.SIGINT), ("killed", signal.SIGKILL)):
        with subprocess.Popen([PROGRAM, "export", "--size", "320x200", "--series", "event", "-o", name + "/"], cwd=FOLDER,
                              env=environment(), stdout=subprocess.DEVNULL) as process:
            until = time.monotonic() + 60
            while len(glob.glob(os.path.join(FOLDER, name, "*.png"))) < 3 and time.monotonic() < until:
                time.sleep(0.01)
            process.send_signal(number)
            assert process.wait(timeout=60) == -number
        found = os.listdir(os.path.join(FOLDER, name))
        pictures = [entry for entry in found if entry.endswith(".png")]
        assert set(found) - set(pictures) <= {"manifest.json"}, found
        assert all(is_whole(read(os.path.join(name, entry))) for entry in pictures)
        assert {entry["file"] for entry in manifest(name)} <= set(pictures) and len(manifest(name)) >= len(pictures) - 1


def test_film():
    """export: a film has a frame for each picture, numbered in order, and its first one is a picture"""
    good("--size", "320x200", "--every", "1year", "--from", "1918-01-01", "--to", "1921-12-31", "--film", "0.5", "-o", "film.png")
    found = list(chunks(read("film.png")))
    assert struct.unpack(">II", dict(found)["acTL"]) == (4, 0)
    numbers = [struct.unpack(">I", body[:4])[0] for kind, body in found if kind in ("fcTL", "fdAT")]
    assert numbers == list(range(len(numbers))) and sum(kind == "fcTL" for kind, _ in found) == 4
    assert all(struct.unpack(">HH", body[20:24]) == (500, 1000) for kind, body in found if kind == "fcTL")
    assert tool("identify", "-format", "%w %h", "film.png") == "320 200"


# Files

def test_what_is_replaced_stays():
    """export: mode, links and a file that nobody may write stay"""
    path = os.path.join(FOLDER, "kept.png")
    arguments = ("--size", "100x100", "-o", "kept.png")
    with open(path, "wb"):
        pass
    os.chmod(path, 0o600)
    good(*arguments)
    assert os.stat(path).st_mode & 0o777 == 0o600 and is_whole(read("kept.png"))
    os.link(path, path + "2")
    good("--size", "400x400", "-o", "kept.png")
    assert os.path.samefile(path, path + "2") and read("kept.png") == read("kept.png2") and is_whole(read("kept.png"))
    good(*arguments)
    assert is_whole(read("kept.png")) and os.path.samefile(path, path + "2")
    os.remove(path + "2")
    old = read("kept.png")
    os.chmod(path, 0o444)
    bad(1, "kept.png: Permission denied", "--size", "200x200", "-o", "kept.png")
    assert read("kept.png") == old and os.stat(path).st_mode & 0o777 == 0o444
    for target, says in (("missing/x.png", "No such file"), ("loop.png", "Too many levels")):
        os.symlink(target, os.path.join(FOLDER, "loop.png"))
        bad(1, "loop.png: " + says, "--size", "100x100", "-o", "loop.png")
        os.remove(os.path.join(FOLDER, "loop.png"))
    os.symlink("/dev/null", os.path.join(FOLDER, "null.png"))
    good("--size", "100x100", "-o", "null.png")
    assert os.path.islink(os.path.join(FOLDER, "null.png"))
    os.symlink("made.png", os.path.join(FOLDER, "dangling.png"))
    good("--size", "100x100", "-o", "dangling.png")
    assert os.path.islink(os.path.join(FOLDER, "dangling.png")) and is_whole(read("made.png"))


def test_limit_of_a_file():
    """export: a file that may not grow so large is an error, and the old one stays"""
    good("--size", "100x100", "-o", "limit.png")
    old = read("limit.png")
    done = subprocess.run([PROGRAM, "export", "--size", "900x600", "-o", "limit.png"], cwd=FOLDER, env=environment(), capture_output=True,
                          text=True, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
    assert done.returncode == 1 and "limit.png: File too large" in done.stderr, done
    assert read("limit.png") == old and not glob.glob(os.path.join(FOLDER, ".kars*"))


def mounted(script):
    """Runs a script where a file system of 1 MB is mounted on the folder "small", in a name space of its own."""
    os.makedirs(os.path.join(FOLDER, "small"), exist_ok=True)
    mount = "mount -t tmpfs -o size=1m none small"
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "sh", "-c", mount], cwd=FOLDER, capture_output=True,
                                                         check=False).returncode != 0:
        raise Skip("no file system can be mounted here")
    return subprocess.run(["unshare", "-rm", "sh", "-c", f"{mount} && {script}", "sh", PROGRAM], cwd=FOLDER, env=environment(),
                          capture_output=True, text=True, timeout=120, check=False)


def test_full_disk():
    """export: on a full disk the old file stays, a series keeps what is whole, and nothing else is left"""
    done = mounted('"$1" export --size 300x200 -o small/a.png >&2; cp small/a.png old.png; head -c 700000 /dev/zero > small/fill; '
                   '"$1" export --size 1920x1080 -o small/a.png || echo "code $?"; cmp small/a.png old.png && echo same; ls -A small; '
                   'rm small/fill; "$1" export --size 900x600 --series event -o small/s/ >/dev/null || echo "code $?"; ls -A small/s; '
                   'for f in small/s/*.png; do tail -c 8 "$f" | head -c 4; echo; done; cp small/s/manifest.json .')
    lines = done.stdout.split("\n")
    assert done.stderr.count("No space left on device") == 2 and "small/a.png: No space" in done.stderr, done
    assert lines[:5] == ["code 1", "same", "a.png", "fill", "code 1"], lines
    pictures = [line for line in lines if line.startswith("kars-atlas-")]
    assert pictures and all(line.endswith(".png") for line in pictures) and lines.count("IEND") == len(pictures), lines
    with open(os.path.join(FOLDER, "manifest.json"), encoding="utf-8") as file:
        assert [entry["file"] for entry in json.load(file)["pictures"]] in (pictures, pictures[:-1]), lines


def test_folder_that_cannot_be_written():
    """export: a folder that cannot be written is said, for a picture and for a series"""
    done = mounted('"$1" export --size 300x200 -o small/a.png >&2; cp small/a.png old.png; mount -o remount,ro none small; '
                   '"$1" export --size 400x200 -o small/a.png || echo "code $?"; "$1" export --size 400x200 -o small/b.png || echo "code $?"; '
                   '"$1" export --size 400x200 --series claim -o small/s/ || echo "code $?"; cmp small/a.png old.png && ls -A small')
    assert done.stdout.split("\n") == ["code 1", "code 1", "code 1", "a.png", ""], done
    assert done.stderr.count("Read-only file system") == 3, done


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (_, test) in enumerate(tests, 1):
        says = test.__doc__.splitlines()[0]
        try:
            test()
            print(f"ok {number} - {says}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {says} # SKIP {reason}", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {says}", flush=True)
            for line in traceback.format_exc().splitlines():
                print("# " + line, flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    return failed > 0


sys.exit(main())
