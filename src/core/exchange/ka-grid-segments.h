/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-topology.h"

G_BEGIN_DECLS

/** KA_GRID_STEPS_PER_DEGREE: points of the grid in a degree; a step is at most 0.11 m. */
#define KA_GRID_STEPS_PER_DEGREE 1000000

/** KaGridPoint: a point of the grid, in steps east and north. */
typedef struct
{
  int x;
  int y;
} KaGridPoint;

/** KaGridSegment: a straight edge of a shape. */
typedef struct
{
  KaGridPoint a;     /* the end with the lesser x, then the lesser y */
  KaGridPoint b;     /* the other end */
  guint       shape; /* the number of the shape */
} KaGridSegment;

/** KaGridEdge: a straight edge that one or more shapes have. */
typedef struct
{
  KaGridPoint a;     /* the end with the lesser x, then the lesser y */
  KaGridPoint b;     /* the other end */
  guint       first; /* its first segment; those of its other shapes follow */
  guint       n;     /* how many shapes have it */
} KaGridEdge;

/** ka_grid_point_from_degrees: Returns: the point of the grid that is nearest to @point_deg */
KaGridPoint ka_grid_point_from_degrees (KaPoint point_deg);

/** ka_grid_point_compare: Returns: less than, equal to or greater than 0, by x, then by y */
int ka_grid_point_compare (KaGridPoint a, KaGridPoint b);

/**
 * ka_grid_turn:
 * @a: a point
 * @b: another point
 * @c: a third point
 *
 * Tells on which side of the line from @a to @b the point @c lies. Exact.
 *
 * Returns: twice the signed area of the triangle: positive on the left, 0 on the line
 */
gint64 ka_grid_turn (KaGridPoint a, KaGridPoint b, KaGridPoint c);

/**
 * ka_grid_add_segment:
 * @segments: (element-type KaGridSegment): segments
 * @a: an end
 * @b: the other end
 * @shape: the number of a shape
 *
 * Appends an edge; one without length is left out.
 */
void ka_grid_add_segment (GArray *segments, KaGridPoint a, KaGridPoint b, guint shape);

/** ka_grid_add_line: adds the edges of a line or ring; @points: (element-type KaPoint): degrees */
void ka_grid_add_line (GArray *segments, const GArray *points, guint shape);

/**
 * ka_grid_list_edges:
 * @segments: (element-type KaGridSegment): segments in order of their ends
 *
 * Groups segments by their ends.
 *
 * Returns: (transfer full) (element-type KaGridEdge): the edges, in the same order
 */
GArray *ka_grid_list_edges (const GArray *segments) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_grid_split_segments:
 * @segments: (element-type KaGridSegment): edges of shapes
 * @error: (nullable): %G_IO_ERROR_NO_SPACE when too many edges meet or cross
 *
 * Splits edges where they cross, touch or overlap, and moves crossings to the grid (snap rounding:
 * J. Hobby, "Practical segment intersection with finite precision output", 1999). Edges that a
 * shape has twice cancel each other: shapes are filled by the even-odd rule. Afterwards edges meet
 * at their ends alone, and are in order of their ends, then of their shapes. O(n log n) for edges
 * that seldom cross.
 *
 * Returns: whether it was done
 */
gboolean ka_grid_split_segments (GArray *segments, GError **error);

G_END_DECLS
