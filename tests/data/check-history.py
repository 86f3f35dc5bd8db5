#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the built-in atlas does not contradict itself, independently of the loader.

Usage: check-history.py [DATA-FOLDER]   (the folder that holds atlas/)

Prints TAP and exits with 1 when a test failed. Needs nothing but Python.
"""

import csv
import datetime
import math
import pathlib
import re
import sys

from history import DAY_MAX, LANGUAGES, Tap, bounds, interval, load, texts_of


# What takes sides, or tells the reader what to feel.
LOADED = [
    "atrocit", "barbar", "bandit", "betray", "brutal", "butcher", "carve-up", "cowardly", "cunning", "criminal regime", "evil", "fatherland",
    "glorious", "grab", "greed", "heroic", "heroes", "hordes", "infamous", "infidel", "invader", "land-hungry", "liberated", "liberator", "martyr", "motherland",
    "notorious", "outrag", "plunder", "puppet", "ravag", "savage", "shameful", "so-called", "so called", "sly", "stab in the back", "stolen",
    "terrorist", "traitor", "treacher", "tragic", "unfortunately", "unjust", "vicious", "victorious", "yoke", "of course", "obviously",
    "needless to say", "ancient right", "historic right", "rightful", "illegal", "our ",
]

# What belongs in the workshop, not on the page.
WORKSHOP = ["at hand", "from memory", "known to us", "to be checked", "todo", "to do", "unverified"]

# What the sources leave in doubt and no page may call certain.
DOUBTED = {
    "events": {
        "alexandropol-evacuated-1921", "aras-republic-1918", "armenian-rule-kars-1919", "azrevkom-declaration-1920", "khrushchev-account-1957",
        "nakhchivan-1990", "nakhichevan-consultation-1921", "nakhichevan-transfers-1929",
    },
    "articles": {
        "alexandropol-3", "batum-2", "kars-9", "kars-13", "kars-19", "kars-20", "kars-annex-1", "kars-annex-2", "kars-annex-3", "moscow-4", "moscow-7", "moscow-8",
        "moscow-9", "moscow-10", "moscow-11", "moscow-12", "moscow-13", "moscow-14", "moscow-15", "moscow-16", "moscow-annex-1-a", "moscow-annex-1-b", "paris-1925-2",
        "paris-1925-3", "san-stefano-16", "sevres-93",
    },
    "frontiers": {"batum-1918-line", "nakhichevan-limit", "nakhichevan-limit-moscow", "turkey-iran", "wilson-award-line"},
    "treaties": {"brest-supplement"},
}

# Days of ratification that no edition was seen for.
DOUBTED_DAYS = {("moscow", "ankara-government"), ("kars", "ankara-government"), ("kars", "armenian-ssr"), ("kars", "georgian-ssr")}

# Errors in circulation that readers will meet and are told of.
ERRORS = {
    "adjara-referendum", "assr-1921", "azerbaijan-114000", "beria-asked", "border-bought-1932", "duma-2016", "ended-by-1945-notice", "ended-caucasus-campaign",
    "ended-sardarabad", "future-soviet-republics", "georgia-annulled-2005", "kars-23-october", "kars-drew-republics", "kars-expires", "kars-names-adjara",
    "kars-replaced-moscow", "kars-void", "nakhichevan-armenia-1923", "nakhichevan-consent", "pact-25-december", "ratified-in-yerevan", "right-to-intervene",
    "succeeded-brest-litovsk", "surmalu-regained", "temporary-management", "turkish-gains", "ussr-turkey-border-1921",
}

# Between which areas each piece of a line runs, in the order of the steps of its annex.
PIECES = {
    "kars-line": [
        ("batum-south", "adjara"), ("artvin", "adjara"), ("ardahan", "adjara"), ("ardahan", "akhaltsikhe-akhalkalaki"), ("kars", "aghbaba"),
        ("kars", "alexandropol"), ("kars", "alexandropol"), ("kagizman", "alexandropol"), ("kagizman", "ararat-plain"), ("surmalu", "ararat-plain"),
        ("surmalu", "sharur"),
    ],
    "nakhichevan-limit": [("sharur", "ararat-plain"), ("sharur", "daralagez"), ("nakhichevan", "daralagez"), ("nakhichevan", "zangezur")],
}

# Articles of the two treaties of 1921 that were in force from signature; all others from the exchange of ratifications.
FROM_SIGNATURE = {"kars": {6, 14, 15, 16, 18, 19}, "moscow": {13}}

# Which article of Moscow each article of Kars took up.
CONCORDANCE = {1: [6], 2: [1], 3: [7], 4: [1], 5: [3], 6: [2], 7: [], 8: [], 9: [5], 10: [8], 11: [10], 12: [11], 13: [12], 14: [], 15: [], 16: [13],
               17: [9], 18: [14], 19: [14], 20: [16]}

# The clauses about each region, besides those that concern all.
CLAUSES = {
    "nakhichevan": "kars-5 kars-14 kars-annex-3 moscow-3 moscow-annex-1-c turkmenchay-3 alexandropol-2",
    "adjara": "kars-4 kars-6 kars-7 kars-8 kars-13 kars-14 moscow-2 moscow-12 san-stefano-19 berlin-58 berlin-59 brest-litovsk-4 batum-2 mudros-15",
    "kars": "kars-4 kars-13 kars-14 kars-annex-1 kars-annex-2 moscow-1 moscow-12 moscow-annex-1-a moscow-annex-1-b berlin-58 brest-litovsk-4 alexandropol-2",
    "ardahan": "kars-4 kars-7 kars-8 kars-13 kars-annex-1 moscow-1 moscow-12 moscow-annex-1-a berlin-58 brest-litovsk-4",
    "artvin": "kars-4 kars-7 kars-8 kars-13 kars-annex-1 moscow-1 moscow-12 moscow-annex-1-a berlin-58",
    "surmalu": "kars-4 kars-13 kars-annex-1 kars-annex-2 moscow-1 moscow-12 moscow-annex-1-a moscow-annex-1-b turkmenchay-3 batum-2 alexandropol-2",
    "straits": "kars-9 moscow-5 lausanne-23 montreux-1",
}

SCRIPTS = {"ru": "\u0400-\u052f", "hy": "\u0530-\u058f", "ka": "\u10a0-\u10ff"}


# Texts


def count_sentences(text):
    """How many sentences a text has; a dot after a single letter or a short form ends none."""
    text = re.sub(r"\b([A-Z]|Mt|Dr|St|no|nos|pp|vol|ca)\.", r"\1", text)
    return len(re.findall(r"[.!?][”’)]*(?=\s|$)", text))


# References


def references_of(by_id):
    """Every reference between records: who refers, by which member, to which sections, to what."""
    simple = {
        "polities": [], "areas": [], "regions": [("areas", "areas")], "frontiers": [("regions", "regions")], "people": [],
        "tenures": [("areas", "areas"), ("holder", "polities"), ("sovereign", "polities"), ("autonomy", "polities")],
        "places": [("area", "areas")], "treaties": [("parties", "polities"), ("successors", "treaties")],
        "articles": [("treaty", "treaties"), ("bound", "polities"), ("regions", "regions"), ("frontiers", "frontiers"), ("places", "places")],
        "events": [("places", "places"), ("regions", "regions"), ("articles", "articles"), ("treaties", "treaties"), ("parties", "polities")],
    }
    for section, members in simple.items():
        for record in by_id[section].values():
            for member, target in members:
                values = record.get(member, [])
                for value in values if isinstance(values, list) else [values]:
                    yield section, record["id"], member, target, value
    for polity in by_id["polities"].values():
        for whole in polity.get("within", []):
            yield "polities", polity["id"], "within", "polities", whole["polity"]
    for treaty in by_id["treaties"].values():
        for signatory in treaty.get("signatories", []):
            yield "treaties", treaty["id"], "signatories", "people", signatory["person"]
            if "for" in signatory:
                yield "treaties", treaty["id"], "signatories", "polities", signatory["for"]
        for date in treaty["dates"]:
            if "by" in date:
                yield "treaties", treaty["id"], "dates", "polities", date["by"]
    for article in by_id["articles"].values():
        for match in article.get("corresponds", []):
            yield "articles", article["id"], "corresponds", "articles", match["article"]
    for event in by_id["events"].values():
        for person in event.get("people", []):
            yield "events", event["id"], "people", "people", person["person"]
    plural = {"polity": "polities", "treaty": "treaties", "annex": "articles", "person": "people", "term": "glossary"}
    for section, member in (("tenures", "instrument"), ("frontiers", "instrument"), ("corrections", "about")):
        for record in by_id[section].values():
            values = record.get(member, [])
            for value in values if isinstance(values, list) else [values]:
                kind, identifier = value.split(":", 1)
                yield section, record["id"], member, plural.get(kind, kind + "s"), identifier
    for tour in by_id["tours"].values():
        for step in tour["steps"]:
            kind, identifier = step["selection"].split(":", 1)
            yield "tours", tour["id"], "selection", plural.get(kind, kind + "s"), identifier
    for treaty in by_id["treaties"].values():
        for act in treaty.get("later", []):
            kind, identifier = act["item"].split(":", 1)
            yield "treaties", treaty["id"], "later", plural.get(kind, kind + "s"), identifier
            if "by" in act:
                yield "treaties", treaty["id"], "later", "polities", act["by"]
    for section, records in by_id.items():
        for record in records.values():
            cited_in = [record, *record.get("population", [])]
            for source in (s for part in cited_in for s in part.get("sources", [])):
                cited = source["source"] if isinstance(source, dict) else source
                yield section, record["id"], "sources", "sources", cited.split(":")[0]


def date_of(by_id, reference):
    """The bounds of the date of an instrument."""
    kind, identifier = reference.split(":", 1)
    if kind == "event":
        return bounds(by_id["events"][identifier]["date"])
    if kind in ("article", "annex"):
        identifier = by_id["articles"][identifier]["treaty"]
    return bounds(by_id["treaties"][identifier]["date"])


# Checks


def check_life(by_id):
    """Who held land, signed or took part existed then."""
    for tenure in by_id["tenures"].values():
        first, end = interval(tenure)
        for member in ("holder", "sovereign", "autonomy"):
            if member in tenure:
                born, died = interval(by_id["polities"][tenure[member]])
                if born > first or died < end:
                    yield f"{tenure['id']}: {member} {tenure[member]} lived from {born} to {died}"
    for section, members in (("events", ["parties"]), ("treaties", ["parties"])):
        for record in by_id[section].values():
            first, last = bounds(record["date"])
            for polity in record.get("parties", []):
                born, died = interval(by_id["polities"][polity])
                if born > last or died < first:
                    yield f"{record['id']}: {polity} lived from {born} to {died}"


def check_people(by_id):
    """Who acted in an event was alive; a role that names another year is of that year."""
    named = set()
    acts = [(e["id"], bounds(e["date"]), p["person"], p.get("role", {}).get("en", "")) for e in by_id["events"].values() for p in e.get("people", [])]
    acts += [(t["id"], bounds(t["date"]), s["person"], "") for t in by_id["treaties"].values() for s in t.get("signatories", [])]
    for where, (first, last), identifier, role in acts:
        named.add(identifier)
        person = by_id["people"][identifier]
        if re.search(r"\b(18|19|20)\d\d\b", role):
            continue
        if "born" in person and bounds(person["born"])[0].year + 17 > last.year:
            yield f"{where}: {identifier} was born {person['born']}"
        if "died" in person and bounds(person["died"])[1] < first:
            yield f"{where}: {identifier} had died {person['died']}"
    yield from (f"{identifier}: named by no event and no treaty" for identifier in by_id["people"] if identifier not in named)


def check_offices(by_id):
    """Who signed did so for a party and in an office; who acted had a role."""
    for treaty in by_id["treaties"].values():
        for signatory in treaty.get("signatories", []):
            if signatory.get("for") not in treaty["parties"] or not signatory.get("office"):
                yield f"{treaty['id']}: {signatory['person']} signed for {signatory.get('for')} as {signatory.get('office')}"
    for event in by_id["events"].values():
        yield from (f"{event['id']}: {p['person']} has no role" for p in event.get("people", []) if not p.get("role"))


def check_articles_of_events(by_id):
    """No event cites an article that did not exist before it was over."""
    for event in by_id["events"].values():
        for article in event.get("articles", []):
            if bounds(by_id["treaties"][by_id["articles"][article]["treaty"]]["date"])[0] > bounds(event["date"])[1]:
                yield f"{event['id']}: {article} is later"


def check_instruments(by_id):
    """An instrument is dated before its interval is over, and had not lapsed before it began."""
    for section in ("tenures", "frontiers"):
        for record in by_id[section].values():
            if "instrument" not in record:
                continue
            first, end = interval(record)
            earliest, _ = date_of(by_id, record["instrument"])
            kind, identifier = record["instrument"].split(":", 1)
            if earliest >= end:
                yield f"{record['id']}: {record['instrument']} is of {earliest}, after the interval"
            lapsed = by_id["articles"][identifier].get("to") if kind in ("article", "annex") else None
            if lapsed and datetime.date.fromisoformat(lapsed) <= first:
                yield f"{record['id']}: {record['instrument']} lapsed on {lapsed}, before the interval"


def check_fill(by_id):
    """The tenures of an area follow one another without a hole, from 1878 to today."""
    for area in by_id["areas"]:
        rows = sorted(interval(t) for t in by_id["tenures"].values() if area in t["areas"] and t["kind"] != "claimed")
        if rows[0][0] > datetime.date(1878, 7, 13):
            yield f"{area}: nobody before {rows[0][0]}"
        for before, after in zip(rows, rows[1:]):
            if before[1] != after[0]:
                yield f"{area}: {before[1]} and {after[0]} do not meet"
        if rows[-1][1] != DAY_MAX:
            yield f"{area}: nobody after {rows[-1][1]}"


def check_claims(by_id):
    """Nobody claims the same land twice at once, nor what is already held."""
    rows = [t for t in by_id["tenures"].values() if t["kind"] != "contested"]
    for claim in (t for t in rows if t["kind"] == "claimed"):
        for other in rows:
            if other is claim or other["holder"] != claim["holder"] or not set(other["areas"]) & set(claim["areas"]):
                continue
            if max(interval(claim)[0], interval(other)[0]) < min(interval(claim)[1], interval(other)[1]):
                yield f"{claim['id']}: beside {other['id']}"


def check_clauses(by_id):
    """The reader of a region finds the clauses about it."""
    for region, articles in CLAUSES.items():
        yield from (f"{region}: {i} does not name it" for i in articles.split() if region not in by_id["articles"][i].get("regions", []))


def check_holders(by_id, path):
    """The table of holders is the atlas's."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    areas = {row["area"] for row in rows}
    for area in ("kars", "adjara", "nakhichevan", "surmalu", "ardahan"):
        days = {row["date"] for row in rows if row["area"] == area}
        if len(days) < 30:
            yield f"{area}: {len(days)} days in the table, 30 expected"
    yield from (f"no area {area}" for area in areas - set(by_id["areas"]))
    for row in rows:
        day = datetime.date.fromisoformat(row["date"])
        held = [
            t for t in by_id["tenures"].values()
            if row["area"] in t["areas"] and t["kind"] != "claimed" and interval(t)[0] <= day < interval(t)[1]
        ]
        if len(held) != 1 or held[0].get("holder", "") != row["holder"] or held[0]["kind"] != row["kind"]:
            yield f"{row['date']} {row['area']}: {[(t.get('holder'), t['kind']) for t in held]}, {row['holder']} {row['kind']} expected"
        if row["source"] not in by_id["sources"]:
            yield f"{row['date']} {row['area']}: no source {row['source']}"


