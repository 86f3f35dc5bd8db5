#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the land of the built-in atlas: who held which piece when, by what title, and under which name.

Usage: check_land.py [DATA-FOLDER]   (the folder that holds atlas/)

Prints TAP and exits with 1 when a test failed. Each rule must find the fault of a made-up atlas too.
"""

import csv
import datetime
import pathlib
import sys

from history import DAY_MAX, DAY_MIN, Rule, bounds, citations, interval, name_on, run, sentences, texts_of, words

SECTIONS = ("areas", "tenures", "frontiers", "polities")
FIRST_DAY = datetime.date(1878, 7, 13)
BEFORE, AFTER = datetime.date(1900, 1, 1), datetime.date(2020, 1, 1)

# Areas whose unit has another name today than in Russian or Ottoman times.
RENAMED = {
    "agri", "akhaltsikhe-akhalkalaki", "alexandropol", "azerbaijan-core", "batum-south", "borchaly", "daralagez", "erivan", "georgia-core", "georgia-west", "gole",
    "iran-core", "kagizman", "kazakh-west", "lazistan-kiskim", "nakhichevan", "nor-bayazet", "olti", "persia-azerbaijan", "sarikamis", "surmalu", "trabzon",
    "zangezur",
}

# Words of how the data were made, where the reader wants to know what happened.
WORKSHOP = ("assumed", "convention", "general accounts", "known here", "not checked", "not found", "not known", "of this atlas", "re-read", "reported")

# One spelling for one thing.
OTHER_SPELLINGS = ("Araks", "Chorokh", "commissioner", "Kara-su", "Little Ararat", "Türkiye")

OTHERS_DAYS = ("1900-07-01", "1914-07-01", "1920-07-01", "1930-07-01", "1938-07-01", "1945-07-01")
MEAN_WORDS, MAX_WORDS = 25, 38


def held_on(atlas, area, day):
    """The tenures of an area on a day, claims left out."""
    return [t for _, t in atlas.records("tenures")
            if area in t["areas"] and t["kind"] != "claimed" and interval(t)[0] <= day < interval(t)[1]]


def treaty_of(atlas, instrument):
    """The treaty that an instrument is, or is a clause of; None for an event."""
    kind, identifier = instrument.split(":", 1)
    if kind in ("article", "annex"):
        return atlas.get("articles", identifier)["treaty"]
    return identifier if kind == "treaty" else None


def first_day_of(atlas, instrument):
    """The first day that the date of an instrument may mean."""
    treaty = treaty_of(atlas, instrument)
    record = atlas.get("treaties", treaty) if treaty else atlas.item(instrument)[1]
    return bounds(record["date"])[0]


def check_instruments(atlas):
    """No instrument is later than the first day of what rests on it."""
    for section, record in atlas.records("tenures", "frontiers"):
        if "instrument" in record and "from" in record:
            day = first_day_of(atlas, record["instrument"])
            if day > interval(record)[0]:
                yield f"{section} {record['id']}: {record['instrument']} is of {day}"


def check_kinds(atlas):
    """What one treaty gave is of one kind on any day, whoever got it."""
    resting = {}
    for _, tenure in atlas.records("tenures"):
        treaty = treaty_of(atlas, tenure["instrument"]) if "instrument" in tenure else None
        if treaty and tenure["kind"] != "claimed":
            resting.setdefault(treaty, []).append(tenure)
    for treaty, tenures in resting.items():
        for day in sorted({interval(t)[0] for t in tenures}):
            kinds = {t["kind"]: t["id"] for t in tenures if interval(t)[0] <= day < interval(t)[1]}
            if len(kinds) > 1:
                yield f"{treaty} on {day}: {kinds}"


def check_titles(atlas):
    """No title rests on a clause before the clause took effect."""
    for _, tenure in atlas.records("tenures"):
        kind, _, identifier = tenure.get("instrument", "").partition(":")
        if tenure["kind"] == "de-jure" and kind in ("article", "annex"):
            effect = atlas.get("articles", identifier).get("from")
            first = interval(tenure)[0]
            if effect is None or first not in (DAY_MIN,) and datetime.date.fromisoformat(effect) > first:
                yield f"{tenure['id']}: {tenure['instrument']} took effect on {effect}"


def check_fill(atlas):
    """Each area's time is filled once, from the first day without end."""
    for _, area in atlas.records("areas"):
        rows = sorted((interval(t) for _, t in atlas.records("tenures") if area["id"] in t["areas"] and t["kind"] != "claimed"))
        ends = [FIRST_DAY] + [end for _, end in rows]
        if not rows or rows[0][0] > FIRST_DAY or rows[-1][1] != DAY_MAX:
            yield f"{area['id']}: {rows[0][0] if rows else None} to {rows[-1][1] if rows else None}"
        yield from (f"{area['id']}: {end} and {first} do not meet" for end, (first, _) in zip(ends[1:], rows[1:]) if end != first)


