# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the heights that the map shades its mountains from.

They are the five-minute relief ETOPO5 (NOAA, National Geophysical Data Center, 1988; public domain) as
the Debian package ferret-datasets 7.6.0-5 carries it, cut to the map and kept in steps of 20 m. Usage:

    apt-get download ferret-datasets && dpkg -x ferret-datasets_*.deb ferret
    gdal_translate -of AAIGrid -projwin 35.5 45 51.5 36 \\
        NETCDF:ferret/usr/share/ferret-vis/data/etopo5.cdf:ROSE relief.asc
    python3 tools/geography/relief.py relief.asc > src/render/map/ka-map-relief-data.h
"""

import sys

WEST, SOUTH, EAST, NORTH = 35.75, 36.25, 51.25, 44.75
STEP = 1.0 / 12.0
METRES = 20.0

HEADER = """/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heights of the land in steps of %d m, from ETOPO5 (NOAA, public domain), in rows from north to
 * south, two hexadecimal digits a height. Written by tools/geography/relief.py; do not edit.
 */
#pragma once

/* clang-format off */
#define KA_MAP_RELIEF_WEST_DEG %.4f
#define KA_MAP_RELIEF_NORTH_DEG %.4f
#define KA_MAP_RELIEF_STEPS_PER_DEG 12
#define KA_MAP_RELIEF_COLUMNS %d
#define KA_MAP_RELIEF_ROWS %d
#define KA_MAP_RELIEF_METRES %.1f

static const char *const ka_map_relief_rows[KA_MAP_RELIEF_ROWS] = {
%s
};
/* clang-format on */
"""


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
    lines = []
    for row in range(round((NORTH - SOUTH) / STEP) + 1):
        source = rows[round((north - (NORTH - row * STEP)) / step_y)]
        heights = [source[round((WEST + column * STEP - west) / step_x)] for column in range(columns)]
        steps = [min(255, max(0, round(height / METRES))) for height in heights]
        text = "".join("%02x" % height for height in steps)
        lines.append("\n".join('  "%s"' % text[i:i + 92] for i in range(0, len(text), 92)) + ",")
    sys.stdout.write(HEADER % (METRES, WEST, NORTH, columns, len(lines), METRES, "\n".join(lines)))


if __name__ == "__main__":
    main()
