/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

/* Whether a ring crosses itself; its last point is the first again. A ring may touch itself and run
 * back over itself. @where: (out): a crossing, where there is one. O(n log n). */
gboolean ka_ring_crosses_itself (const KaPoint *points, gsize n_points, KaPoint *where);

/* The same, without a look at bounds first: what it does where too many of them overlap. */
gboolean ka_ring_crosses_itself_by_sweep (const KaPoint *points, gsize n_points, KaPoint *where);

G_END_DECLS