def check_names(atlas):
    """What was renamed has the name of the day."""
    for identifier in sorted(RENAMED):
        area = atlas.get("areas", identifier)
        before, after = (name_on(area, day) if area else None for day in (BEFORE, AFTER))
        if before == after:
            yield f"{identifier}: {before} in 1900, {after} in 2020"


def check_contested(atlas):
    """Who contested land, or what is uncertain of a tenure, is said in its own row."""
    for _, tenure in atlas.records("tenures"):
        if (tenure["kind"] == "contested" or tenure["certainty"] != "certain") and len(tenure.get("note", "")) < 25:
            yield f"{tenure['id']}: nothing said"


def check_events(atlas):
    """An event that changed a frontier changes a tenure on its days, or says why not."""
    areas = {region["id"]: set(region["areas"]) for _, region in atlas.records("regions")}
    for _, event in atlas.records("events"):
        if "border-change" not in event["categories"] or event.get("unchanged"):
            continue
        first, last = bounds(event["date"])
        land = set().union(*(areas[region] for region in event.get("regions", [])))
        own = {f"event:{event['id']}"} | {f"treaty:{t}" for t in event.get("treaties", [])} | {f"article:{a}" for a in event.get("articles", [])}
        days = [interval(t)[0] for _, t in atlas.records("tenures") if t["kind"] != "claimed" and (land & set(t["areas"]) or t.get("instrument") in own)]
        if not any(first <= day <= last + datetime.timedelta(days=1) for day in days):
            yield f"{event['id']}: no tenure begins from {first} to {last}, and not a word why"


def check_certainty(atlas):
    """Certain is what two works say, or a place that was read."""
    for section, record in atlas.records(*SECTIONS):
        cited = citations(record)
        if record.get("certainty") == "certain" and len({source for source, _, _ in cited}) < 2 and not any(seen for _, _, seen in cited):
            yield f"{section} {record['id']}: certain by {cited}"


def check_words(atlas):
    """The texts say what happened, not how the atlas was made, and one thing has one name."""
    for section in SECTIONS:
        for where, text in texts_of(atlas.sections.get(section, [])):
            yield from (f"{section} {where}: “{word}”" for word in WORKSHOP + OTHER_SPELLINGS if word in text and not where.endswith("turkey.note"))


def check_sentences(atlas):
    """Sentences are short."""
    for section in SECTIONS:
        lengths = []
        for where, text in texts_of(atlas.sections.get(section, [])):
            for sentence in sentences(text):
                lengths.append(words(sentence))
                if lengths[-1] > MAX_WORDS:
                    yield f"{section} {where}: {lengths[-1]} words"
        if lengths and sum(lengths) / len(lengths) > MEAN_WORDS:
            yield f"{section}: {sum(lengths) / len(lengths):.1f} words a sentence"


def check_landless(atlas):
    """States that only signed hold no land; an administration of a place is not the state that sent it."""
    holders = {t["holder"] for _, t in atlas.records("tenures") if "holder" in t}
    for identifier in ("united-kingdom", "united-states", "germany", "france", "italy"):
        if atlas.get("polities", identifier) is None or identifier in holders:
            yield f"{identifier}: {'holds land' if identifier in holders else 'missing'}"


def others(atlas):
    """The table of towns that other data sets have wrong."""
    if "others" in atlas.sections:
        return atlas.sections["others"]["rows"]
    path = pathlib.Path(__file__).resolve().parent / "others.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def check_others(atlas):
    """At least 26 towns on each of the six days, each with its source, are held by whom the sources say."""
    rows = others(atlas)
    places = {row["place"] for row in rows}
    if len(places) < 26:
        yield f"{len(places)} places, 26 expected"
    for place in sorted(places):
        days = [row["date"] for row in rows if row["place"] == place]
        if sorted(days) != sorted(OTHERS_DAYS):
            yield f"{place}: {days}"
    for row in rows:
        held = held_on(atlas, row["area"], datetime.date.fromisoformat(row["date"]))
        if len(held) != 1 or held[0].get("holder", "") != row["holder"]:
            yield f"{row['date']} {row['place']}: {[t.get('holder', '') for t in held]}, {row['holder']} expected"
        if atlas.get("sources", row["source"]) is None:
            yield f"{row['date']} {row['place']}: no source {row['source']}"


