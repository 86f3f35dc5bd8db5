#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type finds what they mean, near the top.

usage: check-search.py PROGRAM QUERIES

QUERIES has a line for each query: the words, the language of the reader, the item expected, and the
last rank at which it may stand. Searches of six scripts are among them.
"""

import csv
import json
import subprocess
import sys

PROGRAM, QUERIES = sys.argv[1], sys.argv[2]


def search(words, language):
    done = subprocess.run([PROGRAM, "search", "--format", "json", "--language", language, "--", *words.split()],
                          capture_output=True, timeout=60, check=True)
    return [f"{hit['kind']}:{hit['id']}" for hit in json.loads(done.stdout)]


def main():
    with open(QUERIES, encoding="utf-8", newline="") as table:
        queries = list(csv.DictReader(table))
    assert len(queries) >= 80, "80 queries at least"
    print(f"1..{len(queries)}")
    for number, query in enumerate(queries, 1):
        found = search(query["query"], query["language"])
        rank = found.index(query["expected"]) + 1 if query["expected"] in found else None
        is_good = rank is not None and rank <= int(query["rank"])
        print(f"{'ok' if is_good else 'not ok'} {number} - {query['query']}")
        if not is_good:
            print(f"# {query['expected']} at rank {rank}, first {found[:5]}", flush=True)


main()
