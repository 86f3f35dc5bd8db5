/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the density of all events and the brush, and moves the axis when a person drags the brush.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-overview.h"

#include "ka-cairo-auto.h"
#include "ka-picture.h"
#include "ka-range-mark.h"
#include "ka-timeline-entries.h"
#include "ka-timeline-overview.h"

#define MIN_WIDTH_PX 80
#define HEIGHT_PX    28

struct _KaOverview
{
  GtkWidget parent_instance;

  /* Owned */
  KaTimelineStage *stage;

  /* Borrowed from the stage */
  KaSession    *session;
  KaTimeCamera *camera;

  /* Cached */
  KaPicture     *strip; /* the density of events, without the brush */
  KaFilter       strip_filter;
  const KaTheme *strip_theme;

  /* Input under way */
  KaOverviewPart drag;
  KaTimeAxis     start;
  double         start_x;
};

G_DEFINE_FINAL_TYPE (KaOverview, ka_overview, GTK_TYPE_WIDGET)

static KaTimeAxis
get_whole (KaOverview *self)
{
  KaSpan limits = ka_time_camera_get_limits (self->camera);

  return ka_time_axis_fit (limits.from, limits.to,
                           MAX (1, gtk_widget_get_width (GTK_WIDGET (self))));
}

static void
drop_strip (KaOverview *self)
{
  g_clear_pointer (&self->strip, ka_picture_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Paints the strip once: counting all events is the slowest part of a frame. */
static void
ensure_strip (KaOverview *self, const KaTimeAxis *whole, const KaFilter *filter)
{
  GtkWidget     *widget = GTK_WIDGET (self);
  const int      factor = gtk_widget_get_scale_factor (widget);
  const int      height = gtk_widget_get_height (widget);
  const KaTheme *theme = ka_timeline_stage_get (self->stage)->theme;
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;

  if (self->strip != NULL && ka_filter_equals (&self->strip_filter, filter) &&
      self->strip_theme == theme)
    return;

  g_clear_pointer (&self->strip, ka_picture_unref);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget) * factor,
                                        height * factor);
  cairo_surface_set_device_scale (surface, factor, factor);
  cr = cairo_create (surface);
  ka_overview_paint_strip (cr, ka_session_get_atlas (self->session), filter, theme, whole, height);
  self->strip = ka_picture_new (surface, FALSE);
  self->strip_filter = *filter;
  self->strip_theme = theme;
}

static void
ka_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_strip (KA_OVERVIEW (widget));
}

static void
ka_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaOverview *self = KA_OVERVIEW (widget);
  const int   height = gtk_widget_get_height (widget);
  g_autoptr (cairo_t) cr = NULL;
  KaTimeAxis      whole;
  KaTimeAxis      window;
  KaViewState     state;
  graphene_rect_t bounds;

  if (self->stage == NULL)
    return;

  whole = get_whole (self);
  window = *ka_time_camera_get_axis (self->camera);
  if (window.width < 2 || height < 1)
    return;
  graphene_rect_init (&bounds, 0, 0, (float) whole.width, (float) height);
  state = ka_session_get_state (self->session);
  ensure_strip (self, &whole, &state.filter);
  ka_picture_append (self->strip, snapshot, widget, &bounds, 1.0);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  ka_overview_paint_brush (cr, state.day, self->strip_theme, &whole, &window, (double) height);
  ka_range_mark_paint (cr, &state, self->strip_theme, &whole, (double) height, -1);
}

static void
show_interval (KaOverview *self, double first, double last)
{
  KaTimeAxis axis = *ka_time_camera_get_axis (self->camera);

  if (last - first < KA_TIME_MIN_DAYS)
    return;

  axis.first_day = first;
  axis.px_per_day = axis.width / (last - first);
  ka_timeline_stage_set_axis (self->stage, &axis);
}

static void
drag_begin_cb (KaOverview *self, double x, double y)
{
  KaTimeAxis whole;

  if (self->stage == NULL)
    return;

  whole = get_whole (self);
  self->start = *ka_time_camera_get_axis (self->camera);
  self->drag = ka_overview_pick (&whole, &self->start, x);
  self->start_x = x;
  if (self->drag == KA_OVERVIEW_OUTSIDE)
    {
      KaTimeAxis centred = ka_time_axis_centre_on (&self->start, ka_time_axis_to_day (&whole, x));

      ka_timeline_stage_set_axis (self->stage, &centred);
      self->start = *ka_time_camera_get_axis (self->camera);
      self->drag = KA_OVERVIEW_BODY;
    }
}

static void
drag_update_cb (KaOverview *self, double dx, double dy)
{
  KaTimeAxis whole;
  double     days;
  double     first;
  double     last;

  if (self->stage == NULL)
    return;

  whole = get_whole (self);
  days = dx / whole.px_per_day;
  first = self->start.first_day;
  last = ka_time_axis_get_last_day (&self->start);
  if (self->drag != KA_OVERVIEW_END)
    first += days;
  if (self->drag != KA_OVERVIEW_START)
    last += days;
  show_interval (self, first, last);
}

static void
motion_cb (KaOverview *self, double x, double y)
{
  static const char *const cursors[] = {
    [KA_OVERVIEW_OUTSIDE] = "pointer",
    [KA_OVERVIEW_BODY] = "grab",
    [KA_OVERVIEW_START] = "ew-resize",
    [KA_OVERVIEW_END] = "ew-resize",
  };
  KaTimeAxis whole;
  KaTimeAxis window;

  if (self->stage == NULL)
    return;

  whole = get_whole (self);
  window = *ka_time_camera_get_axis (self->camera);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   cursors[ka_overview_pick (&whole, &window, x)]);
}

static void
ka_overview_dispose (GObject *object)
{
  KaOverview *self = KA_OVERVIEW (object);

  g_clear_pointer (&self->strip, ka_picture_unref);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (ka_overview_parent_class)->dispose (object);
}

static void
ka_overview_class_init (KaOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_overview_dispose;
  widget_class->snapshot = ka_overview_snapshot;
  widget_class->size_allocate = ka_overview_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ka_overview_init (KaOverview *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH_PX, HEIGHT_PX);
  g_signal_connect_swapped (self, "notify::scale-factor", G_CALLBACK (drop_strip), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of all events"), -1);
}

void
ka_overview_set_stage (KaOverview *self, KaTimelineStage *stage)
{
  g_return_if_fail (KA_IS_OVERVIEW (self) && self->stage == NULL);

  self->stage = g_object_ref (stage);
  self->session = ka_timeline_stage_get (stage)->session;
  self->camera = ka_timeline_stage_get (stage)->camera;
  g_signal_connect_object (stage, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}
