/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget round the timeline painter: keeps layout and picture while nothing changes, and tells
 * a screen reader where one is. Pointer, keys and motion are in the files beside it.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-canvas.h"
#include "ka-range-mark.h"
#include "ka-text-scale.h"
#include "ka-timeline-painter.h"

#define MIN_HEIGHT_PX 120
#define HEIGHT_PX     214
/* The lanes for which there is room in the least height, and in the one that is asked for, however
 * large text is. */
#define MIN_LANES 2
#define LANES     3
/* A day that is brought into view stands at least this part of the width from either edge. */
#define REVEAL_MARGIN 0.2

enum
{
  SIGNAL_AXIS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_IS_PLAYING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (KaTimelineView, ka_timeline_view, GTK_TYPE_WIDGET)

static void
drop_picture (KaTimelineView *self)
{
  g_clear_pointer (&self->picture, ka_picture_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Forgets where everything stands, but keeps the layout for what can be taken over from it. */
static void
drop_layout (KaTimelineView *self)
{
  self->is_layout_stale = TRUE;
  drop_picture (self);
}

/* Whose tenures stand in a band under the axis: the selected region's or area's. */
static const KaItem *
get_band (const KaItem *selection)
{
  if (selection == NULL)
    return NULL;
  if (selection->kind == KA_ITEM_TENURE)
    return ((const KaTenure *) selection)->areas.items[0];

  return selection->kind == KA_ITEM_REGION || selection->kind == KA_ITEM_AREA ? selection : NULL;
}

static KaDay
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ka_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

/* The layout of what is in view, or NULL without a size. */
KaTimelineLayout *
ka_timeline_view_ensure_layout (KaTimelineView *self)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (KaTimelineLayout) previous = NULL;
  KaViewState    state;
  KaTimelineSpec spec;

  if (self->session == NULL || self->axis.width < 2 ||
      gtk_widget_get_height (GTK_WIDGET (self)) < 2)
    return NULL;
  if (self->layout != NULL && !self->is_layout_stale)
    return self->layout;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  state = ka_session_get_state (self->session);
  spec = (KaTimelineSpec){
    .atlas = ka_session_get_atlas (self->session),
    .axis = self->axis,
    .height = gtk_widget_get_height (GTK_WIDGET (self)) / self->unit,
    .top = self->top,
    .scrolls = state.grouping != KA_GROUPING_NONE,
    .band = get_band (state.selection),
    .has_today = TRUE,
    .today = get_today (),
  };
  previous = g_steal_pointer (&self->layout);
  self->layout = ka_timeline_layout_new (&spec, &state, self->theme, cr, previous);
  self->is_layout_stale = FALSE;
  self->top = MIN (self->top, self->layout->frame.max_top);

  return self->layout;
}

static KaPicture *
paint_base (KaTimelineView *self, KaTimelineLayout *layout)
{
  int         factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int         width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int         height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;
  KaViewState state = ka_session_get_state (self->session);
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = NULL;

  cairo_surface_set_device_scale (surface, factor * self->unit, factor * self->unit);
  cr = cairo_create (surface);
  ka_colour_set_source (&self->theme->page, cr);
  cairo_paint (cr);
  ka_timeline_paint (cr, layout, &state, self->theme, KA_TIMELINE_BASE);

  return ka_picture_new (surface);
}

static void
ka_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaTimelineView   *self = KA_TIMELINE_VIEW (widget);
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaViewState       state;
  graphene_rect_t   bounds;
  g_autoptr (cairo_t) cr = NULL;

  if (layout == NULL)
    return;

  if (self->picture == NULL)
    self->picture = paint_base (self, layout);
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  ka_picture_append (self->picture, snapshot, widget, &bounds);

  state = ka_session_get_state (self->session);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->unit, self->unit);
  ka_range_mark_paint (cr, &state, self->theme, &self->axis, layout->frame.height,
                       layout->frame.axis_y);
  ka_timeline_paint (cr, layout, &state, self->theme, KA_TIMELINE_PLAYHEAD);
  if (gtk_widget_has_visible_focus (widget))
    {
      if (self->focus_group != KA_TIMELINE_NO_GROUP)
        ka_timeline_paint_group_focus (cr, layout, self->focus_group, self->theme);
      else if (state.selection != NULL)
        ka_timeline_paint_focus (cr, layout, state.selection, self->theme);
      cairo_rectangle (cr, 1, 1, bounds.size.width / self->unit - 2,
                       bounds.size.height / self->unit - 2);
      cairo_set_line_width (cr, 2);
      ka_colour_set_source (&self->theme->accent, cr);
      cairo_stroke (cr);
    }
}