# Made-up atlases, each with one fault.


def tenure(identifier="t", **members):
    return dict({"id": identifier, "areas": ["a"], "kind": "de-jure", "holder": "p", "certainty": "certain", "sources": ["x", "y"]}, **members)


def with_treaty(*tenures):
    return {"tenures": list(tenures), "frontiers": [], "treaties": [{"id": "m", "date": "1921-03-16"}],
            "articles": [{"id": "m-1", "treaty": "m", "from": "1921-09-22"}, {"id": "m-2", "treaty": "m", "from": "1921-09-22"}],
            "events": [{"id": "e", "date": "1921-03", "categories": ["border-change"], "regions": ["r"]}]}


LATER = with_treaty(tenure(**{"from": "1921-02-13", "instrument": "article:m-1"}))
LATER_EVENT = with_treaty(tenure(**{"from": "1921-02-28", "instrument": "event:e"}))
UNEQUAL = with_treaty(tenure("one", **{"from": "1921-03-16", "instrument": "article:m-1"}),
                      tenure("other", **{"from": "1921-03-20", "kind": "de-facto", "instrument": "article:m-2"}))
TOO_SOON = with_treaty(tenure(**{"from": "1921-03-16", "instrument": "article:m-1"}))
HOLE = {"areas": [{"id": "a"}], "tenures": [tenure("one", to="1918-03-03"), tenure("two", **{"from": "1918-03-04"})]}
TWICE = {"areas": [{"id": "a"}], "tenures": [tenure("one", to="1918-03-03"), tenure("two", **{"from": "1918-03-02"})]}
LATE_START = {"areas": [{"id": "a"}], "tenures": [tenure(**{"from": "1900-01-01"})]}
TWO_DAYS = [{"en": "Old", "to": "1930-01-01"}, {"en": "New", "from": "1930-01-01"}]
ONE_NAME = {"areas": [{"id": i, "names": [{"en": "Zangezur"}] if i == "zangezur" else TWO_DAYS} for i in sorted(RENAMED)]}
SILENT = {"tenures": [tenure(kind="contested")]}
NO_CHANGE = dict(with_treaty(tenure(**{"from": "1920-01-01"})), regions=[{"id": "r", "areas": ["a"]}])
ONE_WORK = {"areas": [], "frontiers": [], "polities": [], "tenures": [tenure(sources=["x:1", "x:2"])]}
HOW_MADE = {"tenures": [tenure(note="Only the month is known here.")]}
TWO_NAMES = {"tenures": [tenure(note="Along the Araks.")]}
LONG = {"tenures": [tenure(note=" ".join(["word"] * 39) + ".")]}
WORDY = {"tenures": [tenure(note=" ".join(["word"] * 30) + ".")]}
HOLDS = {"polities": [{"id": i} for i in ("united-kingdom", "united-states", "germany", "france", "italy")], "tenures": [tenure(holder="united-kingdom")]}
TOWNS = [{"date": day, "place": f"town-{n}", "area": "a", "holder": "p", "source": "x"} for n in range(26) for day in OTHERS_DAYS]
WRONG_TOWN = {"others": {"rows": TOWNS}, "tenures": [tenure(holder="q")], "sources": [{"id": "x"}]}
FEW_TOWNS = {"others": {"rows": TOWNS[:6]}, "tenures": [tenure()], "sources": [{"id": "x"}]}
NO_SOURCE = {"others": {"rows": TOWNS}, "tenures": [tenure()], "sources": []}

RULES = [
    Rule("no instrument is later than what rests on it", check_instruments, LATER, LATER_EVENT),
    Rule("what one treaty gave is of one kind for all parties", check_kinds, UNEQUAL),
    Rule("titles count from the day of effect", check_titles, TOO_SOON),
    Rule("each area's time is filled once", check_fill, HOLE, TWICE, LATE_START),
    Rule("areas have the name of the day", check_names, ONE_NAME),
    Rule("contested and uncertain rows say why", check_contested, SILENT),
    Rule("events that change a frontier change a tenure, or say why not", check_events, NO_CHANGE),
    Rule("certain land has two works, or one that was read", check_certainty, ONE_WORK),
    Rule("texts about land say what happened", check_words, HOW_MADE, TWO_NAMES),
    Rule("sentences about land are short", check_sentences, LONG, WORDY),
    Rule("states without land hold none", check_landless, HOLDS),
    Rule("towns that others have wrong are right", check_others, WRONG_TOWN, FEW_TOWNS, NO_SOURCE),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
