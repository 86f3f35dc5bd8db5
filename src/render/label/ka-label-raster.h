/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-day.h"

G_BEGIN_DECLS

/**
 * KaLabelSurface:
 *
 * The surface of a cell without an area.
 */
enum
{
  KA_LABEL_SEA = -1,
  KA_LABEL_CONTEXT = -2,
  KA_LABEL_LAKE = -3,
};

/**
 * KaLabelRaster:
 * @cell: side of a cell in user units
 * @columns: cells across
 * @rows: cells down
 * @areas: number of the area in the middle of each cell, or a #KaLabelSurface
 * @lines: how strong a line goes through each cell: 0 none, 1 river or coast, 2 border, 3 frontier
 *
 * The visible map in coarse cells, which tell where a name has room and which lines it crosses.
 */
typedef struct
{
  double  cell;
  int     columns;
  int     rows;
  gint16 *areas;
  guint8 *lines;
} KaLabelRaster;

/**
 * KaLabelPiece:
 * @key: the key of its cells
 * @size: how many cells it has
 * @x0: first column
 * @y0: first row
 * @x1: last column
 * @y1: last row
 * @middle: its centre of gravity, in cells
 * @slant: of its long axis in radians, clockwise; 0 where it is about as wide as long
 *
 * A connected part of the cells.
 */
typedef struct
{
  int     key;
  int     size;
  int     x0;
  int     y0;
  int     x1;
  int     y1;
  KaPoint middle;
  double  slant;
} KaLabelPiece;

/** KA_LABEL_CLEARANCE_UNITS: units of clearance in a cell. */
#define KA_LABEL_CLEARANCE_UNITS 6

/**
 * KaLabelPatch:
 * @parts: for each cell the number of its connected part, from 0, or -1
 * @clearance: for each cell how far the nearest cell of another part is, in sixths of a cell
 * @n_parts: how many parts there are
 * @pieces: each part
 *
 * Connected parts of the cells with a key. Outside of them @clearance is not set.
 */
typedef struct
{
  gint16  *parts;
  guint16 *clearance;
  int      n_parts;

  KaLabelPiece *pieces;
} KaLabelPatch;

/** ka_label_raster_new: Returns: (transfer full): the cells of what @viewport shows of the day. */
KaLabelRaster *ka_label_raster_new (const KaMapDay   *day,
                                    const KaViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

/** ka_label_raster_free: frees a raster (transfer full). */
void ka_label_raster_free (KaLabelRaster *self);

/** ka_label_raster_weigh_lines: weighs the lines that a label with this box crosses; 0 for no line.
 * The weight is the strengths of its cells over its cells across and down. */
double ka_label_raster_weigh_lines (const KaLabelRaster *self, KaBox box);

/** ka_label_raster_find_parts: Returns: (transfer full): the connected parts of cells with the same
 * key in @keys, which has one for each cell; keys below 0 are none. */
KaLabelPatch *ka_label_raster_find_parts (const KaLabelRaster *self,
                                          const gint16        *keys) G_GNUC_WARN_UNUSED_RESULT;

/** ka_label_patch_free: frees parts (transfer full). */
void ka_label_patch_free (KaLabelPatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLabelRaster, ka_label_raster_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLabelPatch, ka_label_patch_free)

G_END_DECLS