static void
ka_timeline_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  const double unit = ka_text_scale_get (widget);
  const int    least = (int) ceil (ka_timeline_get_height_of (MIN_LANES) * unit);
  const int    wanted = (int) ceil (ka_timeline_get_height_of (LANES) * unit);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MAX (MIN_HEIGHT_PX, least) : 200;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? MAX (HEIGHT_PX, wanted) : 800;
}

static void
ka_timeline_view_size_allocate (GtkWidget *widget, int width_px, int height_px, int baseline)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);
  double          width;

  self->unit = ka_text_scale_get (widget);
  width = width_px / self->unit;

  drop_layout (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->session == NULL || self->axis.width == width)
    return;

  if (self->axis.width < 2)
    {
      const KaDate *range = ka_atlas_get_range (ka_session_get_atlas (self->session));
      KaTimeAxis    home = ka_time_axis_fit (range->earliest, range->end_latest, width);

      self->axis = ka_time_axis_reveal (&home, (double) ka_session_get_day (self->session),
                                        width * REVEAL_MARGIN);
      g_signal_emit (self, signals[SIGNAL_AXIS_CHANGED], 0);
    }
  else
    {
      KaTimeAxis axis = ka_time_axis_resize (&self->axis, width);

      ka_timeline_view_move_to (self, &axis);
    }
}

/* Shows another time, as near to the one asked for as the atlas has anything to show. What moves by
 * itself goes on. */
void
ka_timeline_view_show_axis (KaTimelineView *self, const KaTimeAxis *axis)
{
  self->axis = ka_time_axis_clamp (axis, self->limit_from, self->limit_to);
  drop_layout (self);
  g_signal_emit (self, signals[SIGNAL_AXIS_CHANGED], 0);
}

void
ka_timeline_view_set_top (KaTimelineView *self, double top)
{
  if (self->top == top)
    return;

  self->top = top;
  drop_layout (self);
}

static void
playing_cb (KaTimelineView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_PLAYING]);
}

/* Brings the day into view. What a person has just clicked stays under the pointer, and a playing
 * playhead takes the axis along. */
void
ka_timeline_view_reveal_day (KaTimelineView *self)
{
  const KaTimeAxis *base = ka_timeline_view_get_goal (self);
  KaTimeAxis        axis;
  double            margin = self->is_choosing ? 0 : self->axis.width * REVEAL_MARGIN;

  if (self->axis.width < 2)
    return;

  axis = ka_time_axis_reveal (base, (double) ka_session_get_day (self->session), margin);
  if (axis.first_day == base->first_day)
    return;
  if (ka_player_get_is_playing (self->player))
    ka_timeline_view_move_to (self, &axis);
  else
    ka_timeline_view_glide_to (self, &axis);
}

