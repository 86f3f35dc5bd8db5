#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the program knows the region of its built-in atlas or of an example: what is particular to a land is data.

Names and numbers of a region must not stand in code, templates or styles. Comments may give them as examples, and so may the
texts of the commands, whose examples are of the built-in atlas. The name of the program is none of them. TAP on stdout.
"""
import pathlib
import re
import sys

NAMES = re.compile(
    r"nakhichevan|nakhchivan|naxcivan|adjara|ajaria|\bkars\b|ardahan|batum|surmal|igdir|ararat|akhurian|araxes|caucas|armenia\b|georgia\b|azerbaijan\b|"
    r"turkey|ottoman|russia\b|persia\b|britain|tiflis|tbilisi|yerevan|erivan|baku\b|ankara|moscow|\bberlin\b|brest-litovsk|"
    r"tyrol|tirol|trentin|bolzano|\bbozen|\bbrenner|saint-germain|austria|\bitaly|alaska|chukot|\bbering\b|diomede|wrangel|haiti|dominican|hispaniola|"
    r"heligoland|helgoland",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"\b(?:43\.5|40\.5|1878|1921|2026)\b")
PROGRAM = re.compile(r"kars[ -]?atlas|KarsAtlas", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*|<!--.*?-->", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
BUILD_YEAR = "ka-export-write.c"  # the earliest clock of a reproducible file


def blank(match):
    return "\n" * match.group().count("\n")


def find_faults(path, text):
    """Yields the lines that name the region: names anywhere, numbers outside strings, which show how dates are typed."""
    code = COMMENT.sub(blank, text)
    for number, line in enumerate(code.split("\n"), 1):
        line = PROGRAM.sub("", line)
        if "/cli/" in f"/{path}":
            line = STRING.sub('""', line)
        outside = STRING.sub('""', line) if str(path).endswith((".c", ".h")) else ""
        if NAMES.search(line) or (NUMBERS.search(outside) and path.name != BUILD_YEAR):
            yield f"{path}:{number}: {line.strip()}"


def check_rule():
    """The rule finds what it is for."""
    path = pathlib.PurePath("src/render/x.c")
    bad = ("static const double lon = 43.5;", 'char *t = _ ("Map of the Caucasus");', "KA_TINT_TURKEY,", "#define FIRST 1878")
    good = ("/* region:kars */", 'fail ("13.10.1921");', '"Kars Atlas"', "double x = 143.55;")
    return all(list(find_faults(path, text)) for text in bad) and not any(list(find_faults(path, text)) for text in good)


def main():
    root = pathlib.Path(sys.argv[1])
    faults = []
    for folder in ("src", "ui", "resources"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".c", ".h", ".ui", ".css"):
                faults += find_faults(path.relative_to(root), path.read_text(encoding="utf-8"))
    print("1..2")
    print(("ok" if check_rule() else "not ok") + " 1 - the rule can fail")
    print(("not ok" if faults else "ok") + " 2 - nothing of the region in code")
    for fault in faults:
        print(f"# {fault}")
    return 0


sys.exit(main())