def check_treaties_of_1921(by_id):
    """Every article of Moscow and Kars is there, in force from the right day, and compared both ways."""
    for treaty, n_articles, n_annexes in (("moscow", 16, 3), ("kars", 20, 3)):
        own = [a for a in by_id["articles"].values() if a["treaty"] == treaty]
        for kind, n in (("article", n_articles), ("annex", n_annexes)):
            numbers = sorted(a["number"] for a in own if a["kind"] == kind)
            if numbers != list(range(1, n + 1)):
                yield f"{treaty}: {kind} numbers {numbers}"
        dates = {d["kind"]: d["date"] for d in by_id["treaties"][treaty]["dates"]}
        for article in own:
            at_once = article["kind"] == "article" and article["number"] in FROM_SIGNATURE[treaty]
            if article.get("from") != dates["signed" if at_once else "in-force"]:
                yield f"{article['id']}: in force from {article.get('from')}"
            for match in article.get("corresponds", []):
                if not match.get("difference", {}).get("en"):
                    yield f"{article['id']}: no difference from {match['article']}"
                other = by_id["articles"][match["article"]]
                if not any(m["article"] == article["id"] for m in other.get("corresponds", [])):
                    yield f"{article['id']}: {match['article']} does not answer"


def check_concordance(by_id):
    """The articles of Kars answer to those of Moscow that they took up, and to no others; so do the annexes."""
    expected = {f"kars-{n}": {f"moscow-{m}" for m in matches} for n, matches in CONCORDANCE.items()}
    expected |= {"kars-annex-1": {"moscow-annex-1-a"}, "kars-annex-2": {"moscow-annex-1-b"}, "kars-annex-3": {"moscow-annex-1-c"}}
    for identifier, matches in expected.items():
        found = {m["article"] for m in by_id["articles"][identifier].get("corresponds", [])}
        if found != matches:
            yield f"{identifier}: answers to {sorted(found)}, {sorted(matches)} expected"


