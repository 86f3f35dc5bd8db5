# SPDX-License-Identifier: GPL-3.0-or-later
"""The named lines: which arcs of the areas they follow and which arcs of their own they have."""

from .areas import COUNTRY

TURKISH = {area for area, country in COUNTRY.items() if country == "TUR"}
ARMENIAN = {area for area, country in COUNTRY.items() if country == "ARM"}
PERSIAN = {area for area, country in COUNTRY.items() if country == "IRN"}
CAUCASIAN = {area for area, country in COUNTRY.items() if country in ("GEO", "ARM", "AZE")}
GAINED_1878 = {"batum-south", "artvin", "ardahan", "gole", "olti", "kars", "sarikamis", "kagizman"}
# Persian until 1932.
CEDED_1932 = {"lesser-ararat-e"}
RUSSIAN_1914 = CAUCASIAN | GAINED_1878 | {"surmalu"}
OTTOMAN_1914 = TURKISH - RUSSIAN_1914 - CEDED_1932
# Adjara and Aghbaba were Ottoman before 1878 too.
OTTOMAN_1829 = TURKISH - {"surmalu"} - CEDED_1932 | {"adjara", "aghbaba"}
RUSSIAN_1829 = CAUCASIAN - {"adjara", "aghbaba"} | {"surmalu"}

# Where the Batum line of 1918 leaves the old frontier.
BATUM_LEAVES = (42.55, 41.60)


def between(one, other):
    """A test of arcs: one side in one set, the other side in the other."""
    return lambda arc: (arc.left in one and arc.right in other) or (arc.right in one and arc.left in other)


def either(*tests):
    return lambda arc: any(test(arc) for test in tests)


DISTRICTS = [("kars", "kagizman"), ("sarikamis", "kagizman"), ("sarikamis", "olti"), ("kars", "olti"), ("olti", "kagizman"),
             ("ardahan", "kars"), ("gole", "kars"), ("gole", "sarikamis"), ("ardahan", "olti"), ("gole", "olti"), ("ardahan", "artvin"),
             ("gole", "artvin"), ("ardahan", "adjara"), ("ardahan", "aghbaba"), ("olti", "artvin"), ("batum-south", "artvin"), ("artvin", "adjara"),
             ("ardahan", "batum-south"),
             ("surmalu", "kagizman"), ("sharur", "daralagez"), ("sharur", "ararat-plain"), ("sharur", "nakhichevan"),
             ("nakhichevan", "daralagez"), ("nakhichevan", "zangezur"), ("surmalu", "ararat-plain"), ("surmalu", "sharur")]

FOLLOWS = {
    "frontier-1878": between(RUSSIAN_1914, OTTOMAN_1914),
    "frontier-1828-persia": between(RUSSIAN_1914, PERSIAN | CEDED_1932),
    "frontier-1829": between(RUSSIAN_1829, OTTOMAN_1829),
    "alexandropol-line": between(TURKISH, ARMENIAN | {"nakhichevan", "sharur"}),
    "kars-line": between(TURKISH, CAUCASIAN),
    "nakhichevan-limit": between({"nakhichevan", "sharur"}, ARMENIAN),
    "adjara-inner": between({"adjara"}, {"georgia-core", "georgia-west", "akhaltsikhe-akhalkalaki"}),
    "turkey-persia": between(TURKISH, PERSIAN),
    "turkey-persia-1913": between(TURKISH - CEDED_1932, PERSIAN | CEDED_1932),
    "districts-russian": either(*[between({a}, {b}) for a, b in DISTRICTS]),
    "karabakh-ao-limit": lambda arc: len({"karabakh-ao", "karabakh-south"}.intersection(arc.sides())) == 1,
}
