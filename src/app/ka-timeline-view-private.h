/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"
#include "ka-timeline-view.h"

G_BEGIN_DECLS

/* What a drag that is under way moves. */
typedef enum
{
  DRAG_NOTHING,
  DRAG_AXIS,
  DRAG_PLAYHEAD,
} Drag;

struct _KaTimelineView
{
  GtkWidget parent_instance;

  /* Owned */
  KaSession *session;

  /* Cached */
  KaTimelineLayout *layout;
  GdkTexture       *texture; /* the base of the layout */
  gboolean          is_layout_stale;

  const KaTheme *theme;
  double         unit; /* pixels for a user unit */
  KaTimeAxis     axis;
  KaDay          limit_from;
  KaDay          limit_to;
  guint          play_source;

  /* Input under way */
  Drag       drag;
  KaTimeAxis start_axis;
  double     start_x;
  double     pointer_x;
};

KaTimelineLayout *ka_timeline_view_ensure_layout (KaTimelineView *self);
void              ka_timeline_view_move_to (KaTimelineView *self, const KaTimeAxis *axis);
void              ka_timeline_view_set_playing (KaTimelineView *self, gboolean is_playing);
void              ka_timeline_view_install_input (GtkWidgetClass *widget_class);
void              ka_timeline_view_add_controllers (KaTimelineView *self);

G_END_DECLS