def check_treaties(by_id):
    """Of every treaty the reader learns what can be known: who, where, when, in which language, where printed, what became of it."""
    for treaty in by_id["treaties"].values():
        for member in ("place", "parties", "dates", "languages", "outcome", "editions", "style"):
            if not treaty.get(member):
                yield f"{treaty['id']}: no {member}"
        if not treaty.get("signatories") and "signatories" not in treaty.get("note", ""):
            yield f"{treaty['id']}: no signatories, and not a word about them"
        own = [a for a in by_id["articles"].values() if a["treaty"] == treaty["id"]]
        yield from (f"{a['id']}: what became of it?" for a in own if not a.get("fate"))


def check_names(sections):
    """Whatever has a name has it in every language, each in its own script."""
    for section in ("polities", "areas", "regions", "frontiers", "places", "people", "glossary"):
        for record in sections[section]:
            for name in record["names"]:
                for language in LANGUAGES:
                    if language not in name:
                        yield f"{record['id']}: no name in {language} beside {name['en']}"
                for language, letters in SCRIPTS.items():
                    if re.search(f"[^{letters}\\W\\d_]", re.sub(r"\b[IVX]+\b", "", name.get(language, ""))):
                        yield f"{record['id']}: {name[language]} is not in the script of {language}"
                for language in ("en", "tr", "az"):
                    if re.search("[\u0400-\u058f\u10a0-\u10ff]", name.get(language, "")):
                        yield f"{record['id']}: {name[language]} is not in the script of {language}"


