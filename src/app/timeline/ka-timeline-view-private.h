/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-kinetics.h"
#include "ka-picture.h"
#include "ka-timeline-query.h"
#include "ka-timeline-view.h"

G_BEGIN_DECLS

/* What a drag that is under way moves. */
typedef enum
{
  DRAG_NOTHING,
  DRAG_AXIS,
  DRAG_PLAYHEAD,
  DRAG_RANGE,
} Drag;

/* How the axis moves by itself. */
typedef enum
{
  MOTION_NONE,
  MOTION_GLIDE, /* to another axis */
  MOTION_FLING, /* on after a drag */
} Motion;

struct _KaTimelineView
{
  GtkWidget parent_instance;

  /* Owned */
  KaSession *session;
  KaPlayer  *player;
  GtkWidget *popover; /* (nullable): the list of a "+n" */
  GtkWidget *menu;    /* (nullable): while it is open */

  /* Cached */
  KaTimelineLayout *layout;
  KaPicture        *picture; /* the base of the layout */
  gboolean          is_layout_stale;

  const KaTheme *theme;
  double         unit; /* pixels for a user unit */
  KaTimeAxis     axis;
  double         top;         /* how far the lanes are scrolled down, in user units */
  int            focus_group; /* whose header has the focus, or KA_TIMELINE_NO_GROUP */
  KaDay          limit_from;
  KaDay          limit_to;

  /* Motion under way */
  Motion     motion;
  guint      tick;
  gint64     motion_start_us; /* 0 until the first frame */
  KaTimeAxis motion_from;
  KaTimeAxis motion_to; /* of an animation */
  KaPoint    velocity;  /* of inertia, in user units a millisecond */
  KaTrail    trail;

  /* Input under way */
  Drag          drag;
  gboolean      has_dragged; /* so that the release is no click */
  gboolean      is_pinching;
  gboolean      is_choosing; /* the selection is being set by a click on the timeline */
  KaTimeAxis    start_axis;
  double        start_top;
  KaViewState   start_state;
  double        start_x;
  double        drag_x; /* where the pointer is, maybe beyond the edges */
  gboolean      drag_snaps;
  guint         edge_tick;
  gint64        edge_us;
  KaDay         range_anchor;
  double        pointer_x;
  KaTimelineHit first_hit; /* of a double click */
};

/* ka-timeline-view.c */
KaTimelineLayout *ka_timeline_view_ensure_layout (KaTimelineView *self);
void              ka_timeline_view_show_axis (KaTimelineView *self, const KaTimeAxis *axis);
void              ka_timeline_view_set_top (KaTimelineView *self, double top);
void              ka_timeline_view_reveal_day (KaTimelineView *self);

/* ka-timeline-view-motion.c */
KaDay             ka_timeline_view_clamp_day (KaTimelineView *self, KaDay day);
void              ka_timeline_view_move_to (KaTimelineView *self, const KaTimeAxis *axis);
void              ka_timeline_view_fling (KaTimelineView *self, double velocity);
void              ka_timeline_view_stop_motion (KaTimelineView *self);
const KaTimeAxis *ka_timeline_view_get_goal (KaTimelineView *self);
void              ka_timeline_view_fit (KaTimelineView *self, KaDay from, KaDay to);
void ka_timeline_view_zoom_at (KaTimelineView *self, double x, double factor, gboolean glides);
gboolean
ka_timeline_view_get_extent (KaTimelineView *self, const KaItem *item, KaDay *from, KaDay *to);

/* ka-timeline-view-input.c */
KaTimelineHit ka_timeline_view_pick (KaTimelineView *self, double x, double y);
void          ka_timeline_view_add_controllers (KaTimelineView *self);

/* ka-timeline-view-drag.c */
GtkGesture *ka_timeline_view_create_drag (KaTimelineView *self);

/**
 * ka_timeline_view_cancel_drag:
 * @self: a timeline view
 *
 * Puts back what a drag under way has changed.
 *
 * Returns: whether there was one
 */
gboolean ka_timeline_view_cancel_drag (KaTimelineView *self);

int ka_timeline_view_pick_range_end (KaTimelineView *self, const KaTimelineHit *hit, double x);

/* ka-timeline-view-speech.c */
void ka_timeline_view_tell_day (KaTimelineView *self);
void ka_timeline_view_tell_place (KaTimelineView *self);

/* ka-timeline-view-menu.c */
void ka_timeline_view_open_menu (KaTimelineView *self, double x, double y);

/* ka-timeline-view-rows.c */
gboolean ka_timeline_view_scroll_lanes (KaTimelineView *self, double dy);
void     ka_timeline_view_reveal_row (KaTimelineView *self);
void     ka_timeline_view_focus_group (KaTimelineView *self, int group);
void     ka_timeline_view_toggle_group (KaTimelineView *self, int group);
void     ka_timeline_view_fold_all (KaTimelineView *self, gboolean are_folded);
void     ka_timeline_view_step_row (KaTimelineView *self, int direction);
char    *ka_timeline_view_describe_group (KaTimelineView *self) G_GNUC_WARN_UNUSED_RESULT;

/* ka-timeline-view-keys.c */
void ka_timeline_view_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
