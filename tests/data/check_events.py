#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the events of the built-in atlas: how many, how close in time, whose acts, how certain, how told.

Usage: check_events.py [DATA-FOLDER]   (the folder that holds atlas/)

Prints TAP and exits with 1 when a test failed. Each rule also runs on a made-up wrong atlas, where it must find a fault.
"""

import re
import sys

from history import Rule, bounds, citations, interval, run, sentences, texts_of, words

MIN_EVENTS = 95
MAX_GAP_YEARS = 3
GAP_FROM, GAP_TO = 1917, 1953
MAX_AVERAGE_WORDS = 25
MAX_SENTENCE_WORDS = 38
MAX_LABEL_LETTERS = 24

# Words for the powers that may act, and the ids under which each of them does.
POWERS = {
    r"United States|American": ["united-states"],
    r"Britain|British|United Kingdom": ["united-kingdom"],
    r"Germany|German": ["germany"],
    r"France|French": ["france", "germany"],
    r"Italy|Italian": ["italy", "germany"],
    r"Austria-Hungary": ["austria-hungary"],
    r"Bulgaria": ["bulgaria"],
    r"Japan": ["japan", "germany"],
    r"Ottoman (?:government|Empire|army|forces?|troops|side|command)|Sultan": ["ottoman-empire"],
    r"Ankara government|Assembly in Ankara": ["ankara-government"],
    r"Soviet (?:Union|notes?|delegate|police|delegation)|the USSR": ["ussr"],
    r"Soviet Russia|Red Army": ["rsfsr"],
    r"Soviet Azerbaijan": ["azerbaijan-ssr"],
    r"Persian (?:army|parliament)": ["iran"],
}

# What tells how the atlas was made, and what says a doubt in a roundabout way.
WORKSHOP_PHRASES = [
    "not checked", "not re-read", "could not be", "known here", "of this atlas", "for this atlas", "not found", "general accounts", "is reported", "are reported", "is said to",
    "verified", "are confirmed", "is confirmed", "probable only", "less firmly", "by convention",
]

# One thing has one name.
OTHER_NAMES = ["Türkiye", "Araks", "Araxes", "Kara-su", "Little Ararat", "Chorokh", "Commissioner for", "Transcaucasian Federative"]

# A word for killing that judges, or one for flight that hides it.
UNEVEN = [
    r"massacr", r"slaughter", r"exterminat", r"pogrom", r"horrif", r"revenge for\b.*\bjustly", r"(?:inhabitants|Armenians|Azerbaijanis|Muslims|Greeks|Turks|people) left\b",
    r"\bleaves Mountainous", r"\bretak", r"\breconquer", r"\bregain(?:s|ed) Kars",
]

# A note that leaves the day in doubt; what is certain has none.
HEDGES = r"not certain|less certain|uncertain|probable|\bprobably|usually|not known|known to the|dated by|\d or \d|also dated|by several|\bcirca\b|\babout \d"


def summaries(atlas):
    for _, event in atlas.records("events"):
        yield event, event["summary"]["en"]


def check_number(atlas):
    """The list is long enough to tell the story."""
    n = len(list(atlas.records("events")))
    if n < MIN_EVENTS:
        yield f"{n} events, {MIN_EVENTS} expected"


def check_gaps(atlas):
    """Between 1917 and 1953 no long time passes without an event."""
    days = sorted(bounds(e["date"])[0] for _, e in atlas.records("events"))
    days = [d for d in days if GAP_FROM <= d.year <= GAP_TO]
    for before, after in zip(days, days[1:]):
        if (after - before).days > MAX_GAP_YEARS * 365.25:
            yield f"nothing from {before} to {after}"
    if not days or days[0].year > GAP_FROM or days[-1].year < GAP_TO:
        yield f"nothing at {GAP_FROM} or {GAP_TO}"


def check_parties(atlas):
    """The powers whose acts a summary tells are among the parties."""
    for event, text in summaries(atlas):
        parties = set(event.get("parties", []))
        if not parties:
            yield f"{event['id']}: nobody acted"
        for pattern, ids in POWERS.items():
            found = re.search(rf"\b(?:{pattern})\b", text)
            if found and not parties & set(ids):
                yield f"{event['id']}: “{found.group()}”, but not {' or '.join(ids)} among the parties"


def family_of(source):
    """What makes works independent: the author or the series that their ids begin with."""
    return source.split("-")[0]


def check_certain(atlas):
    """Certain is what was read in a source or stands in two independent works, and no note leaves its day in doubt."""
    for _, event in atlas.records("events"):
        if event.get("certainty", "certain") != "certain":
            continue
        cited = citations(event)
        if not any(seen for _, _, seen in cited) and len({family_of(s) for s, _, _ in cited}) < 2:
            yield f"{event['id']}: certain by {[s for s, _, _ in cited]}, none of them read"
        found = re.search(HEDGES, event.get("note", ""))
        if found:
            yield f"{event['id']}: certain, but “{found.group()}”"


def check_doubt(atlas):
    """What is not certain says so once, in one short note."""
    for _, event in atlas.records("events"):
        if event.get("certainty", "certain") != "certain" and not 0 < len(event.get("note", "")) <= 220:
            yield f"{event['id']}: {event.get('certainty')} with a note of {len(event.get('note', ''))} letters"


def check_sentences(atlas):
    """Sentences are short enough for a reader of sixteen."""
    counts = []
    for _, event in atlas.records("events"):
        told = {k: v for k, v in event.items() if k in ("summary", "note", "disputed", "unchanged")}
        for where, text in texts_of(told):
            for sentence in sentences(text):
                counts.append(words(sentence))
                if counts[-1] > MAX_SENTENCE_WORDS:
                    yield f"{event['id']}{where}: {counts[-1]} words: {sentence[:60]}"
    if counts and sum(counts) > MAX_AVERAGE_WORDS * len(counts):
        yield f"{sum(counts) / len(counts):.1f} words a sentence, {MAX_AVERAGE_WORDS} at most"


def check_words(atlas):
    """No event tells how the atlas was made, calls one thing by two names or judges the killing of some people otherwise than of others."""
    patterns = [re.escape(w) for w in WORKSHOP_PHRASES + OTHER_NAMES] + UNEVEN
    pattern = re.compile("|".join(patterns))
    for _, event in atlas.records("events"):
        for where, text in texts_of({k: v for k, v in event.items() if k not in ("sources",)}):
            found = pattern.search(text)
            if found:
                yield f"{event['id']}{where}: “{found.group()}”"


def check_labels(atlas):
    """Labels fit the timeline, and no two events have the same."""
    seen = {}
    for _, event in atlas.records("events"):
        for language, label in event["short"].items():
            if len(label) > MAX_LABEL_LETTERS:
                yield f"{event['id']}: {language} “{label}” has {len(label)} letters"
        label = event["short"]["en"]
        if label in seen:
            yield f"{event['id']}: “{label}” is the label of {seen[label]} too"
        seen[label] = event["id"]


def moves_land(atlas, event):
    """Whether a tenure of a region of the event begins or ends on its days."""
    first, last = bounds(event["date"])
    areas = {a for r in event.get("regions", []) for a in (atlas.get("regions", r) or {}).get("areas", [])}
    for _, tenure in atlas.records("tenures"):
        if tenure["kind"] != "claimed" and areas & set(tenure["areas"]) and any(first <= day <= last for day in interval(tenure)):
            return True
    return False


def check_importance(atlas):
    """Importance is what an event did to the frontier.

    5 drew a line by treaty; 4 moved a line, settled it by treaty, made a state or an autonomy, or put a clause in question between
    states; what moved land is never below 3; what nobody but private persons did is never above 3.
    """
    for _, event in atlas.records("events"):
        rank, kinds = event["importance"], set(event["categories"])
        if rank == 5 and not {"treaty", "border-change"} <= kinds:
            yield f"{event['id']}: 5, but no treaty that drew a line"
        by_states = "claim" in kinds and len(event.get("parties", [])) > 1 and event.get("articles")
        if rank >= 4 and not kinds & {"border-change", "treaty", "state-formation"} and not by_states:
            yield f"{event['id']}: {rank}, but it neither moved nor settled a line"
        if rank < 3 and "border-change" in kinds and "unchanged" not in event and moves_land(atlas, event):
            yield f"{event['id']}: {rank}, but land changed hands"


def check_place(atlas):
    """Every event is somewhere."""
    for _, event in atlas.records("events"):
        if not event.get("places") and not event.get("where"):
            yield f"{event['id']}: nowhere"


def made_up(**members):
    """A wrong atlas of one event, which differs by these members from a right one."""
    event = {
        "id": "wrong", "date": "1921-10-13", "title": {"en": "Treaty"}, "short": {"en": "Treaty"}, "summary": {"en": "Turkey and its neighbours signed a treaty."},
        "categories": ["treaty"], "importance": 3, "places": ["kars"], "parties": ["turkey"], "certainty": "certain", "sources": [{"source": "book", "seen": True}],
    }
    event.update(members)
    return {"events": [{k: v for k, v in event.items() if v is not None}]}


def two(first, second):
    """A wrong atlas of two events."""
    return {"events": made_up(id="first", **first)["events"] + made_up(id="second", **second)["events"]}


LAND = {
    "regions": [{"id": "kars", "areas": ["kars"]}],
    "tenures": [{"id": "t", "areas": ["kars"], "from": "1921-10-13", "kind": "de-jure", "holder": "turkey"}],
}

RULES = [
    Rule("there are enough events", check_number, made_up()),
    Rule("no long gap between 1917 and 1953", check_gaps, made_up(), two({"date": "1917-01-01"}, {"date": "1953-01-01"})),
    Rule("who acts is a party", check_parties, made_up(summary={"en": "The President of the United States drew a line."}), made_up(parties=[]),
         made_up(summary={"en": "British troops came."}), made_up(summary={"en": "The Soviet notes asked for bases."})),
    Rule("certain is what was read or stands in two works", check_certain, made_up(sources=["book"]), made_up(sources=["hovannisian-1", "hovannisian-2"]),
         made_up(note="Day not certain: 1 or 4 March."), made_up(note="The first day is the one usually given."),
         made_up(sources=[{"source": "book", "seen": False}])),
    Rule("a doubt is said once and shortly", check_doubt, made_up(certainty="probable"), made_up(certainty="probable", note="x" * 221)),
    Rule("sentences are short", check_sentences, made_up(summary={"en": " ".join(["word"] * 39) + "."}),
         made_up(summary={"en": " ".join([" ".join(["word"] * 30) + "."] * 3)}), made_up(note=" ".join(["word"] * 39) + ".")),
    Rule("words are even, and one thing has one name", check_words, made_up(note="The day was not checked."), made_up(summary={"en": "Most inhabitants left."}),
         made_up(title={"en": "The massacre"}), made_up(summary={"en": "The strip on the Araks."})),
    Rule("labels fit and differ", check_labels, made_up(short={"en": "A label of twenty-five le"}), two({}, {})),
    Rule("importance is what was done to the frontier", check_importance, made_up(importance=5), made_up(importance=4, categories=["claim", "diplomacy"], articles=["a"]),
         {**made_up(importance=2, categories=["war", "border-change"], regions=["kars"]), **LAND}),
    Rule("every event is somewhere", check_place, made_up(places=None)),
]

if __name__ == "__main__":
    sys.exit(run(RULES))
