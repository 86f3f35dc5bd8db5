# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of the topology."""

from shapely.geometry import Point
from shapely.ops import unary_union

from . import areas
from .topology import distance, line_of, polygon_km2

# Built areas in km2 (tolerance 3 %).
BUILT = {"adjara": 2956, "batum-south": 696, "artvin": 3736, "lazistan-kiskim": 3213, "olti": 2638,
         "aghbaba": 555, "kagizman": 4306, "zivin-strip": 255, "surmalu": 3458, "bayazid-slice": 529, "alexandropol": 2326,
         "south-ossetia": 4465}
# Areas that were built as one before they were split, in km2.
WHOLES = [({"ardahan", "gole"}, 5135), ({"kars", "sarikamis"}, 5950), ({"lori", "pambak"}, 3732), ({"karabakh-ao", "karabakh-south"}, 4278),
          ({"akhaltsikhe-akhalkalaki", "borjomi"}, 6532), ({"georgia-core", "georgia-west"}, 40500)]

# Lines and rivers that must be there, with the places where they begin and end (none: not checked).
FRONTIERS = {
    "frontier-1878": ((41.46, 41.46), (44.36, 39.67)), "frontier-1828-persia": ((44.36, 39.67), (48.87, 38.44)),
    "frontier-1829": ((41.774, 41.903), (44.36, 39.67)), "batum-1918-line": ((41.774, 41.903), (46.15, 38.85)),
    "alexandropol-line": ((43.44, 41.107), (44.807, 39.640)), "wilson-award-line": ((38.72, 40.96), (44.35, 38.15)), "kars-line": ((41.54, 41.52), (44.807, 39.640)),
    "nakhichevan-limit": ((44.78, 39.70), (46.15, 38.85)), "adjara-inner": ((41.774, 41.903), (42.59, 41.58)),
    "turkey-persia": ((44.807, 39.640), (44.79, 37.17)), "turkey-persia-1913": ((44.807, 39.640), (44.79, 37.17)), "ceasefire-1994": ((45.98, 40.22), (47.32, 39.41)),
    "districts-russian": None, "karabakh-ao-limit": None}
RIVERS = """aras kura akhurian coruh oltu-river adjaristsqali kars-river karasu-lower murat euphrates kelkit rioni enguri alazani hrazdan
debed arpa terek tigris kuban harsit""".split()
LAKES = """sevan van-lake urmia cildir-lake balik tortum mingachevir paravani tabatskuri khanchali madatapa ercek hazar""".split()

TOWNS = """
kars 43.085 40.598 kars|batumi 41.645 41.637 adjara|nakhchivan 45.412 39.209 nakhichevan|igdir 44.045 39.924 surmalu
gyumri 43.846 40.793 alexandropol|ardahan 42.702 41.109 ardahan|tabriz 46.292 38.080 persia-azerbaijan|sarikamis 42.587 40.328 sarikamis
oltu 41.987 40.539 olti|aralik 44.519 39.873 surmalu|hopa 41.420 41.390 lazistan-kiskim|sarp 41.549 41.521 adjara
kobuleti 41.778 41.833 adjara|khulo 42.315 41.645 adjara|ardanuc 42.069 41.120 artvin|olur 42.131 40.822 olti|gole 42.606 40.787 gole
cildir 43.136 41.125 ardahan|ani 43.573 40.507 kars|karaurgan 42.30 40.245 kagizman|narman 41.861 40.344 erzurum-rest
akhaltsikhe 42.986 41.640 akhaltsikhe-akhalkalaki|sharur 44.980 39.553 sharur|julfa 45.630 38.968 nakhichevan
shahbuz 45.574 39.407 nakhichevan|goris 46.342 39.511 zangezur|shusha 46.750 39.760 karabakh-south|ganja 46.361 40.682 azerbaijan-core
sukhumi 40.989 43.007 abkhazia|kutaisi 42.695 42.268 georgia-west|maku 44.500 39.290 persia-maku
vladikavkaz 44.670 43.041 north-caucasus|yerevan 44.513 40.178 erivan|tbilisi 44.800 41.700 georgia-core
baku 49.880 40.390 azerbaijan-core|erzurum 41.277 39.909 erzurum-rest|trabzon 39.727 41.005 trabzon|artvin 41.822 41.182 artvin
van 43.383 38.495 van|kagizman 43.134 40.157 kagizman|tuzluca 43.652 40.039 surmalu|dogubayazit 44.084 39.547 agri
kemalpasa 41.528 41.483 batum-south|rize 40.522 41.021 rize|keda 41.939 41.599 adjara|borcka 41.666 41.358 batum-south
savsat 42.355 41.253 artvin|senkaya 42.343 40.557 olti|posof 42.729 41.511 ardahan|digor 43.410 40.369 kagizman
horasan 42.164 40.039 erzurum-rest|eleskirt 42.676 39.798 agri|yusufeli 41.537 40.820 lazistan-kiskim
akhalkalaki 43.486 41.405 akhaltsikhe-akhalkalaki|sadarak 44.885 39.711 sharur|ordubad 46.023 38.910 nakhichevan
meghri 46.243 38.901 zangezur|kapan 46.407 39.208 zangezur|khankendi 46.753 39.818 karabakh-ao|lankaran 48.851 38.754 azerbaijan-core
tskhinvali 43.969 42.228 south-ossetia|poti 41.674 42.143 georgia-west|khoy 44.952 38.550 persia-maku|amasia 43.784 40.956 aghbaba
vanadzor 44.497 40.807 pambak|stepanavan 44.385 41.010 lori|borjomi 43.397 41.847 borjomi|selim 42.783 40.458 sarikamis
armavir 44.038 40.155 ararat-plain|echmiadzin 44.293 40.165 erivan|ashtarak 44.362 40.298 erivan|talin 43.872 40.385 ararat-plain
lesser-ararat 44.413 39.650 lesser-ararat-e|gori 44.11 41.98 georgia-core|atskuri 43.166 41.729 akhaltsikhe-akhalkalaki
"""