static void
day_changed_cb (KaTimelineView *self)
{
  if (self->drag != DRAG_PLAYHEAD)
    ka_timeline_view_reveal_day (self);
  ka_timeline_view_tell_day (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
filter_changed_cb (KaTimelineView *self)
{
  ka_timeline_view_tell_place (self);
  drop_layout (self);
}

static void
selection_changed_cb (KaTimelineView *self)
{
  self->focus_group = KA_TIMELINE_NO_GROUP;
  drop_layout (self);
  ka_timeline_view_tell_place (self);
  if (!self->is_choosing)
    ka_timeline_view_reveal_row (self);
}

static void
grouping_changed_cb (KaTimelineView *self)
{
  self->focus_group = KA_TIMELINE_NO_GROUP;
  drop_layout (self);
  ka_timeline_view_tell_place (self);
  ka_timeline_view_reveal_row (self);
}

static void
folded_groups_changed_cb (KaTimelineView *self)
{
  drop_layout (self);
  ka_timeline_view_tell_place (self);
  ka_timeline_view_reveal_row (self);
}

static void
ka_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (object);

  if (id == PROP_IS_PLAYING)
    g_value_set_boolean (value, self->player != NULL && ka_player_get_is_playing (self->player));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ka_timeline_view_dispose (GObject *object)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (object);
  GtkWidget      *child;

  ka_timeline_view_stop_motion (self);
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
  /* A menu that has just closed is still there. */
  self->popover = self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->player);
  g_clear_pointer (&self->picture, ka_picture_unref);
  g_clear_pointer (&self->layout, ka_timeline_layout_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ka_timeline_view_parent_class)->dispose (object);
}

static void
ka_timeline_view_class_init (KaTimelineViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ka_timeline_view_dispose;
  object_class->get_property = ka_timeline_view_get_property;
  widget_class->snapshot = ka_timeline_view_snapshot;
  widget_class->measure = ka_timeline_view_measure;
  widget_class->size_allocate = ka_timeline_view_size_allocate;

  /**
   * KaTimelineView:is-playing: whether the playhead goes from event to event by itself
   */
  properties[PROP_IS_PLAYING] = g_param_spec_boolean ("is-playing", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * KaTimelineView::axis-changed: another time is in view
   */
  signals[SIGNAL_AXIS_CHANGED] = g_signal_new (
    "axis-changed", KA_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "katimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  ka_timeline_view_install_keys (widget_class);
}

static void
ka_timeline_view_init (KaTimelineView *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->unit = 1.0;
  self->focus_group = KA_TIMELINE_NO_GROUP;
  ka_canvas_set_up (GTK_WIDGET (self));
  ka_timeline_view_add_controllers (self);
}

void
ka_timeline_view_set_session (KaTimelineView *self, KaSession *session)
{
  g_return_if_fail (KA_IS_TIMELINE_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->player = ka_player_new (session, GTK_WIDGET (self));
  g_signal_connect_object (self->player, "notify::is-playing", G_CALLBACK (playing_cb), self,
                           G_CONNECT_SWAPPED);
  ka_timeline_get_limits (ka_session_get_atlas (session), &self->limit_from, &self->limit_to);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::categories", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::range", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::grouping", G_CALLBACK (grouping_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::folded-groups", G_CALLBACK (folded_groups_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::shows-old-style", G_CALLBACK (drop_layout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hover", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  ka_timeline_view_tell_day (self);
  ka_timeline_view_tell_place (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ka_timeline_view_set_theme (KaTimelineView *self, const KaTheme *theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  drop_layout (self);
}

KaTimeAxis
ka_timeline_view_get_axis (KaTimelineView *self)
{
  return self->axis;
}

KaPlayer *
ka_timeline_view_get_player (KaTimelineView *self)
{
  return self->player;
}

void
ka_timeline_view_set_axis (KaTimelineView *self, const KaTimeAxis *axis)
{
  KaTimeAxis resized;

  if (self->axis.width < 2)
    return;

  ka_player_set_is_playing (self->player, FALSE);
  resized = ka_time_axis_resize (axis, self->axis.width);
  ka_timeline_view_move_to (self, &resized);
}

void
ka_timeline_view_get_limits (KaTimelineView *self, KaDay *from, KaDay *to)
{
  *from = self->limit_from;
  *to = self->limit_to;
}
