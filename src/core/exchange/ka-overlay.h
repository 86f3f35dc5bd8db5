/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-topology.h"

G_BEGIN_DECLS

/** KA_OVERLAY_OUTSIDE: no piece lies on that side of an arc. */
#define KA_OVERLAY_OUTSIDE (-1)

/** KaOverlayArc: a line between two pieces. */
typedef struct
{
  GArray *points; /* (element-type KaPoint): degrees */
  int     left;   /* the piece on the left along it, or %KA_OVERLAY_OUTSIDE */
  int     right;  /* the piece on the right, or %KA_OVERLAY_OUTSIDE */
} KaOverlayArc;

/** KaOverlayRing: a closed line round a part of a piece, or round a hole in it. */
typedef struct
{
  GArray  *arcs;    /* (element-type int): arc numbers; ~n is arc n walked backwards */
  gboolean is_hole; /* lies in the last exterior before it */
} KaOverlayRing;

/** KaOverlayPiece: all land that lies in the same shapes and in no other. */
typedef struct
{
  GArray *shapes; /* (element-type guint): numbers of shapes, at least one, ascending */
  GArray *rings;  /* (element-type KaOverlayRing): an exterior, its holes, the next exterior … */
} KaOverlayPiece;

/** KaOverlay: pieces of land without overlap, and the lines between them. */
typedef struct
{
  GArray *arcs;   /* (element-type KaOverlayArc) */
  GArray *pieces; /* (element-type KaOverlayPiece) */
} KaOverlay;

/**
 * ka_overlay_new:
 * @segments: (element-type KaGridSegment): the edges of the shapes; split afterwards
 * @error: (nullable): %G_IO_ERROR_NO_SPACE when the shapes cross or overlap too often
 *
 * Lays shapes over one another and divides the land so that each piece lies in the same shapes
 * everywhere. Shapes are filled by the even-odd rule. Faces are traced round the half-edges of the
 * planar subdivision (M. de Berg et al., "Computational Geometry", 3rd ed., 2008, chapter 2).
 * O(n log n) in the number of edges, and O(1) for each shape that a face lies in.
 *
 * Returns: (transfer full) (nullable): the pieces, or %NULL with @error set
 */
KaOverlay *ka_overlay_new (GArray *segments, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_overlay_free: frees an overlay; @self: (transfer full) (nullable) */
void ka_overlay_free (KaOverlay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaOverlay, ka_overlay_free)

G_END_DECLS
