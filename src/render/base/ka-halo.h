/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-box.h"

G_BEGIN_DECLS

/** KaHaloShow: draws letters with the source of @cr */
typedef void (*KaHaloShow) (cairo_t *cr, gconstpointer data);

gboolean ka_halo_suits (cairo_t *cr);
void     ka_halo_paint (cairo_t *cr, KaBox box, double reach, KaHaloShow show, gconstpointer data);

G_END_DECLS
