/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the layout of a timeline up to date with session, axis, size and theme. Moves the axis and
 * the lanes to the day, to the selection and to the row that has the keyboard.
 */

#include "config.h"

#include "ka-timeline-stage.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-event-order.h"
#include "ka-query.h"

/* A day that is brought into view is at least this part of the width from either edge. */
#define REVEAL_MARGIN 0.2
/* Playing zooms in where this many events ahead take less than a part of the width... */
#define N_AHEAD    10
#define AHEAD_PART 0.25
/* ...so that they take this much of it, but no fewer days than that. */
#define AHEAD_GOAL 0.6
#define AHEAD_DAYS 120.0
/* A row that is brought into view is this far from the edges, in user units. */
#define ROW_MARGIN 4.0
/* An end of the marked range can be dragged from this near, in user units. */
#define RANGE_REACH 5.0
/* Below this height in user units there is no layout. */
#define MIN_HEIGHT 2

struct _KaTimelineStage
{
  GObject parent_instance;

  KaTimelineParts parts; /* session, player and camera are owned */

  /* Cached */
  KaTimelineLayout *layout;
  gboolean          is_stale;
  KaTimelineGroups *lanes;      /* (nullable): made by another thread, for the next layout */
  gboolean          is_packing; /* a thread makes lanes */

  KaSpan   home;        /* the first days in view; empty for the range of the atlas */
  double   height;      /* in user units */
  gboolean is_choosing; /* the selection comes from a click */
  gboolean is_held;     /* a pointer drags the playhead */
};

G_DEFINE_FINAL_TYPE (KaTimelineStage, ka_timeline_stage, G_TYPE_OBJECT)

/* Keeps the stale layout: the next one takes over what still holds. */
static void
drop_layout (KaTimelineStage *self)
{
  self->is_stale = TRUE;
  g_signal_emit_by_name (self, "changed");
}

static void
tell_row (KaTimelineStage *self)
{
  g_signal_emit_by_name (self, "row-changed");
}

/* The region or area whose tenures the band under the axis shows. */
static const KaItem *
get_band (const KaItem *selection)
{
  if (selection == NULL)
    return NULL;
  if (selection->kind == KA_ITEM_TENURE)
    return ((const KaTenure *) selection)->areas.items[0];

  return selection->kind == KA_ITEM_REGION || selection->kind == KA_ITEM_AREA ? selection : NULL;
}

KaDay
ka_timeline_stage_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ka_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

/* Rows */

static void
reveal_box (KaTimelineStage *self, const KaBox *box, double end)
{
  if (box->y0 < ROW_MARGIN)
    ka_timeline_stage_scroll (self, box->y0 - ROW_MARGIN);
  else if (box->y1 > end - ROW_MARGIN)
    ka_timeline_stage_scroll (self, box->y1 - (end - ROW_MARGIN));
}

/* Scrolls the lanes as little as brings the row of the keyboard into view. */
static void
reveal_row (KaTimelineStage *self)
{
  KaTimelineLayout      *layout = ka_timeline_stage_get_layout (self);
  const KaItem          *selection = ka_session_get_selection (self->parts.session);
  const KaTimelineGroup *group;
  KaBox                  box;

  if (layout == NULL || layout->frame.max_top <= 0)
    return;

  group = ka_timeline_layout_get_group (layout, self->parts.focus_group);
  if (group != NULL)
    reveal_box (self, &group->header, layout->frame.axis_y);
  else if (selection != NULL && !ka_timeline_layout_get_item_box (layout, selection, &box) &&
           box.y0 == box.y0)
    reveal_box (self, &box, layout->frame.axis_y);
}

/* What the session tells */

static void
day_changed_cb (KaTimelineStage *self)
{
  if (!self->is_held)
    ka_timeline_stage_reveal_day (self);
}

static void
filter_changed_cb (KaTimelineStage *self)
{
  tell_row (self);
  drop_layout (self);
}

static void
folded_groups_changed_cb (KaTimelineStage *self)
{
  drop_layout (self);
  tell_row (self);
  reveal_row (self);
}

static void
grouping_changed_cb (KaTimelineStage *self)
{
  self->parts.focus_group = KA_TIMELINE_NO_GROUP;
  folded_groups_changed_cb (self);
}