def check_same_names(by_id):
    """A town and the area and region of its name change it on the same day."""
    for area, place in (("nakhichevan", "nakhchivan"), ("alexandropol", "gyumri"), ("trabzon", "trabzon"), ("erivan", "yerevan")):
        days = [[n.get("from") for n in by_id[s][i]["names"]] for s, i in (("areas", area), ("places", place))]
        if days[0] != days[1]:
            yield f"{area}: {days[0]}, the town {days[1]}"


def check_doubts(by_id):
    """What is not certain says why: a record, a date of a treaty, a step (or its annex for all of them)."""
    for section, records in by_id.items():
        for record in records.values():
            parts = [(record["id"], record, False)]
            parts += [(f"{record['id']} {d['kind']} {d['date']}", d, False) for d in record.get("dates", [])]
            parts += [(f"{record['id']} {p['name']}", p, "note" in record) for p in record.get("points", [])]
            for where, part, explained in parts:
                doubts = {part.get("certainty", "certain"), part.get("placed", "certain")} - {"certain"}
                if doubts and not explained and not part.get("note"):
                    yield f"{section} {where}: {doubts} without a note"


def check_certainty(by_id):
    """Nothing is more certain here than in the sources."""
    for section, ids in DOUBTED.items():
        yield from (f"{i}: certain" for i in sorted(ids) if by_id[section][i].get("certainty", "certain") == "certain")
    for treaty, polity in sorted(DOUBTED_DAYS):
        days = [d for d in by_id["treaties"][treaty]["dates"] if d["kind"] == "ratified" and d.get("by") == polity]
        if len(days) != 1 or days[0]["certainty"] == "certain":
            yield f"{treaty}: ratified by {polity}: {days}"


