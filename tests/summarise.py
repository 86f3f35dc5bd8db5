#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results that `meson test` logged, and tells what failed.

usage: summarise.py LOG.json[,AGAIN.json]...
       summarise.py --leaking SUITE LOG.json

AGAIN.json is the log of tests that were run again; its results replace the first ones. --leaking
prints the names of the tests of a suite in which the sanitizer found a leak, one a line.

A test that speaks TAP counts with each of its points, any other test as one. A test that ends badly
although none of its points failed (it crashed, leaked or took too long) counts as one failure more.
"""

import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b\s*\d*\s*-?\s*(.*)$")
GOOD = {"OK", "EXPECTEDFAIL"}
LINES_MAX = 60


def count_points(output):
    """Return (passed, skipped, failed names) of TAP output, None when there is no TAP in it."""
    passed, skipped, failed = 0, 0, []
    seen = False
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        seen = True
        if re.search(r"#\s*(SKIP|TODO)", match[2], re.IGNORECASE):
            skipped += 1
        elif match[1]:
            failed.append(match[2].strip())
        else:
            passed += 1
    return (passed, skipped, failed) if seen else None


def read_log(path):
    """Return the test records of a log by name; none when there is no log: meson stopped before."""
    try:
        with open(path, encoding="utf-8") as log:
            return {test["name"]: test for test in map(json.loads, log)}
    except FileNotFoundError:
        return {}


def count_test(test):
    """Return (passed, skipped, failed names) of a test."""
    name, result = test["name"], test["result"]
    is_good = result in GOOD or result == "SKIP"
    points = count_points(test.get("stdout", ""))
    if points is None:
        return int(result in GOOD), int(result == "SKIP"), [] if is_good else [f"{name}: {result}"]
    passed, skipped, failed = points
    failed = [f"{name}: {point}" for point in failed]
    return passed, skipped, failed if failed or is_good else [f"{name}: {result}"]


def print_output(test):
    """Print what a failed test said, but for the points that are well."""
    output = test.get("stdout", "") + test.get("stderr", "")
    lines = [line for line in output.splitlines() if not line.startswith("ok ")]
    print(f"---- {test['name']}: {test['result']}")
    print("\n".join(lines[-LINES_MAX:]))


def print_leaking(suite, path):
    for test in read_log(path).values():
        if f":{suite} / " in test["name"] and "LeakSanitizer" in test.get("stdout", "") + test.get("stderr", ""):
            print(test["name"].split(" / ")[-1])


def main(arguments):
    if arguments[0] == "--leaking":
        print_leaking(*arguments[1:])
        return 0
    passed, skipped, failed = 0, 0, []
    for paths in arguments:
        tests = {}
        for path in paths.split(","):
            tests.update(read_log(path))
        if not tests:
            failed.append(f"no test was run: {paths}")
        for test in tests.values():
            counts = count_test(test)
            passed += counts[0]
            skipped += counts[1]
            failed += counts[2]
            if counts[2]:
                print_output(test)
    for name in failed:
        print(f"FAILED {name}")
    if skipped:
        print(f"{skipped} skipped")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
