#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results that `meson test` logged, and says what failed.

usage: summarise.py LOG.json...

A test that speaks TAP counts with each of its points, any other test as one. A test that ends badly
although none of its points failed (it crashed, leaked or took too long) counts as one failure more.
"""

import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b\s*\d*\s*-?\s*(.*)$")
GOOD = {"OK", "EXPECTEDFAIL"}


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
    """Yield the test records of a log; none when there is no log: no test matched, or meson stopped."""
    try:
        with open(path, encoding="utf-8") as log:
            for line in log:
                yield json.loads(line)
    except FileNotFoundError:
        return


def main(paths):
    passed, skipped, failed = 0, 0, []
    for path in paths:
        n_tests = 0
        for test in read_log(path):
            n_tests += 1
            name, result = test["name"], test["result"]
            points = count_points(test.get("stdout", ""))
            if points is None:
                passed += result in GOOD
                skipped += result == "SKIP"
                if result not in GOOD | {"SKIP"}:
                    failed.append(f"{name}: {result}")
                continue
            passed += points[0]
            skipped += points[1]
            failed += [f"{name}: {point}" for point in points[2]]
            if result not in GOOD | {"SKIP"} and not points[2]:
                failed.append(f"{name}: {result}")
        if n_tests == 0:
            failed.append(f"no test was run: {path}")
    for name in failed:
        print(f"FAILED {name}")
    if skipped:
        print(f"{skipped} skipped")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