def check_grounds(by_id):
    """A tenure says what it rests on: an act, or in words."""
    return (i for i, tenure in by_id["tenures"].items() if "instrument" not in tenure and not tenure.get("note"))


# Lines


def points_of_pieces(geography, identifier):
    """The points of each piece of a frontier, in degrees, in the order of its steps."""
    scale, shift = geography["transform"]["scale"], geography["transform"]["translate"]
    geometry = next(g for g in geography["objects"]["frontiers"]["geometries"] if g["id"] == identifier)
    paths = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
    for number in (arc for path in paths for arc in path):
        x = y = 0
        points = []
        for step in geography["arcs"][~number if number < 0 else number]:
            x, y = x + step[0], y + step[1]
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        yield number, points[::-1] if number < 0 else points


def sides_of_arcs(geography):
    """Which areas use each arc."""
    users = {}

    def note(arcs, identifier):
        for arc in arcs:
            if isinstance(arc, list):
                note(arc, identifier)
            else:
                users.setdefault(~arc if arc < 0 else arc, set()).add(identifier)

    for geometry in geography["objects"]["areas"]["geometries"]:
        note(geometry["arcs"], geometry["id"])
    return users


def place_along(points, at):
    """How far along a line a point lies, in km, and how far off it."""
    best = (math.inf, 0)
    walked = 0
    for a, b in zip(points, points[1:]):
        shrink = math.cos(math.radians(at[1]))
        dx, dy = (b[0] - a[0]) * shrink, b[1] - a[1]
        length = math.hypot(dx, dy)
        part = max(0, min(1, ((at[0] - a[0]) * shrink * dx + (at[1] - a[1]) * dy) / length**2)) if length else 0
        off = math.hypot((at[0] - a[0]) * shrink - part * dx, at[1] - a[1] - part * dy)
        if off < best[0]:
            best = (off, walked + part * length)
        walked += length
    return best[1] * 111.195, best[0] * 111.195


