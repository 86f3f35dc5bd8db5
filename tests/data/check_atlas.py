#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the built-in atlas as one: whether its records agree with one another, and how its texts read all together.

Usage: check_atlas.py [DATA-FOLDER]   (the folder that holds atlas/)

Prints TAP and exits with 1 when a test failed. Each rule must find the fault of a made-up atlas too.
"""

import datetime
import re
import sys

sys.dont_write_bytecode = True

from history import LANGUAGES, Rule, bounds, citation, interval, run, sentences, texts_of, words  # noqa: E402

# How we worked is not what the reader asks for; so much of it may stand in all data together.
WORKSHOP = (
    "as far as remembered", "assumed", "by convention", "customary form", "for this atlas", "general accounts", "known here", "not checked", "not confirmed",
    "not established", "not found", "not re-read", "not seen", "not verified", "of this atlas", "was read", "were read", "works of reference",
)
MAX_WORKSHOP = 20
MAX_MEAN, MAX_WORDS = 25, 38

# Articles that their treaty puts into force with the signature.
AT_ONCE = {"kars-6", "kars-14", "kars-15", "kars-16", "kars-18", "kars-19", "moscow-13"}

# Bodies without a state of their own that stand in the colour of a neighbour: who sent or made them is no question.
OWN_TINT = {"british-batum", "transcaucasian-commissariat"}

# Areas that are named after one town, and the town where its id is another.
TOWNS = {"erivan": "yerevan", "erzurum-rest": "erzurum", "alexandropol": "gyumri", "olti": "oltu"}

# Who held land for others and claimed none of it.
CLAIMS_NOTHING = {"british-batum"}

# The new states of 1918, and the days between their birth and the treaties of 1921.
STATES = {"georgia-dr", "armenia-dr", "azerbaijan-dr", "ankara-government"}
UNSETTLED = (datetime.date(1918, 5, 26), datetime.date(1921, 3, 16))

# Days between the Julian calendar and ours, by the century.
JULIAN = {18: 12, 19: 13}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def effect_of(atlas, treaty):
    """The first day of effect of a treaty: force, exchange or the last ratification, the signature where none is known."""
    for kinds in (("in-force", "exchanged"), ("ratified",)):
        days = [bounds(d["date"])[0] for d in treaty.get("dates", []) if d["kind"] in kinds]
        if days:
            return min(days) if "exchanged" in kinds else max(days)
    return bounds(treaty["date"])[1]


def check_effect(atlas):
    """An article counts from the day on which its treaty took effect, whoever the parties are."""
    for _, article in atlas.records("articles"):
        treaty = atlas.get("treaties", article["treaty"])
        exchanged = any(d["kind"] in ("in-force", "exchanged") for d in treaty.get("dates", []))
        if "from" in article and exchanged and article["id"] not in AT_ONCE and datetime.date.fromisoformat(article["from"]) < effect_of(atlas, treaty):
            yield f"{article['id']}: from {article['from']}, the treaty from {effect_of(atlas, treaty)}"


def check_whole_treaties(atlas):
    """A title that rests on a treaty as a whole begins with its effect; what has no first day rests on nothing of later days."""
    for _, tenure in atlas.records("tenures"):
        kind, _, identifier = tenure.get("instrument", "").partition(":")
        treaty = identifier if kind == "treaty" else (atlas.get("articles", identifier) or {}).get("treaty") if kind in ("article", "annex") else None
        if not treaty:
            continue
        record = atlas.get("treaties", treaty)
        if kind == "treaty" and tenure["kind"] == "de-jure" and "from" in tenure and interval(tenure)[0] < effect_of(atlas, record):
            yield f"{tenure['id']}: de jure from {tenure['from']}, {treaty} took effect on {effect_of(atlas, record)}"
        if "from" not in tenure and bounds(record["date"])[0] >= datetime.date(1878, 1, 1):
            yield f"{tenure['id']}: without a first day, and rests on {treaty} of {record['date']}"


def check_rivals(atlas):
    """Land that two of the new states wanted was de jure nobody's before the treaties of 1921, unless one of them gave it."""
    claims = [t for _, t in atlas.records("tenures") if t["kind"] == "claimed" and t["holder"] in STATES]
    for _, tenure in atlas.records("tenures"):
        if tenure["kind"] != "de-jure" or tenure["holder"] not in STATES:
            continue
        first, end = max(interval(tenure)[0], UNSETTLED[0]), min(interval(tenure)[1], UNSETTLED[1])
        for claim in claims:
            if claim["holder"] != tenure["holder"] and set(claim["areas"]) & set(tenure["areas"]) and max(first, interval(claim)[0]) < min(end, interval(claim)[1]):
                yield f"{tenure['id']}: de jure, and {claim['id']}"


