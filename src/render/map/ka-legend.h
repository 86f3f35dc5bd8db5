/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-map-scene.h"

G_BEGIN_DECLS

/**
 * KaLegend:
 *
 * The key to what is on the map now, and to nothing else: laid out once, then painted.
 */
typedef struct _KaLegend KaLegend;

KaLegend     *ka_legend_new (cairo_t           *cr,
                             KaMapScene        *scene,
                             const KaViewState *state,
                             const KaTheme     *theme,
                             const KaViewport  *viewport) G_GNUC_WARN_UNUSED_RESULT;
void          ka_legend_free (KaLegend *self);
KaBox         ka_legend_get_box (const KaLegend *self);
gsize         ka_legend_get_n_rows (const KaLegend *self);
const char   *ka_legend_get_text (const KaLegend *self, gsize row);
const KaItem *ka_legend_get_item (const KaLegend *self, gsize row);
KaBox         ka_legend_get_heading_box (const KaLegend *self);
gboolean      ka_legend_get_is_folded (const KaLegend *self);
gboolean      ka_legend_folds_by_itself (const KaViewport *viewport);
KaBox         ka_legend_get_row_box (const KaLegend *self, gsize row);
void          ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLegend, ka_legend_free)

G_END_DECLS
