/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-box.h"

G_BEGIN_DECLS

/** KaHaloShow: draws letters with source and operator of @cr */
typedef void (*KaHaloShow) (cairo_t *cr, gconstpointer data);

/** ka_halo_suits: whether @cr takes pixels; a vector format must keep letters. */
gboolean ka_halo_suits (cairo_t *cr);

/** ka_halo_paint: paints the halo of letters, and its colour below them, on a raster with the
 * source set; @box is that of the letters and @reach that of the halo beyond them, in user units.
 */
void ka_halo_paint (cairo_t *cr, KaBox box, double reach, KaHaloShow show, gconstpointer data);

G_END_DECLS
