# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the history share: the atlas, its dates, its texts, its citations, and the run of a rule.

A check is a function of an Atlas that yields what is wrong. A Rule pairs it with a made-up atlas in which it must find a fault,
so that a check that cannot fail is a fault itself.
"""

import calendar
import datetime
import json
import pathlib
import re
import sys

LANGUAGES = ["en", "tr", "ru", "hy", "ka", "az"]
DAY_MAX = datetime.date.max
DAY_MIN = datetime.date.min
MAX_FAULTS = 20

# Short forms whose dot ends no sentence.
SHORT_FORMS = r"\b([A-Z]|Mt|Dr|St|no|nos|art|arts|pp|p|vol|ca|cf|ed|eds)\."

# The plural of the kinds that an item may have where it is not the kind and an s.
SECTIONS = {"polity": "polities", "treaty": "treaties", "annex": "articles", "person": "people", "term": "glossary"}


class Atlas:
    """The sections of an atlas, and of those that are lists also the records by their ids."""

    def __init__(self, sections):
        self.sections = sections
        self.by_id = {name: {r["id"]: r for r in records} for name, records in sections.items() if isinstance(records, list)}

    def records(self, *names):
        """The records of these sections; of all lists where none is named: section, record."""
        for name in names or self.by_id:
            for record in self.by_id.get(name, {}).values():
                yield name, record

    def get(self, section, identifier):
        """The record of an id; None where there is none."""
        return self.by_id.get(section, {}).get(identifier)

    def item(self, reference):
        """The section and the record of kind:id; the record is None where there is none."""
        kind, identifier = reference.split(":", 1)
        section = SECTIONS.get(kind, kind + "s")
        return section, self.get(section, identifier)


def load(folder):
    """The atlas of a folder."""
    sections = {}
    for path in sorted(folder.glob("*.json")):
        sections.update(json.loads(path.read_text(encoding="utf-8")))
    return Atlas(sections)


# Rules


class Rule:
    """A check with its name and the made-up wrong atlases (dicts of sections) in which it must find a fault."""

    def __init__(self, name, check, *wrong):
        self.name = name
        self.check = check
        self.wrong = [Atlas(sections) for sections in wrong]


class Tap:
    """Counts and prints tests in the Test Anything Protocol."""

    def __init__(self):
        self.n = 0
        self.failed = 0

    def test(self, name, faults):
        faults = list(faults)
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


def run(rules):
    """Run the rules on the atlas of the data folder that the command line names; on the wrong atlases too."""
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "data"
    atlas = load(root / "atlas")
    tap = Tap()
    for rule in rules:
        tap.test(rule.name, rule.check(atlas))
        passed = [f"wrong atlas {i} passes" for i, wrong in enumerate(rule.wrong, 1) if not list(rule.check(wrong))]
        tap.test(f"{rule.name}: the rule can fail", passed if rule.wrong else ["no wrong atlas"])
    return tap.end()


# Dates


def bounds_of_point(text):
    """First and last day that a point of EDTF may mean; what is unknown in it is any."""
    parts = text.rstrip("?~%").replace("X", "0").split("-")
    year = int(parts[0])
    last_year = int(text[:4].replace("X", "9"))
    if len(parts) == 1 or parts[1] == "00":
        return datetime.date(year, 1, 1), datetime.date(last_year, 12, 31)
    month = int(parts[1])
    if len(parts) == 2 or parts[2] == "00":
        return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    day = datetime.date(year, month, int(parts[2]))
    return day, day


def bounds(text):
    """First and last day that a date may mean."""
    if text.startswith("["):
        points = [bounds_of_point(point) for point in text.strip("[]").split(",")]
        return min(p[0] for p in points), max(p[1] for p in points)
    if "/" in text:
        first, last = text.split("/")
        return (bounds_of_point(first)[0] if first not in ("", "..") else DAY_MIN, bounds_of_point(last)[1] if last not in ("", "..") else DAY_MAX)
    return bounds_of_point(text)


def interval(record):
    """The first day, and the day after the last."""
    return (
        datetime.date.fromisoformat(record["from"]) if "from" in record else DAY_MIN,
        datetime.date.fromisoformat(record["to"]) if "to" in record else DAY_MAX,
    )


def name_on(record, day, language="en"):
    """The name of a record on a day; None where it has none."""
    for name in record["names"]:
        first, end = interval(name)
        if first <= day < end:
            return name.get(language)
    return None


# Texts


def texts_of(value, path=""):
    """Every text in English below a value, with where it stands."""
    if isinstance(value, dict):
        if isinstance(value.get("en"), str):
            yield path, value["en"]
        for key, member in value.items():
            if key == "note" and isinstance(member, str):
                yield f"{path}.note", member
            elif not isinstance(member, str):
                yield from texts_of(member, f"{path}.{key}")
    elif isinstance(value, list):
        for i, member in enumerate(value):
            name = member.get("id", i) if isinstance(member, dict) else i
            yield from texts_of(member, f"{path}.{name}" if path else str(name))


def sentences(text):
    """The sentences of a text; a dot after a single letter or a short form ends none."""
    text = re.sub(SHORT_FORMS, "\\1\0", text)
    return [s.replace("\0", ".").strip() for s in re.split(r"(?<=[.!?])[”’)]*\s+", text) if s.strip()]


def words(sentence):
    """How many words a sentence has; numbers count."""
    return len(re.findall(r"[^\W_]+(?:[’.,–-][^\W_]+)*", sentence))


# Citations


def citation(entry):
    """The source id, the locator (maybe empty) and whether the place was seen, of an entry of sources."""
    text, seen = (entry["source"], entry.get("seen", False)) if isinstance(entry, dict) else (entry, False)
    source, _, locator = text.partition(":")
    return source, locator, seen


def citations(record):
    """The citations of a record."""
    return [citation(entry) for entry in record.get("sources", [])]