def check_pieces(geography):
    """The pieces that steps are tied to are the ones that were meant: the land beside them tells."""
    users = sides_of_arcs(geography)
    for line, expected in PIECES.items():
        pieces = list(points_of_pieces(geography, line))
        if len(pieces) != len(expected):
            yield f"{line}: {len(pieces)} pieces, {len(expected)} expected"
        for i, ((number, _), sides) in enumerate(zip(pieces, expected), 1):
            if users[~number if number < 0 else number] != set(sides):
                yield f"{line}: piece {i} between {users[~number if number < 0 else number]}, {sides} expected"


def check_steps(by_id, geography):
    """Steps come in the order of the line, points lie on it, and the line is told from end to end."""
    for article in by_id["articles"].values():
        tied = [p for p in article.get("points", []) if "along" in p]
        if not tied:
            continue
        geometry = by_id["frontiers"][article["frontiers"][0]]["geometry"]
        pieces = [points for _, points in points_of_pieces(geography, geometry)]
        line = [point for i, points in enumerate(pieces) for point in (points if i == 0 else points[1:])]
        walked = -1
        for step in tied:
            if "at" not in step:
                continue
            km, off = place_along(line, step["at"])
            if off > 1:
                yield f"{article['id']}: {step['name']} is {off:.1f} km off the line"
            if km < walked:
                yield f"{article['id']}: {step['name']} lies before the step above"
            walked = km
        for before, after in zip(tied, tied[1:]):
            if after["along"][0] < before["along"][0] or after["along"][1] < before["along"][1]:
                yield f"{article['id']}: {after['name']} is on an earlier piece than the step above"
        covered = {n for step in tied for n in range(step["along"][0], step["along"][1] + 1)}
        if covered != set(range(1, len(pieces) + 1)):
            yield f"{article['id']}: the steps cover the pieces {sorted(covered)} of {len(pieces)}"


def check_texts(sections):
    """The wording is plain and takes no side."""
    pattern = re.compile("|".join(rf"\b{re.escape(word)}" for word in LOADED), re.IGNORECASE)
    for section, records in sections.items():
        if section in ("geography", "sources"):
            continue
        for where, text in texts_of(records):
            found = pattern.search(text)
            if found:
                yield f"{section} {where}: “{found.group()}” in {text[:80]!r}"
            if '"' in text or re.search(r"\w'\w", text) or "!" in text or "  " in text or text != text.strip() or re.search(r"\s[,.;:]", text):
                yield f"{section} {where}: badly set: {text[:80]!r}"


def check_notes(sections):
    """A note is short enough not to drown the text, and speaks to the reader; what is said of a treaty as a whole may be longer."""
    pattern = re.compile("|".join(rf"\b{re.escape(words)}\b" for words in WORKSHOP), re.IGNORECASE)
    for section, records in sections.items():
        for where, text in texts_of(records if section != "geography" else []):
            found = pattern.search(text)
            if found:
                yield f"{section} {where}: “{found.group()}”"
            is_treaty = section == "treaties" and where.endswith(".disputed")
            longest = (10, 1000) if is_treaty else (3, 340)
            if where.endswith((".note", ".disputed")) and (count_sentences(text) > longest[0] or len(text) > longest[1]):
                yield f"{section} {where}: {count_sentences(text)} sentences, {len(text)} letters"


