/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

/** KaLineCutter: cuts rings and lines into arcs that neighbours share. All are added, then cut. */
typedef struct _KaLineCutter KaLineCutter;

/** ka_line_cutter_new: Returns: (transfer full): a cutter that knows no line */
KaLineCutter *ka_line_cutter_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** ka_line_cutter_free: @self: (transfer full) (nullable): a cutter */
void ka_line_cutter_free (KaLineCutter *self);

/**
 * ka_line_cutter_add:
 * @self: a cutter
 * @points: (array length=n_points): degrees; of a ring the last is the first
 * @n_points: their number, two at least
 * @is_ring: whether it is a ring
 *
 * Tells the cutter of a ring or line, whose vertices may end arcs of others.
 */
void
ka_line_cutter_add (KaLineCutter *self, const KaPoint *points, gsize n_points, gboolean is_ring);

/**
 * ka_line_cutter_cut:
 * @self: a cutter that knows all rings and lines
 * @topology: where new arcs are appended
 * @points: (array length=n_points): as they were added
 * @n_points: their number
 * @is_ring: whether it is a ring
 * @path: (out caller-allocates): gets the arcs of the ring or line
 *
 * Makes a path of arcs; those that another path has are taken from it. New ones have points and no
 * bounds yet.
 */
void ka_line_cutter_cut (KaLineCutter  *self,
                         KaTopology    *topology,
                         const KaPoint *points,
                         gsize          n_points,
                         gboolean       is_ring,
                         KaPath        *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLineCutter, ka_line_cutter_free)

G_END_DECLS