def check_occupied(atlas):
    """Occupied is the land of another, who is named; where the title is unsettled whoever holds the land holds it de facto."""
    for _, tenure in atlas.records("tenures"):
        if tenure["kind"] == "occupied" and "sovereign" not in tenure and tenure["holder"] not in CLAIMS_NOTHING:
            yield f"{tenure['id']}: occupied, and nobody is sovereign"


def check_one_title(atlas):
    """On one day a state is not de jure in one part of its land while its forerunner is sovereign in another."""
    heirs = {"georgian-ssr": "georgia-dr", "armenian-ssr": "armenia-dr", "azerbaijan-ssr": "azerbaijan-dr"}
    for _, tenure in atlas.records("tenures"):
        forerunner = heirs.get(tenure.get("holder")) if tenure["kind"] == "de-jure" else None
        for _, other in atlas.records("tenures") if forerunner else ():
            if other.get("sovereign") == forerunner and max(interval(tenure)[0], interval(other)[0]) < min(interval(tenure)[1], interval(other)[1]):
                yield f"{tenure['id']} is de jure while {other['id']} has {forerunner} as sovereign"


def check_lines(atlas):
    """A line in force ends no later than the article that drew it."""
    for _, frontier in atlas.records("frontiers"):
        kind, _, identifier = frontier.get("instrument", "").partition(":")
        article = atlas.get("articles", identifier) if kind in ("article", "annex") else None
        if article and "to" in article and interval(frontier)[1] > interval(article)[1]:
            yield f"{frontier['id']}: to {frontier.get('to')}, its article to {article['to']}"


def check_ranks(atlas):
    """On each day one line has the highest rank; a line without lines is not in force."""
    ranked = [frontier for _, frontier in atlas.records("frontiers") if "rank" in frontier]
    for place, one in enumerate(ranked):
        for other in ranked[:place]:
            if one["rank"] == other["rank"] and max(interval(one)[0], interval(other)[0]) < min(interval(one)[1], interval(other)[1]):
                yield f"{one['id']} and {other['id']}: rank {one['rank']} on one day"
    for _, frontier in atlas.records("frontiers"):
        if "geometry" not in frontier and (frontier["in_force"] or "rank" not in frontier):
            yield f"{frontier['id']}: no line, but in force or without a rank"


def check_tints(atlas):
    """Bodies that are no state are neutral, whoever their people were."""
    for _, polity in atlas.records("polities"):
        if polity["kind"] == "authority" and polity["tint"] != "neutral" and polity["id"] not in OWN_TINT:
            yield f"{polity['id']}: {polity['tint']}"


def check_qualified(atlas):
    """What is added to a name in one language is added in all."""
    for section, record in atlas.records("polities", "places", "areas", "regions", "frontiers"):
        for name in record["names"] if record.get("kind") not in ("state", "empire") else ():
            added = {language: bool(re.search(r"[(/]", name[language])) for language in LANGUAGES if language in name}
            if len(set(added.values())) > 1:
                yield f"{section} {record['id']}: {name['en']} {added}"


def check_towns(atlas):
    """An area that is named after its town has the names of the town on all days."""
    for _, area in atlas.records("areas"):
        town = atlas.get("places", TOWNS.get(area["id"], area["id"]))
        named = town and (area["id"] in TOWNS or town["kind"] == "town" and town["names"][0]["en"] == area["names"][0]["en"])
        if named and town["names"] != area["names"]:
            yield f"{area['id']}: {[n['en'] for n in area['names']]}, the town {[n['en'] for n in town['names']]}"


