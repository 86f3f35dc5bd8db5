#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the program and prints one table: each row beside its floor, the least that anything of its
kind costs on the same machine, measured in the same run. Then a table of growth over sizes.

measure.py [--json FILE] BUILD-FOLDER

Brings its own display. How to read it:

- The first line says how many cores there are and how busy they were. Times of different machines or
  different runs do not compare. What counts is the ratio to the floor, and what can be counted:
  threads, page faults, instructions, bytes.
- A row has what was measured, its ratio to the floor, the floor, and the target; "missed" stands where
  the target is not reached. Times are processor times of all threads, those of a frame of the main
  thread, but for those on the wall. A row of a bench shows the median, or what its target is about:
  "p95" is the time that 19 of 20 frames keep, "most" the longest frame.
- Growth shows the cost at each size and the exponent of the power of the size that fits them best: 1 is
  proportional, 0 is independent of the size.

With python3-mapnik there are rows beside a plain map by Mapnik, and with npm rows of the whole world. A run
takes some ten minutes."""

import argparse
import collections
import dataclasses
import json
import math
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

N_STARTS = 7
N_COMMANDS = 7
IDLE_SECONDS = 8
# An atlas may have a million events; the small one that they are added to has some.
SIZES = (1000, 10000, 100000, 999000)
CSV_SIZES = SIZES[2:]
# Of these the least of three runs counts; greater ones are read once.
MOST_OFTEN = 100000
MOST_EXPONENT = 1.15
HERE = os.path.dirname(os.path.realpath(__file__))
ATLAS = os.path.join(HERE, "..", "..", "data", "atlas")
ON_DISPLAY = os.path.join(HERE, "..", "ui", "on-display.sh")
PICTURE = ["export", "--date", "1921-10-13", "--view", "both", "--size", "1920x1080", "-o"]
BENCHES = ("pictures", "painting", "frames", "timeline", "list", "search")
# A row of a bench: the column that counts, and the most that it may be. Milliseconds, but for a ratio.
TARGETS = {
    "frame of the map, panned": ("p95", 12),
    "frame of the map, zoomed": ("p95", 12),
    "frame of the map, playhead dragged": ("p95", 12),
    "worst frame across an epoch seen before": ("most", 16),
    "worst frame to an epoch never painted": ("most", 16),
    "frame of the window, playhead by a day": ("p95", 12),
    "frame of the window, playhead dragged": ("p95", 12),
    "timeline of 10000, 40 in view, new zoom": ("median", 8),
    "timeline of 100000, 40 in view, new zoom": ("median", 16),
    "timeline of 1000000, 40 in view, new zoom": ("median", 16),
    "timeline of 10000, 40 in view, resized": ("median", 8),
    "timeline of 100000, 40 in view, resized": ("median", 16),
    "timeline of 1000000, 40 in view, resized": ("median", 16),
    "timeline of 10000, 40 in view, panned": ("p95", 1),
    "timeline of 100000, 40 in view, panned": ("p95", 1.2),
    "timeline of 1000000, 40 in view, panned": ("p95", 1.5),
    "timeline of 10000, all in view, panned": ("p95", 3),
    "timeline of 100000, all in view, panned": ("p95", 3),
    "timeline of 1000000, all in view, panned": ("p95", 3),
    "search, 100000 events": ("most", 30),
    "search of a year, 100000 events": ("most", 30),
}
# The most of a row beside the plain map by Mapnik, which has one thread
MAPNIK_RATIOS = {"map, all layers": 0.6, "map, all layers, wall": 0.5, "map, land": None}
# What grows with a number in the name of a row
SIZED = re.compile(r"^(timeline|list|search|search of a year|index of a search)(?: of|,) (\d+)( events)?(.*)$")


@dataclasses.dataclass
class Row:
    """A line of the table."""

    what: str
    ours: float
    unit: str
    floor_name: str = ""
    floor: float = math.nan
    ratio: float = math.nan
    target: str = ""
    is_met: bool = True


def make_row(what, ours, unit, floor=("", math.nan), most=None, most_ratio=None):
    """A row; @most and @most_ratio are targets."""
    ratio = ours / floor[1] if floor[1] > 0 else math.nan
    targets, is_met = [], True
    if most is not None:
        targets.append(f"≤ {most:g} {unit}".strip())
        is_met = ours <= most
    if most_ratio is not None:
        targets.append(f"≤ {most_ratio:g} ×")
        is_met = is_met and ratio <= most_ratio
    return Row(what, ours, unit, *floor, ratio, ", ".join(targets), is_met)


def fail(command, status):
    sys.exit(f"{' '.join(command)} ended with {status}")


def run(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        fail(command, result.returncode)
    return result.stdout


def use(*command, **environment):
    """Return the processor time in milliseconds and the page faults of a command."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        fail(command, status)
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_minflt