def towns():
    for item in TOWNS.replace("\n", "|").split("|"):
        if item:
            name, x, y, area = item.split()
            yield name, float(x), float(y), area


def check(topology):
    """Faults, and lines that tell of the result."""
    faults, report = [], []
    arcs = topology.arcs
    for i, arc in enumerate(arcs):
        sides = [side for side in (arc.left, arc.right) if side is not None]
        if arc.kind in ("inner", "coast", "frame") and not sides:
            faults.append("arc %d has no side" % i)
        if arc.kind == "inner" and len(sides) != 2:
            faults.append("arc %d lies between %s" % (i, sides))
        if arc.left is not None and arc.left == arc.right:
            faults.append("arc %d has the same area on both sides" % i)
        if len(arc.points) < 2:
            faults.append("arc %d has less than two points" % i)
    used = {}
    for collection in ("areas", "context"):
        for geometry in topology.objects[collection]:
            polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            for polygon in polygons:
                for ring in polygon:
                    ends = [(line_of(arcs, n)[0], line_of(arcs, n)[-1]) for n in ring]
                    if any(a[1] != b[0] for a, b in zip(ends, ends[1:] + ends[:1])):
                        faults.append("a ring of %s does not close" % geometry["id"])
                    for n in ring:
                        side = used.setdefault(n if n >= 0 else ~n, [])
                        side.append(n >= 0)
    for i, arc in enumerate(arcs):
        if arc.kind in ("inner", "coast", "frame"):
            sides = used.get(i, [])
            wanted = 2 if arc.kind == "inner" else 1
            if len(sides) != wanted or len(set(sides)) != wanted:
                faults.append("arc %d is used %d times" % (i, len(sides)))
    shapes = topology.shapes
    whole = 0.0
    for name in sorted(shapes):
        size = sum(polygon_km2(shape) for shape in shapes[name])
        whole += sum(shape.area for shape in shapes[name])
        report.append("%-24s %8.0f km2" % (name, size))
        for shape in shapes[name]:
            if not shape.is_valid:
                faults.append("a polygon of %s is not valid" % name)
        if name in BUILT and abs(size / BUILT[name] - 1.0) > 0.03:
            faults.append("%s has %.0f km2, expected %d" % (name, size, BUILT[name]))
    for parts, expected in WHOLES:
        size = sum(polygon_km2(shape) for name in parts for shape in shapes.get(name, []))
        if abs(size / expected - 1.0) > 0.03:
            faults.append("%s have %.0f km2, expected %d" % (" and ".join(sorted(parts)), size, expected))
    if not faults:
        union = unary_union([shape for name in sorted(shapes) for shape in shapes[name]])
        if abs(union.area - whole) > 1e-7:
            faults.append("areas overlap: sum %.8f, union %.8f square degrees" % (whole, union.area))
    for name in areas.AREAS:
        if name not in shapes:
            faults.append("area %s is missing" % name)
    found = {collection: {geometry["id"]: geometry for geometry in topology.objects[collection]} for collection in topology.objects}
    for collection, names in (("frontiers", FRONTIERS), ("rivers", RIVERS), ("lakes", LAKES)):
        faults += ["%s has no %s" % (collection, name) for name in names if name not in found[collection]]
    for name, ends in sorted(FRONTIERS.items()):
        geometry = found["frontiers"].get(name)
        if ends is None or geometry is None:
            continue
        if geometry["type"] != "LineString":
            faults.append("%s is broken into parts" % name)
            continue
        for number, at, place in ((geometry["arcs"][0], 0, ends[0]), (geometry["arcs"][-1], -1, ends[1])):
            end = line_of(arcs, number)[at]
            if distance(end, place) > 0.07:
                faults.append("%s ends at %.3f %.3f, expected %.3f %.3f" % (name, end[0], end[1], place[0], place[1]))
    for name, x, y, area in towns():
        point = Point(x, y)
        holders = [other for other in sorted(shapes) if any(shape.contains(point) for shape in shapes[other])]
        if holders != [area]:
            faults.append("%s lies in %s, expected %s" % (name, ", ".join(holders) or "the sea", area))
    report.append("%d arcs, %d points" % (len(arcs), sum(len(arc.points) for arc in arcs)))
    for geometry in topology.objects["frontiers"] + topology.objects["rivers"]:
        paths = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
        length = sum(arcs[n if n >= 0 else ~n].length_km() for path in paths for n in path)
        report.append("%-24s %2d parts %7.1f km" % (geometry["id"], len(paths), length))
    return faults, report