def check_regions(atlas):
    """The event of a treaty names the regions of the clauses that it lists."""
    for _, event in atlas.records("events"):
        if event["categories"][0] == "treaty" and event.get("treaties"):
            regions = {r for a in event.get("articles", []) for r in (atlas.get("articles", a) or {}).get("regions", [])}
            for missing in sorted(regions - set(event.get("regions", []))):
                yield f"{event['id']}: not {missing}"


def check_signers(atlas):
    """Who signed a treaty, by its event, is a party to it."""
    for _, event in atlas.records("events"):
        for identifier in event.get("treaties", []):
            treaty = atlas.get("treaties", identifier)
            if treaty and treaty["date"] == event["date"] and event["categories"][0] == "treaty":
                for missing in [p for p in treaty["parties"] if p not in event["parties"]]:
                    yield f"{event['id']}: {missing} is a party of {identifier}"


def check_alive(atlas):
    """Nobody signs or acts after death or as a child; a role of earlier years says when."""
    for _, record in atlas.records("events", "treaties"):
        for act in record.get("people", []) + record.get("signatories", []):
            person = atlas.get("people", act["person"])
            first = bounds(record["date"])[0]
            role = str(act.get("role", ""))
            if person.get("died") and bounds(person["died"])[1] < first and not re.search(r"\b1[89]\d\d\b", role):
                yield f"{record['id']}: {person['id']} died in {person['died']}"
            if person.get("born") and bounds(person["born"])[0].year > first.year - 20:
                yield f"{record['id']}: {person['id']} was born in {person['born']}"