static void
selection_changed_cb (KaTimelineStage *self)
{
  const KaItem *selection = ka_session_get_selection (self->parts.session);

  self->parts.focus_group = KA_TIMELINE_NO_GROUP;
  drop_layout (self);
  tell_row (self);
  if (self->is_choosing)
    return;
  reveal_row (self);
  if (selection != NULL && selection->kind != KA_ITEM_POLITY && !self->is_held)
    ka_timeline_stage_reveal_day (self);
}

/* Returns the days from the playhead to the last of the next few events; 0 for none. */
static double
measure_ahead (KaTimelineStage *self, const KaTimelineEntries *entries)
{
  const KaViewState state = ka_session_get_state (self->parts.session);
  KaDay             last = state.day;
  int               n_ahead = 0;

  for (guint i = ka_timeline_entries_find_start (entries, (double) state.day + 1);
       i < entries->n_entries && n_ahead < N_AHEAD; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, i);

      if (ka_timeline_entry_is_lifetime (entry) || !ka_timeline_entry_passes (entry, &state))
        continue;
      last = entry->date.earliest;
      n_ahead++;
    }

  return (double) (last - state.day);
}

/* Where the playhead would creep, playing zooms in on the events ahead. */
static void
playing_cb (KaTimelineStage *self)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self);
  KaTimeAxis        axis = *ka_time_camera_get_axis (self->parts.camera);
  double            days;

  if (layout == NULL || !ka_player_get_is_playing (self->parts.player))
    return;
  days = measure_ahead (self, layout->entries);
  if (days <= 0 || MAX (days, AHEAD_DAYS) * axis.px_per_day >= AHEAD_PART * axis.width)
    return;

  axis.px_per_day = AHEAD_GOAL * axis.width / MAX (days, AHEAD_DAYS);
  axis.first_day = (double) ka_session_get_day (self->parts.session) -
                   REVEAL_MARGIN * axis.width / axis.px_per_day;
  ka_time_camera_animate_to (self->parts.camera, &axis);
}

/* Other widgets may keep the stage for longer than its canvas. */
static void
ka_timeline_stage_dispose (GObject *object)
{
  KaTimelineStage *self = KA_TIMELINE_STAGE (object);

  ka_player_set_is_playing (self->parts.player, FALSE);
  ka_time_camera_stop (self->parts.camera);

  G_OBJECT_CLASS (ka_timeline_stage_parent_class)->dispose (object);
}

static void
ka_timeline_stage_finalize (GObject *object)
{
  KaTimelineStage *self = KA_TIMELINE_STAGE (object);

  g_clear_object (&self->parts.camera);
  g_clear_object (&self->parts.player);
  g_clear_pointer (&self->layout, ka_timeline_layout_free);
  g_clear_pointer (&self->lanes, ka_timeline_groups_free);
  g_clear_object (&self->parts.session);

  G_OBJECT_CLASS (ka_timeline_stage_parent_class)->finalize (object);
}

