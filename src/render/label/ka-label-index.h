/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-viewport.h"

G_BEGIN_DECLS

/**
 * KaLabelIndex:
 *
 * The occupied boxes of a picture, in a grid of cells of 48 units. Labels are small and spread
 * evenly: a cell has few boxes and a query touches few cells, so a tree would gain nothing.
 */
typedef struct _KaLabelIndex KaLabelIndex;

/**
 * ka_label_index_new:
 * @width: of the picture, in user units
 * @height: of it
 *
 * Returns: (transfer full): an index without occupied boxes
 */
KaLabelIndex *ka_label_index_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_label_index_free:
 * @self: (transfer full): an index
 */
void ka_label_index_free (KaLabelIndex *self);

/**
 * ka_label_index_add:
 * @self: an index
 * @box: occupied from now on, in user units; parts outside the picture count in the nearest cells
 */
void ka_label_index_add (KaLabelIndex *self, KaBox box);

/**
 * ka_label_index_is_free:
 * @self: an index
 * @box: asked for, in user units
 *
 * Returns: whether no occupied box shares more than an edge with it
 */
gboolean ka_label_index_is_free (const KaLabelIndex *self, KaBox box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLabelIndex, ka_label_index_free)

G_END_DECLS
