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

/** ka_label_index_new: Returns: (transfer full): an index without occupied boxes, for a picture in
 * user units. */
KaLabelIndex *ka_label_index_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;

/** ka_label_index_free: frees an index (transfer full). */
void ka_label_index_free (KaLabelIndex *self);

/** ka_label_index_add: occupies a box in user units; parts outside the picture count in the nearest
 * cells. */
void ka_label_index_add (KaLabelIndex *self, KaBox box);

/** ka_label_index_is_free: whether no occupied box shares more than an edge with @box. */
gboolean ka_label_index_is_free (const KaLabelIndex *self, KaBox box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLabelIndex, ka_label_index_free)

G_END_DECLS
