/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-viewport.h"

G_BEGIN_DECLS

/**
 * KaLabelIndex:
 *
 * The boxes that are taken on a picture, in a grid of cells of 48 units: labels are small and
 * spread evenly, so that a cell holds a few boxes and a query touches a few cells; a tree would
 * gain nothing.
 */
typedef struct _KaLabelIndex KaLabelIndex;

KaLabelIndex *ka_label_index_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void          ka_label_index_free (KaLabelIndex *self);
void          ka_label_index_add (KaLabelIndex *self, KaBox box);
gboolean      ka_label_index_is_free (const KaLabelIndex *self, KaBox box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLabelIndex, ka_label_index_free)

G_END_DECLS
