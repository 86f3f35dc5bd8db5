/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-pointer.h"

G_BEGIN_DECLS

/**
 * KaTimelineActions: the actions "timeline.…", which keys, menus and buttons share, and the
 * context menu.
 */
typedef struct _KaTimelineActions KaTimelineActions;

/**
 * ka_timeline_actions_new:
 * @stage: (transfer none): the stage to act on
 * @pointer: (transfer none): the pointer whose drag "timeline.cancel" ends
 *
 * Adds the actions to the canvas of the stage. Both arguments outlive them.
 *
 * Returns: (transfer full): the actions
 */
KaTimelineActions *ka_timeline_actions_new (KaTimelineStage   *stage,
                                            KaTimelinePointer *pointer) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_actions_free: removes the actions; the canvas has no popover any more */
void ka_timeline_actions_free (KaTimelineActions *self);

/** ka_timeline_actions_install_keys: binds the keys of a class of canvases to the actions */
void ka_timeline_actions_install_keys (GtkWidgetClass *canvas_class);

G_END_DECLS
