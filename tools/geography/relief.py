# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the heights that the map shades its mountains from.

They are the five-minute relief ETOPO5 (NOAA, National Geophysical Data Center, 1988; public domain) as
the Debian package ferret-datasets 7.6.0-5 carries it, cut to the map and kept in steps of 20 m. Usage:

    apt-get download ferret-datasets && dpkg -x ferret-datasets_*.deb ferret
    gdal_translate -of AAIGrid -projwin 28.5 49.5 57.5 32.5 \\
        NETCDF:ferret/usr/share/ferret-vis/data/etopo5.cdf:ROSE relief.asc
    python3 tools/geography/relief.py relief.asc > data/atlas/relief.json
"""

import json
import sys

WEST, SOUTH, EAST, NORTH = 29.0, 33.0, 57.0, 49.0
STEP = 1.0 / 12.0
METRES = 20

def read_grid(path):
    """Return the header as a dict and the rows, the northern one first."""
    head, rows = {}, []
    with open(path) as lines:
        for line in lines:
            words = line.split()
            if words and words[0][0].isalpha():
                head[words[0].lower()] = float(words[1])
            elif words:
                rows.append([float(word) for word in words])
    return head, rows


def main():
    head, rows = read_grid(sys.argv[1])
    step_x = head.get("dx", head.get("cellsize"))
    step_y = head.get("dy", head.get("cellsize"))
    west = head["xllcorner"] + step_x / 2
    north = head["yllcorner"] + (len(rows) - 0.5) * step_y
    columns = round((EAST - WEST) / STEP) + 1
    text = ""
    for row in range(round((NORTH - SOUTH) / STEP) + 1):
        source = rows[round((north - (NORTH - row * STEP)) / step_y)]
        heights = [source[round((WEST + column * STEP - west) / step_x)] for column in range(columns)]
        text += "".join("%02x" % min(255, max(0, round(height / METRES))) for height in heights)
    relief = {"west": WEST, "north": NORTH, "steps_per_degree": round(1 / STEP), "columns": columns,
              "metres": METRES, "heights": text}
    print(json.dumps({"relief": relief}, indent=2))


if __name__ == "__main__":
    main()
