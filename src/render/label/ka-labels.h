/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-map-scene.h"

G_BEGIN_DECLS

/**
 * KaMapLabels:
 *
 * Where every name and symbol of the map stands: placed once for a picture, then painted. No two of
 * its boxes overlap, and none leaves the frame.
 */
typedef struct _KaMapLabels KaMapLabels;

KaMapLabels *ka_map_labels_new (cairo_t           *cr,
                                KaMapScene        *scene,
                                const KaViewState *state,
                                const KaTheme     *theme,
                                const KaViewport  *viewport,
                                const KaBox       *taken,
                                gsize              n_taken,
                                const KaMapLabels *previous) G_GNUC_WARN_UNUSED_RESULT;
void         ka_map_labels_free (KaMapLabels *self);
void         ka_map_labels_forget_text (KaMapLabels *self);
void         ka_map_labels_paint (const KaMapLabels *self, cairo_t *cr, const KaTheme *theme);
gsize        ka_map_labels_get_n_labels (const KaMapLabels *self);
const KaBox *ka_map_labels_get_boxes (const KaMapLabels *self, gsize label, gsize *n_boxes);
gboolean     ka_map_labels_get_symbol (const KaMapLabels *self, gsize label, KaBox *box);
gsize        ka_map_labels_count_moved (const KaMapLabels *before, const KaMapLabels *after);
char        *ka_map_labels_to_string (const KaMapLabels *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapLabels, ka_map_labels_free)

G_END_DECLS
