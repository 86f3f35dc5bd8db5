/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"

G_BEGIN_DECLS

/**
 * KaMapLabels:
 *
 * Where every name and symbol of the map stands: placed once for a picture, then painted. No two of
 * its boxes overlap, and none leaves the frame.
 */
typedef struct _KaMapLabels KaMapLabels;

/**
 * ka_map_labels_new:
 * @context: the map, and what the labels will be painted on, for measuring
 * @taken: (array length=n_taken) (nullable): boxes in user units that no label may touch
 * @n_taken: how many
 * @previous: (nullable): the labels of a picture just before; names stay on the side of their
 * symbol and on the spot of their land where they were, if they can, so that they do not jump
 *
 * Places the names of the day. O(labels × candidates).
 *
 * Returns: (transfer full): the labels
 */
KaMapLabels *ka_map_labels_new (const KaPaintContext *context,
                                const KaBox          *taken,
                                gsize                 n_taken,
                                const KaMapLabels    *previous) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_labels_free:
 * @self: (transfer full): labels
 */
void ka_map_labels_free (KaMapLabels *self);

/**
 * ka_map_labels_forget_text:
 * @self: labels that have been painted
 *
 * Drops the measured text, which belongs to a thread; where the names stood is kept. They cannot be
 * painted any more.
 */
void ka_map_labels_forget_text (KaMapLabels *self);

/**
 * ka_map_labels_paint:
 * @self: labels that have been placed
 * @cr: what they were measured on, under any matrix
 * @theme: colours
 *
 * Paints symbols and names.
 */
void ka_map_labels_paint (const KaMapLabels *self, cairo_t *cr, const KaTheme *theme);

/**
 * ka_map_labels_get_n_labels:
 * @self: labels
 *
 * Returns: how many there are
 */
gsize ka_map_labels_get_n_labels (const KaMapLabels *self);

/**
 * ka_map_labels_get_boxes:
 * @self: labels
 * @label: a number below ka_map_labels_get_n_labels()
 * @n_boxes: (out): how many boxes
 *
 * Gets what a name takes: one box when it is level, one for each letter when it follows a line.
 *
 * Returns: (transfer none) (array length=n_boxes): boxes in user units
 */
const KaBox *ka_map_labels_get_boxes (const KaMapLabels *self, gsize label, gsize *n_boxes);

/**
 * ka_map_labels_get_symbol:
 * @self: labels
 * @label: a number below ka_map_labels_get_n_labels()
 * @box: (out): what the ring or triangle of a point takes, in user units
 *
 * Returns: whether the name has a symbol
 */
gboolean ka_map_labels_get_symbol (const KaMapLabels *self, gsize label, KaBox *box);

/**
 * ka_map_labels_count_moved:
 * @before: labels of a picture
 * @after: labels of the next one
 *
 * Counts the names that changed the side of their symbol: what a person sees as flicker.
 *
 * Returns: how many
 */
gsize ka_map_labels_count_moved (const KaMapLabels *before, const KaMapLabels *after);

/**
 * ka_map_labels_to_string:
 * @self: labels
 *
 * Writes every name with its boxes, rounded to whole user units: for tests and for looking into.
 *
 * Returns: (transfer full): lines of text
 */
char *ka_map_labels_to_string (const KaMapLabels *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapLabels, ka_map_labels_free)

G_END_DECLS