static void
ka_timeline_stage_class_init (KaTimelineStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_timeline_stage_dispose;
  G_OBJECT_CLASS (klass)->finalize = ka_timeline_stage_finalize;

  /** KaTimelineStage::changed: the lanes are to be painted anew */
  g_signal_new ("changed", KA_TYPE_TIMELINE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  /** KaTimelineStage::row-changed: another row has the keyboard, or its description changes */
  g_signal_new ("row-changed", KA_TYPE_TIMELINE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
ka_timeline_stage_init (KaTimelineStage *self)
{
  self->parts.theme = ka_theme_get (KA_THEME_LIGHT);
  self->parts.unit = 1.0;
  self->parts.focus_group = KA_TIMELINE_NO_GROUP;
}

KaTimelineStage *
ka_timeline_stage_new (GtkWidget *canvas, KaSession *session)
{
  KaTimelineStage *self = g_object_new (KA_TYPE_TIMELINE_STAGE, NULL);
  KaSpan           limits;

  self->parts.canvas = canvas;
  self->parts.session = g_object_ref (session);
  self->parts.player = ka_player_new (session, canvas);
  ka_timeline_get_limits (ka_session_get_atlas (session), &limits.from, &limits.to);
  self->parts.camera = ka_time_camera_new (canvas, limits);
  g_signal_connect_object (self->parts.camera, "moved", G_CALLBACK (drop_layout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts.player, "notify::is-playing", G_CALLBACK (playing_cb), self,
                           G_CONNECT_SWAPPED);
  ka_session_watch (session, "day", G_CALLBACK (day_changed_cb), self);
  ka_session_watch (session, "selection", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (session, "filter", G_CALLBACK (filter_changed_cb), self);
  ka_session_watch (session, "range", G_CALLBACK (filter_changed_cb), self);
  ka_session_watch (session, "grouping", G_CALLBACK (grouping_changed_cb), self);
  ka_session_watch (session, "folded-groups", G_CALLBACK (folded_groups_changed_cb), self);
  ka_session_watch (session, "shows-old-style", G_CALLBACK (drop_layout), self);

  return self;
}

const KaTimelineParts *
ka_timeline_stage_get (KaTimelineStage *self)
{
  return &self->parts;
}

static KaTimeAxis
get_first_axis (KaTimelineStage *self, double width)
{
  KaSpan     shown = ka_atlas_get_head (ka_session_get_atlas (self->parts.session))->shown;
  KaSpan     limits = ka_time_camera_get_limits (self->parts.camera);
  KaTimeAxis axis;

  if (self->home.from < self->home.to)
    {
      axis = ka_time_axis_fit (self->home.from, self->home.to, width);
      return ka_time_axis_clamp (&axis, limits.from, limits.to);
    }

  axis = ka_time_axis_fit (shown.from, shown.to, width);
  if (ka_span_has (shown, ka_session_get_day (self->parts.session)))
    return axis;

  return ka_time_axis_reveal (&axis, (double) ka_session_get_day (self->parts.session),
                              width * REVEAL_MARGIN);
}

void
ka_timeline_stage_allocate (KaTimelineStage *self, int width_px, int height_px, double unit)
{
  const KaTimeAxis *axis = ka_time_camera_get_axis (self->parts.camera);
  double            width = width_px / unit;
  KaTimeAxis        target;

  self->parts.unit = unit;
  self->height = height_px / unit;
  drop_layout (self);
  if (axis->width == width)
    return;

  if (ka_time_camera_is_open (self->parts.camera))
    {
      target = ka_time_axis_resize (axis, width);
      ka_time_camera_move_to (self->parts.camera, &target);
    }
  else
    {
      target = get_first_axis (self, width);
      ka_time_camera_open (self->parts.camera, &target);
    }
}

void
ka_timeline_stage_set_theme (KaTimelineStage *self, const KaTheme *theme)
{
  if (self->parts.theme == theme)
    return;

  self->parts.theme = theme;
  drop_layout (self);
}

void
ka_timeline_stage_set_axis (KaTimelineStage *self, const KaTimeAxis *axis)
{
  KaTimeAxis resized;

  if (!ka_time_camera_is_open (self->parts.camera))
    return;

  ka_player_set_is_playing (self->parts.player, FALSE);
  resized = ka_time_axis_resize (axis, ka_time_camera_get_axis (self->parts.camera)->width);
  ka_time_camera_move_to (self->parts.camera, &resized);
}

void
ka_timeline_stage_set_home (KaTimelineStage *self, KaSpan home)
{
  KaTimeAxis axis;

  self->home = home;
  if (!ka_time_camera_is_open (self->parts.camera))
    return;

  axis = get_first_axis (self, ka_time_camera_get_axis (self->parts.camera)->width);
  ka_timeline_stage_set_axis (self, &axis);
}

/* The events of an atlas may be so many that new lanes take many frames. */

static void
pack_in_thread (GTask *task, gpointer source, gpointer lanes, GCancellable *cancellable)
{
  ka_timeline_groups_pack (lanes);
  g_task_return_pointer (task, lanes, (GDestroyNotify) ka_timeline_groups_free);
}

static void
packed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KaTimelineStage *self = KA_TIMELINE_STAGE (source);

  g_clear_pointer (&self->lanes, ka_timeline_groups_free);
  self->lanes = g_task_propagate_pointer (G_TASK (result), NULL);
  self->is_packing = FALSE;
  drop_layout (self);
}

/* Lets another thread make the lanes that the layout lacks, one after the other. */
static void
pack_beside (KaTimelineStage *self)
{
  g_autoptr (KaTimelineGroups) wanted = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->is_packing)
    return;
  wanted = ka_timeline_groups_new_wanted (self->layout->groups);
  if (wanted == NULL)
    return;

  self->is_packing = TRUE;
  task = g_task_new (self, NULL, packed_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&wanted), NULL);
  g_task_run_in_thread (task, pack_in_thread);
}

KaTimelineLayout *
ka_timeline_stage_get_layout (KaTimelineStage *self)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (KaTimelineLayout) previous = NULL;
  KaViewState    state;
  KaTimelineSpec spec;

  if (!ka_time_camera_is_open (self->parts.camera) || self->height < MIN_HEIGHT)
    return NULL;
  if (self->layout != NULL && !self->is_stale)
    return self->layout;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  state = ka_session_get_state (self->parts.session);
  spec = (KaTimelineSpec){
    .atlas = ka_session_get_atlas (self->parts.session),
    .axis = *ka_time_camera_get_axis (self->parts.camera),
    .height = self->height,
    .top = self->parts.top,
    .scrolls = state.grouping != KA_GROUPING_NONE,
    .is_hasty = TRUE,
    .lanes = self->lanes,
    .band = get_band (state.selection),
    .has_today = TRUE,
    .today = ka_timeline_stage_get_today (),
  };
  previous = g_steal_pointer (&self->layout);
  self->layout = ka_timeline_layout_new (&spec, &state, self->parts.theme, cr, previous);
  g_clear_pointer (&self->lanes, ka_timeline_groups_free);
  self->is_stale = FALSE;
  pack_beside (self);
  self->parts.top = MIN (self->parts.top, self->layout->frame.max_top);

  return self->layout;
}

KaTimelineHit
ka_timeline_stage_pick (KaTimelineStage *self, double x_px, double y_px)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self);
  KaViewState       state;

  if (layout == NULL)
    return (KaTimelineHit){ .part = KA_TIMELINE_OUTSIDE };

  state = ka_session_get_state (self->parts.session);

  return ka_timeline_layout_pick (layout, &state, x_px / self->parts.unit, y_px / self->parts.unit);
}