def check_repeats(by_id):
    """A record says a thing once; steps of a line, offices and dates may be alike."""
    for section, records in by_id.items():
        for record in records.values():
            said = set()
            for where, text in texts_of({k: v for k, v in record.items() if k not in ("dates", "people", "points", "signatories")}):
                for sentence in re.split(r"(?<=[.!?;])\s+", text):
                    if len(sentence.split()) > 5 and sentence in said:
                        yield f"{section} {record['id']}{where}: {sentence}"
                    said.add(sentence)


def strings_of(value, member=""):
    """Every string below a value that is neither an id nor a date; of a citation the locator."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from strings_of(below, key)
    elif isinstance(value, list):
        for below in value:
            yield from strings_of(below, member)
    elif isinstance(value, str):
        if member in ("source", "sources"):
            yield value.partition(":")[2]
        elif not re.fullmatch(r"[a-z0-9:-]*|[\dX?~%/.,\[\]-]*", value):
            yield value


def check_dashes(sections):
    """From one number to another stands an en dash, and no hyphen stands for a dash."""
    for section, records in sections.items():
        if section != "geography":
            yield from (f"{section}: {text[:80]!r}" for text in strings_of(records) if re.search(r"\d-\d| - ", text))


def check_summaries(by_id):
    for event in by_id["events"].values():
        n = count_sentences(event["summary"]["en"])
        if not 2 <= n <= 4:
            yield f"{event['id']}: {n} sentences, 2 to 4 expected"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "data"
    atlas = load(root / "atlas")
    sections, by_id = atlas.sections, atlas.by_id
    table = pathlib.Path(__file__).resolve().parent / "holders.csv"
    geography = sections["geography"]
    tap = Tap()

    unknown = [f"{s} {i}: {m}: no {v} among the {t}" for s, i, m, t, v in references_of(by_id) if v not in by_id[t]]
    tap.test("every id that is referred to exists", unknown)
    if unknown:
        return tap.end()
    used = {v for s, i, m, t, v in references_of(by_id) if m == "sources"}
    tap.test("every source is cited", [i for i in by_id["sources"] if i not in used])
    tap.test("every event, tenure and text has a source", [f"{s} {i}" for s, r in by_id.items() if s not in ("glossary", "sources", "tours") for i in r if not r[i]["sources"]])
    tap.test("polities existed when they acted", check_life(by_id))
    tap.test("people were alive when they acted", check_people(by_id))
    tap.test("people have an office at the time", check_offices(by_id))
    tap.test("events cite articles that existed", check_articles_of_events(by_id))
    tap.test("instruments are of their intervals", check_instruments(by_id))
    tap.test("tenures say what they rest on", check_grounds(by_id))
    tap.test("what is not certain says why", check_doubts(by_id))
    tap.test("nothing is more certain than its sources", check_certainty(by_id))
    tap.test("tenures fill the time of each area", check_fill(by_id))
    tap.test("nobody claims what is claimed or held already", check_claims(by_id))
    tap.test("the holders of five areas on 30 days are the expected ones", check_holders(by_id, table))
    tap.test("the articles of Moscow and Kars are whole", check_treaties_of_1921(by_id))
    tap.test("Kars answers to Moscow article by article", check_concordance(by_id))
    tap.test("the clauses about a region name it", check_clauses(by_id))
    tap.test("treaties and articles are told in full", check_treaties(by_id))
    tap.test("names cover the languages", check_names(sections))
    tap.test("names change alike", check_same_names(by_id))
    tap.test("pieces of lines lie between the expected areas", check_pieces(geography))
    tap.test("steps of annexes follow the lines", check_steps(by_id, geography))
    tap.test("summaries of events have two to four sentences", check_summaries(by_id))
    tap.test("texts are neutral and well set", check_texts(sections))
    tap.test("notes are short and speak to the reader", check_notes(sections))
    tap.test("a record says a thing once", check_repeats(by_id))
    tap.test("errors in circulation are put right", [i for i in sorted(ERRORS) if i not in by_id["corrections"]])
    tap.test("ranges have en dashes", check_dashes(sections))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
