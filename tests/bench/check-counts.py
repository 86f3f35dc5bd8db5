#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts instructions, of all threads, and compares them with counts.json: they do not depend on how
busy the machine is. Each may differ by a tenth. They do depend on compiler and libraries, so each set
of those has counts of its own; where the set is not known, the test is skipped.

check-counts.py TOOLS COUNT_WORK PROGRAM

TOOLS names compiler, options and libraries. With KA_UPDATE_COUNTS=1 the counts are recorded anew.
"""

import concurrent.futures
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

TOLERANCE = 0.1
HERE = os.path.dirname(os.path.realpath(__file__))
COUNTS = os.path.join(HERE, "counts.json")
ON_DISPLAY = os.path.join(HERE, "..", "ui", "on-display.sh")
# A call of a counted function, and what it cost with all that it called
CALL = re.compile(r"^cfn=counted_(\w+)\n(?:c\w+=.*\n)*?calls=.*\n\S+ (\d+)$", re.MULTILINE)
COLLECTED = re.compile(r"Collected : (\d+)")


class Failed(Exception):
    """What was to be counted did not run."""


def run(profile, options, *command, before=()):
    """Return what callgrind says of a command, and write its profile."""
    callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", *options]
    result = subprocess.run(
        [*before, *callgrind, *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        raise Failed(f"{command[0]} ended with {result.returncode}: {result.stderr[-300:]}")
    return result.stderr


def count_work(folder, work):
    """Return the counts of the functions of count-work.c by name, on their own thread."""
    profile = os.path.join(folder, "work")
    run(profile, ["--toggle-collect=counted_*", "--compress-strings=no"], work)
    with open(profile, encoding="utf-8") as file:
        counts = {name.replace("_", " "): int(cost) for name, cost in CALL.findall(file.read())}
    if not counts:
        raise Failed("no function of count-work was found: is it stripped?")
    return counts


def count_program(folder, name, *command, before=()):
    """Return the count of a whole process by name."""
    found = COLLECTED.search(run(os.path.join(folder, name), [], *command, before=before))
    if not found:
        raise Failed(f"{name}: callgrind counted nothing")
    return {name: int(found[1])}


def count_all(work, program):
    """Return all counts by name."""
    counts = {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(count_work, folder, work),
            pool.submit(count_program, folder, "list", program, "list", "events"),
            pool.submit(count_program, folder, "check", program, "check"),
        ]
        if all(map(shutil.which, ["Xvfb", "dbus-run-session", "openbox", "xprop"])):
            start = [program, "--first-frame"]
            jobs.append(pool.submit(count_program, folder, "start", *start, before=[ON_DISPLAY]))
        for job in jobs:
            counts.update(job.result())
    return counts


def record(known, tools, counts):
    known[tools] = counts
    with open(COUNTS, "w", encoding="utf-8") as file:
        json.dump(known, file, indent=2, sort_keys=True)
        file.write("\n")


def report(recorded, counts):
    print(f"1..{len(recorded)}")
    for name, wanted in recorded.items():
        count = counts.get(name)
        if count is None:
            print(f"ok - {name} # SKIP there is no virtual display")
            continue
        change = f"{count:,} instructions, {wanted:,} recorded: {count / wanted - 1:+.1%}"
        if abs(count / wanted - 1) <= TOLERANCE:
            print(f"ok - {name}: {change}")
        else:
            print(f"not ok - {name}: {change}; if that is right, record it with")
            print("#   KA_UPDATE_COUNTS=1 meson test -C build --suite counts")


def main():
    tools, work, program = sys.argv[1:]
    # Meson has malloc fill each block, which is no work of the program.
    os.environ.pop("MALLOC_PERTURB_", None)
    tools += ", " + " ".join(platform.libc_ver())
    with open(COUNTS, encoding="utf-8") as file:
        known = json.load(file)
    if not shutil.which("valgrind"):
        print("1..0 # SKIP there is no valgrind")
        return
    is_recording = bool(os.environ.get("KA_UPDATE_COUNTS"))
    if tools not in known and not is_recording:
        print(f"1..0 # SKIP nothing is recorded for {tools}")
        return
    try:
        counts = count_all(work, program)
    except Failed as error:
        print(f"1..1\nnot ok - {error}")
        return
    if is_recording:
        record(known, tools, counts)
    report(known[tools], counts)


if __name__ == "__main__":
    main()
