# SPDX-License-Identifier: GPL-3.0-or-later
"""The named lines: which arcs of the areas they follow and which arcs of their own they have."""

from .areas import COUNTRY

TURKISH = {area for area, country in COUNTRY.items() if country == "TUR"}
ARMENIAN = {area for area, country in COUNTRY.items() if country == "ARM"}
PERSIAN = {area for area, country in COUNTRY.items() if country == "IRN"}
CAUCASIAN = {area for area, country in COUNTRY.items() if country in ("GEO", "ARM", "AZE")}
GAINED_1878 = {"batum-south", "artvin", "ardahan", "olti", "kars", "kagizman"}
RUSSIAN_1914 = CAUCASIAN | GAINED_1878 | {"surmalu"}
OTTOMAN_1914 = TURKISH - RUSSIAN_1914
# Adjara and Aghbaba were Ottoman before 1878 too.
OTTOMAN_1829 = TURKISH - {"surmalu"} | {"adjara", "aghbaba"}
RUSSIAN_1829 = CAUCASIAN - {"adjara", "aghbaba"} | {"surmalu"}

# Where the three empires met.
LESSER_ARARAT = (44.412, 39.651)
# Where the Batum line of 1918 leaves the old frontier.
BATUM_LEAVES = (42.55, 41.60)


def between(one, other):
    """A test of arcs: one side in one set, the other side in the other."""
    return lambda arc: (arc.left in one and arc.right in other) or (arc.right in one and arc.left in other)


def west_of_ararat(arc):
    return arc.points[0][0] <= LESSER_ARARAT[0] + 1e-9 and arc.points[-1][0] <= LESSER_ARARAT[0] + 1e-9


def east_of_ararat(arc):
    return arc.points[0][0] >= LESSER_ARARAT[0] - 1e-9 and arc.points[-1][0] >= LESSER_ARARAT[0] - 1e-9


def both(*tests):
    return lambda arc: all(test(arc) for test in tests)


def either(*tests):
    return lambda arc: any(test(arc) for test in tests)


DISTRICTS = [("kars", "kagizman"), ("kars", "olti"), ("olti", "kagizman"), ("ardahan", "kars"), ("ardahan", "olti"), ("ardahan", "artvin"),
             ("ardahan", "adjara"), ("ardahan", "aghbaba"), ("olti", "artvin"), ("batum-south", "artvin"), ("artvin", "adjara"),
             ("ardahan", "batum-south"),
             ("surmalu", "kagizman"), ("sharur", "daralagez"), ("sharur", "erivan"), ("sharur", "nakhichevan"),
             ("nakhichevan", "daralagez"), ("nakhichevan", "zangezur"), ("surmalu", "erivan"), ("surmalu", "sharur")]

FOLLOWS = {
    "frontier-1878": both(between(RUSSIAN_1914, OTTOMAN_1914), west_of_ararat),
    "frontier-1828-persia": either(between(RUSSIAN_1914, PERSIAN), both(between({"surmalu"}, OTTOMAN_1914), east_of_ararat)),
    "frontier-1829": both(between(RUSSIAN_1829, OTTOMAN_1829), west_of_ararat),
    "kars-line": between(TURKISH, CAUCASIAN),
    "nakhichevan-limit": between({"nakhichevan", "sharur"}, ARMENIAN),
    "adjara-inner": between({"adjara"}, {"georgia-core", "akhaltsikhe-akhalkalaki"}),
    "turkey-persia": between(TURKISH, PERSIAN),
    "districts-russian": either(*[between({a}, {b}) for a, b in DISTRICTS]),
    "karabakh-ao-limit": lambda arc: "karabakh-ao" in arc.sides(),
}
