#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the names of the day, the people of the regions, the glossary and the language of what names things.

Usage: check_names.py [DATA-FOLDER]   (the folder that holds atlas/)

Prints TAP and exits with 1 when a test failed. Needs nothing but Python.
"""

import datetime
import re
import sys

sys.dont_write_bytecode = True

from history import LANGUAGES, Rule, bounds, citations, interval, name_on, run, sentences, texts_of, words  # noqa: E402

SECTIONS = ["places", "regions", "people", "atlas", "glossary"]
MAX_AVERAGE = 25
MAX_WORDS = 38

# What a unit was called on a day: section, id, day, names by language.
DAYS = [
    ("places", "tbilisi", "1921-10-13", {"en": "Tiflis", "ru": "Тифлис", "ka": "ტფილისი"}),
    ("places", "tbilisi", "1936-08-17", {"en": "Tbilisi", "ru": "Тбилиси", "ka": "თბილისი"}),
    ("places", "yerevan", "1921-10-13", {"en": "Erivan", "tr": "Erivan", "ru": "Эривань", "ka": "ერივანი"}),
    ("places", "yerevan", "1936-08-17", {"en": "Yerevan", "ru": "Ереван", "ka": "ერევანი"}),
    ("places", "batumi", "1921-10-13", {"en": "Batum", "ru": "Батум"}),
    ("places", "akhaltsikhe", "1921-10-13", {"en": "Akhaltsikh", "ru": "Ахалцих"}),
    ("places", "igdir", "1914-01-01", {"en": "Igdyr", "ru": "Игдырь"}),
    ("places", "igdir", "1921-10-13", {"en": "Iğdır", "ru": "Ыгдыр"}),
    ("places", "ardahan", "1914-01-01", {"ru": "Ардаган"}),
    ("places", "ardahan", "1921-10-13", {"ru": "Ардахан"}),
    ("places", "oltu", "1914-01-01", {"en": "Olti", "ru": "Ольты"}),
    ("places", "sarikamis", "1914-01-01", {"en": "Sarykamysh"}),
    ("places", "dogubayazit", "1921-10-13", {"en": "Bayazid", "tr": "Bayezid", "ru": "Баязет"}),
    ("places", "dogubayazit", "1945-06-07", {"en": "Doğubayazıt", "ru": "Догубаязит"}),
    ("places", "tuzluca", "1921-10-13", {"en": "Kulp", "tr": "Kulp", "ru": "Кульп"}),
    ("places", "tuzluca", "1945-06-07", {"en": "Tuzluca"}),
    ("places", "kemalpasa", "1921-10-13", {"en": "Makriali", "tr": "Makriyali", "ru": "Макриали"}),
    ("places", "kemalpasa", "1945-06-07", {"en": "Kemalpaşa"}),
    ("places", "aralik", "1921-10-13", {"tr": "Başköy"}),
    ("places", "aralik", "1992-05-28", {"tr": "Aralık"}),
    ("places", "gole", "1921-10-13", {"en": "Merdenek", "tr": "Merdenik"}),
    ("places", "gole", "1945-06-07", {"en": "Göle"}),
    ("places", "cildir", "1921-10-13", {"en": "Zurzuna"}),
    ("places", "yusufeli", "1878-07-13", {"en": "Kiskim"}),
    ("places", "yusufeli", "1921-10-13", {"en": "Yusufeli"}),
    ("places", "senkaya", "1921-10-13", {"tr": "Örtülü"}),
    ("places", "senkaya", "1953-07-18", {"tr": "Şenkaya"}),
    ("places", "olur", "1921-10-13", {"tr": "Tavusker"}),
    ("places", "erzurum", "1921-10-13", {"en": "Erzerum", "ru": "Эрзерум"}),
    ("places", "trabzon", "1921-10-13", {"en": "Trebizond", "ru": "Трапезунд"}),
    ("places", "gyumri", "1945-06-07", {"en": "Leninakan", "tr": "Leninakan", "az": "Leninakan"}),
    ("places", "vanadzor", "2020-01-01", {"en": "Vanadzor", "tr": "Vanadzor", "az": "Vanadzor"}),
    ("places", "echmiadzin", "1921-10-13", {"en": "Vagharshapat", "ru": "Вагаршапат"}),
    ("places", "echmiadzin", "1953-07-18", {"en": "Echmiadzin", "ru": "Эчмиадзин"}),
    ("places", "kapan", "1945-06-07", {"en": "Kafan", "ru": "Кафан"}),
    ("places", "goris", "1914-01-01", {"ru": "Герюсы"}),
    ("places", "ganja", "1914-01-01", {"en": "Elisavetpol"}),
    ("places", "ganja", "1945-06-07", {"en": "Kirovabad"}),
    ("regions", "surmalu", "1921-10-13", {"en": "Surmalu", "tr": "Sürmeli", "az": "Sürməli"}),
    ("regions", "surmalu", "2020-01-01", {"en": "Iğdır", "ru": "Ыгдыр", "hy": "Իգդիր", "az": "İğdır"}),
    ("regions", "zangezur", "1921-10-13", {"en": "Zangezur", "hy": "Զանգեզուր", "az": "Zəngəzur"}),
    ("regions", "zangezur", "2020-01-01", {"en": "Syunik", "tr": "Syunik", "ru": "Сюник", "hy": "Սյունիք", "ka": "სიუნიქი", "az": "Sünik"}),
    ("regions", "olti", "1914-01-01", {"en": "Olti", "ru": "Ольты"}),
    ("regions", "alexandropol", "1945-06-07", {"en": "Leninakan", "tr": "Leninakan", "az": "Leninakan"}),
]

# Letters of the Turkish alphabet; no English form has them before the Treaty of Moscow.
TURKISH_LETTERS = "[çğıöşüâÇĞİÖŞÜ]"
TREATY_OF_MOSCOW = datetime.date(1921, 3, 16)

# How each language joins the parts of a name.
JOINED = {"en": r"\band\b|,", "tr": r"\bve\b|,", "ru": r"\bи\b|,", "hy": r"\bև\b|,", "ka": r"\bდა\b|,", "az": r"\bvə\b|,"}

# How we worked is not what the reader asks for.
WORKSHOP = [
    "a convention of", "customary form", "follow the sound", "follows the sound", "general accounts", "known here", "not checked", "not established",
    "not found", "not re-read", "not seen", "of this atlas", "reported", "works of reference give",
]

# One spelling for one thing.
SPELLINGS = {
    "Araks": "Aras", "commissioner for foreign": "commissar", "Kara-su": "Karasu", "Little Ararat": "Lesser Ararat", "Türkiye": "Turkey",
    "Transcaucasian Federative": "Transcaucasian Democratic Federative",
}

# Hard words, and the term of the glossary that explains each.
HARD = {
    r"annex(es)?": "annex", r"armistice": "armistice", r"autonomous oblast": "autonomous-oblast", r"autonomous republic": "autonomous-republic",
    r"autonomy": "autonomy", r"blockhouses?": "blockhouse", r"capitulations": "capitulations", r"catholicos": "catholicos",
    r"Caucasian Bureau": "caucasian-bureau", r"commissars?": "commissar", r"Dashnak\w*": "dashnaktsutiun", r"denunciation": "denunciation",
    r"exclave": "exclave", r"Grand National Assembly": "grand-national-assembly", r"guberniya": "guberniya", r"Hijri": "hijri-calendar",
    r"indemnity": "indemnity", r"Karapapakhs?": "karapapakh", r"krai": "krai", r"mandates?": "mandate", r"Me[jd]lis": "mejlis",
    r"Meskhetian Turks": "meskhetian-turks", r"Molokans?": "molokans", r"National Pact": "national-pact", r"oblast": "oblast", r"okrugs?": "okrug",
    r"Old Style|Julian": "old-style", r"plebiscite": "plebiscite", r"plenipotentiar(y|ies)": "plenipotentiary", r"Porte": "porte",
    r"preamble": "preamble", r"protectorate": "protectorate", r"protocols?": "protocol", r"ratif\w+": "ratification",
    r"revolutionary committee|Revkom": "revolutionary-committee", r"RSFSR": "rsfsr", r"Rumi": "rumi-calendar", r"sanjaks?": "sanjak",
    r"A?SSR": "ssr", r"Seim": "seim", r"Straits": "straits", r"suzerain\w*": "suzerainty", r"thalweg": "thalweg",
    r"Transcaucasian?": "transcaucasia", r"uezds?": "uezd", r"versts?": "verst", r"vilayets?": "vilayet",
}

FIGURE = r"\d{1,3}(?:,\d{3})+|\d+\.\d per cent"


def check_days(atlas):
    """Units have the names of the day."""
    for section, identifier, day, expected in DAYS:
        record = atlas.get(section, identifier)
        for language, name in expected.items() if record else ():
            found = name_on(record, datetime.date.fromisoformat(day), language)
            if found != name:
                yield f"{section} {identifier} on {day}: {found} in {language}, {name} expected"


def check_known(atlas):
    """The units of the table are in the atlas."""
    return (f"{section} {identifier}: missing" for section, identifier, _, _ in DAYS if not atlas.get(section, identifier))


def check_letters(atlas):
    """Towns have no English form in Turkish letters before the Treaty of Moscow."""
    for _, place in atlas.records("places"):
        for name in place["names"] if place["kind"] == "town" else ():
            if interval(name)[0] < TREATY_OF_MOSCOW and re.search(TURKISH_LETTERS, name["en"]):
                yield f"{place['id']}: {name['en']} from {name.get('from', 'ever')}"


def check_units(atlas):
    """A name names as many units in each language."""
    for section, record in atlas.records("places", "regions", "areas"):
        for name in record["names"]:
            parts = {language: len(re.findall(JOINED[language], name[language])) + 1 for language in LANGUAGES if language in name}
            if len(set(parts.values())) > 1:
                yield f"{section} {record['id']}: {name['en']} has parts {parts}"


def check_languages(atlas):
    """Names of people and terms are whole: in all languages, and no first name is an initial."""
    for section, record in atlas.records("people", "glossary"):
        for name in record["names"]:
            yield from (f"{section} {record['id']}: no name in {language}" for language in LANGUAGES if language not in name)
            if section == "people" and re.match(r"[A-Z]\. ", name["en"]):
                yield f"people {record['id']}: {name['en']}"


def check_population(atlas):
    """Every region on the map says who lived there, in order of time and from sources."""
    for _, region in atlas.records("regions"):
        statements = region.get("population", [])
        if region["areas"] and not statements:
            yield f"{region['id']}: no word on its people"
        yield from (f"{region['id']} {s['date']}: no source" for s in statements if not s.get("sources"))
        first_days = [bounds(s["date"])[0] for s in statements]
        if first_days != sorted(first_days):
            yield f"{region['id']}: statements are not in order of time"


def check_figures(atlas):
    """Figures come from a place that was read, and say what they count."""
    for _, region in atlas.records("regions"):
        for statement in region.get("population", []):
            where, text = f"{region['id']} {statement['date']}", statement["text"]["en"]
            figures = re.findall(FIGURE, text)
            if figures and not any(seen for _, _, seen in citations(statement)):
                yield f"{where}: {figures} from no place that was read"
            if statement["date"] in ("1897", "1926") and len(figures) > 2 and not re.search("native language|spoke|belong|counted as", text):
                yield f"{where}: what do {figures} count?"
            if re.search("nationalit", text):
                yield f"{where}: no census asked for nationality"


def check_flight(atlas):
    """Who fled did not leave."""
    for _, region in atlas.records("regions"):
        for statement in region.get("population", []):
            if re.search(r"\b(left|leave|leaves|departed)\b", statement["text"]["en"]):
                yield f"{region['id']} {statement['date']}: {statement['text']['en']}"


def own_texts(atlas):
    """The texts of the sections that this test reads: section, where, text."""
    for section in SECTIONS:
        for where, text in texts_of(atlas.sections.get(section, [])):
            if ".names" not in where:
                yield section, where, text


def check_lengths(atlas):
    """Sentences are short."""
    counts = {}
    for section, where, text in own_texts(atlas):
        for sentence in sentences(text):
            counts.setdefault(section, []).append(words(sentence))
            if words(sentence) > MAX_WORDS:
                yield f"{section} {where}: {words(sentence)} words: {sentence}"
    for section, lengths in counts.items():
        if sum(lengths) > MAX_AVERAGE * len(lengths):
            yield f"{section}: {sum(lengths) / len(lengths):.1f} words a sentence"


def check_wording(atlas):
    """Texts tell what happened, not how we worked, and spell one thing in one way."""
    for section, where, text in own_texts(atlas):
        yield from (f"{section} {where}: “{phrase}”" for phrase in WORKSHOP if phrase in text)
        yield from (f"{section} {where}: {wrong}, {right} expected" for wrong, right in SPELLINGS.items() if wrong in text)


def check_terms(atlas):
    """A term has one name and is explained in one sentence that begins with another word."""
    said = {}
    for _, term in atlas.records("glossary"):
        name, text = term["names"][-1]["en"], term["text"]["en"]
        if len(term["names"]) != 1 or len(sentences(text)) != 1:
            yield f"{term['id']}: {len(term['names'])} names, {len(sentences(text))} sentences"
        if text.lower().startswith(name.lower()):
            yield f"{term['id']}: {text}"
        if name.lower() in said:
            yield f"{term['id']}: {name} is also the term {said[name.lower()]}"
        said[name.lower()] = term["id"]


def check_hard_words(atlas):
    """Hard words of any text are in the glossary."""
    texts = [(s, where, text) for s, records in atlas.sections.items() if s not in ("geography", "glossary", "sources") for where, text in texts_of(records)]
    for pattern, term in HARD.items():
        if atlas.get("glossary", term):
            continue
        for section, where, text in texts:
            found = re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE)
            if found:
                yield f"{section} {where}: {found.group()}: no term {term}"


# Made-up atlases, each with one fault.


def place(*names, kind="town"):
    return {"places": [{"id": "dogubayazit", "kind": kind, "names": list(names)}]}


def region(statement=None, areas=("surmalu",)):
    record = {"id": "surmalu", "areas": list(areas), "names": [{"en": "Surmalu"}], "summary": {"en": "A plain."}}
    return {"regions": [{**record, "population": [statement]} if statement else record]}


def statement(text, date="1897", seen=True):
    return {"date": date, "text": {"en": text}, "sources": [{"source": "census", "seen": seen}]}


def term(text, name="sanjak", **languages):
    return {"glossary": [{"id": "sanjak", "names": [{"en": name, **languages}], "text": {"en": text}}]}


LONG = " ".join(["word"] * 39) + "."
ALL = {language: "x" for language in LANGUAGES}

RULES = [
    Rule("the units of the table are in the atlas", check_known, place({"en": "Bayazid"})),
    Rule("units have the names of the day", check_days,
         place({"en": "Doğubayazıt", "tr": "Doğubayazıt", "ru": "Догубаязит"}),
         place({"en": "Bayazid", "tr": "Bayezid", "ru": "Баязет", "to": "1934-01-01"}, {"en": "Bayazid", "tr": "Doğubayazıt", "ru": "Баязет", "from": "1934-01-01"})),
    Rule("English forms of towns have no Turkish letters before Turkish rule", check_letters, place({"en": "Doğubayazıt"})),
    Rule("a name names the same unit in all languages", check_units, place({**ALL, "en": "Lazistan and Kiskim", "tr": "Hopa, Arhavi ve Yusufeli"})),
    Rule("people and terms have whole names", check_languages,
         {"people": [{"id": "x", "names": [{**ALL, "en": "S. Karapetian"}]}]}, term("A district.", tr="sancak")),
    Rule("every region says who lived there", check_population, region(), region({**statement("Some."), "sources": []}),
         {"regions": [{"id": "x", "areas": [], "population": [statement("Later.", "1926"), statement("Earlier.", "1897")]}]}),
    Rule("figures are from places that were read and say what they count", check_figures,
         region(statement("It counted 89,055 people.", seen=False)), region(statement("It counted 1,000 people: 500,000 Tatars and 1,500 Kurds.")),
         region(statement("By nationality, most were Kurds."))),
    Rule("who fled did not leave", check_flight, region(statement("Almost all of them left."))),
    Rule("sentences are short", check_lengths, {"places": [{"id": "x", "note": LONG}]}, {"places": [{"id": "x", "note": " ".join(["word"] * 26) + "."}]}),
    Rule("texts tell what happened, in one spelling", check_wording, {"people": [{"id": "x", "note": "The day was not checked."}]},
         {"regions": [{"id": "x", "summary": {"en": "A river of Türkiye."}}]}),
    Rule("terms are explained in one sentence", check_terms, term("A district. It is Ottoman."), term("Sanjak is a district."),
         {"glossary": [term("A district.")["glossary"][0], {**term("A part.")["glossary"][0], "id": "other"}]}),
    Rule("hard words are in the glossary", check_hard_words, {"events": [{"id": "x", "summary": {"en": "It voted in three sanjaks."}}]},
         {**term("A district."), "articles": [{"id": "x", "text": {"en": "It keeps a suzerain right."}}]}),
]


if __name__ == "__main__":
    sys.exit(run(RULES))
