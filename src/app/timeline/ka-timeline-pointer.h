/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-stage.h"

G_BEGIN_DECLS

/**
 * KaTimelinePointer: pointer and touch on the timeline: clicks, drags, hover, tooltips, wheel
 * and pinch.
 */
typedef struct _KaTimelinePointer KaTimelinePointer;

/**
 * ka_timeline_pointer_new: adds the controllers to the canvas of the stage; @stage: (transfer
 * none): the stage, which outlives the pointer. Returns: (transfer full): the pointer
 */
KaTimelinePointer *ka_timeline_pointer_new (KaTimelineStage *stage) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_pointer_free: removes the controllers from the canvas */
void ka_timeline_pointer_free (KaTimelinePointer *self);

/**
 * ka_timeline_pointer_cancel_drag: ends a drag and puts back what it has changed. Returns:
 * whether there was one
 */
gboolean ka_timeline_pointer_cancel_drag (KaTimelinePointer *self);

G_END_DECLS
