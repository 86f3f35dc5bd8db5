#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the treaties, their articles, the corrections and the sources: what is certain and why, who is party, how it is told.

Usage: check_texts.py [DATA-FOLDER]   (the folder that holds atlas/)
"""

import re
import sys

import history

OWN = ("treaties", "articles", "corrections", "sources")
PROSE = ("text", "fate", "outcome", "disputed", "correction", "claim", "note")
LONGEST = 38
AVERAGE = 25

# How a text came about is no matter of the reader.
WORKSHOP = ["not checked", "not re-read", "re-read", "known here", "of this atlas", "for this atlas", "not found", "general accounts", "reported", "not seen",
            "not confirmed", "is not established", "as far as remembered"]

# Of two forms the one that the atlas does not use.
UNUSED = ["Türkiye", "Araks", "Araxes", "Kara-su", "Little Ararat", "Chorokh", "Commissioner for economy", "Commissioner for education"]

# Doubts that nothing may have which is called certain.
DOUBTS = ["may differ in detail", "Day not certain"] + WORKSHOP

# Volumes of one work vouch for nothing that another volume of it says.
WORKS = {"dvp": r"dvp-\d+", "bfsp": r"bfsp-\d+", "frus": r"frus-.+", "hurewitz": r"hurewitz-\d", "hertslet": r"hertslet-\d", "lnts": r"lnts-\d+",
         "hovannisian": r"hovannisian-.+", "wikipedia": r"(wikipedia|wikisource)-.+", "aniarc": r"aniarc.*"}

# The treaties whose articles are certain only where the text itself was read.
READ = ("moscow", "kars")


def work_of(source):
    """The work that a source belongs to."""
    return next((work for work, pattern in WORKS.items() if re.fullmatch(pattern, source)), source)


def rests_on(record):
    """Whether a place was seen, and how many independent works are cited."""
    cited = history.citations(record)
    return any(seen for _, _, seen in cited), len({work_of(source) for source, _, _ in cited})


def check_ground(atlas):
    """What is certain was seen, or stands in two works."""
    for section, record in atlas.records("treaties", "articles"):
        seen, works = rests_on(record)
        if record.get("certainty", "certain") == "certain" and not seen and works < 2:
            yield f"{section} {record['id']}: certain, and rests on one work that was not seen"


def check_read(atlas):
    """An article of the treaties of 1921 that is certain was read in a text."""
    for _, article in atlas.records("articles"):
        if article["treaty"] in READ and article.get("certainty", "certain") == "certain" and not rests_on(article)[0]:
            yield f"{article['id']}: certain, and no text of it was seen"


def parts_of(record):
    """A record and those of its members that carry a certainty."""
    yield record["id"], record
    for member in ("dates", "points"):
        for part in record.get(member, []):
            yield f"{record['id']} {part.get('kind', part.get('name'))}", part


def check_doubt(atlas):
    """Nothing is certain and in doubt at once."""
    for _, record in atlas.records("treaties", "articles"):
        for where, part in parts_of(record):
            found = [doubt for doubt in DOUBTS if doubt.lower() in part.get("note", "").lower()]
            if found and part.get("certainty", "certain") == "certain":
                yield f"{where}: certain, and “{found[0]}”"


def check_seen(atlas):
    """What is cited after others was not seen."""
    for section, record in atlas.records("treaties", "articles", "corrections"):
        for source, _, seen in history.citations(record):
            note = (atlas.get("sources", source) or {}).get("note", "")
            if seen and re.search(r"Cited (after|at second hand)", note):
                yield f"{section} {record['id']}: {source} is seen, and cited after others"


def check_words(words):
    """A check that none of these words stands in a text, a note or a step; titles of books are quoted as they are."""

    def check(atlas):
        pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words), re.IGNORECASE)
        for section, record in atlas.records(*OWN):
            texts = list(history.texts_of(record)) + [(f".points.{point['name']}", point["name"]) for point in record.get("points", [])]
            for where, text in texts:
                if pattern.search(text):
                    yield f"{section} {record['id']}{where}: “{pattern.search(text).group()}”"

    return check


def check_long(atlas):
    """No sentence is too long to follow."""
    for section, record in atlas.records(*OWN):
        for where, text in history.texts_of(record):
            for sentence in history.sentences(text):
                if history.words(sentence) > LONGEST:
                    yield f"{section} {record['id']}{where}: {history.words(sentence)} words: {sentence}"


def check_average(atlas):
    """The sentences of each section are short on the whole."""
    for section in OWN:
        lengths = []
        for _, record in atlas.records(section):
            for where, text in history.texts_of(record):
                if where.rpartition(".")[2] in PROSE:
                    lengths += [history.words(sentence) for sentence in history.sentences(text)]
        if lengths and sum(lengths) > AVERAGE * len(lengths):
            yield f"{section}: {sum(lengths) / len(lengths):.1f} words a sentence"


def check_table(atlas):
    """Of each party the reader learns when it signed; who acts on a treaty is a party to it."""
    for _, treaty in atlas.records("treaties"):
        signed = {date.get("by") for date in treaty["dates"] if date["kind"] == "signed"}
        yield from (f"{treaty['id']}: when did {party} sign?" for party in treaty["parties"] if party not in signed)
        strange = [date for date in treaty["dates"] if "by" in date and date["by"] not in treaty["parties"]]
        yield from (f"{treaty['id']}: {date['kind']} by {date['by']}, no party" for date in strange)


def check_order(atlas):
    """A party signs before it ratifies, ratifies before the exchange, and the exchange comes before the end."""
    order = ["signed", "ratified", "exchanged", "in-force", "renounced", "ended"]
    for _, treaty in atlas.records("treaties"):
        for party in treaty["parties"]:
            dates = sorted((order.index(d["kind"]), history.bounds(d["date"])) for d in treaty["dates"] if d.get("by") == party and d["kind"] in order)
            for (_, before), (kind, after) in zip(dates, dates[1:]):
                if after[1] < before[0]:
                    yield f"{treaty['id']}: {party}: {order[kind]} on {after[1]}, before what comes first"


def treaty_of(atlas, reference):
    """The treaty that an item is or belongs to; None of an event."""
    section, record = atlas.item(reference)
    return record["treaty"] if section == "articles" and record else record["id"] if section == "treaties" and record else None


def check_later(atlas):
    """What replaced or confirmed a treaty stands among its later acts, which exist and are not older."""
    for _, treaty in atlas.records("treaties"):
        acts = treaty.get("later", [])
        found = {treaty_of(atlas, act["item"]) for act in acts}
        yield from (f"{treaty['id']}: nothing on its successor {i}" for i in treaty.get("successors", []) if i not in found)
        for act in acts:
            section, record = atlas.item(act["item"])
            date = record and (record if "date" in record else atlas.get("treaties", record["treaty"]))["date"]
            if not record or history.bounds(date)[1] < history.bounds(treaty["date"])[0]:
                yield f"{treaty['id']}: {act['item']} is no later act"


def check_disputed(atlas):
    """The treaties that are called void tell who says so, who does not, and when."""
    for identifier in READ:
        treaty = atlas.get("treaties", identifier)
        text = (treaty or {}).get("disputed", {}).get("en", "")
        if len(re.findall(r"\b(?:19|20)\d\d\b", text)) < 3 or not all(name in text for name in ("Armeni", "Georgia", "Turkey")):
            yield f"{identifier}: one side only, or no years: {text[:80]!r}"


def check_corrections(atlas):
    """Each correction says how far the claim is off, who makes it, what it is about and where that stands."""
    for _, correction in atlas.records("corrections"):
        for member in ("verdict", "said_by", "claim", "correction", "about", "sources"):
            if not correction.get(member):
                yield f"{correction['id']}: no {member}"
        yield from (f"{correction['id']}: no {item}" for item in correction.get("about", []) if not atlas.item(item)[1])


def check_letters(atlas):
    """The part of the annex that Article III of Moscow names is the one with the limits of Nakhichevan, and the line rests on it."""
    named = re.search(r"Annex I \(([A-C])\)", atlas.get("articles", "moscow-3")["text"]["en"])
    annex = atlas.get("articles", f"moscow-annex-1-{named.group(1).lower()}") if named else None
    if not annex or annex["regions"] != ["nakhichevan"]:
        yield f"moscow-3 names {named and named.group()}"
    for _, article in atlas.records("articles"):
        letter = re.fullmatch(r"moscow-annex-1-([a-c])", article["id"])
        if letter and (article["label"], article["number"]) != (f"I {letter.group(1).upper()}", "abc".index(letter.group(1)) + 1):
            yield f"{article['id']}: label {article['label']}, number {article['number']}"
    for _, frontier in atlas.records("frontiers"):
        if frontier["id"] == "nakhichevan-limit-moscow" and annex and frontier["instrument"] != f"annex:{annex['id']}":
            yield f"{frontier['id']}: rests on {frontier['instrument']}"


def treaty(**members):
    """A made-up treaty."""
    return {"id": "x", "date": "1921-03-16", "parties": ["a", "b"], "dates": [{"kind": "signed", "date": "1921-03-16", "by": p} for p in ("a", "b")]} | members


def article(**members):
    """A made-up article."""
    record = {"id": "x-1", "treaty": "x", "label": "I", "number": 1, "regions": [], "text": {"en": "It was so."}, "certainty": "certain"}
    return record | {"sources": ["dvp-3:1"]} | members


def of(text):
    """An atlas with one text."""
    return {"corrections": [{"id": "c", "correction": {"en": text}}]}


LONG = " ".join(["word"] * (LONGEST + 1)) + "."
NAKHICHEVAN = article(id="moscow-annex-1-b", treaty="moscow", label="I B", number=2, regions=["nakhichevan"])
RULES = [
    history.Rule("what is certain was seen or stands in two works", check_ground, {"articles": [article()]},
                 {"treaties": [treaty(sources=["dvp-3", "dvp-4"])]}),
    history.Rule("certain articles of 1921 were read", check_read, {"articles": [article(treaty="kars", sources=["dvp-4:1", "bfsp-120"])]}),
    history.Rule("nothing is certain and in doubt", check_doubt, {"articles": [article(note="The wording may differ in detail.")]},
                 {"treaties": [treaty(dates=[{"kind": "signed", "date": "1921", "certainty": "certain", "note": "Not checked."}])]}),
    history.Rule("what is cited after others was not seen", check_seen,
                 {"articles": [article(sources=[{"source": "s:1", "seen": True}])], "sources": [{"id": "s", "note": "Cited after its abstract."}]}),
    history.Rule("no text tells how it came about", check_words(WORKSHOP), of("It is reported so."), {"sources": [{"id": "s", "note": "Not seen."}]}),
    history.Rule("a thing has one name", check_words(UNUSED), of("Down the Araks."), {"articles": [article(points=[{"name": "The Lower Kara-su"}])]}),
    history.Rule("no sentence is too long", check_long, of(LONG)),
    history.Rule("sentences are short on the whole", check_average, of(" ".join(["word"] * (AVERAGE + 1)) + ".")),
    history.Rule("every treaty has the table of its parties", check_table, {"treaties": [treaty(dates=[])]},
                 {"treaties": [treaty(dates=treaty()["dates"] + [{"kind": "ratified", "date": "1921", "by": "c"}])]}),
    history.Rule("parties act in order", check_order,
                 {"treaties": [treaty(dates=treaty()["dates"] + [{"kind": "ratified", "date": "1920-01-01", "by": "a"}])]}),
    history.Rule("successors are among the later acts", check_later, {"treaties": [treaty(successors=["y"])]},
                 {"treaties": [treaty(later=[{"item": "event:old"}])], "events": [{"id": "old", "date": "1920"}]}),
    history.Rule("disputes name all sides", check_disputed, {"treaties": [treaty(id="kars", disputed={"en": "Some call it void (1991, 2009, 2016)."})]}),
    history.Rule("corrections have a verdict and who says it", check_corrections, of("No."),
                 {"corrections": [{"id": "c", "verdict": "wrong", "said_by": {}, "claim": {}, "correction": {}, "about": ["treaty:none"], "sources": ["s"]}]}),
    history.Rule("the annex of Moscow is lettered as Article III has it", check_letters,
                 {"articles": [article(id="moscow-3", text={"en": "within Annex I (C)"}), NAKHICHEVAN]},
                 {"articles": [article(id="moscow-3", text={"en": "within Annex I (B)"}), NAKHICHEVAN],
                  "frontiers": [{"id": "nakhichevan-limit-moscow", "instrument": "annex:moscow-annex-1-c"}]}),
]

if __name__ == "__main__":
    sys.exit(history.run(RULES))
