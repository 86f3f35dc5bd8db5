/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-stage.h"

G_BEGIN_DECLS

/**
 * ka_item_popover_new:
 * @items: (array length=n_items): the items to list; copied
 * @n_items: their number
 * @stage: the stage that takes the choice
 *
 * Lists items. A click chooses one as ka_timeline_stage_choose() does and closes the popover.
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *ka_item_popover_new (const KaItem *const *items,
                                gsize                n_items,
                                KaTimelineStage     *stage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
