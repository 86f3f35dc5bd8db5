/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * KaMapLabels:
 *
 * The names and symbols of a map: placed once for a picture, then painted. No two boxes of
 * different names overlap, and none leaves the frame.
 */
typedef struct _KaMapLabels KaMapLabels;

/**
 * ka_map_labels_new:
 * @context: the map, on whose cairo_t the labels will be painted
 * @taken: (array length=n_taken) (nullable): boxes in user units that no label may touch
 * @n_taken: how many
 * @previous: (nullable): the labels of a picture just before; names stay on the side of their
 * symbol and on their spot of land if they can, so that they do not jump
 *
 * Places the names of the day. O(labels × candidates).
 *
 * Returns: (transfer full): the labels
 */
KaMapLabels *ka_map_labels_new (const KaPaintContext *context,
                                const KaBox          *taken,
                                gsize                 n_taken,
                                const KaMapLabels    *previous) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_labels_free: frees labels (transfer full). */
void ka_map_labels_free (KaMapLabels *self);

/** ka_map_labels_forget_text: drops the measured text, which belongs to a thread, and keeps the
 * places of names. The labels cannot be painted any more. */
void ka_map_labels_forget_text (KaMapLabels *self);

/** ka_map_labels_paint: paints symbols and names where they were measured, under any matrix. */
void ka_map_labels_paint (const KaMapLabels *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapLabels, ka_map_labels_free)

G_END_DECLS
