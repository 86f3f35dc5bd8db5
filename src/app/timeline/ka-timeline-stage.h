/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-player.h"
#include "ka-session.h"
#include "ka-theme.h"
#include "ka-time-camera.h"
#include "ka-timeline-query.h"

G_BEGIN_DECLS

#define KA_TYPE_TIMELINE_STAGE (ka_timeline_stage_get_type ())

/**
 * KaTimelineStage: what a timeline shows: the session, the axis in view, the layout, how far the
 * lanes are scrolled and the row that has the keyboard. The widgets of a timeline share it and
 * know nothing of each other. Emits "changed" when the lanes are to be painted anew, and
 * "row-changed" when the row that has the keyboard or its description changes.
 */
G_DECLARE_FINAL_TYPE (KaTimelineStage, ka_timeline_stage, KA, TIMELINE_STAGE, GObject)

/**
 * KaTimelineParts:
 * @canvas: the widget that paints the stage
 * @session: the session
 * @player: the player of the session
 * @camera: the axis in view and its motion
 * @theme: the colours and fonts
 * @unit: pixels for a user unit
 * @top: how far the lanes are scrolled down, in user units
 * @focus_group: the group whose header has the keyboard, or %KA_TIMELINE_NO_GROUP
 *
 * What the widgets of a timeline read of its stage. All is borrowed.
 */
typedef struct
{
  GtkWidget     *canvas;
  KaSession     *session;
  KaPlayer      *player;
  KaTimeCamera  *camera;
  const KaTheme *theme;
  double         unit;
  double         top;
  int            focus_group;
} KaTimelineParts;

/**
 * ka_timeline_stage_new:
 * @canvas: (transfer none): the widget that paints the stage and has its keyboard focus; runs
 * g_object_run_dispose() on the stage before it goes
 * @session: the session to show
 *
 * Returns: (transfer full): a stage without a size
 */
KaTimelineStage *ka_timeline_stage_new (GtkWidget *canvas,
                                        KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_stage_get: Returns: (transfer none): the parts of @self, up to date at any time */
const KaTimelineParts *ka_timeline_stage_get (KaTimelineStage *self);

/**
 * ka_timeline_stage_allocate:
 * @self: a stage
 * @width_px: the width in pixels
 * @height_px: the height in pixels
 * @unit: pixels for a user unit
 *
 * Sets the size. The first one brings the home into view, or the range of the atlas with the day.
 */
void ka_timeline_stage_allocate (KaTimelineStage *self, int width_px, int height_px, double unit);

/** ka_timeline_stage_set_home: shows days at once; without a size, the first size brings them into
 * view; @home: the days, none for the range of the atlas */
void ka_timeline_stage_set_home (KaTimelineStage *self, KaSpan home);

/** ka_timeline_stage_set_theme: sets the colours and fonts */
void ka_timeline_stage_set_theme (KaTimelineStage *self, const KaTheme *theme);

/**
 * ka_timeline_stage_set_axis: shows an axis at once and stops the player, as input of a person
 * does; @axis: the axis to show; takes the width of the axis in view
 */
void ka_timeline_stage_set_axis (KaTimelineStage *self, const KaTimeAxis *axis);

/**
 * ka_timeline_stage_get_layout: makes the layout when something has changed. Returns: (transfer
 * none) (nullable): the layout, or %NULL without a size
 */
KaTimelineLayout *ka_timeline_stage_get_layout (KaTimelineStage *self);

/**
 * ka_timeline_stage_pick: @x_px: pixels from the left edge; @y_px: pixels from the top edge.
 * Returns: what is at a point; %KA_TIMELINE_OUTSIDE without a size
 */
KaTimelineHit ka_timeline_stage_pick (KaTimelineStage *self, double x_px, double y_px);

/**
 * ka_timeline_stage_pick_range_end: @hit: what is at a point; @x: the point, in user units.
 * Returns: -1 where the start of the marked range can be dragged, 1 where its end can, else 0
 */
int ka_timeline_stage_pick_range_end (KaTimelineStage *self, const KaTimelineHit *hit, double x);

/**
 * ka_timeline_stage_choose: selects an item. It stays under the pointer: lanes do not scroll,
 * and the axis moves only for a day out of sight; @item: (nullable): an item under the pointer
 */
void ka_timeline_stage_choose (KaTimelineStage *self, const KaItem *item);

/**
 * ka_timeline_stage_hold_day: @is_held: whether a pointer drags the playhead; the axis does not
 * follow the day meanwhile
 */
void ka_timeline_stage_hold_day (KaTimelineStage *self, gboolean is_held);

/** ka_timeline_stage_reveal_day: moves the axis until the day is in view */
void ka_timeline_stage_reveal_day (KaTimelineStage *self);

/**
 * ka_timeline_stage_find_span:
 * @self: a stage
 * @item: an item of the atlas
 * @span: (out): its own days, else those of the events about it; within the limits
 *
 * Returns: whether the item has a place in time
 */
gboolean ka_timeline_stage_find_span (KaTimelineStage *self, const KaItem *item, KaSpan *span);

/** ka_timeline_stage_set_top: scrolls the lanes to a place */
void ka_timeline_stage_set_top (KaTimelineStage *self, double top);

/**
 * ka_timeline_stage_scroll: @dy: user units to scroll the lanes down; they stop at their ends.
 * Returns: whether the lanes are higher than the view
 */
gboolean ka_timeline_stage_scroll (KaTimelineStage *self, double dy);

/**
 * ka_timeline_stage_step_row: moves the keyboard to the next header, else selects the nearest
 * item of the next lane that the filter leaves; @direction: 1 for down, -1 for up
 */
void ka_timeline_stage_step_row (KaTimelineStage *self, int direction);

/** ka_timeline_stage_toggle_group: folds or unfolds a group */
void ka_timeline_stage_toggle_group (KaTimelineStage *self, int group);

/**
 * ka_timeline_stage_count_hidden: counts what the filter leaves; @n_before: (out): how many
 * items end before the axis in view; @n_after: (out): how many begin after it
 */
void ka_timeline_stage_count_hidden (KaTimelineStage *self, gsize *n_before, gsize *n_after);

/**
 * ka_timeline_stage_jump: animates to the nearest of what the filter leaves. O(events);
 * @direction: -1 to what ends before the axis in view, 1 to what begins after it
 */
void ka_timeline_stage_jump (KaTimelineStage *self, int direction);

/** ka_timeline_stage_get_today: Returns: the day of the clock, in the time zone of the desktop */
KaDay ka_timeline_stage_get_today (void);

G_END_DECLS