int
ka_timeline_stage_pick_range_end (KaTimelineStage *self, const KaTimelineHit *hit, double x)
{
  const KaTimeAxis *axis = ka_time_camera_get_axis (self->parts.camera);
  KaViewState       state = ka_session_get_state (self->parts.session);

  if (!state.has_range || hit->part != KA_TIMELINE_AXIS)
    return 0;
  if (fabs (ka_time_axis_to_x (axis, (double) state.range.from) - x) <= RANGE_REACH)
    return -1;

  return fabs (ka_time_axis_to_x (axis, (double) state.range.to) - x) <= RANGE_REACH;
}

void
ka_timeline_stage_choose (KaTimelineStage *self, const KaItem *item)
{
  self->is_choosing = TRUE;
  ka_session_select (self->parts.session, item);
  self->is_choosing = FALSE;
}

void
ka_timeline_stage_hold_day (KaTimelineStage *self, gboolean is_held)
{
  self->is_held = is_held;
}

/* A playing playhead takes the axis along without an animation. */
void
ka_timeline_stage_reveal_day (KaTimelineStage *self)
{
  const KaTimeAxis *base = ka_time_camera_get_goal (self->parts.camera);
  double            margin = self->is_choosing ? 0 : base->width * REVEAL_MARGIN;
  KaTimeAxis        axis;

  if (!ka_time_camera_is_open (self->parts.camera))
    return;

  axis = ka_time_axis_reveal (base, (double) ka_session_get_day (self->parts.session), margin);
  if (axis.first_day == base->first_day)
    return;
  if (ka_player_get_is_playing (self->parts.player))
    ka_time_camera_move_to (self->parts.camera, &axis);
  else
    ka_time_camera_animate_to (self->parts.camera, &axis);
}