def count_threads(folder, module, *command):
    path = os.path.join(folder, "threads")
    use(*command, LD_PRELOAD=module, KA_BENCH_THREADS=path)
    with open(path, encoding="utf-8") as file:
        return int(file.read())


def count_instructions(folder, *command):
    """Return millions of instructions, or nothing without valgrind."""
    if not shutil.which("valgrind"):
        return math.nan
    callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/profile"]
    result = subprocess.run(
        [*callgrind, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True
    )
    return int(re.search(r"Collected : (\d+)", result.stderr)[1]) / 1e6


def measure_in_turn(n_runs, *commands):
    """Return the medians of processor times and of page faults of commands that run in turn."""
    uses = [[use(*command) for command in commands] for _ in range(n_runs)]
    return [tuple(map(statistics.median, zip(*column))) for column in zip(*uses)]


def measure_start(folder, build):
    start = [os.path.join(build, "src", "kars-atlas"), "--first-frame"]
    empty = [os.path.join(build, "tests", "bench", "empty-window")]
    module = os.path.join(build, "tests", "bench", "count-threads.so")
    use(*start)
    (ours, faults), (floor, floor_faults) = measure_in_turn(N_STARTS, start, empty)
    name = "empty window"
    threads = [count_threads(folder, module, *command) for command in (start, empty)]
    counts = [count_instructions(folder, *command) for command in (start, empty)]
    yield make_row("start to first frame, CPU", ours, "ms", (name, floor), most_ratio=2)
    yield make_row("start, page faults", faults, "", (name, floor_faults), most=5000)
    yield make_row("start, threads made", threads[0], "", (name, threads[1]), most=30)
    if not math.isnan(counts[0]):
        yield make_row("start, instructions", counts[0], "M", (name, counts[1]), most=900)


def measure_idle(build):
    """The resident memory of a window that nobody touches, in megabytes."""
    process = subprocess.Popen([os.path.join(build, "src", "kars-atlas")], stdout=subprocess.DEVNULL)
    time.sleep(IDLE_SECONDS)
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as file:
        resident = int(re.search(r"VmRSS:\s+(\d+) kB", file.read())[1]) / 1024
    process.terminate()
    process.wait()
    yield make_row(f"memory, idle after {IDLE_SECONDS} s", resident, "MB", most=80)


def measure_commands(folder, build):
    program = os.path.join(build, "src", "kars-atlas")
    picture = os.path.join(folder, "picture.png")
    commands = {
        "list events": (["list", "events", "--format", "json"], 60),
        "check": (["check"], 60),
        "export 1080p both": ([*PICTURE, picture], 230),
    }
    lines = [[program, *arguments] for arguments, _ in commands.values()]
    *ours, floor = measure_in_turn(N_COMMANDS, *lines, [program, "--version"])
    for (name, (_, most)), (cpu, faults) in zip(commands.items(), ours):
        yield make_row(f"{name}, CPU", cpu, "ms", ("--version", floor[0]), most=most)
        yield make_row(f"{name}, page faults", faults, "", ("--version", floor[1]))


def load(build, how, path, size):
    """Return the least processor time in milliseconds and the least peak in bytes."""
    n_runs = 3 if size <= MOST_OFTEN else 1
    runs = [run(os.path.join(build, "tests", "bench", "bench-load"), how, path) for _ in range(n_runs)]
    times, peaks = zip(*(map(float, line.split()) for line in runs))
    return min(times), min(peaks)


def make_events(folder, kind, size):
    path = os.path.join(folder, f"{size}.{kind}")
    with open(path, "w", encoding="utf-8") as file:
        subprocess.run([os.path.join(HERE, "make-events"), kind, str(size)], stdout=file, check=True)
    return path


def measure_loading(folder, build, growth):
    program = os.path.join(build, "src", "kars-atlas")
    picture = ["--view", "timeline", "--size", "1920x1080", "--overwrite", "-o", os.path.join(folder, "some.png")]
    for size in SIZES:
        path = make_events(folder, "atlas", size)
        cpu, peak = load(build, "atlas", path, size)
        floor, floor_peak = load(build, "json-c", path, size)
        growth["check, whole process, CPU"][size] = use(program, "check", path)[0]
        growth["export of a timeline, whole process, CPU"][size] = use(program, "export", "--atlas", path, *picture)[0]
        os.remove(path)
        growth["reading of a document, CPU"][size] = cpu
        growth["reading of a document, memory"][size] = peak
        most_ratio = 1.2 if size == SIZES[-1] else 1
        yield make_row(f"reading of {size} events, CPU", cpu, "ms", ("bare json-c", floor), most_ratio=most_ratio)
        floor_each = ("bare json-c", floor_peak / size)
        most = 600 if size == SIZES[-1] else None
        yield make_row(f"reading of {size} events, peak for each", peak / size, "B", floor_each, most=most)


def measure_tables(folder, build, growth):
    for size in CSV_SIZES:
        path = make_events(folder, "csv", size)
        n_bytes = os.path.getsize(path)
        cpu, peak = load(build, "atlas", path, size)
        os.remove(path)
        growth["reading of a table, CPU"][size] = cpu
        growth["reading of a table, memory"][size] = peak
        is_last = size == CSV_SIZES[-1]
        yield make_row(f"table of {size} events, CPU", cpu, "ms", most=3000 if is_last else None)
        floor_each = ("the file", n_bytes / size)
        most = 400 if is_last else None
        yield make_row(f"table of {size} events, peak for each", peak / size, "B", floor_each, most=most)


def run_bench(build, bench, *arguments):
    """Return the rows of a bench: name, times by their names, name and time of the floor."""
    for line in run(os.path.join(build, "tests", "bench", f"bench-{bench}"), *arguments).splitlines():
        name, *numbers, _, floor_name, floor = line.split("\t")
        yield name, dict(zip(("median", "least", "p95", "most"), map(float, numbers))), (floor_name, float(floor))


def measure_world(folder, build):
    """The map of the whole world 1:10m, where its package can be had."""
    path, polygons = os.path.join(folder, "world.json"), os.path.join(folder, "polygons.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write(run(os.path.join(HERE, "make-world")))
    if os.path.getsize(path) == 0:
        return
    cpu, _ = load(build, "atlas", path, 1)
    floor, _ = load(build, "json-c", path, 1)
    yield make_row("reading of the world 1:10m, CPU", cpu, "ms", ("bare json-c", floor), most_ratio=1)
    boxes = run(os.path.join(build, "tests", "bench", "bench-world"), path, polygons).splitlines()
    plain = [run(os.path.join(HERE, "map-by-mapnik"), polygons, *box.split()).strip() for box in boxes]
    plain = dict(zip(("world box", "Caucasus box"), plain))
    for name, times, floor in run_bench(build, "world", path):
        by_mapnik = plain.get(name.split(", ")[1])
        most_ratio = None
        if by_mapnik:
            floor = ("the same polygons by Mapnik", float(by_mapnik))
            most_ratio = 0.7 if ", land" in name else None
        most = 120 if name == "world, scene" else None
        yield make_row(name, times["median"], "ms", floor, most=most, most_ratio=most_ratio)


def measure_bench(build, bench, mapnik, growth):
    for name, times, floor in run_bench(build, bench):
        column, most = TARGETS.get(name, ("median", None))
        shown = name if column == "median" else f"{name}: {column}"
        yield make_row(shown, times[column], "ms", floor, most=most)
        sized = SIZED.match(name)
        if sized:
            growth[sized[1] + sized[4]][int(sized[2])] = times["median"]
        if name in MAPNIK_RATIOS and mapnik:
            limit = MAPNIK_RATIOS[name]
            yield make_row(name, times["median"], "ms", ("plain map by Mapnik", float(mapnik)), most_ratio=limit)


def fit_exponent(costs):
    """The exponent of the power of the size that fits best, by least squares of the logarithms."""
    xs, ys = zip(*((math.log(size), math.log(cost)) for size, cost in costs.items()))
    x, y = statistics.mean(xs), statistics.mean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


def show(number, unit):
    if math.isnan(number):
        return ""
    if unit == "ms" and number < 0.1:
        return f"{number * 1000:.2f} µs"
    digits = 0 if number >= 1000 else 1 if number >= 10 else 2
    return f"{number:,.{digits if unit else 0}f} {unit}".strip()


def print_row(row):
    ratio = "" if math.isnan(row.ratio) else f"{row.ratio:.2f} ×"
    mark = "" if row.is_met else "  missed"
    floor = f"{row.floor_name} {show(row.floor, row.unit)}".strip()
    print(f"{row.what:<52}{show(row.ours, row.unit):>12}{ratio:>11}  {floor:<44}{row.target}{mark}", flush=True)


def print_growth(growth):
    print(f"\n{'growth, milliseconds or bytes at each size':<52}exponent")
    for name, costs in growth.items():
        if len(costs) < 2:
            continue
        exponent = fit_exponent(costs)
        sizes = "  ".join(f"{size:,}: {cost:,.2f}" for size, cost in costs.items())
        mark = "" if exponent <= MOST_EXPONENT else f"  ≤ {MOST_EXPONENT} missed"
        print(f"{name:<52}{exponent:>8.2f}  {sizes}{mark}")


def describe_machine():
    return {
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "kernel": platform.release(),
        "libc": " ".join(platform.libc_ver()),
    }


def measure(build, path):
    growth = collections.defaultdict(dict)
    mapnik = run(os.path.join(HERE, "map-by-mapnik"), ATLAS).strip()
    rows = []

    def take(some):
        for row in some:
            print_row(row)
            rows.append(row)

    machine = describe_machine()
    print(f"{machine['cores']} cores, load {machine['load']:.1f}" + ("" if mapnik else "; Mapnik: not installed"))
    print(f"{'what':<52}{'ours':>12}{'ratio':>11}  {'floor':<44}target", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        take(measure_start(folder, build))
        take(measure_idle(build))
        take(measure_commands(folder, build))
        take(measure_loading(folder, build, growth))
        take(measure_tables(folder, build, growth))
        take(measure_world(folder, build))
        for bench in BENCHES:
            take(measure_bench(build, bench, mapnik, growth))
    print_growth(growth)
    if path:
        exponents = {name: fit_exponent(costs) for name, costs in growth.items() if len(costs) > 1}
        result = {
            "machine": machine,
            "rows": [{k: v for k, v in vars(row).items() if v == v} for row in rows],
            "growth": {name: {"costs": growth[name], "exponent": e} for name, e in exponents.items()},
        }
        with open(path, "w", encoding="utf-8") as file:
            json.dump(result, file, indent=2, ensure_ascii=False)
            file.write("\n")


def main():
    parser = argparse.ArgumentParser(description="Measures the program beside floors of the same run.")
    parser.add_argument("--json", metavar="FILE", help="write the rows and the growth to a file, too")
    parser.add_argument("build", metavar="BUILD-FOLDER")
    options = parser.parse_args()
    if os.environ.get("KA_BENCH_ON_DISPLAY"):
        measure(os.path.abspath(options.build), options.json)
        return
    os.environ["KA_BENCH_ON_DISPLAY"] = "1"
    # The display has a home that is thrown away.
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    os.environ["KA_BENCH_CACHE"] = cache
    os.environ["KA_SCREEN"] = "2000x1200"
    sys.exit(subprocess.run([ON_DISPLAY, __file__, *sys.argv[1:]], check=False).returncode)


if __name__ == "__main__":
    main()