def check_julian(atlas):
    """Dates of the Julian calendar are as many days earlier as they were in their century."""
    for _, event in atlas.records("events"):
        found = re.search(r"(\d+)(?:–\d+)? ([A-Z][a-z]+) (\d{4})", event.get("old_style", ""))
        if found:
            old = datetime.date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
            new = bounds(event["date"])[0]
            if (new - old).days != JULIAN[old.year // 100]:
                yield f"{event['id']}: {new}, but {event['old_style']} in the Julian calendar"


def all_citations(value):
    """Every citation below a value."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from (citation(entry) for entry in member) if key == "sources" else all_citations(member)
    elif isinstance(value, list):
        for member in value:
            yield from all_citations(member)


def check_seen(atlas):
    """What is cited after others was not seen, in no section."""
    for section, record in atlas.records():
        for source, _, seen in all_citations(record):
            note = (atlas.get("sources", source) or {}).get("note", "")
            if seen and re.search(r"Cited (after|at second hand)", note):
                yield f"{section} {record['id']}: {source} is seen, and cited after others"


def told(atlas):
    """The texts of all sections: section, where, text."""
    for section, records in atlas.sections.items():
        if section != "geography":
            yield from ((section, where, text) for where, text in texts_of(records) if ".names" not in where)


def check_workshop(atlas):
    """All data together say hardly ever how they were made."""
    found = [f"{s} {where}: “{phrase}”" for s, where, text in told(atlas) for phrase in WORKSHOP if phrase in text.lower()]
    if len(found) > MAX_WORKSHOP:
        yield from found


def check_readable(atlas):
    """No sentence of any section is too long, and all together are short."""
    lengths = []
    for section, where, text in told(atlas):
        for sentence in sentences(text):
            lengths.append(words(sentence))
            if lengths[-1] > MAX_WORDS:
                yield f"{section} {where}: {lengths[-1]} words"
    if lengths and sum(lengths) > MAX_MEAN * len(lengths):
        yield f"{sum(lengths) / len(lengths):.1f} words a sentence"


# Made-up atlases, each with one fault.


def moscow(article_from="1921-09-22", *tenures, **sections):
    dates = [{"kind": "signed", "date": "1921-03-16"}, {"kind": "exchanged", "date": "1921-09-22"}]
    return {"treaties": [{"id": "m", "date": "1921-03-16", "dates": dates, "parties": ["a"]}],
            "articles": [{"id": "m-1", "treaty": "m", "from": article_from, "to": "1945-01-01", "regions": ["r"]}], "tenures": list(tenures), **sections}


def tenure(identifier="t", **members):
    return {"id": identifier, "areas": ["a"], "kind": "de-jure", "holder": "georgia-dr", **members}


def event(**members):
    return {"id": "e", "date": "1921-03-16", "categories": ["treaty"], "parties": ["b"], "articles": ["m-1"], "treaties": ["m"], **members}


RIVALS = {"tenures": [tenure(**{"from": "1920-07-07", "to": "1921-03-11"}),
                      tenure("claim", kind="claimed", holder="ankara-government", **{"from": "1920-04-23", "to": "1921-03-11"})]}
TWO_TITLES = {"tenures": [tenure(holder="georgian-ssr", **{"from": "1921-02-25"}),
                          tenure("west", kind="contested", sovereign="georgia-dr", **{"from": "1921-02-25", "to": "1921-03-18"})]}
PERSON = {"people": [{"id": "p", "born": "1870", "died": "1920"}]}
NAMES = {language: "x" for language in LANGUAGES}
MUSH = {"areas": [{"id": "mus", "names": [{"en": "Mush"}]}], "places": [{"id": "mus", "kind": "town", "names": [{"en": "Mush", "to": "1930-03-28"}, {"en": "Muş"}]}]}

RULES = [
    Rule("articles count from the effect of their treaty", check_effect, moscow("1921-03-16")),
    Rule("titles under whole treaties count from their effect", check_whole_treaties, moscow("1921-09-22", tenure(instrument="treaty:m", **{"from": "1921-03-16"})),
         moscow("1921-09-22", tenure(instrument="article:m-1"))),
    Rule("land that two new states wanted is de jure nobody's", check_rivals, RIVALS),
    Rule("occupied land is another's", check_occupied, {"tenures": [tenure(kind="occupied")]}),
    Rule("a state and its forerunner have no title on one day", check_one_title, TWO_TITLES),
    Rule("lines end with their articles", check_lines, moscow(frontiers=[{"id": "f", "instrument": "article:m-1", "from": "1921-03-16"}])),
    Rule("one line of a day is the strongest", check_ranks,
         {"frontiers": [{"id": "f", "geometry": "f", "rank": 1, "from": "1921-03-16"}, {"id": "g", "geometry": "g", "rank": 1, "to": "1921-03-17"}]},
         {"frontiers": [{"id": "f", "in_force": True, "rank": 1}]}),
    Rule("bodies that are no state are neutral", check_tints, {"polities": [{"id": "x", "kind": "authority", "tint": "armenia"}]}),
    Rule("names are qualified alike in all languages", check_qualified,
         {"polities": [{"id": "x", "kind": "authority", "names": [{**NAMES, "en": "X (authorities)"}]}]}),
    Rule("areas have the names of their towns", check_towns, MUSH, {"areas": [{"id": "erivan", "names": [{"en": "Erivan"}]}],
                                                                    "places": [{"id": "yerevan", "kind": "town", "names": [{"en": "Yerevan"}]}]}),
    Rule("events of treaties name the regions of their clauses", check_regions, moscow(events=[event()])),
    Rule("events of treaties have the parties of the treaties", check_signers, moscow(events=[event()])),
    Rule("who acts is alive", check_alive, {**PERSON, "events": [{"id": "e", "date": "1921", "people": [{"person": "p", "role": {"en": "minister"}}]}]},
         {**PERSON, "treaties": [{"id": "t", "date": "1880", "signatories": [{"person": "p"}]}]}),
    Rule("the Julian dates are right", check_julian, {"events": [{"id": "e", "date": "1918-01-11", "old_style": "30 December 1917"}]},
         {"events": [{"id": "e", "date": "1878-03-03", "old_style": "18 February 1878"}]}),
    Rule("what is cited after others was not seen", check_seen, {"regions": [{"id": "r", "population": [{"sources": [{"source": "s:1", "seen": True}]}]}],
                                                                 "sources": [{"id": "s", "note": "Cited after later studies."}]}),
    Rule("the data hardly say how they were made", check_workshop, {"places": [{"id": str(n), "note": "It was not checked."} for n in range(MAX_WORKSHOP + 1)]}),
    Rule("all texts are readable", check_readable, {"people": [{"id": "x", "note": " ".join(["word"] * 39) + "."}]},
         {"tenures": [{"id": "x", "note": " ".join(["word"] * 26) + "."}]}),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
