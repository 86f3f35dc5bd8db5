/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KaFrameMemory: keeps the memory through which frames reach an X server while one frame follows
 * another. On other displays and with other renderers than Cairo's it does nothing.
 */
typedef struct _KaFrameMemory KaFrameMemory;

/**
 * ka_frame_memory_new: @widget: a widget that fills much of its window; outlives the frame memory.
 * Returns: (transfer full): a frame memory; free it with ka_frame_memory_free()
 */
KaFrameMemory *ka_frame_memory_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/** ka_frame_memory_free: gives the memory back; @self: (transfer full) (nullable) */
void ka_frame_memory_free (KaFrameMemory *self);

/**
 * ka_frame_memory_use:
 *
 * Keeps the memory of the next frame for those after it, until two seconds pass without another
 * call. It takes as much as two frames at most. The first frame of a window is not kept.
 */
void ka_frame_memory_use (KaFrameMemory *self);

G_END_DECLS