/* The days of the events about an item; empty for none. */
static KaSpan
get_span_of_events (KaTimelineStage *self, const KaItem *item)
{
  g_autoptr (GPtrArray)
    events = ka_query_events_about (ka_session_get_atlas (self->parts.session), item);
  KaSpan span = { KA_DAY_MAX, KA_DAY_MIN };

  for (guint i = 0; i < events->len; i++)
    {
      const KaEvent *event = events->pdata[i];

      span.from = MIN (span.from, event->date.earliest);
      span.to = MAX (span.to, event->date.earliest + 1);
    }

  return span;
}

gboolean
ka_timeline_stage_find_span (KaTimelineStage *self, const KaItem *item, KaSpan *span)
{
  const KaSpan limits = ka_time_camera_get_limits (self->parts.camera);
  KaDay        day = ka_query_day_of (item);
  KaSpan       own;

  if (item->kind == KA_ITEM_EVENT)
    own = (KaSpan){ ((const KaEvent *) item)->date.earliest,
                    ((const KaEvent *) item)->date.end_latest };
  else if (item->kind == KA_ITEM_POLITY)
    own = ((const KaPolity *) item)->span;
  else if (item->kind == KA_ITEM_FRONTIER)
    own = ((const KaFrontier *) item)->span;
  else if (day != KA_DAY_MIN)
    own = (KaSpan){ day, day + 1 };
  else
    own = get_span_of_events (self, item);
  if (own.from >= own.to)
    return FALSE;

  span->from = ka_time_camera_clamp_day (self->parts.camera, own.from);
  span->to = CLAMP (own.to, span->from + 1, limits.to);

  return TRUE;
}

void
ka_timeline_stage_set_top (KaTimelineStage *self, double top)
{
  if (self->parts.top == top)
    return;

  self->parts.top = top;
  drop_layout (self);
}

gboolean
ka_timeline_stage_scroll (KaTimelineStage *self, double dy)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self);
  const double      max_top = layout != NULL ? layout->frame.max_top : 0;

  if (max_top <= 0)
    return FALSE;

  ka_timeline_stage_set_top (self, CLAMP (self->parts.top + dy, 0, max_top));

  return TRUE;
}

void
ka_timeline_stage_step_row (KaTimelineStage *self, int direction)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self);
  KaTimelineRow row = { ka_session_get_selection (self->parts.session), self->parts.focus_group };

  if (layout == NULL)
    return;

  do
    if (!ka_timeline_layout_find_row (layout, &row, direction, &row))
      return;
  while (row.group == KA_TIMELINE_NO_GROUP && row.item->kind == KA_ITEM_EVENT &&
         !ka_event_order_has (self->parts.session, row.item));

  if (row.group == KA_TIMELINE_NO_GROUP)
    ka_session_select (self->parts.session, row.item);
  if (self->parts.focus_group == row.group)
    return;

  self->parts.focus_group = row.group;
  tell_row (self);
  reveal_row (self);
  gtk_widget_queue_draw (self->parts.canvas);
}

void
ka_timeline_stage_toggle_group (KaTimelineStage *self, int group)
{
  KaViewState state = ka_session_get_state (self->parts.session);

  ka_session_fold_groups (self->parts.session, state.folded_groups ^ ((guint64) 1 << group));
}

void
ka_timeline_stage_count_hidden (KaTimelineStage *self, gsize *n_before, gsize *n_after)
{
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self);
  KaViewState       state = ka_session_get_state (self->parts.session);
  KaDay             day;

  *n_before = layout != NULL ? ka_timeline_layout_count_hidden (layout, &state, -1, &day) : 0;
  *n_after = layout != NULL ? ka_timeline_layout_count_hidden (layout, &state, 1, &day) : 0;
}

void
ka_timeline_stage_jump (KaTimelineStage *self, int direction)
{
  const KaTimeAxis *axis = ka_time_camera_get_axis (self->parts.camera);
  KaTimelineLayout *layout = ka_timeline_stage_get_layout (self);
  KaViewState       state = ka_session_get_state (self->parts.session);
  KaTimeAxis        target;
  KaDay             day;

  if (layout == NULL || ka_timeline_layout_count_hidden (layout, &state, direction, &day) == 0)
    return;

  ka_player_set_is_playing (self->parts.player, FALSE);
  target = ka_time_axis_reveal (axis, (double) day, axis->width * REVEAL_MARGIN);
  ka_time_camera_animate_to (self->parts.camera, &target);
}
